//! A person at the page without a browser: what is typed, and what the page asks of the browser carried out.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use qolhat::author::{published, read};
use qolhat::page::update::begin;
use qolhat::page::{Effect, Message, Model, Route, Screen, later, update, view};
use qolhat::{Lang, words};

use crate::law;

/// The files of the site, as the build writes them.
static SITE: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    let sources = read(law::folder()).unwrap_or_else(|errors| panic!("{errors:#?}"));
    let files = published(&sources).unwrap().into_iter();
    let law = files.map(|(name, bytes)| (format!("law/{name}.qolhat"), bytes));
    let words = Lang::ALL.map(|lang| (format!("words/{}.txt", lang.code()), words::file(lang).into()));
    let later = (later::FILE.to_string(), Vec::new());
    law.chain(words).chain([later]).collect()
});

/// A service, where and when, and what is said on the way.
pub struct Trip {
    pub service: &'static str,
    pub region: &'static str,
    pub visit: &'static str,
    pub channel: &'static str,
    pub facts: &'static [(&'static str, &'static str)],
    pub papers: &'static [&'static str],
}

/// A certificate that was lost in 2015: the newspaper extract is missing until it is brought.
pub const DUPLICATE: Trip = Trip {
    service: "duplicates",
    region: "karaganda",
    visit: "12.11.2015",
    channel: "office",
    facts: &[("reason", "loss"), ("minor", "no")],
    papers: &["application", "identity-document"],
};

/// One trip per service.
pub const TRIPS: [Trip; 4] = [
    Trip {
        service: "enrolment",
        region: "karaganda",
        visit: "10.06.2026",
        channel: "office",
        facts: &[("grade", "1"), ("six-by-year-end", "yes"), ("emergency-restrictions", "no")],
        papers: &["application", "birth-certificate", "identity-document", "photo-3x4"],
    },
    Trip {
        service: "external-study",
        region: "elsewhere",
        visit: "03.08.2026",
        channel: "portal",
        facts: &[("external-study-ground", "abroad-alone"), ("departure-day", "01.09.2026"), ("signer-is-16", "yes")],
        papers: &["application", "study-abroad-document"],
    },
    DUPLICATE,
    Trip {
        service: "attestation",
        region: "atyrau",
        visit: "12.09.2022",
        channel: "state-corporation",
        facts: &[("corporation-at-provider-location", "no"), ("filed-by-representative", "yes")],
        papers: &["application", "power-of-attorney"],
    },
];

/// A person at the page.
pub struct Visitor {
    pub model: Model,
    /// What the browser was asked for, but for files and addresses, which are carried out.
    pub asked: Vec<Effect>,
    /// The files that were fetched.
    pub fetched: Vec<String>,
    /// Files that do not come.
    pub offline: bool,
}

impl Visitor {
    /// Opens the page on a day that tests fix.
    pub fn new(lang: Lang) -> Self {
        Self::opening(Model::new(Route::new(lang, Screen::Service), "2026-11-22".parse().unwrap()))
    }

    /// Opens the page in a state.
    pub fn opening(mut model: Model) -> Self {
        let effects = begin(&mut model);
        let mut visitor = Self { model, asked: vec![], fetched: vec![], offline: false };
        visitor.carry_out(effects);
        visitor
    }

    /// Goes on a trip as far as the papers.
    pub fn gone(lang: Lang, trip: &Trip) -> Self {
        let mut visitor = Self::new(lang);
        visitor.travel(trip);
        visitor
    }

    pub fn take(&mut self, message: Message) {
        let effects = update(&mut self.model, message);
        self.carry_out(effects);
    }

    pub fn say(&mut self, name: &str, value: &str) {
        self.take(Message::Typed { name: name.into(), value: value.into() });
    }

    /// Types a day as it stands on documents, part by part.
    pub fn say_day(&mut self, name: &str, day: &str) {
        for (part, typed) in ["day", "month", "year"].into_iter().zip(day.split('.')) {
            self.say(&format!("{name}-{part}"), typed);
        }
    }

    pub fn next(&mut self) -> &mut Self {
        self.asked.clear();
        self.take(Message::Next);
        self
    }

    pub fn go(&mut self, screen: Screen) -> &mut Self {
        self.go_to(screen, "")
    }

    /// Goes to a part of a screen.
    pub fn go_to(&mut self, screen: Screen, part: &str) -> &mut Self {
        self.take(Message::Went(Route::new(self.model.lang, screen).part(part)));
        self
    }

    /// The screen that is shown, and which part of it.
    pub fn place(&self) -> (Screen, &str) {
        (self.model.screen, &self.model.part)
    }

    /// Goes on a trip as far as the papers, whose screen is shown with those ticked that are there.
    pub fn travel(&mut self, trip: &Trip) {
        self.say("service", trip.service);
        self.next();
        self.say("region", trip.region);
        self.say_day("visit", trip.visit);
        self.next();
        self.say("channel", trip.channel);
        self.next();
        while self.model.screen == Screen::Questions {
            let asked = self.model.part.clone();
            self.answer(trip, &asked);
            self.next();
            assert_ne!(self.model.part, asked, "{:?}", self.sentences());
        }
        assert_eq!(self.model.screen, Screen::Papers, "{:?}", self.sentences());
        trip.papers.iter().for_each(|paper| self.say(&format!("paper-{paper}"), "yes"));
    }

    /// Answers one question as the trip has it; what is asked beyond that is not known.
    pub fn answer(&mut self, trip: &Trip, asked: &str) {
        let name = format!("fact-{asked}");
        let said = trip.facts.iter().find(|(fact, _)| *fact == asked).map_or("unknown", |(_, said)| said);
        if said.contains('.') { self.say_day(&name, said) } else { self.say(&name, said) }
    }

    pub fn html(&self) -> String {
        view::page(&self.model).into_string()
    }

    /// The faults, as they are told.
    pub fn sentences(&self) -> Vec<String> {
        self.model.faults.iter().map(|fault| fault.sentence(self.model.lang)).collect()
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Fetch(path) => {
                    self.fetched.push(path.clone());
                    let bytes = SITE.get(&path).filter(|_| !self.offline).cloned();
                    self.take(Message::Came { path, bytes });
                }
                // Only a new address is heard of; one that is put in the place of another is not.
                Effect::Go(route) => self.take(Message::Went(route)),
                effect => self.asked.push(effect),
            }
        }
    }
}
