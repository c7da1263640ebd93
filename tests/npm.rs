//! The npm package: what JavaScript is answered, and the types that say so.

mod typescript;

use std::fs;
use std::path::Path;

use qolhat::author::{assemble, read};
use qolhat::input::InputError;
use qolhat::npm::{self, Answer, Checklist, PrintedReceipt, Words, WorkingDays};
use qolhat::{DaysOff, Report, Standard, Value, encode_bundle};
use serde_json::{from_value, json};

use crate::law;
use typescript::Types;

const HEAD: &str =
    "// Made from the engine's types: `UPDATE_SNAPSHOTS=1 cargo test --features cli --test lib npm` makes it anew.\n";

#[test]
fn the_types_of_the_package_are_those_of_the_engine() {
    let types = Types::new().with::<Report>().with::<InputError>().with::<Words>();
    let types = types.with::<Checklist>().with::<PrintedReceipt>().with::<WorkingDays>();
    let found = HEAD.to_string() + &types.declared();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg/types.d.ts");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&file, &found).unwrap();
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    assert!(committed == found, "pkg/types.d.ts is old. {HEAD}");
}

#[test]
fn the_package_has_the_engines_version() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg/package.json");
    let package: serde_json::Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    assert_eq!(package["version"], qolhat::report::ENGINE);
}

fn standard(service: &str) -> Standard {
    let bundles = assemble(&read(law::folder()).unwrap());
    let bundle = bundles.iter().find(|bundle| bundle.service.id == service).unwrap();
    Standard::decode(&encode_bundle(bundle)).unwrap()
}

fn value(json: serde_json::Value) -> Value {
    from_value(json).unwrap()
}

fn success<T>(answer: Answer<T>) -> T {
    match answer {
        Answer::Success(answer) => *answer,
        Answer::Failure { errors } => panic!("{errors:#?}"),
    }
}

/// Each fault as «code path».
fn faults<T>(answer: Answer<T>) -> Vec<String> {
    match answer {
        Answer::Success(_) => panic!("no fault was found"),
        Answer::Failure { errors } => errors.iter().map(|error| format!("{} {}", error.code, error.path)).collect(),
    }
}

fn example(name: &str) -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
    serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

fn lost() -> (Standard, DaysOff, Value) {
    (standard("duplicates"), law::days_off(), example("duplicate-lost-2015.json"))
}

#[test]
fn faults_of_the_package_and_of_the_options_are_told_at_once() {
    let (standard, days_off, _) = lost();
    let package = value(json!({ "service": "duplicates", "chanel": "office" }));
    let found = faults(npm::check(&standard, &days_off, &package, &value(json!({ "day": "1 June", "lang": "kz" }))));
    assert_eq!(
        found,
        ["field-unknown chanel", "field-missing channel", "form-wrong options.day", "option-unknown options.lang"]
    );
    assert_eq!(faults(npm::check(&standard, &days_off, &package, &Value::Null)).last().unwrap(), "type-wrong options");
}

#[test]
fn words_come_where_a_language_is_asked_for_and_stand_beside_the_findings() {
    let (standard, days_off, _) = lost();
    let package = value(json!({ "service": "duplicates", "channel": "office", "facts": { "reason": "loss" } }));
    let none = success(npm::check(&standard, &days_off, &package, &value(json!({ "day": "2015-11-12" }))));
    assert_eq!(none.words, None);
    let options = value(json!({ "day": "2015-11-12", "lang": "en" }));
    let checked = success(npm::check(&standard, &days_off, &package, &options));
    assert_eq!(checked.report, none.report);
    let words = checked.words.unwrap();
    assert_eq!(words.findings.len(), checked.report.findings.len());
    let at = checked.report.findings.iter().position(|finding| finding.code.as_str() == "document-missing").unwrap();
    assert!(words.findings[at].what.starts_with("A document is missing"), "{}", words.findings[at].what);
    assert!(words.findings[at].clauses.iter().all(|clause| clause.url.as_ref().unwrap().starts_with("https://")));
}

#[test]
fn documents_need_no_channel_and_ask_what_a_check_of_no_papers_asks() {
    let (standard, days_off, _) = lost();
    let options = value(json!({ "day": "2015-11-12" }));
    let wanted = value(json!({ "service": "duplicates", "facts": { "reason": "loss" } }));
    let asked = success(npm::documents(&standard, &days_off, &wanted, &options)).checklist;
    let first = &qolhat::edition::in_force(&standard.bundle, "2015-11-12".parse().unwrap()).unwrap().channels[0].id;
    assert_eq!(asked.channel.id, *first);
    let package = json!({ "service": "duplicates", "facts": { "reason": "loss" }, "channel": first.as_str() });
    let checked = success(npm::check(&standard, &days_off, &value(package), &options));
    assert_eq!(asked.requirements, checked.report.requirements);
    let early = success(npm::documents(&standard, &days_off, &wanted, &value(json!({ "day": "2001-01-01" }))));
    assert_eq!(early.checklist.law, None);
}

/// What `receipt` of the package is passed: what a report notes for being made again, and its day.
fn noted(report: &Report) -> serde_json::Value {
    let mut noted = serde_json::to_value(&report.replay).unwrap();
    noted["day"] = json!(report.day);
    noted
}

#[test]
fn a_receipt_is_of_the_report_that_was_made_and_of_no_other() {
    let (standard, days_off, package) = lost();
    let options = value(json!({ "day": "2015-11-12" }));
    let report = success(npm::check(&standard, &days_off, &package, &options)).report;
    let lang = value(json!({ "lang": "kk", "applicant": { "name": "Айгерім <b>" } }));
    let receipt = success(npm::receipt(&standard, &days_off, &value(noted(&report)), &lang)).receipt.unwrap();
    assert!(receipt.text.contains("Айгерім <b>"));
    assert!(receipt.html.contains("Айгерім &lt;b&gt;"), "text is never markup");
    let mut other = noted(&report);
    other["law"] = json!("0");
    assert_eq!(faults(npm::receipt(&standard, &days_off, &value(other), &lang)), ["law-changed report.replay.law"]);
    let mut other = noted(&report);
    other["package"]["documents"] = json!([]);
    assert_eq!(faults(npm::receipt(&standard, &days_off, &value(other), &lang)), ["report-differs report.replay.code"]);
}

#[test]
fn there_is_no_receipt_while_the_verdict_is_open() {
    let (standard, days_off, package) = lost();
    let Value::Map(mut entries) = package else { panic!("a package is a map") };
    entries.retain(|(name, _)| name != "facts");
    let options = value(json!({ "day": "2015-11-12" }));
    let report = success(npm::check(&standard, &days_off, &Value::Map(entries), &options)).report;
    assert_eq!(report.verdict, qolhat::Verdict::Open);
    let answer = npm::receipt(&standard, &days_off, &value(noted(&report)), &value(json!({ "lang": "ru" })));
    assert_eq!(success(answer).receipt, None);
}

/// Nauryz 2026: 21 to 23 March are holidays, 24 and 25 March are given for two that fell on a weekly day off.
#[test]
fn working_days_are_counted_forward_and_between_with_each_day_passed() {
    let days_off = law::days_off();
    let counted = |asked| success(npm::calendar(&days_off, &value(asked))).working_days;
    let third = counted(json!({ "after": "2026-03-19", "count": 3 }));
    assert_eq!(third.until.unwrap().to_string(), "2026-03-27");
    let between = counted(json!({ "after": "2026-03-19", "until": "2026-03-28" }));
    assert_eq!(between.count, Some(3));
    assert_eq!(third.days[..], between.days[..8]);
    assert!(!third.acts.is_empty());
    let unknown = counted(json!({ "after": "2026-03-19", "until": "2090-01-01", "week": 6 }));
    assert_eq!((unknown.until.unwrap().to_string(), unknown.count), ("2090-01-01".into(), None));
    assert_eq!(counted(json!({ "after": "2090-03-19", "count": 1 })).until, None);
}

#[test]
fn counting_ends_with_a_number_or_with_a_day() {
    let days_off = law::days_off();
    let wrong = |asked| faults(npm::calendar(&days_off, &value(asked)));
    assert_eq!(wrong(json!({ "after": "2026-03-19" })), ["field-missing count"]);
    assert_eq!(wrong(json!({ "after": "2026-03-19", "count": 1, "until": "2026-04-01" })), ["field-missing count"]);
    assert_eq!(wrong(json!({ "after": "2026-03-19", "count": 1, "week": 7 })), ["number-wrong week"]);
}

#[test]
fn a_service_that_is_not_known_is_told_with_the_nearest() {
    let Answer::Failure { errors } = npm::unknown_service(&value(json!({ "service": "enrolmnt" })), &["enrolment"])
    else {
        panic!("it is unknown");
    };
    assert_eq!((errors[0].code, errors[0].help.as_str()), ("service-unknown", "did you mean `enrolment`?"));
    assert_eq!(faults(npm::unknown_service(&Value::Null, &["enrolment"])), ["type-wrong "]);
}
