//! The services with their documents, for a reader without script and for a phone that is still loading.

use alloc::vec::Vec;

use maud::{Markup, html};

use super::clauses;
use crate::clause::Citation;
use crate::day::Day;
use crate::edition::in_force;
use crate::id::{Id, Lang};
use crate::law::{Bundle, Edition, EditionChannel, Requirement};
use crate::words::{self, Noun, finding, key, label, say};

/// Lists the services with the documents that the edition of `day` may ask for, channel by channel, in one language.
pub fn static_list(bundles: &[Bundle], day: Day, lang: Lang) -> Markup {
    html! {
        section.list #(lang.code()) lang=(lang.code()) {
            h2 { (label(lang, key::PAGE_LIST_HEADING)) }
            p { (label(lang, key::PAGE_LIST_ABOUT)) }
            @for bundle in bundles {
                @if let Some(edition) = in_force(bundle, day) { (service(bundle, edition, lang)) }
            }
        }
    }
}

fn service(bundle: &Bundle, edition: &Edition, lang: Lang) -> Markup {
    html! {
        details.service {
            summary { (bundle.service.short.of(lang)) }
            p { (bundle.service.about.of(lang)) }
            p { (label(lang, key::PAGE_LEGAL_NAME)) ": " (bundle.service.name.of(lang)) }
            p { (edition.name.of(lang)) ", " (say(lang, key::DATE_FROM, &[("from", edition.from.into())])) }
            @for channel in &edition.channels { (self::channel(bundle, edition, channel, lang)) }
            (clauses(&edition.cite, &bundle.acts, lang))
        }
    }
}

fn channel(bundle: &Bundle, edition: &Edition, channel: &EditionChannel, lang: Lang) -> Markup {
    let asked: Vec<_> = edition.requirements.iter().filter(|one| is_asked(one, &channel.id)).collect();
    html! {
        h3 { @if let Some(channel) = bundle.channel(&channel.id) { (channel.name.of(lang)) } }
        ul { @for requirement in asked { li { (paper(bundle, requirement, &channel.id, lang)) } } }
    }
}

fn is_asked(requirement: &Requirement, channel: &Id) -> bool {
    requirement.one_of.iter().flat_map(|one| &one.ask).any(|ask| ask.channels.contains(channel))
}

fn paper(bundle: &Bundle, requirement: &Requirement, channel: &Id, lang: Lang) -> Markup {
    let asks = requirement.one_of.iter().filter_map(|one| {
        let ask = one.ask.iter().find(|ask| ask.channels.contains(channel))?;
        let name = bundle.document(&one.document)?.name.of(lang);
        let copies = words::count(ask.copies, Noun::Copy, lang);
        Some(alloc::format!("{name} ({}, {copies})", finding::form(ask.form, lang)))
    });
    let always = requirement.when == crate::condition::Condition::Always;
    html! {
        (words::list_or(&asks.collect::<Vec<_>>(), lang))
        @if requirement.optional { " – " (label(lang, key::PAPER_OPTIONAL)) }
        @else if !always { " – " (label(lang, key::PAPER_DEPENDS)) }
        (places(&requirement.cite, lang))
    }
}

/// The places in the act alone: its name stands below the list.
fn places(cited: &[Citation], lang: Lang) -> Markup {
    let places: Vec<_> = cited.iter().map(|one| words::cite::place(one, lang)).collect();
    html! { " " small { "(" (places.join("; ")) ")" } }
}
