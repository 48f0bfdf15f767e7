//! How the pane scrolls: by wheel and keys, to a place, with a drag, and how it
//! measures ahead what is out of view.

use super::page::PageSetting;
use super::request::PagePlace;
use crate::corpus::Article;
use crate::ui::column::ScrollColumn;
use crate::ui::theme;
use egui::{EventFilter, Key, Modifiers, Rect, Response, Ui};

/// Bytes of text measured ahead of need in a frame: about three milliseconds.
const MEASURE_AHEAD: u32 = 6_000;
/// Articles above this size in bytes keep their estimates where unread.
const MEASURE_WHOLE: usize = 8 << 20;

pub(super) fn scroll(
    ui: &Ui,
    response: &Response,
    column: &mut ScrollColumn,
    page: &mut PageSetting<'_>,
    (view, has_caret): (f32, bool),
) {
    let mut points = 0.0;
    if response.contains_pointer() {
        points -= ui.input(|i| i.smooth_scroll_delta().y);
    }
    if response.has_focus() {
        // Arrows scroll; without this they would lead to the next widget.
        let keys = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            // It leaves the caret first, then the pane.
            escape: has_caret,
            ..EventFilter::default()
        };
        ui.memory_mut(|m| m.set_focus_lock_filter(response.id, keys));
        let line = theme::body(page.look.scale).size * 1.9;
        let pressed = |key| ui.input_mut(|i| i.count_and_consume_key(Modifiers::NONE, key));
        #[expect(clippy::cast_precision_loss, reason = "a few key presses")]
        let times = |key| pressed(key) as f32;
        points += (times(Key::ArrowDown) - times(Key::ArrowUp)) * line;
        points += (times(Key::PageDown) + times(Key::Space) - times(Key::PageUp)) * (view - line);
        if pressed(Key::Home) > 0 {
            points = f32::MIN / 4.0;
        }
        if pressed(Key::End) > 0 {
            let last = column.len().saturating_sub(1);
            column.place(last, 0.0, 0.0, view, &mut |i| page.height(i));
        }
    }
    if points != 0.0 {
        if points < -1e9 {
            column.place(0, 0.0, 0.0, view, &mut |i| page.height(i));
        } else {
            column.scroll_by(points, view, &mut |i| page.height(i));
        }
    }
}

/// Puts `start` to the top edge of the view, as far as the ends allow.
pub(super) fn start_at(
    column: &mut ScrollColumn,
    page: &mut PageSetting<'_>,
    start: PagePlace,
    view: f32,
) {
    let item = start.item.min(column.len().saturating_sub(1));
    let height = column.measure(item, &mut |i| page.height(i));
    // Whatever a file says.
    let share = if start.share.is_finite() {
        start.share.clamp(0.0, 1.0)
    } else {
        0.0
    };
    column.place(item, share * height, 0.0, view, &mut |i| page.height(i));
}

/// Where the view is to go: a byte of the article's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Goal {
    /// Somewhere in view, with some lines around.
    InView(u32),
    /// Its line in the middle of the view, as far as the ends allow.
    InMiddle(u32),
}

pub(super) fn reveal(column: &mut ScrollColumn, page: &mut PageSetting<'_>, goal: Goal, view: f32) {
    let (Goal::InView(byte) | Goal::InMiddle(byte)) = goal;
    let index = page.document.item_of(byte);
    let Some(item) = page.document.items.get(index).copied() else {
        return;
    };
    let (above, _) = page.look.padding(item.kind);
    let local = byte.saturating_sub(item.span.start) as usize;
    let Some((y0, y1)) = page.paragraph(index).and_then(|set| {
        let line = set.block.line_of(crate::text::Caret::after(local));
        set.block
            .lines
            .get(line)
            .map(|line| (line.top, line.bottom))
    }) else {
        return;
    };
    let (y0, y1) = (above + y0, above + y1);
    let mut height = |i| page.height(i);
    match goal {
        Goal::InView(_) => column.reveal(index, (y0, y1), view * 0.3, view, &mut height),
        Goal::InMiddle(_) => {
            let middle = f32::midpoint(y0, y1);
            column.place(index, middle, view / 2.0, view, &mut height);
        }
    }
}

/// Scrolls while a selection is dragged beyond the edge.
pub(super) fn drag_scroll(
    ui: &Ui,
    response: &Response,
    column: &mut ScrollColumn,
    page: &mut PageSetting<'_>,
    rect: Rect,
) {
    if !response.dragged() {
        return;
    }
    let Some(pointer) = response.interact_pointer_pos() else {
        return;
    };
    let beyond = if pointer.y < rect.top() {
        pointer.y - rect.top()
    } else if pointer.y > rect.bottom() {
        pointer.y - rect.bottom()
    } else {
        return;
    };
    let seconds = ui.input(|i| i.stable_dt).min(0.1);
    let points = beyond.clamp(-120.0, 120.0) * 10.0 * seconds;
    let before = (column.top(), column.share_above());
    column.scroll_by(points, rect.height(), &mut |i| page.height(i));
    // At the end a button that is held asks for nothing more.
    if before != (column.top(), column.share_above()) {
        ui.ctx().request_repaint();
    }
}

/// Measures some of what is out of view, nearest below first, so that the
/// strip becomes exact while the reader reads.
pub(super) fn measure_ahead(
    ui: &Ui,
    column: &mut ScrollColumn,
    page: &mut PageSetting<'_>,
    article: &Article,
) {
    if article.text.len() > MEASURE_WHOLE {
        return;
    }
    let mut bytes = 0;
    while bytes < MEASURE_AHEAD {
        let Some(index) = column.next_unmeasured(column.top()) else {
            return;
        };
        bytes += page
            .document
            .items
            .get(index)
            .map_or(1, |i| i.span.len())
            .max(200);
        let known = page.set.contains_key(&index);
        column.measure(index, &mut |i| page.height(i));
        if !known {
            page.set.remove(&index);
        }
    }
    ui.ctx().request_repaint();
}
