//! The table: what it shows, and what it answers.

#![expect(clippy::expect_used, reason = "a test may stop where it is")]

mod answers;
mod support;
mod view;
