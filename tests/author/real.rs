//! The law of this repository is in order, and nothing can be taken out of it unseen.

use qolhat::author::Files;

use super::{printed, real};

#[test]
fn the_law_is_in_order() {
    assert_eq!(printed(&real()), "");
}

/// The files from which something is taken out: one of each kind.
const FILES: [&str; 8] = [
    "acts.toml",
    "documents.toml",
    "facts.toml",
    "channels.toml",
    "calendar/2026.toml",
    "regions/karaganda.toml",
    "services/duplicates/service.toml",
    "services/duplicates/2016-03-01.toml",
];

/// The law of one service without its cases: small enough to be judged many times. What the other services use is
/// unused in it, so that a removal is seen by what it adds to these faults.
fn part() -> Files {
    let mut files = real();
    let names: Vec<_> = files.names().map(std::path::Path::to_path_buf).collect();
    for name in names {
        let other = name.starts_with("services") && !name.starts_with("services/duplicates");
        if other || name.iter().any(|part| part == "cases") {
            files.remove(&name);
        }
    }
    files
}

/// Gives the file without the line that is the `place`th of which `taken` takes something.
fn without(files: &Files, file: &str, place: usize, taken: impl Fn(&str) -> Option<String>) -> Option<(Files, String)> {
    let text = files.text(file.as_ref()).unwrap();
    let mut lines: Vec<String> = text.lines().map(String::from).collect();
    let candidates: Vec<usize> = (0..lines.len()).filter(|at| taken(&lines[*at]).is_some()).collect();
    let at = *candidates.get(place.checked_rem(candidates.len())?)?;
    let line = lines[at].clone();
    lines[at] = taken(&line)?;
    let mut files = files.clone();
    files.write(file, lines.join("\n"));
    Some((files, format!("{file}:{}: {line}", at + 1)))
}

/// Takes something out of each file, and demands that it is seen. `least` is the number of files that have it.
fn every_removal_is_seen(place: usize, least: usize, taken: impl Fn(&str) -> Option<String>) {
    let files = part();
    let before = printed(&files);
    let removals: Vec<_> = FILES.iter().filter_map(|file| without(&files, file, place, &taken)).collect();
    assert!(removals.len() >= least, "only {} places to take something out of", removals.len());
    for (files, line) in removals {
        assert_ne!(printed(&files), before, "taken out unseen: {line}");
    }
}

#[test]
fn a_citation_cannot_be_taken_out() {
    every_removal_is_seen(7, 2, |line| line.trim_start().starts_with("cite = [").then(String::new));
    // Nor made empty, also where it stands in the middle of a line.
    every_removal_is_seen(3, 4, |line| {
        let (before, rest) = line.split_once("cite = [")?;
        let (_, after) = rest.split_once(']')?;
        Some(format!("{before}cite = []{after}"))
    });
}

#[test]
fn a_text_cannot_be_taken_out() {
    for (place, language) in ["kk", "ru", "en"].into_iter().enumerate() {
        every_removal_is_seen(place, 7, |line| {
            let (before, rest) = line.split_once(&format!("{language} = \""))?;
            let (_, after) = rest.split_once('"')?;
            Some(format!("{before}{language} = \"\"{after}"))
        });
        every_removal_is_seen(place, 3, |line| line.contains(&format!(".{language} = \"")).then(String::new));
    }
}

#[test]
fn a_verification_cannot_be_taken_out() {
    every_removal_is_seen(1, 2, |line| line.trim_start().starts_with("verified = ").then(String::new));
}

#[test]
fn a_calendar_line_cannot_be_taken_out() {
    let files = part();
    let before = printed(&files);
    for place in 0..8 {
        let taken = |line: &str| line.trim_start().starts_with("{ day = ").then(String::new);
        let (files, line) = without(&files, "calendar/2026.toml", 2 * place, taken).unwrap();
        assert_ne!(printed(&files), before, "taken out unseen: {line}");
    }
}
