//! What differs between two reports on the same person: what another day, another place or another answer would change.

use alloc::string::String;
use alloc::vec::Vec;

use crate::check::{Asked, RequirementStatus};
use crate::finding::Finding;
use crate::id::Lang;
use crate::render::phrase;
use crate::report::Report;
use crate::words::{Word, append, key, label};

/// A thing that is said of both reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is.
    pub what: Word,
    /// As it is now.
    pub now: String,
    /// As it would be.
    pub then: String,
}

impl Change {
    /// Tells whether it is not the same.
    pub fn differs(&self) -> bool {
        self.now != self.then
    }
}

/// Sets two reports side by side: the verdict and the day of the result, always; then the papers and the edition where
/// they differ.
pub fn changes(now: &Report, then: &Report, lang: Lang) -> Vec<Change> {
    let both = |what, say: fn(&Report, Lang) -> String| Change { what, now: say(now, lang), then: say(then, lang) };
    let only = |one, other| needed(one, other, lang);
    let mut changes = alloc::vec![both(key::CHANGE_VERDICT, phrase::verdict_briefly), both(key::LABEL_RESULT, due)];
    let papers = [
        Change { what: key::CHANGE_NEEDED, now: String::new(), then: only(then, now) },
        Change { what: key::CHANGE_NOT_NEEDED, now: only(now, then), then: String::new() },
        both(key::LABEL_EDITION, edition),
    ];
    changes.extend(papers.into_iter().filter(Change::differs));
    changes
}

/// The findings that are new in the second report.
pub fn new_findings<'a>(now: &'a Report, then: &'a Report) -> impl Iterator<Item = &'a Finding> {
    let known = |one: &Finding| now.findings.iter().any(|other| other.code == one.code && other.subject == one.subject);
    then.findings.iter().filter(move |one| !known(one))
}

fn due(report: &Report, lang: Lang) -> String {
    let timeline = report.timeline.as_ref();
    let said = timeline.and_then(|timeline| {
        let term = timeline.terms.iter().find(|term| term.main)?;
        Some(phrase::due(term, timeline, lang))
    });
    said.unwrap_or_else(|| label(lang, key::CHANGE_UNKNOWN).into())
}

fn edition(report: &Report, lang: Lang) -> String {
    report.law.as_ref().map_or_else(String::new, |law| {
        let mut said = String::from(law.name.of(lang));
        said.push_str(", ");
        said.push_str(&phrase::in_force(law, lang));
        said
    })
}

/// The papers that one report asks for and the other does not.
fn needed(one: &Report, other: &Report, lang: Lang) -> String {
    let is_asked = |status: &&RequirementStatus| matches!(status.asked, Asked::Yes);
    let there = |status: &RequirementStatus| other.requirements.iter().filter(is_asked).any(|it| it.id == status.id);
    let mut said = String::new();
    for status in one.requirements.iter().filter(is_asked).filter(|status| !there(status)) {
        append(&mut said, "; ", &phrase::paper(status, lang));
    }
    said
}
