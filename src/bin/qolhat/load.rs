//! Loads the law for the other subcommands: from its files, or from bundles.

use std::fs;
use std::path::Path;

use anstream::eprintln;
use anstyle::{AnsiColor, Style};
use qolhat::author::{self, LawError, Place};
use qolhat::law::Bundle;
use qolhat::{BundleError, Hash, decode_bundle, encode_bundle};

use crate::Exit;

/// The law as the engine reads it.
pub struct Loaded {
    /// The services, by their order, each with the hash that a report names.
    pub bundles: Vec<(Bundle, Hash)>,
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
    let bundles = author::assemble(&author::read(folder)?);
    // Through bytes and back: what is checked is what would be published.
    let bundles = bundles.iter().map(|bundle| encode_bundle(bundle).and_then(|bytes| decode_bundle(&bytes)));
    let bundles = bundles.collect::<Result<_, _>>().map_err(|error| vec![fault(folder, error)])?;
    Ok(Loaded { bundles })
}

fn from_bundles(folder: &Path) -> Result<Loaded, Vec<LawError>> {
    let entries = fs::read_dir(folder).map_err(|error| vec![unreadable(folder, &error)])?;
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "qolhat"));
    files.sort();
    let (mut bundles, mut faults) = (Vec::new(), Vec::new());
    for file in files {
        match fs::read(&file).map_err(|error| unreadable(&file, &error)) {
            Ok(bytes) => match decode_bundle(&bytes) {
                Ok(bundle) => bundles.push(bundle),
                Err(error) => faults.push(fault(&file, error)),
            },
            Err(error) => faults.push(error),
        }
    }
    if bundles.is_empty() && faults.is_empty() {
        faults.push(nothing(folder));
    }
    bundles.sort_by_key(|(bundle, _)| (bundle.service.order, bundle.service.id.clone()));
    if faults.is_empty() { Ok(Loaded { bundles }) } else { Err(faults) }
}

fn nothing(folder: &Path) -> LawError {
    LawError {
        code: "law-missing",
        message: format!("`{}` holds neither the law's files nor bundles", folder.display()),
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
