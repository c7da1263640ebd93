//! All integration tests, in one binary: one module per theme.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod architecture;
mod author;
mod calendar;
mod cases;
mod changelog;
mod check;
mod command;
mod input;
mod law;
mod npm;
mod oracle;
mod packages;
mod page;
mod pictures;
mod properties;
mod readme;
mod snapshots;
mod spec;
mod supply;
mod timeline;
mod wire;
mod words;
