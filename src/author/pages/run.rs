//! Words of another language in a sentence: an act's word is quoted in its own, and is marked so that it is read in it.

use maud::{Markup, html};

use crate::id::Lang;

/// The letters that Kazakh has and Russian has not.
const KAZAKH: &str = "әғқңөұүһіӘҒҚҢӨҰҮҺІ";
/// Russian words that are none in Kazakh.
const RUSSIAN: [&str; 2] = ["и", "или"];

/// Draws a sentence; what it quotes in another language says so.
pub fn told(text: &str, lang: Lang) -> Markup {
    html! {
        @for piece in text.split_inclusive(['«', '»', '“', '”']) {
            @match foreign(piece, lang) {
                Some(other) => {
                    @let (words, close) = piece.split_at(piece.trim_end_matches(['»', '”']).len());
                    span lang=(other.code()) { (words) } (close)
                },
                None => (piece),
            }
        }
    }
}

/// The language of a piece that ends with a closing quote, where it is not the sentence's.
fn foreign(piece: &str, lang: Lang) -> Option<Lang> {
    let quoted = piece.ends_with(['»', '”']);
    let kazakh = piece.chars().any(|letter| KAZAKH.contains(letter));
    let cyrillic = piece.chars().any(|letter| ('А'..='я').contains(&letter));
    let russian = piece.split(|letter: char| !letter.is_alphabetic()).any(|word| RUSSIAN.contains(&word));
    match lang {
        Lang::Ru | Lang::En if quoted && kazakh => Some(Lang::Kk),
        Lang::En if quoted && cyrillic => Some(Lang::Ru),
        Lang::Kk if quoted && russian => Some(Lang::Ru),
        _ => None,
    }
}
