//! The way through the page: one question at a time, back, change, and how far one is with each step.

use qolhat::Lang;
use qolhat::page::journey::{Status, is_new, status};
use qolhat::page::{Effect, Message, Route, Screen, view};
use qolhat::report::Verdict;

use super::visitor::{DUPLICATE, TRIPS, Visitor};

/// Goes as far as the papers and sends them off: all answers are to be looked through.
fn through(lang: Lang) -> Visitor {
    let mut visitor = Visitor::new(lang);
    visitor.travel(&DUPLICATE);
    visitor.next();
    assert_eq!(visitor.place(), (Screen::Answers, ""));
    visitor
}

fn known(visitor: &Visitor) -> Vec<&str> {
    visitor.model.report.iter().flat_map(|report| &report.questions).map(|kind| kind.id.as_str()).collect()
}

/// The first grade, at the school: whether the child is six is asked of the first grade alone.
fn enrolment() -> Visitor {
    let mut visitor = Visitor::new(Lang::Kk);
    visitor.travel(&TRIPS[0]);
    visitor
}

#[test]
fn each_question_has_a_page_of_its_own_with_the_question_as_its_heading() {
    let mut visitor = through(Lang::Ru);
    for kind in visitor.model.report.as_ref().unwrap().questions.clone() {
        let html = visitor.go_to(Screen::Questions, kind.id.as_str()).html();
        assert_eq!(html.matches("<h1").count(), 1, "{}", kind.id);
        let heading = html.split("<h1").nth(1).and_then(|rest| rest.split("</h1>").next()).unwrap();
        assert!(heading.contains(kind.question.of(Lang::Ru)), "{heading}");
        assert_eq!(html.matches("class=\"question\"").count(), 1);
        assert!(view::title(&visitor.model).starts_with(kind.question.of(Lang::Ru)));
    }
}

#[test]
fn an_address_without_a_question_or_with_a_strange_one_leads_to_the_first_that_is_open() {
    let mut visitor = enrolment();
    visitor.say("fact-six-by-year-end", "");
    for part in ["", "reason", "<b>"] {
        visitor.go(Screen::Papers).asked.clear();
        visitor.go_to(Screen::Questions, part);
        let open = Route::new(Lang::Kk, Screen::Questions).part("six-by-year-end");
        assert_eq!(visitor.asked, [Effect::Replace(open), Effect::FocusHeading], "{part}");
    }
}

#[test]
fn where_nothing_is_asked_the_questions_are_passed_over_both_ways() {
    let mut visitor = Visitor::new(Lang::En);
    visitor.travel(&TRIPS[3]);
    let asked = known(&visitor).len();
    assert!(asked > 0);
    // Nothing is in force on that day that asks anything: the papers' page has nothing before it but the desk.
    visitor.model.report.as_mut().unwrap().questions.clear();
    assert!(visitor.html().contains("class=\"back\" href=\"#/en/visit/desk\""));
    assert_eq!(status(&visitor.model, Screen::Questions), Status::Empty);
}

#[test]
fn a_change_comes_back_to_the_answers_and_asks_only_what_became_new() {
    // G9.
    let mut visitor = through(Lang::En);
    visitor.go_to(Screen::Questions, "minor").say("fact-minor", "no");
    assert_eq!(visitor.next().place(), (Screen::Answers, ""), "nothing new is asked");
    visitor.go_to(Screen::Visit, "desk").say("time", "9:30");
    assert_eq!(visitor.next().place(), (Screen::Answers, ""), "nothing new is asked");
    // A spoilt certificate is itself to be handed in: a paper that nobody was asked about yet.
    visitor.go_to(Screen::Questions, "reason").say("fact-reason", "damage");
    assert_eq!(status(&visitor.model, Screen::Papers), Status::Lacking);
    assert_eq!(visitor.next().place(), (Screen::Papers, ""));
    let report = visitor.model.report.as_ref().unwrap();
    let new: Vec<_> = qolhat::page::read::asked(report).filter(|paper| is_new(&visitor.model, &paper.id)).collect();
    assert_eq!(new.len(), 1);
    assert!(visitor.html().contains("class=\"new\""));
    assert_eq!(visitor.next().place(), (Screen::Answers, ""));
    assert_eq!(status(&visitor.model, Screen::Papers), Status::Done);
}

#[test]
fn an_answer_that_opens_a_question_leads_to_it_and_one_that_closes_it_keeps_what_was_said() {
    // G9.
    let mut visitor = enrolment();
    visitor.next();
    assert!(known(&visitor).contains(&"six-by-year-end"));
    visitor.go_to(Screen::Questions, "grade").say("fact-grade", "5");
    assert!(!known(&visitor).contains(&"six-by-year-end"));
    assert!(!visitor.html().contains("fact-six-by-year-end"));
    assert!(visitor.model.form.is("fact-six-by-year-end", "yes"), "dropped, and kept");
    visitor.say("fact-grade", "1");
    assert_eq!(visitor.next().place().0, Screen::Answers, "what was said counts again");
    visitor.go_to(Screen::Questions, "grade").say("fact-grade", "5");
    visitor.say("fact-six-by-year-end", "");
    visitor.next();
    visitor.go_to(Screen::Questions, "grade").say("fact-grade", "1");
    assert_eq!(visitor.next().place(), (Screen::Questions, "six-by-year-end"));
}

#[test]
fn an_answered_question_stays_while_the_answers_before_it_do() {
    for trip in &TRIPS {
        let mut visitor = Visitor::new(Lang::Kk);
        visitor.say("service", trip.service);
        visitor.next();
        visitor.say("region", trip.region);
        visitor.say_day("visit", trip.visit);
        visitor.next();
        visitor.say("channel", trip.channel);
        visitor.next();
        let mut asked = Vec::new();
        while visitor.model.screen == Screen::Questions {
            asked.push(visitor.model.part.clone());
            visitor.answer(trip, asked.last().unwrap());
            visitor.next();
        }
        assert_eq!(known(&visitor), asked, "{}", trip.service);
    }
}

#[test]
fn back_leads_to_the_place_before() {
    let mut visitor = through(Lang::Kk);
    let before = ["papers", "questions/minor", "questions/reason", "questions/filed-by-representative", "visit/desk"];
    for place in before.into_iter().chain(["visit", "service"]) {
        let html = visitor.html();
        let back = html.split("class=\"back\" href=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        assert_eq!(back, format!("#/kk/{place}"));
        visitor.take(Message::Went(Route::read(back).unwrap()));
    }
    assert!(!visitor.html().contains("class=\"back\""));
}

#[test]
fn each_step_says_in_words_how_far_it_is() {
    use Status::{Ahead, Done, Empty, Lacking, Now};
    let all = |visitor: &Visitor| Screen::steps().map(|screen| status(&visitor.model, screen)).collect::<Vec<_>>();
    let mut visitor = Visitor::new(Lang::Kk);
    assert_eq!(all(&visitor), [Now, Ahead, Ahead, Ahead, Ahead, Ahead, Ahead]);
    visitor.say("service", "duplicates");
    visitor.next();
    visitor.say("region", "elsewhere");
    visitor.next();
    assert_eq!(all(&visitor), [Done, Now, Ahead, Ahead, Ahead, Ahead, Ahead]);
    visitor.go(Screen::Service);
    assert_eq!(all(&visitor)[1], Lacking, "the desk is not chosen");
    let mut visitor = through(Lang::Kk);
    assert_eq!(all(&visitor), [Done, Done, Done, Done, Now, Ahead, Ahead]);
    visitor.next();
    assert_eq!(all(&visitor), [Done, Done, Done, Done, Done, Now, Ahead]);
    visitor.say("fact-minor", "");
    assert_eq!(all(&visitor)[2], Lacking);
    let html = visitor.html();
    for told in ["дайын", "осы жердесіз", "толық емес", "әлі емес"] {
        assert!(html.contains(&format!("class=\"status\">{told}<")), "{told}");
    }
    assert!(!all(&visitor).contains(&Empty));
}

#[test]
fn how_many_questions_remain_is_said_as_far_as_it_is_known() {
    let mut visitor = enrolment();
    for fact in ["grade", "six-by-year-end", "emergency-restrictions"] {
        visitor.say(&format!("fact-{fact}"), "");
    }
    let html = visitor.go(Screen::Questions).html();
    assert!(html.contains("<b>1-сұрақ.</b>") && html.contains("тағы 2 сұрақ"), "{html}");
    visitor.say("fact-grade", "5");
    assert!(visitor.html().contains("тағы 1 сұрақ"), "another grade, another number");
}

#[test]
fn no_rules_on_the_day_is_an_answer_with_what_to_do_instead_and_no_fault() {
    // G8.
    let mut visitor = Visitor::new(Lang::En);
    visitor.say("service", "duplicates");
    visitor.next();
    visitor.say("region", "elsewhere");
    visitor.say_day("visit", "01.03.2012");
    assert_eq!(visitor.next().place(), (Screen::Visit, "desk"));
    let html = visitor.html();
    assert!(visitor.model.faults.is_empty() && !html.contains("class=\"fault\""));
    assert!(html.contains("no text of the rules in force on 1 March 2012"));
    assert!(html.contains("from 15 May 2015"), "which days there are rules for");
    assert!(html.contains("class=\"main\" href=\"#/en/visit\""), "and the way to another day");
}

#[test]
fn the_sheet_asks_the_same_with_one_button_and_leads_to_the_same_result() {
    let mut sheet = Visitor::new(Lang::Kk);
    sheet.go(Screen::Sheet);
    sheet.next();
    assert_eq!(sheet.asked, [Effect::FocusFaults]);
    sheet.say("service", DUPLICATE.service);
    sheet.say("region", DUPLICATE.region);
    sheet.say_day("visit", DUPLICATE.visit);
    sheet.say("channel", DUPLICATE.channel);
    sheet.next();
    assert!(!sheet.model.faults.is_empty() && sheet.model.screen == Screen::Sheet, "questions are open");
    for fact in ["filed-by-representative", "reason", "minor"] {
        sheet.answer(&DUPLICATE, fact);
    }
    DUPLICATE.papers.iter().for_each(|paper| sheet.say(&format!("paper-{paper}"), "yes"));
    let html = sheet.html();
    assert_eq!(html.matches("type=\"submit\"").count(), 1);
    assert_eq!(sheet.next().place(), (Screen::Result, ""));
    let mut steps = through(Lang::Kk);
    steps.next();
    let verdict = |visitor: &Visitor| visitor.model.report.as_ref().unwrap().clone();
    assert_eq!(verdict(&sheet), verdict(&steps));
    assert_eq!(verdict(&sheet).verdict, Verdict::Refused);
    // And the way back to the steps has nothing left to ask.
    assert_eq!(status(&sheet.model, Screen::Papers), Status::Done);
}

#[test]
fn a_whole_day_written_or_pasted_in_the_first_box_fills_all_three() {
    for (lang, typed) in [
        (Lang::Kk, "14.09.2026"),
        (Lang::Kk, " 14/9/2026 "),
        (Lang::Kk, "2026-09-14"),
        (Lang::Kk, "14 қыркүйек 2026"),
        (Lang::Kk, "2026 жылғы 14 қыркүйекте"),
        (Lang::Ru, "14 сентября 2026 г."),
        (Lang::Ru, "14 Сентябрь 2026"),
        (Lang::En, "14 September 2026"),
        (Lang::En, "14 sept 2026"),
    ] {
        let mut visitor = Visitor::new(lang);
        visitor.say("visit-day", typed);
        let parts = ["day", "month", "year"].map(|part| visitor.model.form.get(&format!("visit-{part}")).to_string());
        assert_eq!(parts, ["14", "09", "2026"], "{typed}");
    }
}

#[test]
fn what_is_no_whole_day_stays_as_it_was_typed_and_is_a_fault_on_sending_off() {
    for typed in ["31.02.2026", "14.09", "мамыз 2026", "14 м 2026", "14.09.20265", "1 2 3 4", "99999999999.1.2026"]
    {
        let mut visitor = Visitor::new(Lang::Kk);
        visitor.say("service", "enrolment");
        visitor.next();
        visitor.say("region", "elsewhere");
        visitor.say("visit-day", typed);
        assert_eq!(visitor.model.form.get("visit-day"), typed);
        visitor.next();
        assert_eq!(visitor.sentences().len(), 1, "{typed}");
    }
}
