//! The calendar against the research table, its published totals, its traps, a naive counter, and the rules of counting.

mod command;
mod count;
mod faults;
mod table;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use qolhat::Day;
use qolhat::author::{assemble_calendar, read};
use qolhat::calendar::{Calendar, Week};
use qolhat::law::CalendarBundle;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn week(text: &str) -> Week {
    match text {
        "five" => Week::Five,
        "six" => Week::Six,
        other => panic!("no week `{other}`"),
    }
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn bundle() -> &'static CalendarBundle {
    static BUNDLE: LazyLock<CalendarBundle> =
        LazyLock::new(|| assemble_calendar(&read(&file("law")).unwrap()).unwrap());
    &BUNDLE
}

fn calendar() -> Calendar {
    bundle().calendar.clone()
}

/// All days from `first` to `last`, both included.
fn days(first: &str, last: &str) -> impl Iterator<Item = Day> + use<> {
    let last = day(last);
    std::iter::successors(Some(day(first)), |day| Some(day.next())).take_while(move |day| *day <= last)
}

/// The rows of a table without commas but in the last column.
fn rows(name: &str, columns: usize) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(file("tests/spec").join(name)).unwrap();
    text.lines().skip(1).map(|line| line.splitn(columns, ',').map(String::from).collect()).collect()
}
