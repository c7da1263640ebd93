//! The texts of a law folder, and the one place of the library that opens files.

use std::collections::{BTreeMap, BTreeSet};
use std::format;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::string::String;
use std::vec::Vec;

use super::fault::{LawError, Place};

/// The texts of a law folder, by path relative to it.
#[derive(Clone, Debug, Default)]
pub struct Files(BTreeMap<PathBuf, String>);

impl Files {
    /// Reads every `*.toml` of a folder and of the folders in it.
    ///
    /// # Errors
    ///
    /// Each file or folder that cannot be read.
    pub fn read(folder: &Path) -> Result<Self, Vec<LawError>> {
        let (mut files, mut errors) = (Self::default(), Vec::new());
        files.walk(folder, Path::new(""), &mut errors);
        if errors.is_empty() { Ok(files) } else { Err(errors) }
    }

    /// Puts a text in place of the one a file had, or adds a file.
    pub fn write(&mut self, file: impl Into<PathBuf>, text: impl Into<String>) {
        self.0.insert(file.into(), text.into());
    }

    /// Takes a file out.
    pub fn remove(&mut self, file: &Path) {
        self.0.remove(file);
    }

    /// Gives a file's text.
    pub fn text(&self, file: &Path) -> Option<&str> {
        self.0.get(file).map(String::as_str)
    }

    /// Lists all files, sorted.
    pub fn names(&self) -> impl Iterator<Item = &Path> {
        self.0.keys().map(PathBuf::as_path)
    }

    /// Lists the files that stand in a folder itself, sorted.
    pub fn within(&self, folder: &Path) -> Vec<&Path> {
        self.names().filter(|file| file.parent() == Some(folder)).collect()
    }

    /// Lists the folders that stand in a folder itself, sorted.
    pub fn folders(&self, folder: &Path) -> Vec<PathBuf> {
        let below = self.names().filter_map(|file| file.strip_prefix(folder).ok());
        let first = below.filter(|rest| rest.iter().count() > 1).filter_map(|rest| rest.iter().next());
        let names: BTreeSet<_> = first.collect();
        names.into_iter().map(|name| folder.join(name)).collect()
    }

    fn walk(&mut self, root: &Path, folder: &Path, errors: &mut Vec<LawError>) {
        let entries = match fs::read_dir(root.join(folder)) {
            Ok(entries) => entries,
            Err(error) => return errors.push(unreadable(folder, &error)),
        };
        for entry in entries.flatten() {
            let file = folder.join(entry.file_name());
            if entry.path().is_dir() {
                self.walk(root, &file, errors);
            } else if file.extension().is_some_and(|ending| ending == "toml") {
                match fs::read_to_string(entry.path()) {
                    Ok(text) => self.write(file, text),
                    Err(error) => errors.push(unreadable(&file, &error)),
                }
            }
        }
    }
}

fn unreadable(file: &Path, error: &io::Error) -> LawError {
    let name = if file.as_os_str().is_empty() { "the folder".into() } else { format!("`{}`", file.display()) };
    let at = Place { file: file.into(), line: 1, what: String::new() };
    let help = "name the folder of the law with `--law`; its layout is described in docs/data-format.md";
    LawError::new("file-unreadable", format!("cannot read {name}: {error}"), at, help)
}
