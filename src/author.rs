//! The author's tool: reads the law that people write, finds its faults, and builds what the engine reads.
//!
//! It may read files; nothing else in the library does. Nobody but the command and the build tool uses it.

pub mod assemble;
mod calendar;
pub mod cases;
pub mod read;
mod uses;

pub use assemble::assemble;
pub use calendar::{DayNames, read_calendar};
pub use read::{LawError, Place, Source, Sources, read};
