//! How long one check takes natively, warm: each of the examples, from plain values to the whole report.
//!
//! `tests/browser/bench.mjs` does the same in the browser and compares.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use criterion::{Criterion, criterion_group, criterion_main};
use qolhat::{DaysOff, Package, Standard, Value, author, encode_bundle, encode_calendar, report};

criterion_group!(benches, check);
criterion_main!(benches);

fn check(criterion: &mut Criterion) {
    let (standards, days_off) = law();
    let mut group = criterion.benchmark_group("check");
    for example in examples() {
        let text = fs::read_to_string(&example).expect("an example");
        let value: Value = serde_json::from_str(&text).expect("an example in JSON");
        let package = standards.iter().find_map(|it| Some((it, Package::read(&value, &it.bundle).ok()?)));
        let (standard, package) = package.expect("an example of one of the services");
        let day = package.visit.expect("an example with the day of the visit");
        let name = example.file_stem().expect("a file's name").to_string_lossy();
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let package = Package::read(black_box(&value), &standard.bundle);
                report(standard, &days_off, &package.expect("read before"), day)
            });
        });
    }
    group.finish();
}

fn law() -> (Vec<Standard>, DaysOff) {
    let law = author::read(&root().join("law")).expect("law without faults");
    let decode = |bundle| Standard::decode(&encode_bundle(bundle)).expect("a standard");
    let calendar = author::assemble_calendar(&law).expect("years");
    let calendar = encode_calendar(&calendar);
    let standards = author::assemble(&law).iter().map(decode).collect();
    (standards, DaysOff::decode(&calendar).expect("a calendar"))
}

fn examples() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("examples")).expect("the examples");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an example").path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    files
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("this package lies in the project's folder")
}
