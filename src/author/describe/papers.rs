//! The documents that are asked for, and those that are not.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::{About, Entry, Line, Teller};
use crate::law::{Ask, Evidence, MaxAge, NotAsked, Requirement};
use crate::words::finding::{age, form};
use crate::words::{Noun, count, key, label, list_or};

impl Teller<'_> {
    pub(super) fn papers(&self) -> Vec<Entry> {
        self.edition.requirements.iter().map(|requirement| self.paper(requirement)).collect()
    }

    pub(super) fn not_asked(&self) -> Vec<Entry> {
        let entry = |held: &NotAsked| {
            let lines = self.scope(&held.channels, &held.when);
            Entry::new(held.document.as_str(), self.document(&held.document), &held.cite, Some(held.verified))
                .with(lines)
        };
        self.edition.not_asked.iter().map(entry).collect()
    }

    fn paper(&self, requirement: &Requirement) -> Entry {
        let name = self.of(&requirement.name);
        let optional = requirement.optional.then(|| label(self.lang, key::PAPER_OPTIONAL).to_string());
        let choice = (requirement.one_of.len() > 1).then(|| format!("{}:", label(self.lang, key::PAPER_ONE_OF)));
        let unclear = requirement.unclear.as_ref().map(|unclear| {
            let values = [("condition", self.condition(&unclear.when).into()), ("note", self.of(&unclear.note).into())];
            self.say(key::LAW_UNCLEAR, &values)
        });
        let documents: Vec<_> = requirement.one_of.iter().map(|evidence| self.document(&evidence.document)).collect();
        let entry = Entry::new(requirement.id.as_str(), name, &requirement.cite, Some(requirement.verified));
        Entry { plain: Some(list_or(&documents, self.lang)), ..entry }
            .with(self.scope(&[], &requirement.when))
            .with(unclear)
            .with(optional)
            .with(choice)
            .with(requirement.one_of.iter().flat_map(|evidence| self.evidence(evidence)))
            .with(requirement.note.as_ref().map(|note| self.of(note).to_string()))
    }

    fn evidence(&self, evidence: &Evidence) -> Vec<Line> {
        let mut said: Vec<String> =
            evidence.ask.iter().map(|ask| format!("{}: {}", self.names(&ask.channels), self.ask(ask))).collect();
        if evidence.registration_mark {
            said.push(label(self.lang, key::PAPER_REGISTRATION_MARK).into());
        }
        said.extend(evidence.max_age.iter().flat_map(|limit| self.ages(limit)));
        let document = self.document(&evidence.document);
        said.into_iter().map(|text| Line { about: About::Document(document.clone()), text }).collect()
    }

    /// How old it may be; where the Russian text reads otherwise, that reading too.
    fn ages(&self, limit: &MaxAge) -> Vec<String> {
        let said = |days: &str| self.say(key::PAPER_MAX_AGE, &[("days", days.into())]);
        let (kazakh, russian) = (age(&limit.kk, self.lang), age(&limit.ru, self.lang));
        let mut ages = std::vec![said(&kazakh)];
        if kazakh != russian {
            ages.push(format!("{} ({})", said(&russian), label(self.lang, key::LAW_RUSSIAN_TEXT)));
        }
        ages
    }

    fn ask(&self, ask: &Ask) -> String {
        let mut said = form(ask.form, self.lang).to_string();
        if ask.copies > 1 {
            said = format!("{said}, {}", count(ask.copies, Noun::Copy, self.lang));
        }
        if ask.original_shown {
            said = format!("{said}, {}", label(self.lang, key::PAPER_ORIGINAL_SHOWN));
        }
        said
    }
}
