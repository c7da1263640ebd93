//! Everything that is asked on one page, for those who know it: the same controls as on the steps, and one button.

use maud::{Markup, html};

use super::{address, form, heading, loading, papers, questions, service, visit};
use crate::page::model::Model;
use crate::page::route::Screen;
use crate::words::{Word, key, label};

pub(super) fn view(model: &Model) -> Markup {
    let word = |word| label(model.lang, word);
    html! {
        (heading(word(key::STEP_SHEET)))
        p.lead { (word(key::SHEET_LEAD)) }
        p.aside { a href=(address(model, Screen::Service)) { (word(key::TO_STEPS)) } }
        @if model.directory.is_some() {
            (form(model, key::SHOW_RESULT, &controls(model)))
        } @else { (loading(model)) }
    }
}

fn controls(model: &Model) -> Markup {
    html! {
        (part(model, Screen::Service.label(), &service::services(model)))
        (part(model, Screen::Visit.label(), &html! { (visit::place(model)) (visit::desk(model)) }))
        @if let Some(report) = &model.report {
            @if !report.questions.is_empty() {
                (part(model, Screen::Questions.label(), &questions::all(model, report)))
            }
            (part(model, Screen::Papers.label(), &papers::all(model, report)))
        }
    }
}

fn part(model: &Model, word: Word, controls: &Markup) -> Markup {
    html! { section.part { h2 { (label(model.lang, word)) } (controls) } }
}
