//! Dates: the day the result is due, large; the others; the days counted and skipped; the steps.

use maud::{Markup, html};

use super::clauses;
use super::course::course;
use super::month::months;
use crate::calendar::PassedDay;
use crate::id::Lang;
use crate::law::{Act, TermUnit};
use crate::render::phrase;
use crate::report::{Report, Verdict};
use crate::timeline::{TermDates, Timeline};
use crate::words::{self, finding, key, label, say};

/// All dates of a report; nothing where there are none.
pub fn dates(report: &Report, lang: Lang) -> Markup {
    let Some(timeline) = &report.timeline else { return Markup::default() };
    let acts = &report.acts;
    html! {
        section.dates aria-labelledby="dates" {
            h2 #dates { (label(lang, key::HEADING_DATES)) }
            @if report.verdict != Verdict::Accepted { p { (label(lang, key::DATES_IF)) } }
            (main(timeline, acts, lang))
            (others(timeline, acts, lang))
            (months(timeline, lang))
            (counted(timeline, lang))
            (course(report, lang))
            (steps(timeline, acts, lang))
            (windows(timeline, acts, lang))
        }
    }
}

fn main(timeline: &Timeline, acts: &[Act], lang: Lang) -> Markup {
    let main = timeline.terms.iter().find(|term| term.main);
    html! {
        @if let Some(term) = main {
            div.due {
                div {
                    p.due-what { (term.what.of(lang)) }
                    p.due-day { (phrase::due(term, timeline, lang)) }
                    @if term.unit != TermUnit::Minute { p.due-length { (phrase::length(term, lang)) } }
                }
                @if let Some(earliest) = timeline.earliest.filter(|_| term.unit != TermUnit::Minute) {
                    p.due-earliest { (say(lang, key::DATE_EARLIEST, &[("day", earliest.into())])) }
                }
                div.due-grounds { (grounds(term, acts, lang)) }
            }
        }
    }
}

fn grounds(term: &TermDates, acts: &[Act], lang: Lang) -> Markup {
    html! {
        (clauses(&term.cite, acts, lang))
        @for assumption in phrase::assumptions(term, lang) {
            p.assumption { strong { (label(lang, key::HEADING_ASSUMPTION)) ": " } (assumption) }
        }
    }
}

fn others(timeline: &Timeline, acts: &[Act], lang: Lang) -> Markup {
    let line = |word, day: crate::day::Day| say(lang, word, &[("day", day.into())]);
    html! {
        ul.days {
            @if let Some(day) = timeline.intake.day { li { (line(key::DATE_INTAKE, day)) } }
            @for term in timeline.terms.iter().filter(|term| !term.main) {
                li { (term.what.of(lang)) ": " (phrase::due(term, timeline, lang)) (grounds(term, acts, lang)) }
            }
            @if let Some(dated) = &timeline.handover {
                li { (line(key::DATE_HANDOVER, dated.day)) (clauses(&dated.cite, acts, lang)) }
            }
            @if let Some(dated) = &timeline.kept_until {
                li {
                    (line(key::DATE_KEPT_UNTIL, dated.day))
                    @if let Some(what) = &dated.what { ". " (what.of(lang)) }
                    (clauses(&dated.cite, acts, lang))
                }
            }
            @for limit in &timeline.limits {
                li { (limit.what.of(lang)) ": " (phrase::limit(limit, lang)) (clauses(&limit.cite, acts, lang)) }
            }
        }
    }
}

fn windows(timeline: &Timeline, acts: &[Act], lang: Lang) -> Markup {
    html! {
        @if !timeline.windows.is_empty() {
            h3 { (label(lang, key::HEADING_WINDOWS)) }
            ul.days {
                @for window in &timeline.windows {
                    li {
                        (window.what.of(lang)) ": " (phrase::window(window.days, lang))
                        @if let Some(note) = &window.note { p.note { (note.of(lang)) } }
                        (clauses(&window.cite, acts, lang))
                    }
                }
            }
        }
    }
}

/// The days counted and skipped, each with its number or its reason.
fn counted(timeline: &Timeline, lang: Lang) -> Markup {
    let main = timeline.terms.iter().find(|term| term.main && !term.days.is_empty());
    html! {
        @if main.is_some() || !timeline.intake.passed.is_empty() {
            details.counted {
                summary { (label(lang, key::HEADING_TIMELINE)) }
                table {
                    thead {
                        tr {
                            th scope="col" { (label(lang, key::COLUMN_DAY)) }
                            th scope="col" { (label(lang, key::COLUMN_NUMBER)) }
                            th scope="col" { (label(lang, key::COLUMN_WHY)) }
                        }
                    }
                    tbody {
                        @for passed in &timeline.intake.passed { (row(passed, lang)) }
                        @if let Some(intake) = timeline.intake.day {
                            tr.intake {
                                (day_cell(intake, lang))
                                td { "0" }
                                td { (label(lang, key::DAY_INTAKE)) }
                            }
                        }
                        @for passed in main.map(|term| &term.days).into_iter().flatten() { (row(passed, lang)) }
                    }
                }
            }
        }
    }
}

fn row(passed: &PassedDay, lang: Lang) -> Markup {
    html! {
        tr.skipped[passed.number.is_none()] {
            (day_cell(passed.day, lang))
            td { @match passed.number { Some(number) => (number), None => "–" } }
            td {
                (finding::day_reason(&passed.reason, lang))
                @if let Some(note) = &passed.note { " " span.note { (note.of(lang)) } }
            }
        }
    }
}

fn day_cell(day: crate::day::Day, lang: Lang) -> Markup {
    html! { th scope="row" { (words::date_short(day)) " " span.weekday { (words::weekday_name(day, lang)) } } }
}

fn steps(timeline: &Timeline, acts: &[Act], lang: Lang) -> Markup {
    html! {
        @if !timeline.steps.is_empty() {
            details.steps {
                summary { (label(lang, key::HEADING_STEPS)) }
                ol {
                    @for step in &timeline.steps {
                        li {
                            p { strong { (step.who.of(lang)) } ": " (step.does.of(lang)) }
                            p.note { (phrase::within(step, lang)) " · " (phrase::span(step)) }
                            (clauses(&step.cite, acts, lang))
                        }
                    }
                }
            }
        }
    }
}
