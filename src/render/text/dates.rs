//! Dates: intake, terms with the days they counted, steps, windows.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::Page;
use crate::calendar::PassedDay;
use crate::day::{Day, TimeOfDay};
use crate::id::Lang;
use crate::law::{FirstDay, TermUnit};
use crate::report::Report;
use crate::timeline::{LimitDates, StepDates, TermDates, Timeline, WindowDates};
use crate::words::{self, Noun, Value, Word, finding, key, label, say};

/// All dates of a report.
pub(super) fn dates(page: &mut Page, report: &Report) {
    let Some(timeline) = &report.timeline else { return };
    page.heading(key::HEADING_DATES);
    day_line(page, key::DATE_INTAKE, timeline.intake.day);
    for term in &timeline.terms {
        page.line(&alloc::format!("  {}", term_line(term, timeline, page.lang)));
        page.clauses("    ", &term.cite, report);
        assumptions(page, term);
    }
    day_line(page, key::DATE_EARLIEST, timeline.earliest);
    day_line(page, key::DATE_HANDOVER, timeline.handover.as_ref().map(|dated| dated.day));
    day_line(page, key::DATE_KEPT_UNTIL, timeline.kept_until.as_ref().map(|dated| dated.day));
    timeline.limits.iter().for_each(|limit| page.line(&limit_line(limit, page.lang)));
    windows(page, &timeline.windows);
    counted(page, timeline);
    steps(page, &timeline.steps);
}

fn day_line(page: &mut Page, word: Word, day: Option<Day>) {
    if let Some(day) = day {
        page.line(&alloc::format!("  {}", say(page.lang, word, &[("day", day.into())])));
    }
}

fn term_line(term: &TermDates, timeline: &Timeline, lang: Lang) -> String {
    let what = term.what.of(lang);
    if term.unit == TermUnit::Minute {
        return alloc::format!("{what}: {}", say(lang, key::DATE_SAME_DAY, &[("n", term.count.into())]));
    }
    let noun = if term.unit == TermUnit::WorkingDay { Noun::WorkingDay } else { Noun::CalendarDay };
    let count = words::count(term.count, noun, lang);
    let due = match (term.range, term.due, timeline.unknown_year) {
        (Some((from, to)), ..) => say(lang, key::DATE_RANGE, &[("from", from.into()), ("to", to.into())]),
        (None, Some(due), _) => say(lang, key::DATE_DUE, &[("day", due.into())]),
        (None, None, year) => say(lang, key::DATE_UNKNOWN, &[("year", year.unwrap_or_default().into())]),
    };
    alloc::format!("{what}: {due} ({count})")
}

fn assumptions(page: &mut Page, term: &TermDates) {
    let lang = page.lang;
    if let (FirstDay::Silent, Some(with), Some(without)) = (term.first_day, term.due, term.other_reading) {
        let line = say(lang, key::ASSUMPTION_FIRST_DAY, &[("with", with.into()), ("without", without.into())]);
        page.line(&alloc::format!("    {}: {line}", label(lang, key::HEADING_ASSUMPTION)));
    }
    if term.saturday_intake {
        let line = label(lang, key::ASSUMPTION_SATURDAY);
        page.line(&alloc::format!("    {}: {line}", label(lang, key::HEADING_ASSUMPTION)));
    }
}

fn limit_line(limit: &LimitDates, lang: Lang) -> String {
    let before = limit.not_before.map(|day| say(lang, key::DATE_NOT_BEFORE, &[("day", day.into())]));
    let after = limit.not_after.map(|day| say(lang, key::DATE_DUE, &[("day", day.into())]));
    let days: Vec<String> = [before, after].into_iter().flatten().collect();
    alloc::format!("  {}: {}", limit.what.of(lang), days.join(", "))
}

fn windows(page: &mut Page, windows: &[WindowDates]) {
    if windows.is_empty() {
        return;
    }
    page.heading(key::HEADING_WINDOWS);
    for window in windows {
        let values = |opens: Day, closes: Day| [("from", Value::from(opens)), ("to", Value::from(closes))];
        let days = match (window.days.opens, window.days.closes) {
            (Some(opens), Some(closes)) => say(page.lang, key::DATE_WINDOW, &values(opens, closes)),
            (Some(opens), None) => say(page.lang, key::DATE_FROM, &[("from", opens.into())]),
            (None, Some(closes)) => say(page.lang, key::DATE_DUE, &[("day", closes.into())]),
            (None, None) => String::new(),
        };
        page.line(&alloc::format!("  {}: {days}", window.what.of(page.lang)));
    }
}

/// The days counted and skipped, each with its number or its reason.
fn counted(page: &mut Page, timeline: &Timeline) {
    let main = timeline.terms.iter().find(|term| term.main && !term.days.is_empty());
    if main.is_none() && timeline.intake.passed.is_empty() {
        return;
    }
    page.heading(key::HEADING_TIMELINE);
    for passed in &timeline.intake.passed {
        page.line(&counted_line(passed, "–", page.lang));
    }
    if let Some(intake) = timeline.intake.day {
        let day = words::date_short(intake);
        let weekday = words::weekday_name(intake, page.lang);
        page.line(&alloc::format!("    · {day} {weekday}: {}", label(page.lang, key::DAY_INTAKE)));
    }
    for passed in main.map(|term| &term.days).into_iter().flatten() {
        let number = passed.number.map_or("–".into(), |number| number.to_string());
        page.line(&counted_line(passed, &number, page.lang));
    }
}

fn counted_line(passed: &PassedDay, mark: &str, lang: Lang) -> String {
    let (day, weekday) = (words::date_short(passed.day), words::weekday_name(passed.day, lang));
    alloc::format!("  {mark:>3} {day} {weekday}: {}", finding::day_reason(&passed.reason, lang))
}

fn steps(page: &mut Page, steps: &[StepDates]) {
    if steps.is_empty() {
        return;
    }
    page.heading(key::HEADING_STEPS);
    for (n, step) in steps.iter().enumerate() {
        let lang = page.lang;
        let word = match step.unit {
            TermUnit::Minute => key::WITHIN_MINUTE,
            TermUnit::WorkingDay => key::WITHIN_WORKING_DAY,
            TermUnit::CalendarDay => key::WITHIN_CALENDAR_DAY,
        };
        let within = say(lang, word, &[("n", step.within.into())]);
        page.line(&alloc::format!("  {}. {}: {} ({within})", n + 1, step.who.of(lang), step.does.of(lang)));
        let from = moment(step.from_day, step.from_time);
        let to = step.to_day.map_or_else(|| "?".into(), |day| moment(day, step.to_time));
        page.line(&alloc::format!("     {from} – {to}"));
    }
}

fn moment(day: Day, time: Option<TimeOfDay>) -> String {
    let day = words::date_short(day);
    time.map_or_else(|| day.clone(), |time| alloc::format!("{day} {time}"))
}
