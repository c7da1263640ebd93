//! The page as a part of a school's own: what the school settles, what it may add, what its page is told.

use qolhat::page::{Effect, Message, Model, Route, Screen, summary};
use qolhat::{Lang, Package, Value};

use crate::page::visitor::{TRIPS, Visitor};

fn at_school(lines: &str) -> Visitor {
    let mut model = Model::new(Route::new(Lang::En, Screen::Service), "2026-11-22".parse().unwrap());
    let refused = qolhat::page::update(&mut model, Message::Settle(lines.into()));
    assert!(!refused.iter().any(|effect| matches!(effect, Effect::Refuse(_))), "there are no words yet to say it in");
    Visitor::opening(model)
}

fn refusals(visitor: &Visitor) -> Vec<String> {
    let refused = visitor.asked.iter().filter_map(|effect| match effect {
        Effect::Refuse(sentence) => Some(sentence.clone()),
        _ => None,
    });
    refused.collect()
}

#[test]
fn what_the_school_settles_is_not_asked() {
    let visitor = at_school("services=enrolment\nregion=karaganda\nprovider=School No 5\nprovider-address=Abai St 1");
    assert_eq!(visitor.model.screen, Screen::Visit);
    let html = visitor.html();
    assert!(!html.contains("name=\"region\"") && !html.contains("name=\"service\""));
    assert_eq!(visitor.model.form.get("provider"), "School No 5, Abai St 1");
}

#[test]
fn of_several_services_only_those_of_the_school_are_offered_and_an_unknown_one_is_refused() {
    let visitor = at_school("services=enrolment duplicates weddings");
    let html = visitor.html();
    assert!(html.contains("value=\"enrolment\"") && html.contains("value=\"duplicates\""));
    assert!(!html.contains("value=\"attestation\""));
    assert_eq!(refusals(&visitor).len(), 1);
    assert!(refusals(&visitor)[0].contains("“weddings”"));
}

#[test]
fn an_address_may_name_a_service_beforehand_and_one_that_is_not_listed_is_left_out() {
    for (named, chosen) in [("duplicates", "duplicates"), ("weddings", ""), ("", "")] {
        let route = Route::new(Lang::Kk, Screen::Service).part(named);
        let visitor = Visitor::opening(Model::new(route, "2026-11-22".parse().unwrap()));
        assert_eq!((visitor.model.form.get("service"), visitor.model.screen), (chosen, Screen::Service));
    }
}

#[test]
fn a_school_can_neither_take_a_paper_away_nor_add_one() {
    let plain = {
        let mut visitor = at_school("services=duplicates");
        visitor.travel(&TRIPS[2]);
        visitor.model.report.unwrap()
    };
    let mut visitor = at_school(
        "services=duplicates\nremove=newspaper-extract\ndocuments=\nnote-en-blood-test=Bring it\n\
         note-en-newspaper-extract=Ask at <b>room 2</b>\nclosed=2015-11-12",
    );
    visitor.travel(&TRIPS[2]);
    let html = visitor.html();
    assert!(html.contains("Ask at &lt;b&gt;room 2&lt;/b&gt;") && !html.contains("Bring it"));
    assert_eq!(visitor.model.report.as_ref(), Some(&plain), "the check knows nothing of what a school adds");
    visitor.go(Screen::Result);
    assert!(visitor.html().contains("The school says that it is closed on that day: 12 November 2015"));
}

#[test]
fn each_addition_that_is_refused_is_named_once() {
    let mut visitor =
        at_school("services=duplicates\nremove=newspaper-extract\nnote-en-blood-test=Bring it\nclosed=soon");
    let mut named = refusals(&visitor);
    visitor.asked.clear();
    visitor.say_day("visit", "12.11.2015");
    named.extend(refusals(&visitor));
    let has = |what: &str| named.iter().filter(|said| said.contains(&format!("“{what}”"))).count();
    assert_eq!((has("remove"), has("blood-test"), has("soon"), named.len()), (1, 1, 1, 3), "{named:#?}");
}

#[test]
fn the_host_is_told_the_package_as_the_engine_takes_it_and_the_verdict_without_who_it_is_about() {
    for trip in &TRIPS {
        let mut visitor = Visitor::new(Lang::Kk);
        visitor.travel(trip);
        visitor.say("person", "Айгүл \"Б\"");
        visitor.say("iin", "910228400036");
        let report = visitor.model.report.as_ref().unwrap();
        let told = summary::package(report);
        let value: Value = serde_json::from_str(&told).unwrap();
        let package = Package::read(&value, &visitor.model.law().unwrap().bundle).unwrap();
        assert_eq!(package, report.replay.package, "{told}");
        let verdict: serde_json::Value = serde_json::from_str(&summary::report(report)).unwrap();
        let codes: Vec<_> = report.findings.iter().map(|finding| finding.code.as_str()).collect();
        assert_eq!(verdict["findings"], serde_json::json!(codes));
        assert_eq!(verdict["verdict"], serde_json::to_value(report.verdict).unwrap());
        assert_eq!(verdict["law"], report.replay.law.as_str());
        for told in [told, verdict.to_string()] {
            assert!(!told.contains("910228") && !told.contains("Айгүл"), "{told}");
        }
    }
}
