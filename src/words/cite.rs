//! Citations in words: the act's name, then the place in it, as each language says it.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Word, key, say};
use crate::clause::{Citation, Part};
use crate::id::Lang;
use crate::law::Act;

/// Says a citation with its act's name: `…бұйрығы, 3-қосымша, 9-тармақ, 2) тармақша`.
///
/// An act that is not among `acts` is said by its id: the lint lets no law pass that cites one.
pub fn citation(citation: &Citation, acts: &[Act], lang: Lang) -> String {
    let act = acts.iter().find(|act| act.id == citation.act);
    placed(act.map_or(citation.act.as_str(), |act| act.name.of(lang)), citation, lang)
}

/// Says a citation with its act's short name: `№ 179 бұйрық, 3-қосымша, 9-тармақ`. The full name stands elsewhere.
pub fn short(citation: &Citation, act: &Act, lang: Lang) -> String {
    placed(act.short.of(lang), citation, lang)
}

fn placed(act: &str, citation: &Citation, lang: Lang) -> String {
    let mut parts = alloc::vec![act.to_string()];
    parts.extend(places(citation, lang));
    parts.join(", ")
}

/// Says the place in the act alone; empty where the whole act is cited.
pub fn place(citation: &Citation, lang: Lang) -> String {
    places(citation, lang).collect::<Vec<_>>().join(", ")
}

/// Says several citations; an act that is cited again is named once, and its places follow.
pub fn citations(cited: &[Citation], acts: &[Act], lang: Lang) -> String {
    let mut said: Vec<String> = Vec::new();
    let mut named = None;
    for one in cited {
        let again = named == Some(&one.act) && !one.clause.is_empty();
        said.push(if again { place(one, lang) } else { citation(one, acts, lang) });
        named = Some(&one.act);
    }
    said.join("; ")
}

fn places(citation: &Citation, lang: Lang) -> impl Iterator<Item = String> {
    citation.clause.iter().map(move |(part, number)| say(lang, word(*part), &[("number", number.into())]))
}

const fn word(part: Part) -> Word {
    match part {
        Part::Annex => key::CITE_ANNEX,
        Part::Chapter => key::CITE_CHAPTER,
        Part::Article => key::CITE_ARTICLE,
        Part::Point => key::CITE_POINT,
        Part::Item => key::CITE_ITEM,
        Part::Section => key::CITE_SECTION,
        Part::Paragraph => key::CITE_PARAGRAPH,
        Part::Row => key::CITE_ROW,
    }
}
