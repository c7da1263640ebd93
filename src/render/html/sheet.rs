//! A receipt as a sheet of paper: one language, black, with lines to write on.

use maud::{Markup, html};

use crate::receipt::{BLANK, Block, Receipt};

/// One copy of a receipt; `party` says whose copy it is, where there are several.
pub fn sheet(receipt: &Receipt, party: Option<&str>) -> Markup {
    html! {
        article.sheet lang=(receipt.lang.code()) {
            p.sheet-preliminary { (receipt.preliminary) }
            @if let Some(party) = party { p.sheet-party { (party) } }
            h3.sheet-title { (receipt.title) }
            @for block in &receipt.blocks { (self::block(block)) }
            footer.sheet-foot {
                p { (receipt.form) }
                @for line in &receipt.footer { p { (line) } }
            }
        }
    }
}

fn block(block: &Block) -> Markup {
    html! {
        @match block {
            Block::Text(text) => p { @for (n, part) in text.split(BLANK).enumerate() { @if n > 0 { span.sheet-gap { } } (part) } },
            Block::Heading(text) => h4 { (text) },
            Block::Field { label, value } => (field(label, value.as_deref())),
            Block::Numbered(items) => ol { @for item in items { li { (item) } } },
        }
    }
}

/// A label with its value, or with a line to write on.
fn field(label: &str, value: Option<&str>) -> Markup {
    let written = |value: &&str| !value.is_empty() && *value != BLANK;
    html! {
        p.sheet-field {
            span.sheet-label { (label) ":" }
            @match value.filter(written) {
                Some(value) => span.sheet-value { (value) },
                None => span.sheet-blank { },
            }
        }
    }
}
