//! Parts of the editor of an entity.

use super::words::Speaker;
use crate::app::panels::Panel;
use crate::app::panels::entity_card::type_key;
use crate::base::EntityId;
use crate::entity::repair::EntityEntry;
use crate::entity::{Entity, EntityTable, Likeness};
use crate::text::BaseDirection;
use crate::ui::reading::MarkClass;
use crate::ui::widgets::{button, button_width, icon_button};
use crate::ui::{Icon, Place, Row, theme};
use egui::{Id, Sense, Ui, vec2};

/// The id of an entity.
pub(super) fn id_of(table: &EntityTable, entity: EntityId) -> String {
    table.entity(entity).id.to_string()
}

/// What the files say of the entity `id`.
pub(super) fn entry<'a>(panel: &Panel<'a>, id: &str) -> Option<&'a EntityEntry> {
    let layers = &panel.state.repairs.layers;
    let below = || layers.below.as_ref()?.entity(id);
    layers.own.entity(id).or_else(below)
}

/// Whether the reader said that two entities are never the same.
pub(super) fn are_different(
    panel: &Panel<'_>,
    table: &EntityTable,
    a: EntityId,
    b: EntityId,
) -> bool {
    let (a, b) = (&table.entity(a).id, &table.entity(b).id);
    let says = |id: &str, other: &str| {
        entry(panel, id).is_some_and(|entry| entry.different.iter().any(|id| id == other))
    };
    says(a, b) || says(b, a)
}

/// `wanted`, or with a number where an entity has that id.
pub(super) fn free_id(panel: &Panel<'_>, wanted: &str) -> String {
    let speaker = Speaker {
        texts: panel.texts,
        table: panel.state.table().map(|table| &**table),
    };
    let is_taken = |id: &str| {
        speaker.table.is_some_and(|table| table.find(id).is_some()) || entry(panel, id).is_some()
    };
    let numbered = (2_u32..).map(|n| format!("{wanted} {n}"));
    std::iter::once(wanted.to_owned())
        .chain(numbered)
        .find(|id| !is_taken(id))
        .unwrap_or_else(|| wanted.to_owned())
}

/// The key of the text that says why two may be the same.
pub(super) const fn likeness_key(likeness: Likeness) -> &'static str {
    match likeness {
        Likeness::Spelling => "repair-like-spelling",
        Likeness::FamilyName => "repair-like-family",
        Likeness::MiddleName => "repair-like-middle",
        Likeness::Article => "repair-like-article",
    }
}

/// Name and type; whether the editor is to be closed.
pub(super) fn head_ui(ui: &mut Ui, panel: &mut Panel<'_>, known: &Entity) -> bool {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 34.0), Sense::hover());
    let mut row = Row::new(rect, panel.cx.right_to_left);
    let close = panel.texts.get("close");
    let place = row.end(28.0);
    let id = Id::unique("close-repair-card");
    let closes = icon_button(&mut panel.cx, ui, place, id, Icon::Close, &close).clicked();
    let painter = ui.painter().clone();
    let (style, direction) = (theme::headline(18.0), BaseDirection::RightToLeft);
    let room = row.rest();
    let pen = &mut *panel.cx.pen;
    let label = pen.lines(ui.ctx(), &known.ar, style, room.width() * 0.6, 1, direction);
    let at = panel.cx.room(room, Place::Start, &label);
    label.paint(&painter, at.min, panel.cx.palette.ink);
    row.start(label.width() + 10.0);
    let kind = panel.texts.get(type_key(known.kind));
    let color = MarkClass::of(known.kind).tone(panel.cx.palette).ink;
    let shown = (&*kind, theme::small(), color);
    panel
        .cx
        .write(ui, &painter, row.rest(), Place::Start, shown);
    ui.add_space(4.0);
    closes
}

/// A heading inside the editor.
pub(super) fn section_ui(ui: &mut Ui, panel: &mut Panel<'_>, key: &str) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    let text = panel.texts.get(key);
    let painter = ui.painter().clone();
    let shown = (&*text, theme::small().bold(), panel.cx.palette.soft);
    panel.cx.write(ui, &painter, rect, Place::Start, shown);
}

/// A button on a line of its own.
pub(super) fn button_line(
    ui: &mut Ui,
    panel: &mut Panel<'_>,
    id: &'static str,
    text: &str,
) -> bool {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::hover());
    let mut row = Row::new(rect, panel.cx.right_to_left);
    let place = row.start(button_width(&mut panel.cx, ui, text));
    button(&mut panel.cx, ui, place, Id::unique(id), text).clicked()
}
