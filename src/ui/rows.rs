//! A scrolled list of rows that are all equally high, however many there are.

use super::cx::Cx;
use egui::{CornerRadius, Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use std::ops::Range;

/// Width of the scrollbar in points.
pub(super) const SCROLLBAR: f32 = 10.0;
/// Least height of its grip.
const GRIP: f32 = 28.0;

/// The place of a view on rows. Distances from the top are kept in double
/// precision: a million rows are more points than a single one can count.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    /// Points above the view.
    offset: f64,
}

/// How many rows there are, and how high they and the view are in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    pub(super) n: usize,
    pub(super) row: f32,
    pub(super) view: f32,
}

impl Extent {
    #[expect(clippy::cast_precision_loss, reason = "rows are far fewer than 2^53")]
    fn total(self) -> f64 {
        self.n as f64 * f64::from(self.row)
    }

    /// Rows that a view shows whole; at least one.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the cast saturates"
    )]
    pub(super) fn page(self) -> usize {
        ((self.view / self.row) as usize).max(1)
    }

    fn last_offset(self) -> f64 {
        (self.total() - f64::from(self.view)).max(0.0)
    }
}

impl Rows {
    /// The rows in view, and the top of the first of them below the top of the
    /// view; never more than 0.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "not negative, and inside the rows"
    )]
    pub(super) fn visible(&mut self, extent: Extent) -> (Range<usize>, f32) {
        self.offset = self.offset.clamp(0.0, extent.last_offset());
        let row = f64::from(extent.row);
        let first = (self.offset / row).floor();
        let last = ((self.offset + f64::from(extent.view)) / row).ceil();
        let range = (first as usize)..(last as usize).min(extent.n);
        (range, (first * row - self.offset) as f32)
    }

    /// Moves as little as needed to have row `index` whole in view.
    #[expect(clippy::cast_precision_loss, reason = "rows are far fewer than 2^53")]
    pub(super) fn reveal(&mut self, index: usize, extent: Extent) {
        let top = index as f64 * f64::from(extent.row);
        let lowest = top + f64::from(extent.row) - f64::from(extent.view);
        self.offset = self.offset.max(lowest).min(top);
    }

    /// Goes back to the first row.
    pub(super) fn go_to_top(&mut self) {
        self.offset = 0.0;
    }

    /// Follows the wheel while the pointer is over `body`.
    pub(super) fn wheel(&mut self, ui: &Ui, body: Rect) {
        if ui.rect_contains_pointer(body) {
            let by = ui.input(|input| input.smooth_scroll_delta().y);
            self.offset -= f64::from(by);
        }
    }

    /// Draws the scrollbar at the side of `body` where lines end, if not all
    /// rows are in view, and follows it.
    pub(super) fn scrollbar(
        &mut self,
        ui: &Ui,
        cx: &Cx<'_>,
        body: Rect,
        (id, name): (Id, &str),
        extent: Extent,
    ) {
        let last = extent.last_offset();
        if last <= 0.0 {
            return;
        }
        let track = super::RowRoom::new(body, cx.right_to_left).end(SCROLLBAR);
        let response = ui.interact(track, id, Sense::CLICK | Sense::DRAG);
        response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, name));
        #[expect(clippy::cast_possible_truncation, reason = "shares of the track")]
        let (height, share) = (
            ((f64::from(extent.view) / extent.total()) as f32 * track.height()).max(GRIP),
            (self.offset / last).clamp(0.0, 1.0) as f32,
        );
        let room = (track.height() - height).max(1.0);
        let grip = Rect::from_min_size(
            pos2(track.left() + 2.0, track.top() + share * room),
            vec2(SCROLLBAR - 4.0, height),
        );
        let color = if response.hovered() || response.dragged() {
            cx.palette.faint
        } else {
            cx.palette.line
        };
        ui.painter().rect_filled(grip, CornerRadius::same(3), color);
        if let Some(pointer) = response.interact_pointer_pos()
            && (response.dragged() || response.is_pointer_button_down_on())
        {
            let share = (pointer.y - track.top() - height / 2.0) / room;
            self.offset = f64::from(share.clamp(0.0, 1.0)) * last;
            ui.ctx().request_repaint();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MILLION: Extent = Extent {
        n: 1_000_000,
        row: 30.0,
        view: 305.0,
    };

    #[test]
    fn the_last_of_a_million_rows_ends_at_the_edge() {
        let mut rows = Rows::default();
        rows.reveal(999_999, MILLION);
        let (range, top) = rows.visible(MILLION);
        assert_eq!(range, 999_989..1_000_000);
        assert!((top + 11.0 * 30.0 - 305.0).abs() < 1e-3, "{top}");
    }

    #[test]
    fn what_is_in_view_does_not_move_it() {
        let mut rows = Rows::default();
        rows.reveal(500, MILLION);
        let before = rows.visible(MILLION);
        rows.reveal(495, MILLION);
        assert_eq!(rows.visible(MILLION), before);
    }

    #[test]
    fn no_rows_are_no_trouble() {
        let none = Extent { n: 0, ..MILLION };
        assert_eq!(Rows::default().visible(none), (0..0, 0.0));
    }

    proptest! {
        #[test]
        fn rows_in_view_fill_it(n in 0usize..2_000_000, to in 0usize..2_000_000, view in 40.0f32..900.0) {
            let extent = Extent { n, row: 30.0, view };
            let mut rows = Rows::default();
            if n > 0 {
                rows.reveal(to.min(n - 1), extent);
            }
            let (range, top) = rows.visible(extent);
            prop_assert!(top <= 0.0 && top > -30.0);
            prop_assert!(range.end <= n);
            if n > 0 {
                prop_assert!(range.contains(&to.min(n - 1)));
            }
            let count = u16::try_from(range.len()).unwrap();
            let bottom = top + 30.0 * f32::from(count);
            prop_assert!(range.end == n || bottom >= view - 0.01);
        }
    }
}
