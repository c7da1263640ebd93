//! The list of steps: where one is, how far one is with each, and the way to those that can be reached.

use maud::{Markup, html};

use super::address;
use crate::page::journey::{Status, status};
use crate::page::model::Model;
use crate::page::route::Screen;
use crate::words::{key, label, say};

/// On a narrow screen the list opens on a press; on a wide one it is always there.
pub(super) fn view(model: &Model) -> Markup {
    html! {
        @if model.screen.is_step() {
            nav.steps aria-label=(label(model.lang, key::PAGE_STEPS)) {
                button #steps-open type="button" data-say="steps" aria-controls="steps-list"
                    aria-expanded=(if model.steps_open { "true" } else { "false" }) {
                    span { (place(model)) }
                    " "
                    b { (label(model.lang, model.screen.label())) }
                }
                ol #steps-list { @for screen in steps(model) { (step(model, screen)) } }
            }
        }
    }
}

fn place(model: &Model) -> alloc::string::String {
    let count = |steps: &mut dyn Iterator<Item = Screen>| i64::try_from(steps.count()).unwrap_or(i64::MAX);
    let n = count(&mut steps(model).filter(|screen| *screen <= model.screen));
    say(model.lang, key::STEP_PLACE, &[("n", n.into()), ("total", count(&mut steps(model)).into())])
}

/// The steps of the journey; where the service is settled beforehand, that is none.
fn steps(model: &Model) -> impl Iterator<Item = Screen> {
    Screen::steps().filter(|screen| *screen != Screen::Service || !model.own.one_service())
}

/// A step; the whole row is the link where it can be gone to.
fn step(model: &Model, screen: Screen) -> Markup {
    let status = status(model, screen);
    let row = html! {
        span.step { (label(model.lang, screen.label())) }
        span.status { (label(model.lang, status.label())) }
    };
    html! {
        li data-status=(status.as_str()) {
            @if status == Status::Now {
                span.row aria-current="step" { (row) }
            } @else if status != Status::Empty && model.reachable(screen) == screen {
                a.row href=(address(model, screen)) { (row) }
            } @else {
                span.row { (row) }
            }
        }
    }
}
