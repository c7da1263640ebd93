//! The tools that a bare machine lacks: found, installed where that is possible, else named in one sentence.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, anyhow, bail};

use crate::{root, target};

/// The target that browsers run.
pub const WASM: &str = "wasm32-unknown-unknown";

const NODE: &str = "node 20 or newer, with npm, is needed: `sudo apt-get install nodejs npm` on Debian and Ubuntu, \
    `brew install node` on macOS, `winget install OpenJS.NodeJS.LTS` on Windows, or https://nodejs.org";

const BROWSER: &str = "Chromium, chromedriver and pdftotext are needed for the browser's tests: \
    `sudo apt-get install chromium chromium-driver poppler-utils fonts-dejavu-core` on Debian, \
    `brew install --cask chromium chromedriver && brew install poppler` on macOS, \
    `winget install Google.Chrome Chromium.ChromeDriver oschwartz10612.Poppler` on Windows; the variables CHROMIUM, \
    CHROMEDRIVER and PDFTOTEXT name one that is not on the PATH";

const FIREFOX: &str = "Firefox is needed for its part of the browser's tests: `sudo apt-get install firefox-esr` on Debian, \
    `brew install --cask firefox` on macOS, `winget install Mozilla.Firefox` on Windows; the variable FIREFOX names one that \
    is not on the PATH";

const WEBKIT: &str = "WebKitWebDriver and Xvfb are needed for WebKit's part of the browser's tests: \
    `sudo apt-get install webkit2gtk-driver xvfb` on Debian and Ubuntu; other systems do not have them; the variable \
    WEBKIT_DRIVER names a driver that is not on the PATH";

/// What drives the page in tests.
pub struct Browser {
    pub chromium: PathBuf,
    pub chromedriver: PathBuf,
    pub pdftotext: PathBuf,
}

/// Makes ready to run the cargo that runs us, with the same lock file and target folder.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root()).env("CARGO_TARGET_DIR", target()).args(arguments);
    command
}

/// Runs a command to its end.
///
/// # Errors
///
/// Where it cannot be started or does not succeed, with its whole line.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", line(command)))?;
    if status.success() { Ok(()) } else { Err(anyhow!("{} failed", line(command))) }
}

/// Says a command as one would type it.
pub fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| Path::new(word).display().to_string()).collect();
    format!("`{}`", words.join(" "))
}

/// Sees to it that rustc can build for the browser.
///
/// # Errors
///
/// Where the target is absent and rustup cannot add it.
pub fn wasm_target() -> Result<()> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let libraries = output(Command::new(rustc).args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    println!("Adding {WASM} to the Rust toolchain.");
    run(Command::new("rustup").current_dir(root()).args(["target", "add", WASM])).context(
        "rustc cannot build for the browser: install Rust by https://rustup.rs, or take your system's package of its \
         wasm32-unknown-unknown library",
    )
}

/// Finds the folders in which cargo keeps the sources of other packages.
///
/// # Errors
///
/// Where they cannot be read.
pub fn sources() -> Result<Vec<PathBuf>> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo"))).context("cargo has no home")?;
    let folders = fs::read_dir(home.join("registry").join("src"))?.map(|entry| Ok(entry?.path()));
    folders.collect()
}

/// Finds node.
///
/// # Errors
///
/// Where node or npm is not installed: how to install them.
pub fn node() -> Result<PathBuf> {
    find("npm").and_then(|_| find("node")).context(NODE)
}

/// Finds npm.
///
/// # Errors
///
/// Where npm is not installed: how to install it.
pub fn npm() -> Result<PathBuf> {
    find("npm").context(NODE)
}

/// Installs the packages that a folder's lock file names, unless they are there.
///
/// # Errors
///
/// Where npm is not installed or does not succeed.
pub fn npm_packages(folder: &Path) -> Result<()> {
    install_packages(folder, &["ci"])
}

/// Installs the packages that a folder's lock file names for this system, unless they are there. `npm ci` would refuse a
/// lock file without the other systems' programs, which not every registry has.
///
/// # Errors
///
/// Where npm is not installed or does not succeed.
pub fn npm_packages_of_this_system(folder: &Path) -> Result<()> {
    install_packages(folder, &["install", "--no-save"])
}

fn install_packages(folder: &Path, how: &[&str]) -> Result<()> {
    let changed = |file: PathBuf| fs::metadata(file).and_then(|about| about.modified());
    let installed = changed(folder.join("node_modules").join(".package-lock.json")).ok();
    if installed >= Some(changed(folder.join("package-lock.json"))?) {
        return Ok(());
    }
    run(Command::new(npm()?).current_dir(folder).args(how).args(["--no-audit", "--no-fund"]))
}

/// Finds what the browser's tests need; installs it where this is Debian and we may.
///
/// # Errors
///
/// Where something is absent and cannot be installed: how to install it.
pub fn browser() -> Result<Browser> {
    if find_browser().is_none() || !letters() {
        install(&["chromium", "chromium-driver", "poppler-utils", "fonts-dejavu-core"], BROWSER)?;
    }
    find_browser().context(BROWSER)
}

/// Finds Firefox; installs it where this is Debian and we may. Without it, a person's own machine still tests the rest.
///
/// # Errors
///
/// Where it is absent, cannot be installed, and the variable CI asks for every test: how to install it.
pub fn firefox() -> Result<Option<PathBuf>> {
    beside("FIREFOX", find_firefox, &["firefox-esr"], FIREFOX)
}

/// Finds the driver of WebKit, as `firefox` finds Firefox.
///
/// # Errors
///
/// As for `firefox`.
pub fn webkit() -> Result<Option<PathBuf>> {
    beside("WEBKIT", find_webkit, &["webkit2gtk-driver", "xvfb"], WEBKIT)
}

fn beside(name: &str, find: fn() -> Option<PathBuf>, packages: &[&str], help: &'static str) -> Result<Option<PathBuf>> {
    if find().is_none()
        && let Err(why) = install(packages, help)
    {
        if env::var_os("CI").is_some() {
            return Err(why);
        }
        println!("\n!! NOTHING IS TESTED IN {name}, because it is not here. {why:#}.");
    }
    Ok(find())
}

/// Only with the screen in memory that it wants.
fn find_webkit() -> Option<PathBuf> {
    find("Xvfb").and_then(|_| named("WEBKIT_DRIVER").or_else(|| find("WebKitWebDriver")))
}

fn find_firefox() -> Option<PathBuf> {
    let elsewhere =
        ["/Applications/Firefox.app/Contents/MacOS/firefox", r"C:\Program Files\Mozilla Firefox\firefox.exe"];
    let elsewhere = elsewhere.into_iter().map(PathBuf::from).find(|path| path.is_file());
    named("FIREFOX").or_else(|| find("firefox-esr")).or_else(|| find("firefox")).or(elsewhere)
}

/// Gives the program of a package of npm that a build uses.
pub fn npm_program(package: &str, program: &str) -> PathBuf {
    root().join("tools").join("node_modules").join(package).join("bin").join(program)
}

fn find_browser() -> Option<Browser> {
    Some(Browser {
        chromium: named("CHROMIUM").or_else(chromium)?,
        chromedriver: named("CHROMEDRIVER").or_else(|| find("chromedriver"))?,
        pdftotext: named("PDFTOTEXT").or_else(|| find("pdftotext"))?,
    })
}

fn chromium() -> Option<PathBuf> {
    let on_path = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    let elsewhere = [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];
    let elsewhere = elsewhere.into_iter().map(PathBuf::from).find(|path| path.is_file());
    on_path.into_iter().find_map(find).or(elsewhere)
}

/// Tells whether a page can be printed with Kazakh letters. Other systems bring them along.
fn letters() -> bool {
    !debian() || Path::new("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf").is_file()
}

fn install(packages: &[&str], otherwise: &'static str) -> Result<()> {
    let root = || output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !debian() || !root() {
        bail!(otherwise);
    }
    println!("Installing {}.", packages.join(", "));
    let apt = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null()).arg("--quiet");
        command
    };
    run(apt().arg("update"))?;
    run(apt().args(["install", "--yes", "--no-install-recommends"]).args(packages))
}

fn debian() -> bool {
    Path::new("/etc/debian_version").is_file()
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file())
}

/// Finds a program on the PATH.
fn find(program: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{program}{ending}"))))
        .find(|path| path.is_file())
}

fn output(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("cannot start {}", line(command)))?;
    Ok(String::from_utf8(output.stdout)?)
}
