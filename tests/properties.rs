//! What holds of every package, on random ones over the real law; and what one might expect and does not hold, each with
//! its counterexample.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use qolhat::calendar::Week;
use qolhat::check::{Asked, Brought};
use qolhat::finding::{Decides, Finding};
use qolhat::input::Value;
use qolhat::law::{ChannelKind, TermUnit};
use qolhat::timeline::TermDates;
use qolhat::{Answer, Comparison, Condition, Day, Id, Item, Limit, Package, Report, Verdict, report};

use crate::packages::{Law, Question, answers, for_all, for_all_questions, law_of, laws, questions, with_fact};
use crate::wire::{a_bundle, through_a_bundle};

fn id(text: &str) -> Id {
    Id::try_new(text).unwrap()
}

/// A finding as «code subject».
fn line(finding: &Finding) -> String {
    format!("{} {}", finding.code.as_str(), finding.subject)
}

fn lines(report: &Report, wanted: impl Fn(&Finding) -> bool) -> BTreeSet<String> {
    report.findings.iter().filter(|finding| wanted(finding)).map(line).collect()
}

fn refusing(report: &Report) -> BTreeSet<String> {
    lines(report, |finding| finding.decides == Decides::Refused)
}

fn missing(report: &Report) -> BTreeSet<String> {
    lines(report, |finding| ["document-missing", "alternative-not-met"].contains(&finding.code.as_str()))
}

fn main_term(report: &Report) -> Option<&TermDates> {
    report.timeline.as_ref()?.terms.iter().find(|term| term.main)
}

/// From the best verdict to the worst.
fn badness(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Accepted => 0,
        Verdict::Open => 1,
        Verdict::Refused => 2,
        Verdict::NoEdition => 3,
    }
}

// ----------------------------------------------------------------------------------------------- one more answer

/// Questions with a fact that was not said, and an answer to it.
fn for_all_answers(cases: u32, holds: impl Fn(&Report, &Report) -> Result<(), TestCaseError>) {
    for law in laws() {
        for_all(cases, &(questions(law), any::<Index>(), any::<Index>()), |(question, fact, answer)| {
            let facts = &question.package.facts;
            let unsaid: Vec<_> = law.bundle().facts.iter().filter(|kind| facts.answer(&kind.id).is_none()).collect();
            prop_assume!(!unsaid.is_empty());
            let kind = fact.get(&unsaid);
            let answer = answer.get(&answers(kind, question.visit())).clone();
            holds(&question.ask(law), &with_fact(&question, &kind.id, Some(answer)).ask(law))
        });
    }
}

#[test]
fn one_more_answer_never_takes_back_whether_a_paper_is_asked() {
    for_all_answers(400, |before, after| {
        for (before, after) in before.requirements.iter().zip(&after.requirements) {
            prop_assert_eq!(&before.id, &after.id);
            let kept = match (&before.asked, &after.asked) {
                (Asked::DependsOn { .. }, _) => true,
                // Told before it is known whom it concerns, for it refuses nobody.
                (Asked::Optional, after) => matches!(after, Asked::Optional | Asked::No),
                // Not asked for sure; whether the text leaves it unclear may still come out.
                (Asked::No, after) => matches!(after, Asked::No | Asked::Unclear { .. }),
                (before, after) => before == after,
            };
            prop_assert!(kept, "{}: {:?} became {:?}", before.id, before.asked, after.asked);
        }
        Ok(())
    });
}

#[test]
fn what_refuses_still_refuses_after_one_more_answer() {
    for_all_answers(400, |before, after| {
        let (before, after) = (refusing(before), refusing(after));
        prop_assert!(before.is_subset(&after), "taken back: {:?}", before.difference(&after));
        Ok(())
    });
}

#[test]
fn what_is_accepted_stays_so_after_one_more_answer_unless_a_system_refuses() {
    for_all_answers(400, |before, after| {
        let by_a_system = ["system-check-failed", "signer-too-young"];
        let new =
            lines(after, |finding| finding.decides > Decides::Nothing && !by_a_system.contains(&finding.code.as_str()));
        prop_assert!(before.verdict != Verdict::Accepted || new.is_empty(), "now {new:?}");
        Ok(())
    });
}

#[test]
fn false_that_what_is_accepted_stays_accepted() {
    // What a system checks by itself leaves nothing open: a person who did not say is told, and may go.
    let law = law_of("duplicates");
    let day: Day = "2017-02-06".parse().unwrap();
    let facts = [("reason", Answer::Choice(id("loss"))), ("minor", Answer::YesNo(false))];
    let document = |name: &str| Item { document: id(name), expires: "2036-01-01".parse().ok(), ..Item::default() };
    let package = Package {
        service: id("duplicates"),
        region: Some(id("karaganda")),
        channel: id("state-corporation"),
        facts: facts.into_iter().map(|(fact, answer)| (id(fact), answer)).collect(),
        documents: [document("application"), document("identity-document")].into(),
        ..Package::default()
    };
    let question = Question { package, today: day };
    assert_eq!(question.ask(&law).verdict, Verdict::Accepted);
    let refused = with_fact(&question, &id("in-state-registers"), Some(Answer::YesNo(false))).ask(&law);
    assert_eq!(refused.verdict, Verdict::Refused);
}

#[test]
fn false_that_a_paper_that_is_not_asked_never_becomes_unclear() {
    let law = law_of("duplicates");
    let asked = |reason: Option<&str>| {
        let facts = reason.map(|reason| (id("reason"), Answer::Choice(id(reason))));
        let package = Package {
            service: id("duplicates"),
            channel: id("office"),
            facts: facts.into_iter().collect(),
            ..Package::default()
        };
        let report = Question { package, today: "2017-02-06".parse().unwrap() }.ask(&law);
        report.requirements.into_iter().find(|status| status.id == "education-original").unwrap().asked
    };
    assert_eq!(asked(None), Asked::No);
    assert!(matches!(asked(Some("damage")), Asked::Unclear { .. }));
}

// ----------------------------------------------------------------------------------------------------------- papers

#[test]
fn one_more_paper_never_makes_it_worse() {
    for law in laws() {
        for_all(400, &(questions(law), questions(law), any::<Index>()), |(question, other, which)| {
            prop_assume!(!other.package.documents.is_empty());
            let mut more = question.clone();
            more.package.documents.push(which.get(&other.package.documents).clone());
            let (before, after) = (question.ask(law), more.ask(law));
            prop_assert!(missing(&after).is_subset(&missing(&before)), "{:?}", missing(&after));
            prop_assert!(badness(after.verdict) <= badness(before.verdict), "{:?}", refusing(&after));
            Ok(())
        });
    }
}

#[test]
fn all_answers_and_every_asked_paper_as_asked_leave_nothing_to_say_of_papers() {
    let of_papers = [
        "document-missing",
        "alternative-not-met",
        "copies-too-few",
        "form-wrong",
        "original-not-shown",
        "registration-mark-missing",
        "document-expired",
        "document-will-expire",
        "document-too-old",
        "too-old-by-one-reading",
        "power-of-attorney-invalid",
        "expired-without-ground",
        "copy-to-make",
        "date-needed",
        "answer-needed",
        "document-not-asked",
    ];
    for law in laws() {
        for_all(250, &(questions(law), vec((any::<Index>(), any::<Index>()), 40)), |(mut question, choices)| {
            for (kind, (choice, _)) in law.bundle().facts.iter().zip(&choices) {
                let answer = choice.get(&answers(kind, question.visit())).clone();
                question.package.facts.say(kind.id.clone(), answer);
            }
            question.package.documents.clear();
            let asked = question.ask(law).requirements;
            for (status, (_, choice)) in asked.iter().filter(|status| status.asked == Asked::Yes).zip(&choices) {
                let document = choice.get(&status.one_of);
                let visit = question.visit();
                let (issued, expires) = (visit.plus_days(-1), visit.plus_days(30));
                let item = Item { document: document.document.clone(), issued, expires, ..Item::default() };
                question.package.documents.push(item);
            }
            let found = lines(&question.ask(law), |finding| of_papers.contains(&finding.code.as_str()));
            prop_assert!(found.is_empty(), "{found:?}");
            Ok(())
        });
    }
}

#[test]
fn the_order_of_papers_changes_nothing_but_the_order_of_findings() {
    for law in laws() {
        for_all(300, &(questions(law), any::<u64>()), |(question, turn)| {
            let mut turned = question.clone();
            let documents = &mut turned.package.documents;
            documents.reverse();
            let middle = usize::try_from(turn).unwrap_or_default() % documents.len().max(1);
            documents.rotate_left(middle);
            let (one, other) = (question.ask(law), turned.ask(law));
            prop_assert_eq!(&one.requirements, &other.requirements);
            prop_assert_eq!(&one.timeline, &other.timeline);
            prop_assert_eq!(sorted(&one), sorted(&other));
            Ok(())
        });
    }
}

fn sorted(report: &Report) -> Vec<String> {
    let mut findings: Vec<String> = report.findings.iter().map(|finding| format!("{finding:?}")).collect();
    findings.sort();
    findings
}

#[test]
fn nothing_is_said_twice() {
    for_all_questions(300, |law, question| {
        let said: Vec<_> = question
            .ask(law)
            .findings
            .into_iter()
            .map(|finding| format!("{:?} {} {:?}", finding.code, finding.subject, finding.args))
            .collect();
        let once: BTreeSet<_> = said.iter().collect();
        prop_assert_eq!(once.len(), said.len(), "{:?}", said);
        Ok(())
    });
}

#[test]
fn a_paper_that_fits_is_fine_and_one_that_does_not_is_told_of() {
    for_all_questions(300, |law, question| {
        let report = question.ask(law);
        for status in report.requirements.iter().filter(|status| status.asked == Asked::Yes) {
            let told = report
                .findings
                .iter()
                .any(|finding| finding.subject == status.id.as_str() && finding.decides > Decides::Nothing);
            prop_assert_eq!(status.brought == Brought::Fine, !told, "{}", status.id);
        }
        Ok(())
    });
}

// -------------------------------------------------------------------------------------------------------- questions

/// All that an answer can change.
fn answer_of(report: &Report) -> String {
    let law = report.law.as_ref().map(|law| &law.notices);
    format!("{:?} {:?} {:?} {:?} {law:?}", report.requirements, report.not_asked, report.findings, report.timeline)
}

#[test]
fn a_fact_that_is_not_among_the_questions_changes_nothing() {
    for_all_questions(30, |law, question| {
        let report = question.ask(law);
        let listed: Vec<&Id> = report.questions.iter().map(|kind| &kind.id).collect();
        let before = answer_of(&report);
        for kind in law.bundle().facts.iter().filter(|kind| !listed.contains(&&kind.id)) {
            let other = answers(kind, question.visit()).into_iter().map(Some).chain([None]);
            for answer in other {
                let after = answer_of(&with_fact(&question, &kind.id, answer.clone()).ask(law));
                prop_assert_eq!(&before, &after, "{} is not asked, but matters: {:?}", kind.id, answer);
            }
        }
        Ok(())
    });
}

#[test]
fn a_fact_among_the_questions_changes_something() {
    for law in laws() {
        for_all(25, &(questions(law), vec(vec(any::<Index>(), 40), 400)), |(question, tries)| {
            let Some(edition) = law.edition(question.visit()) else { return Ok(()) };
            prop_assume!(edition.channel(&question.package.channel).is_some());
            for kind in &question.ask(law).questions {
                // With the other facts as they are, or one way or another where they were not said.
                let mut differs = tries.iter().map(|choices| {
                    let unsaid = law.bundle().facts.iter().zip(choices);
                    let unsaid = unsaid.filter(|(kind, _)| question.package.facts.answer(&kind.id).is_none());
                    let told = unsaid.fold(question.clone(), |question, (kind, choice)| {
                        let answer = choice.get(&answers(kind, question.visit())).clone();
                        with_fact(&question, &kind.id, Some(answer))
                    });
                    let answers = answers(kind, question.visit()).into_iter();
                    let answers: BTreeSet<String> =
                        answers.map(|answer| answer_of(&with_fact(&told, &kind.id, Some(answer)).ask(law))).collect();
                    answers.len() > 1
                });
                prop_assert!(differs.any(|differs| differs), "{} is asked in vain", kind.id);
            }
            Ok(())
        });
    }
}

// ------------------------------------------------------------------------------------------------------------ dates

#[test]
fn an_intake_is_a_working_day_and_never_before_the_visit() {
    for_all_questions(400, |law, question| {
        let report = question.ask(law);
        let Some(intake) = report.timeline.as_ref().and_then(|timeline| timeline.intake.day) else { return Ok(()) };
        let edition = law.edition(question.visit()).unwrap();
        let channel = edition.channel(&question.package.channel).unwrap();
        let week = if report.channel.kind == ChannelKind::Portal { Week::Five } else { channel.week };
        prop_assert!(intake >= question.visit());
        prop_assert!(law.days_off.bundle.calendar.look(intake, week).unwrap().working, "{intake} is off");
        Ok(())
    });
}

#[test]
fn a_result_is_due_on_a_working_day_and_never_before_the_intake() {
    for_all_questions(400, |law, question| {
        let report = question.ask(law);
        let Some(timeline) = &report.timeline else { return Ok(()) };
        for term in &timeline.terms {
            let (Some(due), Some(intake)) = (term.due, timeline.intake.day) else { continue };
            prop_assert!(due >= intake);
            if term.unit == TermUnit::WorkingDay {
                prop_assert!(due > intake);
                prop_assert!(law.days_off.bundle.calendar.look(due, Week::Five).unwrap().working, "{due} is off");
                prop_assert!(term.other_reading.is_none_or(|other| intake <= other && other < due));
            }
        }
        Ok(())
    });
}

#[test]
fn a_later_visit_under_one_edition_is_never_due_earlier() {
    for law in laws() {
        for_all(400, &(questions(law), 1_i64..40), |(question, days)| {
            let mut later = question.clone();
            later.package.visit = question.visit().plus_days(days);
            let (first, second) = (question.ask(law), later.ask(law));
            let edition = |report: &Report| report.law.as_ref().map(|law| law.edition.clone());
            prop_assume!(edition(&first) == edition(&second));
            let due = |report: &Report| main_term(report).and_then(|term| term.due);
            if let (Some(first), Some(second)) = (due(&first), due(&second)) {
                prop_assert!(first <= second, "{first} and then {second}");
            }
            Ok(())
        });
    }
}

/// Papers handed in on a day, where the State Corporation is at the provider's place.
fn handed_in(law: &Law, region: Option<&str>, channel: &str, day: &str) -> Report {
    let local = [(id("corporation-at-provider-location"), Answer::YesNo(true))];
    let package = Package {
        service: law.bundle().service.id.clone(),
        region: region.map(id),
        channel: id(channel),
        facts: local.into_iter().collect(),
        ..Package::default()
    };
    Question { package, today: day.parse().unwrap() }.ask(law)
}

#[test]
fn false_that_a_later_visit_is_never_due_earlier() {
    // A shorter term comes into force: five working days of Order 179, three of Order 564.
    let law = law_of("enrolment");
    let due = |day| main_term(&handed_in(&law, None, "office", day)).and_then(|term| term.due).unwrap().to_string();
    assert_eq!(due("2020-07-03"), "2020-07-13");
    assert_eq!(due("2020-07-04"), "2020-07-08");
}

#[test]
fn false_that_the_steps_always_fit_into_the_term() {
    // Atyrau's steps take all three working days of the term. Papers of a Saturday reach the provider on Monday, which
    // the term counts: the steps then end a day after it. No act says how this is to be read.
    let law = law_of("attestation");
    let report = handed_in(&law, Some("atyrau"), "state-corporation", "2019-06-15");
    let (due, earliest) = (main_term(&report).and_then(|term| term.due), report.timeline.unwrap().earliest);
    assert_eq!(due.unwrap().to_string(), "2019-06-19");
    assert_eq!(earliest.unwrap().to_string(), "2019-06-20");
}

#[test]
fn a_question_of_any_year_is_answered() {
    for law in laws() {
        let anywhere = (questions(law), 0_i64..109_000);
        for_all(150, &anywhere, |(mut question, days)| {
            let visit = Day::try_new(1900, 1, 1).and_then(|day| day.plus_days(days)).unwrap();
            question.package.visit = Some(visit);
            let report = question.ask(law);
            let calendar = &law.days_off.bundle.calendar;
            if calendar.year_of(visit).is_none() {
                let day = report.timeline.as_ref().and_then(|timeline| timeline.intake.day);
                prop_assert_eq!(day, None, "a day is guessed outside of the calendar");
            }
            Ok(())
        });
    }
}

// ------------------------------------------------------------------------------------------------------- conditions

fn conditions() -> impl Strategy<Value = Condition> {
    let name = || select(vec!["minor", "grade", "from-2008", "a", "x-1"]).prop_map(id);
    let comparison = select(vec![
        Comparison::Less,
        Comparison::AtMost,
        Comparison::AtLeast,
        Comparison::Greater,
        Comparison::Exactly,
    ]);
    let day = (-20_000_i64..20_000).prop_map(|days| Day::try_new(2020, 1, 1).unwrap().plus_days(days).unwrap());
    let limit = prop_oneof![any::<i32>().prop_map(Limit::Number), day.prop_map(Limit::Day)];
    let leaf = prop_oneof![
        Just(Condition::Always),
        name().prop_map(Condition::Is),
        (name(), name()).prop_map(|(fact, option)| Condition::Equals(fact, option)),
        (name(), comparison, limit).prop_map(|(fact, comparison, limit)| Condition::Compare(fact, comparison, limit)),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            inner.clone().prop_map(|inner| Condition::Not(Box::new(inner))),
            vec(inner.clone(), 2..4).prop_map(Condition::All),
            vec(inner, 2..4).prop_map(Condition::Any),
        ]
    })
}

#[test]
fn a_condition_written_and_read_is_itself() {
    let bundle = a_bundle();
    for_all(2000, &conditions(), |condition| {
        let sentence = condition.to_string();
        prop_assert_eq!(sentence.parse(), Ok(condition.clone()), "{}", sentence);
        // In a bundle it is a tree, not a sentence.
        prop_assert_eq!(through_a_bundle(&bundle, condition.clone()), Ok(condition));
        Ok(())
    });
}

#[test]
fn false_that_an_option_named_like_a_number_is_read_back() {
    let option = Condition::Equals(id("grade"), id("1"));
    let number = Condition::Compare(id("grade"), Comparison::Exactly, Limit::Number(1));
    assert_eq!(option.to_string(), number.to_string());
    assert_eq!(option.to_string().parse(), Ok(number));
}

// ------------------------------------------------------------------------------------------------------------ input

/// Anything that a caller might pass: names and values that are right, nearly right and wrong, nested anyhow.
fn values() -> impl Strategy<Value = Value> {
    let words = vec![
        "service",
        "duplicates",
        "channel",
        "office",
        "portal",
        "region",
        "karaganda",
        "visit",
        "2026-02-30",
        "2026-09-14",
        "time",
        "25:00",
        "09:00",
        "facts",
        "reason",
        "loss",
        "minor",
        "documents",
        "document",
        "application",
        "copies",
        "issued",
        "expires",
        "undated",
        "form",
        "copy",
        "applicant",
        "iin",
        "birthDay",
        "sex",
        "provider",
        "",
        "ә",
        "🙂",
    ];
    let word = select(words);
    let leaf = prop_oneof![
        3 => word.clone().prop_map(|word| Value::Text(word.into())),
        1 => any::<bool>().prop_map(Value::Bool),
        1 => prop_oneof![any::<i64>(), -2_i64..120].prop_map(Value::Number),
        1 => Just(Value::Null),
    ];
    leaf.prop_recursive(5, 60, 9, move |inner| {
        let entry = (word.clone().prop_map(String::from), inner.clone());
        prop_oneof![1 => vec(inner, 0..5).prop_map(Value::List), 3 => vec(entry, 0..9).prop_map(Value::Map)]
    })
}

#[test]
fn any_value_is_a_package_or_a_list_of_faults_with_code_and_place() {
    let law = law_of("duplicates");
    let base = ["service", "channel"]
        .map(String::from)
        .into_iter()
        .zip(["duplicates", "office"].map(|text| Value::Text(text.into())));
    let base: Vec<(String, Value)> = base.collect();
    for_all(3000, &(values(), any::<bool>()), |(value, started)| {
        let value = match value {
            Value::Map(entries) if started => Value::Map(base.iter().cloned().chain(entries).collect()),
            other => other,
        };
        match Package::read(&value, law.bundle()) {
            Ok(package) => {
                report(&law.standard, &law.days_off, &package, Day::try_new(2017, 2, 6).unwrap());
            }
            Err(errors) => {
                prop_assert!(!errors.is_empty());
                for error in errors {
                    prop_assert!(!error.code.is_empty() && !error.expected.is_empty() && !error.found.is_empty());
                    // Only the whole value has no name of its own, and a name that a caller left empty.
                    let nameless = !matches!(value, Value::Map(_)) || value.get("").is_some();
                    prop_assert!(nameless || !error.path.is_empty(), "{error}");
                }
            }
        }
        Ok(())
    });
}
