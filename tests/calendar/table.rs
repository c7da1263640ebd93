//! What a day is: every day of the research table, the published totals, the traps, and the days beyond.

use qolhat::calendar::{Calendar, CalendarDay, DayKind, DayReason, Week, Why};
use qolhat::{BundleError, Day, Verified, decode_bundle, decode_calendar, encode_calendar};
use serde_json::{Value, json};

use super::{bundle, calendar, day, days, file, rows, week};

/// The table of the research, which the law's files were made from and then polished: an independent copy.
fn research() -> Value {
    serde_json::from_str(&std::fs::read_to_string(file("tests/data/calendar.json")).unwrap()).unwrap()
}

/// What the research says of a day in a week: its kind and the day it is tied to.
fn researched(table: &Value, day: Day, week: Week) -> Option<(String, Option<String>)> {
    let number = if week == Week::Five { 5 } else { 6 };
    let entry = &table[day.to_string()];
    entry["weeks"].as_array()?.contains(&json!(number)).then(|| {
        let text = |value: &Value| value.as_str().map(String::from);
        let tied = text(&entry["swapped_with"]).or_else(|| text(&entry["moved_from"][number.to_string()]));
        (text(&entry["kind"]).unwrap(), tied)
    })
}

fn kind(why: Why<'_>) -> (&'static str, Option<String>) {
    match why {
        Why::Workday => ("workday", None),
        Why::Weekend => ("weekend", None),
        Why::Listed(line) => match line.kind {
            DayKind::Holiday(_) => ("holiday", None),
            DayKind::Observed(from) => ("observed", Some(from.to_string())),
            DayKind::SwapOff(with) => ("swap-off", Some(with.to_string())),
            DayKind::SwapWork(with) => ("swap-work", Some(with.to_string())),
            DayKind::Workday => ("workday", None),
        },
    }
}

#[test]
fn every_day_of_both_weeks_is_as_researched() {
    let (calendar, table) = (calendar(), research());
    for day in days("2015-01-01", "2027-12-31") {
        for week in Week::ALL {
            let look = calendar.look(day, week).unwrap();
            let weekend = day.weekday() > if week == Week::Five { 4 } else { 5 };
            let ordinary = || (if weekend { "weekend" } else { "workday" }.to_string(), None);
            let expected = researched(&table, day, week).unwrap_or_else(ordinary);
            let (kind, tied) = kind(look.why);
            assert_eq!((kind.to_string(), tied), expected, "{day} in the week of {week:?} days");
            assert_eq!(look.working, ["workday", "swap-work"].contains(&kind), "{day} in the week of {week:?} days");
        }
    }
}

#[test]
fn every_monthly_total_is_reproduced() {
    let calendar = calendar();
    let rows = rows("working-days.csv", 15);
    assert_eq!(rows.len(), 26);
    for row in rows {
        let week = week(&row[1]);
        let worked = |first: &str, last: &str| {
            let days = days(&format!("{}-{first}", row[0]), &format!("{}-{last}", row[0]));
            days.filter(|day| calendar.look(*day, week).unwrap().working).map(Day::month).collect::<Vec<_>>()
        };
        let months = worked("01-01", "12-31");
        for month in 1..=12 {
            let count = months.iter().filter(|worked| **worked == month).count();
            let expected = &row[1 + usize::try_from(month).unwrap()];
            assert_eq!(count.to_string(), *expected, "{}, {} days a week, month {month}", row[0], row[1]);
        }
        assert_eq!(months.len().to_string(), row[14], "{}, {} days a week", row[0], row[1]);
    }
}

#[test]
fn every_trap_is_known() {
    let calendar = calendar();
    for row in rows("calendar.csv", 6) {
        let [question, from, in_week, count, expected, note] = row.try_into().unwrap();
        let (from, week) = (day(&from), week(&in_week));
        let found = match question.as_str() {
            "look" => kind(calendar.look(from, week).unwrap().why).0.to_string(),
            _ => calendar.count_forward(from, count.parse().unwrap(), week).last.unwrap().to_string(),
        };
        assert_eq!(found, expected, "{question} {from} {in_week} {count}: {note}");
    }
}

#[test]
fn outside_its_years_the_calendar_says_nothing() {
    let calendar = calendar();
    for week in Week::ALL {
        for outside in ["2014-12-31", "2028-01-01", "1900-01-01", "2199-12-31"].map(day) {
            assert_eq!(calendar.look(outside, week), None);
            assert_eq!(calendar.describe(outside, week), None);
            assert_eq!(calendar.next_working(outside, week), None);
        }
        let beyond = calendar.count_forward(day("2027-12-30"), 2, week);
        assert_eq!(beyond.last, None, "the second working day after 30 December 2027 lies in 2028");
        assert_eq!(beyond.days.last().unwrap().day, day("2027-12-31"));
        assert_eq!(beyond.range, None);
        assert_eq!(calendar.count_forward(day("2014-12-31"), 1, week).last, Some(day(first_of_2015(week))));
    }
    assert_eq!(calendar.count_forward(day("2028-01-01"), 1, Week::Five).last, None);
}

/// 3 January 2015 is a Saturday.
fn first_of_2015(week: Week) -> &'static str {
    if week == Week::Five { "2015-01-05" } else { "2015-01-03" }
}

#[test]
fn a_version_of_the_calendar_answers_as_it_knew() {
    let now = calendar();
    let mut in_june = now.clone();
    let holiday = |text: &str, kind: DayKind| CalendarDay {
        day: day(text),
        kind,
        weeks: Week::ALL.to_vec(),
        may_fall_on: Vec::new(),
        note: None,
        cite: vec!["law-267, article 5".parse().unwrap()],
        verified: Verified::Secondary,
    };
    let year = in_june.years.iter_mut().find(|year| year.year == 2026).unwrap();
    let constitution_day = DayKind::Holiday(qolhat::Id::try_new("constitution-day").unwrap());
    year.days.push(holiday("2026-08-30", constitution_day));
    year.days.push(holiday("2026-08-31", DayKind::Observed(day("2026-08-30"))));
    in_june.as_of = day("2026-06-01");
    let due = |calendar: &Calendar| calendar.count_forward(day("2026-08-28"), 1, Week::Five).last.unwrap().to_string();
    assert_eq!((in_june.version().as_str(), due(&in_june).as_str()), ("2026-06-01", "2026-09-01"));
    assert_eq!((now.version().as_str(), due(&now).as_str()), ("2026-11-22", "2026-08-31"));
}

#[test]
fn a_disputed_day_says_both_answers() {
    let disputed = calendar().describe(day("2023-07-07"), Week::Six).unwrap();
    assert!(disputed.working);
    assert_eq!(disputed.reason, DayReason::Workday);
    assert_eq!(disputed.verified, Some(Verified::Assumed));
    let note = disputed.note.unwrap();
    for text in [&note.kk, &note.ru, &note.en] {
        assert!(text.contains("vera.kz") && text.contains("zakon.kz"), "{text}");
    }
}

#[test]
fn what_was_not_seen_or_is_assumed_is_marked_so() {
    let calendar = calendar();
    let verified = |text: &str, week| calendar.describe(day(text), week).unwrap().verified.unwrap();
    assert_eq!(verified("2019-05-10", Week::Five), Verified::NotSeen);
    assert_eq!(verified("2017-03-20", Week::Five), Verified::Primary);
    for (inferred, entry) in research().as_object().unwrap() {
        let six_day = entry["six_day"].as_str().unwrap_or_default();
        if six_day.starts_with("working: inferred") || six_day.contains("DISPUTED") {
            assert_eq!(verified(inferred, Week::Six), Verified::Assumed, "{inferred}");
        }
    }
    assert_eq!(verified("2020-01-05", Week::Six), Verified::Assumed);
    assert_eq!(verified("2027-05-16", Week::Five), Verified::Assumed);
    assert_eq!(verified("2026-09-13", Week::Five), Verified::Secondary, "an ordinary Sunday");
}

#[test]
fn a_described_day_needs_no_calendar_to_be_read() {
    let calendar = calendar();
    let described = |text: &str| serde_json::to_value(calendar.describe(day(text), Week::Five).unwrap()).unwrap();
    assert_eq!(
        described("2026-03-09"),
        json!({
            "day": "2026-03-09",
            "working": false,
            "number": null,
            "reason": {
                "kind": "observed",
                "from": "2026-03-08",
                "name": {
                    "kk": "Халықаралық әйелдер күні",
                    "ru": "Международный женский день",
                    "en": "International Women's Day",
                },
            },
            "cite": ["law-267, article 5"],
            "verified": "secondary",
            "note": null,
        })
    );
    assert_eq!(described("2020-01-03")["reason"], json!({ "kind": "swap-off", "with": "2020-01-05" }));
    assert_eq!(described("2026-09-14")["reason"], json!({ "kind": "workday" }));
    assert_eq!(described("2026-09-13")["cite"], json!(["labour-code-2015, article 84"]));
}

#[test]
fn every_day_off_has_a_ground_and_every_holiday_a_name() {
    let calendar = calendar();
    for day in days("2015-01-01", "2027-12-31") {
        for week in Week::ALL {
            let described = calendar.describe(day, week).unwrap();
            assert!(described.working || !described.cite.is_empty(), "{day}");
            if let DayReason::Holiday { name } | DayReason::Observed { name, .. } = described.reason {
                assert!(!name.kk.is_empty() && !name.ru.is_empty() && !name.en.is_empty(), "{day}");
            }
        }
    }
}

#[test]
fn a_published_calendar_is_the_calendar_with_the_acts_it_cites() {
    let bundle = bundle();
    let bytes = encode_calendar(bundle);
    let (read, hash) = decode_calendar(&bytes).unwrap();
    assert_eq!(read, *bundle);
    assert_eq!(decode_calendar(&encode_calendar(&read)).unwrap().1, hash);
    for day in days("2015-01-01", "2027-12-31") {
        for citation in read.calendar.describe(day, Week::Five).unwrap().cite {
            assert!(read.acts.iter().any(|act| act.id == citation.act), "{citation}, cited on {day}");
        }
    }
    assert!(read.acts.iter().all(|act| act.id != *"law-88"), "an act that no day off rests on");
    assert_eq!(decode_bundle(&bytes), Err(BundleError::Kind));
}
