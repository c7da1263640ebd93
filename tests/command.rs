//! The command, as a developer runs it: exit codes, what is printed, and input that cannot be used.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::snapshots::same;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn qolhat(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_qolhat")).args(args).current_dir(root()).output().unwrap()
}

fn fed(args: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qolhat"));
    command.args(args).current_dir(root()).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Every example, the day on which it is asked, and how it ends.
const EXAMPLES: [(&str, &str, i32); 10] = [
    ("attestation-corporation-2022", "2022-09-12", 0),
    ("attestation-office-2017-atyrau", "2017-04-17", 1),
    ("attestation-ustaz-today", "2026-11-22", 1),
    ("duplicate-lost-2015", "2015-11-12", 0),
    ("duplicate-name-change-today", "2026-11-22", 1),
    ("enrolment-2016-karaganda", "2016-06-06", 0),
    ("enrolment-first-grade-today", "2026-06-01", 0),
    ("enrolment-one-photo", "2026-06-01", 1),
    ("external-study-abroad-alone", "2026-08-01", 0),
    ("external-study-too-late-2016", "2016-12-02", 1),
];

fn example(name: &str) -> String {
    format!("examples/{name}.json")
}

#[test]
fn every_example_is_listed_and_ends_as_listed() {
    let files = fs::read_dir(root().join("examples")).unwrap();
    let mut names: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    names.sort();
    let listed: Vec<_> = EXAMPLES.iter().map(|(name, ..)| root().join(example(name))).collect();
    assert_eq!(names, listed);
    for (name, on, code) in EXAMPLES {
        let output = qolhat(&["check", &example(name), "--on", on, "--lang", "en"]);
        assert_eq!(output.status.code(), Some(code), "{name}: {}{}", out(&output), err(&output));
    }
}

#[test]
fn reports_and_receipts_read_as_they_did() {
    for lang in ["kk", "ru", "en"] {
        for (name, on) in [("duplicate-lost-2015", "2015-11-12"), ("duplicate-name-change-today", "2026-11-22")] {
            let file = example(name);
            for what in ["check", "receipt"] {
                let output = qolhat(&[what, &file, "--on", on, "--lang", lang]);
                same(&format!("{what}-{name}.{lang}.txt"), &without_code(&out(&output)));
            }
        }
    }
}

/// The code of a report changes with every change of the law; what it looks like is asserted elsewhere.
fn without_code(text: &str) -> String {
    let codes = ["Тексеру коды:", "Код проверки:", "Check code:"];
    let lines = text.split_inclusive('\n');
    lines.filter(|line| !codes.iter().any(|code| line.starts_with(code))).collect()
}

#[test]
fn a_package_comes_from_standard_input_too_even_with_a_byte_order_mark() {
    let text = fs::read_to_string(root().join(example("duplicate-lost-2015"))).unwrap();
    let output = fed(&["check", "-", "--on", "2015-11-12"], &format!("\u{feff}{text}"));
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(out(&output).starts_with("Алдын ала тексеру: құжаттарыңызды қабылдауға кедергі табылмады."));
}

#[test]
fn all_faults_of_an_input_are_named_at_once_with_path_and_nearest_id() {
    let output = fed(
        &["check", "-"],
        r#"{"service":"duplicates","chanel":"office","facts":{"reson":"loss"},"documents":[{"document":"aplication"}]}"#,
    );
    assert_eq!(output.status.code(), Some(2));
    let told = err(&output);
    for part in [
        "field-unknown: `chanel`",
        "did you mean `channel`?",
        "field-missing: `channel`",
        "fact-unknown: `facts.reson`",
        "did you mean `reason`?",
        "document-unknown: `documents[0].document`",
        "did you mean `application`?",
    ] {
        assert!(told.contains(part), "{part} is not in\n{told}");
    }
}

#[test]
fn what_is_no_package_ends_with_2_and_says_why() {
    let cases = [
        (fed(&["check", "-"], "not json"), "cannot read `-`"),
        (fed(&["check", "-"], r#"{"service":"duplicate","channel":"office"}"#), "did you mean `duplicates`?"),
        (qolhat(&["check", "no-such-file.json"]), "cannot read `no-such-file.json`"),
        (qolhat(&["check", &example("duplicate-lost-2015"), "--law", "docs"]), "--law"),
        (qolhat(&["documents", "enrolment", "grade=first"]), "number-wrong: `facts.grade`"),
    ];
    for (output, part) in cases {
        assert_eq!(output.status.code(), Some(2));
        assert!(err(&output).contains(part), "{part} is not in\n{}", err(&output));
    }
}

#[test]
fn a_day_before_the_first_edition_is_said_to_have_none() {
    let output = qolhat(&["check", &example("attestation-ustaz-today"), "--on", "2014-01-01", "--lang", "ru"]);
    // The package names its own day of visit; only a package without one is moved by `--on`.
    assert_eq!(output.status.code(), Some(1));
    let output =
        fed(&["check", "-", "--on", "2014-01-01", "--lang", "ru"], r#"{"service":"attestation","channel":"office"}"#);
    assert_eq!(output.status.code(), Some(2));
    assert!(out(&output).contains("1 января 2014 года"), "{}", out(&output));
}

#[test]
fn an_applicants_words_are_text_in_the_html_receipt() {
    let package = r#"{"service":"duplicates","channel":"office","visit":"2015-11-12","facts":{"reason":"loss","minor":false},
        "documents":[{"document":"application"},{"document":"identity-document","expires":"2020-03-01"},
        {"document":"newspaper-extract","issued":"2015-11-10"}],"applicant":{"name":"<script>alert(1)</script>","iin":"910228400036"}}"#;
    let output = fed(&["receipt", "-", "--on", "2015-11-12", "--format", "html", "--lang", "ru"], package);
    let html = out(&output);
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{html}");
    assert!(!html.contains("<script"), "{html}");
    assert!(!html.contains("910228400036"), "the IIN is masked unless asked: {html}");
}

#[test]
fn an_open_verdict_has_no_receipt() {
    let output = qolhat(&["receipt", &example("attestation-ustaz-today"), "--on", "2026-11-22", "--lang", "ru"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(out(&output), "");
    assert!(err(&output).contains("не закончена"), "{}", err(&output));
}

#[test]
fn a_report_is_replayed_and_a_changed_one_is_told() {
    let name = example("duplicate-lost-2015");
    let report = out(&qolhat(&["check", &name, "--on", "2015-11-12", "--json"]));
    let same = fed(&["replay", "-", "--lang", "en"], &report);
    assert_eq!((same.status.code(), out(&same).as_str()), (Some(0), "Today gives the same result.\n"));
    let changed = report.replacen("\"accepted\"", "\"refused\"", 1);
    let differs = fed(&["replay", "-", "--lang", "en"], &changed);
    assert_eq!(differs.status.code(), Some(1));
    assert!(out(&differs).contains("verdict: refused → accepted"), "{}", out(&differs));
    assert_eq!(fed(&["replay", "-"], "{}").status.code(), Some(2));
}

#[test]
fn a_report_in_json_does_not_hold_the_applicant() {
    let json = out(&qolhat(&["check", &example("duplicate-lost-2015"), "--on", "2015-11-12", "--json"]));
    assert!(!json.contains("Ким Ольга") && !json.contains("910228400036"), "{json}");
}

#[test]
fn the_checklist_names_papers_and_open_questions() {
    let output = qolhat(&["documents", "duplicates", "--on", "2015-11-12", "--channel", "office", "--lang", "ru"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let text = out(&output);
    for part in ["[ ] Заявление", "(зависит от ваших ответов)", "(reason)", "(minor)"] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    let answered =
        qolhat(&["documents", "duplicates", "--on", "2015-11-12", "--lang", "ru", "reason=damage", "minor=no"]);
    assert!(!out(&answered).contains("(reason)"), "{}", out(&answered));
}

#[test]
fn the_law_is_read_from_bundles_alike() {
    let folder = std::env::temp_dir().join(format!("qolhat-bundles-{}", std::process::id()));
    let built = qolhat(&["law", "build", "--to", folder.to_str().unwrap()]);
    assert_eq!(built.status.code(), Some(0), "{}", err(&built));
    let name = example("enrolment-one-photo");
    let from = |law: &str| out(&qolhat(&["check", &name, "--on", "2026-06-01", "--json", "--law", law]));
    assert_eq!(from("law"), from(folder.to_str().unwrap()));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_days_to_keep_are_printed_as_a_calendar_file() {
    let output = qolhat(&["check", &example("duplicate-lost-2015"), "--on", "2015-11-12", "--ics", "--lang", "kk"]);
    assert_eq!(output.status.code(), Some(0));
    let file = out(&output);
    assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"), "{file}");
    // The term of fifteen working days ends on 4 December 2015: a whole day, whose end is the day after.
    assert!(file.contains("DTSTART;VALUE=DATE:20151204\r\nDTEND;VALUE=DATE:20151205\r\n"), "{file}");
    assert!(!file.contains("910228400036"), "no personal data: {file}");
}
