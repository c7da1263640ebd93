//! Which law a report rests on, how sure it is, and what else a person is told.

use maud::{Markup, html};

use super::{acts, clauses};
use crate::id::Lang;
use crate::law::Disagreement;
use crate::render::phrase;
use crate::report::{LawUsed, Report};
use crate::words::{finding, key, label, say};

/// Notices, the service in brief, grounds of refusal, the edition, disagreements of its texts, the replay code.
pub fn law(report: &Report, lang: Lang) -> Markup {
    let Some(law) = &report.law else { return Markup::default() };
    html! {
        section.law aria-labelledby="law" {
            h2 #law { (label(lang, key::HEADING_LAW)) }
            (edition(report, law, lang))
            (brief(report, law, lang))
            (grounds(report, law, lang))
            (disagreements(report, law, lang))
            h3 { (label(lang, key::HEADING_ACTS)) }
            (acts(&report.acts, lang))
            p.replay { (phrase::replay(&report.replay, lang)) }
        }
    }
}

fn edition(report: &Report, law: &LawUsed, lang: Lang) -> Markup {
    html! {
        p { strong { (law.name.of(lang)) } ", " (phrase::in_force(law, lang)) }
        p.verified { (finding::verified(law.verified, lang)) }
        (clauses(&law.cite, &report.acts, lang))
        @if law.from_note.is_some() || !law.notes.is_empty() {
            details {
                summary { (label(lang, key::HEADING_VERIFIED)) }
                @for note in law.from_note.iter().chain(&law.notes) { p.note { (note.of(lang)) } }
            }
        }
        @if let Some(regulation) = &law.regulation {
            @if let Some(repealed) = phrase::repealed(report, lang) { p { strong { (repealed) } } }
            p.note { (regulation.note.of(lang)) }
            (clauses(&regulation.cite, &report.acts, lang))
        }
    }
}

fn brief(report: &Report, law: &LawUsed, lang: Lang) -> Markup {
    let minutes = |waiting: &crate::law::Waiting| {
        say(lang, key::WAITING, &[("queue", waiting.queue.into()), ("service", waiting.service.into())])
    };
    html! {
        details {
            summary { (label(lang, key::PAGE_SERVICE_BRIEF)) }
            dl {
                dt { (label(lang, key::PAGE_LEGAL_NAME)) } dd { (report.service.name.of(lang)) }
                dt { (label(lang, key::LABEL_PROVIDER)) } dd { (law.provider.of(lang)) }
                dt { (label(lang, key::LABEL_APPLICANTS)) } dd { (law.applicants.of(lang)) }
                dt { (label(lang, key::LABEL_RESULT)) } dd { (law.result.of(lang)) }
                dt { (label(lang, key::LABEL_FEE)) }
                dd {
                    p { (law.fee.text.of(lang)) }
                    @if let Some(waiting) = &law.waiting { p { (minutes(waiting)) } }
                }
            }
        }
    }
}

fn grounds(report: &Report, law: &LawUsed, lang: Lang) -> Markup {
    html! {
        @if !law.refusals.is_empty() {
            details {
                summary { (label(lang, key::HEADING_GROUNDS)) }
                ul {
                    @for refusal in &law.refusals {
                        li { (refusal.text.of(lang)) (clauses(&refusal.cite, &report.acts, lang)) }
                    }
                }
            }
        }
    }
}

fn disagreements(report: &Report, law: &LawUsed, lang: Lang) -> Markup {
    html! {
        @if !law.disagreements.is_empty() {
            details {
                summary { (label(lang, key::HEADING_DISAGREEMENTS)) }
                ul {
                    @for one in &law.disagreements {
                        li { p { (one.taken.of(lang)) } (quotes(one)) (clauses(&one.cite, &report.acts, lang)) }
                    }
                }
            }
        }
    }
}

/// Both official texts in their own language.
fn quotes(one: &Disagreement) -> Markup {
    html! {
        @for (lang, quote) in [(Lang::Kk, &one.kk), (Lang::Ru, &one.ru)] {
            @if !quote.is_empty() { p { q lang=(lang.code()) { (quote) } } }
        }
    }
}
