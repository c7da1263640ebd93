//! No line of the calendar is missing: holidays come as often as the law says, swaps have two sides, and a holiday on a
//! weekly day off is observed on another day.

use std::format;
use std::string::ToString;
use std::vec::Vec;

use super::editions::named;
use crate::author::calendar::{CalendarSource, Holiday, no_year};
use crate::author::fault::LawError;
use crate::author::read::{Source, Sources};
use crate::calendar::{CalendarDay, CalendarYear, DayKind, Week};
use crate::day::Day;
use crate::id::nearest;

/// Finds years, days and pairs that are missing or do not fit together.
pub fn check(sources: &Sources, faults: &mut Vec<LawError>) {
    let calendar = &sources.calendar;
    if calendar.years.is_empty() {
        faults.push(no_year(&calendar.names));
    }
    for (earlier, later) in calendar.years.iter().zip(calendar.years.iter().skip(1)) {
        consecutive(earlier, later, faults);
    }
    for year in &calendar.years {
        named(year, "year", &year.value.year.to_string(), Some(&year.file.with_extension("")), faults);
        for (n, day) in year.value.days.iter().enumerate() {
            order(year, n, day, faults);
            related(calendar, year, n, day, faults);
            observed(calendar, year, n, day, faults);
        }
        counted(calendar, year, faults);
    }
}

fn consecutive(earlier: &Source<CalendarYear>, later: &Source<CalendarYear>, faults: &mut Vec<LawError>) {
    if later.value.year != earlier.value.year + 1 {
        let message = format!("the calendar goes from {} to {}", earlier.value.year, later.value.year);
        let fault = LawError::new("calendar-gap", message, later.at("year", "this year"), "write the years between");
        faults.push(fault.and(earlier.at("year", "that year")));
    }
}

fn order(year: &Source<CalendarYear>, n: usize, day: &CalendarDay, faults: &mut Vec<LawError>) {
    let before = n.checked_sub(1).and_then(|before| year.value.days.get(before));
    if day.day.year() != year.value.year || before.is_some_and(|before| before.day > day.day) {
        let message = format!("{} is out of order", day.day);
        let help = "the days of a year stand in its file, ascending";
        faults.push(LawError::new("calendar-order", message, year.at(&format!("days/{n}"), ""), help));
    }
}

/// Demands that what a day refers to is there.
fn related(
    calendar: &CalendarSource,
    year: &Source<CalendarYear>,
    n: usize,
    day: &CalendarDay,
    faults: &mut Vec<LawError>,
) {
    let at = || year.at(&format!("days/{n}"), "");
    let holidays = &calendar.names.value.names;
    match &day.kind {
        DayKind::Holiday(id) if holidays.iter().all(|holiday| holiday.id != *id) => {
            let near = nearest(id.as_str(), holidays.iter().map(|holiday| holiday.id.as_str()));
            let help = near.map_or_else(
                || "it must stand in calendar/names.toml".into(),
                |near| format!("did you mean `{near}`?"),
            );
            faults.push(LawError::new("holiday-unknown", format!("there is no holiday `{id}`"), at(), help));
        }
        DayKind::Observed(other) if !is(year, *other, day, |kind| matches!(kind, DayKind::Holiday(_))) => {
            let message = format!("{} is off for {other}, which is no holiday", day.day);
            faults.push(LawError::new("observed-alone", message, at(), "list the holiday, or remove this day"));
        }
        DayKind::SwapOff(other) if !is(year, *other, day, |kind| *kind == DayKind::SwapWork(day.day)) => {
            let message = format!("{} is off in exchange for {other}, which is not worked for it", day.day);
            faults.push(LawError::new("swap-alone", message, at(), "list the worked day with `swap-work`"));
        }
        DayKind::SwapWork(other) if !is(year, *other, day, |kind| *kind == DayKind::SwapOff(day.day)) => {
            let message = format!("{} is worked in exchange for {other}, which is not off for it", day.day);
            faults.push(LawError::new("swap-alone", message, at(), "list the day off with `swap-off`"));
        }
        _ => {}
    }
}

/// Tells whether `other` is listed in the weeks of `day` as such a kind.
fn is(year: &Source<CalendarYear>, other: Day, day: &CalendarDay, kind: impl Fn(&DayKind) -> bool) -> bool {
    let listed = |week: &Week| {
        year.value.days.iter().any(|some| some.day == other && some.weeks.contains(week) && kind(&some.kind))
    };
    day.weeks.iter().all(listed)
}

/// Demands another day off for a holiday on a weekly day off, unless the day that would be off is worked by decree.
fn observed(
    calendar: &CalendarSource,
    year: &Source<CalendarYear>,
    n: usize,
    day: &CalendarDay,
    faults: &mut Vec<LawError>,
) {
    let DayKind::Holiday(id) = &day.kind else { return };
    let moves = |holiday: &Holiday| holiday.id == *id && holiday.observed;
    if !calendar.names.value.names.iter().any(moves) {
        return;
    }
    for week in day.weeks.iter().filter(|week| week.rests_on(day.day)) {
        let instead = year.value.days.iter().filter(|some| some.weeks.contains(week)).any(|some| match some.kind {
            DayKind::Observed(of) => of == day.day,
            DayKind::SwapWork(_) => !week.rests_on(some.day) && (1..7).contains(&day.day.days_until(some.day)),
            _ => false,
        });
        if !instead {
            let number = if *week == Week::Five { "five" } else { "six" };
            let message = format!("nothing is off for {}, a weekly day off in the {number}-day week", day.day);
            let help = "list the day off with `observed`";
            faults.push(LawError::new("observed-missing", message, year.at(&format!("days/{n}"), ""), help));
        }
    }
}

fn counted(calendar: &CalendarSource, year: &Source<CalendarYear>, faults: &mut Vec<LawError>) {
    for (n, holiday) in calendar.names.value.names.iter().enumerate() {
        let found = year.value.days.iter().filter(|day| day.kind == DayKind::Holiday(holiday.id.clone())).count();
        let expected = holiday.days_in(year.value.year);
        if found != expected {
            let (id, number) = (&holiday.id, year.value.year);
            let message = format!("{number} has {found} of the {expected} days of `{id}`");
            let fault = LawError::new(
                "holiday-count",
                message,
                year.at("days", ""),
                "add the missing day, or correct `a-year` in names.toml",
            );
            faults.push(fault.and(calendar.names.at(&format!("name/{n}/a-year"), "how many there are")));
        }
    }
}
