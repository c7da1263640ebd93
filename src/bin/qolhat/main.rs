//! The command: checks packages, prints receipts and checklists, counts working days, and keeps the law's files in order.
//!
//! One file per subcommand; each has a `run` that gives an [`Exit`]. Colours reach a terminal only: everything is
//! printed with `anstream`.

mod calendar;
mod check;
mod documents;
mod law;
mod load;
mod package;
mod receipt;
mod replay;

use std::path::PathBuf;
use std::process::{ExitCode, Termination};

use clap::{Parser, Subcommand};

/// Checks an application package for a public service against the documents its standard asks for.
#[derive(Parser)]
#[command(version, after_help = EXAMPLES)]
struct Command {
    /// The law: a folder of its files, or of bundles built from them.
    #[arg(long = "law", global = true, value_name = "FOLDER", default_value = "law")]
    folder: PathBuf,
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Check(check::Check),
    Receipt(receipt::PrintReceipt),
    Documents(documents::Documents),
    Replay(replay::Replay),
    Calendar(calendar::Calendar),
    Law(law::Law),
}

const EXAMPLES: &str = "\
Examples:
  qolhat check examples/duplicate-lost-2015.json --lang ru
  qolhat documents enrolment --on 2026-06-10 grade=1 --lang kk
  qolhat receipt examples/enrolment-one-photo.json --lang ru
  qolhat calendar add 2026-09-14 5
  qolhat law check
  qolhat law explain duplicates 2026-09-14 --lang kk

Exit codes: 0 accepted or in order, 1 refused or faults found, 2 input that cannot be used.";

/// How the command ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Accepted, or in order.
    Fine,
    /// Refused, or faults found.
    Refused,
    /// The input cannot be used.
    Unusable,
}

impl Termination for Exit {
    fn report(self) -> ExitCode {
        match self {
            Self::Fine => ExitCode::SUCCESS,
            Self::Refused => ExitCode::from(1),
            Self::Unusable => ExitCode::from(2),
        }
    }
}

fn main() -> Exit {
    let command = Command::parse();
    match command.what {
        What::Check(check) => check.run(&command.folder),
        What::Receipt(receipt) => receipt.run(&command.folder),
        What::Documents(documents) => documents.run(&command.folder),
        What::Replay(replay) => replay.run(&command.folder),
        What::Calendar(calendar) => calendar.run(&command.folder),
        What::Law(law) => law.run(&command.folder),
    }
}
