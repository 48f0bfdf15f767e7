//! What is said where there is nothing to show: what happened, what to do next.

use super::Panel;
use crate::app::command::{Command, Source, UiCommand, View};
use crate::app::state::{AppState, Failure};
use crate::jobs::{Failed, Slot as _};
use crate::ui::widgets::{button, button_width};
use crate::ui::{RowRoom, TextPlace, theme};
use egui::{CornerRadius, Id, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

/// A title, a sentence and what can be done.
struct Notice {
    title: String,
    sentence: String,
    actions: Vec<(String, Command)>,
}

impl Panel<'_> {
    fn action(&self, command: UiCommand) -> (String, Command) {
        let name = self.texts.get(command.text_key()).into_owned();
        (name, Command::Ui(command))
    }
}

/// Draws in the middle of the pane why no article is open.
pub(in crate::app) fn pane_notice(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) {
    let texts = panel.texts;
    let notice = if let Some(loading) = &panel.state.loading {
        Notice {
            title: texts.with(
                "loading",
                &[("folder", (&name_of(panel, &loading.source)).into())],
            ),
            sentence: texts.get("loading-hint").into_owned(),
            actions: vec![(texts.get("cancel").into_owned(), Command::CancelOpen)],
        }
    } else if panel.state.corpus.articles.is_empty() {
        let mut actions = vec![
            panel.action(UiCommand::OpenFolder),
            panel.action(UiCommand::OpenEmbedded),
        ];
        if panel.state.n_problems() > 0 {
            actions.push(panel.action(UiCommand::ShowProblems));
        }
        Notice {
            title: texts.get("empty-no-articles").into_owned(),
            sentence: texts.get("empty-no-articles-hint").into_owned(),
            actions,
        }
    } else if panel.state.opens_first && !panel.state.list.is_idle() {
        return;
    } else {
        Notice {
            title: texts.get("empty-nothing-selected").into_owned(),
            sentence: texts.get("empty-nothing-selected-hint").into_owned(),
            actions: Vec::new(),
        }
    };
    notice_ui(ui, rect, panel, &notice);
}

/// Draws why there are no lines, or nothing to count.
pub(in crate::app) fn lines_notice(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) {
    let state = panel.state;
    if state.loading.is_some() || state.corpus.articles.is_empty() {
        return pane_notice(ui, rect, panel);
    }
    if state.waits_for_index() {
        return waiting_notice(ui, rect, panel);
    }
    // What is about to come is not announced as missing.
    if state.search.query.is_some() && !state.is_search_done() {
        return;
    }
    let made = match state.view {
        View::Statistics => state.statistics.counted.failed(),
        View::Reading | View::Concordance | View::Names => state.lines.made.failed(),
    };
    if let Some(failed) = state.search.answer.failed().or(made) {
        return failed_notice(ui, rect, panel, failed);
    }
    let texts = panel.texts;
    let title = match state.view {
        View::Statistics => "empty-no-query-to-count",
        View::Reading | View::Concordance | View::Names => "empty-no-query",
    };
    let notice = if state.search.query.is_none() {
        Notice {
            title: texts.get(title).into_owned(),
            sentence: texts.get("empty-no-query-hint").into_owned(),
            actions: vec![panel.action(UiCommand::FocusSearch)],
        }
    } else if let Some(n) = articles_without_hits(state) {
        Notice {
            title: texts.with("empty-no-words", &[("n", n.into())]),
            sentence: texts.get("empty-no-words-hint").into_owned(),
            actions: vec![panel.action(UiCommand::ShowReading)],
        }
    } else {
        no_hits(panel)
    };
    notice_ui(ui, rect, panel, &notice);
}

/// How many articles a query finds that asks for no words; nothing where it
/// finds none, or words.
fn articles_without_hits(state: &AppState) -> Option<usize> {
    let answer = &state.search.found()?.answer;
    let n = answer.matches.len();
    (n > 0 && answer.n_hits() == 0).then_some(n)
}

/// Draws that the search waits for the index.
fn waiting_notice(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) {
    let notice = Notice {
        title: panel.texts.get("search-waits").into_owned(),
        sentence: panel.texts.get("search-waits-hint").into_owned(),
        actions: vec![panel.action(UiCommand::ClearSearch)],
    };
    notice_ui(ui, rect, panel, &notice);
}

/// Draws in the list why no article is listed.
pub(in crate::app) fn list_notice(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) {
    let state = panel.state;
    if state.loading.is_some() || state.corpus.articles.is_empty() {
        return;
    }
    let rect = rect.shrink2(vec2(12.0, 0.0));
    let failed = state.search.answer.failed().or(state.list.failed());
    if let Some(failed) = failed {
        return failed_notice(ui, rect, panel, failed);
    }
    // What is about to come is not announced as missing.
    if !state.list.is_idle() {
        return;
    }
    let notice = no_hits(panel);
    notice_ui(ui, rect, panel, &notice);
}

/// Draws why no names are shown.
pub(in crate::app) fn names_notice(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) {
    let state = panel.state;
    if state.loading.is_some() || state.corpus.articles.is_empty() {
        return pane_notice(ui, rect, panel);
    }
    let (slots, part) = (&state.names_view, state.names_view.part);
    let found = state.naming.failed().or(state.annotating.failed());
    let counted = state.search.answer.failed().or(slots.slot(part).failed());
    if let Some(failed) = found.or(counted) {
        return failed_notice(ui, rect, panel, failed);
    }
    let texts = panel.texts;
    let say = |key: &str, actions| Notice {
        title: texts.get(key).into_owned(),
        sentence: texts.get(&format!("{key}-hint")).into_owned(),
        actions,
    };
    let notice = if state.annotations().is_none() {
        say("names-finding", Vec::new())
    } else if !state.names_view.is_idle() || !state.is_search_done() {
        // What is about to come is not announced as missing.
        return;
    } else if state.listing().n_articles == 0 {
        no_hits(panel)
    } else {
        let mut actions = Vec::new();
        if state.search.query.is_some() {
            actions.push(panel.action(UiCommand::ClearSearch));
        }
        if !state.filter.is_off() {
            actions.push(panel.action(UiCommand::ClearPeriods));
        }
        say("names-none", actions)
    };
    notice_ui(ui, rect, panel, &notice);
}

/// Draws that something failed. The status bar offers to try it again.
fn failed_notice(ui: &Ui, rect: Rect, panel: &mut Panel<'_>, failed: &Failed) {
    let notice = Notice {
        title: panel.failed(failed),
        sentence: panel.texts.get("failed-hint").into_owned(),
        actions: Vec::new(),
    };
    notice_ui(ui, rect, panel, &notice);
}

/// That nothing passes search and filter, and the ways back.
fn no_hits(panel: &Panel<'_>) -> Notice {
    let state = panel.state;
    let mut actions = Vec::new();
    if state.search.query.is_some() {
        actions.push(panel.action(UiCommand::ClearSearch));
    }
    if !state.filter.is_off() {
        actions.push(panel.action(UiCommand::ClearPeriods));
    }
    let query = [("query", state.search.text.trim().into())];
    let texts = panel.texts;
    let (title, hint) = match (state.search.query.is_some(), state.filter.is_off()) {
        (true, true) => (texts.with("empty-no-hits", &query), "empty-no-hits-hint"),
        (true, false) => (
            texts.with("empty-no-hits-in-period", &query),
            "empty-no-hits-in-period-hint",
        ),
        (false, _) => (
            texts.get("empty-no-period").into_owned(),
            "empty-no-period-hint",
        ),
    };
    Notice {
        title,
        sentence: texts.get(hint).into_owned(),
        actions,
    }
}

/// What a source is called in a sentence.
fn name_of(panel: &Panel<'_>, source: &Source) -> String {
    match source {
        Source::Embedded => panel.texts.get("corpus-embedded").into_owned(),
        Source::Folder(path) => path.display().to_string(),
    }
}

/// Why the last corpus could not be opened, in the language of the interface.
fn failure_sentence(panel: &Panel<'_>, failure: &Failure) -> String {
    let why = panel.texts.message(failure);
    match &panel.state.source {
        // The corpus that ships stands in for a folder at the start.
        Source::Embedded => why,
        Source::Folder(_) => format!("{why} {}", panel.texts.get("open-failed-kept")),
    }
}

/// Draws over the pane why a corpus could not be opened, or that an earlier
/// session ended in a defect; returns its height.
pub(in crate::app) fn failure_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) -> f32 {
    let (sentence, offered) = match (&panel.state.failure, &panel.state.panic_report) {
        (Some(failure), _) => {
            let mut offered = vec![
                ("close", Command::DismissFailure),
                ("open-folder", Command::Ui(UiCommand::OpenFolder)),
            ];
            if matches!(failure, Failure::Defect { .. }) {
                offered.push(("try-again", Command::TryAgain));
            }
            (failure_sentence(panel, failure), offered)
        }
        (None, Some(report)) => {
            let path = report.display().to_string();
            let sentence = panel.texts.with("panic-left", &[("path", (&path).into())]);
            let offered = vec![
                ("close", Command::DismissPanicReport),
                ("copy-path", Command::CopyPanicPath),
            ];
            (sentence, offered)
        }
        (None, None) => return 0.0,
    };
    let palette = panel.cx.palette;
    let height = 72.0;
    let banner = Rect::from_min_size(rect.min, vec2(rect.width(), height)).shrink(8.0);
    let painter = ui.painter().clone();
    painter.rect(
        banner,
        CornerRadius::same(8),
        palette.alarm.tint,
        Stroke::new(1.0, palette.alarm.ink),
        StrokeKind::Inside,
    );
    let mut row = RowRoom::new(banner.shrink2(vec2(12.0, 8.0)), panel.cx.right_to_left);
    for (key, command) in offered {
        let name = panel.texts.get(key);
        let width = button_width(&mut panel.cx, ui, &name);
        let place = row.end(width).shrink2(vec2(0.0, 4.0));
        if button(
            &mut panel.cx,
            ui,
            place,
            Id::unique(("failure", key)),
            &name,
        )
        .clicked()
        {
            panel.send(command);
        }
        row.end(8.0);
    }
    let room = row.rest();
    let style = crate::text::TextStyle {
        leading: 1.35,
        ..theme::small()
    };
    let direction = panel.cx.direction();
    let label = panel
        .cx
        .pen
        .lines(ui.ctx(), &sentence, style, room.width(), 3, direction);
    let place = Rect::from_min_max(room.min, room.max);
    let at = panel.cx.room(place, TextPlace::Start, &label).min;
    label.paint(&painter, at, palette.ink);
    height
}

fn notice_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>, notice: &Notice) {
    let palette = panel.cx.palette;
    let painter = ui.painter().clone();
    let width = rect.width().min(460.0);
    let direction = panel.cx.direction();
    let title_style = theme::headline(18.0);
    let title = panel
        .cx
        .pen
        .lines(ui.ctx(), &notice.title, title_style, width, 2, direction);
    let what = panel.cx.pen.lines(
        ui.ctx(),
        &notice.sentence,
        theme::text(),
        width,
        5,
        direction,
    );
    let total = title.size().y + what.size().y + 60.0;
    let mut y = rect.center().y - total / 2.0;
    for (label, color) in [(title, palette.ink), (what, palette.soft)] {
        let at = pos2(rect.center().x - label.width() / 2.0, y);
        label.paint(&painter, at, color);
        y += label.size().y + 8.0;
    }
    let widths: Vec<f32> = notice
        .actions
        .iter()
        .map(|(name, _)| button_width(&mut panel.cx, ui, name).min(rect.width()))
        .collect();
    let sum = widths.iter().map(|width| width + 8.0).sum::<f32>() - 8.0;
    if sum <= rect.width() {
        let line = Rect::from_center_size(pos2(rect.center().x, y + 24.0), vec2(sum, 32.0));
        let mut row = RowRoom::new(line, panel.cx.right_to_left);
        for ((name, command), width) in notice.actions.iter().zip(widths) {
            let place = row.start(width);
            if button(&mut panel.cx, ui, place, Id::unique(("notice", name)), name).clicked() {
                panel.send(command.clone());
            }
            row.start(8.0);
        }
    } else {
        for ((name, command), width) in notice.actions.iter().zip(widths) {
            let place = Rect::from_center_size(pos2(rect.center().x, y + 20.0), vec2(width, 32.0));
            y += 40.0;
            if button(&mut panel.cx, ui, place, Id::unique(("notice", name)), name).clicked() {
                panel.send(command.clone());
            }
        }
    }
}
