//! A sheet of paper before any format: what every receipt and list has in common.

use alloc::string::String;
use alloc::vec::Vec;

use crate::clause::Citation;
use crate::finding::Code;
use crate::id::Lang;
use crate::report::{LawUsed, Replay, Report};
use crate::words::{cite, finding, key, label, say};

/// What stands on a sheet. A sheet carries one language and never two.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its language.
    pub lang: Lang,
    /// The title.
    pub title: String,
    /// That it is a preliminary check and no official paper.
    pub preliminary: String,
    /// Where the edition is in force no more: that this is no paper of today.
    pub past: Option<String>,
    /// The lines, in order.
    pub blocks: Vec<Block>,
    /// What it rests on: the service, the edition with its days and address, how it was verified, and the code by which
    /// the check can be done again.
    pub footer: Vec<String>,
}

/// A part of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A sentence; blanks to be filled in by hand are drawn as [`BLANK`].
    Text(String),
    /// A heading.
    Heading(String),
    /// A label with a value, or with a blank to write on.
    Field {
        /// The label.
        label: String,
        /// The value; none for a blank.
        value: Option<String>,
    },
    /// A numbered list.
    Numbered(Vec<String>),
    /// A list with a box before each entry, to be ticked with a pen.
    Boxes(Vec<Boxed>),
    /// Labels side by side, each with a short blank to write on.
    Blanks(Vec<String>),
}

/// An entry with a box to tick.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Boxed {
    /// What it is.
    pub what: String,
    /// What is to be known of it, line by line.
    pub how: Vec<String>,
}

/// A blank in a sentence.
pub const BLANK: &str = "____________";

impl Sheet {
    /// Begins a sheet on a report, with nothing on it but what every sheet says.
    pub fn new(report: &Report, law: &LawUsed, title: &str, lang: Lang) -> Self {
        Self {
            lang,
            title: title.into(),
            preliminary: label(lang, key::RECEIPT_PRELIMINARY).into(),
            past: past(report, law, lang),
            blocks: Vec::new(),
            footer: footer(report, law, lang),
        }
    }
}

/// Says from when to when an edition is in force.
pub fn in_force(law: &LawUsed, lang: Lang) -> String {
    match law.to {
        Some(to) => say(lang, key::DATE_WINDOW, &[("from", law.from.into()), ("to", to.into())]),
        None => say(lang, key::DATE_FROM, &[("from", law.from.into())]),
    }
}

/// Says where something stands: in the edition's own act, which the footer names, or in another, named by its short name.
pub fn clauses(cited: &[Citation], report: &Report, lang: Lang) -> String {
    let mut named = report.law.as_ref().and_then(|law| law.cite.first()).map(|own| &own.act);
    let mut said = String::new();
    for one in cited {
        let act = report.acts.iter().find(|act| act.id == one.act);
        let again = named == Some(&one.act) && !one.clause.is_empty();
        named = Some(&one.act);
        said.push_str(if said.is_empty() { "" } else { "; " });
        said.push_str(&match act.filter(|_| !again) {
            Some(act) => cite::short(one, act, lang),
            None => cite::place(one, lang),
        });
    }
    said
}

/// Says what is needed to check again.
pub fn replay(replay: &Replay, lang: Lang) -> String {
    let values = [
        ("code", replay.code.as_str().into()),
        ("engine", replay.engine.as_str().into()),
        ("law", replay.law.get(..10).unwrap_or_default().into()),
        ("calendar", replay.calendar.as_str().into()),
    ];
    say(lang, key::RECEIPT_CODE, &values)
}

/// An edition that ended before the day of asking is never shown as one of today.
fn past(report: &Report, law: &LawUsed, lang: Lang) -> Option<String> {
    let ended = law.to.is_some_and(|to| to < report.day);
    ended.then(|| say(lang, key::SHEET_PAST, &[("days", in_force(law, lang).into())]))
}

fn footer(report: &Report, law: &LawUsed, lang: Lang) -> Vec<String> {
    let act = law.cite.first().and_then(|own| report.acts.iter().find(|act| act.id == own.act));
    let edition = [
        ("edition", law.name.of(lang).into()),
        ("days", in_force(law, lang).into()),
        ("link", act.map(|act| act.url.as_str()).unwrap_or_default().into()),
    ];
    let mut lines = alloc::vec![
        alloc::format!("{}: {}", label(lang, key::LABEL_SERVICE), report.service.short.of(lang)),
        say(lang, key::RECEIPT_EDITION, &edition),
        finding::verified(law.verified, lang).into(),
    ];
    let told = report.findings.iter().filter(|it| matches!(it.code, Code::RegulationRepealed | Code::RulesMayBeOld));
    lines.extend(told.map(|one| finding::sentence(one, lang)));
    lines.push(replay(&report.replay, lang));
    if lang == Lang::En {
        lines.push(label(lang, key::ENGLISH_READING_AID).into());
    }
    lines
}
