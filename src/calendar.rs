//! Days off and worked days, for the five-day and the six-day week, and counting by them.
//!
//! A calendar is data: each exceptional day stands in it with its reason and citation; ordinary weekends are known from
//! the week. Outside its years nothing is guessed. Uses `id`, `day`, `clause` and `wire`.

mod count;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::clause::{Citation, Verified};
use crate::day::Day;
use crate::id::{Id, Text};
use crate::wire::wire;

pub use count::{Counting, DayReason, PassedDay};

wire! {
/// The working week by which days are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Week {
    /// Monday to Friday.
    Five,
    /// Monday to Saturday.
    Six,
}
}

impl Week {
    /// Both weeks.
    pub const ALL: [Self; 2] = [Self::Five, Self::Six];

    /// Tells whether `day` is an ordinary weekly day off: Saturday (in the five-day week) or Sunday.
    pub fn rests_on(self, day: Day) -> bool {
        day.weekday() >= if self == Self::Five { 5 } else { 6 }
    }
}

wire! {
/// The days off and worked days of some years, each with its ground.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Calendar {
    /// The latest day on which one of the years was checked: what was ordered later is not in it.
    pub as_of: Day,
    /// The names of the holidays.
    pub names: Vec<DayName>,
    /// The years, ascending.
    pub years: Vec<CalendarYear>,
}

/// A holiday's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DayName {
    /// Its id, by which days refer to it.
    pub id: Id,
    /// The name, as the law gives it.
    pub name: Text,
}

/// One year: every day on which work does not follow from the day of the week alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CalendarYear {
    /// The year.
    pub year: i32,
    /// The day on which this year was last checked.
    pub as_of: Day,
    /// No calendar of this year was published yet: its days follow from the law in force, and days off may still be
    /// moved.
    #[serde(default)]
    pub provisional: bool,
    /// What is uncertain in this year.
    #[serde(default)]
    pub note: Option<Text>,
    /// The ground of the weekly days off.
    pub weekend: Ground,
    /// The exceptional days, ascending; a day stands twice where its ground differs between the weeks.
    pub days: Vec<CalendarDay>,
}

/// The ground of a rule, and how it was verified.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Ground {
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How they were verified.
    pub verified: Verified,
}

/// A day on which work does not follow from the day of the week alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CalendarDay {
    /// The day.
    pub day: Day,
    /// What it is.
    pub kind: DayKind,
    /// The weeks in which this holds; in the other one the day of the week decides.
    #[serde(default = "both_weeks")]
    pub weeks: Vec<Week>,
    /// Other days on which an estimated day off may fall; empty where the day is certain.
    #[serde(default)]
    pub may_fall_on: Vec<Day>,
    /// What a reader should know, such as a dispute.
    #[serde(default)]
    pub note: Option<Text>,
    /// The ground.
    pub cite: Vec<Citation>,
    /// How the ground was verified.
    pub verified: Verified,
}

/// What an exceptional day is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DayKind {
    /// A holiday, or a day off by the Labour Code, with its name.
    Holiday(Id),
    /// A day off in place of a holiday that fell on a weekly day off: the holiday's day.
    Observed(Day),
    /// A day off by decree, in exchange for a worked day: that day.
    SwapOff(Day),
    /// A worked day by decree, in exchange for a day off: that day.
    SwapWork(Day),
    /// An ordinary working day, listed because another reading holds it for a day off; the note or the year's note
    /// says which.
    Workday,
}
}

impl DayKind {
    /// Tells whether people work on such a day.
    pub const fn is_worked(&self) -> bool {
        matches!(self, Self::SwapWork(_) | Self::Workday)
    }
}

/// What a calendar says of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayLook<'a> {
    /// Whether it is a working day.
    pub working: bool,
    /// Why.
    pub why: Why<'a>,
}

/// Why a day is worked or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why<'a> {
    /// An ordinary working day of the week.
    Workday,
    /// A weekly day off.
    Weekend,
    /// The calendar lists the day.
    Listed(&'a CalendarDay),
}

impl Calendar {
    /// Says what `day` is in `week`; `None` outside the calendar's years.
    ///
    /// # Example: a worked Sunday
    ///
    /// ```
    /// use qolhat::calendar::{Calendar, CalendarDay, CalendarYear, DayKind, Ground, Week};
    /// use qolhat::{Day, Verified};
    /// let day = |text: &str| text.parse::<Day>().unwrap();
    /// let worked = CalendarDay {
    ///     day: day("2025-01-05"),
    ///     kind: DayKind::SwapWork(day("2025-01-03")),
    ///     weeks: Week::ALL.to_vec(),
    ///     may_fall_on: vec![],
    ///     note: None,
    ///     cite: vec!["order-436".parse().unwrap()],
    ///     verified: Verified::Secondary,
    /// };
    /// let year = CalendarYear {
    ///     year: 2025,
    ///     as_of: day("2026-11-22"),
    ///     provisional: false,
    ///     note: None,
    ///     weekend: Ground { cite: vec!["labour-code-2015, article 84".parse().unwrap()], verified: Verified::Secondary },
    ///     days: vec![worked],
    /// };
    /// let calendar = Calendar { as_of: year.as_of, names: vec![], years: vec![year] };
    /// assert!(calendar.look(day("2025-01-05"), Week::Five).unwrap().working);
    /// assert!(!calendar.look(day("2025-01-12"), Week::Six).unwrap().working);
    /// assert_eq!(calendar.look(day("2026-01-05"), Week::Five), None);
    /// ```
    pub fn look(&self, day: Day, week: Week) -> Option<DayLook<'_>> {
        let why = match self.line(day, week) {
            Some(line) => Why::Listed(line),
            None if week.rests_on(day) => Why::Weekend,
            None => Why::Workday,
        };
        self.year_of(day).map(|_| DayLook { working: why.is_worked(), why })
    }

    /// Gives the year in which `day` lies; `None` where the calendar does not reach.
    pub fn year_of(&self, day: Day) -> Option<&CalendarYear> {
        self.years.iter().find(|year| year.year == day.year())
    }

    /// The version of the calendar: the day to which it was checked, such as `2026-11-22`.
    pub fn version(&self) -> String {
        self.as_of.to_string()
    }

    /// The last day for which the rules were looked at whole: the end of the last year whose days off were published when
    /// the calendar was checked. Whoever asks later should be told that they may have changed.
    pub fn known_until(&self) -> Option<Day> {
        let published = self.years.iter().rev().find(|year| !year.provisional)?;
        Day::try_new(published.year, 12, 31)
    }

    /// The line that lists `day` in `week`.
    fn line(&self, day: Day, week: Week) -> Option<&CalendarDay> {
        self.year_of(day)?.days.iter().find(|line| line.day == day && line.weeks.contains(&week))
    }
}

impl Why<'_> {
    fn is_worked(&self) -> bool {
        match self {
            Self::Workday => true,
            Self::Weekend => false,
            Self::Listed(line) => line.kind.is_worked(),
        }
    }
}

fn both_weeks() -> Vec<Week> {
    Week::ALL.to_vec()
}
