//! What the pane is asked, and what it answers.

use super::header::Header;
use super::marks::TextMarks;
use crate::base::ByteSpan;
use crate::corpus::Article;
use egui::Rect;

/// A place in an article, whatever its width and size: what stands at the top
/// edge of the view.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct PagePlace {
    /// The piece of the article (title, metadata, paragraphs), from 0.
    pub item: usize,
    /// The share of its height that is above the edge, 0 to 1.
    pub share: f32,
}

/// What the pane is asked to show.
pub struct ReadingRequest<'a> {
    /// The article.
    pub article: &'a Article,
    /// Identifies article and corpus: another value starts at the top.
    pub key: u64,
    /// Identifies the file: the same one, read again, keeps its place.
    pub file_key: u64,
    /// Where another file starts; `None` at its top.
    pub start: Option<PagePlace>,
    /// What is marked in it.
    pub marks: TextMarks<'a>,
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

/// Selected text of one paragraph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SelectedWords {
    /// The bytes of the article's text, from the first letter selected to the
    /// last.
    pub span: ByteSpan,
    /// The last line of the selection on the screen.
    pub rect: Rect,
}

/// A press of the second button, or of a key that does the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum AskedAt {
    /// On a mention that is not selected.
    Mention(usize, Rect),
    /// On what is selected; a word pressed outside of it is selected first.
    /// The rectangle is the place that was pressed.
    Selection(Rect),
    /// With a key, at the caret, which stands there.
    Caret(Rect),
}

/// What the caret stands in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CaretWords {
    /// The mention of a name, by index.
    pub mention: Option<usize>,
    /// The bytes of the name, or of the word.
    pub span: ByteSpan,
    /// Their last line on the screen.
    pub rect: Rect,
}

/// What the reader did in the pane.
#[derive(Debug, Default)]
pub struct PaneResponse {
    /// The mention under the pointer, and its rectangle on the screen.
    pub hovered: Option<(usize, Rect)>,
    /// The date, time or count of casualties under the pointer, and its
    /// rectangle on the screen.
    pub expression: Option<(usize, Rect)>,
    /// The mention that was clicked.
    pub clicked: Option<(usize, Rect)>,
    /// What is selected, where that is a stretch of one paragraph or of the
    /// title.
    pub selection: Option<SelectedWords>,
    /// What the caret stands in, if there is one and that is in view.
    pub at_caret: Option<CaretWords>,
    /// The mention that the reader stepped to, if it is in view.
    pub current: Option<(usize, Rect)>,
    /// The bytes of the article's text on the lines that are wholly in view.
    pub place: Option<ByteSpan>,
    /// Where the reader asks what can be done.
    pub asked: Option<AskedAt>,
    /// Where the encoding stands on the screen, if it is in view.
    pub encoding: Option<Rect>,
}
