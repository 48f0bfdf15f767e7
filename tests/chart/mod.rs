//! Charts: what they draw, what the window answers, what the files hold.

#![expect(clippy::unwrap_used, reason = "a test may stop where it is")]

mod contrast;
mod data;
mod drawn;
mod files;
mod support;
mod window;
