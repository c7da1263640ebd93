//! Finds faults in law that was read: what no type can refuse.
//!
//! Each file of this folder holds one idea. What can be judged value by value (texts, references, conditions, ids) walks
//! the files as trees; what needs the whole (intervals, completeness, receipts, use) walks the types.

mod calendar;
mod channels;
mod complete;
mod conditions;
mod days;
mod editions;
mod ids;
mod receipts;
mod references;
mod regions;
mod texts;
mod unused;

use std::vec::Vec;

use super::cases::coverage;
use super::fault::LawError;
use super::read::Sources;
use super::tree::Tree;

/// Finds all faults, sorted by file and line. Cases are run where there is no other: they would all come out otherwise.
pub fn lint(sources: &Sources) -> Vec<LawError> {
    let mut faults = Vec::new();
    let known = references::Known::of(sources);
    for (file, text) in sources.files() {
        let tree = Tree::new(file, text);
        let nodes = tree.nodes();
        ids::check(&tree, &nodes, &mut faults);
        texts::check(&tree, &nodes, &mut faults);
        references::check(&tree, &nodes, &known, &mut faults);
        conditions::check(&tree, &nodes, sources, &mut faults);
    }
    for service in &sources.services {
        editions::check(service, &mut faults);
        for edition in &service.editions {
            channels::check(edition, &mut faults);
            receipts::check(edition, &mut faults);
            // What is asked of whom cannot be known where a condition or a channel is at fault.
            if faults.iter().flat_map(|fault| &fault.at).all(|place| place.file != edition.file) {
                complete::check(edition, sources, &mut faults);
            }
        }
    }
    calendar::check(sources, &mut faults);
    days::check(&sources.calendar, &mut faults);
    regions::check(sources, &mut faults);
    unused::check(sources, &mut faults);
    if faults.is_empty() {
        coverage::check(sources, &mut faults);
    }
    faults.sort_by(|one, other| one.at.cmp(&other.at));
    faults
}
