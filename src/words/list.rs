//! Several things in a row, and the order of the alphabet. Uses `id`.

use alloc::string::String;
use core::cmp::Ordering;

use super::{Word, key, say};
use crate::id::Lang;

/// The Kazakh alphabet; the Russian one is a part of it, in the same order.
const ALPHABET: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
const CAPITALS: &str = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ";

/// Joins things that all belong: `а, б және в`.
///
/// # Example
///
/// ```
/// use qolhat::Lang;
/// use qolhat::words::list_and;
/// assert_eq!(list_and(&["өтініш", "фото", "анықтама"], Lang::Kk), "өтініш, фото және анықтама");
/// ```
pub fn list_and<T: AsRef<str>>(items: &[T], lang: Lang) -> String {
    joined(items, key::LIST_AND, lang)
}

/// Joins things of which one is enough: `а, б немесе в`.
pub fn list_or<T: AsRef<str>>(items: &[T], lang: Lang) -> String {
    joined(items, key::LIST_OR, lang)
}

/// Compares two names by the alphabet, capitals and small letters alike. What is no letter comes first; then, for a
/// reader of Kazakh or Russian, Cyrillic before Latin letters, and for a reader of English the reverse.
///
/// # Example: Kazakh letters stand beside their neighbours, not after я
///
/// ```
/// use core::cmp::Ordering;
/// use qolhat::Lang;
/// use qolhat::words::compare;
/// assert_eq!(compare("Әлем", "Бала", Lang::Kk), Ordering::Less);
/// ```
pub fn compare(left: &str, right: &str, lang: Lang) -> Ordering {
    let ranks = |text: &'_ str| text.chars().map(|char| rank(char, lang)).collect::<alloc::vec::Vec<_>>();
    ranks(left).cmp(&ranks(right)).then_with(|| left.cmp(right))
}

/// Adds to what was said, with a sign between where something was said already and there is more to say.
///
/// # Example
///
/// ```
/// use qolhat::words::append;
/// let mut said = String::new();
/// for more in ["office", "", "portal"] {
///     append(&mut said, "; ", more);
/// }
/// assert_eq!(said, "office; portal");
/// ```
pub fn append(said: &mut String, between: &str, more: &str) {
    if !said.is_empty() && !more.is_empty() {
        said.push_str(between);
    }
    said.push_str(more);
}

fn joined<T: AsRef<str>>(items: &[T], word: Word, lang: Lang) -> String {
    let Some((last, before)) = items.split_last() else { return String::new() };
    let mut first = String::new();
    for item in before {
        append(&mut first, ", ", item.as_ref());
    }
    if first.is_empty() {
        return last.as_ref().into();
    }
    say(lang, word, &[("first", first.into()), ("last", last.as_ref().into())])
}

/// Gives a letter's script and its place in the script's alphabet.
fn rank(letter: char, lang: Lang) -> (u8, usize) {
    let place = |letters: &str| letters.chars().position(|known| known == letter);
    let (cyrillic, latin) = if lang == Lang::En { (2, 1) } else { (1, 2) };
    match place(ALPHABET).or_else(|| place(CAPITALS)) {
        Some(place) => (cyrillic, place),
        None if letter.is_ascii_alphabetic() => (latin, usize::from(letter.to_ascii_lowercase() as u8)),
        None => (0, letter as usize),
    }
}
