//! The calendar against the research table, its published totals, its traps, a naive counter, and the rules of counting.

mod count;
mod table;

use std::path::{Path, PathBuf};

use qolhat::Day;
use qolhat::author::read_calendar;
use qolhat::calendar::{Calendar, Week};

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

fn calendar() -> Calendar {
    read_calendar(&file("law")).unwrap()
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
