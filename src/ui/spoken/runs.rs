//! Text runs: one text, cut where its lines end and its direction turns.

use super::language::language_of;
use crate::text::{BaseDirection, Block, base_direction, is_right_to_left};
use egui::accesskit::{self, Node, NodeId, Role, TextDirection, TextPosition};
use egui::{Id, Pos2};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation as _;

/// The starts of words are told in one byte: a run has at most 255 letters, and
/// the last is kept for the end of the paragraph.
const MOST_LETTERS: usize = 254;

/// A text that becomes runs.
#[derive(Debug, Clone, Copy)]
pub(in crate::ui) struct RunText<'a> {
    /// Tells its runs from those of others.
    pub(in crate::ui) id: Id,
    pub(in crate::ui) text: &'a str,
    /// The language of what it stands in; runs name theirs where it is another.
    pub(in crate::ui) language: Option<&'static str>,
    /// Whether a paragraph ends with it.
    pub(in crate::ui) ends_paragraph: bool,
}

/// The runs of one text, in logical order.
#[derive(Debug, Default)]
pub(in crate::ui) struct TextRuns {
    nodes: Vec<(NodeId, Node)>,
    /// The byte that each begins with.
    starts: Vec<usize>,
}

/// A grapheme.
#[derive(Debug, Clone)]
struct Letter {
    bytes: Range<usize>,
    /// Its left and right edge, where it is laid out.
    edges: Option<(f32, f32)>,
    right_to_left: bool,
}

impl TextRuns {
    /// The runs of a text that is not laid out: it stands on one line, and has
    /// words but no places. A direction holds from a letter that has one to the
    /// next that has the other.
    pub(in crate::ui) fn unset(of: &RunText<'_>) -> Self {
        let base = base_direction(of.text, BaseDirection::RightToLeft);
        let mut right_to_left = base == BaseDirection::RightToLeft;
        let mut letters = Vec::with_capacity(of.text.len() / 2);
        for (start, grapheme) in of.text.grapheme_indices(true) {
            if let Some(c) = grapheme.chars().next().filter(|c| c.is_alphabetic()) {
                right_to_left = is_right_to_left(c);
            }
            let letter = Letter {
                bytes: start..start + grapheme.len(),
                edges: None,
                right_to_left,
            };
            push_letter(&mut letters, of.text, letter);
        }
        let mut runs = Self::default();
        let line = SpokenLine {
            letters: &letters,
            height: None,
            is_last: true,
        };
        runs.push_line(of, &words_of(of.text), &line);
        runs
    }

    /// The runs of a text that was set in `block`, whose origin is at `origin`
    /// on the screen.
    pub(in crate::ui) fn set(of: &RunText<'_>, block: &Block, origin: Pos2) -> Self {
        let words = words_of(of.text);
        let mut runs = Self::default();
        let last = block.lines.len().saturating_sub(1);
        for (n, line) in block.lines.iter().enumerate() {
            let mut cells: Vec<_> = block.cells_of(line).iter().collect();
            cells.sort_by_key(|cell| cell.bytes.start);
            let mut letters = Vec::with_capacity(cells.len());
            for cell in cells {
                let letter = Letter {
                    bytes: cell.bytes.clone(),
                    edges: Some((origin.x + cell.x0, origin.x + cell.x1)),
                    right_to_left: cell.right_to_left,
                };
                push_letter(&mut letters, of.text, letter);
            }
            let line = SpokenLine {
                letters: &letters,
                height: Some((origin.y + line.top, origin.y + line.bottom)),
                is_last: n == last,
            };
            runs.push_line(of, &words, &line);
        }
        runs
    }

    /// The nodes.
    pub(in crate::ui) fn nodes(&self) -> &[(NodeId, Node)] {
        &self.nodes
    }

    /// Their ids, in logical order.
    pub(in crate::ui) fn ids(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.nodes.iter().map(|(id, _)| *id)
    }

    /// The place before byte `byte` of the text.
    pub(in crate::ui) fn position(&self, byte: usize) -> Option<TextPosition> {
        let run = self.starts.partition_point(|start| *start <= byte);
        let run = run.saturating_sub(1);
        let (id, node) = self.nodes.get(run)?;
        let mut at = *self.starts.get(run)?;
        let lengths = node.character_lengths();
        let before = lengths.iter().take_while(|length| {
            let is_before = at < byte;
            at += usize::from(**length);
            is_before
        });
        Some(TextPosition {
            node: *id,
            character_index: before.count(),
        })
    }

    /// The byte of the text at `position`, if that is in one of these runs.
    pub(in crate::ui) fn byte_of(&self, position: &TextPosition) -> Option<usize> {
        let run = self.ids().position(|id| id == position.node)?;
        let (_, node) = self.nodes.get(run)?;
        let before = node.character_lengths().get(..position.character_index)?;
        let length: usize = before.iter().map(|length| usize::from(*length)).sum();
        Some(self.starts.get(run)? + length)
    }

    fn push_line(&mut self, of: &RunText<'_>, words: &[usize], line: &SpokenLine<'_>) {
        let first = self.nodes.len();
        let chunks = line
            .letters
            .chunk_by(|a, b| a.right_to_left == b.right_to_left)
            .flat_map(|letters| letters.chunks(MOST_LETTERS));
        for letters in chunks {
            self.push_run(of, words, letters, line.height);
        }
        if self.nodes.is_empty() {
            // A text without letters has a place for the caret all the same.
            self.push_run(of, words, &[], line.height);
        }
        if line.is_last && of.ends_paragraph {
            self.end_paragraph();
        }
        for n in first + 1..self.nodes.len() {
            let Some([(before, one), (after, other)]) = self.nodes.get_mut(n - 1..=n) else {
                continue;
            };
            one.set_next_on_line(*after);
            other.set_previous_on_line(*before);
        }
    }

    fn push_run(
        &mut self,
        of: &RunText<'_>,
        words: &[usize],
        letters: &[Letter],
        height: Option<(f32, f32)>,
    ) {
        let start = letters.first().map_or(0, |letter| letter.bytes.start);
        let end = letters.last().map_or(0, |letter| letter.bytes.end);
        let text = of.text.get(start..end).unwrap_or_default();
        let right_to_left = letters.first().map_or_else(
            || base_direction(of.text, BaseDirection::RightToLeft) == BaseDirection::RightToLeft,
            |letter| letter.right_to_left,
        );
        let mut node = Node::new(Role::TextRun);
        node.set_value(text);
        node.set_text_direction(if right_to_left {
            TextDirection::RightToLeft
        } else {
            TextDirection::LeftToRight
        });
        let is_other = |tag: &&str| Some(*tag) != of.language;
        if let Some(tag) = language_of(text).filter(is_other) {
            node.set_language(tag);
        }
        let length = |letter: &Letter| u8::try_from(letter.bytes.len()).unwrap_or(u8::MAX);
        node.set_character_lengths(letters.iter().map(length).collect::<Vec<u8>>());
        let is_start = |(n, letter): (usize, &Letter)| {
            words
                .binary_search(&letter.bytes.start)
                .ok()
                .and_then(|_| u8::try_from(n).ok())
        };
        let starts = letters.iter().enumerate().filter_map(is_start);
        node.set_word_starts(starts.collect::<Vec<u8>>());
        if let Some((top, bottom)) = height {
            place(&mut node, letters, right_to_left, (top, bottom));
        }
        let id = of.id.with(self.nodes.len()).accesskit_id();
        self.nodes.push((id, node));
        self.starts.push(start);
    }

    fn end_paragraph(&mut self) {
        let Some((_, node)) = self.nodes.last_mut() else {
            return;
        };
        let value = format!("{}\n", node.value().unwrap_or_default());
        node.set_value(value);
        let pushed = |more: u8, of: &[u8]| [of, &[more]].concat();
        let lengths = pushed(1, node.character_lengths());
        node.set_character_lengths(lengths);
        if let Some(positions) = node.character_positions() {
            #[expect(clippy::cast_possible_truncation, reason = "the width of a line")]
            let width = node.bounds().map_or(0.0, |bounds| bounds.width() as f32);
            let positions = [positions, &[width]].concat();
            let widths = [node.character_widths().unwrap_or_default(), &[0.0]].concat();
            node.set_character_positions(positions);
            node.set_character_widths(widths);
        }
    }
}

/// One line of a text.
struct SpokenLine<'a> {
    letters: &'a [Letter],
    /// Its top and bottom on the screen, where it is laid out.
    height: Option<(f32, f32)>,
    /// Whether the text ends with it.
    is_last: bool,
}

/// Where the letters of a run stand: counted from the edge that it begins at.
fn place(node: &mut Node, letters: &[Letter], right_to_left: bool, (top, bottom): (f32, f32)) {
    let edges: Vec<(f32, f32)> = letters.iter().filter_map(|letter| letter.edges).collect();
    let Some((left, right)) = edges
        .iter()
        .copied()
        .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    else {
        return;
    };
    node.set_bounds(accesskit::Rect {
        x0: left.into(),
        y0: top.into(),
        x1: right.into(),
        y1: bottom.into(),
    });
    let position = |(x0, x1): &(f32, f32)| if right_to_left { right - x1 } else { x0 - left };
    node.set_character_positions(edges.iter().map(position).collect::<Vec<f32>>());
    let widths = edges.iter().map(|(x0, x1)| x1 - x0);
    node.set_character_widths(widths.collect::<Vec<f32>>());
}

/// The bytes where words of `text` begin (UAX #29), as the caret finds them.
fn words_of(text: &str) -> Vec<usize> {
    text.unicode_word_indices().map(|(at, _)| at).collect()
}

/// Appends `letter`, one character at a time where it is longer than a byte can
/// tell: hundreds of marks on one letter.
fn push_letter(letters: &mut Vec<Letter>, text: &str, letter: Letter) {
    if u8::try_from(letter.bytes.len()).is_ok() {
        letters.push(letter);
        return;
    }
    let grapheme = text.get(letter.bytes.clone()).unwrap_or_default();
    let mut edges = letter.edges;
    for (at, c) in grapheme.char_indices() {
        let start = letter.bytes.start + at;
        letters.push(Letter {
            bytes: start..start + c.len_utf8(),
            edges,
            right_to_left: letter.right_to_left,
        });
        edges = edges.map(|(x0, _)| (x0, x0));
    }
}
