//! A beside B: counts against a naive reader, chances against every
//! arrangement.

#![expect(clippy::unwrap_used, reason = "a test fails by a panic")]

#[path = "comparison/chances.rs"]
mod chances;
#[path = "comparison/counts.rs"]
mod counts;
