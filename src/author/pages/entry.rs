//! What an edition says, entry by entry, as HTML.

use std::format;
use std::string::String;
use std::vec::Vec;

use maud::{Markup, html};

use super::run::told;
use crate::author::describe::{About, Entry, Line, Section};
use crate::clause::{Citation, Verified};
use crate::id::Lang;
use crate::law::Act;
use crate::render::html::{self, clauses};
use crate::words::finding::verified;
use crate::words::{key, label};

/// The id of the list of acts.
pub const ACTS: &str = "acts";

/// The part that says the service in brief.
const BRIEF: &str = "brief";
/// The part whose entries are papers, under the names that the act gives them.
const PAPERS: &str = "papers";
/// The parts whose entries are sentences.
const SENTENCES: [&str; 4] = ["steps", "grounds", "disagreements", "remarks"];

/// Gives the id of an entry in the page of its edition.
pub fn anchor(section: &str, entry: &str) -> String {
    format!("{section}-{entry}")
}

/// Gives the heading of a part: what the text calls «the law» and «dates» stands by itself here.
pub fn heading<'a>(id: &str, title: &'a str, lang: Lang) -> &'a str {
    match id {
        BRIEF => label(lang, key::PAGE_SERVICE_BRIEF),
        "terms" => label(lang, key::LAW_TERMS),
        _ => title,
    }
}

/// The name of an entry: the plain one, where there is one.
pub fn name(entry: &Entry) -> String {
    entry.plain.clone().unwrap_or_else(|| entry.said())
}

/// Draws the entries of a part of an edition. What a region says was verified apart from it.
pub fn entries(section: &Section, verified: Verified, acts: &[Act], lang: Lang) -> Markup {
    let said = section.regulation.is_none().then_some(verified);
    html! {
        @for entry in &section.entries {
            div.entry id=(anchor(&section.id, &entry.id)) {
                @if section.id == BRIEF { (brief(entry, lang)) } @else { (titles(section, entry, lang)) }
                (lines(&entry.lines, lang))
                (grounds(&entry.cite, entry.verified, said, acts, lang))
            }
        }
    }
}

fn brief(entry: &Entry, lang: Lang) -> Markup {
    html! {
        @if let Some(name) = entry.label { h3 { (name) } }
        p { (told(&entry.title, lang)) }
    }
}

/// A short name, with the long one below it; what is a sentence is no heading.
fn titles(section: &Section, entry: &Entry, lang: Lang) -> Markup {
    let sentences = SENTENCES.contains(&section.id.as_str()) || section.regulation.is_some();
    html! {
        @match &entry.plain {
            Some(plain) => {
                h3 { (told(plain, lang)) }
                @if section.id == PAPERS { p.act { (label(lang, key::PAGE_IN_THE_ACT)) ": " (told(&entry.title, lang)) } }
                @else { p { (told(&entry.title, lang)) } }
            },
            None if sentences => p.sentence { (told(&entry.title, lang)) },
            None => h3 { (told(&entry.title, lang)) },
        }
    }
}

/// Draws sentences; what is said of documents stands in a list, under the document's name where there are several.
pub fn lines(lines: &[Line], lang: Lang) -> Markup {
    let documents: Vec<&str> = lines.iter().filter_map(document).collect();
    let several = documents.iter().any(|name| documents.first() != Some(name));
    html! {
        @for run in lines.chunk_by(|one, next| document(one).is_some() && document(one) == document(next)) {
            @match run.first().and_then(document) {
                Some(name) => {
                    @if several { p.document { (told(name, lang)) } }
                    ul.how { @for line in run { li { (told(&line.text, lang)) } } }
                },
                None => { @for line in run { (sentence(line, lang)) } },
            }
        }
    }
}

fn document(line: &Line) -> Option<&str> {
    match &line.about {
        About::Document(name) => Some(name),
        About::Entry | About::Channels | About::Quote(_) => None,
    }
}

fn sentence(line: &Line, lang: Lang) -> Markup {
    html! {
        @match line.about {
            About::Channels => p { (label(lang, key::LABEL_CHANNEL)) ": " (told(&line.text, lang)) },
            About::Quote(of) => p.quote { (quoted(of, lang)) ": " q lang=(of.code()) { (line.text) } },
            _ => p { (told(&line.text, lang)) },
        }
    }
}

fn quoted(of: Lang, lang: Lang) -> &'static str {
    label(lang, if of == Lang::Kk { key::LAW_TEXT_KK } else { key::LAW_TEXT_RU })
}

/// The clauses, and how they were verified where that is not what the page says of all (`said`), or the act itself was
/// not read.
pub fn grounds(cite: &[Citation], how: Option<Verified>, said: Option<Verified>, acts: &[Act], lang: Lang) -> Markup {
    let usual = said.unwrap_or(Verified::Primary);
    html! {
        (clauses(cite, acts, lang))
        @if let Some(how) = how.filter(|how| *how != usual) { p.note { (verified(how, lang)) } }
    }
}

/// The acts that a page cites, by their full names.
pub fn acts(acts: &[Act], lang: Lang) -> Markup {
    html! {
        section.part {
            h2 id=(ACTS) { (label(lang, key::LAW_ACTS)) }
            (html::acts(acts, lang))
        }
    }
}
