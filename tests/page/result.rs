//! What comes of it: what to put right, what nobody may ask for, another day or place, questions left open.

use qolhat::page::{Effect, Message, Screen};
use qolhat::report::Verdict;
use qolhat::words::{date_long, key, label};
use qolhat::{Day, Lang};

use super::markup::{attributes, lines};
use super::visitor::{DUPLICATE, TRIPS, Trip, Visitor};
use crate::snapshots;

/// A trip with all that it needs as far as the result.
fn result(lang: Lang, trip: &Trip) -> Visitor {
    let mut visitor = Visitor::gone(lang, trip);
    visitor.go(Screen::Result);
    visitor
}

/// A lost certificate with everything there: accepted on that day.
fn accepted(lang: Lang) -> Visitor {
    let mut visitor = Visitor::gone(lang, &DUPLICATE);
    visitor.say_day("paper-identity-document-expires", "30.11.2015");
    visitor.say("paper-newspaper-extract", "yes");
    visitor.say_day("paper-newspaper-extract-issued", "05.11.2015");
    visitor.go(Screen::Result);
    assert_eq!(verdict(&visitor), Verdict::Accepted, "{:?}", visitor.model.report.unwrap().findings);
    visitor
}

fn verdict(visitor: &Visitor) -> Verdict {
    visitor.model.report.as_ref().unwrap().verdict
}

fn main_of(visitor: &Visitor) -> String {
    visitor.html().split("<main ").nth(1).unwrap().split("</main>").next().unwrap().into()
}

fn status(visitor: &Visitor) -> String {
    let html = visitor.html();
    let from = html.split("id=\"other-status\" role=\"status\">").nth(1).unwrap();
    from.split("</p>").next().unwrap().into()
}

#[test]
fn results_stay_as_they_were_read() {
    let window = Trip { visit: "10.12.2016", ..TRIPS[1] };
    for lang in Lang::ALL {
        let mut open = result(lang, &DUPLICATE);
        open.say("fact-reason", "unknown");
        for (name, visitor) in [("accepted", accepted(lang)), ("closed", result(lang, &window)), ("open", open)] {
            snapshots::same(&format!("page/result-{name}.{}.html", lang.code()), &lines(&main_of(&visitor)));
        }
    }
}

#[test]
fn a_missing_paper_is_told_with_its_form_its_source_and_its_clause() {
    // G8: a missing paper is a result with what, why and what to do.
    let visitor = result(Lang::Ru, &DUPLICATE);
    let report = visitor.model.report.as_ref().unwrap();
    let status = report.requirements.iter().find(|status| status.id == "newspaper-extract").unwrap();
    let html = main_of(&visitor);
    let item = html.split("data-subject=\"newspaper-extract\"").nth(1).unwrap().split("</li>").next().unwrap();
    assert!(item.contains(status.one_of[0].help.as_ref().unwrap().of(Lang::Ru)), "where it comes from: {item}");
    assert!(item.contains("приказ № 179, приложение 3, пункт 9, подпункт 3"), "the clause: {item}");
}

#[test]
fn every_act_is_named_in_full_once_and_every_clause_leads_to_an_act() {
    // G17.
    for (trip, lang) in TRIPS.iter().flat_map(|trip| Lang::ALL.map(|lang| (trip, lang))) {
        let visitor = result(lang, trip);
        let html = main_of(&visitor);
        for act in &visitor.model.report.as_ref().unwrap().acts {
            let name = maud::html! { (act.name.of(lang)) }.into_string();
            assert_eq!(html.matches(&format!(">{name}</a>")).count(), 1, "{name}");
        }
        let acts: Vec<_> = visitor.model.report.iter().flat_map(|report| &report.acts).map(|act| &*act.url).collect();
        let clauses: Vec<_> =
            html.split("<p class=\"clauses\">").skip(1).map(|rest| rest.split("</p>").next().unwrap()).collect();
        for link in clauses.iter().flat_map(|clause| attributes(clause, "href")) {
            assert!(acts.contains(&link), "{link}");
        }
    }
}

#[test]
fn what_may_not_be_demanded_is_said_with_its_clause_on_every_result() {
    // G36.
    for (trip, lang) in TRIPS.iter().flat_map(|trip| Lang::ALL.map(|lang| (trip, lang))) {
        let visitor = result(lang, trip);
        let html = main_of(&visitor);
        let block = html.split("class=\"nothing-more\"").nth(1).unwrap().split("</section>").next().unwrap();
        assert!(
            block.contains(label(lang, key::NOTHING_MORE_HEADING)) && block.contains("class=\"clauses\""),
            "{block}"
        );
        let law = visitor.model.report.as_ref().unwrap().law.clone().unwrap();
        for notice in law.notices.iter().filter(|notice| notice.nothing_more) {
            assert!(block.contains(&maud::html! { (notice.text.of(lang)) }.into_string()), "{}", notice.id);
        }
    }
}

#[test]
fn another_day_begins_with_the_one_that_was_chosen_and_says_nothing() {
    let visitor = accepted(Lang::Kk);
    assert_eq!(visitor.model.other_day(), visitor.model.visit());
    assert_eq!((visitor.model.other.is_none(), status(&visitor).as_str()), (true, ""));
}

#[test]
fn on_another_day_what_will_have_expired_is_told_and_the_result_moves() {
    // G34.
    let mut visitor = accepted(Lang::Ru);
    let now = visitor.model.report.clone();
    visitor.say_day("if", "02.12.2015");
    let other = visitor.model.other.as_ref().unwrap();
    assert_eq!(visitor.model.report, now, "what was chosen stays");
    assert_eq!(other.visit.to_string(), "2015-12-02");
    let new: Vec<_> = qolhat::page::change::new_findings(visitor.model.report.as_ref().unwrap(), other).collect();
    let codes: Vec<_> = new.iter().map(|one| (one.code.as_str(), one.subject.as_str())).collect();
    assert_eq!(codes, [("document-too-old", "newspaper-extract")]);
    let due = |report: &qolhat::Report| report.timeline.as_ref().unwrap().terms[0].due.unwrap();
    let html = visitor.html();
    for day in [due(now.as_ref().unwrap()), due(other)] {
        assert!(html.contains(&date_long(day, Lang::Ru)), "{day}");
    }
    assert!(status(&visitor).starts_with("2 декабря 2015 года"), "{}", status(&visitor));
    visitor.say_day("if", "12.11.2015");
    assert!(visitor.model.other.is_none());
}

#[test]
fn another_day_under_another_text_says_which_and_one_without_a_text_says_so() {
    let mut visitor = accepted(Lang::En);
    visitor.say_day("if", "14.09.2026");
    let (now, other) = (visitor.model.report.clone().unwrap(), visitor.model.other.clone().unwrap());
    let editions = [now.law.unwrap(), other.law.unwrap()];
    assert_ne!(editions[0].edition, editions[1].edition);
    let html = main_of(&visitor);
    let beside = html.split("class=\"beside\"").nth(1).unwrap().split("</dl>").next().unwrap();
    for law in editions {
        assert!(beside.contains(law.name.of(Lang::En)), "{beside}");
    }
    visitor.say_day("if", "14.09.2013");
    assert_eq!(visitor.model.other.as_ref().unwrap().verdict, Verdict::NoEdition);
    assert!(status(&visitor).contains(label(Lang::En, key::BRIEFLY_NO_EDITION)));
}

#[test]
fn a_day_that_needs_another_file_waits_for_it_and_says_so() {
    // The text now in force is loaded first; an earlier day has the whole of it.
    let trip = Trip { visit: "10.06.2026", ..TRIPS[0] };
    let mut visitor = result(Lang::Kk, &trip);
    visitor.offline = true;
    visitor.fetched.clear();
    visitor.say_day("if", "10.06.2016");
    assert_eq!(visitor.fetched.last().unwrap(), "law/enrolment.qolhat");
    assert!(visitor.model.other.is_none());
    assert_eq!(status(&visitor), label(Lang::Kk, key::PAGE_LOADING));
    visitor.offline = false;
    visitor.take(Message::Retry);
    assert_eq!(visitor.model.other.as_ref().unwrap().law.as_ref().unwrap().edition, "2016-03-01");
}

#[test]
fn a_day_that_does_not_exist_changes_nothing_and_is_told() {
    let mut visitor = accepted(Lang::Ru);
    visitor.say_day("if", "31.02.2016");
    assert!(visitor.model.other.is_none());
    assert!(status(&visitor).contains("нет"), "{}", status(&visitor));
}

#[test]
fn the_other_day_and_place_are_taken_over_into_the_check() {
    // G34.
    let mut visitor = accepted(Lang::Kk);
    visitor.say_day("if", "16.11.2015");
    let other = visitor.model.other.clone().unwrap();
    visitor.asked.clear();
    visitor.take(Message::Instead);
    assert_eq!(visitor.model.visit(), Some("2015-11-16".parse::<Day>().unwrap()));
    let report = visitor.model.report.as_ref().unwrap();
    assert_eq!((report.verdict, &report.findings), (other.verdict, &other.findings));
    assert_eq!((visitor.model.screen, visitor.model.other.is_none()), (Screen::Result, true));
    assert_eq!(visitor.asked.last(), Some(&Effect::FocusHeading));
}

#[test]
fn a_question_left_open_says_what_each_answer_would_change() {
    let mut told = 0;
    for trip in &TRIPS {
        let mut visitor = result(Lang::En, trip);
        let questions = visitor.model.report.as_ref().unwrap().questions.clone();
        for kind in questions {
            visitor.say(&format!("fact-{}", kind.id), "unknown");
            let html = main_of(&visitor);
            let Some(block) = html.split("class=\"unsaid\"").nth(1) else { continue };
            let block = block.split("</section>").next().unwrap();
            let link = format!("#/en/questions/{}", kind.id);
            told += usize::from(attributes(block, "href").contains(&link.as_str()) && block.contains(" → "));
        }
    }
    assert!(told > 0, "no question of the trips changes a result without leaving it open");
}

#[test]
fn what_the_verdict_is_not_sure_of_is_said_with_it() {
    // G17: a text that was not seen, a repealed regulation, a calendar that may still change.
    let said = |visitor: &Visitor| {
        let html = main_of(visitor);
        html.split("class=\"verdict\"").nth(1).unwrap().split("</div>").next().unwrap().to_owned()
    };
    let unseen = result(Lang::Ru, &TRIPS[1]);
    assert!(said(&unseen).contains(label(Lang::Ru, key::VERIFIED_NOT_SEEN)), "{}", said(&unseen));
    let repealed = result(Lang::Kk, &TRIPS[0]);
    assert!(said(&repealed).contains("№ 49/03 қаулы – күші жойылған"), "{}", said(&repealed));
    let sure = accepted(Lang::En);
    assert!(!said(&sure).contains("caveat"), "{}", said(&sure));
}
