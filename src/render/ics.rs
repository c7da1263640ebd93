//! The days to keep, as a calendar file (RFC 5545): the visit, the result, the last day on which it is kept.
//!
//! Each is an event of a whole day without a zone, so that it falls on the same day wherever the device is. Names no
//! person.

use alloc::string::String;
use alloc::vec::Vec;

use crate::day::Day;
use crate::id::Lang;
use crate::report::{ENGINE, Report};
use crate::words::{Word, key, label, say};

/// The longest line, in octets; what is longer goes on in the next one.
const LINE: usize = 75;

/// An event of a whole day.
struct Event {
    /// What tells it from the others of a visit.
    id: &'static str,
    day: Day,
    what: Word,
}

/// Writes the days of a report that one keeps, to be opened by any calendar.
///
/// The same visit gives the same events each time, so that a calendar takes the second file as news of the first.
pub fn calendar(report: &Report, lang: Lang) -> String {
    let mut file = File(String::new());
    file.line(&["BEGIN:VCALENDAR"]);
    file.line(&["VERSION:2.0"]);
    file.line(&["PRODID:-//Qolhat//Qolhat ", ENGINE, "//", lang.code()]);
    for event in events(report) {
        file.event(report, &event, lang);
    }
    file.line(&["END:VCALENDAR"]);
    file.0
}

/// The days that there are. A result that is given at once needs no day of its own.
fn events(report: &Report) -> Vec<Event> {
    let mut events = alloc::vec![Event { id: "visit", day: report.visit, what: key::DATES_VISIT }];
    let Some(timeline) = &report.timeline else { return events };
    let due = timeline.terms.iter().find(|term| term.main).and_then(|term| term.due);
    if let Some(day) = due.filter(|day| *day != report.visit) {
        events.push(Event { id: "result", day, what: key::DATES_RESULT });
    }
    if let Some(kept) = &timeline.kept_until {
        events.push(Event { id: "kept", day: kept.day, what: key::DATES_KEPT });
    }
    events
}

/// The lines of a file so far.
struct File(String);

impl File {
    fn event(&mut self, report: &Report, event: &Event, lang: Lang) {
        let (visit, today) = (compact(report.visit), compact(report.day));
        let summary = say(lang, event.what, &[("service", report.service.short.of(lang).into())]);
        let summary = escaped(&summary);
        let place = escaped(report.channel.name.of(lang));
        let note = escaped(label(lang, key::VERDICT_NOTE));
        let (service, channel) = (report.service.id.as_str(), report.channel.id.as_str());
        self.line(&["BEGIN:VEVENT"]);
        self.line(&["UID:", service, "-", channel, "-", &visit, "-", event.id, "@qolhat"]);
        // No clock: the day on which the question was asked.
        self.line(&["DTSTAMP:", &today, "T000000Z"]);
        self.line(&["DTSTART;VALUE=DATE:", &compact(event.day)]);
        self.line(&["DTEND;VALUE=DATE:", &compact(event.day.next())]);
        self.line(&["SUMMARY:", &summary]);
        self.line(&["DESCRIPTION:", &place, "\\n", &note]);
        self.line(&["TRANSP:TRANSPARENT"]);
        self.line(&["BEGIN:VALARM"]);
        self.line(&["ACTION:DISPLAY"]);
        self.line(&["DESCRIPTION:", &summary]);
        // At nine in the morning of the day before.
        self.line(&["TRIGGER:-PT15H"]);
        self.line(&["END:VALARM"]);
        self.line(&["END:VEVENT"]);
    }

    /// Writes a line; one that is too long is folded, and no letter is cut in two.
    fn line(&mut self, parts: &[&str]) {
        let mut room = LINE;
        for letter in parts.iter().flat_map(|part| part.chars()) {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            room -= letter.len_utf8();
            self.0.push(letter);
        }
        self.0.push_str("\r\n");
    }
}

/// Writes a day without its hyphens.
fn compact(day: Day) -> String {
    alloc::format!("{day}").replace('-', "")
}

/// Puts a backslash before what has a meaning of its own in a text.
fn escaped(text: &str) -> String {
    let mut safe = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => safe.extend(['\\', letter]),
            '\n' => safe.push_str("\\n"),
            _ if letter.is_control() => {}
            _ => safe.push(letter),
        }
    }
    safe
}
