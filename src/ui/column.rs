//! A scrolled column of items whose heights are found only when needed.
//!
//! The place is kept as an item and an offset into it, never as a distance
//! from the top: items above may turn out taller or lower than estimated
//! without anything moving under the reader's eyes. Distances, which the
//! scrollbar needs, are sums of known and estimated heights in a Fenwick tree.

/// The heights and the scroll position of a column.
#[derive(Debug, Clone, Default)]
pub struct ScrollColumn {
    /// Height of each item in points: measured, or estimated.
    heights: Vec<f32>,
    measured: Vec<bool>,
    n_measured: usize,
    /// Fenwick tree over `heights`; element 0 is unused.
    sums: Vec<f64>,
    /// The item at the top edge of the view.
    top: usize,
    /// Points of that item above the edge; not negative.
    above: f32,
}

/// An item in view.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Visible {
    /// Index of the item.
    pub index: usize,
    /// Its top edge in points below the top edge of the view.
    pub y: f32,
    /// Its height in points.
    pub height: f32,
}

impl ScrollColumn {
    /// A column at its top with items of the heights that `estimates` gives.
    pub fn new(estimates: impl IntoIterator<Item = f32>) -> Self {
        let heights: Vec<f32> = estimates.into_iter().collect();
        let mut column = Self {
            measured: vec![false; heights.len()],
            heights,
            ..Self::default()
        };
        column.build_sums();
        column
    }

    /// The number of items.
    #[must_use]
    pub fn len(&self) -> usize {
        self.heights.len()
    }

    /// Whether there are no items.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.heights.is_empty()
    }

    /// Whether every height is measured.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.n_measured == self.heights.len()
    }

    /// The share of the item at the top that is above the view, 0 to 1.
    #[must_use]
    pub fn share_above(&self) -> f32 {
        self.above / self.height(self.top).max(1.0)
    }

    /// Forgets what was measured and estimates anew, as after a change of
    /// width; the item at the top stays, at the same share of its height.
    pub fn estimate_again(&mut self, estimates: impl IntoIterator<Item = f32>) {
        let share = self.share_above();
        let top = self.top;
        *self = Self::new(estimates);
        self.top = top.min(self.len().saturating_sub(1));
        self.above = share * self.height(self.top);
    }

    /// Measures item `index` if it is not measured yet, and returns its height.
    pub fn measure(&mut self, index: usize, measure: &mut impl FnMut(usize) -> f32) -> f32 {
        let Some(known) = self.measured.get_mut(index) else {
            return 0.0;
        };
        if !*known {
            *known = true;
            self.n_measured += 1;
            let height = measure(index);
            self.set_height(index, height);
        }
        self.height(index)
    }

    /// The first items after `from`, cyclically, that are not measured yet.
    #[must_use]
    pub fn next_unmeasured(&self, from: usize) -> Option<usize> {
        if self.is_settled() {
            return None;
        }
        let from = from.min(self.len());
        let (before, after) = self.measured.split_at(from);
        let unmeasured = |known: &[bool]| known.iter().position(|known| !known);
        unmeasured(after)
            .map(|i| i + from)
            .or_else(|| unmeasured(before))
    }

    /// The item at the top edge of the view.
    #[must_use]
    pub fn top(&self) -> usize {
        self.top
    }

    /// Puts item `index` to the top edge with `above` points of it above the
    /// view; with a negative number, so far below the edge.
    /// [`ScrollColumn::visible`] keeps the view inside.
    pub fn put_at_top(&mut self, index: usize, above: f32) {
        if index < self.len() {
            self.top = index;
            self.above = above;
        }
    }

    /// Height of all items in points, as far as it is known.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.sum_before(self.len())
    }

    /// Points of the column above the view, as far as it is known.
    #[must_use]
    pub fn offset(&self) -> f64 {
        self.sum_before(self.top) + f64::from(self.above)
    }

    /// Distance in points from the top of the column to the top of `index`.
    #[must_use]
    pub fn position(&self, index: usize) -> f64 {
        self.sum_before(index.min(self.len()))
    }

    /// The known or estimated height of item `index` in points.
    #[must_use]
    pub fn height(&self, index: usize) -> f32 {
        self.heights.get(index).copied().unwrap_or(0.0)
    }

    /// Moves the view by `points` (down is positive), measuring what it passes,
    /// and not past the ends.
    pub fn scroll_by(&mut self, points: f32, view: f32, measure: &mut impl FnMut(usize) -> f32) {
        self.above += points;
        self.normalise(view, measure);
    }

    /// Moves the view to `offset` points below the top of the column, as far
    /// as heights are known; measures nothing. [`ScrollColumn::visible`] measures
    /// what is there and keeps the view inside.
    pub fn scroll_to_offset(&mut self, offset: f64) {
        (self.top, self.above) = self.item_at(offset.max(0.0));
    }

    /// Brings the part `y0..y1` (points inside item `index`) into view with
    /// `margin` points around it; does nothing when it is in view already.
    pub fn reveal(
        &mut self,
        index: usize,
        (y0, y1): (f32, f32),
        margin: f32,
        view: f32,
        measure: &mut impl FnMut(usize) -> f32,
    ) {
        if index >= self.len() {
            return;
        }
        self.measure(index, measure);
        if index < self.top || (index == self.top && y0 - margin < self.above) {
            self.top = index;
            self.above = y0 - margin;
            self.normalise(view, measure);
            return;
        }
        let mut y = -self.above;
        for i in self.top..index {
            y += self.measure(i, measure);
            if y > view {
                break;
            }
        }
        if y + y1 + margin > view {
            self.top = index;
            self.above = y1 + margin - view;
            self.normalise(view, measure);
        }
    }

    /// Puts point `y` of item `index` at `from_top` points below the top edge
    /// of the view, as far as the ends allow.
    pub fn place(
        &mut self,
        index: usize,
        y: f32,
        from_top: f32,
        view: f32,
        measure: &mut impl FnMut(usize) -> f32,
    ) {
        if index < self.len() {
            self.top = index;
            self.above = y - from_top;
            self.normalise(view, measure);
        }
    }

    /// The items in a view of `view` points, measured, from top to bottom.
    pub fn visible(&mut self, view: f32, measure: &mut impl FnMut(usize) -> f32) -> Vec<Visible> {
        self.normalise(view, measure);
        let mut items = Vec::new();
        let mut y = -self.above;
        for index in self.top..self.len() {
            if y >= view {
                break;
            }
            let height = self.measure(index, measure);
            items.push(Visible { index, y, height });
            y += height;
        }
        items
    }

    /// Restores `0 <= above < height(top)` and keeps the view inside the column.
    fn normalise(&mut self, view: f32, measure: &mut impl FnMut(usize) -> f32) {
        if self.is_empty() {
            self.top = 0;
            self.above = 0.0;
            return;
        }
        self.walk(measure);
        if !self.fills(view, measure) {
            // The last item ends inside the view: stand where it ends at its edge.
            self.top = self.len() - 1;
            self.above = self.measure(self.top, measure) - view;
            self.walk(measure);
        }
    }

    fn walk(&mut self, measure: &mut impl FnMut(usize) -> f32) {
        while self.above < 0.0 && self.top > 0 {
            self.top -= 1;
            self.above += self.measure(self.top, measure);
        }
        self.above = self.above.max(0.0);
        loop {
            let height = self.measure(self.top, measure);
            if self.above < height || self.top + 1 >= self.len() {
                break;
            }
            self.above -= height;
            self.top += 1;
        }
    }

    fn fills(&mut self, view: f32, measure: &mut impl FnMut(usize) -> f32) -> bool {
        let mut y = -self.above;
        for index in self.top..self.len() {
            y += self.measure(index, measure);
            if y >= view {
                return true;
            }
        }
        false
    }

    fn set_height(&mut self, index: usize, height: f32) {
        let Some(known) = self.heights.get_mut(index) else {
            return;
        };
        let change = f64::from(height) - f64::from(*known);
        *known = height;
        let mut i = index + 1;
        while let Some(sum) = self.sums.get_mut(i) {
            *sum += change;
            i += i & i.wrapping_neg();
        }
    }

    fn build_sums(&mut self) {
        self.sums = vec![0.0; self.len() + 1];
        for (i, height) in self.heights.iter().enumerate() {
            self.sums[i + 1] += f64::from(*height);
            let parent = (i + 1) + ((i + 1) & (i + 1).wrapping_neg());
            let sum = self.sums[i + 1];
            if let Some(above) = self.sums.get_mut(parent) {
                *above += sum;
            }
        }
    }

    fn sum_before(&self, index: usize) -> f64 {
        let mut i = index;
        let mut sum = 0.0;
        while i > 0 {
            sum += self.sums.get(i).copied().unwrap_or(0.0);
            i -= i & i.wrapping_neg();
        }
        sum
    }

    /// The item that contains `offset` and the points of it above.
    fn item_at(&self, offset: f64) -> (usize, f32) {
        let mut index = 0;
        let mut rest = offset;
        let mut step = self.len().next_power_of_two();
        while step > 0 {
            let next = index + step;
            if next <= self.len()
                && let Some(sum) = self.sums.get(next)
                && *sum <= rest
            {
                rest -= sum;
                index = next;
            }
            step /= 2;
        }
        let last = self.len().saturating_sub(1);
        #[expect(clippy::cast_possible_truncation, reason = "less than one item")]
        let above = if index > last {
            self.height(last)
        } else {
            rest as f32
        };
        (index.min(last), above)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn wrong_estimates_above_do_not_move_the_view() {
        let mut column = ScrollColumn::new(vec![10.0; 100]);
        let mut truth = |_| 40.0;
        column.scroll_to_offset(500.0);
        let before = column.visible(100.0, &mut truth);
        for i in 0..50 {
            column.measure(i, &mut truth);
        }
        assert_eq!(column.visible(100.0, &mut truth), before);
        assert_eq!(before.first().map(|item| item.index), Some(50));
    }

    #[test]
    fn the_end_stands_at_the_bottom_edge() {
        let mut column = ScrollColumn::new(vec![10.0; 20]);
        let mut truth = |i: usize| if i.is_multiple_of(2) { 30.0 } else { 7.0 };
        column.scroll_by(1e9, 100.0, &mut truth);
        let items = column.visible(100.0, &mut truth);
        let last = items.last().copied().unwrap();
        assert_eq!(last.index, 19);
        assert!((last.y + last.height - 100.0).abs() < 0.01);
    }

    #[test]
    fn a_short_column_stays_at_its_top() {
        let mut column = ScrollColumn::new(vec![10.0; 3]);
        column.scroll_by(50.0, 100.0, &mut |_| 10.0);
        assert!(column.visible(100.0, &mut |_| 10.0)[0].y.abs() < f32::EPSILON);
    }

    proptest! {
        #[test]
        fn scrolling_keeps_the_view_inside(
            heights in prop::collection::vec(0.0f32..60.0, 0..60),
            moves in prop::collection::vec(-400.0f32..400.0, 0..30),
            view in 1.0f32..200.0,
        ) {
            let mut column = ScrollColumn::new(heights.iter().map(|_| 20.0));
            let mut truth = |i: usize| heights[i];
            for points in moves {
                column.scroll_by(points, view, &mut truth);
                let items = column.visible(view, &mut truth);
                if let Some(first) = items.first() {
                    prop_assert!(first.y <= 0.01);
                    let last = items[items.len() - 1];
                    let total: f32 = heights.iter().sum();
                    if total >= view {
                        prop_assert!(last.y + last.height >= view - 0.05);
                    } else {
                        prop_assert_eq!(first.index, 0);
                    }
                }
            }
        }

        #[test]
        fn sums_agree_with_heights(heights in prop::collection::vec(0.0f32..60.0, 1..80)) {
            let mut column = ScrollColumn::new(heights.iter().map(|_| 15.0));
            for i in (0..heights.len()).rev() {
                column.measure(i, &mut |i| heights[i]);
            }
            let mut sum = 0.0;
            for (i, height) in heights.iter().enumerate() {
                prop_assert!((column.position(i) - sum).abs() < 1e-3);
                sum += f64::from(*height);
            }
            prop_assert!((column.total() - sum).abs() < 1e-3);
        }
    }
}
