//! The concordance against a naive reading of the texts.
#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a test may stop where it is"
)]

mod exports;
mod fixture;
mod groups;
mod lines;
mod marks;
mod orders;
mod samples;
