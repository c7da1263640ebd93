//! The boundary itself: bytes of law in, plain objects out. Only a bug throws, and bytes that are no law.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use super::{Answer, calendar, check, documents, receipt, unknown_service};
use crate::bundle::BundleError;
use crate::input::{InputError, Value};
use crate::report::{DaysOff, Standard};

/// One service's law, ready to check packages.
#[wasm_bindgen(js_name = Law)]
#[derive(Debug)]
pub struct LoadedLaw(Standard);

/// The days off, ready to count by.
#[wasm_bindgen(js_name = DaysOff)]
#[derive(Debug)]
pub struct LoadedDaysOff(DaysOff);

/// Why bytes are no law.
#[derive(Serialize)]
struct NoLaw {
    code: &'static str,
    message: String,
}

#[wasm_bindgen(js_class = Law)]
impl LoadedLaw {
    /// Reads the bytes of a service's law.
    ///
    /// # Errors
    ///
    /// `{ code, message }` of bytes that cannot be used.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<LoadedLaw, JsValue> {
        Standard::decode(bytes).map(Self).map_err(no_law)
    }
}

#[wasm_bindgen(js_class = DaysOff)]
impl LoadedDaysOff {
    /// Reads the bytes of the calendar.
    ///
    /// # Errors
    ///
    /// `{ code, message }` of bytes that cannot be used.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<LoadedDaysOff, JsValue> {
        DaysOff::decode(bytes).map(Self).map_err(no_law)
    }
}

/// See [`check`].
///
/// # Errors
///
/// None that a caller can cause.
#[wasm_bindgen(js_name = check)]
pub fn check_bound(law: &LoadedLaw, days_off: &LoadedDaysOff, package: JsValue, options: JsValue) -> JsAnswer {
    answered(package, options, |package, options| check(&law.0, &days_off.0, package, options))
}

/// See [`documents`].
///
/// # Errors
///
/// None that a caller can cause.
#[wasm_bindgen(js_name = documents)]
pub fn documents_bound(law: &LoadedLaw, days_off: &LoadedDaysOff, wanted: JsValue, options: JsValue) -> JsAnswer {
    answered(wanted, options, |wanted, options| documents(&law.0, &days_off.0, wanted, options))
}

/// See [`receipt`].
///
/// # Errors
///
/// None that a caller can cause.
#[wasm_bindgen(js_name = receipt)]
pub fn receipt_bound(law: &LoadedLaw, days_off: &LoadedDaysOff, report: JsValue, options: JsValue) -> JsAnswer {
    answered(report, options, |report, options| receipt(&law.0, &days_off.0, report, options))
}

/// See [`calendar`].
///
/// # Errors
///
/// None that a caller can cause.
#[wasm_bindgen(js_name = calendar)]
pub fn calendar_bound(days_off: &LoadedDaysOff, asked: JsValue) -> JsAnswer {
    answered(asked, JsValue::UNDEFINED, |asked, _| calendar(&days_off.0, asked))
}

/// See [`unknown_service`]; `known` is a list of ids.
///
/// # Errors
///
/// None that a caller can cause.
#[wasm_bindgen(js_name = unknownService)]
pub fn unknown_service_bound(package: JsValue, known: JsValue) -> JsAnswer {
    answered(package, known, |package, known| {
        let ids = match known {
            Value::List(ids) => ids.as_slice(),
            _ => &[],
        };
        let ids: Vec<&str> =
            ids.iter().filter_map(|id| if let Value::Text(id) = id { Some(&**id) } else { None }).collect();
        unknown_service(package, &ids)
    })
}

type JsAnswer = Result<JsValue, JsValue>;

/// Reads what was passed in, asks, and gives the answer as plain objects.
fn answered<T: Serialize>(first: JsValue, second: JsValue, ask: impl FnOnce(&Value, &Value) -> Answer<T>) -> JsAnswer {
    let answer = match (plain(first), plain(second)) {
        (Ok(first), Ok(second)) => ask(&first, &second),
        (Err(error), _) | (_, Err(error)) => Answer::Failure { errors: alloc::vec![error] },
    };
    Ok(answer.serialize(&Serializer::json_compatible())?)
}

fn plain(value: JsValue) -> Result<Value, InputError> {
    serde_wasm_bindgen::from_value(value).map_err(|error| InputError {
        code: "type-wrong",
        path: String::new(),
        expected: "plain values, as in JSON".into(),
        found: error.to_string(),
        help: String::new(),
    })
}

fn no_law(error: BundleError) -> JsValue {
    let told = NoLaw { code: error.code(), message: error.to_string() };
    told.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}
