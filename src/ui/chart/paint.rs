//! A drawing in the window.

use super::drawing::{Drawing, Mark, Pick, Spot, Writing};
use crate::ui::Cx;
use crate::ui::widgets::{focus_ring, tooltip};
use egui::{
    CursorIcon, EventFilter, Id, Key, Modifiers, Painter, Pos2, Rect, Response, Role, Sense, Shape,
    StrokeKind, Ui, WidgetInfo,
};

/// What the reader does with a chart.
pub struct ChartResponse {
    /// The whole chart.
    pub response: Response,
    /// The datum under the pointer, or the one that the keyboard is at.
    pub hovered: Option<Pick>,
    /// The datum that was clicked, or chosen with Enter.
    pub clicked: Option<Pick>,
}

/// Paints `drawing` with its top left corner at `at`. The chart is one stop of
/// the Tab key; the arrow keys go from datum to datum, and Enter chooses one.
/// `name` tells screen readers what the chart shows.
pub fn show(
    cx: &mut Cx<'_>,
    ui: &mut Ui,
    id: Id,
    at: Pos2,
    drawing: &Drawing,
    name: &str,
) -> ChartResponse {
    show_part(cx, ui, (id, at), drawing, name, drawing.spots.len()).0
}

/// Shows a drawing of some of `n` data; the arrow keys go to all of them.
pub(super) fn show_part(
    cx: &mut Cx<'_>,
    ui: &mut Ui,
    (id, at): (Id, Pos2),
    drawing: &Drawing,
    name: &str,
    n: usize,
) -> (ChartResponse, Keyboard) {
    let rect = Rect::from_min_size(at, drawing.size);
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::GraphicsDocument, true, name));
    announce(ui, id, at, &drawing.spots);
    let pointer = response
        .hover_pos()
        .and_then(|pointer| drawing.pick((pointer - at).to_pos2()));
    let by_keys = keyboard(cx, ui, &response, drawing, n);
    let spot_of = |pick: Pick| drawing.spots.iter().find(|spot| spot.index == pick.index);
    let keyed = by_keys.at.map(|index| Pick { index, part: None });
    let hovered = pointer.or(keyed);
    let painter = ui.painter_at(rect.expand(3.0));
    if let Some(spot) = hovered.and_then(spot_of) {
        let room = spot.room.translate(at.to_vec2());
        painter.rect_filled(room, 4.0, drawing.hover);
    }
    paint(cx, ui, &painter, at, drawing);
    if let Some(spot) = keyed.and_then(spot_of) {
        let room = spot.room.translate(at.to_vec2());
        let stroke = egui::Stroke::new(1.5, cx.palette.accent.ink);
        painter.rect_stroke(room, 4.0, stroke, StrokeKind::Inside);
    }
    if let Some(spot) = pointer.and_then(spot_of) {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        tooltip(cx, &response, &spot.name);
    }
    focus_ring(cx, &painter, &response, 4);
    let clicked = if response.clicked() { pointer } else { None };
    let shown = ChartResponse {
        clicked: clicked.or(keyed.filter(|_| by_keys.chosen)),
        response,
        hovered,
    };
    (shown, by_keys)
}

/// Tells screen readers what is in the chart.
fn announce(ui: &Ui, id: Id, at: Pos2, spots: &[Spot]) {
    for spot in spots {
        let room = spot.room.translate(at.to_vec2());
        let response = ui.interact(room, id.with(("spot", spot.index)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::GraphicsSymbol, true, &spot.name));
    }
}

/// The marks of `drawing`, without anything to point at.
pub(super) fn paint(cx: &mut Cx<'_>, ui: &Ui, painter: &Painter, at: Pos2, drawing: &Drawing) {
    let by = at.to_vec2();
    for mark in &drawing.marks {
        match mark {
            Mark::Line { points, stroke } => {
                let points: Vec<Pos2> = points.iter().map(|point| *point + by).collect();
                // egui puts single segments on whole pixels.
                painter.add(match points.as_slice() {
                    [a, b] => Shape::line_segment([*a, *b], *stroke),
                    _ => Shape::line(points, *stroke),
                });
            }
            Mark::Rectangle { rect, fill, stroke } => {
                painter.rect(rect.translate(by), 0.0, *fill, *stroke, StrokeKind::Inside);
            }
            Mark::Polygon { points, fill } => {
                let points = points.iter().map(|point| *point + by).collect();
                painter.add(Shape::convex_polygon(points, *fill, egui::Stroke::NONE));
            }
            Mark::Circle {
                center,
                radius,
                fill,
                stroke,
            } => {
                painter.circle(*center + by, *radius, *fill, *stroke);
            }
            Mark::Text(writing) => write(cx, ui, painter, writing.at + by, writing),
        }
    }
}

fn write(cx: &mut Cx<'_>, ui: &Ui, painter: &Painter, at: Pos2, writing: &Writing) {
    let label = cx.label(ui, &writing.text, writing.style);
    let room = writing.anchor.anchor_size(at, label.size());
    label.paint(painter, room.min, writing.color);
}

/// Where the keyboard is in a chart.
#[derive(Default)]
pub(super) struct Keyboard {
    /// The place among the data.
    pub(super) at: Option<usize>,
    /// Whether it came there in this pass.
    pub(super) moved: bool,
    /// Whether Enter was pressed there.
    chosen: bool,
}

fn keyboard(cx: &Cx<'_>, ui: &Ui, response: &Response, drawing: &Drawing, n: usize) -> Keyboard {
    let Some(first) = drawing.spots.first().filter(|_| response.has_focus()) else {
        return Keyboard::default();
    };
    let id = response.id;
    let filter = EventFilter {
        vertical_arrows: true,
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (left, right) = (pressed(Key::ArrowLeft), pressed(Key::ArrowRight));
    let (back, on) = if cx.right_to_left {
        (right, left)
    } else {
        (left, right)
    };
    let back = pressed(Key::ArrowUp) || back;
    let on = pressed(Key::ArrowDown) || on;
    let last = n.saturating_sub(1);
    let before: Option<usize> = ui.data(|data| data.get_temp(id));
    let before = before.map(|place| place.min(last));
    let now = if pressed(Key::Home) {
        Some(0)
    } else if pressed(Key::End) {
        Some(last)
    } else if back || on {
        Some(match before {
            None => first.index,
            Some(place) if back => place.saturating_sub(1),
            Some(place) => (place + 1).min(last),
        })
    } else {
        before
    };
    if let Some(place) = now {
        ui.data_mut(|data| data.insert_temp(id, place));
    }
    Keyboard {
        at: now,
        moved: now != before,
        chosen: pressed(Key::Enter),
    }
}
