//! Ways beside printing: a link and a code for another device, copied text, the receipt on the whole screen.

use alloc::string::ToString;

use maud::{Markup, html};

use crate::day::TimeOfDay;
use crate::id::Lang;
use crate::page::form::{YES, name};
use crate::page::model::Model;
use crate::page::view::control::{Asked, tick};
use crate::page::view::handed::verdict;
use crate::page::view::heading;
use crate::page::ways::{Copy, Link};
use crate::report::Report;
use crate::words::{self, Word, key, label};

/// The modules left white around a code, without which it is not found.
const QUIET: u32 = 4;

/// Handing over.
pub(super) fn handing_over(model: &Model) -> Markup {
    let word = |word| label(model.lang, word);
    html! {
        section.hand-over aria-labelledby="hand-over" {
            h2 #hand-over { (word(key::HAND_HEADING)) }
            p { (word(key::HAND_LEAD)) }
            @match &model.ways.link {
                None => button type="button" id="make-link" data-say="make-link" { (word(key::HAND_MAKE)) },
                Some(link) if link.address.is_empty() => p role="status" { (word(key::HAND_NO_ADDRESS)) },
                Some(link) => (made(model, link)),
            }
        }
    }
}

fn made(model: &Model, link: &Link) -> Markup {
    let word = |word| label(model.lang, word);
    html! {
        div role="status" {
            @if link.path.is_empty() { p { (word(key::HAND_NO_CODE)) } } @else { (code(model, model.lang)) }
            p { a.link href=(link.address) target="_blank" rel="noopener" { (link.address) } }
        }
        (copying(model, Copy::Link, key::HAND_COPY))
        @if !link.path.is_empty() {
            (tick(model, Asked { name: name::CODE, label: word(key::HAND_ON_SHEET), ..Asked::default() }))
        }
    }
}

/// The code as a drawing; nothing where there is none.
fn code(model: &Model, lang: Lang) -> Markup {
    let Some(link) = model.ways.link.as_ref().filter(|link| !link.path.is_empty()) else { return Markup::default() };
    let side = link.side + 2 * QUIET;
    html! {
        svg.code role="img" aria-label=(label(lang, key::HAND_CODE)) viewBox={ "-" (QUIET) " -" (QUIET) " " (side) " " (side) } {
            path d=(link.path) {}
        }
    }
}

/// The code as it is printed, where that was not declined.
pub(super) fn on_sheet(model: &Model, lang: Lang) -> Markup {
    let drawn = if model.form.is(name::CODE, YES) { code(model, lang) } else { Markup::default() };
    if drawn.0.is_empty() {
        drawn
    } else {
        html! { div.sheet-code { (drawn) } }
    }
}

fn copying(model: &Model, what: Copy, word: Word) -> Markup {
    let id = if what == Copy::Link { "copy-link" } else { "copy-sheets" };
    let told = model.ways.copied.filter(|copied| copied.what == what);
    html! {
        p.copying {
            button type="button" id=(id) data-say=(id) { (label(model.lang, word)) }
            span role="status" {
                @if let Some(told) = told { (label(model.lang, if told.done { key::HAND_COPIED } else { key::HAND_NOT_COPIED })) }
            }
        }
    }
}

/// What helps where a browser within an application prints nothing and drops files.
pub(super) fn out(model: &Model) -> Markup {
    let word = |word| label(model.lang, word);
    html! {
        details #ways-out open[model.ways.unprinted] {
            summary { (word(key::OUT_HEADING)) }
            @if model.ways.unprinted { p.told role="alert" { (word(key::OUT_UNPRINTED)) } }
            p { (word(key::OUT_BROWSER)) }
            (copying(model, Copy::Sheets, key::OUT_COPY))
            p { button type="button" id="show" data-say="show" { (word(key::OUT_SHOW)) } }
        }
    }
}

/// The receipt on the whole screen, for somebody to see: large, and since when it is shown.
pub(super) fn shown(model: &Model, report: &Report, since: TimeOfDay) -> Markup {
    let lang = model.lang;
    let line =
        |word, value: &str, at: &str| html! { div { dt { (label(lang, word)) } dd { (value) " " span { (at) } } } };
    html! {
        section.shown {
            (heading(report.service.short.of(lang)))
            p.shown-verdict { (verdict(report.verdict, lang)) }
            p { (label(lang, key::RECEIPT_PRELIMINARY)) }
            dl {
                (line(key::SHOWN_CODE, &report.replay.code, ""))
                (line(key::LABEL_VISIT, &words::date_short(report.visit), ""))
                (line(key::SHOWN_AT, &words::date_short(model.today), &since.to_string()))
            }
            button.main type="button" id="hide" data-say="hide" { (label(lang, key::SHOWN_HIDE)) }
        }
    }
}
