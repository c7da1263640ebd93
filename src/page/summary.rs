//! What a host page may know of the checker it holds: the package without who it is about, and the verdict with its dates.
//!
//! Both are written as JSON. There is nothing in them that would have to be escaped: ids, days, times and numbers alone.

use alloc::string::String;
use core::fmt::Write;

use crate::facts::Answer;
use crate::package::Item;
use crate::report::Report;

/// Writes what a report was made of: the package, as the crate, the command and the npm package take it.
pub fn package(report: &Report) -> String {
    let package = &report.replay.package;
    let mut json = Json::default();
    json.text("service", package.service.as_str());
    if let Some(region) = &package.region {
        json.text("region", region.as_str());
    }
    json.text("channel", package.channel.as_str());
    if let Some(visit) = package.visit {
        json.said("visit", &visit);
    }
    if let Some(time) = package.time {
        json.said("time", &time);
    }
    json.open("facts", '{');
    for (fact, answer) in package.facts.iter() {
        match answer {
            Answer::YesNo(yes) => json.bare(fact.as_str(), yes),
            Answer::Number(number) => json.bare(fact.as_str(), number),
            Answer::Choice(option) => json.text(fact.as_str(), option.as_str()),
            Answer::Day(day) => json.said(fact.as_str(), day),
        }
    }
    json.close('}');
    json.open("documents", '[');
    package.documents.iter().for_each(|brought| item(&mut json, brought));
    json.close(']');
    json.end()
}

fn item(json: &mut Json, item: &Item) {
    json.open("", '{');
    json.text("document", item.document.as_str());
    if let Some(form) = item.form {
        json.text("form", form.as_str());
    }
    if let Some(copies) = item.copies {
        json.bare("copies", &copies);
    }
    for (key, day) in [("issued", item.issued), ("expires", item.expires)] {
        if let Some(day) = day {
            json.said(key, &day);
        }
    }
    if item.undated {
        json.bare("undated", &true);
    }
    for (key, said) in [("registrationMark", item.registration_mark), ("originalShown", item.original_shown)] {
        if let Some(said) = said {
            json.bare(key, &said);
        }
    }
    json.close('}');
}

/// Writes the verdict on what was typed: its code, the day the result is due, the earliest, the codes of what was found,
/// the edition and the law's hash.
pub fn report(report: &Report) -> String {
    let mut json = Json::default();
    json.text("service", report.service.id.as_str());
    json.text("verdict", report.verdict.as_str());
    let timeline = report.timeline.as_ref();
    let due = timeline.and_then(|timeline| timeline.terms.iter().find(|term| term.main)?.due);
    for (key, day) in [("due", due), ("earliest", timeline.and_then(|timeline| timeline.earliest))] {
        if let Some(day) = day {
            json.said(key, &day);
        }
    }
    if let Some(law) = &report.law {
        json.said("edition", &law.from);
    }
    json.open("findings", '[');
    for finding in &report.findings {
        json.text("", finding.code.as_str());
    }
    json.close(']');
    json.said("law", &report.replay.law);
    json.end()
}

/// An object of plain values as JSON.
struct Json(String);

impl Default for Json {
    fn default() -> Self {
        Self("{".into())
    }
}

impl Json {
    fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }

    fn key(&mut self, key: &str) {
        if !self.0.ends_with(['{', '[']) {
            self.0.push(',');
        }
        if !key.is_empty() {
            self.0.push('"');
            self.0.push_str(key);
            self.0.push_str("\":");
        }
    }

    fn bare(&mut self, key: &str, value: &dyn core::fmt::Display) {
        self.key(key);
        // Writing to a text does not fail.
        let _ = write!(self.0, "{value}");
    }

    fn said(&mut self, key: &str, value: &dyn core::fmt::Display) {
        self.key(key);
        let _ = write!(self.0, "\"{value}\"");
    }

    fn text(&mut self, key: &str, value: &str) {
        self.said(key, &value);
    }

    fn open(&mut self, key: &str, bracket: char) {
        self.key(key);
        self.0.push(bracket);
    }

    fn close(&mut self, bracket: char) {
        self.0.push(bracket);
    }
}
