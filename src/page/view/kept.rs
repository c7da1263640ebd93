//! What is kept on this device: the offer to keep it, what an earlier visit left, what changed since; and the mode for a
//! computer that others use.

use maud::{Markup, html};

use super::control::{Asked, tick};
use crate::id::Lang;
use crate::page::form::name;
use crate::page::kept::{self, IDENTITY, LANG, SAID};
use crate::page::model::Model;
use crate::render::phrase;
use crate::report::Report;
use crate::words::{Word, key, label, say};

/// What is told of it on every screen.
pub(super) fn told(model: &Model) -> Markup {
    let word = |word| label(model.lang, word);
    html! {
        @if model.kept.public {
            div.told.public {
                p { (word(key::PUBLIC_IS_ON)) }
                (countdown(model))
                div.actions {
                    @if model.kept.left.is_some() { button type="button" id="stay" { (word(key::PUBLIC_STAY)) } }
                    (erase(model, "erase-public"))
                    button.quiet type="button" id="public-off" data-say="public off" { (word(key::PUBLIC_OFF)) }
                }
            }
        }
        @match model.kept.erased {
            Some(true) => p.told role="status" { (word(key::KEPT_ERASED)) },
            Some(false) => p.told role="alert" { (word(key::KEPT_ERASE_FAILED)) },
            None => {},
        }
        @if model.kept.refused { p.told role="alert" { (word(key::KEPT_REFUSED)) } }
    }
}

/// The last minute before all is wiped. Whatever a person does ends it; the seconds are not read out one by one.
fn countdown(model: &Model) -> Markup {
    html! {
        div role="alert" {
            @if model.kept.left.is_some() { p { strong { (label(model.lang, key::PUBLIC_SOON)) } } }
        }
        @if let Some(left) = model.kept.left {
            p role="timer" { (say(model.lang, key::PUBLIC_LEFT, &[("n", left.into())])) }
        }
    }
}

/// What an earlier visit left, and what is to become of it.
pub(super) fn found(model: &Model) -> Markup {
    let Some(day) = model.kept.day() else { return Markup::default() };
    let found = &model.kept.found;
    let services = model.directory.iter().flat_map(|directory| &directory.services);
    let service = services.into_iter().find(|listed| found.is(name::SERVICE, listed.id.as_str()));
    let visit = found.day(name::VISIT).ok().flatten();
    let word = |word| label(model.lang, word);
    html! {
        section.found {
            h2 { (say(model.lang, key::KEPT_FOUND, &[("day", day.into())])) }
            @if let Some(service) = service { p { strong { (service.short.of(model.lang)) } } }
            p { (word(key::KEPT_FOUND_WHERE)) }
            @if visit.is_none_or(|visit| visit < model.today) { p { (word(key::KEPT_FOUND_PAST)) } }
            div.actions {
                (say_button("take-up", "take-up", word(key::KEPT_CONTINUE)))
                (erase(model, "erase-found"))
            }
        }
    }
}

/// The offer to keep what is typed, or that it is kept.
pub(super) fn offer(model: &Model) -> Markup {
    let word = |word| label(model.lang, word);
    html! {
        @if !(model.kept.public || model.kept.apart) {
            section.keep {
                h2 { (word(key::KEPT_SAVE_HEADING)) }
                @if kept::keeping(model) { p { (word(key::KEPT_SAVED)) } } @else { (what(model)) }
                (tick(model, Asked { name: IDENTITY, label: word(key::KEPT_IDENTITY), ..Asked::default() }))
                div.actions {
                    @if kept::keeping(model) { (erase(model, "erase-kept")) } @else {
                        (say_button("keep", "keep", word(key::KEPT_SAVE)))
                    }
                }
            }
        }
    }
}

fn what(model: &Model) -> Markup {
    html! {
        p { (label(model.lang, key::KEPT_SAVE_WHAT)) }
        @if let Some(day) = model.kept.day() {
            p { (say(model.lang, key::KEPT_SAVE_REPLACES, &[("day", day.into())])) }
        }
    }
}

/// What changed in the law since the check was kept, as far as it concerns this person.
pub(super) fn changed(model: &Model, report: &Report) -> Markup {
    let Some(day) = kept::day(&model.form).filter(|_| kept::changed(model, report)) else { return Markup::default() };
    let other = kept::other_verdict(model, report);
    // The words of then are in the language of then.
    let then = Lang::from_code(model.form.get(LANG)).filter(|lang| *lang != model.lang).map(Lang::code);
    let (more, less) = (kept::more(model, report).next().is_some(), kept::less(model, report).next().is_some());
    let more_names = kept::more(model, report).map(|status| html! { (phrase::paper(status, model.lang)) });
    let less_names = kept::less(model, report).map(|said| html! { span lang=[then] { (said) } });
    html! {
        section.told.changed {
            h2 { (say(model.lang, key::KEPT_CHANGED, &[("day", day.into())])) }
            @if other { p { (label(model.lang, key::KEPT_CHANGED_BEFORE)) " " span lang=[then] { (model.form.get(SAID)) } } }
            @if more { (names(model, key::KEPT_CHANGED_MORE, more_names)) }
            @if less { (names(model, key::KEPT_CHANGED_LESS, less_names)) }
            @if !(other || more || less) { p { (label(model.lang, key::KEPT_CHANGED_NOTHING)) } }
        }
    }
}

fn names(model: &Model, heading: Word, names: impl Iterator<Item = Markup>) -> Markup {
    html! {
        h3 { (label(model.lang, heading)) }
        ul { @for name in names { li { (name) } } }
    }
}

/// The one button that deletes everything, wherever it stands.
pub(super) fn erase(model: &Model, id: &str) -> Markup {
    html! { button.quiet type="button" id=(id) data-say="erase" { (label(model.lang, key::KEPT_ERASE)) } }
}

/// A button that says something.
pub(super) fn say_button(said: &str, id: &str, text: &str) -> Markup {
    html! { button type="button" id=(id) data-say=(said) { (text) } }
}
