//! The steps, one after another: minutes run inside opening hours, working days in the provider's five-day week.

use alloc::vec::Vec;

use serde::Serialize;

use super::{Course, Intake};
use crate::calendar::Week;
use crate::clause::{Citation, Verified};
use crate::day::{Day, TimeOfDay};
use crate::id::{Id, Text};
use crate::law::{Hours, Step, TermUnit};

/// A step with its latest beginning and end, if every step takes all the time it may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct StepDates {
    /// The step.
    pub id: Id,
    /// Who does it.
    pub who: Text,
    /// What is done.
    pub does: Text,
    /// Within how many.
    pub within: u16,
    /// Of which unit.
    pub unit: TermUnit,
    /// The day it begins.
    pub from_day: Day,
    /// The time it begins, where opening hours are known.
    pub from_time: Option<TimeOfDay>,
    /// The day it ends; absent where the calendar does not reach.
    pub to_day: Option<Day>,
    /// The time it ends.
    pub to_time: Option<TimeOfDay>,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How they were verified.
    pub verified: Verified,
}

/// A moment on the way.
#[derive(Clone, Copy)]
struct Moment {
    day: Day,
    time: Option<TimeOfDay>,
}

/// Lays out the steps of the regulation, or of the edition where the region has none.
pub(super) fn steps(course: &Course<'_>, intake: &Intake, day: Day) -> Vec<StepDates> {
    let own = course.regulation.filter(|regulation| regulation.channels.contains(&course.channel.id));
    let steps = own.map_or(&course.edition.steps, |regulation| &regulation.steps);
    let mut now = beginning(course, intake, day);
    let mut dates = Vec::new();
    for step in steps.iter().filter(|step| course.applies(&step.channels, &step.when)) {
        let Some(Moment { day, time }) = now else { break };
        // What ended as lunch began goes on after it.
        let begin = Moment { day, time: time.map(|time| after_lunch(time, course.channel.hours.as_ref())) };
        let end = advance(course, begin, step);
        dates.push(step_dates(step, begin, end));
        now = end;
    }
    dates
}

/// Where the first step begins: at the time of the visit, or when the provider opens. What the State Corporation takes in
/// on a Saturday reaches the provider on the next working day.
fn beginning(course: &Course<'_>, intake: &Intake, day: Day) -> Option<Moment> {
    let hours = course.channel.hours.as_ref();
    let opening = hours.map(|hours| hours.open);
    let works = course.calendar.next_working(day, Week::Five)?;
    let on_time = works == day && intake.late.is_none();
    let time = course.time.filter(|_| on_time).map(|time| opening.map_or(time, |open| time.max(open))).or(opening);
    Some(Moment { day: works, time })
}

fn advance(course: &Course<'_>, now: Moment, step: &Step) -> Option<Moment> {
    match step.unit {
        TermUnit::Minute => minutes(course, now, step.within),
        TermUnit::WorkingDay => {
            let day = course.calendar.count_forward(now.day, step.within, Week::Five).last?;
            Some(Moment { day, time: now.time })
        }
        TermUnit::CalendarDay => {
            let day = course.calendar.next_working(now.day.plus_days(step.within.into())?, Week::Five)?;
            Some(Moment { day, time: now.time })
        }
    }
}

/// Minutes inside opening hours: what is left at closing time goes on at the next opening.
fn minutes(course: &Course<'_>, now: Moment, minutes: u16) -> Option<Moment> {
    let (Some(hours), Some(time)) = (course.channel.hours.as_ref(), now.time) else { return Some(now) };
    let lunch = hours.lunch_from.zip(hours.lunch_to).filter(|(from, _)| time < *from);
    let over_lunch = lunch.filter(|(from, _)| time.minutes() + minutes > from.minutes());
    let pause = over_lunch.map_or(0, |(from, to)| to.minutes() - from.minutes());
    if let Some(end) = time.plus_minutes(minutes + pause).filter(|end| *end <= hours.close) {
        return Some(Moment { day: now.day, time: Some(end) });
    }
    let rest = (time.minutes() + minutes + pause).saturating_sub(hours.close.minutes());
    let day = course.calendar.next_working(now.day.next(), Week::Five)?;
    Some(Moment { day, time: Some(hours.open.plus_minutes(rest).unwrap_or(hours.open)) })
}

fn after_lunch(time: TimeOfDay, hours: Option<&Hours>) -> TimeOfDay {
    let lunch = hours.and_then(|hours| hours.lunch_from.zip(hours.lunch_to));
    lunch.filter(|(from, to)| (*from..*to).contains(&time)).map_or(time, |(_, to)| to)
}

fn step_dates(step: &Step, begin: Moment, end: Option<Moment>) -> StepDates {
    StepDates {
        id: step.id.clone(),
        who: step.who.clone(),
        does: step.does.clone(),
        within: step.within,
        unit: step.unit,
        from_day: begin.day,
        from_time: begin.time,
        to_day: end.map(|end| end.day),
        to_time: end.and_then(|end| end.time),
        cite: step.cite.clone(),
        verified: step.verified,
    }
}
