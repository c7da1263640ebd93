//! A law file as a tree that remembers lines: faults are found on values, and shown where they were written.

use std::path::{Path, PathBuf};
use std::string::String;
use std::vec::Vec;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::Place;
use super::read::line_at;

/// A file of the law, with the place of everything in it.
pub struct Tree<'a> {
    file: PathBuf,
    text: &'a str,
    root: DeTable<'a>,
}

/// A value in a file.
#[derive(Clone)]
pub struct Node<'t> {
    /// The keys that lead to it; positions in lists are left out.
    pub keys: Vec<&'t str>,
    /// The value.
    pub value: &'t DeValue<'t>,
    /// The innermost list in which it stands, told apart from others by where it begins.
    pub list: Option<usize>,
    /// The table in which it stands, told apart from others by number.
    pub table: usize,
    start: usize,
}

impl<'t> Node<'t> {
    /// The key under which the value stands.
    pub fn key(&self) -> &'t str {
        self.keys.last().copied().unwrap_or_default()
    }

    /// The value, where it is text.
    pub fn text(&self) -> Option<&'t str> {
        match self.value {
            DeValue::String(text) => Some(text.as_ref()),
            _ => None,
        }
    }
}

impl<'a> Tree<'a> {
    /// Makes the tree of a file that was read before, so that it is known to be TOML.
    pub fn new(file: &Path, text: &'a str) -> Self {
        let root = DeTable::parse(text).map(Spanned::into_inner).unwrap_or_default();
        Self { file: file.into(), text, root }
    }

    /// Gives the place of what stands at `path`, such as `requirement/2/cite/0`, or of its nearest ancestor.
    pub fn at(&self, path: &str, what: impl Into<String>) -> Place {
        self.place(self.start(path), what)
    }

    /// Gives the place of a node of this tree.
    pub fn of(&self, node: &Node<'_>, what: impl Into<String>) -> Place {
        self.place(node.start, what)
    }

    /// Lists all values in the order in which they stand in the file.
    pub fn nodes(&self) -> Vec<Node<'_>> {
        let mut nodes = Vec::new();
        let root = Node { keys: Vec::new(), value: &DeValue::Boolean(true), list: None, table: 0, start: 0 };
        table(&self.root, &root, &mut nodes);
        nodes.sort_by_key(|node| node.start);
        nodes
    }

    fn place(&self, start: usize, what: impl Into<String>) -> Place {
        Place { file: self.file.clone(), line: line_at(self.text, start), what: what.into() }
    }

    fn start(&self, path: &str) -> usize {
        let mut pieces = path.split('/');
        let Some((key, mut value)) = pieces.next().and_then(|key| self.root.get_key_value(key)) else { return 0 };
        let mut start = key.span().start;
        for piece in pieces {
            let found = match value.get_ref() {
                DeValue::Table(table) => table.get_key_value(piece).map(|(key, value)| (key.span().start, value)),
                DeValue::Array(list) => {
                    let value = piece.parse::<usize>().ok().and_then(|n| list.get(n));
                    value.map(|value| (value.span().start, value))
                }
                _ => None,
            };
            let Some((deeper, inner)) = found else { break };
            (start, value) = (deeper, inner);
        }
        start
    }
}

fn table<'t>(table: &'t DeTable<'t>, parent: &Node<'t>, nodes: &mut Vec<Node<'t>>) {
    // INVARIANT: a table's own node is listed before what it holds, so that no other table has this number.
    let number = nodes.len();
    for (key, value) in table {
        let mut keys = parent.keys.clone();
        keys.push(key.get_ref().as_ref());
        add(&Node { keys, value: value.get_ref(), list: parent.list, table: number, start: value.span().start }, nodes);
    }
}

fn add<'t>(node: &Node<'t>, nodes: &mut Vec<Node<'t>>) {
    nodes.push(node.clone());
    match node.value {
        DeValue::Table(inner) => table(inner, node, nodes),
        DeValue::Array(list) => {
            let within = Some(node.start);
            for item in list {
                let (keys, start) = (node.keys.clone(), item.span().start);
                add(&Node { keys, value: item.get_ref(), list: within, table: node.table, start }, nodes);
            }
        }
        _ => {}
    }
}
