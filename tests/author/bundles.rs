//! Bundles: what goes in comes out, the same bytes every time, and any damage is seen.

use qolhat::author::{assemble, assemble_calendar, assemble_directory, parse};
use qolhat::law::Bundle;
use qolhat::{
    BundleError, decode_bundle, decode_calendar, decode_directory, encode_bundle, encode_calendar, encode_directory,
};

use super::{real, sample};

fn bundles() -> Vec<Bundle> {
    assemble(&parse(&real()).unwrap())
}

#[test]
fn what_goes_in_comes_out_with_one_hash() {
    for bundle in bundles() {
        let bytes = encode_bundle(&bundle);
        let (read, hash) = decode_bundle(&bytes).unwrap();
        assert_eq!(read, bundle);
        assert_eq!(encode_bundle(&read), bytes);
        assert_eq!(hash.to_string().len(), 64);
        assert!(hash.to_string().starts_with(&hash.short()) && hash.short().len() == 10);
    }
    let sources = parse(&real()).unwrap();
    let (calendar, directory) = (assemble_calendar(&sources).unwrap(), assemble_directory(&sources));
    assert_eq!(decode_directory(&encode_directory(&directory)), Ok(directory));
    assert_eq!(decode_calendar(&encode_calendar(&calendar)).unwrap().0, calendar);
}

#[test]
fn two_readings_of_the_files_give_the_same_bytes() {
    let bytes = |bundles: Vec<Bundle>| bundles.iter().map(encode_bundle).collect::<Vec<_>>();
    assert_eq!(bytes(bundles()), bytes(bundles()));
}

#[test]
fn any_damaged_byte_is_seen() {
    let bundle = assemble(&parse(&sample()).unwrap()).remove(0);
    let bytes = encode_bundle(&bundle);
    for at in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[at] ^= 1;
        let code = decode_bundle(&damaged).unwrap_err().code();
        // Byte 4 is the kind and bytes 5 and 6 the version of the format; all others are magic, hash and payload.
        let expected = match at {
            4 => "bundle-kind",
            5 | 6 => "bundle-version",
            _ => "bundle-damaged",
        };
        assert_eq!(code, expected, "byte {at}");
    }
    for length in [0, 3, 38, bytes.len() - 1] {
        assert_eq!(decode_bundle(&bytes[..length]).unwrap_err().code(), "bundle-damaged", "{length} bytes");
    }
}

#[test]
fn a_calendar_is_no_service() {
    let calendar = encode_calendar(&assemble_calendar(&parse(&sample()).unwrap()).unwrap());
    assert_eq!(decode_bundle(&calendar).unwrap_err(), BundleError::Kind);
    let newer = [b"QLHT\x01\x02\x00".as_slice(), &[0; 32]].concat();
    let error = decode_bundle(&newer).unwrap_err();
    assert_eq!(error.to_string(), "the bundle is in version 2 of the format, this engine reads version 1");
}

#[test]
fn a_bundle_holds_only_what_its_service_uses() {
    let whole = parse(&real()).unwrap();
    for bundle in bundles() {
        let service = &bundle.service.id;
        assert!(bundle.acts.len() < whole.acts.value.acts.len(), "{service}");
        assert!(bundle.facts.len() < whole.facts.value.facts.len(), "{service}");
        assert!(bundle.documents.len() < whole.documents.value.documents.len(), "{service}");
        assert_eq!(bundle.regions.len(), whole.regions.len(), "a person can choose any region");
        let regulations = bundle.regions.iter().flat_map(|region| &region.regulations);
        assert!(regulations.into_iter().all(|regulation| regulation.service == *service));
        assert!(bundle.editions.is_sorted_by_key(|edition| edition.from));
    }
}
