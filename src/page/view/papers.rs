//! The papers that are asked: which of them a person has, and what must be known of each.

use alloc::string::String;

use maud::{Markup, html};

use super::control::{Asked, Choice, day, group, radios, select, text, tick};
use super::{form, heading};
use crate::check::{Asked as Status, AskedDocument, RequirementStatus};
use crate::id::Lang;
use crate::package::BroughtForm;
use crate::page::form::{NO, YES, name};
use crate::page::journey::is_new;
use crate::page::model::Model;
use crate::page::read::asked;
use crate::render::{html as sections, phrase};
use crate::report::Report;
use crate::words::{self, key, label, say};

pub(super) fn view(model: &Model, report: &Report) -> Markup {
    html! {
        (heading(label(model.lang, key::PAGE_PAPERS_HEADING)))
        p.lead { (label(model.lang, key::PAGE_PAPERS_LEAD)) }
        (form(model, key::PAGE_NEXT, &all(model, report)))
        (not_asked(model, report))
    }
}

/// All papers that are asked.
pub(super) fn all(model: &Model, report: &Report) -> Markup {
    html! {
        @for status in asked(report) { (requirement(model, report, status)) }
        @if asked(report).next().is_none() { p { (label(model.lang, key::PAPERS_NONE)) } }
    }
}

/// One requirement: a box for the paper that is asked, or for each of those of which one will do; and what the act says.
fn requirement(model: &Model, report: &Report, status: &RequirementStatus) -> Markup {
    let lang = model.lang;
    let id = name::requirement(status.id.as_str());
    let when = phrase::asked(&status.asked, lang).unwrap_or_default();
    let what = phrase::paper(status, lang);
    let boxes = |label: &str, when: &str| {
        html! {
            @for document in &status.one_of {
                (paper(model, status, document, if label.is_empty() { document.name.of(lang) } else { label }, when))
            }
            (legal(model, report, status))
        }
    };
    html! {
        div.paper {
            @if is_new(model, &status.id) { p.new { (label(lang, key::PAPER_NEW)) } }
            @if status.one_of.len() > 1 {
                @let hint = hint(label(lang, key::PAPER_ONE_OF).into(), when);
                (group(model, Asked { name: &id, id: "", label: &what, hint: &hint }, &boxes("", "")))
            } @else {
                div id={ (id) "-group" } { (boxes(&what, when)) }
            }
        }
    }
}

fn paper(model: &Model, status: &RequirementStatus, document: &AskedDocument, label: &str, when: &str) -> Markup {
    let lang = model.lang;
    let name = name::paper(&document.document);
    let id = alloc::format!("{}-{name}", status.id);
    let how = hint(say(lang, key::PAGE_HOW, &[("how", phrase::how(document, lang).into())]), when);
    html! {
        (tick(model, Asked { name: &name, id: &id, label, hint: &how }))
        @if let Some(note) = model.own.note_on(&document.document, lang) {
            p.note { strong { (words::label(lang, key::WIDGET_NOTE)) ": " } (note) }
        }
        @if model.form.is(&name, YES) {
            div.of-paper { (details(model, document, &name, &id)) }
        }
    }
}

/// What helps with a paper, and when it is asked.
fn hint(mut help: String, when: &str) -> String {
    words::append(&mut help, "; ", when);
    help
}

/// What must be known of a paper that is there.
fn details(model: &Model, document: &AskedDocument, name: &str, id: &str) -> Markup {
    let word = |word| label(model.lang, word);
    let of = |detail| (name::of(name, detail), name::of(id, detail));
    let dated = |detail, word| {
        let (name, id) = of(detail);
        day(
            model,
            Asked {
                name: &name,
                id: &id,
                label: label(model.lang, word),
                hint: label(model.lang, key::PAGE_DATE_HINT),
            },
        )
    };
    html! {
        @if let Some(help) = &document.help { p.hint { (help.of(model.lang)) } }
        @if document.needs_issued { (dated("issued", key::PAGE_ISSUED)) }
        @if document.needs_issued && void_undated(model, document) {
            @let (name, id) = of("undated");
            (tick(model, Asked { name: &name, id: &id, label: word(key::PAGE_UNDATED), hint: "" }))
        }
        @if document.needs_expires { (dated("expires", key::PAGE_EXPIRES)) }
        @if document.registration_mark {
            @let (name, id) = of("mark");
            @let answers = [(YES, key::PAGE_YES), (NO, key::PAGE_NO)].into_iter();
            (radios(model, Asked { name: &name, id: &id, label: word(key::PAGE_MARK), hint: "" },
                answers.map(|(value, word)| Choice::plain(value, label(model.lang, word)))))
        }
        (differs(model, document, name, id))
    }
}

/// Tells whether the law holds the document for void without the day it was given.
fn void_undated(model: &Model, document: &AskedDocument) -> bool {
    let kind = model.law().and_then(|law| law.bundle.document(&document.document));
    kind.and_then(|kind| kind.term.as_ref()).is_some_and(|term| term.void_undated)
}

/// Where a paper is not as asked. What is left alone is taken to be as asked.
fn differs(model: &Model, document: &AskedDocument, name: &str, id: &str) -> Markup {
    let word = |word| label(model.lang, word);
    let of = |detail| (name::of(name, detail), name::of(id, detail));
    let (form, form_id) = of("form");
    let (copies, copies_id) = of("copies");
    let (original, original_id) = of("no-original");
    let forms = [
        ("", word(key::PAGE_AS_ASKED)),
        (BroughtForm::Original.as_str(), word(key::PAGE_BROUGHT_ORIGINAL)),
        (BroughtForm::Copy.as_str(), word(key::PAGE_BROUGHT_COPY)),
        (BroughtForm::Electronic.as_str(), word(key::PAGE_BROUGHT_ELECTRONIC)),
    ];
    html! {
        details id=(name::of(id, "differs")) {
            summary { (word(key::PAGE_DIFFERS)) }
            (select(model, Asked { name: &form, id: &form_id, label: word(key::PAGE_BROUGHT_FORM), hint: "" }, &forms))
            (text(model, Asked { name: &copies, id: &copies_id, label: word(key::PAGE_COPIES), hint: "" }, "two", true))
            @if document.original_shown {
                (tick(model, Asked { name: &original, id: &original_id, label: word(key::PAGE_NO_ORIGINAL), hint: "" }))
            }
        }
    }
}

fn legal(model: &Model, report: &Report, status: &RequirementStatus) -> Markup {
    let lang = model.lang;
    html! {
        @if let Status::Unclear { note } = &status.asked { p.note { (note.of(lang)) } }
        details id={ "legal-" (status.id) } {
            summary { (label(lang, key::PAGE_IN_THE_ACT)) }
            p { (status.name.of(lang)) }
            @if let Some(note) = &status.note { p { (note.of(lang)) } }
            (sections::clauses(&status.cite, &report.acts, lang))
        }
    }
}

/// What nobody may ask for.
pub(super) fn not_asked(model: &Model, report: &Report) -> Markup {
    let lang = model.lang;
    html! {
        @if !report.not_asked.is_empty() {
            section.not-asked {
                h2 { (label(lang, key::HEADING_NOT_ASKED)) }
                p { (label(lang, key::PAGE_NOT_ASKED_LEAD)) }
                (held(report, lang))
            }
        }
    }
}

/// The papers that are taken from state systems; a clause stands once below all that rest on it.
pub(super) fn held(report: &Report, lang: Lang) -> Markup {
    html! {
        ul {
            @for (n, held) in report.not_asked.iter().enumerate() {
                @let last = report.not_asked.get(n + 1).is_none_or(|next| next.cite != held.cite);
                li { (held.name.of(lang)) @if last { (sections::clauses(&held.cite, &report.acts, lang)) } }
            }
        }
    }
}
