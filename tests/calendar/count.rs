//! Counting: a naive second counter, the rules that hold, the rules that do not, and estimated days off.

use std::collections::BTreeMap;

use qolhat::calendar::{Calendar, CalendarDay, Counting, DayKind, Week};
use qolhat::{Day, Id, Verified};

use super::{calendar, day, days};

/// A small generator (Knuth's MMIX), so that the same questions are asked each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u16) -> u16 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let high = u16::try_from(self.0 >> 48).unwrap();
        high % below
    }

    /// A day of 2015 to 2026, so that any count below 200 ends within the calendar.
    fn day(&mut self) -> Day {
        day("2015-01-01").plus_days(self.roll(4383).into()).unwrap()
    }

    fn week(&mut self) -> Week {
        Week::ALL[usize::from(self.roll(2))]
    }
}

/// The slow and obvious counter: all working days in a row, each with its number from the beginning.
struct Naive(BTreeMap<Day, u16>);

impl Naive {
    fn of(calendar: &Calendar, week: Week) -> Self {
        let worked = days("2015-01-01", "2027-12-31").filter(|day| calendar.look(*day, week).unwrap().working);
        Self(worked.zip(1..).collect())
    }

    fn count(&self, after: Day, count: u16) -> Option<Day> {
        let before = self.0.range(..=after).next_back().map_or(0, |(_, number)| *number);
        self.0.iter().find(|(_, number)| **number == before + count).map(|(day, _)| *day)
    }
}

fn last(calendar: &Calendar, after: Day, count: u16, week: Week) -> Day {
    calendar.count_forward(after, count, week).last.unwrap()
}

#[test]
fn a_naive_counter_agrees() {
    let calendar = calendar();
    let naive = Week::ALL.map(|week| Naive::of(&calendar, week));
    let mut dice = Dice(1);
    for _ in 0..3000 {
        let (after, count, in_week) = (dice.day(), dice.roll(80), usize::from(dice.roll(2)));
        let expected = if count == 0 { Some(after) } else { naive[in_week].count(after, count) };
        let found = calendar.count_forward(after, count, Week::ALL[in_week]).last;
        assert_eq!(found, expected, "{count} days after {after}, {:?}", Week::ALL[in_week]);
    }
}

#[test]
fn every_day_passed_is_listed_and_the_counted_ones_numbered() {
    let calendar = calendar();
    let mut dice = Dice(2);
    for _ in 0..500 {
        let (after, count, week) = (dice.day(), 1 + dice.roll(40), dice.week());
        let Counting { last, days: passed, .. } = calendar.count_forward(after, count, week);
        let expected: Vec<_> = days(&after.next().to_string(), &last.unwrap().to_string()).collect();
        assert_eq!(passed.iter().map(|passed| passed.day).collect::<Vec<_>>(), expected);
        let numbers: Vec<_> = passed.iter().filter_map(|passed| passed.number).collect();
        assert_eq!(numbers, (1..=count).collect::<Vec<_>>());
        assert!(passed.iter().all(|passed| passed.working == passed.number.is_some()));
    }
}

#[test]
fn some_days_and_then_some_more_are_all_of_them() {
    let calendar = calendar();
    let mut dice = Dice(3);
    for _ in 0..1000 {
        let (after, one, other, week) = (dice.day(), dice.roll(40), dice.roll(40), dice.week());
        let in_two = last(&calendar, last(&calendar, after, one, week), other, week);
        assert_eq!(in_two, last(&calendar, after, one + other, week), "{one} and {other} days after {after}");
    }
}

#[test]
fn a_later_start_never_ends_earlier() {
    let calendar = calendar();
    let mut dice = Dice(4);
    for _ in 0..1000 {
        let (after, count, week) = (dice.day(), 1 + dice.roll(40), dice.week());
        let later = after.plus_days(dice.roll(20).into()).unwrap();
        assert!(
            last(&calendar, after, count, week) <= last(&calendar, later, count, week),
            "{after}, {later}, {count}"
        );
    }
}

#[test]
fn the_result_is_a_working_day_and_the_next_working_day_of_itself() {
    let calendar = calendar();
    let mut dice = Dice(5);
    for _ in 0..1000 {
        let (after, count, week) = (dice.day(), 1 + dice.roll(40), dice.week());
        let last = last(&calendar, after, count, week);
        assert!(last > after && calendar.look(last, week).unwrap().working);
        assert_eq!(calendar.next_working(last, week), Some(last));
    }
}

#[test]
fn one_more_day_off_never_makes_a_result_earlier() {
    let calendar = calendar();
    let mut dice = Dice(6);
    for _ in 0..1000 {
        let (after, count, week) = (dice.day(), 1 + dice.roll(40), dice.week());
        let off = after.plus_days(dice.roll(60).into()).unwrap();
        let more = with_day_off(&calendar, off, &[]);
        assert!(
            last(&calendar, after, count, week) <= last(&more, after, count, week),
            "{off} off, {count} after {after}"
        );
    }
}

#[test]
fn the_six_day_week_never_ends_later() {
    let calendar = calendar();
    let mut dice = Dice(7);
    for _ in 0..1000 {
        let (after, count) = (dice.day(), 1 + dice.roll(40));
        assert!(last(&calendar, after, count, Week::Six) <= last(&calendar, after, count, Week::Five));
    }
}

// What one might expect of counting, and what does not hold; each with its counterexample.

#[test]
fn false_that_counting_back_returns_to_the_start() {
    let calendar = calendar();
    let saturday = day("2026-09-12");
    let monday = last(&calendar, saturday, 1, Week::Five);
    let back = days("2026-09-01", "2026-09-13").filter(|day| calendar.look(*day, Week::Five).unwrap().working).last();
    assert_eq!(monday, day("2026-09-14"));
    assert_eq!(back, Some(day("2026-09-11")), "one working day before Monday is Friday, not Saturday");
}

#[test]
fn false_that_calendar_days_and_working_days_may_change_places() {
    let calendar = calendar();
    let friday = day("2026-09-11");
    assert_eq!(last(&calendar, friday.next(), 1, Week::Five), day("2026-09-14"), "a day, then a working day");
    assert_eq!(last(&calendar, friday, 1, Week::Five).next(), day("2026-09-15"), "a working day, then a day");
}

#[test]
fn false_that_different_starts_end_on_different_days() {
    let calendar = calendar();
    // Friday 21 to Tuesday 25 March 2025 are Nauryz and its moved days.
    assert_eq!(last(&calendar, day("2025-03-21"), 1, Week::Five), last(&calendar, day("2025-03-25"), 1, Week::Five));
}

#[test]
fn false_that_a_moved_day_off_only_matters_on_its_two_days() {
    // The swap of 3 and 5 January 2025: between the two days, every count ends one day later.
    let calendar = calendar();
    let mut unmoved = calendar.clone();
    unmoved.years.iter_mut().for_each(|year| {
        year.days.retain(|line| !matches!(line.kind, DayKind::SwapOff(_) | DayKind::SwapWork(_)));
    });
    let new_year = day("2024-12-31");
    assert_eq!(last(&unmoved, new_year, 1, Week::Five), day("2025-01-03"));
    assert_eq!(last(&calendar, new_year, 1, Week::Five), day("2025-01-05"));
    assert_eq!(last(&calendar, new_year, 2, Week::Five), last(&unmoved, new_year, 2, Week::Five));
}

// Estimated days off.

#[test]
fn an_estimated_day_off_gives_a_range_where_it_matters() {
    let calendar = calendar();
    let range = |after: &str, count, week| {
        let counting = calendar.count_forward(day(after), count, week);
        assert!(counting.provisional);
        let range = counting.range.map(|(earliest, latest)| (earliest.to_string(), latest.to_string()));
        (counting.last.unwrap().to_string(), range)
    };
    let between = |earliest: &str, latest: &str| Some((earliest.to_string(), latest.to_string()));
    let expected = ("2027-05-18".into(), between("2027-05-18", "2027-05-19"));
    assert_eq!(range("2027-05-11", 5, Week::Five), expected, "off on Monday 17 May, it costs a day");
    let expected = ("2027-05-17".into(), between("2027-05-17", "2027-05-18"));
    assert_eq!(range("2027-05-11", 5, Week::Six), expected, "off on Saturday 15 May or Monday 17 May, it costs a day");
    assert_eq!(range("2027-05-10", 2, Week::Five), ("2027-05-12".into(), None), "the count ends before it");
    assert_eq!(range("2027-05-17", 5, Week::Five), ("2027-05-24".into(), None), "the count begins after it");
}

/// Puts every estimated day off on each of its possible days, in all combinations.
fn outcomes(calendar: &Calendar) -> Vec<Calendar> {
    let estimated = |calendar: &Calendar| {
        calendar.years.iter().flat_map(|year| &year.days).find(|line| !line.may_fall_on.is_empty()).cloned()
    };
    let Some(line) = estimated(calendar) else { return vec![calendar.clone()] };
    let mut all = Vec::new();
    for possible in [line.day].iter().chain(&line.may_fall_on) {
        let mut outcome = calendar.clone();
        for year in &mut outcome.years {
            year.days.retain(|other| *other != line);
        }
        all.extend(outcomes(&with_day_off(&outcome, *possible, &[])));
    }
    all
}

/// A calendar in which `off` is off in both weeks, unless it was listed before.
fn with_day_off(calendar: &Calendar, off: Day, may_fall_on: &[Day]) -> Calendar {
    let mut calendar = calendar.clone();
    let line = CalendarDay {
        day: off,
        kind: DayKind::Holiday(Id::try_new("kurban-ait").unwrap()),
        weeks: Week::ALL.to_vec(),
        may_fall_on: may_fall_on.to_vec(),
        note: None,
        cite: vec!["labour-code-2015, article 84, point 5".parse().unwrap()],
        verified: Verified::Assumed,
    };
    let year = calendar.years.iter_mut().find(|year| year.year == off.year()).unwrap();
    year.days.retain(|listed| listed.day != off);
    year.days.push(line);
    calendar
}

#[test]
fn the_range_is_what_recounting_every_outcome_gives() {
    // Beside the estimate of 2027, two more, one of them where a weekend, a holiday and a working day meet.
    let calendar = with_day_off(&calendar(), day("2027-06-10"), &[day("2027-06-11"), day("2027-06-12")]);
    let calendar = with_day_off(&calendar, day("2027-07-05"), &[day("2027-07-04"), day("2027-07-07")]);
    let outcomes = outcomes(&calendar);
    assert_eq!(outcomes.len(), 27);
    for after in days("2027-05-08", "2027-07-10").step_by(3) {
        for (count, week) in [1, 2, 3, 5, 8, 15, 30].iter().flat_map(|count| Week::ALL.map(|week| (*count, week))) {
            let counting = calendar.count_forward(after, count, week);
            let ends: Vec<_> = outcomes.iter().map(|outcome| last(outcome, after, count, week)).collect();
            let (earliest, latest) = (*ends.iter().min().unwrap(), *ends.iter().max().unwrap());
            let expected = (earliest != latest).then_some((earliest, latest));
            assert_eq!(counting.range, expected, "{count} days after {after}, {week:?}");
            assert!((earliest..=latest).contains(&counting.last.unwrap()));
        }
    }
}

#[test]
fn a_result_that_an_estimate_may_push_out_of_the_calendar_is_not_known() {
    let calendar = calendar();
    let count = u16::try_from(
        days("2027-05-11", "2027-12-31").filter(|day| calendar.look(*day, Week::Five).unwrap().working).count(),
    );
    let counting = calendar.count_forward(day("2027-05-10"), count.unwrap(), Week::Five);
    assert_eq!(counting.days.last().unwrap().day, day("2027-12-31"));
    assert_eq!((counting.last, counting.range), (None, None), "with Monday 17 May off it would be in 2028");
}

#[test]
fn only_a_provisional_year_makes_a_count_provisional() {
    let calendar = calendar();
    assert!(!calendar.count_forward(day("2026-12-25"), 4, Week::Five).provisional);
    assert!(calendar.count_forward(day("2026-12-25"), 5, Week::Five).provisional);
}

#[test]
fn a_day_off_of_the_next_year_that_may_fall_in_this_one_gives_a_range() {
    let calendar = with_day_off(&calendar(), day("2026-01-06"), &[day("2025-12-30")]);
    let Counting { last, range, .. } = calendar.count_forward(day("2025-12-29"), 1, Week::Five);
    assert_eq!(last, Some(day("2025-12-30")));
    assert_eq!(range, Some((day("2025-12-30"), day("2025-12-31"))), "the estimate of January may fall on 30 December");
}
