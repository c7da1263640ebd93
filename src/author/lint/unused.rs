//! Nothing lies about: every act, document, fact and channel is used by some service.

use std::collections::BTreeSet;
use std::format;
use std::vec::Vec;

use crate::author::fault::LawError;
use crate::author::read::{Source, Sources};
use crate::author::uses::{Uses, of_edition, of_region, of_year};
use crate::id::Id;

/// Finds what nothing names.
pub fn check(sources: &Sources, faults: &mut Vec<LawError>) {
    let mut uses = Uses::default();
    for edition in sources.services.iter().flat_map(|service| &service.editions) {
        of_edition(&edition.value, &mut uses);
    }
    for region in &sources.regions {
        of_region(&region.value, &mut uses);
    }
    for year in &sources.calendar.years {
        of_year(&year.value, &mut uses);
    }
    let documents = &sources.documents.value.documents;
    uses.citations(documents.iter().filter_map(|document| document.term.as_ref()).flat_map(|term| &term.cite));
    let acts = sources.acts.value.acts.iter().map(|act| &act.id);
    unused(&sources.acts, "act", acts, &uses.acts, faults);
    unused(&sources.documents, "document", documents.iter().map(|kind| &kind.id), &uses.documents, faults);
    let facts = sources.facts.value.facts.iter().map(|fact| &fact.id);
    unused(&sources.facts, "fact", facts, &uses.facts, faults);
    let channels = sources.channels.value.channels.iter().map(|channel| &channel.id);
    unused(&sources.channels, "channel", channels, &uses.channels, faults);
}

fn unused<'a, T>(
    source: &Source<T>,
    kind: &str,
    all: impl Iterator<Item = &'a Id>,
    used: &BTreeSet<Id>,
    faults: &mut Vec<LawError>,
) {
    for (n, id) in all.enumerate().filter(|(_, id)| !used.contains(id)) {
        let message = format!("nothing names the {kind} `{id}`");
        let at = source.at(&format!("{kind}/{n}/id"), "");
        faults.push(LawError::new("unused", message, at, "remove it, or name it where it belongs"));
    }
}
