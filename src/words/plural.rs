//! Numbers with their nouns: one rule per language.
//!
//! The forms stand in the templates; here is only which of them a number takes. Uses `id`.

use alloc::string::String;

use super::{Word, key, say};
use crate::id::Lang;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Working days.
    WorkingDay,
    /// Calendar days.
    CalendarDay,
    /// Months.
    Month,
    /// Copies of a document.
    Copy,
}

/// Says a number with its noun.
///
/// # Example
///
/// ```
/// use qolhat::Lang;
/// use qolhat::words::{Noun, count};
/// assert_eq!(count(21, Noun::WorkingDay, Lang::Ru), "21 рабочий день");
/// assert_eq!(count(5, Noun::WorkingDay, Lang::Kk), "5 жұмыс күні");
/// ```
pub fn count(number: impl Into<i64>, noun: Noun, lang: Lang) -> String {
    say(lang, noun.word(), &[("n", number.into().into())])
}

impl Noun {
    const fn word(self) -> Word {
        match self {
            Self::Minute => key::UNIT_MINUTE,
            Self::Hour => key::UNIT_HOUR,
            Self::WorkingDay => key::UNIT_WORKING_DAY,
            Self::CalendarDay => key::UNIT_CALENDAR_DAY,
            Self::Month => key::UNIT_MONTH,
            Self::Copy => key::UNIT_COPY,
        }
    }
}

/// Picks the form that `number` takes of `forms`, which stand with bars between: one in Kazakh, whose noun stays
/// singular after a number; one and other in English; one, few and many in Russian.
pub(super) fn form(number: i64, forms: &str, lang: Lang) -> &str {
    forms.split('|').nth(place(number, lang)).unwrap_or_default()
}

fn place(number: i64, lang: Lang) -> usize {
    let number = number.unsigned_abs();
    match lang {
        Lang::Kk => 0,
        Lang::En => usize::from(number != 1),
        Lang::Ru => match (number % 10, number % 100) {
            (_, 11..=14) => 2,
            (1, _) => 0,
            (2..=4, _) => 1,
            _ => 2,
        },
    }
}
