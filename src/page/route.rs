//! The screens and their addresses: `#/kk/papers`, `#/kk/questions/grade`.

use alloc::string::String;

use crate::id::Lang;
use crate::words::{Word, key};

/// A screen of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Screen {
    /// Which service.
    #[default]
    Service,
    /// Where and on which day.
    Visit,
    /// The questions that matter, one at a time.
    Questions,
    /// The papers that are asked.
    Papers,
    /// All answers, to be looked through.
    Answers,
    /// What comes of it.
    Result,
    /// The receipt on paper.
    Print,
    /// Everything that is asked, on one page.
    Sheet,
    /// What leaves the page, and what is kept.
    Privacy,
}

impl Screen {
    /// All screens: first those of the journey, then those beside it.
    pub const ALL: [Self; 9] = [
        Self::Service,
        Self::Visit,
        Self::Questions,
        Self::Papers,
        Self::Answers,
        Self::Result,
        Self::Print,
        Self::Sheet,
        Self::Privacy,
    ];

    /// Gives the screens of the journey, in their order.
    pub fn steps() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|screen| screen.is_step())
    }

    /// Tells whether the screen is a step of the journey.
    pub fn is_step(self) -> bool {
        self <= Self::Print
    }

    /// Gives the screen's name in an address.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Visit => "visit",
            Self::Questions => "questions",
            Self::Papers => "papers",
            Self::Answers => "answers",
            Self::Result => "result",
            Self::Print => "print",
            Self::Sheet => "sheet",
            Self::Privacy => "privacy",
        }
    }

    /// Gives the screen's name in the list of steps and in the title.
    pub const fn label(self) -> Word {
        match self {
            Self::Service => key::PAGE_STEP_SERVICE,
            Self::Visit => key::PAGE_STEP_VISIT,
            Self::Questions => key::PAGE_STEP_QUESTIONS,
            Self::Papers => key::PAGE_STEP_PAPERS,
            Self::Answers => key::STEP_ANSWERS,
            Self::Result => key::PAGE_STEP_RESULT,
            Self::Print => key::PAGE_STEP_PRINT,
            Self::Sheet => key::STEP_SHEET,
            Self::Privacy => key::STEP_PRIVACY,
        }
    }
}

/// A language, a screen, and which part of the screen where it has parts: a question, a paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// The language.
    pub lang: Lang,
    /// The screen.
    pub screen: Screen,
    /// The part of the screen; empty for the first or the whole.
    pub part: String,
}

impl Route {
    /// Leads to a screen.
    pub fn new(lang: Lang, screen: Screen) -> Self {
        Self { lang, screen, part: String::new() }
    }

    /// Leads to a part of the screen.
    #[must_use]
    pub fn part(mut self, part: &str) -> Self {
        self.part = part.into();
        self
    }

    /// Reads the part of an address after `#`; what it does not name is the first. `None` for a place within the page.
    ///
    /// # Example
    ///
    /// ```
    /// use qolhat::Lang;
    /// use qolhat::page::{Route, Screen};
    /// assert_eq!(Route::read("#/ru/papers"), Some(Route::new(Lang::Ru, Screen::Papers)));
    /// assert_eq!(Route::read("#/kk/questions/grade"), Some(Route::new(Lang::Kk, Screen::Questions).part("grade")));
    /// assert_eq!(Route::read(""), Some(Route::default()));
    /// assert_eq!(Route::read("#ru"), None);
    /// ```
    pub fn read(hash: &str) -> Option<Self> {
        let named = hash.strip_prefix("#/").or_else(|| hash.is_empty().then_some(""))?;
        let mut parts = named.split('/');
        let lang = parts.next().and_then(Lang::from_code).unwrap_or_default();
        let named = parts.next().unwrap_or_default();
        let screen = Screen::ALL.into_iter().find(|screen| screen.as_str() == named).unwrap_or_default();
        Some(Self::new(lang, screen).part(parts.next().unwrap_or_default()))
    }

    /// Writes the address, with its `#`.
    pub fn hash(&self) -> String {
        alloc::format!("#/{}/{}", self.lang.code(), self.place())
    }

    /// Writes the screen and its part, as they stand in the address.
    pub fn place(&self) -> String {
        let mut place = String::from(self.screen.as_str());
        if !self.part.is_empty() {
            place.push('/');
            place.push_str(&self.part);
        }
        place
    }
}
