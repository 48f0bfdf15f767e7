//! The plots of the statistics.

use super::plots::{dispersion_row, draw_time, plot_title, step_at};
use crate::analysis::statistics::DispersionPlot;
use crate::app::command::{Command, StatisticsCommand};
use crate::app::panels::Panel;
use crate::app::panels::chart_key::ChartKey;
use crate::app::state::statistics::Counted;
use crate::ui::chart::{DispersionLook, DispersionView, Drawing, show};
use crate::ui::{Place, Row, theme};
use egui::{Id, Rect, Ui, Vec2, vec2};

/// Height of the line over a dispersion in points.
const SIDES: f32 = 26.0;
/// Largest size of a chart in points.
const MOST: Vec2 = vec2(1400.0, 620.0);

/// The plots, as far as they are kept from one frame to the next.
pub(in crate::app) struct Plots {
    dispersion: DispersionView,
    drawing: Option<(ChartKey, Drawing)>,
}

impl Default for Plots {
    fn default() -> Self {
        Self {
            dispersion: DispersionView::new(Id::unique("dispersion")),
            drawing: None,
        }
    }
}

impl Plots {
    /// Draws the frequency over time in `rect`.
    pub(in crate::app) fn time_ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        shown: &Counted,
    ) {
        let size = rect.size().min(MOST);
        let key = ChartKey::new(panel, panel.state.statistics.revision(), size, 0);
        if self.drawing.as_ref().is_none_or(|(of, _)| *of != key) {
            let texts = panel.texts;
            let mut sheet = panel.sheet(size);
            let drawing = draw_time(&mut sheet, shown, texts);
            self.drawing = drawing.map(|drawing| (key, drawing));
        }
        if let Some((_, drawing)) = &self.drawing {
            let name = plot_title(shown, panel.texts);
            let id = Id::unique("time-chart");
            let at = Row::new(rect, panel.cx.right_to_left).start(size.x).min;
            let picked = show(&mut panel.cx, ui, id, at, drawing, &name).clicked;
            if let Some(step) = picked.and_then(|pick| step_at(shown, pick.index)) {
                panel.send(Command::Statistics(StatisticsCommand::OpenStep(step)));
            }
        }
    }

    /// Draws where the hits lie in `rect`.
    pub(in crate::app) fn dispersion_ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        (shown, plot): (&Counted, &DispersionPlot),
    ) {
        let texts = panel.texts;
        let (head, body) = rect.split_top_bottom_at_y(rect.top() + SIDES);
        sides_ui(ui, head, panel);
        let title = plot_title(shown, texts);
        let look = DispersionLook {
            n_rows: plot.articles.len(),
            revision: panel.state.statistics.revision(),
            ground: panel.cx.palette.paper,
            name: &title,
            scrollbar_name: &texts.get("a11y-dispersion-scrollbar"),
        };
        let mut row = |row| dispersion_row(shown, plot, row, texts);
        let picked = self
            .dispersion
            .show(ui, &mut panel.cx, body, &look, &mut row);
        if let Some(pick) = picked.1 {
            panel.send(Command::Statistics(StatisticsCommand::OpenArticle {
                row: pick.index,
                hit: pick.part,
            }));
        }
    }
}

/// Says what the sides of the rows are.
fn sides_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) {
    let soft = panel.cx.palette.soft;
    let sides = panel.texts.get("dispersion-sides");
    let words = (sides.as_ref(), theme::small(), soft);
    panel.write(ui, rect, Place::Start, words);
}
