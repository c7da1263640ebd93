//! What is named exists: acts that are cited, documents, channels, services, and facts whose day a window takes.

use std::format;
use std::string::String;
use std::vec::Vec;

use toml::de::DeValue;

use crate::author::fault::LawError;
use crate::author::read::Sources;
use crate::author::tree::{Node, Tree};
use crate::facts::AnswerKind;
use crate::id::nearest;

/// Finds empty citations and names that lead nowhere.
pub fn check(tree: &Tree<'_>, sources: &Sources, faults: &mut Vec<LawError>) {
    for node in tree.nodes() {
        match (node.key(), node.value) {
            ("cite", DeValue::Array(list)) if list.is_empty() => faults.push(uncited(tree, &node)),
            (key, DeValue::String(name)) => {
                let Some((code, kind, file)) = kind(key, &node) else { continue };
                let known = known(kind, sources);
                let name = if kind == "act" { act(name) } else { name.as_ref() };
                if !known.contains(&name) {
                    faults.push(unknown(tree, &node, (code, kind, file), name, &known));
                }
            }
            _ => {}
        }
    }
}

/// Which kind of thing a key names: the fault's code, the word for it, and the file that lists it.
fn kind(key: &str, node: &Node<'_>) -> Option<(&'static str, &'static str, &'static str)> {
    match key {
        "act" | "cite" | "first-day-cite" | "decided-by" => Some(("act-unknown", "act", "acts.toml")),
        "document" => Some(("document-unknown", "document", "documents.toml")),
        "channels" => Some(("channel-unknown", "channel", "channels.toml")),
        "id" if node.keys == ["channel", "id"] => Some(("channel-unknown", "channel", "channels.toml")),
        "service" => Some(("service-unknown", "service", "services/")),
        "fact" | "opens-on" => Some(("fact-unknown", "day-fact", "facts.toml")),
        _ => None,
    }
}

fn known<'a>(kind: &str, sources: &'a Sources) -> Vec<&'a str> {
    let facts = || sources.facts.value.facts.iter().filter(|fact| fact.answer == AnswerKind::Day);
    match kind {
        "act" => sources.acts.value.acts.iter().map(|act| act.id.as_str()).collect(),
        "document" => sources.documents.value.documents.iter().map(|document| document.id.as_str()).collect(),
        "channel" => sources.channels.value.channels.iter().map(|channel| channel.id.as_str()).collect(),
        "service" => sources.services.iter().map(|service| service.service.value.id.as_str()).collect(),
        _ => facts().map(|fact| fact.id.as_str()).collect(),
    }
}

/// The act of a citation that was read before, so that it is known to be one.
fn act(citation: &str) -> &str {
    citation.split(',').next().unwrap_or_default().trim()
}

fn uncited(tree: &Tree<'_>, node: &Node<'_>) -> LawError {
    let help = "name the act and the clause, such as \"order-179, annex 3, point 9\"";
    LawError::new("citation-missing", "nothing is cited here", tree.of(node, ""), help)
}

fn unknown(
    tree: &Tree<'_>,
    node: &Node<'_>,
    (code, kind, file): (&'static str, &str, &str),
    name: &str,
    known: &[&str],
) -> LawError {
    let help: String = match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("it must stand in {file}"),
    };
    LawError::new(code, format!("there is no {kind} `{name}`"), tree.of(node, ""), help)
}
