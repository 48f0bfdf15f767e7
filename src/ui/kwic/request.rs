//! What the pane is asked to show, and what it answers.

use crate::ui::theme::{Palette, Tone};
use egui::Color32;
use std::ops::Range;

/// A line of a concordance, as plain values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KwicRow {
    /// Where the line is from: `2020 · 002`.
    pub place: String,
    /// The colours of its period: the stripe at the start edge.
    pub tone: Tone,
    /// What comes before the node, in logical order, white space as single spaces.
    /// No more is laid out than a cell can show; a few hundred letters fill any.
    pub before: String,
    /// The node.
    pub node: String,
    /// What comes after the node.
    pub after: String,
    /// Bytes of `before` that sort key 0, 1 or 2 is made of.
    pub before_inks: Vec<(Range<usize>, u8)>,
    /// Bytes of `after` that sort key 0, 1 or 2 is made of.
    pub after_inks: Vec<(Range<usize>, u8)>,
    /// Whether the reader has ticked it.
    pub ticked: bool,
    /// Whether the reader has noted something on it.
    pub noted: bool,
    /// What the reader has noted.
    pub note: Option<String>,
}

/// An entry of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KwicEntry {
    /// The head of a group.
    Heading {
        /// What its lines have in common.
        label: String,
        /// How many they are, in the digits of the interface.
        n: String,
    },
    /// A line.
    Line(KwicRow),
}

/// The wider context of a line, shown below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KwicContext {
    /// The text, in logical order.
    pub text: String,
    /// The bytes of the node in it.
    pub node: Range<usize>,
}

/// The columns of the pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KwicColumn {
    /// Period and file.
    Place,
    /// What comes before the node.
    Before,
    /// The node.
    Node,
    /// What comes after the node.
    After,
}

/// Headings, and the names that screen readers say, in the interface's language.
#[derive(Debug, Clone, Copy)]
pub struct KwicNames<'a> {
    /// The list of lines.
    pub list: &'a str,
    /// The scrollbar.
    pub scrollbar: &'a str,
    /// The box that ticks a line.
    pub tick: &'a str,
    /// The button that shows more of the text.
    pub widen: &'a str,
    /// The button that shows less again.
    pub narrow: &'a str,
    /// The button and the field for a note.
    pub note: &'a str,
    /// What stands in the empty field for a note.
    pub note_hint: &'a str,
    /// The button that empties the field for a note.
    pub clear_note: &'a str,
    /// Heading of the column of periods and files.
    pub place: &'a str,
    /// Heading of what comes before the node.
    pub before: &'a str,
    /// Heading of the node.
    pub node: &'a str,
    /// Heading of what comes after the node.
    pub after: &'a str,
}

/// What the pane is asked to show.
pub struct KwicRequest<'a> {
    /// Headings and lines.
    pub n_entries: usize,
    /// Entry `0..n_entries`; called for entries in view and for where keys lead.
    pub entry: &'a mut dyn FnMut(usize) -> KwicEntry,
    /// The wider context of a line; called when the line is widened.
    pub wide: &'a mut dyn FnMut(usize) -> KwicContext,
    /// Which concordance this is, and in which order: another value starts at
    /// the top, with nothing selected and nothing widened.
    pub key: u64,
    /// Another value asks for the entries anew, such as after a tick; place and
    /// selection stay.
    pub revision: u64,
    /// Whether the corpus runs from right to left.
    pub right_to_left: bool,
    /// Times the usual text size.
    pub scale: f32,
    /// Headings and names.
    pub names: KwicNames<'a>,
}

/// What the reader did in the pane in this pass; numbers are those of entries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KwicAnswer {
    /// The line that the selection has moved to.
    pub selected: Option<usize>,
    /// The line to be opened in the reading pane.
    pub opened: Option<usize>,
    /// The line whose tick is to be set, or taken away.
    pub ticked: Option<usize>,
    /// The line to be removed.
    pub removed: Option<usize>,
    /// The line that was noted, and the note; empty to take it away.
    pub noted: Option<(usize, String)>,
    /// The heading of a group whose lines are to be hidden, or shown again.
    pub folded: Option<usize>,
    /// The column heading that was pressed.
    pub heading: Option<KwicColumn>,
}

/// The colours of the first, second and third sort key.
#[must_use]
pub fn sort_key_inks(palette: &Palette) -> [Color32; 3] {
    [
        palette.alarm.ink,
        palette.organisation.ink,
        palette.person.ink,
    ]
}
