//! The part of the engine that comes after the verdict: nothing waits for it that does not need it, and nothing is lost
//! where it comes late.

use qolhat::Lang;
use qolhat::page::{Effect, Message, Screen, later};

use super::visitor::{DUPLICATE, Visitor};

/// A person at the result of a trip, to whom the later part did not come.
fn without() -> Visitor {
    let mut visitor = Visitor::gone(Lang::Ru, &DUPLICATE);
    visitor.offline = true;
    visitor.go(Screen::Result);
    assert!(!visitor.model.whole);
    visitor
}

fn asked_for(visitor: &Visitor) -> usize {
    visitor.fetched.iter().filter(|file| *file == later::FILE).count()
}

#[test]
fn it_is_asked_for_once_the_result_stands_and_not_before() {
    let mut visitor = Visitor::gone(Lang::Kk, &DUPLICATE);
    assert_eq!(asked_for(&visitor), 0);
    visitor.go(Screen::Result);
    assert_eq!((asked_for(&visitor), visitor.model.whole), (1, true));
    visitor.go(Screen::Print);
    assert_eq!(asked_for(&visitor), 1);
}

#[test]
fn a_result_without_it_is_whole_and_nothing_is_told() {
    let (without, mut with) = (without(), Visitor::gone(Lang::Ru, &DUPLICATE));
    with.go(Screen::Result);
    assert_eq!(without.html(), with.html());
}

#[test]
fn a_screen_that_needs_it_waits_for_it_and_says_where_it_does_not_come() {
    let mut visitor = without();
    for screen in [Screen::Print, Screen::Privacy] {
        visitor.go(screen);
        let html = visitor.html();
        assert!(html.contains("id=\"heading\"") && html.contains("data-say=\"retry\""), "{html}");
    }
    visitor.offline = false;
    visitor.take(Message::Retry);
    assert!(visitor.html().contains("data-say=\"try\"") && !visitor.html().contains("data-say=\"retry\""));
    visitor.go(Screen::Print);
    assert!(visitor.html().contains("class=\"sheet"));
}

#[test]
fn days_that_were_asked_for_too_early_come_with_it() {
    let mut visitor = without();
    visitor.take(Message::Dates);
    assert!(visitor.html().contains("data-say=\"retry\""));
    visitor.offline = false;
    visitor.take(Message::Retry);
    let saved = |effect: &&Effect| matches!(effect, Effect::Save { .. });
    assert_eq!(visitor.asked.iter().filter(saved).count(), 1);
    visitor.take(Message::Came { path: "law/calendar.qolhat".into(), bytes: None });
    assert_eq!(visitor.asked.iter().filter(saved).count(), 1);
}
