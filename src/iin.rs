//! The individual identification number (ЖСН, ИИН): twelve digits, of which the last checks the others.
//!
//! Since 26 August 2013 the digits are no longer tied to personal data (Government resolution No 853), so what they seem
//! to say of birth and sex is at most a reason to look again. Uses `day` only.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::wire::wire;

/// A number that passed all checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Iin([u8; 12]);

/// What is wrong with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IinError {
    /// It has this many digits instead of twelve.
    Length(usize),
    /// It holds something that is not a digit.
    NotDigits,
    /// The twelfth digit does not follow from the eleven before it.
    CheckDigit,
}

wire! {
/// What a person's documents call their sex.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Sex {
    /// Female: an even seventh digit.
    Female,
    /// Male: an odd seventh digit.
    Male,
}
}

impl Iin {
    /// Reads a number, passing over spaces, no-break spaces and hyphens.
    ///
    /// # Errors
    ///
    /// The first of: not digits, wrong length, wrong check digit.
    ///
    /// # Example: a number that needs the second pass
    ///
    /// ```
    /// use qolhat::{Iin, IinError};
    /// assert!(Iin::read("850317 300 009").is_ok());
    /// assert_eq!(Iin::read("000101500002"), Err(IinError::CheckDigit));
    /// ```
    pub fn read(text: &str) -> Result<Self, IinError> {
        let separators = [' ', '-', '\u{a0}', '\u{202f}', '\u{2009}'];
        let mut digits = [0; 12];
        let mut length = 0;
        for letter in text.trim().chars().filter(|letter| !separators.contains(letter)) {
            let digit = letter.to_digit(10).and_then(|digit| u8::try_from(digit).ok()).ok_or(IinError::NotDigits)?;
            if let Some(place) = digits.get_mut(length) {
                *place = digit;
            }
            length += 1;
        }
        if length != 12 {
            return Err(IinError::Length(length));
        }
        let iin = Self(digits);
        if iin.check_digit() == digits.last().copied() { Ok(iin) } else { Err(IinError::CheckDigit) }
    }

    /// Computes the twelfth digit: weights 1 to 11 and the remainder by 11; on 10 once more with weights 3 to 11, 1, 2;
    /// on 10 again there is none, and such a number is not given out.
    fn check_digit(&self) -> Option<u8> {
        let weighted = |first: u32| {
            let weights = (0..11).map(move |place| (place + first - 1) % 11 + 1);
            self.0.iter().zip(weights).map(|(digit, weight)| u32::from(*digit) * weight).sum::<u32>() % 11
        };
        [1, 3].into_iter().map(weighted).find(|rest| *rest < 10).and_then(|rest| u8::try_from(rest).ok())
    }

    /// The birth day that the first seven digits seem to name; `None` where they name none.
    pub fn birth_day(&self) -> Option<Day> {
        let century = match self.0.get(6)? {
            1 | 2 => 1800,
            3 | 4 => 1900,
            5 | 6 => 2000,
            _ => return None,
        };
        let two = |pair: &[u8]| pair.iter().fold(0, |number, digit| number * 10 + u32::from(*digit));
        let mut pairs = self.0.chunks_exact(2).map(two);
        let (year, month, day) = (pairs.next()?, pairs.next()?, pairs.next()?);
        Day::try_new(century + i32::try_from(year).ok()?, month, day)
    }

    /// The sex that the seventh digit seems to name; `None` for a zero.
    pub fn sex(&self) -> Option<Sex> {
        match self.0 {
            [_, _, _, _, _, _, 0, ..] => None,
            [_, _, _, _, _, _, digit, ..] if digit % 2 == 0 => Some(Sex::Female),
            _ => Some(Sex::Male),
        }
    }
}

/// Masks a number but for its last four digits: the first six are usually the birth day.
pub fn masked(text: &str) -> String {
    let shown = text.chars().count().saturating_sub(4);
    text.chars().enumerate().map(|(n, letter)| if n < shown { '•' } else { letter }).collect()
}
