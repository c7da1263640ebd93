//! On every channel papers can be taken in and refused: there is a receipt for either, and a ground.

use std::format;
use std::vec::Vec;

use crate::author::fault::LawError;
use crate::author::read::Source;
use crate::id::Id;
use crate::law::{Edition, Form, FormKind, Ground, concerns};

/// Finds channels without a receipt of acceptance or refusal, with two, or without a ground of refusal.
pub fn check(edition: &Source<Edition>, faults: &mut Vec<LawError>) {
    for (n, channel) in edition.value.channels.iter().enumerate() {
        let path = format!("channel/{n}/id");
        for (kind, word) in [(FormKind::Acceptance, "acceptance"), (FormKind::Refusal, "refusal")] {
            form(edition, &channel.id, (kind, word), &path, faults);
        }
        let from_the_start = edition.value.refusals.iter().any(|ground| {
            ground.covers == Ground::Incomplete
                && concerns(&ground.channels, &channel.id)
                && ground.since.is_none_or(|since| since <= edition.value.from)
        });
        if !from_the_start {
            let message = format!("no ground lets `{}` refuse an incomplete package", channel.id);
            let help = "add a `[[refusal]]` that covers \"incomplete\"; where the text has none, rest it on the Law";
            faults.push(LawError::new("ground-missing", message, edition.at(&path, ""), help));
        }
    }
}

fn form(
    edition: &Source<Edition>,
    channel: &Id,
    (kind, word): (FormKind, &str),
    path: &str,
    faults: &mut Vec<LawError>,
) {
    let fits = |form: &Form| form.kind == kind && concerns(&form.channels, channel);
    let mut forms = edition.value.forms.iter().enumerate().filter(|(_, form)| fits(form));
    match (forms.next(), forms.next()) {
        (None, _) => {
            let message = format!("`{channel}` has no receipt of {word}");
            let help = format!("add a `[[form]]` of kind \"{word}\"; where the act gives none, with `free = true`");
            faults.push(LawError::new("form-missing", message, edition.at(path, ""), help));
        }
        (Some((one, _)), Some((other, _))) => {
            let message = format!("`{channel}` has two receipts of {word}");
            let at = edition.at(&format!("form/{other}/id"), "this one");
            let fault = LawError::new("form-twice", message, at, "name the channels of each");
            faults.push(fault.and(edition.at(&format!("form/{one}/id"), "that one")));
        }
        (Some(_), None) => {}
    }
}
