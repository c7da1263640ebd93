//! `qolhat law`: the author's tool.

use std::fs;
use std::path::{Path, PathBuf};

use anstream::println;
use clap::{Args, Subcommand};
use qolhat::author::{self, Files, LawError, Sources};
use qolhat::edition::in_force;
use qolhat::law::Edition;
use qolhat::words::{key, say};
use qolhat::{Day, Lang, Standard};

use crate::Exit;
use crate::load::{built, fault, load, print, unusable};
use crate::package::{Language, standard_named};

/// Keeps the law's files in order, and builds what the engine reads.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Law {
    #[command(subcommand)]
    what: What,
}

const EXAMPLES: &str = "\
Examples:
  qolhat law check
  qolhat law build --to dist/law
  qolhat law explain duplicates 2026-09-14 --lang kk
  qolhat law diff attestation 2020-05-14 2020-05-15 --lang ru";

#[derive(Subcommand)]
enum What {
    /// Finds faults in the law's files: exit 1 where there are any.
    Check,
    /// Writes a bundle for each service, and one for the calendar.
    Build {
        /// The folder to write into; it is made where it is not there.
        #[arg(long, value_name = "FOLDER")]
        to: PathBuf,
    },
    /// Writes the schemas of the law's files, by which editors complete keys.
    Schema {
        /// The folder to write into; it is made where it is not there.
        #[arg(long, value_name = "FOLDER")]
        to: PathBuf,
    },
    /// Says what changed in a service between two days.
    Diff {
        /// The service, such as `duplicates`.
        service: String,
        /// The earlier day, as YYYY-MM-DD.
        from: Day,
        /// The later day.
        to: Day,
        #[command(flatten)]
        language: Language,
    },
    /// Prints what is in force on a day as a readable page.
    Explain {
        /// The service, such as `duplicates`.
        service: String,
        /// The day, as YYYY-MM-DD.
        day: Day,
        #[command(flatten)]
        language: Language,
    },
}

impl Law {
    /// Does what was asked.
    pub fn run(&self, folder: &Path) -> Exit {
        match &self.what {
            What::Check => check(folder),
            What::Build { to } => build(folder, to),
            What::Schema { to } => schema(folder, to),
            What::Diff { service, from, to, language } => diff(folder, service, (*from, *to), language.lang()),
            What::Explain { service, day, language } => explain(folder, service, *day, language.lang()),
        }
    }
}

fn check(folder: &Path) -> Exit {
    let files = match Files::read(folder) {
        Ok(files) => files,
        Err(faults) => return unusable(folder, &faults),
    };
    match judged(&files) {
        Ok(sources) => {
            println!("{}", counts(&sources));
            Exit::Fine
        }
        Err(faults) => refused(folder, &faults),
    }
}

/// Reads the law and demands that it is in order.
fn judged(files: &Files) -> Result<Sources, Vec<LawError>> {
    let sources = author::parse(files)?;
    let faults = author::lint(&sources);
    if faults.is_empty() { Ok(sources) } else { Err(faults) }
}

fn refused(folder: &Path, faults: &[LawError]) -> Exit {
    print(folder, faults);
    Exit::Refused
}

fn counts(sources: &Sources) -> String {
    let editions: Vec<_> = sources.services.iter().flat_map(|service| &service.editions).collect();
    let requirements: usize = editions.iter().map(|edition| edition.value.requirements.len()).sum();
    let cases = sources.services.iter().flat_map(|service| &service.cases);
    let counts = [
        (sources.services.len(), "service"),
        (editions.len(), "edition"),
        (requirements, "requirement"),
        (sources.acts.value.acts.len(), "act"),
        (cases.map(|file| file.value.cases.len()).sum(), "case"),
    ];
    let counts = counts.map(|(count, noun)| format!("{count} {noun}{}", if count == 1 { "" } else { "s" }));
    format!("the law is in order: {}", counts.join(", "))
}

fn build(folder: &Path, to: &Path) -> Exit {
    let files = match Files::read(folder) {
        Ok(files) => files,
        Err(faults) => return unusable(folder, &faults),
    };
    match judged(&files).map(|sources| built(&sources)).and_then(|files| write(to, &files)) {
        Ok(()) => Exit::Fine,
        Err(faults) => refused(folder, &faults),
    }
}

fn schema(folder: &Path, to: &Path) -> Exit {
    let files: Vec<_> = author::schemas().into_iter().map(|(name, text)| (name.into(), text.into_bytes())).collect();
    match write(to, &files) {
        Ok(()) => Exit::Fine,
        Err(faults) => refused(folder, &faults),
    }
}

fn write(to: &Path, files: &[(PathBuf, Vec<u8>)]) -> Result<(), Vec<LawError>> {
    let unwritable = |file: &Path, error: &std::io::Error| {
        let message = format!("cannot write `{}`: {error}", file.display());
        vec![fault("file-unwritable", message, "name another folder with `--to`")]
    };
    fs::create_dir_all(to).map_err(|error| unwritable(to, &error))?;
    for (name, bytes) in files {
        let file = to.join(name);
        fs::write(&file, bytes).map_err(|error| unwritable(&file, &error))?;
        println!("{} {} bytes", file.display(), bytes.len());
    }
    Ok(())
}

fn explain(folder: &Path, service: &str, day: Day, lang: Lang) -> Exit {
    with_editions(folder, service, [day, day], lang, |standard, [edition, _]| {
        author::explain(&standard.bundle, edition, day, lang)
    })
}

fn diff(folder: &Path, service: &str, (from, to): (Day, Day), lang: Lang) -> Exit {
    with_editions(folder, service, [from, to], lang, |standard, [earlier, later]| {
        author::diff(&standard.bundle, (earlier, from), (later, to), lang)
    })
}

/// Prints what is said of the editions in force on two days; where there is none on a day, says so and ends with
/// [`Exit::Refused`].
fn with_editions(
    folder: &Path,
    service: &str,
    days: [Day; 2],
    lang: Lang,
    said: impl Fn(&Standard, [&Edition; 2]) -> String,
) -> Exit {
    let loaded = match load(folder) {
        Ok(loaded) => loaded,
        Err(faults) => return unusable(folder, &faults),
    };
    let standard = match standard_named(&loaded, service) {
        Ok(standard) => standard,
        Err(exit) => return exit,
    };
    match days.map(|day| in_force(&standard.bundle, day).ok_or(day)) {
        [Ok(earlier), Ok(later)] => {
            anstream::print!("{}", said(&standard, [earlier, later]));
            Exit::Fine
        }
        [Err(day), _] | [_, Err(day)] => {
            println!("{}", say(lang, key::FINDING_NO_EDITION, &[("day", day.into())]));
            Exit::Refused
        }
    }
}
