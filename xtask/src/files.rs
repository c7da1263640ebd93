//! The files of a folder.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Names the files in a folder and the folders in it, with `/` between, in one order on every machine.
///
/// # Errors
///
/// Where a folder cannot be read.
pub fn within(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    collect(folder, "", &mut names)?;
    names.sort();
    Ok(names)
}

/// Tells whether a file of the site is one of the pages on which the law is read: some two hundred, of which a visitor
/// wants one or two.
pub fn reads_law(name: &str) -> bool {
    name.starts_with("law/") && name.ends_with(".html")
}

fn collect(folder: &Path, before: &str, names: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), names)?;
        } else {
            names.push(name);
        }
    }
    Ok(())
}
