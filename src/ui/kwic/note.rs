//! The field in which a note on a line is written.

use super::request::KwicNames;
use crate::ui::{Cx, SearchField, SearchFieldLook};
use egui::{Id, Key, Modifiers, Rect, Ui, UiBuilder, vec2};

/// Height of the field and the room below it in points.
pub(super) const HEIGHT: f32 = 44.0;
/// Height of the field.
const FIELD: f32 = 34.0;
/// Width of the field.
const WIDTH: f32 = 520.0;

/// The note that is being written.
pub(super) struct NoteEdit {
    /// The line that it is on.
    pub(super) index: usize,
    field: SearchField,
    /// The note as it was.
    before: String,
}

/// What has come of it in a pass.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NoteOutcome {
    /// It is still being written.
    Open,
    /// A key has closed it: the new note, if it is another.
    Done(Option<String>),
    /// The keyboard has gone elsewhere: the new note, if it is another.
    Left(Option<String>),
}

impl NoteEdit {
    /// A field on line `index` with the note so far, which takes the keyboard.
    pub(super) fn new(index: usize, note: &str) -> Self {
        let mut field = SearchField::plain(Id::unique("kwic-note"));
        field.set_text(note);
        field.request_focus();
        Self {
            index,
            field,
            before: note.to_owned(),
        }
    }

    /// Shows the field in `room`, clipped to `body`.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (room, body): (Rect, Rect),
        names: &KwicNames<'_>,
    ) -> NoteOutcome {
        let size = vec2(WIDTH.min(room.width()), FIELD);
        let left = if cx.right_to_left {
            room.right() - size.x
        } else {
            room.left()
        };
        let place = Rect::from_min_size(egui::pos2(left, room.top() + 1.0), size);
        // Escape leaves the field at once, without emptying it first, unless it
        // ends what an input method composes.
        let composes = self.field.editor().compose().is_some();
        let escape = ui.memory(|m| m.has_focus(Id::unique("kwic-note")))
            && !composes
            && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape));
        let look = SearchFieldLook {
            placeholder: names.note_hint,
            hint: "",
            name: names.note,
            clear_name: names.clear_note,
            right_to_left: cx.right_to_left,
            width: size.x,
            height: size.y,
        };
        let mut child = ui.new_child(UiBuilder::new().max_rect(place));
        child.set_clip_rect(body);
        let shown = self.field.show(&mut child, cx.pen, cx.palette, &look);
        let text = self.field.text().trim();
        let changed = (text != self.before).then(|| text.to_owned());
        if escape || shown.cancelled {
            NoteOutcome::Done(None)
        } else if shown.submitted {
            NoteOutcome::Done(changed)
        } else if shown.response.lost_focus() {
            NoteOutcome::Left(changed)
        } else {
            NoteOutcome::Open
        }
    }
}
