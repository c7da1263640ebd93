//! `qolhat replay`: whether a report comes out the same today.

use std::path::{Path, PathBuf};

use anstream::{eprintln, println};
use clap::Args;
use qolhat::words::{key, label};
use qolhat::{Day, Package, Value, report};

use crate::Exit;
use crate::load::{load, unusable};
use crate::package::{Language, read, refused, standard_of};

/// Tells whether a report (of `qolhat check --json`) comes out the same under today's engine and law, and what changed.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Replay {
    /// The report as JSON; `-` reads standard input.
    report: PathBuf,
    #[command(flatten)]
    language: Language,
}

const EXAMPLES: &str = "\
Examples:
  qolhat check examples/duplicate-lost-2015.json --json > report.json; qolhat replay report.json

Exit codes: 0 the same verdict, 1 another one, 2 not a report.";

impl Replay {
    /// Does what was asked.
    pub fn run(&self, folder: &Path) -> Exit {
        self.compare(folder).unwrap_or_else(|exit| exit)
    }

    fn compare(&self, folder: &Path) -> Result<Exit, Exit> {
        let loaded = load(folder).map_err(|faults| unusable(folder, &faults))?;
        let then = read(&self.report)?;
        let (package, day) = asked(&then).ok_or_else(|| {
            eprintln!("`{}` is not a report: it has no `replay.package` and `day`", self.report.display());
            Exit::Unusable
        })?;
        let standard = standard_of(&loaded, package)?;
        let package = Package::read(package, &standard.bundle).map_err(|faults| refused(&faults))?;
        let now = report(&standard, &loaded.days_off, &package, day);
        let now =
            serde_json::to_string(&now).ok().and_then(|json| serde_json::from_str(&json).ok()).unwrap_or(Value::Null);
        Ok(self.told(&changes(&then, &now), &then, &now))
    }

    fn told(&self, changes: &[String], then: &Value, now: &Value) -> Exit {
        let same = then.get("verdict") == now.get("verdict");
        let word = if same { key::REPLAY_SAME } else { key::REPLAY_DIFFERS };
        println!("{}", label(self.language.lang(), word));
        for change in changes {
            println!("  {change}");
        }
        if same { Exit::Fine } else { Exit::Refused }
    }
}

fn asked(report: &Value) -> Option<(&Value, Day)> {
    let package = report.get("replay")?.get("package")?;
    let Some(Value::Text(day)) = report.get("day") else { return None };
    Some((package, day.parse().ok()?))
}

/// What is compared, by its path in a report: what a verdict rests on, then what it says.
const COMPARED: [&str; 10] = [
    "replay.engine",
    "replay.law",
    "replay.calendarLaw",
    "replay.edition",
    "replay.code",
    "verdict",
    "findings",
    "timeline.intake.day",
    "timeline.earliest",
    "timeline.terms",
];

fn changes(then: &Value, now: &Value) -> Vec<String> {
    let at = |report: &Value, path: &str| {
        path.split('.').try_fold(report.clone(), |value, name| value.get(name).cloned()).unwrap_or(Value::Null)
    };
    let compared = COMPARED.iter().map(|path| (path, at(then, path), at(now, path)));
    let changed = compared.filter(|(_, then, now)| then != now);
    changed.map(|(path, then, now)| format!("{path}: {} → {}", short(&then), short(&now))).collect()
}

/// A value in a line: findings by code and subject, terms by their last day.
fn short(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::List(items) => items.iter().map(line).collect::<Vec<_>>().join(", "),
        other => serde_json::to_string(other).unwrap_or_default(),
    }
}

fn line(item: &Value) -> String {
    let names = ["code", "subject", "id", "due"];
    let parts = names.iter().filter_map(|name| item.get(name)).map(short);
    parts.collect::<Vec<_>>().join(" ")
}
