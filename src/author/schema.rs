//! Schemas of the law's files for editors, generated from the types: they complete keys and mark what is no key.

use std::format;
use std::string::String;
use std::vec::Vec;

use schemars::{JsonSchema, schema_for};

use super::calendar::Holidays;
use super::cases::Cases;
use super::read::{Acts, Channels, Documents, FactKinds};
use crate::calendar::CalendarYear;
use crate::law::{Edition, Region, Service};

/// Gives the schema of each kind of file, with the name of the schema's own file.
pub fn schemas() -> Vec<(&'static str, String)> {
    std::vec![
        ("acts.json", schema::<Acts>()),
        ("calendar-names.json", schema::<Holidays>()),
        ("calendar-year.json", schema::<CalendarYear>()),
        ("cases.json", schema::<Cases>()),
        ("channels.json", schema::<Channels>()),
        ("documents.json", schema::<Documents>()),
        ("edition.json", schema::<Edition>()),
        ("facts.json", schema::<FactKinds>()),
        ("region.json", schema::<Region>()),
        ("service.json", schema::<Service>()),
    ]
}

fn schema<T: JsonSchema>() -> String {
    format!("{:#}\n", schema_for!(T).as_value())
}
