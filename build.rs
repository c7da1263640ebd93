//! Makes the engine's words of `words/<lang>.toml`: a constant of each key, and a row of templates per language.
//!
//! Where the three files do not agree the build fails, with the file and line of each fault.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/words/template.rs"]
pub mod template;

use template::{Piece, Shape, pieces};

/// The languages, in the engine's order, and how many forms a noun has after a number.
const LANGUAGES: [(&str, usize); 3] = [("kk", 1), ("ru", 3), ("en", 2)];

fn main() {
    println!("cargo::rerun-if-changed=words");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/words/template.rs");
    if let Err(faults) = words().and_then(|languages| write_out(&languages)) {
        for fault in faults {
            println!("cargo::error={fault}");
        }
    }
}

/// One language's templates, by key, as they stand in its file.
pub struct Words {
    language: &'static str,
    forms: usize,
    templates: BTreeMap<String, Template>,
}

struct Template {
    text: String,
    line: usize,
}

fn words() -> Result<Vec<Words>, Vec<String>> {
    let mut languages = Vec::new();
    for (language, forms) in LANGUAGES {
        let file = format!("words/{language}.toml");
        let text = fs::read_to_string(&file).map_err(|error| vec![format!("{file}: {error}")])?;
        languages.push(Words::read(language, forms, &text)?);
    }
    let faults = faults(&languages);
    if faults.is_empty() { Ok(languages) } else { Err(faults) }
}

fn write_out(languages: &[Words]) -> Result<(), Vec<String>> {
    let folder = env::var_os("OUT_DIR").ok_or_else(|| vec!["OUT_DIR is not set".to_string()])?;
    let path: PathBuf = Path::new(&folder).join("words.rs");
    fs::write(&path, generated(languages)).map_err(|error| vec![format!("{}: {error}", path.display())])
}

impl Words {
    /// Reads one language's file.
    ///
    /// # Errors
    ///
    /// Where the text is not TOML, or a template is not text: the fault with file and line.
    pub fn read(language: &'static str, forms: usize, text: &str) -> Result<Self, Vec<String>> {
        let line_at = |at: usize| text.get(..at).map_or(0, |before| before.matches('\n').count() + 1);
        let read: BTreeMap<String, toml::Spanned<String>> = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(0, |span| line_at(span.start));
            vec![format!("words/{language}.toml:{line}: {}", error.message())]
        })?;
        let templates = read.into_iter().map(|(key, text)| {
            let line = line_at(text.span().start);
            (key, Template { text: text.into_inner(), line })
        });
        Ok(Self { language, forms, templates: templates.collect() })
    }

    fn place(&self, template: &Template) -> String {
        format!("words/{}.toml:{}", self.language, template.line)
    }

    fn own_faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for (key, template) in &self.templates {
            let place = self.place(template);
            if !key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
                faults.push(format!("{place}: `{key}`: a key is lower-case letters, digits and hyphens"));
            }
            faults.extend(template.faults(self.forms).into_iter().map(|fault| format!("{place}: `{key}`: {fault}")));
        }
        faults
    }

    /// Names the keys of `other` that `self` lacks.
    fn lacks(&self, other: &Self) -> Vec<String> {
        let missing = other.templates.iter().filter(|(key, _)| !self.templates.contains_key(*key));
        let said = missing.map(|(key, theirs)| {
            format!("words/{}.toml: `{key}` is missing; it stands at {}", self.language, other.place(theirs))
        });
        said.collect()
    }

    /// Names the templates whose slots are not those of `other`.
    fn differs(&self, other: &Self) -> Vec<String> {
        let both = self.templates.iter().filter_map(|(key, ours)| Some((key, ours, other.templates.get(key)?)));
        let said = both.filter(|(_, ours, theirs)| ours.slots() != theirs.slots()).map(|(key, ours, theirs)| {
            let (here, there) = (self.place(ours), other.place(theirs));
            format!("{here}: `{key}` has the slots {:?}, and {:?} at {there}", ours.slots(), theirs.slots())
        });
        said.collect()
    }
}

impl Template {
    /// The names of the slots, sorted, each once.
    fn slots(&self) -> Vec<&str> {
        let mut slots: Vec<&str> = pieces(&self.text)
            .filter_map(|piece| match piece {
                Piece::Slot(name, _) => Some(name),
                Piece::Words(_) => None,
            })
            .collect();
        slots.sort_unstable();
        slots.dedup();
        slots
    }

    fn faults(&self, forms: usize) -> Vec<String> {
        let mut faults = Vec::new();
        if self.text.trim() != self.text || self.text.is_empty() {
            faults.push("a template is not empty and has no space at its ends".to_string());
        }
        if self.text.contains('\n') {
            faults.push("a template is one line".to_string());
        }
        for piece in pieces(&self.text) {
            match piece {
                Piece::Words(words) if words.contains(['{', '}']) => faults.push(format!("a stray brace in `{words}`")),
                Piece::Slot(name, _) if name.is_empty() || name.contains(['{', ' ']) => {
                    faults.push(format!("`{name}` is no name of a slot"));
                }
                Piece::Slot(name, Shape::Forms(given)) if given.split('|').count() != forms => {
                    faults.push(format!("`{name}` needs {forms} form(s) of its noun, found `{given}`"));
                }
                _ => {}
            }
        }
        faults
    }
}

/// Names every fault of the words files: of each by itself, then of each beside the first.
pub fn faults(languages: &[Words]) -> Vec<String> {
    let mut faults: Vec<String> = languages.iter().flat_map(Words::own_faults).collect();
    let Some((first, others)) = languages.split_first() else { return faults };
    for other in others {
        faults.extend(other.lacks(first));
        faults.extend(first.lacks(other));
        faults.extend(other.differs(first));
    }
    faults
}

/// The words that only the author's tool and the command say, by how their keys begin: the page need not carry them.
const AUTHORS: [&str; 6] = ["condition-", "diff-", "embed-", "law-", "page-list-", "replay-"];

/// Writes the Rust of it: the templates, unless they come in files of their own, and a constant of each key. The page's
/// words come first, so that the engine in a browser is the same whatever the author's tool says.
fn generated(languages: &[Words]) -> String {
    let has = |feature: &str| env::var_os(format!("CARGO_FEATURE_{feature}")).is_some();
    let (author, apart) = (has("AUTHOR"), has("WORDS_APART"));
    let mut rust = String::new();
    for words in languages {
        let name = words.language.to_uppercase();
        if author {
            let _ = writeln!(rust, "pub(crate) const FILE_{name}: &str = {:?};", words.file());
        }
        if !apart {
            let templates: Vec<_> = words.carried(author).map(|(_, it)| it.text.as_str()).collect();
            let _ = writeln!(rust, "static {name}: [&str; {}] = {templates:?};", templates.len());
        }
    }
    let Some(last) = languages.last() else { return rust };
    let _ = writeln!(rust, "const COUNT: usize = {};\nconst STAMP: &str = {:?};", last.of_page().count(), last.stamp());
    rust.push_str(
        "/// Every word by its key in `words/`, with its English template.\npub mod key {\n    use super::Word;\n",
    );
    for (number, (key, template)) in last.carried(author).enumerate() {
        let name = key.to_uppercase().replace('-', "_");
        let _ = writeln!(rust, "    /// `{}`\n    pub const {name}: Word = Word({number});", template.text);
    }
    rust.push_str("}\n");
    rust
}

impl Words {
    /// The page's templates by key; then, where they are carried, those of the author's tool and the command.
    fn carried(&self, author: bool) -> impl Iterator<Item = (&String, &Template)> {
        self.of_page().chain(self.templates.iter().filter(move |(key, _)| author && is_authors(key)))
    }

    fn of_page(&self) -> impl Iterator<Item = (&String, &Template)> {
        self.templates.iter().filter(|(key, _)| !is_authors(key))
    }

    /// Names the page's keys and their order in sixteen digits (FNV-1a): an engine must not say the words of another version
    /// of itself.
    fn stamp(&self) -> String {
        let keys = self.of_page().flat_map(|(key, _)| key.bytes().chain([b'\n']));
        let hash =
            keys.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        format!("{hash:016x}")
    }

    /// The file that the page loads: the stamp, then the templates in the order of their keys, a line each.
    fn file(&self) -> String {
        let lines = self.of_page().map(|(_, it)| it.text.as_str());
        [self.stamp().as_str()].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
    }
}

fn is_authors(key: &str) -> bool {
    AUTHORS.iter().any(|start| key.starts_with(start))
}
