//! Where do the letters of a paragraph stand?
//!
//! Text is laid out here and nowhere else.
//!
//! A string and a [`TextStyle`] go into the [`Typesetter`], a [`Block`] comes
//! out: lines, positioned glyphs and a table of caret cells, in points, with
//! every byte of the string covered. Shaping, bidi and line breaking are
//! parley's; caret, selection and hit-testing geometry are ours, made from the
//! cells, because they must be exact on justified lines and at direction
//! boundaries.
//!
//! Knows nothing of egui, of corpora or of colours.

mod block;
mod cells;
mod direction;
mod fonts;
mod geometry;
mod line;
mod line_editor;
mod motion;
mod outline;
mod style;
mod typesetter;
mod units;

pub use block::{Block, Cell, Glyph, Line};
pub use direction::base_direction;
pub use fonts::{FaceId, FaceTable, FontBytes, FontCatalog};
pub use geometry::{Affinity, Area, Caret};
pub use line_editor::LineEditor;
pub use motion::{Direction, next_grapheme, next_word, previous_grapheme, previous_word, word_at};
pub use outline::{OutlineStep, ink_between, outline};
pub use style::{Alignment, BaseDirection, TextStyle, Typeface};
pub use typesetter::{LineMeasure, Typesetter};
pub use units::is_right_to_left;
