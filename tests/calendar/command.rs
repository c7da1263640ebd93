//! `qolhat calendar`: what it prints, where, and how it ends.

use std::process::{Command, Output};
use std::{env, fs, iter};

use qolhat::calendar::{DayKind, Week, Why};
use qolhat::{Day, encode_bundle, encode_calendar};

use super::{bundle, calendar, file};
use crate::law::services;

fn run(law: &str, arguments: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qolhat"));
    command.args(["--law", law, "calendar"]).args(arguments.split(' ')).output().unwrap()
}

/// Runs the command on the law's files: how it ended, and what it printed on standard output and standard error.
fn calendar_command(arguments: &str) -> (i32, String, String) {
    let output = run(file("law").to_str().unwrap(), arguments);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn printed(arguments: &str) -> String {
    let (code, printed, errors) = calendar_command(arguments);
    assert_eq!((code, errors.as_str()), (0, ""), "{arguments}");
    printed
}

#[test]
fn add_prints_the_day_alone() {
    assert_eq!(printed("add 2026-09-14 5"), "2026-09-21\n");
    assert_eq!(printed("add 2026-09-14 5 --week 6"), "2026-09-19\n");
    assert_eq!(printed("add 2024-12-31 1"), "2025-01-05\n", "a worked Sunday");
}

#[test]
fn add_lists_the_days_when_asked() {
    let expected = "2026-03-26
   – 21.03.2026 суббота: Наурыз мейрамы
   – 22.03.2026 воскресенье: Наурыз мейрамы
   – 23.03.2026 понедельник: Наурыз мейрамы
   – 24.03.2026 вторник: выходной за 21.03.2026 (Наурыз мейрамы)
   – 25.03.2026 среда: выходной за 22.03.2026 (Наурыз мейрамы)
   1 26.03.2026 четверг: рабочий день
";
    assert_eq!(printed("add 2026-03-20 1 --days --lang ru"), expected);
}

#[test]
fn add_says_beside_the_day_what_makes_it_uncertain() {
    let (code, day, doubt) = calendar_command("add 2027-05-11 5 --lang en");
    assert_eq!((code, day.as_str()), (0, "2027-05-18\n"));
    assert!(doubt.starts_with("provisionally: from 18 May 2027 to 19 May 2027\nProvisional: no production calendar"));
}

#[test]
fn is_working_says_why() {
    let nauryz = "no: 25 March 2026, Wednesday – day off in place of 22.03.2026 (Nauryz)
  Law of Kazakhstan of 13 December 2001 No 267-II on Holidays, article 5\n";
    assert_eq!(printed("is-working 2026-03-25 --lang en"), nauryz);
    assert_eq!(printed("is-working 2026-03-25 --week 6 --lang en"), "yes: 25 March 2026, Wednesday – working day\n");
    let worked = "иә: 2020 жылғы 5 қаңтар, жексенбі – 03.01.2020 орнына жұмыс күні
  Қазақстан Республикасы Үкіметінің 2019 жылғы № 820 қаулысы; Қазақстан Республикасының 2015 жылғы 23 қарашадағы № 414-V \
Еңбек кодексі, 85-бап, 3-тармақ\n";
    assert_eq!(printed("is-working 2020-01-05"), worked);
    let disputed = printed("is-working 2023-07-07 --week 6 --lang ru");
    assert!(disputed.starts_with("да: 7 июля 2023 года, пятница – рабочий день\n"));
    assert!(disputed.contains("Спорно.") && disputed.contains("zakon.kz"), "{disputed}");
    let inferred = printed("is-working 2022-10-24 --week 6 --lang en");
    assert!(inferred.contains("our conclusion for this year"), "the year's note stands in for the day's: {inferred}");
}

#[test]
fn what_the_calendar_does_not_know_is_unusable() {
    for (arguments, year) in [
        ("is-working 2028-01-05 --lang ru", "2028"),
        ("is-working 2014-12-31 --lang ru", "2014"),
        ("add 2027-12-30 2 --lang ru", "2028"),
        ("add 2027-05-10 166 --lang ru", "2028"),
        ("show 2028 --lang ru", "2028"),
    ] {
        let (code, printed, error) = calendar_command(arguments);
        let expected = format!("неизвестно: нет календаря на {year} год\n");
        assert_eq!((code, printed.as_str(), error), (2, "", expected), "{arguments}");
    }
}

#[test]
fn what_is_no_day_number_week_or_language_is_unusable() {
    for arguments in ["add 2026-02-30 1", "add 2026-02-01 many", "add 2026-02-01 1 --week 7", "show 2026 --lang de"] {
        let (code, printed, error) = calendar_command(arguments);
        assert_eq!((code, printed.as_str()), (2, ""), "{arguments}");
        assert!(error.starts_with("error: invalid value"), "{error}");
    }
}

#[test]
fn a_published_calendar_answers_like_its_files() {
    let folder = env::temp_dir().join(format!("qolhat-calendar-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("calendar.qolhat"), encode_calendar(bundle())).unwrap();
    fs::write(folder.join("service.qolhat"), encode_bundle(&services()[0].bundle)).unwrap();
    let published = |arguments| run(folder.to_str().unwrap(), arguments);
    assert_eq!(published("show 2026").stdout, printed("show 2026").into_bytes());
    fs::write(folder.join("calendar.qolhat"), "changed").unwrap();
    assert_eq!(published("show 2026").status.code(), Some(2));
    fs::remove_dir_all(&folder).unwrap();
}

/// The cells of a month in the picture: column, number and mark.
fn month(picture: &str, month: u32) -> Vec<(usize, u32, char)> {
    let (row, across) = (usize::try_from((month - 1) / 3).unwrap(), usize::try_from((month - 1) % 3).unwrap());
    let block = picture.split("\n\n").nth(1 + row).unwrap();
    let cell = |line: &str, column: usize| {
        let letters: Vec<char> = line.chars().skip(across * 24 + column * 3).take(3).collect();
        let number = letters.iter().take(2).collect::<String>();
        Some((column, number.trim().parse().ok()?, letters.get(2).copied().unwrap_or(' ')))
    };
    block.lines().skip(2).flat_map(|line| (0..7).filter_map(move |column| cell(line, column))).collect()
}

#[test]
fn every_day_of_every_picture_is_marked_as_the_calendar_has_it() {
    let calendar = calendar();
    for (year, (option, week)) in
        [2020, 2022, 2025, 2027].iter().flat_map(|y| iter::repeat(y).zip([(5, Week::Five), (6, Week::Six)]))
    {
        let picture = printed(&format!("show {year} --week {option} --lang en"));
        for number in 1..=12 {
            let expected = (1..=31).filter_map(|day| Day::try_new(*year, number, day)).map(|day| {
                let mark = match calendar.look(day, week).unwrap().why {
                    Why::Workday => ' ',
                    Why::Weekend => '·',
                    Why::Listed(line) => match line.kind {
                        DayKind::Holiday(_) if line.may_fall_on.is_empty() => '*',
                        DayKind::Holiday(_) => '?',
                        DayKind::Observed(_) | DayKind::SwapOff(_) => '~',
                        DayKind::SwapWork(_) => '!',
                        DayKind::Workday => ' ',
                    },
                };
                (usize::try_from(day.weekday()).unwrap(), day.day(), mark)
            });
            assert_eq!(month(&picture, number), expected.collect::<Vec<_>>(), "{year}-{number}, {option} days a week");
        }
    }
}

#[test]
fn a_picture_fits_a_terminal_and_says_the_total_and_each_day_off() {
    let picture = printed("show 2026");
    assert!(picture.starts_with("2026, бес күндік апта: 247 жұмыс күні\n"));
    let months: Vec<_> = picture.lines().nth(2).unwrap().split_whitespace().collect();
    assert_eq!(months, ["Қаңтар", "Ақпан", "Наурыз"]);
    assert!(picture.contains("~ 25 наурыз, сәрсенбі: 22.03.2026 орнына демалыс (Наурыз мейрамы)\n"));
    assert!(picture.contains("Күнтізбе тексерілген күн: 22.11.2026\n"));
    assert!(picture.lines().take(30).all(|line| line.chars().count() <= 80));
    assert!(printed("show 2026 --week 6 --lang ru").starts_with("2026, шестидневная неделя: 299 рабочих дней\n"));
    assert!(printed("show 2022 --lang en").starts_with("2022, five-day week: 246 working days\n"));
    assert!(!picture.contains('\u{1b}'), "colours reach a terminal only");
}
