//! What the pane is asked, and what it answers.

use super::header::Header;
use super::marks::Marks;
use crate::corpus::Article;
use egui::Rect;

/// What the pane is asked to show.
pub struct ReadingRequest<'a> {
    /// The article.
    pub article: &'a Article,
    /// Identifies article and corpus: another value starts at the top.
    pub key: u64,
    /// Identifies the file: the same one, read again, keeps its place.
    pub file_key: u64,
    /// What is marked in it.
    pub marks: Marks<'a>,
    /// The metadata line.
    pub header: &'a Header,
    /// Times the usual text size.
    pub scale: f32,
    /// Whether the interface runs from right to left.
    pub right_to_left: bool,
    /// The name of the pane for screen readers.
    pub name: &'a str,
    /// The name of the strip beside it.
    pub strip_name: &'a str,
}

/// What the reader did in the pane.
#[derive(Debug, Default)]
pub struct PaneResponse {
    /// The mention under the pointer, and its rectangle on the screen.
    pub hovered: Option<(usize, Rect)>,
    /// The mention that was clicked.
    pub clicked: Option<(usize, Rect)>,
    /// Where the encoding stands on the screen, if it is in view.
    pub encoding: Option<Rect>,
}
