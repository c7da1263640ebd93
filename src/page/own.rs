//! What a school's page settles beforehand, and what the school adds of its own: notes on documents and days on which it is
//! closed. None of it reaches the check: no requirement of the law is taken away by it and none is added.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::form::{ELSEWHERE, Form, name};
use crate::day::Day;
use crate::id::{Id, Lang};
use crate::law::{Bundle, Directory};
use crate::words::{Word, append, key, say};

/// What a school's page says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// The services that the school offers; all of them where there are none.
    pub services: Vec<String>,
    /// The days on which the school is closed.
    pub closed: Vec<Day>,
    notes: Vec<Note>,
    /// What is filled in beforehand, by the names of controls; a day in one piece.
    said: Form,
    /// Set once the school's page has said anything.
    heard: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Note {
    lang: Lang,
    document: String,
    text: String,
    /// Set once the school was told that the law does not name the document.
    told: bool,
}

/// What a school's page said and what is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A value that is not known.
    Unknown(String),
    /// What no school may add or take away.
    Addition(String),
}

impl Refused {
    /// Gives the code that the school's page is told, and the sentence.
    pub fn told(&self, lang: Lang) -> (&'static str, String) {
        let (code, word, what): (_, Word, _) = match self {
            Self::Unknown(what) => ("setting-unknown", key::WIDGET_UNKNOWN, what),
            Self::Addition(what) => ("addition-refused", key::WIDGET_REFUSED, what),
        };
        (code, say(lang, word, &[("what", what.clone().into())]))
    }
}

impl Own {
    /// Reads lines of `name=value`, and gives what is not taken whatever the law says.
    pub fn read(lines: &str) -> (Self, Vec<Refused>) {
        let mut own = Self::default();
        let mut refused = Vec::new();
        let mut provider = String::new();
        for (name, value) in lines.lines().filter_map(|line| line.split_once('=')) {
            match name {
                "services" => own.services = value.split(' ').map(ToString::to_string).collect(),
                name::REGION | name::CHANNEL => own.said.set(name, value),
                name::VISIT if value.parse::<Day>().is_ok() => own.said.set(name, value),
                "provider" | "provider-address" => append(&mut provider, ", ", value),
                "closed" | name::VISIT => own.close(value, &mut refused),
                _ => own.note(name, value, &mut refused),
            }
        }
        own.said.set(name::PROVIDER, &provider);
        (own, refused)
    }

    /// Tells whether there is but one service, so that nobody is asked for it.
    pub fn one_service(&self) -> bool {
        self.services.len() == 1
    }

    /// Tells whether the region or the desk is settled.
    pub fn settles(&self, name: &str) -> bool {
        !self.said.get(name).is_empty()
    }

    /// Tells whether the school offers a service.
    pub fn offers(&self, service: &str) -> bool {
        self.services.is_empty() || self.services.iter().any(|offered| offered == service)
    }

    /// Gives the school's note on a document.
    pub fn note_on(&self, document: &Id, lang: Lang) -> Option<&str> {
        let note = self.notes.iter().find(|note| note.lang == lang && *document == note.document.as_str());
        note.map(|note| note.text.as_str())
    }

    /// Settles in a form what nobody is asked for, once it is known to be listed: the one service, or none where the school
    /// does not offer what was chosen; and the region.
    pub fn settle(&self, form: &mut Form) {
        match self.services.as_slice() {
            [only] => form.set(name::SERVICE, only),
            _ if self.offers(form.get(name::SERVICE)) => {}
            _ => form.set(name::SERVICE, ""),
        }
        if self.settles(name::REGION) {
            form.set(name::REGION, self.said.get(name::REGION));
        }
    }

    /// Fills a form with what is new or another since `before`. What a person typed before the school's page said anything
    /// stays: this is where one goes on after a fault of ours.
    pub fn fill(&mut self, before: &Self, form: &mut Form, typed: bool) {
        self.heard = true;
        let goes_on = typed && !before.heard;
        if let ([only], "") = (self.services.as_slice(), form.get(name::SERVICE)) {
            form.set(name::SERVICE, only);
        }
        for (name, value) in self.said.entries() {
            let day: Option<Day> = if name == name::VISIT { value.parse().ok() } else { None };
            let empty = form.get(name).is_empty() && (day.is_none() || form.day(name) == Ok(None));
            let news = before.said.get(name) != value && (empty || !goes_on);
            match day {
                _ if !news => {}
                Some(day) => form.set_day(name, day),
                None => form.set(name, value),
            }
        }
    }

    /// Takes out the services and the region that the directory does not list.
    pub fn drop_unlisted(&mut self, directory: &Directory, form: &mut Form) -> Vec<Refused> {
        let mut unknown = Vec::new();
        self.services.retain(|offered| {
            let known = directory.services.iter().any(|listed| listed.id == offered.as_str());
            if !known {
                unknown.push(Refused::Unknown(offered.clone()));
            }
            known
        });
        let listed = |region: &str| region == ELSEWHERE || directory.regions.iter().any(|listed| listed.id == region);
        unknown.extend(self.drop_said(name::REGION, form, listed));
        unknown
    }

    /// Takes out the desk, and gives, once each, the documents with a note, that the law of the school's one service does not
    /// name.
    pub fn drop_strangers(&mut self, law: &Bundle, form: &mut Form) -> Vec<Refused> {
        let listed = |desk: &str| law.channels.iter().any(|channel| channel.id == desk);
        let mut strangers: Vec<Refused> = self.drop_said(name::CHANNEL, form, listed).into_iter().collect();
        for note in &mut self.notes {
            let known = law.documents.iter().any(|kind| kind.id == note.document.as_str());
            let stranger = Refused::Addition(note.document.clone());
            if !known && !note.told && !strangers.contains(&stranger) {
                strangers.push(stranger);
            }
            note.told |= !known;
        }
        strangers
    }

    /// Takes a value out that is not listed, and out of the form too: a person is then asked as if it had not been said.
    fn drop_said(&mut self, name: &str, form: &mut Form, listed: impl Fn(&str) -> bool) -> Option<Refused> {
        let said = String::from(self.said.get(name));
        if said.is_empty() || listed(&said) {
            return None;
        }
        self.said.set(name, "");
        if form.is(name, &said) {
            form.set(name, "");
        }
        Some(Refused::Unknown(said))
    }

    fn close(&mut self, value: &str, refused: &mut Vec<Refused>) {
        match value.parse() {
            Ok(day) => self.closed.push(day),
            Err(_) => refused.push(Refused::Unknown(value.into())),
        }
    }

    /// A note, as `note-kk-<document>`; any other name is no school's to add. A sign before it keeps it from being read as one of
    /// those that a school may settle.
    fn note(&mut self, name: &str, value: &str, refused: &mut Vec<Refused>) {
        let named = name.strip_prefix("note-").and_then(|rest| rest.split_once('-'));
        match named.and_then(|(lang, document)| Some((Lang::from_code(lang)?, document))) {
            Some((lang, document)) => {
                self.notes.push(Note { lang, document: document.into(), text: value.into(), told: false });
            }
            None => refused.push(Refused::Addition(name.strip_prefix('+').unwrap_or(name).into())),
        }
    }
}
