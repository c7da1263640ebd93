//! From a sentence that people write to a condition. The author's files are read with it; bundles hold the tree.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use super::{Comparison, Condition, Limit};
use crate::id::Id;

/// Why a sentence is not a condition: what was expected, and before which word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionError {
    /// What the grammar allows here.
    pub expected: &'static str,
    /// The word that stands there; empty at the end of the sentence.
    pub found: String,
}

impl fmt::Display for ConditionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.found.is_empty() {
            write!(formatter, "the condition ends where {} is expected", self.expected)
        } else {
            write!(formatter, "expected {} in the condition, found `{}`", self.expected, self.found)
        }
    }
}

impl core::error::Error for ConditionError {}

impl core::str::FromStr for Condition {
    type Err = ConditionError;

    /// Reads a sentence: `or` binds loosest, then `and`, then `not`; brackets group.
    fn from_str(sentence: &str) -> Result<Self, ConditionError> {
        let spaced = sentence.replace('(', " ( ").replace(')', " ) ");
        let mut words = Words { rest: spaced.split_whitespace().collect(), at: 0 };
        let condition = words.any()?;
        match words.peek() {
            None => Ok(condition),
            Some(_) => Err(words.fault("`and`, `or` or the end")),
        }
    }
}

struct Words<'a> {
    rest: Vec<&'a str>,
    at: usize,
}

impl<'a> Words<'a> {
    fn peek(&self) -> Option<&'a str> {
        self.rest.get(self.at).copied()
    }

    fn take(&mut self, word: &str) -> bool {
        let taken = self.peek() == Some(word);
        self.at += usize::from(taken);
        taken
    }

    fn fault(&self, expected: &'static str) -> ConditionError {
        ConditionError { expected, found: self.peek().unwrap_or_default().to_string() }
    }

    fn any(&mut self) -> Result<Condition, ConditionError> {
        self.list("or", Self::all, Condition::Any)
    }

    fn all(&mut self) -> Result<Condition, ConditionError> {
        self.list("and", Self::one, Condition::All)
    }

    fn list(
        &mut self,
        word: &str,
        part: fn(&mut Self) -> Result<Condition, ConditionError>,
        make: fn(Vec<Condition>) -> Condition,
    ) -> Result<Condition, ConditionError> {
        let first = part(self)?;
        if self.peek() != Some(word) {
            return Ok(first);
        }
        let mut parts = alloc::vec![first];
        while self.take(word) {
            parts.push(part(self)?);
        }
        Ok(make(parts))
    }

    fn one(&mut self) -> Result<Condition, ConditionError> {
        if self.take("not") {
            return Ok(Condition::Not(Box::new(self.one()?)));
        }
        if self.take("(") {
            let inner = self.any()?;
            return if self.take(")") { Ok(inner) } else { Err(self.fault("`)`")) };
        }
        if self.take("always") {
            return Ok(Condition::Always);
        }
        let fact = self.id("a fact")?;
        self.test(fact)
    }

    fn id(&mut self, expected: &'static str) -> Result<Id, ConditionError> {
        let reserved = ["and", "or", "not", "always"];
        let id = self.peek().filter(|word| !reserved.contains(word)).and_then(Id::try_new);
        let id = id.ok_or_else(|| self.fault(expected))?;
        self.at += 1;
        Ok(id)
    }

    fn test(&mut self, fact: Id) -> Result<Condition, ConditionError> {
        if self.take("=") {
            return Ok(match self.limit() {
                Ok(limit) => Condition::Compare(fact, Comparison::Exactly, limit),
                Err(_) => Condition::Equals(fact, self.id("an option, a number or a day")?),
            });
        }
        let signs = [Comparison::AtMost, Comparison::AtLeast, Comparison::Less, Comparison::Greater];
        match signs.into_iter().find(|comparison| self.take(comparison.sign())) {
            Some(comparison) => Ok(Condition::Compare(fact, comparison, self.limit()?)),
            None => Ok(Condition::Is(fact)),
        }
    }

    fn limit(&mut self) -> Result<Limit, ConditionError> {
        let word = self.peek().unwrap_or_default();
        let limit = word.parse().map(Limit::Day).ok().or_else(|| word.parse().map(Limit::Number).ok());
        let limit = limit.ok_or_else(|| self.fault("a number or a day"))?;
        self.at += 1;
        Ok(limit)
    }
}
