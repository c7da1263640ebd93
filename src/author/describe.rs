//! What an edition says, in words: sections of entries, which `explain` prints and `diff` compares.

mod dates;
mod desk;
mod papers;

use std::format;
use std::string::String;
use std::vec::Vec;

use crate::clause::{Citation, Verified};
use crate::condition::Condition;
use crate::day::Day;
use crate::edition::regional;
use crate::id::{Id, Lang, Text};
use crate::law::{Act, Bundle, Edition, Region, Regulation};
use crate::words::{Value, Word, condition, key, label, list_and, say};

/// A part of what an edition says, such as the documents.
pub struct Section {
    /// Its name in addresses; of a regional regulation, with its first day.
    pub id: String,
    /// Its heading; the same in every edition, so that sections can be compared.
    pub title: String,
    /// Of a regional regulation: between which days it applies.
    pub regulation: Option<(Day, Option<Day>)>,
    /// What stands in it.
    pub entries: Vec<Entry>,
}

/// One thing that the edition says.
pub struct Entry {
    /// Its id: entries of two editions with one id say something of the same thing.
    pub id: String,
    /// What the title is of, such as «Provider».
    pub label: Option<&'static str>,
    /// A short name in plain words, where the title is the act's long one, or a condition.
    pub plain: Option<String>,
    /// What it is.
    pub title: String,
    /// What is said of it, a sentence each.
    pub lines: Vec<Line>,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How they were verified.
    pub verified: Option<Verified>,
}

/// A sentence of an entry.
#[derive(Clone, PartialEq, Eq)]
pub struct Line {
    /// What it says something of.
    pub about: About,
    /// What it says.
    pub text: String,
}

/// What a sentence says something of.
#[derive(Clone, PartialEq, Eq)]
pub enum About {
    /// The entry.
    Entry,
    /// The channels on which it holds.
    Channels,
    /// One of the documents that satisfy a requirement.
    Document(String),
    /// The law's own words, in their language.
    Quote(Lang),
}

/// Describes an edition with regional regulations.
pub fn describe(bundle: &Bundle, edition: &Edition, regulations: &[Applying<'_>], lang: Lang) -> Vec<Section> {
    let teller = Teller { bundle, edition, lang };
    let mut sections = std::vec![
        teller.section("brief", key::HEADING_LAW, teller.basics()),
        teller.section("channels", key::LABEL_CHANNEL, teller.channels()),
        teller.section("papers", key::HEADING_PAPERS, teller.papers()),
        teller.section("not-asked", key::HEADING_NOT_ASKED, teller.not_asked()),
        teller.section("rules", key::LAW_RULES, teller.rules(&edition.rules)),
        teller.section("windows", key::HEADING_WINDOWS, teller.windows()),
        teller.section("terms", key::HEADING_DATES, teller.terms()),
        teller.section("steps", key::HEADING_STEPS, teller.steps(&edition.steps)),
        teller.section("grounds", key::HEADING_GROUNDS, teller.grounds(&edition.refusals)),
        teller.section("forms", key::LAW_FORMS, teller.forms(&edition.forms)),
        teller.section("disagreements", key::HEADING_DISAGREEMENTS, teller.disagreements()),
        teller.section("remarks", key::HEADING_REMARKS, teller.notices()),
    ];
    sections.extend(regulations.iter().map(|applying| teller.region(applying)));
    sections.retain(|section| !section.entries.is_empty());
    sections
}

/// Lists the acts that an edition and what is said of it cite.
pub fn acts(bundle: &Bundle, edition: &Edition, sections: &[Section]) -> Vec<Act> {
    let entries = sections.iter().flat_map(|section| &section.entries);
    cited(&bundle.acts, entries.flat_map(|entry| &entry.cite).chain(&edition.cite))
}

/// Picks the acts that are cited.
pub fn cited<'c>(acts: &[Act], citations: impl Iterator<Item = &'c Citation>) -> Vec<Act> {
    let cited: Vec<&Id> = citations.map(|citation| &citation.act).collect();
    acts.iter().filter(|act| cited.contains(&&act.id)).cloned().collect()
}

/// A region's regulation of a service.
#[derive(Clone, Copy)]
pub struct Applying<'a> {
    /// The region.
    pub region: &'a Region,
    /// The regulation.
    pub regulation: &'a Regulation,
}

impl Applying<'_> {
    /// The name of its part in addresses.
    pub fn section(&self) -> String {
        format!("{}-{}", self.region.id, self.regulation.from)
    }
}

/// Lists the regulations in force on a day.
pub fn regulations_on<'a>(bundle: &'a Bundle, day: Day) -> Vec<Applying<'a>> {
    let on = |region: &'a Region| {
        regional(bundle, Some(&region.id), day).applying().map(|regulation| Applying { region, regulation })
    };
    bundle.regions.iter().filter_map(on).collect()
}

/// Lists the regulations in force on any day of an edition.
pub fn regulations_during<'a>(bundle: &'a Bundle, edition: &Edition) -> Vec<Applying<'a>> {
    let meets = |one: &&Regulation| {
        edition.to.is_none_or(|last| one.from <= last) && one.to.is_none_or(|last| edition.from <= last)
    };
    let of = |region: &'a Region| {
        region.regulations.iter().filter(meets).map(move |regulation| Applying { region, regulation })
    };
    bundle.regions.iter().flat_map(of).collect()
}

/// Says things of an edition in a language.
struct Teller<'a> {
    bundle: &'a Bundle,
    edition: &'a Edition,
    lang: Lang,
}

impl<'a> Teller<'a> {
    fn section(&self, id: &str, title: Word, entries: Vec<Entry>) -> Section {
        Section { id: id.into(), title: label(self.lang, title).into(), regulation: None, entries }
    }

    fn region(&self, applying: &Applying<'_>) -> Section {
        let Applying { region, regulation } = *applying;
        Section {
            id: applying.section(),
            title: region.name.of(self.lang).into(),
            regulation: Some((regulation.from, regulation.to)),
            entries: self.regulation(regulation),
        }
    }

    fn say(&self, word: Word, values: &[(&str, Value<'_>)]) -> String {
        say(self.lang, word, values)
    }

    fn of(&self, text: &'a Text) -> &'a str {
        text.of(self.lang)
    }

    /// Says on which channels and for whom something holds; nothing where neither is limited.
    fn scope(&self, channels: &[Id], when: &Condition) -> Vec<Line> {
        let mut lines = Vec::new();
        if !channels.is_empty() {
            lines.push(Line { about: About::Channels, text: self.names(channels) });
        }
        if *when != Condition::Always {
            lines.push(self.say(key::LAW_WHOM, &[("condition", self.condition(when).into())]).into());
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
    /// What it is, with what that is of.
    pub fn said(&self) -> String {
        self.label.map_or_else(|| self.title.clone(), |label| format!("{label}: {}", self.title))
    }

    fn new(id: &str, title: impl Into<String>, cite: &[Citation], verified: Option<Verified>) -> Self {
        let (title, lines) = (title.into(), Vec::new());
        Self { id: id.into(), label: None, plain: None, title, lines, cite: cite.to_vec(), verified }
    }

    fn with(mut self, lines: impl IntoIterator<Item = impl Into<Line>>) -> Self {
        self.lines.extend(lines.into_iter().map(Into::into).filter(|line| !line.text.is_empty()));
        self
    }
}

impl Line {
    /// The sentence by itself, with what it is of.
    pub fn said(&self) -> String {
        match &self.about {
            About::Entry | About::Channels => self.text.clone(),
            About::Document(document) => format!("{document} — {}", self.text),
            About::Quote(_) => format!("«{}»", self.text),
        }
    }
}

impl<T: Into<String>> From<T> for Line {
    fn from(text: T) -> Self {
        Self { about: About::Entry, text: text.into() }
    }
}
