//! The cases beside the law, through the unbuilt files and the built bundles alike.

use qolhat::author::cases::Case;
use qolhat::{DaysOff, Standard};

use crate::law::{days_off, services};

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
    let bytes = qolhat::encode_bundle(bundle).unwrap();
    let (bundle, hash) = qolhat::decode_bundle(&bytes).unwrap();
    Standard { bundle, hash }
}

fn all(cases: impl Fn(&Case) -> bool) -> usize {
    services().iter().flat_map(|service| &service.cases).filter(|(_, case)| cases(case)).count()
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

#[test]
fn there_are_at_least_150_cases() {
    assert!(all(|_| true) >= 150, "{}", all(|_| true));
}
