//! The engine as WebAssembly in a browser, without the page around it.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use qolhat::{Answer, Condition, Facts, Id, Truth};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn one_answer_more_decides() {
    let condition: Condition = "foreigner and grade >= 10".parse().unwrap();
    let mut facts = Facts::default();
    facts.say(Id::try_new("grade").unwrap(), Answer::Number(9));
    assert_eq!(condition.evaluate(&facts), Truth::No);
}

#[wasm_bindgen_test]
fn a_damaged_bundle_is_refused_before_it_is_used() {
    assert_eq!(qolhat::decode_bundle(b"QLHT and then something else").err(), Some(qolhat::BundleError::Damaged));
}
