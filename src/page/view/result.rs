//! What comes of it: the verdict, what to put right, the dates, what else there is to know, the law.

mod other;
mod unsaid;

use alloc::string::String;
use alloc::vec::Vec;

use maud::{Markup, html};

use super::{address, heading, papers};
use crate::check::Brought;
use crate::clause::Verified;
use crate::finding::{Code, Decides, Finding};
use crate::id::Lang;
use crate::law::Notice;
use crate::page::model::Model;
use crate::page::read::answer;
use crate::page::route::{Route, Screen};
use crate::render::{html as sections, phrase};
use crate::report::{Report, Verdict};
use crate::words::{self, Word, finding, key, label};

pub(super) fn view(model: &Model, report: &Report) -> Markup {
    let lang = model.lang;
    html! {
        div.verdict part="verdict" data-verdict=(report.verdict.as_str()) {
            (heading(&phrase::verdict(report, lang)))
            p { (label(lang, key::VERDICT_NOTE)) }
            @for caveat in caveats(report, lang) { p.caveat { (caveat) } }
        }
        (super::visit::closed(model))
        (super::kept::changed(model, report))
        (findings(model, report, key::HEADING_REASONS, |one| one.decides == Decides::Refused && !is_paper(report, one)))
        (findings(model, report, key::HEADING_FIX, |one| one.decides == Decides::Refused && is_paper(report, one)))
        (findings(model, report, key::HEADING_QUESTIONS, |one| one.decides == Decides::Open))
        (unsaid::view(model, report))
        (print_link(model, report))
        (sections::dates(report, lang))
        (keep(model, report))
        (other::view(model, report))
        (fine(model, report))
        (findings(model, report, key::HEADING_REMARKS, |one| one.decides == Decides::Nothing))
        (nothing_more(model, report))
        (notices(model, report))
        (answers(model, report))
        (super::kept::offer(model))
        (sections::law(report, lang))
    }
}

/// What the verdict is not sure of: said with it, and not only below.
fn caveats(report: &Report, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    for one in &report.findings {
        match one.code {
            Code::EditionNotSeen => said.push(finding::verified(Verified::NotSeen, lang).into()),
            Code::CalendarProvisional | Code::CalendarUnknown => said.push(finding::sentence(one, lang)),
            _ => {}
        }
    }
    said.extend(phrase::repealed(report, lang));
    said
}

/// Tells whether a finding is about a paper that is asked for.
fn is_paper(report: &Report, one: &Finding) -> bool {
    report.requirements.iter().any(|status| status.id == one.subject.as_str())
}

fn findings(model: &Model, report: &Report, word: Word, here: impl Fn(&Finding) -> bool) -> Markup {
    let mut found = report.findings.iter().filter(|one| here(one)).peekable();
    html! {
        @if found.peek().is_some() {
            section {
                h2 { (label(model.lang, word)) }
                (sections::findings(found, report, model.lang))
            }
        }
    }
}

fn print_link(model: &Model, report: &Report) -> Markup {
    html! {
        div.actions {
            @if let Some(kind) = report.questions.iter().find(|kind| answer(&model.form, kind).is_none()) {
                @let place = Route::new(model.lang, Screen::Questions).part(kind.id.as_str());
                @if report.verdict == Verdict::Open {
                    a.main href=(place.hash()) { (label(model.lang, key::PAGE_ANSWER_OPEN)) }
                }
            }
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

/// What nobody may ask for: in the act's own words where it has some, and the papers that are taken from state systems.
fn nothing_more(model: &Model, report: &Report) -> Markup {
    let lang = model.lang;
    html! {
        @if let Some(law) = &report.law {
            section.nothing-more {
                h2 { (label(lang, key::NOTHING_MORE_HEADING)) }
                p { (label(lang, key::NOTHING_MORE)) }
                (sections::clauses(&law.cite, &report.acts, lang))
                @for told in law.notices.iter().filter(|notice| notice.nothing_more) { (notice(model, report, told)) }
                @if !report.not_asked.is_empty() {
                    p { (label(lang, key::PAGE_NOT_ASKED_LEAD)) }
                    (papers::held(report, lang))
                }
            }
        }
    }
}

/// What else the act lets a person know, for who wants it.
fn notices(model: &Model, report: &Report) -> Markup {
    let told = || report.law.iter().flat_map(|law| &law.notices).filter(|notice| !notice.nothing_more);
    let n = i64::try_from(told().count()).unwrap_or(i64::MAX);
    html! {
        @if n > 0 {
            details #notices {
                summary { (words::say(model.lang, key::PAGE_NOTICES_MORE, &[("n", n.into())])) }
                @for told in told() { (notice(model, report, told)) }
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
