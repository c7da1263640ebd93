//! What a school's page settles beforehand, and what the school adds of its own: notes on documents and days on which it is
//! closed. None of it reaches the check: no requirement of the law is taken away by it and none is added.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::form::{Form, name};
use crate::day::Day;
use crate::id::{Id, Lang};
use crate::law::{Bundle, Directory};
use crate::words::append;

/// What a school's page says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// The services that the school offers; all of them where there are none.
    pub services: Vec<String>,
    /// Whether the region is settled.
    pub region: bool,
    /// Whether the desk is settled.
    pub channel: bool,
    /// The days on which the school is closed.
    pub closed: Vec<Day>,
    notes: Vec<Note>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Note {
    lang: Lang,
    document: String,
    text: String,
    /// Set once the school was told that the law does not name the document.
    told: bool,
}

impl Own {
    /// Reads lines of `name=value`, notes in the form what they settle, and gives the names that no school may add.
    pub fn read(lines: &str, form: &mut Form) -> (Self, Vec<String>) {
        let mut own = Self::default();
        let mut refused = Vec::new();
        let mut provider = String::new();
        for (name, value) in lines.lines().filter_map(|line| line.split_once('=')) {
            match name {
                "services" => own.services = value.split(' ').map(ToString::to_string).collect(),
                "region" => own.region = settle(form, name::REGION, value),
                "channel" => own.channel = settle(form, name::CHANNEL, value),
                "visit" => visit(form, value, &mut refused),
                "provider" | "provider-address" => append(&mut provider, ", ", value),
                "closed" => own.close(value, &mut refused),
                _ => own.note(name, value, &mut refused),
            }
        }
        if !provider.is_empty() {
            form.set(name::PROVIDER, &provider);
        }
        if let [only] = own.services.as_slice() {
            form.set(name::SERVICE, only);
        }
        (own, refused)
    }

    /// Tells whether there is but one service, so that nobody is asked for it.
    pub fn one_service(&self) -> bool {
        self.services.len() == 1
    }

    /// Tells whether the school offers a service.
    pub fn offers(&self, service: &Id) -> bool {
        self.services.is_empty() || self.services.iter().any(|offered| *service == offered.as_str())
    }

    /// Gives the school's note on a document.
    pub fn note_on(&self, document: &Id, lang: Lang) -> Option<&str> {
        let note = self.notes.iter().find(|note| note.lang == lang && *document == note.document.as_str());
        note.map(|note| note.text.as_str())
    }

    /// Takes out the services that the directory does not list, and gives their names.
    pub fn drop_unknown(&mut self, directory: &Directory) -> Vec<String> {
        let mut unknown = Vec::new();
        self.services.retain(|offered| {
            let known = directory.services.iter().any(|listed| listed.id == offered.as_str());
            if !known {
                unknown.push(offered.clone());
            }
            known
        });
        unknown
    }

    /// Gives, once each, the documents that have a note and that a service's law does not name.
    pub fn strangers(&mut self, law: &Bundle) -> Vec<String> {
        let mut strangers: Vec<String> = Vec::new();
        for note in &mut self.notes {
            let known = law.documents.iter().any(|kind| kind.id == note.document.as_str());
            if !known && !note.told && !strangers.contains(&note.document) {
                strangers.push(note.document.clone());
            }
            note.told |= !known;
        }
        strangers
    }

    fn close(&mut self, value: &str, refused: &mut Vec<String>) {
        match value.parse() {
            Ok(day) => self.closed.push(day),
            Err(_) => refused.push(value.into()),
        }
    }

    /// A note, as `note-kk-<document>`; any other name is no school's to add.
    fn note(&mut self, name: &str, value: &str, refused: &mut Vec<String>) {
        let named = name.strip_prefix("note-").and_then(|rest| rest.split_once('-'));
        match named.and_then(|(lang, document)| Some((Lang::from_code(lang)?, document))) {
            Some((lang, document)) => {
                self.notes.push(Note { lang, document: document.into(), text: value.into(), told: false });
            }
            None => refused.push(name.into()),
        }
    }
}

fn visit(form: &mut Form, value: &str, refused: &mut Vec<String>) {
    match value.parse() {
        Ok(day) => form.set_day(name::VISIT, day),
        Err(_) => refused.push(value.into()),
    }
}

fn settle(form: &mut Form, name: &str, value: &str) -> bool {
    form.set(name, value);
    true
}
