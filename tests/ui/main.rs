//! The window, driven by real input and read back by names and shapes.

#![expect(clippy::expect_used, reason = "a test may stop where it is")]

mod corpora;
mod dice;
#[path = "../frame.rs"]
mod frame;
mod seen;
mod seen_lines;
#[path = "../snapshots/mod.rs"]
mod snapshot;
mod support;
mod watch;

mod atlas;
mod beside;
mod caret;
mod concordance;
mod exports;
mod failures;
mod faults;
mod find;
mod focus;
mod golden;
mod heard;
mod hostile;
mod keyboard;
mod language;
mod layers;
mod list;
mod live;
mod many;
mod marks;
mod menus;
mod names;
mod names_charts;
mod opening;
mod panics;
mod path;
mod place;
mod problems;
mod reading;
mod repair;
mod search;
mod selection;
mod snapshots;
mod stale;
mod statistics;
mod statistics_files;
mod walk;
mod zoom;
