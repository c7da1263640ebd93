//! Words: dates, plurals, lists, the alphabet, and the three files against each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;
use std::{fs, iter};

use qolhat::words::{
    Noun, compare, count, date_dative, date_long, date_of_year, date_short, key, list_and, list_or, month_name, say,
    weekday_name,
};
use qolhat::{Day, Lang};

#[allow(dead_code)]
#[path = "../build.rs"]
mod build;

use build::Words;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn file(lang: Lang) -> String {
    fs::read_to_string(format!("{}/words/{}.toml", env!("CARGO_MANIFEST_DIR"), lang.code())).unwrap()
}

fn templates(lang: Lang) -> BTreeMap<String, String> {
    toml::from_str(&file(lang)).unwrap()
}

/// A template without its slots.
fn words_alone(template: &str) -> String {
    let pieces = build::template::pieces(template);
    pieces.map(|piece| if let build::template::Piece::Words(words) = piece { words } else { " " }).collect()
}

#[test]
fn every_month_in_three_languages() {
    let expected = [
        ("қаңтар", "қаңтарға", "қаңтардан", "января", "January"),
        ("ақпан", "ақпанға", "ақпаннан", "февраля", "February"),
        ("наурыз", "наурызға", "наурыздан", "марта", "March"),
        ("сәуір", "сәуірге", "сәуірден", "апреля", "April"),
        ("мамыр", "мамырға", "мамырдан", "мая", "May"),
        ("маусым", "маусымға", "маусымнан", "июня", "June"),
        ("шілде", "шілдеге", "шілдеден", "июля", "July"),
        ("тамыз", "тамызға", "тамыздан", "августа", "August"),
        ("қыркүйек", "қыркүйекке", "қыркүйектен", "сентября", "September"),
        ("қазан", "қазанға", "қазаннан", "октября", "October"),
        ("қараша", "қарашаға", "қарашадан", "ноября", "November"),
        ("желтоқсан", "желтоқсанға", "желтоқсаннан", "декабря", "December"),
    ];
    for (month, (kk, dative, ablative, ru, en)) in iter::zip(1.., expected) {
        let day = Day::try_new(2026, month, 14).unwrap();
        assert_eq!(date_long(day, Lang::Kk), format!("2026 жылғы 14 {kk}"));
        assert_eq!(date_dative(day, Lang::Kk), format!("2026 жылғы 14 {dative}"));
        let due = say(Lang::Kk, key::DATE_DUE, &[("day", day.into())]);
        assert!(due.starts_with(&format!("2026 жылғы 14 {ablative} ")), "{due}");
        assert_eq!(date_long(day, Lang::Ru), format!("14 {ru} 2026 года"));
        assert_eq!(date_long(day, Lang::En), format!("14 {en} 2026"));
        assert_eq!(date_dative(day, Lang::Ru), date_long(day, Lang::Ru));
        assert_eq!(month_name(month, Lang::Kk), kk);
    }
    assert_eq!(month_name(9, Lang::Ru), "сентябрь");
    assert_eq!((month_name(0, Lang::Ru), month_name(13, Lang::Ru)), ("", ""));
}

#[test]
fn short_days_weekdays_and_days_of_any_year() {
    assert_eq!(date_short(day("2026-09-04")), "04.09.2026");
    let names = |lang| (0..7).map(move |later| weekday_name(day("2026-09-14").plus_days(later).unwrap(), lang));
    assert!(names(Lang::Kk).eq(["дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"]));
    assert!(names(Lang::Ru).eq(["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"]));
    let said = Lang::ALL.map(|lang| date_of_year("08-30".parse().unwrap(), lang));
    assert_eq!(said, ["30 тамыз", "30 августа", "30 August"]);
}

#[test]
fn numbers_take_their_nouns() {
    let rows = [
        (1, "1 рабочий день", "1 working day"),
        (2, "2 рабочих дня", "2 working days"),
        (5, "5 рабочих дней", "5 working days"),
        (11, "11 рабочих дней", "11 working days"),
        (14, "14 рабочих дней", "14 working days"),
        (21, "21 рабочий день", "21 working days"),
        (22, "22 рабочих дня", "22 working days"),
        (111, "111 рабочих дней", "111 working days"),
        (121, "121 рабочий день", "121 working days"),
        (0, "0 рабочих дней", "0 working days"),
    ];
    for (number, ru, en) in rows {
        assert_eq!(count(number, Noun::WorkingDay, Lang::Kk), format!("{number} жұмыс күні"));
        assert_eq!(count(number, Noun::WorkingDay, Lang::Ru), ru);
        assert_eq!(count(number, Noun::WorkingDay, Lang::En), en);
    }
    assert_eq!(count(10, Noun::CalendarDay, Lang::Kk), "күнтізбелік 10 күн");
    assert_eq!(count(20, Noun::Minute, Lang::Kk), "20 минут");
    assert_eq!(count(3, Noun::Month, Lang::Ru), "3 месяца");
    assert_eq!(count(2, Noun::Copy, Lang::Kk), "2 дана");
    assert_eq!(count(24, Noun::Hour, Lang::Ru), "24 часа");
}

#[test]
fn lists_end_in_and_or_or() {
    let cases: [(&[&str], &str, &str); 4] = [
        (&[], "", ""),
        (&["а"], "а", "а"),
        (&["а", "б"], "а және б", "а или б"),
        (&["а", "б", "в"], "а, б және в", "а, б или в"),
    ];
    for (items, and, or) in cases {
        assert_eq!(list_and(items, Lang::Kk), and);
        assert_eq!(list_or(items, Lang::Ru), or);
    }
    assert_eq!(list_or(&["а", "б"], Lang::Kk), "а немесе б");
    assert_eq!(list_and(&["a", "b", "c"], Lang::En), "a, b and c");
}

#[test]
fn names_stand_by_the_kazakh_alphabet() {
    let right = [
        "2-сынып",
        "Айгүл",
        "ақ",
        "Әлем",
        "Бала",
        "Ғани",
        "Дос",
        "Қазақ",
        "Нан",
        "Ңұр",
        "Ою",
        "Өнер",
        "Ұл",
        "Үміт",
        "Фото",
        "Хат",
        "Һауа",
        "Ыс",
        "Іні",
        "Эра",
        "Ян",
        "PDF",
    ];
    let mut names = right;
    names.reverse();
    names.sort_by(|left, right| compare(left, right, Lang::Kk));
    assert_eq!(names, right);
    let mut mixed = ["анықтама", "PDF"];
    mixed.sort_by(|left, right| compare(left, right, Lang::En));
    assert_eq!(mixed, ["PDF", "анықтама"]);
}

#[test]
fn a_value_that_is_missing_stays_visible() {
    assert_eq!(say(Lang::En, key::LIST_AND, &[("first", "{last}".into())]), "{last} and {last}");
    assert_eq!(say(Lang::Ru, key::UNIT_MINUTE, &[]), "{n}");
}

#[test]
fn faults_of_the_files_are_named_with_their_lines() {
    let read = |language, forms, text| Words::read(language, forms, text).map(|words| vec![words]);
    assert_eq!(read("kk", 1, "a = \"x\"\na = \"y\"").err().unwrap(), ["words/kk.toml:2: duplicate key"]);
    let faults = |kk, ru| build::faults(&[Words::read("kk", 1, kk).unwrap(), Words::read("ru", 3, ru).unwrap()]);
    assert!(faults("a = \"{n|күн}\"", "a = \"{n|день|дня|дней}\"").is_empty());
    assert_eq!(
        faults("a = \"1\"\nb = \"2\"", "a = \"1\""),
        ["words/ru.toml: `b` is missing; it stands at words/kk.toml:2"]
    );
    assert_eq!(faults("\na = \"{day}\"", "a = \"{dya}\"").len(), 2);
    assert_eq!(
        faults("a = \"{n|күн}\"", "a = \"{n|день|дня}\""),
        ["words/ru.toml:1: `a`: `n` needs 3 form(s) of its noun, found `день|дня`"]
    );
    assert_eq!(faults("a = \"}\"", "a = \"1\"").len(), 1);
}

#[test]
fn kazakh_and_russian_have_no_latin_letters_and_english_no_cyrillic() {
    for lang in Lang::ALL {
        for (key, template) in templates(lang) {
            let words = words_alone(&template).replace("egov.kz", "").replace("PDF", "").replace("JSON", "");
            let foreign = |char: char| char.is_alphabetic() && char.is_ascii() == (lang != Lang::En);
            assert!(!words.contains(foreign), "{} `{key}`: {words}", lang.code());
        }
    }
}

#[test]
fn words_are_no_markup() {
    for lang in Lang::ALL {
        for (key, template) in templates(lang) {
            assert!(!template.contains(['<', '>', '&', '*', '_', '`', '\n']), "{} `{key}`: {template}", lang.code());
        }
    }
}

fn sources(folder: &Path, all: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, all);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let _ = writeln!(all, "{}", fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_word_is_said_somewhere() {
    let mut all = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    let said: BTreeSet<&str> = all.split(|char: char| !char.is_ascii_alphanumeric() && char != '_').collect();
    let unsaid: Vec<String> = templates(Lang::Kk)
        .into_keys()
        .filter(|key| !said.contains(key.to_uppercase().replace('-', "_").as_str()))
        .filter(|key| !AWAITED.iter().any(|family| key.starts_with(family)))
        .collect();
    assert!(unsaid.is_empty(), "said nowhere in src/: {unsaid:?}");
}

/// Families of words whose speaker is not written yet. Take a family out when its speaker lands; at the end none stays.
const AWAITED: [&str; 0] = [];
