//! Set text and the widgets made of it, each in a window without a display.

#![expect(clippy::expect_used, reason = "a test may stop where it is")]

mod oracles;
#[path = "snapshots/mod.rs"]
mod snapshot;

mod chart;
mod kwic;
mod line_editor;
mod raster;
mod search_field;
mod table;
mod text_geometry;
mod text_golden;
