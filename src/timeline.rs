//! Terms, windows and steps as dates, each with the days it counted and skipped.
//!
//! Two dates matter and are told apart: the statutory last day, and the earliest day by the steps.

mod steps;

use alloc::vec::Vec;

use serde::Serialize;

use crate::calendar::{Calendar, PassedDay, Week};
use crate::check::{WindowDays, window_days};
use crate::clause::{Citation, Verified};
use crate::condition::Truth;
use crate::day::{Day, TimeOfDay};
use crate::facts::Facts;
use crate::id::{Id, Text};
use crate::law::{
    self, CalendarLimit, Channel, ChannelKind, Edition, EditionChannel, FirstDay, Regulation, Term, TermUnit,
};

pub use steps::StepDates;

/// What the dates are computed of.
#[derive(Clone, Copy, Debug)]
pub struct Course<'a> {
    /// The edition in force.
    pub edition: &'a Edition,
    /// The regional regulation, where one applies.
    pub regulation: Option<&'a Regulation>,
    /// The channel as the edition regulates it.
    pub channel: &'a EditionChannel,
    /// How the channel behaves.
    pub kind: &'a Channel,
    /// The days off.
    pub calendar: &'a Calendar,
    /// The answers.
    pub facts: &'a Facts,
    /// The day of handing in.
    pub visit: Day,
    /// The time of handing in, where it is known.
    pub time: Option<TimeOfDay>,
}

/// All dates of a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Timeline {
    /// The day of handing in.
    pub visit: Day,
    /// The time of handing in.
    pub time: Option<TimeOfDay>,
    /// The day the intake counts as.
    pub intake: Intake,
    /// The terms, the main one among them.
    pub terms: Vec<TermDates>,
    /// The calendar days of results.
    pub limits: Vec<LimitDates>,
    /// The windows in which one may apply.
    pub windows: Vec<WindowDates>,
    /// The steps.
    pub steps: Vec<StepDates>,
    /// The earliest day of the result by the steps; absent where no act lists steps.
    pub earliest: Option<Day>,
    /// The day by which the result must have reached the State Corporation.
    pub handover: Option<Dated>,
    /// The last day on which an unclaimed result is kept, counted from the last day of the term.
    pub kept_until: Option<Dated>,
    /// A year that the dates reach and the calendar does not: those dates are not known.
    pub unknown_year: Option<i32>,
    /// A year that the dates reach and whose calendar is provisional.
    pub provisional_year: Option<i32>,
}

/// A day with its clauses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Dated {
    /// The day.
    pub day: Day,
    /// What it means, where the law says it in words.
    pub what: Option<Text>,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How they were verified.
    pub verified: Verified,
}

/// The day the intake counts as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Intake {
    /// The day; absent where the calendar does not reach.
    pub day: Option<Day>,
    /// Why it is not the day of the visit.
    pub late: Option<LateReason>,
    /// The days passed over, each with its reason: the day of the visit first.
    pub passed: Vec<PassedDay>,
    /// The clauses.
    pub cite: Vec<Citation>,
}

/// Why an intake counts as a later day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LateReason {
    /// The day of the visit is a day off.
    DayOff,
    /// It is too late in the day.
    AfterHours,
}

/// A term as dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TermDates {
    /// The term.
    pub id: Id,
    /// What comes at its end.
    pub what: Text,
    /// Whether it is the term that ends the service.
    pub main: bool,
    /// How many.
    pub count: u16,
    /// Of which unit.
    pub unit: TermUnit,
    /// Which day is the first that counts.
    pub first_day: FirstDay,
    /// The last day; absent where the calendar does not reach.
    pub due: Option<Day>,
    /// The earliest and latest last day, where an estimated day off decides.
    pub range: Option<(Day, Day)>,
    /// The last day by the other reading, where the text is silent on the first day.
    pub other_reading: Option<Day>,
    /// Set where papers were taken in on a Saturday that the provider does not work: our reading.
    pub saturday_intake: bool,
    /// The days counted and skipped, from the day after intake to the last.
    pub days: Vec<PassedDay>,
    /// The clauses of the term.
    pub cite: Vec<Citation>,
    /// The clauses on its first day, or the ground of the assumption.
    pub first_day_cite: Vec<Citation>,
    /// How it was verified.
    pub verified: Verified,
}

/// Calendar days by which, or not before which, a result comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LimitDates {
    /// The limit.
    pub id: Id,
    /// What comes.
    pub what: Text,
    /// Not before this day.
    pub not_before: Option<Day>,
    /// Not after this day.
    pub not_after: Option<Day>,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How they were verified.
    pub verified: Verified,
}

/// A window as dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct WindowDates {
    /// The window.
    pub id: Id,
    /// What may be done in it.
    pub what: Text,
    /// Its days.
    #[serde(flatten)]
    pub days: WindowDays,
    /// What is to be known of it.
    pub note: Option<Text>,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How they were verified.
    pub verified: Verified,
}

/// Computes all dates of a service.
pub fn timeline(course: &Course<'_>) -> Timeline {
    let intake = intake(course);
    let terms = intake.day.map(|day| terms(course, day)).unwrap_or_default();
    let main = terms.iter().find(|term| term.main);
    let due = main.and_then(|term| term.due);
    let steps = intake.day.map(|day| steps::steps(course, &intake, day)).unwrap_or_default();
    let earliest = earliest(main, &steps);
    let (handover, kept_until) = (handover(course, due), kept_until(course, due));
    let reach = [intake.day, due].into_iter().flatten().max();
    Timeline {
        visit: course.visit,
        time: course.time,
        unknown_year: unknown_year(course, &intake, &terms),
        provisional_year: provisional_year(course, reach),
        limits: limits(course),
        windows: windows(course),
        intake,
        terms,
        steps,
        earliest,
        handover,
        kept_until,
    }
}

impl Course<'_> {
    fn here(&self, channels: &[Id]) -> bool {
        law::concerns(channels, &self.channel.id)
    }

    fn applies(&self, channels: &[Id], when: &crate::condition::Condition) -> bool {
        self.here(channels) && when.evaluate(self.facts) == Truth::Yes
    }

    /// The week by which an intake is late: a portal's requests are registered by the provider, who works five days.
    fn intake_week(&self) -> Week {
        if self.kind.kind == ChannelKind::Portal { Week::Five } else { self.channel.week }
    }
}

/// The day an intake counts as: after hours, on a weekly day off and on a holiday the next working day.
fn intake(course: &Course<'_>) -> Intake {
    let week = course.intake_week();
    let hours = course.channel.intake.as_ref().or(course.channel.hours.as_ref());
    let too_late = hours.zip(course.time).is_some_and(|(hours, time)| time >= hours.close);
    let look = course.calendar.look(course.visit, week);
    let off = look.is_some_and(|look| !look.working);
    let late = match (off, too_late) {
        (true, _) => Some(LateReason::DayOff),
        (false, true) => Some(LateReason::AfterHours),
        (false, false) => None,
    };
    let from = if late == Some(LateReason::AfterHours) { course.visit.next() } else { course.visit };
    let day = look.and_then(|_| course.calendar.next_working(from, week));
    let until = day.unwrap_or(course.visit);
    let passed = days_from(course.visit, until).filter_map(|day| course.calendar.describe(day, week)).collect();
    Intake { day, late, passed, cite: course.channel.cite.clone() }
}

/// The days from one to another, the other not included.
fn days_from(from: Day, until: Day) -> impl Iterator<Item = Day> {
    core::iter::successors(Some(from), |day| Some(day.next())).take_while(move |day| *day < until)
}

fn terms(course: &Course<'_>, intake: Day) -> Vec<TermDates> {
    let here = course.edition.terms.iter().filter(|term| course.applies(&term.channels, &term.when));
    here.map(|term| term_dates(course, term, intake)).collect()
}

/// A term from the day of intake on. That the first day counted is the day after, where the text is silent, is the rule of
/// the Civil Code, article 173, taken as an assumption: the other reading stands beside it.
fn term_dates(course: &Course<'_>, term: &Term, intake: Day) -> TermDates {
    let calendar = course.calendar;
    let (due, days, range) = match term.unit {
        TermUnit::Minute => (Some(intake), Vec::new(), None),
        TermUnit::WorkingDay => {
            let counting = calendar.count_forward(intake, term.count, Week::Five);
            (counting.last, counting.days, counting.range)
        }
        TermUnit::CalendarDay => calendar_days(calendar, intake, term.count),
    };
    let silent = term.first_day == FirstDay::Silent;
    let other_reading = due.filter(|_| silent).and_then(|due| other_reading(calendar, term, intake, due));
    let provider_works = calendar.look(intake, Week::Five).is_some_and(|look| look.working);
    TermDates {
        id: term.id.clone(),
        what: term.what.clone(),
        main: term.main,
        count: term.count,
        unit: term.unit,
        first_day: term.first_day,
        due,
        range,
        other_reading,
        saturday_intake: term.unit == TermUnit::WorkingDay && !provider_works,
        days,
        cite: term.cite.clone(),
        first_day_cite: term.first_day_cite.clone(),
        verified: term.verified,
    }
}

type Counted = (Option<Day>, Vec<PassedDay>, Option<(Day, Day)>);

/// Calendar days; a last day that is not worked moves to the next working day (Civil Code, article 175).
fn calendar_days(calendar: &Calendar, intake: Day, count: u16) -> Counted {
    let last = intake.plus_days(count.into());
    let due = last.and_then(|last| calendar.next_working(last, Week::Five));
    let until = due.map_or(intake, Day::next);
    let mut days: Vec<_> =
        days_from(intake.next(), until).filter_map(|day| calendar.describe(day, Week::Five)).collect();
    for (passed, number) in days.iter_mut().zip(1..=count) {
        passed.number = Some(number);
    }
    (due, days, None)
}

/// The last day if the day of intake counted as the first.
fn other_reading(calendar: &Calendar, term: &Term, intake: Day, due: Day) -> Option<Day> {
    let worked = calendar.look(intake, Week::Five)?.working;
    let other = match term.unit {
        TermUnit::Minute => None,
        TermUnit::WorkingDay if !worked => None,
        TermUnit::WorkingDay => calendar.count_forward(intake, term.count.saturating_sub(1), Week::Five).last,
        TermUnit::CalendarDay => calendar_days(calendar, intake, term.count.saturating_sub(1)).0,
    };
    other.filter(|other| *other != due)
}

/// The earliest day by the steps; a service that is given at once needs no steps for it.
fn earliest(main: Option<&TermDates>, steps: &[StepDates]) -> Option<Day> {
    let at_once = main.filter(|term| term.unit == TermUnit::Minute).and_then(|term| term.due);
    at_once.or_else(|| steps.last().and_then(|step| step.to_day))
}

fn limits(course: &Course<'_>) -> Vec<LimitDates> {
    let year = course.visit.year();
    let dates = |limit: &CalendarLimit| LimitDates {
        id: limit.id.clone(),
        what: limit.what.clone(),
        not_before: limit.not_before.and_then(|day| day.in_year(year)),
        not_after: limit.not_after.and_then(|day| day.in_year(year)),
        cite: limit.cite.clone(),
        verified: limit.verified,
    };
    let here = course.edition.limits.iter().filter(|limit| course.applies(&limit.channels, &limit.when));
    here.map(dates).collect()
}

fn windows(course: &Course<'_>) -> Vec<WindowDates> {
    let here = course.edition.windows.iter().filter(|window| course.applies(&window.channels, &window.when));
    here.map(|window| WindowDates {
        id: window.id.clone(),
        what: window.what.clone(),
        days: window_days(window, course.visit, course.facts),
        note: window.note.clone(),
        cite: window.cite.clone(),
        verified: window.verified,
    })
    .collect()
}

/// So many hours before the term's end: by whole days, the calendar day before the last for 24 hours.
fn handover(course: &Course<'_>, due: Option<Day>) -> Option<Dated> {
    let handover = course.edition.handover.as_ref().filter(|handover| course.here(&handover.channels))?;
    let day = due?.plus_days(-i64::from(handover.hours.div_ceil(24)))?;
    Some(Dated { day, what: None, cite: handover.cite.clone(), verified: handover.verified })
}

/// Whole months after the last day of the term, to the same day number (Civil Code, article 174).
fn kept_until(course: &Course<'_>, due: Option<Day>) -> Option<Dated> {
    let storage = course.edition.storage.as_ref().filter(|storage| course.here(&storage.channels))?;
    let day = due?.plus_months(storage.months.into())?;
    Some(Dated { day, what: Some(storage.then.clone()), cite: storage.cite.clone(), verified: storage.verified })
}

fn unknown_year(course: &Course<'_>, intake: &Intake, terms: &[TermDates]) -> Option<i32> {
    if intake.day.is_none() {
        return Some(course.visit.year());
    }
    // A count that broke off did so at the end of the last year that the calendar has.
    let broken = terms.iter().find(|term| term.due.is_none())?;
    Some(broken.days.last().map_or(course.visit, |passed| passed.day.next()).year())
}

fn provisional_year(course: &Course<'_>, reach: Option<Day>) -> Option<i32> {
    let years = [Some(course.visit), reach].into_iter().flatten().filter_map(|day| course.calendar.year_of(day));
    years.filter(|year| year.provisional).map(|year| year.year).next()
}
