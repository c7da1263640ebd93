//! Weighs what a visitor downloads.

mod budget;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::{files, root};
use budget::{Budget, budgets};

/// The bytes of a file, as it is and compressed as servers do it.
struct Weight {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// A budget with the bytes that it is held against.
struct Sum {
    name: String,
    budget: Budget,
    brotli: usize,
}

/// Prints the table of a built site and the change since the noted bytes.
///
/// # Errors
///
/// Where something needs more bytes than its budget in `docs/budgets.toml` allows, or names a file that is not there.
pub fn run(site: &Path, write: bool) -> Result<()> {
    let files = files::within(site).context("`cargo xtask build` makes the site")?;
    let heaviest = heaviest_of_law(site, &files);
    let weighed = files.into_iter().filter(|name| !files::reads_law(name)).chain(heaviest);
    let weights = weighed.map(|name| weigh(site, name)).collect::<Result<Vec<_>>>()?;
    let by_name: BTreeMap<_, _> = weights.iter().map(|it| (it.name.as_str(), it.brotli)).collect();
    let sum = |(name, budget): (String, Budget)| -> Result<Sum> {
        let brotli = budget.weigh(&by_name).with_context(|| format!("docs/budgets.toml, {name}"))?;
        Ok(Sum { name, budget, brotli })
    };
    let sums = budgets()?.into_iter().map(sum).collect::<Result<Vec<_>>>()?;
    print(&weights, &sums)?;
    if write {
        note(&weights, &sums)?;
    }
    within_budget(&sums)
}

fn within_budget(sums: &[Sum]) -> Result<()> {
    let over = sums.iter().filter(|sum| sum.brotli > sum.budget.budget);
    let over: Vec<_> = over
        .map(|Sum { budget, brotli, .. }| {
            let limit = budget.budget;
            format!("{} needs {brotli} bytes after brotli, {} more than the budget", budget.about, brotli - limit)
        })
        .collect();
    if over.is_empty() { Ok(()) } else { bail!(over.join("\n")) }
}

fn print(weights: &[Weight], sums: &[Sum]) -> Result<()> {
    let noted = noted()?;
    let change = |name: &str, now: usize| match noted.get(name) {
        Some(before) => format!("{:+}", i64::try_from(now).unwrap_or(i64::MAX) - before),
        None => "new".into(),
    };
    println!("{:<36} {:>9} {:>9} {:>9} {:>8}", "file", "bytes", "gzip", "brotli", "change");
    for Weight { name, raw, gzip, brotli } in weights {
        println!("{name:<36} {raw:>9} {gzip:>9} {brotli:>9} {:>8}", change(name, *brotli));
    }
    println!("\n{:<36} {:>9} {:>9} {:>9} {:>8}", "what a visitor downloads until", "aim", "budget", "brotli", "change");
    for Sum { name, budget, brotli } in sums {
        let Budget { about, aim, budget, .. } = budget;
        println!("{about:<36} {aim:>9} {budget:>9} {brotli:>9} {:>8}", change(name, *brotli));
    }
    Ok(())
}

/// Of the pages on which the law is read, the one with most bytes.
fn heaviest_of_law(site: &Path, files: &[String]) -> Option<String> {
    let bytes = |name: &&String| fs::metadata(site.join(name)).map_or(0, |found| found.len());
    files.iter().filter(|name| files::reads_law(name)).max_by_key(bytes).cloned()
}

fn weigh(site: &Path, name: String) -> Result<Weight> {
    let bytes = fs::read(site.join(&name))?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&bytes)?;
    let mut brotli = Vec::new();
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut brotli, &BrotliEncoderParams::default())?;
    Ok(Weight { name, raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
}

fn notes() -> PathBuf {
    root().join("docs").join("sizes.toml")
}

fn noted() -> Result<BTreeMap<String, i64>> {
    toml::from_str(&fs::read_to_string(notes())?).context("docs/sizes.toml")
}

fn note(weights: &[Weight], sums: &[Sum]) -> Result<()> {
    let files = weights.iter().map(|it| (it.name.as_str(), it.brotli));
    let notes_now: BTreeMap<_, _> = files.chain(sums.iter().map(|it| (it.name.as_str(), it.brotli))).collect();
    let head = "# Bytes after brotli, as last agreed: `cargo xtask size` shows the change, `--write` notes it here.\n\
        # What may not grow is in budgets.toml.\n";
    fs::write(notes(), format!("{head}{}", toml::to_string(&notes_now)?))?;
    Ok(())
}
