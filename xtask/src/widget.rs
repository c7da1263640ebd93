//! The widget's files: the loader under the crate's version, the page's styles for a shadow tree, the webmaster's page.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use qolhat::Lang;
use qolhat::author::{self, Sources};
use qolhat::render::html::{self, Embed};
use sha2::{Digest, Sha384};

use crate::site::{WasmOpt, minify, node};
use crate::{headers, root, single};

/// The script that a school's page names.
const LOADER: &str = "qolhat-widget.js";
/// The same with everything within, for pages that may ask for nothing.
const WHOLE: &str = "qolhat-widget-whole.js";

/// Writes them into the site.
///
/// # Errors
///
/// Where a file cannot be read or written.
pub fn write(law: &Sources, site: &Path, wasm_opt: WasmOpt) -> Result<()> {
    let read = |name: &str| fs::read_to_string(root().join("www").join(name)).with_context(|| format!("www/{name}"));
    let loader = read("qolhat-widget.js")?.replace("__VERSION__", env!("CARGO_PKG_VERSION"));
    fs::write(site.join(LOADER), loader)?;
    let own = site.join("widget");
    let scripts = ["body.js", "lines.js", "colours.js"].map(|name| own.join(name));
    minify(&[&[site.join(LOADER), site.join("embed.js")], scripts.as_slice()].concat(), wasm_opt)?;
    let (style, sheet) = (read("style.css")?, read("sheet.css")?);
    let own = [read("widget/base.css")?, in_shadow(&style), in_shadow(&sheet)].concat();
    fs::write(site.join("widget").join("widget.css"), own)?;
    let paper = [read("widget/paper.css")?, of_paper(&sheet)].concat();
    fs::write(site.join("widget").join("paper.css"), paper)?;
    fs::remove_file(site.join("widget").join("base.css"))?;
    if let Some(node) = node(wasm_opt)? {
        fs::write(site.join(WHOLE), single::script(site, &node, LOADER, &["widget/widget.css", "widget/paper.css"])?)?;
    }
    pages(law, site)
}

/// The page on which a webmaster puts the snippet together, in each language.
fn pages(law: &Sources, site: &Path) -> Result<()> {
    let bundles = author::assemble(law);
    let newest = bundles.iter().filter_map(|bundle| bundle.editions.last()).map(|edition| edition.from).max();
    let (directory, policy) = (author::assemble_directory(law), headers::stated_policy(site)?);
    let integrity = integrity(&site.join(LOADER))?;
    let day = newest.context("law/services holds no edition")?;
    let of = Embed { bundles: &bundles, directory: &directory, day, policy: &policy, integrity: &integrity };
    for lang in Lang::ALL {
        fs::write(site.join(format!("embed.{}.html", lang.code())), html::embed(of, lang))?;
    }
    Ok(())
}

/// What a browser compares a script with before it runs it.
fn integrity(file: &Path) -> Result<String> {
    Ok(format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(fs::read(file)?))))
}

/// The page's styles for a shadow tree: the element in place of the document, its width in place of the window's, lengths
/// that a host's root cannot change, and colours that a host can.
fn in_shadow(css: &str) -> String {
    let mut written = String::new();
    for rule in top_level(css) {
        if let Some(dark) = rule.trim_start().strip_prefix("@media (prefers-color-scheme: dark)") {
            let inner = lines(inside(dark));
            written += &inner.replace(".qolhat", ":host([theme=\"dark\"]) .qolhat");
            let device = inner.replace(".qolhat", ":host(:not([theme=\"light\"], [theme=\"dark\"])) .qolhat");
            written += &format!("@media (prefers-color-scheme: dark) {{\n{device}\n}}\n");
        } else {
            written += &lines(rule);
        }
    }
    written
}

fn lines(css: &str) -> String {
    css.lines().map(|line| format!("{}\n", self::line(line))).collect()
}

fn line(line: &str) -> String {
    let said = line.trim();
    let query = said.strip_prefix("@media (").or_else(|| said.strip_prefix("@container ("));
    if let Some(width) = query.filter(|rest| rest.contains("-width:")) {
        return format!("@container ({}", in_pixels(width));
    }
    if said.starts_with("@media") {
        return line.into();
    }
    if let Some((name, value)) = said.strip_prefix("--").and_then(|rest| rest.split_once(':')) {
        return format!("--{name}: var(--qolhat-{name}, {});", of_root(value.trim().trim_end_matches(';')));
    }
    if said.ends_with(['{', ',']) {
        return selector(line);
    }
    of_root(line)
}

/// The document's own element is the widget's, and so is its main thing: a host has one of its own.
fn selector(line: &str) -> String {
    let mut selector = line.replace(":root", ".qolhat").split(' ').map(of_main).collect::<Vec<_>>().join(" ");
    for (from, to) in [("body ", ".qolhat "), ("html ", ".qolhat ")] {
        if selector.trim_start().starts_with(from) {
            selector = selector.replacen(from, to, 1);
        }
    }
    selector
}

fn of_main(word: &str) -> &str {
    match word {
        "main" => "article",
        "main," => "article,",
        _ => word,
    }
}

/// Lengths in `rem` follow the widget's own size.
fn of_root(value: &str) -> String {
    with_rems(value, |number| format!("calc({number} * var(--qolhat-rem, 16px))"))
}

fn in_pixels(value: &str) -> String {
    with_rems(value, |number| format!("{}px", number.parse::<f64>().unwrap_or_default() * 16.0))
}

fn with_rems(value: &str, write: impl Fn(&str) -> String) -> String {
    let mut parts = value.split("rem");
    let Some(mut before) = parts.next() else { return String::new() };
    let mut written = String::new();
    for after in parts {
        let number = before.rfind(|letter: char| !letter.is_ascii_digit() && letter != '.').map_or(0, |at| at + 1);
        let (rest, number) = before.split_at(number);
        written += rest;
        written += &if number.is_empty() { "rem".into() } else { write(number) };
        before = after;
    }
    written + before
}

/// The rules that stand by themselves, each whole, whatever it holds.
fn top_level(css: &str) -> Vec<&str> {
    let (mut rules, mut depth, mut from) = (Vec::new(), 0_usize, 0);
    for (at, letter) in css.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    rules.push(&css[from..=at]);
                    from = at + 1;
                }
            }
            _ => {}
        }
    }
    rules
}

fn inside(block: &str) -> &str {
    block.split_once('{').and_then(|(_, rest)| rest.rsplit_once('}')).map_or(block, |(inner, _)| inner)
}

/// The rules for the paper itself, which only a document has.
fn of_paper(css: &str) -> String {
    top_level(css).into_iter().filter(|rule| rule.contains("@page")).map(|rule| format!("{}\n", rule.trim())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_follows_the_widget_and_a_colour_the_host() {
        assert_eq!(line("  --ink: #16212b;"), "--ink: var(--qolhat-ink, #16212b);");
        assert_eq!(line("  margin: 0 1.5rem;"), "  margin: 0 calc(1.5 * var(--qolhat-rem, 16px));");
        assert_eq!(line("@media (min-width: 40rem) {"), "@container (min-width: 640px) {");
        assert_eq!(line("@container (min-width: 64rem) {"), "@container (min-width: 1024px) {");
        assert_eq!(line(":root {"), ".qolhat {");
        assert_eq!(line("  :has(> nav.steps) > main {"), "  :has(> nav.steps) > article {");
        assert_eq!(line(":is(button.main, a.main):hover {"), ":is(button.main, a.main):hover {");
        assert_eq!(line("  content: \"remove\";"), "  content: \"remove\";");
    }

    #[test]
    fn the_host_may_choose_light_or_dark() {
        let css = "@media (prefers-color-scheme: dark) {\n  :root {\n    --ink: #fff;\n  }\n}";
        let written = in_shadow(css);
        assert!(written.contains(":host([theme=\"dark\"]) .qolhat {\n--ink: var(--qolhat-ink, #fff);"), "{written}");
        assert!(written.contains(":host(:not([theme=\"light\"], [theme=\"dark\"])) .qolhat {"), "{written}");
    }
}
