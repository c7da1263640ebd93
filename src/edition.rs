//! Which edition of a standard, and which regional regulation, is in force on a day.
//!
//! Never the nearest row silently: before the first, in a gap and after the last are answers of their own.

use crate::day::Day;
use crate::id::Id;
use crate::law::{Bundle, Edition, Regulation};

/// Gives the edition in force on a day; `None` where there is none.
pub fn in_force(bundle: &Bundle, day: Day) -> Option<&Edition> {
    bundle.editions.iter().find(|edition| edition.from <= day && edition.to.is_none_or(|to| day <= to))
}

/// What a region says of a service on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Regional<'a> {
    /// The region has no regulation of this service, or none yet: the national standard alone.
    None,
    /// This regulation applies.
    InForce(&'a Regulation),
    /// This regulation was the last and is repealed: the national standard alone.
    Repealed(&'a Regulation),
}

/// Finds what a region says on a day.
pub fn regional<'a>(bundle: &'a Bundle, region: Option<&Id>, day: Day) -> Regional<'a> {
    let region = region.and_then(|id| bundle.regions.iter().find(|region| region.id == *id));
    let regulations = region.map_or(&[][..], |region| &region.regulations);
    let begun = regulations.iter().filter(|regulation| regulation.from <= day).max_by_key(|regulation| regulation.from);
    match begun {
        None => Regional::None,
        Some(regulation) if regulation.to.is_none_or(|to| day <= to) => Regional::InForce(regulation),
        Some(regulation) => Regional::Repealed(regulation),
    }
}

impl<'a> Regional<'a> {
    /// The regulation that applies, if one does.
    pub fn applying(self) -> Option<&'a Regulation> {
        match self {
            Self::InForce(regulation) => Some(regulation),
            Self::None | Self::Repealed(_) => None,
        }
    }
}
