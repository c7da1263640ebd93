//! Builds the site: the engine, its glue, the page, the law.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use qolhat::Lang;
use qolhat::author::{self, LawError, Sources};
use qolhat::render::html;
use wasm_bindgen_cli_support::Bindgen;

use crate::tools::{self, WASM, cargo, npm_program};
use crate::{headers, root, single, split, target, widget, worker};

/// Whether the engine is made smaller at the end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum WasmOpt {
    Without,
    WhereNodeIs,
    Required,
}

/// The place in `index.html` where the services are listed for readers without script.
const LIST: &str = "<!-- services -->";

/// The scripts that a first verdict waits for.
const SCRIPTS: [&str; 5] = ["start.js", "host.js", "files.js", "offline.js", "vendor/idiomorph.js"];

/// Builds the site into a folder, in place of what was there.
///
/// # Errors
///
/// Where a tool is absent or fails, or a file cannot be read or written.
pub fn build(to: &Path, wasm_opt: WasmOpt) -> Result<()> {
    empty(to)?;
    engine("page", to, wasm_opt)?;
    copy(&root().join("www"), to)?;
    minify(&SCRIPTS.map(|name| to.join(name)), wasm_opt)?;
    for style in ["style.css", "sheet.css", "law.css"] {
        let file = to.join(style);
        fs::write(&file, tight(&fs::read_to_string(&file)?))?;
    }
    let law = law()?;
    bundles(&law, &to.join("law"))?;
    law_pages(&law, to)?;
    words(&to.join("words"))?;
    write_index(&law, to)?;
    write_single(to, wasm_opt)?;
    widget::write(&law, to, wasm_opt)?;
    headers::write(to)?;
    worker::write(to)?;
    minify(&[to.join("sw.js")], wasm_opt)
}

/// Writes the pages on which the law is read.
fn law_pages(law: &Sources, to: &Path) -> Result<()> {
    for page in author::pages(law).context("law/calendar holds no year")? {
        let file = to.join(page.path);
        file.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(file, page.html).context("cannot write the law's pages")?;
    }
    Ok(())
}

/// Writes each language's words, which the page loads as it is to speak them.
fn words(to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for lang in Lang::ALL {
        fs::write(to.join(format!("{}.txt", lang.code())), qolhat::words::file(lang))
            .context("cannot write the words")?;
    }
    Ok(())
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
    bind(&compile(face)?, face, to)?;
    if face == "page" {
        split::split(to)?;
    }
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

/// Writes the law's bundles, which the page loads as a person picks a service and a day.
///
/// # Errors
///
/// Where a file cannot be written.
pub fn bundles(law: &Sources, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for (name, bytes) in author::published(law).context("law/calendar holds no year")? {
        fs::write(to.join(format!("{name}.qolhat")), bytes).context("cannot write the law's bundles")?;
    }
    Ok(())
}

/// Compiles the engine as a `cdylib` alone: with an `rlib` beside it, cargo silently drops link-time optimisation.
fn compile(face: &str) -> Result<PathBuf> {
    let what = ["rustc", "--locked", "--package", "qolhat", "--lib", "--crate-type", "cdylib"];
    let mut command = cargo(&what);
    for folder in tools::sources()? {
        // Where a machine keeps the sources of others is nobody's business, and would make every machine's build another.
        let flag = format!("--remap-path-prefix={}=/", folder.display());
        command.arg("--config").arg(format!("target.{WASM}.rustflags=['{flag}']"));
    }
    tools::run(command.args(["--release", "--target", WASM, "--features", face]))?;
    Ok(target().join(WASM).join("release").join("qolhat.wasm"))
}

/// Writes `qolhat.js` and `qolhat_bg.wasm`. This is wasm-bindgen's tool of the version in Cargo.lock: nothing to install.
fn bind(engine: &Path, face: &str, to: &Path) -> Result<()> {
    let packed = face == "npm";
    Bindgen::new()
        .input_path(engine)
        .web(true)?
        // A bundler would look for a file at that address; and what broke off in a developer's hands starts afresh.
        .omit_default_module_path(packed)
        .reset_state_function(packed)
        .typescript(false)
        // Where it is cut is known by the names of its functions.
        .remove_name_section(packed)
        .remove_producers_section(true)
        .generate(to)
}

/// What wasm-opt is told: two rounds over code laid flat. What is called once stays a function, for written out in place it
/// compresses worse. Rust keeps nothing below the first kilobyte of memory, and begins with memory full of zeros.
const SMALLER: [&str; 8] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--low-memory-unused",
    "--zero-filled-memory",
    "--one-caller-inline-max-function-size=0",
    "-o",
];

fn shrink(to: &Path, wasm_opt: WasmOpt) -> Result<()> {
    let Some(node) = node(wasm_opt)? else { return Ok(()) };
    for wasm in split::FILES.map(|name| to.join(name)).iter().filter(|wasm| wasm.exists()) {
        tools::run(Command::new(&node).arg(npm_program("binaryen", "wasm-opt")).arg(wasm).args(SMALLER).arg(wasm))?;
    }
    minify(&[to.join("qolhat.js")], wasm_opt)
}

/// Makes scripts smaller where node is.
///
/// # Errors
///
/// Where a tool is absent or fails.
pub fn minify(scripts: &[PathBuf], wasm_opt: WasmOpt) -> Result<()> {
    let Some(node) = node(wasm_opt)? else { return Ok(()) };
    for script in scripts {
        let options = ["--module", "--compress", "--mangle", "--output"];
        tools::run(Command::new(&node).arg(npm_program("terser", "terser")).arg(script).args(options).arg(script))?;
    }
    Ok(())
}

/// Node with the tools that make things smaller; nothing where the build goes without.
pub fn node(wasm_opt: WasmOpt) -> Result<Option<PathBuf>> {
    if wasm_opt == WasmOpt::Without {
        return Ok(None);
    }
    match tools::node() {
        Ok(node) => {
            tools::npm_packages(&root().join("tools"))?;
            Ok(Some(node))
        }
        Err(why) if wasm_opt == WasmOpt::WhereNodeIs => {
            println!("The site stays some thousand bytes larger, because wasm-opt and terser are skipped: {why}.");
            Ok(None)
        }
        Err(why) => Err(why),
    }
}

/// A style sheet without its comments and indents. Ours has neither inside a value.
fn tight(css: &str) -> String {
    let mut tight = String::new();
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        tight.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    tight.push_str(rest);
    tight.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Copies a folder with all that is in it.
///
/// # Errors
///
/// Where a file cannot be read or written.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
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

/// Writes the single file; where the tools for it are not, the page does not offer it.
fn write_single(to: &Path, wasm_opt: WasmOpt) -> Result<()> {
    if let Some(node) = node(wasm_opt)? {
        return single::write(to, &node);
    }
    let index = to.join("index.html");
    let page = fs::read_to_string(&index)?;
    let lines: Vec<_> = page.lines().filter(|line| !line.trim_start().starts_with(single::SITE_ONLY)).collect();
    Ok(fs::write(index, lines.join("\n") + "\n")?)
}

/// Lists the services for readers without script: the editions of today, in each language.
fn static_list(law: &Sources) -> String {
    let bundles = author::assemble(law);
    // The newest edition of each service is the one in force: a list may be read long after it was built.
    let newest = bundles.iter().filter_map(|bundle| bundle.editions.last()).map(|edition| edition.from).max();
    let list = |lang| newest.map(|day| html::static_list(&bundles, day, lang).into_string());
    Lang::ALL.into_iter().filter_map(list).collect()
}
