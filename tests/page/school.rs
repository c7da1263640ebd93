//! The page as a part of a school's own: what the school settles, what it may add, what its page is told.

use qolhat::page::{Effect, Message, Model, Route, Screen, summary};
use qolhat::{Lang, Package, Value};

use crate::page::visitor::{TRIPS, Visitor};

fn at_school(lines: &str) -> Visitor {
    let mut model = Model::new(Route::new(Lang::En, Screen::Service), "2026-11-22".parse().unwrap());
    let refused = qolhat::page::update(&mut model, Message::Settle(lines.into()));
    assert!(
        !refused.iter().any(|effect| matches!(effect, Effect::Refuse { .. })),
        "there are no words yet to say it in"
    );
    Visitor::opening(model)
}

/// The code and the sentence of each refusal.
fn refused(visitor: &Visitor) -> Vec<(&'static str, String)> {
    let refused = visitor.asked.iter().filter_map(|effect| match effect {
        Effect::Refuse { code, sentence } => Some((*code, sentence.clone())),
        _ => None,
    });
    refused.collect()
}

fn refusals(visitor: &Visitor) -> Vec<String> {
    refused(visitor).into_iter().map(|(_, sentence)| sentence).collect()
}

/// What was refused as unknown, in the order in which it was told.
fn unknown(visitor: &Visitor) -> Vec<String> {
    let unknown = refused(visitor).into_iter().filter(|(code, _)| *code == "setting-unknown");
    let quoted = |sentence: String| Some(sentence.split_once('“')?.1.split_once('”')?.0.to_owned());
    unknown.filter_map(|(_, sentence)| quoted(sentence)).collect()
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
fn where_one_of_two_services_is_unknown_the_other_is_chosen_and_not_asked() {
    let visitor = at_school("services=duplicates weddings");
    assert_eq!((visitor.model.form.get("service"), visitor.model.screen), ("duplicates", Screen::Visit));
    assert_eq!(unknown(&visitor), ["weddings"]);
}

#[test]
fn a_region_or_a_desk_that_is_not_known_is_refused_and_asked_as_usual() {
    let mut visitor = at_school("services=duplicates\nregion=karagandy\nchannel=ofice");
    assert_eq!((unknown(&visitor).len(), visitor.model.form.get("region")), (2, ""));
    assert!(visitor.html().contains("name=\"region\"") && visitor.model.form.get("channel").is_empty());
    visitor.travel(&TRIPS[2]);
    let said = unknown(&visitor);
    assert_eq!((said.contains(&"karagandy".into()), said.contains(&"ofice".into())), (false, false), "told once");
    visitor.asked.clear();
    visitor.take(Message::Settle("services=duplicates\nregion=karagandy\nchannel=ofice\nvisit=soon".into()));
    let form = &visitor.model.form;
    assert_eq!((form.get("region"), form.get("channel")), ("karaganda", "office"), "what the visitor chose stays");
    assert_eq!(unknown(&visitor), ["soon", "karagandy", "ofice"]);
    assert_eq!(visitor.model.screen, Screen::Papers);
}

#[test]
fn a_value_that_is_not_known_is_told_as_that_and_not_as_an_attempt_on_the_law() {
    let visitor =
        at_school("services=duplicates\nregion=elsewhere\nchannel=office\nvisit=2026-02-30\nclosed=soon\n+region=");
    let told: Vec<_> = refused(&visitor).into_iter().map(|(code, _)| code).collect();
    assert_eq!(told, ["setting-unknown", "setting-unknown", "addition-refused"]);
    let sentence = "The value “2026-02-30” is not known and was not taken. Check how it is written.";
    assert_eq!(refusals(&visitor)[0], sentence);
    assert!(
        !visitor.html().contains("name=\"region\""),
        "a region without regulations of its own is one that is known"
    );
}

#[test]
fn settling_again_leaves_what_the_visitor_typed_since_and_takes_what_the_host_changed() {
    let lines = "services=duplicates\nregion=karaganda\nchannel=office\nvisit=2015-11-10\nprovider=School No 5";
    let mut visitor = at_school(lines);
    assert_eq!(visitor.model.form.get("visit-day"), "10");
    visitor.say_day("visit", "12.11.2015");
    visitor.say("channel", "state-corporation");
    visitor.say("provider", "School No 6");
    visitor.take(Message::Settle(lines.into()));
    let said =
        |visitor: &Visitor| ["visit-day", "channel", "provider"].map(|name| visitor.model.form.get(name).to_owned());
    assert_eq!(said(&visitor), ["12", "state-corporation", "School No 6"]);
    visitor.take(Message::Settle(lines.replace("2015-11-10", "2015-11-11")));
    assert_eq!(said(&visitor), ["11", "state-corporation", "School No 6"]);
}

#[test]
fn one_who_goes_on_after_a_fault_of_ours_finds_what_was_typed_and_the_host_fills_in_only_what_is_empty() {
    let typed = "service=duplicates\nregion=karaganda\nchannel=office\nvisit-day=12\nvisit-month=11\nvisit-year=2015";
    let model = Model::new(Route::new(Lang::En, Screen::Service), "2026-11-22".parse().unwrap()).restored(typed);
    let mut visitor = Visitor::opening(model);
    visitor.take(Message::Settle(
        "services=duplicates\nregion=atyrau\nchannel=portal\nvisit=2015-11-10\nprovider=School No 5".into(),
    ));
    let form = &visitor.model.form;
    assert_eq!((form.get("visit-day"), form.get("channel"), form.get("provider")), ("12", "office", "School No 5"));
    assert_eq!(form.get("region"), "atyrau", "of the region nobody else is asked");
}

#[test]
fn one_who_goes_on_keeps_the_service_and_the_region_that_were_asked_for_because_the_hosts_are_not_known() {
    let typed = "service=duplicates\nregion=karaganda";
    let mut model = Model::new(Route::new(Lang::En, Screen::Service), "2026-11-22".parse().unwrap()).restored(typed);
    qolhat::page::update(&mut model, Message::Settle("services=weddings\nregion=karagandy".into()));
    let visitor = Visitor::opening(model);
    assert_eq!((visitor.model.form.get("service"), visitor.model.form.get("region")), ("duplicates", "karaganda"));
    assert_eq!(unknown(&visitor), ["weddings", "karagandy"]);
}

#[test]
fn a_place_that_is_settled_away_is_left() {
    let mut visitor = Visitor::new(Lang::En);
    assert_eq!(visitor.model.screen, Screen::Service);
    visitor.asked.clear();
    visitor.take(Message::Settle("services=duplicates".into()));
    assert_eq!(visitor.model.screen, Screen::Visit);
    assert_eq!(visitor.asked, [Effect::Replace(Route::new(Lang::En, Screen::Visit))]);
    visitor.travel(&TRIPS[2]);
    visitor.take(Message::Settle("services=enrolment attestation".into()));
    assert_eq!((visitor.model.screen, visitor.model.form.get("service")), (Screen::Service, ""));
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
