//! The bar over the view of names: what is shown, and how it is saved.

use crate::app::command::names::{NamesCommand, NamesPart};
use crate::app::command::{Command, Export, UiCommand};
use crate::app::panels::Panel;
use crate::app::panels::view_bar::{saves, view_bar_ui};
use crate::app::state::names::Figures;
use crate::app::storage::annotated_export::AnnotatedFormat;
use crate::ui::widgets::{CONTROL, button, button_width};
use crate::ui::{Place, Row, theme};
use egui::{Id, Rect, Ui, vec2};

/// Draws the bar in `rect`.
pub(super) fn bar_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) {
    let view = &panel.state.names_view;
    let parts = NamesPart::ALL.map(|part| {
        let command = Command::Names(NamesCommand::Show(part));
        (part.text_key(), view.part == part, command)
    });
    let chart = (view.part != NamesPart::Table).then_some(Export::NamesChart as fn(_) -> _);
    let figures = saves(chart, Export::Names, view.shown(view.part).is_some());
    let has_names = panel.state.annotations().is_some();
    let annotated = AnnotatedFormat::ALL
        .map(|format| (format.text_key(), Export::Annotated(format), has_names));
    let saves = [figures, annotated.into()];
    view_bar_ui(ui, rect, panel, ("names", "names-export"), (&parts, &saves));
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
    panel.write(ui, row.rest(), Place::Start, words);
}
