//! The bar over a view: its parts, and how the one that is shown is saved.

use super::Panel;
use crate::analysis::statistics::TableFormat;
use crate::app::command::{Command, Export, PlotFormat};
use crate::app::panels::menu_button::menu_button;
use crate::ui::Row;
use crate::ui::theme::Tone;
use crate::ui::widgets::{CONTROL, chip, chip_width, menu_item};
use egui::{Id, Popup, Rect, Stroke, Ui, vec2};

/// A part of a view: the key of its name, whether it is shown, and the command
/// that shows it.
pub(in crate::app) type ViewPart = (&'static str, bool, Command);

/// Ways to save: the key of each, what is saved, and whether that is there.
pub(in crate::app) type Saves = Vec<(&'static str, Export, bool)>;

/// Drawings as `plot` says and tables as `table` says, of what is there or not.
pub(in crate::app) fn saves(
    plot: Option<fn(PlotFormat) -> Export>,
    table: fn(TableFormat) -> Export,
    is_there: bool,
) -> Saves {
    let plots = [
        ("export-svg", PlotFormat::Svg),
        ("export-png", PlotFormat::Png),
    ];
    let tables = [
        ("export-csv", TableFormat::Csv),
        ("export-tsv", TableFormat::Tsv),
        ("export-jsonl", TableFormat::JsonLines),
    ];
    let plots = plots
        .into_iter()
        .filter_map(|(key, format)| Some((key, plot?(format))));
    let tables = tables.map(|(key, format)| (key, table(format)));
    let all = plots.chain(tables);
    all.map(|(key, export)| (key, export, is_there)).collect()
}

/// Draws the bar of the view `name` in `rect`; its ways to save stand in groups.
pub(in crate::app) fn view_bar_ui(
    ui: &Ui,
    rect: Rect,
    panel: &mut Panel<'_>,
    (name, menu): (&'static str, &'static str),
    (parts, saves): (&[ViewPart], &[Saves]),
) {
    let line = Stroke::new(1.0, panel.cx.palette.line);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
    let inner = Rect::from_center_size(rect.center(), vec2(rect.width() - 32.0, CONTROL));
    let mut row = Row::new(inner, panel.cx.right_to_left);
    saves_ui(ui, &mut row, panel, menu, saves);
    row.end(12.0);
    let texts = panel.texts;
    let chips = parts.iter().map(|(key, is_on, command)| {
        let text = texts.get(key);
        let width = chip_width(&mut panel.cx, ui, &text);
        (text, width, *is_on, command)
    });
    let chips: Vec<_> = chips.collect();
    let wanted: f32 = chips.iter().map(|(_, width, ..)| width + 6.0).sum();
    let share = (row.rest().width() / wanted).min(1.0);
    let palette = panel.cx.palette;
    let off = Tone {
        ink: palette.soft,
        tint: palette.panel,
    };
    for (n, (text, width, is_on, command)) in chips.into_iter().enumerate() {
        let place = row.start(width * share).shrink2(vec2(0.0, 2.0));
        row.start(6.0 * share);
        let tone = if is_on { palette.accent } else { off };
        let shown = (text.as_ref(), is_on, tone);
        let id = Id::unique((name, n));
        if chip(&mut panel.cx, ui, place, id, shown).clicked() {
            panel.send(command.clone());
        }
    }
}

fn saves_ui(ui: &Ui, row: &mut Row, panel: &mut Panel<'_>, id: &'static str, saves: &[Saves]) {
    let text = panel.texts.get("export");
    let response = menu_button(ui, panel, row, true, (id, &text));
    Popup::menu(&response).width(260.0).show(|ui| {
        for (n, group) in saves.iter().enumerate() {
            if n > 0 {
                ui.add_space(6.0);
            }
            for (key, export, is_there) in group {
                let name = panel.texts.get(key);
                if menu_item(&mut panel.cx, ui, &name, "", false).clicked() && *is_there {
                    panel.send(Command::Save(*export));
                }
            }
        }
    });
}
