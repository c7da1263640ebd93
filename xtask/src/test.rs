//! Runs every check in turn and stops at the first that fails.

use std::env;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::ops::AddAssign;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::site::{self, WasmOpt};
use crate::tools::{self, Browser, WASM, cargo};
use crate::{matrix, root, site_folder, size};

/// What one check needs and does. `help` is said where it fails.
struct Check {
    name: &'static str,
    about: &'static str,
    help: &'static str,
    run: fn(&Tools) -> Result<Tally>,
}

const CHECKS: [Check; 10] = [
    Check { name: "format", about: "the code is formatted", help: "`cargo fmt --all` formats it", run: format },
    Check { name: "lints", about: "clippy has no remark", help: "each remark names its remedy", run: lints },
    Check { name: "native", about: "tests and examples, natively", help: "see above", run: native },
    Check { name: "docs", about: "the documentation builds without a warning", help: "see above", run: docs },
    Check { name: "law", about: "the law's files have no fault", help: "each fault names its remedy", run: law },
    Check { name: "wasm", about: "the engine in node and in Chromium", help: "see above", run: wasm },
    Check { name: "site", about: "the site is built", help: "see above", run: build_site },
    Check {
        name: "size",
        about: "the site keeps to its budget",
        help: "`cargo xtask size` shows the bytes",
        run: weigh,
    },
    Check { name: "browser", about: "a person's way through the page", help: "see above", run: journeys },
    Check { name: "npm", about: "the npm package where developers use it", help: "see above", run: npm },
];

struct Tools {
    node: PathBuf,
    browser: Browser,
    firefox: Option<PathBuf>,
    webkit: Option<PathBuf>,
}

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    passed: u32,
    failed: u32,
}

impl Tally {
    const ONE: Self = Self { passed: 1, failed: 0 };
    const FAILED: Self = Self { passed: 0, failed: 1 };
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Runs the named checks, or all. The last line says how many tests passed and failed.
///
/// # Errors
///
/// Where a name is no check's.
pub fn run(names: &[String]) -> Result<ExitCode> {
    if let Some(name) = names.iter().find(|name| CHECKS.iter().all(|check| check.name != **name)) {
        let all: Vec<_> = CHECKS.iter().map(|check| check.name).collect();
        bail!("there is no check `{name}`: there are {}", all.join(", "));
    }
    let chosen = CHECKS.iter().filter(|check| names.is_empty() || names.iter().any(|name| name == check.name));
    let total = run_all(chosen);
    println!("\n{} passed, {} failed", total.passed, total.failed);
    Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn run_all<'a>(checks: impl Iterator<Item = &'a Check>) -> Tally {
    let mut total = Tally::default();
    // First, so that a bare machine learns at once what it lacks.
    let tools = match tools() {
        Ok(tools) => tools,
        Err(error) => {
            println!("The tests cannot start: {error:#}.");
            return Tally::FAILED;
        }
    };
    for Check { name, about, help, run } in checks {
        println!("\n== {name}: {about}");
        let tally = run(&tools).unwrap_or_else(|error| {
            println!("{error:#}");
            Tally::FAILED
        });
        total += tally;
        if tally.failed > 0 {
            println!("\nThe check `{name}` failed ({help}); `cargo xtask test {name}` repeats it.");
            break;
        }
    }
    total
}

fn tools() -> Result<Tools> {
    tools::wasm_target()?;
    let (browser, firefox, webkit) = (tools::browser()?, tools::firefox()?, tools::webkit()?);
    Ok(Tools { node: tools::node()?, browser, firefox, webkit })
}

fn format(_: &Tools) -> Result<Tally> {
    tools::run(&mut cargo(&["fmt", "--all", "--check"]))?;
    Ok(Tally::ONE)
}

fn lints(_: &Tools) -> Result<Tally> {
    // The runner's many dependencies would be checked here, then built again for the one line it has.
    let native = ["--workspace", "--exclude", "wasm-test-runner", "--features", "cli"];
    let wasm = ["--package", "qolhat", "--target", WASM, "--features", "page,npm"];
    for what in [native.as_slice(), wasm.as_slice()] {
        let clippy = &mut cargo(&["clippy", "--locked", "--all-targets"]);
        tools::run(clippy.args(what).args(["--", "--deny", "warnings"]))?;
    }
    Ok(Tally { passed: 2, failed: 0 })
}

fn native(_: &Tools) -> Result<Tally> {
    let what = ["--locked", "--package", "qolhat", "--features", "cli"];
    let nextest = cargo(&["nextest", "--version"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let nextest = nextest.is_ok_and(|status| status.success());
    let runner = if nextest { ["nextest", "run"].as_slice() } else { &["test", "--all-targets"] };
    let mut tally = counted(cargo(runner).arg("--no-fail-fast").args(what))?;
    if tally.failed == 0 {
        tally += counted(cargo(&["test", "--doc"]).args(what))?;
    }
    Ok(tally)
}

fn docs(_: &Tools) -> Result<Tally> {
    let doc = &mut cargo(&["doc", "--locked", "--package", "qolhat", "--lib", "--no-deps", "--features", "cli"]);
    tools::run(doc.env("RUSTDOCFLAGS", "--deny warnings"))?;
    Ok(Tally::ONE)
}

fn law(_: &Tools) -> Result<Tally> {
    tools::run(&mut cargo(&["run", "--locked", "--quiet", "--features", "cli", "--", "law", "check"]))?;
    Ok(Tally::ONE)
}

fn wasm(tools: &Tools) -> Result<Tally> {
    // Before the tests, or its build would count towards the first test's time.
    tools::run(&mut cargo(&["build", "--locked", "--package", "wasm-test-runner"]))?;
    let mut tally = Tally::default();
    // One at a time, as they are shipped: node would not know what to do with a page that starts.
    for (features, test) in [("npm", "wasm_node"), ("page", "wasm_browser")] {
        let tests = &mut cargo(&["test", "--locked", "--package", "qolhat", "--target", WASM]);
        tests.args(["--features", features, "--test", test]).env("CHROMEDRIVER", &tools.browser.chromedriver);
        // The tool's own limits, 5 and 20 seconds, are too short for a busy machine.
        tests.env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60").env("WASM_BINDGEN_TEST_TIMEOUT", "120");
        tally += counted(tests)?;
    }
    Ok(tally)
}

fn build_site(_: &Tools) -> Result<Tally> {
    site::build(&site_folder(), WasmOpt::Required)?;
    Ok(Tally::ONE)
}

fn weigh(_: &Tools) -> Result<Tally> {
    size::run(&site_folder(), false)?;
    Ok(Tally::ONE)
}

fn journeys(tools: &Tools) -> Result<Tally> {
    let folder = root().join("tests").join("browser");
    tools::npm_packages(&folder)?;
    let files = files(&folder)?;
    let mut node = Command::new(&tools.node);
    let tests = in_browser(&mut node, &tools.browser, &site_folder());
    others(tests, tools);
    counted(tests.args(["--test", "--test-reporter=spec", "--test-timeout=600000"]).args(files))
}

fn npm(tools: &Tools) -> Result<Tally> {
    counted(others(&mut matrix::tests(&tools.node, &tools.browser, false)?, tools))
}

/// Tries the npm package in all places, and weighs it.
///
/// # Errors
///
/// Where a tool is absent or the package cannot be built.
pub fn matrix() -> Result<ExitCode> {
    let tools = tools()?;
    let tally = counted(others(&mut matrix::tests(&tools.node, &tools.browser, true)?, &tools))?;
    matrix::weigh(&tools.node)?;
    println!("\n{} passed, {} failed", tally.passed, tally.failed);
    Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Lists the files of tests in a folder.
///
/// # Errors
///
/// Where there is no such folder.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    Ok(files)
}

/// Tells a script where the browser, the built site and the server are.
pub fn in_browser<'a>(command: &'a mut Command, browser: &Browser, site: &Path) -> &'a mut Command {
    let server = env::current_exe().unwrap_or_default();
    command.env("CHROMIUM", &browser.chromium).env("PDFTOTEXT", &browser.pdftotext);
    command.env("QOLHAT_XTASK", server).env("QOLHAT_SITE", site)
}

/// Tells a script where the other browsers are. Without one its tests say that they were skipped.
fn others<'a>(command: &'a mut Command, tools: &Tools) -> &'a mut Command {
    for (variable, program) in [("FIREFOX", &tools.firefox), ("WEBKIT_DRIVER", &tools.webkit)] {
        command.env(variable, program.as_deref().unwrap_or(Path::new("")));
    }
    command
}

/// Runs a command that runs tests, shows what it prints, and counts.
fn counted(command: &mut Command) -> Result<Tally> {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", tools::line(command)))?;
    let (out, err) = (child.stdout.take(), child.stderr.take());
    let from_err = thread::spawn(move || err.map_or(Ok(Tally::default()), |stream| shown(stream, io::stderr())));
    let mut tally = out.map_or(Ok(Tally::default()), |stream| shown(stream, io::stdout()))?;
    tally += from_err.join().expect("the reader does not panic")?;
    if !child.wait()?.success() && tally.failed == 0 {
        bail!("{} failed", tools::line(command));
    }
    Ok(tally)
}

fn shown(stream: impl Read, mut to: impl Write) -> io::Result<Tally> {
    let mut tally = Tally::default();
    for line in BufReader::new(stream).split(b'\n') {
        let line = line?;
        to.write_all(&line)?;
        to.write_all(b"\n")?;
        tally += count(&String::from_utf8_lossy(&line));
    }
    Ok(tally)
}

/// Reads the summary line of cargo's and wasm-bindgen's tests, of nextest, or of node.
fn count(line: &str) -> Tally {
    let words: Vec<_> = line.split([' ', ',', ';', '.']).filter(|word| !word.is_empty()).collect();
    let near = |word: &str, step: fn(usize) -> Option<usize>| {
        let at = words.iter().position(|other| *other == word).and_then(step);
        at.and_then(|at| words.get(at)?.parse().ok()).unwrap_or(0)
    };
    // Not what nextest repeats, indented, of the test that failed.
    if line.starts_with("test result:") || line.trim_start().starts_with("Summary [") {
        let before = |at: usize| at.checked_sub(1);
        Tally { passed: near("passed", before), failed: near("failed", before) }
    } else if line.starts_with("ℹ pass ") || line.starts_with("ℹ fail ") {
        let after = |at: usize| at.checked_add(1);
        Tally { passed: near("pass", after), failed: near("fail", after) }
    } else {
        Tally::default()
    }
}
