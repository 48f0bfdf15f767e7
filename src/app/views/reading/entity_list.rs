//! The panel of entities: the legend, the card of the one looked at, and all
//! that are named, with their share in each period.

use crate::app::command::Command;
use crate::app::command::names::NamesCommand;
use crate::app::panels::Panel;
use crate::app::panels::entity_card::{card_height, card_ui};
use crate::app::panels::entity_name::EntityName;
use crate::app::panels::legend::legend_ui;
use crate::app::repairs::RepairCommand;
use crate::app::state::looked_at::EntityList;
use crate::entity::{Entity, EntityCount};
use crate::jobs::{Failed, Slot as _};
use crate::ui::column::ScrollColumn;
use crate::ui::reading::MarkClass;
use crate::ui::widgets::{CONTROL, button, chip, chip_width, focus_ring, icon_button, text_button};
use crate::ui::{Icon, RowRoom, TextPlace, theme};
use egui::{
    CornerRadius, Id, Painter, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

/// Height of an entity in points.
const ENTITY: f32 = 42.0;
const SIDE: f32 = 14.0;
/// In less room, a second name says nothing.
const LEAST_NAME: f32 = 40.0;
/// Room of the button under the card.
const OPEN: f32 = 38.0;

/// Height of the line of buttons over a card in points.
const TOOLS: f32 = 20.0;

/// The state of the panel.
#[derive(Default)]
pub(in crate::app) struct EntityPanel {
    column: ScrollColumn,
    revision: Option<(u64, usize, usize)>,
}

impl EntityPanel {
    /// Draws the panel in `rect`.
    pub(in crate::app) fn show(&mut self, ui: &mut Ui, rect: Rect, panel: &mut Panel<'_>) {
        let inner = rect.shrink2(vec2(SIDE, 10.0));
        let mut top = inner.top() + legend_ui(ui, inner, panel) + 4.0;
        top += docked_card_ui(ui, inner, top, panel);
        let head = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), 30.0));
        scope_ui(ui, head, panel);
        let body = Rect::from_min_max(pos2(rect.left(), head.bottom() + 4.0), rect.max);
        self.list_ui(ui, body, panel);
    }

    fn list_ui(&mut self, ui: &mut Ui, body: Rect, panel: &mut Panel<'_>) {
        let state = panel.state;
        let list = state.entities.shown().cloned();
        let n = list.as_ref().map_or(0, |list| list.len());
        let revision = (state.generation, n, usize::from(state.entities_of_corpus));
        if self.revision != Some(revision) {
            self.revision = Some(revision);
            self.column = ScrollColumn::new((0..n).map(|_| ENTITY));
        }
        let Some(list) = list.filter(|_| n > 0) else {
            let text = nothing_listed(panel);
            let room = body.shrink2(vec2(SIDE, 8.0));
            let line = Rect::from_min_size(room.min, vec2(room.width(), 24.0));
            let color = panel.cx.palette.soft;
            let painter = ui.painter().clone();
            panel.cx.write(
                ui,
                &painter,
                line,
                TextPlace::Start,
                (&text, theme::small(), color),
            );
            return;
        };
        if ui.rect_contains_pointer(body) {
            let wheel = ui.input(|i| i.smooth_scroll_delta().y);
            if wheel != 0.0 {
                self.column
                    .scroll_by(-wheel, body.height(), &mut |_| ENTITY);
            }
        }
        let painter = ui.painter_at(body);
        for item in self.column.visible(body.height(), &mut |_| ENTITY) {
            let Some(row) = list.row(item.index) else {
                continue;
            };
            let rect = Rect::from_min_size(
                pos2(body.left() + SIDE - 8.0, body.top() + item.y),
                vec2(body.width() - 2.0 * SIDE + 16.0, ENTITY - 2.0),
            );
            entity_ui(ui, &painter, rect, panel, (&list, row), body);
        }
    }
}

/// Why no entity is listed.
fn nothing_listed(panel: &Panel<'_>) -> String {
    let state = panel.state;
    let failed: Option<&Failed> = [
        state.entities.failed(),
        state.annotating.failed(),
        state.naming.failed(),
    ]
    .into_iter()
    .find_map(|failed| failed);
    if let Some(failed) = failed {
        return panel.failed(failed);
    }
    if !MarkClass::NAMES
        .into_iter()
        .any(|class| state.shown.has(class))
    {
        return panel.texts.get("entities-switched-off").into_owned();
    }
    let key = match (state.entities.shown(), state.entities_of_corpus) {
        (None, _) => "entities-finding",
        (Some(list), _) if list.has_hidden => "entities-hidden",
        (Some(_), true) => "entities-none-in-corpus",
        (Some(_), false) => "entities-none-in-article",
    };
    panel.texts.get(key).into_owned()
}

/// The card of the entity looked at, with a frame; returns its height.
fn docked_card_ui(ui: &Ui, inner: Rect, top: f32, panel: &mut Panel<'_>) -> f32 {
    let Some(card) = panel.state.card().cloned() else {
        return 0.0;
    };
    let height = card_height(card.spellings.len()) + 16.0 + OPEN + TOOLS;
    let rect = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), height));
    let painter = ui.painter().clone();
    let palette = panel.cx.palette;
    painter.rect(
        rect,
        CornerRadius::same(10),
        palette.paper,
        Stroke::new(1.0, palette.line),
        StrokeKind::Inside,
    );
    // The buttons stand on a line of their own: a name may be as wide as the card.
    let room = rect.shrink(12.0);
    let room = room.with_min_y(room.top() + TOOLS);
    card_ui(ui, &painter, room, panel, &card);
    let text = panel.texts.get("names-open");
    let (_, foot) = rect
        .shrink(12.0)
        .split_top_bottom_at_y(rect.bottom() - OPEN - 6.0);
    let place = foot.with_max_y(foot.top() + CONTROL);
    let pressed = button(&mut panel.cx, ui, place, Id::unique("open-name"), &text);
    if pressed.clicked() {
        let id = card.known().id.clone();
        panel.send(Command::Names(NamesCommand::Open(id)));
    }
    let mut row = RowRoom::new(
        Rect::from_min_size(rect.min + vec2(6.0, 6.0), vec2(rect.width() - 12.0, 24.0)),
        false,
    );
    let name = panel.texts.get("close");
    let close = row.start(24.0);
    let id = Id::unique("close-card");
    if icon_button(&mut panel.cx, ui, close, id, Icon::Close, &name).clicked() {
        panel.send(Command::LookAt(None));
    }
    row.start(2.0);
    let text = panel.texts.get("repair-edit");
    let name = panel.texts.get("repair-edit-entity");
    let style = theme::small();
    let width = panel.cx.label(ui, &text, style).width() + 12.0;
    let place = row.start(width);
    let id = Id::unique("edit-card");
    if text_button(&mut panel.cx, ui, place, id, (&text, style), &name).clicked() {
        panel.send(Command::Repair(RepairCommand::Edit(true)));
    }
    height + 8.0
}

/// Entities of the article or of the corpus.
fn scope_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) {
    let mut row = RowRoom::new(rect, panel.cx.right_to_left);
    for (of_corpus, key) in [(true, "entities-in-corpus"), (false, "entities-in-article")] {
        let text = panel.texts.get(key);
        let width = chip_width(&mut panel.cx, ui, &text).min(rect.width() / 2.0 - 3.0);
        let place = row.start(width).shrink2(vec2(0.0, 2.0));
        let is_on = panel.state.entities_of_corpus == of_corpus;
        let tone = if is_on {
            panel.cx.palette.accent
        } else {
            panel.period_tone(None)
        };
        if chip(
            &mut panel.cx,
            ui,
            place,
            Id::unique(key),
            (&text, is_on, tone),
        )
        .clicked()
        {
            panel.send(Command::EntitiesOfCorpus(of_corpus));
        }
        row.start(6.0);
    }
}

fn entity_ui(
    ui: &Ui,
    painter: &Painter,
    rect: Rect,
    panel: &mut Panel<'_>,
    (list, (entity, count, total)): (&EntityList, (&Entity, &EntityCount, u32)),
    clip: Rect,
) {
    let palette = panel.cx.palette;
    let is_on = panel.state.card.as_ref() == Some(&entity.id);
    let id = Id::unique(("entity", count.entity));
    let response = ui.interact(rect.intersect(clip), id, Sense::click());
    let name = EntityName::of(entity, panel.texts.language());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_on, name.line()));
    if is_on {
        painter.rect_filled(rect, CornerRadius::same(7), palette.accent.tint);
    } else if response.hovered() {
        painter.rect_filled(rect, CornerRadius::same(7), palette.hover);
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    }
    let inner = rect.shrink2(vec2(8.0, 4.0));
    let (line, bars) = inner.split_top_bottom_at_y(inner.bottom() - 8.0);
    let mut row = RowRoom::new(line, panel.cx.right_to_left);
    let number = panel.texts.number(total.into());
    let width = panel.cx.label(ui, &number, theme::small()).width() + 8.0;
    let place = row.end(width);
    panel.cx.write(
        ui,
        painter,
        place,
        TextPlace::End,
        (&number, theme::small(), palette.soft),
    );
    let mut room = row.rest();
    let (arabic, style, ink) = match name.second {
        // Both, where there is room.
        Some(arabic) => {
            let shown = (name.first, theme::text(), palette.ink);
            let place = panel.cx.write(ui, painter, room, TextPlace::Start, shown);
            room.min.x = (place.right() + 10.0).min(room.right());
            (arabic, theme::headline(13.5), palette.soft)
        }
        None => (name.first, theme::headline(14.5), palette.ink),
    };
    if room.width() > LEAST_NAME {
        let shown = (arabic, style, ink);
        panel.cx.write(ui, painter, room, TextPlace::Start, shown);
    }
    bars_ui(painter, bars, panel, list, count);
    focus_ring(&panel.cx, painter, &response, 7);
    if response.double_clicked() {
        let id = entity.id.clone();
        panel.send(Command::Names(NamesCommand::Open(id)));
    } else if response.clicked() {
        let entity = (!is_on).then(|| entity.id.clone());
        panel.send(Command::LookAt(entity));
    }
}

/// The mentions of each period as a bar in its colour.
fn bars_ui(
    painter: &Painter,
    rect: Rect,
    panel: &Panel<'_>,
    list: &EntityList,
    count: &EntityCount,
) {
    let mut row = RowRoom::new(
        Rect::from_min_size(rect.min + vec2(0.0, 2.0), vec2(rect.width(), 5.0)),
        panel.cx.right_to_left,
    );
    for (period, n) in list.periods().iter().zip(&count.by_period) {
        let is_shown = !panel.state.entities_of_corpus || panel.state.filter.shows(period.as_ref());
        if *n == 0 || !is_shown {
            continue;
        }
        let tone = panel.period_tone(period.as_ref());
        #[expect(clippy::cast_precision_loss, reason = "a length on the screen")]
        let width = (*n as f32 / list.most as f32 * rect.width()).max(2.0);
        let bar = row.start(width);
        painter.rect_filled(bar.shrink2(vec2(0.5, 0.0)), CornerRadius::same(1), tone.ink);
    }
}
