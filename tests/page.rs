//! The page without a browser: what is drawn, and what a message makes of it.

mod handover;
mod journey;
mod kept;
mod later;
pub mod markup;
mod paper;
mod result;
mod school;
pub mod visitor;

use std::collections::BTreeSet;

use qolhat::Lang;
use qolhat::page::{Effect, Form, Freshness, Message, Model, Route, Screen, view};
use qolhat::report::Verdict;

use crate::snapshots;
use markup::{attributes, lines, sheets};
use visitor::{DUPLICATE, TRIPS, Visitor};

/// Goes on the trip and stands on the screen.
fn at(lang: Lang, screen: Screen) -> Visitor {
    let mut visitor = Visitor::new(lang);
    visitor.travel(&DUPLICATE);
    visitor.go(screen);
    visitor
}

fn verdict(visitor: &Visitor) -> Verdict {
    visitor.model.report.as_ref().unwrap().verdict
}

#[test]
fn every_screen_stays_as_it_was_read() {
    for lang in Lang::ALL {
        let mut visitor = at(lang, Screen::Service);
        for screen in Screen::ALL {
            let html = lines(&visitor.go(screen).html());
            snapshots::same(&format!("page/{}.{}.html", screen.as_str(), lang.code()), &html);
        }
    }
}

#[test]
fn ids_are_unique_and_whatever_names_one_finds_it() {
    for (trip, lang) in TRIPS.iter().flat_map(|trip| Lang::ALL.map(|lang| (trip, lang))) {
        let mut visitor = Visitor::new(lang);
        visitor.travel(trip);
        for screen in Screen::ALL {
            let html = visitor.go(screen).html();
            let ids = attributes(&html, "id");
            let unique: BTreeSet<_> = ids.iter().collect();
            assert_eq!(ids.len(), unique.len(), "{} {}: {ids:?}", trip.service, screen.as_str());
            for naming in ["for", "aria-describedby", "aria-labelledby"] {
                for id in attributes(&html, naming).into_iter().flat_map(|ids| ids.split(' ')) {
                    assert!(unique.contains(&id), "{} {}: {naming}={id}", trip.service, screen.as_str());
                }
            }
        }
    }
}

#[test]
fn every_control_has_a_label() {
    for trip in &TRIPS {
        let mut visitor = Visitor::new(Lang::Kk);
        visitor.travel(trip);
        for screen in Screen::ALL {
            let html = visitor.go(screen).html();
            let labelled: BTreeSet<_> = attributes(&html, "for").into_iter().collect();
            for control in html.split('<').filter(|tag| tag.starts_with("input") || tag.starts_with("select")) {
                let id = attributes(control, "id")[0];
                assert!(labelled.contains(id), "{} {}: {id}", trip.service, screen.as_str());
            }
        }
    }
}

#[test]
fn a_missing_paper_refuses_and_bringing_it_accepts() {
    let mut visitor = at(Lang::Ru, Screen::Papers);
    visitor.say_day("paper-identity-document-expires", "01.03.2020");
    visitor.next().next();
    assert_eq!((visitor.model.screen, verdict(&visitor)), (Screen::Result, Verdict::Refused));
    assert!(visitor.html().contains("data-subject=\"newspaper-extract\""));
    visitor.go(Screen::Papers).say("paper-newspaper-extract", "yes");
    visitor.say_day("paper-newspaper-extract-issued", "05.11.2015");
    visitor.next().next();
    assert_eq!(verdict(&visitor), Verdict::Accepted);
}

#[test]
fn nothing_is_chosen_beforehand() {
    let mut visitor = Visitor::new(Lang::Kk);
    visitor.say("service", "enrolment");
    visitor.say("region", "elsewhere");
    visitor.go(Screen::Visit).say("channel", "office");
    for screen in [Screen::Visit, Screen::Questions, Screen::Papers] {
        let html = visitor.go(screen).html();
        let chosen: Vec<_> = html.split('<').filter(|tag| tag.contains(" checked")).collect();
        let own = usize::from(screen == Screen::Visit);
        assert_eq!(chosen.len(), own, "{}: {chosen:?}", screen.as_str());
    }
}

#[test]
fn a_screen_sent_off_empty_tells_each_fault_twice_in_the_same_words() {
    let mut visitor = Visitor::new(Lang::Kk);
    visitor.next();
    assert_eq!((visitor.model.screen, visitor.asked.as_slice()), (Screen::Service, &[Effect::FocusFaults][..]));
    let (html, said) = (visitor.html(), visitor.sentences());
    assert_eq!(said.len(), 1);
    for sentence in said {
        assert_eq!(html.matches(&sentence).count(), 2, "{sentence}");
    }
    assert!(view::title(&visitor.model).starts_with("Қате"));
}

#[test]
fn every_fault_leads_to_a_control_that_is_there() {
    type Typed<'a> = &'a [(&'a str, &'a str)];
    let wrong: [(Screen, &str, Typed<'_>); 6] = [
        (Screen::Visit, "", &[("visit-day", "31"), ("visit-month", "02")]),
        (Screen::Visit, "desk", &[("channel", ""), ("time", "25:00")]),
        (Screen::Questions, "reason", &[("fact-reason", "")]),
        (Screen::Papers, "", &[("paper-identity-document-expires-day", "40"), ("paper-application-copies", "viele")]),
        (Screen::Print, "", &[("iin", "123")]),
        (Screen::Sheet, "", &[("time", "noon"), ("fact-minor", ""), ("paper-identity-document-expires-day", "40")]),
    ];
    for (screen, part, typed) in wrong {
        let mut visitor = at(Lang::Ru, Screen::Service);
        visitor.go_to(screen, part);
        let before = visitor.model.form.clone();
        for (name, value) in typed {
            visitor.say(name, value);
        }
        visitor.take(if screen == Screen::Print { Message::Print } else { Message::Next });
        assert!(!visitor.model.faults.is_empty(), "{}", screen.as_str());
        let html = visitor.html();
        let controls = attributes(&html, "name");
        for fault in &visitor.model.faults {
            assert!(controls.contains(&fault.control.as_str()), "{}: {}", screen.as_str(), fault.control);
        }
        // Nothing is cleared: what was typed is still there, and all else is as it was.
        for (name, value) in typed {
            assert_eq!(visitor.model.form.get(name), *value);
        }
        assert_eq!(visitor.model.form.get("person"), before.get("person"));
    }
}

#[test]
fn nobody_gets_ahead_of_the_answers() {
    let mut visitor = Visitor::new(Lang::En);
    visitor.asked.clear();
    visitor.go(Screen::Result);
    let begin = Route::new(Lang::En, Screen::Service);
    assert_eq!((visitor.model.screen, visitor.asked.as_slice()), (Screen::Service, &[Effect::Replace(begin)][..]));
    visitor.say("service", "duplicates");
    visitor.say("region", "elsewhere");
    assert_eq!(visitor.go(Screen::Papers).model.screen, Screen::Visit);
}

#[test]
fn not_knowing_is_an_answer_and_leaves_the_verdict_open() {
    let mut visitor = at(Lang::En, Screen::Questions);
    visitor.say("fact-reason", "unknown");
    visitor.next();
    assert_eq!((visitor.model.screen, verdict(&visitor)), (Screen::Papers, Verdict::Open));
    let html = visitor.go(Screen::Result).html();
    assert!(html.contains("data-verdict=\"open\"") && html.contains("Why is a duplicate needed?"));
    let html = visitor.go(Screen::Print).html();
    assert_eq!(sheets(&html).len(), 2, "what is still unknown, in two languages");
    assert!(html.contains("Түзету тізімі") && !html.contains("printed-receipt"), "there is nothing to certify yet");
}

#[test]
fn another_language_or_service_keeps_what_was_said() {
    let mut visitor = at(Lang::Kk, Screen::Papers);
    let typed = |visitor: &Visitor| visitor.model.form.to_lines().lines().map(String::from).collect::<BTreeSet<_>>();
    let before = typed(&visitor);
    visitor.take(Message::Speak(Lang::Ru));
    assert_eq!((visitor.model.screen, visitor.model.lang), (Screen::Papers, Lang::Ru));
    assert_eq!(typed(&visitor), before);
    visitor.say("service", "attestation");
    visitor.say("service", "duplicates");
    assert_eq!(typed(&visitor), before);
}

#[test]
fn a_language_is_spoken_once_its_words_are_there_and_its_sheet_is_drawn_no_sooner() {
    let mut visitor = at(Lang::Kk, Screen::Result);
    assert_eq!(visitor.fetched.iter().filter(|file| file.starts_with("words/")).collect::<Vec<_>>(), ["words/kk.txt"]);
    visitor.offline = true;
    visitor.take(Message::Speak(Lang::En));
    assert_eq!(visitor.model.lang, Lang::Kk, "the words did not come: the page goes on in the language it has");
    assert!(visitor.html().contains("id=\"retry\""));
    visitor.go(Screen::Print);
    assert!(visitor.html().contains("<article class=\"sheet\" lang=\"kk\">"));
    assert!(!visitor.html().contains("<article class=\"sheet\" lang=\"ru\">"));
    visitor.offline = false;
    visitor.take(Message::Retry);
    assert_eq!(visitor.model.lang, Lang::En);
    assert!(visitor.html().contains("<article class=\"sheet\" lang=\"ru\">"));
}

#[test]
fn the_law_of_today_is_loaded_and_the_whole_of_it_for_an_earlier_day_each_once() {
    let mut visitor = Visitor::new(Lang::Kk);
    visitor.say("service", "duplicates");
    visitor.say("region", "elsewhere");
    visitor.say_day("visit", "12.11.2015");
    visitor.say_day("visit", "23.11.2026");
    let law: Vec<_> = visitor.fetched.iter().filter(|path| path.contains("duplicates")).collect();
    assert_eq!(law, ["law/duplicates.now.qolhat", "law/duplicates.qolhat"]);
}

#[test]
fn a_file_that_does_not_come_is_told_and_asked_for_again() {
    let mut visitor = Visitor::new(Lang::Ru);
    visitor.offline = true;
    visitor.say("service", "duplicates");
    assert!(visitor.html().contains("data-say=\"retry\""));
    visitor.offline = false;
    visitor.take(Message::Retry);
    assert!(!visitor.html().contains("data-say=\"retry\"") && visitor.model.law().is_some());
}

#[test]
fn a_damaged_file_is_as_good_as_none() {
    let mut visitor = Visitor::new(Lang::Ru);
    visitor.take(Message::Came { path: "law/duplicates.now.qolhat".into(), bytes: Some(b"QLHT".to_vec()) });
    assert!(visitor.html().contains("data-say=\"retry\""));
}

#[test]
fn what_a_person_types_is_never_markup() {
    let mut visitor = at(Lang::Kk, Screen::Print);
    let name = "<b onclick=\"x\">Айша</b> & \"Ко\"";
    for control in ["person", "address", "phone", "provider"] {
        visitor.say(control, name);
    }
    let html = visitor.html();
    assert!(!html.contains("<b "), "{html}");
    let escaped = "&lt;b onclick=&quot;x&quot;&gt;Айша&lt;/b&gt; &amp; &quot;Ко&quot;";
    assert!(html.contains(&format!("value=\"{escaped}\"")));
    assert!(sheets(&html).iter().all(|sheet| sheet.contains(escaped)));
}

#[test]
fn a_number_is_masked_on_paper_until_it_is_asked_for_in_full() {
    // The refusal of enrolment is one of the forms that name it.
    let mut visitor = Visitor::new(Lang::Kk);
    visitor.travel(&TRIPS[0]);
    visitor.go(Screen::Print).say("iin", "850317 300 009");
    let on_paper = |visitor: &Visitor, number: &str| sheets(&visitor.html()).iter().all(|sheet| sheet.contains(number));
    assert!(on_paper(&visitor, "•0009") && !on_paper(&visitor, "850317"));
    visitor.say("full-iin", "yes");
    assert!(on_paper(&visitor, "850317300009"), "spaces are accepted, and not printed");
    visitor.take(Message::Print);
    assert_eq!(visitor.asked.last(), Some(&Effect::Print), "{:?}", visitor.sentences());
}

#[test]
fn a_sheet_has_one_language_and_each_party_its_copy() {
    let mut visitor = at(Lang::En, Screen::Print);
    visitor.say("sheet-copies", "2");
    let html = visitor.html();
    let sheets = sheets(&html);
    let langs: Vec<_> = sheets.iter().map(|sheet| attributes(sheet, "lang")).collect();
    assert_eq!(langs, [["kk"], ["kk"], ["ru"], ["ru"]]);
    assert!(sheets[0].contains("Өтініш берушінің данасы") && sheets[1].contains("Қызмет көрсетушінің данасы"));
    assert!(sheets[2].contains("Экземпляр") && !sheets[2].contains("Өтініш"));
}

#[test]
fn rules_that_were_not_looked_at_for_this_year_are_said_to_be_old() {
    // G22: the clock stands past the last published calendar; the result is shown all the same, and paper says it too.
    for lang in [Lang::Kk, Lang::Ru] {
        let say = |day: &str| {
            let model = Model::new(Route { lang, screen: Screen::Service, part: String::new() }, day.parse().unwrap());
            let mut visitor = Visitor::opening(model);
            visitor.travel(&DUPLICATE);
            assert_eq!(verdict(&visitor), Verdict::Refused);
            let banner = visitor.go(Screen::Result).html().contains("class=\"told\"");
            let html = visitor.go(Screen::Print).html();
            (banner, sheets(&html).iter().all(|sheet| sheet.contains("22 қараша") || sheet.contains("22 ноября 2026")))
        };
        assert_eq!(say("2026-12-31"), (false, false), "{lang:?}");
        assert_eq!(say("2027-01-01"), (true, true), "{lang:?}");
    }
}

#[test]
fn a_page_that_may_not_be_the_newest_says_so() {
    for lang in Lang::ALL {
        let mut visitor = at(lang, Screen::Answers);
        let told = |visitor: &Visitor| attributes(&visitor.html(), "role").contains(&"status");
        assert!(!told(&visitor), "the site was asked");
        visitor.take(Message::Compared(Freshness::Unasked));
        assert!(told(&visitor));
        visitor.take(Message::Compared(Freshness::Asked));
        assert!(!told(&visitor), "the network is back");
        visitor.take(Message::Compared(Freshness::Newer));
        visitor.take(Message::Compared(Freshness::Asked));
        assert!(visitor.html().contains("data-say=\"reload\""), "what is in use stays the earlier version");
        visitor.take(Message::Reload);
        assert_eq!(visitor.asked.last(), Some(&Effect::Reload));
    }
}

#[test]
fn what_was_typed_outlives_a_fault_of_ours() {
    let before = at(Lang::Ru, Screen::Papers).model.form;
    assert_eq!(Form::from_lines(&before.to_lines()), before);
    let model = Model::new(Route::new(Lang::Ru, Screen::Service), "2026-11-22".parse().unwrap());
    let visitor = Visitor::opening(model.restored(&before.to_lines()));
    assert_eq!(visitor.model.form, before);
    assert!(visitor.model.report.is_some(), "the law it needs is loaded again");
    assert!(visitor.html().contains("role=\"status\""));
}

#[test]
fn lines_of_a_form_hold_one_value_each_whatever_was_pasted() {
    let mut form = Form::default();
    form.set("person", "a=b\nservice=enrolment\tc");
    let back = Form::from_lines(&form.to_lines());
    assert_eq!((back.get("person"), back.get("service")), ("a=b service=enrolment c", ""));
}

#[test]
fn back_keeps_the_language_that_was_chosen_since() {
    let mut visitor = at(Lang::Kk, Screen::Papers);
    visitor.take(Message::Speak(Lang::Ru));
    visitor.asked.clear();
    visitor.take(Message::Went(Route::new(Lang::Kk, Screen::Questions)));
    // The address that names no question leads to the first.
    let here = Route::new(Lang::Ru, Screen::Questions).part("filed-by-representative");
    assert_eq!(visitor.asked, [Effect::Replace(here), Effect::FocusHeading]);
    assert_eq!(visitor.model.lang, Lang::Ru);
}

#[test]
fn what_is_written_takes_back_that_it_is_not_known() {
    let mut visitor = Visitor::new(Lang::Kk);
    visitor.travel(&TRIPS[0]);
    let facts = |visitor: &Visitor| visitor.model.report.as_ref().unwrap().replay.package.facts.iter().count();
    let before = facts(&visitor);
    visitor.say("fact-grade-unknown", "yes");
    assert_eq!(facts(&visitor), before - 1, "the number that still stands there is not taken");
    visitor.say("fact-grade", "2");
    assert_eq!(facts(&visitor), before);
    assert!(!visitor.model.form.is("fact-grade-unknown", "yes"));
}

#[test]
fn after_a_fault_of_ours_the_screen_waits_for_the_law() {
    let before = at(Lang::Ru, Screen::Papers).model.form;
    let model = Model::new(Route::new(Lang::Ru, Screen::Papers), "2026-11-22".parse().unwrap());
    let visitor = Visitor::opening(model.restored(&before.to_lines()));
    assert_eq!((visitor.model.screen, visitor.asked.last()), (Screen::Papers, Some(&Effect::FocusHeading)));
    assert!(visitor.model.report.is_some());
}

#[test]
fn reload_comes_back_to_the_screen_with_what_was_typed_and_nothing_is_said_of_it() {
    let typed = at(Lang::Ru, Screen::Papers).model.typed();
    let model = Model::new(Route::new(Lang::Ru, Screen::Papers), "2026-11-22".parse().unwrap());
    let visitor = Visitor::opening(model.taken_up(&typed));
    assert_eq!((visitor.model.screen, visitor.model.typed()), (Screen::Papers, typed));
    assert!(visitor.model.report.is_some());
    assert!(!visitor.html().contains("class=\"told\""), "a reload is no fault of ours");
    assert!(!visitor.asked.contains(&Effect::FocusHeading), "the browser itself finds the place again");
}

#[test]
fn a_page_that_nobody_touched_leaves_nothing_to_keep() {
    let mut visitor = Visitor::new(Lang::Kk);
    visitor.take(Message::Speak(Lang::Ru));
    assert_eq!(visitor.model.typed(), "");
    let again = Model::new(Route::default(), "2026-11-22".parse().unwrap()).taken_up("");
    assert_eq!(again.form, visitor.model.form, "the day of handing in is today, as at first");
}
