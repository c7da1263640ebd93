//! Which service, and in which region.

use maud::{Markup, html};

use super::control::{Asked, Choice, radios};
use super::{form, heading};
use crate::law::{Directory, ListedService};
use crate::page::form::{ELSEWHERE, name};
use crate::page::model::Model;
use crate::words::{key, label};

pub(super) fn view(model: &Model) -> Markup {
    html! {
        (heading(label(model.lang, key::PAGE_SERVICE_HEADING)))
        p.lead { (label(model.lang, key::PAGE_LEAD)) }
        @match &model.directory {
            Some(directory) => (form(model, key::PAGE_NEXT, &controls(model, directory))),
            None if model.lost.is_empty() => p role="status" { (label(model.lang, key::PAGE_LOADING)) },
            None => {},
        }
    }
}

fn controls(model: &Model, directory: &Directory) -> Markup {
    let lang = model.lang;
    let word = |word| label(lang, word);
    let services = Asked { name: name::SERVICE, label: word(key::LABEL_SERVICE), ..Asked::default() };
    let regions =
        Asked { name: name::REGION, label: word(key::PAGE_REGION_LEGEND), hint: word(key::PAGE_REGION_HINT), id: "" };
    let places = directory.regions.iter().map(|region| Choice::plain(region.id.as_str(), region.name.of(lang)));
    let elsewhere = core::iter::once(Choice::plain(ELSEWHERE, word(key::PAGE_ELSEWHERE)));
    html! {
        div.cards { (radios(model, services, directory.services.iter().map(|listed| card(model, listed)))) }
        (radios(model, regions, places.chain(elsewhere)))
    }
}

fn card<'a>(model: &Model, service: &'a ListedService) -> Choice<'a> {
    Choice {
        value: service.id.as_str(),
        label: html! { strong { (service.short.of(model.lang)) } },
        hint: html! { (service.about.of(model.lang)) },
    }
}
