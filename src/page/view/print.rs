//! The receipt: who is named on it, in which languages, and the sheets as they will be on paper.

use alloc::vec::Vec;

use maud::{Markup, html};

use super::control::{Asked, Choice, group, options, text, tick};
use super::{back, heading};
use crate::id::Lang;
use crate::page::form::{YES, name};
use crate::page::model::Model;
use crate::page::read::applicant;
use crate::receipt::{Parties, Receipt, copies_asked, receipt};
use crate::render::html as sections;
use crate::report::{Report, Verdict};
use crate::words::{Word, key, label};

pub(super) fn view(model: &Model, report: &Report) -> Markup {
    let there = matches!(report.verdict, Verdict::Accepted | Verdict::Refused);
    html! {
        div.screen-only {
            (heading(label(model.lang, key::PAGE_PRINT_HEADING)))
            @if there { (controls(model, report)) } @else {
                p.lead { (label(model.lang, key::PAGE_PRINT_NONE)) }
                div.actions { (back(model)) }
            }
        }
        @if there { (sheets(model, report)) }
    }
}

fn controls(model: &Model, report: &Report) -> Markup {
    let word = |word| label(model.lang, word);
    let line = |name, label, width| text(model, Asked { name, label: word(label), ..Asked::default() }, width, false);
    let full = Asked { name: name::FULL_IIN, label: word(key::PAGE_FULL_IIN), ..Asked::default() };
    html! {
        p.lead { (word(key::PAGE_PRINT_LEAD)) }
        form novalidate autocomplete="off" data-say="print" {
            (languages(model))
            (copies(model, report))
            (line(name::PERSON, key::PAGE_PERSON, "wide"))
            (line(name::IIN, key::PAGE_IIN, "fourteen"))
            (tick(model, full))
            (line(name::ADDRESS, key::PAGE_ADDRESS, "wide"))
            (line(name::PHONE, key::PAGE_PHONE, "fourteen"))
            (line(name::PROVIDER, key::PAGE_PROVIDER, "wide"))
            div.actions {
                button.main type="submit" id="print" { (word(key::PAGE_PRINT)) }
                (back(model))
            }
        }
        h2 { (word(key::PAGE_PREVIEW)) }
    }
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
    let chosen = if two_copies(model, report) { "2" } else { "1" };
    options(model, asked, chosen, &choices.collect::<Vec<_>>())
}

/// As many as were chosen; else as many as the act asks for.
fn two_copies(model: &Model, report: &Report) -> bool {
    match model.form.get(name::COPIES) {
        "" => copies_asked(report) > 1,
        chosen => chosen == "2",
    }
}

fn sheets(model: &Model, report: &Report) -> Markup {
    let applicant = applicant(&model.form);
    let provider = model.form.text(name::PROVIDER);
    let parties = Parties {
        applicant: Some(&applicant),
        provider: provider.as_deref(),
        full_iin: model.form.is(name::FULL_IIN, YES),
    };
    let chosen = model.sheets().filter(|lang| model.speaks(*lang));
    let receipts: Vec<Receipt> = chosen.filter_map(|lang| receipt(report, &parties, lang)).collect();
    let two = two_copies(model, report);
    html! {
        div.sheets {
            @for receipt in &receipts {
                @if two {
                    @for word in [key::RECEIPT_COPY_APPLICANT, key::RECEIPT_COPY_PROVIDER] { (copy(receipt, word)) }
                } @else {
                    (sections::sheet(receipt, None))
                }
            }
        }
    }
}

fn copy(receipt: &Receipt, party: Word) -> Markup {
    sections::sheet(receipt, Some(label(receipt.lang, party)))
}
