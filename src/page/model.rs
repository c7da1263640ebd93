//! The state of the page: what was typed, what was loaded, and what follows.

use alloc::string::String;
use alloc::vec::Vec;
use core::mem::ManuallyDrop;

use super::faults::Fault;
use super::form::{Form, name};
use super::handover::{self, Handed};
use super::kept::Kept;
use super::own::{Own, Refused};
use super::read;
use super::route::{Route, Screen};
use super::ways::Ways;
use crate::day::Day;
use crate::edition::in_force;
use crate::id::{Id, Lang};
use crate::law::{Directory, Edition};
use crate::report::{DaysOff, Report, Standard};

/// Where the days off are: all years, and the latest.
pub const CALENDARS: [&str; 2] = ["law/calendar.qolhat", "law/calendar.now.qolhat"];

/// How the law and the page that are kept on this device compare with those of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// They are the same, or came from the site just now.
    Asked,
    /// The site could not be asked.
    Unasked,
    /// The site has others, which are here but not in use yet.
    Newer,
}

/// The state of the page.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each tells of a thing of its own")]
pub struct Model {
    /// The language.
    pub lang: Lang,
    /// The screen.
    pub screen: Screen,
    /// The part of the screen, where it has parts.
    pub part: String,
    /// The civil day in Kazakhstan.
    pub today: Day,
    /// What was typed.
    pub form: Form,
    /// What the school whose page this is part of settled and added.
    pub own: Own,
    /// What is not taken of what the school's page said, as long as it was not told so.
    pub refused: Vec<Refused>,
    /// The languages whose words came.
    pub spoken: Vec<Lang>,
    /// The language that was chosen and whose words are on their way.
    pub wanted: Option<Lang>,
    /// The services and regions, once they came.
    pub directory: Option<Directory>,
    /// The days off, by the file they came from.
    pub calendars: Vec<(String, DaysOff)>,
    /// The law of the services that were chosen, by the file it came from. It is needed as long as the page is, and the
    /// page is spared the code that would take it apart.
    pub laws: Vec<(String, ManuallyDrop<Standard>)>,
    /// Set once the later part of the engine came.
    pub whole: bool,
    /// Set where the days were asked for as a file before that.
    pub dates_asked: bool,
    /// The files that did not come.
    pub lost: Vec<String>,
    /// What is wrong with what was sent off.
    pub faults: Vec<Fault>,
    /// The answer to what was typed so far.
    pub report: Option<Report>,
    /// The answer for the other day and channel, where they are not those that were chosen.
    pub other: Option<Report>,
    /// Whether the list of steps is open where it has to be opened.
    pub steps_open: bool,
    /// What became of the link that hands a package over.
    pub handed: Handed,
    /// The ways by which it leaves the print screen.
    pub ways: Ways,
    /// Set once anything was typed.
    pub touched: bool,
    /// Set where the page goes on with what was typed before, until something else is.
    pub returned: bool,
    /// Set where it did so because of a fault of ours.
    pub restarted: bool,
    /// How what is kept on this device compares with the site.
    pub freshness: Freshness,
    /// What is kept on this device.
    pub kept: Kept,
}

impl Model {
    /// Makes the state of a page that nobody has touched: the visit is today.
    pub fn new(route: Route, today: Day) -> Self {
        Self {
            lang: route.lang,
            screen: route.screen,
            part: route.part,
            today,
            form: Form::fresh(today),
            own: Own::default(),
            refused: Vec::new(),
            spoken: Vec::new(),
            wanted: None,
            directory: None,
            calendars: Vec::new(),
            laws: Vec::new(),
            whole: false,
            dates_asked: false,
            lost: Vec::new(),
            faults: Vec::new(),
            report: None,
            other: None,
            steps_open: false,
            handed: Handed::Nothing,
            ways: Ways::default(),
            touched: false,
            returned: false,
            restarted: false,
            freshness: Freshness::Asked,
            kept: Kept::default(),
        }
    }

    /// Takes up what was typed before, as [`Model::typed`] gave it; without anything the page is as nobody touched it.
    #[must_use]
    pub fn taken_up(mut self, typed: &str) -> Self {
        if !typed.is_empty() {
            self.form = Form::from_lines(typed);
            self.touched = true;
            self.returned = true;
        }
        self
    }

    /// Takes up a link that hands a package over, and speaks its language.
    #[must_use]
    pub fn handed_over(mut self, hash: &str) -> Self {
        handover::open(&mut self, hash);
        if let Handed::Waiting(handover) = &self.handed {
            self.lang = handover.lang;
        }
        self
    }

    /// Takes up what was typed before a fault of ours.
    #[must_use]
    pub fn restored(self, typed: &str) -> Self {
        Self { restarted: true, ..self.taken_up(typed) }
    }

    /// Gives what was typed, to be kept where neither Back nor a fault of ours can reach it; nothing before anything was.
    pub fn typed(&self) -> String {
        if self.touched { self.form.to_lines() } else { String::new() }
    }

    /// Names the file that holds the law of the chosen service on a day: the text now in force, or the whole of it for an
    /// earlier day.
    pub fn law_file(&self, day: Option<Day>) -> Option<String> {
        let chosen = self.form.get(name::SERVICE);
        let listed = self.directory.as_ref()?.services.iter().find(|listed| listed.id == chosen)?;
        let past = day.is_some_and(|day| day < listed.now_from);
        Some(alloc::format!("law/{chosen}{}.qolhat", if past { "" } else { ".now" }))
    }

    /// Gives the law of the chosen service on the day of handing in, once it came.
    pub fn law(&self) -> Option<&Standard> {
        self.law_on(self.visit())
    }

    /// Gives the law of the chosen service on a day, once it came.
    pub fn law_on(&self, day: Option<Day>) -> Option<&Standard> {
        let file = self.law_file(day)?;
        self.laws.iter().find(|(from, _)| *from == file).map(|(_, law)| &**law)
    }

    /// Names the file that holds the days off around a day.
    pub fn calendar_file(&self, day: Option<Day>) -> &'static str {
        let from = self.directory.as_ref().map(|directory| directory.calendar_from);
        let past = day.zip(from).is_some_and(|(day, from)| day < from);
        let [whole, latest] = CALENDARS;
        if past { whole } else { latest }
    }

    /// Tells whether the words of a language came.
    pub fn speaks(&self, lang: Lang) -> bool {
        self.spoken.contains(&lang)
    }

    /// Gives the languages of the sheets that were ticked.
    pub fn sheets(&self) -> impl Iterator<Item = Lang> {
        Lang::ALL.into_iter().filter(|lang| self.form.is(&name::sheet(*lang), super::form::YES))
    }

    /// Gives the days off around the day of handing in, once they came.
    pub fn days_off(&self) -> Option<&DaysOff> {
        self.days_off_around(self.visit())
    }

    /// Gives the days off around a day, once they came.
    pub fn days_off_around(&self, day: Option<Day>) -> Option<&DaysOff> {
        let file = self.calendar_file(day);
        self.calendars.iter().find(|(from, _)| from == file).map(|(_, days_off)| days_off)
    }

    /// Gives the day of handing in, if it can be read.
    pub fn visit(&self) -> Option<Day> {
        self.form.day(name::VISIT).ok().flatten()
    }

    /// Gives the edition in force on the day of handing in.
    pub fn edition(&self) -> Option<&Edition> {
        in_force(&self.law()?.bundle, self.visit()?)
    }

    /// Gives the chosen channel, if the edition in force has it.
    pub fn channel(&self) -> Option<&Id> {
        let chosen = self.form.get(name::CHANNEL);
        self.edition()?.channels.iter().map(|channel| &channel.id).find(|id| id.as_str() == chosen)
    }

    /// Gives the other day that is looked at beside the day of handing in.
    pub fn other_day(&self) -> Option<Day> {
        self.form.day(name::IF).ok().flatten()
    }

    /// Gives the other channel that is looked at beside the chosen one.
    pub fn other_channel(&self) -> Option<&Id> {
        let chosen = self.form.get(name::IF_CHANNEL);
        self.law_on(self.other_day())?
            .bundle
            .channels
            .iter()
            .map(|channel| &channel.id)
            .find(|id| id.as_str() == chosen)
    }

    /// Begins to look at another day and channel: with those that were chosen.
    pub(super) fn look_elsewhere(&mut self) {
        if let Some(day) = self.visit() {
            self.form.set_day(name::IF, day);
        }
        let chosen = String::from(self.form.get(name::CHANNEL));
        self.form.set(name::IF_CHANNEL, &chosen);
        self.other = None;
    }

    /// Gives the place that is shown.
    pub fn route(&self) -> Route {
        Route::new(self.lang, self.screen).part(&self.part)
    }

    /// Gives the screen to show where one was asked for: that, or the first before it that lacks an answer.
    pub fn reachable(&self, screen: Screen) -> Screen {
        let placed = !self.form.get(name::REGION).is_empty() && self.report.is_some();
        let furthest = if self.form.get(name::SERVICE).is_empty() {
            Screen::Service
        } else if placed || self.waiting() {
            Screen::Print
        } else {
            Screen::Visit
        };
        if screen.is_step() { screen.min(furthest) } else { screen }
    }

    /// Tells whether the law is on its way again where one comes back to what was typed.
    pub(super) fn waiting(&self) -> bool {
        self.returned && self.lost.is_empty() && (self.law().is_none() || self.days_off().is_none())
    }

    /// Computes the report anew.
    pub(super) fn compute(&mut self) {
        self.report = read::report(self);
        self.other = read::other(self);
    }

    /// Forgets all that was typed.
    pub(super) fn forget(&mut self) {
        self.form = Form::fresh(self.today);
        self.kept = Kept { public: self.kept.public, apart: self.kept.apart, ..Kept::default() };
        self.touched = false;
        self.returned = false;
        self.faults.clear();
        self.report = None;
        self.other = None;
        self.handed = Handed::default();
        self.ways = Ways::default();
    }
}
