//! Words: dates, plurals, lists, the alphabet, and the three files against each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;
use std::{fs, iter};

use qolhat::finding::{Arg, Code, Finding};
use qolhat::words::finding::{fix, sentence};
use qolhat::words::{
    Noun, Value, Word, compare, count, date_dative, date_long, date_of_year, date_short, key, label, list_and, list_or,
    month_name, say, weekday_name,
};
use qolhat::{Day, Hash, Lang, Standard, Text, TimeOfDay};

use crate::law::{days_off, services};

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
    assert_eq!(
        faults("a = \"1\"", "a = \"1\"\nb = \"2\""),
        ["words/kk.toml: `b` is missing; it stands at words/ru.toml:2"]
    );
    assert_eq!(
        faults("\na = \"{day}\"", "a = \"{dya}\""),
        ["words/ru.toml:1: `a` has the slots [\"dya\"], and [\"day\"] at words/kk.toml:2"]
    );
    assert_eq!(
        faults("a = \"{n|күн}\"", "a = \"{n|день|дня}\""),
        ["words/ru.toml:1: `a`: `n` needs 3 form(s) of its noun, found `день|дня`"]
    );
    assert_eq!(faults("a = \"}\"", "a = \"1\"").len(), 1);
}

/// Names that are written in Latin letters in every language.
const NAMES: [&str; 25] = [
    "egov.kz",
    "PDF",
    "JSON",
    "QR",
    "WhatsApp",
    "Telegram",
    "Instagram",
    "JavaScript",
    "Content-Security-Policy",
    "script-src",
    "'self'",
    "wasm-unsafe-eval",
    "iframe",
    "leak",
    "prefetch",
    "fetch",
    "XMLHttpRequest",
    "sendBeacon",
    "WebSocket",
    "EventSource",
    "import",
    "ping",
    "service worker",
    "worker",
    "WebRTC",
];

#[test]
fn kazakh_and_russian_have_no_latin_letters_and_english_no_cyrillic() {
    for lang in Lang::ALL {
        for (key, template) in templates(lang) {
            let mut words = words_alone(&template);
            for name in NAMES {
                words = words.replace(name, "");
            }
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
        .collect();
    assert!(unsaid.is_empty(), "said nowhere in src/: {unsaid:?}");
}

/// What the engine gives to each finding, by name; its remedy gets the same.
const FINDINGS: [(Code, &str); 39] = [
    (Code::DocumentMissing, "document"),
    (Code::AlternativeNotMet, "documents"),
    (Code::CopiesTooFew, "document needed given"),
    (Code::FormWrong, "document form"),
    (Code::OriginalNotShown, "document"),
    (Code::RegistrationMarkMissing, "document"),
    (Code::DocumentExpired, "document expires"),
    (Code::DocumentWillExpire, "document expires visit"),
    (Code::DocumentTooOld, "document issued days"),
    (Code::TooOldByOneReading, "document issued kk-days ru-days"),
    (Code::PowerOfAttorneyInvalid, "document why"),
    (Code::ExpiredWithoutGround, "document expires"),
    (Code::ChannelNotOffered, "channel channels"),
    (Code::ChannelNotYours, "why"),
    (Code::WindowNotOpen, "what opens"),
    (Code::WindowClosed, "what closes"),
    (Code::NotEligible, "why instead"),
    (Code::SystemCheckFailed, "why instead"),
    (Code::SignerTooYoung, "why instead"),
    (Code::SystemCheckUnknown, "question"),
    (Code::IinLength, "given"),
    (Code::IinNotDigits, ""),
    (Code::IinCheckDigit, ""),
    (Code::IinBirthDayDiffers, ""),
    (Code::IinSexDiffers, ""),
    (Code::AnswerNeeded, "subject questions"),
    (Code::DateNeeded, "document date"),
    (Code::RequirementUnclear, "document why"),
    (Code::CopyToMake, "document"),
    (Code::DayOff, "visit reason intake"),
    (Code::OutsideIntakeHours, "time intake"),
    (Code::DocumentNotAsked, "document"),
    (Code::DocumentFromStateSystems, "document"),
    (Code::RegulationRepealed, "act note"),
    (Code::EditionNotSeen, "note"),
    (Code::CalendarProvisional, "year"),
    (Code::CalendarUnknown, "year"),
    (Code::RulesMayBeOld, "checked"),
    (Code::NoEdition, "day"),
];

fn slots(template: &str) -> BTreeSet<&str> {
    let pieces = build::template::pieces(template);
    pieces
        .filter_map(|piece| if let build::template::Piece::Slot(name, _) = piece { Some(name) } else { None })
        .collect()
}

#[test]
fn every_finding_has_a_sentence_and_a_remedy_that_say_all_that_is_given() {
    let words = templates(Lang::Kk);
    let told: Vec<Code> = FINDINGS.iter().map(|(code, _)| *code).collect();
    assert_eq!(told.len(), Code::ALL.len());
    assert!(Code::ALL.iter().all(|code| told.contains(code)));
    for (code, given) in FINDINGS {
        let code = code.as_str();
        let given: BTreeSet<&str> = given.split_whitespace().collect();
        let said =
            |family: &str| slots(words.get(&format!("{family}-{code}")).unwrap_or_else(|| panic!("{family}-{code}")));
        // Nothing is asked for that is not given, and nothing that is given is lost.
        assert_eq!(&said("finding") | &said("fix"), given, "{code}");
    }
}

#[test]
fn every_finding_has_a_page() {
    let folder = format!("{}/docs/findings", env!("CARGO_MANIFEST_DIR"));
    for code in Code::ALL {
        let page = fs::read_to_string(format!("{folder}/{}.md", code.as_str())).unwrap_or_default();
        let titles = page.lines().filter(|line| line.starts_with('#')).collect::<Vec<_>>();
        let [title, checks, why, example, act, clause] = titles[..] else { panic!("{}: {titles:?}", code.as_str()) };
        assert_eq!(title, format!("# `{}`", code.as_str()));
        assert_eq!(
            [checks, why, example, clause],
            ["## What it checks", "## Why the law asks", "## Example", "## Clause"]
        );
        assert!(["## What to bring", "## What to do"].contains(&act), "{}: {act}", code.as_str());
    }
    assert_eq!(fs::read_dir(folder).unwrap().count(), Code::ALL.len(), "a page for a code that is not there");
}

#[test]
fn every_finding_of_every_case_is_said_whole() {
    let days_off = days_off();
    for service in services() {
        let standard = Standard { bundle: service.bundle.clone(), hash: Hash([0; 32]) };
        for (file, case) in &service.cases {
            let report = case.report(&standard, &days_off).unwrap();
            for (finding, lang) in report.findings.iter().flat_map(|finding| Lang::ALL.map(|lang| (finding, lang))) {
                for said in [sentence(finding, lang), fix(finding, lang)] {
                    let whole = !said.is_empty() && !said.contains(['{', '}']) && !said.contains("  ");
                    assert!(whole && !said.contains(".."), "{}: {:?} {said}", file.display(), finding.code);
                }
            }
        }
    }
}

#[test]
fn several_questions_follow_each_other_and_names_make_a_list() {
    let text = |en: &str| Text { kk: en.into(), ru: en.into(), en: en.into() };
    let two = |one, other| Arg::AllOf(vec![text(one), text(other)]);
    let needed = Finding::told(Code::SystemCheckUnknown, "rule").with("question", two("Is it so?", "When?"));
    assert!(sentence(&needed, Lang::En).ends_with("you have not said: Is it so? When?"));
    let elsewhere = Finding::told(Code::ChannelNotOffered, "office").with("channels", two("The office", "the portal"));
    assert_eq!(fix(&elsewhere, Lang::En), "Papers are taken here: The office and the portal.");
}

/// The other words that have slots, with what fills them.
const SENTENCES: &[(Word, &str, &str)] = &[
    (key::PAGE_NOTICES_MORE, "page-notices-more", "n"),
    (key::PAGE_TITLE_FAULT, "page-title-fault", "title"),
    (key::STEP_PLACE, "step-place", "n total"),
    (key::QUESTION_PLACE, "question-place", "n"),
    (key::QUESTIONS_LEFT, "questions-left", "n"),
    (key::PAPER_DAY, "paper-day", "what day"),
    (key::PAGE_HOW, "page-how", "how"),
    (key::PAGE_HOURS, "page-hours", "from to"),
    (key::PAGE_NUMBER_HINT, "page-number-hint", "min max"),
    (key::PAGE_NUMBER_WRONG, "page-number-wrong", "subject min max"),
    (key::PAGE_ANSWER_MISSING, "page-answer-missing", "subject"),
    (key::PAGE_DATE_MISSING, "page-date-missing", "subject"),
    (key::PAGE_DATE_IMPOSSIBLE, "page-date-impossible", "subject"),
    (key::PAGE_DATE_BACKWARDS, "page-date-backwards", "subject"),
    (key::PAGE_COPIES_WRONG, "page-copies-wrong", "subject"),
    (key::DATE_LONG, "date-long", "day month year"),
    (key::DATE_OF_YEAR, "date-of-year", "day month"),
    (key::LIST_AND, "list-and", "first last"),
    (key::LIST_OR, "list-or", "first last"),
    (key::UNIT_MINUTE, "unit-minute", "n"),
    (key::UNIT_HOUR, "unit-hour", "n"),
    (key::UNIT_WORKING_DAY, "unit-working-day", "n"),
    (key::UNIT_CALENDAR_DAY, "unit-calendar-day", "n"),
    (key::UNIT_MONTH, "unit-month", "n"),
    (key::UNIT_COPY, "unit-copy", "n"),
    (key::VERDICT_REFUSED, "verdict-refused", "n"),
    (key::VERDICT_OPEN, "verdict-open", "n"),
    (key::POA_OVER_TERM, "poa-over-term", "months last"),
    (key::POA_EXPIRED, "poa-expired", "last"),
    (key::PAPER_MAX_AGE, "paper-max-age", "days"),
    (key::DAY_HOLIDAY, "day-holiday", "name"),
    (key::DAY_OBSERVED, "day-observed", "from name"),
    (key::DAY_SWAP_OFF, "day-swap-off", "with"),
    (key::DAY_SWAP_WORK, "day-swap-work", "with"),
    (key::DATE_INTAKE, "date-intake", "day"),
    (key::DATE_DUE, "date-due", "day"),
    (key::DATE_NOT_BEFORE, "date-not-before", "day"),
    (key::DATE_WINDOW, "date-window", "from to"),
    (key::DATE_FROM, "date-from", "from"),
    (key::DATE_EARLIEST, "date-earliest", "day"),
    (key::DATE_SAME_DAY, "date-same-day", "n"),
    (key::DATE_HANDOVER, "date-handover", "day"),
    (key::DATE_KEPT_UNTIL, "date-kept-until", "day"),
    (key::DATE_UNKNOWN, "date-unknown", "year"),
    (key::DATE_RANGE, "date-range", "from to"),
    (key::BRIEFLY_REFUSED, "briefly-refused", "n"),
    (key::BRIEFLY_OPEN, "briefly-open", "n"),
    (key::MONTH_HEADING, "month-heading", "month year"),
    (key::MONTH_NTH, "month-nth", "n"),
    (key::DATES_VISIT, "dates-visit", "service"),
    (key::DATES_RESULT, "dates-result", "service"),
    (key::DATES_KEPT, "dates-kept", "service"),
    (key::WITHIN_MINUTE, "within-minute", "n"),
    (key::WITHIN_WORKING_DAY, "within-working-day", "n"),
    (key::WITHIN_CALENDAR_DAY, "within-calendar-day", "n"),
    (key::ASSUMPTION_FIRST_DAY, "assumption-first-day", "with without"),
    (key::WAITING, "waiting", "queue service"),
    (key::RECEIPT_FREE_FORM, "receipt-free-form", "clauses"),
    (key::RECEIPT_ANNEX_FORM, "receipt-annex-form", "clauses"),
    (key::RECEIPT_OTHER_TEXT, "receipt-other-text", "service"),
    (key::RECEIPT_EDITION, "receipt-edition", "edition days link"),
    (key::SHEET_PAST, "sheet-past", "days"),
    (key::HANDED_UNKNOWN, "handed-unknown", "n"),
    (key::RECEIPT_CODE, "receipt-code", "code engine law calendar"),
    (key::CITE_ANNEX, "cite-annex", "number"),
    (key::CITE_CHAPTER, "cite-chapter", "number"),
    (key::CITE_ARTICLE, "cite-article", "number"),
    (key::CITE_POINT, "cite-point", "number"),
    (key::CITE_ITEM, "cite-item", "number"),
    (key::CITE_SECTION, "cite-section", "number"),
    (key::CITE_PARAGRAPH, "cite-paragraph", "number"),
    (key::CITE_ROW, "cite-row", "number"),
    (key::CONDITION_ANSWER, "condition-answer", "question answer"),
    (key::CONDITION_QUOTED, "condition-quoted", "text"),
    (key::CONDITION_EXCEPT, "condition-except", "answers"),
    (key::CONDITION_AT_LEAST, "condition-at-least", "limit"),
    (key::CONDITION_AT_MOST, "condition-at-most", "limit"),
    (key::CONDITION_NOT_BEFORE, "condition-not-before", "limit"),
    (key::CONDITION_NOT_AFTER, "condition-not-after", "limit"),
    (key::LAW_ALL_EDITIONS, "law-all-editions", "n"),
    (key::LAW_EDITION_ABOUT, "law-edition-about", "service when"),
    (key::LAW_MAP_ABOUT, "law-map-about", "service when"),
    (key::LAW_CASES, "law-cases", "way n"),
    (key::LAW_CASES_ELSEWHERE, "law-cases-elsewhere", "way n"),
    (key::LAW_CALENDAR_YEAR, "law-calendar-year", "year"),
    (key::LAW_MAY_FALL, "law-may-fall", "days"),
    (key::KEPT_FOUND, "kept-found", "day"),
    (key::KEPT_CHANGED, "kept-changed", "day"),
    (key::KEPT_SAVE_REPLACES, "kept-save-replaces", "day"),
    (key::PUBLIC_LEFT, "public-left", "n"),
    (key::PRIVACY_ASKED_COUNT, "privacy-asked-count", "n others"),
    (key::PRIVACY_TRIED, "privacy-tried", "all blocked"),
    (key::WIDGET_CLOSED, "widget-closed", "day"),
    (key::WIDGET_REFUSED, "widget-refused", "what"),
    (key::WIDGET_UNKNOWN, "widget-unknown", "what"),
    (key::LAW_WHOM, "law-whom", "condition"),
    (key::LAW_OTHERWISE, "law-otherwise", "text"),
    (key::LAW_UNCLEAR, "law-unclear", "condition note"),
    (key::LAW_HOURS, "law-hours", "hours"),
    (key::LAW_INTAKE, "law-intake", "hours"),
    (key::LAW_LUNCH, "law-lunch", "hours"),
    (key::LAW_NOT_BEFORE, "law-not-before", "day"),
    (key::LAW_NOT_AFTER, "law-not-after", "day"),
    (key::LAW_OPENS, "law-opens", "day"),
    (key::LAW_CLOSES, "law-closes", "day"),
    (key::LAW_YEAR_BEGINS, "law-year-begins", "day"),
    (key::LAW_OPENS_ON, "law-opens-on", "question"),
    (key::LAW_CLOSES_BEFORE, "law-closes-before", "days question"),
    (key::LAW_HANDOVER, "law-handover", "hours"),
    (key::LAW_STORAGE, "law-storage", "months"),
];

#[test]
fn every_other_slot_has_what_fills_it() {
    let words = templates(Lang::En);
    let listed: BTreeMap<&str, BTreeSet<&str>> =
        SENTENCES.iter().map(|(_, key, given)| (*key, given.split(' ').collect())).collect();
    let found: BTreeMap<&str, BTreeSet<&str>> = words
        .iter()
        .filter(|(key, _)| !key.starts_with("finding-") && !key.starts_with("fix-"))
        .map(|(key, template)| (key.as_str(), slots(template)))
        .filter(|(_, slots)| !slots.is_empty())
        .collect();
    assert_eq!(listed, found);
    for (word, key, given) in SENTENCES {
        for lang in Lang::ALL {
            let values: Vec<(&str, Value)> = given.split(' ').map(|name| (name, 2.into())).collect();
            let said = say(lang, *word, &values);
            assert!(said.contains('2') && !said.contains(['{', '}']), "{key}: {said}");
        }
    }
}

#[test]
fn sentences_are_said_as_people_say_them() {
    let (day, later) = (day("2026-09-14"), day("2026-09-17"));
    let window = |lang| say(lang, key::DATE_WINDOW, &[("from", day.into()), ("to", later.into())]);
    assert_eq!(window(Lang::Kk), "2026 жылғы 14 қыркүйектен бастап 2026 жылғы 17 қыркүйекке дейін");
    assert_eq!(window(Lang::Ru), "с 14 сентября 2026 года по 17 сентября 2026 года");
    let expired = [("document", "Паспорт".into()), ("expires", day.into())];
    assert_eq!(
        say(Lang::Kk, key::FINDING_DOCUMENT_EXPIRED, &expired),
        "«Паспорт»: қолданылу мерзімі 2026 жылғы 14 қыркүйекте аяқталған."
    );
    let refused = |number: i64| say(Lang::Ru, key::VERDICT_REFUSED, &[("n", number.into())]);
    assert!(refused(1).ends_with("по 1 причине.") && refused(2).ends_with("по 2 причинам."));
    let late = say(Lang::En, key::FINDING_OUTSIDE_INTAKE_HOURS, &[("time", TimeOfDay::try_new(18, 5).unwrap().into())]);
    assert_eq!(late, "At 18:05 it is too late: papers are no longer registered on that day.");
    assert_eq!(say(Lang::En, key::DAY_SWAP_OFF, &[("with", day.into())]), "day off moved from 14.09.2026");
    assert_eq!(label(Lang::Kk, key::FORM_COPY), "көшірмесі");
}

#[test]
fn words_in_a_file_of_their_own_are_taken_only_by_the_engine_they_belong_to() {
    for lang in Lang::ALL {
        let file = qolhat::words::file(lang);
        assert_eq!(qolhat::words::take(lang, file.as_bytes()), Ok(()));
        let said: Vec<_> = file.lines().collect();
        assert!(said.contains(&label(lang, key::PAGE_PRIVACY)), "what the page says is in the file");
        assert!(!said.contains(&label(lang, key::CONDITION_ALWAYS)), "what the command alone says is not");
        let (_, cut) = file.rsplit_once('\n').unwrap();
        let other = format!("{}{}", u8::from(file.starts_with('0')), &file[1..]);
        for wrong in [cut, other.as_str(), ""] {
            assert_eq!(qolhat::words::take(lang, wrong.as_bytes()), Err(qolhat::words::WordsError), "{wrong:.20}");
        }
    }
}
