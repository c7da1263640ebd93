//! Times the engine, natively and in the browser.

use std::process::Command;

use anyhow::Result;

use crate::site::{self, WasmOpt};
use crate::tools::{self, cargo};
use crate::{root, site_folder, target, test};

/// Runs the native benchmarks, then the same in the page, and prints both medians and their ratio.
///
/// # Errors
///
/// Where a tool is absent or a benchmark fails.
pub fn run() -> Result<()> {
    let (node, browser) = (tools::node()?, tools::browser()?);
    tools::run(&mut cargo(&["bench", "--locked", "--package", "qolhat-bench", "--bench", "check"]))?;
    let site = site_folder();
    site::build(&site, WasmOpt::Required)?;
    let scripts = root().join("tests").join("browser");
    tools::npm_packages(&scripts)?;
    let mut command = Command::new(node);
    tools::run(
        test::in_browser(&mut command, &browser, &site).arg(scripts.join("bench.mjs")).arg(target().join("criterion")),
    )
}
