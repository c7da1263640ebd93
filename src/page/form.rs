//! What was typed: each control's name with its value, just as it was typed, and nothing ever cleared.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::day::{Day, TimeOfDay};
use crate::id::Lang;
use crate::words::{key, label};

/// The value of an answer that is not known.
pub const UNKNOWN: &str = "unknown";
/// The value of yes, and of a ticked box.
pub const YES: &str = "yes";
/// The value of no.
pub const NO: &str = "no";
/// The value of a region without its own regulations.
pub const ELSEWHERE: &str = "elsewhere";

/// The names of controls.
pub mod name {
    use alloc::string::String;

    use crate::id::Id;

    /// The service.
    pub const SERVICE: &str = "service";
    /// The region.
    pub const REGION: &str = "region";
    /// Where the papers are handed in.
    pub const CHANNEL: &str = "channel";
    /// The day of handing in.
    pub const VISIT: &str = "visit";
    /// Another day, to see what would change.
    pub const IF: &str = "if";
    /// Another channel, to see what would change.
    pub const IF_CHANNEL: &str = "if-channel";
    /// The time of handing in.
    pub const TIME: &str = "time";
    /// The applicant's name.
    pub const PERSON: &str = "person";
    /// The applicant's IIN.
    pub const IIN: &str = "iin";
    /// Whether the IIN is printed in full.
    pub const FULL_IIN: &str = "full-iin";
    /// The applicant's address.
    pub const ADDRESS: &str = "address";
    /// The applicant's telephone.
    pub const PHONE: &str = "phone";
    /// The provider's name.
    pub const PROVIDER: &str = "provider";
    /// What is printed: the receipt, a list, or all.
    pub const PRINTED: &str = "printed";
    /// Whether it is printed in large letters.
    pub const LARGE: &str = "large";
    /// Which papers were shown and sent off, for each service.
    pub const SEEN: &str = "seen";
    /// Whether the code that hands the package over is printed.
    pub const CODE: &str = "code";
    /// How many copies of a sheet.
    pub const COPIES: &str = "sheet-copies";

    /// The answer to a question.
    pub fn fact(id: &Id) -> String {
        alloc::format!("fact-{id}")
    }

    /// Whether a document is there.
    pub fn paper(document: &Id) -> String {
        alloc::format!("paper-{document}")
    }

    /// What is asked for, by the requirement's id; nothing is typed there itself.
    pub fn requirement(id: &str) -> String {
        of("requirement", id)
    }

    /// A detail of something: a part of a day, the form of a paper.
    pub fn of(name: &str, detail: &str) -> String {
        alloc::format!("{name}-{detail}")
    }

    /// The control itself, or the day that it is a part of.
    pub fn group(name: &str) -> &str {
        let part = ["-day", "-month", "-year"].into_iter().find_map(|part| name.strip_suffix(part));
        part.unwrap_or(name)
    }

    /// Whether a language's sheet is printed.
    pub fn sheet(lang: crate::id::Lang) -> String {
        of("sheet", lang.code())
    }
}

/// Why what was typed cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form(
    // INVARIANT: each name once, no value empty.
    Vec<(String, String)>,
);

impl Form {
    /// Gives what stands in a form that nobody has touched: the day of handing in, and that both official languages are
    /// printed.
    pub fn fresh(visit: Day) -> Self {
        let mut form = Self::default();
        form.set_day(name::VISIT, visit);
        form.set(&name::sheet(Lang::Kk), YES);
        form.set(&name::sheet(Lang::Ru), YES);
        form
    }

    /// Gives what a control holds; empty where nothing was typed.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(held, _)| held == name).map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// Tells whether a control holds a value.
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.get(name) == value
    }

    /// Gives each control's name with what it holds.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Notes what was typed.
    pub fn set(&mut self, name: &str, value: &str) {
        self.0.retain(|(held, _)| held != name);
        if !value.is_empty() {
            self.0.push((name.into(), value.into()));
        }
    }

    /// Fills the three parts of a day.
    pub fn set_day(&mut self, name: &str, day: Day) {
        self.set(&name::of(name, "day"), &alloc::format!("{:02}", day.day()));
        self.set(&name::of(name, "month"), &alloc::format!("{:02}", day.month()));
        self.set(&name::of(name, "year"), &day.year().to_string());
    }

    /// Reads what was typed, if it is not blank.
    pub fn text(&self, name: &str) -> Option<String> {
        let text = self.get(name).trim();
        (!text.is_empty()).then(|| text.into())
    }

    /// Reads a day of its three parts; `None` where all are empty.
    ///
    /// # Errors
    ///
    /// Where a part is missing or there is no such day.
    pub fn day(&self, name: &str) -> Result<Option<Day>, Unreadable> {
        let part = |part| self.get(&name::of(name, part)).trim();
        let (day, month, year) = (part("day"), part("month"), part("year"));
        if day.is_empty() && month.is_empty() && year.is_empty() {
            return Ok(None);
        }
        let read = |text: &str| digits(text).ok_or(Unreadable);
        let year = i32::try_from(read(year)?).map_err(|_| Unreadable)?;
        Day::try_new(year, read(month)?, read(day)?).map(Some).ok_or(Unreadable)
    }

    /// Reads a whole number of a range; `None` where nothing was typed.
    ///
    /// # Errors
    ///
    /// Where it is not such a number.
    pub fn number(&self, name: &str, min: i32, max: i32) -> Result<Option<i32>, Unreadable> {
        let Some(text) = self.text(name) else { return Ok(None) };
        let number = digits(&text).and_then(|number| i32::try_from(number).ok());
        number.filter(|number| (min..=max).contains(number)).map(Some).ok_or(Unreadable)
    }

    /// Reads a time, as `9:05`, `09:05` or `09.05`; `None` where nothing was typed.
    ///
    /// # Errors
    ///
    /// Where it is not a time of day.
    pub fn time(&self, name: &str) -> Result<Option<TimeOfDay>, Unreadable> {
        let Some(text) = self.text(name) else { return Ok(None) };
        let (hour, minute) = text.split_once([':', '.']).ok_or(Unreadable)?;
        let read = |text: &str| digits(text).and_then(|number| u16::try_from(number).ok()).ok_or(Unreadable);
        TimeOfDay::try_new(read(hour)?, read(minute)?).map(Some).ok_or(Unreadable)
    }

    /// Writes everything as lines, to be kept where a fault of ours cannot reach it.
    pub fn to_lines(&self) -> String {
        let line = |(name, value): &(String, String)| {
            let value: String = value.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
            alloc::format!("{name}={value}\n")
        };
        self.0.iter().map(line).collect()
    }

    /// Reads what [`Form::to_lines`] wrote.
    pub fn from_lines(lines: &str) -> Self {
        let mut form = Self::default();
        for (name, value) in lines.lines().filter_map(|line| line.split_once('=')) {
            form.set(name, value);
        }
        form
    }
}

/// Reads a whole day that was written in one line: `14.09.2026`, `2026-09-14`, `14 қыркүйек 2026`.
pub fn whole_day(line: &str, lang: Lang) -> Option<Day> {
    let mut numbers: Vec<(u32, usize)> = Vec::new();
    let mut month = None;
    for word in line.split([' ', '\u{a0}', '.', '/', '-', ',']) {
        if word.starts_with(|letter: char| letter.is_ascii_digit()) {
            numbers.push((digits(word)?, word.len()));
        } else {
            month = month.or(month_of(word, lang));
        }
    }
    let (day, month, year) = match (numbers.as_slice(), month) {
        ([(day, _), (month, _), (year, 4)] | [(year, 4), (month, _), (day, _)], None) => (*day, *month, *year),
        ([(day, _), (year, 4)] | [(year, 4), (day, _)], Some(month)) => (*day, month, *year),
        _ => return None,
    };
    Day::try_new(i32::try_from(year).ok()?, month, day)
}

/// The one month that a word begins as, in whatever case the word stands. The first letter may be a capital, and is passed
/// over: the others tell the months apart.
fn month_of(word: &str, lang: Lang) -> Option<u32> {
    let (mut best, mut found) = (1, None);
    for (month, name) in (1..).zip(label(lang, key::MONTHS_OF_DAYS).split(' ')) {
        let same = word.chars().skip(1).zip(name.chars().skip(1)).take_while(|(typed, meant)| typed == meant).count();
        if same > best {
            (best, found) = (same, Some(month));
        } else if same == best {
            found = None;
        }
    }
    found
}

fn digits(text: &str) -> Option<u32> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}
