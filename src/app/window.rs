//! Where the parts of the window stand.

use crate::ui::Row;
use egui::{Rect, pos2};

const TOP_BAR: f32 = 52.0;
const STATUS_BAR: f32 = 30.0;

/// The room of each part of the window, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Regions {
    pub(super) top_bar: Rect,
    pub(super) list: Rect,
    pub(super) reading: Rect,
    /// Empty where the window is too narrow for it.
    pub(super) entities: Rect,
    pub(super) problems: Rect,
    pub(super) status_bar: Rect,
}

impl Regions {
    /// Divides the window: the list at the start side, the entities at the end.
    pub(super) fn new(window: Rect, right_to_left: bool, problems_open: bool) -> Self {
        let (top_bar, rest) = window.split_top_bottom_at_y(window.top() + TOP_BAR);
        let (middle, status_bar) = rest.split_top_bottom_at_y(rest.bottom() - STATUS_BAR);
        let problems_height = if problems_open {
            (middle.height() * 0.42).min(340.0)
        } else {
            0.0
        };
        let (middle, problems) = middle.split_top_bottom_at_y(middle.bottom() - problems_height);
        let width = window.width();
        let list = (width * 0.2325).clamp(240.0, 340.0).round();
        let entities = match width {
            w if w < 820.0 => 0.0,
            w => (w * 0.193).clamp(176.0, 290.0).round(),
        };
        let mut row = Row::new(middle, right_to_left);
        let list = row.start(list);
        let entities = row.end(entities);
        Self {
            top_bar,
            list,
            reading: row.rest(),
            entities,
            problems: Rect::from_min_max(pos2(window.left(), problems.top()), problems.max),
            status_bar,
        }
    }
}
