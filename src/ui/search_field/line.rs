//! The line of text inside a field: laid out once, scrolled, painted.

use crate::text::{Area, BaseDirection, Block, LineEditor, LineMeasure, base_direction};
use crate::ui::Pen;
use crate::ui::theme::{self, Palette};
use egui::emath::GuiRounding as _;
use egui::{Context, Galley, Painter, Pos2, Rect, Stroke, pos2, vec2};
use std::ops::Range;
use std::sync::Arc;

/// Width of the caret in points.
pub(super) const CARET_WIDTH: f32 = 1.5;

/// A text set on one line, and where it stands in its box.
#[derive(Default)]
pub(super) struct FieldLine {
    set: Option<(Key, SetLine)>,
    /// How far the start of the text lies outside its edge of the box, in points.
    scroll: f32,
}

/// What a layout is good for.
#[derive(PartialEq, Eq, Clone, Copy)]
struct Key {
    revision: u64,
    right_to_left: bool,
    generation: u64,
    /// Bits of the scale of the window.
    scale: u32,
}

/// A line of text, set.
#[derive(Clone)]
pub(super) struct SetLine {
    /// Its geometry.
    pub(super) block: Arc<Block>,
    galley: Arc<Galley>,
    /// Left and right edge of its cells: trailing space counts, unlike in the
    /// width of the block.
    edges: (f32, f32),
}

impl FieldLine {
    /// The text of `editor`, set: kept from before if nothing has changed. A
    /// text without letters runs as the interface does.
    pub(super) fn set(
        &mut self,
        ctx: &Context,
        pen: &mut Pen,
        editor: &LineEditor,
        right_to_left: bool,
    ) -> SetLine {
        let key = Key {
            revision: editor.revision(),
            right_to_left,
            generation: pen.generation(),
            scale: ctx.pixels_per_point().to_bits(),
        };
        match &self.set {
            Some((known, line)) if *known == key => line.clone(),
            _ => {
                let line = SetLine::new(ctx, pen, editor.text(), right_to_left);
                self.set = Some((key, line.clone()));
                line
            }
        }
    }

    /// Where the origin of the block lies on the screen, for a line in `frame`.
    pub(super) fn origin(&self, ctx: &Context, line: &SetLine, frame: Rect) -> Pos2 {
        let (left, right) = line.edges;
        let x = if line.block.right_to_left {
            frame.right() - CARET_WIDTH / 2.0 - right + self.scroll
        } else {
            frame.left() + CARET_WIDTH / 2.0 - left - self.scroll
        };
        let y = frame.center().y - line.block.height / 2.0;
        pos2(x, y).round_to_pixels(ctx.pixels_per_point())
    }

    /// Scrolls by `points` to the right end of the text, by less at its end;
    /// negative numbers go to the left. Says whether there was anything left.
    pub(super) fn scroll_by(&mut self, line: &SetLine, width: f32, points: f32) -> bool {
        let onwards = if line.block.right_to_left {
            -points
        } else {
            points
        };
        let scroll = (self.scroll + onwards).clamp(0.0, line.room(width));
        let moved = (scroll - self.scroll).abs() > f32::EPSILON;
        self.scroll = scroll;
        moved
    }

    /// Scrolls no further than needed for `x` of the block to be inside a box
    /// of `width` points.
    pub(super) fn reveal(&mut self, line: &SetLine, width: f32, x: f32) {
        let (left, right) = line.edges;
        let from_start = if line.block.right_to_left {
            right - x
        } else {
            x - left
        };
        let last_visible = (width - CARET_WIDTH).max(0.0);
        self.scroll = self
            .scroll
            .clamp((from_start - last_visible).max(0.0), from_start.max(0.0))
            .min(line.room(width));
    }

    /// Shows the start of the text.
    pub(super) fn rewind(&mut self) {
        self.scroll = 0.0;
    }
}

impl SetLine {
    fn new(ctx: &Context, pen: &mut Pen, text: &str, right_to_left: bool) -> Self {
        let interface = if right_to_left {
            BaseDirection::RightToLeft
        } else {
            BaseDirection::LeftToRight
        };
        let measure = LineMeasure {
            direction: base_direction(text, interface),
            ..LineMeasure::SINGLE_LINE
        };
        let block = pen.set(text, theme::text(), measure, &[]);
        let galley = pen.galley(ctx, text, &block, &[]);
        let edges = block
            .cells
            .iter()
            .map(|cell| (cell.x0, cell.x1))
            .reduce(|(left, right), (x0, x1)| (left.min(x0), right.max(x1)))
            .unwrap_or_default();
        Self {
            block: Arc::new(block),
            galley,
            edges,
        }
    }

    /// How far the text is wider than a box of `width` points.
    fn room(&self, width: f32) -> f32 {
        let (left, right) = self.edges;
        (right - left + CARET_WIDTH - width).max(0.0)
    }

    /// Height of the middle of the line in the block.
    pub(super) fn middle(&self) -> f32 {
        self.block.height / 2.0
    }

    /// The caret of `editor` on the screen, kept inside `frame`.
    pub(super) fn caret_rect(&self, editor: &LineEditor, origin: Pos2, frame: Rect) -> Rect {
        let (line, x) = self.block.caret_x(editor.caret_on(&self.block));
        let (top, bottom) = self
            .block
            .lines
            .get(line)
            .map_or((0.0, self.block.height), |line| {
                (line.ink_top, line.ink_bottom)
            });
        let left = (origin.x + x - CARET_WIDTH / 2.0)
            .min(frame.right() - CARET_WIDTH)
            .max(frame.left());
        Rect::from_min_size(pos2(left, origin.y + top), vec2(CARET_WIDTH, bottom - top))
    }

    /// Paints the ground of the bytes `selection`.
    pub(super) fn paint_selection(
        &self,
        painter: &Painter,
        palette: &Palette,
        origin: Pos2,
        selection: Range<usize>,
    ) {
        for area in self.block.areas(selection) {
            painter.rect_filled(on_screen(area, origin), 0.0, palette.selection);
        }
    }

    /// Paints the text.
    pub(super) fn paint_text(&self, painter: &Painter, palette: &Palette, origin: Pos2) {
        painter.galley(origin, Arc::clone(&self.galley), palette.ink);
    }

    /// Underlines what something is wrong with.
    pub(super) fn paint_faults(
        &self,
        painter: &Painter,
        palette: &Palette,
        origin: Pos2,
        faults: &[Range<usize>],
    ) {
        for area in faults
            .iter()
            .flat_map(|fault| self.block.areas(fault.clone()))
        {
            let rect = on_screen(area, origin);
            let line = Stroke::new(2.0, palette.alarm.ink);
            painter.hline(rect.x_range(), rect.bottom() - 1.0, line);
        }
    }

    /// Underlines the compose text of `editor`, what the next key changes more.
    pub(super) fn paint_compose(
        &self,
        painter: &Painter,
        palette: &Palette,
        origin: Pos2,
        editor: &LineEditor,
    ) {
        let parts = [(editor.compose(), 1.0), (editor.compose_active(), 2.0)];
        for (bytes, width) in parts {
            for area in self.block.areas(bytes.unwrap_or_default()) {
                let area = on_screen(area, origin);
                let y = area.bottom() - 1.0;
                painter.hline(area.x_range(), y, Stroke::new(width, palette.ink));
            }
        }
    }
}

fn on_screen(area: Area, origin: Pos2) -> Rect {
    Rect::from_min_max(pos2(area.x0, area.y0), pos2(area.x1, area.y1)).translate(origin.to_vec2())
}
