//! The engine as WebAssembly in node: what schools' servers run.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use qolhat::{Condition, Day, Facts, Truth};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_condition_read_from_a_bundle_still_depends_on_what_was_not_said() {
    let written: Condition = "foreigner and not refugee".parse().unwrap();
    let bytes = postcard::to_allocvec(&written).unwrap();
    let read: Condition = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(read, written);
    assert!(matches!(read.evaluate(&Facts::default()), Truth::DependsOn(facts) if facts.len() == 2));
}

#[wasm_bindgen_test]
fn a_month_after_the_last_of_january_is_the_last_of_february() {
    let day: Day = "2028-01-31".parse().unwrap();
    assert_eq!(day.plus_months(1).unwrap().to_string(), "2028-02-29");
}
