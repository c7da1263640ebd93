//! The way through the page: its places in their order, which of them are settled, and where one goes from here.
//!
//! Going on leads to the first place that still lacks something, so that a changed answer asks only what became new; and
//! where nothing is lacking, to the list of all answers.

use alloc::string::String;
use alloc::vec::Vec;

use super::faults::faults_at;
use super::form::{Form, name};
use super::model::Model;
use super::read::asked;
use super::route::{Route, Screen};
use crate::id::Id;
use crate::words::{Word, key};

/// The second part of [`Screen::Visit`]: at which desk, and at what time. Which there are depends on the day.
pub const DESK: &str = "desk";

/// How far one is with a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// This is where one is.
    Now,
    /// All is said.
    Done,
    /// One was there, and something is lacking.
    Lacking,
    /// One was not there yet.
    Ahead,
    /// There is nothing to say here.
    Empty,
}

impl Status {
    /// Gives the status's name in markup.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Done => "done",
            Self::Lacking => "lacking",
            Self::Ahead => "ahead",
            Self::Empty => "empty",
        }
    }

    /// Gives the status in words.
    pub const fn label(self) -> Word {
        match self {
            Self::Now => key::STATUS_NOW,
            Self::Done => key::STATUS_DONE,
            Self::Lacking => key::STATUS_LACKING,
            Self::Ahead => key::STATUS_AHEAD,
            Self::Empty => key::STATUS_EMPTY,
        }
    }
}

/// Gives the place that is shown where one was asked for: that, or the one before it that lacks what it rests on.
pub fn nearest(model: &Model, asked: &Route) -> Route {
    let screen = model.reachable(asked.screen);
    let moved = screen != asked.screen;
    let here = Route::new(model.lang, screen);
    match screen {
        // Where one comes back the law is on its way again, and the place stays.
        _ if model.waiting() => here.part(&asked.part),
        Screen::Service if model.own.one_service() => nearest(model, &Route::new(model.lang, Screen::Visit)),
        Screen::Visit if settled(model, &here) && (moved || asked.part == DESK) => here.part(DESK),
        Screen::Questions => question(model, &asked.part),
        Screen::Papers if !moved => here.part(&asked.part),
        _ => here,
    }
}

/// Gives the place to go to from the one that is shown.
pub fn next(model: &Model) -> Route {
    let here = model.route();
    let ahead = |place: &Route| place.screen >= here.screen && *place != here && !settled(model, place);
    match here.screen {
        Screen::Sheet => Route::new(model.lang, Screen::Result),
        _ => places(model).into_iter().find(ahead).unwrap_or(here),
    }
}

/// Gives the place before the one that is shown.
pub fn previous(model: &Model) -> Option<Route> {
    let here = Route {
        part: if model.screen == Screen::Papers { String::new() } else { model.part.clone() },
        ..model.route()
    };
    let places = places(model);
    let at = places.iter().position(|place| *place == here)?;
    at.checked_sub(1).and_then(|before| places.into_iter().nth(before))
}

/// Tells how far one is with a step.
pub fn status(model: &Model, screen: Screen) -> Status {
    let mut total = 0;
    let mut said = 0;
    for place in places(model).iter().filter(|place| place.screen == screen) {
        total += 1;
        said += usize::from(settled(model, place));
    }
    match screen {
        _ if screen == model.screen => Status::Now,
        Screen::Questions if total == 0 && model.report.is_some() => Status::Empty,
        Screen::Answers | Screen::Result if screen < model.screen && model.screen.is_step() => Status::Done,
        _ if total > 0 && said == total => Status::Done,
        _ if said > 0 || (screen == Screen::Papers && !seen(model).is_empty()) => Status::Lacking,
        _ => Status::Ahead,
    }
}

/// Counts the questions that are still to be answered, as far as the answers given so far tell.
pub fn questions_left(model: &Model) -> usize {
    let open = |place: &&Route| place.screen == Screen::Questions && place.part != model.part && !settled(model, place);
    places(model).iter().filter(open).count()
}

/// Notes that the papers which are asked now were shown and sent off: only others make the page ask again.
pub fn note_papers(model: &mut Model) {
    let mut shown = String::new();
    for status in model.report.iter().flat_map(asked) {
        shown.push_str(status.id.as_str());
        shown.push(' ');
    }
    let name = seen_name(&model.form);
    model.form.set(&name, &shown);
}

/// Tells whether a paper is asked that was not there when the papers were sent off.
pub fn is_new(model: &Model, requirement: &Id) -> bool {
    let seen = seen(model);
    !seen.is_empty() && !seen.split(' ').any(|shown| *requirement == shown)
}

/// All places of the journey, as far as they are known.
fn places(model: &Model) -> Vec<Route> {
    let to = |screen| Route::new(model.lang, screen);
    let mut places = alloc::vec![to(Screen::Visit), to(Screen::Visit).part(DESK)];
    if !model.own.one_service() {
        places.insert(0, to(Screen::Service));
    }
    for kind in model.report.iter().flat_map(|report| &report.questions) {
        places.push(to(Screen::Questions).part(kind.id.as_str()));
    }
    places.extend([Screen::Papers, Screen::Answers, Screen::Result, Screen::Print].map(to));
    places
}

/// Tells whether nothing is lacking at a place.
fn settled(model: &Model, place: &Route) -> bool {
    match place.screen {
        Screen::Service | Screen::Visit | Screen::Questions => {
            let said = place.part != DESK || model.channel().is_some();
            said && faults_at(model, place.screen, &place.part).is_empty()
        }
        Screen::Papers => {
            let seen = seen(model);
            let shown = |id: &Id| seen.split(' ').any(|shown| *id == shown);
            model
                .report
                .as_ref()
                .is_some_and(|report| !seen.is_empty() && asked(report).all(|status| shown(&status.id)))
        }
        _ => false,
    }
}

/// The question that was asked for; else the first without its answer, or the first; without any, the papers.
fn question(model: &Model, part: &str) -> Route {
    let questions = || places(model).into_iter().filter(|place| place.screen == Screen::Questions);
    let named = questions().find(|place| place.part == part);
    let open = || questions().find(|place| !settled(model, place));
    let found = named.or_else(open).or_else(|| questions().next());
    found.unwrap_or_else(|| Route::new(model.lang, Screen::Papers))
}

/// The requirements that were shown when the papers of this service were sent off.
fn seen(model: &Model) -> &str {
    model.form.get(&seen_name(&model.form))
}

fn seen_name(form: &Form) -> String {
    name::of(name::SEEN, form.get(name::SERVICE))
}
