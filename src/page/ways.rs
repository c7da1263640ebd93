//! How a package or a sheet leaves the page where it is not printed: by a link, a code, copied text, or shown to somebody.

use alloc::string::String;
use alloc::vec::Vec;

use super::form::{YES, name};
use super::handover;
use super::message::Effect;
use super::model::Model;
use crate::day::TimeOfDay;

/// What was made or tried on the print screen; gone when one leaves it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// The link that hands the package over, once it was made.
    pub link: Option<Link>,
    /// What became of the last copying.
    pub copied: Option<Copied>,
    /// Set where printing was asked for and did not begin.
    pub unprinted: bool,
    /// Since when the receipt is shown on the whole screen.
    pub shown: Option<TimeOfDay>,
}

/// A link that hands a package over, and its code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The address; empty for a page that was opened from a file and has none.
    pub address: String,
    /// The dark modules of the code, as a path of SVG; empty where it could not be drawn.
    pub path: String,
    /// How many modules a side has.
    pub side: u32,
}

/// What is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copy {
    /// The link.
    Link,
    /// The text of the sheets.
    Sheets,
}

/// Whether copying was allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copied {
    /// What was to be copied.
    pub what: Copy,
    /// Whether it was.
    pub done: bool,
}

/// What is said of these ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// A link is to be made.
    Make,
    /// It was made, and drawn where it could be.
    Made(Link),
    /// Something is to be copied.
    Copy(Copy),
    /// It was copied, or not.
    Copied(Copied),
    /// Printing did not begin.
    Unprinted,
    /// The receipt is to be shown on the whole screen, from this time on.
    Show(TimeOfDay),
    /// It was seen.
    Hide,
}

impl Way {
    /// Reads what a button says, at a time of day.
    pub fn said(said: &str, now: Option<TimeOfDay>) -> Option<Self> {
        Some(match said {
            "make-link" => Self::Make,
            "copy-link" => Self::Copy(Copy::Link),
            "copy-sheets" => Self::Copy(Copy::Sheets),
            "show" => Self::Show(now?),
            "hide" => Self::Hide,
            _ => return None,
        })
    }
}

/// Takes what is said.
pub(super) fn update(model: &mut Model, way: Way) -> Vec<Effect> {
    match way {
        Way::Make => return make(model),
        Way::Made(link) => made(model, link),
        Way::Copy(what) => return copy(model, what),
        Way::Copied(copied) => model.ways.copied = Some(copied),
        Way::Unprinted => model.ways.unprinted = true,
        Way::Show(since) => return shown(model, Some(since)),
        Way::Hide => return shown(model, None),
    }
    Vec::new()
}

fn make(model: &Model) -> Vec<Effect> {
    let report = model.report.iter();
    report.map(|report| Effect::HandOver(handover::write(report, model.lang))).collect()
}

/// The code is printed from then on, until somebody takes the tick away.
fn made(model: &mut Model, link: Link) {
    model.form.set(name::CODE, if link.path.is_empty() { "" } else { YES });
    model.ways.link = Some(link);
}

fn copy(model: &Model, what: Copy) -> Vec<Effect> {
    let link = model.ways.link.as_ref().filter(|_| what == Copy::Link);
    alloc::vec![Effect::Copy(link.map(|link| link.address.clone()).unwrap_or_default())]
}

fn shown(model: &mut Model, since: Option<TimeOfDay>) -> Vec<Effect> {
    model.ways.shown = since;
    alloc::vec![Effect::FocusHeading]
}
