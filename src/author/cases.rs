//! The cases beside the law: a sentence, a package, and what must come out. They are run through the unbuilt files and
//! through the built bundles alike.

pub(super) mod coverage;
pub(super) mod visits;

use std::collections::BTreeMap;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use serde::Deserialize;

use crate::clause::Citation;
use crate::day::Day;
use crate::finding::{Decides, Finding};
use crate::input::Value;
use crate::law::Bundle;
use crate::package::Package;
use crate::report::{DaysOff, Report, Standard, Verdict, report};

/// What a file of cases holds.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cases {
    /// The cases.
    #[serde(rename = "case")]
    pub cases: Vec<Case>,
}

/// A package and what must come out.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Case {
    /// What the case shows, in a sentence.
    pub about: String,
    /// The day on which the question is asked.
    pub day: Day,
    /// The clause that decides.
    pub decided_by: Citation,
    /// The trap in the sources that the case guards.
    #[serde(default)]
    pub trap: Option<String>,
    /// The package, as in JSON; `service` is the folder's.
    #[schemars(schema_with = "any_object")]
    pub package: Value,
    /// What must come out.
    pub expect: Expect,
}

/// What must come out of a case. What is absent is not looked at.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Expect {
    /// `accepted`, `refused`, `open` or `no-edition`.
    pub verdict: ExpectedVerdict,
    /// The edition's first day.
    #[serde(default)]
    pub edition: Option<String>,
    /// All findings that decide, each as «code subject».
    #[serde(default)]
    pub findings: Option<Vec<String>>,
    /// Other findings that must be there.
    #[serde(default)]
    pub also: Vec<String>,
    /// Codes, or «code subject», that must not be there.
    #[serde(default)]
    pub never: Vec<String>,
    /// The day the intake counts as.
    #[serde(default)]
    pub intake: Option<Day>,
    /// The last day of the main term.
    #[serde(default)]
    pub due: Option<Day>,
    /// The earliest day by the steps.
    #[serde(default)]
    pub earliest: Option<Day>,
    /// Last days of other terms, and days of limits, by id.
    #[serde(default)]
    pub dates: BTreeMap<String, Day>,
    /// The day by which the result must reach the State Corporation.
    #[serde(default)]
    pub handover: Option<Day>,
    /// The last day on which an unclaimed result is kept.
    #[serde(default)]
    pub kept_until: Option<Day>,
}

fn any_object(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({ "type": "object", "description": "a package, as `qolhat check` reads it" })
}

/// A verdict as cases write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ExpectedVerdict {
    /// See [`Verdict::Accepted`].
    Accepted,
    /// See [`Verdict::Refused`].
    Refused,
    /// See [`Verdict::Open`].
    Open,
    /// See [`Verdict::NoEdition`].
    NoEdition,
}

impl Case {
    /// Makes the report of the case.
    ///
    /// # Errors
    ///
    /// What is wrong with the package, one fault a line.
    pub fn report(&self, standard: &Standard, days_off: &DaysOff) -> Result<Report, String> {
        let package = self.package(&standard.bundle)?;
        Ok(report(standard, days_off, &package, self.day))
    }

    fn package(&self, bundle: &Bundle) -> Result<Package, String> {
        let mut value = self.package.clone();
        if let Value::Map(entries) = &mut value {
            entries.push(("service".into(), Value::Text(bundle.service.id.to_string())));
        }
        let faults = |errors: Vec<_>| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        Package::read(&value, bundle).map_err(faults)
    }

    /// Lists what came out otherwise than expected, each in a line; nothing where all is as expected.
    pub fn differences(&self, standard: &Standard, days_off: &DaysOff) -> Vec<String> {
        match self.report(standard, days_off) {
            Err(faults) => std::vec![format!("the package is unusable: {faults}")],
            Ok(report) => self.expect.differences(&report),
        }
    }
}

impl Expect {
    fn differences(&self, report: &Report) -> Vec<String> {
        let mut lines = Vec::new();
        let mut differ = |what: &str, expected: String, found: String| {
            if expected != found {
                lines.push(format!("{what}: expected {expected}, found {found}"));
            }
        };
        differ("verdict", format!("{:?}", Verdict::from(self.verdict)), format!("{:?}", report.verdict));
        if let Some(edition) = &self.edition {
            let found = report.law.as_ref().map(|law| law.edition.clone());
            differ("edition", edition.clone(), found.unwrap_or_else(|| "none".into()));
        }
        if let Some(findings) = &self.findings {
            let mut expected = findings.clone();
            expected.sort();
            differ("findings", expected.join(", "), written(report, |finding| finding.decides > Decides::Nothing));
        }
        for (what, expected, found) in self.days(report) {
            differ(&what, expected.to_string(), found.map_or_else(|| "none".into(), |day| day.to_string()));
        }
        lines.extend(self.absent(report));
        lines
    }

    fn absent(&self, report: &Report) -> Vec<String> {
        let found: Vec<(String, String)> =
            report.findings.iter().map(|finding| (finding.code.as_str().into(), line(finding))).collect();
        let there = |wanted: &String| found.iter().any(|(code, line)| code == wanted || line == wanted);
        let missing = self.also.iter().filter(|wanted| !there(wanted)).map(|wanted| format!("`{wanted}` is not found"));
        let unwanted = self.never.iter().filter(|code| there(code)).map(|code| format!("`{code}` is found"));
        missing.chain(unwanted).collect()
    }

    fn days(&self, report: &Report) -> Vec<(String, Day, Option<Day>)> {
        let timeline = report.timeline.as_ref();
        let main = timeline.and_then(|timeline| timeline.terms.iter().find(|term| term.main));
        let day_of = |dated: Option<&crate::timeline::Dated>| dated.map(|dated| dated.day);
        let single = [
            ("intake", self.intake, timeline.and_then(|timeline| timeline.intake.day)),
            ("due", self.due, main.and_then(|term| term.due)),
            ("earliest", self.earliest, timeline.and_then(|timeline| timeline.earliest)),
            ("handover", self.handover, day_of(timeline.and_then(|timeline| timeline.handover.as_ref()))),
            ("kept-until", self.kept_until, day_of(timeline.and_then(|timeline| timeline.kept_until.as_ref()))),
        ];
        let single = single.into_iter().filter_map(|(what, expected, found)| Some((what.into(), expected?, found)));
        let named = self.dates.iter().map(|(id, day)| (format!("dates.{id}"), *day, named_day(report, id)));
        single.chain(named).collect()
    }
}

/// The last day of a term, or the day of a limit.
fn named_day(report: &Report, id: &str) -> Option<Day> {
    let timeline = report.timeline.as_ref()?;
    let term = timeline.terms.iter().find(|term| term.id == id).and_then(|term| term.due);
    let limit = timeline.limits.iter().find(|limit| limit.id == id);
    term.or_else(|| limit.and_then(|limit| limit.not_after.or(limit.not_before)))
}

fn written(report: &Report, wanted: impl Fn(&Finding) -> bool) -> String {
    let mut lines: Vec<String> = report.findings.iter().filter(|finding| wanted(finding)).map(line).collect();
    lines.sort();
    lines.join(", ")
}

fn line(finding: &Finding) -> String {
    format!("{} {}", finding.code.as_str(), finding.subject)
}

impl From<ExpectedVerdict> for Verdict {
    fn from(verdict: ExpectedVerdict) -> Self {
        match verdict {
            ExpectedVerdict::Accepted => Self::Accepted,
            ExpectedVerdict::Refused => Self::Refused,
            ExpectedVerdict::Open => Self::Open,
            ExpectedVerdict::NoEdition => Self::NoEdition,
        }
    }
}
