//! `qolhat law`: the author's tool.

use std::path::Path;

use anstream::println;
use clap::{Args, Subcommand};
use qolhat::author::{self, LawError, Sources};

use crate::Exit;
use crate::load::print;

/// Keeps the law's files in order, and builds what the engine reads.
#[derive(Args)]
pub struct Law {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Finds faults in the law's files.
    Check,
}

impl Law {
    /// Does what was asked.
    pub fn run(&self, folder: &Path) -> Exit {
        match self.what {
            What::Check => check(folder),
        }
    }
}

fn check(folder: &Path) -> Exit {
    let sources = match author::read(folder) {
        Ok(sources) => sources,
        Err(faults) => return refused(folder, &faults),
    };
    let faults = author::lint(&sources);
    if !faults.is_empty() {
        return refused(folder, &faults);
    }
    println!("{}", counts(&sources));
    Exit::Fine
}

fn refused(folder: &Path, faults: &[LawError]) -> Exit {
    print(folder, faults);
    Exit::Refused
}

fn counts(sources: &Sources) -> String {
    let editions: Vec<_> = sources.services.iter().flat_map(|service| &service.editions).collect();
    let requirements: usize = editions.iter().map(|edition| edition.value.requirements.len()).sum();
    let cases = sources.services.iter().flat_map(|service| &service.cases);
    format!(
        "the law is in order: {} services, {} editions, {requirements} requirements, {} acts, {} cases",
        sources.services.len(),
        editions.len(),
        sources.acts.value.acts.len(),
        cases.map(|file| file.value.cases.len()).sum::<usize>(),
    )
}
