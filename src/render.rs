//! Reports and receipts in a format to read: text for the command, HTML for the page, and the days to keep for any calendar.

pub mod html;
pub mod ics;
pub mod lists;
pub mod phrase;
pub mod text;
