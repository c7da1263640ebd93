//! What all pages of the law have around them: the head, the languages, where one is, whose word counts.

use std::format;
use std::string::String;
use std::vec::Vec;

use maud::{DOCTYPE, Markup, html};

use super::Page;
use crate::id::Lang;
use crate::words::{key, label};

/// The pages have no script, and load a style and an icon of the site alone.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";
const NAME: &str = "Қолхат";

/// What stands around a page.
pub struct Frame {
    /// The page's language.
    pub lang: Lang,
    /// Its place within the language's folder.
    pub path: String,
    /// Its heading.
    pub title: String,
    /// What it is, in a sentence, for lists of search results.
    pub about: String,
    /// The pages above it, each with its place.
    pub above: Vec<(String, String)>,
}

impl Frame {
    /// Links to a place of the language's folder.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", "../".repeat(self.depth()))
    }

    /// Links to the checker in the page's language.
    pub fn checker(&self) -> String {
        self.site(&format!("index.html#/{}", self.lang.code()))
    }

    /// Draws the page.
    pub fn page(&self, main: &Markup) -> Page {
        let page = html! {
            (DOCTYPE)
            html lang=(self.lang.code()) {
                (self.head())
                body.law {
                    (self.top())
                    (self.crumbs())
                    main {
                        h1 { (self.title) }
                        (main)
                    }
                    (self.bottom())
                }
            }
        };
        Page { path: format!("law/{}/{}", self.lang.code(), self.path), html: page.into_string() }
    }

    fn depth(&self) -> usize {
        self.path.matches('/').count()
    }

    /// Links to a place of the site.
    fn site(&self, path: &str) -> String {
        self.link(&format!("../../{path}"))
    }

    fn head(&self) -> Markup {
        html! {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (self.title) " – " (NAME) }
                meta name="description" content=(self.about);
                link rel="icon" href=(self.site("icon.svg"));
                link rel="stylesheet" href=(self.site("style.css"));
                link rel="stylesheet" href=(self.site("law.css"));
            }
        }
    }

    /// The other languages are named in the page, not in its head: there search engines read full addresses alone, and a
    /// site that is built does not know its own.
    fn top(&self) -> Markup {
        html! {
            header.top {
                p.brand { a href=(self.checker()) lang="kk" { (NAME) } }
                nav.languages aria-label=(label(self.lang, key::PAGE_LANGUAGES)) {
                    @for (lang, name) in [(Lang::Kk, "Қазақша"), (Lang::Ru, "Русский"), (Lang::En, "English")] {
                        a rel="alternate" hreflang=(lang.code()) lang=(lang.code())
                            href=(self.link(&format!("../{}/{}", lang.code(), self.path)))
                            aria-current=[(lang == self.lang).then_some("true")] { (name) }
                    }
                }
            }
        }
    }

    fn crumbs(&self) -> Markup {
        html! {
            @if !self.above.is_empty() {
                nav.crumbs aria-label=(label(self.lang, key::LAW_WHERE)) {
                    ol {
                        @for (name, path) in &self.above { li { a href=(self.link(path)) { (name) } } }
                    }
                }
            }
        }
    }

    fn bottom(&self) -> Markup {
        html! {
            footer.bottom {
                p { (label(self.lang, key::LAW_OFFICIAL)) }
                @if self.lang == Lang::En { p { (label(self.lang, key::ENGLISH_READING_AID)) } }
            }
        }
    }
}

/// The first of the pages above all others.
pub fn home(lang: Lang) -> (String, String) {
    (label(lang, key::LAW_HOME).into(), "index.html".into())
}
