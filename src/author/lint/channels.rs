//! What an edition says of channels fits together: items that name them, how papers are asked for there, and hours.

use std::format;
use std::vec::Vec;

use crate::author::fault::LawError;
use crate::author::read::Source;
use crate::author::tree::Tree;
use crate::condition::Condition;
use crate::id::Id;
use crate::law::{Edition, EditionChannel, Hours, Requirement};

/// Finds items on channels that the edition does not offer, papers asked for nowhere or twice, and unsound hours.
pub fn check(edition: &Source<Edition>, faults: &mut Vec<LawError>) {
    offered(edition, faults);
    for (n, requirement) in edition.value.requirements.iter().enumerate() {
        asked(edition, n, requirement, faults);
    }
    for (n, channel) in edition.value.channels.iter().enumerate() {
        hours(edition, n, channel, faults);
        shut_out(edition, n, channel, faults);
    }
}

fn offered(edition: &Source<Edition>, faults: &mut Vec<LawError>) {
    let tree = Tree::new(&edition.file, &edition.text);
    let nodes = tree.nodes();
    let named = nodes.iter().filter(|node| node.key() == "channels").filter_map(|node| Some((node, node.text()?)));
    for (node, channel) in named {
        if edition.value.channels.iter().all(|offered| offered.id != *channel) {
            let message = format!("`{channel}` is not a channel of this edition");
            let help = "describe it in a `[[channel]]`, or leave it out here";
            faults.push(LawError::new("channel-not-offered", message, tree.of(node, ""), help));
        }
    }
}

fn asked(edition: &Source<Edition>, n: usize, requirement: &Requirement, faults: &mut Vec<LawError>) {
    for (m, evidence) in requirement.one_of.iter().enumerate() {
        let path = format!("requirement/{n}/one-of/{m}/ask");
        let channels: Vec<&Id> = evidence.ask.iter().flat_map(|ask| &ask.channels).collect();
        if channels.is_empty() {
            let message = format!("no channel takes `{}` for the requirement `{}`", evidence.document, requirement.id);
            let help = "say in `ask` where it is handed in, and in which form";
            faults.push(LawError::new("ask-missing", message, edition.at(&path, ""), help));
        }
        let twice =
            channels.iter().enumerate().find(|(at, channel)| channels.iter().take(*at).any(|id| id == *channel));
        if let Some((_, channel)) = twice {
            let message = format!("`{}` is asked for twice on `{channel}`", evidence.document);
            faults.push(LawError::new(
                "ask-twice",
                message,
                edition.at(&path, ""),
                "say once per channel how it is asked",
            ));
        }
    }
    if requirement.one_of.is_empty() {
        let message = format!("`{}` names no document", requirement.id);
        let help = "add a `[[requirement.one-of]]`";
        faults.push(LawError::new("ask-missing", message, edition.at(&format!("requirement/{n}"), ""), help));
    }
}

fn hours(edition: &Source<Edition>, n: usize, channel: &EditionChannel, faults: &mut Vec<LawError>) {
    for (key, hours) in [("hours", &channel.hours), ("intake", &channel.intake)] {
        if hours.as_ref().is_some_and(|hours| !run_forward(hours)) {
            let message = format!("the {key} of `{}` do not run forward", channel.id);
            let help = "opening comes before the midday break, and the break before closing";
            faults.push(LawError::new("hours-backwards", message, edition.at(&format!("channel/{n}/{key}"), ""), help));
        }
    }
}

fn run_forward(hours: &Hours) -> bool {
    let times = [Some(hours.open), hours.lunch_from, hours.lunch_to, Some(hours.close)];
    let times: Vec<_> = times.into_iter().flatten().collect();
    hours.lunch_from.is_some() == hours.lunch_to.is_some() && times.is_sorted_by(|one, two| one < two)
}

fn shut_out(edition: &Source<Edition>, n: usize, channel: &EditionChannel, faults: &mut Vec<LawError>) {
    if channel.otherwise.is_some() == (channel.when == Condition::Always) {
        let message = format!("`{}` has only one of `when` and `otherwise`", channel.id);
        let help = "`otherwise` tells those whom `when` shuts out what to do";
        faults.push(LawError::new("otherwise-missing", message, edition.at(&format!("channel/{n}"), ""), help));
    }
}
