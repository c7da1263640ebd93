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
        match options(parts, polarity) {
            Some((fact, ids, Polarity::Fails)) => one(self.none_of(fact, &ids)),
            _ => several(list_and(&self.parts(parts, polarity), self.lang)),
        }
    }

    fn any(&self, parts: &[Condition], polarity: Polarity) -> Phrase {
        match options(parts, polarity) {
            Some((fact, ids, Polarity::Holds)) => one(self.any_of(fact, &ids)),
            _ => several(list_or(&self.parts(parts, polarity), self.lang)),
        }
    }

    fn parts(&self, parts: &[Condition], polarity: Polarity) -> Vec<String> {
        let phrases = parts.iter().map(|part| self.said(part, polarity));
        phrases.map(|phrase| if phrase.several { format!("({})", phrase.text) } else { phrase.text }).collect()
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

/// Gives the options that the parts name, where all are of one question and all said the same way.
fn options(parts: &[Condition], polarity: Polarity) -> Option<(&Id, Vec<&Id>, Polarity)> {
    let mut found = parts.iter().map(|part| option(part, polarity));
    let (fact, first, said) = found.next()??;
    let mut ids = alloc::vec![first];
    for part in found {
        let (_, id, _) = part.filter(|(other, _, way)| *other == fact && *way == said)?;
        ids.push(id);
    }
    Some((fact, ids, said))
}

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

fn several(text: String) -> Phrase {
    Phrase { text, several: true }
}
