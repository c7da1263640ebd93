//! The first page of the law in a language: the services, the regions' acts, the years of the calendar.

use std::vec::Vec;

use maud::{Markup, html};

use super::Page;
use super::calendar;
use super::frame::Frame;
use super::regions;
use super::service::ServiceLaw;
use crate::author::explain::in_force;
use crate::id::Lang;
use crate::law::{Bundle, CalendarBundle};
use crate::words::{key, label, say};

/// Draws the page.
pub fn page(bundles: &[Bundle], calendar: &CalendarBundle, lang: Lang) -> Page {
    let lead = label(lang, key::LAW_HOME_LEAD);
    let title = label(lang, key::LAW_HOME_TITLE).into();
    let frame = Frame { lang, path: "index.html".into(), title, about: lead.into(), above: Vec::new() };
    let main = html! {
        p.lead { (lead) }
        @for bundle in bundles { (service(&ServiceLaw { bundle, lang }, &frame)) }
        h2 { a href=(frame.link(regions::PLACE)) { (label(lang, key::LAW_REGIONS)) } }
        p { (label(lang, key::LAW_REGIONS_LEAD)) }
        h2 { (label(lang, key::LAW_CALENDAR)) }
        p { (label(lang, key::LAW_CALENDAR_LEAD)) }
        ul.years {
            @for year in calendar.calendar.years.iter().rev() {
                li { a href=(frame.link(&calendar::place(year.year))) { (year.year) } }
            }
        }
    };
    frame.page(&main)
}

fn service(law: &ServiceLaw<'_>, frame: &Frame) -> Markup {
    let number = i64::try_from(law.bundle.editions.len()).unwrap_or(i64::MAX);
    html! {
        section.service-law {
            h2 { a href=(frame.link(&law.place())) { (law.short()) } }
            p { (law.bundle.service.about.of(law.lang)) }
            @if let Some(now) = law.now() {
                p {
                    (law.mark(now)) " "
                    a href=(frame.link(&law.edition_place(now))) { (in_force(now, law.lang)) }
                }
            }
            p { a href=(frame.link(&law.place())) { (say(law.lang, key::LAW_ALL_EDITIONS, &[("n", number.into())])) } }
        }
    }
}
