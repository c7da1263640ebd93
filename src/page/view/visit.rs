//! Where the papers are handed in, and on which day.

use alloc::string::String;

use maud::{Markup, html};

use super::control::{Asked, Choice, day, radios, text};
use super::{form, heading};
use crate::id::Lang;
use crate::law::{Channel, ChannelKind, Edition, EditionChannel};
use crate::page::form::name;
use crate::page::model::Model;
use crate::words::{key, label, say};

pub(super) fn view(model: &Model) -> Markup {
    html! {
        (heading(label(model.lang, key::PAGE_VISIT_HEADING)))
        (form(model, key::PAGE_NEXT, &controls(model)))
    }
}

fn controls(model: &Model) -> Markup {
    let word = |word| label(model.lang, word);
    // An earlier day has a file of its own, and what is being typed stays while it comes.
    let here = model.law().is_some() && model.days_off().is_some();
    let visit = Asked {
        name: name::VISIT,
        label: word(key::PAGE_VISIT_LEGEND),
        hint: word(key::PAGE_VISIT_HINT),
        ..Asked::default()
    };
    let time = Asked { name: name::TIME, label: word(key::PAGE_TIME_LABEL), hint: word(key::PAGE_TIME_HINT), id: "" };
    html! {
        (day(model, visit))
        @match model.edition() {
            Some(edition) => (channels(model, edition)),
            None if here => p.told role="status" { (word(key::PAGE_NO_CHANNELS)) },
            None if model.lost.is_empty() => p role="status" { (word(key::PAGE_LOADING)) },
            None => {},
        }
        (text(model, time, "five", false))
    }
}

fn channels(model: &Model, edition: &Edition) -> Markup {
    let bundle = model.law().map(|law| &law.bundle);
    let offered = edition.channels.iter().filter_map(|channel| {
        let kind = bundle?.channel(&channel.id)?;
        Some(Choice {
            value: channel.id.as_str(),
            label: html! { (kind.name.of(model.lang)) },
            hint: hint(channel, kind, model.lang),
        })
    });
    let asked = Asked { name: name::CHANNEL, label: label(model.lang, key::PAGE_CHANNEL_LEGEND), ..Asked::default() };
    radios(model, asked, offered)
}

/// When papers are taken in, and who goes elsewhere.
fn hint(channel: &EditionChannel, kind: &Channel, lang: Lang) -> Markup {
    html! {
        @if let Some(hours) = hours(channel, kind, lang) { (hours) " " }
        @if let Some(otherwise) = &channel.otherwise { (otherwise.of(lang)) }
    }
}

/// Says when papers are taken in.
pub(super) fn hours(channel: &EditionChannel, kind: &Channel, lang: Lang) -> Option<String> {
    if kind.kind == ChannelKind::Portal {
        return channel.round_the_clock.then(|| label(lang, key::PAGE_ROUND_THE_CLOCK).into());
    }
    let hours = channel.intake.as_ref().or(channel.hours.as_ref())?;
    Some(say(lang, key::PAGE_HOURS, &[("from", hours.open.into()), ("to", hours.close.into())]))
}
