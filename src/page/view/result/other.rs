//! If you come on another day or to another place: what would change, beside what was chosen.

use alloc::string::String;

use maud::{Markup, html};

use crate::edition::in_force;
use crate::page::change::{Change, changes, new_findings};
use crate::page::form::name;
use crate::page::model::Model;
use crate::page::view::control::{Asked, Choice, day, radios};
use crate::render::{html as sections, phrase};
use crate::report::Report;
use crate::words::{self, key, label, say};

pub(super) fn view(model: &Model, report: &Report) -> Markup {
    let word = |word| label(model.lang, word);
    let asked = Asked { name: name::IF, label: word(key::OTHER_DAY), ..Asked::default() };
    html! {
        section.other {
            h2 { (word(key::OTHER_HEADING)) }
            p { (word(key::OTHER_LEAD)) }
            (day(model, asked))
            (channels(model))
            // There before anything is said in it: what changes in it is read out once.
            p #other-status role="status" { (status(model)) }
            @if let Some(other) = &model.other { (beside(model, report, other)) }
        }
    }
}

/// The channels of the text in force on the other day.
fn channels(model: &Model) -> Markup {
    let day = model.other_day();
    let bundle = model.law_on(day).map(|law| &law.bundle);
    let edition = bundle.zip(day).and_then(|(bundle, day)| in_force(bundle, day));
    let offered = edition.map(|edition| edition.channels.as_slice()).unwrap_or_default().iter();
    let choices = offered.filter_map(|channel| {
        let kind = bundle?.channel(&channel.id)?;
        Some(Choice::plain(channel.id.as_str(), kind.name.of(model.lang)))
    });
    let asked = Asked { name: name::IF_CHANNEL, label: label(model.lang, key::LABEL_CHANNEL), ..Asked::default() };
    if edition.is_some_and(|edition| edition.channels.len() > 1) {
        radios(model, asked, choices)
    } else {
        Markup::default()
    }
}

/// What it comes to, in a sentence; or why nothing can be said.
fn status(model: &Model) -> String {
    let lang = model.lang;
    let Some(day) = model.other_day() else {
        return say(lang, key::PAGE_DATE_IMPOSSIBLE, &[("subject", label(lang, key::OTHER_DAY).into())]);
    };
    match &model.other {
        Some(other) => {
            let mut said = words::date_long(day, lang);
            for part in [", ", other.channel.name.of(lang), ": ", &phrase::verdict_briefly(other, lang)] {
                said.push_str(part);
            }
            said
        }
        None if model.law_on(Some(day)).is_none() || model.days_off_around(Some(day)).is_none() => {
            label(lang, key::PAGE_LOADING).into()
        }
        None => String::new(),
    }
}

fn beside(model: &Model, report: &Report, other: &Report) -> Markup {
    let lang = model.lang;
    let new = || new_findings(report, other);
    html! {
        dl.beside { @for change in &changes(report, other, lang) { (row(model, change)) } }
        @if new().next().is_some() {
            h3 { (label(lang, key::OTHER_NEW)) }
            (sections::findings(new(), other, lang))
        }
        button.quiet type="button" id="instead" data-say="instead" { (label(lang, key::OTHER_TAKE)) }
    }
}

fn row(model: &Model, change: &Change) -> Markup {
    let word = |word| label(model.lang, word);
    let side = |word, said: &str| {
        html! { dd { span.hint { (label(model.lang, word)) ": " } (if said.is_empty() { "–" } else { said }) } }
    };
    html! {
        div.changed[change.differs()] {
            dt { (word(change.what)) @if change.differs() { " " span.tag { (word(key::CHANGE_TAG)) } } }
            (side(key::CHANGE_NOW, &change.now))
            (side(key::CHANGE_THEN, &change.then))
        }
    }
}
