//! Sees whether a build can be repeated: the same sources give the same bytes.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::hash::sha256;
use crate::site::{self, WasmOpt};
use crate::tools::WASM;
use crate::{files, site_folder, target};

/// Builds the site anew, from nothing, and compares each file with `dist/site`.
///
/// # Errors
///
/// Where it cannot be built, or a file differs or is there once only.
pub fn run() -> Result<()> {
    // Nothing compiled before is taken up.
    site::empty(&target().join(WASM).join("release"))?;
    let again = target().join("again");
    site::build(&again, WasmOpt::Required)?;
    let differing = differing(&site_folder(), &again)?;
    if !differing.is_empty() {
        bail!("built anew, these files are others: {}", differing.join(", "));
    }
    println!("Built anew, each file of dist/site is the same.");
    Ok(())
}

/// Names the files that differ, or that one folder alone has.
fn differing(one: &Path, other: &Path) -> Result<Vec<String>> {
    let mut names = files::within(one)?;
    names.extend(files::within(other)?);
    names.sort();
    names.dedup();
    let hash = |folder: &Path, name: &str| fs::read(folder.join(name)).ok().map(|bytes| sha256(&bytes));
    names.retain(|name| hash(one, name) != hash(other, name));
    Ok(names)
}
