//! `qolhat calendar`: working days counted, asked for, and shown as a year.

mod picture;

use std::path::Path;

use anstream::{eprintln, println};
use clap::{Args, Subcommand};
use qolhat::calendar::{Counting, PassedDay, Week};
use qolhat::law::CalendarBundle;
use qolhat::words::finding::{day_reason, verified};
use qolhat::words::{cite, date_long, date_short, key, label, say, weekday_name};
use qolhat::{Day, Lang, Verified};

use crate::Exit;
use crate::load::{load, unusable};
use crate::package::Language;

/// Counts working days, and says which days are worked and why.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Calendar {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Prints the N-th working day strictly after DATE.
    Add {
        /// The day after which counting begins, such as 2026-09-14.
        date: Day,
        /// How many working days.
        #[arg(value_name = "N")]
        count: u16,
        /// Lists every day passed, each with its number or the reason why it was skipped.
        #[arg(long)]
        days: bool,
        #[command(flatten)]
        how: How,
    },
    /// Says whether DATE is a working day, and why.
    IsWorking {
        /// The day, such as 2026-09-14.
        date: Day,
        #[command(flatten)]
        how: How,
    },
    /// Shows a year as a picture.
    Show {
        /// The year.
        year: i32,
        #[command(flatten)]
        how: How,
    },
}

/// By which week, and in which language.
#[derive(Args)]
struct How {
    /// The working week: 5 days (Monday to Friday) or 6 (Monday to Saturday).
    #[arg(long, default_value = "5", value_parser = week, value_name = "5|6")]
    week: Week,
    #[command(flatten)]
    language: Language,
}

const EXAMPLES: &str = "\
Examples:
  qolhat calendar add 2026-09-14 5
  qolhat calendar add 2026-03-20 15 --days --lang ru
  qolhat calendar is-working 2026-03-25 --week 6 --lang ru
  qolhat calendar show 2026 --lang en

`add` prints the day alone; what makes it uncertain goes to standard error.

Exit codes: 0 answered, 2 not a day, or a year that the calendar does not have.";

impl Calendar {
    /// Does what was asked.
    pub fn run(&self, folder: &Path) -> Exit {
        let bundle = match load(folder) {
            Ok(loaded) => loaded.days_off.bundle,
            Err(faults) => return unusable(folder, &faults),
        };
        match &self.what {
            What::Add { date, count, days, how } => how.add(&bundle, *date, *count, *days),
            What::IsWorking { date, how } => how.is_working(&bundle, *date),
            What::Show { year, how } => how.show(&bundle, *year),
        }
    }
}

impl How {
    fn lang(&self) -> Lang {
        self.language.lang()
    }

    fn add(&self, bundle: &CalendarBundle, date: Day, count: u16, days: bool) -> Exit {
        let counting = bundle.calendar.count_forward(date, count, self.week);
        let reached = counting.days.last().map_or(date, |passed| passed.day);
        let Some(last) = counting.last else { return self.unknown(reached.next().year()) };
        println!("{last}");
        for passed in counting.days.iter().filter(|_| days) {
            println!("{}", self.passed(passed));
        }
        self.doubts(bundle, &counting);
        Exit::Fine
    }

    fn is_working(&self, bundle: &CalendarBundle, date: Day) -> Exit {
        let Some(described) = bundle.calendar.describe(date, self.week) else { return self.unknown(date.year()) };
        let answer = label(self.lang(), if described.working { key::YES } else { key::NO });
        let (day, weekday) = (date_long(date, self.lang()), weekday_name(date, self.lang()));
        println!("{answer}: {day}, {weekday} – {}", day_reason(&described.reason, self.lang()));
        if !described.cite.is_empty() {
            println!("  {}", cite::citations(&described.cite, &bundle.acts, self.lang()));
        }
        let doubt = described.verified.filter(|how| matches!(how, Verified::Assumed | Verified::NotSeen));
        for line in doubt.map(|how| verified(how, self.lang())).into_iter().chain(self.notes(bundle, &described)) {
            println!("  {line}");
        }
        Exit::Fine
    }

    /// What a reader should know of a day: its note, else the note of its year where the year is provisional or the day
    /// in doubt.
    fn notes<'a>(&self, bundle: &'a CalendarBundle, passed: &'a PassedDay) -> Option<&'a str> {
        let year = bundle.calendar.year_of(passed.day)?;
        let doubtful = year.provisional || matches!(passed.verified, Some(Verified::Assumed | Verified::NotSeen));
        let note = passed.note.as_ref().or_else(|| year.note.as_ref().filter(|_| doubtful))?;
        Some(note.of(self.lang()))
    }

    fn show(&self, bundle: &CalendarBundle, year: i32) -> Exit {
        match picture::picture(bundle, year, self.week, self.lang()) {
            Some(picture) => {
                println!("{picture}");
                Exit::Fine
            }
            None => self.unknown(year),
        }
    }

    fn passed(&self, passed: &PassedDay) -> String {
        let number = passed.number.map_or("–".into(), |number| number.to_string());
        let (day, weekday) = (date_short(passed.day), weekday_name(passed.day, self.lang()));
        format!("{number:>4} {day} {weekday}: {}", day_reason(&passed.reason, self.lang()))
    }

    fn doubts(&self, bundle: &CalendarBundle, counting: &Counting) {
        if let Some((from, to)) = counting.range {
            eprintln!("{}", say(self.lang(), key::DATE_RANGE, &[("from", from.into()), ("to", to.into())]));
        }
        let provisional = bundle.calendar.years.iter().find(|year| counting.provisional && year.provisional);
        if let Some(note) = provisional.and_then(|year| year.note.as_ref()) {
            eprintln!("{}", note.of(self.lang()));
        }
    }

    fn unknown(&self, year: i32) -> Exit {
        eprintln!("{}", say(self.lang(), key::DATE_UNKNOWN, &[("year", year.into())]));
        Exit::Unusable
    }
}

fn week(days: &str) -> Result<Week, String> {
    match days {
        "5" => Ok(Week::Five),
        "6" => Ok(Week::Six),
        _ => Err("expected 5 (Monday to Friday) or 6 (Monday to Saturday)".into()),
    }
}
