//! The grammar of a template: words with slots in braces.
//!
//! `{name}` is a slot, `{day|dative}` a slot for a day in a case, `{n|рабочий день|рабочих дня|рабочих дней}` a slot for
//! a number with the forms of its noun. There are no braces but these. The build reads templates with this same file,
//! so it uses nothing of ours and nothing but `core`.

/// A piece of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words that are said as they stand.
    Words(&'a str),
    /// A place for the value of this name.
    Slot(&'a str, Shape<'a>),
}

/// How the value in a slot is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape<'a> {
    /// As it is; a day is said long.
    Plain,
    /// A day in a case.
    Case(Case),
    /// A number and its noun, whose forms stand with bars between.
    Forms(&'a str),
}

/// How a day is said. Only Kazakh has these cases in the day itself; Russian and English say them by a preposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// In figures: `14.09.2026`.
    Short,
    /// To the day: `14 қыркүйекке`.
    Dative,
    /// On the day: `14 қыркүйекте`.
    Locative,
    /// From the day: `14 қыркүйектен`.
    Ablative,
}

impl Case {
    /// Reads a case as it is written in a template.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "short" => Some(Self::Short),
            "dative" => Some(Self::Dative),
            "locative" => Some(Self::Locative),
            "ablative" => Some(Self::Ablative),
            _ => None,
        }
    }
}

/// Takes a template apart. A brace without its partner stays what it is, a part of the words.
pub fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = template;
    core::iter::from_fn(move || {
        let (piece, after) = first_piece(rest)?;
        rest = after;
        Some(piece)
    })
}

fn first_piece(template: &str) -> Option<(Piece<'_>, &str)> {
    if template.is_empty() {
        return None;
    }
    if let Some((inside, after)) = template.strip_prefix('{').and_then(|opened| opened.split_once('}')) {
        return Some((slot(inside), after));
    }
    let opens = template.char_indices().skip(1).find(|(_, char)| *char == '{').map_or(template.len(), |(at, _)| at);
    let (words, after) = template.split_at(opens);
    Some((Piece::Words(words), after))
}

fn slot(inside: &str) -> Piece<'_> {
    match inside.split_once('|') {
        None => Piece::Slot(inside, Shape::Plain),
        Some((name, shape)) => Piece::Slot(name, Case::from_word(shape).map_or(Shape::Forms(shape), Shape::Case)),
    }
}
