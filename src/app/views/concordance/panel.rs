//! The concordance: what its lines are, over the lines themselves.

use super::line_entry::LineReader;
use super::toolbar::toolbar_ui;
use crate::analysis::concordance::Row as LineRow;
use crate::app::command::{Command, LineCommand};
use crate::app::panels::Panel;
use crate::app::panels::beside::beside_ui;
use crate::app::panels::notice::{failure_ui, lines_notice};
use crate::app::state::Requests;
use crate::app::state::concordance::ShownLines;
use crate::ui::kwic::{KwicAnswer, KwicColumn, KwicNames, KwicPane, KwicRequest};
use egui::{Event, Rect, Ui, pos2};

/// Height of the bar over the lines in points.
const TOOLBAR: f32 = 50.0;

/// The state of the panel.
#[derive(Default)]
pub(in crate::app) struct ConcordancePanel {
    pane: KwicPane,
}

impl ConcordancePanel {
    /// Draws the panel in `rect`.
    pub(in crate::app) fn show(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        panel: &mut Panel<'_>,
        requests: &Requests,
    ) {
        let top = failure_ui(ui, rect, panel);
        let rect = Rect::from_min_max(pos2(rect.left(), rect.top() + top), rect.max);
        let (bar, body) = rect.split_top_bottom_at_y(rect.top() + TOOLBAR);
        toolbar_ui(ui, bar, panel);
        let also = beside_ui(ui, body, panel);
        let body = body.with_min_y(body.top() + also);
        let shown = panel.state.lines.shown().cloned();
        match shown.filter(|shown| shown.concordance.n_rows() > 0) {
            Some(shown) => {
                let answer = self.lines_ui(ui, body, panel, &shown);
                if let Some(row) = requests.reveal_line {
                    self.pane.select(row);
                }
                let focused = ui.memory(egui::Memory::focused);
                let is_here = focused.is_none_or(|id| id == KwicPane::id());
                let copy = ui.input(|i| i.events.iter().any(|e| matches!(e, Event::Copy)));
                if requests.copy || (copy && is_here) {
                    panel.send(Command::Line(LineCommand::Copy));
                }
                send(panel, &shown, answer);
            }
            None => lines_notice(ui, body, panel),
        }
    }

    fn lines_ui(
        &mut self,
        ui: &mut Ui,
        body: Rect,
        panel: &mut Panel<'_>,
        shown: &ShownLines,
    ) -> KwicAnswer {
        let texts = panel.texts;
        let reader = LineReader {
            shown,
            state: panel.state,
            texts,
            palette: panel.cx.palette,
        };
        let language = u64::from(panel.cx.right_to_left);
        let dark = u64::from(panel.cx.palette.dark);
        let mut request = KwicRequest {
            n_entries: shown.concordance.n_rows(),
            entry: &mut |n| reader.entry(n),
            wide: &mut |n| reader.wide(n),
            key: panel.state.lines.number,
            revision: panel.state.lines.revision << 2 | language << 1 | dark,
            right_to_left: true,
            scale: panel.state.text_scale,
            names: KwicNames {
                list: &texts.get("a11y-lines"),
                scrollbar: &texts.get("a11y-lines-scrollbar"),
                tick: &texts.get("line-tick"),
                widen: &texts.get("line-widen"),
                narrow: &texts.get("line-narrow"),
                note: &texts.get("line-note"),
                note_hint: &texts.get("line-note-hint"),
                clear_note: &texts.get("line-note-clear"),
                place: &texts.get("column-place"),
                before: &texts.get("column-before"),
                node: &texts.get("column-node"),
                after: &texts.get("column-after"),
            },
        };
        self.pane.show(ui, body, &mut panel.cx, &mut request)
    }
}

/// Turns what the reader did into commands.
fn send(panel: &mut Panel<'_>, shown: &ShownLines, answer: KwicAnswer) {
    let concordance = &shown.concordance;
    let hit_of = |row: usize| match concordance.row(row)? {
        LineRow::Line(line) => concordance.hit(line),
        LineRow::Heading(_) => None,
    };
    if let Some(row) = answer.folded
        && let Some(LineRow::Heading(group)) = concordance.row(row)
    {
        panel.send(Command::Line(LineCommand::Collapse(group)));
    }
    if let Some(hit) = answer.opened.and_then(hit_of) {
        panel.send(Command::Line(LineCommand::Open(hit)));
    } else if let Some(hit) = answer.selected.and_then(hit_of) {
        panel.send(Command::Line(LineCommand::Select(hit)));
    }
    if let Some(hit) = answer.ticked.and_then(hit_of) {
        panel.send(Command::Line(LineCommand::Tick(hit)));
    }
    if let Some(hit) = answer.removed.and_then(hit_of) {
        panel.send(Command::Line(LineCommand::Remove(hit)));
    }
    if let Some((row, note)) = answer.noted
        && let Some(hit) = hit_of(row)
    {
        panel.send(Command::Line(LineCommand::Note(hit, note)));
    }
    let presets = match answer.heading {
        Some(KwicColumn::Before) => Some("before1,before2,before3"),
        Some(KwicColumn::Node) => Some("node,after1,after2"),
        Some(KwicColumn::After) => Some("after1,after2,after3"),
        Some(KwicColumn::Place) => Some("period,file"),
        None => None,
    };
    if let Some(sort) = presets.and_then(|keys| keys.parse().ok()) {
        panel.send(Command::Line(LineCommand::SortBy(sort)));
    }
}
