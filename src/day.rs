//! Civil days and times of day, without a zone and without a clock.
//!
//! A thin face over `chrono`'s proleptic Gregorian date: ISO 8601 in and out, and the few steps the law needs.
//! Uses `wire` only.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::wire::{Reader, Wire};

/// A civil day, such as 2026-09-14, in the years 1900 to 2199.
///
/// # Example: a month later, where the month is shorter
///
/// ```
/// use qolhat::Day;
/// let day: Day = "2026-01-31".parse().unwrap();
/// assert_eq!(day.plus_months(1).unwrap().to_string(), "2026-02-28"); // Civil Code, article 174
/// assert!("2026-02-30".parse::<Day>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

/// Why a text is not a day or a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormError;

impl fmt::Display for FormError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("expected a day as YYYY-MM-DD or a time as HH:MM")
    }
}

impl core::error::Error for FormError {}

impl Day {
    /// 1 January 1970, from which clocks count.
    pub const EPOCH: Self = match NaiveDate::from_epoch_days(0) {
        Some(epoch) => Self(epoch),
        None => Self(NaiveDate::MIN),
    };

    /// Makes a day of year, month (1 to 12) and day of the month, or nothing where there is no such day.
    pub fn try_new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).and_then(Self::within)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The day of the week: 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u32 {
        self.0.weekday().num_days_from_monday()
    }

    /// The day `count` days later (earlier where negative).
    pub fn plus_days(self, count: i64) -> Option<Self> {
        let days = Days::new(count.unsigned_abs());
        let moved = if count < 0 { self.0.checked_sub_days(days) } else { self.0.checked_add_days(days) };
        moved.and_then(Self::within)
    }

    /// The same day number `count` months later, or the month's last day where it has no such number
    /// (Civil Code of Kazakhstan, article 174).
    pub fn plus_months(self, count: u32) -> Option<Self> {
        self.0.checked_add_months(Months::new(count)).map(Self)
    }

    /// The day after; the calendar's last day is followed by itself.
    #[must_use]
    pub fn next(self) -> Self {
        self.plus_days(1).unwrap_or(self)
    }

    /// The day before; the calendar's first day is preceded by itself.
    #[must_use]
    pub fn previous(self) -> Self {
        self.plus_days(-1).unwrap_or(self)
    }

    /// Counts the days from `self` to `other`: negative where `other` is earlier.
    pub fn days_until(self, other: Self) -> i64 {
        other.0.signed_duration_since(self.0).num_days()
    }

    fn within(day: NaiveDate) -> Option<Self> {
        (1900..2200).contains(&day.year()).then_some(Self(day))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl FromStr for Day {
    type Err = FormError;

    fn from_str(text: &str) -> Result<Self, FormError> {
        let mut parts = text.split('-');
        let mut part = |length: usize| {
            parts
                .next()
                .filter(|digits| digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit()))
                .and_then(|digits| digits.parse::<u32>().ok())
        };
        let (year, month, day) = (part(4), part(2), part(2));
        let end = parts.next().is_none();
        match (year, month, day, end) {
            (Some(year), Some(month), Some(day), true) => {
                i32::try_from(year).ok().and_then(|year| Self::try_new(year, month, day)).ok_or(FormError)
            }
            _ => Err(FormError),
        }
    }
}

/// A time of day in whole minutes, 00:00 to 23:59.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// Makes a time of hour (0 to 23) and minute (0 to 59).
    pub fn try_new(hour: u16, minute: u16) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self(hour * 60 + minute))
    }

    /// Minutes since midnight.
    pub fn minutes(self) -> u16 {
        self.0
    }

    /// The time `minutes` later, if it is still the same day.
    pub fn plus_minutes(self, minutes: u16) -> Option<Self> {
        self.0.checked_add(minutes).filter(|sum| *sum < 24 * 60).map(Self)
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for TimeOfDay {
    type Err = FormError;

    fn from_str(text: &str) -> Result<Self, FormError> {
        let (hour, minute) = text.split_once(':').ok_or(FormError)?;
        let two_digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        if !two_digits(hour) || !two_digits(minute) {
            return Err(FormError);
        }
        let (hour, minute) = (hour.parse().map_err(|_| FormError)?, minute.parse().map_err(|_| FormError)?);
        Self::try_new(hour, minute).ok_or(FormError)
    }
}

/// A day of any year, such as 30 August, written `08-30`. 29 February is not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MonthDay {
    month: u8,
    day: u8,
}

impl MonthDay {
    fn try_new(month: u32, day: u32) -> Option<Self> {
        // 2001 is a common year, so that 29 February is refused.
        Day::try_new(2001, month, day)?;
        Some(Self { month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? })
    }

    /// Gives this day in `year`.
    pub fn in_year(self, year: i32) -> Option<Day> {
        Day::try_new(year, self.month.into(), self.day.into())
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.month.into()
    }

    /// The day of the month.
    pub fn day(self) -> u32 {
        self.day.into()
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}-{:02}", self.month, self.day)
    }
}

impl FromStr for MonthDay {
    type Err = FormError;

    fn from_str(text: &str) -> Result<Self, FormError> {
        let day: Day = alloc::format!("2001-{text}").parse()?;
        Self::try_new(day.month(), day.day()).ok_or(FormError)
    }
}

impl Wire for Day {
    /// Days since the beginning of the first year.
    fn write(&self, to: &mut Vec<u8>) {
        self.0.num_days_from_ce().write(to);
    }

    #[inline(never)]
    fn read(from: &mut Reader<'_>) -> Self {
        let day = NaiveDate::from_num_days_from_ce_opt(Wire::read(from));
        day.and_then(Self::within).unwrap_or_else(|| {
            from.fail();
            Self::EPOCH
        })
    }
}

impl Wire for TimeOfDay {
    /// Minutes since midnight.
    fn write(&self, to: &mut Vec<u8>) {
        self.0.write(to);
    }

    #[inline(never)]
    fn read(from: &mut Reader<'_>) -> Self {
        let minutes = u16::read(from);
        Self(0).plus_minutes(minutes).unwrap_or_else(|| {
            from.fail();
            Self(0)
        })
    }
}

impl Wire for MonthDay {
    /// A hundred times the month, and the day of the month.
    fn write(&self, to: &mut Vec<u8>) {
        (u16::from(self.month) * 100 + u16::from(self.day)).write(to);
    }

    #[inline(never)]
    fn read(from: &mut Reader<'_>) -> Self {
        let number = u32::from(u16::read(from));
        Self::try_new(number / 100, number % 100).unwrap_or_else(|| {
            from.fail();
            Self { month: 1, day: 1 }
        })
    }
}

/// People write these as text, in TOML and in JSON.
macro_rules! as_text {
    ($type:ty, $pattern:literal) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }

        #[cfg(feature = "author")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> alloc::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern })
            }
        }
    };
}

as_text!(Day, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
as_text!(TimeOfDay, "^[0-9]{2}:[0-9]{2}$");
as_text!(MonthDay, "^[0-9]{2}-[0-9]{2}$");
