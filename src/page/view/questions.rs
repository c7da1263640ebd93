//! The questions that matter, each with a way to say that one does not know.

use maud::{Markup, html};

use super::control::{Asked, Choice, day, radios, text, tick};
use super::{form, heading, id_of};
use crate::facts::{AnswerKind, FactKind};
use crate::page::form::{NO, UNKNOWN, YES, name};
use crate::page::model::Model;
use crate::report::Report;
use crate::words::{key, label, say};

pub(super) fn view(model: &Model, report: &Report) -> Markup {
    let controls = html! {
        @for kind in &report.questions { div.question id=(id_of("question", &kind.id)) { (question(model, kind)) } }
    };
    let lead = if report.questions.is_empty() { key::PAGE_QUESTIONS_NONE } else { key::PAGE_QUESTIONS_LEAD };
    html! {
        (heading(label(model.lang, key::PAGE_QUESTIONS_HEADING)))
        p.lead { (label(model.lang, lead)) }
        (form(model, key::PAGE_NEXT, &controls))
    }
}

fn question(model: &Model, kind: &FactKind) -> Markup {
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
