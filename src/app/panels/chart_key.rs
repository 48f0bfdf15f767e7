//! When a chart must be drawn again.

use super::Panel;
use egui::Vec2;

/// What a drawing depends on.
#[derive(PartialEq)]
pub(in crate::app) struct ChartKey {
    revision: u64,
    size: Vec2,
    dark: bool,
    right_to_left: bool,
    variant: usize,
}

impl ChartKey {
    /// The key of a drawing of the figures of `revision`, `size` large; `variant`
    /// is what else it depends on.
    pub(in crate::app) const fn new(
        panel: &Panel<'_>,
        revision: u64,
        size: Vec2,
        variant: usize,
    ) -> Self {
        Self {
            revision,
            size,
            dark: panel.cx.palette.dark,
            right_to_left: panel.cx.right_to_left,
            variant,
        }
    }
}
