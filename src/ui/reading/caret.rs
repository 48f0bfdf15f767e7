//! The caret of the pane: where it stands, and where a step leads it.
//!
//! A step sets the piece that it leaves and the one that it reaches, never the
//! article: a key costs the same in a long article as in a short one.

use super::document::{Document, ItemKind};
use super::page::PageSetting;
use super::selection::Position;
use crate::text::{Block, Caret, Direction, next_word, previous_word};

/// A place for typing in the article, though nothing is typed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct PaneCaret {
    /// The item; it has text.
    pub(super) item: usize,
    /// The place in the text of the item.
    pub(super) at: Caret,
    /// Points from the left edge of the lines that steps up and down keep to.
    column: Option<f32>,
    /// Whether keys put it there: shown even where something is selected.
    pub(super) by_key: bool,
}

/// A step of the caret.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum CaretStep {
    /// By a grapheme to the left or right on the screen.
    Letter(Direction),
    /// By a word to the left or right as the paragraph runs.
    Word(Direction),
    /// So many lines down; up is negative.
    Lines(i32),
    /// To the start of the next paragraph (`true`) or of this or the last.
    Paragraph(bool),
    /// To the start or the end of the line.
    LineStart,
    LineEnd,
    /// To the start or the end of the article.
    Start,
    End,
}

impl PaneCaret {
    /// A caret in item `item`.
    pub(super) const fn new(item: usize, at: Caret, by_key: bool) -> Self {
        Self {
            item,
            at,
            column: None,
            by_key,
        }
    }

    /// Where it stands in the text, whatever its affinity.
    pub(super) const fn position(&self) -> Position {
        Position {
            item: self.item,
            byte: self.at.byte,
        }
    }

    /// The caret after `step`; where nothing lies on that side, itself.
    pub(super) fn after(self, step: CaretStep, page: &mut PageSetting<'_>) -> Self {
        let put = |place: Option<(usize, Caret)>| {
            let (item, at) = place.unwrap_or((self.item, self.at));
            Self::new(item, at, true)
        };
        match step {
            CaretStep::Letter(direction) => put(self.by_letter(direction, page)),
            CaretStep::Word(direction) => put(self.by_word(direction, page)),
            CaretStep::Lines(n) => {
                let mut caret = self;
                for _ in 0..n.unsigned_abs() {
                    caret = caret.by_line(n > 0, page).unwrap_or(caret);
                }
                Self {
                    by_key: true,
                    ..caret
                }
            }
            CaretStep::Paragraph(onwards) => put(self.by_paragraph(onwards, page)),
            CaretStep::LineStart | CaretStep::LineEnd => {
                put(self.to_line_edge(step == CaretStep::LineEnd, page))
            }
            CaretStep::Start => put(first_text(page).map(|item| (item, Caret::after(0)))),
            CaretStep::End => put(last_text(page).map(|item| (item, end_of(page, item)))),
        }
    }

    /// The next place on the screen. Where a line is broken, the end of the one
    /// and the start of the next are one place, which is shown at the start.
    fn by_letter(self, direction: Direction, page: &mut PageSetting<'_>) -> Option<(usize, Caret)> {
        let (ends_part, back) = (is_part(page, self.item), opposite(direction));
        let block = &page.paragraph(self.item)?.block;
        let onwards = (direction == Direction::Left) == block.right_to_left;
        let line = block.line_of(self.at);
        let is_last = line + 1 >= block.lines.len();
        let goes_on = onwards && (ends_part || !is_last);
        let stepped = block.step(self.at, direction);
        if let Some(at) = stepped.filter(|at| !goes_on || !is_broken_edge(block, line, *at)) {
            return Some((self.item, at));
        }
        if onwards && !is_last {
            return Some((self.item, block.edge(line + 1, back)));
        }
        if !onwards && line > 0 {
            return Some((self.item, last_place(block, line - 1, direction)));
        }
        let item = neighbour(page, self.item, onwards)?;
        let is_joined = is_part(page, item);
        let block = &page.paragraph(item)?.block;
        let last = block.lines.len().saturating_sub(1);
        Some((
            item,
            match (onwards, is_joined) {
                (true, _) => block.edge(0, back),
                // The parts of a long paragraph meet in one place, too.
                (false, true) => last_place(block, last, direction),
                (false, false) => block.edge(last, back),
            },
        ))
    }

    fn by_word(self, direction: Direction, page: &mut PageSetting<'_>) -> Option<(usize, Caret)> {
        let right_to_left = page.paragraph(self.item)?.block.right_to_left;
        let onwards = (direction == Direction::Left) == right_to_left;
        let text = text_of(page, self.item);
        let at = self.at.byte;
        if onwards && at < text.len() {
            return Some((self.item, Caret::before(next_word(text, at))));
        }
        if !onwards && at > 0 {
            return Some((self.item, Caret::after(previous_word(text, at))));
        }
        let item = neighbour(page, self.item, onwards)?;
        let is_joined = is_part(page, item.min(self.item));
        let text = text_of(page, item);
        Some((
            item,
            match (onwards, is_joined) {
                (true, true) => Caret::before(next_word(text, 0)),
                (true, false) => Caret::after(0),
                (false, true) => Caret::after(previous_word(text, text.len())),
                (false, false) => Caret::before(text.len()),
            },
        ))
    }

    fn by_line(self, down: bool, page: &mut PageSetting<'_>) -> Option<Self> {
        let block = &page.paragraph(self.item)?.block;
        let (line, x) = block.caret_x(self.at);
        let x = self.column.unwrap_or(x);
        let next = if down {
            Some(line + 1).filter(|line| *line < block.lines.len())
        } else {
            line.checked_sub(1)
        };
        let (item, line) = if let Some(line) = next {
            (self.item, line)
        } else {
            let item = neighbour(page, self.item, down)?;
            let n_lines = page.paragraph(item)?.block.lines.len();
            (item, if down { 0 } else { n_lines.saturating_sub(1) })
        };
        let block = &page.paragraph(item)?.block;
        let middle = block
            .lines
            .get(line)
            .map_or(0.0, |line| f32::midpoint(line.top, line.bottom));
        Some(Self {
            item,
            at: block.hit(x, middle),
            column: Some(x),
            by_key: true,
        })
    }

    fn by_paragraph(self, onwards: bool, page: &PageSetting<'_>) -> Option<(usize, Caret)> {
        let start_of = |mut item: usize| {
            while let Some(before) = item.checked_sub(1).filter(|item| is_part(page, *item)) {
                item = before;
            }
            item
        };
        if onwards {
            let mut item = self.item;
            while is_part(page, item) {
                item += 1;
            }
            return Some(match neighbour(page, item, true) {
                Some(next) => (next, Caret::after(0)),
                None => (item, end_of(page, item)),
            });
        }
        let start = start_of(self.item);
        if self.position()
            > (Position {
                item: start,
                byte: 0,
            })
        {
            return Some((start, Caret::after(0)));
        }
        let before = neighbour(page, start, false)?;
        Some((start_of(before), Caret::after(0)))
    }

    fn to_line_edge(self, to_end: bool, page: &mut PageSetting<'_>) -> Option<(usize, Caret)> {
        let block = &page.paragraph(self.item)?.block;
        let bytes = block.lines.get(block.line_of(self.at))?.bytes.clone();
        if !to_end {
            return Some((self.item, Caret::after(bytes.start)));
        }
        // Before the space at which the line is broken.
        let line = text_of(page, self.item).get(bytes.clone())?;
        let end = bytes.start + line.trim_end().len();
        Some((self.item, Caret::before(end.max(bytes.start))))
    }
}

/// Whether `at` is the outer edge of line `line`, which goes on in the next.
fn is_broken_edge(block: &Block, line: usize, at: Caret) -> bool {
    let ends = block
        .lines
        .get(line)
        .is_some_and(|line| line.bytes.end == at.byte);
    let outwards = if block.right_to_left {
        Direction::Left
    } else {
        Direction::Right
    };
    ends && block.step(at, outwards).is_none()
}

/// The last place of line `line` before the text goes on elsewhere; `back` is
/// the direction in which the line is entered from its end.
fn last_place(block: &Block, line: usize, back: Direction) -> Caret {
    let edge = block.edge(line, opposite(back));
    let inner = block
        .step(edge, back)
        .filter(|_| is_broken_edge(block, line, edge));
    inner.unwrap_or(edge)
}

const fn opposite(direction: Direction) -> Direction {
    match direction {
        Direction::Left => Direction::Right,
        Direction::Right => Direction::Left,
    }
}

fn text_of<'a>(page: &PageSetting<'a>, item: usize) -> &'a str {
    let found = page.document.items.get(item);
    found.map_or("", |found| Document::text(page.article, found))
}

fn end_of(page: &PageSetting<'_>, item: usize) -> Caret {
    Caret::before(text_of(page, item).len())
}

fn is_part(page: &PageSetting<'_>, item: usize) -> bool {
    let found = page.document.items.get(item);
    found.is_some_and(|found| found.kind == ItemKind::Part)
}

/// The nearest item with text after `item`, or before it.
fn neighbour(page: &PageSetting<'_>, item: usize, after: bool) -> Option<usize> {
    let items = &page.document.items;
    let mut at = item;
    loop {
        at = if after { at + 1 } else { at.checked_sub(1)? };
        if items.get(at)?.kind.has_text() {
            return Some(at);
        }
    }
}

fn first_text(page: &PageSetting<'_>) -> Option<usize> {
    let items = &page.document.items;
    items.iter().position(|item| item.kind.has_text())
}

fn last_text(page: &PageSetting<'_>) -> Option<usize> {
    let items = &page.document.items;
    items.iter().rposition(|item| item.kind.has_text())
}
