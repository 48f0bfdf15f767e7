//! The list of problems: what, where, what to do.

use crate::app::command::{Command, UiCommand};
use crate::app::panels::Panel;
use crate::app::state::problem_words::place_of;
use crate::base::Severity;
use crate::corpus::Problem;
use crate::ui::column::ScrollColumn;
use crate::ui::widgets::{button, button_width, icon_button};
use crate::ui::{Icon, PaintedLabel, RowRoom, TextPlace, theme};
use egui::{CornerRadius, Id, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

const SIDE: f32 = 16.0;
const HEAD: f32 = 42.0;
const PLACE: f32 = 20.0;

/// The state of the list.
#[derive(Default)]
pub(in crate::app) struct ProblemsPanel {
    column: ScrollColumn,
    /// The places of the problems as they are listed.
    order: Vec<usize>,
    revision: Option<(u64, usize, u32)>,
}

impl ProblemsPanel {
    /// Draws the list in `rect`.
    pub(in crate::app) fn show(&mut self, ui: &mut Ui, rect: Rect, panel: &mut Panel<'_>) {
        let palette = panel.cx.palette;
        let painter = ui.painter().clone();
        painter.rect_filled(rect, CornerRadius::ZERO, palette.paper);
        painter.hline(rect.x_range(), rect.top(), Stroke::new(1.0, palette.line));
        let (head, body) = rect.split_top_bottom_at_y(rect.top() + HEAD);
        head_ui(ui, head, panel);
        let state = panel.state;
        let n_problems = state.n_problems();
        if n_problems == 0 {
            let text = panel.texts.get("problems-none");
            let line = Rect::from_min_size(body.min, vec2(body.width(), 40.0));
            let line = line.shrink2(vec2(SIDE, 0.0));
            let shown = (text.as_ref(), theme::text(), palette.soft);
            panel.cx.write(ui, &painter, line, TextPlace::Start, shown);
            return;
        }
        let revision = (panel.state.generation, n_problems, body.width().to_bits());
        if self.revision != Some(revision) {
            self.revision = Some(revision);
            self.order = state.problems_by_severity();
            self.column = ScrollColumn::new((0..n_problems).map(|_| 52.0));
        }
        let view = body.height();
        let width = body.width() - 2.0 * SIDE - 22.0;
        let order = &self.order;
        let problem = |place: usize| state.problem(*order.get(place)?);
        let mut height = |index: usize| {
            problem(index).map_or(0.0, |problem| {
                message(ui, panel, problem, width).size().y + PLACE + 12.0
            })
        };
        if ui.rect_contains_pointer(body) {
            let wheel = ui.input(|i| i.smooth_scroll_delta().y);
            if wheel != 0.0 {
                self.column.scroll_by(-wheel, view, &mut height);
            }
        }
        let visible = self.column.visible(view, &mut height);
        for item in visible {
            if let Some(problem) = problem(item.index) {
                let rect = Rect::from_min_size(
                    pos2(body.left(), body.top() + item.y),
                    vec2(body.width(), item.height),
                );
                problem_ui(ui, body, rect, panel, problem, item.index);
            }
        }
    }
}

fn head_ui(ui: &Ui, rect: Rect, panel: &mut Panel<'_>) {
    let mut row = RowRoom::new(rect.shrink2(vec2(SIDE, 5.0)), panel.cx.right_to_left);
    let name = panel.texts.get("close");
    let close = row.end(30.0);
    let id = Id::unique("close-problems");
    if icon_button(&mut panel.cx, ui, close, id, Icon::Close, &name).clicked() {
        panel.send(Command::Ui(UiCommand::ShowProblems));
    }
    row.end(8.0);
    let copy = panel.texts.get("problems-copy");
    let width = button_width(&mut panel.cx, ui, &copy);
    if button(
        &mut panel.cx,
        ui,
        row.end(width),
        Id::unique("copy-problems"),
        &copy,
    )
    .clicked()
    {
        panel.send(Command::CopyProblems);
    }
    let title = panel.texts.get("problems-title");
    let color = panel.cx.palette.ink;
    let style = theme::text().bold();
    let painter = ui.painter().clone();
    panel.cx.write(
        ui,
        &painter,
        row.rest(),
        TextPlace::Start,
        (&title, style, color),
    );
}

fn message(ui: &Ui, panel: &mut Panel<'_>, problem: &Problem, width: f32) -> PaintedLabel {
    let text = panel.texts.message(&problem.kind);
    let direction = panel.cx.direction();
    panel
        .cx
        .pen
        .lines(ui.ctx(), &text, theme::text(), width, 3, direction)
}

fn problem_ui(
    ui: &mut Ui,
    clip: Rect,
    rect: Rect,
    panel: &mut Panel<'_>,
    problem: &Problem,
    index: usize,
) {
    let palette = panel.cx.palette;
    let painter = ui.painter_at(clip);
    let text = panel.texts.message(&problem.kind);
    let id = Id::unique(("problem", index));
    let response = ui.interact(rect.intersect(clip), id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &text));
    if response.hovered() {
        painter.rect_filled(rect, CornerRadius::ZERO, palette.hover);
    }
    let mut row = RowRoom::new(rect.shrink2(vec2(SIDE, 6.0)), panel.cx.right_to_left);
    let color = match problem.severity() {
        Severity::Error => palette.alarm.ink,
        Severity::Warning => palette.hit.ink,
        Severity::Note => palette.faint,
    };
    let mark = row.start(22.0);
    let icon = Rect::from_center_size(pos2(mark.center().x, mark.top() + 10.0), vec2(14.0, 14.0));
    Icon::Warning.paint(&painter, icon, color);
    let (message_room, place_room) = {
        let room = row.rest();
        room.split_top_bottom_at_y(room.bottom() - PLACE)
    };
    let label = message(ui, panel, problem, message_room.width());
    let x = if panel.cx.right_to_left {
        message_room.right() - label.width()
    } else {
        message_room.left()
    };
    label.paint(&painter, pos2(x, message_room.top()), palette.ink);
    let place = place_of(panel.texts, problem);
    let style = theme::small();
    panel.cx.write(
        ui,
        &painter,
        place_room,
        TextPlace::Start,
        (&place, style, palette.soft),
    );
    painter.hline(
        rect.x_range(),
        rect.bottom() - 0.5,
        Stroke::new(1.0, palette.line),
    );
    if response.clicked()
        && let Some(file) = &problem.file
    {
        panel.send(Command::GoToFile(file.clone()));
    }
}
