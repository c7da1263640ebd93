//! The cases beside the law, through the unbuilt files and the built bundles alike.

use std::collections::BTreeSet;

use qolhat::check::{Asked, Brought, RequirementStatus};
use qolhat::{Condition, DaysOff, Standard};

use crate::law::{days_off, services};
use crate::snapshots::same;

/// Runs every case of every service by `standard`, and lists what came out otherwise.
fn differences(standard_of: fn(&qolhat::law::Bundle) -> Standard, days_off: &DaysOff) -> Vec<String> {
    let mut lines = Vec::new();
    for service in services() {
        let standard = standard_of(&service.bundle);
        for (file, case) in &service.cases {
            let found = case.differences(&standard, days_off);
            lines.extend(found.iter().map(|line| format!("{}: «{}»\n    {line}", file.display(), case.about)));
        }
    }
    lines
}

fn unbuilt(bundle: &qolhat::law::Bundle) -> Standard {
    Standard { bundle: bundle.clone(), hash: qolhat::Hash([0; 32]) }
}

fn built(bundle: &qolhat::law::Bundle) -> Standard {
    let bytes = qolhat::encode_bundle(bundle);
    let (bundle, hash) = qolhat::decode_bundle(&bytes).unwrap();
    Standard { bundle, hash }
}

#[test]
fn every_case_comes_out_through_the_unbuilt_files() {
    let lines = differences(unbuilt, &days_off());
    assert!(lines.is_empty(), "{} differences\n{}", lines.len(), lines.join("\n"));
}

#[test]
fn every_case_comes_out_through_the_built_bundles() {
    let lines = differences(built, &days_off());
    assert!(lines.is_empty(), "{} differences\n{}", lines.len(), lines.join("\n"));
}

/// The list of all cases: whoever takes one out has to say so.
#[test]
fn no_case_is_lost() {
    let services = services();
    let cases = services.iter().flat_map(|service| &service.cases);
    let lines: Vec<String> =
        cases.map(|(file, case)| format!("{} | {} | {}\n", file.display(), case.decided_by, case.about)).collect();
    assert!(lines.len() >= 150, "{}", lines.len());
    same("cases.txt", &lines.concat());
}

/// A requirement under a condition is asked of somebody and not of somebody else; one that is asked of all is brought by
/// somebody and missing or failing with somebody else.
#[test]
fn every_requirement_has_a_case_on_either_side() {
    let days_off = days_off();
    let mut lacking = Vec::new();
    for service in services() {
        let standard = unbuilt(&service.bundle);
        let reports: Vec<_> =
            service.cases.iter().map(|(_, case)| case.report(&standard, &days_off).unwrap()).collect();
        let statuses = || reports.iter().flat_map(|report| &report.requirements);
        for requirement in service.bundle.editions.iter().flat_map(|edition| &edition.requirements) {
            let here = |wanted: &dyn Fn(&RequirementStatus) -> bool| {
                statuses().any(|status| status.id == requirement.id && wanted(status))
            };
            let asked = |status: &RequirementStatus| matches!(status.asked, Asked::Yes | Asked::Optional);
            let brought = |status: &RequirementStatus| asked(status) && status.brought == Brought::Fine;
            let sides: [&dyn Fn(&RequirementStatus) -> bool; 2] = match requirement.when {
                Condition::Always => [&brought, &|status| asked(status) && !brought(status)],
                // Nobody is asked for it, but the text leaves open whether it should be.
                Condition::Not(_) if requirement.unclear.is_some() => [&|_| true, &|status| !asked(status)],
                _ => [&asked, &|status| !asked(status)],
            };
            if !sides.iter().all(|side| here(side)) {
                lacking.push(format!("{} {}", service.bundle.service.id, requirement.id));
            }
        }
    }
    lacking.dedup();
    assert!(lacking.is_empty(), "{lacking:#?}");
}

/// The traps that the sources set: each has a case of its name, or the reason why it can have none.
#[test]
fn every_trap_of_the_sources_is_guarded() {
    let reasons = [
        ("6.6", "a form of application whose kk and ru fields differ: no package can show it; a disagreement does"),
        ("6.9", "articles 19-1 and 20 of Law No 88-V not read: since read; what is left open is marked on each ground"),
    ];
    let days = "2016-05-10 2020-01-05 2020-05-11 2020-12-20 2022-05-10 2022-12-01 2022-12-19 2024-06-17 2025-01-05 \
                2025-05-08 2026-03-16 2026-08-31";
    let named = (1..=11).map(|n| format!("F.{n}")).chain((1..=7).map(|n| format!("0.1.{n}")));
    let named = named.chain((1..=11).map(|n| format!("6.{n}")));
    let named = named.chain(days.split_whitespace().map(|day| format!("calendar-{day}")));
    let services = services();
    let guarded: BTreeSet<&str> =
        services.iter().flat_map(|service| &service.cases).filter_map(|(_, case)| case.trap.as_deref()).collect();
    let excused = |trap: &str| reasons.iter().any(|(excused, _)| *excused == trap);
    let bare: Vec<String> = named.filter(|trap| !guarded.contains(trap.as_str()) && !excused(trap)).collect();
    assert!(bare.is_empty(), "{bare:?}");
}

/// What the page loads first is the part of the law now in force: on its days it answers as the whole does.
#[test]
fn the_part_now_in_force_answers_as_the_whole() {
    let sources = qolhat::author::read(crate::law::folder()).unwrap();
    let days_off = days_off();
    let mut compared = 0;
    for service in services() {
        let whole = built(&service.bundle);
        let part = qolhat::encode_now(&qolhat::author::now_part(&sources, &service.bundle), whole.hash);
        let part = Standard::decode(&part).unwrap();
        let from = part.bundle.editions[0].from;
        for (_, case) in &service.cases {
            let by_whole = case.report(&whole, &days_off).unwrap();
            if by_whole.visit >= from {
                // A paper that only earlier editions name is not known to the part.
                let Ok(by_part) = case.report(&part, &days_off) else { continue };
                assert_eq!(by_whole, by_part, "{}", case.about);
                compared += 1;
            }
        }
    }
    assert!(compared >= 60, "{compared}");
}
