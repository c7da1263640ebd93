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

/// The ids that can be named, kind by kind.
pub struct Known<'a> {
    acts: Vec<&'a str>,
    documents: Vec<&'a str>,
    channels: Vec<&'a str>,
    services: Vec<&'a str>,
    day_facts: Vec<&'a str>,
}

impl<'a> Known<'a> {
    /// Collects the ids.
    pub fn of(sources: &'a Sources) -> Self {
        let facts = sources.facts.value.facts.iter().filter(|fact| fact.answer == AnswerKind::Day);
        Self {
            acts: sources.acts.value.acts.iter().map(|act| act.id.as_str()).collect(),
            documents: sources.documents.value.documents.iter().map(|document| document.id.as_str()).collect(),
            channels: sources.channels.value.channels.iter().map(|channel| channel.id.as_str()).collect(),
            services: sources.services.iter().map(|service| service.service.value.id.as_str()).collect(),
            day_facts: facts.map(|fact| fact.id.as_str()).collect(),
        }
    }
}

/// Finds empty citations and names that lead nowhere.
pub fn check(tree: &Tree<'_>, nodes: &[Node<'_>], known: &Known<'_>, faults: &mut Vec<LawError>) {
    for node in nodes {
        match (node.key(), node.value) {
            ("cite", DeValue::Array(list)) if list.is_empty() => faults.push(uncited(tree, node)),
            (key, DeValue::String(text)) => {
                let Some(kind) = kind(key, node, known) else { continue };
                let name = if kind.word == "act" { act(text) } else { text.as_ref() };
                if !kind.ids.contains(&name) {
                    faults.push(unknown(tree, node, &kind, name));
                }
            }
            _ => {}
        }
    }
}

/// A kind of thing that is named.
struct Kind<'a> {
    code: &'static str,
    word: &'static str,
    /// Where such things are listed.
    file: &'static str,
    ids: &'a [&'a str],
}

fn kind<'a>(key: &str, node: &Node<'_>, known: &'a Known<'a>) -> Option<Kind<'a>> {
    let kind = |code, word, file, ids| Some(Kind { code, word, file, ids });
    match key {
        "act" | "cite" | "first-day-cite" | "decided-by" => kind("act-unknown", "act", "acts.toml", &known.acts),
        "document" => kind("document-unknown", "document", "documents.toml", &known.documents),
        "channels" => kind("channel-unknown", "channel", "channels.toml", &known.channels),
        "id" if node.keys == ["channel", "id"] => kind("channel-unknown", "channel", "channels.toml", &known.channels),
        "service" => kind("service-unknown", "service", "services/", &known.services),
        "fact" | "opens-on" => kind("fact-unknown", "day-fact", "facts.toml", &known.day_facts),
        _ => None,
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

fn unknown(tree: &Tree<'_>, node: &Node<'_>, kind: &Kind<'_>, name: &str) -> LawError {
    let help: String = match nearest(name, kind.ids.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("it must stand in {}", kind.file),
    };
    LawError::new(kind.code, format!("there is no {} `{name}`", kind.word), tree.of(node, ""), help)
}
