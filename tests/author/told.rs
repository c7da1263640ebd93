//! Conditions, editions and changes in words.

use qolhat::author::{assemble, diff, explain, parse};
use qolhat::edition::in_force;
use qolhat::law::Bundle;
use qolhat::words::condition::condition;
use qolhat::{Condition, Day, Lang};

use super::sample;
use crate::snapshots::same;

fn bundle() -> Bundle {
    assemble(&parse(&sample()).unwrap()).remove(0)
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn said(sentence: &str, lang: Lang) -> String {
    let sentence: Condition = sentence.parse().unwrap();
    condition(&sentence, &parse(&sample()).unwrap().facts.value.facts, lang)
}

#[test]
fn a_condition_is_a_question_with_its_answer() {
    assert_eq!(said("minor", Lang::Ru), "«Заявителю меньше 18 лет?» — да");
    assert_eq!(said("not minor", Lang::Kk), "«Кәмелетке толмаған ба?» — жоқ");
    assert_eq!(said("reason = work", Lang::En), "“What is the permit for?” – “Work”");
    assert_eq!(said("always", Lang::Ru), "всех");
    assert_eq!(said("not always", Lang::Kk), "ешкімге");
}

#[test]
fn options_of_one_question_stand_together() {
    assert_eq!(said("reason = work or reason = study", Lang::Ru), "«Зачем нужно разрешение?» — «Работа» или «Учёба»");
    let neither = "«Зачем нужно разрешение?» — любой ответ, кроме «Работа» и «Учёба»";
    assert_eq!(said("not (reason = work or reason = study)", Lang::Ru), neither);
    assert_eq!(said("not reason = work and not reason = study", Lang::Ru), neither);
    let (rest, eighth) = ("«Зачем нужно разрешение?» — «Отдых»", "«Какой класс?» — 8 или меньше");
    assert_eq!(said("reason = rest or grade < 9", Lang::Ru), format!("{rest} или {eighth}"));
    let mixed = "(«Зачем нужно разрешение?» — «Учёба» или «Отдых») или «Какой класс?» — 8 или меньше";
    assert_eq!(said("reason = study or reason = rest or grade < 9", Lang::Ru), mixed);
    assert_eq!(said("not reason = work", Lang::Kk), "«Рұқсат не үшін керек?» — «Жұмыс» дегеннен басқа жауап");
}

#[test]
fn limits_are_said_as_the_last_that_still_counts() {
    assert_eq!(said("grade < 10", Lang::Ru), "«Какой класс?» — 9 или меньше");
    assert_eq!(said("not grade < 10", Lang::Ru), "«Какой класс?» — 10 или больше");
    assert_eq!(said("grade > 10", Lang::En), "“Which grade?” – 11 or more");
    assert_eq!(said("not grade > 10", Lang::En), "“Which grade?” – 10 or less");
    assert_eq!(said("grade = 1", Lang::Kk), "«Нешінші сынып?» — 1");
    assert_eq!(said("not grade = 1", Lang::Kk), "«Нешінші сынып?» — 1 дегеннен басқа жауап");
    let before = "«Когда вы уезжаете?» — 31 августа 2026 года или раньше";
    assert_eq!(said("departure-day < 2026-09-01", Lang::Ru), before);
    assert_eq!(said("not departure-day >= 2026-09-01", Lang::Ru), before);
}

#[test]
fn a_negation_is_said_of_the_answers_and_brackets_keep_what_belongs_together() {
    let (minor, work, ninth) =
        ("«Заявителю меньше 18 лет?» — да", "«Зачем нужно разрешение?» — «Работа»", "«Какой класс?» — 9 или больше");
    assert_eq!(said("minor and (reason = work or grade >= 9)", Lang::Ru), format!("{minor} и ({work} или {ninth})"));
    assert_eq!(
        said("not (minor and grade >= 9)", Lang::Ru),
        "«Заявителю меньше 18 лет?» — нет или «Какой класс?» — 8 или меньше"
    );
}

#[test]
fn an_edition_reads_as_a_page() {
    let bundle = bundle();
    for lang in Lang::ALL {
        let day = day("2024-07-01");
        let page = explain(&bundle, in_force(&bundle, day).unwrap(), day, lang);
        same(&format!("explain-sample-permit.{}.txt", lang.code()), &page);
        assert!(page.lines().all(|line| line.chars().count() <= 100), "a line is too long");
    }
}

#[test]
fn what_changed_is_told() {
    let bundle = bundle();
    let changed = |from: &str, to: &str, lang| {
        let [(one, from), (other, to)] = [from, to].map(|text| (in_force(&bundle, day(text)).unwrap(), day(text)));
        diff(&bundle, (one, from), (other, to), lang)
    };
    for lang in Lang::ALL {
        same(&format!("diff-sample-permit.{}.txt", lang.code()), &changed("2024-06-30", "2024-07-01", lang));
    }
    let same_edition = changed("2024-07-01", "2024-12-01", Lang::Ru);
    assert!(same_edition.ends_with("В оба дня действует одна и та же редакция.\n"), "{same_edition}");
    // The other way round, what was added is dropped.
    let back = changed("2024-07-01", "2024-06-30", Lang::En);
    assert!(
        back.contains("− dropped: Portal") && back.contains("before: Diploma — Office: a copy, 2 copies"),
        "{back}"
    );
}
