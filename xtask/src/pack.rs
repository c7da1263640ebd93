//! Builds the npm package: `pkg/` by people, beside it the engine, the law, their versions, and a CommonJS twin of each.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use qolhat::author::{Sources, assemble, assemble_calendar};
use qolhat::{Hash, encode_bundle, encode_calendar, report};

use crate::site::{self, WasmOpt};
use crate::{root, tools};

const MADE: &str = "// Made by `cargo xtask pack`.\n";

/// A file of the law as it goes into the package.
struct LawFile {
    id: String,
    bytes: Vec<u8>,
}

/// Builds the package into `dist/npm` and packs it; gives the tarball.
///
/// # Errors
///
/// Where a tool is absent or fails, or the versions of engine and package differ.
pub fn run() -> Result<PathBuf> {
    let (dist, folder) = (root().join("dist"), root().join("dist").join("npm"));
    build(&folder)?;
    let npm = tools::npm()?;
    tools::run(Command::new(npm).current_dir(&dist).args(["pack", "./npm", "--silent", "--ignore-scripts"]))?;
    Ok(dist.join(format!("qolhat-{}.tgz", report::ENGINE)))
}

fn build(to: &Path) -> Result<()> {
    site::empty(to)?;
    site::copy(&root().join("pkg"), to)?;
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        fs::copy(root().join(licence), to.join(licence))?;
    }
    same_version(&fs::read_to_string(to.join("package.json"))?)?;
    engine(to)?;
    law(to)?;
    let node = tools::node()?;
    tools::npm_packages(&root().join("tools"))?;
    tools::run(Command::new(node).arg(root().join("tools").join("commonjs.mjs")).arg(to))
}

fn same_version(package: &str) -> Result<()> {
    let stated = format!("\"version\": \"{}\"", report::ENGINE);
    if package.contains(&stated) { Ok(()) } else { bail!("pkg/package.json must say {stated}, as Cargo.toml does") }
}

/// The engine as a file, and as a module that brings its bytes along.
fn engine(to: &Path) -> Result<()> {
    site::engine("npm", to, WasmOpt::Required)?;
    let wasm = to.join("engine.wasm");
    fs::rename(to.join("qolhat_bg.wasm"), &wasm)?;
    let mut bytes = fs::read(&wasm)?;
    bytes.extend(section("qolhat", report::ENGINE)?);
    fs::write(&wasm, &bytes)?;
    let data = inlined(&bytes)?;
    Ok(fs::write(to.join("engine.js"), format!("{MADE}export default {{ data: \"{data}\" }};\n"))?)
}

/// A custom section of WebAssembly: an engine says whose it is before it is started.
fn section(name: &str, text: &str) -> Result<Vec<u8>> {
    let sizes = [1 + name.len() + text.len(), name.len()].map(u8::try_from);
    let [whole, name_length] = sizes;
    Ok([&[0, whole?, name_length?], name.as_bytes(), text.as_bytes()].concat())
}

fn law(to: &Path) -> Result<()> {
    let sources = site::law()?;
    let folder = to.join("law");
    let services: Vec<_> = assemble(&sources)
        .iter()
        .map(|bundle| LawFile { id: bundle.service.id.to_string(), bytes: encode_bundle(bundle) })
        .collect();
    let calendar = calendar(&sources)?;
    for file in services.iter().chain([&calendar]) {
        fs::write(folder.join(format!("{}.js", file.id)), file.module()?)?;
    }
    fs::write(folder.join("services.js"), loaders(&services))?;
    Ok(fs::write(to.join("version.js"), versions(&sources, &services, &calendar)?)?)
}

fn calendar(sources: &Sources) -> Result<LawFile> {
    let calendar = assemble_calendar(sources).context("law/calendar holds no year")?;
    Ok(LawFile { id: "calendar".into(), bytes: encode_calendar(&calendar) })
}

impl LawFile {
    fn hash(&self) -> Result<Hash> {
        Hash::of_sealed(&self.bytes).context("a bundle notes its hash")
    }

    fn module(&self) -> Result<String> {
        let (id, hash, data) = (&self.id, self.hash()?, inlined(&self.bytes)?);
        Ok(format!("{MADE}export default {{ id: \"{id}\", hash: \"{hash}\", data: \"{data}\" }};\n"))
    }
}

/// Each service's law as a file of its own: a bundler cuts there, so that a page loads only what it asks for.
fn loaders(services: &[LawFile]) -> String {
    let mut module = format!("{MADE}export const services = {{\n");
    for LawFile { id, .. } in services {
        let _ = writeln!(module, "  \"{id}\": () => import(\"./{id}.js\"),");
    }
    module + "};\n"
}

fn versions(sources: &Sources, services: &[LawFile], calendar: &LawFile) -> Result<String> {
    let engine = report::ENGINE;
    let mut module = format!("{MADE}export const version = {{\n  engine: \"{engine}\",\n  law: {{\n");
    for file in services {
        let _ = writeln!(module, "    \"{}\": \"{}\",", file.id, file.hash()?);
    }
    let checked = sources.calendar.calendar().context("law/calendar holds no year")?.version();
    let _ = writeln!(module, "  }},\n  calendar: {{ hash: \"{}\", checked: \"{checked}\" }},\n}};", calendar.hash()?);
    Ok(module)
}

/// Bytes as a module holds them: folded, deflated, base64. Over a line that compresses they weigh what the deflated bytes
/// do, elsewhere far less than base64 of the bytes.
fn inlined(bytes: &[u8]) -> Result<String> {
    let mut deflated = DeflateEncoder::new(Vec::new(), Compression::best());
    deflated.write_all(&folded(bytes))?;
    Ok(BASE64_STANDARD.encode(deflated.finish()?))
}

/// Repeats of so many bytes are folded; shorter ones deflate finds itself.
const FOLD: usize = 32;

/// Folds what repeats from afar: an edition repeats most of the one before it, which deflate, looking back 32 kB, does not
/// see. The size; then, turn by turn, how many bytes stand as they are, those bytes, how many come again, from how far
/// before. `pkg/bytes.js` lays it out again.
fn folded(bytes: &[u8]) -> Vec<u8> {
    let mut folded = Vec::new();
    number(bytes.len(), &mut folded);
    let mut seen = HashMap::new();
    let (mut at, mut plain_from, mut noted) = (0, 0, 0);
    while let Some(window) = bytes.get(at..at + FOLD) {
        while noted < at {
            seen.insert(&bytes[noted..noted + FOLD], noted);
            noted += 1;
        }
        let Some(before) = seen.get(window) else {
            at += 1;
            continue;
        };
        let again = bytes[at..].iter().zip(&bytes[*before..]).take_while(|(here, there)| here == there).count();
        number(at - plain_from, &mut folded);
        folded.extend(&bytes[plain_from..at]);
        number(again, &mut folded);
        number(at - before, &mut folded);
        at += again;
        plain_from = at;
    }
    number(bytes.len() - plain_from, &mut folded);
    folded.extend(&bytes[plain_from..]);
    folded
}

/// Seven bits in a byte, the lowest first, the top bit set while more follow.
fn number(mut number: usize, to: &mut Vec<u8>) {
    while number > 127 {
        to.push(u8::try_from(number & 127).unwrap_or_default() | 128);
        number >>= 7;
    }
    to.push(u8::try_from(number).unwrap_or_default());
}
