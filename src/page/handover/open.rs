//! Opening a link: what it carries is typed into the page as if by hand, step by step as the law comes.

use alloc::string::{String, ToString};

use super::{Details, Handover, Said, Then, Unreadable, read};
use crate::day::Day;
use crate::facts::AnswerKind;
use crate::id::Id;
use crate::law::Bundle;
use crate::package::BroughtForm;
use crate::page::form::{ELSEWHERE, Form, NO, YES, name};
use crate::page::journey;
use crate::page::model::Model;
use crate::page::route::Screen;

/// What became of the link that the page was opened with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Handed {
    /// There was none.
    #[default]
    Nothing,
    /// It cannot be opened.
    Unreadable(Unreadable),
    /// The law that it needs is on its way.
    Waiting(Handover),
    /// It is opened.
    Opened(Opened),
}

impl Handed {
    /// Tells whether something is still on its way.
    pub fn is_waiting(&self) -> bool {
        matches!(self, Self::Waiting(_))
    }
}

/// What is told of a link that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What was said where it was made.
    pub then: Then,
    /// How many of its answers and papers the law that is in force knows nothing of.
    pub unknown: u16,
}

/// Takes up a link, in place of what was typed: nothing of one person is mixed with another's.
pub fn open(model: &mut Model, hash: &str) {
    model.handed = match read(hash) {
        Ok(handover) => {
            model.form = Form::fresh(handover.then.visit);
            model.touched = true;
            model.report = None;
            (model.screen, model.part) = (Screen::Service, String::new());
            Handed::Waiting(handover)
        }
        Err(why) => Handed::Unreadable(why),
    };
}

/// Types in as much of the link as the law that came allows; tells whether that was the last of it.
pub(in crate::page) fn advance(model: &mut Model) -> bool {
    let Handed::Waiting(handover) = &model.handed else { return false };
    let handover = handover.clone();
    if model.form.get(name::SERVICE).is_empty() && model.directory.is_some() && !place(model, &handover) {
        model.handed = Handed::Unreadable(Unreadable::Newer);
        return false;
    }
    if model.days_off().is_none() {
        return false;
    }
    let Some(law) = model.law() else { return false };
    let mut typing = Typing { form: model.form.clone(), unknown: 0 };
    typing.package(&handover, &law.bundle);
    model.form = typing.form;
    model.handed = Handed::Opened(Opened { then: handover.then, unknown: typing.unknown });
    model.compute();
    // Its papers were shown and sent off where the link was made.
    journey::note_papers(model);
    (model.screen, model.part) = (Screen::Result, String::new());
    true
}

/// Types in the service and the region; tells whether the service is known.
fn place(model: &mut Model, handover: &Handover) -> bool {
    let Some(directory) = &model.directory else { return false };
    let Some(service) = directory.services.iter().find(|listed| handover.service.is(&listed.id)) else { return false };
    let region = directory.regions.iter().find(|region| handover.region.is_some_and(|mark| mark.is(&region.id)));
    model.form.set(name::SERVICE, service.id.as_str());
    model.form.set(name::REGION, region.map_or(ELSEWHERE, |region| region.id.as_str()));
    if let Some(time) = handover.time {
        model.form.set(name::TIME, &time.to_string());
    }
    true
}

struct Typing {
    form: Form,
    unknown: u16,
}

impl Typing {
    fn package(&mut self, handover: &Handover, law: &Bundle) {
        match law.channels.iter().find(|channel| handover.channel.is(&channel.id)) {
            Some(channel) => self.form.set(name::CHANNEL, channel.id.as_str()),
            None => self.unknown += 1,
        }
        for (mark, said) in &handover.answers {
            let kind = law.facts.iter().find(|kind| mark.is(&kind.id));
            let typed = kind.is_some_and(|kind| self.answer(&name::fact(&kind.id), said, &kind.answer));
            self.unknown += u16::from(!typed);
        }
        for (mark, details) in &handover.papers {
            match law.documents.iter().find(|document| mark.is(&document.id)) {
                Some(document) => self.paper(&document.id, details.as_ref()),
                None => self.unknown += 1,
            }
        }
    }

    /// Types in an answer; tells whether the question still takes it.
    fn answer(&mut self, name: &str, said: &Said, kind: &AnswerKind) -> bool {
        match (said, kind) {
            (Said::YesNo(yes), AnswerKind::YesNo) => self.form.set(name, if *yes { YES } else { NO }),
            (Said::Day(day), AnswerKind::Day) => self.form.set_day(name, *day),
            (Said::Number(number), AnswerKind::Number { .. }) => self.form.set(name, &number.to_string()),
            (Said::Choice(mark), AnswerKind::Choice(options)) => {
                let Some(option) = options.iter().find(|option| mark.is(&option.id)) else { return false };
                self.form.set(name, option.id.as_str());
            }
            _ => return false,
        }
        true
    }

    fn paper(&mut self, document: &Id, details: Option<&Details>) {
        let name = name::paper(document);
        self.form.set(&name, YES);
        let Some(details) = details else { return };
        let mut detail = |detail: &str, value: &str| self.form.set(&name::of(&name, detail), value);
        let copies = details.copies.map(|copies| copies.to_string()).unwrap_or_default();
        detail("copies", &copies);
        detail("form", details.form.map_or("", BroughtForm::as_str));
        detail("undated", if details.undated { YES } else { "" });
        detail("mark", details.registration_mark.map_or("", |mark| if mark { YES } else { NO }));
        detail("no-original", if details.original_shown == Some(false) { YES } else { "" });
        self.day(&name, "issued", details.issued);
        self.day(&name, "expires", details.expires);
    }

    fn day(&mut self, name: &str, detail: &str, day: Option<Day>) {
        if let Some(day) = day {
            self.form.set_day(&name::of(name, detail), day);
        }
    }
}
