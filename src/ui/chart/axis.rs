//! The axis that runs along the lines of writing.

use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};
use std::ops::Range;

/// Numbers from 0 to `to`, from the side where lines start.
#[derive(Debug, Clone, Copy)]
pub(super) struct Across {
    /// The number at the side where lines end; more than 0.
    pub(super) to: f64,
    /// Whether lines start on the right.
    pub(super) right_to_left: bool,
}

impl Ranged for Across {
    type FormatOption = DefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (left, right): (i32, i32)) -> i32 {
        let share = value / self.to;
        let share = if self.right_to_left {
            1.0 - share
        } else {
            share
        };
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a place between left and right; the cast saturates"
        )]
        let along = (f64::from(right - left) * share).round() as i32;
        left + along
    }

    /// None: what stands under this axis is words, which the charts place.
    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<f64> {
        Vec::new()
    }

    fn range(&self) -> Range<f64> {
        0.0..self.to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn right_to_left_is_the_mirror_image() {
        let across = |right_to_left| Across {
            to: 4.0,
            right_to_left,
        };
        assert_eq!(across(false).map(&1.0, (100, 500)), 200);
        assert_eq!(across(true).map(&1.0, (100, 500)), 400);
    }
}
