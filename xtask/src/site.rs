//! Builds the site: the engine, its glue, the page, the law.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};
use qolhat::author::{self, LawError, Sources};
use qolhat::render::html;
use qolhat::{Lang, decode_bundle, encode_bundle, encode_calendar, encode_directory, encode_now};
use wasm_bindgen_cli_support::Bindgen;

use crate::tools::{self, WASM, cargo};
use crate::{root, target};

/// Whether the engine is made smaller at the end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum WasmOpt {
    Without,
    WhereNodeIs,
    Required,
}

/// The place in `index.html` where the services are listed for readers without script.
const LIST: &str = "<!-- services -->";

/// Builds the site into a folder, in place of what was there.
///
/// # Errors
///
/// Where a tool is absent or fails, or a file cannot be read or written.
pub fn build(to: &Path, wasm_opt: WasmOpt) -> Result<()> {
    empty(to)?;
    engine("page", to, wasm_opt)?;
    copy(&root().join("www"), to)?;
    let law = law()?;
    bundles(&law, &to.join("law"))?;
    write_index(&law, to)
}

/// Makes a folder, without what was in it.
///
/// # Errors
///
/// Where it cannot be written.
pub fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    Ok(fs::create_dir_all(folder)?)
}

/// Builds the engine and its glue with one of its faces, `page` or `npm`.
///
/// # Errors
///
/// Where a tool is absent or fails.
pub fn engine(face: &str, to: &Path, wasm_opt: WasmOpt) -> Result<()> {
    tools::wasm_target()?;
    bind(&compile(face)?, to)?;
    shrink(to, wasm_opt)
}

/// Reads the law.
///
/// # Errors
///
/// Where its files have faults.
pub fn law() -> Result<Sources> {
    let faults = match author::read(&root().join("law")) {
        Ok(sources) => return Ok(sources),
        Err(faults) => faults,
    };
    let place = |fault: &LawError| fault.at.first().map(|at| format!("law/{}:{}", at.file.display(), at.line));
    let lines: Vec<_> =
        faults.iter().map(|fault| format!("{}: {}", place(fault).unwrap_or_default(), fault.message)).collect();
    bail!("the law has faults:\n{}", lines.join("\n"))
}

/// Writes the calendar's bundle, and one per service, which the page loads when a person picks the service.
///
/// # Errors
///
/// Where a file cannot be written.
pub fn bundles(law: &Sources, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    let write = |name: &str, bytes: Vec<u8>| {
        fs::write(to.join(format!("{name}.qolhat")), bytes).context("cannot write the law's bundles")
    };
    for bundle in author::assemble(law) {
        let (id, whole) = (bundle.service.id.to_string(), encode_bundle(&bundle));
        let (_, hash) =
            decode_bundle(&whole).map_err(|error| anyhow!("cannot read what was written of {id}: {error}"))?;
        write(&format!("{id}.now"), encode_now(&author::now_part(law, &bundle), hash))?;
        write(&id, whole)?;
    }
    let calendar = author::assemble_calendar(law).context("law/calendar holds no year")?;
    write("calendar", encode_calendar(&calendar))?;
    write("directory", encode_directory(&author::assemble_directory(law)))
}

/// Compiles the engine as a `cdylib` alone: with an `rlib` beside it, cargo silently drops link-time optimisation.
fn compile(face: &str) -> Result<PathBuf> {
    let what = ["rustc", "--locked", "--package", "qolhat", "--lib", "--crate-type", "cdylib"];
    tools::run(cargo(&what).args(["--release", "--target", WASM, "--features", face]))?;
    Ok(target().join(WASM).join("release").join("qolhat.wasm"))
}

/// Writes `qolhat.js` and `qolhat_bg.wasm`. This is wasm-bindgen's tool of the version in Cargo.lock: nothing to install.
fn bind(engine: &Path, to: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(engine)
        .web(true)?
        .omit_default_module_path(false)
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(to)
}

fn shrink(to: &Path, wasm_opt: WasmOpt) -> Result<()> {
    if wasm_opt == WasmOpt::Without {
        return Ok(());
    }
    let node = match tools::node() {
        Ok(node) => node,
        Err(why) if wasm_opt == WasmOpt::WhereNodeIs => {
            println!("The engine stays some thousand bytes larger, because wasm-opt and terser are skipped: {why}.");
            return Ok(());
        }
        Err(why) => return Err(why),
    };
    let folder = root().join("tools");
    tools::npm_packages(&folder)?;
    let program = folder.join("node_modules").join("binaryen").join("bin").join("wasm-opt");
    let wasm = to.join("qolhat_bg.wasm");
    tools::run(Command::new(&node).arg(program).arg("-Oz").arg(&wasm).arg("-o").arg(&wasm))?;
    let minify = folder.join("node_modules").join("terser").join("bin").join("terser");
    let glue = to.join("qolhat.js");
    let options = ["--module", "--compress", "--mangle", "--output"];
    tools::run(Command::new(&node).arg(minify).arg(&glue).args(options).arg(&glue))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        let place = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &place)?;
        } else {
            fs::copy(entry.path(), place)?;
        }
    }
    Ok(())
}

fn write_index(law: &Sources, to: &Path) -> Result<()> {
    let page = fs::read_to_string(root().join("index.html"))?;
    if page.matches(LIST).count() != 1 {
        bail!("index.html must hold `{LIST}` once, where the services are listed for readers without script");
    }
    fs::write(to.join("index.html"), page.replace(LIST, &static_list(law)))?;
    Ok(())
}

/// Lists the services for readers without script: the editions of today, in each language.
fn static_list(law: &Sources) -> String {
    let bundles = author::assemble(law);
    // The newest edition of each service is the one in force: a list may be read long after it was built.
    let newest = bundles.iter().filter_map(|bundle| bundle.editions.last()).map(|edition| edition.from).max();
    let list = |lang| newest.map(|day| html::static_list(&bundles, day, lang).into_string());
    Lang::ALL.into_iter().filter_map(list).collect()
}
