//! Which cases lead to a leaf, and which past it.

use std::collections::BTreeMap;
use std::format;
use std::string::String;
use std::vec::Vec;

use super::leaves::{Key, Leaf, leaves};
use crate::author::assemble::assemble;
use crate::author::cases::visits::{Visit, visits};
use crate::author::describe::regulations_during;
use crate::author::read::{ServiceSource, Sources};
use crate::clause::Citation;
use crate::condition::Truth;
use crate::day::Day;
use crate::law::Bundle;

/// The cases of a service, by what they try.
pub struct Coverage<'a> {
    // By leaf and outcome.
    hits: BTreeMap<(Key, bool), Vec<Hit<'a>>>,
}

struct Hit<'a> {
    edition: Day,
    about: &'a str,
    decided_by: &'a Citation,
}

/// The cases that try one outcome of a leaf.
pub struct Hits<'a> {
    /// What each case shows, in a sentence; first those that turn on the leaf's own clauses.
    pub about: Vec<&'a str>,
    /// Set where they are cases of other editions, in which the same stands on the same condition.
    pub elsewhere: bool,
}

impl<'a> Coverage<'a> {
    /// Runs through the cases of a service.
    pub fn of(service: &'a ServiceSource, bundle: &Bundle) -> Self {
        let mut coverage = Self { hits: BTreeMap::new() };
        let visits = visits(service, bundle);
        for edition in &bundle.editions {
            let regulations = regulations_during(bundle, edition);
            for leaf in leaves(edition, &regulations) {
                for visit in visits.iter().filter(|visit| visit.edition == edition.from) {
                    coverage.note(&leaf, visit);
                }
            }
        }
        coverage
    }

    /// Gives the cases of an edition that lead to a leaf (`true`) or past it (`false`); where it has none, those of the
    /// other editions.
    pub fn hits(&self, leaf: &Leaf<'_>, edition: Day, outcome: bool) -> Hits<'a> {
        let all = self.hits.get(&(leaf.key(), outcome)).map_or(&[][..], Vec::as_slice);
        let mut here: Vec<_> = all.iter().filter(|hit| hit.edition == edition).collect();
        let elsewhere = here.is_empty();
        if elsewhere {
            here.extend(all);
        }
        here.sort_by_key(|hit| !leaf.cite.contains(hit.decided_by));
        Hits { about: here.into_iter().map(|hit| hit.about).collect(), elsewhere }
    }

    fn note(&mut self, leaf: &Leaf<'_>, visit: &Visit<'a>) {
        let outcome = match leaf.when.evaluate(&visit.package.facts) {
            _ if !meets(leaf, visit) => return,
            Truth::Yes => true,
            Truth::No => false,
            Truth::DependsOn(_) => return,
        };
        let hit = Hit { edition: visit.edition, about: visit.about, decided_by: visit.decided_by };
        self.hits.entry((leaf.key(), outcome)).or_default().push(hit);
    }
}

/// Tells whether the visitor of a case meets a leaf at all: on its channel, in its region, on its days.
fn meets(leaf: &Leaf<'_>, visit: &Visit<'_>) -> bool {
    let here = leaf.channels.is_empty() || leaf.channels.contains(&&visit.package.channel);
    let region = leaf.regional.is_none_or(|applying| {
        let (of, one) = (visit.package.region.as_ref(), applying.regulation);
        of == Some(&applying.region.id) && one.from <= visit.day && one.to.is_none_or(|last| visit.day <= last)
    });
    here && region
}

/// Lists the leaves to which, or past which, no case leads: `enrolment 2026-03-13: papers photo, not`.
pub fn untried(sources: &Sources) -> Vec<String> {
    let mut missing = Vec::new();
    for bundle in assemble(sources) {
        let is_this = |service: &&ServiceSource| service.service.value.id == bundle.service.id;
        let Some(service) = sources.services.iter().find(is_this) else { continue };
        let coverage = Coverage::of(service, &bundle);
        for edition in &bundle.editions {
            for leaf in leaves(edition, &regulations_during(&bundle, edition)) {
                for outcome in [true, false] {
                    if leaf.leads(outcome) && coverage.hits(&leaf, edition.from, outcome).about.is_empty() {
                        let (place, kind, when) = leaf.key();
                        let way = if outcome { "" } else { ", not" };
                        missing
                            .push(format!("{} {}: {place} ({kind:?}){way}: {when}", bundle.service.id, edition.from));
                    }
                }
            }
        }
    }
    missing
}
