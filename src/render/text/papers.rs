//! Papers: what is asked, how, and what was brought.

use alloc::string::String;
use alloc::vec::Vec;

use super::Page;
use crate::check::{Asked, AskedDocument, Brought, RequirementStatus};
use crate::id::Lang;
use crate::law::MaxAge;
use crate::report::Report;
use crate::words::{self, cite, finding, key, label, say};

/// Every paper that is asked, with a mark: in order, with a fault, not there.
pub(super) fn papers(page: &mut Page, report: &Report) {
    let asked: Vec<_> = report.requirements.iter().filter(|status| status.asked != Asked::No).collect();
    if asked.is_empty() {
        return;
    }
    page.heading(key::HEADING_PAPERS);
    for status in asked {
        let (mark, state) = match status.brought {
            Brought::Fine => ("+", key::PAPER_FINE),
            Brought::Failing => ("!", key::PAPER_FAILING),
            Brought::Nothing => ("-", key::PAPER_ABSENT),
        };
        let state = label(page.lang, state);
        page.line(&alloc::format!("  {mark} {} — {state}{}", name(status, page.lang), condition(status, page.lang)));
    }
}

/// Every paper to bring, with a box to tick, how it is asked, its name in the act and the clause.
pub(super) fn checklist(page: &mut Page, report: &Report) {
    page.heading(key::HEADING_PAPERS);
    for status in report.requirements.iter().filter(|status| status.asked != Asked::No) {
        page.line(&alloc::format!("  [ ] {}{}", name(status, page.lang), condition(status, page.lang)));
        for document in &status.one_of {
            page.line(&alloc::format!("      {}", how(document, status.one_of.len() > 1, page.lang)));
        }
        if let Asked::Unclear { note } = &status.asked {
            page.line(&alloc::format!("      {}", note.of(page.lang)));
        }
        page.line(&alloc::format!("      «{}»", status.name.of(page.lang)));
        page.line(&alloc::format!("      {}", cite::citations(&status.cite, &report.acts, page.lang)));
    }
}

/// The questions that were not answered and still matter.
pub(super) fn questions(page: &mut Page, report: &Report) {
    let facts = &report.replay.package.facts;
    let open: Vec<_> = report.questions.iter().filter(|question| facts.answer(&question.id).is_none()).collect();
    if open.is_empty() {
        return;
    }
    page.heading(key::HEADING_QUESTIONS);
    for question in open {
        page.line(&alloc::format!("  ? {} ({})", question.question.of(page.lang), question.id));
    }
}

/// What the provider takes from state systems.
pub(super) fn not_asked(page: &mut Page, report: &Report) {
    if report.not_asked.is_empty() {
        return;
    }
    page.heading(key::HEADING_NOT_ASKED);
    for held in &report.not_asked {
        page.line(&alloc::format!("  • {}", held.name.of(page.lang)));
        page.clauses("    ", &held.cite, report);
    }
}

/// The plain names of the documents that satisfy a requirement.
fn name(status: &RequirementStatus, lang: Lang) -> String {
    let names: Vec<&str> = status.one_of.iter().map(|document| document.name.of(lang)).collect();
    words::list_or(&names, lang)
}

fn condition(status: &RequirementStatus, lang: Lang) -> String {
    let word = match status.asked {
        Asked::Optional => key::PAPER_OPTIONAL,
        Asked::Unclear { .. } => key::PAPER_UNCLEAR,
        Asked::DependsOn { .. } => key::PAPER_DEPENDS,
        Asked::Yes | Asked::No => return String::new(),
    };
    alloc::format!(" ({})", label(lang, word))
}

fn how(document: &AskedDocument, named: bool, lang: Lang) -> String {
    let mut parts =
        alloc::vec![finding::form(document.form, lang).into(), words::count(document.copies, words::Noun::Copy, lang),];
    if document.original_shown {
        parts.push(label(lang, key::PAPER_ORIGINAL_SHOWN).into());
    }
    if document.registration_mark {
        parts.push(label(lang, key::PAPER_REGISTRATION_MARK).into());
    }
    parts.extend(document.max_age.as_ref().map(|age| max_age(age, lang)));
    let parts = parts.join(", ");
    if named { alloc::format!("{}: {parts}", document.name.of(lang)) } else { parts }
}

/// How old a document may be: both readings where they differ.
fn max_age(age: &MaxAge, lang: Lang) -> String {
    let (kk, ru) = (finding::age(&age.kk, lang), finding::age(&age.ru, lang));
    let days = if kk == ru { kk } else { alloc::format!("{kk} (kk) / {ru} (ru)") };
    say(lang, key::PAPER_MAX_AGE, &[("days", days.into())])
}
