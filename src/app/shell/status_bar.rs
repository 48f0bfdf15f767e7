//! The bar at the bottom: totals, problems, what is under way.

use crate::app::command::{Command, UiCommand};
use crate::app::panels::Panel;
use crate::app::state::AppState;
use crate::app::state::search::SearchAnswer;
use crate::base::Progress;
use crate::ui::widgets::{button, button_width, icon_button, pressable, tooltip};
use crate::ui::{Icon, RowRoom, TextPlace, theme};
use egui::{CornerRadius, Id, Rect, Ui, vec2};
use std::time::Duration;

/// Draws the bar in `rect`.
pub(in crate::app) fn status_bar_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) {
    let inner = rect.shrink2(vec2(16.0, 0.0));
    let mut row = RowRoom::new(inner, panel.cx.right_to_left);
    let state = panel.state;
    let texts = panel.texts;
    let (n_articles, n_words) = shown_of(state);
    let articles = texts.with("count-articles", &[("n", n_articles.into())]);
    let words = texts.with("count-words", &[("n", n_words.into())]);
    let mut totals = format!("{articles} · {words}");
    if let Some(found) = state.search.found() {
        // A query of names and columns finds articles, but no words in them.
        let (key, n) = match (found.answer.n_hits(), found.answer.matches.len()) {
            (0, n_articles) if n_articles > 0 => ("count-articles-found", n_articles as u64),
            _ => ("count-hits", hits_shown(state, found)),
        };
        let hits = texts.with(key, &[("n", n.into())]);
        totals = format!("{totals} · {hits}");
    }
    let style = theme::small();
    let soft = panel.cx.palette.soft;
    let painter = ui.painter().clone();
    let width = panel.cx.label(ui, &totals, style).width();
    let place = row.start(width);
    panel.cx.write(
        ui,
        &painter,
        place,
        TextPlace::Start,
        (&totals, style, soft),
    );
    row.start(12.0);
    if state.n_problems() > 0 {
        problems_ui(ui, &mut row, panel);
    }
    work_ui(ui, &mut row, panel);
    message_ui(ui, row.rest(), panel);
}

/// Articles of the periods that are shown, and their words.
fn shown_of(state: &AppState) -> (usize, u64) {
    if state.filter.is_off() {
        return (state.corpus.articles.len(), state.n_words);
    }
    let periods = &state.periods;
    let dated = periods.dated.iter();
    let dated = dated.map(|count| (Some(&count.period), count.n_articles, count.n_words));
    dated
        .chain([(None, periods.n_undated, periods.n_undated_words)])
        .filter(|(period, ..)| state.filter.has(*period))
        .fold((0, 0), |(articles, words), (_, n, of)| {
            (articles + n, words + of)
        })
}

/// The hits in articles of the periods that are shown.
fn hits_shown(state: &AppState, found: &SearchAnswer) -> u64 {
    let all = found.answer.n_hits() as u64;
    if state.filter.is_off() {
        return all;
    }
    let rates = found.rates.iter();
    let undated = all.saturating_sub(rates.clone().map(|rate| rate.n_hits).sum());
    let dated = rates.filter(|rate| state.filter.has(Some(&rate.period)));
    let undated = if state.filter.has(None) { undated } else { 0 };
    dated.map(|rate| rate.n_hits).sum::<u64>() + undated
}

/// What failed and can be tried again, what became of the last thing saved, or
/// what the reader must know of the folder; a click takes the second away.
fn message_ui(ui: &Ui, room: Rect, panel: &mut Panel<'_>) {
    let texts = panel.texts;
    let state = panel.state;
    let mut room = room.shrink2(vec2(16.0, 3.0));
    let mut told = None;
    let (text, is_fault) = match (state.failed(), &state.saved) {
        (Some(failed), _) => {
            room = try_again_ui(ui, room, panel);
            let why = [("message", failed.message.as_str().into())];
            let text = panel.failed(failed);
            told = Some(format!("{text} {}", texts.with("failed-why", &why)));
            (text, true)
        }
        (None, Some(Ok(path))) => {
            let path = path.display().to_string();
            (texts.with("saved-to", &[("path", (&path).into())]), false)
        }
        (None, Some(Err(error))) => {
            let reason = texts.message(error);
            (
                texts.with("save-failed", &[("reason", (&reason).into())]),
                true,
            )
        }
        (None, None) => {
            let text = if state.is_unindexable() {
                texts.get("index-failed").into_owned()
            } else if let Some(fault) = state.watch_fault() {
                texts.message(&fault)
            } else if state.lines.are_marks_lost() {
                texts.get("marks-not-kept").into_owned()
            } else if let Some(damaged) = &state.damaged {
                texts.message(damaged)
            } else if state.is_cache_lost() {
                texts.get("cache-not-kept").into_owned()
            } else {
                return;
            };
            (text, true)
        }
    };
    let palette = panel.cx.palette;
    let color = if is_fault {
        palette.alarm.ink
    } else {
        palette.soft
    };
    let painter = ui.painter().clone();
    let shown = (text.as_str(), theme::small(), color);
    let place = panel.cx.write(ui, &painter, room, TextPlace::Start, shown);
    let response = pressable(ui, place, Id::unique("message"), &text);
    tooltip(&mut panel.cx, &response, told.as_ref().unwrap_or(&text));
    if response.clicked() {
        panel.send(Command::DismissSaved);
    }
}

/// Offers to try again what has failed; returns the room beside.
fn try_again_ui(ui: &Ui, room: Rect, panel: &mut Panel<'_>) -> Rect {
    let text = panel.texts.get("try-again");
    let mut row = RowRoom::new(room, panel.cx.right_to_left);
    let place = row.start(button_width(&mut panel.cx, ui, &text));
    row.start(8.0);
    let pressed = button(&mut panel.cx, ui, place, Id::unique("try-again"), &text);
    if pressed.clicked() {
        panel.send(Command::TryAgain);
    }
    row.rest()
}

fn problems_ui(ui: &Ui, row: &mut RowRoom, panel: &mut Panel<'_>) {
    let n = panel.state.n_problems();
    let text = panel.texts.with("count-problems", &[("n", n.into())]);
    let style = theme::small();
    let width = panel.cx.label(ui, &text, style).width() + 34.0;
    let place = row.start(width).shrink2(vec2(0.0, 3.0));
    let response = pressable(ui, place, Id::unique("problems"), &text);
    let painter = ui.painter();
    if response.hovered() || panel.state.problems_open {
        painter.rect_filled(place, CornerRadius::same(5), panel.cx.palette.hover);
    }
    let mut inner = RowRoom::new(place.shrink2(vec2(6.0, 0.0)), panel.cx.right_to_left);
    let icon = Rect::from_center_size(inner.start(16.0).center(), vec2(13.0, 13.0));
    let color = panel.cx.palette.alarm.ink;
    Icon::Warning.paint(painter, icon, color);
    inner.start(4.0);
    let color = panel.cx.palette.ink;
    panel.cx.write(
        ui,
        painter,
        inner.rest(),
        TextPlace::Start,
        (&text, style, color),
    );
    crate::ui::widgets::focus_ring(&panel.cx, painter, &response, 5);
    if response.clicked() {
        panel.send(Command::Ui(UiCommand::ShowProblems));
    }
}

/// What is under way, how far it is, and a button that stops it.
fn work_ui(ui: &Ui, row: &mut RowRoom, panel: &mut Panel<'_>) {
    let state = panel.state;
    let texts = panel.texts;
    let percent = |key: &str, progress: &Progress| {
        let percent = percent_of(progress.fraction().unwrap_or(0.0));
        texts.with(key, &[("percent", percent.into())])
    };
    let loading = state.loading.as_ref();
    let counting = state.names_view.slot(state.names_view.part).progress();
    let (text, progress) = if let Some(progress) = loading.and_then(|l| l.read.progress()) {
        let text = match progress.total() {
            None => texts.get("status-listing").into_owned(),
            Some(total) => texts.with(
                "status-reading",
                &[("done", progress.done().into()), ("total", total.into())],
            ),
        };
        (text, progress)
    } else if let Some(progress) = state.indexing.progress() {
        let key = if state.waits_for_index() {
            "status-indexing-for-search"
        } else {
            "status-indexing"
        };
        (percent(key, progress), progress)
    } else if let Some(progress) = state.annotating.progress() {
        (percent("status-finding-names", progress), progress)
    } else if let Some(progress) = state.search.answer.progress() {
        (texts.get("status-searching").into_owned(), progress)
    } else if let Some(progress) = state.statistics.counted.progress().or(counting) {
        (texts.get("status-counting").into_owned(), progress)
    } else if let Some(progress) = state.statistics.wire.groups.progress() {
        (percent("status-comparing", progress), progress)
    } else {
        return;
    };
    let can_cancel = loading.is_some();
    // The counter moves on another thread: look at it a few times a second.
    ui.ctx().request_repaint_after(Duration::from_millis(100));
    let fraction = progress.fraction();
    if can_cancel {
        let name = panel.texts.get("cancel");
        let place = row.end(24.0).shrink2(vec2(0.0, 3.0));
        let id = Id::unique("cancel-open");
        if icon_button(&mut panel.cx, ui, place, id, Icon::Close, &name).clicked() {
            panel.send(Command::CancelOpen);
        }
        row.end(4.0);
    }
    let palette = panel.cx.palette;
    let painter = ui.painter();
    let track = Rect::from_center_size(row.end(120.0).center(), vec2(120.0, 6.0));
    painter.rect_filled(track, CornerRadius::same(3), palette.line);
    let mut bar = RowRoom::new(track, panel.cx.right_to_left);
    let done = bar.start(120.0 * fraction.unwrap_or(0.0));
    painter.rect_filled(done, CornerRadius::same(3), palette.accent.ink);
    row.end(8.0);
    panel.cx.write(
        ui,
        painter,
        row.rest(),
        TextPlace::End,
        (&text, theme::small(), palette.soft),
    );
}

fn percent_of(fraction: f32) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a percentage"
    )]
    let percent = (fraction * 100.0) as u32;
    percent
}
