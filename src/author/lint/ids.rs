//! Ids are given once: acts, documents, facts, options, and within an edition requirements, terms and the rest.

use std::collections::BTreeMap;
use std::format;
use std::vec::Vec;

use crate::author::fault::LawError;
use crate::author::tree::{Node, Tree};

/// Finds ids that stand twice in one list.
pub fn check(tree: &Tree<'_>, nodes: &[Node<'_>], faults: &mut Vec<LawError>) {
    let mut seen: BTreeMap<(usize, &str), &Node<'_>> = BTreeMap::new();
    for node in nodes {
        let (Some(list), "id", Some(id)) = (node.list, node.key(), node.text()) else { continue };
        if let Some(first) = seen.insert((list, id), node) {
            let kind = node.keys.iter().rev().nth(1).copied().unwrap_or_default();
            let message = format!("the id `{id}` is given to more than one `{kind}`");
            let fault = LawError::new("id-twice", message, tree.of(node, "this one"), "give one of them another id");
            faults.push(fault.and(tree.of(first, "that one")));
        }
    }
}
