//! The legend: a switch and a count for each class of mentions.

use super::Panel;
use crate::app::command::Command;
use crate::ui::reading::{MarkClass, paint_class_line};
use crate::ui::widgets::{focus_ring, tooltip};
use crate::ui::{Place, Row, theme};
use egui::{
    CornerRadius, Id, Mesh, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

/// Height of a switch and the room between two rows of them, in points.
const SWITCH: f32 = 30.0;
const GAP: f32 = 6.0;

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

/// Draws the legend at the top of `rect`; returns its height in points.
pub(in crate::app) fn legend_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) -> f32 {
    let mut counts = [0_usize; MarkClass::ALL.len()];
    for mention in panel.state.marks.mentions() {
        counts[MarkClass::of(mention.kind) as usize] += 1;
    }
    for expression in panel.state.marks.expressions() {
        counts[MarkClass::of_value(&expression.value) as usize] += 1;
    }
    let two_columns = rect.width() >= 220.0;
    let columns = if two_columns { 2 } else { 1 };
    #[expect(clippy::cast_precision_loss, reason = "one or two columns")]
    let width = (rect.width() - GAP * (columns - 1) as f32) / columns as f32;
    for (i, (class, n)) in MarkClass::ALL.into_iter().zip(counts).enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
        let top = rect.top() + (i / columns) as f32 * (SWITCH + GAP);
        let line = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), SWITCH));
        let mut row = Row::new(line, panel.cx.right_to_left);
        if i % columns == 1 {
            row.start(width + GAP);
        }
        switch_ui(ui, row.start(width), panel, class, n);
    }
    #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
    let rows = MarkClass::ALL.len().div_ceil(columns) as f32;
    rows * (SWITCH + GAP)
}

fn switch_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>, class: MarkClass, n: usize) {
    let is_on = panel.state.shown.has(class);
    let palette = panel.cx.palette;
    let name = panel.texts.get(class_key(class));
    let response = ui.interact(rect, Id::unique(("class", class)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, name.as_ref()));
    let painter = ui.painter();
    let ground = if response.hovered() {
        palette.hover
    } else {
        palette.paper
    };
    painter.rect(
        rect,
        CornerRadius::same(6),
        if is_on { ground } else { palette.panel },
        Stroke::new(1.0, palette.line),
        StrokeKind::Inside,
    );
    let mut row = Row::new(rect.shrink2(vec2(8.0, 0.0)), panel.cx.right_to_left);
    let tone = class.tone(palette);
    let sample = Rect::from_center_size(row.start(24.0).center(), vec2(24.0, 20.0));
    let ink = if is_on { tone.ink } else { palette.faint };
    if is_on && class != MarkClass::People {
        painter.rect_filled(sample, CornerRadius::same(3), tone.tint);
    }
    let mut mesh = Mesh::default();
    paint_class_line(&mut mesh, sample, class, ink);
    painter.add(mesh);
    panel.cx.write(
        ui,
        painter,
        sample,
        Place::Center,
        ("أب", theme::small(), ink),
    );
    row.start(7.0);
    let count = panel.texts.number(n as u64);
    let width = panel.cx.label(ui, &count, theme::small()).width();
    let room = row.end(width);
    panel.cx.write(
        ui,
        painter,
        room,
        Place::End,
        (&count, theme::small(), palette.soft),
    );
    row.end(4.0);
    let color = if is_on { palette.ink } else { palette.soft };
    panel.cx.write(
        ui,
        painter,
        row.rest(),
        Place::Start,
        (&name, theme::small(), color),
    );
    focus_ring(&panel.cx, painter, &response, 6);
    let key = if is_on { "legend-hide" } else { "legend-show" };
    let hint = panel.texts.with(key, &[("type", name.as_ref().into())]);
    tooltip(&mut panel.cx, &response, &hint);
    if response.clicked() {
        panel.send(Command::ToggleClass(class));
    }
}
