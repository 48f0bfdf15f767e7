//! What a repair would change, shown before it is done.

use super::words::Speaker;
use crate::app::command::Command;
use crate::app::panels::Panel;
use crate::app::panels::entity_card::type_key;
use crate::app::repairs::{ChangedPlace, Named, RepairCommand};
use crate::jobs::Slot as _;
use crate::text::BaseDirection;
use crate::ui::reading::MarkClass;
use crate::ui::widgets::{button, button_width, floating_frame, ring};
use crate::ui::{RowRoom, TextPlace, theme};
use egui::{
    Area, Color32, EventFilter, Id, Key, Modifiers, Order, Painter, Rect, Role, Sense, Ui,
    WidgetInfo, pos2, vec2,
};
use std::time::Duration;

/// The name of what has the keyboard while it is open.
pub(in crate::app) const REPAIR_PREVIEW: &str = "repair-preview";
const WIDTH: f32 = 560.0;

/// The state of the panel.
#[derive(Default)]
pub(in crate::app) struct RepairPreview {
    was_open: bool,
    height: f32,
}

impl RepairPreview {
    /// Draws it over `main`, while something is to be looked at first.
    pub(in crate::app) fn show(&mut self, ui: &Ui, main: Rect, panel: &mut Panel<'_>) {
        let opens = !std::mem::replace(&mut self.was_open, false);
        let Some(asked) = panel.state.repairs.shown() else {
            return;
        };
        let Some(repair) = asked.repair() else {
            return;
        };
        self.was_open = true;
        let speaker = Speaker {
            texts: panel.texts,
            table: panel.state.table().map(|table| &**table),
        };
        let effect = asked.effect.shown().filter(|_| asked.effect.is_idle());
        let told = effect.and_then(|effect| effect.as_ref().as_ref().ok()?.repair.as_ref());
        let title = speaker.repair(told.unwrap_or(repair));
        let (sentence, places): (_, &[ChangedPlace]) = match effect.map(AsRef::as_ref) {
            Some(Ok(effect)) => (speaker.whole_effect(effect), &effect.places),
            Some(Err(fault)) => (speaker.fault(fault), &[]),
            None => {
                let failed = asked.effect.failed().map(|failed| panel.failed(failed));
                let counting = || {
                    ui.ctx().request_repaint_after(Duration::from_millis(100));
                    panel.texts.get("repair-counting").into_owned()
                };
                (failed.unwrap_or_else(counting), &[])
            }
        };
        let effect = effect.and_then(|effect| effect.as_ref().as_ref().ok());
        let can_do = effect.is_some();
        let n_more = effect.map_or(0, |effect| effect.n_mentions - effect.places.len());
        let at = pos2(
            main.center().x - WIDTH / 2.0,
            (main.center().y - self.height / 2.0).max(main.top() + 8.0),
        );
        let shown = Area::new(Id::unique(REPAIR_PREVIEW).with("area"))
            .order(Order::Foreground)
            .fixed_pos(at)
            .constrain(true)
            .show(ui.ctx(), |ui| {
                let palette = panel.cx.palette;
                floating_frame(palette).inner_margin(18.0).show(ui, |ui| {
                    ui.set_width(WIDTH - 36.0);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    grab_keys(ui, &title, opens);
                    write_lines(ui, panel, &title, theme::headline(17.0));
                    ui.add_space(6.0);
                    write_lines(ui, panel, &sentence, theme::text());
                    ui.add_space(10.0);
                    for place in places {
                        place_ui(ui, panel, place);
                    }
                    if n_more > 0 {
                        let n = [("n", n_more.into())];
                        let text = panel.texts.with("repair-more-places", &n);
                        write_lines(ui, panel, &text, theme::small());
                    }
                    ui.add_space(12.0);
                    buttons_ui(ui, panel, can_do);
                });
            });
        self.height = shown.response.rect.height();
    }
}

/// Enter does it, Escape leaves it; the keyboard goes back to where it was.
fn buttons_ui(ui: &mut Ui, panel: &mut Panel<'_>, can_do: bool) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 34.0), Sense::hover());
    let mut row = RowRoom::new(rect, panel.cx.right_to_left);
    let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
    // On a button the key presses that.
    let is_own = ui.memory(|memory| memory.has_focus(Id::unique(REPAIR_PREVIEW)));
    let enter = is_own && pressed(Key::Enter);
    let escape = !panel.state.palette_open && pressed(Key::Escape);
    let mut press = |panel: &mut Panel<'_>, key: &'static str| {
        let text = panel.texts.get(key);
        let place = row.end(button_width(&mut panel.cx, ui, &text));
        row.end(8.0);
        let pressed = button(&mut panel.cx, ui, place, Id::unique(key), &text);
        // What Enter does is the one that looks as if it had the keyboard.
        if is_own
            && key
                == if can_do {
                    "repair-do"
                } else {
                    "repair-give-up"
                }
        {
            ring(&panel.cx, ui.painter(), place, 6);
        }
        pressed.clicked()
    };
    if press(panel, "repair-give-up") || escape {
        panel.send(Command::Repair(RepairCommand::GiveUp));
        ui.memory_mut(egui::Memory::stop_text_input);
    } else if can_do && (press(panel, "repair-do") || enter) {
        panel.send(Command::Repair(RepairCommand::Do));
        ui.memory_mut(egui::Memory::stop_text_input);
    }
}

/// A changed place in its context, and what it was and is.
fn place_ui(ui: &mut Ui, panel: &mut Panel<'_>, place: &ChangedPlace) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 52.0), Sense::hover());
    let text = format!("{}{}{}", place.before, place.words, place.after);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    let painter = ui.painter().clone();
    let palette = panel.cx.palette;
    let line = Rect::from_min_size(rect.min, vec2(rect.width(), 28.0));
    context_ui(ui, &painter, panel, line, place);
    let below = Rect::from_min_size(
        pos2(rect.left(), rect.top() + 27.0),
        vec2(rect.width(), 20.0),
    );
    let mut row = RowRoom::new(below, panel.cx.right_to_left);
    let arrow = if panel.cx.right_to_left { "‹" } else { "›" };
    let parts = [
        named(panel, place.old.as_ref(), place.new.as_ref()),
        (arrow.to_owned(), palette.soft),
        named(panel, place.new.as_ref(), place.old.as_ref()),
        (panel.texts.file(&place.file).into_owned(), palette.faint),
    ];
    for (text, color) in parts {
        let width = panel.cx.label(ui, &text, theme::small()).width();
        let room = row.start(width);
        let shown = (text.as_str(), theme::small(), color);
        panel.cx.write(ui, &painter, room, TextPlace::Start, shown);
        row.start(8.0);
    }
}

/// The words in the middle of their line, Arabic from the right.
fn context_ui(ui: &Ui, painter: &Painter, panel: &mut Panel<'_>, line: Rect, place: &ChangedPlace) {
    let palette = panel.cx.palette;
    let kind = place.new.as_ref().or(place.old.as_ref()).map(|n| n.kind);
    let tone = kind.map(|kind| MarkClass::of(kind).tone(palette));
    let direction = BaseDirection::RightToLeft;
    let style = theme::text();
    let pen = &mut *panel.cx.pen;
    let words = pen.lines(
        ui.ctx(),
        &place.words,
        style,
        line.width() / 2.0,
        1,
        direction,
    );
    // A space is as wide as in the text; what is joined to the words stays so.
    let gap = |is_apart: bool| if is_apart { 5.0 } else { 1.0 };
    let gap_before = gap(place.before.ends_with(char::is_whitespace));
    let gap_after = gap(place.after.starts_with(char::is_whitespace));
    let side = (line.width() - words.width()) / 2.0 - 5.0;
    let before = pen.lines(ui.ctx(), place.before.trim_end(), style, side, 1, direction);
    let after = pen.lines(
        ui.ctx(),
        place.after.trim_start(),
        style,
        side,
        1,
        direction,
    );
    let middle = Rect::from_center_size(line.center(), words.size());
    if let Some(tone) = tone {
        painter.rect_filled(middle.expand2(vec2(1.0, 0.0)), 3, tone.tint);
    }
    words.paint(painter, middle.min, palette.ink);
    let y = line.center().y - before.size().y / 2.0;
    before.paint(painter, pos2(middle.right() + gap_before, y), palette.soft);
    let y = line.center().y - after.size().y / 2.0;
    after.paint(
        painter,
        pos2(middle.left() - gap_after - after.width(), y),
        palette.soft,
    );
}

/// What a name is, beside what it is on the other side of the arrow: what
/// differs is said.
fn named(panel: &Panel<'_>, named: Option<&Named>, beside: Option<&Named>) -> (String, Color32) {
    let palette = panel.cx.palette;
    match named {
        None => (
            panel.texts.get("repair-is-no-name").into_owned(),
            palette.soft,
        ),
        Some(named) => {
            let kind = panel.texts.get(type_key(named.kind));
            let color = MarkClass::of(named.kind).tone(palette).ink;
            let looks_same = |other: &Named| other.ar == named.ar && other.kind == named.kind;
            let shown = if !beside.is_some_and(looks_same) {
                format!("\u{2068}{}\u{2069} ({kind})", named.ar)
            } else if named.is_listed {
                format!(
                    "\u{2068}{}\u{2069} ({kind}, \u{2068}{}\u{2069})",
                    named.ar, named.id
                )
            } else {
                let unlisted = panel.texts.get("repair-is-unlisted");
                format!("\u{2068}{}\u{2069} ({kind}, {unlisted})", named.ar)
            };
            (shown, color)
        }
    }
}

/// Lines of text at the side where lines start.
fn write_lines(ui: &mut Ui, panel: &mut Panel<'_>, text: &str, style: crate::text::TextStyle) {
    let width = ui.available_width();
    let direction = panel.cx.direction();
    let label = panel
        .cx
        .pen
        .lines(ui.ctx(), text, style, width, 3, direction);
    let (rect, response) = ui.allocate_exact_size(vec2(width, label.size().y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    let at = panel.cx.room(rect, TextPlace::Start, &label).min;
    label.paint(ui.painter(), at, panel.cx.palette.ink);
}

fn grab_keys(ui: &mut Ui, title: &str, takes_focus: bool) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    let id = Id::unique(REPAIR_PREVIEW);
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Dialog, true, title));
    if takes_focus {
        response.request_focus();
    }
    let keys = EventFilter {
        escape: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, keys));
}
