//! Who comes in the cases, when, and with which answers.

use std::vec::Vec;

use crate::author::read::ServiceSource;
use crate::clause::Citation;
use crate::day::Day;
use crate::edition::in_force;
use crate::law::Bundle;
use crate::package::Package;

/// A case as a visit.
pub struct Visit<'a> {
    /// What the case shows, in a sentence.
    pub about: &'a str,
    /// The clause that decides it.
    pub decided_by: &'a Citation,
    /// The day of handing in.
    pub day: Day,
    /// The first day of the edition in force on it.
    pub edition: Day,
    /// What is brought and answered.
    pub package: Package,
}

/// Lists the visits of a service's cases on days that have an edition.
pub fn visits<'a>(service: &'a ServiceSource, bundle: &Bundle) -> Vec<Visit<'a>> {
    let cases = service.cases.iter().flat_map(|file| &file.value.cases);
    let visit = |case: &'a super::Case| {
        let package = case.package(bundle).ok()?;
        let day = package.visit.unwrap_or(case.day);
        let edition = in_force(bundle, day)?.from;
        Some(Visit { about: &case.about, decided_by: &case.decided_by, day, edition, package })
    };
    cases.filter_map(visit).collect()
}
