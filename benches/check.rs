//! How long the engine takes natively, warm.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use qolhat::{Condition, Facts};

fn condition(criterion: &mut Criterion) {
    let condition: Condition = "minor and not (foreigner or refugee) and grade >= 10".parse().expect("a condition");
    let facts = Facts::default();
    criterion.bench_function("condition", |bencher| bencher.iter(|| black_box(&condition).evaluate(black_box(&facts))));
}

criterion_group!(benches, condition);
criterion_main!(benches);
