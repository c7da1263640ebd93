//! Papers: what is asked, how, and what was brought.

use alloc::string::String;
use alloc::vec::Vec;

use super::Page;
use crate::check::{Asked, AskedDocument, Brought, RequirementStatus};
use crate::id::Lang;
use crate::render::phrase;
use crate::report::Report;
use crate::words::{cite, key, label};

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
        page.line(&alloc::format!(
            "  {mark} {} — {state}{}",
            phrase::paper(status, page.lang),
            condition(status, page.lang)
        ));
    }
}

/// Every paper to bring, with a box to tick, how it is asked, its name in the act and the clause.
pub(super) fn checklist(page: &mut Page, report: &Report) {
    page.heading(key::HEADING_PAPERS);
    for status in report.requirements.iter().filter(|status| status.asked != Asked::No) {
        page.line(&alloc::format!("  [ ] {}{}", phrase::paper(status, page.lang), condition(status, page.lang)));
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

fn condition(status: &RequirementStatus, lang: Lang) -> String {
    phrase::asked(&status.asked, lang).map(|word| alloc::format!(" ({word})")).unwrap_or_default()
}

fn how(document: &AskedDocument, named: bool, lang: Lang) -> String {
    let how = phrase::how(document, lang);
    if named { alloc::format!("{}: {how}", document.name.of(lang)) } else { how }
}
