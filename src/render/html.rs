//! Reports and receipts as HTML: what the page, the list for readers without script and the printed sheet share.
//!
//! Everything is escaped by construction; no text of the law or of a person is ever markup.

mod course;
mod dates;
#[cfg(feature = "author")]
mod embed;
mod law;
#[cfg(feature = "author")]
mod list;
mod month;
mod sheet;

use alloc::string::String;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::clause::Citation;
use crate::finding::{Code, Decides, Finding};
use crate::id::Lang;
use crate::law::Act;
use crate::receipt::Sheet;
use crate::render::phrase;
use crate::report::Report;
use crate::words::{cite, finding, key, label};

pub use dates::dates;
#[cfg(feature = "author")]
pub use embed::{Embed, embed};
pub use law::law;
#[cfg(feature = "author")]
pub use list::static_list;
pub use sheet::{Copy, sheet};

/// The style of a printed sheet: A4, black, 12 points, margins 20 and 10 millimetres.
const SHEET: &str = include_str!("../../www/sheet.css");

/// Draws a sheet as a page of its own, to be opened from a file and printed.
pub fn sheet_page(sheet: &Sheet) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(sheet.lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (sheet.title) }
                // The style is ours and holds no user's text.
                style { (PreEscaped(SHEET)) }
            }
            body { main { (self::sheet(sheet, &Copy::default())) } }
        }
    };
    page.into_string()
}

/// Findings as a list: what is wrong, what to do, the clauses.
pub fn findings<'a>(found: impl Iterator<Item = &'a Finding>, report: &Report, lang: Lang) -> Markup {
    html! {
        ul.findings {
            @for one in found {
                li.finding data-code=(one.code.as_str()) data-subject=(one.subject) data-decides=(decides(one.decides)) {
                    p.what { (finding::sentence(one, lang)) }
                    (to_do(one, report, lang))
                    (clauses(&one.cite, &report.acts, lang))
                }
            }
        }
    }
}

/// What to do: of a paper that is missing how it is asked and where people get it, of anything else as the finding says.
fn to_do(one: &Finding, report: &Report, lang: Lang) -> Markup {
    let missing = matches!(one.code, Code::DocumentMissing | Code::AlternativeNotMet);
    let status = report.requirements.iter().find(|status| missing && status.id == one.subject.as_str());
    let papers = status.map(|status| status.one_of.as_slice()).unwrap_or_default();
    html! {
        @if papers.is_empty() { p.fix { (finding::fix(one, lang)) } }
        @for paper in papers { p.fix { (phrase::document(paper, papers.len() > 1, lang)) } }
    }
}

const fn decides(decides: Decides) -> &'static str {
    match decides {
        Decides::Refused => "refused",
        Decides::Open => "open",
        Decides::Nothing => "nothing",
    }
}

/// The clauses that something rests on, each with a link to its act.
pub fn clauses(cited: &[Citation], acts: &[Act], lang: Lang) -> Markup {
    html! {
        @if !cited.is_empty() {
            p.clauses {
                (label(lang, key::LABEL_CLAUSE)) ": "
                @for (n, citation) in cited.iter().enumerate() {
                    @if n > 0 { "; " }
                    (clause(citation, cited.get(n.wrapping_sub(1)), acts, lang))
                }
            }
        }
    }
}

/// The full name of an act stands once, in the list of [`acts`]; one that is cited again at once is not named again.
fn clause(citation: &Citation, before: Option<&Citation>, acts: &[Act], lang: Lang) -> Markup {
    let again = before.is_some_and(|before| before.act == citation.act) && !citation.clause.is_empty();
    match acts.iter().find(|act| act.id == citation.act) {
        Some(act) if again => official(act, &cite::place(citation, lang)),
        Some(act) => official(act, &cite::short(citation, act, lang)),
        None => html! { (cite::place(citation, lang)) },
    }
}

/// A link to the official text.
fn official(act: &Act, said: &str) -> Markup {
    // INVARIANT: the lint lets no address pass that is not https.
    html! { a href=(act.url) target="_blank" rel="noopener noreferrer" { (said) } }
}

/// The acts that are cited, each once by its full name, and what is said of its repeal.
pub fn acts(acts: &[Act], lang: Lang) -> Markup {
    html! {
        ul.acts {
            @for act in acts {
                li {
                    (official(act, act.name.of(lang)))
                    @if let Some(repeal) = &act.repealed {
                        p.note { strong { (label(lang, key::REPEALED)) } ". " (repeal.note.of(lang)) }
                    }
                }
            }
        }
    }
}
