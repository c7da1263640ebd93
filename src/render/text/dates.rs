//! Dates: intake, terms with the days they counted, steps, windows.

use alloc::string::{String, ToString};

use super::Page;
use crate::calendar::PassedDay;
use crate::day::Day;
use crate::id::Lang;
use crate::law::TermUnit;
use crate::render::phrase;
use crate::report::Report;
use crate::timeline::{StepDates, TermDates, Timeline, WindowDates};
use crate::words::{self, Word, finding, key, label, say};

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
    for limit in &timeline.limits {
        page.line(&alloc::format!("  {}: {}", limit.what.of(page.lang), phrase::limit(limit, page.lang)));
    }
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
    let (what, due) = (term.what.of(lang), phrase::due(term, timeline, lang));
    match term.unit {
        TermUnit::Minute => alloc::format!("{what}: {due}"),
        TermUnit::WorkingDay | TermUnit::CalendarDay => {
            alloc::format!("{what}: {due} ({})", phrase::length(term, lang))
        }
    }
}

fn assumptions(page: &mut Page, term: &TermDates) {
    let heading = label(page.lang, key::HEADING_ASSUMPTION);
    for line in phrase::assumptions(term, page.lang) {
        page.line(&alloc::format!("    {heading}: {line}"));
    }
}

fn windows(page: &mut Page, windows: &[WindowDates]) {
    if windows.is_empty() {
        return;
    }
    page.heading(key::HEADING_WINDOWS);
    for window in windows {
        let days = phrase::window(window.days, page.lang);
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
        let (lang, within) = (page.lang, phrase::within(step, page.lang));
        page.line(&alloc::format!("  {}. {}: {} ({within})", n + 1, step.who.of(lang), step.does.of(lang)));
        page.line(&alloc::format!("     {}", phrase::span(step)));
    }
}
