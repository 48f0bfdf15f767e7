//! Where carets stand, what a point hits, what a range covers.

use super::block::{Block, Cell, Line};
use std::ops::Range;

/// Which neighbour a caret belongs to where the text on its two sides stands
/// in different places: at a line break or where the direction changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Affinity {
    /// To the grapheme before it, as after typing.
    Before,
    /// To the grapheme after it.
    #[default]
    After,
}

/// A place between two graphemes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Caret {
    /// Bytes of the text before the caret.
    pub byte: usize,
    /// The neighbour it belongs to.
    pub affinity: Affinity,
}

impl Caret {
    /// A caret that belongs to the grapheme before `byte`.
    #[must_use]
    pub const fn before(byte: usize) -> Self {
        Self {
            byte,
            affinity: Affinity::Before,
        }
    }

    /// A caret that belongs to the grapheme after `byte`.
    #[must_use]
    pub const fn after(byte: usize) -> Self {
        Self {
            byte,
            affinity: Affinity::After,
        }
    }
}

/// A rectangle in points of the block's coordinates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x0: f32,
    /// Top edge.
    pub y0: f32,
    /// Right edge.
    pub x1: f32,
    /// Bottom edge.
    pub y1: f32,
    /// The line that it lies on.
    pub line: usize,
}

impl Block {
    /// The caret nearest to the point (`x`, `y`). Above the block it is on the
    /// first line, below on the last.
    #[must_use]
    pub fn hit(&self, x: f32, y: f32) -> Caret {
        let Some(line) = self.line_at(y).and_then(|i| self.lines.get(i)) else {
            return Caret::default();
        };
        let cells = self.cells_of(line);
        let Some(cell) = nearest_cell(cells, x) else {
            return Caret::after(line.bytes.start);
        };
        let left_half = x < f32::midpoint(cell.x0, cell.x1);
        if left_half == cell.right_to_left {
            Caret::before(cell.bytes.end)
        } else {
            Caret::after(cell.bytes.start)
        }
    }

    /// The byte range of the grapheme under (`x`, `y`), if the point lies on one.
    #[must_use]
    pub fn grapheme_at(&self, x: f32, y: f32) -> Option<Range<usize>> {
        let line = self
            .lines
            .iter()
            .find(|line| line.top <= y && y < line.bottom)?;
        self.cells_of(line)
            .iter()
            .find(|cell| cell.x0 <= x && x < cell.x1)
            .map(|cell| cell.bytes.clone())
    }

    /// The index of the line at height `y`: the first above the block, the
    /// last below it.
    #[must_use]
    pub fn line_at(&self, y: f32) -> Option<usize> {
        let below = self.lines.partition_point(|line| line.bottom <= y);
        (!self.lines.is_empty()).then(|| below.min(self.lines.len() - 1))
    }

    /// The line that `caret` stands on.
    #[must_use]
    pub fn line_of(&self, caret: Caret) -> usize {
        let last = self.lines.len().saturating_sub(1);
        self.lines
            .iter()
            .position(|line| match caret.affinity {
                Affinity::Before => {
                    caret.byte <= line.bytes.end
                        && (caret.byte > line.bytes.start || line.bytes.start == 0)
                }
                Affinity::After => caret.byte < line.bytes.end,
            })
            .unwrap_or(last)
    }

    /// The line of `caret` and its horizontal place; inside a grapheme it is
    /// that of the caret before it.
    #[must_use]
    pub fn caret_x(&self, caret: Caret) -> (usize, f32) {
        let index = self.line_of(caret);
        let Some(line) = self.lines.get(index) else {
            return (0, 0.0);
        };
        let cells = self.cells_of(line);
        let before = || cells.iter().find(|cell| cell.bytes.end == caret.byte);
        let after = || cells.iter().find(|cell| cell.bytes.start == caret.byte);
        let x = match caret.affinity {
            Affinity::Before => before().map(end_edge).or_else(|| after().map(start_edge)),
            Affinity::After => after().map(start_edge).or_else(|| before().map(end_edge)),
        };
        let x = x.or_else(|| {
            let inside = cells.iter().find(|cell| cell.bytes.contains(&caret.byte));
            inside.map(start_edge)
        });
        (index, x.unwrap_or_else(|| self.empty_edge()))
    }

    /// What the byte range `range` covers: one rectangle for each piece that is
    /// contiguous on the screen, from the top of the letters to their bottom.
    #[must_use]
    pub fn areas(&self, range: Range<usize>) -> Vec<Area> {
        let mut areas = Vec::new();
        for (index, line) in self.lines.iter().enumerate() {
            if line.bytes.end <= range.start || line.bytes.start >= range.end {
                continue;
            }
            let mut open: Option<(f32, f32)> = None;
            for cell in self.cells_of(line) {
                let inside = cell.bytes.start < range.end && cell.bytes.end > range.start;
                if inside {
                    let (x0, x1) = open.unwrap_or((cell.x0, cell.x1));
                    open = Some((x0.min(cell.x0), x1.max(cell.x1)));
                } else if cell.x1 > cell.x0
                    && let Some(piece) = open.take()
                {
                    self.push_area(&mut areas, piece, line, index);
                }
            }
            if let Some(piece) = open {
                self.push_area(&mut areas, piece, line, index);
            }
        }
        areas
    }

    /// Adds what of `x0..x1` lies inside the block: space that hangs over the
    /// end of a line is not shown.
    fn push_area(&self, areas: &mut Vec<Area>, (x0, x1): (f32, f32), line: &Line, index: usize) {
        let (x0, x1) = (x0.max(0.0), x1.min(self.width));
        if x1 > x0 {
            areas.push(Area {
                x0,
                y0: line.ink_top,
                x1,
                y1: line.ink_bottom,
                line: index,
            });
        }
    }

    /// Where a caret stands on a line without graphemes.
    fn empty_edge(&self) -> f32 {
        if self.right_to_left { self.width } else { 0.0 }
    }
}

fn nearest_cell(cells: &[Cell], x: f32) -> Option<&Cell> {
    let wide = || cells.iter().filter(|cell| cell.x1 > cell.x0);
    wide()
        .find(|cell| cell.x0 <= x && x < cell.x1)
        .or_else(|| wide().min_by(|a, b| distance(a, x).total_cmp(&distance(b, x))))
}

fn distance(cell: &Cell, x: f32) -> f32 {
    (cell.x0 - x).max(x - cell.x1).max(0.0)
}

/// The edge that a caret before the grapheme stands at.
fn start_edge(cell: &Cell) -> f32 {
    if cell.right_to_left { cell.x1 } else { cell.x0 }
}

/// The edge that a caret after the grapheme stands at.
fn end_edge(cell: &Cell) -> f32 {
    if cell.right_to_left { cell.x0 } else { cell.x1 }
}
