//! The regions' acts as a page: which service, between which days, and where its steps stand.

use maud::{Markup, html};

use super::Page;
use super::entry::{acts, grounds};
use super::frame::{Frame, home};
use super::service::ServiceLaw;
use crate::author::describe::{Applying, cited, regulations_during};
use crate::author::explain::in_force;
use crate::author::read::Sources;
use crate::id::Lang;
use crate::law::{Bundle, Edition, Region, Regulation};
use crate::words::{key, label};

/// The place of the page.
pub const PLACE: &str = "regions.html";

/// Draws the page.
pub fn page(sources: &Sources, bundles: &[Bundle], lang: Lang) -> Page {
    let lead = label(lang, key::LAW_REGIONS_LEAD);
    let title = label(lang, key::LAW_REGIONS).into();
    let frame = Frame { lang, path: PLACE.into(), title, about: lead.into(), above: std::vec![home(lang)] };
    let regulations = sources.regions.iter().flat_map(|region| &region.value.regulations);
    let citations = regulations.flat_map(|regulation| &regulation.cite);
    let main = html! {
        p.lead { (lead) }
        @for region in &sources.regions { (self::region(&region.value, bundles, &frame)) }
        (acts(&cited(&sources.acts.value.acts, citations), lang))
    };
    frame.page(&main)
}

fn region(region: &Region, bundles: &[Bundle], frame: &Frame) -> Markup {
    html! {
        section.part {
            h2 id=(region.id) { (region.name.of(frame.lang)) }
            @for regulation in &region.regulations {
                @if let Some(bundle) = bundles.iter().find(|bundle| bundle.service.id == regulation.service) {
                    (self::regulation(region, regulation, &ServiceLaw { bundle, lang: frame.lang }, frame))
                }
            }
        }
    }
}

fn regulation(region: &Region, regulation: &Regulation, law: &ServiceLaw<'_>, frame: &Frame) -> Markup {
    let lang = frame.lang;
    let section = Applying { region, regulation }.section();
    let during = |edition: &&Edition| {
        regulations_during(law.bundle, edition).iter().any(|applying| applying.section() == section)
    };
    html! {
        div.entry {
            h3 { (law.short()) }
            p { (law.applied((regulation.from, regulation.to))) }
            p { (regulation.note.of(lang)) }
            (grounds(&regulation.cite, Some(regulation.verified), None, &law.bundle.acts, lang))
            ul {
                @for edition in law.bundle.editions.iter().filter(during) {
                    li {
                        a href={ (frame.link(&law.edition_place(edition))) "#" (section) } { (in_force(edition, lang)) }
                    }
                }
            }
        }
    }
}
