//! A year of the calendar as a page: each day off and each worked day with its ground.

use std::format;
use std::string::String;
use std::vec::Vec;

use maud::{Markup, html};

use super::Page;
use super::entry::{acts, grounds};
use super::frame::{Frame, home};
use crate::author::describe::cited;
use crate::calendar::{CalendarDay, CalendarYear, Week};
use crate::clause::Verified;
use crate::id::Lang;
use crate::law::CalendarBundle;
use crate::words::finding::{day_reason, verified};
use crate::words::{date_long, date_short, key, label, list_or, say, weekday_name};

/// Gives the place of a year's page.
pub fn place(year: i32) -> String {
    format!("calendar/{year}.html")
}

/// Draws the page of a year.
pub fn page(bundle: &CalendarBundle, year: &CalendarYear, lang: Lang) -> Page {
    let lead = label(lang, key::LAW_CALENDAR_LEAD);
    let title = say(lang, key::LAW_CALENDAR_YEAR, &[("year", year.year.into())]);
    let frame =
        Frame { lang, path: place(year.year), about: format!("{title}. {lead}"), title, above: std::vec![home(lang)] };
    // Where all was verified in one way, that is said once.
    let said = Some(year.weekend.verified).filter(|how| year.days.iter().all(|day| day.verified == *how));
    let main = html! {
        p.lead { (lead) }
        @if year.provisional {
            p.told { (say(lang, key::FINDING_CALENDAR_PROVISIONAL, &[("year", year.year.into())])) }
        }
        @if let Some(note) = &year.note { p { (note.of(lang)) } }
        p.note { (label(lang, key::LABEL_CALENDAR)) ": " (date_long(year.as_of, lang)) }
        @if let Some(how) = said { p { (verified(how, lang)) } }
        @for day in &year.days { (self::day(bundle, day, said, lang)) }
        h2 { (label(lang, key::LAW_WEEKLY)) }
        (grounds(&year.weekend.cite, Some(year.weekend.verified), said, &bundle.acts, lang))
        (acts(&cited(&bundle.acts, year.days.iter().flat_map(|day| &day.cite).chain(&year.weekend.cite)), lang))
    };
    frame.page(&main)
}

fn day(bundle: &CalendarBundle, day: &CalendarDay, said: Option<Verified>, lang: Lang) -> Markup {
    let week = day.weeks.first().copied().unwrap_or(Week::Five);
    let described = bundle.calendar.describe(day.day, week);
    let others: Vec<_> = day.may_fall_on.iter().map(|other| date_short(*other)).collect();
    html! {
        div.entry {
            h2 {
                (date_short(day.day)) ", " (weekday_name(day.day, lang))
                @if let Some(described) = &described { " – " (day_reason(&described.reason, lang)) }
            }
            @if day.weeks.len() == 1 { p { (weeks(week, lang)) } }
            @if !others.is_empty() { p { (say(lang, key::LAW_MAY_FALL, &[("days", list_or(&others, lang).into())])) } }
            @if let Some(note) = &day.note { p { (note.of(lang)) } }
            (grounds(&day.cite, Some(day.verified), said, &bundle.acts, lang))
        }
    }
}

fn weeks(week: Week, lang: Lang) -> &'static str {
    label(lang, if week == Week::Five { key::LAW_WEEK_FIVE } else { key::LAW_WEEK_SIX })
}
