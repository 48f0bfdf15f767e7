//! Which words are names, by what the words around them are?
//!
//! A small statistical tagger: a linear-chain model over words.
//!
//! A text is cut into sentences. Every token gets one number for each label
//! from its own form and the forms beside it (`features.rs`), from pairs of
//! small classes (`layout.rs`) and from what the lists know of it in its place
//! ([`Hint`]); the best row of labels is searched (`trellis.rs`). What a form
//! says is summed once for the form ([`Decoder`] keeps it), so a token costs a
//! few additions of eight numbers.
//!
//! The weights ship in `assets/tagger`; the package `tests/trainer` makes them,
//! of the same numbers ([`model`]) that the decoder sums.
//!
//! Knows one text at a time; no rule and no file.

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
mod trellis;
mod weights;
mod word_kind;

/// What a word and its place are to the model, and the weights as a file: what
/// a trainer needs.
pub mod model {
    pub use super::features::{Analyst, Feature, Reach};
    pub use super::gap::Gap;
    pub use super::label::{Label, N_LABELS};
    pub use super::layout::{
        HERE, N_BLOCKS, N_OFFSETS, TokenFacts, edge_rows, edges_of_gaps, unary_blocks,
    };
    pub use super::listed::Lists;
    pub use super::sentence::gap_before;
    pub use super::weights::{Vector, Weights};
    pub use super::word_kind::WordKind;
}

pub use decoder::{Decoder, TaggedSpan};
pub use hint::Hint;
pub use label::TagClass;
pub use weights::{Tagger, WeightsProblem};
