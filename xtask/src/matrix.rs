//! The npm package in the places where developers use it: packed, installed, asked the same twenty questions.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use qolhat::author::cases::{Case, ExpectedVerdict};
use qolhat::author::{Sources, assemble, assemble_calendar};
use qolhat::{Day, DaysOff, Report, Standard, Value, encode_bundle, encode_calendar};
use serde::Serialize;

use crate::tools::{self, Browser};
use crate::{pack, root, site, target, test};

/// How many of each service's cases are asked.
const OF_EACH: usize = 5;

/// A package, the day on which it is asked about, and what the engine answers natively.
#[derive(Serialize)]
struct Question {
    package: Value,
    day: Day,
    report: Report,
}

/// Makes ready to run the tests of some places: those of every run, or the larger ones too.
///
/// # Errors
///
/// Where the package cannot be built or a tool is absent.
pub fn tests(node: &Path, browser: &Browser, all: bool) -> Result<Command> {
    let here = root().join("tests").join("npm");
    let tarball = pack::run()?;
    let law = site::law()?;
    let questions = questions(&law)?;
    let published = target().join("npm-law");
    site::bundles(&law, &published)?;
    tools::npm_packages(&root().join("tests").join("browser"))?;
    tools::npm_packages(&here)?;
    let mut files = test::files(&here)?;
    if all {
        tools::npm_packages_of_this_system(&here.join("all"))?;
        files.extend(test::files(&here.join("all"))?);
    }
    let mut command = Command::new(node);
    test::in_browser(&mut command, browser, &root().join("dist"));
    command.env("QOLHAT_TARBALL", tarball).env("QOLHAT_QUESTIONS", questions).env("QOLHAT_LAW", published);
    // One after another: each of them would like the whole machine.
    command.args(["--test", "--test-reporter=spec", "--test-concurrency=1", "--test-timeout=600000"]).args(files);
    Ok(command)
}

/// Prints the bytes of the package beside those of the engines that one could take instead.
///
/// # Errors
///
/// Where a tool is absent or fails.
pub fn weigh(node: &Path) -> Result<()> {
    let script = root().join("tests").join("npm").join("all").join("sizes.mjs");
    tools::run(Command::new(node).arg(script).arg(root().join("dist").join("npm")))
}

/// Writes packages of the law's cases with the report that is made of each natively.
fn questions(law: &Sources) -> Result<PathBuf> {
    let calendar = assemble_calendar(law).context("law/calendar holds no year")?;
    let days_off = DaysOff::decode(&encode_calendar(&calendar))?;
    let mut questions = Vec::new();
    for bundle in assemble(law) {
        let standard = Standard::decode(&encode_bundle(&bundle))?;
        questions.extend(of_service(law, &standard, &days_off)?);
    }
    let file = target().join("npm-questions.json");
    fs::write(&file, serde_json::to_string(&questions)?)?;
    Ok(file)
}

/// An open case of a service, and others from the first to the last at even steps.
fn of_service(law: &Sources, standard: &Standard, days_off: &DaysOff) -> Result<Vec<Question>> {
    let id = &standard.bundle.service.id;
    let source = law.services.iter().find(|source| source.service.value.id == *id).context("a bundle has its files")?;
    let cases: Vec<_> = source.cases.iter().flat_map(|file| &file.value.cases).collect();
    let open = cases.iter().find(|case| case.expect.verdict == ExpectedVerdict::Open);
    let others = (0..OF_EACH - 1).filter_map(|n| cases.get(n * cases.len() / (OF_EACH - 1)));
    let question = |case: &&Case| {
        let mut package = case.package.clone();
        if let Value::Map(entries) = &mut package {
            entries.push(("service".into(), Value::Text(id.to_string())));
        }
        let report = case.report(standard, days_off).map_err(anyhow::Error::msg)?;
        Ok(Question { package, day: case.day, report })
    };
    open.into_iter().chain(others).map(question).collect()
}
