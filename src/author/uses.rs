//! Which acts, documents, facts and channels a piece of law names.
//!
//! One walk for two questions: what goes into a service's bundle, and what is used by nobody.

use std::collections::BTreeSet;

use crate::calendar::CalendarYear;
use crate::clause::Citation;
use crate::condition::Condition;
use crate::id::Id;
use crate::law::{Edition, Region, Regulation, Requirement, Step};

/// The ids that were named.
#[derive(Clone, Debug, Default)]
pub struct Uses {
    /// Acts that are cited.
    pub acts: BTreeSet<Id>,
    /// Kinds of documents.
    pub documents: BTreeSet<Id>,
    /// Facts that conditions and windows name.
    pub facts: BTreeSet<Id>,
    /// Channels.
    pub channels: BTreeSet<Id>,
}

impl Uses {
    /// Notes the acts of citations.
    pub fn citations<'a>(&mut self, citations: impl IntoIterator<Item = &'a Citation>) {
        self.acts.extend(citations.into_iter().map(|citation| citation.act.clone()));
    }

    fn condition(&mut self, condition: &Condition) {
        self.facts.extend(condition.facts().into_iter().cloned());
    }

    fn common(&mut self, channels: &[Id], when: &Condition, cite: &[Citation]) {
        self.channels.extend(channels.iter().cloned());
        self.condition(when);
        self.citations(cite);
    }

    fn steps(&mut self, steps: &[Step]) {
        for step in steps {
            self.common(&step.channels, &step.when, &step.cite);
        }
    }

    fn rules(&mut self, rules: &[crate::law::Rule]) {
        for rule in rules {
            self.common(&rule.channels, &rule.when, &rule.cite);
            self.condition(&rule.must);
        }
    }

    fn receipts(&mut self, refusals: &[crate::law::Refusal], forms: &[crate::law::Form]) {
        for ground in refusals {
            self.common(&ground.channels, &Condition::Always, &ground.cite);
        }
        for form in forms {
            self.common(&form.channels, &Condition::Always, &form.cite);
        }
    }

    fn requirement(&mut self, requirement: &Requirement) {
        self.common(&[], &requirement.when, &requirement.cite);
        if let Some(unclear) = &requirement.unclear {
            self.condition(&unclear.when);
        }
        for evidence in &requirement.one_of {
            self.documents.insert(evidence.document.clone());
            for ask in &evidence.ask {
                self.channels.extend(ask.channels.iter().cloned());
            }
            self.citations(evidence.max_age.iter().flat_map(|age| &age.cite));
        }
    }
}

/// Notes what an edition names.
pub fn of_edition(edition: &Edition, uses: &mut Uses) {
    uses.citations(edition.cite.iter().chain(&edition.fee.cite));
    uses.citations(edition.waiting.iter().flat_map(|waiting| &waiting.cite));
    if let Some(storage) = &edition.storage {
        uses.common(&storage.channels, &Condition::Always, &storage.cite);
    }
    if let Some(handover) = &edition.handover {
        uses.common(&handover.channels, &Condition::Always, &handover.cite);
    }
    for channel in &edition.channels {
        uses.common(std::slice::from_ref(&channel.id), &channel.when, &channel.cite);
    }
    for requirement in &edition.requirements {
        uses.requirement(requirement);
    }
    for document in &edition.not_asked {
        uses.documents.insert(document.document.clone());
        uses.common(&document.channels, &document.when, &document.cite);
    }
    dates(edition, uses);
    uses.rules(&edition.rules);
    uses.receipts(&edition.refusals, &edition.forms);
    uses.steps(&edition.steps);
    for disagreement in &edition.disagreements {
        uses.citations(&disagreement.cite);
    }
    for notice in &edition.notices {
        uses.common(&notice.channels, &notice.when, &notice.cite);
    }
}

/// Notes what a region's regulations name.
pub fn of_region(region: &Region, uses: &mut Uses) {
    for regulation in &region.regulations {
        of_regulation(regulation, uses);
    }
}

/// Notes what the days off of a year rest on.
pub fn of_year(year: &CalendarYear, uses: &mut Uses) {
    uses.citations(&year.weekend.cite);
    uses.citations(year.days.iter().flat_map(|line| &line.cite));
}

fn of_regulation(regulation: &Regulation, uses: &mut Uses) {
    uses.acts.insert(regulation.act.clone());
    uses.common(&regulation.channels, &Condition::Always, &regulation.cite);
    uses.steps(&regulation.steps);
    uses.rules(&regulation.rules);
    uses.receipts(&regulation.refusals, &regulation.forms);
}

fn dates(edition: &Edition, uses: &mut Uses) {
    for term in &edition.terms {
        uses.common(&term.channels, &term.when, &term.cite);
        uses.citations(&term.first_day_cite);
    }
    for window in &edition.windows {
        uses.common(&window.channels, &window.when, &window.cite);
        uses.facts.extend(window.opens_on.iter().cloned());
        uses.facts.extend(window.closes_before.iter().map(|before| before.fact.clone()));
    }
    for limit in &edition.limits {
        uses.common(&limit.channels, &limit.when, &limit.cite);
    }
}
