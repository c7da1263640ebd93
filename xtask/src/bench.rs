//! Times the engine, natively and in the browser.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::site::{self, WasmOpt};
use crate::tools::{self, cargo};
use crate::{root, target, test};

/// A page that is nothing but allowed to run the engine.
const PAGE: &str = "<!doctype html>\n<meta http-equiv=\"Content-Security-Policy\" \
    content=\"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'\">\n";

/// Runs the native benchmark, then the same in the browser, and prints both medians and their ratio. Then times what a
/// person waits for on a slow phone.
///
/// # Errors
///
/// Where a tool is absent or a benchmark fails.
pub fn run() -> Result<()> {
    let (node, browser) = (tools::node()?, tools::browser()?);
    tools::run(&mut cargo(&["bench", "--locked", "--package", "qolhat-bench", "--bench", "check"]))?;
    let site = target().join("bench-site");
    build(&site)?;
    let scripts = root().join("tests").join("browser");
    tools::npm_packages(&scripts)?;
    let mut command = Command::new(&node);
    let command = test::in_browser(&mut command, &browser, &site);
    tools::run(command.arg(scripts.join("bench.mjs")).arg(target().join("criterion")))?;
    let page = target().join("bench-page");
    site::build(&page, WasmOpt::Required)?;
    let mut command = Command::new(node);
    tools::run(test::in_browser(&mut command, &browser, &page).arg(scripts.join("verdict.mjs")))
}

/// Builds the engine as scripts get it, with the law beside it.
fn build(to: &Path) -> Result<()> {
    site::empty(to)?;
    site::engine("npm", to, WasmOpt::Required)?;
    site::bundles(&site::law()?, &to.join("law"))?;
    fs::write(to.join("index.html"), PAGE)?;
    Ok(())
}
