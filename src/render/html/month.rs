//! The months from the day of handing in to the last day of the term: what was counted, what was skipped and why.

use alloc::vec::Vec;

use maud::{Markup, html};

use crate::calendar::{DayReason, PassedDay};
use crate::day::Day;
use crate::id::Lang;
use crate::timeline::Timeline;
use crate::words::{self, finding, key, label, say};

/// More months than this are only listed.
const MOST: i32 = 3;

/// What a day is on the way to the result.
enum Mark<'a> {
    Intake,
    Passed(&'a PassedDay),
    Due(Option<u16>),
}

/// The days to be drawn.
struct Span<'a> {
    first: Day,
    intake: Day,
    due: Day,
    passed: Vec<&'a PassedDay>,
}

/// Draws the months of the main term; nothing where its last day is not known, or where no day passes.
pub fn months(timeline: &Timeline, lang: Lang) -> Markup {
    let Some(span) = span(timeline) else { return Markup::default() };
    let (from, to) = (number(span.first), number(span.due));
    html! {
        @if to - from < MOST {
            div.months { @for month in from..=to { (self::month(&span, month, lang)) } }
            ul.legend {
                li { span.mark { "●" } " " (label(lang, key::DAY_INTAKE)) }
                li { span.mark { "1, 2…" } " " (label(lang, key::MONTH_COUNTED)) }
                li { span.mark { "–" } " " (label(lang, key::MONTH_SKIPPED)) }
                li { span.mark { "✓" } " " (label(lang, key::MONTH_DUE)) }
            }
            (holidays(&span, lang))
        }
    }
}

fn span(timeline: &Timeline) -> Option<Span<'_>> {
    let term = timeline.terms.iter().find(|term| term.main)?;
    let (intake, due) = (timeline.intake.day?, term.due?);
    let passed: Vec<_> = timeline.intake.passed.iter().chain(&term.days).collect();
    let first = if timeline.intake.passed.is_empty() { intake } else { timeline.visit };
    (!passed.is_empty()).then_some(Span { first, intake, due, passed })
}

/// Months since the first year, so that they can be counted.
fn number(day: Day) -> i32 {
    day.year() * 12 + i32::try_from(day.month()).unwrap_or_default() - 1
}

impl Span<'_> {
    fn mark(&self, day: Day) -> Option<Mark<'_>> {
        let passed = self.passed.iter().find(|passed| passed.day == day);
        if day == self.due {
            return Some(Mark::Due(passed.and_then(|passed| passed.number)));
        }
        if day == self.intake {
            return Some(Mark::Intake);
        }
        passed.map(|passed| Mark::Passed(passed))
    }
}

fn month(span: &Span<'_>, month: i32, lang: Lang) -> Markup {
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12).unsigned_abs() + 1);
    let Some(first) = Day::try_new(year, month, 1) else { return Markup::default() };
    let monday = first.plus_days(-i64::from(first.weekday())).unwrap_or(first);
    let weeks =
        (0..6).filter_map(|week| monday.plus_days(7 * week)).filter(|day| *day <= first || day.month() == month);
    let name = words::month_name(month, lang);
    html! {
        table.month {
            caption { (say(lang, key::MONTH_HEADING, &[("month", name.into()), ("year", year.into())])) }
            thead { tr { @for weekday in 0..7 { (weekday_name(monday, weekday, lang)) } } }
            tbody {
                @for week in weeks {
                    tr { @for day in (0..7).filter_map(|n| week.plus_days(n)) { (cell(span, day, month, lang)) } }
                }
            }
        }
    }
}

fn weekday_name(monday: Day, weekday: i64, lang: Lang) -> Markup {
    let full = monday.plus_days(weekday).map(|day| words::weekday_name(day, lang)).unwrap_or_default();
    let short = usize::try_from(weekday).ok().and_then(|n| label(lang, key::WEEKDAYS_SHORT).split(' ').nth(n));
    html! { th scope="col" { span aria-hidden="true" { (short.unwrap_or_default()) } span.hidden { (full) } } }
}

/// A day: its number in the month for everybody, the mark for the eye, and the same in words for the ear.
fn cell(span: &Span<'_>, day: Day, month: u32, lang: Lang) -> Markup {
    if day.month() != month {
        return html! { td { } };
    }
    let seen = |class: &str, mark: Markup, heard: Markup| {
        html! {
            td.(class) {
                (day.day()) span.mark aria-hidden="true" { (mark) } span.hidden { ", " (heard) }
            }
        }
    };
    let nth = |number: u16| say(lang, key::MONTH_NTH, &[("n", number.into())]);
    match span.mark(day) {
        None => html! { td { (day.day()) } },
        Some(Mark::Intake) => seen("intake", html! { "●" }, html! { (label(lang, key::DAY_INTAKE)) }),
        Some(Mark::Due(number)) => seen(
            "end",
            html! { @if let Some(number) = number { (number) } "✓" },
            html! { @if let Some(number) = number { (nth(number)) ", " } (label(lang, key::MONTH_DUE)) },
        ),
        Some(Mark::Passed(passed)) => match passed.number {
            Some(number) => seen("counted", html! { (number) }, html! { (nth(number)) }),
            None => seen("skipped", html! { "–" }, html! { (finding::day_reason(&passed.reason, lang)) }),
        },
    }
}

/// Why days were skipped or worked against the day of the week. A weekly day off needs no telling.
fn holidays(span: &Span<'_>, lang: Lang) -> Markup {
    let told = |passed: &&&PassedDay| !matches!(passed.reason, DayReason::Workday | DayReason::Weekend);
    let told: Vec<_> = span.passed.iter().filter(told).collect();
    html! {
        @if !told.is_empty() {
            ul.days {
                @for passed in told {
                    li { (words::date_short(passed.day)) " – " (finding::day_reason(&passed.reason, lang)) }
                }
            }
        }
    }
}
