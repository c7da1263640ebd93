//! On paper: what is printed, in which languages, who is named on it, and the sheets as they will be.

mod sheets;
mod ways;

use alloc::vec::Vec;

use maud::{Markup, html};

use super::control::{Asked, Choice, group, options, text, tick};
use super::{back, heading};
use crate::id::Lang;
use crate::page::form::name;
use crate::page::model::Model;
use crate::report::{Report, Verdict};
use crate::words::{Word, key, label};

pub(in crate::page) fn view(model: &Model, report: &Report) -> Markup {
    if let Some(since) = model.ways.shown {
        return ways::shown(model, report, since);
    }
    let there = report.law.is_some();
    html! {
        div.screen-only {
            (heading(label(model.lang, key::PAGE_PRINT_HEADING)))
            @if there { (controls(model, report)) } @else {
                p.lead { (label(model.lang, key::PAGE_PRINT_NONE)) }
                div.actions { (back(model)) }
            }
        }
        @if there { (sheets::view(model, report)) }
    }
}

fn controls(model: &Model, report: &Report) -> Markup {
    let word = |word| label(model.lang, word);
    let large =
        Asked { name: name::LARGE, label: word(key::PAGE_LARGE), hint: word(key::PAGE_LARGE_HINT), ..Asked::default() };
    html! {
        form novalidate autocomplete="off" data-say="print" {
            (kinds(model, report))
            (languages(model))
            (copies(model, report))
            (tick(model, large))
            (named(model, report))
            div.actions {
                button.main type="submit" id="print" part="button" { (word(key::PAGE_PRINT)) }
                (back(model))
            }
        }
        (ways::out(model))
        (ways::handing_over(model))
        h2 { (word(key::PAGE_PREVIEW)) }
    }
}

fn kinds(model: &Model, report: &Report) -> Markup {
    let receipt = match report.verdict {
        Verdict::Accepted => Some(key::PAGE_PRINT_RECEIPT_ACCEPTED),
        Verdict::Refused => Some(key::PAGE_PRINT_RECEIPT_REFUSED),
        Verdict::Open | Verdict::NoEdition => None,
    };
    let wrong = (report.verdict != Verdict::Accepted).then_some(key::PAGE_PRINT_FIX);
    let kinds = [
        (sheets::RECEIPT, receipt),
        (sheets::FIX, wrong),
        (sheets::LIST, Some(key::PAGE_PRINT_LIST)),
        (sheets::ALL, Some(key::PAGE_PRINT_ALL)),
    ];
    let offered = kinds.into_iter().filter_map(|(kind, word)| Some(Choice::plain(kind, label(model.lang, word?))));
    let label = label(model.lang, key::PAGE_PRINT_WHAT);
    let asked = Asked { name: name::PRINTED, label, ..Asked::default() };
    options(model, asked, sheets::chosen(model, report), &offered.collect::<Vec<_>>())
}

fn languages(model: &Model) -> Markup {
    let names = [(Lang::Kk, key::PAGE_SHEET_KK), (Lang::Ru, key::PAGE_SHEET_RU), (Lang::En, key::PAGE_SHEET_EN)];
    let boxes = html! {
        @for (lang, word) in names {
            (tick(model, Asked { name: &name::sheet(lang), label: label(model.lang, word), ..Asked::default() }))
        }
    };
    let label = label(model.lang, key::PAGE_SHEETS_LEGEND);
    group(model, Asked { name: "sheets", label, ..Asked::default() }, &boxes)
}

fn copies(model: &Model, report: &Report) -> Markup {
    let choices = [("1", key::PAGE_COPIES_ONE), ("2", key::PAGE_COPIES_TWO)];
    let choices = choices.into_iter().map(|(value, word)| Choice::plain(value, label(model.lang, word)));
    let asked = Asked { name: name::COPIES, label: label(model.lang, key::PAGE_COPIES_LEGEND), ..Asked::default() };
    let chosen = if sheets::two_copies(model, report) { "2" } else { "1" };
    options(model, asked, chosen, &choices.collect::<Vec<_>>())
}

/// Who is named: on a receipt the applicant, on every sheet the provider.
fn named(model: &Model, report: &Report) -> Markup {
    let word = |word| label(model.lang, word);
    let line = |name, word: Word, width| {
        let asked = Asked { name, label: label(model.lang, word), ..Asked::default() };
        text(model, asked, width, false)
    };
    let full = Asked { name: name::FULL_IIN, label: word(key::PAGE_FULL_IIN), ..Asked::default() };
    let receipt = matches!(sheets::chosen(model, report), sheets::RECEIPT | sheets::ALL);
    html! {
        h2 { (word(key::PAGE_PRINT_NAMES)) }
        p { (word(key::PAGE_PRINT_LEAD)) }
        @if receipt {
            (line(name::PERSON, key::PAGE_PERSON, "wide"))
            (line(name::IIN, key::PAGE_IIN, "fourteen"))
            (tick(model, full))
            (line(name::ADDRESS, key::PAGE_ADDRESS, "wide"))
            (line(name::PHONE, key::PAGE_PHONE, "fourteen"))
        }
        (line(name::PROVIDER, key::PAGE_PROVIDER, "wide"))
    }
}
