//! The table: what it shows, and what it answers.

mod answers;
mod support;
mod view;
