//! An edition as a readable page of text.

use std::format;
use std::string::String;

use super::describe::{Entry, Line, Section, acts, describe, regulations_on};
use crate::clause::Verified;
use crate::day::Day;
use crate::id::Lang;
use crate::law::{Bundle, Edition};
use crate::words::finding::verified;
use crate::words::{Word, cite, key, label, say};

/// Letters in a line at most.
const WIDTH: usize = 100;

/// Writes the edition as text: what is asked, of whom, where, within which time, on which clauses.
///
/// `day` decides which regional regulations are shown.
pub fn explain(bundle: &Bundle, edition: &Edition, day: Day, lang: Lang) -> String {
    let mut page = Page { text: String::new(), bundle, lang };
    page.head(edition);
    let sections = describe(bundle, edition, &regulations_on(bundle, day), lang);
    for section in &sections {
        page.line(0, "");
        page.line(0, &section.title);
        for entry in &section.entries {
            page.entry(entry);
        }
    }
    page.acts(edition, &sections);
    page.text
}

/// Says between which days an edition is in force.
pub fn in_force(edition: &Edition, lang: Lang) -> String {
    match edition.to {
        Some(to) => say(lang, key::DATE_WINDOW, &[("from", edition.from.into()), ("to", to.into())]),
        None => say(lang, key::DATE_FROM, &[("from", edition.from.into())]),
    }
}

struct Page<'a> {
    text: String,
    bundle: &'a Bundle,
    lang: Lang,
}

impl Page<'_> {
    fn head(&mut self, edition: &Edition) {
        let lang = self.lang;
        self.line(0, self.bundle.service.name.of(lang));
        self.labelled(key::LABEL_EDITION, edition.name.of(lang));
        self.labelled(key::LAW_IN_FORCE, &in_force(edition, lang));
        if let Some(note) = &edition.from_note {
            self.line(2, note.of(lang));
        }
        self.labelled(key::LABEL_CLAUSE, &cite::citations(&edition.cite, &self.bundle.acts, lang));
        self.labelled(key::HEADING_VERIFIED, verified(edition.verified, lang));
        for note in &edition.notes {
            self.line(0, note.of(lang));
        }
        if lang == Lang::En {
            self.line(0, label(lang, key::ENGLISH_READING_AID));
        }
    }

    fn entry(&mut self, entry: &Entry) {
        self.line(2, &format!("• {}", entry.said()));
        for line in entry.lines.iter().map(Line::said) {
            self.line(6, &line);
        }
        if !entry.cite.is_empty() {
            let clauses = cite::citations(&entry.cite, &self.bundle.acts, self.lang);
            self.line(6, &format!("[{clauses}]"));
        }
        if let Some(how) = entry.verified.filter(|how| *how != Verified::Primary) {
            self.line(6, &format!("({})", verified(how, self.lang)));
        }
    }

    /// Lists the acts that the page cites, with where their official text is.
    fn acts(&mut self, edition: &Edition, sections: &[Section]) {
        self.line(0, "");
        self.line(0, label(self.lang, key::LAW_ACTS));
        for act in acts(self.bundle, edition, sections) {
            self.line(2, &format!("• {}", act.name.of(self.lang)));
            self.line(6, &act.url);
            if let Some(repeal) = &act.repealed {
                self.line(6, repeal.note.of(self.lang));
            }
        }
    }

    fn labelled(&mut self, word: Word, text: &str) {
        self.line(0, &format!("{}: {text}", label(self.lang, word)));
    }

    /// Writes a line, broken between words where it is too long; what follows a bullet stands under its words.
    fn line(&mut self, indent: usize, text: &str) {
        let hang = if text.starts_with('•') { indent + 2 } else { indent };
        let mut width = 0;
        for word in text.split(' ') {
            let letters = word.chars().count();
            let lead = match width {
                0 => " ".repeat(indent),
                _ if width + 1 + letters > WIDTH => String::from("\n") + &" ".repeat(hang),
                _ => " ".into(),
            };
            width = if lead.starts_with('\n') { hang } else { width + lead.len() } + letters;
            self.text.push_str(&lead);
            self.text.push_str(word);
        }
        self.text.push('\n');
    }
}
