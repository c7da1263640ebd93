//! What changed between two editions, part by part.

use std::string::String;
use std::vec::Vec;

use super::describe::{Entry, Line, Section, describe, regulations_on};
use crate::day::Day;
use crate::id::Lang;
use crate::law::{Bundle, Edition};

/// A part in which something changed.
pub struct Changed {
    /// The part's name in addresses.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What changed in it.
    pub changes: Vec<Change>,
}

/// One thing that changed.
pub enum Change {
    /// The later edition says something new.
    Added(Entry),
    /// It says otherwise of the same thing: the entry, what was said before, what is said now.
    Told(Entry, Vec<Line>, Vec<Line>),
    /// It no longer says it.
    Dropped(Entry),
}

/// Finds what the later edition adds, drops and changes, with the regional regulations of each one's day. Changes of
/// clauses alone are not told: a new act moves them all.
pub fn changes(bundle: &Bundle, earlier: (&Edition, Day), later: (&Edition, Day), lang: Lang) -> Vec<Changed> {
    let said = |(edition, day): (&Edition, Day)| describe(bundle, edition, &regulations_on(bundle, day), lang);
    let (mut before, mut changed) = (said(earlier), Vec::new());
    for now in said(later) {
        changed.push(section(take(&mut before, &now), now));
    }
    let gone = before.into_iter().map(|old| Changed {
        id: old.id,
        title: old.title,
        changes: old.entries.into_iter().map(Change::Dropped).collect(),
    });
    changed.extend(gone);
    changed.retain(|section| !section.changes.is_empty());
    changed
}

/// Takes out what the same part said before.
fn take(before: &mut Vec<Section>, now: &Section) -> Vec<Entry> {
    let at = before.iter().position(|old| old.title == now.title);
    at.map(|at| before.remove(at).entries).unwrap_or_default()
}

fn section(mut before: Vec<Entry>, now: Section) -> Changed {
    let mut changes = Vec::new();
    for entry in now.entries {
        match before.iter().position(|old| old.id == entry.id).map(|at| before.remove(at)) {
            None => changes.push(Change::Added(entry)),
            Some(old) => changes.extend(told(&old, entry)),
        }
    }
    changes.extend(before.into_iter().map(Change::Dropped));
    Changed { id: now.id, title: now.title, changes }
}

fn told(old: &Entry, new: Entry) -> Option<Change> {
    let (before, now) = (sentences(old), sentences(&new));
    let gone: Vec<_> = before.iter().filter(|line| !now.contains(line)).cloned().collect();
    let come: Vec<_> = now.iter().filter(|line| !before.contains(line)).cloned().collect();
    (!gone.is_empty() || !come.is_empty()).then_some(Change::Told(new, gone, come))
}

fn sentences(entry: &Entry) -> Vec<Line> {
    core::iter::once(entry.said().into()).chain(entry.lines.iter().cloned()).collect()
}
