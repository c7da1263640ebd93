//! A remark on a package: a normal result, not an error. A finding is a code with arguments; its sentences are worded in
//! `words/`, never here.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Serialize, Serializer};

use crate::clause::Citation;
use crate::day::{Day, TimeOfDay};
use crate::id::{Id, Text};
use crate::law::{Age, DocumentForm};

/// Makes the codes with their names in JSON.
macro_rules! codes {
    ($($(#[$meta:meta])* $name:ident = $code:literal,)*) => {
        /// What a finding is about. The codes are stable: others may build on them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$meta])* $name,)* }

        impl Code {
            /// All codes.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Gives the code as it is written.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }
        }
    };
}

codes! {
    /// A document that is asked for is not there.
    DocumentMissing = "document-missing",
    /// Several documents would do, and none is there.
    AlternativeNotMet = "alternative-not-met",
    /// Fewer copies than asked for.
    CopiesTooFew = "copies-too-few",
    /// Another form than asked for.
    FormWrong = "form-wrong",
    /// The original is not shown beside the copy.
    OriginalNotShown = "original-not-shown",
    /// The mark of registration is missing.
    RegistrationMarkMissing = "registration-mark-missing",
    /// Expired already.
    DocumentExpired = "document-expired",
    /// Valid today, but not on the day of the visit.
    DocumentWillExpire = "document-will-expire",
    /// Older than allowed, by both official texts.
    DocumentTooOld = "document-too-old",
    /// Older than allowed by one of the two official texts.
    TooOldByOneReading = "too-old-by-one-reading",
    /// A power of attorney that is void, expired or over its term.
    PowerOfAttorneyInvalid = "power-of-attorney-invalid",
    /// Expired, but no ground of refusal was found in the text in force.
    ExpiredWithoutGround = "expired-without-ground",
    /// The service is not given through this channel.
    ChannelNotOffered = "channel-not-offered",
    /// The channel is not for this applicant.
    ChannelNotYours = "channel-not-yours",
    /// One cannot apply yet.
    WindowNotOpen = "window-not-open",
    /// One cannot apply any more.
    WindowClosed = "window-closed",
    /// This applicant may not ask for the service.
    NotEligible = "not-eligible",
    /// A portal or register would refuse the request.
    SystemCheckFailed = "system-check-failed",
    /// Too young for an EDS.
    SignerTooYoung = "signer-too-young",
    /// What a portal or register checks was not said.
    SystemCheckUnknown = "system-check-unknown",
    /// The IIN has not twelve digits.
    IinLength = "iin-length",
    /// The IIN holds something that is not a digit.
    IinNotDigits = "iin-not-digits",
    /// The check digit of the IIN is wrong.
    IinCheckDigit = "iin-check-digit",
    /// The IIN seems to name another birth day.
    IinBirthDayDiffers = "iin-birth-day-differs",
    /// The IIN seems to name another sex.
    IinSexDiffers = "iin-sex-differs",
    /// An answer is needed to decide.
    AnswerNeeded = "answer-needed",
    /// A day on a document is needed to decide.
    DateNeeded = "date-needed",
    /// The text does not decide whether this is asked.
    RequirementUnclear = "requirement-unclear",
    /// An original where a copy is asked.
    CopyToMake = "copy-to-make",
    /// A day off: the intake counts as the next working day.
    DayOff = "day-off",
    /// After hours: the intake counts as the next working day.
    OutsideIntakeHours = "outside-intake-hours",
    /// Brought, but not on the list.
    DocumentNotAsked = "document-not-asked",
    /// Brought, but the provider takes it from state systems.
    DocumentFromStateSystems = "document-from-state-systems",
    /// The regional act is repealed.
    RegulationRepealed = "regulation-repealed",
    /// The text in force was not seen.
    EditionNotSeen = "edition-not-seen",
    /// The calendar of the year is provisional.
    CalendarProvisional = "calendar-provisional",
    /// There is no calendar of the year.
    CalendarUnknown = "calendar-unknown",
    /// The question is asked after the last day that the rules are known for.
    RulesMayBeOld = "rules-may-be-old",
    /// No edition is in force on the day.
    NoEdition = "no-edition",
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(feature = "author")]
impl schemars::JsonSchema for Code {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Code".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let codes: Vec<_> = Self::ALL.iter().map(|code| code.as_str()).collect();
        let about = "What a finding is about. The codes are stable: others may build on them.";
        schemars::json_schema!({ "description": about, "type": "string", "enum": codes })
    }
}

/// What a finding does to the verdict. The greater decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Decides {
    /// Nothing: it is told.
    Nothing,
    /// It leaves the verdict open.
    Open,
    /// It refuses.
    Refused,
}

/// A remark on the package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// What it is about.
    pub code: Code,
    /// What it does to the verdict.
    pub decides: Decides,
    /// The id of the requirement, rule, window, channel, document or region it is about.
    pub subject: String,
    /// What the sentence is filled with.
    #[serde(serialize_with = "as_map")]
    #[cfg_attr(feature = "author", schemars(with = "alloc::collections::BTreeMap<String, Arg>"))]
    pub args: Vec<(&'static str, Arg)>,
    /// The clauses it rests on: of the requirement or rule first, then of the ground of refusal.
    pub cite: Vec<Citation>,
    /// The ground of refusal that covers it, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ground: Option<Id>,
}

/// An argument of a finding's sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Arg {
    /// A text of the law in three languages.
    Text(Text),
    /// Several, of which one would do.
    AnyOf(Vec<Text>),
    /// Several.
    AllOf(Vec<Text>),
    /// A number.
    Number(i64),
    /// A day.
    Day(Day),
    /// A time.
    Time(TimeOfDay),
    /// A form.
    Form(DocumentForm),
    /// A number of days of a kind.
    Age(Age),
    /// Which day of a document is meant.
    DayMeant(DayMeant),
    /// What is wrong with a power of attorney.
    Attorney(AttorneyFault),
    /// Why a day is off.
    Reason(crate::calendar::DayReason),
}

/// Which day of a document is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DayMeant {
    /// The day it was given or published.
    Issued,
    /// The last day of its validity.
    Expires,
}

/// What is wrong with a power of attorney.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AttorneyFault {
    /// It bears no day of issue: void.
    Undated,
    /// The longest term that the law allows has passed: so many months, until this last day.
    OverTerm {
        /// The months.
        months: u16,
        /// The last day.
        last: Day,
    },
    /// The term written on it has passed on this last day.
    Expired {
        /// The last day.
        last: Day,
    },
}

fn as_map<S: Serializer>(args: &[(&'static str, Arg)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(args.iter().map(|(name, arg)| (name, arg)))
}

impl Finding {
    /// Makes a finding that decides nothing and rests on nothing yet.
    pub fn told(code: Code, subject: &str) -> Self {
        Self {
            code,
            decides: Decides::Nothing,
            subject: subject.into(),
            args: Vec::new(),
            cite: Vec::new(),
            ground: None,
        }
    }

    /// Makes it decide.
    #[must_use]
    pub fn deciding(mut self, decides: Decides) -> Self {
        self.decides = decides;
        self
    }

    /// Fills a place of its sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((name, arg));
        self
    }

    /// Rests it on clauses.
    #[must_use]
    pub fn resting_on(mut self, cite: &[Citation]) -> Self {
        self.cite.extend(cite.iter().filter(|citation| !self.cite.contains(citation)).cloned().collect::<Vec<_>>());
        self
    }
}
