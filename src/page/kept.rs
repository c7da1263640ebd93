//! What is kept on this device, and only where a person asked for it: what was typed, and what the check then said and
//! under which law, so that one who comes back is told what changed since.
//!
//! A record is a form's lines with a few more, whose names begin with `MARK`. Once it is taken up these lines stay in the
//! form: they say what the check said then, for as long as the questions are the same.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::form::{Form, YES, name};
use super::message::{Effect, Message};
use super::model::Model;
use super::read::asked;
use super::route::{Route, Screen};
use super::update::missing;
use crate::check::RequirementStatus;
use crate::day::Day;
use crate::id::Lang;
use crate::render::phrase;
use crate::report::Report;

/// How the names begin that a record has and a form has not.
const MARK: &str = "kept-";
/// The day on which it was kept.
const DAY: &str = "kept-day";
/// The language in which it was kept.
pub const LANG: &str = "kept-lang";
/// The law under which it was checked: its hash, and the edition.
const LAW: &str = "kept-law";
/// The verdict.
const VERDICT: &str = "kept-verdict";
/// The verdict in words.
pub const SAID: &str = "kept-said";
/// The papers that were asked for.
const PAPER: &str = "kept-paper-";

/// The control by which a person lets who they are be kept too.
pub const IDENTITY: &str = "identity-too";
/// Set in the form while it is kept.
const KEEPING: &str = "keeping";
/// Who a person is.
const WHO: [&str; 4] = [name::PERSON, name::IIN, name::ADDRESS, name::PHONE];

/// What is kept, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is true or not whatever the others are")]
pub struct Kept {
    /// What an earlier visit left, of which nobody has said yet what is to become of it.
    pub found: Form,
    /// Set where the browser takes nothing.
    pub refused: bool,
    /// Set where the page is part of somebody else's: nothing is kept there.
    pub apart: bool,
    /// Set on a computer that others use: nothing is kept at any time.
    pub public: bool,
    /// The seconds after which all is wiped because nobody is there.
    pub left: Option<u32>,
    /// Whether all could be deleted, once it was to be.
    pub erased: Option<bool>,
    /// What is known of what the page may do and did, a line for each: `policy …`, `asked …`, `blocked …`, `open …`.
    pub seen: String,
    /// Set while ways out are tried.
    pub trying: bool,
}

impl Kept {
    /// Gives the day on which what was found was kept.
    pub fn day(&self) -> Option<Day> {
        day(&self.found)
    }
}

/// The day on which a record was kept.
pub fn day(record: &Form) -> Option<Day> {
    record.get(DAY).parse().ok()
}

/// Tells whether what is typed is kept.
pub fn keeping(model: &Model) -> bool {
    model.form.is(KEEPING, YES)
}

/// Takes in what an earlier visit left on this device. What is being kept since a reload is no longer offered, and is kept
/// no longer where somebody deleted it meanwhile.
pub fn begin(model: &mut Model, record: Option<&str>, public: bool) {
    model.kept.apart = record.is_none();
    let found = Form::from_lines(record.unwrap_or_default());
    let found = if day(&found).is_some() && !public { found } else { Form::default() };
    model.kept.public = public;
    if !keeping(model) {
        model.kept.found = found;
    } else if found == Form::default() {
        model.form.set(KEEPING, "");
    }
}

/// Takes what is said of what is kept, or of what can be seen of the page.
pub(super) fn update(model: &mut Model, told: Message) -> Vec<Effect> {
    match told {
        Message::TakeUp => return take_up(model),
        Message::Erase => return erase(model),
        Message::Public(on) => return public(model, on),
        Message::Try => {
            model.kept.trying = true;
            return alloc::vec![Effect::Ask("attempt")];
        }
        Message::Keep => keep(model, true),
        Message::Forgotten => keep(model, false),
        Message::Refused => {
            keep(model, false);
            model.kept.refused = true;
        }
        Message::Erased(all) => model.kept.erased = Some(all),
        Message::Idle(left) => model.kept.left = left,
        Message::Saw(seen) => {
            model.kept.trying = false;
            model.kept.seen = seen;
        }
        _ => {}
    }
    Vec::new()
}

/// What there is to be seen of the page is looked at where it is shown.
pub(super) fn looked_at(model: &Model) -> Option<Effect> {
    (model.screen == Screen::Privacy).then_some(Effect::Ask("look"))
}

/// Goes on with what an earlier visit left: with the result, or with the day where that has passed.
fn take_up(model: &mut Model) -> Vec<Effect> {
    model.form = core::mem::take(&mut model.kept.found);
    model.returned = true;
    keep(model, true);
    model.compute();
    let past = model.visit().is_none_or(|visit| visit < model.today);
    let screen = if past { Screen::Visit } else { Screen::Result };
    let mut effects = missing(model);
    effects.push(Effect::Go(Route::new(model.lang, screen)));
    effects
}

fn erase(model: &mut Model) -> Vec<Effect> {
    model.forget();
    model.screen = Screen::Service;
    model.part.clear();
    alloc::vec![Effect::Ask("erase"), Effect::FocusHeading]
}

fn public(model: &mut Model, on: bool) -> Vec<Effect> {
    if on {
        keep(model, false);
    }
    model.kept.public = on;
    alloc::vec![Effect::Ask(if on { "shared" } else { "own" })]
}

/// Begins or ends to keep what is typed.
fn keep(model: &mut Model, keep: bool) {
    model.touched |= keep;
    model.form.set(KEEPING, if keep { YES } else { "" });
    model.kept.refused = false;
    model.kept.found = Form::default();
}

/// Gives what is to be kept now; nothing where nothing is.
pub fn record(model: &Model) -> Option<String> {
    if !keeping(model) {
        return None;
    }
    let who = model.form.is(IDENTITY, YES);
    let mut record = Form::default();
    for (name, value) in model.form.entries() {
        if !name.starts_with(MARK) && (who || !WHO.contains(&name)) {
            record.set(name, value);
        }
    }
    record.set(DAY, &model.today.to_string());
    record.set(LANG, model.lang.code());
    if let Some(report) = &model.report {
        said(&mut record, report, model.lang);
    }
    Some(record.to_lines())
}

fn said(record: &mut Form, report: &Report, lang: Lang) {
    record.set(LAW, &law(report));
    record.set(VERDICT, report.verdict.as_str());
    record.set(SAID, &phrase::verdict(report, lang));
    for status in asked(report) {
        record.set(&paper(status), &phrase::paper(status, lang));
    }
}

/// Tells whether the law is another than when the check was kept.
pub fn changed(model: &Model, report: &Report) -> bool {
    !model.form.get(LAW).is_empty() && model.form.get(LAW) != law(report)
}

/// Tells whether the verdict is another than when the check was kept.
pub fn other_verdict(model: &Model, report: &Report) -> bool {
    !model.form.get(VERDICT).is_empty() && model.form.get(VERDICT) != report.verdict.as_str()
}

/// Gives the papers that are asked for now and were not then.
pub fn more<'a>(model: &'a Model, report: &'a Report) -> impl Iterator<Item = &'a RequirementStatus> {
    asked(report).filter(|status| model.form.get(&paper(status)).is_empty())
}

/// Names the papers that were asked for then and are not now.
pub fn less<'a>(model: &'a Model, report: &'a Report) -> impl Iterator<Item = &'a str> {
    let then = model.form.entries().filter(|(name, _)| name.starts_with(PAPER));
    then.filter(|(then, _)| !asked(report).any(|status| paper(status) == *then)).map(|(_, said)| said)
}

/// What was said then can be compared only while the questions are the same. Another day of handing in leaves them so, and
/// a paper that was found since changes the verdict alone.
pub(super) fn typed(model: &mut Model, name: &str) {
    model.kept.erased = None;
    let form = &mut model.form;
    if name.starts_with("paper-") {
        form.set(VERDICT, "");
    } else if name.starts_with("fact-") || [name::SERVICE, name::REGION, name::CHANNEL].contains(&name) {
        form.set(LAW, "");
    }
}

fn law(report: &Report) -> String {
    let mut law = report.replay.law.clone();
    law.push(' ');
    law.push_str(report.replay.edition.as_deref().unwrap_or_default());
    law
}

/// What a paper that is asked for is known by: the documents that will do, whatever they are called.
fn paper(status: &RequirementStatus) -> String {
    let mut name = String::from(PAPER);
    for document in &status.one_of {
        name.push_str(document.document.as_str());
        name.push(' ');
    }
    name
}
