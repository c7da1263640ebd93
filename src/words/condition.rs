//! Conditions in words: the question a person is asked, and the answer that makes the condition true.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{date_long, key, label, list_and, list_or, say};
use crate::condition::{Comparison, Condition, Limit};
use crate::facts::{AnswerKind, FactKind};
use crate::id::{Id, Lang};

/// Says a condition: `«Зачем нужен дубликат?» — «утерян» или «испорчен»`.
///
/// Negations are said of the single answers, so that no reader has to turn a sentence round. A fact that is not among
/// `facts` is said by its id: the lint lets no law pass that names one.
pub fn condition(condition: &Condition, facts: &[FactKind], lang: Lang) -> String {
    Speaker { facts, lang }.said(condition, Polarity::Holds).text
}

struct Speaker<'a> {
    facts: &'a [FactKind],
    lang: Lang,
}

/// Whether a condition is said to hold or not to hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Polarity {
    Holds,
    Fails,
}

struct Phrase {
    text: String,
    /// Set where it is several statements, and needs brackets inside another.
    several: bool,
}

impl Speaker<'_> {
    fn said(&self, condition: &Condition, polarity: Polarity) -> Phrase {
        match (condition, polarity) {
            (Condition::Always, Polarity::Holds) => one(label(self.lang, key::CONDITION_ALWAYS).into()),
            (Condition::Always, Polarity::Fails) => one(label(self.lang, key::CONDITION_NEVER).into()),
            (Condition::Is(fact), Polarity::Holds) => one(self.answer(fact, label(self.lang, key::YES))),
            (Condition::Is(fact), Polarity::Fails) => one(self.answer(fact, label(self.lang, key::NO))),
            (Condition::Equals(fact, option), Polarity::Holds) => one(self.any_of(fact, &[option])),
            (Condition::Equals(fact, option), Polarity::Fails) => one(self.none_of(fact, &[option])),
            (Condition::Compare(fact, comparison, limit), _) => {
                one(self.answer(fact, &self.compared(*comparison, *limit, polarity)))
            }
            (Condition::Not(inner), _) => self.said(inner, polarity.turned()),
            (Condition::All(parts), Polarity::Holds) | (Condition::Any(parts), Polarity::Fails) => {
                self.all(parts, polarity)
            }
            (Condition::Any(parts), Polarity::Holds) | (Condition::All(parts), Polarity::Fails) => {
                self.any(parts, polarity)
            }
        }
    }

    fn all(&self, parts: &[Condition], polarity: Polarity) -> Phrase {
        joined(self.parts(parts, polarity, Polarity::Fails), |phrases| list_and(phrases, self.lang))
    }

    fn any(&self, parts: &[Condition], polarity: Polarity) -> Phrase {
        joined(self.parts(parts, polarity, Polarity::Holds), |phrases| list_or(phrases, self.lang))
    }

    /// Says parts one by one. Options of one question that stand side by side and are said in the way of `merged` become
    /// one phrase.
    fn parts(&self, parts: &[Condition], polarity: Polarity, merged: Polarity) -> Vec<Phrase> {
        let way = (polarity, merged);
        let runs =
            parts.chunk_by(|one, next| question(one, way).is_some() && question(one, way) == question(next, way));
        runs.filter_map(|run| self.run(run, way)).collect()
    }

    fn run(&self, run: &[Condition], way: (Polarity, Polarity)) -> Option<Phrase> {
        let (first, rest) = run.split_first()?;
        let Some(fact) = question(first, way).filter(|_| !rest.is_empty()) else {
            return Some(self.said(first, way.0));
        };
        let ids: Vec<&Id> = run.iter().filter_map(|part| option(part, way.0)).map(|(_, id, _)| id).collect();
        let text = if way.1 == Polarity::Holds { self.any_of(fact, &ids) } else { self.none_of(fact, &ids) };
        Some(Phrase { text, several: true })
    }

    fn any_of(&self, fact: &Id, options: &[&Id]) -> String {
        self.answer(fact, &list_or(&self.labels(fact, options), self.lang))
    }

    fn none_of(&self, fact: &Id, options: &[&Id]) -> String {
        let labels = list_and(&self.labels(fact, options), self.lang);
        self.answer(fact, &say(self.lang, key::CONDITION_EXCEPT, &[("answers", labels.into())]))
    }

    fn labels(&self, fact: &Id, options: &[&Id]) -> Vec<String> {
        let choices = match self.facts.iter().find(|kind| kind.id == *fact).map(|kind| &kind.answer) {
            Some(AnswerKind::Choice(choices)) => choices.as_slice(),
            _ => &[],
        };
        let label = |option: &&Id| {
            let choice = choices.iter().find(|choice| choice.id == **option);
            let text = choice.map_or(option.as_str(), |choice| choice.label.of(self.lang));
            say(self.lang, key::CONDITION_QUOTED, &[("text", text.into())])
        };
        options.iter().map(label).collect()
    }

    fn answer(&self, fact: &Id, answer: &str) -> String {
        let kind = self.facts.iter().find(|kind| kind.id == *fact);
        let question = kind.map_or_else(|| fact.to_string(), |kind| kind.question.of(self.lang).into());
        say(self.lang, key::CONDITION_ANSWER, &[("question", question.into()), ("answer", answer.into())])
    }

    fn compared(&self, comparison: Comparison, limit: Limit, polarity: Polarity) -> String {
        match (comparison, polarity) {
            (Comparison::Exactly, Polarity::Holds) => self.limit(limit, 0),
            (Comparison::Exactly, Polarity::Fails) => {
                say(self.lang, key::CONDITION_EXCEPT, &[("answers", self.limit(limit, 0).into())])
            }
            (Comparison::AtLeast, Polarity::Holds) | (Comparison::Less, Polarity::Fails) => self.from(limit, 0),
            (Comparison::Greater, Polarity::Holds) | (Comparison::AtMost, Polarity::Fails) => self.from(limit, 1),
            (Comparison::AtMost, Polarity::Holds) | (Comparison::Greater, Polarity::Fails) => self.to(limit, 0),
            (Comparison::Less, Polarity::Holds) | (Comparison::AtLeast, Polarity::Fails) => self.to(limit, -1),
        }
    }

    fn from(&self, limit: Limit, shift: i32) -> String {
        let word = if matches!(limit, Limit::Day(_)) { key::CONDITION_NOT_BEFORE } else { key::CONDITION_AT_LEAST };
        say(self.lang, word, &[("limit", self.limit(limit, shift).into())])
    }

    fn to(&self, limit: Limit, shift: i32) -> String {
        let word = if matches!(limit, Limit::Day(_)) { key::CONDITION_NOT_AFTER } else { key::CONDITION_AT_MOST };
        say(self.lang, word, &[("limit", self.limit(limit, shift).into())])
    }

    /// Says a limit as one that is included: of whole numbers and days, less than ten is nine or less.
    fn limit(&self, limit: Limit, shift: i32) -> String {
        match limit {
            Limit::Number(number) => number.saturating_add(shift).to_string(),
            Limit::Day(day) => date_long(day.plus_days(shift.into()).unwrap_or(day), self.lang),
        }
    }
}

impl Polarity {
    fn turned(self) -> Self {
        if self == Self::Holds { Self::Fails } else { Self::Holds }
    }
}

/// Gives the question, where a part of this polarity is about one option and said in the way that is merged.
fn question(part: &Condition, (polarity, merged): (Polarity, Polarity)) -> Option<&Id> {
    option(part, polarity).filter(|(.., said)| *said == merged).map(|(fact, ..)| fact)
}

/// Gives the question, the option and the way it is said, where a part is about one option.
fn option(part: &Condition, polarity: Polarity) -> Option<(&Id, &Id, Polarity)> {
    match part {
        Condition::Equals(fact, option) => Some((fact, option, polarity)),
        Condition::Not(inner) => option(inner, polarity.turned()),
        _ => None,
    }
}

fn one(text: String) -> Phrase {
    Phrase { text, several: false }
}

/// Joins phrases; a phrase of several statements goes into brackets beside others.
fn joined(mut phrases: Vec<Phrase>, list: impl Fn(&[String]) -> String) -> Phrase {
    if phrases.len() == 1 {
        return phrases.swap_remove(0);
    }
    let bracketed = |phrase: Phrase| if phrase.several { format!("({})", phrase.text) } else { phrase.text };
    let texts: Vec<String> = phrases.into_iter().map(bracketed).collect();
    Phrase { text: list(&texts), several: true }
}
