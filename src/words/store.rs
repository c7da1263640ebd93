//! Where the sentences of a language are: built in, or, in the page, in a file that comes once the language is chosen.

use core::fmt;

use super::STAMP;
use crate::id::Lang;

/// Why bytes are not the words that this engine says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordsError;

impl fmt::Display for WordsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the file of words is damaged, or belongs to another version of the engine")
    }
}

impl core::error::Error for WordsError {}

/// Takes a language's words from the file that the build wrote of them: a line with the stamp of the keys, then a line for
/// each sentence. An engine that has its words built in only looks whether they are the same ones.
///
/// # Errors
///
/// Words of another version of the engine, or a file cut short: sentences would stand in the wrong places.
pub fn take(lang: Lang, file: &[u8]) -> Result<(), WordsError> {
    let text = core::str::from_utf8(file).map_err(|_| WordsError)?;
    let (stamp, lines) = text.split_once('\n').ok_or(WordsError)?;
    if stamp != STAMP {
        return Err(WordsError);
    }
    keep(lang, lines)
}

/// Gives the file of a language's words, as [`take`] reads it, without those that only the command says.
#[cfg(feature = "author")]
pub fn file(lang: Lang) -> &'static str {
    match lang {
        Lang::Kk => super::FILE_KK,
        Lang::Ru => super::FILE_RU,
        Lang::En => super::FILE_EN,
    }
}

#[cfg(not(feature = "words-apart"))]
pub(super) fn templates(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Kk => &super::KK,
        Lang::Ru => &super::RU,
        Lang::En => &super::EN,
    }
}

#[cfg(not(feature = "words-apart"))]
fn keep(_: Lang, lines: &str) -> Result<(), WordsError> {
    if lines.split('\n').count() == super::COUNT { Ok(()) } else { Err(WordsError) }
}

#[cfg(feature = "words-apart")]
use apart::keep;
#[cfg(feature = "words-apart")]
pub(super) use apart::templates;

/// Words that came after the engine. They are text of ours and no state of a check: each language is written once, and a
/// sentence whose language has not come is empty.
#[cfg(feature = "words-apart")]
mod apart {
    use alloc::boxed::Box;
    use alloc::vec::Vec;
    use std::sync::OnceLock;

    use super::WordsError;
    use crate::id::Lang;
    use crate::words::COUNT;

    static TAKEN: [OnceLock<Vec<&str>>; 3] = [const { OnceLock::new() }; 3];

    const fn place(lang: Lang) -> &'static OnceLock<Vec<&'static str>> {
        let [kk, ru, en] = &TAKEN;
        match lang {
            Lang::Kk => kk,
            Lang::Ru => ru,
            Lang::En => en,
        }
    }

    pub(in crate::words) fn templates(lang: Lang) -> &'static [&'static str] {
        place(lang).get().map_or(&[], Vec::as_slice)
    }

    pub(super) fn keep(lang: Lang, lines: &str) -> Result<(), WordsError> {
        if lines.split('\n').count() != COUNT {
            return Err(WordsError);
        }
        // They are said as long as the page is there.
        let lines: &'static str = Box::leak(Box::from(lines));
        place(lang).get_or_init(|| lines.split('\n').collect());
        Ok(())
    }
}
