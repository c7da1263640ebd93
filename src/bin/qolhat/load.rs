//! Loads the law for the other subcommands: from its files, or from bundles.

use std::fs;
use std::path::Path;

use anstream::eprintln;
use anstyle::{AnsiColor, Style};
use qolhat::author::{self, LawError, Place};
use qolhat::{BundleError, DaysOff, Standard, encode_bundle, encode_calendar};

use crate::Exit;

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
/// # Errors
///
/// Every file that cannot be used; [`unusable`] prints them.
pub fn load(folder: &Path) -> Result<Loaded, Vec<LawError>> {
    if folder.join("acts.toml").exists() { from_files(folder) } else { from_bundles(folder) }
}

/// Prints the faults and ends with [`Exit::Unusable`].
pub fn unusable(folder: &Path, faults: &[LawError]) -> Exit {
    print(folder, faults);
    Exit::Unusable
}

/// Prints faults of the law on standard error, each with its places and help.
pub fn print(folder: &Path, faults: &[LawError]) {
    let (red, bold, plain) = (AnsiColor::Red.on_default().bold(), Style::new().bold(), anstyle::Reset);
    for fault in faults {
        eprintln!("{red}error[{}]{plain}{bold}: {}{plain}", fault.code, fault.message);
        let places: Vec<_> = fault.at.iter().map(|place| shown(folder, place)).collect();
        let width = places.iter().map(|place| place.chars().count()).max().unwrap_or(0);
        for (place, at) in places.iter().zip(&fault.at) {
            eprintln!("  {}", format!("{place:width$}   {}", at.what).trim_end());
        }
        if !fault.help.is_empty() {
            eprintln!("  {bold}help{plain}: {}", fault.help);
        }
    }
}

fn shown(folder: &Path, place: &Place) -> String {
    format!("{}:{}", folder.join(&place.file).display(), place.line)
}

fn from_files(folder: &Path) -> Result<Loaded, Vec<LawError>> {
    let sources = author::read(folder)?;
    let unwritable = |error| vec![fault(folder, error)];
    // Through bytes and back: what is checked is what would be published.
    let bundles = author::assemble(&sources);
    let standards = bundles.iter().map(|bundle| encode_bundle(bundle).and_then(|bytes| Standard::decode(&bytes)));
    let standards = standards.collect::<Result<_, _>>().map_err(unwritable)?;
    let calendar = author::assemble_calendar(&sources).ok_or_else(|| vec![nothing(folder)])?;
    let days_off = encode_calendar(&calendar).and_then(|bytes| DaysOff::decode(&bytes)).map_err(unwritable)?;
    Ok(Loaded { standards, days_off })
}

fn from_bundles(folder: &Path) -> Result<Loaded, Vec<LawError>> {
    let entries = fs::read_dir(folder).map_err(|error| vec![unreadable(folder, &error)])?;
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "qolhat"));
    let (mut standards, mut calendar, mut faults) = (Vec::new(), None, Vec::new());
    for file in files {
        match fs::read(&file) {
            Err(error) => faults.push(unreadable(&file, &error)),
            Ok(bytes) => match Standard::decode(&bytes) {
                Ok(standard) => standards.push(standard),
                Err(BundleError::Kind) => match DaysOff::decode(&bytes) {
                    Ok(days_off) => calendar = Some(days_off),
                    Err(error) => faults.push(fault(&file, error)),
                },
                Err(error) => faults.push(fault(&file, error)),
            },
        }
    }
    standards.sort_by_key(|standard| (standard.bundle.service.order, standard.bundle.service.id.clone()));
    match calendar {
        Some(days_off) if faults.is_empty() && !standards.is_empty() => Ok(Loaded { standards, days_off }),
        _ if faults.is_empty() => Err(vec![nothing(folder)]),
        _ => Err(faults),
    }
}

fn nothing(folder: &Path) -> LawError {
    LawError {
        code: "law-missing",
        message: format!("`{}` holds neither the law's files nor bundles of services and a calendar", folder.display()),
        at: Vec::new(),
        help: "name the folder with `--law`: one that holds `acts.toml`, or one that `qolhat law build` wrote".into(),
    }
}

fn unreadable(file: &Path, error: &std::io::Error) -> LawError {
    LawError {
        code: "file-unreadable",
        message: format!("cannot read `{}`: {error}", file.display()),
        at: Vec::new(),
        help: "name the folder of the law with `--law`".into(),
    }
}

fn fault(file: &Path, error: BundleError) -> LawError {
    LawError {
        code: error.code(),
        message: format!("cannot use `{}`: {error}", file.display()),
        at: Vec::new(),
        help: "build it again with `qolhat law build`".into(),
    }
}
