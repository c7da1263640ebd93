//! The page on which a webmaster puts the widget's snippet together.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use maud::{DOCTYPE, Markup, html};

use crate::day::Day;
use crate::edition::in_force;
use crate::id::Lang;
use crate::law::{Bundle, Directory, Edition};
use crate::words::{Word, key, label, list_or};

/// What the page is made of.
#[derive(Clone, Copy, Debug)]
pub struct Embed<'a> {
    /// The services' law.
    pub bundles: &'a [Bundle],
    /// The services and regions as the page lists them.
    pub directory: &'a Directory,
    /// The day of whose editions the lists are made.
    pub day: Day,
    /// The policy that the site states.
    pub policy: &'a str,
    /// The hash by which a browser knows the loader again.
    pub integrity: &'a str,
}

/// Draws the page in a language.
pub fn embed(of: Embed<'_>, lang: Lang) -> String {
    let word = |word| label(lang, word);
    let page = html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(of.policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (word(key::EMBED_TITLE)) " – Қолхат" }
                meta name="description" content=(word(key::EMBED_LEAD));
                link rel="icon" href="icon.svg";
                link rel="stylesheet" href="style.css";
                link rel="stylesheet" href="embed.css";
                script type="module" src="qolhat-widget.js" {}
                script type="module" src="embed.js" {}
            }
            body {
                header.top {
                    p.brand { a href="./" { "Қолхат" } }
                    (languages(lang))
                }
                main #embed data-integrity=(of.integrity) data-copied=(word(key::EMBED_COPIED)) {
                    h1 { (word(key::EMBED_TITLE)) }
                    p.lead { (word(key::EMBED_LEAD)) }
                    noscript { p.told { (word(key::EMBED_NOSCRIPT)) } }
                    (choices(of, lang))
                    (snippet("script", 12, key::EMBED_SCRIPT, lang, &html! {
                        p.hint { (word(key::EMBED_SCRIPT_ABOUT)) }
                        (allowed("script", "script-src https://… 'wasm-unsafe-eval'; connect-src https://…", lang))
                        p.hint { (word(key::EMBED_POLICY_OWN)) }
                    }))
                    (snippet("frame", 5, key::EMBED_FRAME, lang, &html! {
                        p.hint { (word(key::EMBED_ONLY_SERVICE)) }
                        (allowed("frame", "frame-src https://…", lang))
                    }))
                    (snippet("link", 3, key::EMBED_LINK, lang, &html! { p.hint { (word(key::EMBED_ONLY_SERVICE)) } }))
                    section aria-labelledby="preview-heading" {
                        h2 #preview-heading { (word(key::EMBED_PREVIEW)) }
                        p.hint { (word(key::EMBED_PREVIEW_ABOUT)) }
                        div #preview {}
                    }
                }
                (lists(of))
            }
        }
    };
    page.into_string()
}

fn languages(lang: Lang) -> Markup {
    html! {
        nav.languages aria-label=(label(lang, key::PAGE_LANGUAGES)) {
            @for (other, name) in [(Lang::Kk, "Қазақша"), (Lang::Ru, "Русский"), (Lang::En, "English")] {
                a href={ "embed." (other.code()) ".html" } lang=(other.code()) hreflang=(other.code())
                    aria-current=[(other == lang).then_some("page")] { (name) }
            }
        }
    }
}

fn choices(of: Embed<'_>, lang: Lang) -> Markup {
    let word = |word| label(lang, word);
    let services = of.bundles.iter().map(|bundle| (bundle.service.id.as_str(), bundle.service.short.of(lang)));
    let regions = of.directory.regions.iter().map(|region| (region.id.as_str(), region.name.of(lang)));
    let languages = [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")];
    let themes = [("light", word(key::EMBED_THEME_LIGHT)), ("dark", word(key::EMBED_THEME_DARK))];
    html! {
        form.embed autocomplete="off" {
            (select("service", key::EMBED_SERVICE, Some(key::EMBED_ALL_SERVICES), services, lang))
            (select("region", key::EMBED_REGION, Some(key::EMBED_REGION_ASKED), regions, lang))
            (select("lang", key::EMBED_LANG, None, languages.into_iter(), lang))
            (select("theme", key::EMBED_THEME, Some(key::EMBED_THEME_HOST), themes.into_iter(), lang))
            (select("density", key::EMBED_DENSITY, Some(key::EMBED_DENSITY_ROOMY), core::iter::once(("dense", word(key::EMBED_DENSITY_DENSE))), lang))
            (text("school", key::EMBED_SCHOOL, lang))
            (text("address", key::EMBED_ADDRESS, lang))
        }
    }
}

fn select<'a>(
    name: &str,
    word: Word,
    first: Option<Word>,
    choices: impl Iterator<Item = (&'a str, &'a str)>,
    lang: Lang,
) -> Markup {
    html! {
        div.field {
            label for=(name) { (label(lang, word)) }
            select id=(name) name=(name) {
                @if let Some(first) = first { option value="" { (label(lang, first)) } }
                @for (value, said) in choices {
                    option value=(value) lang=[(name == "lang").then_some(value)]
                        selected[name == "lang" && value == lang.code()] { (said) }
                }
            }
        }
    }
}

fn text(name: &str, word: Word, lang: Lang) -> Markup {
    html! {
        div.field {
            label for=(name) { (label(lang, word)) }
            input.wide type="text" id=(name) name=(name) autocomplete="off";
        }
    }
}

/// What a host's policy must allow; the script puts the address of this site in.
fn allowed(name: &str, policy: &str, lang: Lang) -> Markup {
    html! {
        p.hint { (label(lang, key::EMBED_POLICY)) }
        pre.policy lang="en" { code id={ "policy-" (name) } { (policy) } }
    }
}

fn snippet(name: &str, rows: u8, heading: Word, lang: Lang, about: &Markup) -> Markup {
    let id = alloc::format!("{name}-heading");
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (label(lang, heading)) }
            (about)
            textarea.snippet id={ "snippet-" (name) } aria-labelledby=(id) readonly rows=(rows) spellcheck="false" {}
            div.actions {
                button type="button" data-copy=(name) { (label(lang, key::EMBED_COPY)) }
                span role="status" {}
            }
        }
    }
}

/// What stands inside the element until the checker opens: the link and the papers, in each language.
fn lists(of: Embed<'_>) -> Markup {
    html! {
        @for lang in Lang::ALL {
            template id={ "list--" (lang.code()) } data-start=(label(lang, key::EMBED_START)) data-open=(label(lang, key::EMBED_OPEN)) {
                @for bundle in of.bundles { li lang=(lang.code()) { (bundle.service.short.of(lang)) } }
            }
            @for bundle in of.bundles {
                template id={ "list-" (bundle.service.id) "-" (lang.code()) } {
                    @if let Some(edition) = in_force(bundle, of.day) { (papers(bundle, edition, lang)) }
                }
            }
        }
    }
}

/// The papers that may be asked at the first desk, by name.
fn papers(bundle: &Bundle, edition: &Edition, lang: Lang) -> Markup {
    let Some(desk) = edition.channels.first() else { return Markup::default() };
    html! {
        @for requirement in &edition.requirements {
            @let documents: Vec<_> = requirement.one_of.iter()
                .filter(|one| one.ask.iter().any(|ask| ask.channels.contains(&desk.id)))
                .filter_map(|one| bundle.document(&one.document))
                .map(|document| document.name.of(lang).to_string())
                .collect();
            @if !documents.is_empty() { li { (list_or(&documents, lang)) } }
        }
    }
}
