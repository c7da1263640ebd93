//! What changed between two editions, as text.

use std::format;
use std::string::String;
use std::vec::Vec;

use super::changes::{Change, changes};
use super::describe::{Entry, Line};
use super::explain::in_force;
use crate::day::Day;
use crate::id::Lang;
use crate::law::{Bundle, Edition};
use crate::words::{Word, key, label};

/// Says what the later edition adds, drops and changes.
pub fn diff(bundle: &Bundle, earlier: (&Edition, Day), later: (&Edition, Day), lang: Lang) -> String {
    let mut text = String::new();
    for (word, edition) in [(key::DIFF_BEFORE, earlier.0), (key::DIFF_NOW, later.0)] {
        let line = format!("{}: {} ({})\n", label(lang, word), edition.name.of(lang), in_force(edition, lang));
        text.push_str(&line);
    }
    if earlier.0.from == later.0.from {
        return text + label(lang, key::DIFF_SAME_EDITION) + "\n";
    }
    let changed = changes(bundle, earlier, later, lang);
    if changed.is_empty() {
        return text + label(lang, key::DIFF_NOTHING) + "\n";
    }
    for section in &changed {
        let lines: Vec<_> = section.changes.iter().flat_map(|change| said(change, lang)).collect();
        text.extend(["\n", &section.title, "\n", &lines.join("\n"), "\n"]);
    }
    text
}

fn said(change: &Change, lang: Lang) -> Vec<String> {
    match change {
        Change::Added(entry) => {
            let mut lines = std::vec![head('+', key::DIFF_ADDED, entry, lang)];
            lines.extend(entry.lines.iter().map(|line| format!("      {}", line.said())));
            lines
        }
        Change::Told(entry, before, now) => {
            let told = |word: Word, line: &Line| format!("      {}: {}", label(lang, word), line.said());
            let mut lines = std::vec![head('~', key::DIFF_CHANGED, entry, lang)];
            lines.extend(before.iter().map(|line| told(key::DIFF_BEFORE, line)));
            lines.extend(now.iter().map(|line| told(key::DIFF_NOW, line)));
            lines
        }
        Change::Dropped(entry) => std::vec![head('−', key::DIFF_DROPPED, entry, lang)],
    }
}

fn head(sign: char, word: Word, entry: &Entry, lang: Lang) -> String {
    format!("  {sign} {}: {}", label(lang, word), entry.said())
}
