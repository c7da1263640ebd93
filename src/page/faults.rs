//! What is wrong with what was sent off: looked at on sending, never before, and told in the same words on top and at
//! the control.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::form::{Form, UNKNOWN, YES, name};
use super::journey::DESK;
use super::model::Model;
use super::read;
use super::route::Screen;
use crate::check::AskedDocument;
use crate::facts::{AnswerKind, FactKind};
use crate::id::{Lang, Text};
use crate::iin::{Iin, IinError};
use crate::words::{Value, Word, key, label, say};

/// What is wrong with a control or a group of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The name of the group, at which the fault is told.
    pub group: String,
    /// The name of the control to go to.
    pub control: String,
    word: Word,
    values: Vec<(&'static str, Said)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Said {
    Number(i64),
    Text(Text),
    Label(Word),
}

impl Fault {
    /// Says the fault.
    pub fn sentence(&self, lang: Lang) -> String {
        let value = |said: &Said| match said {
            Said::Number(number) => Value::Number(*number),
            Said::Text(text) => text.of(lang).to_string().into(),
            Said::Label(word) => label(lang, *word).into(),
        };
        let values: Vec<_> = self.values.iter().map(|(name, said)| (*name, value(said))).collect();
        say(lang, self.word, &values)
    }

    fn at(group: &str, word: Word) -> Self {
        Self { group: group.into(), control: group.into(), word, values: Vec::new() }
    }

    fn on(mut self, part: &str) -> Self {
        self.control = name::of(&self.group, part);
        self
    }

    fn saying(mut self, name: &'static str, said: Said) -> Self {
        self.values.push((name, said));
        self
    }
}

/// Finds what is wrong with the screen that is shown, or the part of it.
pub fn faults(model: &Model) -> Vec<Fault> {
    faults_at(model, model.screen, &model.part)
}

/// Finds what is wrong with a screen, or a part of it.
pub(super) fn faults_at(model: &Model, screen: Screen, part: &str) -> Vec<Fault> {
    match screen {
        Screen::Service => service(&model.form),
        Screen::Visit if part == DESK => desk(model),
        Screen::Visit => place(model),
        Screen::Questions => questions(model, part),
        Screen::Papers => papers(model),
        Screen::Answers | Screen::Result | Screen::Privacy => Vec::new(),
        Screen::Print => iin(&model.form).into_iter().collect(),
        Screen::Sheet => sheet(model),
    }
}

fn sheet(model: &Model) -> Vec<Fault> {
    let mut faults = service(&model.form);
    for more in [place(model), desk(model), questions(model, ""), papers(model)] {
        faults.extend(more);
    }
    faults
}

fn service(form: &Form) -> Vec<Fault> {
    missing(form, name::SERVICE, key::PAGE_SERVICE_MISSING).into_iter().collect()
}

fn missing(form: &Form, name: &str, word: Word) -> Option<Fault> {
    form.get(name).is_empty().then(|| Fault::at(name, word))
}

fn place(model: &Model) -> Vec<Fault> {
    let mut faults: Vec<Fault> = missing(&model.form, name::REGION, key::PAGE_REGION_MISSING).into_iter().collect();
    let read = model.form.day(name::VISIT);
    if !matches!(read, Ok(Some(_))) {
        faults.push(day_fault(name::VISIT, read.is_err(), &Said::Label(key::PAGE_VISIT_LEGEND)));
    }
    faults
}

fn desk(model: &Model) -> Vec<Fault> {
    let mut faults = Vec::new();
    if model.edition().is_some() && model.channel().is_none() {
        faults.push(Fault::at(name::CHANNEL, key::PAGE_CHANNEL_MISSING));
    }
    if model.form.time(name::TIME).is_err() {
        faults.push(Fault::at(name::TIME, key::PAGE_TIME_WRONG));
    }
    faults
}

fn day_fault(name: &str, wrong: bool, subject: &Said) -> Fault {
    let word = if wrong { key::PAGE_DATE_IMPOSSIBLE } else { key::PAGE_DATE_MISSING };
    Fault::at(name, word).on("day").saying("subject", subject.clone())
}

/// The question that is named, or all of them.
fn questions(model: &Model, named: &str) -> Vec<Fault> {
    let asked = model.report.iter().flat_map(|report| &report.questions);
    let here = asked.filter(|kind| named.is_empty() || kind.id == named);
    here.filter_map(|kind| question(&model.form, kind)).collect()
}

/// An answer is given, or said not to be known.
fn question(form: &Form, kind: &FactKind) -> Option<Fault> {
    let name = name::fact(&kind.id);
    if form.is(&name, UNKNOWN) || form.is(&name::of(&name, UNKNOWN), YES) || read::answer(form, kind).is_some() {
        return None;
    }
    let subject = Said::Text(kind.question.clone());
    match &kind.answer {
        AnswerKind::YesNo | AnswerKind::Choice(_) => {
            Some(Fault::at(&name, key::PAGE_ANSWER_MISSING).saying("subject", subject))
        }
        AnswerKind::Day => Some(day_fault(&name, form.day(&name).is_err(), &subject)),
        AnswerKind::Number { min, max } => {
            let fault = Fault::at(&name, key::PAGE_NUMBER_WRONG).saying("subject", subject);
            Some(fault.saying("min", Said::Number((*min).into())).saying("max", Said::Number((*max).into())))
        }
    }
}

fn papers(model: &Model) -> Vec<Fault> {
    let asked = model.report.iter().flat_map(read::asked).flat_map(|status| &status.one_of);
    let ticked = asked.filter(|document| model.form.is(&name::paper(&document.document), YES));
    let mut faults: Vec<Fault> = Vec::new();
    for fault in ticked.flat_map(|document| paper(&model.form, document)) {
        if !faults.contains(&fault) {
            faults.push(fault);
        }
    }
    faults
}

/// Days and numbers that cannot be read; one that is not known is left empty, and the verdict says so.
fn paper(form: &Form, asked: &AskedDocument) -> Vec<Fault> {
    let name = name::paper(&asked.document);
    let subject = Said::Text(asked.name.clone());
    let days = [("issued", asked.needs_issued), ("expires", asked.needs_expires)];
    let wrong = |detail| form.day(&name::of(&name, detail)).is_err();
    let days = days.into_iter().filter(|(detail, needed)| *needed && wrong(detail));
    let mut faults: Vec<_> = days.map(|(detail, _)| day_fault(&name::of(&name, detail), true, &subject)).collect();
    faults.extend(backwards(form, &name, &subject).filter(|_| asked.needs_issued && asked.needs_expires));
    let copies = name::of(&name, "copies");
    if form.number(&copies, 1, 99).is_err() {
        faults.push(Fault::at(&copies, key::PAGE_COPIES_WRONG).saying("subject", subject));
    }
    faults
}

/// A last day of validity before the day of issue.
fn backwards(form: &Form, name: &str, subject: &Said) -> Option<Fault> {
    let day = |detail| form.day(&name::of(name, detail)).ok().flatten();
    let group = name::of(name, "expires");
    let wrong = day("expires")? < day("issued")?;
    wrong.then(|| Fault::at(&group, key::PAGE_DATE_BACKWARDS).on("day").saying("subject", subject.clone()))
}

fn iin(form: &Form) -> Option<Fault> {
    let wrong = Iin::read(&form.text(name::IIN)?).err()?;
    Some(match wrong {
        IinError::Length(given) => {
            let given = i64::try_from(given).unwrap_or(i64::MAX);
            Fault::at(name::IIN, key::FINDING_IIN_LENGTH).saying("given", Said::Number(given))
        }
        IinError::NotDigits => Fault::at(name::IIN, key::FINDING_IIN_NOT_DIGITS),
        IinError::CheckDigit => Fault::at(name::IIN, key::FINDING_IIN_CHECK_DIGIT),
    })
}
