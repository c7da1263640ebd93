//! What a message makes of the model, and what the browser is to do. Pure.

use alloc::string::String;
use alloc::vec::Vec;
use core::mem::ManuallyDrop;

use super::faults::faults;
use super::form::{UNKNOWN, name, whole_day};
use super::handover;
use super::journey;
use super::kept;
use super::later;
use super::message::{Effect, Message};
use super::model::{CALENDARS, Freshness, Model};
use super::own::{Own, Refused};
use super::route::{Route, Screen};
use super::ways::Ways;
use crate::bundle::decode_directory;
use crate::id::Lang;
use crate::report::{DaysOff, Standard};
use crate::words;

/// Where the services and regions are named.
pub const DIRECTORY: &str = "law/directory.qolhat";

/// Where the words of a language are.
const WORDS: [(Lang, &str); 3] = [(Lang::Kk, "words/kk.txt"), (Lang::Ru, "words/ru.txt"), (Lang::En, "words/en.txt")];

/// Gives what the page asks for when it begins. An address may name a service beforehand: `#/kk/service/enrolment`.
pub fn begin(model: &mut Model) -> Vec<Effect> {
    if model.screen == Screen::Service && !model.part.is_empty() {
        model.form.set(name::SERVICE, &core::mem::take(&mut model.part));
    }
    let here = journey::nearest(model, &model.route());
    stand(model, &here);
    let mut effects = alloc::vec![Effect::Fetch(words_of(model.lang)), Effect::Fetch(DIRECTORY.into())];
    effects.extend(missing(model));
    effects.push(Effect::Replace(here));
    effects.extend(model.restarted.then_some(Effect::FocusHeading));
    effects.extend(model.kept.public.then_some(Effect::Ask("shared")));
    effects.extend(kept::looked_at(model));
    effects
}

/// Takes a message.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    match message {
        Message::Typed { name, value } => typed(model, &name, &value),
        Message::Went(route) => went(model, &route),
        Message::Next => next(model),
        Message::Speak(lang) => speak(model, lang),
        Message::Came { path, bytes } => came(model, path, bytes.as_deref()),
        Message::Retry => core::mem::take(&mut model.lost).into_iter().map(Effect::Fetch).collect(),
        Message::Point(control) => alloc::vec![Effect::Focus(control)],
        Message::Steps => {
            model.steps_open = !model.steps_open;
            Vec::new()
        }
        Message::Print => print(model),
        Message::Way(way) => later::way(model, way),
        Message::HandedOver(hash) => handed_over(model, &hash),
        Message::Compared(freshness) => compared(model, freshness),
        Message::Reload => alloc::vec![Effect::Reload],
        Message::Dates => later::dates(model).into_iter().collect(),
        Message::Instead => instead(model),
        Message::Settle(lines) => settle(model, &lines),
        told => kept::update(model, told),
    }
}

fn typed(model: &mut Model, name: &str, value: &str) -> Vec<Effect> {
    model.touched = true;
    model.returned = false;
    let whole = name.strip_suffix("-day").and_then(|group| Some((group, whole_day(value, model.lang)?)));
    match whole {
        Some((group, day)) => model.form.set_day(group, day),
        None => model.form.set(name, value),
    }
    if !value.is_empty() {
        model.form.set(&name::of(name::group(name), UNKNOWN), "");
    }
    kept::typed(model, name);
    model.compute();
    missing(model)
}

/// The files that the chosen service and day and the sheets need and that are not here.
pub(super) fn missing(model: &Model) -> Vec<Effect> {
    let mut files: Vec<String> = Vec::new();
    let other = model.other_day().filter(|_| model.screen == Screen::Result);
    for day in core::iter::once(model.visit()).chain(other.map(Some)) {
        let calendar = model.days_off_around(day).is_none().then(|| model.calendar_file(day).into());
        let law = model.law_file(day).filter(|_| model.law_on(day).is_none());
        files.extend(calendar.into_iter().chain(law).filter(|file| !files.contains(file)).collect::<Vec<_>>());
    }
    let printing = model.screen == Screen::Print;
    files.extend(model.sheets().filter(|lang| printing && !model.speaks(*lang)).map(words_of));
    files.extend(later::lacking(model).then(|| later::FILE.into()));
    files.into_iter().map(Effect::Fetch).collect()
}

fn words_of(lang: Lang) -> String {
    WORDS.iter().find(|(of, _)| *of == lang).map(|(_, file)| (*file).into()).unwrap_or_default()
}

fn went(model: &mut Model, route: &Route) -> Vec<Effect> {
    // What was being typed when one left is only noted so far.
    model.compute();
    let here = journey::nearest(model, route);
    let moved = here.screen != model.screen || here.part != model.part;
    stand(model, &here);
    if moved && model.screen == Screen::Result {
        model.look_elsewhere();
    }
    if moved {
        model.faults.clear();
        model.ways = Ways::default();
        model.restarted = false;
        model.steps_open = false;
    }
    let focus = moved.then(|| first_focus(&here));
    // Back leads to what was seen before, in the language that was chosen since.
    let astray = (here != *route).then_some(Effect::Replace(here));
    missing(model).into_iter().chain(astray).chain(focus).chain(kept::looked_at(model)).collect()
}

fn stand(model: &mut Model, here: &Route) {
    model.screen = here.screen;
    model.part.clone_from(&here.part);
}

/// The heading; or the paper that is to be changed.
fn first_focus(here: &Route) -> Effect {
    match here.screen {
        Screen::Papers if !here.part.is_empty() => Effect::Focus(name::requirement(&here.part)),
        _ => Effect::FocusHeading,
    }
}

fn next(model: &mut Model) -> Vec<Effect> {
    model.faults = faults(model);
    if !model.faults.is_empty() {
        return alloc::vec![Effect::FocusFaults];
    }
    if matches!(model.screen, Screen::Papers | Screen::Sheet) {
        journey::note_papers(model);
    }
    alloc::vec![Effect::Go(journey::next(model))]
}

/// Speaks another language at once, or as soon as its words are there.
fn speak(model: &mut Model, lang: Lang) -> Vec<Effect> {
    if !model.speaks(lang) {
        model.wanted = Some(lang);
        return alloc::vec![Effect::Fetch(words_of(lang))];
    }
    model.wanted = None;
    model.lang = lang;
    alloc::vec![Effect::Replace(model.route())]
}

fn came(model: &mut Model, path: String, bytes: Option<&[u8]>) -> Vec<Effect> {
    model.lost.retain(|lost| *lost != path);
    if bytes.and_then(|bytes| take(model, &path, bytes)).is_none() {
        // The later part may be here in good time or, where nobody waits for it yet, be asked for again.
        if path != later::FILE || later::needed(model) {
            model.lost.push(path);
        }
        return Vec::new();
    }
    if let Some(lang) = model.wanted.filter(|lang| model.speaks(*lang)) {
        return speak(model, lang);
    }
    weed(model);
    model.compute();
    let opened = later::advance(model);
    let here = journey::nearest(model, &model.route());
    let astray = opened || here != model.route();
    stand(model, &here);
    // Which files are needed is known once the directory is there, and what a link asks for once it can be opened.
    let mut effects = if path == DIRECTORY || path == later::FILE { missing(model) } else { Vec::new() };
    effects.extend(astray.then_some(Effect::Replace(here)));
    effects.extend(opened.then_some(Effect::FocusHeading));
    effects.extend((model.whole && model.dates_asked).then(|| later::dates(model)).flatten());
    effects.extend(refusals(model));
    effects
}

/// Takes up what a school's page settles and adds; what was typed stays. A place that is settled away is left.
fn settle(model: &mut Model, lines: &str) -> Vec<Effect> {
    let (own, refused) = Own::read(lines);
    let before = core::mem::replace(&mut model.own, own);
    model.refused = refused;
    weed(model);
    model.own.fill(&before, &mut model.form, model.touched);
    model.compute();
    let here = journey::nearest(model, &model.route());
    let astray = here != model.route();
    if astray {
        model.faults.clear();
    }
    stand(model, &here);
    let mut effects = missing(model);
    effects.extend(astray.then_some(Effect::Replace(here)));
    effects.extend(refusals(model));
    effects
}

/// Takes out of what a school's page says what neither the directory nor the law knows, as far as they are here.
fn weed(model: &mut Model) {
    if let Some(directory) = &model.directory {
        model.refused.extend(model.own.drop_unlisted(directory, &mut model.form));
        model.own.settle(&mut model.form);
    }
    if let Some(law) = model.law_file(model.visit()).filter(|_| model.own.one_service()) {
        let law = model.laws.iter().find(|(from, _)| *from == law).map(|(_, law)| &law.bundle);
        model.refused.extend(law.map(|law| model.own.drop_strangers(law, &mut model.form)).unwrap_or_default());
    }
}

/// Tells what of a school's page is not taken, once there are words to say it in.
fn refusals(model: &mut Model) -> Vec<Effect> {
    if !model.speaks(model.lang) {
        return Vec::new();
    }
    let refuse = |refused: Refused| {
        let (code, sentence) = refused.told(model.lang);
        Effect::Refuse { code, sentence }
    };
    core::mem::take(&mut model.refused).into_iter().map(refuse).collect()
}

/// Takes a file up; nothing where its bytes are not what they should be.
fn take(model: &mut Model, path: &str, bytes: &[u8]) -> Option<()> {
    if path == later::FILE {
        model.whole = true;
    } else if path == DIRECTORY {
        let directory = decode_directory(bytes).ok()?;
        if directory.services.iter().all(|listed| listed.id != model.form.get(name::SERVICE)) {
            model.form.set(name::SERVICE, "");
        }
        model.directory = Some(directory);
    } else if CALENDARS.contains(&path) {
        model.calendars.push((path.into(), DaysOff::decode(bytes).ok()?));
    } else if let Some((lang, _)) = WORDS.iter().find(|(_, file)| *file == path) {
        words::take(*lang, bytes).ok()?;
        model.spoken.push(*lang);
    } else {
        model.laws.push((path.into(), ManuallyDrop::new(Standard::decode(bytes).ok()?)));
    }
    Some(())
}

/// Once something newer is there, it stays newer than what is in use.
fn compared(model: &mut Model, freshness: Freshness) -> Vec<Effect> {
    if model.freshness != Freshness::Newer {
        model.freshness = freshness;
    }
    Vec::new()
}

/// A link that is opened in a page already there; its address is of no more use.
fn handed_over(model: &mut Model, hash: &str) -> Vec<Effect> {
    handover::open(model, hash);
    later::advance(model);
    let here = journey::nearest(model, &model.route());
    stand(model, &here);
    let mut effects = missing(model);
    effects.push(Effect::Replace(here));
    effects.push(Effect::FocusHeading);
    effects
}

fn print(model: &mut Model) -> Vec<Effect> {
    model.faults = faults(model);
    alloc::vec![if model.faults.is_empty() { Effect::Print } else { Effect::FocusFaults }]
}

/// The other day and channel are taken in place of those that were chosen.
fn instead(model: &mut Model) -> Vec<Effect> {
    let channel = String::from(model.form.get(name::IF_CHANNEL));
    if let Some(day) = model.other_day() {
        model.form.set_day(name::VISIT, day);
        model.form.set(name::CHANNEL, &channel);
    }
    let here = model.route();
    let mut effects = went(model, &here);
    effects.push(Effect::FocusHeading);
    effects
}
