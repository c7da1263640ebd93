//! The law of this repository, as the tests use it.

use std::path::{Path, PathBuf};

use qolhat::author::cases::Case;
use qolhat::author::{assemble, assemble_calendar, read};
use qolhat::law::Bundle;
use qolhat::{DaysOff, decode_calendar, encode_calendar};

pub struct Service {
    pub bundle: Bundle,
    pub cases: Vec<(PathBuf, Case)>,
}

pub fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/law"))
}

pub fn services() -> Vec<Service> {
    let sources = read(folder()).unwrap_or_else(|errors| panic!("{errors:#?}"));
    let bundles = assemble(&sources).into_iter();
    bundles
        .map(|bundle| {
            let source = sources.services.iter().find(|source| source.service.value.id == bundle.service.id).unwrap();
            let cases = source.cases.iter();
            let cases = cases.flat_map(|file| file.value.cases.iter().map(|case| (file.file.clone(), case.clone())));
            Service { cases: cases.collect(), bundle }
        })
        .collect()
}

pub fn days_off() -> DaysOff {
    let sources = read(folder()).unwrap_or_else(|errors| panic!("{errors:#?}"));
    let bytes = encode_calendar(&assemble_calendar(&sources).unwrap());
    let (bundle, hash) = decode_calendar(&bytes).unwrap();
    DaysOff { bundle, hash }
}
