//! Qolhat checks an application package against the documents that a public service's standard asks for, and computes
//! the day the result is due.
#![no_std]

extern crate alloc;
#[cfg(any(test, feature = "author"))]
extern crate std;

#[cfg(feature = "author")]
pub mod author;
pub mod bundle;
pub mod calendar;
pub mod check;
mod clause;
mod condition;
mod day;
pub mod edition;
mod facts;
pub mod finding;
mod id;
mod iin;
pub mod input;
pub mod law;
mod package;
pub mod receipt;
pub mod render;
pub mod report;
pub mod timeline;
pub mod words;

pub use bundle::{BundleError, Hash, decode_bundle, decode_calendar, encode_bundle, encode_calendar};
pub use clause::{Citation, CitationError, Part, Verified};
pub use condition::{Comparison, Condition, ConditionError, Limit, Truth};
pub use day::{Day, FormError, MonthDay, TimeOfDay};
pub use facts::{Answer, AnswerKind, Choice, FactKind, Facts};
pub use id::{Id, Lang, Text, nearest};
pub use iin::{Iin, IinError, Sex, masked};
pub use input::{InputError, Value};
pub use package::{Applicant, BroughtForm, Item, Package};
pub use report::{DaysOff, Report, Standard, Verdict, report};
