//! The concordance pane in a window without a display: which words stand where,
//! what keys and mouse do, and what screen readers hear.

#![expect(clippy::expect_used, reason = "a test may stop where it is")]

mod keys;
mod lists;
mod look;
mod mouse;
mod order;
mod support;
