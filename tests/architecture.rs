//! Which part of the library may use which, and that the law stays outside of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What a few files alone may do, beyond the rest of their part.
const CASES: &str = "author/cases";
const PAGES: &str = "author/pages";

/// Each part of the library with the parts that it may use. A part uses only parts above it: there is no circle.
/// A new arrow here is a decision: change this table in a commit of its own that says why.
const ARROWS: &[(&str, &[&str])] = &[
    // The leaves, and what every other part may use of them.
    // How a bundle holds each of them: below all, as a type says beside itself how it is written.
    ("wire", &[]),
    ("id", &["wire"]),
    ("day", &["wire"]),
    ("clause", &["wire", "id"]),
    // The law as values.
    ("calendar", &[]),
    ("facts", &[]),
    ("condition", &["facts"]),
    ("law", &["calendar", "facts", "condition"]),
    ("bundle", &["calendar", "law"]),
    ("edition", &["law"]),
    // What a person brings, and what is remarked on it.
    ("iin", &[]),
    ("input", &[]),
    ("package", &["facts", "law", "iin", "input"]),
    ("finding", &["calendar", "law"]),
    ("words", &["calendar", "facts", "condition", "law", "finding"]),
    // The answer.
    ("check", &["calendar", "facts", "condition", "law", "iin", "package", "finding"]),
    // A window's days are both a remark on the package and a line of the timeline.
    ("timeline", &["calendar", "facts", "condition", "law", "check"]),
    (
        "report",
        &["bundle", "calendar", "facts", "condition", "law", "edition", "package", "finding", "check", "timeline"],
    ),
    ("receipt", &["law", "iin", "package", "finding", "report", "words"]),
    // The page without script is the law itself, rendered: its conditions in words, and the edition in force.
    (
        "render",
        &["calendar", "condition", "law", "edition", "finding", "check", "timeline", "report", "receipt", "words"],
    ),
];

/// What those may use who face the outside: everything above, and each other as said here.
const OUTER: &[(&str, &[&str])] = &[("batch", &[]), ("npm", &["batch"]), ("page", &["batch"])];

/// What the author's tool may use: the law, and the words to explain it.
const AUTHOR: &[&str] = &["calendar", "facts", "condition", "law", "bundle", "edition", "words"];
/// What the author's tool may use to draw the law's pages: clauses look there as they do on the page.
const AUTHOR_PAGES: &[&str] = &["render"];
/// What the author's tool may use to run the law's cases.
const AUTHOR_CASES: &[&str] = &["input", "package", "finding", "check", "timeline", "report"];

const LEAVES: &[&str] = &["wire", "id", "day", "clause"];

#[test]
fn each_part_uses_only_what_the_table_allows() {
    let table = table();
    let mut faults = Vec::new();
    for file in sources().iter().filter(|file| !["lib", "bin"].contains(&file.part.as_str())) {
        let Some(allowed) = table.get(file.part.as_str()) else {
            faults
                .push(format!("{}: the part `{}` is not in the table of tests/architecture.rs", file.name, file.part));
            continue;
        };
        let more = match file.name.as_str() {
            name if name.starts_with(CASES) => AUTHOR_CASES,
            name if name.starts_with(PAGES) => AUTHOR_PAGES,
            _ => &[],
        };
        let may = |used: &str| used == file.part || allowed.contains(&used) || more.contains(&used);
        let used = used(&file.code).into_iter().filter(|used| !may(used));
        faults.extend(used.map(|used| format!("{}: `{}` may not use `{used}`", file.name, file.part)));
        if reaches_the_root(file) {
            faults.push(format!("{}: says `super` where `crate` would tell what it uses", file.name));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_part_is_used_by_a_part_above_it() {
    let mut above = LEAVES.to_vec();
    for (part, uses) in ARROWS {
        for used in *uses {
            assert!(above.contains(used), "`{part}` uses `{used}`, which stands below it in the table");
        }
        above.push(part);
    }
}

#[test]
fn the_engine_has_no_clock_file_network_or_variable() {
    for file in engine() {
        for outside in ["std::fs", "std::time", "std::env", "std::net", "std::process", "std::thread"] {
            assert!(!file.code.contains(outside), "{} uses `{outside}`", file.name);
        }
    }
}

#[test]
fn only_the_page_and_the_boundary_to_javascript_know_of_a_browser() {
    let of_browser = ["wasm_bindgen", "js_sys", "web_sys", "gloo"];
    for file in sources().iter().filter(|file| !["page", "npm"].contains(&file.part.as_str())) {
        let found = of_browser.iter().find(|name| file.code.contains(*name));
        assert_eq!(found, None, "{}", file.name);
    }
}

#[test]
fn the_library_names_no_file_and_no_service_of_the_law() {
    let services = fs::read_dir(root().join("law/services")).unwrap();
    let services: Vec<_> = services.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert!(services.len() >= 4);
    for file in engine() {
        for line in file.code.lines() {
            // The page loads built bundles from the site's folder of that name.
            let names_a_file = line.contains("law/") && (file.part != "page" || line.contains(".toml"));
            let named = services.iter().find(|service| line.contains(&format!("\"{service}\"")));
            assert!(!names_a_file && named.is_none(), "{}: {line}", file.name);
        }
    }
}

/// A source file, without its comments.
struct Source {
    /// Relative to `src`, with `/`.
    name: String,
    /// The part of the library it belongs to: `words` for `words.rs` and all in `words/`.
    part: String,
    code: String,
}

fn table() -> BTreeMap<&'static str, Vec<&'static str>> {
    let parts: Vec<_> = ARROWS.iter().map(|(part, _)| *part).collect();
    let inner = ARROWS.iter().map(|(part, uses)| (*part, [LEAVES, uses].concat()));
    let outer = OUTER.iter().map(|(part, uses)| (*part, [parts.as_slice(), uses].concat()));
    inner.chain(outer).chain([("author", [LEAVES, AUTHOR].concat())]).collect()
}

/// Everything but the author's tool and the command.
fn engine() -> Vec<Source> {
    sources().into_iter().filter(|file| !["author", "bin"].contains(&file.part.as_str())).collect()
}

fn sources() -> Vec<Source> {
    let folder = root().join("src");
    let mut files = Vec::new();
    list(&folder, &mut files);
    assert!(files.len() > 20, "the sources were not found");
    files.iter().map(|file| source(&folder, file)).collect()
}

fn source(folder: &Path, file: &Path) -> Source {
    let parts = file.strip_prefix(folder).unwrap().iter().map(|part| part.to_str().unwrap());
    let name = parts.collect::<Vec<_>>().join("/");
    let part = name.split('/').next().unwrap().trim_end_matches(".rs").to_string();
    let text = fs::read_to_string(file).unwrap();
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    Source { name, part, code }
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            list(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// Lists what follows each `crate::`: one name, or each first name within braces.
fn used(code: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for (at, path) in code.match_indices("crate::") {
        // Not `other_crate::`.
        if code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_') {
            continue;
        }
        let rest = &code[at + path.len()..];
        match rest.strip_prefix('{') {
            Some(list) => names.extend(in_braces(list)),
            None => names.push(first_name(rest)),
        }
    }
    names
}

fn in_braces(list: &str) -> Vec<&str> {
    let (mut depth, mut start, mut names) = (1, 0, Vec::new());
    for (at, sign) in list.char_indices() {
        depth += i32::from(sign == '{') - i32::from(sign == '}');
        if depth == 0 || (depth == 1 && sign == ',') {
            names.push(first_name(list[start..at].trim_start()));
            start = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn first_name(path: &str) -> &str {
    path.split(|sign: char| !sign.is_alphanumeric() && sign != '_').next().unwrap_or_default()
}

/// Tells whether `super` is said so often that it names the root of the crate.
fn reaches_the_root(file: &Source) -> bool {
    let depth = file.name.split('/').count();
    file.code.contains(&"super::".repeat(depth))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn this_test_sees_names_in_every_form_of_path() {
    let code = "use crate::day::Day;\nuse crate::{facts::{Answer, Facts}, id::Id,};\nlet x = crate::words::say();\n\
                other_crate::thing();";
    assert_eq!(used(code), ["day", "facts", "id", "words"]);
}
