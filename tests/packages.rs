//! Random packages for the law of this repository: any region, channel, day of 2015 to 2027, answers (some not said) and
//! documents, near the days, hours and ages on which a rule turns.

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{RngSeed, TestRunner};

use qolhat::law::{Bundle, Edition};
use qolhat::{
    Answer, AnswerKind, Applicant, BroughtForm, Day, DaysOff, FactKind, Hash, Id, Item, Package, Report, Sex, Standard,
    TimeOfDay, report,
};

use crate::law::{days_off, services};

/// A question put to the engine: a package, and the day on which it is asked.
#[derive(Clone, Debug)]
pub struct Question {
    pub package: Package,
    pub today: Day,
}

impl Question {
    pub fn visit(&self) -> Day {
        self.package.visit.unwrap_or(self.today)
    }

    pub fn ask(&self, law: &Law) -> Report {
        report(&law.standard, &law.days_off, &self.package, self.today)
    }
}

/// One service's law with the days off.
#[derive(Clone, Debug)]
pub struct Law {
    pub standard: Standard,
    pub days_off: DaysOff,
}

impl Law {
    pub fn bundle(&self) -> &Bundle {
        &self.standard.bundle
    }

    pub fn edition(&self, day: Day) -> Option<&Edition> {
        let in_force = |edition: &&Edition| edition.from <= day && edition.to.is_none_or(|to| day <= to);
        self.bundle().editions.iter().find(in_force)
    }
}

/// The law of every service, read once.
pub fn laws() -> &'static [Law] {
    static LAWS: LazyLock<Vec<Law>> = LazyLock::new(|| {
        let days_off = days_off();
        let of = |bundle| Law { standard: Standard { bundle, hash: Hash([0; 32]) }, days_off: days_off.clone() };
        services().into_iter().map(|service| of(service.bundle)).collect()
    });
    &LAWS
}

/// The law of one service.
pub fn law_of(service: &str) -> Law {
    laws().iter().find(|law| law.bundle().service.id == service).unwrap().clone()
}

/// Runs `holds` on `cases` random values, the same ones each time, and shows the smallest that fails.
pub fn for_all<S: Strategy>(cases: u32, strategy: &S, holds: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let seed = RngSeed::Fixed(20_260_914);
    let config = ProptestConfig { cases, rng_seed: seed, failure_persistence: None, ..ProptestConfig::default() };
    if let Err(error) = TestRunner::new(config).run(strategy, holds) {
        panic!("{error}");
    }
}

/// Runs `holds` on `cases` random questions of each service.
pub fn for_all_questions(cases: u32, holds: impl Fn(&Law, Question) -> Result<(), TestCaseError>) {
    for law in laws() {
        for_all(cases, &questions(law), |question| holds(law, question));
    }
}

/// How much of everything is said and brought.
#[derive(Clone, Copy, Debug)]
struct Manner {
    /// Of a hundred facts, how many are said.
    said: u8,
    /// Of a hundred documents, how many are brought.
    brought: u8,
    /// Of a hundred details of a document, how many are given at random; the others are as asked, or not said.
    odd: u8,
    /// Whether the days on documents are said where they are not at random.
    dated: bool,
}

/// A fact or document of a bundle by chance.
type Chance = (u8, Index, i64);

/// Questions to one service.
pub fn questions(law: &Law) -> impl Strategy<Value = Question> + use<> {
    let bundle = law.bundle().clone();
    let channels: Vec<Id> = bundle.channels.iter().map(|channel| channel.id.clone()).collect();
    let regions: Vec<Id> = bundle.regions.iter().map(|region| region.id.clone()).collect();
    let manner =
        (select(vec![0_u8, 50, 90, 100]), select(vec![30_u8, 80, 100]), select(vec![0_u8, 10, 40]), any::<bool>());
    let manner = manner.prop_map(|(said, brought, odd, dated)| Manner { said, brought, odd, dated });
    let facts = vec((0_u8..100, any::<Index>(), near()), bundle.facts.len());
    let documents = vec(item(), bundle.documents.len());
    let place = (select(channels), weighted(0.7, select(regions)), weighted(0.7, time()));
    let when = (day(&bundle), weighted(0.5, near()));
    (when, place, manner, facts, documents, weighted(0.3, applicant())).prop_map(
        move |((visit, asked), (channel, region, time), manner, facts, documents, applicant)| {
            let facts = bundle.facts.iter().zip(&facts).filter(|(_, (chance, ..))| *chance < manner.said);
            let facts = facts.map(|(kind, chance)| (kind.id.clone(), answer(kind, visit, chance)));
            let brought = bundle.documents.iter().zip(documents).filter(|(_, chance)| chance.chance < manner.brought);
            let documents = brought.map(|(kind, chance)| chance.item(&kind.id, visit, manner));
            Question {
                today: asked.and_then(|days| visit.plus_days(-days)).unwrap_or(visit),
                package: Package {
                    service: bundle.service.id.clone(),
                    region,
                    channel,
                    visit: Some(visit),
                    time,
                    facts: facts.collect(),
                    documents: documents.collect(),
                    applicant: applicant.unwrap_or_default(),
                    provider: None,
                },
            }
        },
    )
}

/// A day of 2015 to 2027, often one beside an edition's or a window's edge.
fn day(bundle: &Bundle) -> impl Strategy<Value = Day> + use<> {
    let first: Day = "2015-01-01".parse().unwrap();
    let mut edges: Vec<Day> =
        bundle.editions.iter().flat_map(|edition| [Some(edition.from), edition.to]).flatten().collect();
    for edition in &bundle.editions {
        let ends = edition.windows.iter().flat_map(|window| [window.opens, window.closes, window.year_begins]);
        let year = edition.from.year() + i32::from(edition.from.month() > 6);
        edges.extend(ends.flatten().filter_map(|end| end.in_year(year)));
    }
    for region in &bundle.regions {
        edges.extend(region.regulations.iter().flat_map(|text| [Some(text.from), text.to]).flatten());
    }
    let anywhere = (0_i64..4748).prop_map(move |days| first.plus_days(days).unwrap());
    let edge = (select(edges), -1_i64..=1).prop_map(|(edge, days)| edge.plus_days(days).unwrap());
    prop_oneof![2 => anywhere, 1 => edge]
}

fn time() -> impl Strategy<Value = TimeOfDay> {
    let edges =
        ["08:59", "09:00", "13:00", "14:30", "17:29", "17:30", "17:31", "18:29", "18:30", "19:30", "19:59", "20:00"];
    let any_time = (0_u16..24, 0_u16..60).prop_map(|(hour, minute)| TimeOfDay::try_new(hour, minute).unwrap());
    prop_oneof![2 => select(edges.map(|text| text.parse().unwrap()).to_vec()), 1 => any_time]
}

/// A number of days, often near one on which a rule turns.
fn near() -> impl Strategy<Value = i64> {
    prop_oneof![4 => -2_i64..25, 1 => 360_i64..370, 1 => 1090_i64..1100]
}

fn answer(kind: &FactKind, visit: Day, (chance, index, days): &Chance) -> Answer {
    match &kind.answer {
        AnswerKind::YesNo => Answer::YesNo(chance.is_multiple_of(2)),
        AnswerKind::Choice(options) => Answer::Choice(index.get(options).id.clone()),
        AnswerKind::Number { min, max } => {
            let numbers: Vec<i32> = (*min..=*max).collect();
            Answer::Number(*index.get(&numbers))
        }
        AnswerKind::Day => {
            let days = if chance.is_multiple_of(2) { *days } else { -days };
            Answer::Day(visit.plus_days(days).unwrap())
        }
    }
}

/// A document by chance.
#[derive(Clone, Debug)]
struct ItemChance {
    chance: u8,
    details: [u8; 6],
    form: BroughtForm,
    copies: u8,
    yes: (bool, bool),
    issued: i64,
    expires: i64,
}

fn item() -> impl Strategy<Value = ItemChance> {
    let form = select(vec![BroughtForm::Original, BroughtForm::Copy, BroughtForm::Electronic]);
    (
        0_u8..100,
        [0_u8..100, 0..100, 0..100, 0..100, 0..100, 0..100],
        form,
        1_u8..4,
        any::<(bool, bool)>(),
        near(),
        near(),
    )
        .prop_map(|(chance, details, form, copies, yes, issued, expires)| ItemChance {
            chance,
            details,
            form,
            copies,
            yes,
            issued,
            expires,
        })
}

impl ItemChance {
    fn item(&self, document: &Id, visit: Day, manner: Manner) -> Item {
        let odd = |detail: usize| self.details[detail] < manner.odd;
        let undated = odd(5) && self.chance.is_multiple_of(4);
        let issued = if odd(3) { Some(self.issued) } else { manner.dated.then_some(1) };
        let issued = issued.filter(|_| !undated).map(|days| visit.plus_days(-days.abs()).unwrap());
        let expires = if odd(4) { Some(self.expires - 8) } else { manner.dated.then_some(60) };
        let expires =
            expires.and_then(|days| visit.plus_days(days)).filter(|day| issued.is_none_or(|issued| issued <= *day));
        Item {
            document: document.clone(),
            form: odd(0).then_some(self.form),
            copies: odd(1).then_some(self.copies),
            issued,
            expires,
            undated,
            registration_mark: odd(2).then_some(self.yes.0),
            original_shown: odd(2).then_some(self.yes.1),
        }
    }
}

fn applicant() -> impl Strategy<Value = Applicant> {
    let iin = [
        "000101500001",
        "850317300010",
        "910228 400036",
        "000101500002",
        "85031730001",
        "8503173OO010",
        "850317300060",
    ];
    let birth_day = (select(vec![1985, 1991, 2000]), 1_u32..13).prop_map(|(year, month)| Day::try_new(year, month, 17));
    (select(iin.to_vec()), birth_day, weighted(0.5, select(vec![Sex::Female, Sex::Male])))
        .prop_map(|(iin, birth_day, sex)| Applicant { iin: Some(iin.into()), birth_day, sex, ..Applicant::default() })
}

/// The same question with a fact said, or not said any more.
pub fn with_fact(question: &Question, fact: &Id, answer: Option<Answer>) -> Question {
    let mut question = question.clone();
    match answer {
        Some(answer) => question.package.facts.say(fact.clone(), answer),
        None => question.package.facts.unsay(fact),
    }
    question
}

/// All answers to a fact that can make a difference: of a day, those near the visit.
pub fn answers(kind: &FactKind, visit: Day) -> Vec<Answer> {
    match &kind.answer {
        AnswerKind::YesNo => [true, false].map(Answer::YesNo).to_vec(),
        AnswerKind::Choice(options) => options.iter().map(|option| Answer::Choice(option.id.clone())).collect(),
        AnswerKind::Number { min, max } => (*min..=*max).map(Answer::Number).collect(),
        AnswerKind::Day => {
            [-400, -1, 0, 1, 19, 20, 21, 400].map(|days| Answer::Day(visit.plus_days(days).unwrap())).to_vec()
        }
    }
}
