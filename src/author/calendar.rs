//! `law/calendar/`: the years and the holidays' names, read into one calendar.

use std::vec::Vec;

use serde::Deserialize;

use super::fault::LawError;
use super::read::Source;
use crate::calendar::{Calendar, CalendarYear, DayName};
use crate::id::{Id, Text};

/// The calendar's files, with what they say.
#[derive(Clone, Debug)]
pub struct CalendarSource {
    /// `calendar/names.toml`.
    pub names: Source<Holidays>,
    /// `calendar/<year>.toml`, sorted by year.
    pub years: Vec<Source<CalendarYear>>,
}

/// What `calendar/names.toml` holds.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Holidays {
    /// The holidays.
    #[serde(rename = "name")]
    pub names: Vec<Holiday>,
}

/// A holiday: its name, and what the lint needs to see that no day of it is missing.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Holiday {
    /// Its id, by which days refer to it.
    pub id: Id,
    /// The name, as the law gives it.
    pub name: Text,
    /// How many days of it a year has, in which years.
    pub a_year: Vec<DaysAYear>,
    /// Set where another day is off when it falls on a weekly day off (Law on holidays, article 5).
    #[serde(default)]
    pub observed: bool,
}

/// How many days of a holiday each year has, between two years.
#[derive(Clone, Copy, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DaysAYear {
    /// How many days.
    pub days: usize,
    /// The first such year; absent where it is older than the calendar.
    #[serde(default)]
    pub from: Option<i32>,
    /// The last such year, included; absent while the law is in force.
    #[serde(default)]
    pub to: Option<i32>,
}

impl CalendarSource {
    /// Makes the calendar that the engine reads, or nothing where there is no year.
    pub fn calendar(&self) -> Option<Calendar> {
        let mut years: Vec<_> = self.years.iter().map(|year| year.value.clone()).collect();
        years.sort_by_key(|year| year.year);
        let holidays = self.names.value.names.iter();
        let names = holidays.map(|holiday| DayName { id: holiday.id.clone(), name: holiday.name.clone() }).collect();
        Some(Calendar { as_of: years.iter().map(|year| year.as_of).max()?, names, years })
    }
}

impl Holiday {
    /// Counts the days that `year` has of it.
    pub fn days_in(&self, year: i32) -> usize {
        let then = |some: &&DaysAYear| some.from.is_none_or(|from| from <= year) && some.to.is_none_or(|to| year <= to);
        self.a_year.iter().filter(then).map(|some| some.days).sum()
    }
}

/// The fault of a calendar without any year.
pub fn no_year(names: &Source<Holidays>) -> LawError {
    let help = "write one in calendar/<year>.toml";
    LawError::new("calendar-missing", "there is no year in the calendar", names.at("name", ""), help)
}
