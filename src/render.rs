//! Reports and receipts in a format to read: text for the command, HTML for the page.

pub mod html;
pub mod lists;
pub mod phrase;
pub mod text;
