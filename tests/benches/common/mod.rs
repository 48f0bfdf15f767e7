//! What the benches share: a generated corpus, a window without a display,
//! and the statistics of repeated runs.
#![allow(dead_code, reason = "each bench uses a part of it")]

pub(crate) mod article;
pub(crate) mod corpus;
mod random;
pub(crate) mod stats;
pub(crate) mod window;
mod words;
