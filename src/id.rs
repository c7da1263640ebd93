//! Names that grow with the law: ids of services, documents, facts, regions, and texts in three languages.
//!
//! Sets that the law enlarges are ids and not enums, so that a new service changes data and never this program.
//! Uses `wire` only.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::{Deserialize, Deserializer, Serialize};

use crate::wire::{Reader, Wire, wire};

/// Identifies a service, document, fact, channel, region or clause-bearing thing: lower-case ASCII letters, digits and
/// single hyphens, never translated and never reused.
///
/// # Example
///
/// ```
/// use qolhat::Id;
/// assert_eq!(Id::try_new("birth-certificate").map(|id| id.to_string()), Some("birth-certificate".into()));
/// assert_eq!(Id::try_new("Birth certificate"), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "author", schemars(description = "An id.", extend("pattern" = "^[a-z0-9]+(-[a-z0-9]+)*$")))]
#[serde(transparent)]
pub struct Id(String);

impl Id {
    /// Makes an id of `text`, or nothing where the text is not of an id's form.
    pub fn try_new(text: &str) -> Option<Self> {
        Self::is_sound(text).then(|| Self(text.into()))
    }

    /// Gives the id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn is_sound(text: &str) -> bool {
        let is_part = |part: &str| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        text.split('-').all(is_part)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl PartialEq<str> for Id {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Id {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::try_new(&text)
            .ok_or_else(|| serde::de::Error::custom("an id is lower-case letters, digits and single hyphens"))
    }
}

impl Wire for Id {
    fn write(&self, to: &mut Vec<u8>) {
        self.0.write(to);
    }

    #[inline(never)]
    fn read(from: &mut Reader<'_>) -> Self {
        let text = String::read(from);
        if !Self::is_sound(&text) {
            from.fail();
        }
        Self(text)
    }
}

wire! {
/// A language that every sentence exists in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Lang {
    /// Kazakh: the first language of the law and of this program.
    #[default]
    Kk,
    /// Russian: the law's other official text.
    Ru,
    /// English: a reading aid, never a legal text.
    En,
}
}

impl Lang {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Kk, Self::Ru, Self::En];

    /// Gives the language's code as the `lang` attribute wants it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kk => "kk",
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    /// Reads a language's code; `None` for any other.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

wire! {
/// A text in the three languages. Kazakh and Russian are law where an act is quoted; English is a reading aid.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// The Kazakh text.
    pub kk: String,
    /// The Russian text.
    pub ru: String,
    /// The English text.
    pub en: String,
}
}

impl Text {
    /// Gives the text in `lang`.
    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::Kk => &self.kk,
            Lang::Ru => &self.ru,
            Lang::En => &self.en,
        }
    }
}

/// Finds the id nearest to what was written, where one is near enough to be meant: a slip of at most a third of its
/// letters.
pub fn nearest<'a>(written: &str, ids: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    ids.map(|id| (distance(written, id), id))
        .filter(|(distance, id)| distance * 3 <= id.len().max(3))
        .min()
        .map(|(_, id)| id)
}

/// Counts the letters to insert, drop or change to make one text of the other.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (n, letter) in one.chars().enumerate() {
        let mut corner = n;
        let mut left = n + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, second) in row.iter_mut().skip(1).zip(other.chars()) {
            let changed = corner + usize::from(letter != second);
            corner = *cell;
            *cell = changed.min(corner + 1).min(left + 1);
            left = *cell;
        }
    }
    row.last().copied().unwrap_or_default()
}
