//! From the law folder to one bundle per service and one of the calendar: only what the service uses, so that a page loads no other law.

use std::collections::BTreeSet;
use std::vec::Vec;

use super::read::{ServiceSource, Sources};
use super::uses::{Uses, of_edition, of_region, of_year};
use crate::id::Id;
use crate::law::{Bundle, CalendarBundle, Directory, NamedRegion, Region};

/// Makes one bundle per service, sorted by the services' order.
///
/// Ids that lead nowhere are left out here; the lint names them.
pub fn assemble(sources: &Sources) -> Vec<Bundle> {
    let mut bundles: Vec<_> = sources.services.iter().map(|service| bundle(sources, service)).collect();
    bundles.sort_by_key(|bundle| (bundle.service.order, bundle.service.id.clone()));
    bundles
}

/// Makes the bundle of the calendar, or nothing where there is no year.
pub fn assemble_calendar(sources: &Sources) -> Option<CalendarBundle> {
    let calendar = sources.calendar.calendar()?;
    let mut uses = Uses::default();
    for year in &calendar.years {
        of_year(year, &mut uses);
    }
    Some(CalendarBundle { acts: used(&sources.acts.value.acts, &uses.acts, |act| &act.id), calendar })
}

/// Makes the directory: the services in their order, and the regions.
pub fn assemble_directory(sources: &Sources) -> Directory {
    let mut services: Vec<_> = sources.services.iter().map(|source| source.service.value.clone()).collect();
    services.sort_by_key(|service| (service.order, service.id.clone()));
    let named = |region: &Region| NamedRegion { id: region.id.clone(), name: region.name.clone() };
    Directory { services, regions: sources.regions.iter().map(|region| named(&region.value)).collect() }
}

fn bundle(sources: &Sources, source: &ServiceSource) -> Bundle {
    let service = source.service.value.clone();
    let mut editions: Vec<_> = source.editions.iter().map(|edition| edition.value.clone()).collect();
    editions.sort_by_key(|edition| edition.from);
    let regions: Vec<_> = sources.regions.iter().map(|region| of_service(&region.value, &service.id)).collect();
    let mut uses = Uses::default();
    for edition in &editions {
        of_edition(edition, &mut uses);
    }
    for region in &regions {
        of_region(region, &mut uses);
    }
    let documents = used(&sources.documents.value.documents, &uses.documents, |document| &document.id);
    uses.citations(documents.iter().filter_map(|document| document.term.as_ref()).flat_map(|term| &term.cite));
    Bundle {
        acts: used(&sources.acts.value.acts, &uses.acts, |act| &act.id),
        // All of them: that a service is not given through a channel is an answer, not a fault of the caller.
        channels: sources.channels.value.channels.clone(),
        facts: used(&sources.facts.value.facts, &uses.facts, |fact| &fact.id),
        documents,
        service,
        editions,
        regions,
    }
}

fn of_service(region: &Region, service: &Id) -> Region {
    let mut region = region.clone();
    region.regulations.retain(|regulation| regulation.service == *service);
    region
}

fn used<T: Clone>(all: &[T], ids: &BTreeSet<Id>, id: fn(&T) -> &Id) -> Vec<T> {
    all.iter().filter(|thing| ids.contains(id(thing))).cloned().collect()
}
