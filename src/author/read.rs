//! From the files of a law folder to bundles. All faults are gathered; none is reported alone.

use std::collections::BTreeMap;
use std::format;
use std::fs;
use std::path::{Path, PathBuf};
use std::string::{String, ToString};
use std::vec::Vec;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::cases::Cases;
use crate::facts::FactKind;
use crate::law::{Act, Channel, DocumentKind, Edition, Region, Service};

/// A fault in the law's files, found before anything is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawError {
    /// A stable code, such as `citation-unknown`.
    pub code: &'static str,
    /// What is wrong, in one line.
    pub message: String,
    /// The places involved, the faulty one first.
    pub at: Vec<Place>,
    /// What to do.
    pub help: String,
}

/// A place in a file, with a word on what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, relative to the law folder.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// What stands there, where more than one place is shown.
    pub what: String,
}

/// A file of the law as it was written, with what it says.
#[derive(Clone, Debug)]
pub struct Source<T> {
    /// The file, relative to the law folder.
    pub file: PathBuf,
    /// The text of the file.
    pub text: String,
    /// What it says.
    pub value: T,
}

/// The whole law folder, read but not yet judged.
#[derive(Clone, Debug)]
pub struct Sources {
    /// `acts.toml`.
    pub acts: Source<Acts>,
    /// `documents.toml`.
    pub documents: Source<Documents>,
    /// `facts.toml`.
    pub facts: Source<FactKinds>,
    /// `channels.toml`.
    pub channels: Source<Channels>,
    /// `regions/*.toml`, sorted by name.
    pub regions: Vec<Source<Region>>,
    /// `services/*/`, sorted by name.
    pub services: Vec<ServiceSource>,
}

/// A service's folder.
#[derive(Clone, Debug)]
pub struct ServiceSource {
    /// `service.toml`.
    pub service: Source<Service>,
    /// `<first-day>.toml`, sorted by day.
    pub editions: Vec<Source<Edition>>,
    /// `cases/*.toml`, sorted by name.
    pub cases: Vec<Source<Cases>>,
}

/// What `acts.toml` holds.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Acts {
    /// The acts.
    #[serde(rename = "act")]
    pub acts: Vec<Act>,
}

/// What `documents.toml` holds.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Documents {
    /// The kinds of documents.
    #[serde(rename = "document")]
    pub documents: Vec<DocumentKind>,
}

/// What `facts.toml` holds.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactKinds {
    /// The questions.
    #[serde(rename = "fact")]
    pub facts: Vec<FactKind>,
}

/// What `channels.toml` holds.
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Channels {
    /// The channels.
    #[serde(rename = "channel")]
    pub channels: Vec<Channel>,
}

/// Reads a law folder.
///
/// # Errors
///
/// Every file that cannot be read or does not follow the format, each with its line.
pub fn read(folder: &Path) -> Result<Sources, Vec<LawError>> {
    let mut reader = Reader { folder, errors: Vec::new() };
    let acts = reader.file("acts.toml".as_ref());
    let documents = reader.file("documents.toml".as_ref());
    let facts = reader.file("facts.toml".as_ref());
    let channels = reader.file("channels.toml".as_ref());
    let regions = reader.names("regions".as_ref()).iter().filter_map(|file| reader.file(file)).collect();
    let folders = reader.names("services".as_ref());
    let services = folders.iter().filter_map(|folder| reader.service(folder)).collect();
    match (acts, documents, facts, channels) {
        (Some(acts), Some(documents), Some(facts), Some(channels)) if reader.errors.is_empty() => {
            Ok(Sources { acts, documents, facts, channels, regions, services })
        }
        _ => Err(reader.errors),
    }
}

pub(super) struct Reader<'a> {
    pub folder: &'a Path,
    pub errors: Vec<LawError>,
}

impl Reader<'_> {
    fn service(&mut self, folder: &Path) -> Option<ServiceSource> {
        let service = self.file(&folder.join("service.toml"))?;
        let files = self.names(folder);
        let editions = files
            .iter()
            .filter(|file| file.extension().is_some_and(|ending| ending == "toml"))
            .filter(|file| file.file_name().is_some_and(|name| name != "service.toml"))
            .filter_map(|file| self.file(file))
            .collect();
        let cases = self.names(&folder.join("cases")).iter().filter_map(|file| self.file(file)).collect();
        Some(ServiceSource { service, editions, cases })
    }

    /// Lists what a folder holds, sorted by name, relative to the law folder.
    pub fn names(&mut self, folder: &Path) -> Vec<PathBuf> {
        match fs::read_dir(self.folder.join(folder)) {
            Ok(entries) => {
                let mut names: Vec<_> = entries.flatten().map(|entry| folder.join(entry.file_name())).collect();
                names.sort();
                names
            }
            Err(error) => {
                self.unreadable(folder, &error);
                Vec::new()
            }
        }
    }

    fn unreadable(&mut self, file: &Path, error: &std::io::Error) {
        self.errors.push(LawError {
            code: "file-unreadable",
            message: format!("cannot read `{}`: {error}", file.display()),
            at: std::vec![Place { file: file.into(), line: 1, what: String::new() }],
            help: "the folder's layout is described in docs/data-format.md".into(),
        });
    }

    pub fn file<T: DeserializeOwned>(&mut self, file: &Path) -> Option<Source<T>> {
        let text = match fs::read_to_string(self.folder.join(file)) {
            Ok(text) => text,
            Err(error) => {
                self.unreadable(file, &error);
                return None;
            }
        };
        match toml::from_str(&text) {
            Ok(value) => Some(Source { file: file.into(), text, value }),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                self.errors.push(LawError {
                    code: "format",
                    message: error.message().to_string().replace('\n', " "),
                    at: std::vec![Place { file: file.into(), line: line_at(&text, at), what: String::new() }],
                    help: "the grammar of the files is in docs/data-format.md".into(),
                });
                None
            }
        }
    }
}

/// Gives the line, from 1, of a byte offset.
pub fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

/// Groups things by id, so that twins can be shown side by side.
pub fn twins<'a, T>(things: impl Iterator<Item = (&'a str, T)>) -> BTreeMap<&'a str, Vec<T>> {
    let mut groups: BTreeMap<&str, Vec<T>> = BTreeMap::new();
    for (id, thing) in things {
        groups.entry(id).or_default().push(thing);
    }
    groups.retain(|_, twins| twins.len() > 1);
    groups
}
