//! A fault in the law's files: what is wrong, where, and what to do.

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

impl LawError {
    /// Makes a fault with one place.
    pub fn new(code: &'static str, message: impl Into<String>, at: Place, help: impl Into<String>) -> Self {
        Self { code, message: message.into(), at: std::vec![at], help: help.into() }
    }

    /// Adds the other place involved.
    #[must_use]
    pub fn and(mut self, other: Place) -> Self {
        self.at.push(other);
        self
    }
}
