//! What is told of the day, the region, the law and the calendar, apart from the papers.

use alloc::vec::Vec;

use super::{Arg, Code, Decides, Finding, Regional, Scope, Verified};
use crate::day::Day;
use crate::id::Id;
use crate::timeline::{LateReason, Timeline};

/// No edition is in force on the day.
pub(super) fn no_edition(visit: Day) -> Finding {
    Finding::told(Code::NoEdition, "edition").with("day", Arg::Day(visit)).deciding(Decides::Open)
}

/// The circumstances of a check.
pub(super) fn circumstances(scope: &Scope<'_>, regional: Regional<'_>, timeline: Option<&Timeline>) -> Vec<Finding> {
    let mut found = Vec::new();
    found.extend(repealed(scope, regional, scope.package.region.as_ref()));
    found.extend(not_seen(scope));
    if let Some(timeline) = timeline {
        found.extend(late(timeline, scope.channel()));
        years(timeline, &mut found);
    }
    found.extend(old(scope));
    found
}

fn old(scope: &Scope<'_>) -> Option<Finding> {
    let calendar = scope.calendar;
    let old = calendar.known_until().is_some_and(|until| until < scope.today);
    old.then(|| Finding::told(Code::RulesMayBeOld, "calendar").with("checked", Arg::Day(calendar.as_of)))
}

fn repealed(scope: &Scope<'_>, regional: Regional<'_>, region: Option<&Id>) -> Option<Finding> {
    let Regional::Repealed(regulation) = regional else { return None };
    let act = scope.bundle.act(&regulation.act)?;
    let note = act.repealed.as_ref().map_or_else(|| regulation.note.clone(), |repeal| repeal.note.clone());
    let finding = Finding::told(Code::RegulationRepealed, region.map(Id::as_str).unwrap_or_default());
    let finding = finding.with("act", Arg::Text(act.name.clone())).with("note", Arg::Text(note));
    Some(finding.resting_on(&regulation.cite))
}

fn not_seen(scope: &Scope<'_>) -> Option<Finding> {
    let edition = scope.edition;
    let unseen = edition.verified == Verified::NotSeen;
    let note = edition.notes.first().cloned().unwrap_or_default();
    unseen.then(|| {
        Finding::told(Code::EditionNotSeen, &edition.id()).with("note", Arg::Text(note)).resting_on(&edition.cite)
    })
}

fn late(timeline: &Timeline, channel: &Id) -> Option<Finding> {
    let intake = &timeline.intake;
    let day = intake.day?;
    let finding = match intake.late? {
        LateReason::DayOff => {
            let reason = intake.passed.first().map(|passed| passed.reason.clone())?;
            Finding::told(Code::DayOff, channel.as_str())
                .with("visit", Arg::Day(timeline.visit))
                .with("reason", Arg::Reason(reason))
        }
        LateReason::AfterHours => {
            Finding::told(Code::OutsideIntakeHours, channel.as_str()).with("time", Arg::Time(timeline.time?))
        }
    };
    Some(finding.with("intake", Arg::Day(day)).resting_on(&intake.cite))
}

fn years(timeline: &Timeline, found: &mut Vec<Finding>) {
    let told = |code, year: i32| Finding::told(code, "calendar").with("year", Arg::Number(year.into()));
    found.extend(timeline.unknown_year.map(|year| told(Code::CalendarUnknown, year)));
    found.extend(timeline.provisional_year.map(|year| told(Code::CalendarProvisional, year)));
}
