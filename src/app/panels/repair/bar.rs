//! The message about the last repair, or about saving, below what is shown.

use super::words::Speaker;
use crate::app::command::{Command, UiCommand};
use crate::app::panels::Panel;
use crate::app::repairs::{HowDone, RepairCommand};
use crate::text::TextStyle;
use crate::ui::widgets::{CONTROL, button, button_width, floating_frame, icon_button};
use crate::ui::{Icon, PaintedLabel, RowRoom, TextPlace, theme};
use egui::{Area, Id, Order, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

const WIDTH: f32 = 620.0;
/// Points above and below it.
const MARGIN: f32 = 8.0;

/// What can be done about the message.
#[derive(Clone, Copy)]
enum Offer {
    Nothing,
    Undo,
    Redo,
    Save,
}

/// The message, laid out.
pub(in crate::app) struct RepairBar {
    room: Rect,
    text: String,
    label: PaintedLabel,
    offered: Option<(&'static str, Command)>,
    is_fault: bool,
}

/// Takes the room of the message from the foot of `main`, if there is one: it
/// covers neither text nor rows.
pub(in crate::app) fn repair_bar_room(
    ui: &Ui,
    main: &mut Rect,
    panel: &mut Panel<'_>,
) -> Option<RepairBar> {
    let (text, offer, is_fault) = message(panel)?;
    let width = WIDTH.min(main.width() - 24.0);
    let offered = match offer {
        Offer::Nothing => None,
        Offer::Undo => Some(("repair-undo", Command::Ui(UiCommand::UndoRepair))),
        Offer::Redo => Some(("repair-redo", Command::Ui(UiCommand::RedoRepair))),
        Offer::Save => Some(("try-again", Command::Repair(RepairCommand::Save))),
    };
    let style = TextStyle {
        leading: 1.35,
        ..theme::small()
    };
    let beside = offered
        .as_ref()
        .map_or(0.0, |(key, _)| button_room(ui, panel, key));
    let room = width - 24.0 - beside - 36.0;
    let direction = panel.cx.direction();
    let pen = &mut *panel.cx.pen;
    let label = pen.lines(ui.ctx(), &text, style, room, 3, direction);
    let height = label.size().y.max(CONTROL) + 16.0;
    let foot = height + 2.0 * MARGIN;
    main.max.y -= foot;
    let at = pos2(main.center().x - width / 2.0, main.bottom() + MARGIN);
    Some(RepairBar {
        room: Rect::from_min_size(at, vec2(width, height)),
        text,
        label,
        offered,
        is_fault,
    })
}

fn button_room(ui: &Ui, panel: &mut Panel<'_>, key: &str) -> f32 {
    let text = panel.texts.get(key);
    button_width(&mut panel.cx, ui, &text) + 8.0
}

/// Draws the message in its room.
pub(in crate::app) fn repair_bar_ui(ui: &Ui, bar: Option<RepairBar>, panel: &mut Panel<'_>) {
    let Some(bar) = bar else {
        return;
    };
    let palette = panel.cx.palette;
    let RepairBar {
        room,
        text,
        label,
        offered,
        is_fault,
    } = bar;
    let (width, height) = (room.width(), room.height());
    Area::new(Id::unique("repair-bar"))
        .order(Order::Middle)
        .fixed_pos(room.min)
        .show(ui.ctx(), |ui| {
            floating_frame(palette).show(ui, |ui| {
                let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &text));
                let mut row = RowRoom::new(rect.shrink2(vec2(12.0, 8.0)), panel.cx.right_to_left);
                let close = panel.texts.get("close");
                let place = row.end(28.0);
                let id = Id::unique("close-repair-bar");
                if icon_button(&mut panel.cx, ui, place, id, Icon::Close, &close).clicked() {
                    panel.send(Command::Repair(RepairCommand::Dismiss));
                }
                row.end(8.0);
                if let Some((key, command)) = offered {
                    let text = panel.texts.get(key);
                    let place = row.end(button_width(&mut panel.cx, ui, &text));
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
                let at = panel.cx.room(row.rest(), TextPlace::Start, &label).min;
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
        HowDone::Did | HowDone::Redid => (Offer::Undo, false),
        HowDone::Undid => (Offer::Redo, false),
        HowDone::TookOver => (Offer::Nothing, false),
        HowDone::Failed(_) => (Offer::Nothing, true),
    };
    Some((speaker.done(done), offer, is_fault))
}
