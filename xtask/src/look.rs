//! What people and tools look at in the built page: pictures of every screen, and Lighthouse's marks.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::site::{self, WasmOpt};
use crate::{root, site_folder, target, test, tools};

/// Takes pictures of every screen and sheet into a folder, with a page that shows them side by side.
///
/// # Errors
///
/// Where a tool is absent or a screen is not reached.
pub fn screens(to: &Path) -> Result<()> {
    let site = target().join("site");
    site::build(&site, WasmOpt::Without)?;
    let to = std::path::absolute(to)?;
    run("browser", "screens.mjs", &site, |script| script.arg(to))
}

/// Prints the marks that Lighthouse gives the site on its phone, slowed down.
///
/// # Errors
///
/// Where a tool is absent, or a mark is lower than agreed.
pub fn lighthouse() -> Result<()> {
    let site = site_folder();
    site::build(&site, WasmOpt::Required)?;
    run("lighthouse", "lighthouse.mjs", &site, |script| script)
}

fn run(folder: &str, script: &str, site: &Path, more: impl FnOnce(&mut Command) -> &mut Command) -> Result<()> {
    let (node, browser) = (tools::node()?, tools::browser()?);
    for used in ["browser", folder] {
        tools::npm_packages(&root().join("tests").join(used))?;
    }
    let mut command = Command::new(node);
    let command = test::in_browser(&mut command, &browser, site);
    tools::run(more(command.arg(root().join("tests").join(folder).join(script))))
}
