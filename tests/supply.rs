//! What the project is built from: whose it is, and where it comes from.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// The licences under which a dependency may be used; each lets our work be given on under ours.
const ALLOWED: [&str; 9] = [
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "Zlib",
    "0BSD",
    "Unicode-3.0",
    "Unlicense",
];

#[test]
fn every_dependency_is_under_a_licence_that_we_may_use() {
    for package in dependencies() {
        let licence = package["license"].as_str().unwrap_or("none");
        assert!(allowed(licence), "{} is under `{licence}`", package["name"]);
    }
}

#[test]
fn every_dependency_comes_from_crates_io() {
    for package in dependencies() {
        let source = package["source"].as_str().unwrap();
        assert_eq!(source, "registry+https://github.com/rust-lang/crates.io-index", "{}", package["name"]);
    }
}

#[test]
fn the_tool_and_the_library_of_wasm_bindgen_are_one_version() {
    let parts = ["wasm-bindgen", "wasm-bindgen-cli", "wasm-bindgen-cli-support", "wasm-bindgen-shared"];
    let packages = dependencies();
    let found = packages.iter().filter(|package| parts.iter().any(|part| package["name"] == *part));
    let found: Vec<_> = found.map(|package| package["version"].to_string()).collect();
    assert_eq!(found.len(), parts.len(), "each of {parts:?} once, found {found:?}");
    assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), 1, "{found:?}");
}

#[test]
fn packages_of_npm_are_named_with_their_checksum_and_without_a_place() {
    for folder in ["tools", "tests/browser", "tests/lighthouse", "tests/npm", "tests/npm/all", "tests/npm/all/next"] {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join("package-lock.json");
        let lock: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        for (name, package) in lock["packages"].as_object().unwrap().iter().filter(|(name, _)| !name.is_empty()) {
            assert!(package["integrity"].as_str().is_some_and(|sum| sum.starts_with("sha512-")), "{folder}: {name}");
            assert!(package.get("resolved").is_none(), "{folder}: {name} names the place it was loaded from");
        }
    }
}

/// Everything in Cargo.lock that is not ours, on every system.
fn dependencies() -> Vec<Value> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(["metadata", "--locked", "--format-version", "1"]);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    packages.iter().filter(|package| !package["source"].is_null()).cloned().collect()
}

/// Reads an SPDX expression of `OR` (older: `/`), `AND` and brackets, in which `AND` binds tighter.
fn allowed(licence: &str) -> bool {
    let licence = licence.trim();
    let split = |words: &[&str]| {
        let (mut depth, mut parts, mut start) = (0, Vec::new(), 0);
        for (at, sign) in licence.char_indices() {
            depth += i32::from(sign == '(') - i32::from(sign == ')');
            if let Some(word) = words.iter().find(|word| depth == 0 && licence[at..].starts_with(**word)) {
                parts.push(&licence[start..at]);
                start = at + word.len();
            }
        }
        parts.push(&licence[start..]);
        parts
    };
    match (split(&[" OR ", "/"]), split(&[" AND "])) {
        (any, _) if any.len() > 1 => any.into_iter().any(allowed),
        (_, all) if all.len() > 1 => all.into_iter().all(allowed),
        _ => match licence.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
            Some(inner) => allowed(inner),
            None => ALLOWED.contains(&licence),
        },
    }
}

#[test]
fn a_licence_is_read_as_it_is_written() {
    assert!(allowed("MIT OR GPL-3.0"));
    assert!(allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
    assert!(allowed("Unlicense/MIT"));
    assert!(!allowed("(MIT OR Apache-2.0) AND GPL-3.0"));
    assert!(!allowed("GPL-3.0"));
}
