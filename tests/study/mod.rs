//! The figures behind the entity view, counted anew in the plainest way.

#![expect(
    clippy::unwrap_used,
    reason = "a fixture or a count that fails stops its test"
)]

mod fixture;
mod graphs;
mod naming;
mod oracle;
mod seeds;
