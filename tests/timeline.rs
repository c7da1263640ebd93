//! Steps to the minute, years at the calendar's edge, and what is said beside a date.

use qolhat::calendar::Week;
use qolhat::law::{FirstDay, TermUnit};
use qolhat::timeline::Timeline;
use qolhat::{Answer, Day, Id, Package, TimeOfDay};

use crate::packages::{Question, law_of};

/// The dates of papers handed in at a time, without any answers but that the State Corporation is at the provider's place.
fn dates(service: &str, region: Option<&str>, channel: &str, day: &str, time: Option<&str>) -> Timeline {
    let id = |text: &str| Id::try_new(text).unwrap();
    let local = [(id("corporation-at-provider-location"), Answer::YesNo(true))];
    let package = Package {
        service: id(service),
        region: region.map(id),
        channel: id(channel),
        time: time.map(|time| time.parse::<TimeOfDay>().unwrap()),
        facts: local.into_iter().collect(),
        ..Package::default()
    };
    let report = Question { package, today: day.parse::<Day>().unwrap() }.ask(&law_of(service));
    report.timeline.unwrap()
}

/// The steps of Karaganda's duplicates at the school: 15 minutes, 15 minutes, 13 working days, 15 minutes, one working day.
/// The school is open from 09:00 to 18:30, with lunch from 13:00 to 14:30.
fn steps(day: &str, time: &str) -> Vec<String> {
    let steps = dates("duplicates", Some("karaganda"), "office", day, Some(time)).steps;
    let line = |step: qolhat::timeline::StepDates| {
        let from = format!("{} {}", step.from_day, step.from_time.unwrap());
        format!("{from} – {} {}", step.to_day.unwrap(), step.to_time.unwrap())
    };
    steps.into_iter().map(line).collect()
}

#[test]
fn minutes_run_inside_opening_hours_and_days_in_the_providers_week() {
    assert_eq!(
        steps("2017-02-06", "10:00"),
        [
            "2017-02-06 10:00 – 2017-02-06 10:15",
            "2017-02-06 10:15 – 2017-02-06 10:30",
            "2017-02-06 10:30 – 2017-02-23 10:30",
            "2017-02-23 10:30 – 2017-02-23 10:45",
            "2017-02-23 10:45 – 2017-02-24 10:45",
        ]
    );
}

#[test]
fn minutes_stop_for_lunch() {
    assert_eq!(
        steps("2017-02-06", "12:50")[..2],
        ["2017-02-06 12:50 – 2017-02-06 14:35", "2017-02-06 14:35 – 2017-02-06 14:50"]
    );
    assert_eq!(
        steps("2017-02-06", "12:45")[..2],
        ["2017-02-06 12:45 – 2017-02-06 13:00", "2017-02-06 14:30 – 2017-02-06 14:45"],
        "what ends as lunch begins is done before it, and the next begins after it"
    );
    assert_eq!(steps("2017-02-06", "13:40")[0], "2017-02-06 14:30 – 2017-02-06 14:45", "taken in during lunch");
}

#[test]
fn what_is_not_done_by_closing_time_goes_on_in_the_morning() {
    assert_eq!(
        steps("2017-02-10", "18:00")[..4],
        [
            "2017-02-10 18:00 – 2017-02-10 18:15",
            "2017-02-10 18:15 – 2017-02-10 18:30",
            "2017-02-10 18:30 – 2017-03-01 18:30",
            "2017-03-01 18:30 – 2017-03-02 09:15",
        ],
        "what ends as the school closes is done that day"
    );
    assert_eq!(steps("2017-02-10", "18:20")[0], "2017-02-10 18:20 – 2017-02-13 09:05", "over a weekend");
}

#[test]
fn steps_begin_when_the_provider_is_open() {
    assert_eq!(steps("2017-02-06", "08:00")[0], "2017-02-06 09:00 – 2017-02-06 09:15", "before it opens");
    assert_eq!(steps("2017-02-06", "19:00")[0], "2017-02-07 09:00 – 2017-02-07 09:15", "after hours");
    assert_eq!(steps("2017-02-11", "10:00")[0], "2017-02-13 09:00 – 2017-02-13 09:15", "on a Saturday");
}

#[test]
fn a_year_that_the_dates_reach_is_named_where_its_calendar_is_not_certain() {
    let years = |day: &str| {
        let dates = dates("duplicates", None, "state-corporation", day, None);
        (dates.provisional_year, dates.unknown_year)
    };
    assert_eq!(years("2026-09-14"), (None, None));
    assert_eq!(years("2026-12-21"), (Some(2027), None), "the term ends in the provisional year");
    assert_eq!(years("2027-02-01"), (Some(2027), None));
    assert_eq!(years("2027-12-20"), (Some(2027), Some(2028)), "the term ends after the calendar");
    assert_eq!(years("2028-02-01"), (None, Some(2028)), "nothing is known of the day of intake");
}

#[test]
fn an_intake_on_a_day_that_the_provider_does_not_work_is_told() {
    let told = |day: &str| {
        let terms = dates("duplicates", None, "state-corporation", day, None).terms;
        terms.iter().any(|term| term.saturday_intake)
    };
    assert!(told("2026-09-12"), "a Saturday");
    assert!(!told("2026-09-11") && !told("2026-09-14"));
    assert!(!told("2026-09-13"), "a Sunday counts as Monday");
}

/// The dates of papers handed in through a channel of duplicates, where the law is changed.
fn changed(change: impl Fn(&mut qolhat::law::Edition), channel: &str, day: &str) -> Timeline {
    let mut law = law_of("duplicates");
    law.standard.bundle.editions.iter_mut().for_each(change);
    let id = |text: &str| Id::try_new(text).unwrap();
    let package = Package { service: id("duplicates"), channel: id(channel), ..Package::default() };
    Question { package, today: day.parse::<Day>().unwrap() }.ask(&law).timeline.unwrap()
}

/// No standard counts calendar days yet: the law is changed for the test.
#[test]
fn a_term_of_calendar_days_ends_on_the_providers_next_working_day() {
    let due = |count: u16, day: &str| {
        let days = |edition: &mut qolhat::law::Edition| {
            for term in &mut edition.terms {
                (term.count, term.unit, term.first_day) = (count, TermUnit::CalendarDay, FirstDay::Silent);
            }
        };
        let terms = changed(days, "office", day).terms;
        let main = terms.iter().find(|term| term.main).unwrap();
        (main.due.unwrap().to_string(), main.days.len(), main.other_reading.map(|day| day.to_string()))
    };
    assert_eq!(
        due(10, "2017-02-06"),
        ("2017-02-16".into(), 10, Some("2017-02-15".into())),
        "a Thursday: ten days after the intake"
    );
    assert_eq!(
        due(5, "2017-02-06"),
        ("2017-02-13".into(), 7, Some("2017-02-10".into())),
        "a Saturday: Monday, though the six-day week works"
    );
    assert_eq!(
        due(30, "2017-02-06"),
        ("2017-03-09".into(), 31, Some("2017-03-07".into())),
        "Women's Day: the day after it"
    );
    assert_eq!(due(6, "2017-02-06"), ("2017-02-13".into(), 7, None), "a Sunday: both readings end on Monday");
}

/// Every portal stands in the five-day week already: the law is changed for the test.
#[test]
fn what_comes_by_a_portal_is_taken_in_by_the_providers_five_day_week() {
    let intake = |channel: &str| {
        let six = |edition: &mut qolhat::law::Edition| {
            edition.channels.iter_mut().for_each(|channel| channel.week = Week::Six);
        };
        changed(six, channel, "2021-07-10").intake.day.unwrap().to_string()
    };
    assert_eq!(intake("portal"), "2021-07-12", "Saturday's requests count as Monday's");
    assert_eq!(intake("state-corporation"), "2021-07-10");
}

/// No edition has steps of its own where a regulation leaves a channel out: the law is changed for the test.
#[test]
fn where_the_regulation_does_not_name_the_channel_the_editions_steps_are_taken() {
    let steps = |named: bool| {
        let mut law = law_of("duplicates");
        let bundle = &mut law.standard.bundle;
        let id = |text: &str| Id::try_new(text).unwrap();
        for regulation in bundle.regions.iter_mut().flat_map(|region| &mut region.regulations) {
            regulation.channels.retain(|channel| named || *channel != "state-corporation");
            let mut own = regulation.steps[0].clone();
            (own.id, own.channels) = (id("own"), vec![]);
            bundle.editions.iter_mut().for_each(|edition| edition.steps = vec![own.clone()]);
        }
        let (region, channel) = (Some(id("karaganda")), id("state-corporation"));
        let package = Package { service: id("duplicates"), region, channel, ..Package::default() };
        let report = Question { package, today: "2017-02-06".parse().unwrap() }.ask(&law);
        report.timeline.unwrap().steps.into_iter().map(|step| step.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(steps(false), ["own"]);
    assert!(!steps(true).contains(&"own".to_string()), "the regulation's steps stand in the place of the edition's");
}
