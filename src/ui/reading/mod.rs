//! The reading pane: one article, typeset, with what is marked in it.

mod document;
mod marks;
mod page;
mod paint;
mod pane;
mod paragraph;
mod selection;
mod strip;

pub use marks::{MarkClass, Marks, ShownClasses};
pub use paint::paint_class_line;
pub use pane::{Header, PaneResponse, ReadingPane, ReadingRequest};
pub use strip::{Tick, strip_ui};
