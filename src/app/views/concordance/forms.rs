//! The panel beside the lines: the forms that the query found, how often in
//! each period, and which spellings count as the same.

use crate::analysis::query::MatchedForm;
use crate::app::command::Command;
use crate::app::panels::Panel;
use crate::app::state::search::{PeriodRate, SearchAnswer};
use crate::arabic::Fold;
use crate::corpus::Facet;
use crate::ui::chart::{Bar, Bars, Drawing, Sheet, bars, show};
use crate::ui::check::check_line;
use crate::ui::column::ScrollColumn;
use crate::ui::widgets::tooltip;
use crate::ui::{RowRoom, TextPlace, theme};
use egui::{Color32, Painter, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};
use std::sync::Arc;

/// Room at the sides in points.
const SIDE: f32 = 16.0;
/// Height of a form.
const FORM: f32 = 30.0;
/// Height of a heading.
const HEAD: f32 = 34.0;
/// Height of the chart.
const CHART: f32 = 170.0;
/// The least width of a column of counts, and room between two.
const LEAST_COUNT: f32 = 36.0;
const COUNT_GAP: f32 = 10.0;
/// The least width of a form beside its counts.
const LEAST_FORM: f32 = 96.0;

/// The state of the panel.
#[derive(Default)]
pub(in crate::app) struct FormsPanel {
    column: ScrollColumn,
    revision: Option<u64>,
    chart: Option<(ChartLook, Drawing)>,
}

/// What a chart was drawn for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ChartLook {
    revision: u64,
    /// Bits of the width in points.
    width: u32,
    dark: bool,
    right_to_left: bool,
}

impl FormsPanel {
    /// Draws the panel in `rect`.
    pub(in crate::app) fn show(&mut self, ui: &mut Ui, rect: Rect, panel: &mut Panel<'_>) {
        let inner = rect.shrink2(vec2(SIDE, 8.0));
        #[expect(clippy::cast_precision_loss, reason = "six switches")]
        let folds = HEAD + Fold::ALL.len() as f32 * FORM;
        let Some(found) = panel.state.search.found().cloned() else {
            folds_ui(ui, inner, panel);
            return;
        };
        let (rest, below) = inner.split_top_bottom_at_y(inner.bottom() - folds);
        folds_ui(ui, below, panel);
        let has_chart =
            rest.height() > CHART + HEAD + 4.0 * FORM && !panel.state.periods.dated.is_empty();
        let chart = if has_chart { CHART + HEAD } else { 0.0 };
        let (rest, place) = rest.split_top_bottom_at_y(rest.bottom() - chart);
        if has_chart {
            self.chart_ui(ui, place, panel, &found);
        }
        self.forms_ui(ui, rest, panel, &found);
    }

    fn chart_ui(&mut self, ui: &mut Ui, rect: Rect, panel: &mut Panel<'_>, found: &SearchAnswer) {
        let size = vec2(rect.width(), rect.height() - 8.0);
        let look = ChartLook {
            revision: panel.state.search.answer.revision(),
            width: size.x.to_bits(),
            dark: panel.cx.palette.dark,
            right_to_left: panel.cx.right_to_left,
        };
        let known = self.chart.take().filter(|(of, _)| *of == look);
        let (_, drawing) = self
            .chart
            .insert(known.unwrap_or_else(|| (look, chart(size, panel, found))));
        let name = panel.texts.get("chart-per-million");
        let id = egui::Id::unique("period-chart");
        show(&mut panel.cx, ui, id, rect.min, drawing, &name);
    }

    fn forms_ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        found: &Arc<SearchAnswer>,
    ) {
        let painter = ui.painter().clone();
        let (head, body) = rect.split_top_bottom_at_y(rect.top() + HEAD);
        let palette = panel.cx.palette;
        let mut row = RowRoom::new(head, panel.cx.right_to_left);
        let columns = CountColumns::new(ui, rect.width(), panel, found);
        for heading in columns.headings(panel, found) {
            let shown = (heading.text.as_str(), theme::small().bold(), heading.color);
            let place = row.end(columns.width);
            panel.cx.write(ui, &painter, place, TextPlace::End, shown);
            let response = ui.interact(
                place,
                egui::Id::unique(("forms-of", heading.id)),
                Sense::hover(),
            );
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, heading.name.as_str()));
            tooltip(&mut panel.cx, &response, &heading.name);
        }
        let n = panel.texts.number(found.forms.len() as u64);
        let title = format!("{} · {n}", panel.texts.get("forms-title"));
        let shown = (title.as_str(), theme::small().bold(), palette.ink);
        panel
            .cx
            .write(ui, &painter, row.rest(), TextPlace::Start, shown);
        if self.revision != Some(panel.state.search.answer.revision()) {
            self.revision = Some(panel.state.search.answer.revision());
            let before = self.column.offset();
            self.column = ScrollColumn::new(found.forms.iter().map(|_| FORM));
            self.column.scroll_to_offset(before);
        }
        let mut height = |_: usize| FORM;
        let wheel = ui.input(|i| i.smooth_scroll_delta().y);
        if wheel != 0.0 && ui.rect_contains_pointer(body) {
            self.column.scroll_by(-wheel, body.height(), &mut height);
        }
        let clipped = ui.painter_at(body);
        for item in self.column.visible(body.height(), &mut height) {
            let at = pos2(body.left(), body.top() + item.y);
            let line = Rect::from_min_size(at, vec2(body.width(), FORM));
            if let Some(form) = found.forms.get(item.index) {
                form_ui(ui, &clipped, line, body, panel, (form, found, columns));
            }
        }
    }
}

/// The columns of counts that fit beside a form: the total, as many periods as
/// there is room for, and a sign where that is not all.
#[derive(Clone, Copy)]
struct CountColumns {
    /// Width of each in points.
    width: f32,
    n_periods: usize,
    /// Periods without a column.
    n_hidden: usize,
}

/// What stands over a column.
struct CountHeading {
    text: String,
    name: String,
    color: Color32,
    id: usize,
}

impl CountColumns {
    fn new(ui: &Ui, room: f32, panel: &mut Panel<'_>, found: &SearchAnswer) -> Self {
        let most = found.forms.iter().map(|form| form.count).max();
        let most = panel.texts.number(u64::from(most.unwrap_or_default()));
        let widest = panel.cx.label(ui, &most, theme::text()).width();
        let width = widest.max(LEAST_COUNT) + COUNT_GAP;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a handful"
        )]
        let n_fit = ((room - LEAST_FORM) / width).max(1.0) as usize;
        let n_all = found.indexed.facets.period.values.len();
        // Beside the total, and a sign if not all of them fit.
        let n_periods = if n_fit > n_all {
            n_all
        } else {
            n_fit.saturating_sub(2)
        };
        Self {
            width,
            n_periods,
            n_hidden: n_all - n_periods,
        }
    }

    /// From the end of the line inwards.
    fn headings(self, panel: &Panel<'_>, found: &SearchAnswer) -> Vec<CountHeading> {
        let periods = &found.indexed.facets.period.values;
        let mut headings = Vec::new();
        if self.has_sign() {
            let hidden: Vec<&str> = periods
                .iter()
                .skip(self.n_periods)
                .map(Facet::as_str)
                .collect();
            headings.push(CountHeading {
                text: format!("+{}", panel.texts.number(self.n_hidden as u64)),
                name: panel
                    .texts
                    .with("forms-hidden", &[("periods", (&hidden.join(" · ")).into())]),
                color: panel.cx.palette.soft,
                id: usize::MAX,
            });
        }
        for (id, period) in periods.iter().enumerate().take(self.n_periods).rev() {
            headings.push(CountHeading {
                text: period.to_string(),
                name: period.to_string(),
                color: panel.period_tone(Some(period)).ink,
                id,
            });
        }
        let all = panel.texts.get("forms-total").into_owned();
        headings.push(CountHeading {
            name: all.clone(),
            text: all,
            color: panel.cx.palette.ink,
            id: periods.len(),
        });
        headings
    }

    /// Whether there is a column that says that periods are hidden: not where
    /// even that has no room.
    const fn has_sign(self) -> bool {
        self.n_hidden > 0
    }
}

/// One form with its box and its counts.
fn form_ui(
    ui: &Ui,
    painter: &Painter,
    line: Rect,
    clip: Rect,
    panel: &mut Panel<'_>,
    (form, found, columns): (&MatchedForm, &SearchAnswer, CountColumns),
) {
    let is_on = !panel.state.search.matching.unticked.contains(&form.text);
    let mut row = RowRoom::new(line, panel.cx.right_to_left);
    let count = panel.texts.number(u64::from(form.count));
    let periods = &found.indexed.facets.period.values;
    let mut name = format!("{} · {count}", form.text);
    for (n, period) in form.by_group.iter().zip(periods) {
        let n = panel.texts.number(u64::from(*n));
        name = format!("{name} · {period}: {n}");
    }
    if columns.has_sign() {
        row.end(columns.width);
    }
    let shown: Vec<_> = form
        .by_group
        .iter()
        .zip(periods)
        .take(columns.n_periods)
        .collect();
    for (n, period) in shown.into_iter().rev() {
        let tone = panel.period_tone(Some(period)).ink;
        let text = panel.texts.number(u64::from(*n));
        let place = row.end(columns.width);
        let shown = (text.as_str(), theme::text(), tone);
        panel.cx.write(ui, painter, place, TextPlace::End, shown);
    }
    let place = row.end(columns.width);
    let total = (count.as_str(), theme::text(), panel.cx.palette.ink);
    panel.cx.write(ui, painter, place, TextPlace::End, total);
    let id = egui::Id::unique(("form", &form.text));
    let shown = (&*form.text, is_on, name.as_str());
    let response = check_line(&mut panel.cx, ui, painter, (row.rest(), clip), id, shown);
    tooltip(&mut panel.cx, &response, &name);
    if response.clicked() {
        panel.send(Command::ToggleForm(form.text.clone()));
    }
}

/// The switches of the folds.
fn folds_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) {
    let painter = ui.painter().clone();
    let (head, body) = rect.split_top_bottom_at_y(rect.top() + HEAD);
    let title = panel.texts.get("folds-title");
    let shown = (title.as_ref(), theme::small().bold(), panel.cx.palette.ink);
    panel.cx.write(ui, &painter, head, TextPlace::Start, shown);
    let mut top = body.top();
    for fold in Fold::ALL {
        let line = Rect::from_min_size(pos2(body.left(), top), vec2(body.width(), FORM));
        top += FORM;
        let name = panel.texts.get(fold_key(fold));
        let is_on = panel.state.search.matching.folds.has(fold);
        let id = egui::Id::unique(("fold", fold));
        let shown = (name.as_ref(), is_on, name.as_ref());
        if check_line(&mut panel.cx, ui, &painter, (line, rect), id, shown).clicked() {
            panel.send(Command::ToggleFold(fold));
        }
    }
}

/// The key of the name of a fold among the interface texts.
fn fold_key(fold: Fold) -> &'static str {
    match fold {
        Fold::Hamza => "fold-hamza",
        Fold::TehMarbuta => "fold-teh-marbuta",
        Fold::AlefMaqsura => "fold-alef-maqsura",
        Fold::Marks => "fold-marks",
        Fold::Digits => "fold-digits",
        Fold::LetterCase => "fold-letter-case",
    }
}

/// Hits for each million words, by period.
fn chart(size: Vec2, panel: &mut Panel<'_>, found: &SearchAnswer) -> Drawing {
    let texts = panel.texts;
    let bar = |(n, rate): (usize, &PeriodRate)| {
        let value = rate.per_million().unwrap_or(0.0);
        let value_text = texts.decimal(value, 0);
        let articles = texts.with("count-articles", &[("n", rate.n_articles.into())]);
        Bar {
            label: rate.period.to_string(),
            value,
            name: format!("{} · {value_text} · {articles}", rate.period),
            value_text,
            note: String::new(),
            period: Some(n),
        }
    };
    let chart = Bars {
        title: Some(texts.get("chart-per-million").into_owned()),
        bars: found.rates.iter().enumerate().map(bar).collect(),
    };
    let palette = panel.cx.palette;
    let mut sheet = Sheet {
        size,
        palette,
        ground: palette.panel,
        right_to_left: panel.cx.right_to_left,
        typesetter: panel.cx.pen.typesetter(),
    };
    bars(&mut sheet, &chart)
}
