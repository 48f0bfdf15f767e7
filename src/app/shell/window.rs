//! Where the parts of the window stand.

use crate::app::command::View;
use crate::ui::RowRoom;
use crate::ui::theme::Palette;
use egui::{CornerRadius, Rect, Stroke, Ui, pos2};

const TOP_BAR: f32 = 52.0;
const STATUS_BAR: f32 = 30.0;

/// The room of each part of the window, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::app) struct Regions {
    pub(in crate::app) top_bar: Rect,
    /// The article list; empty where there is none.
    pub(in crate::app) list: Rect,
    /// The article, the lines or the tables.
    pub(in crate::app) main: Rect,
    /// The panel beside it; empty where the window is too narrow for it.
    pub(in crate::app) side: Rect,
    pub(in crate::app) problems: Rect,
    pub(in crate::app) status_bar: Rect,
}

impl Regions {
    /// Divides the window: the list at the start side, the entities at the end.
    pub(in crate::app) fn new(
        window: Rect,
        right_to_left: bool,
        view: View,
        problems_open: bool,
    ) -> Self {
        let (top_bar, rest) = window.split_top_bottom_at_y(window.top() + TOP_BAR);
        let (middle, status_bar) = rest.split_top_bottom_at_y(rest.bottom() - STATUS_BAR);
        let problems_height = if problems_open {
            (middle.height() * 0.42).min(340.0)
        } else {
            0.0
        };
        let (middle, problems) = middle.split_top_bottom_at_y(middle.bottom() - problems_height);
        let width = window.width();
        let list = match view {
            View::Reading => (width * 0.2325).clamp(240.0, 340.0).round(),
            View::Concordance | View::Statistics | View::Names => 0.0,
        };
        let side = match view {
            _ if width < 820.0 => 0.0,
            View::Reading => (width * 0.193).clamp(176.0, 290.0).round(),
            View::Concordance | View::Statistics | View::Names => {
                (width * 0.22).clamp(196.0, 320.0).round()
            }
        };
        let mut row = RowRoom::new(middle, right_to_left);
        let list = row.start(list);
        let side = row.end(side);
        Self {
            top_bar,
            list,
            main: row.rest(),
            side,
            problems: Rect::from_min_max(pos2(window.left(), problems.top()), problems.max),
            status_bar,
        }
    }

    /// All of the window for the article, the lines or the tables.
    pub(in crate::app) const fn only_text(window: Rect) -> Self {
        Self {
            top_bar: Rect::ZERO,
            list: Rect::ZERO,
            main: window,
            side: Rect::ZERO,
            problems: Rect::ZERO,
            status_bar: Rect::ZERO,
        }
    }

    /// Paints what lies under all parts, and the lines between them.
    pub(in crate::app) fn paint_grounds(&self, ui: &Ui, palette: &Palette, window: Rect) {
        let painter = ui.painter();
        painter.rect_filled(window, CornerRadius::ZERO, palette.panel);
        painter.rect_filled(self.main, CornerRadius::ZERO, palette.paper);
        if self.main == window {
            return;
        }
        let line = Stroke::new(1.0, palette.line);
        painter.hline(window.x_range(), self.top_bar.bottom() - 0.5, line);
        painter.hline(window.x_range(), self.status_bar.top() + 0.5, line);
        for x in [self.main.left() + 0.5, self.main.right() - 0.5] {
            // No line at the edge of the window.
            if window.shrink(1.0).x_range().contains(x) {
                painter.vline(x, self.main.y_range(), line);
            }
        }
    }
}
