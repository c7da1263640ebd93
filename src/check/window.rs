//! Between which days one may apply.

use alloc::vec::Vec;

use serde::Serialize;

use super::{Scope, other};
use crate::condition::Truth;
use crate::day::{Day, MonthDay};
use crate::facts::{Answer, Facts};
use crate::finding::{Arg, Code, Decides, Finding};
use crate::id::Id;
use crate::law::{self, Window};

/// The days of a window around a visit; an end that the text does not set is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct WindowDays {
    /// The first day on which one may apply.
    pub opens: Option<Day>,
    /// The last day on which one may apply, included.
    pub closes: Option<Day>,
}

/// Finds whether the day of handing in lies in every window that concerns the applicant.
pub(super) fn windows(scope: &Scope<'_>, findings: &mut Vec<Finding>) {
    let here = scope.edition.windows.iter().filter(|window| law::concerns(&window.channels, scope.channel()));
    for window in here {
        let (concerned, unsaid) = (window.when.evaluate(scope.facts()), unsaid_days(window, scope.facts()));
        let outside = outside(scope, window, window_days(window, scope.visit, scope.facts()));
        let finding = match (concerned, outside) {
            (Truth::No, _) => continue,
            (Truth::Yes, Some(finding)) => finding,
            // Inside, and no day is unsaid: whom it concerns need not be known.
            (Truth::Yes | Truth::DependsOn(_), None) if unsaid.is_empty() => continue,
            (Truth::Yes, None) => needed(scope, window, &unsaid),
            (Truth::DependsOn(facts), _) => needed(scope, window, &[facts, unsaid].concat()),
        };
        findings.push(finding);
    }
}

fn needed(scope: &Scope<'_>, window: &Window, unknown: &[Id]) -> Finding {
    other::answer_needed(scope, window.id.as_str(), window.what.clone(), unknown).resting_on(&window.cite)
}

fn outside(scope: &Scope<'_>, window: &Window, days: WindowDays) -> Option<Finding> {
    let told = |code, name, day| {
        Finding::told(code, window.id.as_str())
            .with("what", Arg::Text(window.what.clone()))
            .with(name, Arg::Day(day))
            .deciding(Decides::Refused)
            .resting_on(&window.cite)
    };
    match (days.opens, days.closes) {
        (_, Some(closes)) if closes < scope.visit => Some(told(Code::WindowClosed, "closes", closes)),
        (Some(opens), _) if scope.visit < opens => Some(told(Code::WindowNotOpen, "opens", opens)),
        _ => None,
    }
}

/// The day-facts that a window names.
pub(super) fn day_facts(window: &Window) -> impl Iterator<Item = &Id> {
    window.opens_on.iter().chain(window.closes_before.as_ref().map(|before| &before.fact))
}

fn unsaid_days(window: &Window, facts: &Facts) -> Vec<Id> {
    day_facts(window).filter(|fact| facts.answer(fact).is_none()).cloned().collect()
}

/// Computes the days of a window for a visit.
///
/// Days of the year are taken in the year, or school year, in which the visit lies. A closing day that a person's own day
/// sets is so many calendar days before it; applying on that very day is in time.
pub fn window_days(window: &Window, visit: Day, facts: &Facts) -> WindowDays {
    let said = |fact: &Id| match facts.answer(fact) {
        Some(Answer::Day(day)) => Some(*day),
        _ => None,
    };
    let yearly = |day: Option<MonthDay>| day.and_then(|day| in_period(day, visit, window.year_begins));
    let opens = [yearly(window.opens), window.opens_on.as_ref().and_then(said)];
    let before = window.closes_before.as_ref();
    let spared = before.and_then(|before| said(&before.fact)?.plus_days(-i64::from(before.days)));
    let closes = [yearly(window.closes), spared];
    WindowDays { opens: opens.into_iter().flatten().max(), closes: closes.into_iter().flatten().min() }
}

/// The day of the year that lies in the same period as the visit: a period begins on `begins`, or on 1 January.
fn in_period(day: MonthDay, visit: Day, begins: Option<MonthDay>) -> Option<Day> {
    let Some(begins) = begins else { return day.in_year(visit.year()) };
    let this_year = begins.in_year(visit.year())?;
    let first = if this_year <= visit { this_year } else { begins.in_year(visit.year() - 1)? };
    let same_year = day.in_year(first.year())?;
    if same_year >= first { Some(same_year) } else { day.in_year(first.year() + 1) }
}
