//! What happens at the desk: who gives the service, where papers are taken in, on which grounds they are refused.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::{About, Entry, Line, Teller};
use crate::calendar::Week;
use crate::condition::Condition;
use crate::id::Lang;
use crate::law::{EditionChannel, Form, Hours, Late, Refusal, Regulation, Rule, RuleKind};
use crate::words::{Word, key, label};

impl Teller<'_> {
    pub(super) fn basics(&self) -> Vec<Entry> {
        let edition = self.edition;
        let plain = |id: &str, word: Word, text: &str| Entry {
            label: Some(label(self.lang, word)),
            ..Entry::new(id, text, &[], None)
        };
        let fee = plain("fee", key::LABEL_FEE, self.of(&edition.fee.text));
        let mut entries = std::vec![
            plain("applicants", key::LABEL_APPLICANTS, self.of(&edition.applicants)),
            plain("provider", key::LABEL_PROVIDER, self.of(&edition.provider)),
            plain("result", key::LABEL_RESULT, self.of(&edition.result)),
            Entry { cite: edition.fee.cite.clone(), verified: Some(edition.fee.verified), ..fee },
        ];
        entries.extend(edition.waiting.as_ref().map(|waiting| {
            let values = [("queue", waiting.queue.into()), ("service", waiting.service.into())];
            Entry::new("waiting", self.say(key::WAITING, &values), &waiting.cite, Some(waiting.verified))
        }));
        entries
    }

    pub(super) fn channels(&self) -> Vec<Entry> {
        let entry = |channel: &EditionChannel| {
            let name = self.names(std::slice::from_ref(&channel.id));
            let late = match channel.late {
                Late::NextWorkingDay => key::LAW_LATE_NEXT,
                Late::Closed => key::LAW_LATE_CLOSED,
            };
            let otherwise =
                channel.otherwise.as_ref().map(|text| self.say(key::LAW_OTHERWISE, &[("text", self.of(text).into())]));
            Entry::new(channel.id.as_str(), name, &channel.cite, Some(channel.verified))
                .with([self.open(channel), label(self.lang, late).into()])
                .with(self.scope(&[], &channel.when))
                .with(otherwise)
        };
        self.edition.channels.iter().map(entry).collect()
    }

    fn open(&self, channel: &EditionChannel) -> String {
        let week = if channel.week == Week::Five { key::LAW_WEEK_FIVE } else { key::LAW_WEEK_SIX };
        let mut said: Vec<String> = std::vec![label(self.lang, week).into()];
        if channel.round_the_clock {
            said.insert(0, label(self.lang, key::LAW_ROUND_THE_CLOCK).into());
        }
        said.extend(channel.hours.as_ref().map(|hours| self.hours(key::LAW_HOURS, hours)));
        said.extend(channel.intake.as_ref().map(|hours| self.hours(key::LAW_INTAKE, hours)));
        said.join(", ")
    }

    fn hours(&self, word: Word, hours: &Hours) -> String {
        let said = self.say(word, &[("hours", format!("{}–{}", hours.open, hours.close).into())]);
        match (hours.lunch_from, hours.lunch_to) {
            (Some(from), Some(to)) => {
                format!("{said} ({})", self.say(key::LAW_LUNCH, &[("hours", format!("{from}–{to}").into())]))
            }
            _ => said,
        }
    }

    pub(super) fn rules(&self, rules: &[Rule]) -> Vec<Entry> {
        let entry = |rule: &Rule| {
            let kind = match rule.kind {
                RuleKind::Eligibility => key::LAW_RULE_ELIGIBILITY,
                RuleKind::System => key::LAW_RULE_SYSTEM,
                RuleKind::SignerAge => key::LAW_RULE_SIGNER,
            };
            let entry = Entry::new(rule.id.as_str(), self.condition(&rule.must), &rule.cite, Some(rule.verified));
            Entry { plain: Some(label(self.lang, kind).into()), ..entry }
                .with(self.scope(&rule.channels, &rule.when))
                .with([format!("{} {}", self.of(&rule.fails), self.of(&rule.instead))])
        };
        rules.iter().map(entry).collect()
    }

    pub(super) fn grounds(&self, grounds: &[Refusal]) -> Vec<Entry> {
        let entry = |ground: &Refusal| {
            let since = ground.since.map(|day| self.say(key::DATE_FROM, &[("from", day.into())]));
            Entry::new(ground.id.as_str(), self.of(&ground.text), &ground.cite, Some(ground.verified))
                .with(self.scope(&ground.channels, &Condition::Always))
                .with(since)
        };
        grounds.iter().map(entry).collect()
    }

    pub(super) fn forms(&self, forms: &[Form]) -> Vec<Entry> {
        let entry = |form: &Form| {
            let copies =
                (form.copies > 1).then(|| crate::words::count(form.copies, crate::words::Noun::Copy, self.lang));
            Entry::new(form.id.as_str(), self.of(&form.title), &form.cite, Some(form.verified))
                .with(self.scope(&form.channels, &Condition::Always))
                .with(form.free.then(|| label(self.lang, key::LAW_FREE_FORM).to_string()))
                .with(copies)
        };
        forms.iter().map(entry).collect()
    }

    pub(super) fn disagreements(&self) -> Vec<Entry> {
        let quoted = |lang: Lang, text: &str| Line { about: About::Quote(lang), text: text.into() };
        let entries = self.edition.disagreements.iter().map(|entry| {
            Entry::new(entry.id.as_str(), self.of(&entry.taken), &entry.cite, None)
                .with([quoted(Lang::Kk, &entry.kk), quoted(Lang::Ru, &entry.ru)])
        });
        entries.collect()
    }

    pub(super) fn notices(&self) -> Vec<Entry> {
        let entries = self.edition.notices.iter().map(|notice| {
            Entry::new(notice.id.as_str(), self.of(&notice.text), &notice.cite, Some(notice.verified))
                .with(self.scope(&notice.channels, &notice.when))
        });
        entries.collect()
    }

    pub(super) fn regulation(&self, regulation: &Regulation) -> Vec<Entry> {
        let act = self.bundle.act(&regulation.act).map_or("", |act| self.of(&act.name));
        let head = Entry::new("regulation", act, &regulation.cite, Some(regulation.verified))
            .with(self.scope(&regulation.channels, &Condition::Always))
            .with([self.of(&regulation.note)]);
        let mut entries = std::vec![head];
        entries.extend(self.steps(&regulation.steps));
        entries.extend(self.rules(&regulation.rules));
        entries.extend(self.grounds(&regulation.refusals));
        entries.extend(self.forms(&regulation.forms));
        entries
    }
}
