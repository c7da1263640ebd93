//! The questions: each with its answers, and what follows from each answer alone.

use std::string::{String, ToString};
use std::vec::Vec;

use super::leaves::Leaf;
use crate::author::answers::of_one;
use crate::condition::Truth;
use crate::facts::{Answer, AnswerKind, FactKind, Facts};
use crate::id::{Id, Lang};
use crate::law::{Bundle, Edition};
use crate::words::{date_short, key, label, list_or, say};

/// A question that an edition turns on.
pub struct Question<'a> {
    /// The question.
    pub fact: &'a FactKind,
    /// Its answers; answers from which the same follows stand together.
    pub branches: Vec<Branch>,
    /// The windows that are counted from the day that answers it.
    pub counted: Vec<&'a Id>,
}

/// Answers to a question, and what follows from them alone.
pub struct Branch {
    /// The answers, as a person gives them.
    pub answers: String,
    /// What follows: the number of a leaf, and whether the answer leads to it.
    pub leads: Vec<(usize, Truth)>,
}

/// Lists the questions of an edition in the order of asking.
pub fn questions<'a>(bundle: &'a Bundle, edition: &'a Edition, leaves: &[Leaf<'_>], lang: Lang) -> Vec<Question<'a>> {
    let question = |fact: &'a FactKind| {
        let branches = branches(fact, leaves, lang);
        let counted = counted(edition, &fact.id);
        (!branches.is_empty() || !counted.is_empty()).then_some(Question { fact, branches, counted })
    };
    bundle.facts.iter().filter_map(question).collect()
}

fn counted<'a>(edition: &'a Edition, fact: &Id) -> Vec<&'a Id> {
    let windows = edition.windows.iter().filter(|window| {
        let before = window.closes_before.as_ref().map(|before| &before.fact);
        window.opens_on.iter().chain(before).any(|named| named == fact)
    });
    windows.map(|window| &window.id).collect()
}

fn branches(fact: &FactKind, leaves: &[Leaf<'_>], lang: Lang) -> Vec<Branch> {
    let named = leaves.iter().enumerate().filter(|(_, leaf)| leaf.when.facts().contains(&&fact.id));
    let named: Vec<_> = named.collect();
    if named.is_empty() {
        return Vec::new();
    }
    let conditions: Vec<_> = named.iter().map(|(_, leaf)| &leaf.when).collect();
    let mut ways: Vec<Way> = Vec::new();
    let mut last = None;
    for answer in of_one(fact, &conditions) {
        let said: Facts = core::iter::once((fact.id.clone(), answer.clone())).collect();
        let leads: Vec<_> = named.iter().map(|(n, leaf)| (*n, leaf.when.evaluate(&said))).collect();
        let at = ways.iter().position(|way| way.leads == leads);
        match at.and_then(|at| ways.get_mut(at)) {
            // An answer next to the one before it: a longer row of numbers.
            Some(way) if last == at => way.rows.last_mut().into_iter().for_each(|row| row.push(answer.clone())),
            Some(way) => way.rows.push([answer].into()),
            None => ways.push(Way { rows: [[answer].into()].into(), leads }),
        }
        last = at.or(Some(ways.len().saturating_sub(1)));
    }
    ways.into_iter().map(|way| Branch { answers: said(fact, &way.rows, lang), leads: way.leads }).collect()
}

/// Answers from which the same follows, in rows without a gap.
struct Way {
    rows: Vec<Vec<Answer>>,
    leads: Vec<(usize, Truth)>,
}

/// Says answers; of numbers and days the first and the last of a row.
fn said(fact: &FactKind, rows: &[Vec<Answer>], lang: Lang) -> String {
    let single = |answer: &Answer| match (answer, &fact.answer) {
        (Answer::YesNo(yes), _) => label(lang, if *yes { key::YES } else { key::NO }).into(),
        (Answer::Choice(id), AnswerKind::Choice(choices)) => {
            let text = choices.iter().find(|choice| choice.id == *id).map_or("", |choice| choice.label.of(lang));
            say(lang, key::CONDITION_QUOTED, &[("text", text.into())])
        }
        (Answer::Choice(id), _) => id.to_string(),
        (Answer::Number(number), _) => number.to_string(),
        (Answer::Day(day), _) => date_short(*day),
    };
    let row = |row: &Vec<Answer>| -> Vec<String> {
        match (row.first(), row.last()) {
            (Some(first @ (Answer::Number(_) | Answer::Day(_))), Some(last)) if first != last => {
                [std::format!("{}–{}", single(first), single(last))].into()
            }
            _ => row.iter().map(single).collect(),
        }
    };
    list_or(&rows.iter().flat_map(row).collect::<Vec<_>>(), lang)
}
