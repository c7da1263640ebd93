//! Citations: an act and a place in it, which can be said in three languages, and how they were verified.
//!
//! People write `order-179, annex 3, point 9, item 2`; bundles hold the parts. Uses `id` and `wire`.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::id::Id;
use crate::wire::wire;

wire! {
/// An act and a place in it.
///
/// # Example
///
/// ```
/// use qolhat::Citation;
/// let citation: Citation = "order-179, annex 3, point 9, item 2".parse().unwrap();
/// assert_eq!(citation.act, "order-179");
/// assert_eq!(citation.to_string(), "order-179, annex 3, point 9, item 2");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation {
    /// The act.
    pub act: Id,
    /// The place in it, from the outside in; empty for the whole act.
    pub clause: Vec<(Part, String)>,
}

/// How a fact of the law was verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Verified {
    /// The text of the act itself was read, in the edition named.
    Primary,
    /// A page that reproduces or summarises the act was read.
    Secondary,
    /// The text in force was not seen: taken from the edition that a note names.
    NotSeen,
    /// Our reading of a text that does not say it expressly: shown as an assumption.
    Assumed,
}

/// A kind of part of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Part {
    /// Қосымша, приложение.
    Annex,
    /// Тарау, глава.
    Chapter,
    /// Бап, статья.
    Article,
    /// Тармақ, пункт.
    Point,
    /// Тармақша, подпункт.
    Item,
    /// Бөлік, часть.
    Section,
    /// Абзац.
    Paragraph,
    /// Жол, строка (of a table).
    Row,
}
}

impl Part {
    /// All parts, from the outside in.
    pub const ALL: [Self; 8] =
        [Self::Annex, Self::Chapter, Self::Article, Self::Point, Self::Item, Self::Section, Self::Paragraph, Self::Row];

    /// The word by which people write the part in the law's files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Annex => "annex",
            Self::Chapter => "chapter",
            Self::Article => "article",
            Self::Point => "point",
            Self::Item => "item",
            Self::Section => "section",
            Self::Paragraph => "paragraph",
            Self::Row => "row",
        }
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.act)?;
        for (part, number) in &self.clause {
            write!(formatter, ", {} {number}", part.word())?;
        }
        Ok(())
    }
}

/// Why a text is not a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitationError {
    /// The part of the text that was not understood.
    pub found: String,
}

impl fmt::Display for CitationError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "a citation is an act's id, then parts such as `annex 3`, `article 20`, `point 9`, `item 2`, `row 8`, \
             with commas between; found `{}`",
            self.found
        )
    }
}

impl core::error::Error for CitationError {}

impl core::str::FromStr for Citation {
    type Err = CitationError;

    fn from_str(text: &str) -> Result<Self, CitationError> {
        let fault = |found: &str| CitationError { found: found.to_string() };
        let mut pieces = text.split(',').map(str::trim);
        let act = pieces.next().and_then(Id::try_new).ok_or_else(|| fault(text))?;
        let clause = pieces
            .map(|piece| {
                let (word, number) = piece.split_once(' ').ok_or_else(|| fault(piece))?;
                let part = Part::ALL.into_iter().find(|part| part.word() == word).ok_or_else(|| fault(piece))?;
                Ok((part, number.trim().to_string()))
            })
            .collect::<Result<_, _>>()?;
        Ok(Self { act, clause })
    }
}

impl Serialize for Citation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Citation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "author")]
impl schemars::JsonSchema for Citation {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Citation".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[a-z0-9-]+(, (annex|chapter|article|point|item|section|paragraph|row) .+)*$" })
    }
}
