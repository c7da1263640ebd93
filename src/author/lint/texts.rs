//! Texts are there in every language, are text and not markup, and are typed in one alphabet.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::format;
use std::vec::Vec;

use crate::author::fault::LawError;
use crate::author::tree::{Node, Tree};
use crate::id::nearest;

const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

/// What may be filled into the text of a form.
const PLACEHOLDERS: [&str; 9] =
    ["service", "provider", "applicant", "iin", "address", "grounds", "clauses", "day", "due"];

/// Latin letters that look like Cyrillic ones, as they occur alone: `c`, `o`, `y` are Russian words when Cyrillic.
const LOOK_ALIKES: [&str; 8] = ["a", "c", "e", "i", "o", "p", "x", "y"];

/// Finds blank texts, markup, mixed alphabets and unsound placeholders.
pub fn check(tree: &Tree<'_>, nodes: &[Node<'_>], faults: &mut Vec<LawError>) {
    // What follows a form's head belongs to it: nothing else in a file has placeholders.
    for form in nodes.chunk_by(|_, next| next.key() != "form") {
        let mut filled: BTreeMap<&str, Vec<&Node<'_>>> = BTreeMap::new();
        for node in form.iter().filter(|node| LANGUAGES.contains(&node.key())) {
            let Some(text) = node.text() else { continue };
            blank(tree, node, text, faults);
            markup(tree, node, text, faults);
            alphabet(tree, node, text, faults);
            for name in placeholders(tree, node, text, faults) {
                filled.entry(name).or_default().push(node);
            }
        }
        for (name, nodes) in filled {
            same_placeholders(tree, name, &nodes, faults);
        }
    }
}

fn language(key: &str) -> &'static str {
    match key {
        "kk" => "Kazakh",
        "ru" => "Russian",
        _ => "English",
    }
}

fn blank(tree: &Tree<'_>, node: &Node<'_>, text: &str, faults: &mut Vec<LawError>) {
    // A disagreement quotes one language where the other is silent.
    if text.trim().is_empty() && !node.keys.contains(&"disagreement") {
        let message = format!("the {} text is blank", language(node.key()));
        let help = "write it: every text exists in Kazakh, Russian and English";
        faults.push(LawError::new("text-blank", message, tree.of(node, ""), help));
    }
}

fn markup(tree: &Tree<'_>, node: &Node<'_>, text: &str, faults: &mut Vec<LawError>) {
    if let Some(sign) = text.chars().find(|letter| matches!(letter, '<' | '>')) {
        let message = format!("the {} text contains `{sign}`", language(node.key()));
        let help = "texts are never markup: write quotation marks as « », comparisons in words";
        faults.push(LawError::new("text-markup", message, tree.of(node, ""), help));
    }
}

fn alphabet(tree: &Tree<'_>, node: &Node<'_>, text: &str, faults: &mut Vec<LawError>) {
    let cyrillic = |letter: char| ('\u{400}'..='\u{52f}').contains(&letter);
    let mixed = text
        .split(|letter: char| !letter.is_alphabetic())
        .find(|word| word.contains(cyrillic) && word.contains(|letter: char| letter.is_ascii_alphabetic()));
    let alone = || text.split_whitespace().find(|word| node.key() != "en" && LOOK_ALIKES.contains(word));
    if let Some(word) = mixed.or_else(alone) {
        let latin = word.chars().filter(char::is_ascii_alphabetic);
        let latin: Vec<_> = latin.map(|letter| format!("`{letter}`")).collect();
        let message = format!("the {} word `{word}` is typed with Latin {}", language(node.key()), latin.join(", "));
        let help = "type these letters again in Cyrillic: they look alike, but are not found or read aloud alike";
        faults.push(LawError::new("text-alphabet", message, tree.of(node, ""), help));
    }
}

/// Lists the placeholders of a text; those that nothing fills are faults.
fn placeholders<'t>(tree: &Tree<'_>, node: &Node<'t>, text: &'t str, faults: &mut Vec<LawError>) -> BTreeSet<&'t str> {
    let names: BTreeSet<_> =
        text.split('{').skip(1).map(|rest| rest.split_once('}').map_or(rest, |(name, _)| name)).collect();
    let known: &[&str] = if node.keys.contains(&"lines") { &PLACEHOLDERS } else { &[] };
    for name in names.iter().filter(|name| !known.contains(name)) {
        let help = match (nearest(name, known.iter().copied()), known) {
            (Some(near), _) => format!("did you mean `{{{near}}}`?"),
            (None, []) => "only the lines of a form are filled in".into(),
            (None, _) => format!("these are filled in: {}", known.join(", ")),
        };
        let message = format!("nothing fills in `{{{name}}}`");
        faults.push(LawError::new("placeholder-unknown", message, tree.of(node, ""), help));
    }
    names
}

/// The languages of a form may break its sentences otherwise, but fill in the same.
fn same_placeholders(tree: &Tree<'_>, name: &str, nodes: &[&Node<'_>], faults: &mut Vec<LawError>) {
    let without = LANGUAGES.into_iter().find(|lang| nodes.iter().all(|node| node.key() != *lang));
    if let (Some(node), Some(without)) = (nodes.first(), without) {
        let (with, without) = (language(node.key()), language(without));
        let message = format!("`{{{name}}}` is filled into the {with} text of the form, not into the {without} one");
        let help = "fill in the same in all three languages";
        faults.push(LawError::new("placeholder-differs", message, tree.of(node, ""), help));
    }
}
