//! What is kept on this device: only by consent, told apart from what the law has become since, and deleted at a word.

use qolhat::Lang;
use qolhat::page::{Effect, Message, Model, Route, Screen, kept};

use super::at;
use super::visitor::Visitor;

/// What is said by a button.
fn press(visitor: &mut Visitor, said: &str) {
    visitor.take(Message::read(said).unwrap_or_else(|| panic!("no message: {said}")));
}

/// The record that is kept once a person asks for it, with who they are typed too.
fn kept_by(who: bool) -> String {
    let mut visitor = at(Lang::Ru, Screen::Result);
    for (name, value) in [("person", "Айгүл"), ("iin", "910228400036"), ("address", "Атырау"), ("phone", "87010000000")]
    {
        visitor.say(name, value);
    }
    if who {
        visitor.say(kept::IDENTITY, "yes");
    }
    press(&mut visitor, "keep");
    kept::record(&visitor.model).unwrap()
}

/// A person who comes back to what an earlier visit left, on a day.
fn coming_back(lang: Lang, record: &str, today: &str) -> Visitor {
    let mut model = Model::new(Route::new(lang, Screen::Service), today.parse().unwrap());
    kept::begin(&mut model, Some(record), false);
    Visitor::opening(model)
}

#[test]
fn nothing_is_kept_before_a_person_asks_and_nothing_after_all_is_deleted() {
    let mut visitor = at(Lang::Kk, Screen::Result);
    assert_eq!(kept::record(&visitor.model), None, "G18");
    press(&mut visitor, "keep");
    let first = kept::record(&visitor.model).unwrap();
    visitor.say("paper-newspaper-extract", "yes");
    assert_ne!(kept::record(&visitor.model).unwrap(), first, "later changes are kept too");
    press(&mut visitor, "erase");
    assert_eq!((kept::record(&visitor.model), visitor.model.typed()), (None, String::new()));
    assert_eq!(visitor.model.form, Visitor::new(Lang::Kk).model.form);
    assert_eq!(visitor.model.screen, Screen::Service);
    assert!(visitor.asked.contains(&Effect::Ask("erase")));
}

#[test]
fn who_a_person_is_is_kept_only_where_they_say_so() {
    for told in ["Айгүл", "910228400036", "Атырау", "87010000000"] {
        assert!(!kept_by(false).contains(told), "{told}");
        assert!(kept_by(true).contains(told), "{told}");
    }
}

#[test]
fn one_who_comes_back_chooses_first_and_then_stands_at_the_result() {
    let mut visitor = coming_back(Lang::Ru, &kept_by(false), "2026-11-30");
    assert_eq!(visitor.model.form, coming_back(Lang::Ru, "", "2026-11-30").model.form, "not filled in unasked");
    assert_eq!(kept::record(&visitor.model), None, "what is typed meanwhile does not take its place");
    let html = visitor.html();
    assert!(html.contains("22 ноября 2026 года") && html.contains("Дубликат аттестата"), "{html}");
    press(&mut visitor, "take-up");
    // The day of handing in was in 2015.
    assert_eq!(visitor.model.screen, Screen::Visit);
    assert!(visitor.model.report.is_some());
    assert!(!visitor.go(Screen::Result).html().contains("class=\"told changed\""), "the law is the same");
    assert!(kept::record(&visitor.model).is_some(), "it is kept on");
}

#[test]
fn a_day_of_handing_in_that_is_still_ahead_leads_to_the_result() {
    let past = "visit-day=12\nvisit-month=11\nvisit-year=2015\n";
    let record = kept_by(false).lines().filter(|line| !past.contains(line)).collect::<Vec<_>>().join("\n");
    let record = format!("{record}\nvisit-day=07\nvisit-month=12\nvisit-year=2026\n");
    let mut visitor = coming_back(Lang::Kk, &record, "2026-11-30");
    press(&mut visitor, "take-up");
    assert_eq!(visitor.model.screen, Screen::Result, "{:?}", visitor.asked);
}

#[test]
fn where_the_list_changed_since_it_is_said_what_is_more_and_what_is_less() {
    let record = kept_by(false).replace("kept-law=", "kept-law=0").replace("kept-verdict=refused", "kept-verdict=open");
    let now = record.lines().filter(|line| !line.starts_with("kept-paper-newspaper")).collect::<Vec<_>>().join("\n");
    let now = format!("{now}\nkept-paper-diploma =Диплом");
    let mut visitor = coming_back(Lang::Kk, &now, "2026-11-30");
    press(&mut visitor, "take-up");
    let html = visitor.go(Screen::Result).html();
    let told = html.split("class=\"told changed\"").nth(1).and_then(|rest| rest.split("</section>").next()).unwrap();
    assert!(told.contains("2026 жылғы 22 қарашадан бері"), "{told}");
    assert!(told.contains("<span lang=\"ru\">Диплом</span>"), "the words of then are in the language of then: {told}");
    assert!(told.contains("Енді бұлар да керек") && told.contains("басылымынан үзінді"), "{told}");
    assert!(told.contains("<span lang=\"ru\">Предварительная проверка"), "{told}");
    // Another answer is another question: what was said then is no measure any more.
    visitor.say("fact-reason", "name-change");
    assert!(!visitor.html().contains("class=\"told changed\""));
}

#[test]
fn where_the_law_changed_and_nothing_for_this_person_that_is_said() {
    let mut visitor = coming_back(Lang::En, &kept_by(false).replace("kept-law=", "kept-law=0"), "2026-11-30");
    press(&mut visitor, "take-up");
    assert!(visitor.go(Screen::Result).html().contains("For you nothing is different"));
}

#[test]
fn what_the_browser_will_not_keep_is_said_and_nothing_typed_is_lost() {
    let mut visitor = at(Lang::En, Screen::Result);
    press(&mut visitor, "keep");
    let typed = visitor.model.typed();
    press(&mut visitor, "refused");
    assert!(visitor.html().contains("The browser would not save"));
    assert_eq!(kept::record(&visitor.model), None, "it is not tried at every key");
    let form = |typed: &str| typed.replace("keeping=yes\n", "");
    assert_eq!(visitor.model.typed(), form(&typed));
}

#[test]
fn on_a_computer_that_others_use_nothing_is_kept_or_offered() {
    let mut model = Model::new(Route::default(), "2026-11-30".parse().unwrap());
    kept::begin(&mut model, Some(&kept_by(false)), true);
    let mut visitor = Visitor::opening(model);
    assert!(visitor.asked.contains(&Effect::Ask("shared")), "what others left is deleted, and the watch begins");
    assert!(!visitor.html().contains("data-say=\"take-up\""));
    visitor.travel(&super::DUPLICATE);
    let html = visitor.go(Screen::Result).html();
    assert!(!html.contains("data-say=\"keep\"") && html.contains("data-say=\"public off\""));
    press(&mut visitor, "idle 60");
    assert!(visitor.html().contains("id=\"stay\"") && visitor.html().contains("60 секунд"));
    press(&mut visitor, "idle");
    assert!(!visitor.html().contains("id=\"stay\""));
    press(&mut visitor, "erase");
    assert!(visitor.model.kept.public, "the next person is as safe");
}

#[test]
fn what_another_tab_deleted_is_not_brought_back() {
    let mut visitor = at(Lang::Ru, Screen::Result);
    press(&mut visitor, "keep");
    press(&mut visitor, "forgotten");
    visitor.say("paper-newspaper-extract", "yes");
    assert_eq!(kept::record(&visitor.model), None);
    // A reload finds that what it kept is gone, too.
    let mut model =
        Model::new(Route::default(), "2026-11-30".parse().unwrap()).taken_up("service=duplicates\nkeeping=yes\n");
    kept::begin(&mut model, Some(""), false);
    assert!(!kept::keeping(&model));
}

#[test]
fn the_proof_of_privacy_names_each_way_and_what_is_not_closed() {
    let mut visitor = Visitor::new(Lang::En);
    visitor.go(Screen::Privacy);
    assert!(visitor.asked.contains(&Effect::Ask("look")));
    let seen = "saw policy default-src 'none'; connect-src 'self'\nasked http://here/a.js\nelsewhere http://there/b.js";
    press(&mut visitor, seen);
    let html = visitor.html();
    assert!(html.contains("only the site’s own files") && html.contains("2 files; of these from other sites: 1."));
    press(&mut visitor, "try");
    assert!(visitor.html().contains("<progress"));
    press(&mut visitor, "saw policy connect-src 'none'\nblocked fetch\nblocked xhr\nopen call");
    let html = visitor.html();
    assert!(html.contains("to any address at all") && html.contains("Ways tried: 3. Closed: 2."));
    assert_eq!(html.matches("class=\"open\"").count(), 1);
    assert!(html.contains("do not yet cover the channel for calls"));
}

#[test]
fn on_a_page_of_somebody_elses_nothing_is_offered_to_be_kept() {
    let mut visitor = at(Lang::Kk, Screen::Result);
    assert!(visitor.html().contains("data-say=\"keep\""));
    kept::begin(&mut visitor.model, None, false);
    assert!(!visitor.html().contains("data-say=\"keep\"") && !visitor.html().contains("data-say=\"erase\""));
}
