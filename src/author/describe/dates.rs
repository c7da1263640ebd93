//! Terms, windows, steps and the rest that has to do with days.

use std::format;
use std::string::String;
use std::vec::Vec;

use super::{Entry, Teller};
use crate::condition::Condition;
use crate::law::{CalendarLimit, FirstDay, Step, Term, TermUnit, Window};
use crate::words::{Word, date_of_year, key, label};

impl Teller<'_> {
    pub(super) fn terms(&self) -> Vec<Entry> {
        let mut entries: Vec<_> = self.edition.terms.iter().map(|term| self.term(term)).collect();
        entries.extend(self.edition.limits.iter().map(|limit| self.limit(limit)));
        entries.extend(self.edition.handover.as_ref().map(|handover| {
            let said = self.say(key::LAW_HANDOVER, &[("hours", handover.hours.into())]);
            Entry::new("handover", said, &handover.cite, Some(handover.verified))
                .with(self.scope(&handover.channels, &Condition::Always))
        }));
        entries.extend(self.edition.storage.as_ref().map(|storage| {
            let said = self.say(key::LAW_STORAGE, &[("months", storage.months.into())]);
            Entry::new("storage", said, &storage.cite, Some(storage.verified))
                .with(self.scope(&storage.channels, &Condition::Always))
                .with([self.of(&storage.then)])
        }));
        entries
    }

    fn term(&self, term: &Term) -> Entry {
        let first_day = match term.first_day {
            FirstDay::NextDay => key::LAW_FIRST_DAY_NEXT,
            FirstDay::Silent => key::LAW_FIRST_DAY_SILENT,
            FirstDay::SameDay => key::LAW_FIRST_DAY_SAME,
        };
        let title = format!("{}: {}", self.of(&term.what), self.within(term.unit, term.count));
        Entry::new(term.id.as_str(), title, &term.cite, Some(term.verified))
            .with(self.scope(&term.channels, &term.when))
            .with([label(self.lang, first_day)])
    }

    fn within(&self, unit: TermUnit, number: u16) -> String {
        let word = match unit {
            TermUnit::Minute => key::WITHIN_MINUTE,
            TermUnit::WorkingDay => key::WITHIN_WORKING_DAY,
            TermUnit::CalendarDay => key::WITHIN_CALENDAR_DAY,
        };
        self.say(word, &[("n", number.into())])
    }

    fn limit(&self, limit: &CalendarLimit) -> Entry {
        let day = |word: Word, day| self.say(word, &[("day", date_of_year(day, self.lang).into())]);
        Entry::new(limit.id.as_str(), self.of(&limit.what), &limit.cite, Some(limit.verified))
            .with(self.scope(&limit.channels, &limit.when))
            .with(limit.not_before.map(|first| day(key::LAW_NOT_BEFORE, first)))
            .with(limit.not_after.map(|last| day(key::LAW_NOT_AFTER, last)))
    }

    pub(super) fn windows(&self) -> Vec<Entry> {
        let entry = |window: &Window| {
            let day = |word: Word, day| self.say(word, &[("day", date_of_year(day, self.lang).into())]);
            let fact = window.opens_on.as_ref();
            let opens_on = fact.map(|fact| self.say(key::LAW_OPENS_ON, &[("question", self.question(fact).into())]));
            let before = window.closes_before.as_ref().map(|before| {
                let values = [("days", before.days.into()), ("question", self.question(&before.fact).into())];
                self.say(key::LAW_CLOSES_BEFORE, &values)
            });
            Entry::new(window.id.as_str(), self.of(&window.what), &window.cite, Some(window.verified))
                .with(self.scope(&window.channels, &window.when))
                .with(window.opens.map(|first| day(key::LAW_OPENS, first)))
                .with(window.closes.map(|last| day(key::LAW_CLOSES, last)))
                .with(window.year_begins.map(|first| day(key::LAW_YEAR_BEGINS, first)))
                .with(opens_on)
                .with(before)
                .with(window.note.as_ref().map(|note| self.of(note)))
        };
        self.edition.windows.iter().map(entry).collect()
    }

    pub(super) fn steps(&self, steps: &[Step]) -> Vec<Entry> {
        let entry = |step: &Step| {
            let title = format!("{} — {}", self.of(&step.who), self.of(&step.does));
            Entry::new(step.id.as_str(), title, &step.cite, Some(step.verified))
                .with([self.within(step.unit, step.within)])
                .with(self.scope(&step.channels, &step.when))
        };
        steps.iter().map(entry).collect()
    }
}
