//! Regional regulations: their files, days and channels.

use std::format;
use std::vec::Vec;

use super::editions::named;
use crate::author::fault::LawError;
use crate::author::read::{Source, Sources};
use crate::id::Id;
use crate::law::{Region, Regulation};

/// Finds misnamed files, unsound intervals, and steps on channels that the regulation does not name.
pub fn check(sources: &Sources, faults: &mut Vec<LawError>) {
    for region in &sources.regions {
        named(region, "id", region.value.id.as_str(), Some(&region.file.with_extension("")), faults);
        for (n, regulation) in region.value.regulations.iter().enumerate() {
            backwards(region, n, regulation, faults);
            overlaps(region, n, regulation, faults);
            channels(region, n, regulation, faults);
        }
    }
}

fn backwards(region: &Source<Region>, n: usize, regulation: &Regulation, faults: &mut Vec<LawError>) {
    let from = regulation.from;
    if let Some(to) = regulation.to.filter(|to| *to < from) {
        let message = format!("the regulation ends on {to}, before it begins on {from}");
        let ends = region.at(&format!("regulation/{n}/to"), "it ends here");
        let fault = LawError::new("interval-backwards", message, ends, "`to` is the last day in force");
        faults.push(fault.and(region.at(&format!("regulation/{n}/from"), "it begins here")));
    }
}

fn overlaps(region: &Source<Region>, n: usize, regulation: &Regulation, faults: &mut Vec<LawError>) {
    let earlier = region.value.regulations.iter().enumerate().take(n);
    for (other, twin) in earlier.filter(|(_, twin)| twin.service == regulation.service) {
        let apart = |one: &Regulation, two: &Regulation| one.to.is_some_and(|to| to < two.from);
        if !apart(twin, regulation) && !apart(regulation, twin) {
            let (region_id, service) = (&region.value.id, &regulation.service);
            let message = format!("two regulations of `{service}` are in force on one day in `{region_id}`");
            let at = region.at(&format!("regulation/{n}/from"), format!("this one starts on {}", regulation.from));
            let fault = LawError::new("regulation-overlap", message, at, "end the earlier one before the later begins");
            let starts = format!("that one starts on {}", twin.from);
            faults.push(fault.and(region.at(&format!("regulation/{other}/from"), starts)));
        }
    }
}

fn channels(region: &Source<Region>, n: usize, regulation: &Regulation, faults: &mut Vec<LawError>) {
    let steps = regulation.steps.iter().map(|step| &step.channels).enumerate().map(|(i, list)| ("step", i, list));
    let rules = regulation.rules.iter().map(|rule| &rule.channels).enumerate().map(|(i, list)| ("rule", i, list));
    let grounds = regulation.refusals.iter().map(|ground| &ground.channels).enumerate();
    let forms = regulation.forms.iter().map(|form| &form.channels).enumerate();
    let all = steps.chain(rules);
    let all = all.chain(grounds.map(|(i, list)| ("refusal", i, list))).chain(forms.map(|(i, list)| ("form", i, list)));
    for (kind, i, list) in all {
        let strangers = list.iter().filter(|channel| !regulation.channels.contains(channel));
        for channel in strangers {
            faults.push(stranger(region, &format!("regulation/{n}/{kind}/{i}/channels"), channel));
        }
    }
}

fn stranger(region: &Source<Region>, path: &str, channel: &Id) -> LawError {
    let message = format!("`{channel}` is not a channel of this regulation");
    let help = "name it in the regulation's `channels`, or leave it out here";
    LawError::new("channel-not-offered", message, region.at(path, ""), help)
}
