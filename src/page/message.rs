//! What a person or the browser says to the page, and what the page asks of the browser.

use alloc::string::String;
use alloc::vec::Vec;

use super::model::Freshness;
use super::route::Route;
use super::ways::Way;
use crate::id::Lang;

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// A control holds another value.
    Typed {
        /// The control's name.
        name: String,
        /// Its value; empty for a box without its tick.
        value: String,
    },
    /// The address names another screen or language.
    Went(Route),
    /// The screen was sent off.
    Next,
    /// Another language was chosen.
    Speak(Lang),
    /// A file came, or did not.
    Came {
        /// Its path.
        path: String,
        /// Its bytes; none where it could not be had.
        bytes: Option<Vec<u8>>,
    },
    /// What could not be had is to be asked for again.
    Retry,
    /// A control is to be gone to.
    Point(String),
    /// The list of steps is opened or closed.
    Steps,
    /// The sheets are to be printed.
    Print,
    /// Something is said of the ways beside printing.
    Way(Way),
    /// The address hands a package over.
    HandedOver(String),
    /// What is kept on this device was compared with the site.
    Compared(Freshness),
    /// The newer version is to be loaded.
    Reload,
    /// The days are to be kept in the person's own calendar.
    Dates,
    /// The other day and channel are taken in place of those that were chosen.
    Instead,
    /// What a school's page settles and adds, a line each.
    Settle(String),
    /// What is typed is to be kept on this device.
    Keep,
    /// The browser would not keep it.
    Refused,
    /// What was kept is gone: another tab deleted it.
    Forgotten,
    /// What an earlier visit left is to be gone on with.
    TakeUp,
    /// Everything is to be deleted.
    Erase,
    /// Everything was deleted, or not all of it.
    Erased(bool),
    /// Others use this computer, or they do not.
    Public(bool),
    /// Nobody was there for a while: the seconds after which all is wiped; none where somebody is there again.
    Idle(Option<u32>),
    /// Every way out of the page is to be tried.
    Try,
    /// What the page may do and did, as far as it can be seen.
    Saw(String),
}

impl Message {
    /// Reads what a button or link says, or JavaScript.
    pub fn read(said: &str) -> Option<Self> {
        let (what, of) = said.split_once(' ').unwrap_or((said, ""));
        Some(match what {
            "speak" => Self::Speak(Lang::from_code(of)?),
            "point" => Self::Point(of.into()),
            "retry" => Self::Retry,
            "reload" => Self::Reload,
            "dates" => Self::Dates,
            "instead" => Self::Instead,
            "steps" => Self::Steps,
            "compared" => Self::Compared(match of {
                "newer" => Freshness::Newer,
                "unasked" => Freshness::Unasked,
                _ => Freshness::Asked,
            }),
            "keep" => Self::Keep,
            "refused" => Self::Refused,
            "forgotten" => Self::Forgotten,
            "take-up" => Self::TakeUp,
            "erase" => Self::Erase,
            "erased" => Self::Erased(of == "all"),
            "public" => Self::Public(of == "on"),
            "idle" => Self::Idle(of.parse().ok()),
            "try" => Self::Try,
            "saw" => Self::Saw(of.into()),
            _ => return None,
        })
    }
}

/// What the browser is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Fetch a file of the site.
    Fetch(String),
    /// Go to an address, so that Back leads here.
    Go(Route),
    /// Put an address in place of this one.
    Replace(Route),
    /// Move to the heading of the screen.
    FocusHeading,
    /// Move to the list of faults.
    FocusFaults,
    /// Move to a control.
    Focus(String),
    /// Tell the school's page what of it is not taken.
    Refuse {
        /// Why: `setting-unknown` or `addition-refused`.
        code: &'static str,
        /// Why, in a sentence.
        sentence: String,
    },
    /// Print.
    Print,
    /// Make a link of this part of an address, and draw its code.
    HandOver(String),
    /// Copy a text; an empty one stands for that of the sheets, which the browser reads from the page.
    Copy(String),
    /// Load the page anew.
    Reload,
    /// Have done what JavaScript has a module for: `erase`, `shared` and `own`, `look`, `attempt`.
    Ask(&'static str),
    /// Hand a file to the person.
    Save {
        /// Its name.
        name: String,
        /// Its media type.
        kind: &'static str,
        /// What is in it.
        text: String,
    },
}
