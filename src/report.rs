//! The whole answer: verdict, papers, dates, the law it rests on, and what is needed to compute it again.

mod cited;
mod told;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::bundle::{BundleError, Hash, decode_bundle, decode_calendar};
use crate::check::{RequirementStatus, Scope, check, relevant_facts};
use crate::clause::{Citation, Verified};
use crate::condition::Truth;
use crate::day::Day;
use crate::edition::{Regional, in_force, regional};
use crate::facts::{FactKind, Facts};
use crate::finding::{Arg, Code, Decides, Finding};
use crate::id::{Id, Text};
use crate::law::{
    self, Act, Bundle, CalendarBundle, Channel, Disagreement, Fee, Form, Notice, Refusal, Regulation, Service, Waiting,
};
use crate::package::{Applicant, Package};
use crate::timeline::{Course, Timeline, timeline};
use crate::wire::{Wire, wire};

/// The version of the engine, as it stands in every report.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// One service's law with the hash of its bundle: what a report is made under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standard {
    /// The law.
    pub bundle: Bundle,
    /// The hash of the bundle as published.
    pub hash: Hash,
}

/// The days off with the hash of their bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DaysOff {
    /// The calendar and the acts it cites.
    pub bundle: CalendarBundle,
    /// The hash of the bundle as published.
    pub hash: Hash,
}

impl Standard {
    /// Reads one service's law as it was published.
    ///
    /// # Errors
    ///
    /// Bytes that are damaged, in another version of the format, or hold something else.
    pub fn decode(bytes: &[u8]) -> Result<Self, BundleError> {
        decode_bundle(bytes).map(|(bundle, hash)| Self { bundle, hash })
    }
}

impl DaysOff {
    /// Reads the calendar as it was published.
    ///
    /// # Errors
    ///
    /// Bytes that are damaged, in another version of the format, or hold something else.
    pub fn decode(bytes: &[u8]) -> Result<Self, BundleError> {
        decode_calendar(bytes).map(|(bundle, hash)| Self { bundle, hash })
    }
}

wire! {
/// What is said of a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Everything that is asked is there.
    Accepted,
    /// Something stands in the way.
    Refused,
    /// It depends on what was not said.
    Open,
    /// No edition is in force on the day.
    NoEdition,
}
}

impl Verdict {
    /// Gives the verdict's name, as it stands in markup and in what is kept.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::Open => "open",
            Self::NoEdition => "no-edition",
        }
    }
}

/// The answer to a package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The verdict of this preliminary check.
    pub verdict: Verdict,
    /// The service.
    pub service: Service,
    /// The channel.
    pub channel: Channel,
    /// The region's name, where one was chosen.
    pub region: Option<Text>,
    /// The day on which the question was asked.
    pub day: Day,
    /// The day of handing in.
    pub visit: Day,
    /// What is said of the law, where an edition is in force.
    pub law: Option<LawUsed>,
    /// The requirements of this channel.
    pub requirements: Vec<RequirementStatus>,
    /// Documents that the provider takes from state systems.
    pub not_asked: Vec<HeldDocument>,
    /// The findings: those that refuse first, then the open ones, then what is only told.
    pub findings: Vec<Finding>,
    /// The questions whose answers matter, answered or not, in the order of asking.
    pub questions: Vec<FactKind>,
    /// The dates.
    pub timeline: Option<Timeline>,
    /// The acts that are cited.
    pub acts: Vec<Act>,
    /// What is needed to compute it again.
    pub replay: Replay,
}

/// The edition and the regulation that a report rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LawUsed {
    /// The edition's id: its first day.
    pub edition: String,
    /// How the wording is named.
    pub name: Text,
    /// The first day in force.
    pub from: Day,
    /// Why that day was taken, where it is not known exactly.
    pub from_note: Option<Text>,
    /// The last day in force; absent while it is in force.
    pub to: Option<Day>,
    /// How the wording was verified.
    pub verified: Verified,
    /// The act and annex.
    pub cite: Vec<Citation>,
    /// What every reader must be told.
    pub notes: Vec<Text>,
    /// Who gives the service.
    pub provider: Text,
    /// Who may ask for it.
    pub applicants: Text,
    /// What one gets.
    pub result: Text,
    /// What it costs.
    pub fee: Fee,
    /// How long one waits.
    pub waiting: Option<Waiting>,
    /// The grounds of refusal on this channel.
    pub refusals: Vec<Refusal>,
    /// The forms of this channel: the regulation's first.
    pub forms: Vec<Form>,
    /// Where the texts disagree or are silent.
    pub disagreements: Vec<Disagreement>,
    /// What else one should be told.
    pub notices: Vec<Notice>,
    /// The regional regulation that applies or was the last to.
    pub regulation: Option<RegulationUsed>,
}

/// The regional regulation of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RegulationUsed {
    /// The regional act.
    pub act: Id,
    /// Whether it applies on the day; if not, it is repealed.
    pub in_force: bool,
    /// What is to be known of its days.
    pub note: Text,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How it was verified.
    pub verified: Verified,
}

/// A document that the provider takes from state systems, and may not ask for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct HeldDocument {
    /// The kind of document.
    pub document: Id,
    /// Its plain name.
    pub name: Text,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How they were verified.
    pub verified: Verified,
}

/// What is needed to compute a report again, and to see whether anything changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Replay {
    /// The engine's version.
    pub engine: String,
    /// The hash of the service's bundle.
    pub law: String,
    /// The hash of the calendar.
    pub calendar_law: String,
    /// The day to which the calendar was checked.
    pub calendar: String,
    /// The edition used, if any.
    pub edition: Option<String>,
    /// The package without the applicant: whoever was asked for the report knows it.
    pub package: Package,
    /// A short code of all this and the verdict. Made without the applicant's data.
    pub code: String,
}

/// Checks a package under the law of the day of its visit, as the question is asked on `today`.
///
/// # Example
///
/// See the front page of this crate.
pub fn report(standard: &Standard, days_off: &DaysOff, package: &Package, today: Day) -> Report {
    let visit = package.visit.unwrap_or(today);
    let bundle = &standard.bundle;
    let regional = regional(bundle, package.region.as_ref(), visit);
    let mut report = blank(standard, days_off, package, today);
    let Some(edition) = in_force(bundle, visit) else {
        report.findings.push(told::no_edition(visit));
        return sealed(report);
    };
    let scope = Scope {
        bundle,
        edition,
        regulation: regional.applying(),
        calendar: &days_off.bundle.calendar,
        package,
        today,
        visit,
    };
    let checked = check(&scope);
    report.requirements = checked.requirements;
    report.findings = checked.findings;
    report.timeline = course(&scope).map(|course| timeline(&course));
    report.findings.extend(told::circumstances(&scope, regional, report.timeline.as_ref()));
    report.findings = in_order(report.findings);
    report.not_asked = held(&scope);
    report.questions = questions(&scope);
    report.law = Some(law_used(&scope, regional));
    report.verdict = verdict(&report.findings);
    sealed(report)
}

/// Those that refuse first, then the open ones, then what is only told; each kind in the order found.
fn in_order(findings: Vec<Finding>) -> Vec<Finding> {
    let mut ordered: Vec<Finding> = Vec::new();
    for finding in findings {
        let at = ordered.iter().position(|other| other.decides < finding.decides).unwrap_or(ordered.len());
        ordered.insert(at, finding);
    }
    ordered
}

fn verdict(findings: &[Finding]) -> Verdict {
    match findings.iter().map(|finding| finding.decides).max() {
        Some(Decides::Refused) => Verdict::Refused,
        Some(Decides::Open) => Verdict::Open,
        Some(Decides::Nothing) | None => Verdict::Accepted,
    }
}

/// A report before anything is found.
fn blank(standard: &Standard, days_off: &DaysOff, package: &Package, today: Day) -> Report {
    let bundle = &standard.bundle;
    let region = bundle.regions.iter().find(|region| Some(&region.id) == package.region.as_ref());
    // INVARIANT: a package that was read names a channel of the bundle.
    let nowhere = || Channel { id: package.channel.clone(), name: Text::default(), kind: law::ChannelKind::Office };
    Report {
        verdict: Verdict::NoEdition,
        service: bundle.service.clone(),
        channel: bundle.channel(&package.channel).cloned().unwrap_or_else(nowhere),
        region: region.map(|region| region.name.clone()),
        day: today,
        visit: package.visit.unwrap_or(today),
        law: None,
        requirements: Vec::new(),
        not_asked: Vec::new(),
        findings: Vec::new(),
        questions: Vec::new(),
        timeline: None,
        acts: all_acts(bundle, &days_off.bundle),
        replay: Replay {
            engine: ENGINE.into(),
            law: format!("{}", standard.hash),
            calendar_law: format!("{}", days_off.hash),
            calendar: days_off.bundle.calendar.version(),
            edition: None,
            package: Package { applicant: Applicant::default(), provider: None, ..package.clone() },
            code: String::new(),
        },
    }
}

/// The acts of the law and of the calendar, each once.
fn all_acts(bundle: &Bundle, calendar: &CalendarBundle) -> Vec<Act> {
    let mut acts = bundle.acts.clone();
    for act in &calendar.acts {
        if bundle.act(&act.id).is_none() {
            acts.push(act.clone());
        }
    }
    acts
}

/// Keeps the acts that are cited, and makes the code.
fn sealed(mut report: Report) -> Report {
    let acts = core::mem::take(&mut report.acts);
    report.acts = cited::acts(&report, acts);
    report.replay.edition = report.law.as_ref().map(|law| law.edition.clone());
    report.replay.code = code(&report);
    report
}

/// A code of ten letters and digits, in two groups, over everything a verdict depends on.
fn code(report: &Report) -> String {
    let replay = &report.replay;
    let mut hasher = Sha256::new();
    for part in [replay.engine.as_str(), &replay.law, &replay.calendar_law] {
        hasher.update(part.as_bytes());
        hasher.update(b"\n");
    }
    hasher.update(format!("{} {:?}\n", report.day, report.verdict).as_bytes());
    let mut package = Vec::new();
    replay.package.write(&mut package);
    hasher.update(package);
    // Crockford's letters: none is mistaken for a digit.
    let letters = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let letter = |byte: &u8| letters.get(usize::from(byte % 32)).copied().map_or('0', char::from);
    let code: String = hasher.finalize().iter().take(10).map(letter).collect();
    let (first, second) = code.split_at_checked(5).unwrap_or((&code, ""));
    format!("{first}-{second}")
}

fn course<'a>(scope: &Scope<'a>) -> Option<Course<'a>> {
    let (edition, package) = (scope.edition, scope.package);
    Some(Course {
        edition,
        regulation: scope.regulation,
        channel: edition.channel(scope.channel())?,
        kind: scope.bundle.channel(scope.channel())?,
        calendar: scope.calendar,
        facts: scope.facts(),
        visit: scope.visit,
        time: package.time,
    })
}

fn held(scope: &Scope<'_>) -> Vec<HeldDocument> {
    let here = scope.edition.not_asked.iter().filter(|held| law::concerns(&held.channels, scope.channel()));
    let applies = here.filter(|held| held.when.evaluate(scope.facts()) == Truth::Yes);
    let held = |held: &law::NotAsked| HeldDocument {
        document: held.document.clone(),
        name: scope.bundle.document(&held.document).map(|document| document.name.clone()).unwrap_or_default(),
        cite: held.cite.clone(),
        verified: held.verified,
    };
    applies.map(held).collect()
}

/// The questions as they come when they are asked one at a time: whether one comes is judged by the answers to those before
/// it alone. So one that was asked and answered stays, though a later answer would do without it.
pub fn questions_in_turn(standard: &Standard, days_off: &DaysOff, package: &Package, today: Day) -> Vec<FactKind> {
    let mut said = Package { facts: Facts::default(), documents: Vec::new(), ..package.clone() };
    let mut relevant = report(standard, days_off, &said, today).questions;
    let mut asked: Vec<FactKind> = Vec::new();
    while !relevant.is_empty() {
        let kind = relevant.remove(0);
        if let Some(answer) = package.facts.answer(&kind.id) {
            said.facts.say(kind.id.clone(), answer.clone());
            let still = report(standard, days_off, &said, today).questions;
            relevant.retain(|later| still.iter().any(|still| still.id == later.id));
        }
        asked.push(kind);
    }
    asked
}

fn questions(scope: &Scope<'_>) -> Vec<FactKind> {
    relevant_facts(scope).iter().filter_map(|fact| scope.bundle.fact(fact)).cloned().collect()
}

fn law_used(scope: &Scope<'_>, regional: Regional<'_>) -> LawUsed {
    let edition = scope.edition;
    let here = |channels: &[Id]| law::concerns(channels, scope.channel());
    let (regulation, in_force) = match regional {
        Regional::None => (None, false),
        Regional::InForce(regulation) => (Some(regulation), true),
        Regional::Repealed(regulation) => (Some(regulation), false),
    };
    let own_forms = scope.regulation.map_or(&[][..], |regulation| &regulation.forms);
    let mut forms: Vec<Form> = own_forms.to_vec();
    forms.extend_from_slice(&edition.forms);
    forms.retain(|form| here(&form.channels));
    let mut notices = edition.notices.clone();
    notices.retain(|notice| here(&notice.channels) && notice.when.evaluate(scope.facts()) == Truth::Yes);
    LawUsed {
        edition: edition.id(),
        name: edition.name.clone(),
        from: edition.from,
        from_note: edition.from_note.clone(),
        to: edition.to,
        verified: edition.verified,
        cite: edition.cite.clone(),
        notes: edition.notes.clone(),
        provider: edition.provider.clone(),
        applicants: edition.applicants.clone(),
        result: edition.result.clone(),
        fee: edition.fee.clone(),
        waiting: edition.waiting.clone(),
        refusals: scope.refusals().cloned().collect(),
        forms,
        disagreements: edition.disagreements.clone(),
        notices,
        regulation: regulation.map(|regulation| regulation_used(regulation, in_force)),
    }
}

fn regulation_used(regulation: &Regulation, in_force: bool) -> RegulationUsed {
    RegulationUsed {
        act: regulation.act.clone(),
        in_force,
        note: regulation.note.clone(),
        cite: regulation.cite.clone(),
        verified: regulation.verified,
    }
}
