//! Which rows are in view: rows of one height, but for the few that are open.
//!
//! Like [`Column`](crate::ui::column::Column), the place is a row and an offset
//! into it; unlike there, nothing is kept for each row, so a million cost nothing.

use crate::ui::column::Visible;
use std::collections::BTreeMap;

/// The rows of a list and the place of the view.
#[derive(Debug, Default)]
pub(super) struct LineRows {
    n: usize,
    /// Height of a row in points.
    height: f32,
    /// What rows that are open are higher, in points.
    extra: BTreeMap<usize, f32>,
    /// The row at the top edge of the view.
    top: usize,
    /// Points of that row above the edge; not negative.
    above: f32,
}

impl LineRows {
    /// Starts at the top, with no row open.
    pub(super) fn rewind(&mut self) {
        self.extra.clear();
        self.top = 0;
        self.above = 0.0;
    }

    /// Sets the number of rows, their height, and what open rows are higher;
    /// the row at the top stays.
    pub(super) fn set(&mut self, n: usize, height: f32, extra: BTreeMap<usize, f32>) {
        if self.height > 0.0 {
            self.above *= height / self.height;
        }
        self.n = n;
        self.height = height;
        self.extra = extra;
        if self.top >= n {
            self.top = n.saturating_sub(1);
            self.above = 0.0;
        }
    }

    /// Height of row `index` in points.
    pub(super) fn height_of(&self, index: usize) -> f32 {
        self.height + self.extra.get(&index).copied().unwrap_or(0.0)
    }

    /// Height of all rows in points.
    pub(super) fn total(&self) -> f64 {
        self.position(self.n)
    }

    /// Points of the list above the view.
    pub(super) fn offset(&self) -> f64 {
        self.position(self.top) + f64::from(self.above)
    }

    /// Distance in points from the top of the list to the top of row `index`.
    #[expect(clippy::cast_precision_loss, reason = "rows in memory")]
    fn position(&self, index: usize) -> f64 {
        let open = self.extra.range(..index).map(|(_, points)| points);
        index as f64 * f64::from(self.height) + open.copied().map(f64::from).sum::<f64>()
    }

    /// Moves the view by `points` (down is positive), not past the ends.
    pub(super) fn scroll_by(&mut self, points: f32, view: f32) {
        self.scroll_to(self.offset() + f64::from(points), view);
    }

    /// Puts the point `offset` of the list at the top edge of a view of `view`
    /// points, or as near as the ends allow.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a row in memory, and points inside a row"
    )]
    pub(super) fn scroll_to(&mut self, offset: f64, view: f32) {
        let height = f64::from(self.height.max(1.0));
        let end = (self.total() - f64::from(view)).max(0.0);
        let mut rest = offset.clamp(0.0, end);
        let mut row = 0;
        for (index, points) in &self.extra {
            let until = (index - row) as f64 * height;
            if rest < until {
                break;
            }
            rest -= until;
            row = *index;
            let own = height + f64::from(*points);
            if rest < own {
                self.top = row;
                self.above = rest as f32;
                return;
            }
            rest -= own;
            row += 1;
        }
        let rows = (rest / height).floor();
        self.top = (row + rows as usize).min(self.n.saturating_sub(1));
        self.above = (rest - rows * height) as f32;
    }

    /// Stays inside the ends, as after a change of the view.
    pub(super) fn settle(&mut self, view: f32) {
        self.scroll_by(0.0, view);
    }

    /// Moves no further than needed for row `index` to be in view whole, its
    /// top at least.
    pub(super) fn reveal(&mut self, index: usize, view: f32) {
        let top = self.position(index);
        let bottom = top + f64::from(self.height_of(index));
        let (from, view_height) = (self.offset(), f64::from(view));
        if bottom > from + view_height {
            self.scroll_to(bottom - view_height, view);
        }
        if top < self.offset() {
            self.scroll_to(top, view);
        }
    }

    /// The rows in a view of `view` points, from top to bottom.
    pub(super) fn visible(&self, view: f32) -> Vec<Visible> {
        let mut y = -self.above;
        let mut visible = Vec::new();
        for index in self.top..self.n {
            if y >= view {
                break;
            }
            let height = self.height_of(index);
            visible.push(Visible { index, y, height });
            y += height;
        }
        visible
    }

    /// The number of rows that a page moves by.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few dozen rows"
    )]
    pub(super) fn page(&self, view: f32) -> usize {
        ((view / self.height.max(1.0)).floor() as usize)
            .saturating_sub(1)
            .max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(n: usize, extra: &[(usize, f32)]) -> LineRows {
        let mut rows = LineRows::default();
        rows.set(n, 40.0, extra.iter().copied().collect());
        rows
    }

    fn first(rows: &LineRows, view: f32) -> (usize, f32) {
        let first = rows.visible(view)[0];
        (first.index, first.y)
    }

    #[test]
    fn a_million_rows_scroll_to_their_end() {
        let mut rows = rows(1_000_000, &[]);
        rows.scroll_to(f64::INFINITY, 400.0);
        let visible = rows.visible(400.0);
        let last = visible[visible.len() - 1];
        assert_eq!(last.index, 999_999);
        assert!((last.y + last.height - 400.0).abs() < 0.01);
        assert_eq!(visible.len(), 10);
        rows.scroll_to(20_000_010.0, 400.0);
        assert_eq!(first(&rows, 400.0), (500_000, -10.0));
    }

    #[test]
    fn opening_a_row_above_moves_nothing() {
        let mut rows = rows(100, &[]);
        rows.scroll_to(1_010.0, 400.0);
        let before = first(&rows, 400.0);
        rows.set(100, 40.0, BTreeMap::from([(3, 90.0)]));
        assert_eq!(first(&rows, 400.0), before);
        assert!((rows.offset() - 1_100.0).abs() < 1e-6);
    }

    #[test]
    fn a_short_list_does_not_scroll() {
        let mut rows = rows(3, &[]);
        rows.scroll_by(500.0, 400.0);
        assert_eq!(first(&rows, 400.0), (0, 0.0));
        assert!(LineRows::default().visible(400.0).is_empty());
    }

    #[test]
    fn fewer_rows_keep_the_view_inside() {
        let mut rows = rows(100, &[]);
        rows.scroll_to(f64::INFINITY, 400.0);
        rows.set(5, 40.0, BTreeMap::new());
        rows.settle(400.0);
        assert_eq!(first(&rows, 400.0), (0, 0.0));
    }

    proptest! {
        #[test]
        fn offset_is_where_the_view_was_scrolled(
            n in 1_usize..200,
            extra in prop::collection::btree_map(0_usize..200, 1.0_f32..300.0, 0..6),
            offset in 0.0_f64..20_000.0,
            row in 0_usize..200,
        ) {
            let mut rows = rows(n, &[]);
            let extra = extra.into_iter().filter(|(i, _)| *i < n).collect();
            rows.set(n, 40.0, extra);
            rows.scroll_to(offset, 300.0);
            let end = (rows.total() - 300.0).max(0.0);
            prop_assert!((rows.offset() - offset.min(end)).abs() < 0.01);
            let row = row.min(n - 1);
            rows.reveal(row, 300.0);
            let visible = rows.visible(300.0);
            let shown = visible.iter().find(|v| v.index == row);
            prop_assert!(shown.is_some());
            let shown = shown.copied().unwrap_or(Visible { index: 0, y: 0.0, height: 0.0 });
            prop_assert!(shown.y >= -0.01);
            prop_assert!(shown.y + shown.height <= 300.01 || shown.y.abs() < 0.01);
        }
    }
}
