//! The law as pages to read, without script: each edition of each service in each language, what changed since the one
//! before, the map of its questions, the regions' acts, the days off.

mod calendar;
mod edition;
mod entry;
mod frame;
mod home;
mod map;
mod regions;
mod run;
mod service;

use std::string::String;
use std::vec::Vec;

use super::assemble::{assemble, assemble_calendar};
use super::map::Coverage;
use super::read::Sources;
use crate::id::Lang;
use crate::law::Bundle;

use service::ServiceLaw;

/// A page of the site.
pub struct Page {
    /// Its place in the site, such as `law/kk/index.html`.
    pub path: String,
    /// The whole page.
    pub html: String,
}

/// Draws all pages of the law, or nothing where there is no calendar.
pub fn pages(sources: &Sources) -> Option<Vec<Page>> {
    let (bundles, calendar) = (assemble(sources), assemble_calendar(sources)?);
    let mut pages = Vec::new();
    for lang in Lang::ALL {
        pages.push(home::page(&bundles, &calendar, lang));
        pages.push(regions::page(sources, &bundles, lang));
        pages.extend(calendar.calendar.years.iter().map(|year| calendar::page(&calendar, year, lang)));
    }
    for bundle in &bundles {
        pages.extend(of_service(sources, bundle));
    }
    Some(pages)
}

fn of_service(sources: &Sources, bundle: &Bundle) -> Vec<Page> {
    let is_this = |source: &&super::read::ServiceSource| source.service.value.id == bundle.service.id;
    let Some(source) = sources.services.iter().find(is_this) else { return Vec::new() };
    let coverage = Coverage::of(source, bundle);
    let in_language = |lang| {
        let law = ServiceLaw { bundle, lang };
        let editions = bundle.editions.iter().enumerate();
        let mut pages = std::vec![law.page()];
        pages.extend(editions.flat_map(|(at, edition)| [law.edition(at, edition), law.map(edition, &coverage)]));
        pages
    };
    Lang::ALL.into_iter().flat_map(in_language).collect()
}
