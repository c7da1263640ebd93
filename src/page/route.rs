//! The screens and their addresses: `#/kk/papers`.

use alloc::string::String;

use crate::id::Lang;
use crate::words::{Word, key};

/// A screen of the journey.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Screen {
    /// Which service, in which region.
    #[default]
    Service,
    /// Where and on which day.
    Visit,
    /// The questions that matter.
    Questions,
    /// The papers that are asked.
    Papers,
    /// What comes of it.
    Result,
    /// The receipt on paper.
    Print,
}

impl Screen {
    /// All screens, in the order of the journey.
    pub const ALL: [Self; 6] = [Self::Service, Self::Visit, Self::Questions, Self::Papers, Self::Result, Self::Print];

    /// Gives the screen's name in an address.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Visit => "visit",
            Self::Questions => "questions",
            Self::Papers => "papers",
            Self::Result => "result",
            Self::Print => "print",
        }
    }

    /// Gives the screen's name in the list of steps.
    pub const fn label(self) -> Word {
        match self {
            Self::Service => key::PAGE_STEP_SERVICE,
            Self::Visit => key::PAGE_STEP_VISIT,
            Self::Questions => key::PAGE_STEP_QUESTIONS,
            Self::Papers => key::PAGE_STEP_PAPERS,
            Self::Result => key::PAGE_STEP_RESULT,
            Self::Print => key::PAGE_STEP_PRINT,
        }
    }

    /// The screen after this one; the last is followed by itself.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL.into_iter().find(|screen| *screen > self).unwrap_or(self)
    }

    /// The screen before this one, if there is one.
    pub fn previous(self) -> Option<Self> {
        Self::ALL.into_iter().rev().find(|screen| *screen < self)
    }
}

/// A language and a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// The language.
    pub lang: Lang,
    /// The screen.
    pub screen: Screen,
}

impl Route {
    /// Reads the part of an address after `#`; what it does not name is the first. `None` for a place within the page.
    ///
    /// # Example
    ///
    /// ```
    /// use qolhat::Lang;
    /// use qolhat::page::{Route, Screen};
    /// assert_eq!(Route::read("#/ru/papers"), Some(Route { lang: Lang::Ru, screen: Screen::Papers }));
    /// assert_eq!(Route::read(""), Some(Route::default()));
    /// assert_eq!(Route::read("#ru"), None);
    /// ```
    pub fn read(hash: &str) -> Option<Self> {
        let named = hash.strip_prefix("#/").or_else(|| hash.is_empty().then_some(""))?;
        let mut parts = named.split('/');
        let lang = parts.next().and_then(Lang::from_code).unwrap_or_default();
        let named = parts.next().unwrap_or_default();
        let screen = Screen::ALL.into_iter().find(|screen| screen.as_str() == named).unwrap_or_default();
        Some(Self { lang, screen })
    }

    /// Writes the address, with its `#`.
    pub fn hash(self) -> String {
        alloc::format!("#/{}/{}", self.lang.code(), self.screen.as_str())
    }
}
