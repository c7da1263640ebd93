//! The boundary to JavaScript: bytes of law in, plain objects out.
//!
//! What a caller passes in is never trusted and never throws: a fault is an answer. Only a bug throws.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::day::Day;
use crate::input::InputError;
use crate::package::Package;
use crate::report::{DaysOff, ENGINE, Report, Standard, report};

/// The engine's version.
#[wasm_bindgen]
pub fn version() -> String {
    ENGINE.into()
}

/// A service's law and the days off, ready to check packages.
#[wasm_bindgen]
pub struct Checker {
    standard: Standard,
    days_off: DaysOff,
}

/// What a check answers.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
enum Answer {
    Success { report: alloc::boxed::Box<Report> },
    Failure { errors: Vec<InputError> },
}

#[wasm_bindgen]
impl Checker {
    /// Reads the bytes of `<service>.qolhat` and `calendar.qolhat`.
    ///
    /// # Errors
    ///
    /// An `Error` whose message says which of them cannot be used and why.
    #[wasm_bindgen(constructor)]
    pub fn new(law: &[u8], calendar: &[u8]) -> Result<Checker, JsError> {
        Ok(Self { standard: Standard::decode(law)?, days_off: DaysOff::decode(calendar)? })
    }

    /// Checks a package as the question is asked on `day` (`YYYY-MM-DD`): `{ type: "success", report }`, or
    /// `{ type: "failure", errors }` with every fault of the input.
    ///
    /// # Errors
    ///
    /// None that a caller can cause.
    pub fn check(&self, package: JsValue, day: &str) -> Result<JsValue, JsError> {
        let answer = match self.answer(package, day) {
            Ok(report) => Answer::Success { report: alloc::boxed::Box::new(report) },
            Err(errors) => Answer::Failure { errors },
        };
        Ok(answer.serialize(&Serializer::json_compatible())?)
    }

    fn answer(&self, package: JsValue, day: &str) -> Result<Report, Vec<InputError>> {
        let value = serde_wasm_bindgen::from_value(package)
            .map_err(|error| alloc::vec![fault("type-wrong", "", "a plain object", &error.to_string())])?;
        let read = Package::read(&value, &self.standard.bundle);
        let day: Result<Day, _> = day.parse().map_err(|_| fault("form-wrong", "day", "a day as YYYY-MM-DD", day));
        match (read, day) {
            (Ok(package), Ok(day)) => Ok(report(&self.standard, &self.days_off, &package, day)),
            (read, day) => Err(read.err().into_iter().flatten().chain(day.err()).collect()),
        }
    }
}

fn fault(code: &'static str, path: &str, expected: &str, found: &str) -> InputError {
    InputError {
        code,
        path: path.into(),
        expected: expected.into(),
        found: alloc::format!("`{found}`"),
        help: String::new(),
    }
}
