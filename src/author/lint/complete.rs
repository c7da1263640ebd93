//! Every combination of answers leads to exactly one list and one term: no gap, no conflict.
//!
//! A question, such as "which main term?", looks only at the facts that its conditions name, and at who is on the channel
//! at all: the channel's `when`, and the rules of eligibility. Other facts cannot change its answer, so trying all
//! combinations of these few is trying all combinations there are.

use std::collections::BTreeSet;
use std::format;
use std::string::String;
use std::vec::Vec;

use crate::author::answers::{Answers, MOST, holds, told};
use crate::author::fault::{LawError, Place};
use crate::author::read::{Source, Sources};
use crate::condition::Condition;
use crate::facts::{FactKind, Facts};
use crate::id::Id;
use crate::law::{Edition, Requirement, RuleKind, concerns};

/// Finds combinations of answers with no main term or two, with none or two requirements of a group, with one document
/// asked for twice, and requirements that nobody meets.
pub fn check(edition: &Source<Edition>, sources: &Sources, faults: &mut Vec<LawError>) {
    let known = &sources.facts.value.facts;
    for n in 0..edition.value.channels.len() {
        if let Some(desk) = Desk::new(edition, n, known) {
            desk.terms(faults);
            desk.groups(faults);
            desk.documents(faults);
        }
    }
    for (n, requirement) in edition.value.requirements.iter().enumerate() {
        reachable(edition, n, requirement, known, faults);
    }
}

/// A channel of an edition, with the conditions on which people are there.
struct Desk<'a> {
    edition: &'a Source<Edition>,
    channel: &'a Id,
    at: String,
    guards: Vec<Condition>,
    known: &'a [FactKind],
}

/// An item of which exactly one applies to each person.
struct Candidate<'a> {
    path: String,
    when: &'a Condition,
}

impl<'a> Desk<'a> {
    fn new(edition: &'a Source<Edition>, n: usize, known: &'a [FactKind]) -> Option<Self> {
        let channel = edition.value.channels.get(n)?;
        let rules = edition.value.rules.iter().filter(|rule| rule.kind == RuleKind::Eligibility);
        let eligible = rules
            .filter(|rule| concerns(&rule.channels, &channel.id))
            .map(|rule| Condition::Any([Condition::Not(rule.when.clone().into()), rule.must.clone()].into()));
        let guards = core::iter::once(channel.when.clone()).chain(eligible).collect();
        Some(Self { edition, channel: &channel.id, at: format!("channel/{n}/id"), guards, known })
    }

    fn requirements(&self) -> impl Iterator<Item = (usize, &'a Requirement)> {
        let asked = |requirement: &Requirement| documents(requirement, self.channel).next().is_some();
        let all: &'a [Requirement] = &self.edition.value.requirements;
        all.iter().enumerate().filter(move |(_, requirement)| asked(requirement))
    }

    /// Lists the people, as combinations of answers, whom these conditions can tell apart on this channel.
    /// `None` where a condition names what does not exist, or more people than are tried: both are faults by themselves.
    fn people(&self, conditions: &[&Condition]) -> Option<Vec<Facts>> {
        let guards = self.guards_on(conditions);
        let all: Vec<&Condition> = conditions.iter().copied().chain(guards.iter().copied()).collect();
        let answers = Answers::of(&all, self.known).filter(|answers| answers.count() <= MOST)?;
        Some(answers.combinations().filter(|facts| guards.iter().all(|guard| holds(guard, facts))).collect())
    }

    /// The guards that share a fact with the conditions, directly or through another guard: the others cannot matter.
    fn guards_on(&self, conditions: &[&Condition]) -> Vec<&Condition> {
        let mut facts: BTreeSet<&Id> = conditions.iter().flat_map(|condition| condition.facts()).collect();
        loop {
            let touching = self.guards.iter().filter(|guard| guard.facts().iter().any(|fact| facts.contains(fact)));
            let touching: Vec<&Condition> = touching.collect();
            let count = facts.len();
            facts.extend(touching.iter().flat_map(|guard| guard.facts()));
            if facts.len() == count {
                return touching;
            }
        }
    }

    fn terms(&self, faults: &mut Vec<LawError>) {
        let terms = self.edition.value.terms.iter().enumerate();
        let terms = terms.filter(|(_, term)| term.main && concerns(&term.channels, self.channel));
        let terms: Vec<_> =
            terms.map(|(n, term)| Candidate { path: format!("term/{n}/id"), when: &term.when }).collect();
        self.exactly_one(&terms, ("term-gap", "term-conflict"), "main term", &self.edition.at(&self.at, ""), faults);
    }

    fn groups(&self, faults: &mut Vec<LawError>) {
        let groups: BTreeSet<&Id> = self.requirements().filter_map(|(_, item)| item.group.as_ref()).collect();
        for group in groups {
            let members = self.requirements().filter(|(_, item)| item.group.as_ref() == Some(group));
            let members: Vec<_> = members
                .map(|(n, item)| Candidate { path: format!("requirement/{n}/group"), when: &item.when })
                .collect();
            let at = members.first().map_or(&self.at, |member| &member.path);
            let word = format!("requirement of the group `{group}`");
            self.exactly_one(&members, ("group-gap", "group-conflict"), &word, &self.edition.at(at, ""), faults);
        }
    }

    fn exactly_one(
        &self,
        candidates: &[Candidate<'_>],
        (gap, conflict): (&'static str, &'static str),
        word: &str,
        at: &Place,
        faults: &mut Vec<LawError>,
    ) {
        let conditions: Vec<_> = candidates.iter().map(|candidate| candidate.when).collect();
        let Some(people) = self.people(&conditions) else { return };
        let applying = |facts: &Facts| candidates.iter().filter(|candidate| holds(candidate.when, facts)).count();
        let without: Vec<_> = people.iter().filter(|facts| applying(facts) == 0).collect();
        if let Some(first) = without.first() {
            let message = format!("no {word} applies on `{}`{}", self.channel, whom(first, without.len()));
            let help = "widen a condition, or add what the text says of these people";
            faults.push(LawError::new(gap, message, at.clone(), help));
        }
        let with_two: Vec<_> = people.iter().filter(|facts| applying(facts) > 1).collect();
        if let Some(first) = with_two.first() {
            let message = format!("more than one {word} applies on `{}`{}", self.channel, whom(first, with_two.len()));
            let places = candidates.iter().filter(|candidate| holds(candidate.when, first));
            let places = places.map(|candidate| self.edition.at(&candidate.path, format!("when {}", candidate.when)));
            faults.push(LawError { at: places.collect(), ..LawError::new(conflict, message, at.clone(), NARROW) });
        }
    }

    /// A document is asked for twice where two requirements leave no other choice. As one of several it may serve both:
    /// a birth certificate that is copied for the one and shown for the other.
    fn documents(&self, faults: &mut Vec<LawError>) {
        let asked: Vec<_> = self.requirements().filter_map(|(n, item)| Some((n, item, self.only(item)?))).collect();
        for (at, (n, one, document)) in asked.iter().enumerate() {
            for (m, other, _) in asked.iter().skip(at + 1).filter(|(_, _, twin)| twin == document) {
                let Some(people) = self.people(&[&one.when, &other.when]) else { continue };
                let both: Vec<_> =
                    people.iter().filter(|facts| holds(&one.when, facts) && holds(&other.when, facts)).collect();
                let Some(first) = both.first() else { continue };
                let people = whom(first, both.len());
                let message = format!("`{document}` is asked for twice on `{}`{people}", self.channel);
                let place = |n: usize, when| self.edition.at(&format!("requirement/{n}/id"), format!("when {when}"));
                let fault = LawError::new("document-twice", message, place(*m, &other.when), NARROW);
                faults.push(fault.and(place(*n, &one.when)));
            }
        }
    }

    /// Gives the document that a requirement leaves no choice about on this channel.
    fn only(&self, requirement: &'a Requirement) -> Option<&'a Id> {
        let mut taken = documents(requirement, self.channel);
        taken.next().filter(|_| taken.next().is_none())
    }
}

const NARROW: &str = "narrow one of the conditions, so that no person is in both";

/// Lists the documents that a requirement takes on a channel.
fn documents<'r>(requirement: &'r Requirement, channel: &Id) -> impl Iterator<Item = &'r Id> {
    let taken =
        requirement.one_of.iter().filter(move |evidence| evidence.ask.iter().any(|ask| ask.channels.contains(channel)));
    taken.map(|evidence| &evidence.document)
}

/// Says for whom: the first combination of answers, and how many more there are.
fn whom(first: &Facts, count: usize) -> String {
    match (told(first), count.saturating_sub(1)) {
        (told, _) if told.is_empty() => " for anybody".into(),
        (told, 0) => format!(" for `{told}`"),
        (told, 1) => format!(" for `{told}` and one more combination of answers"),
        (told, more) => format!(" for `{told}` and {more} more combinations of answers"),
    }
}

fn reachable(
    edition: &Source<Edition>,
    n: usize,
    requirement: &Requirement,
    known: &[FactKind],
    faults: &mut Vec<LawError>,
) {
    let desks = (0..edition.value.channels.len()).filter_map(|n| Desk::new(edition, n, known));
    let mut desks = desks.filter(|desk| documents(requirement, desk.channel).next().is_some()).peekable();
    if desks.peek().is_none() {
        return; // another fault says that it is asked nowhere
    }
    let unclear = requirement.unclear.as_ref().map(|unclear| &unclear.when);
    let asked = Condition::Any(core::iter::once(&requirement.when).chain(unclear).cloned().collect());
    let meets = |desk: Desk<'_>| match desk.people(&[&asked]) {
        Some(people) => people.iter().any(|facts| holds(&asked, facts)),
        None => true,
    };
    if !desks.any(meets) {
        let message = format!("`{}` is asked of nobody: no answers lead to it on any channel", requirement.id);
        let help = "compare its `when` with the channels' `when` and the rules of eligibility";
        let at = edition.at(&format!("requirement/{n}/when"), "");
        faults.push(LawError::new("requirement-unreachable", message, at, help));
    }
}
