//! What keys do while the list has the keyboard.

use egui::{Event, EventFilter, Id, Key, Modifiers, Ui};

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Press {
    /// Move the selection by so many lines.
    By(isize),
    /// Move the selection by so many pages.
    Pages(isize),
    /// Select the first line.
    First,
    /// Select the last line.
    Last,
    /// Open the line.
    Open,
    /// Tick the line, or take the tick away.
    Tick,
    /// Remove the line.
    Remove,
    /// Show more of the text, or less again.
    Toggle,
    /// Show more of the text.
    Widen,
    /// Show less again.
    Narrow,
    /// Write a note.
    Note,
}

/// What was pressed in this pass. The arrow in the direction of the text widens
/// a line and the other narrows it, as the arrows of a tree do.
pub(super) fn presses(ui: &Ui, list: Id, right_to_left: bool) -> Vec<Press> {
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|m| m.set_focus_lock_filter(list, filter));
    let (onwards, back) = if right_to_left {
        (Key::ArrowLeft, Key::ArrowRight)
    } else {
        (Key::ArrowRight, Key::ArrowLeft)
    };
    let meanings = [
        (Key::ArrowDown, Press::By(1)),
        (Key::ArrowUp, Press::By(-1)),
        (Key::PageDown, Press::Pages(1)),
        (Key::PageUp, Press::Pages(-1)),
        (Key::Home, Press::First),
        (Key::End, Press::Last),
        (Key::Space, Press::Tick),
        (Key::Delete, Press::Remove),
        (Key::W, Press::Toggle),
        (onwards, Press::Widen),
        (back, Press::Narrow),
        (Key::N, Press::Note),
        (Key::Enter, Press::Open),
    ];
    let mut presses = Vec::new();
    for (key, press) in meanings {
        let n = ui.input_mut(|i| i.count_and_consume_key(Modifiers::NONE, key));
        presses.extend(std::iter::repeat_n(press, n));
    }
    if presses.contains(&Press::Note) {
        // The key also comes as a letter, which the field of the note would
        // take: it opens the field, and is not written.
        ui.input_mut(|i| i.events.retain(|event| !matches!(event, Event::Text(_))));
    }
    presses
}
