//! A package against an edition: which documents are asked, which are there and fit, what else stands in the way.
//!
//! Answers with findings; the dates of the service are `timeline`'s.

mod evidence;
mod other;
mod window;

use alloc::string::ToString;
use alloc::vec::Vec;

use serde::Serialize;

use crate::calendar::Calendar;
use crate::clause::{Citation, Verified};
use crate::condition::{Condition, Truth};
use crate::day::Day;
use crate::facts::Facts;
use crate::finding::{Arg, Code, Decides, Finding};
use crate::id::{Id, Text};
use crate::law::{
    self, Ask, Bundle, DocumentForm, Edition, Evidence, Ground, MaxAge, Refusal, Regulation, Requirement,
};
use crate::package::Package;

pub use window::{WindowDays, window_days};

/// What a check looks at.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// The service's law.
    pub bundle: &'a Bundle,
    /// The edition in force on the day of the visit.
    pub edition: &'a Edition,
    /// The regional regulation, where one applies.
    pub regulation: Option<&'a Regulation>,
    /// The days off.
    pub calendar: &'a Calendar,
    /// What is handed in.
    pub package: &'a Package,
    /// The day on which the question is asked.
    pub today: Day,
    /// The day of handing in.
    pub visit: Day,
}

impl<'a> Scope<'a> {
    /// The channel of the package.
    pub fn channel(&self) -> &'a Id {
        &self.package.channel
    }

    /// The answers of the package.
    pub fn facts(&self) -> &'a Facts {
        &self.package.facts
    }

    /// All grounds of refusal on this channel and day: the regulation's first, then the edition's.
    pub fn refusals(&self) -> impl Iterator<Item = &'a Refusal> + use<'a> {
        let (channel, visit) = (self.channel(), self.visit);
        let regional = self.regulation.map_or(&[][..], |regulation| &regulation.refusals);
        regional
            .iter()
            .chain(&self.edition.refusals)
            .filter(move |refusal| law::concerns(&refusal.channels, channel))
            .filter(move |refusal| refusal.since.is_none_or(|since| since <= visit))
    }

    /// The ground that covers a kind of fault, if the text in force has one.
    pub fn ground(&self, ground: Ground) -> Option<&'a Refusal> {
        self.refusals().find(|refusal| refusal.covers == ground)
    }

    /// Makes a finding refuse, and rests it on the ground that covers it.
    fn refuse(&self, finding: Finding, ground: Ground) -> Finding {
        let mut finding = finding.deciding(Decides::Refused);
        if let Some(refusal) = self.ground(ground) {
            finding.ground = Some(refusal.id.clone());
            finding = finding.resting_on(&refusal.cite);
        }
        finding
    }
}

/// Whether a requirement is asked of this applicant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Asked {
    /// It is asked.
    Yes,
    /// It is asked only if there is one: its absence never refuses.
    Optional,
    /// It is not asked.
    No,
    /// The text does not decide.
    Unclear {
        /// Both readings, and what is safe.
        note: Text,
    },
    /// It depends on facts that were not said.
    DependsOn {
        /// The facts.
        facts: Vec<Id>,
    },
}

/// What was brought for a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Brought {
    /// A document that fits.
    Fine,
    /// A document that does not fit: the findings say why.
    Failing,
    /// Nothing.
    Nothing,
}

/// A requirement as it stands for this applicant on this channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RequirementStatus {
    /// The requirement.
    pub id: Id,
    /// Its name as the act gives it.
    pub name: Text,
    /// Whether it is asked.
    pub asked: Asked,
    /// What was brought.
    pub brought: Brought,
    /// The documents that satisfy it here, one of which is enough.
    pub one_of: Vec<AskedDocument>,
    /// What else the text says of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// The clauses that ask for it.
    pub cite: Vec<Citation>,
    /// How they were verified.
    pub verified: Verified,
}

/// A document as it is asked for on this channel.
#[allow(clippy::struct_excessive_bools, reason = "each is a separate yes or no of the law, and JSON has them by name")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AskedDocument {
    /// The kind of document.
    pub document: Id,
    /// Its plain name.
    pub name: Text,
    /// What a person should know of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// In which form.
    pub form: DocumentForm,
    /// How many.
    pub copies: u8,
    /// Whether the original is shown beside the copy.
    pub original_shown: bool,
    /// Whether it must bear the mark of registration.
    pub registration_mark: bool,
    /// How old it may be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_age: Option<MaxAge>,
    /// Whether the day it was given must be known to decide.
    pub needs_issued: bool,
    /// Whether its last day of validity must be known to decide.
    pub needs_expires: bool,
}

/// What a check finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// The requirements of the channel, in the edition's order.
    pub requirements: Vec<RequirementStatus>,
    /// The findings.
    pub findings: Vec<Finding>,
}

/// Checks a package.
pub fn check(scope: &Scope<'_>) -> Checked {
    let mut checked = Checked::default();
    other::channel(scope, &mut checked.findings);
    window::windows(scope, &mut checked.findings);
    other::rules(scope, &mut checked.findings);
    if scope.edition.channel(scope.channel()).is_some() {
        for requirement in &scope.edition.requirements {
            requirement_status(scope, requirement, &mut checked);
        }
        other::extras(scope, &checked.requirements, &mut checked.findings);
    }
    other::iin(scope, &mut checked.findings);
    checked
}

/// Lists the facts worth asking, in the bundle's order: those that some condition on this channel turns on, given the
/// other answers. An answered fact is listed while its answer still matters.
pub fn relevant_facts(scope: &Scope<'_>) -> Vec<Id> {
    let conditions = conditions(scope);
    let facts = scope.bundle.facts.iter().map(|kind| &kind.id);
    facts.filter(|fact| conditions.iter().any(|condition| turns_on(condition, fact, scope.facts()))).cloned().collect()
}

fn turns_on(condition: &Condition, fact: &Id, facts: &Facts) -> bool {
    if !condition.facts().contains(&fact) {
        return false;
    }
    let mut without = facts.clone();
    without.unsay(fact);
    matches!(condition.evaluate(&without), Truth::DependsOn(unknown) if unknown.contains(fact))
}

/// All conditions that concern the channel.
fn conditions(scope: &Scope<'_>) -> Vec<Condition> {
    let (edition, channel) = (scope.edition, scope.channel());
    let mut all = Vec::new();
    let mut add = |condition: &Condition| all.push(condition.clone());
    for requirement in edition.requirements.iter().filter(|requirement| !asks(requirement, channel).is_empty()) {
        add(&requirement.when);
        if let Some(unclear) = &requirement.unclear {
            add(&unclear.when);
        }
    }
    edition.channel(channel).iter().for_each(|channel| add(&channel.when));
    let here = |channels: &[Id]| law::concerns(channels, channel);
    edition.terms.iter().filter(|term| here(&term.channels)).for_each(|term| add(&term.when));
    edition.limits.iter().filter(|limit| here(&limit.channels)).for_each(|limit| add(&limit.when));
    edition.not_asked.iter().filter(|document| here(&document.channels)).for_each(|document| add(&document.when));
    edition.notices.iter().filter(|notice| here(&notice.channels)).for_each(|notice| add(&notice.when));
    let regional = scope.regulation.map_or(&[][..], |regulation| &regulation.steps);
    edition.steps.iter().chain(regional).filter(|step| here(&step.channels)).for_each(|step| add(&step.when));
    other::rules_here(scope).for_each(|rule| add(&other::as_condition(&rule.when, &rule.must)));
    for window in edition.windows.iter().filter(|window| here(&window.channels)) {
        add(&window.when);
        window::day_facts(window)
            .for_each(|fact| add(&other::as_condition(&window.when, &Condition::Is(fact.clone()))));
    }
    all
}

/// The documents that satisfy a requirement on a channel, with how they are asked.
fn asks<'a>(requirement: &'a Requirement, channel: &Id) -> Vec<(&'a Evidence, &'a Ask)> {
    let here = |evidence: &'a Evidence| evidence.ask.iter().find(|ask| ask.channels.contains(channel));
    requirement.one_of.iter().filter_map(|evidence| Some((evidence, here(evidence)?))).collect()
}

fn requirement_status(scope: &Scope<'_>, requirement: &Requirement, checked: &mut Checked) {
    let asks = asks(requirement, scope.channel());
    if asks.is_empty() {
        return;
    }
    let asked = asked(requirement, scope.facts());
    let (brought, faults) = evidence::judge(scope, requirement, &asks);
    let missing = (brought == Brought::Nothing).then(|| absent(scope, requirement, &asks, &asked)).flatten();
    checked.findings.extend(missing);
    if asked != Asked::No {
        checked.findings.extend(faults.into_iter().map(|fault| weighed(fault, &asked)));
    }
    checked.requirements.push(RequirementStatus {
        id: requirement.id.clone(),
        name: requirement.name.clone(),
        asked,
        brought,
        one_of: asks.iter().map(|(evidence, ask)| evidence::asked_document(scope, evidence, ask)).collect(),
        note: requirement.note.clone(),
        cite: requirement.cite.clone(),
        verified: requirement.verified,
    });
}

fn asked(requirement: &Requirement, facts: &Facts) -> Asked {
    let unclear = requirement.unclear.as_ref().filter(|unclear| unclear.when.evaluate(facts) == Truth::Yes);
    match (requirement.when.evaluate(facts), unclear) {
        (Truth::No, Some(unclear)) => Asked::Unclear { note: unclear.note.clone() },
        (Truth::No, None) => Asked::No,
        // What is asked only if there is one can be told without knowing whom it concerns.
        (Truth::Yes | Truth::DependsOn(_), _) if requirement.optional => Asked::Optional,
        (Truth::Yes, _) => Asked::Yes,
        (Truth::DependsOn(facts), _) => Asked::DependsOn { facts },
    }
}

/// What a fault does to the verdict depends on whether the document is asked at all.
fn weighed(mut fault: Finding, asked: &Asked) -> Finding {
    fault.decides = match asked {
        Asked::Yes => fault.decides,
        Asked::DependsOn { .. } => fault.decides.min(Decides::Open),
        Asked::Optional | Asked::No | Asked::Unclear { .. } => Decides::Nothing,
    };
    fault
}

/// What to say where nothing was brought for a requirement.
fn absent(scope: &Scope<'_>, requirement: &Requirement, asks: &[(&Evidence, &Ask)], asked: &Asked) -> Option<Finding> {
    let subject = requirement.id.as_str();
    let names = || asks.iter().map(|(evidence, _)| scope.document_name(&evidence.document)).collect::<Vec<_>>();
    let name = || names().into_iter().next().unwrap_or_default();
    let finding = match asked {
        Asked::Yes if asks.len() > 1 => scope.refuse(
            Finding::told(Code::AlternativeNotMet, subject)
                .with("documents", Arg::AnyOf(names()))
                .resting_on(&requirement.cite),
            Ground::Incomplete,
        ),
        Asked::Yes => scope.refuse(
            Finding::told(Code::DocumentMissing, subject)
                .with("document", Arg::Text(name()))
                .resting_on(&requirement.cite),
            Ground::Incomplete,
        ),
        Asked::DependsOn { facts } => other::answer_needed(scope, subject, name(), facts).resting_on(&requirement.cite),
        Asked::Unclear { note } => Finding::told(Code::RequirementUnclear, subject)
            .with("document", Arg::Text(name()))
            .with("why", Arg::Text(note.clone()))
            .resting_on(&requirement.cite),
        Asked::Optional | Asked::No => return None,
    };
    Some(finding)
}

impl Scope<'_> {
    /// The plain name of a document.
    fn document_name(&self, id: &Id) -> Text {
        let plain = || Text { kk: id.to_string(), ru: id.to_string(), en: id.to_string() };
        // INVARIANT: the lint lets no bundle pass that names an unknown document.
        self.bundle.document(id).map_or_else(plain, |document| document.name.clone())
    }
}
