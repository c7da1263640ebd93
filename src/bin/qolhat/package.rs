//! Reads a package from a file or from standard input, and makes its report: what several subcommands share.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anstream::eprintln;
use clap::Args;
use qolhat::{Day, Lang, Package, Report, Standard, Value, nearest, report};

use crate::Exit;
use crate::load::{Loaded, load, unusable};

/// Which package, on which day.
#[derive(Args)]
pub struct Asked {
    /// The package as JSON; `-` reads standard input.
    package: PathBuf,
    /// The day on which the question is asked [default: today in Kazakhstan].
    #[arg(long, value_name = "DATE")]
    on: Option<Day>,
}

/// In which language.
#[derive(Args)]
pub struct Language {
    /// The language: kk, ru or en.
    #[arg(long, value_name = "LANG", default_value = "kk", value_parser = language)]
    lang: Lang,
}

impl Language {
    /// The language chosen.
    pub fn lang(&self) -> Lang {
        self.lang
    }
}

fn language(code: &str) -> Result<Lang, String> {
    Lang::from_code(code).ok_or_else(|| "expected kk, ru or en".into())
}

impl Asked {
    /// Makes the report of the package, and gives the package too: a report does not hold the applicant.
    ///
    /// # Errors
    ///
    /// The exit, where the package or the law cannot be used; what is wrong was printed.
    pub fn report(&self, folder: &Path) -> Result<(Report, Package), Exit> {
        let loaded = load(folder).map_err(|faults| unusable(folder, &faults))?;
        let value = read(&self.package)?;
        let standard = standard_of(&loaded, &value)?;
        let package = Package::read(&value, &standard.bundle).map_err(|faults| refused(&faults))?;
        Ok((report(&standard, &loaded.days_off, &package, self.on.unwrap_or_else(today)), package))
    }
}

/// Finds the standard that a package asks for.
///
/// # Errors
///
/// The exit, where the package names no service that there is.
pub fn standard_of(loaded: &Loaded, value: &Value) -> Result<Standard, Exit> {
    let Some(Value::Text(service)) = value.get("service") else {
        eprintln!("field-missing: `service`: expected a service's id");
        return Err(Exit::Unusable);
    };
    standard_named(loaded, service)
}

/// Finds the standard of a service.
///
/// # Errors
///
/// The exit, where there is no such service; the nearest was printed.
pub fn standard_named(loaded: &Loaded, service: &str) -> Result<Standard, Exit> {
    loaded.standard(service).ok_or_else(|| {
        let known = || loaded.standards.iter().map(|standard| standard.bundle.service.id.as_str());
        eprintln!(
            "service-unknown: `service`: expected one of {}, found `{service}`",
            known().collect::<Vec<_>>().join(", ")
        );
        if let Some(near) = nearest(service, known()) {
            eprintln!("  did you mean `{near}`?");
        }
        Exit::Unusable
    })
}

/// Prints the faults of an input.
pub fn refused(faults: &[qolhat::InputError]) -> Exit {
    for fault in faults {
        eprintln!("{fault}");
    }
    Exit::Unusable
}

/// Reads a file, or standard input for `-`, as JSON.
///
/// # Errors
///
/// The exit, where there is no such file or it is no JSON; the place was printed.
pub fn read(file: &Path) -> Result<Value, Exit> {
    let text = if file == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        fs::read_to_string(file)
    };
    let unusable = |what: String| {
        eprintln!("cannot read `{}`: {what}", file.display());
        Exit::Unusable
    };
    let text = text.map_err(|error| unusable(error.to_string()))?;
    // Excel and Notepad put a byte-order mark before the text.
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| unusable(error.to_string()))
}

/// Today in Kazakhstan: UTC+5 in the whole country since 1 March 2024.
pub fn today() -> Day {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let days = i64::try_from((seconds + 5 * 3600) / 86_400).unwrap_or_default();
    let epoch = Day::EPOCH;
    // A clock beyond 2199 is broken; the first day there is serves as well as any.
    epoch.plus_days(days).unwrap_or(epoch)
}
