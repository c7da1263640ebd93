//! `qolhat receipt`: the receipt of acceptance or refusal.

use std::path::Path;

use anstream::{eprintln, println};
use clap::{Args, ValueEnum};
use qolhat::receipt::{Parties, Receipt, receipt};
use qolhat::render;

use crate::Exit;
use crate::check::exit;
use crate::package::{Asked, Language};

/// Prints the receipt of acceptance or refusal for a package, in one language.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct PrintReceipt {
    #[command(flatten)]
    asked: Asked,
    /// The format.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Prints the IIN in full; else all but its last four digits are masked.
    #[arg(long)]
    full_iin: bool,
    #[command(flatten)]
    language: Language,
}

const EXAMPLES: &str = "\
Examples:
  qolhat receipt examples/duplicate-lost-2015.json --lang kk
  qolhat receipt examples/enrolment-one-photo.json --format html --lang ru > receipt.html";

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Html,
}

impl PrintReceipt {
    /// Does what was asked.
    pub fn run(&self, folder: &Path) -> Exit {
        let (report, package) = match self.asked.report(folder) {
            Ok(made) => made,
            Err(exit) => return exit,
        };
        let parties = Parties {
            applicant: Some(&package.applicant),
            provider: package.provider.as_deref(),
            full_iin: self.full_iin,
        };
        match receipt(&report, &parties, self.language.lang()) {
            Some(receipt) => println!("{}", self.written(&receipt).trim_end()),
            None => eprintln!("{}", render::phrase::verdict(&report, self.language.lang())),
        }
        exit(&report)
    }

    fn written(&self, receipt: &Receipt) -> String {
        match self.format {
            Format::Text => render::text::sheet(&receipt.sheet),
            Format::Html => render::html::sheet_page(&receipt.sheet),
        }
    }
}
