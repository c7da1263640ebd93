//! In which region and on which day the papers are handed in; then at which desk, for that depends on the day.

use alloc::string::String;

use maud::{Markup, html};

use super::control::{Asked, Choice, day, radios, text};
use super::{address, form, heading, loading};
use crate::id::Lang;
use crate::law::{Channel, ChannelKind, Directory, Edition, EditionChannel};
use crate::page::form::{ELSEWHERE, name};
use crate::page::journey::DESK;
use crate::page::model::Model;
use crate::page::route::Screen;
use crate::words::{Value, key, label, say};

pub(super) fn view(model: &Model) -> Markup {
    let word = |word| label(model.lang, word);
    match (model.part == DESK, model.edition()) {
        (false, _) => html! {
            (heading(word(key::VISIT_PLACE_HEADING)))
            (form(model, key::PAGE_NEXT, &place(model)))
        },
        (true, Some(_)) => form(model, key::PAGE_NEXT, &desk(model)),
        (true, None) => no_edition(model),
    }
}

/// The region and the day.
pub(super) fn place(model: &Model) -> Markup {
    let word = |word| label(model.lang, word);
    let visit = Asked {
        name: name::VISIT,
        label: word(key::PAGE_VISIT_LEGEND),
        hint: word(key::PAGE_VISIT_HINT),
        ..Asked::default()
    };
    html! {
        @match &model.directory {
            Some(_) if model.own.settles(name::REGION) => {}
            Some(directory) => (regions(model, directory)),
            None => (loading(model)),
        }
        (day(model, visit))
        (closed(model))
    }
}

/// The desk and the time. An earlier day has a file of its own, and what is being typed stays while it comes.
pub(super) fn desk(model: &Model) -> Markup {
    let word = |word| label(model.lang, word);
    let time = Asked { name: name::TIME, label: word(key::PAGE_TIME_LABEL), hint: word(key::PAGE_TIME_HINT), id: "" };
    html! {
        @match model.edition() {
            Some(_) if model.own.settles(name::CHANNEL) && model.channel().is_some() => {}
            Some(edition) => (channels(model, edition)),
            None if model.law().is_some() => p.told role="status" { (word(key::PAGE_NO_CHANNELS)) },
            None => (loading(model)),
        }
        (text(model, time, "five", false))
    }
}

/// No rules are known for the day: no fault of the person's, but an answer, with what to do instead.
fn no_edition(model: &Model) -> Markup {
    let word = |word| label(model.lang, word);
    let (Some(law), Some(day)) = (model.law(), model.visit()) else {
        return html! { (heading(word(key::PAGE_CHANNEL_LEGEND))) (loading(model)) };
    };
    html! {
        (heading(&say(model.lang, key::FINDING_NO_EDITION, &[("day", day.into())])))
        p.lead { (word(key::FIX_NO_EDITION)) }
        p { (word(key::EDITIONS_KNOWN)) }
        ul { @for edition in &law.bundle.editions { li { (days_of(edition, model.lang)) } } }
        div.actions { a.main href=(address(model, Screen::Visit)) { (word(key::CHANGE_DAY)) } }
    }
}

/// The school says that it is closed on that day: no rule of the law, and told as what it is.
pub(super) fn closed(model: &Model) -> Markup {
    let day = model.visit().filter(|day| model.own.closed.contains(day));
    html! {
        @if let Some(day) = day {
            p.told role="status" { (say(model.lang, key::WIDGET_CLOSED, &[("day", day.into())])) }
        }
    }
}

fn days_of(edition: &Edition, lang: Lang) -> String {
    let from = ("from", Value::Day(edition.from));
    match edition.to {
        Some(to) => say(lang, key::DATE_WINDOW, &[from, ("to", to.into())]),
        None => say(lang, key::DATE_FROM, &[from]),
    }
}

fn regions(model: &Model, directory: &Directory) -> Markup {
    let word = |word| label(model.lang, word);
    let asked =
        Asked { name: name::REGION, label: word(key::PAGE_REGION_LEGEND), hint: word(key::PAGE_REGION_HINT), id: "" };
    let places = directory.regions.iter().map(|region| Choice::plain(region.id.as_str(), region.name.of(model.lang)));
    radios(model, asked, places.chain(core::iter::once(Choice::plain(ELSEWHERE, word(key::PAGE_ELSEWHERE)))))
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
