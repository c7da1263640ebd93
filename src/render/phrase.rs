//! What every format says in the same words: verdict, terms, days, how a paper is asked.

use alloc::string::String;
use alloc::vec::Vec;

use crate::check::{Asked, AskedDocument, RequirementStatus, WindowDays};
use crate::day::{Day, TimeOfDay};
use crate::finding::Decides;
use crate::id::Lang;
use crate::law::{FirstDay, MaxAge, TermUnit};
use crate::report::{Report, Verdict};
use crate::timeline::{LimitDates, StepDates, TermDates, Timeline};
use crate::words::{self, Noun, finding, key, label, say};

pub use crate::receipt::{in_force, replay};

/// Says the verdict in one sentence.
pub fn verdict(report: &Report, lang: Lang) -> String {
    match report.verdict {
        Verdict::Accepted => label(lang, key::VERDICT_ACCEPTED).into(),
        Verdict::Refused => say(lang, key::VERDICT_REFUSED, &[("n", count(report, Decides::Refused).into())]),
        Verdict::Open => say(lang, key::VERDICT_OPEN, &[("n", count(report, Decides::Open).into())]),
        Verdict::NoEdition => label(lang, key::VERDICT_NO_EDITION).into(),
    }
}

/// Says the verdict in a few words, to stand beside another.
pub fn verdict_briefly(report: &Report, lang: Lang) -> String {
    let counted = |word, decides| say(lang, word, &[("n", count(report, decides).into())]);
    match report.verdict {
        Verdict::Accepted => label(lang, key::BRIEFLY_ACCEPTED).into(),
        Verdict::Refused => counted(key::BRIEFLY_REFUSED, Decides::Refused),
        Verdict::Open => counted(key::BRIEFLY_OPEN, Decides::Open),
        Verdict::NoEdition => label(lang, key::BRIEFLY_NO_EDITION).into(),
    }
}

fn count(report: &Report, decides: Decides) -> i64 {
    let count = report.findings.iter().filter(|finding| finding.decides == decides).count();
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Names the documents that satisfy a requirement, in plain words.
pub fn paper(status: &RequirementStatus, lang: Lang) -> String {
    let names: Vec<&str> = status.one_of.iter().map(|document| document.name.of(lang)).collect();
    words::list_or(&names, lang)
}

/// Says when a requirement is asked, where that is not always.
pub fn asked(asked: &Asked, lang: Lang) -> Option<&'static str> {
    let word = match asked {
        Asked::Optional => key::PAPER_OPTIONAL,
        Asked::Unclear { .. } => key::PAPER_UNCLEAR,
        Asked::DependsOn { .. } => key::PAPER_DEPENDS,
        Asked::Yes | Asked::No => return None,
    };
    Some(label(lang, word))
}

/// Says how a document is asked: its form, how many, and what it must bear.
pub fn how(document: &AskedDocument, lang: Lang) -> String {
    let mut parts: Vec<String> =
        alloc::vec![finding::form(document.form, lang).into(), words::count(document.copies, Noun::Copy, lang)];
    if document.original_shown {
        parts.push(label(lang, key::PAPER_ORIGINAL_SHOWN).into());
    }
    if document.registration_mark {
        parts.push(label(lang, key::PAPER_REGISTRATION_MARK).into());
    }
    parts.extend(document.max_age.as_ref().map(|age| max_age(age, lang)));
    parts.join(", ")
}

/// Says that the region's act is repealed, where it is.
pub fn repealed(report: &Report, lang: Lang) -> Option<String> {
    let regulation = report.law.as_ref()?.regulation.as_ref().filter(|regulation| !regulation.in_force)?;
    let act = report.acts.iter().find(|act| act.id == regulation.act)?;
    let mut said = String::from(act.short.of(lang));
    said.push_str(" – ");
    said.push_str(label(lang, key::REPEALED));
    Some(said)
}

/// Says how a document is asked, and where people get it, as far as the law's files say; by its name where it is one of
/// several.
pub fn document(document: &AskedDocument, named: bool, lang: Lang) -> String {
    let mut said = String::new();
    if named {
        said.push_str(document.name.of(lang));
        said.push_str(": ");
    }
    said.push_str(&how(document, lang));
    if let Some(help) = &document.help {
        said.push_str(". ");
        said.push_str(help.of(lang));
    }
    said
}

/// Says by which day a term ends; the day itself where it is known.
pub fn due(term: &TermDates, timeline: &Timeline, lang: Lang) -> String {
    match (term.unit, term.range, term.due) {
        (TermUnit::Minute, ..) => say(lang, key::DATE_SAME_DAY, &[("n", term.count.into())]),
        (_, Some((from, to)), _) => say(lang, key::DATE_RANGE, &[("from", from.into()), ("to", to.into())]),
        (_, None, Some(due)) => say(lang, key::DATE_DUE, &[("day", due.into())]),
        (_, None, None) => say(lang, key::DATE_UNKNOWN, &[("year", timeline.unknown_year.unwrap_or_default().into())]),
    }
}

/// Says how long a term is.
pub fn length(term: &TermDates, lang: Lang) -> String {
    let noun = match term.unit {
        TermUnit::Minute => Noun::Minute,
        TermUnit::WorkingDay => Noun::WorkingDay,
        TermUnit::CalendarDay => Noun::CalendarDay,
    };
    words::count(term.count, noun, lang)
}

/// Says what was assumed to date a term.
pub fn assumptions(term: &TermDates, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    if let (FirstDay::Silent, Some(with), Some(without)) = (term.first_day, term.due, term.other_reading) {
        said.push(say(lang, key::ASSUMPTION_FIRST_DAY, &[("with", with.into()), ("without", without.into())]));
    }
    if term.saturday_intake {
        said.push(label(lang, key::ASSUMPTION_SATURDAY).into());
    }
    said
}

/// Says by which day, or not before which, a result comes.
pub fn limit(limit: &LimitDates, lang: Lang) -> String {
    let before = limit.not_before.map(|day| say(lang, key::DATE_NOT_BEFORE, &[("day", day.into())]));
    let after = limit.not_after.map(|day| say(lang, key::DATE_DUE, &[("day", day.into())]));
    [before, after].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Says between which days one may apply.
pub fn window(days: WindowDays, lang: Lang) -> String {
    match (days.opens, days.closes) {
        (Some(opens), Some(closes)) => say(lang, key::DATE_WINDOW, &[("from", opens.into()), ("to", closes.into())]),
        (Some(opens), None) => say(lang, key::DATE_FROM, &[("from", opens.into())]),
        (None, Some(closes)) => say(lang, key::DATE_DUE, &[("day", closes.into())]),
        (None, None) => String::new(),
    }
}

/// Says within which time a step is done.
pub fn within(step: &StepDates, lang: Lang) -> String {
    let word = match step.unit {
        TermUnit::Minute => key::WITHIN_MINUTE,
        TermUnit::WorkingDay => key::WITHIN_WORKING_DAY,
        TermUnit::CalendarDay => key::WITHIN_CALENDAR_DAY,
    };
    say(lang, word, &[("n", step.within.into())])
}

/// Says from when to when a step lasts, in figures.
pub fn span(step: &StepDates) -> String {
    let from = moment(step.from_day, step.from_time);
    let to = step.to_day.map_or_else(|| "?".into(), |day| moment(day, step.to_time));
    if from == to { from } else { alloc::format!("{from} – {to}") }
}

fn moment(day: Day, time: Option<TimeOfDay>) -> String {
    let day = words::date_short(day);
    time.map_or_else(|| day.clone(), |time| alloc::format!("{day} {time}"))
}

/// How old a document may be: both readings where they differ.
fn max_age(age: &MaxAge, lang: Lang) -> String {
    let (kk, ru) = (finding::age(&age.kk, lang), finding::age(&age.ru, lang));
    let days = if kk == ru { kk } else { alloc::format!("{kk} (kk) / {ru} (ru)") };
    say(lang, key::PAPER_MAX_AGE, &[("days", days.into())])
}
