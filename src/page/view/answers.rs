//! All answers, each with a way to change it: after the change one comes back here, asked only what became new.

use alloc::string::{String, ToString};

use maud::{Markup, html};

use super::{form, heading};
use crate::check::RequirementStatus;
use crate::facts::{Answer, AnswerKind, FactKind};
use crate::page::form::{UNKNOWN, YES, name};
use crate::page::journey::DESK;
use crate::page::model::Model;
use crate::page::read::{answer, asked};
use crate::page::route::{Route, Screen};
use crate::render::phrase;
use crate::report::Report;
use crate::words::{self, Word, append, key, label, say};

pub(super) fn view(model: &Model, report: &Report) -> Markup {
    html! {
        (heading(label(model.lang, key::STEP_ANSWERS)))
        p.lead { (label(model.lang, key::ANSWERS_LEAD)) }
        (list(model, report))
        (form(model, key::SHOW_RESULT, &Markup::default()))
        (super::kept::offer(model))
    }
}

/// The list of all answers: the place, the questions, the papers.
pub(super) fn list(model: &Model, report: &Report) -> Markup {
    let word = |word| label(model.lang, word);
    let to = |screen| Route::new(model.lang, screen);
    html! {
        (group(model, Screen::Visit.label(), &place(model, report)))
        @if !report.questions.is_empty() {
            (group(model, Screen::Questions.label(), &html! {
                @for kind in &report.questions {
                    @let place = to(Screen::Questions).part(kind.id.as_str());
                    (row(model, &place, kind.question.of(model.lang), &said(model, kind)))
                }
            }))
        }
        (group(model, Screen::Papers.label(), &html! {
            @for status in asked(report) {
                @let place = to(Screen::Papers).part(status.id.as_str());
                (row(model, &place, &phrase::paper(status, model.lang), &brought(model, status)))
            }
        }))
        @if asked(report).next().is_none() { p { (word(key::PAPERS_NONE)) } }
    }
}

fn group(model: &Model, word: Word, rows: &Markup) -> Markup {
    html! { h2 { (label(model.lang, word)) } dl.answers { (rows) } }
}

fn row(model: &Model, place: &Route, what: &str, said: &str) -> Markup {
    html! {
        div {
            dt { (what) }
            dd { (said) }
            dd { a href=(place.hash()) { (label(model.lang, key::PAGE_CHANGE)) span.hidden { ": " (what) } } }
        }
    }
}

/// What, where and when.
fn place(model: &Model, report: &Report) -> Markup {
    let lang = model.lang;
    let word = |word| label(lang, word);
    let to = |screen| Route::new(lang, screen);
    let desk = to(Screen::Visit).part(DESK);
    let region = report.region.as_ref().map_or(word(key::PAGE_ELSEWHERE), |region| region.of(lang));
    let time = model.form.time(name::TIME).ok().flatten();
    let time = time.map_or_else(|| word(key::NOT_GIVEN).into(), |time| time.to_string());
    html! {
        @if !model.own.one_service() {
            (row(model, &to(Screen::Service), word(key::LABEL_SERVICE), report.service.short.of(lang)))
        }
        @if !model.own.settles(name::REGION) { (row(model, &to(Screen::Visit), word(key::LABEL_REGION), region)) }
        (row(model, &to(Screen::Visit), word(key::LABEL_VISIT), &words::date_long(report.visit, lang)))
        (row(model, &desk, word(key::LABEL_CHANNEL), report.channel.name.of(lang)))
        (row(model, &desk, word(key::LABEL_TIME), &time))
    }
}

fn said(model: &Model, kind: &FactKind) -> String {
    let lang = model.lang;
    let word = |word| label(lang, word).to_string();
    let name = name::fact(&kind.id);
    match (answer(&model.form, kind), &kind.answer) {
        (Some(Answer::YesNo(yes)), _) => word(if yes { key::PAGE_YES } else { key::PAGE_NO }),
        (Some(Answer::Choice(id)), AnswerKind::Choice(options)) => {
            options.iter().find(|option| option.id == id).map(|option| option.label.of(lang).into()).unwrap_or_default()
        }
        (Some(Answer::Day(day)), _) => words::date_long(day, lang),
        (Some(Answer::Number(number)), _) => number.to_string(),
        _ if model.form.is(&name, UNKNOWN) || model.form.is(&name::of(&name, UNKNOWN), YES) => word(key::PAGE_UNKNOWN),
        _ => word(key::NOT_GIVEN),
    }
}

/// Which of the papers that will do is there, and its days.
fn brought(model: &Model, status: &RequirementStatus) -> String {
    let lang = model.lang;
    let mut told = String::new();
    for document in &status.one_of {
        let name = name::paper(&document.document);
        if !model.form.is(&name, YES) {
            continue;
        }
        append(
            &mut told,
            "; ",
            if status.one_of.len() > 1 { document.name.of(lang) } else { label(lang, key::PAGE_HAVE) },
        );
        for (detail, needed, word) in [
            ("issued", document.needs_issued, key::PAGE_ISSUED),
            ("expires", document.needs_expires, key::PAGE_EXPIRES),
        ] {
            let day = model.form.day(&name::of(&name, detail)).ok().flatten();
            if let Some(day) = day.filter(|_| needed) {
                append(
                    &mut told,
                    "; ",
                    &say(lang, key::PAPER_DAY, &[("what", label(lang, word).into()), ("day", day.into())]),
                );
            }
        }
    }
    if told.is_empty() { label(lang, key::PAPER_ABSENT).into() } else { told }
}
