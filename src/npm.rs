//! What JavaScript is answered: plain values in, plain values out. A fault of what a caller passes in is an answer too.
//!
//! All of it is here without JavaScript and is tested so; `bound` alone is the boundary.

mod answer;
#[cfg(feature = "npm")]
mod bound;
mod options;

use crate::day::Day;
use crate::edition::in_force;
use crate::input::{Reader, Value};
use crate::law::Bundle;
use crate::package::Package;
use crate::receipt;
use crate::report::{DaysOff, Standard, report};

pub use answer::{
    Answer, Asked, Checked, Checklist, ClauseWords, Counted, FindingWords, PrintedReceipt, Receipted, Words,
    WorkingDays,
};
use options::{Faults, Options, Parties, Replayed, WorkingDaysAsked, both};

/// Checks a package. `options`: the `day` on which the question is asked, and the `lang` of words to it, if wanted.
pub fn check(standard: &Standard, days_off: &DaysOff, package: &Value, options: &Value) -> Answer<Checked> {
    let read = both(Package::read(package, &standard.bundle), Options::read(options));
    let checked = read.map(|(package, Options { day, lang })| {
        let report = report(standard, days_off, &package, day);
        Checked { words: lang.map(|lang| Words::of(&report, lang)), report }
    });
    checked.into()
}

/// Lists what is asked of whoever gives these answers. `wanted` is a package to which no paper is needed, nor a channel:
/// the first that the edition names is taken. `options` are those of a check.
pub fn documents(standard: &Standard, days_off: &DaysOff, wanted: &Value, options: &Value) -> Answer<Asked> {
    let options = Options::read(options);
    let day = options.as_ref().ok().map(|options| options.day);
    let wanted = with_channel(&standard.bundle, wanted, day);
    let read = both(Package::read(&wanted, &standard.bundle), options);
    read.map(|(package, options)| Asked { checklist: report(standard, days_off, &package, options.day).into() }).into()
}

/// Draws up the receipt of a report that was made before, with whom it names. The check is made again from what `report`
/// notes for that, so that no receipt says what no check found.
pub fn receipt(standard: &Standard, days_off: &DaysOff, report: &Value, options: &Value) -> Answer<Receipted> {
    receipted(standard, days_off, report, options).into()
}

/// Counts working days: the `count`-th after a day, or those after a day up to another.
pub fn calendar(days_off: &DaysOff, asked: &Value) -> Answer<Counted> {
    WorkingDaysAsked::read(asked).map(|asked| Counted { working_days: asked.count(days_off) }).into()
}

/// Says what is wrong with the service that a package names, where it is none of the known ones.
pub fn unknown_service(package: &Value, known: &[&str]) -> Answer<()> {
    let mut reader = Reader::default();
    if reader.object(package, "", &Package::FIELDS).is_some() {
        let written = reader.required(package, "", "service", Reader::text);
        if let Some(written) = written {
            reader.unknown_id("service-unknown", "service", &written, known.iter().copied());
        }
    }
    Answer::Failure { errors: reader.errors }
}

/// The wanted package with the first channel of the edition, where it names none.
fn with_channel(bundle: &Bundle, wanted: &Value, day: Option<Day>) -> Value {
    let Value::Map(entries) = wanted else { return wanted.clone() };
    let visit = match wanted.get("visit") {
        Some(Value::Text(visit)) => visit.parse().ok(),
        _ => day,
    };
    let of_edition = visit.and_then(|visit| in_force(bundle, visit)?.channels.first()).map(|channel| &channel.id);
    let channel = of_edition.or(bundle.channels.first().map(|channel| &channel.id));
    let mut entries = entries.clone();
    if let Some(channel) = channel.filter(|_| matches!(wanted.get("channel"), None | Some(Value::Null))) {
        entries.retain(|(name, _)| name != "channel");
        entries.push(("channel".into(), Value::Text(channel.as_str().into())));
    }
    Value::Map(entries)
}

fn receipted(standard: &Standard, days_off: &DaysOff, made: &Value, options: &Value) -> Result<Receipted, Faults> {
    let (made, parties) = both(Replayed::read(made), Parties::read(options))?;
    let package = Package::read(&parties.named_in(made.package), &standard.bundle)?;
    let report = report(standard, days_off, &package, made.day);
    made.is_same_as(&report)?;
    let named = receipt::Parties {
        applicant: Some(&package.applicant),
        provider: package.provider.as_deref(),
        full_iin: parties.full_iin,
    };
    let drawn = receipt::receipt(&report, &named, parties.lang);
    Ok(Receipted { receipt: drawn.map(|receipt| PrintedReceipt::of(&receipt)) })
}
