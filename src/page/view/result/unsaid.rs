//! The questions that were left open, and what an answer to each would change.

use alloc::string::String;
use alloc::vec::Vec;

use maud::{Markup, html};

use crate::facts::{Answer, AnswerKind, FactKind};
use crate::finding::{Arg, Decides};
use crate::page::change::{Change, changes};
use crate::page::model::Model;
use crate::page::read::{answer, answered};
use crate::page::route::{Route, Screen};
use crate::report::Report;
use crate::words::{key, label};

/// The questions without an answer, quietly: those that leave the verdict open are told with it.
pub(super) fn view(model: &Model, report: &Report) -> Markup {
    let open = report.questions.iter().filter(|kind| answer(&model.form, kind).is_none() && !is_told(report, kind));
    let told: Vec<_> = open.map(|kind| (kind, effects(model, report, kind))).collect();
    let told: Vec<_> = told.iter().filter(|(_, effects)| !effects.is_empty()).collect();
    html! {
        @if !told.is_empty() {
            section.unsaid {
                p { (label(model.lang, key::UNSAID_LEAD)) }
                ul { @for (kind, effects) in told { (question(model, kind, effects)) } }
            }
        }
    }
}

/// Tells whether the question already stands among what leaves the verdict open.
fn is_told(report: &Report, kind: &FactKind) -> bool {
    let open = report.findings.iter().filter(|finding| finding.decides == Decides::Open);
    open.flat_map(|finding| &finding.args)
        .any(|(_, arg)| matches!(arg, Arg::AllOf(texts) if texts.contains(&kind.question)))
}

/// What each answer that can be tried would change; nothing for an answer that changes nothing.
fn effects<'a>(model: &'a Model, report: &Report, kind: &'a FactKind) -> Vec<(&'a str, Vec<Change>)> {
    let said = |yes| label(model.lang, if yes { key::PAGE_YES } else { key::PAGE_NO });
    let tries: Vec<(&str, Answer)> = match &kind.answer {
        AnswerKind::YesNo => [true, false].into_iter().map(|yes| (said(yes), Answer::YesNo(yes))).collect(),
        AnswerKind::Choice(options) => {
            options.iter().map(|option| (option.label.of(model.lang), Answer::Choice(option.id.clone()))).collect()
        }
        AnswerKind::Day | AnswerKind::Number { .. } => Vec::new(),
    };
    let effect = |(said, answer)| {
        let then = answered(model, &kind.id, answer)?;
        let differing: Vec<Change> = changes(report, &then, model.lang).into_iter().filter(Change::differs).collect();
        (!differing.is_empty()).then_some((said, differing))
    };
    tries.into_iter().filter_map(effect).collect()
}

fn question(model: &Model, kind: &FactKind, effects: &[(&str, Vec<Change>)]) -> Markup {
    let place = Route::new(model.lang, Screen::Questions).part(kind.id.as_str());
    html! {
        li {
            a href=(place.hash()) { (kind.question.of(model.lang)) }
            @for (answer, changes) in effects {
                p.note {
                    (answer) " → "
                    @for (n, change) in changes.iter().enumerate() {
                        @if n > 0 { "; " }
                        (said(model, change))
                    }
                }
            }
        }
    }
}

fn said(model: &Model, change: &Change) -> String {
    let mut said = String::from(label(model.lang, change.what));
    said.push_str(": ");
    said.push_str(if change.then.is_empty() { &change.now } else { &change.then });
    said
}
