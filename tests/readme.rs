//! What the README shows is what is printed.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Every block after `<!-- report: EXAMPLE DAY -->` shows parts of the report, in order; `…` stands for what is left out.
#[test]
fn the_reports_in_the_readme_are_what_the_command_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let blocks: Vec<_> = readme.split("<!-- report: ").skip(1).collect();
    assert_eq!(blocks.len(), 2, "one accepted and one refused");
    for block in blocks {
        let (call, rest) = block.split_once(" -->\n```text\n").unwrap();
        let (example, day) = call.split_once(' ').unwrap();
        let shown = rest.split_once("```").unwrap().0;
        let file = format!("examples/{example}.json");
        let args = ["check", &file, "--on", day, "--lang", "en"];
        let output = Command::new(env!("CARGO_BIN_EXE_qolhat")).args(args).current_dir(root).output().unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        let mut from = 0;
        for part in shown.split("…\n") {
            let at = printed[from..].find(part);
            from += at.unwrap_or_else(|| panic!("{example}: not printed so:\n{part}\nbut\n{printed}")) + part.len();
        }
    }
}

#[test]
fn every_link_of_the_readme_leads_to_a_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let links = readme.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link);
    for link in links.filter(|link| !link.starts_with("https://")) {
        assert!(root.join(link).exists(), "{link}");
    }
}
