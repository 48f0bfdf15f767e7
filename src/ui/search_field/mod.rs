//! How is one line of both directions typed, shown and pointed at?
//!
//! The search field: our own one-line editor on our own text engine.
//!
//! A native text field would set Arabic wrongly and put the caret in the wrong
//! place; nothing of egui's text editing is used here but its events.
//!
//! Knows no query and no command.

mod frame;
mod keys;
mod line;
mod paint;
mod pointer;

use super::Pen;
use super::spoken::{RunText, TextRuns, add_nodes, is_heard};
use super::theme::Palette;
use crate::text::{Caret, LineEditor};
use egui::accesskit::{Action, ActionData, Role, TextDirection, TextSelection};
use egui::output::OutputCommand;
use egui::{
    Context, CursorIcon, Event, EventFilter, Id, Pos2, Response, Sense, Ui, WidgetInfo, vec2,
};
use frame::Frame;
use keys::Request;
use line::{FieldLine, SetLine};
use pointer::FieldPointer;
use std::ops::Range;

/// Escape clears the field, and arrows move the caret; Tab goes on. What the
/// vertical arrows do is left to the window.
const KEYS: EventFilter = EventFilter {
    tab: false,
    horizontal_arrows: true,
    vertical_arrows: true,
    escape: true,
};

/// How a search field looks and what it is called, in the interface's language.
#[derive(Debug, Clone, Copy)]
pub struct SearchFieldLook<'a> {
    /// What stands in the empty field.
    pub placeholder: &'a str,
    /// The shortcut that leads here, shown while the field is empty and not focused.
    pub hint: &'a str,
    /// The name of the field for screen readers.
    pub name: &'a str,
    /// The name of the clear button for screen readers.
    pub clear_name: &'a str,
    /// Whether the interface runs from right to left.
    pub right_to_left: bool,
    /// Width of the box in points.
    pub width: f32,
    /// Height of the box in points.
    pub height: f32,
}

/// What the reader did with a search field in this pass.
pub struct SearchFieldResponse {
    /// The response of the whole box.
    pub response: Response,
    /// The text was changed, by compose text too.
    pub changed: bool,
    /// Enter was pressed.
    pub submitted: bool,
    /// Escape was pressed in the empty field, which gave up the focus.
    pub cancelled: bool,
}

/// Whether a text field has the keyboard: letters, and the keys that edit text,
/// are for it alone.
#[must_use]
pub fn is_writing(ctx: &Context) -> bool {
    let focused = ctx.memory(egui::Memory::focused);
    focused.is_some() && focused == ctx.data(|data| data.get_temp::<Id>(written_in()))
}

/// Where the field is noted that had the keyboard last.
fn written_in() -> Id {
    Id::unique("written-in")
}

/// A search field, kept between passes.
pub struct SearchField {
    id: Id,
    /// Whether it has a magnifier: it may also be a field for other words.
    searches: bool,
    editor: LineEditor,
    line: FieldLine,
    pointer: FieldPointer,
    focus_wanted: bool,
    /// When the caret last moved, in seconds: from then on it blinks.
    moved_at: f64,
    /// The selection that was last offered to the middle mouse button.
    offered: String,
    /// What a screen reader has of the text.
    runs: TextRuns,
    /// Bytes of the text that are underlined, because something is wrong with
    /// them.
    faults: Vec<Range<usize>>,
}

impl SearchField {
    /// An empty field. `id` is its own in the whole window, so that focus stays
    /// when the layout changes.
    #[must_use]
    pub fn new(id: Id) -> Self {
        Self {
            id,
            searches: true,
            editor: LineEditor::default(),
            line: FieldLine::default(),
            pointer: FieldPointer::default(),
            focus_wanted: false,
            moved_at: 0.0,
            offered: String::new(),
            faults: Vec::new(),
            runs: TextRuns::default(),
        }
    }

    /// An empty field of the same kind that is not for searching: it has no
    /// magnifier, and screen readers call it a text field.
    #[must_use]
    pub fn plain(id: Id) -> Self {
        Self {
            searches: false,
            ..Self::new(id)
        }
    }

    /// The text in logical order.
    #[must_use]
    pub fn text(&self) -> &str {
        self.editor.text()
    }

    /// The editor, for its caret and selection.
    #[must_use]
    pub fn editor(&self) -> &LineEditor {
        &self.editor
    }

    /// Replaces the text, as one step that can be undone.
    pub fn set_text(&mut self, text: &str) {
        self.editor.set_text(text);
    }

    /// Underlines these bytes of the text from now on, until they are changed.
    pub fn set_faults(&mut self, faults: Vec<Range<usize>>) {
        self.faults = faults;
    }

    /// Takes the focus and selects the text when the field is shown next.
    pub fn request_focus(&mut self) {
        self.focus_wanted = true;
    }

    /// Shows the field. Not to be called twice in one pass.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        palette: &Palette,
        look: &SearchFieldLook<'_>,
    ) -> SearchFieldResponse {
        let (_, rect) = ui.allocate_space(vec2(look.width, look.height));
        let mut response = ui.interact(rect, self.id, Sense::click_and_drag());
        // A typed space is text, not a click.
        response.flags -= egui::response::Flags::FAKE_PRIMARY_CLICKED;
        let frame = Frame::new(rect, look.right_to_left, self.searches);
        let before = Before::of(&self.editor);

        if std::mem::take(&mut self.focus_wanted) {
            response.request_focus();
            self.editor.select_all();
        } else if response.gained_focus() {
            self.editor.select_all();
        }
        let mut done = Done::default();
        self.read_accessibility(ui, &response);
        if response.has_focus() {
            let id = self.id;
            ui.data_mut(|data| data.insert_temp(written_in(), id));
            ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id, KEYS));
            done = self.read_keys(ui, pen, look);
        } else {
            self.editor.finish_compose();
        }
        if done.cancelled {
            response.surrender_focus();
        }
        let clear = self.clear_button(ui, &frame, look);
        self.read_pointer(ui, pen, look, &response, &frame);

        let changed = self.editor.revision() != before.revision;
        let moved = changed || self.editor.caret() != before.caret;
        if moved || response.gained_focus() {
            self.moved_at = ui.input(|i| i.time);
        }
        if changed {
            response.mark_changed();
        }
        self.offer_selection(ui, &response);
        self.paint(ui, pen, palette, look, &response, &frame);
        if let Some(clear) = clear {
            frame.paint_clear(ui.painter(), palette, clear.hovered(), clear.has_focus());
        }
        self.describe(ui, &response, &before.text, look);
        let line = self.set(ui, pen, look);
        let origin = self.line.origin(ui.ctx(), &line, frame.text);
        self.speak(ui, &line, origin);
        SearchFieldResponse {
            response,
            changed,
            submitted: done.submitted,
            cancelled: done.cancelled,
        }
    }

    /// The clear button, if there is something to clear.
    fn clear_button(
        &mut self,
        ui: &Ui,
        frame: &Frame,
        look: &SearchFieldLook<'_>,
    ) -> Option<Response> {
        if self.editor.text().is_empty() {
            return None;
        }
        // It senses drags too, or they would go through it to the text.
        let clear = ui
            .interact(frame.clear, self.id.with("clear"), Sense::click_and_drag())
            .on_hover_cursor(CursorIcon::PointingHand);
        clear.widget_info(|| WidgetInfo::labeled(Role::Button, clear.enabled(), look.clear_name));
        if clear.clicked() {
            self.editor.set_text("");
            ui.memory_mut(|memory| memory.request_focus(self.id));
            return None;
        }
        Some(clear)
    }

    /// Screen readers may set the text without giving the field the focus.
    fn read_accessibility(&mut self, ui: &Ui, response: &Response) {
        let texts = |action| {
            ui.input(|input| {
                input
                    .accesskit_action_requests(self.id, action)
                    .filter_map(|request| match &request.data {
                        Some(ActionData::Value(text)) => Some(text.to_string()),
                        _ => None,
                    })
                    .collect::<Vec<String>>()
            })
        };
        if response.enabled() {
            let (whole, parts) = (texts(Action::SetValue), texts(Action::ReplaceSelectedText));
            for text in whole {
                self.editor.set_text(&text);
            }
            for text in parts {
                self.editor.paste(&text);
            }
            for (anchor, focus) in self.wanted_selections(ui) {
                self.editor.place_caret(Caret::after(anchor), false);
                self.editor.place_caret(Caret::after(focus), true);
            }
        }
    }

    /// Anchor and caret in bytes, as a screen reader wants them.
    fn wanted_selections(&self, ui: &Ui) -> Vec<(usize, usize)> {
        ui.input(|input| {
            input
                .accesskit_action_requests(self.id, Action::SetTextSelection)
                .filter_map(|request| match &request.data {
                    Some(ActionData::SetTextSelection(wanted)) => {
                        let anchor = self.runs.byte_of(&wanted.anchor)?;
                        Some((anchor, self.runs.byte_of(&wanted.focus)?))
                    }
                    _ => None,
                })
                .collect()
        })
    }

    /// Puts text, caret and selection below the node of the field.
    fn speak(&mut self, ui: &Ui, line: &SetLine, origin: Pos2) {
        if !is_heard(ui.ctx(), self.id) {
            return;
        }
        let of = RunText {
            id: self.id.with("text"),
            text: self.editor.text(),
            language: None,
            ends_paragraph: false,
        };
        self.runs = TextRuns::set(&of, &line.block, origin);
        let ends = [self.editor.anchor(), self.editor.caret().byte];
        if let [Some(anchor), Some(focus)] = ends.map(|byte| self.runs.position(byte)) {
            ui.ctx().accesskit_node_builder(self.id, |node| {
                node.set_text_selection(TextSelection { anchor, focus });
                node.add_action(Action::SetTextSelection);
            });
        }
        let nodes = self.runs.nodes().to_vec();
        add_nodes(ui.ctx(), self.id, self.runs.ids().collect(), nodes);
    }

    fn read_keys(&mut self, ui: &Ui, pen: &mut Pen, look: &SearchFieldLook<'_>) -> Done {
        let mut done = Done::default();
        let os = ui.ctx().os();
        for event in ui.input(|input| input.filtered_events(&KEYS)) {
            let line = self.set(ui, pen, look);
            match keys::apply(&event, &mut self.editor, &line.block, os) {
                Some(Request::Copy(text)) => ui.ctx().copy_text(text),
                Some(Request::Submit) => done.submitted = true,
                Some(Request::Escape) if self.editor.compose().is_some() => {
                    self.editor.cancel_compose();
                }
                Some(Request::Escape) if !self.editor.text().is_empty() => {
                    self.editor.set_text("");
                }
                Some(Request::Escape) => {
                    done.cancelled = true;
                    break;
                }
                None => {}
            }
        }
        done
    }

    fn read_pointer(
        &mut self,
        ui: &Ui,
        pen: &mut Pen,
        look: &SearchFieldLook<'_>,
        response: &Response,
        frame: &Frame,
    ) {
        if response.hovered() {
            ui.set_cursor_icon(CursorIcon::Text);
        }
        let line = self.set(ui, pen, look);
        let (editor, view) = (&mut self.editor, (&mut self.line, &line));
        if self.pointer.apply(ui, response, editor, view, frame.text) {
            response.request_focus();
            self.moved_at = ui.input(|i| i.time);
        }
        // What is selected elsewhere is pasted with the middle button.
        let pasted = ui.input(|input| {
            input.events.iter().find_map(|event| match event {
                Event::MiddleClickPaste { pos, text } => Some((*pos, text.clone())),
                _ => None,
            })
        });
        if let Some((at, text)) = pasted
            && response.contains_pointer()
            && response.enabled()
        {
            let x = at.x - self.line.origin(ui.ctx(), &line, frame.text).x;
            let caret: Caret = line.block.hit(x, line.middle());
            self.editor.place_caret(caret, false);
            self.editor.paste(&text);
            response.request_focus();
        }
    }

    /// On X11 and Wayland, a selection can be pasted with the middle button.
    fn offer_selection(&mut self, ui: &Ui, response: &Response) {
        let selected = self.editor.selected_text();
        if response.has_focus()
            && selected != self.offered
            && !ui.input(|input| input.pointer.any_down())
        {
            selected.clone_into(&mut self.offered);
            if !self.offered.is_empty() {
                let text = self.offered.clone();
                ui.ctx().send_cmd(OutputCommand::TextSelectionSettled(text));
            }
        }
    }

    fn set(&mut self, ui: &Ui, pen: &mut Pen, look: &SearchFieldLook<'_>) -> SetLine {
        self.line
            .set(ui.ctx(), pen, &self.editor, look.right_to_left)
    }

    fn describe(&self, ui: &Ui, response: &Response, before: &str, look: &SearchFieldLook<'_>) {
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(
                response.enabled(),
                before,
                self.editor.text(),
                look.placeholder,
            );
            info.label = Some(look.name.to_owned());
            info
        });
        ui.ctx().accesskit_node_builder(self.id, |node| {
            node.set_role(if self.searches {
                Role::SearchInput
            } else {
                Role::TextInput
            });
            node.add_action(Action::SetValue);
            node.add_action(Action::ReplaceSelectedText);
            if look.right_to_left {
                node.set_text_direction(TextDirection::RightToLeft);
            }
            if !look.hint.is_empty() {
                node.set_keyboard_shortcut(look.hint);
            }
        });
    }
}

/// What the editor was like when the pass began.
struct Before {
    text: String,
    revision: u64,
    caret: Caret,
}

impl Before {
    fn of(editor: &LineEditor) -> Self {
        Self {
            text: editor.text().to_owned(),
            revision: editor.revision(),
            caret: editor.caret(),
        }
    }
}

#[derive(Default)]
struct Done {
    submitted: bool,
    cancelled: bool,
}
