//! Loads the law for the other subcommands: from its files, or from bundles.

use std::fs;
use std::path::{Path, PathBuf};

use anstream::eprintln;
use anstyle::{AnsiColor, Style};
use qolhat::author::{self, LawError, Sources};
use qolhat::{BundleError, DaysOff, Standard, encode_bundle, encode_calendar};

use crate::Exit;

/// The file name of the built calendar.
pub const CALENDAR: &str = "calendar.qolhat";

/// The law as the engine reads it.
pub struct Loaded {
    /// The services, by their order.
    pub standards: Vec<Standard>,
    /// The days off.
    pub days_off: DaysOff,
}

impl Loaded {
    /// Gives the standard of a service.
    pub fn standard(&self, service: &str) -> Option<Standard> {
        self.standards.iter().find(|standard| standard.bundle.service.id == service).cloned()
    }
}

/// Loads a folder of the law's files (it has `acts.toml`) or of bundles (`*.qolhat`).
///
/// The files are read, not judged: `qolhat law check` does that.
///
/// # Errors
///
/// Every file that cannot be used; [`unusable`] prints them.
pub fn load(folder: &Path) -> Result<Loaded, Vec<LawError>> {
    let from_files = folder.join("acts.toml").exists();
    let bundles = if from_files { built(&author::read(folder)?) } else { read_bundles(folder)? };
    let (mut standards, mut days_off, mut faults) = (Vec::new(), None, Vec::new());
    for (file, bytes) in bundles {
        let read = if file.ends_with(CALENDAR) {
            DaysOff::decode(&bytes).map(|read| days_off = Some(read))
        } else {
            Standard::decode(&bytes).map(|read| standards.push(read))
        };
        faults.extend(read.err().map(|error| damaged(&file, error)));
    }
    standards.sort_by_key(|standard| (standard.bundle.service.order, standard.bundle.service.id.clone()));
    match days_off {
        Some(days_off) if faults.is_empty() && !standards.is_empty() => Ok(Loaded { standards, days_off }),
        _ if faults.is_empty() => Err(vec![missing(folder)]),
        _ => Err(faults),
    }
}

/// Builds the bundles of the law, each with its file's name.
pub fn built(sources: &Sources) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    for bundle in author::assemble(sources) {
        files.push((PathBuf::from(format!("{}.qolhat", bundle.service.id)), encode_bundle(&bundle)));
    }
    files.extend(author::assemble_calendar(sources).map(|calendar| (CALENDAR.into(), encode_calendar(&calendar))));
    files
}

/// Prints the faults and ends with [`Exit::Unusable`].
pub fn unusable(folder: &Path, faults: &[LawError]) -> Exit {
    print(folder, faults);
    Exit::Unusable
}

/// Prints faults of the law on standard error, each with its places and help.
pub fn print(folder: &Path, faults: &[LawError]) {
    let (red, bold) = (AnsiColor::Red.on_default().bold(), Style::new().bold());
    for fault in faults {
        let mut fault = fault.clone();
        for place in &mut fault.at {
            place.file = folder.join(&place.file);
        }
        let text = fault.to_string();
        let (head, rest) = text.split_once('\n').unwrap_or((&text, ""));
        let (code, message) = head.split_once(": ").unwrap_or((head, ""));
        eprintln!("{red}{code}{red:#}{bold}: {message}{bold:#}");
        eprintln!("{rest}");
    }
}

/// Makes a fault that has no place in a file.
pub fn fault(code: &'static str, message: String, help: impl Into<String>) -> LawError {
    LawError { code, message, at: Vec::new(), help: help.into() }
}

fn read_bundles(folder: &Path) -> Result<Vec<(PathBuf, Vec<u8>)>, Vec<LawError>> {
    let unreadable = |file: &Path, error: &std::io::Error| {
        let message = format!("cannot read `{}`: {error}", file.display());
        vec![fault("file-unreadable", message, "name the folder of the law with `--law`")]
    };
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "qolhat"));
    files.sort();
    let read = files.into_iter().map(|file| match fs::read(&file) {
        Ok(bytes) => Ok((file, bytes)),
        Err(error) => Err(unreadable(&file, &error)),
    });
    read.collect()
}

fn missing(folder: &Path) -> LawError {
    let message = format!("`{}` holds neither the law's files nor its bundles with `{CALENDAR}`", folder.display());
    fault(
        "law-missing",
        message,
        "name with `--law` a folder that has `acts.toml`, or one that `qolhat law build` wrote",
    )
}

fn damaged(file: &Path, error: BundleError) -> LawError {
    let message = format!("cannot use `{}`: {error}", file.display());
    fault(error.code(), message, "build it again with `qolhat law build`")
}
