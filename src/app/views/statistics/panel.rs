//! The statistics: what is counted, over a table or a plot.

use super::plot_panel::Plots;
use super::table::{order_of, sort_of};
use crate::app::command::statistics::StatisticsKind;
use crate::app::command::{Command, Export, StatisticsCommand};
use crate::app::panels::Panel;
use crate::app::panels::notice::{failure_ui, lines_notice};
use crate::app::panels::view_bar::{saves, view_bar_ui};
use crate::app::state::statistics::{CountedStatistics, TableOrPlot};
use crate::app::tables::{FindField, Fit, TablePanel, TableView};
use crate::ui::{RowRoom, TextPlace, theme};
use egui::{Id, Rect, Ui, pos2, vec2};

/// The name of the field over the table.
const STATISTICS_FIELD: &str = "statistics-field";
/// Height of the bar in points.
const BAR: f32 = 50.0;
/// Height of the line with field and counts.
const COUNTS: f32 = 48.0;
/// Room at the sides.
const SIDE: f32 = 16.0;
/// How the columns share the width.
const FIT: Fit = Fit {
    first: 150.0,
    beside: 32.0,
    more: 80.0,
    stops: true,
};

/// The state of the panel.
pub(in crate::app) struct StatisticsPanel {
    field: FindField,
    table: TablePanel,
    plots: Plots,
    /// The revision that the table shows.
    revision: u64,
}

impl Default for StatisticsPanel {
    fn default() -> Self {
        Self {
            field: FindField::new(Id::unique(STATISTICS_FIELD)),
            table: TablePanel::new(Id::unique("statistics-table")),
            plots: Plots::default(),
            revision: 0,
        }
    }
}

impl StatisticsPanel {
    /// Draws the panel in `rect`.
    pub(in crate::app) fn show(&mut self, ui: &mut Ui, rect: Rect, panel: &mut Panel<'_>) {
        let top = failure_ui(ui, rect, panel);
        let rect = Rect::from_min_max(pos2(rect.left(), rect.top() + top), rect.max);
        let (bar, body) = rect.split_top_bottom_at_y(rect.top() + BAR);
        bar_ui(ui, bar, panel);
        let statistics = &panel.state.statistics;
        if self.revision != statistics.revision() {
            self.revision = statistics.revision();
            self.table.go_to_top();
        }
        let kind = statistics.kind;
        let Some(shown) = statistics
            .shown()
            .cloned()
            .filter(|shown| shown.kind == kind)
        else {
            let is_empty = panel.state.loading.is_some() || panel.state.corpus.articles.is_empty();
            if kind.needs_hits() || is_empty || statistics.has_failed() {
                lines_notice(ui, body, panel);
            }
            return;
        };
        if kind.needs_hits() && shown.n_hits() == 0 {
            lines_notice(ui, body, panel);
            return;
        }
        let (counts, body) = body.split_top_bottom_at_y(body.top() + COUNTS);
        let inner = counts.shrink2(vec2(SIDE, 0.0));
        let mut row = RowRoom::new(inner, panel.cx.right_to_left);
        if kind.is_table() {
            self.field_ui(ui, &mut row, panel);
        }
        counts_ui(ui, row.rest(), panel, &shown);
        match &shown.what {
            TableOrPlot::Dispersion(plot) => {
                let body = body.shrink2(vec2(SIDE, 8.0));
                self.plots.dispersion_ui(ui, body, panel, (&shown, plot));
            }
            TableOrPlot::Time(..) => {
                let body = body.shrink2(vec2(SIDE, 8.0));
                self.plots.time_ui(ui, body, panel, &shown);
            }
            _ => self.table_ui(ui, body, panel, &shown),
        }
    }

    fn field_ui(&mut self, ui: &mut Ui, row: &mut RowRoom, panel: &mut Panel<'_>) {
        let wanted = &panel.state.statistics.arrangement.search;
        let names = ["statistics-find", "a11y-statistics-find"];
        if let Some(text) = self.field.show(ui, row, panel, (names, 0.4), wanted) {
            panel.send(Command::Statistics(StatisticsCommand::Find(text)));
        }
    }

    /// A click on a row leads to the concordance, the arrow keys go from row to
    /// row.
    fn table_ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        shown: &CountedStatistics,
    ) {
        let statistics = &panel.state.statistics;
        let rows = statistics.rows();
        let sort = sort_of(shown.order(statistics.order()));
        let name = panel.texts.get("a11y-statistics-table");
        let view = TableView {
            name: &name,
            rows: Some(&rows),
            sort: Some(sort),
            selected: statistics.selected,
            fit: FIT,
        };
        let help = (Some(sort.0), statistics.is_idle());
        let answer = self
            .table
            .show_explained(ui, rect, panel, (shown, &view), help);
        let command = if let Some(sort) = answer.sort {
            StatisticsCommand::Order(order_of(sort))
        } else if let Some(place) = answer.opened.or(answer.clicked) {
            StatisticsCommand::Search(place)
        } else if let Some(place) = answer.selected {
            StatisticsCommand::Select(place)
        } else if let Some(place) = answer.copied {
            StatisticsCommand::Copy(place)
        } else {
            return;
        };
        panel.send(Command::Statistics(command));
    }
}

fn bar_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) {
    let statistics = &panel.state.statistics;
    let parts = StatisticsKind::ALL.map(|kind| {
        let command = StatisticsCommand::Show(kind);
        let is_on = statistics.kind == kind;
        (kind.text_key(), is_on, Command::Statistics(command))
    });
    let plot = (!statistics.kind.is_table()).then_some(Export::Plot as fn(_) -> _);
    let saves = saves(plot, Export::Table, statistics.shown().is_some());
    let names = ("statistics", "statistics-export");
    view_bar_ui(ui, rect, panel, names, (&parts, &[saves]));
}

/// How much was counted.
fn counts_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>, shown: &CountedStatistics) {
    let texts = panel.texts;
    let mut parts = vec![
        texts.with("count-articles", &[("n", shown.n_articles.into())]),
        texts.with("count-words", &[("n", shown.n_tokens.into())]),
    ];
    if let Some(n) = shown.n_types {
        parts.push(texts.with("count-types", &[("n", n.into())]));
    }
    let n_rows = panel.state.statistics.rows().len();
    match (&shown.what, shown.table()) {
        (TableOrPlot::Time(timeline, _), _) if timeline.undated.articles > 0 => {
            let n = timeline.undated.articles;
            parts.push(texts.with("plot-undated", &[("n", n.into())]));
        }
        (_, Some(table)) if table.n_rows() != n_rows || shown.n_types != Some(n_rows) => {
            let total = table.n_rows();
            let rows = [("shown", n_rows.into()), ("total", total.into())];
            parts.push(if total == n_rows {
                texts.with("count-rows", &[("n", n_rows.into())])
            } else {
                texts.with("statistics-rows", &rows)
            });
        }
        _ => {}
    }
    if shown.kind.needs_hits() {
        let n = shown.n_hits();
        parts.insert(0, texts.with("count-hits", &[("n", n.into())]));
    }
    let text = parts.join(" · ");
    let words = (text.as_str(), theme::small(), panel.cx.palette.soft);
    panel.write(ui, rect, TextPlace::Start, words);
}
