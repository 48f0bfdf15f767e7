//! Selecting with the mouse.

use super::line::{FieldLine, SetLine};
use crate::text::LineEditor;
use crate::ui::presses::Presses;
use egui::{PointerButton, Rect, Response, Ui};
use std::ops::Range;

/// Points per second that the line scrolls while a drag is outside the box.
const SCROLL_SPEED: f32 = 500.0;
/// A frame that took longer scrolls no further than after this many seconds.
const LONGEST_FRAME: f32 = 0.1;

/// The presses and the drag under way.
#[derive(Default)]
pub(super) struct FieldPointer {
    presses: Presses,
    /// The word that a drag by words began in.
    word: Option<Range<usize>>,
}

impl FieldPointer {
    /// Places the caret of `editor` as the pointer asks, for a `line` in
    /// `frame`. Says whether the button went down in the field.
    pub(super) fn apply(
        &mut self,
        ui: &Ui,
        response: &Response,
        editor: &mut LineEditor,
        (view, line): (&mut FieldLine, &SetLine),
        frame: Rect,
    ) -> bool {
        let Some(at) = response.interact_pointer_pos() else {
            return false;
        };
        let (pressed, shift) = ui.input(|i| (i.pointer.primary_pressed(), i.modifiers.shift));
        let place = |view: &FieldLine| {
            let origin = view.origin(ui.ctx(), line, frame);
            at.x.clamp(frame.left(), frame.right()) - origin.x
        };
        if !response.is_pointer_button_down_on() {
            return false;
        }
        if pressed {
            self.presses.add(ui, at);
            self.press(editor, line, place(view), shift);
            return true;
        }
        if response.dragged_by(PointerButton::Primary) {
            let outside = (at.x - frame.right()).max(0.0) - (frame.left() - at.x).max(0.0);
            if outside != 0.0 {
                let seconds = ui.input(|i| i.stable_dt.min(LONGEST_FRAME));
                let points = SCROLL_SPEED * seconds * outside.signum();
                if view.scroll_by(line, frame.width(), points) {
                    ui.ctx().request_repaint();
                }
            }
            self.drag(editor, line, place(view));
        }
        false
    }

    fn press(&mut self, editor: &mut LineEditor, line: &SetLine, x: f32, shift: bool) {
        self.word = None;
        match self.presses.n() {
            _ if shift => editor.place_caret(line.block.hit(x, line.middle()), true),
            2 => self.word = Some(editor.select_word_at(byte_at(line, x))),
            3.. => editor.select_all(),
            _ => editor.place_caret(line.block.hit(x, line.middle()), false),
        }
    }

    fn drag(&mut self, editor: &mut LineEditor, line: &SetLine, x: f32) {
        match (&self.word, self.presses.n()) {
            (Some(word), _) => editor.extend_by_words(word.clone(), byte_at(line, x)),
            (None, 3..) => {}
            (None, _) => {
                editor.place_caret(line.block.hit(x, line.middle()), true);
            }
        }
    }
}

/// The first byte of the grapheme at `x`, or of the caret's place beside the text.
fn byte_at(line: &SetLine, x: f32) -> usize {
    let block = &line.block;
    block.grapheme_at(x, line.middle()).map_or_else(
        || block.hit(x, line.middle()).byte,
        |grapheme| grapheme.start,
    )
}
