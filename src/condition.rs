//! Formulas over facts, in three values.
//!
//! A condition is *true*, *false*, or *depends on* facts that were not said. Unknown is never false, and answering one
//! more fact may decide but never reverses. People write conditions as sentences
//! (`not born-in-kazakhstan and grade >= 10`); bundles hold the tree, so the browser carries no parser.

mod sentence;

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::day::Day;
use crate::facts::{Answer, Facts};
use crate::id::Id;
use crate::wire::{Reader, Wire, wire};

pub use sentence::ConditionError;

/// A formula over facts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Condition {
    /// Holds for everybody.
    #[default]
    Always,
    /// The yes-or-no fact is answered yes.
    Is(Id),
    /// The fact's chosen option is this one.
    Equals(Id, Id),
    /// The number or day compares so.
    Compare(Id, Comparison, Limit),
    /// The inner condition is false.
    Not(Box<Condition>),
    /// All inner conditions hold.
    All(Vec<Condition>),
    /// At least one inner condition holds.
    Any(Vec<Condition>),
}

wire! {
/// How an answer is compared with a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Comparison {
    /// Less, or earlier.
    Less,
    /// Less or equal: not later.
    AtMost,
    /// Greater or equal: not earlier.
    AtLeast,
    /// Greater, or later.
    Greater,
    /// Exactly this number or day.
    Exactly,
}

/// The limit an answer is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Limit {
    /// A whole number.
    Number(i32),
    /// A civil day.
    Day(Day),
}
}

/// What is known of a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Truth {
    /// It holds.
    Yes,
    /// It does not hold.
    No,
    /// It depends on these facts, which were not said. INVARIANT: sorted, each once, not empty.
    DependsOn(Vec<Id>),
}

impl Truth {
    fn of(known: bool) -> Self {
        if known { Self::Yes } else { Self::No }
    }
}

impl Condition {
    /// Tells whether the condition holds, as far as the facts say.
    ///
    /// # Example: unknown is not false
    ///
    /// ```
    /// use qolhat::{Condition, Facts, Truth};
    /// let condition: Condition = "foreigner and not refugee".parse().unwrap();
    /// assert!(matches!(condition.evaluate(&Facts::default()), Truth::DependsOn(facts) if facts.len() == 2));
    /// ```
    pub fn evaluate(&self, facts: &Facts) -> Truth {
        match self {
            Self::Always => Truth::Yes,
            Self::Is(fact) => known(facts, fact, |answer| matches!(answer, Answer::YesNo(true))),
            Self::Equals(fact, option) => {
                known(facts, fact, |answer| matches!(answer, Answer::Choice(chosen) if chosen == option))
            }
            Self::Compare(fact, comparison, limit) => known(facts, fact, |answer| comparison.holds(answer, *limit)),
            Self::Not(inner) => match inner.evaluate(facts) {
                Truth::Yes => Truth::No,
                Truth::No => Truth::Yes,
                depends @ Truth::DependsOn(_) => depends,
            },
            Self::All(parts) => combine(parts, facts, &Truth::No, Truth::Yes),
            Self::Any(parts) => combine(parts, facts, &Truth::Yes, Truth::No),
        }
    }

    /// Lists the facts that the condition names, sorted, each once.
    pub fn facts(&self) -> Vec<&Id> {
        let mut names = Vec::new();
        self.collect(&mut names);
        names
    }

    const fn kind(&self) -> u8 {
        match self {
            Self::Always => 0,
            Self::Is(_) => 1,
            Self::Equals(..) => 2,
            Self::Compare(..) => 3,
            Self::Not(_) => 4,
            Self::All(_) => 5,
            Self::Any(_) => 6,
        }
    }

    fn collect<'a>(&'a self, names: &mut Vec<&'a Id>) {
        match self {
            Self::Always => {}
            Self::Is(fact) | Self::Equals(fact, _) | Self::Compare(fact, ..) => add(names, fact),
            Self::Not(inner) => inner.collect(names),
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.collect(names);
                }
            }
        }
    }
}

impl Comparison {
    fn holds(self, answer: &Answer, limit: Limit) -> bool {
        use core::cmp::Ordering::{Equal, Greater, Less};
        let ordering = match (answer, limit) {
            (Answer::Number(number), Limit::Number(limit)) => number.cmp(&limit),
            (Answer::Day(day), Limit::Day(limit)) => day.cmp(&limit),
            _ => return false,
        };
        match self {
            Self::Less => ordering == Less,
            Self::AtMost => ordering != Greater,
            Self::AtLeast => ordering != Less,
            Self::Greater => ordering == Greater,
            Self::Exactly => ordering == Equal,
        }
    }

    const fn sign(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::AtLeast => ">=",
            Self::Greater => ">",
            Self::Exactly => "=",
        }
    }
}

/// Adds a fact where it belongs, once. The lists are short, and sorting code is long.
fn add<T: Ord>(names: &mut Vec<T>, name: T) {
    if let Err(at) = names.binary_search(&name) {
        names.insert(at, name);
    }
}

fn known(facts: &Facts, fact: &Id, holds: impl Fn(&Answer) -> bool) -> Truth {
    match facts.answer(fact) {
        Some(answer) => Truth::of(holds(answer)),
        None => Truth::DependsOn(alloc::vec![fact.clone()]),
    }
}

/// One part equal to `decisive` decides; if none is and none is unknown, the answer is `otherwise`.
fn combine(parts: &[Condition], facts: &Facts, decisive: &Truth, otherwise: Truth) -> Truth {
    let mut unknown = Vec::new();
    for part in parts {
        match part.evaluate(facts) {
            Truth::DependsOn(missing) => missing.into_iter().for_each(|fact| add(&mut unknown, fact)),
            truth if truth == *decisive => return truth,
            _ => {}
        }
    }
    if unknown.is_empty() {
        return otherwise;
    }
    Truth::DependsOn(unknown)
}

impl fmt::Display for Condition {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Always => formatter.write_str("always"),
            Self::Is(fact) => write!(formatter, "{fact}"),
            Self::Equals(fact, option) => write!(formatter, "{fact} = {option}"),
            Self::Compare(fact, comparison, Limit::Number(limit)) => {
                write!(formatter, "{fact} {} {limit}", comparison.sign())
            }
            Self::Compare(fact, comparison, Limit::Day(limit)) => {
                write!(formatter, "{fact} {} {limit}", comparison.sign())
            }
            Self::Not(inner) => write!(formatter, "not {}", Bracketed(inner)),
            Self::All(parts) => joined(formatter, parts, " and "),
            Self::Any(parts) => joined(formatter, parts, " or "),
        }
    }
}

struct Bracketed<'a>(&'a Condition);

impl fmt::Display for Bracketed<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Condition::All(_) | Condition::Any(_) => write!(formatter, "({})", self.0),
            plain => plain.fmt(formatter),
        }
    }
}

fn joined(formatter: &mut fmt::Formatter<'_>, parts: &[Condition], word: &str) -> fmt::Result {
    for (n, part) in parts.iter().enumerate() {
        if n > 0 {
            formatter.write_str(word)?;
        }
        write!(formatter, "{}", Bracketed(part))?;
    }
    Ok(())
}

/// A byte for the kind, as [`wire!`] does it; by hand, because conditions lie in conditions.
impl Wire for Condition {
    fn write(&self, to: &mut Vec<u8>) {
        to.push(self.kind());
        match self {
            Self::Always => {}
            Self::Is(fact) => fact.write(to),
            Self::Equals(fact, option) => {
                fact.write(to);
                option.write(to);
            }
            Self::Compare(fact, comparison, limit) => {
                fact.write(to);
                comparison.write(to);
                limit.write(to);
            }
            Self::Not(inner) => inner.write(to),
            Self::All(parts) | Self::Any(parts) => parts.write(to),
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        match from.byte() {
            0 => Self::Always,
            1 => Self::Is(Wire::read(from)),
            2 => Self::Equals(Wire::read(from), Wire::read(from)),
            3 => Self::Compare(Wire::read(from), Wire::read(from), Wire::read(from)),
            4 => Self::Not(from.deeper(Wire::read)),
            5 => Self::All(from.deeper(Wire::read)),
            6 => Self::Any(from.deeper(Wire::read)),
            _ => {
                from.fail();
                Self::Always
            }
        }
    }
}

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "author")]
impl schemars::JsonSchema for Condition {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Condition".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "description": "a sentence over facts, see docs/data-format.md" })
    }
}
