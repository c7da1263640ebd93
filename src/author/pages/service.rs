//! A service with its editions: its own page, and how the pages of its editions are named and found.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use maud::{Markup, html};

use super::Page;
use super::frame::{Frame, home};
use crate::author::explain::in_force;
use crate::id::Lang;
use crate::law::{Bundle, Edition};
use crate::words::finding::verified;
use crate::words::{key, label, say};

/// A service's law, told in a language.
#[derive(Clone, Copy)]
pub struct ServiceLaw<'a> {
    /// The law.
    pub bundle: &'a Bundle,
    /// The language.
    pub lang: Lang,
}

impl<'a> ServiceLaw<'a> {
    /// Draws the service's page: its editions, the newest first.
    pub fn page(&self) -> Page {
        let frame = Frame {
            lang: self.lang,
            path: self.place(),
            title: self.short().into(),
            about: self.bundle.service.about.of(self.lang).into(),
            above: std::vec![home(self.lang)],
        };
        let main = html! {
            p.lead { (self.bundle.service.about.of(self.lang)) }
            p { (label(self.lang, key::PAGE_LEGAL_NAME)) ": " (self.bundle.service.name.of(self.lang)) }
            p.actions { (self.checked(&frame)) }
            h2 { (label(self.lang, key::LAW_EDITIONS)) }
            ul.editions {
                @for edition in self.bundle.editions.iter().rev() { li { (self.listed(edition, &frame)) } }
            }
        };
        frame.page(&main)
    }

    /// The service's short name.
    pub fn short(&self) -> &'a str {
        self.bundle.service.short.of(self.lang)
    }

    /// The place of the service's page.
    pub fn place(&self) -> String {
        format!("{}/index.html", self.bundle.service.id)
    }

    /// The place of an edition's page.
    pub fn edition_place(&self, edition: &Edition) -> String {
        format!("{}/{}.html", self.bundle.service.id, edition.from)
    }

    /// The place of the map of an edition's questions.
    pub fn map_place(&self, edition: &Edition) -> String {
        format!("{}/{}-questions.html", self.bundle.service.id, edition.from)
    }

    /// The pages above those of an edition.
    pub fn above(&self) -> Vec<(String, String)> {
        std::vec![home(self.lang), (self.short().to_string(), self.place())]
    }

    /// The edition that is not followed by another and has no last day. What a page says of today is said of the day on
    /// which it was built: nobody knows of later law.
    pub fn now(&self) -> Option<&'a Edition> {
        self.bundle.editions.last().filter(|edition| edition.to.is_none())
    }

    /// Tells whether an edition is the one in force.
    pub fn is_now(&self, edition: &Edition) -> bool {
        self.now().is_some_and(|now| now.from == edition.from)
    }

    /// A button to the checker.
    pub fn checked(&self, frame: &Frame) -> Markup {
        html! { a.main href={ (frame.checker()) "/service/" (self.bundle.service.id) } { (label(self.lang, key::LAW_CHECK)) } }
    }

    /// Says a sentence of an edition: of its service, and when it is in force.
    pub fn about(&self, word: crate::words::Word, edition: &Edition) -> String {
        say(self.lang, word, &[("service", self.short().into()), ("when", in_force(edition, self.lang).into())])
    }

    /// A mark where an edition is the one in force.
    pub fn mark(&self, edition: &Edition) -> Markup {
        html! { @if self.is_now(edition) { strong.now { (label(self.lang, key::LAW_NOW)) } } }
    }

    fn listed(&self, edition: &Edition, frame: &Frame) -> Markup {
        html! {
            p {
                a href=(frame.link(&self.edition_place(edition))) { (in_force(edition, self.lang)) }
                " " (self.mark(edition))
            }
            p { (edition.name.of(self.lang)) }
            p.note { (verified(edition.verified, self.lang)) }
            p { a href=(frame.link(&self.map_place(edition))) { (label(self.lang, key::LAW_MAP)) } }
        }
    }
}
