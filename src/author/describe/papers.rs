//! The documents that are asked for, and those that are not.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::{Entry, Teller};
use crate::law::{Ask, Evidence, NotAsked, Requirement};
use crate::words::finding::{age, form};
use crate::words::{Noun, count, key, label};

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
        Entry::new(requirement.id.as_str(), name, &requirement.cite, Some(requirement.verified))
            .with(self.scope(&[], &requirement.when))
            .with(unclear)
            .with(optional)
            .with(choice)
            .with(requirement.one_of.iter().flat_map(|evidence| self.evidence(evidence)))
            .with(requirement.note.as_ref().map(|note| self.of(note).to_string()))
    }

    fn evidence(&self, evidence: &Evidence) -> Vec<String> {
        let document = self.document(&evidence.document);
        let mut lines: Vec<_> = evidence
            .ask
            .iter()
            .map(|ask| format!("{document} — {}: {}", self.names(&ask.channels), self.ask(ask)))
            .collect();
        if evidence.registration_mark {
            lines.push(format!("{document} — {}", label(self.lang, key::PAPER_REGISTRATION_MARK)));
        }
        if let Some(limit) = &evidence.max_age {
            let said = |days: String| self.say(key::PAPER_MAX_AGE, &[("days", days.into())]);
            let (kazakh, russian) = (age(&limit.kk, self.lang), age(&limit.ru, self.lang));
            lines.push(format!("{document} — {}", said(kazakh.clone())));
            if kazakh != russian {
                lines.push(format!("{document} — {} ({})", said(russian), label(self.lang, key::LAW_RUSSIAN_TEXT)));
            }
        }
        lines
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
