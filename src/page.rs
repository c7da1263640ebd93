//! The page: what the browser calls.

use alloc::string::String;

use wasm_bindgen::prelude::wasm_bindgen;

/// Gives the version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").into()
}
