//! Controls: a label or legend, a hint, the fault in the same words as on top, and what was typed.
//!
//! A control's `name` is its place in the form; its `id` differs where one name stands on a screen twice.

use alloc::string::String;
use alloc::vec::Vec;

use maud::{Markup, html};

use super::HEADING;
use crate::page::form::YES;
use crate::page::form::name;
use crate::page::journey::DESK;
use crate::page::model::Model;
use crate::page::route::Screen;
use crate::words::{key, label};

/// What a control is called and helped by.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Asked<'a> {
    /// The name in the form.
    pub name: &'a str,
    /// The id in the page; the name where empty.
    pub id: &'a str,
    /// The label or legend.
    pub label: &'a str,
    /// What helps to answer.
    pub hint: &'a str,
}

impl Asked<'_> {
    fn id(&self) -> &str {
        if self.id.is_empty() { self.name } else { self.id }
    }
}

/// One option of a group.
pub(super) struct Choice<'a> {
    pub value: &'a str,
    pub label: Markup,
    pub hint: Markup,
}

impl<'a> Choice<'a> {
    pub(super) fn plain(value: &'a str, label: &str) -> Self {
        Self { value, label: html! { (label) }, hint: Markup::default() }
    }
}

/// A line of text. `width` is a class: how long the answer is.
pub(super) fn text(model: &Model, asked: Asked<'_>, width: &str, digits: bool) -> Markup {
    let (id, wrong) = (asked.id(), fault(model, asked.name));
    html! {
        div.field.wrong[wrong.is_some()] {
            (heading(model, asked, &html! { label for=(id) { (asked.label) } }))
            (hint(id, asked.hint))
            (fault_text(id, wrong.as_deref()))
            input.{ (width) } type="text" id=(id) name=(asked.name) value=(model.form.get(asked.name))
                inputmode=[digits.then_some("numeric")] autocomplete="off" spellcheck="false"
                aria-invalid=[wrong.as_ref().map(|_| "true")]
                aria-describedby=[described(id, asked.hint, wrong.is_some())];
        }
    }
}

/// A day in three lines of text, as it stands on documents: day, month, year.
pub(super) fn day(model: &Model, asked: Asked<'_>) -> Markup {
    let parts = [("day", key::PAGE_DAY, "two"), ("month", key::PAGE_MONTH, "two"), ("year", key::PAGE_YEAR, "four")];
    let wrong = fault(model, asked.name).is_some();
    let controls = html! {
        div.day {
            @for (part, word, width) in parts {
                @let (id, name) = (name::of(asked.id(), part), name::of(asked.name, part));
                div {
                    label for=(id) { (label(model.lang, word)) }
                    input.{ (width) } type="text" inputmode="numeric" id=(id) name=(name) value=(model.form.get(&name))
                        autocomplete="off" aria-invalid=[wrong.then_some("true")];
                }
            }
        }
    };
    group(model, asked, &controls)
}

/// One of several; nothing is chosen beforehand.
pub(super) fn radios<'a>(model: &Model, asked: Asked<'_>, choices: impl Iterator<Item = Choice<'a>>) -> Markup {
    options(model, asked, model.form.get(asked.name), &choices.collect::<Vec<_>>())
}

/// One of several, of which one is taken until another is chosen.
pub(super) fn options(model: &Model, asked: Asked<'_>, chosen: &str, choices: &[Choice<'_>]) -> Markup {
    let controls = html! {
        @for choice in choices {
            @let id = name::of(asked.id(), choice.value);
            div.choice {
                input type="radio" id=(id) name=(asked.name) value=(choice.value)
                    checked[choice.value == chosen];
                label for=(id) { (choice.label) @if !choice.hint.0.is_empty() { span.hint { (choice.hint) } } }
            }
        }
    };
    group(model, asked, &controls)
}

/// A box to tick.
pub(super) fn tick(model: &Model, asked: Asked<'_>) -> Markup {
    let id = asked.id();
    html! {
        div.choice {
            input type="checkbox" id=(id) name=(asked.name) value=(YES) checked[model.form.is(asked.name, YES)];
            label for=(id) { (asked.label) @if !asked.hint.is_empty() { span.hint { (asked.hint) } } }
        }
    }
}

/// One of several in a closed list; the first is what is taken where nothing was chosen.
pub(super) fn select(model: &Model, asked: Asked<'_>, choices: &[(&str, &str)]) -> Markup {
    html! {
        div.field {
            label for=(asked.id()) { (asked.label) }
            select id=(asked.id()) name=(asked.name) {
                @for (value, label) in choices {
                    option value=(value) selected[model.form.is(asked.name, value)] { (label) }
                }
            }
        }
    }
}

/// Controls under one legend.
pub(super) fn group(model: &Model, asked: Asked<'_>, controls: &Markup) -> Markup {
    let (id, wrong) = (asked.id(), fault(model, asked.name));
    html! {
        fieldset.field.wrong[wrong.is_some()] id={ (id) "-group" }
            aria-describedby=[described(id, asked.hint, wrong.is_some())] {
            legend { (heading(model, asked, &html! { (asked.label) })) }
            (hint(id, asked.hint))
            (fault_text(id, wrong.as_deref()))
            (controls)
        }
    }
}

/// The label or legend; where one question stands alone it is the heading of the page too.
fn heading(model: &Model, asked: Asked<'_>, label: &Markup) -> Markup {
    let alone = match model.screen {
        Screen::Questions => asked.name.strip_prefix("fact-") == Some(model.part.as_str()),
        Screen::Visit => model.part == DESK && asked.name == name::CHANNEL,
        _ => false,
    };
    html! { @if alone { h1 id=(HEADING) tabindex="-1" { (label) } } @else { (label) } }
}

fn fault(model: &Model, group: &str) -> Option<String> {
    model.faults.iter().find(|fault| fault.group == group).map(|fault| fault.sentence(model.lang))
}

fn hint(id: &str, hint: &str) -> Markup {
    html! { @if !hint.is_empty() { p.hint id={ (id) "-hint" } { (hint) } } }
}

fn fault_text(id: &str, wrong: Option<&str>) -> Markup {
    html! { @if let Some(wrong) = wrong { p.fault id={ (id) "-fault" } { (wrong) } } }
}

fn described(id: &str, hint: &str, wrong: bool) -> Option<String> {
    let hint = (!hint.is_empty()).then(|| alloc::format!("{id}-hint"));
    let fault = wrong.then(|| alloc::format!("{id}-fault"));
    let ids: Vec<String> = [hint, fault].into_iter().flatten().collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}
