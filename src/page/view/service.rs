//! Which service: the first screen.

use maud::{Markup, html};

use super::control::{Asked, Choice, radios};
use super::{address, form, heading, loading};
use crate::law::{Directory, ListedService};
use crate::page::form::name;
use crate::page::model::Model;
use crate::page::route::Screen;
use crate::words::{key, label};

pub(super) fn view(model: &Model) -> Markup {
    let word = |word| label(model.lang, word);
    html! {
        (heading(word(key::PAGE_SERVICE_HEADING)))
        p.lead { (word(key::PAGE_LEAD)) }
        (super::kept::found(model))
        @if model.directory.is_some() {
            (form(model, key::PAGE_NEXT, &services(model)))
            @if let Some(law) = model.law() {
                details #legal-name {
                    summary { (word(key::PAGE_LEGAL_NAME)) }
                    p { (law.bundle.service.name.of(model.lang)) }
                }
            }
            p.aside { a href=(address(model, Screen::Sheet)) { (word(key::TO_SHEET)) } }
        } @else { (loading(model)) }
    }
}

/// The services, each by its short name.
pub(super) fn services(model: &Model) -> Markup {
    match &model.directory {
        Some(directory) => cards(model, directory),
        None => loading(model),
    }
}

fn cards(model: &Model, directory: &Directory) -> Markup {
    let asked = Asked { name: name::SERVICE, label: label(model.lang, key::SERVICE_LEGEND), ..Asked::default() };
    let offered = directory.services.iter().filter(|listed| model.own.offers(listed.id.as_str()));
    html! {
        div.cards { (radios(model, asked, offered.map(|listed| card(model, listed)))) }
    }
}

fn card<'a>(model: &Model, service: &'a ListedService) -> Choice<'a> {
    Choice {
        value: service.id.as_str(),
        label: html! { strong { (service.short.of(model.lang)) } },
        hint: html! { (service.about.of(model.lang)) },
    }
}
