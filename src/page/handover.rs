//! A package on its way from one device to another: the part of a link after `#`, without whoever it is of.
//!
//! `#h1.` and, in the letters of base64url, four bytes of SHA-256 over what follows, then the package as bundles hold
//! values. Things of the law are named by three bytes of SHA-256 over their ids: a link stays short enough to be a code
//! on paper, and is read under whatever edition is in force by then. What the link says of a verdict is only told as what
//! was said then: the rules are run anew.

mod letters;
mod open;

use alloc::string::String;
use alloc::vec::Vec;

use sha2::{Digest, Sha256};

use crate::day::{Day, TimeOfDay};
use crate::facts::Answer;
use crate::id::{Id, Lang};
use crate::package::{BroughtForm, Item, Package};
use crate::report::{Report, Verdict};
use crate::wire::{Reader, Wire, wire};

pub(super) use open::advance;
pub use open::{Handed, Opened, open};

const BEGINNING: &str = "#h1.";
const SUM: usize = 4;

wire! {
/// A package as it is handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// The language in which it was read.
    pub lang: Lang,
    /// What came of it then.
    pub then: Then,
    /// The service.
    pub service: Mark,
    /// The region.
    pub region: Option<Mark>,
    /// The channel.
    pub channel: Mark,
    /// The time of handing in.
    pub time: Option<TimeOfDay>,
    /// The answers.
    pub answers: Vec<(Mark, Said)>,
    /// The papers.
    pub papers: Vec<(Mark, Option<Details>)>,
}

/// What was said where the link was made. Nothing rests on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Then {
    /// The day on which the link was made.
    pub day: Day,
    /// The day of handing in.
    pub visit: Day,
    /// The verdict.
    pub verdict: Verdict,
    /// The day by which the result was due.
    pub due: Option<Day>,
    /// The first day of the edition.
    pub edition: Option<Day>,
}

/// The answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Yes or no.
    YesNo(bool),
    /// The chosen option.
    Choice(Mark),
    /// A day.
    Day(Day),
    /// A number.
    Number(i32),
}

/// What is known of a paper beyond that it is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    /// In which form.
    pub form: Option<BroughtForm>,
    /// How many.
    pub copies: Option<u8>,
    /// The day it was given.
    pub issued: Option<Day>,
    /// The last day of its validity.
    pub expires: Option<Day>,
    /// Whether it bears no day of issue.
    pub undated: bool,
    /// Whether it bears the mark of registration.
    pub registration_mark: Option<bool>,
    /// Whether the original is shown.
    pub original_shown: Option<bool>,
}
}

/// A thing of the law, by the beginning of the SHA-256 of its id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark([u8; 3]);

/// Why a link cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Something in it is not as it was written.
    Damaged,
    /// It is of a later version than this page reads, or of a service that this page does not know.
    Newer,
}

impl Mark {
    fn of(id: &str) -> Self {
        let [one, two, three, ..] = Sha256::digest(id.as_bytes()).0;
        Self([one, two, three])
    }

    fn is(self, id: &Id) -> bool {
        self == Self::of(id.as_str())
    }
}

impl Wire for Mark {
    fn write(&self, to: &mut Vec<u8>) {
        to.extend_from_slice(&self.0);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        Self([from.byte(), from.byte(), from.byte()])
    }
}

/// Tells whether a part of an address hands a package over.
pub fn is_one(hash: &str) -> bool {
    let mut letters = hash.bytes().skip(2);
    hash.starts_with("#h") && letters.next().is_some_and(|letter| letter.is_ascii_digit())
}

/// Writes the part of a link that hands a report's package over, with its `#`.
pub fn write(report: &Report, lang: Lang) -> String {
    let mut said = Vec::new();
    of_report(report, lang).write(&mut said);
    let mut bytes = Vec::from(sum(&said));
    bytes.extend(said);
    let mut link = String::from(BEGINNING);
    letters::write(&bytes, &mut link);
    link
}

/// Reads what [`write()`] wrote.
///
/// # Errors
///
/// Where anything in it is not as it was written, or it is of a later version.
pub fn read(hash: &str) -> Result<Handover, Unreadable> {
    let letters = hash.strip_prefix(BEGINNING).ok_or(Unreadable::Newer)?;
    let bytes = letters::read(letters).ok_or(Unreadable::Damaged)?;
    let (given, said) = bytes.split_at_checked(SUM).ok_or(Unreadable::Damaged)?;
    let mut reader = Reader::new(said);
    let handover = Handover::read(&mut reader);
    if given == sum(said) && reader.is_done() { Ok(handover) } else { Err(Unreadable::Damaged) }
}

fn sum(bytes: &[u8]) -> [u8; SUM] {
    let [one, two, three, four, ..] = Sha256::digest(bytes).0;
    [one, two, three, four]
}

/// The report's own package is without the applicant.
fn of_report(report: &Report, lang: Lang) -> Handover {
    let Package { service, region, channel, time, facts, documents, .. } = &report.replay.package;
    Handover {
        lang,
        then: Then::of(report),
        service: Mark::of(service.as_str()),
        region: region.as_ref().map(|region| Mark::of(region.as_str())),
        channel: Mark::of(channel.as_str()),
        time: *time,
        answers: facts.iter().map(|(fact, answer)| (Mark::of(fact.as_str()), said(answer))).collect(),
        papers: documents.iter().map(|item| (Mark::of(item.document.as_str()), details(item))).collect(),
    }
}

impl Then {
    /// What a report says.
    pub fn of(report: &Report) -> Self {
        let main = report.timeline.as_ref().and_then(|timeline| timeline.terms.iter().find(|term| term.main));
        Self {
            day: report.day,
            visit: report.visit,
            verdict: report.verdict,
            due: main.and_then(|term| term.due),
            edition: report.law.as_ref().map(|law| law.from),
        }
    }
}

fn said(answer: &Answer) -> Said {
    match answer {
        Answer::YesNo(yes) => Said::YesNo(*yes),
        Answer::Choice(option) => Said::Choice(Mark::of(option.as_str())),
        Answer::Day(day) => Said::Day(*day),
        Answer::Number(number) => Said::Number(*number),
    }
}

/// Nothing where the paper is as asked for all that is known.
fn details(item: &Item) -> Option<Details> {
    let plain = Item { document: item.document.clone(), ..Item::default() };
    (*item != plain).then_some(Details {
        form: item.form,
        copies: item.copies,
        issued: item.issued,
        expires: item.expires,
        undated: item.undated,
        registration_mark: item.registration_mark,
        original_shown: item.original_shown,
    })
}
