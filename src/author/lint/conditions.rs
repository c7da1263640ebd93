//! Conditions name facts that exist, ask them what they can answer, and can be true.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use crate::author::answers::{Answers, MOST, holds};
use crate::author::fault::LawError;
use crate::author::read::Sources;
use crate::author::tree::{Node, Tree};
use crate::condition::{Condition, Limit};
use crate::facts::{AnswerKind, FactKind};
use crate::id::Id;
use crate::id::nearest;

/// Finds conditions that name what is not there, or that nobody can fulfil.
pub fn check(tree: &Tree<'_>, nodes: &[Node<'_>], sources: &Sources, faults: &mut Vec<LawError>) {
    let known = &sources.facts.value.facts;
    for node in nodes {
        let sentence = node.text().filter(|_| ["when", "must"].contains(&node.key()));
        let Some(Ok(condition)) = sentence.map(str::parse::<Condition>) else { continue };
        let before = faults.len();
        names(&condition, known, &mut |code, message, help| {
            faults.push(LawError::new(code, message, tree.of(node, ""), help));
        });
        // A requirement may be there for those only for whom it is unclear: completeness sees whether anybody meets it.
        if faults.len() == before && node.keys != ["requirement", "when"] {
            faults.extend(never(tree, node, &condition, known));
        }
    }
}

fn never(tree: &Tree<'_>, node: &Node<'_>, condition: &Condition, known: &[FactKind]) -> Option<LawError> {
    let answers = Answers::of(&[condition], known)?;
    if answers.count() > MOST {
        let message = format!("`{condition}` tells {} combinations of answers apart", answers.count());
        let help = format!("say it with fewer facts: more than {MOST} combinations are not tried");
        return Some(LawError::new("combinations-too-many", message, tree.of(node, ""), help));
    }
    let possible = answers.combinations().any(|facts| holds(condition, &facts));
    let fault = || {
        let message = format!("no answers make `{condition}` true");
        LawError::new("condition-never", message, tree.of(node, ""), "say whom it concerns, or remove the item")
    };
    (!possible).then(fault)
}

type Report<'a> = &'a mut dyn FnMut(&'static str, String, String);

fn names(condition: &Condition, known: &[FactKind], report: Report<'_>) {
    match condition {
        Condition::Always => {}
        Condition::Is(fact) => answers(fact, known, report, "a yes or no", |kind| *kind == AnswerKind::YesNo),
        Condition::Equals(fact, option) => {
            answers(fact, known, report, "a choice", |kind| matches!(kind, AnswerKind::Choice(_)));
            has_option(fact, option, known, report);
        }
        Condition::Compare(fact, _, Limit::Number(_)) => {
            answers(fact, known, report, "a number", |kind| matches!(kind, AnswerKind::Number { .. }));
        }
        Condition::Compare(fact, _, Limit::Day(_)) => {
            answers(fact, known, report, "a day", |kind| *kind == AnswerKind::Day);
        }
        Condition::Not(inner) => names(inner, known, report),
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                names(part, known, report);
            }
        }
    }
}

/// Demands that the fact exists and has answers of the kind that the condition asks for.
fn answers(fact: &Id, known: &[FactKind], report: Report<'_>, wanted: &str, fits: fn(&AnswerKind) -> bool) {
    let ids = known.iter().map(|kind| kind.id.as_str());
    match known.iter().find(|kind| kind.id == *fact) {
        None => {
            let help = nearest(fact.as_str(), ids).map(|near| format!("did you mean `{near}`?"));
            let help = help.unwrap_or_else(|| "it must stand in facts.toml".into());
            report("fact-unknown", format!("there is no fact `{fact}`"), help);
        }
        Some(kind) if !fits(&kind.answer) => {
            let message =
                format!("the answer to `{fact}` is {}, the condition takes it for {wanted}", said(&kind.answer));
            let help = "write `fact` for a yes, `fact = option` for a choice, `fact >= limit` for a number or a day";
            report("fact-kind", message, help.into());
        }
        Some(_) => {}
    }
}

fn has_option(fact: &Id, option: &Id, known: &[FactKind], report: Report<'_>) {
    let Some(AnswerKind::Choice(options)) = known.iter().find(|kind| kind.id == *fact).map(|kind| &kind.answer) else {
        return;
    };
    if options.iter().all(|choice| choice.id != *option) {
        let ids: Vec<_> = options.iter().map(|choice| choice.id.as_str()).collect();
        let help = nearest(option.as_str(), ids.iter().copied()).map(|near| format!("did you mean `{near}`?"));
        let help = help.unwrap_or_else(|| format!("its options are {}", ids.join(", ")));
        report("option-unknown", format!("`{fact}` has no option `{option}`"), help);
    }
}

fn said(kind: &AnswerKind) -> String {
    match kind {
        AnswerKind::YesNo => "a yes or no".to_string(),
        AnswerKind::Choice(_) => "a choice".to_string(),
        AnswerKind::Day => "a day".to_string(),
        AnswerKind::Number { .. } => "a number".to_string(),
    }
}
