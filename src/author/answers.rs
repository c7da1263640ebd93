//! All combinations of answers that a set of conditions can tell apart.
//!
//! Yes-or-no and choices are taken whole; of numbers and days only those on either side of a limit, because a condition
//! cannot tell the others apart. A question about conditions therefore needs only the facts that these name.

use std::collections::{BTreeMap, BTreeSet};
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use crate::condition::{Condition, Limit, Truth};
use crate::facts::{Answer, AnswerKind, FactKind, Facts};
use crate::id::Id;

/// More combinations than this are not tried: the fault `combinations-too-many` says so.
pub const MOST: usize = 100_000;

/// The answers that can be told apart, fact by fact.
pub struct Answers<'a> {
    facts: Vec<(&'a Id, Vec<Answer>)>,
}

/// The answers to one question that `conditions` can tell apart; numbers and days ascending.
pub fn of_one(fact: &FactKind, conditions: &[&Condition]) -> Vec<Answer> {
    let mut limits = BTreeMap::new();
    for condition in conditions {
        collect(condition, &mut limits);
    }
    told_apart(&fact.answer, limits.get(&fact.id).map_or(&[], Vec::as_slice))
}

impl<'a> Answers<'a> {
    /// Collects the answers that `conditions` can tell apart, or nothing where they name facts that do not exist
    /// (another fault says which).
    pub fn of(conditions: &[&'a Condition], known: &[FactKind]) -> Option<Self> {
        let mut limits: BTreeMap<&Id, Vec<Limit>> = BTreeMap::new();
        for condition in conditions {
            for fact in condition.facts() {
                limits.entry(fact).or_default();
            }
            collect(condition, &mut limits);
        }
        let answers = |(fact, limits): (&'a Id, Vec<Limit>)| {
            let kind = known.iter().find(|kind| kind.id == *fact)?;
            Some((fact, told_apart(&kind.answer, &limits)))
        };
        let facts = limits.into_iter().map(answers).collect::<Option<_>>()?;
        Some(Self { facts })
    }

    /// Counts the combinations.
    pub fn count(&self) -> usize {
        self.facts.iter().fold(1, |count, (_, answers)| count.saturating_mul(answers.len()))
    }

    /// Goes through all combinations.
    pub fn combinations(&self) -> impl Iterator<Item = Facts> {
        (0..self.count()).map(|number| self.combination(number))
    }

    /// The combination of this number: its digits in a base that changes from fact to fact.
    fn combination(&self, mut number: usize) -> Facts {
        let pick = |(fact, answers): &(&Id, Vec<Answer>)| {
            let answer = answers.get(number % answers.len())?.clone();
            number /= answers.len();
            Some(((*fact).clone(), answer))
        };
        self.facts.iter().filter_map(pick).collect()
    }
}

/// Tells whether a condition holds where every fact it names is said.
pub fn holds(condition: &Condition, facts: &Facts) -> bool {
    condition.evaluate(facts) == Truth::Yes
}

/// Tells answers as conditions say them: `minor, reason = loss, not foreigner`.
pub fn told(facts: &Facts) -> String {
    let each = facts.iter().map(|(fact, answer)| match answer {
        Answer::YesNo(true) => fact.to_string(),
        Answer::YesNo(false) => format!("not {fact}"),
        Answer::Choice(option) => format!("{fact} = {option}"),
        Answer::Day(day) => format!("{fact} = {day}"),
        Answer::Number(number) => format!("{fact} = {number}"),
    });
    each.collect::<Vec<_>>().join(", ")
}

fn collect<'a>(condition: &'a Condition, limits: &mut BTreeMap<&'a Id, Vec<Limit>>) {
    match condition {
        Condition::Compare(fact, _, limit) => limits.entry(fact).or_default().push(*limit),
        Condition::Not(inner) => collect(inner, limits),
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                collect(part, limits);
            }
        }
        Condition::Always | Condition::Is(_) | Condition::Equals(..) => {}
    }
}

fn told_apart(kind: &AnswerKind, limits: &[Limit]) -> Vec<Answer> {
    match kind {
        AnswerKind::YesNo => [true, false].map(Answer::YesNo).into(),
        AnswerKind::Choice(options) => options.iter().map(|option| Answer::Choice(option.id.clone())).collect(),
        AnswerKind::Number { min, max } => {
            let near = limits.iter().filter_map(|limit| match limit {
                Limit::Number(number) => Some([number.saturating_sub(1), *number, number.saturating_add(1)]),
                Limit::Day(_) => None,
            });
            let numbers: BTreeSet<i32> = near.flatten().chain([*min, *max]).collect();
            numbers.into_iter().filter(|number| (min..=max).contains(&number)).map(Answer::Number).collect()
        }
        AnswerKind::Day => {
            let near = limits.iter().filter_map(|limit| match limit {
                Limit::Day(day) => Some([day.previous(), *day, day.next()]),
                Limit::Number(_) => None,
            });
            near.flatten().collect::<BTreeSet<_>>().into_iter().map(Answer::Day).collect()
        }
    }
}
