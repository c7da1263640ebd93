//! An edition as a page: what it says, what it changed, on which acts it rests.

use maud::{Markup, html};

use super::Page;
use super::entry::{ACTS, acts, entries, heading, lines, name};
use super::frame::Frame;
use super::run::told;
use super::service::ServiceLaw;
use crate::author::changes::{Change, Changed, changes};
use crate::author::describe::{self, Entry, Line, Section, describe, regulations_during};
use crate::author::explain::in_force;
use crate::clause::Verified;
use crate::day::Day;
use crate::law::Edition;
use crate::render::html::clauses;
use crate::words::finding::verified;
use crate::words::{Word, key, label, say};

/// The ids of the parts that the edition does not have of itself.
const WORDING: &str = "wording";
const CHANGES: &str = "changes";

impl ServiceLaw<'_> {
    /// Draws the page of the edition that is the `at`th of its service.
    pub fn edition(&self, at: usize, edition: &Edition) -> Page {
        let frame = Frame {
            lang: self.lang,
            path: self.edition_place(edition),
            title: std::format!("{}: {}", self.short(), in_force(edition, self.lang)),
            about: self.about(key::LAW_EDITION_ABOUT, edition),
            above: self.above(),
        };
        let sections = describe(self.bundle, edition, &regulations_during(self.bundle, edition), self.lang);
        let earlier = at.checked_sub(1).and_then(|at| self.bundle.editions.get(at));
        let main = html! {
            (self.head(edition, &frame))
            (self.contents(&sections, earlier.is_some()))
            @for section in &sections { (self.section(section, edition.verified)) }
            (self.wording(edition))
            (self.changes(earlier, edition))
            (acts(&describe::acts(self.bundle, edition, &sections), self.lang))
            (self.around(earlier, self.bundle.editions.get(at.saturating_add(1)), &frame))
        };
        frame.page(&main)
    }

    fn head(&self, edition: &Edition, frame: &Frame) -> Markup {
        let lang = self.lang;
        html! {
            p.lead { (self.bundle.service.about.of(lang)) }
            (self.status(edition, frame))
            p { (verified(edition.verified, lang)) " " (label(lang, key::LAW_VERIFIED_ELSE)) }
            p.actions {
                (self.checked(frame))
                a href=(frame.link(&self.map_place(edition))) { (label(lang, key::LAW_MAP)) }
            }
        }
    }

    /// What the edition is, and how its text was verified.
    fn wording(&self, edition: &Edition) -> Markup {
        let lang = self.lang;
        html! {
            section.part {
                h2 id=(WORDING) { (label(lang, key::LABEL_EDITION)) }
                div.entry {
                    h3 { (edition.name.of(lang)) }
                    p.act { (label(lang, key::PAGE_LEGAL_NAME)) ": " (self.bundle.service.name.of(lang)) }
                    p { (label(lang, key::LAW_IN_FORCE)) ": " (in_force(edition, lang)) }
                    @if let Some(note) = &edition.from_note { p.note { (note.of(lang)) } }
                    (clauses(&edition.cite, &self.bundle.acts, lang))
                }
                h3 { (label(lang, key::HEADING_VERIFIED)) }
                p { (verified(edition.verified, lang)) }
                @for note in &edition.notes { p { (note.of(lang)) } }
            }
        }
    }

    fn status(&self, edition: &Edition, frame: &Frame) -> Markup {
        html! {
            @if self.is_now(edition) { p { (self.mark(edition)) } }
            @else {
                p.told {
                    strong { (label(self.lang, key::LAW_PAST)) }
                    @if let Some(now) = self.now() {
                        " " a href=(frame.link(&self.edition_place(now))) { (label(self.lang, key::LAW_TO_NOW)) }
                    }
                }
            }
        }
    }

    fn contents(&self, sections: &[Section], changed: bool) -> Markup {
        html! {
            nav.contents aria-labelledby="contents" {
                h2 #contents { (label(self.lang, key::LAW_CONTENTS)) }
                ul {
                    @for section in sections {
                        li { a href={ "#" (section.id) } { (heading(&section.id, &section.title, self.lang)) } }
                    }
                    li { a href={ "#" (WORDING) } { (label(self.lang, key::LABEL_EDITION)) } }
                    @if changed { li { a href={ "#" (CHANGES) } { (label(self.lang, key::LAW_CHANGED)) } } }
                    li { a href={ "#" (ACTS) } { (label(self.lang, key::LAW_ACTS)) } }
                }
            }
        }
    }

    fn section(&self, section: &Section, verified: Verified) -> Markup {
        html! {
            section.part {
                h2 id=(section.id) { (heading(&section.id, &section.title, self.lang)) }
                @if let Some(days) = section.regulation { p { (self.applied(days)) } }
                (entries(section, verified, &self.bundle.acts, self.lang))
            }
        }
    }

    /// Says between which days a regulation applies.
    pub fn applied(&self, (from, to): (Day, Option<Day>)) -> Markup {
        let when = match to {
            Some(to) => say(self.lang, key::DATE_WINDOW, &[("from", from.into()), ("to", to.into())]),
            None => say(self.lang, key::DATE_FROM, &[("from", from.into())]),
        };
        html! {
            (label(self.lang, key::LAW_IN_FORCE)) ": " (when)
            @if to.is_some() { " (" (label(self.lang, key::REPEALED)) ")" }
        }
    }

    fn changes(&self, earlier: Option<&Edition>, edition: &Edition) -> Markup {
        let changed =
            |earlier| changes(self.bundle, (earlier, edition.from.previous()), (edition, edition.from), self.lang);
        let changed = earlier.map(changed).unwrap_or_default();
        html! {
            section.part {
                h2 id=(CHANGES) { (label(self.lang, key::LAW_CHANGED)) }
                @if earlier.is_none() { p { (label(self.lang, key::LAW_FIRST)) } }
                @else if changed.is_empty() { p { (label(self.lang, key::DIFF_NOTHING)) } }
                @for part in &changed { (self.changed(part)) }
            }
        }
    }

    fn changed(&self, part: &Changed) -> Markup {
        html! {
            h3 { (heading(&part.id, &part.title, self.lang)) }
            ul.changes { @for change in &part.changes { (self.change(change)) } }
        }
    }

    fn change(&self, change: &Change) -> Markup {
        match change {
            Change::Added(entry) => html! {
                li.added {
                    (self.said(key::DIFF_ADDED, entry))
                    (lines(&entry.lines, self.lang))
                    (clauses(&entry.cite, &self.bundle.acts, self.lang))
                }
            },
            Change::Dropped(entry) => html! { li.dropped { (self.said(key::DIFF_DROPPED, entry)) } },
            Change::Told(entry, before, now) => html! {
                li.told-anew {
                    (self.said(key::DIFF_CHANGED, entry))
                    (self.reading(key::DIFF_BEFORE, before))
                    (self.reading(key::DIFF_NOW, now))
                    (clauses(&entry.cite, &self.bundle.acts, self.lang))
                }
            },
        }
    }

    fn said(&self, word: Word, entry: &Entry) -> Markup {
        html! { p { strong { (label(self.lang, word)) ": " } (told(&name(entry), self.lang)) } }
    }

    fn reading(&self, word: Word, said: &[Line]) -> Markup {
        html! {
            @if !said.is_empty() {
                div.reading {
                    p.label { (label(self.lang, word)) }
                    (lines(said, self.lang))
                }
            }
        }
    }

    fn around(&self, earlier: Option<&Edition>, later: Option<&Edition>, frame: &Frame) -> Markup {
        html! {
            nav.around aria-label=(label(self.lang, key::LAW_EDITIONS)) {
                @for (word, edition) in [(key::LAW_PREVIOUS, earlier), (key::LAW_NEXT, later)] {
                    @if let Some(edition) = edition {
                        a href=(frame.link(&self.edition_place(edition))) {
                            (label(self.lang, word)) ": " (in_force(edition, self.lang))
                        }
                    }
                }
                a href=(frame.link(&self.place())) {
                    (say(self.lang, key::LAW_ALL_EDITIONS, &[("n", count(self.bundle.editions.len()).into())]))
                }
            }
        }
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
