//! Painting a search field.

use super::frame::Frame;
use super::line::CARET_WIDTH;
use super::{SearchField, SearchFieldLook};
use crate::text::BaseDirection;
use crate::ui::theme::{self, Palette};
use crate::ui::{PaintedLabel, Pen};
use egui::output::IMEOutput;
use egui::{IMEPurpose, Rect, Response, Ui, pos2, vec2};

/// Least distance between placeholder and shortcut in points.
const HINT_GAP: f32 = 8.0;
/// In less room the placeholder stands alone, in points.
const LEAST_HINT: f32 = 110.0;

impl SearchField {
    /// Paints the field, and tells the input method where the caret is.
    pub(super) fn paint(
        &mut self,
        ui: &Ui,
        pen: &mut Pen,
        palette: &Palette,
        look: &SearchFieldLook<'_>,
        response: &Response,
        frame: &Frame,
    ) {
        let focused = response.has_focus();
        let line = self.set(ui, pen, look);
        if focused {
            let (_, x) = line.block.caret_x(self.editor.caret_on(&line.block));
            self.line.reveal(&line, frame.text.width(), x);
        } else {
            self.line.rewind();
        }
        let origin = self.line.origin(ui.ctx(), &line, frame.text);
        let caret = line.caret_rect(&self.editor, origin, frame.text);

        frame.paint(ui.painter(), palette, focused);
        if self.editor.text().is_empty() {
            // Beside the caret, not under it.
            let room = frame.inner.shrink2(vec2(CARET_WIDTH, 0.0));
            paint_placeholder(ui, pen, palette, look, room, focused);
        }
        let painter = ui.painter_at(frame.text);
        if focused {
            line.paint_selection(&painter, palette, origin, self.editor.selection());
        }
        line.paint_text(&painter, palette, origin);
        if self.editor.compose().is_none() {
            line.paint_faults(&painter, palette, origin, &self.faults);
        }
        if focused {
            line.paint_compose(&painter, palette, origin, &self.editor);
            // A selection shows by itself where it is.
            if self.editor.selection().is_empty() && self.caret_is_lit(ui) {
                painter.rect_filled(caret, 0.0, palette.ink);
            }
            place_input_method(ui, frame.text, caret);
        }
    }

    /// Whether the caret shows now; asks for a pass when that changes.
    fn caret_is_lit(&self, ui: &Ui) -> bool {
        let (now, window_focused) = ui.input(|input| (input.time, input.focused));
        let blink = &ui.visuals().text_cursor;
        if !window_focused || !blink.blink {
            return window_focused;
        }
        let (on, off) = (f64::from(blink.on_duration), f64::from(blink.off_duration));
        let phase = (now - self.moved_at).max(0.0) % (on + off).max(0.1);
        let lit = phase < on;
        let left = if lit { on - phase } else { on + off - phase };
        if let Ok(wait) = std::time::Duration::try_from_secs_f64(left) {
            ui.ctx().request_repaint_after(wait);
        }
        lit
    }
}

/// What to look for, at the start side, and the shortcut at the end side.
fn paint_placeholder(
    ui: &Ui,
    pen: &mut Pen,
    palette: &Palette,
    look: &SearchFieldLook<'_>,
    room: Rect,
    focused: bool,
) {
    let painter = ui.painter_at(room);
    let put = |text: &PaintedLabel, at_left: bool| {
        let x = if at_left {
            room.left()
        } else {
            room.right() - text.size().x
        };
        let y = room.center().y - text.size().y / 2.0;
        text.paint(&painter, pos2(x, y), palette.faint);
    };
    let mut width = room.width();
    if !focused && !look.hint.is_empty() && width >= LEAST_HINT {
        let hint = pen.label(ui.ctx(), look.hint, theme::small());
        put(&hint, look.right_to_left);
        width = (width - hint.size().x - HINT_GAP).max(1.0);
    }
    let direction = if look.right_to_left {
        BaseDirection::RightToLeft
    } else {
        BaseDirection::LeftToRight
    };
    let text = pen.lines(
        ui.ctx(),
        look.placeholder,
        theme::text(),
        width,
        1,
        direction,
    );
    put(&text, !look.right_to_left);
}

/// Tells the input method where its window goes.
fn place_input_method(ui: &Ui, text: Rect, caret: Rect) {
    let to_global = ui
        .ctx()
        .layer_transform_to_global(ui.layer_id())
        .unwrap_or_default();
    ui.output_mut(|output| {
        output.ime = Some(IMEOutput {
            purpose: IMEPurpose::Normal,
            rect: to_global * text,
            cursor_rect: to_global * caret,
            should_interrupt_composition: false,
        });
    });
}
