//! The legend: a switch and a count for each class of mentions.

use super::Panel;
use crate::app::command::Command;
use crate::ui::reading::{MarkClass, paint_class_line};
use crate::ui::widgets::{focus_ring, tooltip};
use crate::ui::{RowRoom, TextPlace, theme};
use egui::{
    CornerRadius, Id, Mesh, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

/// Height of a switch and the room between two rows of them, in points.
const SWITCH: f32 = 30.0;
const GAP: f32 = 6.0;
/// Points inside a switch: at its sides, of its sign, between that and the name,
/// and between name and count.
const SIDE: f32 = 8.0;
const SIGN: f32 = 24.0;
const APART: f32 = 7.0;
const BEFORE_COUNT: f32 = 4.0;
/// Room of the line above them.
const CAPTION: f32 = 22.0;

/// The key of the name of a class among the interface texts.
pub(in crate::app) fn class_key(class: MarkClass) -> &'static str {
    match class {
        MarkClass::Person => "legend-per",
        MarkClass::Place => "legend-place",
        MarkClass::Organisation => "legend-org",
        MarkClass::People => "legend-norp",
        MarkClass::Date => "legend-date",
        MarkClass::Casualty => "legend-casualty",
    }
}

/// Draws the legend at the top of `rect`, under what is counted: the marks of
/// the open article; returns its height in points.
pub(in crate::app) fn legend_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) -> f32 {
    let mut counts = [0_usize; MarkClass::ALL.len()];
    for mention in panel.state.marks.mentions() {
        counts[MarkClass::of(mention.kind) as usize] += 1;
    }
    for expression in panel.state.marks.expressions() {
        counts[MarkClass::of_value(&expression.value) as usize] += 1;
    }
    let caption = panel.texts.get("legend-in-article");
    let (line, rect) = rect.split_top_bottom_at_y(rect.top() + CAPTION);
    let words = (caption.as_ref(), theme::small(), panel.cx.palette.soft);
    panel.write(ui, line, TextPlace::Start, words);
    let switches = MarkClass::ALL
        .into_iter()
        .zip(counts.map(|n| Some(n as u64)));
    let columns = switches_in_line(ui, panel, switches, (rect.width(), APART));
    #[expect(clippy::cast_precision_loss, reason = "one or two columns")]
    let width = (rect.width() - GAP * (columns - 1) as f32) / columns as f32;
    for (i, (class, n)) in MarkClass::ALL.into_iter().zip(counts).enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
        let top = rect.top() + (i / columns) as f32 * (SWITCH + GAP);
        let line = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), SWITCH));
        let mut row = RowRoom::new(line, panel.cx.right_to_left);
        if i % columns == 1 {
            row.start(width + GAP);
        }
        switch_ui(ui, row.start(width), panel, class, n);
    }
    #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
    let rows = MarkClass::ALL.len().div_ceil(columns) as f32;
    CAPTION + rows * (SWITCH + GAP)
}

fn switch_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>, class: MarkClass, n: usize) {
    let n = Some(n as u64);
    let response = class_switch(ui, "class", rect, panel, (class, n), APART);
    let is_on = panel.state.shown.has(class);
    let key = if is_on { "legend-hide" } else { "legend-show" };
    let name = panel.texts.get(class_key(class));
    let hint = panel.texts.with(key, &[("type", name.as_ref().into())]);
    tooltip(&mut panel.cx, &response, &hint);
}

/// How many of `switches`, which have `apart` points between sign and name, stand
/// in a line of `room` points: two, where the name and the count of each have
/// room.
pub(in crate::app) fn switches_in_line(
    ui: &Ui,
    panel: &mut Panel<'_>,
    switches: impl IntoIterator<Item = (MarkClass, Option<u64>)>,
    (room, apart): (f32, f32),
) -> usize {
    let mut widest = 0.0_f32;
    for (class, n) in switches {
        let name = panel.texts.get(class_key(class));
        let mut width = panel.cx.label(ui, &name, theme::small()).width();
        if let Some(n) = n {
            let number = panel.texts.number(n);
            width += BEFORE_COUNT + panel.cx.label(ui, &number, theme::small()).width();
        }
        widest = widest.max(width);
    }
    let least = 2.0 * SIDE + SIGN + apart + widest.ceil();
    if 2.0 * least + GAP <= room { 2 } else { 1 }
}

/// A switch of a class: its sign, `apart` points of room, its name, and how
/// many there are, if that is known. `of` tells apart those in view together.
pub(in crate::app) fn class_switch(
    ui: &Ui,
    of: &'static str,
    rect: Rect,
    panel: &mut Panel<'_>,
    (class, n): (MarkClass, Option<u64>),
    apart: f32,
) -> Response {
    let is_on = panel.state.shown.has(class);
    let palette = panel.cx.palette;
    let name = panel.texts.get(class_key(class));
    let response = ui.interact(rect, Id::unique((of, class)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, name.as_ref()));
    let painter = ui.painter();
    let ground = match (is_on, response.hovered()) {
        (_, true) => palette.hover,
        (true, false) => palette.paper,
        (false, false) => palette.panel,
    };
    let line = Stroke::new(1.0, palette.line);
    painter.rect(
        rect,
        CornerRadius::same(6),
        ground,
        line,
        StrokeKind::Inside,
    );
    let mut row = RowRoom::new(rect.shrink2(vec2(SIDE, 0.0)), panel.cx.right_to_left);
    let tone = class.tone(palette);
    let sample = Rect::from_center_size(row.start(SIGN).center(), vec2(SIGN, 20.0));
    let ink = if is_on { tone.ink } else { palette.faint };
    if is_on && class != MarkClass::People {
        painter.rect_filled(sample, CornerRadius::same(3), tone.tint);
    }
    let mut mesh = Mesh::default();
    paint_class_line(&mut mesh, sample, class, ink);
    painter.add(mesh);
    let words = ("أب", theme::small(), ink);
    panel.write(ui, sample, TextPlace::Center, words);
    row.start(apart);
    if let Some(n) = n {
        let text = panel.texts.number(n);
        let width = panel.cx.label(ui, &text, theme::small()).width();
        let words = (text.as_str(), theme::small(), palette.soft);
        panel.write(ui, row.end(width), TextPlace::End, words);
        row.end(BEFORE_COUNT);
    }
    let color = if is_on { palette.ink } else { palette.soft };
    let words = (name.as_ref(), theme::small(), color);
    panel.write(ui, row.rest(), TextPlace::Start, words);
    focus_ring(&panel.cx, painter, &response, 6);
    if response.clicked() {
        panel.send(Command::ToggleClass(class));
    }
    response
}
