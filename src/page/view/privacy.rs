//! The proof of privacy: what the browser is forbidden, what was asked for, an attempt at every way out, what cannot be
//! prevented; and how to leave nothing behind.

use maud::{Markup, html};

use super::kept::{erase, say_button};
use super::{address, heading, loading};
use crate::page::model::Model;
use crate::page::route::Screen;
use crate::words::{Word, key, label, say};

/// The ways out, as the module that tries them names them.
const WAYS: [(&str, Word); 16] = [
    ("fetch", key::PRIVACY_WAY_FETCH),
    ("xhr", key::PRIVACY_WAY_XHR),
    ("beacon", key::PRIVACY_WAY_BEACON),
    ("socket", key::PRIVACY_WAY_SOCKET),
    ("events", key::PRIVACY_WAY_EVENTS),
    ("image", key::PRIVACY_WAY_IMAGE),
    ("style", key::PRIVACY_WAY_STYLE),
    ("font", key::PRIVACY_WAY_FONT),
    ("script", key::PRIVACY_WAY_SCRIPT),
    ("prefetch", key::PRIVACY_WAY_PREFETCH),
    ("ping", key::PRIVACY_WAY_PING),
    ("frame", key::PRIVACY_WAY_FRAME),
    ("form", key::PRIVACY_WAY_FORM),
    ("worker", key::PRIVACY_WAY_WORKER),
    ("service", key::PRIVACY_WAY_SERVICE),
    ("call", key::PRIVACY_WAY_CALL),
];

/// What no policy can prevent.
const LIMITS: [Word; 4] =
    [key::PRIVACY_LIMIT_EXTENSIONS, key::PRIVACY_LIMIT_LINKS, key::PRIVACY_LIMIT_PRINT, key::PRIVACY_LIMIT_PEOPLE];

pub(in crate::page) fn view(model: &Model) -> Markup {
    let word = |word| label(model.lang, word);
    html! {
        (heading(word(key::PRIVACY_HEADING)))
        p.lead { (word(key::PRIVACY_LEAD)) }
        section { h2 { (word(key::PRIVACY_POLICY)) } (policy(model)) }
        section { h2 { (word(key::PRIVACY_ASKED)) } (asked(model)) }
        section { h2 { (word(key::PRIVACY_TRY)) } (attempt(model)) }
        section { h2 { (word(key::PRIVACY_LIMITS)) } ul { @for limit in LIMITS { li { (word(limit)) } } } }
        section {
            h2 { (word(key::PUBLIC_HEADING)) }
            p { (word(key::PUBLIC_WHAT)) }
            @if !model.kept.public { div.actions { (say_button("public on", "public-on", word(key::PUBLIC_ON))) } }
        }
        section {
            h2 { (word(key::KEPT_ERASE)) }
            p { (word(key::KEPT_ERASE_WHAT)) }
            div.actions { (erase(model, "erase")) }
        }
        a.back href=(address(model, model.reachable(Screen::Result))) { (word(key::PAGE_BACK)) }
    }
}

/// What was seen, of one kind.
fn seen<'a>(model: &'a Model, kind: &'a str) -> impl Iterator<Item = &'a str> {
    model.kept.seen.lines().filter_map(move |line| line.strip_prefix(kind)?.strip_prefix(' '))
}

fn policy(model: &Model) -> Markup {
    let lang = model.lang;
    let whole = |directive| seen(model, "policy").any(|policy| policy.contains(directive));
    let word = match (whole("connect-src 'none'"), whole("connect-src 'self'")) {
        (true, _) => key::PRIVACY_POLICY_STRICT,
        (_, true) => key::PRIVACY_POLICY_SITE,
        _ => key::PRIVACY_POLICY_NONE,
    };
    html! {
        @if model.kept.seen.is_empty() { (loading(model)) }
        @else if model.kept.seen == "lost" { p.told role="alert" { (label(lang, key::PAGE_LOAD_FAILED)) } }
        @else {
            p { (label(lang, word)) }
            details id="policy" {
                summary { (label(lang, key::PRIVACY_POLICY_TEXT)) }
                @for policy in seen(model, "policy") {
                    ul { @for directive in policy.split("; ") { li { code lang="en" { (directive) } } } }
                }
            }
        }
    }
}

fn asked(model: &Model) -> Markup {
    let count = |kind| i64::try_from(seen(model, kind).count()).unwrap_or(i64::MAX);
    let (own, others) = (count("asked"), count("elsewhere"));
    html! {
        p { (say(model.lang, key::PRIVACY_ASKED_COUNT, &[("n", (own + others).into()), ("others", others.into())])) }
        details id="asked" {
            summary { (label(model.lang, key::PRIVACY_ASKED_LIST)) }
            ul {
                @for kind in ["elsewhere", "asked"] {
                    @for address in seen(model, kind) { li { code lang="en" { (address) } } }
                }
            }
        }
    }
}

fn attempt(model: &Model) -> Markup {
    let word = |word| label(model.lang, word);
    let count = |kind| i64::try_from(seen(model, kind).count()).unwrap_or(i64::MAX);
    let (blocked, open) = (count("blocked"), count("open"));
    html! {
        p { (word(key::PRIVACY_TRY_WHAT)) }
        div.actions { (say_button("try", "try", word(key::PRIVACY_TRY))) }
        div role="status" {
            @if model.kept.trying {
                p { (word(key::PRIVACY_TRYING)) }
                progress aria-label=(word(key::PRIVACY_TRYING)) {}
            } @else if blocked + open > 0 {
                p { strong {
                    (say(model.lang, key::PRIVACY_TRIED, &[("all", (blocked + open).into()), ("blocked", blocked.into())]))
                } }
            }
        }
        @if !model.kept.trying && blocked + open > 0 { (outcomes(model)) }
    }
}

fn outcomes(model: &Model) -> Markup {
    let word = |word| label(model.lang, word);
    let open = |way| seen(model, "open").any(|open| open == way);
    html! {
        table.ways {
            thead { tr { th scope="col" { (word(key::PRIVACY_WAY)) } th scope="col" { (word(key::PRIVACY_OUTCOME)) } } }
            tbody {
                @for (way, name) in WAYS {
                    tr data-way=(way) {
                        th scope="row" { (word(name)) }
                        @if open(way) { td.open { (word(key::PRIVACY_OPEN)) } } @else { td.blocked { (word(key::PRIVACY_BLOCKED)) } }
                    }
                }
            }
        }
        @if open("call") { p.note { (word(key::PRIVACY_CALL_NOTE)) } }
    }
}
