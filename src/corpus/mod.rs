//! What a corpus is, and how a folder becomes one.
//!
//! A [`Corpus`] is plain, immutable data; reading a folder yields a corpus and
//! a list of [`Problem`]s, never a failure of the whole for the fault of a part.
//! Knows nothing of windows, fonts or entities' mentions.

mod article;
mod corpus_data;
mod problem;

pub use article::{Article, DatedBy};
