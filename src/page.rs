//! The page: state, messages and views in plain Rust, and one file that touches the browser.
//!
//! `model` holds what was typed and what follows from it; `update` takes a message and gives the effects that the browser
//! is to have; `view` draws the model as markup. None of them needs a browser. `dom` alone does.

pub mod change;
pub mod faults;
pub mod form;
pub mod handover;
pub mod journey;
pub mod kept;
pub mod later;
pub mod message;
pub mod model;
pub mod own;
pub mod read;
pub mod route;
pub mod summary;
pub mod update;
pub mod view;
pub mod ways;

#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod dom;

pub use form::Form;
pub use message::{Effect, Message};
pub use model::{Freshness, Model};
pub use route::{Route, Screen};
pub use update::update;
