//! All that touches the browser: one set of delegated listeners in, one morphed element and a few effects out.

use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec::Vec;
use core::cell::{Cell, RefCell};

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, FocusOptions, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::form::YES;
use super::handover;
use super::kept;
use super::message::{Effect, Message};
use super::model::Model;
use super::route::{Route, Screen};
use super::summary;
use super::update::{begin, update};
use super::view;
use super::ways::{Copied, Copy, Link, Way};
use crate::day::{Day, TimeOfDay};
use crate::id::Lang;

#[wasm_bindgen]
extern "C" {
    /// What JavaScript does for the page: morphing, loading, and keeping what was typed where a fault cannot reach it; and
    /// all that reaches beyond the page's own element, for the page is not alone in every document.
    pub type Host;

    #[wasm_bindgen(method)]
    fn morph(this: &Host, root: &Element, html: &str);

    #[wasm_bindgen(method)]
    fn keep(this: &Host, lines: &str, record: Option<String>);

    #[wasm_bindgen(method)]
    fn load(this: &Host, path: &str);

    #[wasm_bindgen(method)]
    fn call(this: &Host, title: &str, lang: &str);

    #[wasm_bindgen(method)]
    fn go(this: &Host, hash: &str);

    #[wasm_bindgen(method)]
    fn replace(this: &Host, hash: &str);

    #[wasm_bindgen(method)]
    fn print(this: &Host);

    #[wasm_bindgen(method, js_name = handOver)]
    fn hand_over(this: &Host, hash: &str);

    #[wasm_bindgen(method)]
    fn copy(this: &Host, text: &str);

    #[wasm_bindgen(method)]
    fn ask(this: &Host, what: &str);

    #[wasm_bindgen(method)]
    fn reload(this: &Host);

    #[wasm_bindgen(method)]
    fn save(this: &Host, name: &str, kind: &str, text: &str);

    #[wasm_bindgen(method)]
    fn refused(this: &Host, code: &str, sentence: &str);

    #[wasm_bindgen(method)]
    fn reported(this: &Host, report: &str);
}

/// The page in an element.
#[wasm_bindgen]
pub struct Page {
    browser: Rc<Browser>,
    // Dropped with the page: then nothing listens any more.
    listeners: Vec<EventListener>,
}

struct Browser {
    host: Host,
    root: Element,
    model: RefCell<Model>,
    drawing: Cell<bool>,
}

#[wasm_bindgen]
impl Page {
    /// Makes the page in an element, on the screen that an address names, with what was typed before: `again` is
    /// set after a fault of ours, `record` is what an earlier visit left or, on a page of
    /// somebody else's where nothing is kept, none, `public` tells that others use this computer.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::needless_pass_by_value, reason = "an optional text comes from JavaScript by value alone")]
    pub fn new(
        host: Host,
        root: Element,
        hash: &str,
        typed: &str,
        again: bool,
        record: Option<String>,
        public: bool,
    ) -> Page {
        let model = Model::new(Route::read(hash).unwrap_or_default(), now().0);
        let mut model = match again {
            true => model.restored(typed),
            false if handover::is_one(hash) => model.handed_over(hash),
            false => model.taken_up(typed),
        };
        kept::begin(&mut model, record.as_deref(), public);
        let browser = Rc::new(Browser { host, root, model: RefCell::new(model), drawing: Cell::new(false) });
        Self { listeners: listeners(&browser), browser }
    }

    /// Draws the page, and asks for what it needs.
    pub fn begin(&self) {
        let effects = begin(&mut self.browser.model.borrow_mut());
        self.browser.draw();
        self.browser.carry_out(effects);
    }

    /// The address changed.
    pub fn went(&self, hash: &str) {
        if handover::is_one(hash) {
            self.browser.take(Message::HandedOver(hash.into()));
        } else if let Some(route) = Route::read(hash) {
            self.browser.take(Message::Went(route));
        }
    }

    /// A file came, or did not.
    pub fn came(&self, path: String, bytes: Option<Vec<u8>>) {
        self.browser.take(Message::Came { path, bytes });
    }

    /// JavaScript tells something, in the words of a button.
    pub fn heard(&self, said: &str) {
        if let Some(message) = Message::read(said) {
            self.browser.take(message);
        }
    }

    /// A link that hands the package over was made, and its code drawn where it could be.
    #[wasm_bindgen(js_name = handedOver)]
    pub fn handed_over(&self, address: String, path: String, side: u32) {
        self.browser.take(Message::Way(Way::Made(Link { address, path, side })));
    }

    /// A text was copied, or not: the link, or without one the sheets.
    pub fn copied(&self, link: bool, done: bool) {
        let what = if link { Copy::Link } else { Copy::Sheets };
        self.browser.take(Message::Way(Way::Copied(Copied { what, done })));
    }

    /// Printing was asked for and did not begin.
    pub fn unprinted(&self) {
        self.browser.take(Message::Way(Way::Unprinted));
    }

    /// Takes up what the page around it settles and adds: a line each of `name=value`.
    pub fn settle(&self, lines: String) {
        self.browser.take(Message::Settle(lines));
    }

    /// Speaks another language.
    pub fn speak(&self, code: &str) {
        if let Some(lang) = Lang::from_code(code) {
            self.browser.take(Message::Speak(lang));
        }
    }

    /// Gives what was typed as a package without who it is about, as JSON; empty before the desk and the day are known.
    pub fn package(&self) -> String {
        let model = self.browser.model.borrow();
        model.report.as_ref().map(summary::package).unwrap_or_default()
    }

    /// Counts what listens; for tests.
    #[wasm_bindgen(js_name = listenerCount)]
    pub fn listener_count(&self) -> usize {
        self.listeners.len()
    }
}

/// The day and time in Kazakhstan: UTC+5 in the whole country since 1 March 2024, whatever zone the device is set to.
fn now() -> (Day, Option<TimeOfDay>) {
    let minutes = js_sys::Date::now() / 60_000.0 + 5.0 * 60.0;
    #[allow(clippy::cast_possible_truncation, reason = "minutes since 1970 are few")]
    let minutes = minutes as i64;
    let minute = u16::try_from(minutes.rem_euclid(1440)).unwrap_or_default();
    let day = Day::EPOCH.plus_days(minutes.div_euclid(1440)).unwrap_or(Day::EPOCH);
    (day, TimeOfDay::try_new(minute / 60, minute % 60))
}

fn listeners(browser: &Rc<Browser>) -> Vec<EventListener> {
    type Heard = fn(&Browser, &Event);
    let heard: [(&'static str, Heard); 4] = [
        ("click", |browser, event| browser.clicked(event)),
        ("input", |browser, event| browser.typing(event)),
        ("change", |browser, event| browser.changed(event)),
        ("submit", |browser, event| browser.submitted(event)),
    ];
    let options = EventListenerOptions::enable_prevent_default();
    heard
        .into_iter()
        .map(|(name, heard)| {
            let listening = Rc::clone(browser);
            EventListener::new_with_options(&browser.root, name, options, move |event| heard(&listening, event))
        })
        .collect()
}

impl Browser {
    fn take(&self, message: Message) {
        let effects = update(&mut self.model.borrow_mut(), message);
        self.draw();
        self.carry_out(effects);
    }

    fn draw(&self) {
        let model = self.model.borrow();
        self.host.keep(&model.typed(), kept::record(&model));
        if !model.speaks(model.lang) {
            return;
        }
        self.host.call(&view::title(&model), model.lang.code());
        // What is typed on the way is no verdict yet.
        let report = model.report.as_ref().filter(|_| matches!(model.screen, Screen::Result | Screen::Print));
        self.host.reported(&report.map(summary::report).unwrap_or_default());
        let drawn = view::page(&model).into_string();
        drop(model);
        self.drawing.set(true);
        self.host.morph(&self.root, &drawn);
        self.drawing.set(false);
    }

    /// A button or link that says something.
    fn clicked(&self, event: &Event) {
        let Some(element) = said_by(event).filter(|element| element.tag_name() != "FORM") else { return };
        let said = element.get_attribute("data-say").unwrap_or_default();
        let message = Message::read(&said).or_else(|| Way::said(&said, now().1).map(Message::Way));
        if let Some(message) = message {
            event.prevent_default();
            self.take(message);
        }
    }

    fn submitted(&self, event: &Event) {
        event.prevent_default();
        let said = said_by(event).and_then(|form| form.get_attribute("data-say"));
        self.take(if said.as_deref() == Some("print") { Message::Print } else { Message::Next });
    }

    /// While a person types, it is only noted: the page does not move under their hands. But once the day of handing in is
    /// whole, the places offered on it are what they choose from next.
    fn typing(&self, event: &Event) {
        let Some((name, value)) = typed(event) else { return };
        let mut model = self.model.borrow_mut();
        model.touched = true;
        model.form.set(&name, &value);
        self.host.keep(&model.typed(), kept::record(&model));
        let whole = name.starts_with("visit-") && model.visit().is_some_and(|day| day.year() > 999);
        drop(model);
        if whole {
            self.take(Message::Typed { name, value });
        }
    }

    /// A control that is taken away in the middle of typing says so once more while the page is being drawn: it was
    /// noted as it was typed.
    fn changed(&self, event: &Event) {
        if self.drawing.get() {
            return;
        }
        let Some((name, value)) = typed(event) else { return };
        self.take(Message::Typed { name: name.clone(), value: value.clone() });
        // A day written whole is shared out among its boxes; the one that is being left is not drawn anew.
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let model = self.model.borrow();
        let noted = model.form.get(&name);
        if let Some(input) = input.filter(|input| input.type_() == "text" && noted != value) {
            input.set_value(noted);
        }
    }

    fn carry_out(&self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Fetch(path) => self.host.load(&path),
                Effect::Go(route) => self.host.go(&route.hash()),
                Effect::Replace(route) => self.host.replace(&route.hash()),
                Effect::FocusHeading => self.focus(view::HEADING),
                Effect::FocusFaults => self.focus(view::FAULTS),
                Effect::Focus(control) => self.focus_control(&control),
                Effect::Print => self.host.print(),
                Effect::HandOver(hash) => self.host.hand_over(&hash),
                Effect::Copy(text) => self.host.copy(&text),
                Effect::Ask(what) => self.host.ask(what),
                Effect::Reload => self.host.reload(),
                Effect::Save { name, kind, text } => self.host.save(&name, kind, &text),
                Effect::Refuse { code, sentence } => self.host.refused(code, &sentence),
            }
        }
    }

    /// The page's own element of an id: in a shadow tree, the document does not know it.
    fn element(&self, id: &str) -> Option<Element> {
        self.root.query_selector(&alloc::format!("#{id}")).ok().flatten()
    }

    fn focus(&self, id: &str) {
        let element = self.element(id);
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            element.scroll_into_view();
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            drop(element.focus_with_options(&options));
        }
    }

    /// Moves to the first control of a name or of a group, and brings its legend or label into view first.
    fn focus_control(&self, name: &str) {
        let named = alloc::format!("[name=\"{name}\"], #{name}-group input");
        let Some(control) = self.root.query_selector(&named).ok().flatten() else { return };
        let field = control.closest("fieldset, .field").ok().flatten();
        field.as_ref().unwrap_or(&control).scroll_into_view();
        if let Ok(control) = control.dyn_into::<HtmlElement>() {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            drop(control.focus_with_options(&options));
        }
    }
}

/// The nearest element that says something.
fn said_by(event: &Event) -> Option<Element> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.closest("[data-say]").ok().flatten()
}

/// The name and value of the control that changed; a box without its tick is empty.
fn typed(event: &Event) -> Option<(String, String)> {
    let target = event.target()?;
    if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        return Some((select.name(), select.value()));
    }
    let input = target.dyn_ref::<HtmlInputElement>()?;
    let value = match input.type_().as_str() {
        "checkbox" if input.checked() => YES.into(),
        "checkbox" => String::new(),
        _ => input.value(),
    };
    Some((input.name(), value)).filter(|(name, _)| !name.is_empty())
}
