//! The statistics: what is counted, over a table or a plot.

use super::Panel;
use super::notice::{failure_ui, lines_notice};
use super::statistics_bar::bar_ui;
use super::statistics_columns::{
    NumberColumn, RowReader, heading_of, help_of, number_columns, order_of, sort_of, table_columns,
};
use super::statistics_plot::Plots;
use crate::analysis::statistics::{Measure, TableOrder};
use crate::app::command::{Command, StatisticsCommand};
use crate::app::counting::{Counted, What};
use crate::ui::table::{Table, TableLook, TableResponse, TableRow};
use crate::ui::widgets::CONTROL;
use crate::ui::{Place, Row, SearchField, SearchFieldLook, theme};
use egui::{Id, Rect, Stroke, Ui, UiBuilder, pos2, vec2};
use std::sync::Arc;

/// The name of the field over the table.
pub(in crate::app) const STATISTICS_FIELD: &str = "statistics-field";
/// Height of the bar in points.
const BAR: f32 = 50.0;
/// Height of the line with field and counts.
const COUNTS: f32 = 48.0;
/// Height of the lines that say what a column tells.
const HELP: f32 = 52.0;
/// Room at the sides.
const SIDE: f32 = 16.0;
/// Most width of the field.
const FIELD: f32 = 240.0;

/// The state of the panel.
pub(in crate::app) struct StatisticsPanel {
    field: SearchField,
    table: Table,
    plots: Plots,
    /// The revision that the table shows.
    revision: u64,
}

impl Default for StatisticsPanel {
    fn default() -> Self {
        Self {
            field: SearchField::plain(Id::unique(STATISTICS_FIELD)),
            table: Table::new(Id::unique("statistics-table")),
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
        let mut row = Row::new(inner, panel.cx.right_to_left);
        if kind.is_table() {
            self.field_ui(ui, &mut row, panel);
        }
        counts_ui(ui, row.rest(), panel, &shown);
        match &shown.what {
            What::Dispersion(plot) => {
                let body = body.shrink2(vec2(SIDE, 8.0));
                self.plots.dispersion_ui(ui, body, panel, (&shown, plot));
            }
            What::Time(..) => {
                let body = body.shrink2(vec2(SIDE, 8.0));
                self.plots.time_ui(ui, body, panel, &shown);
            }
            _ => self.table_ui(ui, body, panel, &shown),
        }
    }

    fn field_ui(&mut self, ui: &mut Ui, row: &mut Row, panel: &mut Panel<'_>) {
        let wanted = &panel.state.statistics.arrangement.search;
        if self.field.text() != wanted {
            self.field.set_text(wanted);
        }
        let place = row.start(FIELD.min(row.rest().width() * 0.4));
        row.start(12.0);
        let place = Rect::from_center_size(place.center(), vec2(place.width(), CONTROL));
        let texts = panel.texts;
        let look = SearchFieldLook {
            placeholder: &texts.get("statistics-find"),
            hint: "",
            name: &texts.get("a11y-statistics-find"),
            clear_name: &texts.get("statistics-find-clear"),
            right_to_left: panel.cx.right_to_left,
            width: place.width(),
            height: CONTROL,
        };
        let mut inside = ui.new_child(UiBuilder::new().max_rect(place));
        let answer = self
            .field
            .show(&mut inside, panel.cx.pen, panel.cx.palette, &look);
        if answer.changed {
            let text = self.field.text().to_owned();
            panel.send(Command::Statistics(StatisticsCommand::Find(text)));
        }
    }

    fn table_ui(&mut self, ui: &mut Ui, rect: Rect, panel: &mut Panel<'_>, shown: &Arc<Counted>) {
        let (body, help) = rect.split_top_bottom_at_y(rect.bottom() - HELP);
        let words = panel.texts.get(match &shown.what {
            What::Ngrams(_) => "measure-words",
            _ => "measure-word",
        });
        let numbers = number_columns(ui, panel, shown, body.width());
        let columns = table_columns(&words, &numbers);
        let state = panel.state;
        let rows = state.statistics.rows();
        let order = shown.order(state.statistics.order());
        let name = panel.texts.get("a11y-statistics-table");
        let scrollbar_name = panel.texts.get("a11y-statistics-scrollbar");
        let look = TableLook {
            name: &name,
            scrollbar_name: &scrollbar_name,
            columns: &columns,
            n_rows: rows.len(),
            sort: sort_of(order, &numbers),
            selected: state.statistics.selected,
            ticks: None,
        };
        let reader = RowReader {
            shown,
            state,
            texts: panel.texts,
            palette: panel.cx.palette,
        };
        let mut row = |place: usize| {
            let row = rows.get(place);
            row.map_or_else(TableRow::default, |row| reader.row(*row, &numbers))
        };
        let answer = self.table.show(ui, &mut panel.cx, body, &look, &mut row);
        let was_clicked = ui.input(|input| input.pointer.any_click());
        send(panel, answer, was_clicked, &numbers);
        if rows.is_empty() && panel.state.statistics.is_idle() {
            let text = panel.texts.get("statistics-no-rows");
            let shown = (text.as_ref(), theme::text(), panel.cx.palette.soft);
            let painter = ui.painter().clone();
            panel.cx.write(ui, &painter, body, Place::Center, shown);
        }
        // What the pointer is at is explained, or else what the order is.
        let hovered = numbers.iter().enumerate().find(|(place, _)| {
            let heading = self.table.heading_id(place + 1);
            let response = ui.ctx().read_response(heading);
            response.is_some_and(|response| response.hovered() || response.has_focus())
        });
        let sorted = match order {
            TableOrder::Alphabetical | TableOrder::Backwards => None,
            TableOrder::Ascending(measure) | TableOrder::Descending(measure) => Some(measure),
        };
        let measure = hovered.map(|(_, column)| column.measure).or(sorted);
        help_ui(ui, help, panel, (shown, measure));
    }
}

/// Turns what the reader did in the table into commands. A click on a row leads
/// to the concordance, the arrow keys go from row to row.
fn send(panel: &mut Panel<'_>, answer: TableResponse, was_clicked: bool, numbers: &[NumberColumn]) {
    let order = answer.sort.and_then(|sort| order_of(sort, numbers));
    let clicked = answer.select.filter(|_| was_clicked);
    let command = if let Some(order) = order {
        StatisticsCommand::Order(order)
    } else if let Some(place) = answer.open.or(clicked) {
        StatisticsCommand::Search(place)
    } else if let Some(place) = answer.select {
        StatisticsCommand::Select(place)
    } else if let Some(place) = answer.copy {
        StatisticsCommand::Copy(place)
    } else {
        return;
    };
    panel.send(Command::Statistics(command));
}

/// How much was counted.
fn counts_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>, shown: &Counted) {
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
        (What::Time(timeline, _), _) if timeline.undated.articles > 0 => {
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
    let shown = (text.as_str(), theme::small(), panel.cx.palette.soft);
    let painter = ui.painter().clone();
    panel.cx.write(ui, &painter, rect, Place::Start, shown);
}

/// What a column tells, its formula and where that comes from.
fn help_ui(
    ui: &Ui,
    rect: Rect,
    panel: &mut Panel<'_>,
    (shown, measure): (&Counted, Option<Measure>),
) {
    let palette = panel.cx.palette;
    let painter = ui.painter().clone();
    painter.hline(
        rect.x_range(),
        rect.top() + 0.5,
        Stroke::new(1.0, palette.line),
    );
    let Some(measure) = measure else {
        return;
    };
    let heading = heading_of(panel.texts, &shown.periods, measure);
    let sentence = help_of(panel.texts, &shown.periods, measure);
    let inner = rect.shrink2(vec2(SIDE, 6.0));
    let (above, below) = inner.split_top_bottom_at_y(inner.center().y);
    let mut row = Row::new(above, panel.cx.right_to_left);
    let bold = theme::small().bold();
    let width = panel.cx.label(ui, &heading, bold).width();
    let words = (heading.as_str(), bold, palette.ink);
    panel
        .cx
        .write(ui, &painter, row.start(width), Place::Start, words);
    row.start(10.0);
    let words = (sentence.as_str(), theme::small(), palette.soft);
    panel
        .cx
        .write(ui, &painter, row.rest(), Place::Start, words);
    if let Some(formula) = measure.formula() {
        let text = format!("{}   ({})", formula.formula, formula.source);
        let words = (text.as_str(), theme::small(), palette.faint);
        panel.cx.write(ui, &painter, below, Place::Start, words);
    }
}
