//! What is drawn of a report, and what is kept of it: months, the way of the papers, the calendar file.

use qolhat::render::{html, ics};
use qolhat::report::Report;
use qolhat::words::weekday_name;
use qolhat::{Day, Lang};

use crate::page::visitor::{TRIPS, Visitor};

/// The reports of one trip per service.
fn reports() -> Vec<Report> {
    TRIPS.iter().map(|trip| Visitor::gone(Lang::Kk, trip).model.report.unwrap()).collect()
}

/// The tables of months, each as its heading and its cells: the class and the text.
fn months(markup: &str) -> Vec<(&str, Vec<(&str, String)>)> {
    let tables = markup.split("<table class=\"month\">").skip(1).filter_map(|rest| rest.split("</table>").next());
    tables.map(|table| (between(table, "<caption>", "</caption>"), cells(table))).collect()
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    text.split(from).nth(1).unwrap_or_default().split(to).next().unwrap_or_default()
}

fn cells(table: &str) -> Vec<(&str, String)> {
    let cells = table.split("<td").skip(1).filter_map(|rest| rest.split("</td>").next());
    cells.map(|cell| (between(cell.split('>').next().unwrap(), "class=\"", "\""), plain(cell))).collect()
}

/// The text of a cell: what stands between its tags.
fn plain(cell: &str) -> String {
    cell.split('>').skip(1).filter_map(|part| part.split('<').next()).collect::<Vec<_>>().join("|")
}

#[test]
fn a_month_marks_each_day_as_the_report_counted_it() {
    let mut drawn = 0;
    for report in reports() {
        let timeline = report.timeline.as_ref().unwrap();
        let main = timeline.terms.iter().find(|term| term.main).unwrap();
        let markup = html::dates(&report, Lang::Kk).into_string();
        let months = months(&markup);
        for passed in &main.days {
            let caption =
                format!("{} жылғы {}", passed.day.year(), qolhat::words::month_name(passed.day.month(), Lang::Kk));
            let (_, cells) = months.iter().find(|(heading, _)| *heading == caption).unwrap();
            let start = format!("{}|", passed.day.day());
            let (class, text) = cells.iter().find(|(_, text)| text.starts_with(&start)).unwrap();
            let expected = match (Some(passed.day) == main.due, passed.number) {
                (true, Some(number)) => ("end", format!("{number}✓")),
                (false, Some(number)) => ("counted", number.to_string()),
                _ => ("skipped", "–".into()),
            };
            assert_eq!(*class, expected.0, "{} {text}", passed.day);
            assert!(text[start.len()..].starts_with(&expected.1), "{} {text}", passed.day);
            drawn += 1;
        }
    }
    assert!(drawn > 20, "{drawn} days");
}

#[test]
fn a_month_has_all_its_days_each_below_its_weekday() {
    for report in reports() {
        for (heading, cells) in months(&html::dates(&report, Lang::Kk).into_string()) {
            assert_eq!(cells.len() % 7, 0, "{heading}: whole weeks");
            let year: i32 = heading.split(' ').next().unwrap().parse().unwrap();
            let month = (1..=12).find(|month| heading.ends_with(qolhat::words::month_name(*month, Lang::Kk))).unwrap();
            let mut days = 0;
            for (column, text) in cells.iter().enumerate().map(|(n, (_, text))| (n % 7, text)) {
                let Ok(number) = text.split('|').next().unwrap().parse() else { continue };
                days += 1;
                assert_eq!(number, days, "{heading}: no day is left out");
                let day = Day::try_new(year, month, number).unwrap();
                assert_eq!(day.weekday() as usize, column, "{day} {}", weekday_name(day, Lang::Kk));
            }
            assert!(Day::try_new(year, month, days + 1).is_none(), "{heading} has {days} days");
        }
    }
}

/// A file of a calendar with its folded lines put together, as RFC 5545 wants it read.
fn unfolded(file: &str) -> Vec<String> {
    file.replace("\r\n ", "").split_terminator("\r\n").map(String::from).collect()
}

#[test]
fn a_calendar_file_is_folded_by_octets_and_never_inside_a_letter() {
    for (report, lang) in reports().iter().flat_map(|report| Lang::ALL.map(|lang| (report, lang))) {
        let file = ics::calendar(report, lang);
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
        for line in file.split("\r\n") {
            assert!(line.len() <= 75, "{line}");
        }
        assert!(file.contains("\r\n "), "a Kazakh or Russian sentence is longer than a line");
        let sentence = qolhat::words::label(lang, qolhat::words::key::VERDICT_NOTE);
        let escaped = sentence.replace(',', "\\,").replace(';', "\\;");
        assert!(unfolded(&file).iter().any(|line| line.contains(&escaped)), "{lang:?}");
    }
}

#[test]
fn a_calendar_file_has_the_days_of_the_report_as_whole_days_and_names_nobody() {
    for trip in &TRIPS {
        let mut visitor = Visitor::gone(Lang::Ru, trip);
        for (name, value) in [("person", "Айгүл"), ("iin", "910228400036"), ("phone", "+77010000000")] {
            visitor.say(name, value);
        }
        let report = visitor.model.report.as_ref().unwrap();
        let timeline = report.timeline.as_ref().unwrap();
        let file = ics::calendar(report, Lang::Ru);
        assert_eq!(file, ics::calendar(report, Lang::Ru), "the same each time");
        for secret in ["Айгүл", "910228400036", "7701"] {
            assert!(!file.contains(secret));
        }
        let due = timeline.terms.iter().find(|term| term.main).and_then(|term| term.due);
        let kept = timeline.kept_until.as_ref().map(|kept| kept.day);
        let days: Vec<Day> =
            [Some(report.visit), due.filter(|due| *due != report.visit), kept].into_iter().flatten().collect();
        let lines = unfolded(&file);
        let values = |name: &str| -> Vec<String> {
            lines.iter().filter_map(|line| line.strip_prefix(name).map(String::from)).collect()
        };
        let written = |days: &[Day]| days.iter().map(|day| day.to_string().replace('-', "")).collect::<Vec<_>>();
        assert_eq!(values("DTSTART;VALUE=DATE:"), written(&days));
        let after: Vec<Day> = days.iter().map(|day| day.next()).collect();
        assert_eq!(values("DTEND;VALUE=DATE:"), written(&after), "the end is not part of the event");
        let uids = values("UID:");
        assert_eq!(uids.iter().collect::<std::collections::BTreeSet<_>>().len(), days.len(), "{uids:?}");
        assert_eq!(values("BEGIN:VALARM").len(), days.len());
        assert_eq!(values("DTSTAMP:"), vec!["20261122T000000Z"; days.len()], "the day of the question, and no clock");
    }
}
