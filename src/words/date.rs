//! Days in words and in figures, by our own rules: browsers know no Kazakh dates.
//!
//! The names of months and weekdays stand in the words files, in each case that a sentence needs. Uses `day` and `id`.

use alloc::format;
use alloc::string::String;

use super::template::Case;
use super::{Word, key, label, say};
use crate::day::{Day, MonthDay};
use crate::id::Lang;

/// Says a day in words.
///
/// # Example
///
/// ```
/// use qolhat::words::date_long;
/// use qolhat::{Day, Lang};
/// let day: Day = "2026-09-14".parse().unwrap();
/// assert_eq!(date_long(day, Lang::Kk), "2026 жылғы 14 қыркүйек");
/// assert_eq!(date_long(day, Lang::Ru), "14 сентября 2026 года");
/// ```
pub fn date_long(day: Day, lang: Lang) -> String {
    in_words(day, key::MONTHS_OF_DAYS, lang)
}

/// Says a day in figures, the same in all three languages: `14.09.2026`.
pub fn date_short(day: Day) -> String {
    format!("{:02}.{:02}.{:04}", day.day(), day.month(), day.year())
}

/// Says a day in words so that «дейін» can follow: `2026 жылғы 14 қыркүйекке`. Russian and English stay as they are.
pub fn date_dative(day: Day, lang: Lang) -> String {
    in_words(day, key::MONTHS_DATIVE, lang)
}

/// Says a day of any year in words: `1 маусым`, `1 июня`, `1 June`.
pub fn date_of_year(day: MonthDay, lang: Lang) -> String {
    let month = nth(key::MONTHS_OF_DAYS, day.month().saturating_sub(1), lang);
    say(lang, key::DATE_OF_YEAR, &[("day", day.day().into()), ("month", month.into())])
}

/// Names the day of the week.
pub fn weekday_name(day: Day, lang: Lang) -> &'static str {
    nth(key::WEEKDAYS, day.weekday(), lang)
}

/// Names a month, 1 to 12, as a heading names it; empty for any other number.
pub fn month_name(month: u32, lang: Lang) -> &'static str {
    month.checked_sub(1).map_or("", |place| nth(key::MONTHS, place, lang))
}

/// Says a day as a template asks for it.
pub(super) fn date_in_case(day: Day, case: Case, lang: Lang) -> String {
    match case {
        Case::Short => date_short(day),
        Case::Dative => date_dative(day, lang),
        Case::Locative => in_words(day, key::MONTHS_LOCATIVE, lang),
        Case::Ablative => in_words(day, key::MONTHS_ABLATIVE, lang),
    }
}

fn in_words(day: Day, months: Word, lang: Lang) -> String {
    let month = nth(months, day.month().saturating_sub(1), lang);
    say(lang, key::DATE_LONG, &[("year", day.year().into()), ("month", month.into()), ("day", day.day().into())])
}

/// Takes the word at `place`, from 0, of a row of words.
fn nth(row: Word, place: u32, lang: Lang) -> &'static str {
    usize::try_from(place).ok().and_then(|place| label(lang, row).split(' ').nth(place)).unwrap_or_default()
}
