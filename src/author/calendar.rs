//! `law/calendar/`: the years and the holidays' names, read into one calendar.

use std::path::Path;
use std::vec::Vec;

use serde::Deserialize;

use super::fault::LawError;
use super::files::Files;
use super::read::{Reader, Source};
use crate::calendar::{Calendar, CalendarYear, DayName};

/// What `calendar/names.toml` holds.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DayNames {
    /// The names.
    #[serde(rename = "name")]
    pub names: Vec<DayName>,
}

/// Reads the calendar of a law folder.
///
/// # Errors
///
/// Every file that cannot be read or does not follow the format, each with its line.
pub fn read_calendar(folder: &Path) -> Result<Calendar, Vec<LawError>> {
    let files = Files::read(folder)?;
    let mut reader = Reader { files: &files, errors: Vec::new() };
    let names: Option<Source<DayNames>> = reader.file("calendar/names.toml".as_ref());
    let years = files.within("calendar".as_ref()).into_iter().filter(|file| !file.ends_with("names.toml"));
    let years: Vec<Source<CalendarYear>> = years.filter_map(|file| reader.file(file)).collect();
    let as_of = years.iter().map(|year| year.value.as_of).max();
    match (names, as_of) {
        (Some(names), Some(as_of)) if reader.errors.is_empty() => {
            Ok(Calendar { as_of, names: names.value.names, years: years.into_iter().map(|year| year.value).collect() })
        }
        _ => Err(reader.errors),
    }
}
