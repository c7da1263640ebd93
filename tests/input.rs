//! What a caller passes in: every fault at once, with code, place, what was expected and found, and the nearest id; and
//! the same package from JSON and TOML, there and back.

use proptest::prelude::*;
use qolhat::input::{InputError, Value};
use qolhat::law::Bundle;
use qolhat::{Applicant, Package, Sex};

use crate::packages::{for_all, law_of, laws, questions};

fn bundle() -> Bundle {
    law_of("duplicates").standard.bundle
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn faults(text: &str) -> Vec<InputError> {
    Package::read(&json(text), &bundle()).unwrap_err()
}

fn written(faults: &[InputError]) -> Vec<String> {
    faults.iter().map(ToString::to_string).collect()
}

/// The one fault of a package that is right but for `rest`.
fn fault(rest: &str) -> String {
    let faults = faults(&format!(r#"{{ "service": "duplicates", "channel": "office", {rest} }}"#));
    let [fault] = faults.as_slice() else { panic!("{faults:?}") };
    fault.to_string()
}

#[test]
fn every_fault_is_named_at_once() {
    let faults = faults(
        r#"{
            "service": "enrolment",
            "chanel": "office",
            "region": "karagandy",
            "visit": "2026-02-30",
            "time": "9:00",
            "facts": { "minor": "yes", "reson": "loss", "reason": "lost" },
            "documents": [
                { "document": "aplication", "copies": 0 },
                { "form": "paper", "issued": "yesterday" },
                "application",
                { "document": "application", "issued": "2026-09-02", "expires": "2026-09-01" }
            ],
            "applicant": { "iin": 850317300010, "sex": "woman", "birthday": "1985-03-17" },
            "provider": true
        }"#,
    );
    let places: Vec<_> = faults.iter().map(|fault| (fault.code, fault.path.as_str())).collect();
    assert_eq!(
        places,
        [
            ("field-unknown", "chanel"),
            ("service-unknown", "service"),
            ("region-unknown", "region"),
            ("field-missing", "channel"),
            ("form-wrong", "visit"),
            ("form-wrong", "time"),
            ("type-wrong", "facts.minor"),
            ("fact-unknown", "facts.reson"),
            ("option-unknown", "facts.reason"),
            ("document-unknown", "documents[0].document"),
            ("number-wrong", "documents[0].copies"),
            ("field-missing", "documents[1].document"),
            ("option-unknown", "documents[1].form"),
            ("form-wrong", "documents[1].issued"),
            ("type-wrong", "documents[2]"),
            ("day-impossible", "documents[3].expires"),
            ("field-unknown", "applicant.birthday"),
            ("type-wrong", "applicant.iin"),
            ("option-unknown", "applicant.sex"),
            ("type-wrong", "provider"),
        ]
    );
}

#[test]
fn an_unknown_name_is_told_with_those_that_are_known_and_the_nearest() {
    assert_eq!(
        fault(r#""vist": "2026-09-14""#),
        "field-unknown: `vist`: expected one of: service, region, channel, visit, time, facts, documents, applicant, \
         provider, found `vist`; did you mean `visit`?"
    );
    assert_eq!(
        fault(r#""region": "karagandy""#),
        "region-unknown: `region`: expected one of: atyrau, karaganda, found `karagandy`; did you mean `karaganda`?"
    );
    assert_eq!(
        fault(r#""documents": [{ "document": "application", "regstrationMark": true }]"#),
        "field-unknown: `documents[0].regstrationMark`: expected one of: document, form, copies, issued, expires, \
         undated, registrationMark, originalShown, found `regstrationMark`; did you mean `registrationMark`?"
    );
    assert_eq!(
        fault(r#""facts": { "reason": "los" }"#),
        "option-unknown: `facts.reason`: expected one of: loss, damage, name-change, found `los`; \
         did you mean `loss`?"
    );
}

#[test]
fn where_nothing_is_near_nothing_is_suggested() {
    assert_eq!(
        fault(r#""region": "zzzzzzzz""#),
        "region-unknown: `region`: expected one of: atyrau, karaganda, found `zzzzzzzz`"
    );
}

#[test]
fn wrong_types_and_impossible_days_are_refused_each_in_its_words() {
    let cases = [
        (r#""visit": "2026-02-29""#, "form-wrong: `visit`: expected a day as YYYY-MM-DD, found `2026-02-29`"),
        (r#""visit": "14.09.2026""#, "form-wrong: `visit`: expected a day as YYYY-MM-DD, found `14.09.2026`"),
        (r#""visit": 20260914"#, "form-wrong: `visit`: expected a day as YYYY-MM-DD, found `20260914`"),
        (r#""visit": "1899-12-31""#, "form-wrong: `visit`: expected a day as YYYY-MM-DD, found `1899-12-31`"),
        (r#""time": "24:00""#, "form-wrong: `time`: expected a time as HH:MM, found `24:00`"),
        (r#""time": "9:5""#, "form-wrong: `time`: expected a time as HH:MM, found `9:5`"),
        (r#""facts": []"#, "type-wrong: `facts`: expected an object, found a list"),
        (r#""facts": { "minor": 1 }"#, "type-wrong: `facts.minor`: expected true or false, found `1`"),
        (r#""documents": {}"#, "type-wrong: `documents`: expected a list, found an object"),
        (r#""documents": [null]"#, "type-wrong: `documents[0]`: expected an object, found nothing"),
        (r#""applicant": "me""#, "type-wrong: `applicant`: expected an object, found `me`"),
        (
            r#""documents": [{ "document": "application", "copies": 100 }]"#,
            "number-wrong: `documents[0].copies`: expected a whole number from 1 to 99, found `100`",
        ),
        (
            r#""documents": [{ "document": "application", "copies": 1.5 }]"#,
            "number-wrong: `documents[0].copies`: expected a whole number from 1 to 99, found `a fraction`",
        ),
        (
            r#""documents": [{ "document": "application", "issued": "2026-09-02", "expires": "2026-09-01" }]"#,
            "day-impossible: `documents[0].expires`: expected a day not before 2026-09-02, the day of issue, \
             found `2026-09-01`",
        ),
    ];
    for (rest, expected) in cases {
        assert_eq!(fault(rest), expected);
    }
    assert_eq!(written(&faults("[]")), ["type-wrong: ``: expected an object, found a list"]);
}

#[test]
fn a_number_has_to_be_within_the_questions_range() {
    let law = law_of("enrolment");
    let read = |grade: &str| {
        let text = format!(r#"{{ "service": "enrolment", "channel": "office", "facts": {{ "grade": {grade} }} }}"#);
        Package::read(&json(&text), law.bundle()).map_err(|faults| written(&faults))
    };
    assert!(read("1").is_ok() && read("12").is_ok() && read("3.0").is_ok());
    for outside in ["0", "13"] {
        let expected = format!("number-wrong: `facts.grade`: expected a whole number from 1 to 12, found `{outside}`");
        assert_eq!(read(outside), Err(vec![expected]));
    }
}

#[test]
fn the_day_of_issue_may_be_the_last_day_of_validity() {
    let text = r#"{ "service": "duplicates", "channel": "office",
        "documents": [{ "document": "application", "issued": "2026-09-01", "expires": "2026-09-01" }] }"#;
    assert!(Package::read(&json(text), &bundle()).is_ok());
}

#[test]
fn what_is_null_was_not_said() {
    let text = r#"{ "service": "duplicates", "channel": "office", "visit": null, "facts": { "minor": null },
        "documents": [{ "document": "application", "form": null, "copies": null }], "applicant": null }"#;
    let package = Package::read(&json(text), &bundle()).unwrap();
    assert!(package.facts.is_empty() && package.visit.is_none() && package.documents[0].form.is_none());
}

#[test]
fn json_and_toml_give_the_same_package() {
    let in_json = r#"{
        "service": "duplicates", "channel": "state-corporation", "region": "karaganda",
        "visit": "2017-02-06", "time": "09:30",
        "facts": { "reason": "loss", "minor": false },
        "documents": [
            { "document": "application" },
            { "document": "identity-document", "form": "original", "copies": 1, "expires": "2030-01-01" },
            { "document": "power-of-attorney", "undated": true, "originalShown": false, "registrationMark": true }
        ],
        "applicant": { "name": "Әсел", "iin": "850317 300 010", "birthDay": "1985-03-17", "sex": "female" },
        "provider": "№ 1 мектеп"
    }"#;
    let in_toml = r#"
        service = "duplicates"
        channel = "state-corporation"
        region = "karaganda"
        visit = "2017-02-06"
        time = "09:30"
        provider = "№ 1 мектеп"
        facts = { reason = "loss", minor = false }
        applicant = { name = "Әсел", iin = "850317 300 010", birthDay = "1985-03-17", sex = "female" }
        [[documents]]
        document = "application"
        [[documents]]
        document = "identity-document"
        form = "original"
        copies = 1
        expires = "2030-01-01"
        [[documents]]
        document = "power-of-attorney"
        undated = true
        originalShown = false
        registrationMark = true
    "#;
    let bundle = bundle();
    let from_json = Package::read(&json(in_json), &bundle).unwrap();
    assert_eq!(Package::read(&toml::from_str(in_toml).unwrap(), &bundle).unwrap(), from_json);
    assert_eq!(from_json.documents.len(), 3);
    assert_eq!(from_json.applicant.sex, Some(Sex::Female));
}

#[test]
fn a_package_written_as_json_is_read_back_as_it_was() {
    for law in laws() {
        for_all(200, &(questions(law), any::<bool>()), |(mut question, named)| {
            if named {
                let text = |text: &str| Some(text.to_string());
                question.package.provider = text("№ 1 «мектеп»");
                let applicant = question.package.applicant;
                let (name, address, phone) = (text("Ә. \"Қ\" <b>"), text("а\nб"), text("+7 701"));
                question.package.applicant = Applicant { name, address, phone, ..applicant };
            }
            let text = serde_json::to_string(&question.package).unwrap();
            let read = Package::read(&json(&text), law.bundle());
            prop_assert_eq!(read, Ok(question.package));
            Ok(())
        });
    }
}
