//! Each line of the calendar is sound by itself: it stands once for a week, gives no day off that is free anyway, and
//! says what is doubtful in it.

use std::collections::BTreeMap;
use std::format;
use std::string::String;
use std::vec::Vec;

use crate::author::calendar::CalendarSource;
use crate::author::fault::{LawError, Place};
use crate::author::read::Source;
use crate::calendar::{CalendarDay, CalendarYear, DayKind, Week};
use crate::clause::Verified;
use crate::day::Day;

/// Finds lines that stand twice, contradict the week, or hide a doubt.
pub fn check(calendar: &CalendarSource, faults: &mut Vec<LawError>) {
    for year in &calendar.years {
        let entries = || year.value.days.iter().enumerate().map(|(n, line)| Entry { year, n, line });
        let mut seen = BTreeMap::new();
        for entry in entries() {
            once(&entry, &mut seen, faults);
            faults.extend(free_anyway(&entry));
            faults.extend(estimate(&entry));
            faults.extend(unexplained(&entry));
        }
    }
}

/// A line of the calendar with the file in which it stands.
#[derive(Clone, Copy)]
struct Entry<'a> {
    year: &'a Source<CalendarYear>,
    n: usize,
    line: &'a CalendarDay,
}

impl Entry<'_> {
    fn at(&self, what: &str) -> Place {
        self.year.at(&format!("days/{}", self.n), what)
    }

    fn fault(&self, code: &'static str, message: String, help: &str) -> LawError {
        LawError::new(code, message, self.at(""), help)
    }
}

fn once<'a>(entry: &Entry<'a>, seen: &mut BTreeMap<(Day, Week), Entry<'a>>, faults: &mut Vec<LawError>) {
    let CalendarDay { day, weeks, .. } = entry.line;
    if weeks.is_empty() {
        let help = "name the weeks in which it holds, or leave `weeks` out for both";
        faults.push(entry.fault("weeks-missing", format!("{day} holds in no week"), help));
    }
    for week in weeks {
        if let Some(first) = seen.insert((*day, *week), *entry) {
            let message = format!("{day} is listed twice for the {} week", said(*week));
            let fault = LawError::new("day-twice", message, entry.at("this one"), "keep one line for each week");
            faults.push(fault.and(first.at("that one")));
        }
    }
}

/// A day that is off anyway cannot be given, and only a holiday on a weekly day off gives another day.
fn free_anyway(entry: &Entry<'_>) -> Option<LawError> {
    let CalendarDay { day, kind, weeks, .. } = entry.line;
    let given = matches!(kind, DayKind::Observed(_) | DayKind::SwapOff(_) | DayKind::Workday);
    if let Some(week) = weeks.iter().find(|week| given && week.rests_on(*day)) {
        let message = format!("{day} is a weekly day off in the {} week", said(*week));
        return Some(entry.fault("day-off-anyway", message, "look again at the day, or at `weeks`"));
    }
    let DayKind::Observed(from) = kind else { return None };
    let week = weeks.iter().find(|week| !week.rests_on(*from) || from >= day)?;
    let message = format!("{from} gives no later day off in the {} week", said(*week));
    let help = "only a holiday on a weekly day off is observed on another day, and that day comes after it";
    Some(entry.fault("observed-unsound", message, help))
}

fn estimate(entry: &Entry<'_>) -> Option<LawError> {
    let CalendarDay { day, kind, may_fall_on, .. } = entry.line;
    let sound = matches!(kind, DayKind::Holiday(_)) && entry.year.value.provisional && !may_fall_on.contains(day);
    let message = || format!("{day} cannot be estimated like this");
    let help = "only a holiday of a provisional year is estimated; `may-fall-on` names the other days it may take";
    (!may_fall_on.is_empty() && !sound).then(|| entry.fault("estimate-unsound", message(), help))
}

fn unexplained(entry: &Entry<'_>) -> Option<LawError> {
    let doubtful = matches!(entry.line.verified, Verified::Assumed | Verified::NotSeen);
    let explained = entry.line.note.is_some() || entry.year.value.note.is_some();
    let message = || format!("{} was not verified, and no note says so to the reader", entry.line.day);
    let help = "say why it was taken in `note`, of the day or of the year";
    (doubtful && !explained).then(|| entry.fault("note-missing", message(), help))
}

fn said(week: Week) -> &'static str {
    match week {
        Week::Five => "five-day",
        Week::Six => "six-day",
    }
}
