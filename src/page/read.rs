//! What was typed, as a package, and the report on it.

use alloc::string::String;
use alloc::vec::Vec;

use super::form::{ELSEWHERE, Form, NO, UNKNOWN, YES, name};
use super::model::Model;
use super::route::Screen;
use crate::check::{Asked, AskedDocument, RequirementStatus};
use crate::day::Day;
use crate::facts::{Answer, AnswerKind, FactKind, Facts};
use crate::id::Id;
use crate::iin::Iin;
use crate::law::Bundle;
use crate::package::{Applicant, BroughtForm, Item, Package};
use crate::report::{self, Report};

/// The requirements that a person is asked about.
pub fn asked(report: &Report) -> impl Iterator<Item = &RequirementStatus> {
    report.requirements.iter().filter(|status| status.asked != Asked::No)
}

/// Gives the answer that was typed to a question, if it is one.
pub fn answer(form: &Form, kind: &FactKind) -> Option<Answer> {
    let name = name::fact(&kind.id);
    let said = form.get(&name);
    if form.is(&name::of(&name, UNKNOWN), YES) {
        return None;
    }
    match &kind.answer {
        AnswerKind::YesNo if said == YES => Some(Answer::YesNo(true)),
        AnswerKind::YesNo if said == NO => Some(Answer::YesNo(false)),
        AnswerKind::YesNo => None,
        AnswerKind::Choice(options) => {
            options.iter().find(|option| option.id == said).map(|option| Answer::Choice(option.id.clone()))
        }
        AnswerKind::Day => form.day(&name).ok().flatten().map(Answer::Day),
        AnswerKind::Number { min, max } => form.number(&name, *min, *max).ok().flatten().map(Answer::Number),
    }
}

/// Gives who is named on the receipt. The check itself is given none of it but the IIN, which it looks at.
pub fn applicant(form: &Form) -> Applicant {
    Applicant {
        name: form.text(name::PERSON),
        iin: form.text(name::IIN).map(plain_iin),
        address: form.text(name::ADDRESS),
        phone: form.text(name::PHONE),
        ..Applicant::default()
    }
}

/// A number that is right without the spaces and hyphens that help to read it; masking counts its digits.
fn plain_iin(typed: String) -> String {
    match Iin::read(&typed) {
        Ok(_) => typed.chars().filter(char::is_ascii_digit).collect(),
        Err(_) => typed,
    }
}

/// Reports on what was typed; nothing before the channel and the day are known.
pub(super) fn report(model: &Model) -> Option<Report> {
    report_on(model, model.visit()?, model.channel()?, None)
}

/// Reports on what was typed for the other day and channel that are looked at; nothing where they are those chosen.
pub(super) fn other(model: &Model) -> Option<Report> {
    let (day, channel) = (model.other_day()?, model.other_channel()?);
    let same = model.visit() == Some(day) && model.channel() == Some(channel);
    if same || model.screen != Screen::Result { None } else { report_on(model, day, channel, None) }
}

/// Reports on what was typed as if a question had been answered so.
pub fn answered(model: &Model, fact: &Id, answer: Answer) -> Option<Report> {
    report_on(model, model.visit()?, model.channel()?, Some((fact, answer)))
}

fn report_on(model: &Model, day: Day, channel: &Id, answer: Option<(&Id, Answer)>) -> Option<Report> {
    let (law, days_off) = (model.law_on(Some(day))?, model.days_off_around(Some(day))?);
    let mut package = package(model, &law.bundle, day, channel);
    if let Some((fact, answer)) = answer {
        package.facts.say(fact.clone(), answer);
    }
    let empty_handed = report::report(law, days_off, &package, model.today);
    package.documents = items(&model.form, &empty_handed);
    let mut report = report::report(law, days_off, &package, model.today);
    report.questions = report::questions_in_turn(law, days_off, &package, model.today);
    Some(report)
}

/// The package without its documents.
fn package(model: &Model, bundle: &Bundle, day: Day, channel: &Id) -> Package {
    let form = &model.form;
    let region = form.get(name::REGION);
    let facts = bundle.facts.iter().filter_map(|kind| Some((kind.id.clone(), answer(form, kind)?)));
    Package {
        service: bundle.service.id.clone(),
        region: Id::try_new(region).filter(|_| region != ELSEWHERE),
        channel: channel.clone(),
        visit: Some(day),
        time: form.time(name::TIME).ok().flatten(),
        facts: facts.collect::<Facts>(),
        ..Package::default()
    }
}

/// The ticked documents among those that are asked: what is not on the screen cannot be taken back.
fn items(form: &Form, report: &Report) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for document in asked(report).flat_map(|status| &status.one_of) {
        let there = items.iter().any(|item| item.document == document.document);
        if !there && form.is(&name::paper(&document.document), YES) {
            items.push(item(form, document));
        }
    }
    items
}

fn item(form: &Form, asked: &AskedDocument) -> Item {
    let name = name::paper(&asked.document);
    let of = |detail| name::of(&name, detail);
    let said = |detail| form.get(&of(detail));
    let day = |detail| form.day(&of(detail)).ok().flatten();
    Item {
        document: asked.document.clone(),
        form: BroughtForm::from_code(said("form")),
        copies: form.number(&of("copies"), 1, 99).ok().flatten().and_then(|copies| u8::try_from(copies).ok()),
        issued: day("issued").filter(|_| asked.needs_issued),
        expires: day("expires").filter(|_| asked.needs_expires),
        undated: asked.needs_issued && said("undated") == YES,
        registration_mark: yes_or_no(said("mark")).filter(|_| asked.registration_mark),
        original_shown: (asked.original_shown && said("no-original") == YES).then_some(false),
    }
}

fn yes_or_no(said: &str) -> Option<bool> {
    match said {
        YES => Some(true),
        NO => Some(false),
        _ => None,
    }
}
