//! A line of the concordance after layout.

use super::inked::Inked;
use super::phrase::{ContextCell, NodeSide, straighten};
use super::request::KwicRow;
use crate::text::{BaseDirection, LineMeasure, TextStyle};
use crate::ui::{Pen, theme};
use egui::{Color32, Context, Galley};
use std::ops::Range;
use std::sync::Arc;

/// Size of the text in points.
const SIZE: f32 = 19.0;
/// Lines of news need fewer letters than these to fill a cell: their average
/// width in Amiri is 0.4 of the size. Others are laid out again with more.
const NARROW: f32 = 0.34;

/// The style of the lines at `scale` times the usual size.
pub(super) fn style(scale: f32) -> TextStyle {
    TextStyle {
        size: (SIZE * scale).round().max(1.0),
        leading: 1.6,
        ..theme::body(scale)
    }
}

/// A text on one line, ready to be painted.
#[derive(Clone)]
pub(super) struct SetText {
    pub(super) galley: Arc<Galley>,
    /// Left and right edge of the letters in the galley, in points.
    pub(super) left: f32,
    pub(super) right: f32,
    /// The baseline below the top of the galley.
    pub(super) baseline: f32,
}

impl SetText {
    /// Width of the letters in points.
    pub(super) fn width(&self) -> f32 {
        self.right - self.left
    }
}

/// The three cells of a line; `None` where there is no text.
#[derive(Clone)]
pub(super) struct SetRow {
    pub(super) before: Option<SetText>,
    pub(super) node: Option<SetText>,
    pub(super) after: Option<SetText>,
}

/// What the layout of every line has in common.
pub(super) struct Setter<'a> {
    pub(super) ctx: &'a Context,
    pub(super) pen: &'a mut Pen,
    /// The style of the text around the node.
    pub(super) style: TextStyle,
    /// Whether the corpus runs from right to left.
    pub(super) right_to_left: bool,
    /// The most points that a cell can show.
    pub(super) room: f32,
    /// The colours of the sort keys.
    pub(super) inks: [Color32; 3],
}

impl Setter<'_> {
    /// Lays out the cells of `row`.
    pub(super) fn row(&mut self, row: &KwicRow) -> SetRow {
        let before = Inked::new(&row.before, &row.before_inks);
        let after = Inked::new(&row.after, &row.after_inks);
        let (before, after) = straighten(&before, &row.node, &after, self.right_to_left);
        SetRow {
            before: self.cell(&before, NodeSide::Before),
            node: self.node(row.node.trim()),
            after: self.cell(&after, NodeSide::After),
        }
    }

    /// Lays out of a cell what there may be room for. The far end is cut between
    /// words, or out of sight: no letter in sight changes its joined form.
    fn cell(&mut self, cell: &ContextCell, side: NodeSide) -> Option<SetText> {
        let direction = direction(self.right_to_left);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "letters that fit into a line"
        )]
        let mut n = (self.room / (NARROW * self.style.size)).ceil().max(8.0) as usize;
        loop {
            let (text, all) = cell.nearest(side, n, self.right_to_left);
            let set = self.set(&text.text, self.style, direction, &text.inks)?;
            if all || set.width() > self.room + self.style.size {
                return Some(set);
            }
            n *= 2;
        }
    }

    /// A node that runs against the corpus is a line of its own direction, so
    /// that signs at its ends, as in `C++`, stay where they are read.
    fn node(&mut self, node: &str) -> Option<SetText> {
        let of_corpus = direction(self.right_to_left);
        let own = crate::text::base_direction(node, of_corpus);
        let ends = node.chars().rev().collect::<String>();
        let direction = if crate::text::base_direction(&ends, of_corpus) == own {
            own
        } else {
            of_corpus
        };
        self.set(node, self.style.bold(), direction, &[])
    }

    fn set(
        &mut self,
        text: &str,
        style: TextStyle,
        direction: BaseDirection,
        inks: &[(Range<usize>, u8)],
    ) -> Option<SetText> {
        if text.is_empty() {
            return None;
        }
        let measure = LineMeasure {
            direction,
            ..LineMeasure::SINGLE_LINE
        };
        // Ink 0 is that of the whole text.
        let shifted: Vec<(Range<usize>, u8)> = inks
            .iter()
            .map(|(range, key)| (range.clone(), key.saturating_add(1)))
            .collect();
        let block = self.pen.set(text, style, measure, &shifted);
        let (left, right) = block
            .cells
            .iter()
            .map(|cell| (cell.x0, cell.x1))
            .reduce(|(left, right), (x0, x1)| (left.min(x0), right.max(x1)))?;
        let baseline = block.lines.first().map_or(0.0, |line| line.baseline);
        let galley = self.pen.galley(self.ctx, text, &block, &self.inks);
        Some(SetText {
            galley,
            left,
            right,
            baseline,
        })
    }
}

/// The direction of a line of the corpus.
pub(super) const fn direction(right_to_left: bool) -> BaseDirection {
    if right_to_left {
        BaseDirection::RightToLeft
    } else {
        BaseDirection::LeftToRight
    }
}
