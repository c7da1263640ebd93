//! `cargo xtask …`: builds, serves, tests, weighs and times Qolhat.
//!
//! Plain Rust without a shell, so that it does the same on Linux, macOS and Windows.

mod bench;
mod dist;
mod files;
mod hash;
mod headers;
mod look;
mod matrix;
mod pack;
mod same;
mod serve;
mod single;
mod site;
mod size;
mod split;
mod test;
mod tools;
mod widget;
mod worker;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::site::WasmOpt;

const HELP: &str = "\
cargo xtask serve [--port 8080] [--site FOLDER] [--log]
    Builds the site, serves it on this machine and prints the address. Port 0 takes a free one.
    --site serves a folder as it is and builds nothing; --log prints each request.
cargo xtask build [--to dist/site]
    Builds the site; makes it smaller with wasm-opt where node is installed.
cargo xtask test [CHECK…]
    Runs every check, or those named: format lints native docs law wasm site size browser npm.
cargo xtask matrix
    Tries the npm package in every bundler and runtime that installs from npm, and weighs it beside other engines.
cargo xtask dist
    Writes into dist/ what is shipped.
cargo xtask pack
    Builds the npm package into dist/npm and packs it into dist/.
cargo xtask bench
    Times the engine natively and in the browser.
cargo xtask screens [--to dist/screens]
    Takes pictures of every screen and sheet, in three languages and widths, to be looked at before a change lands.
cargo xtask lighthouse
    Prints the marks that Lighthouse gives the site, and fails where one is lower than agreed.
cargo xtask same
    Builds the site anew, from nothing, and compares each file with dist/site.
cargo xtask size [--write] [--site FOLDER]
    Weighs the files of dist/site; --write notes the bytes in docs/sizes.toml.";

fn main() -> ExitCode {
    let mut arguments = Arguments(env::args().skip(1).collect());
    match run(&mut arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &mut Arguments) -> Result<ExitCode> {
    let command = arguments.word();
    match command.as_deref() {
        Some("serve") => serve(arguments)?,
        Some("build") => {
            let to = arguments.value("--to")?.map_or_else(site_folder, PathBuf::from);
            arguments.end()?;
            site::build(&to, WasmOpt::WhereNodeIs)?;
        }
        Some("test") => return test::run(&arguments.words()?),
        Some("dist") => {
            arguments.end()?;
            dist::write()?;
        }
        Some("pack") => {
            arguments.end()?;
            println!("{}", pack::run()?.display());
        }
        Some("matrix") => {
            arguments.end()?;
            return test::matrix();
        }
        Some("bench") => {
            arguments.end()?;
            bench::run()?;
        }
        Some("screens") => {
            let to = arguments.value("--to")?.map_or_else(|| root().join("dist").join("screens"), PathBuf::from);
            arguments.end()?;
            look::screens(&to)?;
        }
        Some("lighthouse") => {
            arguments.end()?;
            look::lighthouse()?;
        }
        Some("same") => {
            arguments.end()?;
            same::run()?;
        }
        Some("size") => {
            let write = arguments.flag("--write");
            let site = arguments.value("--site")?.map_or_else(site_folder, PathBuf::from);
            arguments.end()?;
            size::run(&site, write)?;
        }
        Some("help" | "--help") | None => println!("{HELP}"),
        Some(other) => bail!("there is no command `{other}`\n\n{HELP}"),
    }
    Ok(ExitCode::SUCCESS)
}

fn serve(arguments: &mut Arguments) -> Result<()> {
    let port = arguments.value("--port")?.map_or(Ok(8080), |port| port.parse());
    let port = port.context("a port is a number from 0 to 65535")?;
    let log = arguments.flag("--log");
    let ready = arguments.value("--site")?.map(PathBuf::from);
    arguments.end()?;
    let folder = match ready {
        Some(folder) => folder,
        None => {
            // Not `dist`, where only what may be shipped lies.
            let folder = target().join("site");
            site::build(&folder, WasmOpt::Without)?;
            folder
        }
    };
    serve::serve(&folder, port, log)
}

/// Gives the project's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the project's folder")
}

/// Gives cargo's target folder: this program lies in its `debug`.
pub fn target() -> PathBuf {
    let program = env::current_exe().expect("a program knows where it lies");
    program.ancestors().nth(2).expect("cargo builds into target/debug").into()
}

/// Gives the folder of the site as it is shipped.
pub fn site_folder() -> PathBuf {
    root().join("dist").join("site")
}

struct Arguments(Vec<String>);

impl Arguments {
    fn word(&mut self) -> Option<String> {
        (!self.0.is_empty()).then(|| self.0.remove(0))
    }

    fn flag(&mut self, name: &str) -> bool {
        let count = self.0.len();
        self.0.retain(|argument| argument != name);
        self.0.len() < count
    }

    fn value(&mut self, name: &str) -> Result<Option<String>> {
        let Some(at) = self.0.iter().position(|argument| argument == name) else { return Ok(None) };
        self.0.remove(at);
        if at == self.0.len() {
            bail!("`{name}` needs a value\n\n{HELP}");
        }
        Ok(Some(self.0.remove(at)))
    }

    fn words(&mut self) -> Result<Vec<String>> {
        match self.0.iter().find(|argument| argument.starts_with('-')) {
            Some(option) => bail!("there is no option `{option}`\n\n{HELP}"),
            None => Ok(std::mem::take(&mut self.0)),
        }
    }

    fn end(&self) -> Result<()> {
        match self.0.first() {
            Some(rest) => bail!("`{rest}` is one word too many\n\n{HELP}"),
            None => Ok(()),
        }
    }
}
