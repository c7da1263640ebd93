//! What was handed in: a package, read from what a caller passed, with all faults at once.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use crate::day::{Day, TimeOfDay};
use crate::facts::{Answer, AnswerKind, FactKind, Facts};
use crate::id::Id;
use crate::iin::Sex;
use crate::input::{InputError, Reader, Value, join};
use crate::law::Bundle;
use crate::wire::wire;

wire! {
/// What an applicant brings, where and when. Written to JSON it is what [`Package::read`] reads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Package {
    /// The service asked for.
    pub service: Id,
    /// The region, which decides whose regulation applies; none: the national standard alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<Id>,
    /// Where the papers are handed in.
    pub channel: Id,
    /// The day of handing in; none: the day on which the question is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visit: Option<Day>,
    /// The time of handing in; none: during intake hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<TimeOfDay>,
    /// The answers to questions.
    #[cfg_attr(feature = "author", schemars(with = "alloc::collections::BTreeMap<String, crate::facts::Answer>"))]
    pub facts: Facts,
    /// The documents.
    pub documents: Vec<Item>,
    /// Who applies. The check needs none of it; receipts print it.
    #[serde(skip_serializing_if = "Applicant::is_empty")]
    pub applicant: Applicant,
    /// The provider's name, for the receipt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
}

/// A document that is brought. What is not said is taken to be as asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Item {
    /// The kind of document.
    pub document: Id,
    /// In which form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<BroughtForm>,
    /// How many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copies: Option<u8>,
    /// The day it was given or published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<Day>,
    /// The last day of its validity, included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<Day>,
    /// True where it bears no day of issue at all.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub undated: bool,
    /// Whether it bears the mark of registration at the place of residence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registration_mark: Option<bool>,
    /// Whether the original is shown beside the copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original_shown: Option<bool>,
}

/// In which form a document is brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BroughtForm {
    /// The original on paper.
    Original,
    /// A copy on paper.
    Copy,
    /// A file or an electronic document.
    Electronic,
}

/// Who applies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Applicant {
    /// Surname, name, patronymic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The IIN as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iin: Option<String>,
    /// The day of birth.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birth_day: Option<Day>,
    /// The sex in the documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// The address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The telephone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}
}

impl BroughtForm {
    /// All forms.
    pub const ALL: [Self; 3] = [Self::Original, Self::Copy, Self::Electronic];

    /// Gives the form's code, as it stands in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::Copy => "copy",
            Self::Electronic => "electronic",
        }
    }

    /// Reads a form's code; `None` for any other.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.as_str() == code)
    }
}

impl Applicant {
    /// Tells whether nothing is known of the applicant.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Package {
    /// The names of its fields in JSON.
    pub const FIELDS: [&str; 9] =
        ["service", "region", "channel", "visit", "time", "facts", "documents", "applicant", "provider"];

    /// Gives the item for a document, if it is there.
    pub fn item(&self, document: &Id) -> Option<&Item> {
        self.documents.iter().find(|item| item.document == *document)
    }

    /// Reads a package for a service.
    ///
    /// # Errors
    ///
    /// All faults at once, each with code, path, what was expected and found, and the nearest id: `field-unknown`,
    /// `field-missing`, `type-wrong`, `form-wrong`, `number-wrong`, `service-unknown`, `channel-unknown`,
    /// `region-unknown`, `fact-unknown`, `answer-wrong`, `document-unknown`, `option-unknown`, `day-impossible`.
    pub fn read(value: &Value, bundle: &Bundle) -> Result<Self, Vec<InputError>> {
        let mut reader = Reader::default();
        let package = read_package(&mut reader, value, bundle);
        match package {
            Some(package) if reader.errors.is_empty() => Ok(package),
            _ => Err(reader.errors),
        }
    }
}

const ITEM_FIELDS: [&str; 8] =
    ["document", "form", "copies", "issued", "expires", "undated", "registrationMark", "originalShown"];
const APPLICANT_FIELDS: [&str; 6] = ["name", "iin", "birthDay", "sex", "address", "phone"];
const A_DAY: &str = "a day as YYYY-MM-DD";

fn read_package(reader: &mut Reader, value: &Value, bundle: &Bundle) -> Option<Package> {
    reader.object(value, "", &Package::FIELDS)?;
    let own = core::iter::once(&bundle.service.id);
    let service = reader
        .required(value, "", "service", |reader, value, path| reader.known_id(value, path, "service-unknown", own));
    let regions = bundle.regions.iter().map(|region| &region.id);
    let channels = bundle.channels.iter().map(|channel| &channel.id);
    let region = reader
        .field(value, "", "region", |reader, value, path| reader.known_id(value, path, "region-unknown", regions));
    let channel = reader.required(value, "", "channel", |reader, value, path| {
        reader.known_id(value, path, "channel-unknown", channels)
    });
    let visit = reader.field(value, "", "visit", |reader, value, path| reader.parsed(value, path, A_DAY));
    let time = reader.field(value, "", "time", |reader, value, path| reader.parsed(value, path, "a time as HH:MM"));
    let facts = reader.field(value, "", "facts", |reader, value, path| read_facts(reader, value, path, &bundle.facts));
    let documents =
        reader.field(value, "", "documents", |reader, value, path| Some(read_items(reader, value, path, bundle)));
    let applicant = reader.field(value, "", "applicant", read_applicant);
    let provider = reader.field(value, "", "provider", Reader::text);
    Some(Package {
        service: service?,
        region,
        channel: channel?,
        visit,
        time,
        facts: facts.unwrap_or_default(),
        documents: documents.unwrap_or_default(),
        applicant: applicant.unwrap_or_default(),
        provider,
    })
}

fn read_facts(reader: &mut Reader, value: &Value, path: &str, kinds: &[FactKind]) -> Option<Facts> {
    let Value::Map(entries) = value else {
        reader.fault("type-wrong", path, "an object", value);
        return None;
    };
    let mut facts = Facts::default();
    for (name, value) in entries.iter().filter(|(_, value)| *value != Value::Null) {
        let path = join(path, name);
        match kinds.iter().find(|kind| kind.id == name.as_str()) {
            Some(kind) => {
                if let Some(answer) = read_answer(reader, value, &path, &kind.answer) {
                    facts.say(kind.id.clone(), answer);
                }
            }
            None => reader.unknown_id("fact-unknown", &path, name, kinds.iter().map(|kind| kind.id.as_str())),
        }
    }
    Some(facts)
}

fn read_answer(reader: &mut Reader, value: &Value, path: &str, kind: &AnswerKind) -> Option<Answer> {
    match kind {
        AnswerKind::YesNo => reader.truth(value, path).map(Answer::YesNo),
        AnswerKind::Day => reader.parsed(value, path, A_DAY).map(Answer::Day),
        AnswerKind::Choice(options) => {
            reader.known_id(value, path, "option-unknown", options.iter().map(|option| &option.id)).map(Answer::Choice)
        }
        AnswerKind::Number { min, max } => reader
            .number(value, path, i64::from(*min), i64::from(*max))
            .and_then(|number| i32::try_from(number).ok())
            .map(Answer::Number),
    }
}

fn read_items(reader: &mut Reader, value: &Value, path: &str, bundle: &Bundle) -> Vec<Item> {
    let items = reader.list(value, path).iter().enumerate();
    items.filter_map(|(n, value)| read_item(reader, value, &format!("{path}[{n}]"), bundle)).collect()
}

fn read_item(reader: &mut Reader, value: &Value, path: &str, bundle: &Bundle) -> Option<Item> {
    reader.object(value, path, &ITEM_FIELDS)?;
    let known = bundle.documents.iter().map(|document| &document.id);
    let document = reader.required(value, path, "document", |reader, value, path| {
        reader.known_id(value, path, "document-unknown", known)
    });
    let form = reader.field(value, path, "form", read_form);
    let copies = reader.field(value, path, "copies", |reader, value, path| reader.number(value, path, 1, 99));
    let issued = reader.field(value, path, "issued", |reader, value, path| reader.parsed(value, path, A_DAY));
    let expires = reader.field(value, path, "expires", |reader, value, path| reader.parsed(value, path, A_DAY));
    let undated = reader.field(value, path, "undated", Reader::truth);
    let registration_mark = reader.field(value, path, "registrationMark", Reader::truth);
    let original_shown = reader.field(value, path, "originalShown", Reader::truth);
    if let (Some(issued), Some(expires)) = (issued, expires)
        && expires < issued
    {
        let found = value.get("expires").unwrap_or(&Value::Null);
        reader.fault(
            "day-impossible",
            &join(path, "expires"),
            &format!("a day not before {issued}, the day of issue"),
            found,
        );
    }
    Some(Item {
        document: document?,
        form,
        copies: copies.and_then(|copies| u8::try_from(copies).ok()),
        issued,
        expires,
        undated: undated.unwrap_or_default(),
        registration_mark,
        original_shown,
    })
}

fn read_form(reader: &mut Reader, value: &Value, path: &str) -> Option<BroughtForm> {
    let code = reader.text(value, path)?;
    let form = BroughtForm::from_code(&code);
    if form.is_none() {
        reader.unknown_id("option-unknown", path, &code, BroughtForm::ALL.into_iter().map(BroughtForm::as_str));
    }
    form
}

fn read_applicant(reader: &mut Reader, value: &Value, path: &str) -> Option<Applicant> {
    reader.object(value, path, &APPLICANT_FIELDS)?;
    Some(Applicant {
        name: reader.field(value, path, "name", Reader::text),
        iin: reader.field(value, path, "iin", Reader::text),
        birth_day: reader.field(value, path, "birthDay", |reader, value, path| reader.parsed(value, path, A_DAY)),
        sex: reader.field(value, path, "sex", |reader, value, path| match reader.text(value, path)?.as_str() {
            "female" => Some(Sex::Female),
            "male" => Some(Sex::Male),
            other => {
                reader.unknown_id("option-unknown", path, other, ["female", "male"].into_iter());
                None
            }
        }),
        address: reader.field(value, path, "address", Reader::text),
        phone: reader.field(value, path, "phone", Reader::text),
    })
}
