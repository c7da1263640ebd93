//! The sheets that were chosen: each kind in each language on a sheet of its own, once or for both parties.

use alloc::vec::Vec;

use maud::{Markup, html};

use super::ways::on_sheet;
use crate::id::Lang;
use crate::page::form::{YES, name};
use crate::page::model::Model;
use crate::page::read::applicant;
use crate::page::view::visit::hours;
use crate::receipt::{Parties, Sheet, copies_asked, receipt};
use crate::render::html::{Copy, sheet};
use crate::render::lists::{Place, to_bring, to_put_right};
use crate::report::{Report, Verdict};
use crate::words::{key, label};

/// The receipt of acceptance or refusal.
pub(super) const RECEIPT: &str = "receipt";
/// What is to be put right.
pub(super) const FIX: &str = "fix";
/// What is to be brought.
pub(super) const LIST: &str = "list";
/// All there is.
pub(super) const ALL: &str = "all";

pub(super) fn view(model: &Model, report: &Report) -> Markup {
    let two = two_copies(model, report);
    let large = model.form.is(name::LARGE, YES);
    let copy = |one: &Sheet, party: &str| sheet(one, &Copy { party, large, code: on_sheet(model, one.lang) });
    html! {
        div.sheets {
            @for one in chosen_sheets(model, report) {
                @if two {
                    @for word in [key::RECEIPT_COPY_APPLICANT, key::RECEIPT_COPY_PROVIDER] {
                        (copy(&one, label(one.lang, word)))
                    }
                } @else {
                    (copy(&one, ""))
                }
            }
        }
    }
}

/// What is printed: what was chosen, if there is such a sheet; else what the verdict calls for.
pub(super) fn chosen<'a>(model: &'a Model, report: &Report) -> &'a str {
    let decided = matches!(report.verdict, Verdict::Accepted | Verdict::Refused);
    match model.form.get(name::PRINTED) {
        FIX if report.verdict != Verdict::Accepted => FIX,
        LIST => LIST,
        ALL => ALL,
        _ if decided => RECEIPT,
        _ => FIX,
    }
}

/// As many as were chosen; else as many as the act asks for of a receipt, and one of a list.
pub(super) fn two_copies(model: &Model, report: &Report) -> bool {
    match model.form.get(name::COPIES) {
        "" => chosen(model, report) == RECEIPT && copies_asked(report) > 1,
        chosen => chosen == "2",
    }
}

/// A language's sheets follow one another, so that each party finds theirs together.
fn chosen_sheets(model: &Model, report: &Report) -> Vec<Sheet> {
    let chosen = chosen(model, report);
    let mut sheets = Vec::new();
    for lang in model.sheets().filter(|lang| model.speaks(*lang)) {
        for kind in [RECEIPT, FIX, LIST] {
            if chosen == kind || chosen == ALL {
                sheets.extend(of_kind(model, report, kind, lang));
            }
        }
    }
    sheets
}

fn of_kind(model: &Model, report: &Report, kind: &str, lang: Lang) -> Option<Sheet> {
    let provider = model.form.text(name::PROVIDER);
    let provider = provider.as_deref();
    match kind {
        RECEIPT => {
            let applicant = applicant(&model.form);
            let full_iin = model.form.is(name::FULL_IIN, YES);
            let parties = Parties { applicant: Some(&applicant), provider, full_iin };
            receipt(report, &parties, lang).map(|receipt| receipt.sheet)
        }
        FIX => to_put_right(report, lang),
        _ => {
            let channel = model.edition().and_then(|edition| edition.channel(&report.channel.id));
            let hours = channel.and_then(|channel| hours(channel, &report.channel, lang));
            let hours = hours.as_deref().unwrap_or_default();
            to_bring(report, Place { provider: provider.unwrap_or_default(), hours }, lang)
        }
    }
}
