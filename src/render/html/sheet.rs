//! A sheet of paper: one language, black, with lines to write on and boxes to tick.

use maud::{Markup, html};

use crate::receipt::{BLANK, Block, Boxed, Sheet};

/// What differs from copy to copy of a sheet.
#[derive(Clone, Debug, Default)]
pub struct Copy<'a> {
    /// Whose copy it is, where there are several.
    pub party: &'a str,
    /// Set for letters of 18 points, which may take more than one page.
    pub large: bool,
    /// A code to be read by a machine, drawn beside the footer; empty for none.
    pub code: Markup,
}

/// One copy of a sheet.
pub fn sheet(sheet: &Sheet, copy: &Copy<'_>) -> Markup {
    html! {
        article.sheet.large[copy.large] lang=(sheet.lang.code()) {
            div.sheet-head {
                p.sheet-party { (copy.party) }
                p.sheet-preliminary { (sheet.preliminary) }
            }
            @if let Some(past) = &sheet.past { p.sheet-past { (past) } }
            h3.sheet-title { (sheet.title) }
            @for block in &sheet.blocks { (self::block(block)) }
            footer.sheet-foot {
                (copy.code)
                @for line in &sheet.footer { p { (line) } }
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
            Block::Boxes(items) => ul.sheet-boxes { @for item in items { (boxed(item)) } },
            Block::Blanks(labels) => div.sheet-blanks { @for label in labels { (field(label, None)) } },
        }
    }
}

fn boxed(item: &Boxed) -> Markup {
    html! {
        li {
            span.sheet-box { }
            div {
                p.sheet-what { (item.what) }
                @for how in &item.how { p { (how) } }
            }
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
