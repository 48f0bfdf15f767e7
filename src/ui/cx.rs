//! What every part of the window needs to draw itself.

use super::pen::{PaintedLabel, Pen};
use super::theme::Palette;
use crate::text::{BaseDirection, TextStyle};
use egui::{Color32, Painter, Rect, Ui, pos2};

/// The pen, the colours and the direction of the interface.
pub struct Cx<'a> {
    /// Writes every string.
    pub pen: &'a mut Pen,
    /// The colours of the theme.
    pub palette: &'static Palette,
    /// Whether the interface runs from right to left.
    pub right_to_left: bool,
}

/// Where a text stands in its room, along the direction of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextPlace {
    /// At the side where lines start.
    Start,
    /// In the middle.
    Center,
    /// At the side where lines end.
    End,
}

impl Cx<'_> {
    /// The direction of the interface.
    #[must_use]
    pub const fn direction(&self) -> BaseDirection {
        if self.right_to_left {
            BaseDirection::RightToLeft
        } else {
            BaseDirection::LeftToRight
        }
    }

    /// One line of text.
    pub fn label(&mut self, ui: &Ui, text: &str, style: TextStyle) -> PaintedLabel {
        self.pen.label(ui.ctx(), text, style)
    }

    /// One line of at most `width` points, with an ellipsis if it must be cut.
    pub fn line(&mut self, ui: &Ui, text: &str, style: TextStyle, width: f32) -> PaintedLabel {
        let direction = BaseDirection::Auto;
        self.pen.lines(ui.ctx(), text, style, width, 1, direction)
    }

    /// Writes one line in `rect`, in the middle of its height, cut where it
    /// does not fit. Returns the room that it took.
    pub fn write(
        &mut self,
        ui: &Ui,
        painter: &Painter,
        rect: Rect,
        place: TextPlace,
        (text, style, color): (&str, TextStyle, Color32),
    ) -> Rect {
        let label = self.line(ui, text, style, rect.width());
        let room = self.room(rect, place, &label);
        label.paint(painter, room.min, color);
        room
    }

    /// The room of `label` when it stands in `rect` at `place`.
    #[must_use]
    pub fn room(&self, rect: Rect, place: TextPlace, label: &PaintedLabel) -> Rect {
        let size = label.size();
        let at_left = match place {
            TextPlace::Start => !self.right_to_left,
            TextPlace::End => self.right_to_left,
            TextPlace::Center => {
                return Rect::from_center_size(rect.center(), size);
            }
        };
        let x = if at_left {
            rect.left()
        } else {
            rect.right() - size.x
        };
        Rect::from_min_size(pos2(x, rect.center().y - size.y / 2.0), size)
    }
}

/// Hands out the room of a row from both of its sides, mirrored for
/// right-to-left interfaces.
#[derive(Debug, Clone, Copy)]
pub struct RowRoom {
    rect: Rect,
    right_to_left: bool,
}

impl RowRoom {
    /// A row that still has all of `rect`.
    #[must_use]
    pub const fn new(rect: Rect, right_to_left: bool) -> Self {
        Self {
            rect,
            right_to_left,
        }
    }

    /// Takes `width` points at the start side.
    pub fn start(&mut self, width: f32) -> Rect {
        self.take(width, !self.right_to_left)
    }

    /// Takes `width` points at the end side.
    pub fn end(&mut self, width: f32) -> Rect {
        self.take(width, self.right_to_left)
    }

    /// What is left.
    #[must_use]
    pub const fn rest(&self) -> Rect {
        self.rect
    }

    fn take(&mut self, width: f32, at_left: bool) -> Rect {
        let width = width.clamp(0.0, self.rect.width().max(0.0));
        if at_left {
            let (taken, rest) = self.rect.split_left_right_at_x(self.rect.left() + width);
            self.rect = rest;
            taken
        } else {
            let (rest, taken) = self.rect.split_left_right_at_x(self.rect.right() - width);
            self.rect = rest;
            taken
        }
    }
}
