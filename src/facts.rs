//! Questions about the applicant, the answers to them, and the not-said.
//!
//! A fact that was not said is simply absent from [`Facts`]; it is never false. Uses `id`, `day` and `wire`.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize, Serializer};

use crate::day::Day;
use crate::id::{Id, Text};
use crate::wire::{Reader, Wire, wire};

wire! {
/// A question about the applicant, with the kind of answer it takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FactKind {
    /// The fact's id, by which conditions name it.
    pub id: Id,
    /// The question, as a person is asked it.
    pub question: Text,
    /// What helps to answer it, in a sentence or two.
    #[serde(default)]
    pub help: Option<Text>,
    /// What an answer looks like.
    pub answer: AnswerKind,
}

/// What an answer looks like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AnswerKind {
    /// Yes or no.
    YesNo,
    /// One of the listed options.
    Choice(Vec<Choice>),
    /// A civil day.
    Day,
    /// A whole number from `min` to `max`, both included.
    Number {
        /// The least number allowed.
        min: i32,
        /// The greatest number allowed.
        max: i32,
    },
}

/// One option of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Choice {
    /// The option's id, by which conditions name it.
    pub id: Id,
    /// The option, as a person reads it.
    pub label: Text,
}

/// An answer that was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Answer {
    /// Yes (`true`) or no.
    YesNo(bool),
    /// The id of the chosen option.
    Choice(Id),
    /// A civil day.
    Day(Day),
    /// A whole number.
    Number(i32),
}
}

impl Answer {
    /// Tells whether this is an answer of the kind the question takes.
    pub fn fits(&self, kind: &AnswerKind) -> bool {
        match (self, kind) {
            (Self::YesNo(_), AnswerKind::YesNo) | (Self::Day(_), AnswerKind::Day) => true,
            (Self::Choice(id), AnswerKind::Choice(options)) => options.iter().any(|option| option.id == *id),
            (Self::Number(number), AnswerKind::Number { min, max }) => (min..=max).contains(&number),
            _ => false,
        }
    }
}

/// The answers given so far. What is absent was not said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts(
    // INVARIANT: sorted by id, each id once.
    Vec<(Id, Answer)>,
);

impl Facts {
    /// Gives the answer to a fact, or `None` where it was not said.
    pub fn answer(&self, fact: &Id) -> Option<&Answer> {
        let at = self.0.binary_search_by(|(id, _)| id.cmp(fact)).ok()?;
        self.0.get(at).map(|(_, answer)| answer)
    }

    /// Notes an answer, in place of an earlier one.
    pub fn say(&mut self, fact: Id, answer: Answer) {
        match self.0.binary_search_by(|(id, _)| id.cmp(&fact)) {
            Ok(at) => {
                if let Some(entry) = self.0.get_mut(at) {
                    entry.1 = answer;
                }
            }
            Err(at) => self.0.insert(at, (fact, answer)),
        }
    }

    /// Takes an answer back: the fact is not said any more.
    pub fn unsay(&mut self, fact: &Id) {
        self.0.retain(|(id, _)| id != fact);
    }

    /// Goes through the answers, sorted by fact.
    pub fn iter(&self) -> impl Iterator<Item = (&Id, &Answer)> {
        self.0.iter().map(|(id, answer)| (id, answer))
    }

    /// Tells whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(Id, Answer)> for Facts {
    fn from_iter<I: IntoIterator<Item = (Id, Answer)>>(answers: I) -> Self {
        let mut facts = Self::default();
        for (fact, answer) in answers {
            facts.say(fact, answer);
        }
        facts
    }
}

impl Serialize for Facts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl Wire for Facts {
    fn write(&self, to: &mut Vec<u8>) {
        self.0.write(to);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        Vec::read(from).into_iter().collect()
    }
}
