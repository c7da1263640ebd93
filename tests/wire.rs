//! How values stand in a bundle, and that no bytes at all can do harm, even under a hash that fits them.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use sha2::{Digest, Sha256};

use qolhat::author::{Files, assemble, parse};
use qolhat::calendar::{Calendar, CalendarDay, CalendarYear, DayKind, Ground, Week};
use qolhat::law::{Bundle, CalendarBundle, Directory, ListedService, NamedRegion};
use qolhat::{
    BundleError, Condition, Day, Id, Item, Package, Text, Verified, decode_bundle, decode_directory, encode_bundle,
    encode_calendar, encode_directory, report,
};

use crate::packages::{for_all, laws};

/// Where the payload begins.
const PAYLOAD: usize = 39;

/// A bundle with this payload and the hash that fits it.
fn sealed(kind: u8, payload: &[u8]) -> Vec<u8> {
    let head = [b"QLHT".as_slice(), &[kind], &qolhat::bundle::FORMAT.to_le_bytes()].concat();
    [&head, Sha256::digest(payload).as_slice(), payload].concat()
}

fn sample() -> Bundle {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample");
    assemble(&parse(&Files::read(folder.as_ref()).unwrap()).unwrap()).remove(0)
}

/// The condition, written into a bundle and read from it.
pub fn through_a_bundle(bundle: &Bundle, condition: Condition) -> Result<Condition, BundleError> {
    let mut bundle = bundle.clone();
    bundle.editions[0].requirements[0].when = condition;
    Ok(decode_bundle(&encode_bundle(&bundle))?.0.editions.remove(0).requirements.remove(0).when)
}

/// The smallest law that has requirements.
pub fn a_bundle() -> Bundle {
    let mut bundle = sample();
    bundle.editions.truncate(1);
    bundle
}

fn id(text: &str) -> Id {
    Id::try_new(text).unwrap()
}

fn text(kk: &str) -> Text {
    Text { kk: kk.into(), ..Text::default() }
}

#[test]
fn a_directory_is_its_fields_one_after_the_other() {
    let regions = vec![NamedRegion { id: id("r-1"), name: text(&"x".repeat(300)) }];
    let day: Day = "1970-01-01".parse().unwrap();
    let listed = ListedService { id: id("s"), short: text("Ә"), about: text(""), now_from: day };
    let bytes = encode_directory(&Directory { services: vec![listed], regions, calendar_from: day });
    let services = b"\x01\x01s\x02\xd3\x98\0\0\0\0\0\xf6\xe4\x57";
    let regions = [b"\x01\x03r-1\xac\x02".as_slice(), &[b'x'; 300], b"\0\0\xf6\xe4\x57"].concat();
    assert_eq!(bytes, sealed(3, &[services.as_slice(), &regions].concat()));
}

#[test]
fn a_calendar_is_numbers_and_kinds() {
    let day = "1970-01-01".parse().unwrap(); // Day 719163 since the beginning of the first year.
    let ground = Ground { cite: vec!["a, row 8".parse().unwrap()], verified: Verified::Assumed };
    let line = CalendarDay {
        day,
        kind: DayKind::SwapOff(day),
        weeks: vec![Week::Six],
        may_fall_on: vec![],
        note: Some(text("")),
        cite: vec![],
        verified: Verified::Primary,
    };
    let year = CalendarYear { year: -2, as_of: day, provisional: true, note: None, weekend: ground, days: vec![line] };
    let calendar = Calendar { as_of: day, names: vec![], years: vec![year] };
    let bytes = encode_calendar(&CalendarBundle { acts: vec![], calendar });
    let the_day = b"\xf6\xe4\x57".as_slice();
    let year = [b"\0", the_day, b"\0\x01\x03", the_day, b"\x01\0\x01\x01a\x01\x07\x018\x03\x01"].concat();
    let line = [the_day, b"\x02", the_day, b"\x01\x01\0\x01\0\0\0\0\0"].concat();
    assert_eq!(bytes, sealed(2, &[year, line].concat()));
}

#[test]
fn what_is_said_of_a_paper_is_in_the_code() {
    let law = &laws()[0];
    let (bundle, today) = (law.bundle(), "2026-09-14".parse().unwrap());
    let code = |item: Item| {
        let item = Item { document: bundle.documents[0].id.clone(), ..item };
        let (service, channel) = (bundle.service.id.clone(), bundle.channels[0].id.clone());
        let package = Package { service, channel, documents: vec![item], ..Package::default() };
        report(&law.standard, &law.days_off, &package, today).replay.code
    };
    let marked = code(Item { registration_mark: Some(true), ..Item::default() });
    let shown = code(Item { original_shown: Some(true), ..Item::default() });
    assert_ne!(marked, shown);
}

/// Bytes are refused, or they are the one spelling of what is read from them.
fn refused_or_spelled(payload: &[u8]) -> Result<(), TestCaseError> {
    let bytes = sealed(1, payload);
    match decode_bundle(&bytes) {
        Ok((read, _)) => prop_assert_eq!(encode_bundle(&read), bytes),
        Err(error) => prop_assert_eq!(error, BundleError::Damaged),
    }
    Ok(())
}

#[test]
fn random_bytes_are_no_law() {
    for_all(3000, &vec(any::<u8>(), 0..300), |payload| refused_or_spelled(&payload));
    for_all(3000, &vec(0..6_u8, 0..300), |payload| refused_or_spelled(&payload));
}

#[test]
fn a_byte_changed_under_a_fitting_hash_does_no_harm() {
    let payload = encode_bundle(&a_bundle()).split_off(PAYLOAD);
    for at in 0..payload.len() {
        for change in [0x01, 0x80, 0xff] {
            let mut changed = payload.clone();
            changed[at] ^= change;
            refused_or_spelled(&changed).unwrap();
        }
        assert_eq!(decode_bundle(&sealed(1, &payload[..at])), Err(BundleError::Damaged), "cut at {at}");
    }
    let longer = [payload.as_slice(), &[0]].concat();
    assert_eq!(decode_bundle(&sealed(1, &longer)), Err(BundleError::Damaged));
}

#[test]
fn bytes_put_in_place_of_others_do_no_harm() {
    let payload = encode_bundle(&a_bundle()).split_off(PAYLOAD);
    let change = (any::<Index>(), 0..20_usize, vec(any::<u8>(), 0..20));
    for_all(3000, &change, |(at, length, bytes)| {
        let (mut changed, at) = (payload.clone(), at.index(payload.len()));
        changed.splice(at..(at + length).min(payload.len()), bytes);
        refused_or_spelled(&changed)
    });
}

#[test]
fn a_length_of_more_bytes_than_there_are_is_refused_at_once() {
    let most = b"\xff\xff\xff\xff\x0f";
    assert_eq!(decode_directory(&sealed(3, most)), Err(BundleError::Damaged));
    assert_eq!(decode_directory(&sealed(3, &[b"\x01".as_slice(), most].concat())), Err(BundleError::Damaged));
}

#[test]
fn a_number_has_one_spelling() {
    // No services, no regions, then the day; the number of services comes first.
    let with_day = |counts: &[u8]| sealed(3, &[counts, b"\xf6\xe4\x57"].concat());
    assert!(decode_directory(&with_day(b"\0\0")).is_ok());
    for other in [b"\x80\0\0".as_slice(), b"\0\x80\x80\0", b"\0\x80\x80\x80\x80\x10", b"\0\x80\x80\x80\x80\x80\0"] {
        assert_eq!(decode_directory(&with_day(other)), Err(BundleError::Damaged), "{other:?}");
    }
}

#[test]
fn conditions_nest_as_deep_as_people_write_and_no_deeper() {
    let nots = |count| (0..count).fold(Condition::Always, |inner, _| Condition::Not(Box::new(inner)));
    assert_eq!(through_a_bundle(&a_bundle(), nots(64)), Ok(nots(64)));
    assert_eq!(through_a_bundle(&a_bundle(), nots(65)), Err(BundleError::Damaged));
    assert_eq!(through_a_bundle(&a_bundle(), nots(2000)), Err(BundleError::Damaged));
}
