//! The bar over the view of names: what is shown, and how it is saved.

use super::Panel;
use crate::analysis::statistics::TableFormat;
use crate::app::command::{Command, Export, PlotFormat, UiCommand};
use crate::app::entity_view::{Figures, NamesCommand, NamesPart};
use crate::app::panels::line_menus::menu_button;
use crate::app::storage::annotated_export::AnnotatedFormat;
use crate::ui::theme::Tone;
use crate::ui::widgets::{CONTROL, button, button_width, chip, chip_width, menu_item};
use crate::ui::{Place, Row, theme};
use egui::{Id, Popup, Rect, Ui, vec2};

/// Draws the bar in `rect`.
pub(super) fn bar_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) {
    super::underline(ui, rect, &panel.cx);
    let inner = Rect::from_center_size(rect.center(), vec2(rect.width() - 32.0, CONTROL));
    let mut row = Row::new(inner, panel.cx.right_to_left);
    export_ui(ui, &mut row, panel);
    row.end(12.0);
    let names = NamesPart::ALL.map(|part| panel.texts.get(part_key(part)));
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
    for ((part, name), width) in NamesPart::ALL.into_iter().zip(&names).zip(widths) {
        let is_on = panel.state.names_view.part == part;
        let place = row.start(width * share).shrink2(vec2(0.0, 2.0));
        row.start(6.0 * share);
        let id = Id::unique(("names", part));
        let shown = (name.as_ref(), is_on, if is_on { on } else { off });
        if chip(&mut panel.cx, ui, place, id, shown).clicked() {
            panel.names(NamesCommand::Show(part));
        }
    }
}

const fn part_key(part: NamesPart) -> &'static str {
    match part {
        NamesPart::Table => "names-table",
        NamesPart::Entity => "names-entity",
        NamesPart::Naming => "names-naming",
        NamesPart::Network => "names-network",
    }
}

fn export_ui(ui: &Ui, row: &mut Row, panel: &mut Panel<'_>) {
    let text = panel.texts.get("export");
    let response = menu_button(ui, panel, row, true, ("names-export", &text));
    let view = &panel.state.names_view;
    let has_chart = view.part != NamesPart::Table;
    let is_there = view.shown(view.part).is_some();
    Popup::menu(&response).width(260.0).show(|ui| {
        let charts = [
            ("export-svg", Export::NamesChart(PlotFormat::Svg)),
            ("export-png", Export::NamesChart(PlotFormat::Png)),
        ];
        let tables = [
            ("export-csv", Export::Names(TableFormat::Csv)),
            ("export-tsv", Export::Names(TableFormat::Tsv)),
            ("export-jsonl", Export::Names(TableFormat::JsonLines)),
        ];
        let charts = charts.into_iter().filter(|_| has_chart);
        for (key, export) in charts.chain(tables) {
            let name = panel.texts.get(key);
            if menu_item(&mut panel.cx, ui, &name, "", false).clicked() && is_there {
                panel.send(Command::Save(export));
            }
        }
        ui.add_space(6.0);
        let has_names = panel.state.annotations().is_some();
        for format in AnnotatedFormat::ALL {
            let name = panel.texts.get(format.text_key());
            if menu_item(&mut panel.cx, ui, &name, "", false).clicked() && has_names {
                panel.send(Command::Save(Export::Annotated(format)));
            }
        }
    });
}

/// Says which articles are counted, and offers the way back to all.
pub(super) fn counts_ui(
    ui: &Ui,
    rect: Rect,
    panel: &mut Panel<'_>,
    (shown, more): (&Figures, &[String]),
) {
    let texts = panel.texts;
    let state = panel.state;
    let mut row = Row::new(rect, panel.cx.right_to_left);
    let mut back = None;
    if state.search.query.is_some() {
        back = Some(UiCommand::ClearSearch);
    } else if !state.filter.is_off() {
        back = Some(UiCommand::ClearPeriods);
    }
    if let Some(command) = back {
        let text = texts.get(command.text_key());
        let width = button_width(&mut panel.cx, ui, &text);
        let place = row.end(width);
        let place = Rect::from_center_size(place.center(), vec2(width, CONTROL - 4.0));
        let id = Id::unique("names-all");
        if button(&mut panel.cx, ui, place, id, &text).clicked() {
            panel.send(Command::Ui(command));
        }
        row.end(10.0);
    }
    let total = state.corpus.articles.len();
    let articles = if total == shown.n_articles {
        texts.with("count-articles", &[("n", total.into())])
    } else {
        let counts = [("n", shown.n_articles.into()), ("total", total.into())];
        texts.with("names-of-articles", &counts)
    };
    let parts: Vec<&str> = std::iter::once(articles.as_str())
        .chain(more.iter().map(String::as_str))
        .collect();
    let text = parts.join(" · ");
    let words = (text.as_str(), theme::small(), panel.cx.palette.soft);
    let painter = ui.painter().clone();
    panel
        .cx
        .write(ui, &painter, row.rest(), Place::Start, words);
}
