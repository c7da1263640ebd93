//! What an edition says, in words: sections of entries, which `explain` prints and `diff` compares.

mod dates;
mod desk;
mod papers;

use std::string::String;
use std::vec::Vec;

use crate::clause::{Citation, Verified};
use crate::condition::Condition;
use crate::edition::{Regional, regional};
use crate::id::{Id, Lang, Text};
use crate::law::{Bundle, Edition};
use crate::words::{Value, Word, condition, key, label, list_and, say};

/// A part of the page, such as the documents.
pub struct Section {
    /// Its heading; the same in every edition, so that sections can be compared.
    pub title: String,
    /// What stands in it.
    pub entries: Vec<Entry>,
}

/// One thing that the edition says.
pub struct Entry {
    /// Its id: entries of two editions with one id say something of the same thing.
    pub id: String,
    /// What it is.
    pub title: String,
    /// What is said of it, a sentence each.
    pub lines: Vec<String>,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How they were verified.
    pub verified: Option<Verified>,
}

/// Describes an edition with the regional regulations in force on its day.
pub fn describe(bundle: &Bundle, edition: &Edition, day: crate::day::Day, lang: Lang) -> Vec<Section> {
    let teller = Teller { bundle, edition, lang };
    let mut sections = std::vec![
        teller.section(key::HEADING_LAW, teller.basics()),
        teller.section(key::LABEL_CHANNEL, teller.channels()),
        teller.section(key::HEADING_PAPERS, teller.papers()),
        teller.section(key::HEADING_NOT_ASKED, teller.not_asked()),
        teller.section(key::LAW_RULES, teller.rules(&edition.rules)),
        teller.section(key::HEADING_WINDOWS, teller.windows()),
        teller.section(key::HEADING_DATES, teller.terms()),
        teller.section(key::HEADING_STEPS, teller.steps(&edition.steps)),
        teller.section(key::HEADING_GROUNDS, teller.grounds(&edition.refusals)),
        teller.section(key::LAW_FORMS, teller.forms(&edition.forms)),
        teller.section(key::HEADING_DISAGREEMENTS, teller.disagreements()),
        teller.section(key::HEADING_REMARKS, teller.notices()),
    ];
    for region in &bundle.regions {
        if let Regional::InForce(regulation) = regional(bundle, Some(&region.id), day) {
            sections.push(Section { title: region.name.of(lang).into(), entries: teller.regulation(regulation) });
        }
    }
    sections.retain(|section| !section.entries.is_empty());
    sections
}

/// Says things of an edition in a language.
struct Teller<'a> {
    bundle: &'a Bundle,
    edition: &'a Edition,
    lang: Lang,
}

impl<'a> Teller<'a> {
    fn section(&self, title: Word, entries: Vec<Entry>) -> Section {
        Section { title: label(self.lang, title).into(), entries }
    }

    fn say(&self, word: Word, values: &[(&str, Value<'_>)]) -> String {
        say(self.lang, word, values)
    }

    fn of(&self, text: &'a Text) -> &'a str {
        text.of(self.lang)
    }

    /// Says on which channels and for whom something holds; nothing where neither is limited.
    fn scope(&self, channels: &[Id], when: &Condition) -> Vec<String> {
        let mut lines = Vec::new();
        if !channels.is_empty() {
            lines.push(self.names(channels));
        }
        if *when != Condition::Always {
            lines.push(self.say(key::LAW_WHOM, &[("condition", self.condition(when).into())]));
        }
        lines
    }

    fn names(&self, channels: &[Id]) -> String {
        let name = |id: &Id| self.bundle.channel(id).map_or_else(String::new, |channel| self.of(&channel.name).into());
        list_and(&channels.iter().map(name).collect::<Vec<_>>(), self.lang)
    }

    fn condition(&self, when: &Condition) -> String {
        condition::condition(when, &self.bundle.facts, self.lang)
    }

    fn question(&self, fact: &Id) -> String {
        self.bundle.fact(fact).map_or_else(String::new, |fact| self.of(&fact.question).into())
    }

    fn document(&self, id: &Id) -> String {
        self.bundle.document(id).map_or_else(String::new, |document| self.of(&document.name).into())
    }
}

impl Entry {
    fn new(id: &str, title: impl Into<String>, cite: &[Citation], verified: Option<Verified>) -> Self {
        Self { id: id.into(), title: title.into(), lines: Vec::new(), cite: cite.to_vec(), verified }
    }

    fn with(mut self, lines: impl IntoIterator<Item = String>) -> Self {
        self.lines.extend(lines.into_iter().filter(|line| !line.is_empty()));
        self
    }
}
