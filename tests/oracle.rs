//! A second opinion: the whole check once more, slow and obvious, written from `docs/data-format.md` alone, against the
//! engine on random packages of every service. Of the engine it uses the law's types and the steps of a `Day`; it counts
//! days by the research table, not by `law/calendar`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proptest::prelude::*;
use qolhat::finding::{Decides, Finding};
use qolhat::law::{
    Ask, DayUnit, DocumentForm, Edition, EditionChannel, Evidence, FirstDay, Ground, MaxAge, Refusal, Regulation,
    Requirement, Rule, RuleKind, Step, Term, TermLimit, TermUnit, Window,
};
use qolhat::{Answer, BroughtForm, Comparison, Condition, Day, Facts, Id, Item, Limit, MonthDay, Report, Verdict};

use crate::packages::{Law, Question, for_all_questions};

// ------------------------------------------------------------------------------------------------ what is compared

/// What both say of a package.
#[derive(Debug, PartialEq, Eq, Default)]
struct Opinion {
    verdict: &'static str,
    /// The findings that decide: code and subject.
    deciding: BTreeSet<String>,
    /// The days, by name; a day that is not known is absent.
    days: BTreeMap<String, Day>,
}

impl Opinion {
    fn day(&mut self, name: &str, day: Option<Day>) {
        self.days.extend(day.map(|day| (name.to_string(), day)));
    }
}

fn of_the_engine(report: &Report) -> Opinion {
    let line = |finding: &Finding| format!("{} {}", finding.code.as_str(), finding.subject);
    let mut opinion = Opinion {
        verdict: match report.verdict {
            Verdict::Accepted => "accepted",
            Verdict::Refused => "refused",
            Verdict::Open => "open",
            Verdict::NoEdition => "no-edition",
        },
        ..Opinion::default()
    };
    opinion.deciding = report.findings.iter().filter(|finding| finding.decides > Decides::Nothing).map(line).collect();
    let Some(timeline) = &report.timeline else { return opinion };
    opinion.day("intake", timeline.intake.day);
    for term in &timeline.terms {
        opinion.day(if term.main { "due" } else { term.id.as_str() }, term.due);
        if term.main {
            opinion.day("due by the other reading", term.other_reading);
        }
    }
    for window in &timeline.windows {
        opinion.day(&format!("{} opens", window.id), window.days.opens);
        opinion.day(&format!("{} closes", window.id), window.days.closes);
    }
    for limit in &timeline.limits {
        opinion.day(&format!("{} not before", limit.id), limit.not_before);
        opinion.day(&format!("{} not after", limit.id), limit.not_after);
    }
    opinion.day("earliest", timeline.earliest);
    opinion.day("handover", timeline.handover.as_ref().map(|dated| dated.day));
    opinion.day("kept until", timeline.kept_until.as_ref().map(|dated| dated.day));
    opinion
}

#[test]
fn a_naive_second_opinion_agrees() {
    for_all_questions(1500, |law, question| {
        let (found, expected) = (of_the_engine(&question.ask(law)), of_the_oracle(law, &question));
        prop_assert_eq!(found, expected);
        Ok(())
    });
}

// ------------------------------------------------------------------------------------------------------ conditions

/// Yes, no, or (none) not known.
type Known = Option<bool>;

fn holds(condition: &Condition, facts: &Facts) -> Known {
    match condition {
        Condition::Always => Some(true),
        Condition::Is(fact) => facts.answer(fact).map(|answer| *answer == Answer::YesNo(true)),
        Condition::Equals(fact, option) => facts.answer(fact).map(|answer| *answer == Answer::Choice(option.clone())),
        Condition::Compare(fact, comparison, limit) => {
            facts.answer(fact).map(|answer| compares(answer, *comparison, *limit))
        }
        Condition::Not(inner) => holds(inner, facts).map(|truth| !truth),
        Condition::All(parts) => all(parts.iter().map(|part| holds(part, facts))),
        Condition::Any(parts) => all(parts.iter().map(|part| holds(part, facts).map(|truth| !truth))).map(|none| !none),
    }
}

fn all(parts: impl Iterator<Item = Known>) -> Known {
    let parts: Vec<Known> = parts.collect();
    if parts.contains(&Some(false)) {
        return Some(false);
    }
    if parts.contains(&None) { None } else { Some(true) }
}

fn compares(answer: &Answer, comparison: Comparison, limit: Limit) -> bool {
    let (answer, limit) = match (answer, limit) {
        (Answer::Number(answer), Limit::Number(limit)) => (*answer, limit),
        (Answer::Day(answer), Limit::Day(limit)) => (in_digits(*answer), in_digits(limit)),
        _ => return false,
    };
    match comparison {
        Comparison::Less => answer < limit,
        Comparison::AtMost => answer <= limit,
        Comparison::AtLeast => answer >= limit,
        Comparison::Greater => answer > limit,
        Comparison::Exactly => answer == limit,
    }
}

/// 14 September 2026 as 20260914: in the order of days.
fn in_digits(day: Day) -> i32 {
    day.to_string().replace('-', "").parse().unwrap()
}

// -------------------------------------------------------------------------------------------------------- calendar

/// The research table: days on which work does not follow from the day of the week.
static TABLE: LazyLock<serde_json::Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("data/calendar.json")).unwrap());

/// Whether people work on a day, in the week of so many days; none outside of the table's years.
fn works(day: Day, week: u8) -> Known {
    if !(2015..=2027).contains(&day.year()) {
        return None;
    }
    let entry = &TABLE[day.to_string()];
    let concerned = entry["weeks"].as_array().is_some_and(|weeks| weeks.contains(&week.into()));
    Some(if concerned { entry["kind"] == "swap-work" } else { day.weekday() < u32::from(week) })
}

/// The first working day from `day` on.
fn working_from(mut day: Day, week: u8) -> Option<Day> {
    while !works(day, week)? {
        day = day.next();
    }
    Some(day)
}

/// The `count`-th working day after `day`, in the five-day week.
fn working_after(mut day: Day, count: u16) -> Option<Day> {
    for _ in 0..count {
        day = working_from(day.next(), 5)?;
    }
    Some(day)
}

// ----------------------------------------------------------------------------------------------------------- check

struct Oracle<'a> {
    law: &'a Law,
    edition: &'a Edition,
    regulation: Option<&'a Regulation>,
    question: &'a Question,
    opinion: Opinion,
    open: bool,
    refused: bool,
}

fn of_the_oracle(law: &Law, question: &Question) -> Opinion {
    let visit = question.visit();
    let Some(edition) = law.edition(visit) else {
        let deciding = BTreeSet::from(["no-edition edition".to_string()]);
        return Opinion { verdict: "no-edition", deciding, days: BTreeMap::new() };
    };
    let region = law.bundle().regions.iter().find(|region| Some(&region.id) == question.package.region.as_ref());
    let regulations = region.into_iter().flat_map(|region| &region.regulations);
    let mut regulations = regulations.filter(|text| text.from <= visit && text.to.is_none_or(|to| visit <= to));
    let regulation = regulations.next();
    let mut oracle =
        Oracle { law, edition, regulation, question, opinion: Opinion::default(), open: false, refused: false };
    oracle.channel_is_right();
    oracle.windows();
    oracle.rules();
    oracle.iin();
    // Where a channel is not offered there are no papers to be brought to it, and no dates.
    if let Some(channel) = oracle.channel() {
        oracle.papers();
        oracle.dates(channel);
    } else {
        oracle.opinion.days.clear();
    }
    oracle.opinion.verdict = if oracle.refused {
        "refused"
    } else if oracle.open {
        "open"
    } else {
        "accepted"
    };
    oracle.opinion
}

impl<'a> Oracle<'a> {
    fn refuse(&mut self, code: &str, subject: &str) {
        self.refused = true;
        self.opinion.deciding.insert(format!("{code} {subject}"));
    }

    fn leave_open(&mut self, code: &str, subject: &str) {
        self.open = true;
        self.opinion.deciding.insert(format!("{code} {subject}"));
    }

    fn holds(&self, condition: &Condition) -> Known {
        holds(condition, &self.question.package.facts)
    }

    fn here(&self, channels: &[Id]) -> bool {
        channels.is_empty() || channels.contains(&self.question.package.channel)
    }

    fn channel(&self) -> Option<&'a EditionChannel> {
        self.edition.channels.iter().find(|channel| channel.id == self.question.package.channel)
    }

    fn channel_is_right(&mut self) {
        let id = self.question.package.channel.to_string();
        let Some(channel) = self.channel() else { return self.refuse("channel-not-offered", &id) };
        match self.holds(&channel.when) {
            Some(true) => {}
            Some(false) => self.refuse("channel-not-yours", &id),
            None => self.leave_open("answer-needed", &id),
        }
    }

    fn papers(&mut self) {
        for requirement in &self.edition.requirements {
            let taken: Vec<(&Evidence, &Ask)> = requirement
                .one_of
                .iter()
                .filter_map(|evidence| {
                    let ask = evidence.ask.iter().find(|ask| ask.channels.contains(&self.question.package.channel))?;
                    Some((evidence, ask))
                })
                .collect();
            if !taken.is_empty() {
                self.paper(requirement, &taken);
            }
        }
    }

    fn paper(&mut self, requirement: &Requirement, taken: &[(&Evidence, &Ask)]) {
        let asked = self.holds(&requirement.when);
        if asked == Some(false) {
            return;
        }
        // «If there is one»: neither its absence nor what is wrong with it refuses.
        if requirement.optional {
            return;
        }
        let id = requirement.id.as_str();
        for fault in self.faults(requirement, taken) {
            match (fault, asked) {
                (Fault::Missing(code) | Fault::Wrong(code), Some(true)) => self.refuse(code, id),
                (Fault::Missing(_), _) => self.leave_open("answer-needed", id),
                // Whether it is asked at all is not known: what is wrong with it leaves the verdict open.
                (Fault::Wrong(code), _) => self.leave_open(code, id),
                (Fault::DateNeeded, _) => self.leave_open("date-needed", id),
            }
        }
    }

    /// What would be wrong if the requirement is asked.
    fn faults(&self, requirement: &Requirement, taken: &[(&Evidence, &Ask)]) -> Vec<Fault> {
        let items = &self.question.package.documents;
        let mut brought: Vec<Vec<Fault>> = Vec::new();
        for (evidence, ask) in taken {
            for item in items.iter().filter(|item| item.document == evidence.document) {
                // A copy that is handed in is not the certificate that is shown: it counts where copies are asked.
                if form_fits(item.form, ask.form) || !self.form_is_asked_elsewhere(requirement, item) {
                    brought.push(self.item_faults(item, evidence, ask));
                }
            }
        }
        // The best of what was brought counts.
        let wrong = |faults: &Vec<Fault>| faults.iter().filter(|fault| matches!(fault, Fault::Wrong(_))).count();
        match brought.into_iter().min_by_key(|faults| (wrong(faults), faults.len())) {
            Some(faults) => faults,
            None if taken.len() > 1 => vec![Fault::Missing("alternative-not-met")],
            None => vec![Fault::Missing("document-missing")],
        }
    }

    fn form_is_asked_elsewhere(&self, requirement: &Requirement, item: &Item) -> bool {
        let others = self.edition.requirements.iter().filter(|other| other.id != requirement.id);
        let evidence = others.flat_map(|other| &other.one_of).filter(|evidence| evidence.document == item.document);
        let asks = evidence.flat_map(|evidence| &evidence.ask);
        let mut here = asks.filter(|ask| ask.channels.contains(&self.question.package.channel));
        here.any(|ask| form_fits(item.form, ask.form))
    }

    fn item_faults(&self, item: &Item, evidence: &Evidence, ask: &Ask) -> Vec<Fault> {
        let mut faults = Vec::new();
        if !form_fits(item.form, ask.form) {
            faults.push(Fault::Wrong("form-wrong"));
        }
        if item.copies.is_some_and(|copies| copies < ask.copies) {
            faults.push(Fault::Wrong("copies-too-few"));
        }
        if ask.original_shown && item.original_shown == Some(false) {
            faults.push(Fault::Wrong("original-not-shown"));
        }
        if evidence.registration_mark && item.registration_mark == Some(false) {
            faults.push(Fault::Wrong("registration-mark-missing"));
        }
        faults.extend(self.too_old(item, evidence));
        faults
    }

    /// An expired paper refuses only where a ground covers it; only there its last day is needed.
    fn too_old(&self, item: &Item, evidence: &Evidence) -> Vec<Fault> {
        let visit = self.question.visit();
        let kind = self.law.bundle().documents.iter().find(|kind| kind.id == evidence.document).unwrap();
        let mut faults = Vec::new();
        if let Some(limit) = &kind.term {
            match attorney_is_valid(limit, item, visit) {
                Some(true) => {}
                Some(false) => faults.push(Fault::Wrong("power-of-attorney-invalid")),
                None => faults.push(Fault::DateNeeded),
            }
        } else if kind.expires && self.covers(Ground::Expired) {
            match item.expires {
                None => faults.push(Fault::DateNeeded),
                Some(last) if visit <= last => {}
                Some(last) if last < self.question.today => faults.push(Fault::Wrong("document-expired")),
                Some(_) => faults.push(Fault::Wrong("document-will-expire")),
            }
        }
        if let Some(age) = &evidence.max_age {
            match item.issued {
                None => faults.push(Fault::DateNeeded),
                Some(issued) if both_readings_passed(age, issued, visit) => {
                    faults.push(Fault::Wrong("document-too-old"));
                }
                Some(_) => {}
            }
        }
        faults
    }

    fn covers(&self, ground: Ground) -> bool {
        let visit = self.question.visit();
        let regional = self.regulation.into_iter().flat_map(|text| &text.refusals);
        let applies = |refusal: &Refusal| {
            refusal.covers == ground && self.here(&refusal.channels) && refusal.since.is_none_or(|since| since <= visit)
        };
        self.edition.refusals.iter().chain(regional).any(applies)
    }

    fn windows(&mut self) {
        for window in &self.edition.windows {
            let concerned = all([Some(self.here(&window.channels)), self.holds(&window.when)].into_iter());
            if concerned == Some(false) {
                continue;
            }
            let (opens, closes) = window_days(window, self.question);
            if concerned == Some(true) {
                self.opinion.day(&format!("{} opens", window.id), opens);
                self.opinion.day(&format!("{} closes", window.id), closes);
            }
            let visit = self.question.visit();
            let early = opens.is_some_and(|opens| visit < opens);
            let late = closes.is_some_and(|closes| closes < visit);
            let day_facts = [window.opens_on.as_ref(), window.closes_before.as_ref().map(|before| &before.fact)];
            let day_unknown =
                day_facts.into_iter().flatten().any(|fact| self.question.package.facts.answer(fact).is_none());
            let id = window.id.as_str();
            match concerned {
                Some(true) if early => self.refuse("window-not-open", id),
                Some(true) if late => self.refuse("window-closed", id),
                Some(true) if day_unknown => self.leave_open("answer-needed", id),
                None if early || late || day_unknown => self.leave_open("answer-needed", id),
                _ => {}
            }
        }
    }

    fn rules(&mut self) {
        let regional = self.regulation.into_iter().flat_map(|text| &text.rules);
        let rules: Vec<&Rule> =
            self.edition.rules.iter().chain(regional).filter(|rule| self.here(&rule.channels)).collect();
        for rule in rules {
            let broken = all([self.holds(&rule.when), self.holds(&rule.must).map(|truth| !truth)].into_iter());
            match (broken, rule.kind) {
                (Some(false), _) | (None, RuleKind::System | RuleKind::SignerAge) => {}
                (Some(true), RuleKind::Eligibility) => self.refuse("not-eligible", rule.id.as_str()),
                (Some(true), RuleKind::System) => self.refuse("system-check-failed", rule.id.as_str()),
                (Some(true), RuleKind::SignerAge) => self.refuse("signer-too-young", rule.id.as_str()),
                (None, RuleKind::Eligibility) => self.leave_open("answer-needed", rule.id.as_str()),
            }
        }
    }

    fn iin(&mut self) {
        let Some(iin) = &self.question.package.applicant.iin else { return };
        let letters: Vec<char> = iin.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect();
        if !letters.iter().all(char::is_ascii_digit) {
            self.refuse("iin-not-digits", "applicant");
        } else if letters.len() != 12 {
            self.refuse("iin-length", "applicant");
        } else if check_digit(&letters[..11]) != letters[11].to_digit(10) {
            self.refuse("iin-check-digit", "applicant");
        }
    }
}

enum Fault {
    /// Nothing was brought.
    Missing(&'static str),
    /// What was brought is not as asked.
    Wrong(&'static str),
    /// It depends on a day of the paper that was not said.
    DateNeeded,
}

fn form_fits(brought: Option<BroughtForm>, asked: DocumentForm) -> bool {
    let Some(brought) = brought else { return true };
    match asked {
        DocumentForm::Unstated => true,
        DocumentForm::Original | DocumentForm::Shown => brought == BroughtForm::Original,
        // An original where a copy is asked: a copy is to be made of it.
        DocumentForm::Copy => brought != BroughtForm::Electronic,
        DocumentForm::Electronic | DocumentForm::ElectronicCopy => brought == BroughtForm::Electronic,
    }
}

fn attorney_is_valid(limit: &TermLimit, item: &Item, visit: Day) -> Known {
    if item.undated && limit.void_undated {
        return Some(false);
    }
    if item.expires.is_some_and(|last| last < visit) {
        return Some(false);
    }
    let issued = item.issued?;
    let longest = issued.plus_months(limit.at_most.into()).unwrap();
    let last = match (item.expires, limit.if_unwritten) {
        (Some(written), _) => written.min(longest),
        (None, Some(months)) => issued.plus_months(months.into()).unwrap().min(longest),
        (None, None) => longest,
    };
    Some(visit <= last)
}

fn both_readings_passed(age: &MaxAge, issued: Day, visit: Day) -> bool {
    [&age.kk, &age.ru].into_iter().all(|reading| {
        let last = match reading.unit {
            DayUnit::CalendarDay => issued.plus_days(reading.count.into()),
            DayUnit::WorkingDay => working_after(issued, reading.count),
        };
        // Before the table's first year, when no standard was in force: older than any reading allows.
        last.is_none_or(|last| last < visit)
    })
}

/// The days of a window that is looked at on the day of the visit.
fn window_days(window: &Window, question: &Question) -> (Option<Day>, Option<Day>) {
    let visit = question.visit();
    // The year begins with the last such day that is not after the visit.
    let begins =
        |year: i32| window.year_begins.map_or(Day::try_new(year, 1, 1), |begins| begins.in_year(year)).unwrap();
    let first = if begins(visit.year()) <= visit { begins(visit.year()) } else { begins(visit.year() - 1) };
    let in_year = |wanted: MonthDay| {
        let same = wanted.in_year(first.year()).unwrap();
        if first <= same { same } else { wanted.in_year(first.year() + 1).unwrap() }
    };
    let day_of = |fact: &Id| match question.package.facts.answer(fact) {
        Some(Answer::Day(day)) => Some(*day),
        _ => None,
    };
    let opens = [window.opens.map(in_year), window.opens_on.as_ref().and_then(day_of)];
    let before =
        window.closes_before.as_ref().and_then(|before| day_of(&before.fact)?.plus_days(-i64::from(before.days)));
    let closes = [window.closes.map(in_year), before];
    (opens.into_iter().flatten().max(), closes.into_iter().flatten().min())
}

/// The domain page, D.2: eleven digits weighted by 1 to 11, the rest by 11; if that is 10, once more by 3 to 11, 1, 2.
fn check_digit(eleven: &[char]) -> Option<u32> {
    let sum = |weights: [u32; 11]| {
        let products = eleven.iter().zip(weights).map(|(digit, weight)| digit.to_digit(10).unwrap() * weight);
        products.sum::<u32>() % 11
    };
    let once = sum([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    let rest = if once == 10 { sum([3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) } else { once };
    (rest < 10).then_some(rest)
}

// ----------------------------------------------------------------------------------------------------------- dates

impl Oracle<'_> {
    fn dates(&mut self, channel: &EditionChannel) {
        let visit = self.question.visit();
        let intake = self.intake(channel);
        self.opinion.day("intake", intake);
        for limit in &self.edition.limits {
            if self.here(&limit.channels) && self.holds(&limit.when) == Some(true) {
                let in_year = |wanted: MonthDay| wanted.in_year(visit.year());
                self.opinion.day(&format!("{} not before", limit.id), limit.not_before.and_then(in_year));
                self.opinion.day(&format!("{} not after", limit.id), limit.not_after.and_then(in_year));
            }
        }
        let Some(intake) = intake else { return };
        for term in &self.edition.terms {
            if self.concerns(term) {
                let name = if term.main { "due" } else { term.id.as_str() };
                let due = due(term, intake);
                self.opinion.day(name, due);
                if term.main {
                    self.opinion.day(
                        "due by the other reading",
                        other_reading(term, intake).filter(|other| Some(*other) != due),
                    );
                    self.after_the_term(due);
                }
            }
        }
        let at_once = |term: &&Term| term.main && term.unit == TermUnit::Minute && self.concerns(term);
        let earliest = if self.edition.terms.iter().any(|term| at_once(&term)) {
            Some(intake)
        } else {
            self.earliest(channel, intake)
        };
        self.opinion.day("earliest", earliest);
    }

    fn concerns(&self, term: &Term) -> bool {
        self.here(&term.channels) && self.holds(&term.when) == Some(true)
    }

    fn intake(&self, channel: &EditionChannel) -> Option<Day> {
        // A portal takes requests round the clock; the provider, who works five days, registers them.
        let week = if channel.round_the_clock || channel.week == qolhat::calendar::Week::Five { 5 } else { 6 };
        let visit = self.question.visit();
        let closes = channel.intake.as_ref().or(channel.hours.as_ref()).map(|hours| hours.close);
        let late = self.question.package.time.zip(closes).is_some_and(|(time, closes)| time >= closes);
        if works(visit, week)? && late { working_from(visit.next(), week) } else { working_from(visit, week) }
    }

    fn after_the_term(&mut self, due: Option<Day>) {
        let Some(due) = due else { return };
        if let Some(handover) = self.edition.handover.as_ref().filter(|handover| self.here(&handover.channels)) {
            self.opinion.day("handover", due.plus_days(-i64::from(handover.hours / 24)));
        }
        if let Some(storage) = self.edition.storage.as_ref().filter(|storage| self.here(&storage.channels)) {
            self.opinion.day("kept until", due.plus_months(storage.months.into()));
        }
    }

    /// The day on which the steps end if each takes all its time: minutes inside opening hours, days in the provider's
    /// week.
    fn earliest(&self, channel: &EditionChannel, intake: Day) -> Option<Day> {
        let regional = self.regulation.filter(|text| text.channels.contains(&channel.id)).map(|text| &text.steps);
        let steps = regional.unwrap_or(&self.edition.steps).iter();
        let steps: Vec<&Step> =
            steps.filter(|step| self.here(&step.channels) && self.holds(&step.when) == Some(true)).collect();
        if steps.is_empty() {
            return None;
        }
        let open: Vec<u16> = open_minutes(channel);
        // What the State Corporation takes in on a Saturday reaches the provider on the next working day.
        let first = working_from(intake, 5)?;
        let started =
            self.question.package.time.filter(|_| first == self.question.visit()).map_or(0, qolhat::TimeOfDay::minutes);
        let (mut day, mut minute) = (first, started);
        for step in steps {
            match step.unit {
                TermUnit::Minute => {
                    for _ in 0..step.within {
                        let next = open.iter().find(|open| **open >= minute);
                        if next.is_none() {
                            day = working_after(day, 1)?;
                        }
                        minute = next.unwrap_or(&open[0]) + 1;
                    }
                }
                TermUnit::WorkingDay => day = working_after(day, step.within)?,
                TermUnit::CalendarDay => day = day.plus_days(step.within.into())?,
            }
        }
        Some(day)
    }
}

/// The minutes of a day in which the desk is open.
fn open_minutes(channel: &EditionChannel) -> Vec<u16> {
    let Some(hours) = &channel.hours else { return (0..24 * 60).collect() };
    let lunch = hours.lunch_from.zip(hours.lunch_to).map_or(0..0, |(from, to)| from.minutes()..to.minutes());
    (hours.open.minutes()..hours.close.minutes()).filter(|minute| !lunch.contains(minute)).collect()
}

fn due(term: &Term, intake: Day) -> Option<Day> {
    if term.first_day == FirstDay::SameDay {
        return Some(intake);
    }
    match term.unit {
        TermUnit::Minute => Some(intake),
        TermUnit::WorkingDay => working_after(intake, term.count),
        TermUnit::CalendarDay => working_from(intake.plus_days(term.count.into())?, 5),
    }
}

/// Where the text is silent on the first day: the last day if the day of intake itself counts.
fn other_reading(term: &Term, intake: Day) -> Option<Day> {
    if term.first_day != FirstDay::Silent || term.unit != TermUnit::WorkingDay {
        return None;
    }
    working_after(intake.previous(), term.count)
}
