//! The editions of a service tile the time from the first to the last: each day in force has exactly one.

use std::format;
use std::path::Path;
use std::vec::Vec;

use crate::author::fault::LawError;
use crate::author::read::{ServiceSource, Source};
use crate::clause::Verified;
use crate::law::Edition;

/// Finds misnamed files, unsound intervals, and texts not seen that do not say so.
pub fn check(service: &ServiceSource, faults: &mut Vec<LawError>) {
    let id = &service.service.value.id;
    named(&service.service, "id", id.as_str(), service.service.file.parent(), faults);
    for edition in &service.editions {
        named(edition, "from", &edition.value.id(), Some(&edition.file.with_extension("")), faults);
        backwards(edition, faults);
        unseen(edition, faults);
    }
    if service.editions.is_empty() {
        let at = service.service.at("id", "");
        let help = "write one in a file that is named by its first day, such as 2025-01-01.toml";
        faults.push(LawError::new("edition-missing", format!("`{id}` has no edition"), at, help));
    }
    let mut sorted: Vec<_> = service.editions.iter().collect();
    sorted.sort_by_key(|edition| edition.value.from);
    for (earlier, later) in sorted.iter().zip(sorted.iter().skip(1)) {
        faults.extend(seam(id.as_str(), earlier, later));
    }
}

/// Demands that a file or folder has the name of what is in it.
pub fn named<T>(source: &Source<T>, key: &str, expected: &str, path: Option<&Path>, faults: &mut Vec<LawError>) {
    let found = path.and_then(Path::file_name).unwrap_or_default();
    if found != expected {
        let message = format!("`{}` holds what must be named `{expected}`", found.display());
        faults.push(LawError::new("file-name", message, source.at(key, ""), "rename it, or correct what stands in it"));
    }
}

fn backwards(edition: &Source<Edition>, faults: &mut Vec<LawError>) {
    let from = edition.value.from;
    if let Some(to) = edition.value.to.filter(|to| *to < from) {
        let message = format!("the edition ends on {to}, before it begins on {from}");
        let fault = LawError::new(
            "interval-backwards",
            message,
            edition.at("to", "it ends here"),
            "`to` is the last day in force",
        );
        faults.push(fault.and(edition.at("from", "it begins here")));
    }
}

fn unseen(edition: &Source<Edition>, faults: &mut Vec<LawError>) {
    if edition.value.verified == Verified::NotSeen && edition.value.notes.is_empty() {
        let message = "the text in force was not seen, and no note says so to the reader";
        let help = "say in `notes` from which edition it was taken";
        faults.push(LawError::new("note-missing", message, edition.at("verified", ""), help));
    }
}

/// Judges the passage from one edition to the next.
fn seam(service: &str, earlier: &Source<Edition>, later: &Source<Edition>) -> Option<LawError> {
    let from = later.value.from;
    let starts = later.at("from", format!("this one starts on {from}"));
    let (to, ends) = match earlier.value.to {
        Some(to) => (to, earlier.at("to", format!("that one ends on {to}"))),
        None => return Some(endless(service, earlier, later)),
    };
    let help = format!("end the earlier edition on {}", from.previous());
    if to.next() < from {
        let (first, last) = (to.next(), from.previous());
        let message = format!("no edition of `{service}` is in force from {first} to {last}");
        return Some(LawError::new("edition-gap", message, starts, help).and(ends));
    }
    let message = format!("two editions of `{service}` are in force from {from} to {to}");
    (to >= from).then(|| LawError::new("edition-overlap", message, starts, help).and(ends))
}

fn endless(service: &str, earlier: &Source<Edition>, later: &Source<Edition>) -> LawError {
    let from = later.value.from;
    let message = format!("two editions of `{service}` are in force from {from}");
    let help = format!("end the earlier edition on {}", from.previous());
    let starts = later.at("from", format!("this one starts on {from}"));
    LawError::new("edition-overlap", message, starts, help).and(earlier.at("from", "that one has no end"))
}
