//! From the texts of a law folder to values. All faults of the format are gathered; none is reported alone.

use std::format;
use std::path::{Path, PathBuf};
use std::string::String;
use std::vec::Vec;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::calendar::CalendarSource;
use super::cases::Cases;
use super::fault::{LawError, Place};
use super::files::Files;
use super::tree::Tree;
use crate::facts::FactKind;
use crate::law::{Act, Channel, DocumentKind, Edition, Region, Service};

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

impl<T> Source<T> {
    /// Gives the place of what stands at `path`, such as `requirement/2/cite/0`, or of its nearest ancestor.
    pub fn at(&self, path: &str, what: impl Into<String>) -> Place {
        Tree::new(&self.file, &self.text).at(path, what)
    }
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
    /// `calendar/*.toml`.
    pub calendar: CalendarSource,
    /// `regions/*.toml`, sorted by name.
    pub regions: Vec<Source<Region>>,
    /// `services/*/`, sorted by name.
    pub services: Vec<ServiceSource>,
}

impl Sources {
    /// Lists all files with their text.
    pub fn files(&self) -> impl Iterator<Item = (&Path, &str)> {
        let shared = [
            (&self.acts.file, &self.acts.text),
            (&self.documents.file, &self.documents.text),
            (&self.facts.file, &self.facts.text),
            (&self.channels.file, &self.channels.text),
        ];
        let calendar = self.calendar.years.iter().map(|year| (&year.file, &year.text));
        let calendar = calendar.chain([(&self.calendar.names.file, &self.calendar.names.text)]);
        let regions = self.regions.iter().map(|region| (&region.file, &region.text));
        let services = self.services.iter().flat_map(|service| {
            let editions = service.editions.iter().map(|edition| (&edition.file, &edition.text));
            let cases = service.cases.iter().map(|cases| (&cases.file, &cases.text));
            core::iter::once((&service.service.file, &service.service.text)).chain(editions).chain(cases)
        });
        let all = shared.into_iter().chain(calendar).chain(regions).chain(services);
        all.map(|(file, text)| (file.as_path(), text.as_str()))
    }
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
    parse(&Files::read(folder)?)
}

/// Reads the texts of a law folder.
///
/// # Errors
///
/// Every text that does not follow the format, each with its line; files that are missing, and files that have no place.
pub fn parse(files: &Files) -> Result<Sources, Vec<LawError>> {
    let mut reader = Reader { files, errors: Vec::new() };
    reader.misplaced();
    let acts = reader.file("acts.toml".as_ref());
    let documents = reader.file("documents.toml".as_ref());
    let facts = reader.file("facts.toml".as_ref());
    let channels = reader.file("channels.toml".as_ref());
    let calendar = reader.calendar();
    let regions = reader.all("regions".as_ref());
    let folders = files.folders("services".as_ref());
    let services = folders.iter().filter_map(|folder| reader.service(folder)).collect();
    match (acts, documents, facts, channels, calendar) {
        (Some(acts), Some(documents), Some(facts), Some(channels), Some(calendar)) if reader.errors.is_empty() => {
            Ok(Sources { acts, documents, facts, channels, calendar, regions, services })
        }
        _ => Err(reader.errors),
    }
}

/// Reads files and gathers their faults.
struct Reader<'a> {
    files: &'a Files,
    errors: Vec<LawError>,
}

const HELP: &str = "the grammar of the files is in docs/data-format.md";

impl Reader<'_> {
    /// Reads one file, or notes why it cannot be.
    fn file<T: DeserializeOwned>(&mut self, file: &Path) -> Option<Source<T>> {
        let at = |line| Place { file: file.into(), line, what: String::new() };
        let Some(text) = self.files.text(file) else {
            let message = format!("there is no `{}`", file.display());
            self.errors.push(LawError::new("file-missing", message, at(1), HELP));
            return None;
        };
        match toml::from_str(text) {
            Ok(value) => Some(Source { file: file.into(), text: text.into(), value }),
            Err(error) => {
                let line = line_at(text, error.span().map_or(0, |span| span.start));
                let message = error.message().replace('\n', " ");
                self.errors.push(LawError::new("format", message, at(line), HELP));
                None
            }
        }
    }

    /// Reads all files that stand in a folder, sorted by name.
    fn all<T: DeserializeOwned>(&mut self, folder: &Path) -> Vec<Source<T>> {
        self.files.within(folder).into_iter().filter_map(|file| self.file(file)).collect()
    }

    fn calendar(&mut self) -> Option<CalendarSource> {
        let names = self.file("calendar/names.toml".as_ref())?;
        let files = self.files.within("calendar".as_ref());
        let years = files.into_iter().filter(|file| !file.ends_with("names.toml"));
        Some(CalendarSource { names, years: years.filter_map(|file| self.file(file)).collect() })
    }

    fn service(&mut self, folder: &Path) -> Option<ServiceSource> {
        let service = self.file(&folder.join("service.toml"))?;
        let files = self.files.within(folder);
        let editions = files.into_iter().filter(|file| !file.ends_with("service.toml"));
        let editions = editions.filter_map(|file| self.file(file)).collect();
        Some(ServiceSource { service, editions, cases: self.all(&folder.join("cases")) })
    }

    /// Notes files that would never be read.
    fn misplaced(&mut self) {
        const SHARED: [&str; 4] = ["acts.toml", "documents.toml", "facts.toml", "channels.toml"];
        for file in self.files.names() {
            let parts: Vec<_> = file.iter().map(|part| part.to_str().unwrap_or_default()).collect();
            let placed = match *parts {
                [name] => SHARED.contains(&name),
                ["regions" | "calendar", _] | ["services", _, _] | ["services", _, "cases", _] => true,
                _ => false,
            };
            if !placed {
                let message = format!("nothing reads `{}` here", file.display());
                let at = Place { file: file.into(), line: 1, what: String::new() };
                self.errors.push(LawError::new("file-misplaced", message, at, HELP));
            }
        }
    }
}

/// Gives the line, from 1, of a byte offset.
pub fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}
