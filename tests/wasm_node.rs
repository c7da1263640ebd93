//! The engine as WebAssembly in node: what schools' servers run.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use qolhat::law::Bundle;
use qolhat::{Day, Facts, Truth, decode_bundle, encode_bundle};
use wasm_bindgen_test::wasm_bindgen_test;

/// A law of one rule, with `_` for texts.
const LAW: &str = r#"{
    "service": { "id": "s", "name": _, "short": _, "about": _, "order": 1 },
    "acts": [], "channels": [], "documents": [], "facts": [], "editions": [],
    "regions": [{ "id": "r", "name": _, "regulation": [{
        "service": "s", "act": "a", "from": "2015-01-01", "note": _, "channels": [], "result": _,
        "cite": [], "verified": "primary", "step": [],
        "rule": [{
            "id": "x", "kind": "system", "when": "foreigner and not refugee", "must": "always",
            "fails": _, "instead": _, "cite": ["a, point 1"], "verified": "primary"
        }]
    }] }]
}"#;

#[wasm_bindgen_test]
fn a_condition_read_from_a_bundle_still_depends_on_what_was_not_said() {
    let text = r#"{ "kk": "", "ru": "", "en": "" }"#;
    let written: Bundle = serde_json::from_str(&LAW.replace('_', text)).unwrap();
    let (read, _) = decode_bundle(&encode_bundle(&written)).unwrap();
    assert_eq!(read, written);
    let condition = &read.regions[0].regulations[0].rules[0].when;
    assert!(matches!(condition.evaluate(&Facts::default()), Truth::DependsOn(facts) if facts.len() == 2));
}

#[wasm_bindgen_test]
fn a_month_after_the_last_of_january_is_the_last_of_february() {
    let day: Day = "2028-01-31".parse().unwrap();
    assert_eq!(day.plus_months(1).unwrap().to_string(), "2028-02-29");
}
