//! What is asked, beside the package: read like a package, with all faults at once.

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::calendar::Week;
use crate::day::Day;
use crate::id::Lang;
use crate::input::{InputError, Reader, Value, join};
use crate::report::Report;

const OPTIONS: &str = "options";
const REPLAY: &str = "report.replay";
const A_DAY: &str = "a day as YYYY-MM-DD";

/// All that is wrong with what was passed in.
pub(super) type Faults = Vec<InputError>;

/// When a question is asked, and in which language it is put into words too.
pub(super) struct Options {
    pub(super) day: Day,
    pub(super) lang: Option<Lang>,
}

/// Whom a receipt names, and its language.
pub(super) struct Parties<'a> {
    pub(super) lang: Lang,
    pub(super) full_iin: bool,
    applicant: Option<&'a Value>,
    provider: Option<&'a Value>,
}

/// What a report notes to be made again by.
pub(super) struct Replayed<'a> {
    pub(super) day: Day,
    pub(super) package: &'a Value,
    law: &'a Value,
    code: &'a Value,
}

/// Which working days are counted.
pub(super) struct WorkingDaysAsked {
    pub(super) after: Day,
    pub(super) to: To,
    pub(super) week: Week,
}

/// Where counting ends.
pub(super) enum To {
    /// With so many working days.
    Count(u16),
    /// With this day.
    Day(Day),
}

impl Options {
    pub(super) fn read(value: &Value) -> Result<Self, Faults> {
        whole(|reader| {
            reader.object(value, OPTIONS, &["day", "lang"])?;
            let day = reader.required(value, OPTIONS, "day", day);
            let lang = reader.field(value, OPTIONS, "lang", lang);
            Some(Self { day: day?, lang })
        })
    }
}

impl<'a> Parties<'a> {
    pub(super) fn read(value: &'a Value) -> Result<Self, Faults> {
        whole(|reader| {
            reader.object(value, OPTIONS, &["lang", "applicant", "provider", "fullIin"])?;
            let lang = reader.required(value, OPTIONS, "lang", lang);
            let full_iin = reader.field(value, OPTIONS, "fullIin", Reader::truth).unwrap_or_default();
            Some(Self { lang: lang?, full_iin, applicant: value.get("applicant"), provider: value.get("provider") })
        })
    }

    /// A package in which they are named.
    pub(super) fn named_in(&self, package: &Value) -> Value {
        let mut package = package.clone();
        if let Value::Map(entries) = &mut package {
            for (name, value) in [("applicant", self.applicant), ("provider", self.provider)] {
                entries.extend(value.map(|value| (name.to_string(), value.clone())));
            }
        }
        package
    }
}

impl<'a> Replayed<'a> {
    /// Reads `replay` of a report, with the report's day in it.
    pub(super) fn read(value: &'a Value) -> Result<Self, Faults> {
        whole(|reader| {
            let Value::Map(_) = value else {
                reader.fault("type-wrong", "report", "the report that `check` answered", value);
                return None;
            };
            let day = reader.required(value, "report", "day", day);
            let mut part = |name| match value.get(name) {
                None => {
                    reader.fault("field-missing", &join(REPLAY, name), "a value", &Value::Null);
                    None
                }
                part => part,
            };
            let (package, law, code) = (part("package"), part("law"), part("code"));
            Some(Self { day: day?, package: package?, law: law?, code: code? })
        })
    }

    /// Finds whether a report made again is the one that was given.
    pub(super) fn is_same_as(&self, again: &Report) -> Result<(), Faults> {
        let text = |text: &str| Value::Text(text.into());
        let mut reader = Reader::default();
        if *self.law != text(&again.replay.law) {
            reader.fault("law-changed", &join(REPLAY, "law"), "the law that is loaded now", self.law);
        } else if *self.code != text(&again.replay.code) {
            reader.fault("report-differs", &join(REPLAY, "code"), "the report of the same applicant", self.code);
        }
        for error in &mut reader.errors {
            error.help = "check the package again and pass the new report".into();
        }
        if reader.errors.is_empty() { Ok(()) } else { Err(reader.errors) }
    }
}

impl WorkingDaysAsked {
    pub(super) fn read(value: &Value) -> Result<Self, Faults> {
        whole(|reader| {
            reader.object(value, "", &["after", "count", "until", "week"])?;
            let after = reader.required(value, "", "after", day);
            let week = match reader.field(value, "", "week", |reader, value, path| reader.number(value, path, 5, 6)) {
                Some(6) => Week::Six,
                _ => Week::Five,
            };
            let count = reader.field(value, "", "count", |reader, value, path| reader.number(value, path, 0, 9999));
            let until = reader.field(value, "", "until", day);
            let to = match (count.and_then(|count| u16::try_from(count).ok()), until) {
                (Some(count), None) => Some(To::Count(count)),
                (None, Some(day)) => Some(To::Day(day)),
                // What is there and cannot be read was told already.
                _ if !reader.errors.is_empty() => None,
                _ => {
                    reader.fault("field-missing", "count", "either `count` or `until`", value);
                    None
                }
            };
            Some(Self { after: after?, to: to?, week })
        })
    }
}

/// Both, or the faults of both.
pub(super) fn both<A, B>(one: Result<A, Faults>, other: Result<B, Faults>) -> Result<(A, B), Faults> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (one, other) => Err(one.err().into_iter().chain(other.err()).flatten().collect()),
    }
}

/// What was read whole, or all that is wrong with it.
fn whole<T>(read: impl FnOnce(&mut Reader) -> Option<T>) -> Result<T, Faults> {
    let mut reader = Reader::default();
    match read(&mut reader) {
        Some(read) if reader.errors.is_empty() => Ok(read),
        _ => Err(reader.errors),
    }
}

fn day(reader: &mut Reader, value: &Value, path: &str) -> Option<Day> {
    reader.parsed(value, path, A_DAY)
}

fn lang(reader: &mut Reader, value: &Value, path: &str) -> Option<Lang> {
    let code = reader.text(value, path)?;
    let lang = Lang::from_code(&code);
    if lang.is_none() {
        reader.unknown_id("option-unknown", path, &code, Lang::ALL.iter().map(|lang| lang.code()));
    }
    lang
}
