//! The map of an edition's questions, drawn from its conditions: which answer leads to which paper, term or other thing
//! that the edition says, and which cases try it.

mod leaves;
mod questions;
mod tried;

pub use leaves::{Kind, Leaf, leaves};
pub use questions::{Branch, Question, questions};
pub use tried::{Coverage, untried};
