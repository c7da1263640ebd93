//! What people read: every sentence of the engine in Kazakh, Russian and English, with dates, plurals and lists.
//!
//! The sentences stand in `words/<lang>.toml`. The build makes a constant of each key, so that a sentence that is
//! missing in any language is a compile error and nothing is looked up by name at run time. The page alone has each
//! language's sentences in a file of their own, so that nobody waits for a language they do not read: [`take`].
//! Uses `id` and `day`.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};

use crate::day::{Day, TimeOfDay};
use crate::id::Lang;

pub mod cite;
#[cfg(feature = "author")]
pub mod condition;
mod date;
pub mod finding;
mod list;
mod plural;
mod store;
mod template;

pub use date::{date_dative, date_long, date_of_year, date_short, month_name, weekday_name};
pub use list::{append, compare, list_and, list_or};
pub use plural::{Noun, count};
#[cfg(feature = "author")]
pub use store::file;
pub use store::{WordsError, take};

use template::{Piece, Shape, pieces};

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// A sentence or label that exists in every language. The words are the constants of [`key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(u16);

/// What fills a slot of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Words, said as they are; they are never a template.
    Text(Cow<'a, str>),
    /// A whole number, said with the form of its noun where the sentence gives one.
    Number(i64),
    /// A day, said long, or in the case that the sentence asks for.
    Day(Day),
    /// A time of day, said as `HH:MM`.
    Time(TimeOfDay),
}

/// Says a sentence. A slot whose value is not given stays visible as `{name}`.
///
/// # Example
///
/// ```
/// use qolhat::{Day, Lang};
/// use qolhat::words::{key, say};
/// let day: Day = "2026-09-17".parse().unwrap();
/// assert_eq!(say(Lang::Ru, key::DATE_DUE, &[("day", day.into())]), "не позднее 17 сентября 2026 года");
/// ```
pub fn say(lang: Lang, word: Word, values: &[(&str, Value<'_>)]) -> String {
    fill(lang, word.template(lang), values)
}

/// Fills the slots of a sentence that stands in the law's files, as [`say`] does those of a word.
pub fn fill(lang: Lang, template: &str, values: &[(&str, Value<'_>)]) -> String {
    let mut said = String::new();
    for piece in pieces(template) {
        match piece {
            Piece::Words(words) => said.push_str(words),
            Piece::Slot(name, shape) => match values.iter().find(|(given, _)| *given == name) {
                Some((_, value)) => said.push_str(&value.said(shape, lang)),
                None => said.extend(["{", name, "}"]),
            },
        }
    }
    said
}

/// Gives a word that has no slots.
pub fn label(lang: Lang, word: Word) -> &'static str {
    word.template(lang)
}

impl Word {
    fn template(self, lang: Lang) -> &'static str {
        store::templates(lang).get(usize::from(self.0)).copied().unwrap_or_default()
    }
}

impl Value<'_> {
    fn said(&self, shape: Shape<'_>, lang: Lang) -> Cow<'_, str> {
        match (self, shape) {
            (Self::Text(text), _) => Cow::Borrowed(text),
            (Self::Number(number), Shape::Forms(forms)) => {
                format!("{number} {}", plural::form(*number, forms, lang)).into()
            }
            (Self::Number(number), _) => number.to_string().into(),
            (Self::Day(day), Shape::Case(case)) => date::date_in_case(*day, case, lang).into(),
            (Self::Day(day), _) => date_long(*day, lang).into(),
            (Self::Time(time), _) => time.to_string().into(),
        }
    }
}

/// Makes a value of what a caller has.
macro_rules! value_from {
    ($($type:ty => $from:expr),* $(,)?) => {$(
        impl<'a> From<$type> for Value<'a> {
            fn from(value: $type) -> Self {
                ($from)(value)
            }
        }
    )*};
}

value_from! {
    &'a str => |text| Self::Text(Cow::Borrowed(text)),
    &'a String => |text: &'a String| Self::Text(Cow::Borrowed(text)),
    String => |text| Self::Text(Cow::Owned(text)),
    i64 => Self::Number,
    i32 => |number| Self::Number(i64::from(number)),
    u32 => |number| Self::Number(i64::from(number)),
    u16 => |number| Self::Number(i64::from(number)),
    u8 => |number| Self::Number(i64::from(number)),
    Day => Self::Day,
    TimeOfDay => Self::Time,
}
