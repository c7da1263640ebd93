//! What no verdict needs comes after it: the sheets, the ways beside printing, the days as a file, opening a link, the proof
//! of privacy. All of it is reached through here alone, and nobody comes past the gate before it is there.
//!
//! The build takes each function of `parts`, with all that nothing else calls, out of the engine and puts it into a file
//! of its own, which the page joins to the running engine: `xtask/src/split.rs`.

use alloc::vec::Vec;

use maud::Markup;

use super::message::Effect;
use super::model::Model;
use super::route::Screen;
use super::ways::Way;
use crate::report::Report;

/// The file of the later part.
pub const FILE: &str = "qolhat_later.wasm";

/// Tells whether the later part is needed and not here: where the result stands one may ask for it at any time.
pub(super) fn lacking(model: &Model) -> bool {
    !model.whole && (needed(model) || model.screen == Screen::Result)
}

/// Tells whether the page cannot go on without it.
pub(super) fn needed(model: &Model) -> bool {
    matches!(model.screen, Screen::Print | Screen::Privacy) || model.handed.is_waiting() || model.dates_asked
}

pub(super) fn print(model: &Model, report: &Report) -> Option<Markup> {
    model.whole.then(|| parts::print(model, report))
}

pub(super) fn privacy(model: &Model) -> Option<Markup> {
    model.whole.then(|| parts::privacy(model))
}

pub(super) fn way(model: &mut Model, way: Way) -> Vec<Effect> {
    if model.whole { parts::way(model, way) } else { Vec::new() }
}

/// The days to keep, as a file for any calendar; asked for too early, it comes as soon as it can.
pub(super) fn dates(model: &mut Model) -> Option<Effect> {
    model.dates_asked = !model.whole;
    if model.whole { parts::dates(model) } else { Some(Effect::Fetch(FILE.into())) }
}

/// Types in as much of a link as the law that came allows; tells whether that was the last of it.
pub(super) fn advance(model: &mut Model) -> bool {
    model.whole && parts::advance(model)
}

/// Each a function of its own, for the build to find: written out in its caller it would be part of that.
mod parts {
    use super::{Effect, Markup, Model, Report, Vec, Way};
    use crate::page::{handover, view, ways};
    use crate::render::ics;

    #[inline(never)]
    pub fn print(model: &Model, report: &Report) -> Markup {
        view::print::view(model, report)
    }

    #[inline(never)]
    pub fn privacy(model: &Model) -> Markup {
        view::privacy::view(model)
    }

    #[inline(never)]
    pub fn way(model: &mut Model, way: Way) -> Vec<Effect> {
        ways::update(model, way)
    }

    #[inline(never)]
    pub fn dates(model: &Model) -> Option<Effect> {
        let report = model.report.as_ref()?;
        let name = alloc::format!("qolhat-{}.ics", report.visit);
        Some(Effect::Save { name, kind: "text/calendar;charset=utf-8", text: ics::calendar(report, model.lang) })
    }

    #[inline(never)]
    pub fn advance(model: &mut Model) -> bool {
        handover::advance(model)
    }
}
