//! What is wrong with a query, and how queries are written.

use super::top_bar::SEARCH_FIELD;
use crate::analysis::query::QueryProblem;
use crate::app::panels::Panel;
use crate::ui::widgets::{floating_frame, focus_ring, pressable, put_block, text_button};
use crate::ui::{RowRoom, TextPlace, theme};
use egui::{Area, Id, Order, Popup, Rect, Sense, Ui, vec2};

/// Width of the card below the field, in points.
const CARD: f32 = 420.0;
/// Width of the help.
const HELP: f32 = 560.0;
/// Width of the column of examples.
const EXAMPLE: f32 = 200.0;

/// What can be written. Among the texts stand, by these names, an example of
/// each, in the operators of the window's language, and what it finds: a
/// sentence that names the other way to write it.
const LESSONS: [&str; 12] = [
    "words", "phrase", "star", "question", "regex", "or", "not", "brackets", "near", "period",
    "date", "entity",
];

/// Draws the button of the help in `rect`.
pub(super) fn help_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) {
    let name = panel.texts.get("help-query");
    let mark = if panel.cx.right_to_left { "؟" } else { "?" };
    let id = Id::unique("query-help");
    let shown = (mark, theme::text().bold());
    let response = text_button(&mut panel.cx, ui, rect, id, shown, &name);
    Popup::menu(&response).width(HELP).show(|ui| {
        put_block(ui, &mut panel.cx, &name, theme::text().bold(), HELP);
        for lesson in LESSONS {
            let example = panel.texts.get(&format!("example-{lesson}"));
            let what = panel.texts.get(&format!("help-{lesson}"));
            let (line, _) = ui.allocate_exact_size(vec2(HELP, 30.0), Sense::hover());
            let response = pressable(
                ui,
                line,
                Id::unique(("help", lesson)),
                &format!("{example}: {what}"),
            );
            if response.hovered() {
                ui.painter().rect_filled(line, 6.0, panel.cx.palette.hover);
            }
            focus_ring(&panel.cx, ui.painter(), &response, 4);
            let mut row = RowRoom::new(line.shrink2(vec2(8.0, 0.0)), panel.cx.right_to_left);
            let painter = ui.painter().clone();
            let place = row.start(EXAMPLE);
            let ink = panel.cx.palette.accent.ink;
            let shown = in_order(&example);
            let shown = (shown.as_str(), theme::text(), ink);
            panel.cx.write(ui, &painter, place, TextPlace::Start, shown);
            let shown = (what.as_ref(), theme::small(), panel.cx.palette.soft);
            panel
                .cx
                .write(ui, &painter, row.rest(), TextPlace::Start, shown);
            if response.clicked() {
                panel.search_for(&example);
                ui.close();
            }
        }
    });
}

/// A query as it is read, the value of a restriction in its own direction:
/// dates after an Arabic key would change places (UAX #9, W2).
fn in_order(query: &str) -> String {
    match query.split_once(':') {
        Some((key, value)) => format!("{key}:\u{2068}{value}\u{2069}"),
        None => query.to_owned(),
    }
}

/// Says below the field, at `field`, what is wrong with the query.
pub(super) fn query_problem_ui(ui: &Ui, field: Rect, panel: &mut Panel<'_>) {
    let is_typing = ui.memory(|memory| memory.has_focus(Id::unique(SEARCH_FIELD)));
    let sentences: Vec<String> = problems(panel, is_typing)
        .map(|problem| panel.texts.message(&problem.kind))
        .take(3)
        .collect();
    if sentences.is_empty() {
        return;
    }
    let palette = panel.cx.palette;
    let x = if panel.cx.right_to_left {
        field.right() - CARD
    } else {
        field.left()
    };
    Area::new(Id::unique("query-problem"))
        .order(Order::Foreground)
        .fixed_pos(egui::pos2(x.max(8.0), field.bottom() + 6.0))
        .show(ui.ctx(), |ui| {
            floating_frame(palette).inner_margin(10.0).show(ui, |ui| {
                for text in &sentences {
                    let width = CARD - 20.0;
                    put_block(ui, &mut panel.cx, text, theme::small(), width);
                }
            });
        });
}

/// What is said of the query: all of it once the reader has left the field,
/// before that only what going on cannot mend.
fn problems<'a>(
    panel: &Panel<'a>,
    is_typing: bool,
) -> impl Iterator<Item = &'a QueryProblem> + use<'a> {
    let search = &panel.state.search;
    let found = search.found();
    let notices = found.map(|found| found.answer.notices.iter());
    let problems = search.problems.iter();
    let said = problems.filter(move |problem| !is_typing || !problem.kind.is_unfinished());
    said.chain(notices.into_iter().flatten())
}
