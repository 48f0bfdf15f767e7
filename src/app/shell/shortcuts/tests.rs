//! Every key means one thing wherever the keyboard is.

use super::{Holder, KeysAt, take_keys};
use crate::app::command::{Command, UiCommand, View};
use egui::os::OperatingSystem;
use egui::{Context, Event, Key, KeyboardShortcut, Modifiers, RawInput};
use std::collections::BTreeMap;

const SYSTEMS: [OperatingSystem; 3] = [
    OperatingSystem::Nix,
    OperatingSystem::Windows,
    OperatingSystem::Mac,
];
const ARROWS: [Key; 4] = [
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::ArrowUp,
    Key::ArrowDown,
];
const PAGES: [Key; 4] = [Key::PageUp, Key::PageDown, Key::Home, Key::End];

/// The modifiers as a keyboard sends them.
fn sent(wanted: Modifiers, os: OperatingSystem) -> Modifiers {
    let is_mac = os.is_mac();
    Modifiers {
        ctrl: wanted.ctrl || (wanted.command && !is_mac),
        mac_cmd: wanted.command && is_mac,
        command: wanted.command || (wanted.ctrl && !is_mac),
        ..wanted
    }
}

/// The commands that are called when these keys are pressed at `at`.
fn called(keys: KeyboardShortcut, at: KeysAt, os: OperatingSystem) -> Vec<Command> {
    let ctx = Context::default();
    let modifiers = sent(keys.modifiers, os);
    let event = Event::Key {
        key: keys.logical_key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    };
    let input = RawInput {
        events: vec![Event::ModifiersChanged(modifiers), event],
        ..RawInput::default()
    };
    let mut commands = Vec::new();
    ctx.begin_pass(input);
    ctx.input_mut(|input| take_keys(input, at, &mut commands));
    ctx.end_pass().textures_delta.clear();
    commands
}

/// Everywhere that the keyboard can be.
fn places(os: OperatingSystem) -> Vec<KeysAt> {
    let mut places = Vec::new();
    for view in View::ALL {
        for right_to_left in [false, true] {
            let all = [Holder::Any, Holder::Field, Holder::Menu, Holder::Caret];
            let is_read = view == View::Reading;
            let holders = all.into_iter().take(if is_read { 4 } else { 2 });
            places.extend(holders.map(|holder| KeysAt {
                view,
                right_to_left,
                is_mac: os.is_mac(),
                holder,
            }));
        }
    }
    places
}

/// Whether the keys of `command` call it at `at` from the whole window; the
/// others act in what has the keyboard.
fn is_called(command: UiCommand, at: KeysAt) -> bool {
    let is_writing = at.holder == Holder::Field;
    let has_caret = at.holder == Holder::Caret;
    match command {
        UiCommand::ClearSearch | UiCommand::Copy | UiCommand::SelectAll => false,
        UiCommand::UndoRepair | UiCommand::RedoRepair => !is_writing,
        UiCommand::Repair
        | UiCommand::NextMention
        | UiCommand::PreviousMention
        | UiCommand::ContextMenu => {
            at.view == View::Reading && matches!(at.holder, Holder::Any | Holder::Caret)
        }
        UiCommand::GoBack | UiCommand::GoForward => !(at.is_mac && (is_writing || has_caret)),
        UiCommand::NextArticle | UiCommand::PreviousArticle => !(at.is_mac && has_caret),
        _ => true,
    }
}

#[test]
fn keys_call_their_command_and_no_other() {
    for os in SYSTEMS {
        let mut n = 0;
        for at in places(os) {
            for command in UiCommand::ALL {
                let Some(keys) = command.keys() else {
                    continue;
                };
                let wanted = is_called(command, at).then_some(command);
                let wanted = wanted.map(|one| Command::Ui(one.mirrored(at.right_to_left)));
                let wanted: Vec<Command> = wanted.into_iter().collect();
                assert_eq!(called(keys, at, os), wanted, "{command:?} {os:?} {at:?}");
                n += 1;
            }
        }
        assert!(n > 500, "{n}");
    }
}

#[test]
fn no_two_commands_are_named_by_the_same_keys() {
    for os in SYSTEMS {
        let mut named: BTreeMap<String, UiCommand> = BTreeMap::new();
        for command in UiCommand::ALL {
            let keys = command.keys_text(os);
            let before = named.insert(keys.clone(), command);
            assert!(
                keys.is_empty() || before.is_none(),
                "{keys}: {command:?} and {before:?}"
            );
        }
    }
}

/// What keys mean to one thing that has the keyboard.
struct LocalKeys {
    what: &'static str,
    view: View,
    holder: Holder,
    keys: Vec<(Modifiers, Key)>,
}

/// The keys of what can have the keyboard, as the README tells them.
fn local_keys(os: OperatingSystem) -> Vec<LocalKeys> {
    let (none, shift, command) = (Modifiers::NONE, Modifiers::SHIFT, Modifiers::COMMAND);
    let by_word = if os.is_mac() {
        Modifiers::ALT
    } else {
        Modifiers::CTRL
    };
    let with = |modifiers: &[Modifiers], keys: &[Key]| -> Vec<(Modifiers, Key)> {
        let all = modifiers.iter();
        all.flat_map(|m| keys.iter().map(|key| (*m, *key)))
            .collect()
    };
    let ends = [Key::Enter, Key::Escape, Key::Tab];
    let list = [&ARROWS[2..], &PAGES, &[Key::Enter]].concat();
    let lines = [
        &ARROWS[..],
        &PAGES,
        &[Key::Enter, Key::Space, Key::Delete, Key::N, Key::W],
    ]
    .concat();
    let line_of_text = [Key::ArrowLeft, Key::ArrowRight, Key::Home, Key::End];
    let mut field = with(&[none, shift], &line_of_text);
    field.extend(with(&[by_word, by_word | shift], &line_of_text[..2]));
    field.extend(with(&[none, by_word], &[Key::Backspace, Key::Delete]));
    field.extend(with(&[command], &[Key::A, Key::C, Key::X, Key::V]));
    field.extend(with(&[command, command | shift], &[Key::Z]));
    field.extend(with(&[command], &[Key::Y]));
    field.extend(with(&[none], &ends));
    field.extend(with(&[none], &[Key::N, Key::P, Key::M, Key::W, Key::Space]));
    let caret = [
        with(&[none, shift], &ARROWS),
        with(&[none, shift], &PAGES),
        with(&[by_word, by_word | shift], &ARROWS),
        with(&[command], &[Key::A, Key::C, Key::Home, Key::End]),
        with(&[none], &ends),
    ];
    let path = with(&[none], &[Key::ArrowUp, Key::ArrowDown]);
    let find = with(&[shift], &[Key::Enter]);
    let of = |what, view, keys| LocalKeys {
        what,
        view,
        holder: Holder::Any,
        keys,
    };
    let written = |what, view, more: &[(Modifiers, Key)]| LocalKeys {
        holder: Holder::Field,
        ..of(what, view, [&field[..], more].concat())
    };
    let mut all = vec![
        of("list of articles", View::Reading, with(&[none], &list)),
        of(
            "article",
            View::Reading,
            [
                with(&[none], &list),
                with(&[none], &[Key::Space]),
                with(&[command], &[Key::A, Key::C]),
            ]
            .concat(),
        ),
        LocalKeys {
            holder: Holder::Caret,
            ..of("caret", View::Reading, caret.concat())
        },
        of("lines", View::Concordance, with(&[none], &lines)),
        of("statistics", View::Statistics, with(&[none], &lines[2..10])),
        of("names", View::Names, with(&[none], &lines[2..10])),
    ];
    for view in View::ALL {
        all.push(written(
            "search field",
            view,
            &[&find[..], &path[1..]].concat(),
        ));
        all.push(written("path field", view, &path));
    }
    all
}

/// The shortcuts come first: a key that they take never reaches what has the
/// keyboard.
#[test]
fn keys_of_what_has_the_keyboard_reach_it() {
    for os in SYSTEMS {
        for local in local_keys(os) {
            let at = KeysAt {
                view: local.view,
                right_to_left: false,
                is_mac: os.is_mac(),
                holder: local.holder,
            };
            for (modifiers, key) in local.keys {
                let keys = KeyboardShortcut::new(modifiers, key);
                let taken = called(keys, at, os);
                assert_eq!(taken, [], "{}: {modifiers:?} {key:?} {os:?}", local.what);
            }
        }
    }
}
