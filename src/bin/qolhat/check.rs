//! `qolhat check`: a package in, a report out.

use std::path::Path;

use anstream::{print, println};
use anstyle::{AnsiColor, Reset};
use clap::Args;
use qolhat::render::{ics, text};
use qolhat::{Report, Verdict};

use crate::Exit;
use crate::package::{Asked, Language};

/// Checks a package and prints the report: exit code 0 accepted, 1 refused or open, 2 unusable input.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Check {
    #[command(flatten)]
    asked: Asked,
    /// Prints the whole report as JSON.
    #[arg(long)]
    json: bool,
    /// Prints the days to keep as a calendar file (iCalendar).
    #[arg(long, conflicts_with = "json")]
    ics: bool,
    #[command(flatten)]
    language: Language,
}

const EXAMPLES: &str = "\
Examples:
  qolhat check examples/duplicate-lost-2015.json --lang ru
  qolhat check examples/enrolment-one-photo.json --on 2026-06-08 --json
  qolhat check examples/enrolment-one-photo.json --ics --lang kk > visit.ics
  cat package.json | qolhat check - --lang en

An open verdict, one that depends on what was not said, ends with 1 too: it is not an acceptance.";

impl Check {
    /// Does what was asked.
    pub fn run(&self, folder: &Path) -> Exit {
        match self.asked.report(folder) {
            Err(exit) => exit,
            Ok((report, _)) if self.json => as_json(&report),
            Ok((report, _)) if self.ics => {
                print!("{}", ics::calendar(&report, self.language.lang()));
                exit(&report)
            }
            Ok((report, _)) => {
                coloured(&report, &text::report(&report, self.language.lang()));
                exit(&report)
            }
        }
    }
}

/// Ends as the verdict says.
pub fn exit(report: &Report) -> Exit {
    match report.verdict {
        Verdict::Accepted => Exit::Fine,
        Verdict::Refused | Verdict::Open => Exit::Refused,
        // Nothing can be said for that day: the input does not lead to a check.
        Verdict::NoEdition => Exit::Unusable,
    }
}

fn as_json(report: &Report) -> Exit {
    match serde_json::to_string_pretty(report) {
        Ok(json) => {
            println!("{json}");
            exit(report)
        }
        Err(error) => {
            anstream::eprintln!("cannot write the report as JSON: {error}");
            Exit::Unusable
        }
    }
}

/// The first line is the verdict: it is coloured on a terminal, and its words say the same without colour.
fn coloured(report: &Report, text: &str) {
    let colour = match report.verdict {
        Verdict::Accepted => AnsiColor::Green,
        Verdict::Refused => AnsiColor::Red,
        Verdict::Open | Verdict::NoEdition => AnsiColor::Yellow,
    };
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    println!("{}{first}{Reset}\n{}", colour.on_default().bold(), rest.trim_end());
}
