//! How does it look?
//!
//! Colours, the pen, widgets, panes.
//!
//! Draws plain values of the domain and answers with what the reader did.
//! Knows nothing of jobs, settings or files.

pub mod chart;
pub mod check;
pub mod column;
mod cx;
mod glyph_atlas;
mod icons;
pub mod kwic;
mod pen;
mod presses;
pub mod raster;
pub mod reading;
mod rows;
mod search_field;
pub mod spoken;
pub mod table;
pub mod tabs;
pub mod theme;
pub mod widgets;

pub use cx::{Cx, RowRoom, TextPlace};
pub use icons::Icon;
pub use pen::{PaintedLabel, Pen};
pub use search_field::{SearchField, SearchFieldLook, SearchFieldResponse, is_writing};
