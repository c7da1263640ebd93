//! What comes of it: the verdict, why, what to do, the dates, the law.

use alloc::string::String;
use alloc::vec::Vec;

use maud::{Markup, html};

use super::{address, heading, papers};
use crate::check::Brought;
use crate::finding::{Decides, Finding};
use crate::law::Notice;
use crate::page::model::Model;
use crate::page::route::Screen;
use crate::render::{html as sections, phrase};
use crate::report::{Report, Verdict};
use crate::words::{self, Word, key, label};

pub(super) fn view(model: &Model, report: &Report) -> Markup {
    let lang = model.lang;
    html! {
        div.verdict data-verdict=(mark(report.verdict)) {
            (heading(&phrase::verdict(report, lang)))
            p { (label(lang, key::VERDICT_NOTE)) }
        }
        (findings(model, report, key::HEADING_REASONS, Decides::Refused))
        (findings(model, report, key::HEADING_QUESTIONS, Decides::Open))
        (print_link(model, report))
        (sections::dates(report, lang))
        (keep(model, report))
        (fine(model, report))
        (findings(model, report, key::HEADING_REMARKS, Decides::Nothing))
        (notices(model, report))
        (papers::not_asked(model, report))
        (answers(model, report))
        (sections::law(report, lang))
    }
}

const fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accepted => "accepted",
        Verdict::Refused => "refused",
        Verdict::Open => "open",
        Verdict::NoEdition => "no-edition",
    }
}

fn findings(model: &Model, report: &Report, word: Word, decides: Decides) -> Markup {
    let found: Vec<&Finding> = report.findings.iter().filter(|finding| finding.decides == decides).collect();
    html! {
        @if !found.is_empty() {
            section {
                h2 { (label(model.lang, word)) }
                (sections::findings(found.into_iter(), &report.acts, model.lang))
            }
        }
    }
}

fn print_link(model: &Model, report: &Report) -> Markup {
    html! {
        div.actions {
            @if matches!(report.verdict, Verdict::Accepted | Verdict::Refused) {
                a.main href=(address(model, Screen::Print)) { (label(model.lang, key::PAGE_PRINT_LINK)) }
            }
            a.back href=(address(model, Screen::Papers)) { (label(model.lang, key::PAGE_CHANGE_PAPERS)) }
        }
    }
}

/// The days in the person's own calendar.
fn keep(model: &Model, report: &Report) -> Markup {
    html! {
        @if report.timeline.is_some() {
            button.quiet type="button" id="dates-file" data-say="dates" { (label(model.lang, key::PAGE_DATES)) }
        }
    }
}

fn fine(model: &Model, report: &Report) -> Markup {
    let fine = report.requirements.iter().filter(|status| status.brought == Brought::Fine);
    let mut names: Vec<String> = fine.map(|status| phrase::paper(status, model.lang)).collect();
    // An act may ask for one paper twice: to be shown, and as a copy.
    names.dedup();
    html! {
        @if !names.is_empty() {
            section {
                h2 { (label(model.lang, key::HEADING_FINE)) }
                ul.fine { @for name in names { li { (name) } } }
            }
        }
    }
}

/// What else the act lets a person know: the first, that nothing more may be asked, and the others for who wants them.
fn notices(model: &Model, report: &Report) -> Markup {
    let told = report.law.as_ref().map(|law| law.notices.as_slice()).unwrap_or_default();
    let Some((first, others)) = told.split_first() else { return Markup::default() };
    let n = i64::try_from(others.len()).unwrap_or(i64::MAX);
    html! {
        (notice(model, report, first))
        @if !others.is_empty() {
            details #notices {
                summary { (words::say(model.lang, key::PAGE_NOTICES_MORE, &[("n", n.into())])) }
                @for other in others { (notice(model, report, other)) }
            }
        }
    }
}

fn notice(model: &Model, report: &Report, notice: &Notice) -> Markup {
    html! {
        div.notice {
            p { (notice.text.of(model.lang)) }
            (sections::clauses(&notice.cite, &report.acts, model.lang))
        }
    }
}

/// What was said, with a way to change each.
fn answers(model: &Model, report: &Report) -> Markup {
    html! {
        details #answers {
            summary { (label(model.lang, key::PAGE_ANSWERS_HEADING)) }
            (super::answers::list(model, report))
        }
    }
}
