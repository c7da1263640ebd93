//! `qolhat law`: the author's tool.

use std::path::Path;

use anstream::println;
use clap::{Args, Subcommand};
use qolhat::author;

use crate::Exit;
use crate::load::{load, print, unusable};

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
    match author::read(folder) {
        Ok(_) => match load(folder) {
            Ok(loaded) => {
                println!("{} services", loaded.bundles.len());
                Exit::Fine
            }
            Err(faults) => unusable(folder, &faults),
        },
        Err(faults) => {
            print(folder, &faults);
            Exit::Refused
        }
    }
}
