//! Receipts as HTML: the same sheet on the page, on paper and in a file.

use alloc::string::String;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::receipt::{Block, Receipt};

/// The style of a printed sheet: A4, black, 12 points, margins 20 and 10 millimetres.
const SHEET: &str = include_str!("../../www/sheet.css");

/// Draws a receipt as one sheet in one language.
pub fn receipt_sheet(receipt: &Receipt) -> Markup {
    html! {
        article.sheet lang=(receipt.lang.code()) {
            p.sheet-mark { (receipt.preliminary) }
            h2.sheet-title { (receipt.title) }
            @for block in &receipt.blocks { (block_markup(block)) }
            footer.sheet-foot {
                p { (receipt.form) }
                @for line in &receipt.footer { p { (line) } }
            }
        }
    }
}

/// Draws a receipt as a page of its own, to be opened from a file and printed.
pub fn receipt_page(receipt: &Receipt) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(receipt.lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (receipt.title) }
                // The style is ours and holds no user's text.
                style { (PreEscaped(SHEET)) }
            }
            body { main { (receipt_sheet(receipt)) } }
        }
    };
    page.into_string()
}

fn block_markup(block: &Block) -> Markup {
    html! {
        @match block {
            Block::Text(text) => p { (text) },
            Block::Heading(text) => h3 { (text) },
            Block::Field { label, value } => p.sheet-field {
                span.sheet-label { (label) ":" } " "
                @match value {
                    Some(value) => span.sheet-value { (value) },
                    None => span.sheet-blank aria-hidden="true" {},
                }
            },
            Block::Numbered(items) => ol { @for item in items { li { (item) } } },
        }
    }
}
