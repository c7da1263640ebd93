//! What changed between two editions, in words.

use std::format;
use std::string::String;
use std::vec::Vec;

use super::describe::{Entry, Section, describe};
use super::explain::in_force;
use crate::day::Day;
use crate::id::Lang;
use crate::law::{Bundle, Edition};
use crate::words::{Word, key, label};

/// Says what the later edition adds, drops and changes. Changes of clauses alone are not told: a new act moves them all.
pub fn diff(bundle: &Bundle, earlier: (&Edition, Day), later: (&Edition, Day), lang: Lang) -> String {
    let mut text = String::new();
    for (word, edition) in [(key::DIFF_BEFORE, earlier.0), (key::DIFF_NOW, later.0)] {
        let line = format!("{}: {} ({})\n", label(lang, word), edition.name.of(lang), in_force(edition, lang));
        text.push_str(&line);
    }
    if earlier.0.from == later.0.from {
        return text + label(lang, key::DIFF_SAME_EDITION) + "\n";
    }
    let (before, now) = (describe(bundle, earlier.0, earlier.1, lang), describe(bundle, later.0, later.1, lang));
    let head = text.len();
    for title in titles(&before, &now) {
        section(&mut text, title, entries(&before, title), entries(&now, title), lang);
    }
    if text.len() == head {
        text.push_str(label(lang, key::DIFF_NOTHING));
        text.push('\n');
    }
    text
}

fn titles<'a>(before: &'a [Section], now: &'a [Section]) -> Vec<&'a str> {
    let mut titles: Vec<&str> = now.iter().map(|section| section.title.as_str()).collect();
    let gone = before.iter().map(|section| section.title.as_str());
    titles.extend(gone.filter(|title| now.iter().all(|section| section.title != *title)));
    titles
}

fn entries<'a>(sections: &'a [Section], title: &str) -> &'a [Entry] {
    sections.iter().find(|section| section.title == title).map_or(&[], |section| &section.entries)
}

fn section(text: &mut String, title: &str, before: &[Entry], now: &[Entry], lang: Lang) {
    let mut lines = Vec::new();
    for entry in now {
        match before.iter().find(|old| old.id == entry.id) {
            None => lines.extend(whole(key::DIFF_ADDED, entry, lang)),
            Some(old) => lines.extend(changed(old, entry, lang)),
        }
    }
    for old in before.iter().filter(|old| now.iter().all(|entry| entry.id != old.id)) {
        lines.push(format!("  − {}: {}", label(lang, key::DIFF_DROPPED), old.title));
    }
    if !lines.is_empty() {
        text.extend(["\n", title, "\n", &lines.join("\n"), "\n"]);
    }
}

fn whole(word: Word, entry: &Entry, lang: Lang) -> Vec<String> {
    let mut lines = std::vec![format!("  + {}: {}", label(lang, word), entry.title)];
    lines.extend(entry.lines.iter().map(|line| format!("      {line}")));
    lines
}

fn changed(old: &Entry, new: &Entry, lang: Lang) -> Vec<String> {
    let (before, now) = (said(old), said(new));
    let gone: Vec<_> = before.iter().filter(|line| !now.contains(line)).collect();
    let come: Vec<_> = now.iter().filter(|line| !before.contains(line)).collect();
    if gone.is_empty() && come.is_empty() {
        return Vec::new();
    }
    let mut lines = std::vec![format!("  ~ {}: {}", label(lang, key::DIFF_CHANGED), new.title)];
    lines.extend(gone.into_iter().map(|line| format!("      {}: {line}", label(lang, key::DIFF_BEFORE))));
    lines.extend(come.into_iter().map(|line| format!("      {}: {line}", label(lang, key::DIFF_NOW))));
    lines
}

fn said(entry: &Entry) -> Vec<&str> {
    core::iter::once(&entry.title).chain(&entry.lines).map(String::as_str).collect()
}
