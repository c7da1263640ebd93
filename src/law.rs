//! What a standard is: plain values, as people write them in `law/` and as bundles hold them.
//!
//! The engine knows no service, document or date; everything here is read from a [`Bundle`]. All fields are written out
//! in the order of `docs/data-format.md`. Uses `id`, `day`, `clause`, `calendar`,
//! `facts`, `condition` and `wire`.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, Week};
use crate::clause::{Citation, Verified};
use crate::condition::Condition;
use crate::day::{Day, MonthDay, TimeOfDay};
use crate::facts::FactKind;
use crate::id::{Id, Text};
use crate::wire::wire;

/// Derives what every value of the law has: comparison, both ways of serde, an editor's schema for the author, and how
/// bundles hold it.
macro_rules! law {
    ($($(#[$meta:meta])* pub $kind:ident $name:ident { $($body:tt)* })*) => {wire! {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case", deny_unknown_fields)]
        pub $kind $name { $($body)* }
    )*}};
}

law! {
/// Everything the engine needs to check one service, as published: built from `law/` by the author's tool.
pub struct Bundle {
    /// The service.
    pub service: Service,
    /// The acts that are cited, each once.
    pub acts: Vec<Act>,
    /// The channels through which papers are handed in.
    pub channels: Vec<Channel>,
    /// The kinds of documents that are named.
    pub documents: Vec<DocumentKind>,
    /// The questions that conditions name.
    pub facts: Vec<FactKind>,
    /// The editions. INVARIANT: sorted by first day, no two in force on one day.
    pub editions: Vec<Edition>,
    /// All regions a person can choose, with this service's regional regulations.
    pub regions: Vec<Region>,
}

/// The days off as published, with what a report needs to name their grounds.
pub struct CalendarBundle {
    /// The acts that the calendar cites, each once.
    pub acts: Vec<Act>,
    /// The calendar.
    pub calendar: Calendar,
}

/// What one chooses from before any service's law is loaded.
pub struct Directory {
    /// The services, in their order.
    pub services: Vec<ListedService>,
    /// The regions.
    pub regions: Vec<NamedRegion>,
    /// The first day of handing in for which the smaller calendar serves.
    pub calendar_from: Day,
}

/// A service as it is offered, with the day from which its smaller file holds the law.
pub struct ListedService {
    /// The service's id.
    pub id: Id,
    /// Its short name.
    pub short: Text,
    /// What one gets from it.
    pub about: Text,
    /// The first day of the text now in force: the part of the law that most people need.
    pub now_from: Day,
}

/// A region by its name alone.
pub struct NamedRegion {
    /// The region's id.
    pub id: Id,
    /// The region's name.
    pub name: Text,
}

/// A public service.
pub struct Service {
    /// The service's id.
    pub id: Id,
    /// The legal name, as the newest act gives it.
    pub name: Text,
    /// A short name in plain words.
    pub short: Text,
    /// What one gets from it, in a sentence.
    pub about: Text,
    /// Where it stands in lists, from 1.
    pub order: u8,
}

/// A legal act that is cited.
pub struct Act {
    /// The act's id.
    pub id: Id,
    /// How the act is named in a citation: kind, day, number, in each language.
    pub name: Text,
    /// How it is named where the full name stands elsewhere on the page: kind and number.
    pub short: Text,
    /// The day of adoption; absent where it was not seen.
    #[serde(default)]
    pub adopted: Option<Day>,
    /// Where the official text is.
    pub url: String,
    /// What is said of its repeal, if it is repealed.
    #[serde(default)]
    pub repealed: Option<Repeal>,
}

/// The end of an act.
pub struct Repeal {
    /// The day of the repealing act, as far as it is known.
    #[serde(default)]
    pub day: Option<Day>,
    /// What repealed it and what applies now, in a sentence.
    pub note: Text,
}

/// A place where papers are handed in.
pub struct Channel {
    /// The channel's id.
    pub id: Id,
    /// The channel, as a person reads it.
    pub name: Text,
    /// How the channel behaves.
    pub kind: ChannelKind,
}

/// How a channel behaves.
pub enum ChannelKind {
    /// The provider's own office: papers are handed over in person.
    Office,
    /// The State Corporation: papers are handed over in person and carried to the provider.
    Corporation,
    /// A portal: documents are electronic and signed by EDS.
    Portal,
}

/// A kind of document, the same in every standard.
pub struct DocumentKind {
    /// The document's id.
    pub id: Id,
    /// A short name in plain words.
    pub name: Text,
    /// What a person should know of it: what it looks like, who gives it. States no rule of law.
    #[serde(default)]
    pub help: Option<Text>,
    /// Set where the document bears a last day of validity that is looked at on intake.
    #[serde(default)]
    pub expires: bool,
    /// Set where the law limits how long it is valid from the day it was given.
    #[serde(default)]
    pub term: Option<TermLimit>,
}

/// How long a document is valid by law, counted from the day it was given.
pub struct TermLimit {
    /// The longest validity, in months, whatever is written.
    pub at_most: u16,
    /// The validity in months where no term is written on it, if the law gives one.
    #[serde(default)]
    pub if_unwritten: Option<u16>,
    /// Set where the document is void without the day it was given.
    #[serde(default)]
    pub void_undated: bool,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How the clauses were verified.
    pub verified: Verified,
}

/// A region with its own regulations, or without.
pub struct Region {
    /// The region's id.
    pub id: Id,
    /// The region's name.
    pub name: Text,
    /// The regulation of this service in this region, text by text.
    #[serde(default, rename = "regulation")]
    pub regulations: Vec<Regulation>,
}

/// A region's act on one service: who does what, in which order, within which time.
pub struct Regulation {
    /// The service it regulates.
    pub service: Id,
    /// The regional act.
    pub act: Id,
    /// The first day on which it applied, as far as it is known.
    pub from: Day,
    /// The last day on which it applied; absent while it is in force.
    #[serde(default)]
    pub to: Option<Day>,
    /// What is to be known of these two days, and of repeal.
    pub note: Text,
    /// The channels it names.
    pub channels: Vec<Id>,
    /// What the provider gives in the end.
    pub result: Text,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How the text was verified.
    pub verified: Verified,
    /// Who does what within which time, in order.
    #[serde(rename = "step")]
    pub steps: Vec<Step>,
    /// What the systems check before the request is taken.
    #[serde(default, rename = "rule")]
    pub rules: Vec<Rule>,
    /// Where it adds a ground of refusal on intake.
    #[serde(default, rename = "refusal")]
    pub refusals: Vec<Refusal>,
    /// The receipts it prescribes.
    #[serde(default, rename = "form")]
    pub forms: Vec<Form>,
}

/// What national law asks of a service between two days, whole.
pub struct Edition {
    /// The first day in force.
    pub from: Day,
    /// The last day in force, included; absent while it is in force.
    #[serde(default)]
    pub to: Option<Day>,
    /// Set where the first day is not known exactly: why this day was taken.
    #[serde(default)]
    pub from_note: Option<Text>,
    /// How the wording is named: act, annex, amending order.
    pub name: Text,
    /// The act and annex.
    pub cite: Vec<Citation>,
    /// How the wording was verified.
    pub verified: Verified,
    /// Which copy of the text was read, for who verifies it again.
    pub source: String,
    /// What every reader of a report under this edition must be told.
    #[serde(default)]
    pub notes: Vec<Text>,
    /// Who gives the service.
    pub provider: Text,
    /// Who may ask for it.
    pub applicants: Text,
    /// What one gets.
    pub result: Text,
    /// What it costs.
    pub fee: Fee,
    /// How long one waits and is served at most.
    #[serde(default)]
    pub waiting: Option<Waiting>,
    /// What becomes of a result that nobody collects.
    #[serde(default)]
    pub storage: Option<Storage>,
    /// How long before the end of the term the result must reach the State Corporation.
    #[serde(default)]
    pub handover: Option<Handover>,
    /// How papers are handed in.
    #[serde(rename = "channel")]
    pub channels: Vec<EditionChannel>,
    /// The documents asked for.
    #[serde(rename = "requirement")]
    pub requirements: Vec<Requirement>,
    /// Documents that the provider takes from state systems and may not ask for.
    #[serde(default, rename = "not-asked")]
    pub not_asked: Vec<NotAsked>,
    /// How long the service takes.
    #[serde(rename = "term")]
    pub terms: Vec<Term>,
    /// Between which days one may apply.
    #[serde(default, rename = "window")]
    pub windows: Vec<Window>,
    /// Calendar days by which, or not before which, a result comes.
    #[serde(default, rename = "limit")]
    pub limits: Vec<CalendarLimit>,
    /// Who may apply, and what the systems check.
    #[serde(default, rename = "rule")]
    pub rules: Vec<Rule>,
    /// On which grounds it is refused.
    #[serde(default, rename = "refusal")]
    pub refusals: Vec<Refusal>,
    /// Who does what within which time, where the national text itself says so.
    #[serde(default, rename = "step")]
    pub steps: Vec<Step>,
    /// The forms: applications, receipts, notices.
    #[serde(default, rename = "form")]
    pub forms: Vec<Form>,
    /// Where the Kazakh and the Russian text disagree, or the text is silent.
    #[serde(default, rename = "disagreement")]
    pub disagreements: Vec<Disagreement>,
    /// What else a person should be told, such as that no more papers may be asked for.
    #[serde(default, rename = "notice")]
    pub notices: Vec<Notice>,
}

/// What the service costs.
pub struct Fee {
    /// The fee, in words.
    pub text: Text,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How it was verified.
    pub verified: Verified,
}

/// The longest times at the desk, in minutes.
pub struct Waiting {
    /// Minutes in the queue, at most.
    pub queue: u16,
    /// Minutes of service, at most.
    pub service: u16,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How it was verified.
    pub verified: Verified,
}

/// How long an unclaimed result is kept.
pub struct Storage {
    /// The channels where it is kept.
    pub channels: Vec<Id>,
    /// Whole months, counted from the day the result is ready to the same day number (Civil Code, article 174).
    pub months: u16,
    /// What happens then.
    pub then: Text,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How it was verified.
    pub verified: Verified,
}

/// How long before the term's end the result must reach the State Corporation.
pub struct Handover {
    /// The channels it concerns.
    pub channels: Vec<Id>,
    /// Hours before the end of the term; 24 means the calendar day before the last day.
    pub hours: u16,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How it was verified.
    pub verified: Verified,
}

/// A channel as an edition regulates it.
pub struct EditionChannel {
    /// The channel.
    pub id: Id,
    /// Who may use it; everybody where absent.
    #[serde(default)]
    pub when: Condition,
    /// What to tell those who may not use it.
    #[serde(default)]
    pub otherwise: Option<Text>,
    /// In which week it takes papers in: five or six working days.
    pub week: Week,
    /// Working hours; for a portal, the provider's, by which a late request is known.
    #[serde(default)]
    pub hours: Option<Hours>,
    /// Hours of intake, where they differ from working hours.
    #[serde(default)]
    pub intake: Option<Hours>,
    /// Set for a portal that takes requests at any hour.
    #[serde(default)]
    pub round_the_clock: bool,
    /// What becomes of an application after hours or on a day off.
    pub late: Late,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How it was verified.
    pub verified: Verified,
}

/// Hours of a working day.
pub struct Hours {
    /// When it opens.
    pub open: TimeOfDay,
    /// When it closes; a person who comes at this minute is late.
    pub close: TimeOfDay,
    /// When the midday break begins.
    #[serde(default)]
    pub lunch_from: Option<TimeOfDay>,
    /// When the midday break ends.
    #[serde(default)]
    pub lunch_to: Option<TimeOfDay>,
}

/// What becomes of an application after hours or on a day off.
#[derive(Copy)]
pub enum Late {
    /// It counts as made on the next working day, because the text says so.
    NextWorkingDay,
    /// The text is silent and the desk is simply closed: one comes on the next working day.
    Closed,
}

/// A document that is asked for, under a condition.
pub struct Requirement {
    /// The requirement's id, kept from edition to edition while it means the same.
    pub id: Id,
    /// Whom it is asked of.
    #[serde(default)]
    pub when: Condition,
    /// For whom the text does not decide whether it is asked.
    #[serde(default)]
    pub unclear: Option<Unclear>,
    /// Set where the text asks for it only «if there is one» («при наличии»): its absence never refuses.
    #[serde(default)]
    pub optional: bool,
    /// Requirements of which exactly one is asked of each person share a group; the lint proves it.
    #[serde(default)]
    pub group: Option<Id>,
    /// The document's name as the act gives it.
    pub name: Text,
    /// The documents that satisfy it: one of them is enough.
    pub one_of: Vec<Evidence>,
    /// What else the text says of it.
    #[serde(default)]
    pub note: Option<Text>,
    /// The clauses that ask for it.
    pub cite: Vec<Citation>,
    /// How it was verified.
    pub verified: Verified,
}

/// For whom a text does not decide, or its two languages disagree.
pub struct Unclear {
    /// Whom it concerns.
    pub when: Condition,
    /// What both readings are, and what is safe.
    pub note: Text,
}

/// A document that satisfies a requirement, and how it is to be brought.
pub struct Evidence {
    /// The kind of document.
    pub document: Id,
    /// How it is asked for, channel by channel. Where no entry names a channel, it is not taken there.
    pub ask: Vec<Ask>,
    /// How old it may be.
    #[serde(default)]
    pub max_age: Option<MaxAge>,
    /// Set where it must bear the mark of registration at the place of residence.
    #[serde(default)]
    pub registration_mark: bool,
}

/// How a document is asked for on a channel.
pub struct Ask {
    /// The channels.
    pub channels: Vec<Id>,
    /// In which form.
    pub form: DocumentForm,
    /// How many.
    #[serde(default = "one")]
    pub copies: u8,
    /// Set where the original is shown beside the copy, for comparison, and handed back.
    #[serde(default)]
    pub original_shown: bool,
}

/// In which form a document is asked for.
#[derive(Copy)]
pub enum DocumentForm {
    /// The original, which stays with the provider.
    Original,
    /// A copy.
    Copy,
    /// The original, shown and handed back.
    Shown,
    /// An electronic document, signed or from a state system.
    Electronic,
    /// An electronic copy: a scan or a photograph attached to the request.
    ElectronicCopy,
    /// The text does not say.
    Unstated,
}

/// How old a document may be: the readings of its two official texts, which may differ.
pub struct MaxAge {
    /// The reading of the Kazakh text.
    pub kk: Age,
    /// The reading of the Russian text.
    pub ru: Age,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How it was verified.
    pub verified: Verified,
}

/// A number of days after the day it was published or given; the last of them is still in time.
pub struct Age {
    /// How many days.
    pub count: u16,
    /// Of which kind.
    pub unit: DayUnit,
}

/// A kind of day.
#[derive(Copy)]
pub enum DayUnit {
    /// Working days of the five-day week.
    WorkingDay,
    /// Calendar days.
    CalendarDay,
}

/// A document that the provider takes from state systems.
pub struct NotAsked {
    /// The kind of document.
    pub document: Id,
    /// The channels it concerns; all where empty.
    #[serde(default)]
    pub channels: Vec<Id>,
    /// Whom it concerns.
    #[serde(default)]
    pub when: Condition,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How it was verified.
    pub verified: Verified,
}

/// How long something takes.
pub struct Term {
    /// The term's id.
    pub id: Id,
    /// The channels it concerns.
    pub channels: Vec<Id>,
    /// Whom it concerns.
    #[serde(default)]
    pub when: Condition,
    /// What comes at its end.
    pub what: Text,
    /// Set for the one term that ends the service for a person on a channel; the lint proves that there is one.
    #[serde(default)]
    pub main: bool,
    /// How many.
    pub count: u16,
    /// Of which unit.
    pub unit: TermUnit,
    /// Which day is the first that counts.
    pub first_day: FirstDay,
    /// The clauses of the term.
    pub cite: Vec<Citation>,
    /// The clauses that say which day is the first, where they are others.
    #[serde(default)]
    pub first_day_cite: Vec<Citation>,
    /// How it was verified.
    pub verified: Verified,
}

/// The unit of a term.
#[derive(Copy)]
pub enum TermUnit {
    /// Minutes inside opening hours: the same day.
    Minute,
    /// Working days of the provider's five-day week.
    WorkingDay,
    /// Calendar days; a last day that is not a working day moves to the next one (Civil Code, article 175).
    CalendarDay,
}

/// Which day of a term is the first that counts.
#[derive(Copy)]
pub enum FirstDay {
    /// The text says: the day of intake does not count.
    NextDay,
    /// The text is silent: the next day is taken, as an assumption, and the other reading is shown beside it.
    Silent,
    /// The service is given while one waits.
    SameDay,
}

/// Days between which one may apply.
pub struct Window {
    /// The window's id.
    pub id: Id,
    /// The channels it concerns; all where empty.
    #[serde(default)]
    pub channels: Vec<Id>,
    /// Whom it concerns.
    #[serde(default)]
    pub when: Condition,
    /// What may be done in it.
    pub what: Text,
    /// The first day of the year on which one may apply.
    #[serde(default)]
    pub opens: Option<MonthDay>,
    /// The last day of the year on which one may apply, included.
    #[serde(default)]
    pub closes: Option<MonthDay>,
    /// The day on which the year begins by which `opens` and `closes` are meant, where it is not 1 January:
    /// a school year.
    #[serde(default)]
    pub year_begins: Option<MonthDay>,
    /// The fact whose day is the first on which one may apply.
    #[serde(default)]
    pub opens_on: Option<Id>,
    /// The fact before whose day one must apply, with how many calendar days to spare.
    #[serde(default)]
    pub closes_before: Option<Before>,
    /// What is to be known of it.
    #[serde(default)]
    pub note: Option<Text>,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How it was verified.
    pub verified: Verified,
}

/// Not later than so many calendar days before a day that a person names.
pub struct Before {
    /// The fact that names the day.
    pub fact: Id,
    /// Calendar days: the last day to apply is so many days earlier.
    pub days: u16,
}

/// A calendar day by which, or not before which, a result comes.
pub struct CalendarLimit {
    /// The limit's id.
    pub id: Id,
    /// The channels it concerns; all where empty.
    #[serde(default)]
    pub channels: Vec<Id>,
    /// Whom it concerns.
    #[serde(default)]
    pub when: Condition,
    /// What comes.
    pub what: Text,
    /// Not before this day.
    #[serde(default)]
    pub not_before: Option<MonthDay>,
    /// Not after this day.
    #[serde(default)]
    pub not_after: Option<MonthDay>,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How it was verified.
    pub verified: Verified,
}

/// What must hold for the application to go through, apart from papers.
pub struct Rule {
    /// The rule's id.
    pub id: Id,
    /// What kind of rule it is.
    pub kind: RuleKind,
    /// The channels it concerns; all where empty.
    #[serde(default)]
    pub channels: Vec<Id>,
    /// Whom it concerns.
    #[serde(default)]
    pub when: Condition,
    /// What must hold.
    pub must: Condition,
    /// What is told to a person for whom it does not hold.
    pub fails: Text,
    /// What to do instead.
    pub instead: Text,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How it was verified.
    pub verified: Verified,
}

/// What kind of rule it is.
#[derive(Copy)]
pub enum RuleKind {
    /// Who may apply at all. Not known: the verdict is open.
    Eligibility,
    /// What a portal or a register checks by itself. Not known: said, and the verdict stands.
    System,
    /// The signer is old enough for an EDS. Not known: said, and the verdict stands.
    SignerAge,
}

/// A ground of refusal.
pub struct Refusal {
    /// The ground's id.
    pub id: Id,
    /// What it covers.
    pub covers: Ground,
    /// The channels it concerns; all where empty.
    #[serde(default)]
    pub channels: Vec<Id>,
    /// The first day from which it applies, where that is later than the edition's.
    #[serde(default)]
    pub since: Option<Day>,
    /// The ground, in the words of the act.
    pub text: Text,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How it was verified.
    pub verified: Verified,
}

/// What a ground of refusal covers.
#[derive(Copy)]
pub enum Ground {
    /// The package is incomplete: papers are not taken in.
    Incomplete,
    /// A document has expired: papers are not taken in.
    Expired,
    /// Something decided after intake, which no checker can foresee.
    Later,
}

/// A step of the provider or the State Corporation.
pub struct Step {
    /// The step's id.
    pub id: Id,
    /// The channels it concerns; all where empty.
    #[serde(default)]
    pub channels: Vec<Id>,
    /// Whom it concerns.
    #[serde(default)]
    pub when: Condition,
    /// Who does it.
    pub who: Text,
    /// What is done.
    pub does: Text,
    /// Within how many.
    pub within: u16,
    /// Of which unit.
    pub unit: TermUnit,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How it was verified.
    pub verified: Verified,
}

/// A form: an application, a receipt, a notice.
pub struct Form {
    /// The form's id.
    pub id: Id,
    /// What the form is.
    pub kind: FormKind,
    /// The channels it concerns; all where empty.
    #[serde(default)]
    pub channels: Vec<Id>,
    /// Set where the act prescribes no form («еркін нысанда»): the wording is ours.
    #[serde(default)]
    pub free: bool,
    /// Its title.
    pub title: Text,
    /// How many copies are made, one for each party.
    #[serde(default = "one")]
    pub copies: u8,
    /// Its lines, in order.
    pub lines: Vec<Line>,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How it was verified.
    pub verified: Verified,
}

/// What a form is.
#[derive(Copy)]
pub enum FormKind {
    /// An application: shown, with its fields, so that a person knows what to write.
    Application,
    /// A receipt that papers were taken in.
    Acceptance,
    /// A receipt that papers were refused.
    Refusal,
    /// The result itself, or a notice: listed, never printed by us.
    Result,
}

/// A line of a form. In `text`, `{service}`, `{provider}`, `{applicant}`, `{iin}`, `{address}`, `{grounds}`, `{clauses}`,
/// `{day}` (of intake) and `{due}` are filled in, or drawn as blanks to be filled in by hand.
pub enum Line {
    /// A sentence.
    Text(Text),
    /// A label with a blank after it, or with a value that is known.
    Field(Field),
    /// The numbered list of documents.
    List(Listed),
}

/// A label with a blank or a value.
pub struct Field {
    /// The label.
    pub label: Text,
    /// What fills it.
    #[serde(default)]
    pub value: FieldValue,
}

/// What fills a field.
#[derive(Copy, Default)]
pub enum FieldValue {
    /// Nothing: a blank to be written on.
    #[default]
    Blank,
    /// The applicant's name.
    Applicant,
    /// The applicant's IIN.
    Iin,
    /// The applicant's address.
    Address,
    /// The applicant's telephone.
    Phone,
    /// The provider's name.
    Provider,
    /// The day the intake counts as.
    Day,
    /// The last day of the term.
    Due,
}

/// Which documents a list holds.
#[derive(Copy)]
pub enum Listed {
    /// The papers handed in.
    HandedIn,
    /// The papers that are missing.
    Missing,
    /// The papers that are missing or do not conform.
    MissingOrFailing,
}

/// Where the Kazakh and the Russian text disagree, or the text is silent.
pub struct Disagreement {
    /// The disagreement's id.
    pub id: Id,
    /// The Kazakh words, quoted; empty where the text is silent.
    #[serde(default)]
    pub kk: String,
    /// The Russian words, quoted; empty where the text is silent.
    #[serde(default)]
    pub ru: String,
    /// What it means and which reading was taken here.
    pub taken: Text,
    /// The clauses.
    pub cite: Vec<Citation>,
}

/// Something else a person should be told.
pub struct Notice {
    /// The notice's id.
    pub id: Id,
    /// Set where it tells what may not be demanded of the applicant.
    #[serde(default)]
    pub nothing_more: bool,
    /// The channels it concerns; all where empty.
    #[serde(default)]
    pub channels: Vec<Id>,
    /// Whom it concerns.
    #[serde(default)]
    pub when: Condition,
    /// What is told.
    pub text: Text,
    /// The clauses.
    pub cite: Vec<Citation>,
    /// How it was verified.
    pub verified: Verified,
}
}

/// A count that is one where nothing is written.
const fn one() -> u8 {
    1
}

/// Tells whether a thing that names `channels` concerns `channel`: an empty list names them all.
pub fn concerns(channels: &[Id], channel: &Id) -> bool {
    channels.is_empty() || channels.contains(channel)
}

impl Edition {
    /// Gives the edition's id: its first day as `YYYY-MM-DD`, which is also its file's name.
    pub fn id(&self) -> String {
        alloc::format!("{}", self.from)
    }

    /// Gives what the edition says of a channel.
    pub fn channel(&self, id: &Id) -> Option<&EditionChannel> {
        self.channels.iter().find(|channel| channel.id == *id)
    }
}

impl Bundle {
    /// Finds an act by id.
    pub fn act(&self, id: &Id) -> Option<&Act> {
        self.acts.iter().find(|act| act.id == *id)
    }

    /// Finds a document kind by id.
    pub fn document(&self, id: &Id) -> Option<&DocumentKind> {
        self.documents.iter().find(|document| document.id == *id)
    }

    /// Finds a question by the fact's id.
    pub fn fact(&self, id: &Id) -> Option<&FactKind> {
        self.facts.iter().find(|fact| fact.id == *id)
    }

    /// Finds a channel by id.
    pub fn channel(&self, id: &Id) -> Option<&Channel> {
        self.channels.iter().find(|channel| channel.id == *id)
    }
}
