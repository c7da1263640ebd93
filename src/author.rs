//! The author's tool: reads the law that people write, finds its faults, and builds what the engine reads.
//!
//! It may read files; nothing else in the library does. Nobody but the command and the build tool uses it.

mod answers;
mod assemble;
mod calendar;
pub mod cases;
mod changes;
mod describe;
mod diff;
mod explain;
mod fault;
mod files;
mod lint;
mod map;
mod pages;
mod read;
mod schema;
mod tree;
mod uses;

pub use assemble::{assemble, assemble_calendar, assemble_directory, calendar_now_part, now_part, published};
pub use calendar::{CalendarSource, DaysAYear, Holiday, Holidays};
pub use diff::diff;
pub use explain::explain;
pub use fault::{CODES, LawError, Place};
pub use files::Files;
pub use lint::lint;
pub use map::untried;
pub use pages::{Page, pages};
pub use read::{Acts, Channels, Documents, FactKinds, ServiceSource, Source, Sources, parse, read};
pub use schema::schemas;
