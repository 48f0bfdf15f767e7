//! How does an article look, with what is marked in it?
//!
//! Knows marks by their spans and classes; not how they were found.

mod asking;
mod caret;
mod caret_keys;
mod document;
mod header;
mod item;
mod marks;
mod page;
mod paint;
mod pane;
mod paragraph;
mod pointing;
mod request;
mod scrolling;
mod selection;
mod spoken;
mod strip;
#[cfg(test)]
mod tests;

pub use header::Header;
pub use marks::{MarkClass, ShownClasses, TextMarks};
pub use paint::paint_class_line;
pub use pane::ReadingPane;
pub use request::{AskedAt, CaretWords, PagePlace, PaneResponse, ReadingRequest, SelectedWords};
pub use strip::{Tick, strip_ui};
