//! What comes of it: the verdict, why, what to do, the dates, the law.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use maud::{Markup, html};

use super::{address, heading, papers};
use crate::check::Brought;
use crate::finding::{Decides, Finding};
use crate::law::Notice;
use crate::page::form::{UNKNOWN, name};
use crate::page::model::Model;
use crate::page::read::asked;
use crate::page::route::Screen;
use crate::render::{html as sections, phrase};
use crate::report::{Report, Verdict};
use crate::words::{self, Word, key, label};

pub(super) fn view(model: &Model, report: &Report) -> Markup {
    let lang = model.lang;
    html! {
        div.verdict data-verdict=(mark(report.verdict)) {
            (heading(&phrase::verdict(report, lang)))
            p { (label(lang, key::VERDICT_NOTE)) }
        }
        (findings(model, report, key::HEADING_REASONS, Decides::Refused))
        (findings(model, report, key::HEADING_QUESTIONS, Decides::Open))
        (print_link(model, report))
        (sections::dates(report, lang))
        (keep(model, report))
        (fine(model, report))
        (findings(model, report, key::HEADING_REMARKS, Decides::Nothing))
        (notices(model, report))
        (papers::not_asked(model, report))
        (answers(model, report))
        (sections::law(report, lang))
    }
}

const fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accepted => "accepted",
        Verdict::Refused => "refused",
        Verdict::Open => "open",
        Verdict::NoEdition => "no-edition",
    }
}

fn findings(model: &Model, report: &Report, word: Word, decides: Decides) -> Markup {
    let found: Vec<&Finding> = report.findings.iter().filter(|finding| finding.decides == decides).collect();
    html! {
        @if !found.is_empty() {
            section {
                h2 { (label(model.lang, word)) }
                (sections::findings(found.into_iter(), &report.acts, model.lang))
            }
        }
    }
}

fn print_link(model: &Model, report: &Report) -> Markup {
    html! {
        div.actions {
            @if matches!(report.verdict, Verdict::Accepted | Verdict::Refused) {
                a.main href=(address(model, Screen::Print)) { (label(model.lang, key::PAGE_PRINT_LINK)) }
            }
            a.back href=(address(model, Screen::Papers)) { (label(model.lang, key::PAGE_CHANGE_PAPERS)) }
        }
    }
}

/// The days in the person's own calendar.
fn keep(model: &Model, report: &Report) -> Markup {
    html! {
        @if report.timeline.is_some() {
            button.quiet type="button" id="dates-file" data-say="dates" { (label(model.lang, key::PAGE_DATES)) }
        }
    }
}

fn fine(model: &Model, report: &Report) -> Markup {
    let fine = report.requirements.iter().filter(|status| status.brought == Brought::Fine);
    let mut names: Vec<String> = fine.map(|status| phrase::paper(status, model.lang)).collect();
    // An act may ask for one paper twice: to be shown, and as a copy.
    names.dedup();
    html! {
        @if !names.is_empty() {
            section {
                h2 { (label(model.lang, key::HEADING_FINE)) }
                ul.fine { @for name in names { li { (name) } } }
            }
        }
    }
}

/// What else the act lets a person know: the first, that nothing more may be asked, and the others for who wants them.
fn notices(model: &Model, report: &Report) -> Markup {
    let told = report.law.as_ref().map(|law| law.notices.as_slice()).unwrap_or_default();
    let Some((first, others)) = told.split_first() else { return Markup::default() };
    let n = i64::try_from(others.len()).unwrap_or(i64::MAX);
    html! {
        (notice(model, report, first))
        @if !others.is_empty() {
            details #notices {
                summary { (words::say(model.lang, key::PAGE_NOTICES_MORE, &[("n", n.into())])) }
                @for other in others { (notice(model, report, other)) }
            }
        }
    }
}

fn notice(model: &Model, report: &Report, notice: &Notice) -> Markup {
    html! {
        div.notice {
            p { (notice.text.of(model.lang)) }
            (sections::clauses(&notice.cite, &report.acts, model.lang))
        }
    }
}

/// What was said, with a way to change each.
fn answers(model: &Model, report: &Report) -> Markup {
    let lang = model.lang;
    let word = |word| label(lang, word);
    let elsewhere = || word(key::PAGE_ELSEWHERE).to_string();
    let region = report.region.as_ref().map_or_else(elsewhere, |region| region.of(lang).into());
    html! {
        section {
            h2 { (word(key::PAGE_ANSWERS_HEADING)) }
            dl.answers {
                (answer(model, Screen::Service, word(key::LABEL_SERVICE), report.service.short.of(lang)))
                (answer(model, Screen::Service, word(key::LABEL_REGION), &region))
                (answer(model, Screen::Visit, word(key::LABEL_CHANNEL), report.channel.name.of(lang)))
                (answer(model, Screen::Visit, word(key::LABEL_VISIT), &words::date_long(report.visit, lang)))
                @for kind in &report.questions {
                    (answer(model, Screen::Questions, kind.question.of(lang), &said(model, kind)))
                }
                (answer(model, Screen::Papers, word(key::HEADING_PAPERS), &brought(model, report)))
            }
        }
    }
}

fn answer(model: &Model, screen: Screen, what: &str, said: &str) -> Markup {
    html! {
        div {
            dt { (what) }
            dd { (said) }
            dd { a href=(address(model, screen)) { (label(model.lang, key::PAGE_CHANGE)) span.hidden { ": " (what) } } }
        }
    }
}

fn said(model: &Model, kind: &crate::facts::FactKind) -> String {
    use crate::facts::{Answer, AnswerKind};
    let lang = model.lang;
    let truth = |yes: bool| label(lang, if yes { key::PAGE_YES } else { key::PAGE_NO }).to_string();
    let option = |id: &crate::id::Id| match &kind.answer {
        AnswerKind::Choice(options) => options.iter().find(|option| option.id == *id),
        _ => None,
    };
    match crate::page::read::answer(&model.form, kind) {
        Some(Answer::YesNo(yes)) => truth(yes),
        Some(Answer::Choice(id)) => option(&id).map(|option| option.label.of(lang).to_string()).unwrap_or_default(),
        Some(Answer::Day(day)) => words::date_long(day, lang),
        Some(Answer::Number(number)) => number.to_string(),
        None if model.form.is(&name::fact(&kind.id), UNKNOWN) => label(lang, key::PAGE_UNKNOWN).into(),
        None => label(lang, key::PAGE_UNKNOWN).into(),
    }
}

fn brought(model: &Model, report: &Report) -> String {
    let brought = &report.replay.package.documents;
    let asked = || asked(report).flat_map(|status| &status.one_of);
    let known = brought.iter().filter_map(|item| asked().find(|asked| asked.document == item.document));
    let names: Vec<&str> = known.map(|asked| asked.name.of(model.lang)).collect();
    if names.is_empty() { label(model.lang, key::PAGE_BROUGHT_NOTHING).into() } else { names.join("; ") }
}
