//! Qolhat checks an application package against the documents that a public service's standard asks for, and computes
//! the day the result is due.
//!
//! One function does it: [`report()`] of a standard, the days off, a package and a day. It is pure: no clock, no files, no
//! network. The law is an argument: a bundle that `qolhat law build` made of the files in `law/`.
//!
//! # Example: a check in ten lines
//!
//! ```
//! # #[cfg(feature = "cli")] {
//! # let sources = qolhat::author::read("law".as_ref()).unwrap();
//! # let bundles = qolhat::author::assemble(&sources);
//! # let duplicates = bundles.iter().find(|bundle| bundle.service.id == "duplicates").unwrap();
//! # let law = qolhat::encode_bundle(duplicates);
//! # let calendar = qolhat::encode_calendar(&qolhat::author::assemble_calendar(&sources).unwrap());
//! # let json = include_str!("../examples/duplicate-lost-2015.json");
//! use qolhat::{DaysOff, Lang, Package, Standard, Value, Verdict, render::text, report};
//!
//! let standard = Standard::decode(&law).unwrap(); // the bytes of duplicates.qolhat
//! let days_off = DaysOff::decode(&calendar).unwrap(); // the bytes of calendar.qolhat
//! let value: Value = serde_json::from_str(json).unwrap();
//! let package = Package::read(&value, &standard.bundle).unwrap();
//! let report = report(&standard, &days_off, &package, "2015-11-12".parse().unwrap());
//! assert_eq!(report.verdict, Verdict::Accepted);
//! assert!(text::report(&report, Lang::En).contains("the duplicate: not later than 4 December 2015"));
//! # }
//! ```
//!
//! The modules are the ideas of the field, in the order in which they build on each other: [`law`], [`calendar`],
//! [`edition`], [`check`], [`timeline`], [`report`](mod@report), [`receipt`], [`render`], and [`words`] in three languages.
#![no_std]

extern crate alloc;
#[cfg(any(test, feature = "std"))]
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
pub mod npm;
mod package;
pub mod page;
pub mod receipt;
pub mod render;
pub mod report;
pub mod timeline;
mod wire;
pub mod words;

pub use bundle::{
    BundleError, Hash, decode_bundle, decode_calendar, decode_directory, encode_bundle, encode_calendar,
    encode_calendar_now, encode_directory, encode_now,
};
pub use clause::{Citation, CitationError, Part, Verified};
pub use condition::{Comparison, Condition, ConditionError, Limit, Truth};
pub use day::{Day, FormError, MonthDay, TimeOfDay};
pub use facts::{Answer, AnswerKind, Choice, FactKind, Facts};
pub use id::{Id, Lang, Text, nearest};
pub use iin::{Iin, IinError, Sex, masked};
pub use input::{InputError, Value};
pub use package::{Applicant, BroughtForm, Item, Package};
pub use report::{DaysOff, Report, Standard, Verdict, report};
