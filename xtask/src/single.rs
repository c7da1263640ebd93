//! Puts the whole site into one file, which opens from a memory stick and asks no one for anything.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use base64::prelude::{BASE64_STANDARD, Engine};
use flate2::Compression;
use flate2::write::DeflateEncoder;

use crate::hash::sha256;
use crate::tools::{self, npm_program};
use crate::{files, site, split, target};

/// The name of the file beside the site.
pub const FILE: &str = "qolhat.html";

/// Where the engine and its files come from in the single file, in place of `www/files.js`.
const READ: &str = include_str!("single.js");

/// The glue as a function that makes it anew. It names its module's address, for the engine beside it; here that is within.
const GLUE: [&str; 3] = ["--format=iife", "--global-name=made", "--define:import.meta.url=\"\""];

/// Begins the lines of `index.html` that stand for what is beside it: their content is put within, or is the site's alone.
const OUTSIDE: [&str; 5] = [
    "<meta http-equiv=\"Content-Security-Policy\"",
    "<link rel=\"",
    "<script type=\"module\" src=\"start.js\">",
    "<nav class=\"static\"",
    SITE_ONLY,
];

/// Begins a line of `index.html` that only the site has: the way to the single file.
pub const SITE_ONLY: &str = "<p class=\"static site-only\"";

/// Writes the single file beside a built site.
///
/// # Errors
///
/// Where the bundler fails, a file cannot be read, or something in the page still points outside.
pub fn write(site: &Path, node: &Path) -> Result<()> {
    let within_page = "export default JSON.parse(document.getElementById(\"files\").textContent);";
    let script = bundled(site, node, "start.js", within_page)?;
    let style = fs::read_to_string(site.join("style.css"))? + &fs::read_to_string(site.join("sheet.css"))?;
    let index = fs::read_to_string(site.join("index.html"))?;
    let page = page(&index, &script, &style, &within(site, &[])?, &fs::read(site.join("icon.svg"))?)?;
    fs::write(site.join(FILE), page).context("cannot write the single file")
}

/// Bundles a script of the site with the modules it uses, and with the files it reads, to one that asks for nothing.
///
/// # Errors
///
/// Where the bundler fails or a file cannot be read.
pub fn script(site: &Path, node: &Path, entry: &str, styles: &[&str]) -> Result<String> {
    bundled(site, node, entry, &format!("export default {};", within(site, styles)?))
}

/// Bundles the modules that an entry uses; `from` is the module that gives what they read.
fn bundled(site: &Path, node: &Path, entry: &str, from: &str) -> Result<String> {
    let work = target().join("single");
    site::empty(&work)?;
    for name in files::within(site)?.iter().filter(|name| name.ends_with(".js") && *name != "sw.js") {
        let to = work.join(name);
        fs::create_dir_all(to.parent().context("a file lies in a folder")?)?;
        fs::copy(site.join(name), to)?;
    }
    let glue = bundle(node, &work.join("qolhat.js"), &GLUE)?;
    fs::write(work.join("glue.js"), format!("export function glue() {{\n{glue}\nreturn made;\n}}\n"))?;
    fs::write(work.join("files.js"), READ)?;
    fs::write(work.join("within.js"), from)?;
    bundle(node, &work.join(entry), &["--format=esm"])
}

fn bundle(node: &Path, entry: &Path, options: &[&str]) -> Result<String> {
    let out: PathBuf = entry.with_extension("bundle");
    let mut command = Command::new(node);
    command.arg(npm_program("esbuild-wasm", "esbuild")).arg(entry).args(options);
    command.args(["--bundle", "--minify", "--charset=utf8", "--log-level=error"]);
    command.arg(format!("--outfile={}", out.display()));
    tools::run(&mut command)?;
    Ok(fs::read_to_string(out)?)
}

/// The files that the page reads, as JSON: the engine, the words, and the whole of the law, which its smaller parts repeat;
/// and styles, where they are read too.
fn within(site: &Path, styles: &[&str]) -> Result<String> {
    let read = |name: &String| {
        let law = name.ends_with(".qolhat") && !name.contains(".now.");
        law || split::FILES.contains(&name.as_str())
            || styles.contains(&name.as_str())
            || (name.starts_with("words/") && name.ends_with(".txt"))
    };
    let entry = |name: String| -> Result<String> {
        let mut deflate = DeflateEncoder::new(Vec::new(), Compression::best());
        deflate.write_all(&fs::read(site.join(&name))?)?;
        // Neither a name nor base64 has a sign that JSON or HTML would write in another way.
        Ok(format!("\"{name}\":\"{}\"", BASE64_STANDARD.encode(deflate.finish()?)))
    };
    let entries = files::within(site)?.into_iter().filter(read).map(entry).collect::<Result<Vec<_>>>()?;
    Ok(format!("{{{}}}", entries.join(",\n")))
}

fn page(index: &str, script: &str, style: &str, within: &str, icon: &[u8]) -> Result<String> {
    let icon = BASE64_STANDARD.encode(icon);
    let head = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
         <link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">\n\
         <style>{style}</style>\n\
         <script type=\"application/json\" id=\"files\">{within}</script>\n\
         <script type=\"module\">{script}</script>\n",
        policy(script, style)
    );
    let inside = |line: &&str| !OUTSIDE.iter().any(|begins| line.trim_start().starts_with(begins));
    let lines: Vec<_> = index.lines().filter(inside).collect();
    let (before, after) = lines.split_at(lines.iter().position(|line| line.trim() == "</head>").context("no head")?);
    let (before, after) = (before.join("\n"), after.join("\n"));
    for (name, text, end) in [("script", script, "</script"), ("style", style, "</style")] {
        if text.contains(end) {
            bail!("the {name} holds `{end}`, which would end it within the single file");
        }
    }
    if let Some(outside) = points_outside(&(before.clone() + &after)) {
        bail!("the page would point from the single file to `{outside}`, which is not beside it");
    }
    Ok(format!("{before}\n{head}{after}\n"))
}

/// All is forbidden but the one script, the one style and what the page draws itself.
fn policy(script: &str, style: &str) -> String {
    format!(
        "default-src 'none'; script-src 'sha256-{}' 'wasm-unsafe-eval'; style-src 'sha256-{}'; img-src data:; \
         connect-src 'none'; worker-src 'none'; base-uri 'none'; form-action 'none'",
        sha256(script.as_bytes()),
        sha256(style.as_bytes())
    )
}

/// Finds an address that is neither in the page nor whole.
fn points_outside(html: &str) -> Option<&str> {
    let addresses = [" href=\"", " src=\""].into_iter().flat_map(|name| html.split(name).skip(1));
    let addresses = addresses.filter_map(|rest| rest.split('"').next());
    addresses
        .into_iter()
        .find(|address| !["#", "https://", "http://", "data:"].iter().any(|start| address.starts_with(start)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = "<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"old\">\n\
        <link rel=\"stylesheet\" href=\"style.css\">\n</head>\n<body><a href=\"#kk\">kk</a></body>";

    #[test]
    fn nothing_may_be_asked_for_and_only_the_one_script_runs() {
        let page = page(INDEX, "run()", "p{}", "{}", b"").unwrap();
        let policy = page.split("content=\"").nth(1).unwrap().split('"').next().unwrap();
        assert!(policy.starts_with("default-src 'none'; ") && policy.contains("; connect-src 'none'; "), "{policy}");
        // The hash of `run()`, as browsers compute it.
        let hash = sha256(b"run()");
        assert!(policy.contains(&format!("script-src 'sha256-{hash}' 'wasm-unsafe-eval'; ")), "{policy}");
        assert!(!policy.contains("'self'") && !policy.contains("unsafe-inline") && !page.contains("style.css"));
    }

    #[test]
    fn a_page_that_points_beside_itself_is_refused() {
        let beside = INDEX.replace("#kk", "law/kk.html");
        assert!(page(&beside, "", "", "{}", b"").unwrap_err().to_string().contains("`law/kk.html`"));
        assert!(page(INDEX, "'</script'", "", "{}", b"").is_err());
    }
}
