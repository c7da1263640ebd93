//! Texts are there in every language, are text and not markup, and are typed in one alphabet.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::format;
use std::vec::Vec;

use crate::author::fault::LawError;
use crate::author::tree::{Node, Tree};
use crate::id::nearest;

/// What may be filled into the text of a form.
const PLACEHOLDERS: [&str; 9] =
    ["service", "provider", "applicant", "iin", "address", "grounds", "clauses", "day", "due"];

/// Latin letters that look like Cyrillic ones, as they occur alone: `c`, `o`, `y` are Russian words when Cyrillic.
const LOOK_ALIKES: [&str; 8] = ["a", "c", "e", "i", "o", "p", "x", "y"];

/// Finds blank texts, markup, mixed alphabets and unsound placeholders.
pub fn check(tree: &Tree<'_>, faults: &mut Vec<LawError>) {
    let nodes = tree.nodes();
    let texts = nodes.iter().filter(|node| ["kk", "ru", "en"].contains(&node.key()));
    let mut lines: BTreeMap<usize, Vec<(&Node<'_>, BTreeSet<&str>)>> = BTreeMap::new();
    for (node, text) in texts.filter_map(|node| node.text().map(|text| (node, text))) {
        blank(tree, node, text, faults);
        markup(tree, node, text, faults);
        alphabet(tree, node, text, faults);
        let names = placeholders(tree, node, text, faults);
        lines.entry(node.table).or_default().push((node, names));
    }
    for line in lines.into_values() {
        same_placeholders(tree, &line, faults);
    }
}

fn language(node: &Node<'_>) -> &'static str {
    match node.key() {
        "kk" => "Kazakh",
        "ru" => "Russian",
        _ => "English",
    }
}

fn blank(tree: &Tree<'_>, node: &Node<'_>, text: &str, faults: &mut Vec<LawError>) {
    // A disagreement quotes one language where the other is silent.
    if text.trim().is_empty() && !node.keys.contains(&"disagreement") {
        let message = format!("the {} text is blank", language(node));
        let help = "write it: every text exists in Kazakh, Russian and English";
        faults.push(LawError::new("text-blank", message, tree.of(node, ""), help));
    }
}

fn markup(tree: &Tree<'_>, node: &Node<'_>, text: &str, faults: &mut Vec<LawError>) {
    if let Some(sign) = text.chars().find(|letter| matches!(letter, '<' | '>')) {
        let message = format!("the {} text contains `{sign}`", language(node));
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
        let message = format!("the {} word `{word}` is typed with Latin {}", language(node), latin.join(", "));
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

fn same_placeholders(tree: &Tree<'_>, line: &[(&Node<'_>, BTreeSet<&str>)], faults: &mut Vec<LawError>) {
    let all: BTreeSet<_> = line.iter().flat_map(|(_, names)| names).collect();
    for name in all {
        let with = line.iter().find(|(_, names)| names.contains(name));
        let without = line.iter().find(|(_, names)| !names.contains(name));
        let (Some((with, _)), Some((without, _))) = (with, without) else { continue };
        let message =
            format!("`{{{name}}}` stands in the {} text, not in the {} one", language(with), language(without));
        let fault = LawError::new(
            "placeholder-differs",
            message,
            tree.of(without, "it is not here"),
            "fill in the same in all three languages",
        );
        faults.push(fault.and(tree.of(with, "it is here")));
    }
}
