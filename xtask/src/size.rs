//! Weighs what a visitor downloads.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::{files, root};

/// The most bytes after brotli that a visitor may need before the first check.
const BUDGET: usize = 120_000;
/// What we would rather need.
const AIM: usize = 100_000;

/// The bytes of a file, as it is and compressed as servers do it.
struct Weight {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the table of a built site and the change since the noted bytes.
///
/// # Errors
///
/// Where a first check needs more bytes than the budget allows.
pub fn run(site: &Path, write: bool) -> Result<()> {
    let files = files::within(site).context("`cargo xtask build` makes the site")?;
    let heaviest = heaviest_of_law(site, &files);
    let weighed = files.into_iter().filter(|name| !files::reads_law(name)).chain(heaviest);
    let weights = weighed.map(|name| weigh(site, name)).collect::<Result<Vec<_>>>()?;
    let sum = first_check(&weights);
    print(&weights, sum)?;
    if write {
        note(&weights, sum)?;
    }
    if sum > BUDGET {
        bail!("a first check needs {sum} bytes after brotli, {} more than the budget of {BUDGET}", sum - BUDGET);
    }
    Ok(())
}

/// Adds up what a first check needs: engine, glue, script, style, the directory of the services, the calendar, the words of
/// the language that has most of them, and the law now in force of the service that has most of it.
fn first_check(weights: &[Weight]) -> usize {
    let always = |name: &str| {
        // These come after the first check, or with the pages on which the law is read.
        if ["sw.js", "offline.js", "law.css", "code.js", "vendor/lean-qr.js"].contains(&name) {
            return false;
        }
        let code = [".wasm", ".js", ".css"].iter().any(|ending| name.ends_with(ending));
        code || ["law/calendar.now.qolhat", "law/directory.qolhat"].contains(&name)
    };
    let shared: usize = weights.iter().filter(|it| always(&it.name)).map(|it| it.brotli).sum();
    let most = |of: fn(&str) -> bool| weights.iter().filter(|it| of(&it.name)).map(|it| it.brotli).max().unwrap_or(0);
    shared + most(|name| name.ends_with(".now.qolhat")) + most(|name| name.starts_with("words/"))
}

fn print(weights: &[Weight], sum: usize) -> Result<()> {
    let noted = noted()?;
    let change = |name: &str, now: usize| match noted.get(name) {
        Some(before) => format!("{:+}", i64::try_from(now).unwrap_or(i64::MAX) - before),
        None => "new".into(),
    };
    println!("{:<36} {:>9} {:>9} {:>9} {:>8}", "file", "bytes", "gzip", "brotli", "change");
    for Weight { name, raw, gzip, brotli } in weights {
        println!("{name:<36} {raw:>9} {gzip:>9} {brotli:>9} {:>8}", change(name, *brotli));
    }
    println!("{:<36} {:>9} {:>9} {sum:>9} {:>8}", "a first check", "", "", change("first-check", sum));
    println!("The budget is {BUDGET} bytes, the aim {AIM}.");
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

fn note(weights: &[Weight], sum: usize) -> Result<()> {
    let mut notes_now: BTreeMap<_, _> = weights.iter().map(|it| (it.name.as_str(), it.brotli)).collect();
    notes_now.insert("first-check", sum);
    let head = "# Bytes after brotli, as last agreed: `cargo xtask size` shows the change, `--write` notes it here.\n";
    fs::write(notes(), format!("{head}{}", toml::to_string(&notes_now)?))?;
    Ok(())
}
