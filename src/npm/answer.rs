//! What is answered, as JavaScript gets it.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use super::options::{Faults, To, WorkingDaysAsked};
use crate::calendar::{Calendar, Counting, PassedDay, Week};
use crate::check::RequirementStatus;
use crate::clause::Citation;
use crate::day::Day;
use crate::facts::FactKind;
use crate::finding::Finding;
use crate::id::{Lang, Text};
use crate::input::InputError;
use crate::law::{Act, Channel, FormKind, Service};
use crate::receipt::Receipt;
use crate::render::{html, phrase, text};
use crate::report::{DaysOff, HeldDocument, LawUsed, Report};
use crate::words::{cite, finding};

/// An answer, or every fault of what was passed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Answer<T> {
    /// What was asked for.
    Success(Box<T>),
    /// All faults at once.
    Failure {
        /// The faults.
        errors: Vec<InputError>,
    },
}

/// A checked package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Checked {
    /// The report.
    pub report: Report,
    /// The report's findings in words, where a language was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Words>,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// The list.
    pub checklist: Checklist,
}

/// A receipt, where there is anything to certify.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Receipted {
    /// The receipt; none while the verdict is open or no edition is in force.
    pub receipt: Option<PrintedReceipt>,
}

/// Counted days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Counted {
    /// The days.
    pub working_days: WorkingDays,
}

/// A report's findings in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub struct Words {
    /// The language.
    pub lang: Lang,
    /// The verdict in one sentence.
    pub verdict: String,
    /// The findings, in the order of the report's.
    pub findings: Vec<FindingWords>,
}

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub struct FindingWords {
    /// What is found.
    pub what: String,
    /// What to do.
    pub fix: String,
    /// The clauses it rests on.
    pub clauses: Vec<ClauseWords>,
}

/// A clause in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub struct ClauseWords {
    /// The act and the place in it.
    pub text: String,
    /// Where the official text is.
    pub url: Option<String>,
}

/// What an edition asks of an applicant on a channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Checklist {
    /// The service.
    pub service: Service,
    /// The channel.
    pub channel: Channel,
    /// The region's name, where one was chosen.
    pub region: Option<Text>,
    /// The day of handing in.
    pub visit: Day,
    /// What is said of the law, where an edition is in force.
    pub law: Option<LawUsed>,
    /// The requirements of this channel, each with whether it is asked.
    pub requirements: Vec<RequirementStatus>,
    /// Documents that the provider takes from state systems, and may not ask for.
    pub not_asked: Vec<HeldDocument>,
    /// The questions whose answers matter, answered or not, in the order of asking.
    pub questions: Vec<FactKind>,
    /// The acts that are cited.
    pub acts: Vec<Act>,
}

/// A receipt, to be shown or printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub struct PrintedReceipt {
    /// Acceptance or refusal.
    pub kind: FormKind,
    /// Its language.
    pub lang: Lang,
    /// The title.
    pub title: String,
    /// How many copies the act asks for, one for each party.
    pub copies: u8,
    /// The receipt as plain text.
    pub text: String,
    /// The receipt as an HTML page of its own, for paper of A4.
    pub html: String,
}

/// Days from the day after one to another, the last included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct WorkingDays {
    /// The day after which counting began.
    pub after: Day,
    /// The last day; none where the calendar does not reach it.
    pub until: Option<Day>,
    /// How many working days; none where the calendar does not reach the last of them.
    pub count: Option<u16>,
    /// Each day passed, counted or skipped, and why; as far as the calendar reaches.
    pub days: Vec<PassedDay>,
    /// Whether a day lies in a year whose calendar is provisional.
    pub provisional: bool,
    /// The earliest and the latest last day, where `count` was given and an estimated day off decides.
    pub range: Option<(Day, Day)>,
    /// The acts that are cited.
    pub acts: Vec<Act>,
}

impl<T> From<Result<T, Faults>> for Answer<T> {
    fn from(result: Result<T, Faults>) -> Self {
        match result {
            Ok(answer) => Self::Success(Box::new(answer)),
            Err(errors) => Self::Failure { errors },
        }
    }
}

impl Words {
    /// Puts a report's findings into words.
    pub(super) fn of(report: &Report, lang: Lang) -> Self {
        let findings = report.findings.iter().map(|found| FindingWords::of(found, &report.acts, lang)).collect();
        Self { lang, verdict: phrase::verdict(report, lang), findings }
    }
}

impl FindingWords {
    fn of(found: &Finding, acts: &[Act], lang: Lang) -> Self {
        let clause = |citation: &Citation| ClauseWords {
            text: cite::citation(citation, acts, lang),
            url: acts.iter().find(|act| act.id == citation.act).map(|act| act.url.clone()),
        };
        Self {
            what: finding::sentence(found, lang),
            fix: finding::fix(found, lang),
            clauses: found.cite.iter().map(clause).collect(),
        }
    }
}

impl From<Report> for Checklist {
    fn from(report: Report) -> Self {
        let Report { service, channel, region, visit, law, requirements, not_asked, questions, acts, .. } = report;
        Self { service, channel, region, visit, law, requirements, not_asked, questions, acts }
    }
}

impl PrintedReceipt {
    /// Prints a receipt both ways.
    pub(super) fn of(receipt: &Receipt) -> Self {
        let sheet = &receipt.sheet;
        Self {
            kind: receipt.kind,
            copies: receipt.copies,
            lang: sheet.lang,
            title: sheet.title.clone(),
            text: text::sheet(sheet),
            html: html::sheet_page(sheet),
        }
    }
}

impl WorkingDaysAsked {
    /// Counts.
    pub(super) fn count(&self, days_off: &DaysOff) -> WorkingDays {
        let calendar = &days_off.bundle.calendar;
        let (until, count, counting) = match self.to {
            To::Count(count) => {
                let counting = calendar.count_forward(self.after, count, self.week);
                (counting.last, counting.last.map(|_| count), counting)
            }
            To::Day(until) => {
                let counting = passed(calendar, self.after, until, self.week);
                let number = counting.days.iter().filter_map(|passed| passed.number).max().unwrap_or(0);
                (Some(until), counting.last.map(|_| number), counting)
            }
        };
        let Counting { days, provisional, range, .. } = counting;
        let cited = |act: &&Act| days.iter().any(|day| day.cite.iter().any(|citation| citation.act == act.id));
        let acts = days_off.bundle.acts.iter().filter(cited).cloned().collect();
        WorkingDays { after: self.after, until, count, days, provisional, range, acts }
    }
}

/// The days after one up to another, the working ones numbered; without a last day where the calendar ends before it.
fn passed(calendar: &Calendar, after: Day, until: Day, week: Week) -> Counting {
    let (mut days, mut day, mut number) = (Vec::new(), after.next(), 0);
    while day <= until
        && let Some(mut described) = calendar.describe(day, week)
    {
        if described.working {
            number += 1;
            described.number = Some(number);
        }
        days.push(described);
        day = day.next();
    }
    let provisional = days.iter().filter_map(|passed| calendar.year_of(passed.day)).any(|year| year.provisional);
    Counting { last: (day > until).then_some(until), days, provisional, range: None }
}
