//! From the law folder to one bundle per service and one of the calendar: only what the service uses, so that a page loads no other law.

use std::collections::BTreeSet;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::read::{ServiceSource, Sources};
use super::uses::{Uses, of_edition, of_region, of_year};
use crate::bundle::{Hash, encode_bundle, encode_calendar, encode_calendar_now, encode_directory, encode_now};
use crate::calendar::Calendar;
use crate::day::Day;
use crate::id::Id;
use crate::law::{Bundle, CalendarBundle, Directory, Edition, ListedService, NamedRegion, Region, Regulation, Service};

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

/// Makes everything that a site publishes, by name: the directory, and of each service and the calendar the whole and the
/// part for today. Nothing where there is no calendar.
pub fn published(sources: &Sources) -> Option<Vec<(String, Vec<u8>)>> {
    let mut files = std::vec![("directory".into(), encode_directory(&assemble_directory(sources)))];
    for bundle in assemble(sources) {
        let (id, whole) = (bundle.service.id.to_string(), encode_bundle(&bundle));
        files.push((format!("{id}.now"), encode_now(&now_part(sources, &bundle), Hash::of_sealed(&whole)?)));
        files.push((id, whole));
    }
    let calendar = assemble_calendar(sources)?;
    let whole = encode_calendar(&calendar);
    let part = calendar_now_part(&calendar);
    files.push(("calendar.now".into(), encode_calendar_now(&part, Hash::of_sealed(&whole)?)));
    files.push(("calendar".into(), whole));
    Some(files)
}

/// Makes the directory: the services in their order, and the regions.
pub fn assemble_directory(sources: &Sources) -> Directory {
    let listed = |bundle: Bundle| {
        let now_from = bundle.editions.last()?.from;
        let Service { id, short, about, .. } = bundle.service;
        Some(ListedService { id, short, about, now_from })
    };
    let named = |region: &Region| NamedRegion { id: region.id.clone(), name: region.name.clone() };
    Directory {
        services: assemble(sources).into_iter().filter_map(listed).collect(),
        regions: sources.regions.iter().map(|region| named(&region.value)).collect(),
        calendar_from: sources.calendar.calendar().map_or(Day::EPOCH, |calendar| latest_years_from(&calendar)),
    }
}

/// From the year in which the calendar was checked, the smaller calendar serves.
fn latest_years_from(calendar: &Calendar) -> Day {
    Day::try_new(calendar.as_of.year(), 1, 1).unwrap_or(calendar.as_of)
}

/// Makes the latest years of the calendar: those that the smaller calendar serves, and the one before, for papers that
/// were given then.
pub fn calendar_now_part(whole: &CalendarBundle) -> CalendarBundle {
    let from = latest_years_from(&whole.calendar).year() - 1;
    let mut calendar = whole.calendar.clone();
    calendar.years.retain(|year| year.year >= from);
    let mut uses = Uses::default();
    calendar.years.iter().for_each(|year| of_year(year, &mut uses));
    CalendarBundle { acts: used(&whole.acts, &uses.acts, |act| &act.id), calendar }
}

/// Makes the part of a service's law that is now in force: its last edition, and of a regional act that has ended what a
/// person must be told of it.
pub fn now_part(sources: &Sources, whole: &Bundle) -> Bundle {
    let editions: Vec<_> = whole.editions.last().cloned().into_iter().collect();
    let from = editions.first().map(|edition| edition.from);
    let regions = whole.regions.iter().cloned().map(|region| Region {
        regulations: region.regulations.into_iter().map(|one| now_of_regulation(one, from)).collect(),
        ..region
    });
    trimmed(sources, whole.service.clone(), editions, regions.collect())
}

/// A regulation that ended before the day has nothing left but its end.
fn now_of_regulation(regulation: Regulation, from: Option<Day>) -> Regulation {
    if regulation.to.is_none() || regulation.to >= from {
        return regulation;
    }
    let nothing = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (steps, rules, refusals, forms) = nothing;
    Regulation { steps, rules, refusals, forms, ..regulation }
}

fn bundle(sources: &Sources, source: &ServiceSource) -> Bundle {
    let service = source.service.value.clone();
    let mut editions: Vec<_> = source.editions.iter().map(|edition| edition.value.clone()).collect();
    editions.sort_by_key(|edition| edition.from);
    let regions: Vec<_> = sources.regions.iter().map(|region| of_service(&region.value, &service.id)).collect();
    trimmed(sources, service, editions, regions)
}

/// A bundle with only what its editions and regions use.
fn trimmed(sources: &Sources, service: Service, editions: Vec<Edition>, regions: Vec<Region>) -> Bundle {
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
