//! Counting working days, with every day passed and its reason, as a report shows it.

use alloc::vec::Vec;

use serde::Serialize;

use super::{Calendar, CalendarDay, DayKind, Week, Why};
use crate::clause::{Citation, Verified};
use crate::day::Day;
use crate::id::{Id, Text};

/// The answer to "the n-th working day after".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Counting {
    /// The last day counted. `None` where the calendar's years end first, or may end first if an estimated day off
    /// falls otherwise: the day is then not known.
    pub last: Option<Day>,
    /// Every day passed, from the day after the start to the last day, both included.
    pub days: Vec<PassedDay>,
    /// A day passed lies in a year whose calendar is provisional.
    pub provisional: bool,
    /// The earliest and the latest last day, where an estimated day off changes the result by the day it falls on.
    pub range: Option<(Day, Day)>,
}

/// A day that counting passed: counted, or skipped, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PassedDay {
    /// The day.
    pub day: Day,
    /// Whether it is a working day.
    pub working: bool,
    /// Its number among the counted days, from 1; `None` where it was not counted.
    pub number: Option<u16>,
    /// Why it is worked or not.
    pub reason: DayReason,
    /// The ground; empty for an ordinary working day.
    pub cite: Vec<Citation>,
    /// How the ground was verified; `None` for an ordinary working day.
    pub verified: Option<Verified>,
    /// What a reader should know of this day, such as a dispute.
    pub note: Option<Text>,
}

/// Why a day is worked or not, with all that is needed to say so without the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum DayReason {
    /// An ordinary working day.
    Workday,
    /// A weekly day off.
    Weekend,
    /// A holiday, or a day off by the Labour Code.
    Holiday {
        /// The holiday's name.
        name: Text,
    },
    /// A day off in place of a holiday that fell on a weekly day off.
    Observed {
        /// The holiday's day.
        from: Day,
        /// The holiday's name.
        name: Text,
    },
    /// A day off by decree, in exchange for a worked day.
    SwapOff {
        /// The worked day.
        with: Day,
    },
    /// A worked day by decree, in exchange for a day off.
    SwapWork {
        /// The day off.
        with: Day,
    },
}

impl Calendar {
    /// Gives the first working day from `from` on, `from` itself if it is one; `None` where the calendar's years end
    /// first or do not reach `from`.
    pub fn next_working(&self, from: Day, week: Week) -> Option<Day> {
        self.next_worked(from, week, &[])
    }

    /// Counts `count` working days forward, beginning on the day after `after`: `after` itself is never counted, the
    /// last day always is. Zero days end on `after`.
    ///
    /// The days off are those of `week`: Law of Kazakhstan of 13.12.2001 No 267-II, articles 2, 3 and 5, and the Labour
    /// Code, articles 84 and 85, as the calendar lists them.
    pub fn count_forward(&self, after: Day, count: u16, week: Week) -> Counting {
        let days = self.pass(after, count, week);
        let provisional = days.iter().filter_map(|passed| self.year_of(passed.day)).any(|year| year.provisional);
        let listed = self.recount(after, count, week, &[]);
        let estimates = listed.map(|last| self.estimates(after, last, week)).unwrap_or_default();
        let earliest = self.recount(after, count, week, &self.place(&estimates, after, week, Guess::Earliest));
        let latest = self.recount(after, count, week, &self.place(&estimates, after, week, Guess::Latest));
        let last = listed.filter(|_| earliest.is_some() && latest.is_some());
        let range = earliest.zip(latest).filter(|(earliest, latest)| last.is_some() && earliest != latest);
        Counting { last, days, provisional, range }
    }

    /// Describes one day as a report shows it, with no number; `None` outside the calendar's years.
    pub fn describe(&self, day: Day, week: Week) -> Option<PassedDay> {
        let look = self.look(day, week)?;
        let (cite, verified, note) = match look.why {
            Why::Workday => (Vec::new(), None, None),
            Why::Weekend => {
                self.year_of(day).map(|year| (year.weekend.cite.clone(), Some(year.weekend.verified), None))?
            }
            Why::Listed(line) => (line.cite.clone(), Some(line.verified), line.note.clone()),
        };
        let reason = self.reason(look.why, week);
        Some(PassedDay { day, working: look.working, number: None, reason, cite, verified, note })
    }

    fn pass(&self, after: Day, count: u16, week: Week) -> Vec<PassedDay> {
        let mut counted = 0;
        let mut days: Vec<PassedDay> = Vec::new();
        while counted < count {
            let day = days.last().map_or(after, |passed| passed.day).plus_days(1);
            let Some(mut passed) = day.and_then(|day| self.describe(day, week)) else { break };
            if passed.working {
                counted += 1;
                passed.number = Some(counted);
            }
            days.push(passed);
        }
        days
    }

    fn reason(&self, why: Why<'_>, week: Week) -> DayReason {
        match why {
            Why::Workday => DayReason::Workday,
            Why::Weekend => DayReason::Weekend,
            Why::Listed(line) => match &line.kind {
                DayKind::Holiday(name) => DayReason::Holiday { name: self.name(name) },
                DayKind::Observed(from) => DayReason::Observed { from: *from, name: self.name_on(*from, week) },
                DayKind::SwapOff(with) => DayReason::SwapOff { with: *with },
                DayKind::SwapWork(with) => DayReason::SwapWork { with: *with },
                DayKind::Workday => DayReason::Workday,
            },
        }
    }

    /// The name of the holiday on `day`. The lint lets no calendar pass in which there is none.
    fn name_on(&self, day: Day, week: Week) -> Text {
        match self.line(day, week).map(|line| &line.kind) {
            Some(DayKind::Holiday(name)) => self.name(name),
            _ => Text::default(),
        }
    }

    fn name(&self, id: &Id) -> Text {
        self.names.iter().find(|name| name.id == *id).map(|name| name.name.clone()).unwrap_or_default()
    }
}

/// Which of the possible days an estimated day off takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Guess {
    /// The one that makes results earliest.
    Earliest,
    /// The one that makes results latest.
    Latest,
}

/// An estimated day off, put on one of its possible days.
struct Placed<'a> {
    line: &'a CalendarDay,
    day: Day,
}

impl Calendar {
    /// The estimated days off that may change a count from `after` to about `last`.
    fn estimates(&self, after: Day, last: Day, week: Week) -> Vec<&CalendarDay> {
        self.years
            .iter()
            // One more year than the result's: a day off may push it over the year's end.
            .filter(|year| (after.year()..=last.year() + 1).contains(&year.year))
            .flat_map(|year| &year.days)
            .filter(|line| !line.may_fall_on.is_empty() && line.weeks.contains(&week))
            .collect()
    }

    /// Puts each estimated day off where it makes results earliest or latest. A day that is free anyway, or not after
    /// the start, costs nothing; of the others the first costs every result from then on. So the choice is the same for
    /// all results, and no combinations need trying.
    fn place<'a>(&self, estimates: &[&'a CalendarDay], after: Day, week: Week, guess: Guess) -> Vec<Placed<'a>> {
        let place = |line: &&'a CalendarDay| {
            let costs = |day: &Day| *day > after && self.works_without(*day, week, line);
            let days = || core::iter::once(line.day).chain(line.may_fall_on.iter().copied());
            let day = match guess {
                Guess::Latest => days().filter(costs).min(),
                Guess::Earliest => days().find(|day| !costs(day)).or_else(|| days().max()),
            };
            Placed { line, day: day.unwrap_or(line.day) }
        };
        estimates.iter().map(place).collect()
    }

    fn recount(&self, after: Day, count: u16, week: Week, placed: &[Placed<'_>]) -> Option<Day> {
        (0..count).try_fold(after, |day, _| self.next_worked(day.plus_days(1)?, week, placed))
    }

    fn next_worked(&self, from: Day, week: Week, placed: &[Placed<'_>]) -> Option<Day> {
        let mut day = from;
        while !self.works(day, week, placed)? {
            day = day.plus_days(1)?;
        }
        Some(day)
    }

    /// Tells whether `day` is worked if the estimated days off fall as `placed`.
    fn works(&self, day: Day, week: Week, placed: &[Placed<'_>]) -> Option<bool> {
        let look = self.look(day, week)?;
        if placed.iter().any(|placed| placed.day == day) {
            return Some(false);
        }
        let moved_away = placed.iter().find(|placed| placed.line.day == day);
        Some(moved_away.map_or(look.working, |placed| self.works_without(day, week, placed.line)))
    }

    /// Tells whether `day` would be worked if `line` were not there.
    fn works_without(&self, day: Day, week: Week, line: &CalendarDay) -> bool {
        if line.day == day { !week.rests_on(day) } else { self.look(day, week).is_some_and(|look| look.working) }
    }
}
