//! `qolhat law`, from outside.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use qolhat::author::Files;

use super::{folder, sample};

fn law(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qolhat"));
    command.arg("--law").arg(folder).arg("law").args(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// An empty folder of this test's own.
fn place(name: &str) -> PathBuf {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&place);
    fs::create_dir_all(&place).unwrap();
    place
}

fn write(files: &Files, to: &Path) {
    for name in files.names() {
        let file = to.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, files.text(name).unwrap()).unwrap();
    }
}

#[test]
fn law_in_order_is_told_in_one_line() {
    let output = law(&folder("tests/sample"), &["check"]);
    let line = "the law is in order: 1 service, 2 editions, 8 requirements, 3 acts, 8 cases\n";
    assert_eq!((output.status.code(), out(&output).as_str(), err(&output).as_str()), (Some(0), line, ""));
}

#[test]
fn faults_are_printed_with_the_folder_and_without_colours_in_a_pipe() {
    let place = place("law-with-a-gap");
    let mut files = sample();
    let edition = "services/sample-permit/2023-05-12.toml";
    let text = files.text(edition.as_ref()).unwrap().replace("to = \"2024-06-30\"", "to = \"2024-06-14\"");
    files.write(edition, text);
    write(&files, &place);
    for command in [&["check"][..], &["build", "--to", "nowhere"]] {
        let output = law(&place, command);
        let at = |name: &str| place.join("services/sample-permit").join(name).display().to_string();
        let expected = format!(
            "error[edition-gap]: no edition of `sample-permit` is in force from 2024-06-15 to 2024-06-30\n  \
             {}:1   this one starts on 2024-07-01\n  {}:2   that one ends on 2024-06-14\n  \
             help: end the earlier edition on 2024-06-30\n",
            at("2024-07-01.toml"),
            at("2023-05-12.toml")
        );
        assert_eq!((output.status.code(), err(&output)), (Some(1), expected));
    }
    assert!(!Path::new("nowhere").exists(), "law with faults was built");
}

#[test]
fn a_folder_that_is_not_there_is_unusable() {
    for command in [&["check"][..], &["build", "--to", "nowhere"], &["explain", "sample-permit", "2024-07-01"]] {
        let output = law("no/such/folder".as_ref(), command);
        assert_eq!(output.status.code(), Some(2), "{command:?}: {}", err(&output));
    }
}

#[test]
fn bundles_say_what_the_files_say() {
    let place = place("bundles");
    let to = place.to_str().unwrap();
    assert_eq!(law(&folder("tests/sample"), &["build", "--to", to]).status.code(), Some(0));
    for command in [
        &["explain", "sample-permit", "2024-07-01", "--lang", "ru"][..],
        &["diff", "sample-permit", "2024-06-30", "2024-07-01"],
    ] {
        let (files, bundles) = (law(&folder("tests/sample"), command), law(&place, command));
        assert!(!out(&files).is_empty(), "{}", err(&files));
        assert_eq!(out(&files), out(&bundles));
    }
}

#[test]
fn a_damaged_bundle_is_named() {
    let place = place("damaged");
    law(&folder("tests/sample"), &["build", "--to", place.to_str().unwrap()]);
    let file = place.join("sample-permit.qolhat");
    let mut bytes = fs::read(&file).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(&file, bytes).unwrap();
    let output = law(&place, &["explain", "sample-permit", "2024-07-01"]);
    let expected = format!(
        "error[bundle-damaged]: cannot use `{}`: the bundle is damaged: its content does not match its hash\n  \
         help: build it again with `qolhat law build`\n",
        file.display()
    );
    assert_eq!((output.status.code(), err(&output)), (Some(2), expected));
}

#[test]
fn a_service_or_a_day_without_law_is_told() {
    let folder = folder("tests/sample");
    let output = law(&folder, &["explain", "sample-permits", "2024-07-01"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("did you mean `sample-permit`?"), "{}", err(&output));
    let output = law(&folder, &["explain", "sample-permit", "2023-05-11", "--lang", "ru"]);
    let said = "У нас нет текста правил, действующего 11 мая 2023 года.\n";
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(1), said));
}
