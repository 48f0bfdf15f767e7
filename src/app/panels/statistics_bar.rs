//! The bar over the statistics: what is shown, and how it is saved.

use super::Panel;
use super::line_menus::menu_button;
use crate::analysis::statistics::TableFormat;
use crate::app::command::{Command, Export, PlotFormat, StatisticsCommand};
use crate::app::statistics::StatisticsKind;
use crate::ui::Row;
use crate::ui::theme::Tone;
use crate::ui::widgets::{CONTROL, chip, chip_width, menu_item};
use egui::{Id, Popup, Rect, Stroke, Ui, vec2};

/// Draws the bar in `rect`.
pub(super) fn bar_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) {
    let line = Stroke::new(1.0, panel.cx.palette.line);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
    let inner = Rect::from_center_size(rect.center(), vec2(rect.width() - 32.0, CONTROL));
    let mut row = Row::new(inner, panel.cx.right_to_left);
    export_ui(ui, &mut row, panel);
    row.end(12.0);
    let names = StatisticsKind::ALL.map(|kind| panel.texts.get(kind_key(kind)));
    let widths = names
        .each_ref()
        .map(|name| chip_width(&mut panel.cx, ui, name));
    let wanted: f32 = widths.iter().map(|width| width + 6.0).sum();
    let share = (row.rest().width() / wanted).min(1.0);
    let palette = panel.cx.palette;
    let on = palette.accent;
    let off = Tone {
        ink: palette.soft,
        tint: palette.panel,
    };
    for ((kind, name), width) in StatisticsKind::ALL.into_iter().zip(&names).zip(widths) {
        let is_on = panel.state.statistics.kind == kind;
        let place = row.start(width * share).shrink2(vec2(0.0, 2.0));
        row.start(6.0 * share);
        let id = Id::unique(("statistics", kind));
        let shown = (name.as_ref(), is_on, if is_on { on } else { off });
        if chip(&mut panel.cx, ui, place, id, shown).clicked() {
            panel.send(Command::Statistics(StatisticsCommand::Show(kind)));
        }
    }
}

/// The key of the name of a kind among the interface texts.
pub(super) const fn kind_key(kind: StatisticsKind) -> &'static str {
    match kind {
        StatisticsKind::Words => "statistics-words",
        StatisticsKind::Ngrams => "statistics-ngrams",
        StatisticsKind::Collocates => "statistics-collocates",
        StatisticsKind::Dispersion => "statistics-dispersion",
        StatisticsKind::Time => "statistics-time",
    }
}

fn export_ui(ui: &Ui, row: &mut Row, panel: &mut Panel<'_>) {
    let text = panel.texts.get("export");
    let response = menu_button(ui, panel, row, true, ("statistics-export", &text));
    let is_plot = !panel.state.statistics.kind.is_table();
    Popup::menu(&response).width(260.0).show(|ui| {
        let plots = [
            ("export-svg", Export::Plot(PlotFormat::Svg)),
            ("export-png", Export::Plot(PlotFormat::Png)),
        ];
        let tables = [
            ("export-csv", Export::Table(TableFormat::Csv)),
            ("export-tsv", Export::Table(TableFormat::Tsv)),
            ("export-jsonl", Export::Table(TableFormat::JsonLines)),
        ];
        let plots = plots.into_iter().filter(|_| is_plot);
        for (key, export) in plots.chain(tables) {
            let name = panel.texts.get(key);
            if menu_item(&mut panel.cx, ui, &name, "", false).clicked()
                && panel.state.statistics.shown().is_some()
            {
                panel.send(Command::Save(export));
            }
        }
    });
}
