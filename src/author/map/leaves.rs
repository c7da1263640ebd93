//! The leaves: everything of an edition that holds for some people and not for others, or for all.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use crate::author::describe::Applying;
use crate::clause::Citation;
use crate::condition::Condition;
use crate::id::Id;
use crate::law::{Edition, Requirement, Rule, Step};

/// A thing of an edition with the condition that leads to it.
pub struct Leaf<'a> {
    /// The part of the edition in which it stands.
    pub section: String,
    /// Its id in that part.
    pub id: &'a Id,
    /// What it is.
    pub kind: Kind,
    /// For whom it holds.
    pub when: Condition,
    /// The channels it concerns; all where empty.
    pub channels: Vec<&'a Id>,
    /// The clauses that say it.
    pub cite: &'a [Citation],
    /// The regional regulation that says it.
    pub regional: Option<Applying<'a>>,
}

/// Where a leaf stands, what it is, and on what condition.
pub type Key = (String, Kind, String);

/// What a leaf is: it decides how an answer's consequence is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A paper: asked for or not.
    Paper,
    /// People for whom the text does not decide whether a paper is asked for.
    Unclear,
    /// A document that is taken from state systems.
    Held,
    /// Something that may stand in the way: a rule, or who may use a channel.
    Bar,
    /// A term, a step, a window and whatever else applies or does not.
    Other,
}

impl Leaf<'_> {
    /// Tells whether some people's answers lead to it (`true`), or past it (`false`).
    pub fn leads(&self, outcome: bool) -> bool {
        match &self.when {
            Condition::Always => outcome,
            Condition::Not(inner) if **inner == Condition::Always => !outcome,
            _ => true,
        }
    }

    /// What makes leaves of two editions the same: where they stand, and on what condition.
    pub fn key(&self) -> Key {
        let region = self.regional.map(|applying| applying.region.id.to_string());
        let part = region.as_deref().unwrap_or(&self.section);
        (format!("{part} {}", self.id), self.kind, self.when.to_string())
    }
}

/// Lists the leaves of an edition, part by part: the papers first.
pub fn leaves<'a>(edition: &'a Edition, regulations: &[Applying<'a>]) -> Vec<Leaf<'a>> {
    let mut all: Vec<_> = edition.requirements.iter().flat_map(papers).collect();
    let mut add = |section: &str, id: &'a Id, channels: &'a [Id], kind: Kind, when: Condition, cite: &'a [Citation]| {
        let (section, channels) = (section.into(), channels.iter().collect());
        all.push(Leaf { section, id, kind, when, channels, cite, regional: None });
    };
    for channel in &edition.channels {
        add("channels", &channel.id, std::slice::from_ref(&channel.id), Kind::Bar, channel.when.clone(), &channel.cite);
    }
    for held in &edition.not_asked {
        add("not-asked", &held.document, &held.channels, Kind::Held, held.when.clone(), &held.cite);
    }
    for rule in &edition.rules {
        add("rules", &rule.id, &rule.channels, Kind::Bar, kept(rule), &rule.cite);
    }
    for window in &edition.windows {
        add("windows", &window.id, &window.channels, Kind::Other, window.when.clone(), &window.cite);
    }
    for term in &edition.terms {
        add("terms", &term.id, &term.channels, Kind::Other, term.when.clone(), &term.cite);
    }
    for limit in &edition.limits {
        add("terms", &limit.id, &limit.channels, Kind::Other, limit.when.clone(), &limit.cite);
    }
    for notice in &edition.notices {
        add("remarks", &notice.id, &notice.channels, Kind::Other, notice.when.clone(), &notice.cite);
    }
    all.extend(edition.steps.iter().map(|step| self::step("steps".into(), step, None)));
    all.extend(regulations.iter().flat_map(|applying| regional(*applying)));
    all
}

fn papers(requirement: &Requirement) -> Vec<Leaf<'_>> {
    let asks = requirement.one_of.iter().flat_map(|evidence| &evidence.ask);
    let channels: Vec<&Id> = asks.flat_map(|ask| &ask.channels).collect();
    let leaf = |kind: Kind, when: &Condition| Leaf {
        section: "papers".into(),
        id: &requirement.id,
        kind,
        when: when.clone(),
        channels: channels.clone(),
        cite: &requirement.cite,
        regional: None,
    };
    let unclear = requirement.unclear.iter().map(|unclear| leaf(Kind::Unclear, &unclear.when));
    core::iter::once(leaf(Kind::Paper, &requirement.when)).chain(unclear).collect()
}

fn regional(applying: Applying<'_>) -> Vec<Leaf<'_>> {
    let section = applying.section();
    let step = |step| self::step(section.clone(), step, Some(applying));
    let mut all: Vec<_> = applying.regulation.steps.iter().map(step).collect();
    all.extend(applying.regulation.rules.iter().map(|one| Leaf {
        section: section.clone(),
        id: &one.id,
        kind: Kind::Bar,
        when: kept(one),
        channels: one.channels.iter().collect(),
        cite: &one.cite,
        regional: Some(applying),
    }));
    all
}

fn step<'a>(section: String, step: &'a Step, regional: Option<Applying<'a>>) -> Leaf<'a> {
    let (channels, cite) = (step.channels.iter().collect(), step.cite.as_slice());
    Leaf { section, id: &step.id, kind: Kind::Other, when: step.when.clone(), channels, cite, regional }
}

/// A rule is kept by those whom it does not concern, and by those for whom it holds.
fn kept(rule: &Rule) -> Condition {
    if rule.when == Condition::Always {
        return rule.must.clone();
    }
    let others = match &rule.when {
        Condition::Not(inner) => (**inner).clone(),
        when => Condition::Not(when.clone().into()),
    };
    Condition::Any([others, rule.must.clone()].into())
}
