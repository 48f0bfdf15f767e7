//! The search field in a window without a display: what is typed, clicked and
//! composed, and where the caret is painted.

#![expect(clippy::expect_used, reason = "a test may stop where it is")]

mod keys;
mod mouse;
mod support;
mod view;
