//! The pane: what is in view, and how a pass goes.

use super::cache::Cache;
use super::cells::{Setter, style};
use super::columns::{PaneColumns, Widths};
use super::context::{ContextLook, Wide};
use super::header::{self, header_ui};
use super::keys::presses;
use super::note::{self, NoteEdit};
use super::request::{KwicAnswer, KwicRequest, sort_key_inks};
use super::row;
use super::rows::LineRows;
use super::scrollbar::{self, scrollbar_ui};
use crate::ui::column::Visible;
use crate::ui::widgets::shows_focus;
use crate::ui::{Cx, theme};
use egui::{CornerRadius, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};
use std::collections::BTreeMap;

/// Steps in which the room for a cell is counted, in points.
const ROOM_STEP: f32 = 64.0;

/// The state of the concordance pane.
#[derive(Default)]
pub struct KwicPane {
    key: Option<u64>,
    look: Option<Look>,
    /// Width of the list in points.
    width: f32,
    pub(super) rows: LineRows,
    pub(super) cache: Cache,
    pub(super) widths: Widths,
    pub(super) selected: Option<usize>,
    pub(super) reveal: bool,
    pub(super) wide: BTreeMap<usize, Wide>,
    pub(super) note: Option<NoteEdit>,
}

/// What a layout is good for.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Look {
    generation: u64,
    pixels_per_point: f32,
    dark: bool,
    scale: f32,
    right_to_left: bool,
    /// The most points that a cell shows.
    room: f32,
}

impl KwicPane {
    /// The id of the list, for those who give it the keyboard.
    #[must_use]
    pub fn id() -> Id {
        Id::unique("kwic-list")
    }

    /// The line that is selected.
    #[must_use]
    pub const fn selected(&self) -> Option<usize> {
        self.selected
    }

    /// Selects entry `index` and brings it into view at the next frame.
    pub fn select(&mut self, index: usize) {
        self.selected = Some(index);
        self.reveal = true;
    }

    /// To be called when entry `index` was taken out of the list: what is open
    /// and selected below it moves up.
    pub fn entry_removed(&mut self, index: usize) {
        let moved = |i: usize| if i > index { i - 1 } else { i };
        self.selected = self.selected.map(moved);
        let wide = std::mem::take(&mut self.wide).into_iter();
        self.wide = wide
            .filter(|(i, _)| *i != index)
            .map(|(i, wide)| (moved(i), wide))
            .collect();
        self.note = self.note.take().filter(|note| note.index != index);
        if let Some(note) = &mut self.note {
            note.index = moved(note.index);
        }
        self.cache.clear();
    }

    /// Draws the pane in `rect`.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        cx: &mut Cx<'_>,
        request: &mut KwicRequest<'_>,
    ) -> KwicAnswer {
        let mut answer = KwicAnswer::default();
        let (head, below) = rect.split_top_bottom_at_y(rect.top() + header::HEIGHT);
        let (body, track) = scrollbar::split(below, cx.right_to_left);
        let view = body.height();
        self.prepare(ui, cx, request, body.width());
        let ground = cx.palette.paper;
        ui.painter().rect_filled(rect, CornerRadius::ZERO, ground);
        let list = self.list(ui, body, request);
        if list.has_focus() {
            for press in presses(ui, list.id, request.right_to_left) {
                self.act(press, request, view, &mut answer);
            }
        }
        self.measure(ui, cx, request, body);
        if ui.rect_contains_pointer(body) {
            let wheel = ui.input(|i| i.smooth_scroll_delta().y);
            self.rows.scroll_by(-wheel, view);
        }
        if std::mem::take(&mut self.reveal)
            && let Some(selected) = self.selected
        {
            self.rows.reveal(selected, view);
        }
        self.rows.settle(view);
        scrollbar_ui(ui, cx, track, &mut self.rows, view, request.names.scrollbar);

        let visible = self.rows.visible(view);
        self.set(ui, cx, request, &visible, body.width());
        let columns = PaneColumns::new(body, self.widths, cx.right_to_left, request.right_to_left);
        let place = (body, &columns);
        let pressed = self.paint(ui, cx, place, request, &visible, &mut answer);
        if let Some((index, press)) = pressed {
            if self.selected != Some(index) {
                self.selected = Some(index);
                answer.selected = Some(index);
            }
            list.request_focus();
            self.act(press, request, view, &mut answer);
            ui.ctx().request_repaint();
        }
        self.write_note(ui, cx, (body, &columns), request, &visible, &mut answer);
        answer.heading = header_ui(ui, cx, head, &columns, &request.names);
        if shows_focus(&list) {
            ui.painter().rect_stroke(
                body,
                CornerRadius::ZERO,
                Stroke::new(2.0, cx.palette.accent.ink),
                StrokeKind::Inside,
            );
        }
        answer
    }

    /// Starts anew for another concordance, and sets anew for another look.
    fn prepare(&mut self, ui: &Ui, cx: &Cx<'_>, request: &KwicRequest<'_>, width: f32) {
        self.cache.begin_pass();
        if self.key != Some(request.key) {
            self.key = Some(request.key);
            self.cache.clear();
            self.rows.rewind();
            self.widths = Widths::default();
            self.selected = None;
            self.wide.clear();
            self.note = None;
        }
        let look = Look {
            generation: cx.pen.generation(),
            pixels_per_point: ui.ctx().pixels_per_point(),
            dark: cx.palette.dark,
            scale: request.scale,
            right_to_left: request.right_to_left,
            room: room(width),
        };
        if self.look != Some(look) {
            if self
                .look
                .is_some_and(|known| known.scale.to_bits() != look.scale.to_bits())
            {
                self.widths = Widths::default();
            }
            self.look = Some(look);
            self.cache.unset();
            self.wide.values_mut().for_each(Wide::unset);
        }
        if self.width.to_bits() != width.to_bits() {
            self.width = width;
            self.wide.values_mut().for_each(Wide::unset);
        }
        let last = request.n_entries.checked_sub(1);
        self.selected = self.selected.and_then(|i| Some(i.min(last?)));
        self.wide.retain(|i, _| *i < request.n_entries);
        self.note.take_if(|note| note.index >= request.n_entries);
    }

    /// The list itself, which has the keyboard for all of its lines.
    fn list(&self, ui: &Ui, body: Rect, request: &KwicRequest<'_>) -> Response {
        let response = ui.interact(body, Self::id(), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::List, true, request.names.list));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_size_of_set(request.n_entries);
            if let Some(selected) = self.selected {
                node.set_active_descendant(row::id(selected).accesskit_id());
            }
        });
        response
    }

    /// Tells the rows how high those are that are open.
    fn measure(&mut self, ui: &Ui, cx: &mut Cx<'_>, request: &KwicRequest<'_>, body: Rect) {
        let columns = PaneColumns::new(body, self.widths, cx.right_to_left, request.right_to_left);
        let mut look = ContextLook::new(ui.ctx(), cx, &columns, request.scale);
        let mut extra: BTreeMap<usize, f32> = self
            .wide
            .iter_mut()
            .map(|(index, wide)| (*index, wide.height(&mut look)))
            .collect();
        if let Some(note) = &self.note {
            *extra.entry(note.index).or_default() += note::HEIGHT;
        }
        let height = (row::HEIGHT * request.scale).round();
        self.rows.set(request.n_entries, height, extra);
    }

    /// Lays out what is in view; the columns follow the widest node and place.
    fn set(
        &mut self,
        ui: &Ui,
        cx: &mut Cx<'_>,
        request: &mut KwicRequest<'_>,
        visible: &[Visible],
        width: f32,
    ) {
        let mut setter = Setter {
            ctx: ui.ctx(),
            pen: cx.pen,
            style: style(request.scale),
            right_to_left: request.right_to_left,
            room: room(width),
            inks: sort_key_inks(cx.palette),
        };
        let mut widths = self.widths;
        let heading = setter
            .pen
            .label(ui.ctx(), request.names.place, theme::small());
        widths.place = widths.place.max(heading.width());
        for item in visible {
            self.cache.set(item.index, request, &mut setter);
            let Some(kept) = self.cache.known(item.index) else {
                continue;
            };
            if let Some(node) = kept.set.as_ref().and_then(|set| set.node.as_ref()) {
                widths.node = widths.node.max(node.width());
            }
            if let Some(row) = kept.line() {
                let place = setter.pen.label(ui.ctx(), &row.place, theme::small());
                widths.place = widths.place.max(place.width());
            }
        }
        if widths != self.widths {
            self.widths = widths;
            // Contexts are as wide as the columns leave room.
            if !self.wide.is_empty() {
                self.wide.values_mut().for_each(Wide::unset);
                ui.ctx().request_repaint();
            }
        }
    }
}

/// More than a cell of a list of `width` points can show, in steps: lines are
/// not set anew for every point that the window is made wider.
fn room(width: f32) -> f32 {
    (width / 2.0 / ROOM_STEP).ceil() * ROOM_STEP
}
