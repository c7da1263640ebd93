//! The author's tool: every fault it finds, as it is printed, and what it builds.

mod bundles;
mod command;
mod faults;
mod pages;
mod real;
mod schemas;
mod told;

use std::path::Path;

use qolhat::author::{Files, lint, parse};

fn folder(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// A small invented law that is in order.
fn sample() -> Files {
    Files::read(&folder("tests/sample")).unwrap()
}

/// The law of this repository.
fn real() -> Files {
    Files::read(&folder("law")).unwrap()
}

/// All faults of a law, as they are printed; nothing where it is in order.
fn printed(files: &Files) -> String {
    let faults = match parse(files) {
        Ok(sources) => lint(&sources),
        Err(faults) => faults,
    };
    faults.iter().flat_map(|fault| [fault.to_string(), "\n".into()]).collect()
}
