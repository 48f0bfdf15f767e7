//! Who is named where in a whole corpus, and how often?
//!
//! Each article is read on its own (`annotator.rs`); then the names become the
//! entities of the corpus, in the order of the articles (`resolve.rs`). Knows
//! how to keep what was found as bytes (`kept.rs`), and no file.

mod annotator;
mod corpus;
mod counts;
mod kept;
mod resolve;

pub use corpus::Annotations;
pub use counts::{EntityCount, Spelling};
pub use kept::KeptNames;
