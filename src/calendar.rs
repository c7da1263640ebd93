//! Days off and worked days, for the five-day and the six-day week, and counting by them.
//!
//! A calendar is data: each exceptional day stands in it with its reason and citation; ordinary weekends are known from
//! the week. Outside its years nothing is guessed. Uses `id`, `day` and `clause`.

use serde::{Deserialize, Serialize};

/// The working week by which days are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Week {
    /// Monday to Friday.
    Five,
    /// Monday to Saturday.
    Six,
}
