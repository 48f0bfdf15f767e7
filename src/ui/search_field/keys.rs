//! What keys, clipboard and input methods do to a line editor.

use crate::text::{Block, Direction, LineEditor};
use egui::os::OperatingSystem;
use egui::{Event, ImeEvent, Key, Modifiers};

/// What an event asks for that an editor cannot do by itself.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Request {
    /// Put this text on the clipboard.
    Copy(String),
    /// Enter was pressed.
    Submit,
    /// Escape was pressed.
    Escape,
}

/// Applies `event` to `editor`, whose text was set in `block`.
pub(super) fn apply(
    event: &Event,
    editor: &mut LineEditor,
    block: &Block,
    os: OperatingSystem,
) -> Option<Request> {
    match event {
        Event::Copy => {
            let text = editor.selected_text();
            return (!text.is_empty()).then(|| Request::Copy(text.to_owned()));
        }
        Event::Cut => return editor.cut().map(Request::Copy),
        Event::Paste(text) if !text.is_empty() => editor.paste(text),
        Event::Text(text) if !is_enter(text) => editor.insert(text),
        Event::Ime(event) => compose(event, editor),
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } => return press(*key, *modifiers, editor, block, os),
        _ => {}
    }
    None
}

/// Some platforms send Enter as text besides the key.
fn is_enter(text: &str) -> bool {
    matches!(text, "" | "\n" | "\r")
}

fn compose(event: &ImeEvent, editor: &mut LineEditor) {
    match event {
        ImeEvent::Preedit {
            text,
            active_range_chars,
        } if text.is_empty() || !is_enter(text) => {
            editor.set_compose(text, active_range_chars.clone());
        }
        ImeEvent::Commit(text) if text.is_empty() || !is_enter(text) => editor.commit(text),
        ImeEvent::DeleteSurrounding {
            before_chars,
            after_chars,
        } => editor.delete_surrounding(*before_chars, *after_chars),
        _ => {}
    }
}

fn press(
    key: Key,
    modifiers: Modifiers,
    editor: &mut LineEditor,
    block: &Block,
    os: OperatingSystem,
) -> Option<Request> {
    let by_word = if os.is_mac() {
        modifiers.alt
    } else {
        modifiers.ctrl
    };
    match key {
        Key::Enter if editor.compose().is_none() => return Some(Request::Submit),
        Key::Escape => return Some(Request::Escape),
        Key::ArrowLeft => move_towards(Direction::Left, modifiers, by_word, editor, block),
        Key::ArrowRight => move_towards(Direction::Right, modifiers, by_word, editor, block),
        Key::Home => editor.move_to_start(modifiers.shift),
        Key::End => editor.move_to_end(modifiers.shift),
        Key::Backspace if by_word => editor.delete_word_before(),
        Key::Backspace => editor.backspace(),
        // There, Shift+Delete cuts, and comes as an event of its own.
        Key::Delete if modifiers.shift && os == OperatingSystem::Windows => {}
        Key::Delete if by_word => editor.delete_word_after(),
        Key::Delete => editor.delete(),
        Key::A if modifiers.command => editor.select_all(),
        Key::Z if modifiers.command && modifiers.shift => {
            editor.redo();
        }
        Key::Z if modifiers.command => {
            editor.undo();
        }
        Key::Y if modifiers.command => {
            editor.redo();
        }
        _ => {}
    }
    None
}

fn move_towards(
    direction: Direction,
    modifiers: Modifiers,
    by_word: bool,
    editor: &mut LineEditor,
    block: &Block,
) {
    let extend = modifiers.shift;
    if modifiers.mac_cmd {
        if (direction == Direction::Left) == block.right_to_left {
            editor.move_to_end(extend);
        } else {
            editor.move_to_start(extend);
        }
    } else if by_word {
        editor.move_by_word(block.right_to_left, direction, extend);
    } else {
        editor.move_visually(block, direction, extend);
    }
}
