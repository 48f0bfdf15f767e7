//! A small statistical tagger of names: a linear-chain model over words.
//!
//! A text is cut into sentences. Every token gets one number for each label
//! from its own form and the forms beside it (`features.rs`), from pairs of
//! small classes (`layout.rs`) and from what the lists know of it in its place
//! ([`Hint`]); the best row of labels is searched (`trellis.rs`). What a form
//! says is summed once for the form ([`Decoder`] keeps it), so a token costs a
//! few additions of eight numbers.
//!
//! The weights ship in `assets/tagger`; `train` makes them.

mod decoder;
mod features;
mod gap;
mod hint;
mod label;
mod layout;
mod listed;
mod sentence;
#[cfg(test)]
mod tests;
pub mod train;
mod trellis;
mod weights;
mod word_kind;

pub use decoder::{Decoder, TaggedSpan};
pub use hint::Hint;
pub use label::TagClass;
pub use weights::{Tagger, WeightsProblem};
