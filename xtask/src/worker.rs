//! Tells the worker, which keeps the site on the device, what the site is.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::hash::sha256;
use crate::{files, single};

/// The place in `sw.js` where the build writes.
const PLACE: &str = "{/* version and files */}";

/// What the worker does not keep, beside the pages on which the law is read: itself, what only servers read, the whole site
/// over again in one file, and what other sites take from this one. By how their names begin.
const NOT_KEPT: [&str; 6] = ["sw.js", "_headers", single::FILE, "qolhat-widget", "widget/", "embed."];

/// Writes the list of the files with their hashes into the worker. Comes after everything else.
///
/// # Errors
///
/// Where a file cannot be read, or `sw.js` has no place for the list.
pub fn write(site: &Path) -> Result<()> {
    let worker = site.join("sw.js");
    let code = fs::read_to_string(&worker).context("www/sw.js")?;
    if code.matches(PLACE).count() != 1 {
        bail!("www/sw.js must hold `{PLACE}` once, where the files are listed");
    }
    Ok(fs::write(worker, code.replace(PLACE, &list(&hashes(site)?)))?)
}

/// The files by their address, with the hash of each.
fn hashes(site: &Path) -> Result<BTreeMap<String, String>> {
    let kept = |name: &String| !files::reads_law(name) && !NOT_KEPT.iter().any(|start| name.starts_with(start));
    let files = files::within(site)?.into_iter().filter(kept);
    files.map(|name| Ok((address(&name), sha256(&fs::read(site.join(&name))?)))).collect()
}

/// A folder stands for its page: many servers lead from `index.html` to it.
fn address(name: &str) -> String {
    match name.strip_suffix("index.html") {
        Some("") => "./".into(),
        Some(folder) if folder.ends_with('/') => folder.into(),
        _ => name.into(),
    }
}

/// The list as JavaScript. The version is made of the files alone: the same files are the same version.
fn list(hashes: &BTreeMap<String, String>) -> String {
    // Addresses and hashes have no sign that a string of JavaScript writes in another way.
    let lines: Vec<_> = hashes.iter().map(|(address, hash)| format!("\"{address}\":\"{hash}\"")).collect();
    let files = lines.join(",");
    format!("{{version:\"{}\",files:{{{files}}}}}", sha256(files.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(files: &[(&str, &str)]) -> BTreeMap<String, String> {
        files.iter().map(|(name, bytes)| (address(name), sha256(bytes.as_bytes()))).collect()
    }

    #[test]
    fn a_folder_stands_for_its_page() {
        assert_eq!(address("index.html"), "./");
        assert_eq!(address("law/index.html"), "law/");
        assert_eq!(address("law/windex.html"), "law/windex.html");
    }

    #[test]
    fn a_change_of_one_file_is_another_version_and_no_change_is_none() {
        let version = |law| list(&of(&[("index.html", "page"), ("law/calendar.qolhat", law)]));
        assert_eq!(version("2026"), version("2026"));
        let (before, after) = (version("2026"), version("2027"));
        assert_ne!(before.split(',').next(), after.split(',').next());
    }
}
