//! Findings in words: what is wrong, and what to do.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Noun, Value, Word, count, key, label, list_and, list_or, say};
use crate::calendar::DayReason;
use crate::clause::Verified;
use crate::finding::{Arg, AttorneyFault, Code, DayMeant, Finding};
use crate::id::{Lang, Text};
use crate::law::{Age, DayUnit, DocumentForm};

/// Says what is wrong, in one sentence.
pub fn sentence(finding: &Finding, lang: Lang) -> String {
    filled(words_of(finding.code).0, finding, lang)
}

/// Says what to do, or what it means where nothing is to be done.
pub fn fix(finding: &Finding, lang: Lang) -> String {
    filled(words_of(finding.code).1, finding, lang)
}

/// Says in which form a document is asked for.
pub fn form(form: DocumentForm, lang: Lang) -> &'static str {
    let word = match form {
        DocumentForm::Original => key::FORM_ORIGINAL,
        DocumentForm::Copy => key::FORM_COPY,
        DocumentForm::Shown => key::FORM_SHOWN,
        DocumentForm::Electronic => key::FORM_ELECTRONIC,
        DocumentForm::ElectronicCopy => key::FORM_ELECTRONIC_COPY,
        DocumentForm::Unstated => key::FORM_UNSTATED,
    };
    label(lang, word)
}

/// Says how a fact of the law was verified.
pub fn verified(verified: Verified, lang: Lang) -> &'static str {
    let word = match verified {
        Verified::Primary => key::VERIFIED_PRIMARY,
        Verified::Secondary => key::VERIFIED_SECONDARY,
        Verified::NotSeen => key::VERIFIED_NOT_SEEN,
        Verified::Assumed => key::VERIFIED_ASSUMED,
    };
    label(lang, word)
}

/// Says a number of days of a kind.
pub fn age(age: &Age, lang: Lang) -> String {
    let noun = match age.unit {
        DayUnit::WorkingDay => Noun::WorkingDay,
        DayUnit::CalendarDay => Noun::CalendarDay,
    };
    count(age.count, noun, lang)
}

/// Says why a day is worked or not.
pub fn day_reason(reason: &DayReason, lang: Lang) -> String {
    match reason {
        DayReason::Workday => label(lang, key::DAY_WORKDAY).into(),
        DayReason::Weekend => label(lang, key::DAY_WEEKEND).into(),
        DayReason::Holiday { name } => say(lang, key::DAY_HOLIDAY, &[("name", name.of(lang).into())]),
        DayReason::Observed { from, name } => {
            say(lang, key::DAY_OBSERVED, &[("from", (*from).into()), ("name", name.of(lang).into())])
        }
        DayReason::SwapOff { with } => say(lang, key::DAY_SWAP_OFF, &[("with", (*with).into())]),
        DayReason::SwapWork { with } => say(lang, key::DAY_SWAP_WORK, &[("with", (*with).into())]),
    }
}

fn filled(word: Word, finding: &Finding, lang: Lang) -> String {
    let values: Vec<_> = finding.args.iter().map(|(name, arg)| (*name, value(arg, lang))).collect();
    say(lang, word, &values)
}

fn value(arg: &Arg, lang: Lang) -> Value<'_> {
    let of = |texts: &[Text]| texts.iter().map(|text| quoted(text, lang)).collect::<Vec<_>>();
    let owned = |text: String| Value::Text(Cow::Owned(text));
    match arg {
        Arg::Text(text) => text.of(lang).into(),
        Arg::AnyOf(texts) => owned(list_or(&of(texts), lang)),
        Arg::AllOf(texts) => owned(all_of(texts, lang)),
        Arg::Number(number) => Value::Number(*number),
        Arg::Day(day) => Value::Day(*day),
        Arg::Time(time) => Value::Time(*time),
        Arg::Form(asked) => form(*asked, lang).into(),
        Arg::Age(days) => owned(age(days, lang)),
        Arg::DayMeant(DayMeant::Issued) => label(lang, key::DAY_ISSUED).into(),
        Arg::DayMeant(DayMeant::Expires) => label(lang, key::DAY_EXPIRES).into(),
        Arg::Attorney(fault) => owned(attorney(*fault, lang)),
        Arg::Reason(reason) => owned(day_reason(reason, lang)),
    }
}

/// Questions are sentences of their own and follow each other; names make one list.
fn all_of(texts: &[Text], lang: Lang) -> String {
    let texts: Vec<&str> = texts.iter().map(|text| text.of(lang)).collect();
    if texts.iter().all(|text| text.ends_with('?')) { texts.join(" ") } else { list_and(&texts, lang) }
}

fn quoted(text: &Text, lang: Lang) -> String {
    let text = text.of(lang);
    if lang == Lang::En { alloc::format!("“{text}”") } else { alloc::format!("«{text}»") }
}

fn attorney(fault: AttorneyFault, lang: Lang) -> String {
    match fault {
        AttorneyFault::Undated => label(lang, key::POA_UNDATED).into(),
        AttorneyFault::OverTerm { months, last } => {
            say(lang, key::POA_OVER_TERM, &[("months", months.into()), ("last", last.into())])
        }
        AttorneyFault::Expired { last } => say(lang, key::POA_EXPIRED, &[("last", last.into())]),
    }
}

const fn words_of(code: Code) -> (Word, Word) {
    match code {
        Code::DocumentMissing => (key::FINDING_DOCUMENT_MISSING, key::FIX_DOCUMENT_MISSING),
        Code::AlternativeNotMet => (key::FINDING_ALTERNATIVE_NOT_MET, key::FIX_ALTERNATIVE_NOT_MET),
        Code::CopiesTooFew => (key::FINDING_COPIES_TOO_FEW, key::FIX_COPIES_TOO_FEW),
        Code::FormWrong => (key::FINDING_FORM_WRONG, key::FIX_FORM_WRONG),
        Code::OriginalNotShown => (key::FINDING_ORIGINAL_NOT_SHOWN, key::FIX_ORIGINAL_NOT_SHOWN),
        Code::RegistrationMarkMissing => (key::FINDING_REGISTRATION_MARK_MISSING, key::FIX_REGISTRATION_MARK_MISSING),
        Code::DocumentExpired => (key::FINDING_DOCUMENT_EXPIRED, key::FIX_DOCUMENT_EXPIRED),
        Code::DocumentWillExpire => (key::FINDING_DOCUMENT_WILL_EXPIRE, key::FIX_DOCUMENT_WILL_EXPIRE),
        Code::DocumentTooOld => (key::FINDING_DOCUMENT_TOO_OLD, key::FIX_DOCUMENT_TOO_OLD),
        Code::TooOldByOneReading => (key::FINDING_TOO_OLD_BY_ONE_READING, key::FIX_TOO_OLD_BY_ONE_READING),
        Code::PowerOfAttorneyInvalid => (key::FINDING_POWER_OF_ATTORNEY_INVALID, key::FIX_POWER_OF_ATTORNEY_INVALID),
        Code::ExpiredWithoutGround => (key::FINDING_EXPIRED_WITHOUT_GROUND, key::FIX_EXPIRED_WITHOUT_GROUND),
        Code::ChannelNotOffered => (key::FINDING_CHANNEL_NOT_OFFERED, key::FIX_CHANNEL_NOT_OFFERED),
        Code::ChannelNotYours => (key::FINDING_CHANNEL_NOT_YOURS, key::FIX_CHANNEL_NOT_YOURS),
        Code::WindowNotOpen => (key::FINDING_WINDOW_NOT_OPEN, key::FIX_WINDOW_NOT_OPEN),
        Code::WindowClosed => (key::FINDING_WINDOW_CLOSED, key::FIX_WINDOW_CLOSED),
        Code::NotEligible => (key::FINDING_NOT_ELIGIBLE, key::FIX_NOT_ELIGIBLE),
        Code::SystemCheckFailed => (key::FINDING_SYSTEM_CHECK_FAILED, key::FIX_SYSTEM_CHECK_FAILED),
        Code::SignerTooYoung => (key::FINDING_SIGNER_TOO_YOUNG, key::FIX_SIGNER_TOO_YOUNG),
        Code::SystemCheckUnknown => (key::FINDING_SYSTEM_CHECK_UNKNOWN, key::FIX_SYSTEM_CHECK_UNKNOWN),
        Code::IinLength => (key::FINDING_IIN_LENGTH, key::FIX_IIN_LENGTH),
        Code::IinNotDigits => (key::FINDING_IIN_NOT_DIGITS, key::FIX_IIN_NOT_DIGITS),
        Code::IinCheckDigit => (key::FINDING_IIN_CHECK_DIGIT, key::FIX_IIN_CHECK_DIGIT),
        Code::IinBirthDayDiffers => (key::FINDING_IIN_BIRTH_DAY_DIFFERS, key::FIX_IIN_BIRTH_DAY_DIFFERS),
        Code::IinSexDiffers => (key::FINDING_IIN_SEX_DIFFERS, key::FIX_IIN_SEX_DIFFERS),
        Code::AnswerNeeded => (key::FINDING_ANSWER_NEEDED, key::FIX_ANSWER_NEEDED),
        Code::DateNeeded => (key::FINDING_DATE_NEEDED, key::FIX_DATE_NEEDED),
        Code::RequirementUnclear => (key::FINDING_REQUIREMENT_UNCLEAR, key::FIX_REQUIREMENT_UNCLEAR),
        Code::CopyToMake => (key::FINDING_COPY_TO_MAKE, key::FIX_COPY_TO_MAKE),
        Code::DayOff => (key::FINDING_DAY_OFF, key::FIX_DAY_OFF),
        Code::OutsideIntakeHours => (key::FINDING_OUTSIDE_INTAKE_HOURS, key::FIX_OUTSIDE_INTAKE_HOURS),
        Code::DocumentNotAsked => (key::FINDING_DOCUMENT_NOT_ASKED, key::FIX_DOCUMENT_NOT_ASKED),
        Code::DocumentFromStateSystems => {
            (key::FINDING_DOCUMENT_FROM_STATE_SYSTEMS, key::FIX_DOCUMENT_FROM_STATE_SYSTEMS)
        }
        Code::RegulationRepealed => (key::FINDING_REGULATION_REPEALED, key::FIX_REGULATION_REPEALED),
        Code::EditionNotSeen => (key::FINDING_EDITION_NOT_SEEN, key::FIX_EDITION_NOT_SEEN),
        Code::CalendarProvisional => (key::FINDING_CALENDAR_PROVISIONAL, key::FIX_CALENDAR_PROVISIONAL),
        Code::CalendarUnknown => (key::FINDING_CALENDAR_UNKNOWN, key::FIX_CALENDAR_UNKNOWN),
        Code::RulesMayBeOld => (key::FINDING_RULES_MAY_BE_OLD, key::FIX_RULES_MAY_BE_OLD),
        Code::NoEdition => (key::FINDING_NO_EDITION, key::FIX_NO_EDITION),
    }
}
