//! What is told of a link that handed a package over: that it cannot be opened, or what it said then and what is so today.

use alloc::string::{String, ToString};

use maud::{Markup, html};

use crate::day::Day;
use crate::id::Lang;
use crate::page::handover::{Handed, Opened, Then, Unreadable};
use crate::page::model::Model;
use crate::page::route::Screen;
use crate::report::{Report, Verdict};
use crate::words::{self, Word, key, label, say};

/// Tells of the link; what it said is compared where the result is seen.
pub(super) fn view(model: &Model) -> Markup {
    let word = |word| label(model.lang, word);
    html! {
        @match (&model.handed, &model.report) {
            (Handed::Nothing, _) => {},
            (Handed::Waiting(_), _) => p.told role="status" { (word(key::HANDED_OPENING)) },
            (Handed::Unreadable(Unreadable::Damaged), _) => p.told role="alert" { (word(key::HANDED_DAMAGED)) },
            (Handed::Unreadable(Unreadable::Newer), _) => p.told role="alert" { (word(key::HANDED_NEWER)) },
            (Handed::Opened(opened), Some(report)) if model.screen == Screen::Result => {
                (compared(opened, report, model.lang))
            }
            (Handed::Opened(_), _) => {},
        }
    }
}

fn compared(opened: &Opened, report: &Report, lang: Lang) -> Markup {
    let (then, now) = (&opened.then, Then::of(report));
    let same = (then.verdict, then.due, then.edition) == (now.verdict, now.due, now.edition) && opened.unknown == 0;
    let rows = [
        (key::PAGE_STEP_RESULT, verdict(then.verdict, lang).to_string(), verdict(now.verdict, lang).to_string()),
        (key::HANDED_DUE, day(then.due, lang), day(now.due, lang)),
        (key::LABEL_EDITION, day(then.edition, lang), day(now.edition, lang)),
    ];
    let date = |day: Day| words::date_long(day, lang);
    html! {
        section.told.handed aria-labelledby="handed" {
            h2 #handed { (label(lang, key::HANDED_HEADING)) }
            p { (label(lang, if same { key::HANDED_SAME } else { key::HANDED_DIFFERS })) }
            @if opened.unknown > 0 { p { (say(lang, key::HANDED_UNKNOWN, &[("n", opened.unknown.into())])) } }
            table {
                thead {
                    tr {
                        td { }
                        th scope="col" { (date(then.day)) ", " (label(lang, key::HANDED_THEN)) }
                        th scope="col" { (date(now.day)) ", " (label(lang, key::HANDED_NOW)) }
                    }
                }
                tbody { @for (what, then, now) in rows { (row(label(lang, what), &then, &now, lang)) } }
            }
        }
    }
}

/// A row that differs says so in words too.
fn row(what: &str, then: &str, now: &str, lang: Lang) -> Markup {
    html! {
        tr {
            th scope="row" { (what) }
            td { (then) }
            td { @if then == now { (now) } @else { strong { (now) } " (" (label(lang, key::HANDED_CHANGED)) ")" } }
        }
    }
}

/// Names a verdict in a word or two.
pub(super) fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    let word: Word = match verdict {
        Verdict::Accepted => key::HANDED_ACCEPTED,
        Verdict::Refused => key::HANDED_REFUSED,
        Verdict::Open => key::HANDED_OPEN,
        Verdict::NoEdition => key::HANDED_NO_EDITION,
    };
    label(lang, word)
}

fn day(day: Option<Day>, lang: Lang) -> String {
    day.map_or_else(|| "–".into(), |day| words::date_long(day, lang))
}
