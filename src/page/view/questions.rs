//! The questions that matter, each with a way to say that one does not know.

use maud::{Markup, html};

use super::control::{Asked, Choice, day, radios, text, tick};
use super::form;
use crate::facts::{AnswerKind, FactKind};
use crate::page::form::{NO, UNKNOWN, YES, name};
use crate::page::journey::questions_left;
use crate::page::model::Model;
use crate::page::route::Screen;
use crate::report::Report;
use crate::words::{key, label, say};

/// The one question that the address names.
pub(super) fn view(model: &Model, report: &Report) -> Markup {
    let Some(kind) = shown(model) else { return super::loading(model) };
    let before = report.questions.iter().take_while(|other| other.id != kind.id).count();
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let place = say(model.lang, key::QUESTION_PLACE, &[("n", number(before + 1).into())]);
    let left = match questions_left(model) {
        0 => label(model.lang, key::QUESTIONS_LAST).into(),
        left => say(model.lang, key::QUESTIONS_LEFT, &[("n", number(left).into())]),
    };
    html! {
        p.place { b { (place) } " " (left) }
        @if before == 0 { p.hint { (label(model.lang, key::PAGE_QUESTIONS_LEAD)) } }
        (form(model, key::PAGE_NEXT, &question(model, kind)))
    }
}

/// The question that is shown alone.
pub(super) fn shown(model: &Model) -> Option<&FactKind> {
    let report = model.report.as_ref().filter(|_| model.screen == Screen::Questions)?;
    report.questions.iter().find(|kind| kind.id == model.part.as_str())
}

/// All questions, where everything is on one page.
pub(super) fn all(model: &Model, report: &Report) -> Markup {
    html! { @for kind in &report.questions { (question(model, kind)) } }
}

fn question(model: &Model, kind: &FactKind) -> Markup {
    html! { div.question id=(super::id_of("question", &kind.id)) { (control(model, kind)) } }
}

fn control(model: &Model, kind: &FactKind) -> Markup {
    let (lang, name) = (model.lang, name::fact(&kind.id));
    let help = kind.help.as_ref().map(|help| help.of(lang)).unwrap_or_default();
    let asked = Asked { name: &name, label: kind.question.of(lang), hint: help, id: "" };
    let unknown = || Choice::plain(UNKNOWN, label(lang, key::PAGE_UNKNOWN));
    match &kind.answer {
        AnswerKind::YesNo => {
            let answers = [(YES, key::PAGE_YES), (NO, key::PAGE_NO)];
            let answers = answers.into_iter().map(|(value, word)| Choice::plain(value, label(lang, word)));
            radios(model, asked, answers.chain(core::iter::once(unknown())))
        }
        AnswerKind::Choice(options) => {
            let options = options.iter().map(|option| Choice::plain(option.id.as_str(), option.label.of(lang)));
            radios(model, asked, options.chain(core::iter::once(unknown())))
        }
        AnswerKind::Day => html! { (day(model, asked)) (not_known(model, &name)) },
        AnswerKind::Number { min, max } => {
            let range = say(lang, key::PAGE_NUMBER_HINT, &[("min", (*min).into()), ("max", (*max).into())]);
            let hint = if help.is_empty() { range.as_str() } else { help };
            html! { (text(model, Asked { hint, ..asked }, "two", true)) (not_known(model, &name)) }
        }
    }
}

fn not_known(model: &Model, name: &str) -> Markup {
    let (name, label) = (name::of(name, UNKNOWN), label(model.lang, key::PAGE_UNKNOWN));
    tick(model, Asked { name: &name, label, ..Asked::default() })
}
