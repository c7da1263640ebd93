//! How much a visitor may download until something is there: `docs/budgets.toml`.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use toml::{Table, Value};

use crate::root;

/// What may be downloaded until something is there, in bytes after brotli.
pub struct Budget {
    /// What is there then.
    pub about: String,
    /// The most.
    pub budget: usize,
    /// What we would rather need.
    pub aim: usize,
    /// The files; one `*` stands for the heaviest of that name, two for all.
    files: Vec<String>,
}

/// Reads the budgets.
///
/// # Errors
///
/// Where the file cannot be read or is written in another way.
pub fn budgets() -> Result<Vec<(String, Budget)>> {
    let text = fs::read_to_string(root().join("docs").join("budgets.toml"))?;
    let tables: Table = text.parse().context("docs/budgets.toml")?;
    tables.into_iter().map(|(name, value)| Ok((name.clone(), read(&value).with_context(|| name)?))).collect()
}

fn read(value: &Value) -> Option<Budget> {
    let text = |value: &Value| value.as_str().map(String::from);
    let bytes = |key: &str| value.get(key)?.as_integer().and_then(|bytes| usize::try_from(bytes).ok());
    let files = value.get("files")?.as_array()?.iter().map(text).collect::<Option<_>>()?;
    Some(Budget { about: text(value.get("about")?)?, budget: bytes("budget")?, aim: bytes("aim")?, files })
}

impl Budget {
    /// Adds up the bytes of its files.
    ///
    /// # Errors
    ///
    /// Where it names a file that is not there: then it would promise too much.
    pub fn weigh(&self, weights: &BTreeMap<&str, usize>) -> Result<usize> {
        self.files.iter().map(|name| weigh(name, weights)).sum()
    }
}

fn weigh(name: &str, weights: &BTreeMap<&str, usize>) -> Result<usize> {
    let found = |before: &str, after: &str| {
        let named = |file: &str| file.starts_with(before) && file.ends_with(after);
        weights.iter().filter(|(file, _)| named(file)).map(|(_, bytes)| *bytes).collect::<Vec<_>>()
    };
    let bytes = match (name.split_once("**"), name.split_once('*')) {
        (Some((before, after)), _) => found(before, after),
        (None, Some((before, after))) => found(before, after).into_iter().max().into_iter().collect(),
        (None, None) => weights.get(name).copied().into_iter().collect(),
    };
    if bytes.is_empty() {
        bail!("there is no file `{name}`");
    }
    Ok(bytes.into_iter().sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_star_is_the_heaviest_file_and_two_are_all() {
        let weights =
            BTreeMap::from([("index.html", 5), ("words/en.txt", 3), ("words/kk.txt", 4), ("words/ru.txt", 2)]);
        let sum = |name| weigh(name, &weights).ok();
        assert_eq!(sum("index.html"), Some(5));
        assert_eq!(sum("words/*.txt"), Some(4));
        assert_eq!(sum("words/**.txt"), Some(9));
        assert_eq!(sum("law/*.qolhat"), None, "a name that no file has any more is a fault, not nothing");
    }

    #[test]
    fn the_budgets_can_be_read_and_leave_room_for_what_is_aimed_at() {
        let budgets = budgets().unwrap();
        assert!(budgets.len() >= 3 && budgets.iter().all(|(_, it)| it.aim <= it.budget));
    }
}
