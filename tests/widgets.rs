//! Set text and the widgets made of it, each in a window without a display.

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
