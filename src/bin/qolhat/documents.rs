//! `qolhat documents`: the personal checklist.

use std::path::Path;

use anstream::{eprintln, println};
use clap::Args;
use qolhat::edition::in_force;
use qolhat::law::Bundle;
use qolhat::render::{phrase, text};
use qolhat::{AnswerKind, Day, Package, Value, report};

use crate::Exit;
use crate::load::{load, unusable};
use crate::package::{Language, refused, standard_named, today};

/// Prints what to bring: the personal checklist.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Documents {
    /// The service: enrolment, external-study, duplicates or attestation.
    service: String,
    /// The day of handing in [default: today in Kazakhstan].
    #[arg(long, value_name = "DATE")]
    on: Option<Day>,
    /// The channel [default: the first that the edition names].
    #[arg(long)]
    channel: Option<String>,
    /// The region, whose regulation may apply.
    #[arg(long)]
    region: Option<String>,
    #[command(flatten)]
    language: Language,
    /// Answers: `reason=loss minor=no grade=1 departure-day=2026-09-01`.
    #[arg(value_name = "FACT=ANSWER")]
    facts: Vec<String>,
}

const EXAMPLES: &str = "\
Examples:
  qolhat documents enrolment --on 2026-06-10 grade=1 six-by-year-end=yes --lang ru
  qolhat documents duplicates --on 2015-11-12 --channel office --region karaganda reason=loss";

impl Documents {
    /// Does what was asked.
    pub fn run(&self, folder: &Path) -> Exit {
        self.checklist(folder).map_or_else(
            |exit| exit,
            |text| {
                println!("{}", text.trim_end());
                Exit::Fine
            },
        )
    }

    fn checklist(&self, folder: &Path) -> Result<String, Exit> {
        let loaded = load(folder).map_err(|faults| unusable(folder, &faults))?;
        let standard = standard_named(&loaded, &self.service)?;
        let on = self.on.unwrap_or_else(today);
        let value = self.package(&standard.bundle, on)?;
        let package = Package::read(&value, &standard.bundle).map_err(|faults| refused(&faults))?;
        let report = report(&standard, &loaded.days_off, &package, on);
        if report.law.is_none() {
            eprintln!("{}", phrase::verdict(&report, self.language.lang()));
            return Err(Exit::Unusable);
        }
        Ok(text::checklist(&report, self.language.lang()))
    }

    fn package(&self, bundle: &Bundle, on: Day) -> Result<Value, Exit> {
        let first = || in_force(bundle, on)?.channels.first().map(|channel| channel.id.to_string());
        let channel = self.channel.clone().or_else(first).unwrap_or_else(|| "office".into());
        let facts = self.facts.iter().map(|fact| answer(bundle, fact)).collect::<Result<_, _>>()?;
        let text = |name: &str, text: &str| (name.to_owned(), Value::Text(text.to_owned()));
        let mut entries =
            vec![text("service", &self.service), text("channel", &channel), ("facts".into(), Value::Map(facts))];
        entries.extend(self.region.iter().map(|region| text("region", region)));
        Ok(Value::Map(entries))
    }
}

/// Reads `fact=answer` by the kind of answer that the fact takes; what does not fit is left for the package to refuse.
fn answer(bundle: &Bundle, written: &str) -> Result<(String, Value), Exit> {
    let Some((fact, answer)) = written.split_once('=') else {
        eprintln!("expected FACT=ANSWER, found `{written}`");
        return Err(Exit::Unusable);
    };
    let kind = bundle.facts.iter().find(|kind| kind.id == fact).map(|kind| &kind.answer);
    let text = || Value::Text(answer.into());
    let value = match kind {
        Some(AnswerKind::YesNo) => match answer {
            "yes" | "true" => Value::Bool(true),
            "no" | "false" => Value::Bool(false),
            _ => text(),
        },
        Some(AnswerKind::Number { .. }) => answer.parse().map_or_else(|_| text(), Value::Number),
        _ => text(),
    };
    Ok((fact.into(), value))
}
