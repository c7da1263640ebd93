//! `tests/faults/<code>.txt`: what is changed in the sample law, and the faults that are then printed.
//!
//! A file names the files to change: `in FILE` with lines to take out (`-`) and to put in their place (`+`),
//! `add FILE`, `remove FILE`; then, after an empty line, what must be printed. `UPDATE_SNAPSHOTS=1` rewrites that part.

use std::collections::BTreeSet;
use std::fs;

use qolhat::author::{CODES, Files};

use super::{folder, printed, sample};

#[derive(Default)]
struct Change {
    file: String,
    old: Vec<String>,
    new: Vec<String>,
}

impl Change {
    fn make(&self, files: &mut Files) {
        let text = files.text(self.file.as_ref()).unwrap_or_else(|| panic!("no file {}", self.file));
        let lines = |lines: &[String]| lines.join("\n") + "\n";
        let (old, new) = (lines(&self.old), if self.new.is_empty() { String::new() } else { lines(&self.new) });
        assert_eq!(text.matches(&old).count(), 1, "{}: not there exactly once:\n{old}", self.file);
        let text = text.replace(&old, &new);
        files.write(&self.file, text);
    }
}

fn broken(instructions: &str) -> Files {
    let mut files = sample();
    let mut changes: Vec<Change> = Vec::new();
    for line in instructions.lines() {
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        match (verb, changes.last_mut()) {
            ("add", _) => files.write(rest, ""),
            ("remove", _) => files.remove(rest.as_ref()),
            ("in", _) => changes.push(Change { file: rest.into(), ..Change::default() }),
            ("-", Some(change)) => change.old.push(rest.into()),
            ("+", Some(change)) => change.new.push(rest.into()),
            _ => panic!("not understood: {line}"),
        }
    }
    for change in changes {
        change.make(&mut files);
    }
    files
}

/// The codes that have a broken sample, each with the instructions and what must be printed.
fn samples() -> Vec<(String, String, String)> {
    let mut samples = Vec::new();
    for entry in fs::read_dir(folder("tests/faults")).unwrap() {
        let path = entry.unwrap().path();
        let code = path.file_stem().unwrap().to_str().unwrap().to_string();
        let text = fs::read_to_string(&path).unwrap();
        let (instructions, expected) = text.split_once("\n\n").unwrap_or((text.trim_end(), ""));
        samples.push((code, instructions.to_string(), expected.to_string()));
    }
    samples.sort();
    samples
}

#[test]
fn the_sample_is_in_order() {
    assert_eq!(printed(&sample()), "");
}

#[test]
fn every_fault_is_printed_as_written() {
    let mut changed = Vec::new();
    for (code, instructions, expected) in samples() {
        let found = printed(&broken(&instructions));
        assert!(found.contains(&format!("error[{code}]: ")), "{code} is not found:\n{found}");
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            let file = folder("tests/faults").join(format!("{code}.txt"));
            fs::write(file, format!("{instructions}\n\n{found}")).unwrap();
        } else if found != expected {
            changed.push(format!("{code}: expected\n{expected}\nfound\n{found}"));
        }
    }
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}

#[test]
fn every_code_has_a_broken_sample() {
    let samples: BTreeSet<String> = samples().into_iter().map(|(code, ..)| code).collect();
    let mut codes: BTreeSet<String> = CODES.iter().map(|code| (*code).to_string()).collect();
    assert!(codes.remove("file-unreadable"), "it is no text's fault, see below");
    assert_eq!(codes, samples);
}

#[test]
fn every_code_is_explained() {
    let page = fs::read_to_string(folder("docs/law-faults.md")).unwrap();
    let explained: BTreeSet<&str> = page
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once(" | "))
        .flat_map(|(codes, _)| codes.split(", ").map(|code| code.trim_matches('`')))
        .collect();
    assert_eq!(explained, CODES.into_iter().collect());
}

#[test]
fn a_folder_that_is_not_there_is_said_to_be_unreadable() {
    let fault = Files::read("no/such/folder".as_ref()).unwrap_err().remove(0);
    assert_eq!((fault.code, fault.message.starts_with("cannot read the folder: ")), ("file-unreadable", true));
}

#[test]
fn faults_are_one_line_in_lower_case_with_help() {
    for (code, _, expected) in samples() {
        for line in expected.lines().filter_map(|line| line.strip_prefix("error[")) {
            let (_, message) = line.split_once("]: ").unwrap();
            assert!(!message.ends_with('.') && !message.starts_with(char::is_uppercase), "{code}: {message}");
        }
        let (errors, helps) = (expected.matches("error[").count(), expected.matches("\n  help: ").count());
        assert_eq!(errors, helps, "{code}: a fault without help");
    }
}
