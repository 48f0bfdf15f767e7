//! The message about the last repair, or about saving, over the foot of the
//! pane.

use super::words::Speaker;
use crate::app::command::{Command, UiCommand};
use crate::app::panels::Panel;
use crate::app::repairs::{RepairCommand, What};
use crate::text::TextStyle;
use crate::ui::widgets::{CONTROL, button, button_width, floating_frame, icon_button};
use crate::ui::{Icon, Place, Row, theme};
use egui::{Area, Id, Order, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

const WIDTH: f32 = 620.0;

/// What can be done about the message.
#[derive(Clone, Copy)]
enum Offer {
    Nothing,
    Undo,
    Redo,
    Save,
}

/// Draws the message over the foot of `main`, if there is one.
pub(in crate::app) fn repair_bar_ui(ui: &Ui, main: Rect, panel: &mut Panel<'_>) {
    let Some((text, offer, is_fault)) = message(panel) else {
        return;
    };
    let palette = panel.cx.palette;
    let width = WIDTH.min(main.width() - 24.0);
    let offered = match offer {
        Offer::Nothing => None,
        Offer::Undo => Some(("repair-undo", Command::Ui(UiCommand::UndoRepair))),
        Offer::Redo => Some(("repair-redo", Command::Ui(UiCommand::RedoRepair))),
        Offer::Save => Some(("try-again", Command::Repair(RepairCommand::Save))),
    };
    let button_text = offered.as_ref().map(|(key, _)| panel.texts.get(key));
    let button_room = button_text
        .as_ref()
        .map_or(0.0, |text| button_width(&mut panel.cx, ui, text) + 8.0);
    let style = TextStyle {
        leading: 1.35,
        ..theme::small()
    };
    let room = width - 24.0 - button_room - 36.0;
    let direction = panel.cx.direction();
    let pen = &mut *panel.cx.pen;
    let label = pen.lines(ui.ctx(), &text, style, room, 3, direction);
    let height = label.size().y.max(CONTROL) + 16.0;
    let at = pos2(main.center().x - width / 2.0, main.bottom() - height - 14.0);
    Area::new(Id::unique("repair-bar"))
        .order(Order::Middle)
        .fixed_pos(at)
        .show(ui.ctx(), |ui| {
            floating_frame(palette).show(ui, |ui| {
                let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &text));
                let mut row = Row::new(rect.shrink2(vec2(12.0, 8.0)), panel.cx.right_to_left);
                let close = panel.texts.get("close");
                let place = row.end(28.0);
                let id = Id::unique("close-repair-bar");
                if icon_button(&mut panel.cx, ui, place, id, Icon::Close, &close).clicked() {
                    panel.send(Command::Repair(RepairCommand::Dismiss));
                }
                row.end(8.0);
                if let Some(((key, command), text)) = offered.zip(button_text) {
                    let place = row.end(button_room - 8.0);
                    let place =
                        Rect::from_center_size(place.center(), vec2(place.width(), CONTROL));
                    if button(&mut panel.cx, ui, place, Id::unique(key), &text).clicked() {
                        panel.send(command);
                    }
                }
                let color = if is_fault {
                    palette.alarm.ink
                } else {
                    palette.ink
                };
                let at = panel.cx.room(row.rest(), Place::Start, &label).min;
                label.paint(ui.painter(), at, color);
            });
        });
}

/// What is said, what is offered, and whether something is wrong.
fn message(panel: &Panel<'_>) -> Option<(String, Offer, bool)> {
    let repairs = &panel.state.repairs;
    let speaker = Speaker {
        texts: panel.texts,
        table: panel.state.table().map(|table| &**table),
    };
    if let Some(fault) = &repairs.fault {
        let text = format!(
            "{} {}",
            panel.texts.message(fault),
            panel.texts.get("names-not-kept")
        );
        return Some((text, Offer::Save, true));
    }
    if !repairs.conflicts.is_empty() {
        let names: Vec<String> = repairs
            .conflicts
            .iter()
            .map(|c| speaker.key(&c.key))
            .collect();
        let names = names.join("، ");
        let args = [("names", (&names).into())];
        return Some((
            panel.texts.with("names-conflict", &args),
            Offer::Nothing,
            true,
        ));
    }
    if let Some((fault, not_taken_out)) = &repairs.aside {
        let mut text = format!(
            "{} {}",
            panel.texts.message(fault),
            panel.texts.get("names-aside")
        );
        if !not_taken_out.is_empty() {
            let names: Vec<String> = not_taken_out.iter().map(|key| speaker.key(key)).collect();
            let names = names.join("، ");
            let more = panel
                .texts
                .with("names-not-taken-out", &[("names", (&names).into())]);
            text = format!("{text} {more}");
        }
        return Some((text, Offer::Nothing, true));
    }
    let done = repairs.done.as_ref()?;
    let (offer, is_fault) = match done.what {
        What::Did | What::Redid => (Offer::Undo, false),
        What::Undid => (Offer::Redo, false),
        What::TookOver => (Offer::Nothing, false),
        What::Failed(_) => (Offer::Nothing, true),
    };
    Some((speaker.done(done), offer, is_fault))
}
