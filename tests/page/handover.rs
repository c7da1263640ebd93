//! A package handed over by a link: what it carries, what it does not, and what becomes of it where it is opened.

use qolhat::page::handover::{self, Handed, Opened, Unreadable};
use qolhat::page::ways::{Link, Way};
use qolhat::page::{Effect, Message, Model, Route, Screen};
use qolhat::{Lang, Verdict};

use super::visitor::{DUPLICATE, TRIPS, Trip, Visitor};
use crate::law::{days_off, services};

const TODAY: &str = "2026-11-22";

/// The longest address under which a school is likely to put the page.
const ADDRESS: usize = "https://mektep-lisey-101.karaganda-bilim.example.kz/qolhat/".len();

/// Goes on the trip to the print screen.
fn at_print(trip: &Trip, lang: Lang) -> Visitor {
    let mut visitor = Visitor::new(lang);
    visitor.travel(trip);
    visitor.go(Screen::Print);
    visitor
}

/// Asks for a link, and gives the part of it after the address.
fn link(visitor: &mut Visitor) -> String {
    visitor.take(Message::Way(Way::Make));
    match visitor.asked.last() {
        Some(Effect::HandOver(hash)) => hash.clone(),
        other => panic!("{other:?}"),
    }
}

/// Opens a link in a page that nobody has touched.
fn opened(hash: &str) -> Visitor {
    let model = Model::new(Route::default(), TODAY.parse().unwrap());
    Visitor::opening(model.handed_over(hash))
}

fn told(visitor: &Visitor) -> &Opened {
    match &visitor.model.handed {
        Handed::Opened(opened) => opened,
        other => panic!("{other:?}"),
    }
}

/// G25: opening a link runs the rules anew on the same package, on the result, in the language it was made in.
#[test]
fn a_link_brings_the_package_of_each_service() {
    for trip in &TRIPS {
        let mut giver = at_print(trip, Lang::Ru);
        let taker = opened(&link(&mut giver));
        let (before, after) = (giver.model.report.as_ref().unwrap(), taker.model.report.as_ref().unwrap());
        assert_eq!(before, after, "{}", trip.service);
        assert_eq!((taker.model.screen, taker.model.lang), (Screen::Result, Lang::Ru));
        assert_eq!((told(&taker).unknown, told(&taker).then.verdict), (0, before.verdict));
        assert!(taker.html().contains("Сегодня проверили заново: результат тот же."));
    }
}

/// G25: no name, number, address or telephone leaves by a link.
#[test]
fn a_link_is_the_same_whoever_is_named() {
    let mut visitor = at_print(&TRIPS[0], Lang::Kk);
    let nameless = link(&mut visitor);
    for (name, said) in
        [("person", "Айша"), ("iin", "850317300009"), ("address", "Абай 1"), ("phone", "+7 701"), ("provider", "№ 1")]
    {
        visitor.say(name, said);
    }
    assert_eq!(link(&mut visitor), nameless);
}

/// G25: one letter otherwise, missing or added, wherever it stands, and the link says that it is damaged.
#[test]
fn a_damaged_link_is_never_opened() {
    let hash = link(&mut at_print(&TRIPS[3], Lang::Kk));
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.%";
    let body = "#h1.".len();
    for at in body..hash.len() {
        for letter in letters.chars().filter(|letter| !hash[at..].starts_with(*letter)) {
            let flipped = format!("{}{letter}{}", &hash[..at], &hash[at + 1..]);
            assert_eq!(handover::read(&flipped), Err(Unreadable::Damaged), "{flipped}");
        }
        assert_eq!(handover::read(&hash[..at]), Err(Unreadable::Damaged));
    }
    assert_eq!(handover::read(&format!("{hash}A")), Err(Unreadable::Damaged));
    let visitor = opened(&hash[..hash.len() - 1]);
    assert!(visitor.html().contains("Сілтеме бүлінген") && visitor.model.screen == Screen::Service);
    let newer = opened(&hash.replace("#h1.", "#h2."));
    assert!(newer.html().contains("жаңарақ нұсқасында"), "a later version is not called damaged");
}

/// G25: a verdict inside is told as what was said then, and decides nothing.
#[test]
fn a_forged_verdict_changes_nothing_but_what_was_said_then() {
    let mut giver = at_print(&DUPLICATE, Lang::Ru);
    let honest = giver.model.report.clone().unwrap();
    assert_eq!(honest.verdict, Verdict::Refused);
    let report = giver.model.report.as_mut().unwrap();
    report.verdict = Verdict::Accepted;
    report.law.as_mut().unwrap().from = "2014-01-01".parse().unwrap();
    let taker = opened(&link(&mut giver));
    assert_eq!(taker.model.report.as_ref(), Some(&honest));
    assert_eq!(told(&taker).then.verdict, Verdict::Accepted);
    let html = taker.html();
    assert!(html.contains("data-verdict=\"refused\"") && html.contains("результат другой"), "{html}");
}

#[test]
fn what_the_list_no_longer_knows_is_counted_and_left_out() {
    let mut giver = at_print(&TRIPS[2], Lang::Kk);
    let report = giver.model.report.as_mut().unwrap();
    let mut gone = report.replay.package.documents[0].clone();
    gone.document = qolhat::Id::try_new("of-an-edition-to-come").unwrap();
    report.replay.package.documents.push(gone);
    let taker = opened(&link(&mut giver));
    assert_eq!(told(&taker).unknown, 1);
    assert!(taker.html().contains("Сілтемедегі 1 жауапты немесе құжатты"));
    report_of_unknown_service(&mut giver);
}

fn report_of_unknown_service(giver: &mut Visitor) {
    giver.model.report.as_mut().unwrap().replay.package.service = qolhat::Id::try_new("of-tomorrow").unwrap();
    assert_eq!(opened(&link(giver)).model.handed, Handed::Unreadable(Unreadable::Newer));
}

/// Nothing that one person typed is mixed with what another hands over.
#[test]
fn a_link_opened_in_a_page_in_use_replaces_what_was_typed() {
    let hash = link(&mut at_print(&DUPLICATE, Lang::Kk));
    let mut taker = at_print(&TRIPS[0], Lang::En);
    taker.say("person", "Somebody Else");
    taker.take(Message::HandedOver(hash));
    assert_eq!((taker.model.screen, taker.model.lang), (Screen::Result, Lang::En));
    assert_eq!(taker.model.form.get("person"), "");
    assert_eq!(taker.model.report.as_ref().unwrap().service.id.as_str(), DUPLICATE.service);
}

/// G25: the code of every case's package stays within version 15 at level M, which holds 412 bytes.
#[test]
fn every_case_of_the_law_fits_a_code_that_a_telephone_reads() {
    let days_off = days_off();
    let (mut longest, mut cases) = (0, 0);
    for service in services() {
        let standard = qolhat::Standard { bundle: service.bundle.clone(), hash: qolhat::Hash([0; 32]) };
        for (_, case) in &service.cases {
            let report = case.report(&standard, &days_off).unwrap();
            let hash = handover::write(&report, Lang::Kk);
            assert!(handover::read(&hash).is_ok() && handover::is_one(&hash));
            longest = longest.max(ADDRESS + hash.len());
            cases += 1;
        }
    }
    assert!(cases > 600 && longest <= 412, "{longest}");
    assert!(longest <= 285, "version 12, as measured when this was written: {longest}");
}

/// Three bytes tell apart all that one service asks about; where they do not, one more byte does.
#[test]
fn no_two_things_of_a_service_have_one_mark() {
    use sha2::{Digest, Sha256};
    for service in services() {
        let bundle = &service.bundle;
        let facts = bundle.facts.iter().map(|fact| fact.id.to_string());
        let ids = facts.chain(bundle.documents.iter().map(|document| document.id.to_string()));
        let mut marks: Vec<_> = ids.map(|id| Sha256::digest(id.as_bytes())[..3].to_vec()).collect();
        let all = marks.len();
        marks.sort();
        marks.dedup();
        assert_eq!(marks.len(), all, "{}", bundle.service.id);
    }
}

#[test]
fn the_code_is_printed_beside_the_footer_until_the_tick_is_taken_away() {
    let mut visitor = at_print(&DUPLICATE, Lang::Kk);
    let made = Link { address: "https://x/#h1.A".into(), path: "M0 0h1v1h-1z".into(), side: 21 };
    visitor.take(Message::Way(Way::Made(made)));
    assert_eq!(visitor.html().matches("sheet-code").count(), 4, "on each of the four sheets");
    visitor.say("code", "");
    assert_eq!(visitor.html().matches("sheet-code").count(), 0);
    visitor.go(Screen::Result);
    visitor.go(Screen::Print);
    assert!(!visitor.html().contains("https://x/"), "another package has another link");
}

/// A page from a file has no address that leads anywhere else, and says so.
#[test]
fn a_page_from_a_file_says_that_it_has_no_address() {
    let mut visitor = at_print(&DUPLICATE, Lang::Ru);
    visitor.take(Message::Way(Way::Made(Link::default())));
    let html = visitor.html();
    assert!(html.contains("открыта из файла") && !html.contains("id=\"copy-link\""));
}

/// G24: where printing does not begin, the ways out stand open: the browser, copying, the screen.
#[test]
fn where_printing_does_not_begin_there_are_ways_out() {
    let mut visitor = at_print(&DUPLICATE, Lang::Kk);
    assert!(!visitor.html().contains("<details id=\"ways-out\" open"));
    visitor.take(Message::Way(Way::Unprinted));
    let html = visitor.html();
    assert!(html.contains("<details id=\"ways-out\" open") && html.contains("Браузерде ашу"));
    visitor.take(Message::Way(Way::Show("14:05".parse().unwrap())));
    let html = visitor.html();
    let code = visitor.model.report.as_ref().unwrap().replay.code.clone();
    assert!(html.contains(&code) && html.contains("12.11.2015") && html.contains("22.11.2026 <span>14:05"));
    assert!(!html.contains("class=\"sheet\""), "nothing else is on the screen");
    visitor.take(Message::Way(Way::Hide));
    assert!(visitor.html().contains("class=\"sheet\""));
}
