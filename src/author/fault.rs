//! A fault in the law's files: what is wrong, where, and what to do.

use core::fmt;
use std::format;
use std::path::PathBuf;
use std::string::String;
use std::vec::Vec;

/// A fault in the law's files, found before anything is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawError {
    /// A stable code, such as `citation-unknown`.
    pub code: &'static str,
    /// What is wrong, in one line.
    pub message: String,
    /// The places involved, the faulty one first.
    pub at: Vec<Place>,
    /// What to do.
    pub help: String,
}

/// A place in a file, with a word on what stands there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, relative to the law folder.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// What stands there, where more than one place is shown.
    pub what: String,
}

/// The codes of all faults that reading and judging the law can find. Codes are kept: people look them up.
pub const CODES: [&str; 57] = [
    "act-unknown",
    "ask-missing",
    "ask-twice",
    "calendar-gap",
    "calendar-missing",
    "calendar-order",
    "case-differs",
    "case-missing",
    "channel-not-offered",
    "channel-unknown",
    "citation-missing",
    "combinations-too-many",
    "condition-never",
    "day-off-anyway",
    "day-twice",
    "document-twice",
    "document-unknown",
    "edition-gap",
    "edition-missing",
    "edition-overlap",
    "estimate-unsound",
    "fact-kind",
    "fact-unknown",
    "file-misplaced",
    "file-missing",
    "file-name",
    "form-missing",
    "form-twice",
    "format",
    "ground-missing",
    "group-conflict",
    "group-gap",
    "holiday-count",
    "holiday-unknown",
    "hours-backwards",
    "id-twice",
    "interval-backwards",
    "note-missing",
    "observed-alone",
    "observed-missing",
    "observed-unsound",
    "option-unknown",
    "otherwise-missing",
    "placeholder-differs",
    "placeholder-unknown",
    "regulation-overlap",
    "requirement-unreachable",
    "service-unknown",
    "swap-alone",
    "term-conflict",
    "term-gap",
    "text-alphabet",
    "text-blank",
    "text-markup",
    "unused",
    "weeks-missing",
    "file-unreadable",
];

impl LawError {
    /// Makes a fault with one place.
    pub fn new(code: &'static str, message: impl Into<String>, at: Place, help: impl Into<String>) -> Self {
        debug_assert!(CODES.contains(&code), "`{code}` is not among the codes");
        Self { code, message: message.into(), at: std::vec![at], help: help.into() }
    }

    /// Adds the other place involved.
    #[must_use]
    pub fn and(mut self, other: Place) -> Self {
        self.at.push(other);
        self
    }
}

impl fmt::Display for LawError {
    /// Writes the fault as it is printed: code and message, a line for each place, and help.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "error[{}]: {}", self.code, self.message)?;
        let places: Vec<_> = self.at.iter().map(|place| format!("{}:{}", place.file.display(), place.line)).collect();
        let width = places.iter().map(|place| place.chars().count()).max().unwrap_or(0);
        for (place, at) in places.iter().zip(&self.at) {
            write!(formatter, "\n  {}", format!("{place:width$}   {}", at.what).trim_end())?;
        }
        if self.help.is_empty() { Ok(()) } else { write!(formatter, "\n  help: {}", self.help) }
    }
}

impl core::error::Error for LawError {}
