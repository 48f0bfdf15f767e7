//! What is known of one entity: names, type, spellings by period.

use super::Panel;
use super::legend::class_key;
use crate::app::state::looked_at::LookedAt;
use crate::corpus::Facet;
use crate::entity::EntityType;
use crate::text::BaseDirection;
use crate::ui::reading::MarkClass;
use crate::ui::{RowRoom, TextPlace, theme};
use egui::{Painter, Rect, Ui, pos2, vec2};

/// Height of a line of the table of spellings in points.
const LINE: f32 = 25.0;
/// Spellings listed before the rest is summed up.
const MOST: usize = 9;
/// Most width of a column of counts.
const COLUMN: f32 = 50.0;
/// Points between columns.
const GAP: f32 = 12.0;

/// The key of the name of an entity type among the interface texts.
pub(in crate::app) fn type_key(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Per => "entity-type-per",
        EntityType::Gpe => "entity-type-gpe",
        EntityType::Loc => "entity-type-loc",
        EntityType::Org => "entity-type-org",
        EntityType::Norp => "entity-type-norp",
    }
}

/// Height of the card of an entity with `n` spellings, in points.
pub(in crate::app) fn card_height(n: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "at most ten lines")]
    let lines = n.min(MOST) as f32 + f32::from(n > MOST);
    32.0 + 24.0 + 30.0 + lines * LINE + 12.0
}

/// Draws the card of an entity in `rect`, without a frame.
pub(in crate::app) fn card_ui(
    ui: &Ui,
    painter: &Painter,
    rect: Rect,
    panel: &mut Panel<'_>,
    card: &LookedAt,
) {
    let (known, spellings) = (card.known(), &*card.spellings);
    let palette = panel.cx.palette;
    let (rtl, width) = (panel.cx.right_to_left, rect.width());
    let mut y = rect.top();
    let mut line = |height: f32| {
        let line = Rect::from_min_size(pos2(rect.left(), y), vec2(width, height));
        y += height;
        line
    };
    let title = line(32.0);
    let style = theme::headline(18.0);
    let label = panel.cx.line(ui, &known.ar, style, width);
    // Arabic names stand at the right, as Arabic does, in both interfaces.
    let at = pos2(
        title.right() - label.width(),
        title.center().y - label.size().y / 2.0,
    );
    label.paint(painter, at, palette.ink);
    let kind = panel.texts.get(type_key(known.kind));
    let class = MarkClass::of(known.kind);
    let under = line(24.0);
    let mut row = RowRoom::new(under, rtl);
    // The id is Latin; isolated, it does not turn the line around.
    let mark = if rtl { '\u{200F}' } else { '\u{200E}' };
    let name = known.en.as_deref().unwrap_or(&known.id);
    let shown = format!("{mark}\u{2068}{name}\u{2069} · {kind}");
    let color = class.tone(palette).ink;
    panel.cx.write(
        ui,
        painter,
        row.rest(),
        TextPlace::Start,
        (&shown, theme::small(), color),
    );
    row.end(0.0);

    let columns = shown_columns(card, width);
    let column = column_width(ui, panel, card, &columns);
    let head = line(30.0);
    let mut row = RowRoom::new(head, rtl);
    let heading = if spellings.is_empty() {
        panel.texts.get(class_key(class))
    } else {
        panel.texts.get("card-spellings")
    };
    for (_, period) in columns.iter().rev() {
        let tone = panel.period_tone(period.as_ref());
        let name = heading_of(panel, period.as_ref());
        let cell = row.end(column);
        let style = theme::small().bold();
        panel
            .cx
            .write(ui, painter, cell, TextPlace::End, (&name, style, tone.ink));
    }
    let soft = panel.cx.palette.soft;
    panel.cx.write(
        ui,
        painter,
        row.rest(),
        TextPlace::Start,
        (&heading, theme::small(), soft),
    );

    for spelling in spellings.iter().take(MOST) {
        let mut row = RowRoom::new(line(LINE), rtl);
        let counts = (&*columns, &*spelling.by_period);
        counts_ui(ui, painter, panel, &mut row, column, counts);
        let room = row.rest();
        let style = theme::text();
        let direction = BaseDirection::RightToLeft;
        let label = panel
            .cx
            .pen
            .lines(ui.ctx(), &spelling.form, style, room.width(), 1, direction);
        let x = if rtl {
            room.right() - label.width()
        } else {
            room.left()
        };
        let at = pos2(x, room.center().y - label.size().y / 2.0);
        label.paint(painter, at, palette.ink);
    }
    if spellings.len() > MOST {
        let more = spellings.len() - MOST;
        let text = panel
            .texts
            .with("card-more-spellings", &[("n", more.into())]);
        let room = line(LINE);
        panel.cx.write(
            ui,
            painter,
            room,
            TextPlace::Start,
            (&text, theme::small(), soft),
        );
    }
}

/// The columns that have room: those of the periods with most mentions, in order.
fn shown_columns(card: &LookedAt, width: f32) -> Vec<(usize, Option<Facet>)> {
    let total = |column: usize| -> u32 {
        card.spellings
            .iter()
            .filter_map(|s| s.by_period.get(column))
            .sum()
    };
    let mut columns: Vec<(usize, Option<Facet>)> = card
        .periods()
        .iter()
        .cloned()
        .enumerate()
        .filter(|(i, period)| period.is_some() || total(*i) > 0)
        .collect();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a handful of columns"
    )]
    let most = ((width * 0.55) / COLUMN).floor().max(1.0) as usize;
    while columns.len() > most {
        let least = columns
            .iter()
            .enumerate()
            .min_by_key(|(_, (i, _))| total(*i))
            .map_or(0, |(at, _)| at);
        columns.remove(least);
    }
    columns
}

fn heading_of(panel: &Panel<'_>, period: Option<&Facet>) -> String {
    match period {
        Some(period) => period.to_string(),
        None => panel.texts.get("period-undated").into_owned(),
    }
}

/// The width that headings and counts need: the rest is for the spellings.
fn column_width(
    ui: &Ui,
    panel: &mut Panel<'_>,
    card: &LookedAt,
    columns: &[(usize, Option<Facet>)],
) -> f32 {
    let mut width = 0.0_f32;
    for (column, period) in columns {
        let heading = heading_of(panel, period.as_ref());
        let style = theme::small().bold();
        width = width.max(panel.cx.label(ui, &heading, style).width());
        let counts = card.spellings.iter().take(MOST);
        let most = counts.filter_map(|s| s.by_period.get(*column)).max();
        let text = panel.texts.number(most.copied().unwrap_or(0).into());
        width = width.max(panel.cx.label(ui, &text, theme::text()).width());
    }
    (width + GAP).min(COLUMN)
}

fn counts_ui(
    ui: &Ui,
    painter: &Painter,
    panel: &mut Panel<'_>,
    row: &mut RowRoom,
    width: f32,
    (columns, counts): (&[(usize, Option<Facet>)], &[u32]),
) {
    for (column, _) in columns.iter().rev() {
        let n = counts.get(*column).copied().unwrap_or(0);
        let text = panel.texts.number(n.into());
        let palette = panel.cx.palette;
        let color = if n == 0 { palette.faint } else { palette.ink };
        let cell = row.end(width);
        panel.cx.write(
            ui,
            painter,
            cell,
            TextPlace::End,
            (&text, theme::text(), color),
        );
    }
}
