//! The cases come out as written, and leave nothing untried: each requirement asked and not asked, both sides of every
//! edition's first day, and both sides of every window.

use std::collections::{BTreeMap, BTreeSet};
use std::format;
use std::string::String;
use std::vec::Vec;

use super::Case;
use crate::author::assemble::{assemble, assemble_calendar};
use crate::author::fault::{LawError, Place};
use crate::author::read::{ServiceSource, Source, Sources};
use crate::bundle::{encode_bundle, encode_calendar};
use crate::check::Asked;
use crate::condition::Condition;
use crate::day::{Day, MonthDay};
use crate::id::Id;
use crate::input::Value;
use crate::law::{Edition, Requirement};
use crate::report::{DaysOff, Standard};

/// Runs all cases; the law must have no other fault.
pub fn check(sources: &Sources, faults: &mut Vec<LawError>) {
    let calendar = assemble_calendar(sources);
    let days_off = calendar.and_then(|calendar| DaysOff::decode(&encode_calendar(&calendar)).ok());
    let Some(days_off) = days_off else { return };
    let bundles = assemble(sources);
    for standard in bundles.iter().filter_map(|bundle| Standard::decode(&encode_bundle(bundle)).ok()) {
        let is_this = |service: &&ServiceSource| service.service.value.id == standard.bundle.service.id;
        let Some(service) = sources.services.iter().find(is_this) else { continue };
        let tried = run(service, &standard, &days_off, faults);
        requirements(service, &tried, faults);
        boundaries(service, &tried, faults);
        windows(service, &tried, faults);
    }
}

/// What the cases of a service try.
#[derive(Default)]
struct Tried {
    /// Requirements that were asked of somebody.
    asked: BTreeSet<Id>,
    /// Requirements that were not asked of somebody.
    not_asked: BTreeSet<Id>,
    /// The days on which papers were handed in.
    visits: BTreeSet<Day>,
}

fn run(service: &ServiceSource, standard: &Standard, days_off: &DaysOff, faults: &mut Vec<LawError>) -> Tried {
    let all: BTreeSet<&Id> = service.editions.iter().flat_map(|edition| &edition.value.requirements).map(id).collect();
    let mut tried = Tried::default();
    let cases = service.cases.iter().flat_map(|file| file.value.cases.iter().enumerate().map(move |case| (file, case)));
    for (file, (n, case)) in cases {
        let differences = case.differences(standard, days_off);
        if !differences.is_empty() {
            let message = format!("«{}» comes out otherwise: {}", case.about, differences.join("; "));
            let help = "correct the law or the case; the clause in `decided-by` says which is right";
            faults.push(LawError::new("case-differs", message, file.at(&format!("case/{n}"), ""), help));
        }
        tried.visits.extend(visit(case));
        let Ok(report) = case.report(standard, days_off) else { continue };
        let asked = report.requirements.iter().filter(|status| matches!(status.asked, Asked::Yes | Asked::Optional));
        let asked: BTreeSet<&Id> = asked.map(|status| &status.id).collect();
        tried.not_asked.extend(all.difference(&asked).map(|id| (*id).clone()));
        tried.asked.extend(asked.into_iter().cloned());
    }
    tried
}

fn id(requirement: &Requirement) -> &Id {
    &requirement.id
}

fn visit(case: &Case) -> Option<Day> {
    match case.package.get("visit") {
        Some(Value::Text(day)) => day.parse().ok(),
        _ => Some(case.day),
    }
}

fn untried(message: String, at: Place) -> LawError {
    LawError::new("case-missing", message, at, "add one to the service's cases")
}

/// Demands a case where a requirement is asked and one where it is not, as far as the law has such people.
fn requirements(service: &ServiceSource, tried: &Tried, faults: &mut Vec<LawError>) {
    let mut newest: BTreeMap<&Id, (&Source<Edition>, usize)> = BTreeMap::new();
    for edition in &service.editions {
        for (n, requirement) in edition.value.requirements.iter().enumerate() {
            newest.insert(&requirement.id, (edition, n));
        }
    }
    for (id, (edition, n)) in newest {
        let at = || edition.at(&format!("requirement/{n}/id"), "");
        if !tried.asked.contains(id) && asked_for_sure(service, id) {
            faults.push(untried(format!("in no case is `{id}` asked for"), at()));
        }
        if !tried.not_asked.contains(id) && !asked_of_all(service, id) {
            faults.push(untried(format!("in every case `{id}` is asked for"), at()));
        }
    }
}

/// Tells whether anybody meets it for sure; a requirement may be there only for those for whom it is unclear.
fn asked_for_sure(service: &ServiceSource, id: &Id) -> bool {
    let never = Condition::Not(Condition::Always.into());
    let requirements = service.editions.iter().flat_map(|edition| &edition.value.requirements);
    requirements.filter(|requirement| requirement.id == *id).any(|requirement| requirement.when != never)
}

/// Tells whether it is asked of everybody, on every channel of every edition.
fn asked_of_all(service: &ServiceSource, id: &Id) -> bool {
    let on_all = |edition: &Edition, requirement: &Requirement| {
        let asks = || requirement.one_of.iter().flat_map(|evidence| &evidence.ask);
        edition.channels.iter().all(|channel| asks().any(|ask| ask.channels.contains(&channel.id)))
    };
    let in_edition = |edition: &Source<Edition>| {
        let mut same = edition.value.requirements.iter().filter(|requirement| requirement.id == *id);
        same.any(|requirement| requirement.when == Condition::Always && on_all(&edition.value, requirement))
    };
    service.editions.iter().all(in_edition)
}

fn boundaries(service: &ServiceSource, tried: &Tried, faults: &mut Vec<LawError>) {
    for edition in &service.editions {
        let from = edition.value.from;
        for (day, what) in [(from.previous(), "the day before this edition"), (from, "its first day")] {
            if !tried.visits.contains(&day) {
                faults.push(untried(format!("no case hands in papers on {day}, {what}"), edition.at("from", "")));
            }
        }
    }
}

/// Demands cases on both sides of a window's ends, in any year.
fn windows(service: &ServiceSource, tried: &Tried, faults: &mut Vec<LawError>) {
    let mut seen = BTreeSet::new();
    for edition in &service.editions {
        for (n, window) in edition.value.windows.iter().enumerate() {
            let opens = window.opens.iter().flat_map(|day| [("opens", *day, -1), ("opens", *day, 0)]);
            let closes = window.closes.iter().flat_map(|day| [("closes", *day, 0), ("closes", *day, 1)]);
            for (key, day, shift) in opens.chain(closes) {
                if seen.insert((window.id.clone(), key, day, shift)) && !tried.on(day, shift) {
                    let side = match shift {
                        -1 => "the day before ",
                        1 => "the day after ",
                        _ => "",
                    };
                    let message = format!("no case hands in papers on {side}{day}, when `{}` {key}", window.id);
                    faults.push(untried(message, edition.at(&format!("window/{n}/{key}"), "")));
                }
            }
        }
    }
}

impl Tried {
    /// Tells whether papers were handed in so many days after a day of any year.
    fn on(&self, day: MonthDay, shift: i64) -> bool {
        let days = self.visits.iter().filter_map(|visit| visit.plus_days(-shift));
        let mut same = days.filter(|visit| (visit.month(), visit.day()) == (day.month(), day.day()));
        same.next().is_some()
    }
}
