//! The model as markup. Pure: the same model always gives the same page.

mod answers;
mod control;
mod handed;
mod kept;
mod papers;
pub(super) mod print;
pub(super) mod privacy;
mod questions;
mod result;
mod service;
mod sheet;
mod steps;
mod visit;

use alloc::string::String;

use maud::{Markup, html};

use super::journey;
use super::later;
use super::model::{Freshness, Model};
use super::route::{Route, Screen};
use crate::id::{Id, Lang};
use crate::words::{Word, key, label, say};

/// The id of the heading, which takes the focus when a screen begins.
pub const HEADING: &str = "heading";
/// The id of the list of faults, which takes the focus when there are any.
pub const FAULTS: &str = "faults";

/// Draws the page.
pub fn page(model: &Model) -> Markup {
    html! {
        header.top {
            p.brand { "Қолхат" }
            (languages(model))
        }
        (steps::view(model))
        @let place = model.route().place();
        @let within = html! {
            (told(model))
            (handed::view(model))
            (fault_summary(model))
            (screen(model))
        };
        // A page of somebody else's has a main thing of its own.
        @if model.kept.apart { article data-place=(place) { (within) } } @else { main data-place=(place) { (within) } }
        (bottom(model))
    }
}

/// Gives the title of the page: the question or the screen, with a word of warning before it where something is wrong.
pub fn title(model: &Model) -> String {
    let asked = questions::shown(model).map(|kind| kind.question.of(model.lang));
    let title = alloc::format!("{} – Қолхат", asked.unwrap_or_else(|| label(model.lang, model.screen.label())));
    if model.faults.is_empty() {
        return title;
    }
    say(model.lang, key::PAGE_TITLE_FAULT, &[("title", title.into())])
}

fn screen(model: &Model) -> Markup {
    if model.handed.is_waiting() {
        return Markup::default();
    }
    match (model.screen, &model.report) {
        (Screen::Privacy, _) => later::privacy(model).unwrap_or_else(|| coming(model)),
        (Screen::Service, _) => service::view(model),
        (Screen::Visit, _) => visit::view(model),
        (Screen::Sheet, _) => sheet::view(model),
        (Screen::Questions, Some(report)) => questions::view(model, report),
        (Screen::Papers, Some(report)) => papers::view(model, report),
        (Screen::Answers, Some(report)) => answers::view(model, report),
        (Screen::Result, Some(report)) => result::view(model, report),
        (Screen::Print, Some(report)) => later::print(model, report).unwrap_or_else(|| coming(model)),
        (_, None) => coming(model),
    }
}

/// A screen of which not all is here yet.
fn coming(model: &Model) -> Markup {
    html! { (heading(label(model.lang, model.screen.label()))) div.coming { (loading(model)) } }
}

/// What is on its way; nothing where it did not come, which is told on top.
fn loading(model: &Model) -> Markup {
    html! { @if model.lost.is_empty() { p role="status" { (label(model.lang, key::PAGE_LOADING)) } } }
}

fn languages(model: &Model) -> Markup {
    html! {
        nav.languages aria-label=(label(model.lang, key::PAGE_LANGUAGES)) {
            @for (lang, name) in [(Lang::Kk, "Қазақша"), (Lang::Ru, "Русский"), (Lang::En, "English")] {
                button type="button" id={ "lang-" (lang.code()) } lang=(lang.code()) data-say={ "speak " (lang.code()) }
                    aria-pressed=(if lang == model.lang { "true" } else { "false" }) { (name) }
            }
        }
    }
}

/// What is told before anything else: a fault of ours, or a file that did not come.
fn told(model: &Model) -> Markup {
    html! {
        (kept::told(model))
        (freshness(model))
        (age(model))
        @if model.restarted { p.told role="status" { (label(model.lang, key::PAGE_RESTARTED)) } }
        @if !model.lost.is_empty() {
            div.told role="alert" {
                p { (label(model.lang, key::PAGE_LOAD_FAILED)) }
                button type="button" id="retry" data-say="retry" { (label(model.lang, key::PAGE_RETRY)) }
            }
        }
    }
}

/// That what one sees may not be the newest: old law is never shown in silence.
fn freshness(model: &Model) -> Markup {
    html! {
        @match model.freshness {
            Freshness::Asked => {}
            Freshness::Unasked => p.told role="status" { (label(model.lang, key::PAGE_UNASKED)) }
            Freshness::Newer => {
                div.told role="status" {
                    p { (label(model.lang, key::PAGE_NEWER)) }
                    button type="button" id="reload" data-say="reload" { (label(model.lang, key::PAGE_RELOAD)) }
                }
            }
        }
    }
}

/// That the rules themselves were not looked at for this year: told on every screen, with the result or without.
fn age(model: &Model) -> Markup {
    let calendar = model.days_off().map(|days_off| &days_off.bundle.calendar);
    let old = calendar.filter(|calendar| calendar.known_until().is_some_and(|until| until < model.today));
    html! {
        @if let Some(calendar) = old {
            p.told role="status" {
                (say(model.lang, key::FINDING_RULES_MAY_BE_OLD, &[("checked", calendar.as_of.into())])) " "
                (label(model.lang, key::FIX_RULES_MAY_BE_OLD))
            }
        }
    }
}

/// What stands at the foot of every screen.
fn bottom(model: &Model) -> Markup {
    html! {
        footer.bottom {
            p { (label(model.lang, key::PAGE_PRIVACY)) }
            @if !model.kept.apart {
                p.ways-out {
                    a href=(address(model, Screen::Privacy)) { (label(model.lang, key::STEP_PRIVACY)) }
                    (kept::erase(model, "erase-all"))
                }
            }
        }
    }
}

fn fault_summary(model: &Model) -> Markup {
    html! {
        @if !model.faults.is_empty() {
            div.faults id=(FAULTS) role="alert" tabindex="-1" aria-labelledby="faults-heading" {
                h2 #faults-heading { (label(model.lang, key::PAGE_FAULTS_HEADING)) }
                ul {
                    @for fault in &model.faults {
                        li {
                            a href={ "#" (fault.control) } data-say={ "point " (fault.control) } {
                                (fault.sentence(model.lang))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn heading(text: &str) -> Markup {
    html! { h1 id=(HEADING) tabindex="-1" part="heading" { (text) } }
}

/// A screen that is sent off: its controls, the button, the way back.
fn form(model: &Model, button: Word, controls: &Markup) -> Markup {
    html! {
        form novalidate autocomplete="off" data-say="next" {
            (controls)
            div.actions {
                button.main type="submit" id="next" part="button" { (label(model.lang, button)) }
                (back(model))
            }
        }
    }
}

fn back(model: &Model) -> Markup {
    html! {
        @if let Some(place) = journey::previous(model) {
            a.back href=(place.hash()) { (label(model.lang, key::PAGE_BACK)) }
        }
    }
}

fn address(model: &Model, screen: Screen) -> String {
    Route::new(model.lang, screen).hash()
}

/// Gives the id of an element that belongs to a thing.
fn id_of(prefix: &str, id: &Id) -> String {
    alloc::format!("{prefix}-{id}")
}
