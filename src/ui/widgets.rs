//! Buttons, chips and the like: drawn by us, so that every text goes through
//! the pen, focus is visible, and each has a name for screen readers.

use super::cx::{Cx, TextPlace};
use super::icons::Icon;
use super::theme::{self, Palette, Tone};
use crate::text::TextStyle;
use egui::{
    Context, CornerRadius, CursorIcon, Event, Frame, Id, Painter, Rect, Response, Role, Sense,
    Shadow, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

/// Height of buttons and chips in points.
pub const CONTROL: f32 = 32.0;

/// Tells [`focus_ring`] how the reader works: rings are for those who came by
/// keys, a click needs none. To be called once at the start of every pass.
pub fn note_input(ctx: &Context) {
    let by_keys = ctx.input(|input| {
        input.events.iter().rev().find_map(|event| match event {
            Event::Key { pressed: true, .. } => Some(true),
            Event::PointerButton { pressed: true, .. } => Some(false),
            _ => None,
        })
    });
    if let Some(by_keys) = by_keys {
        ctx.data_mut(|data| data.insert_temp(Id::unique("focus-by-keys"), by_keys));
    }
}

/// Whether the keyboard is at `response` and came there by keys.
#[must_use]
pub fn shows_focus(response: &Response) -> bool {
    let by_keys = |data: &mut egui::util::IdTypeMap| data.get_temp(Id::unique("focus-by-keys"));
    response.has_focus() && response.ctx.data_mut(by_keys).unwrap_or(false)
}

/// Draws the ring around what has the keyboard, unless it came by a click.
pub fn focus_ring(cx: &Cx<'_>, painter: &Painter, response: &Response, radius: u8) {
    if shows_focus(response) {
        ring(cx, painter, response.rect, radius);
    }
}

/// The ring of the keyboard around `rect`, whose corners have this radius.
pub fn ring(cx: &Cx<'_>, painter: &Painter, rect: Rect, radius: u8) {
    painter.rect_stroke(
        rect.expand(2.0),
        CornerRadius::same(radius.saturating_add(2)),
        Stroke::new(2.0, cx.palette.accent.ink),
        StrokeKind::Inside,
    );
}

/// The ground of what floats over the window.
pub fn floating_frame(palette: &Palette) -> Frame {
    Frame::new()
        .fill(palette.paper)
        .stroke(Stroke::new(1.0, palette.line))
        .corner_radius(CornerRadius::same(10))
        .shadow(floating_shadow(palette))
}

/// Whether the mouse was pressed in this pass beside `room`, where something
/// floats that closes then.
#[must_use]
pub fn pressed_beside(ui: &Ui, room: Rect) -> bool {
    ui.input(|i| {
        let at = i.pointer.interact_pos();
        i.pointer.any_pressed() && at.is_some_and(|at| !room.contains(at))
    })
}

/// The shadow of what floats over the window.
#[must_use]
pub const fn floating_shadow(palette: &Palette) -> Shadow {
    Shadow {
        offset: [0, 6],
        blur: 22,
        spread: 0,
        color: palette.shadow,
    }
}

/// Width of a button with `text`.
pub fn button_width(cx: &mut Cx<'_>, ui: &Ui, text: &str) -> f32 {
    cx.label(ui, text, theme::text()).width() + 26.0
}

/// A button with `text` in the middle of `rect`.
pub fn button(cx: &mut Cx<'_>, ui: &Ui, rect: Rect, id: Id, text: &str) -> Response {
    let response = pressable(ui, rect, id, text);
    let painter = ui.painter();
    let ground = ground_of(cx, &response, cx.palette.paper);
    painter.rect(
        rect,
        CornerRadius::same(7),
        ground,
        Stroke::new(1.0, cx.palette.line),
        StrokeKind::Inside,
    );
    let color = cx.palette.ink;
    let inner = rect.shrink2(vec2(6.0, 0.0));
    cx.write(
        ui,
        painter,
        inner,
        TextPlace::Center,
        (text, theme::text(), color),
    );
    focus_ring(cx, painter, &response, 7);
    response
}

/// A button that shows only an icon; `name` is its tooltip and its name.
pub fn icon_button(
    cx: &mut Cx<'_>,
    ui: &Ui,
    rect: Rect,
    id: Id,
    icon: Icon,
    name: &str,
) -> Response {
    let response = pressable(ui, rect, id, name);
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, CornerRadius::same(7), cx.palette.hover);
    }
    let square = Rect::from_center_size(rect.center(), Vec2::splat(16.0));
    icon.paint(painter, square, cx.palette.soft);
    focus_ring(cx, painter, &response, 7);
    tooltip(cx, &response, name);
    response
}

/// A button with a short text and no frame; `name` is its tooltip and its name.
pub fn text_button(
    cx: &mut Cx<'_>,
    ui: &Ui,
    rect: Rect,
    id: Id,
    (text, style): (&str, TextStyle),
    name: &str,
) -> Response {
    let response = pressable(ui, rect, id, name);
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, CornerRadius::same(7), cx.palette.hover);
    }
    let color = cx.palette.soft;
    cx.write(ui, painter, rect, TextPlace::Center, (text, style, color));
    focus_ring(cx, painter, &response, 7);
    if text != name {
        tooltip(cx, &response, name);
    }
    response
}

/// Width of a chip with `text`.
pub fn chip_width(cx: &mut Cx<'_>, ui: &Ui, text: &str) -> f32 {
    cx.label(ui, text, theme::small().bold()).width() + 26.0
}

/// A chip that is on or off, in the colours of `tone` when it is on.
pub fn chip(
    cx: &mut Cx<'_>,
    ui: &Ui,
    rect: Rect,
    id: Id,
    (text, is_on, tone): (&str, bool, Tone),
) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, text));
    let painter = ui.painter();
    let (ground, line) = if is_on {
        (tone.tint, tone.ink)
    } else {
        (ground_of(cx, &response, cx.palette.panel), cx.palette.line)
    };
    let width = if is_on { 1.5 } else { 1.0 };
    painter.rect(
        rect,
        CornerRadius::same(16),
        ground,
        Stroke::new(width, line),
        StrokeKind::Inside,
    );
    let style = theme::small().bold();
    let inner = rect.shrink2(vec2(10.0, 0.0));
    cx.write(
        ui,
        painter,
        inner,
        TextPlace::Center,
        (text, style, tone.ink),
    );
    focus_ring(cx, painter, &response, 16);
    pointing(ui, &response);
    response
}

/// A line of a menu, as wide as the menu; `is_on` marks the choice in force.
pub fn menu_item(cx: &mut Cx<'_>, ui: &mut Ui, text: &str, hint: &str, is_on: bool) -> Response {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let response = pressable(ui, rect, egui::Id::unique(("menu", text, hint)), text);
    let painter = ui.painter();
    if response.hovered() || shows_focus(&response) {
        painter.rect_filled(rect, CornerRadius::same(6), cx.palette.hover);
    }
    if is_on {
        painter.rect_filled(rect, CornerRadius::same(6), cx.palette.accent.tint);
    }
    let mut row = super::RowRoom::new(rect.shrink2(vec2(10.0, 0.0)), cx.right_to_left);
    if !hint.is_empty() {
        let style = theme::small();
        let width = cx.label(ui, hint, style).width() + 8.0;
        let color = cx.palette.soft;
        cx.write(
            ui,
            painter,
            row.end(width),
            TextPlace::End,
            (hint, style, color),
        );
    }
    let color = cx.palette.ink;
    cx.write(
        ui,
        painter,
        row.rest(),
        TextPlace::Start,
        (text, theme::text(), color),
    );
    focus_ring(cx, painter, &response, 4);
    response
}

/// A label of `width` points in `ui`, at the side where the interface begins.
pub fn put_block(ui: &mut Ui, cx: &mut Cx<'_>, text: &str, style: TextStyle, width: f32) {
    let direction = crate::text::BaseDirection::Auto;
    let label = cx.pen.lines(ui.ctx(), text, style, width, 4, direction);
    let (rect, response) = ui.allocate_exact_size(vec2(width, label.size().y), Sense::hover());
    let at = cx.room(rect, TextPlace::Start, &label).min;
    label.paint(ui.painter(), at, cx.palette.ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
}

/// A label that takes its own room in `ui`.
fn put_label(ui: &mut Ui, cx: &mut Cx<'_>, text: &str, style: TextStyle, max_width: f32) {
    let direction = crate::text::BaseDirection::Auto;
    let label = cx.pen.lines(ui.ctx(), text, style, max_width, 4, direction);
    let (rect, response) = ui.allocate_exact_size(label.size(), Sense::hover());
    label.paint(ui.painter(), rect.min, cx.palette.ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
}

/// Shows `text` while the pointer rests on `response`.
pub fn tooltip(cx: &mut Cx<'_>, response: &Response, text: &str) {
    response.clone().on_hover_ui(|ui| {
        put_label(ui, cx, text, theme::small(), 360.0);
    });
}

/// Interaction of anything that is pressed, with a name for screen readers.
#[must_use]
pub fn pressable(ui: &Ui, rect: Rect, id: Id, name: &str) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    pointing(ui, &response);
    response
}

fn pointing(ui: &Ui, response: &Response) {
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
}

fn ground_of(cx: &Cx<'_>, response: &Response, usual: egui::Color32) -> egui::Color32 {
    if response.is_pointer_button_down_on() || response.hovered() {
        cx.palette.hover
    } else {
        usual
    }
}
