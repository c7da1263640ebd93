//! The map of an edition's questions as a page: a tree of questions and answers, and a table of the conditions with the
//! cases that try them.

use std::format;
use std::string::String;
use std::vec::Vec;

use maud::{Markup, html};

use super::Page;
use super::entry::{acts, anchor, heading, name};
use super::frame::Frame;
use super::run::told;
use super::service::ServiceLaw;
use crate::author::describe::{Entry, Section, cited, describe, regulations_during};
use crate::author::explain::in_force;
use crate::author::map::{Branch, Coverage, Kind, Leaf, Question, leaves, questions};
use crate::condition::{Condition, Truth};
use crate::id::Id;
use crate::law::Edition;
use crate::render::html::clauses;
use crate::words::{Word, condition, key, label, say};

/// What is drawn of an edition.
struct Drawn<'a> {
    law: ServiceLaw<'a>,
    edition: &'a Edition,
    sections: Vec<Section>,
    leaves: Vec<Leaf<'a>>,
    /// The edition's page.
    text: String,
}

impl<'a> ServiceLaw<'a> {
    /// Draws the map of an edition.
    pub fn map(&self, edition: &'a Edition, coverage: &Coverage<'_>) -> Page {
        let regulations = regulations_during(self.bundle, edition);
        let mut above = self.above();
        above.push((in_force(edition, self.lang), self.edition_place(edition)));
        let frame = Frame {
            lang: self.lang,
            path: self.map_place(edition),
            title: format!("{}: {}", label(self.lang, key::LAW_MAP), self.short()),
            about: self.about(key::LAW_MAP_ABOUT, edition),
            above,
        };
        let drawn = Drawn {
            law: *self,
            edition,
            sections: describe(self.bundle, edition, &regulations, self.lang),
            leaves: leaves(edition, &regulations),
            text: format!("{}.html", edition.from),
        };
        frame.page(&drawn.main(coverage))
    }
}

impl Drawn<'_> {
    fn main(&self, coverage: &Coverage<'_>) -> Markup {
        let lang = self.law.lang;
        html! {
            p.lead { (label(lang, key::LAW_MAP_LEAD)) }
            p { (label(lang, key::LAW_IN_FORCE)) ": " (in_force(self.edition, lang)) " " (self.law.mark(self.edition)) }
            section.part {
                h2 { (label(lang, key::LAW_MAP_QUESTIONS)) }
                @for question in questions(self.law.bundle, self.edition, &self.leaves, lang) { (self.question(&question)) }
            }
            section.part {
                h2 #table { (label(lang, key::LAW_MAP_TABLE)) }
                p.note { (label(lang, key::LAW_CASES_ENGLISH)) }
                (self.table(coverage))
            }
            section.part {
                h2 { (label(lang, key::LAW_MAP_ALWAYS)) }
                (self.always())
            }
            (acts(&cited(&self.law.bundle.acts, self.leaves.iter().flat_map(|leaf| leaf.cite)), lang))
        }
    }

    fn question(&self, question: &Question<'_>) -> Markup {
        html! {
            div.question-tree id=(anchor("q", question.fact.id.as_str())) {
                h3 { (question.fact.question.of(self.law.lang)) }
                ul.tree {
                    @for branch in &question.branches { (self.branch(branch)) }
                    @if !question.counted.is_empty() { li { ul { @for window in &question.counted { (self.counted(window)) } } } }
                }
            }
        }
    }

    fn branch(&self, branch: &Branch) -> Markup {
        // Where a text decides, or nobody takes a document from elsewhere, there is nothing to say.
        let silent = |kind| matches!(kind, Kind::Unclear | Kind::Held);
        let leads = branch.leads.iter().filter_map(|(n, truth)| Some((self.leaves.get(*n)?, truth)));
        let leads = leads.filter(|(leaf, truth)| !silent(leaf.kind) || **truth != Truth::No);
        html! {
            li {
                p.answer { (branch.answers) }
                ul { @for (leaf, truth) in leads { (self.lead(leaf, truth)) } }
            }
        }
    }

    fn lead(&self, leaf: &Leaf<'_>, truth: &Truth) -> Markup {
        html! {
            li data-way=(match truth { Truth::Yes => "leads", Truth::No => "passes", Truth::DependsOn(_) => "open" }) {
                (self.linked(leaf)) " – "
                @match truth {
                    Truth::Yes => strong { (label(self.law.lang, way(leaf.kind, true))) },
                    Truth::No => (label(self.law.lang, way(leaf.kind, false))),
                    Truth::DependsOn(facts) => {
                        (label(self.law.lang, key::LAW_LEAD_DEPENDS))
                        @for fact in facts { " " (self.other(fact)) }
                    },
                }
            }
        }
    }

    fn other(&self, fact: &Id) -> Markup {
        let question = self.law.bundle.fact(fact).map_or("", |fact| fact.question.of(self.law.lang));
        html! { a href={ "#" (anchor("q", fact.as_str())) } { (question) } }
    }

    fn counted(&self, window: &Id) -> Markup {
        html! {
            li data-way="leads" {
                (self.entry("windows", window).map(|entry| self.link("windows", entry)).unwrap_or_default())
                " – " (label(self.law.lang, key::LAW_LEAD_COUNTED))
            }
        }
    }

    fn linked(&self, leaf: &Leaf<'_>) -> Markup {
        self.entry(&leaf.section, leaf.id).map(|entry| self.link(&leaf.section, entry)).unwrap_or_default()
    }

    fn link(&self, section: &str, entry: &Entry) -> Markup {
        html! { a href={ (self.text) "#" (anchor(section, &entry.id)) } { (told(&name(entry), self.law.lang)) } }
    }

    fn entry(&self, section: &str, id: &Id) -> Option<&Entry> {
        let section = self.sections.iter().find(|one| one.id == section)?;
        section.entries.iter().find(|entry| entry.id == id.as_str())
    }

    fn table(&self, coverage: &Coverage<'_>) -> Markup {
        let columns = [key::LAW_COLUMN_WHAT, key::LAW_COLUMN_CONDITION, key::LAW_COLUMN_CASES];
        html! {
            // Laid out as blocks on a narrow screen, which would take a table's roles away.
            table.conditions role="table" aria-labelledby="table" {
                thead role="rowgroup" {
                    tr role="row" { @for word in columns { th scope="col" role="columnheader" { (label(self.law.lang, word)) } } }
                }
                tbody role="rowgroup" {
                    @for leaf in self.leaves.iter().filter(|leaf| leaf.when != Condition::Always) { (self.row(leaf, coverage)) }
                }
            }
        }
    }

    fn row(&self, leaf: &Leaf<'_>, coverage: &Coverage<'_>) -> Markup {
        html! {
            tr role="row" {
                th scope="row" role="rowheader" {
                    (self.linked(leaf)) " – " (label(self.law.lang, way(leaf.kind, true)))
                    (clauses(leaf.cite, &self.law.bundle.acts, self.law.lang))
                }
                td role="cell" { (condition::condition(&leaf.when, &self.law.bundle.facts, self.law.lang)) }
                td role="cell" {
                    @for outcome in [true, false] { @if leaf.leads(outcome) { (self.cases(leaf, outcome, coverage)) } }
                }
            }
        }
    }

    /// How many cases there are, and what the first of them shows.
    fn cases(&self, leaf: &Leaf<'_>, outcome: bool, coverage: &Coverage<'_>) -> Markup {
        let hits = coverage.hits(leaf, self.edition.from, outcome);
        let word = if hits.elsewhere { key::LAW_CASES_ELSEWHERE } else { key::LAW_CASES };
        let number = i64::try_from(hits.about.len()).unwrap_or(i64::MAX);
        let values = [("way", label(self.law.lang, way(leaf.kind, outcome)).into()), ("n", number.into())];
        html! {
            p { (say(self.law.lang, word, &values)) }
            @if let Some(first) = hits.about.first() { p.case lang="en" { (first) } }
        }
    }

    fn always(&self) -> Markup {
        html! {
            @for section in &self.sections {
                @let here = self.leaves.iter().filter(|leaf| leaf.section == section.id && leaf.when == Condition::Always);
                @let here: Vec<_> = here.collect();
                @if !here.is_empty() {
                    h3 { (heading(&section.id, &section.title, self.law.lang)) }
                    ul { @for leaf in here { li { (self.linked(leaf)) } } }
                }
            }
        }
    }
}

/// Says what becomes of a leaf.
const fn way(kind: Kind, outcome: bool) -> Word {
    match (kind, outcome) {
        (Kind::Paper, true) => key::LAW_LEAD_ASKED,
        (Kind::Paper, false) => key::LAW_LEAD_NOT_ASKED,
        (Kind::Unclear, true) => key::LAW_LEAD_UNCLEAR,
        (Kind::Bar, true) => key::LAW_LEAD_CLEAR,
        (Kind::Bar, false) => key::LAW_LEAD_BARS,
        (Kind::Other, true) => key::LAW_LEAD_APPLIES,
        (Kind::Held, true) => key::LAW_LEAD_HELD,
        (Kind::Unclear | Kind::Held | Kind::Other, false) => key::LAW_LEAD_PASSES,
    }
}
