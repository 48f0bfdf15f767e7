//! The keys of a table while it has the keyboard.

use super::{TableLook, TableResponse, TableRow};
use crate::ui::rows::Extent;
use egui::{Event, EventFilter, Id, Key, Modifiers, Ui};

pub(super) fn read(
    ui: &Ui,
    id: Id,
    look: &TableLook<'_>,
    extent: Extent,
    answer: &mut TableResponse,
    row: &mut dyn FnMut(usize) -> TableRow,
) {
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let Some(last) = look.n_rows.checked_sub(1) else {
        return;
    };
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let page = extent.page();
    let before = look.selected;
    let mut now = before;
    for (key, from, to) in [
        (Key::ArrowDown, 0, before.map(|at| at.saturating_add(1))),
        (Key::ArrowUp, last, before.map(|at| at.saturating_sub(1))),
        (Key::PageDown, 0, before.map(|at| at.saturating_add(page))),
        (Key::PageUp, last, before.map(|at| at.saturating_sub(page))),
        (Key::Home, 0, Some(0)),
        (Key::End, last, Some(last)),
    ] {
        if pressed(key) {
            now = Some(to.unwrap_or(from).min(last));
        }
    }
    answer.select = now.filter(|_| now != before);
    let Some(selected) = now.filter(|index| *index <= last) else {
        return;
    };
    if pressed(Key::Enter) {
        answer.open = Some(selected);
    }
    if look.ticks.is_some() && pressed(Key::Space) {
        answer.tick = Some((selected, !row(selected).ticked));
    }
    if ui.input(|input| input.events.contains(&Event::Copy)) {
        answer.copy = Some(selected);
    }
}
