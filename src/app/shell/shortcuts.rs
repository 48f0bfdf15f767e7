//! Keys that act anywhere in the window.

use crate::app::command::{Command, UiCommand, View};
use crate::app::panels::repair::{REPAIR_MENU, REPAIR_PREVIEW};
use crate::app::state::AppState;
use crate::app::views::reading::CONTEXT_MENU;
use crate::ui::is_writing;
use egui::{Context, Event, Id, InputState, Key, Modifiers, MouseWheelUnit};

/// The names of what takes keys otherwise while it is open.
const MENUS: [&str; 3] = [REPAIR_MENU, REPAIR_PREVIEW, CONTEXT_MENU];
/// Points of a touchpad that change the size of the text by one step.
const POINTS_PER_STEP: f32 = 40.0;

/// Takes the shortcuts of this frame out of the input and sends their
/// commands. `wheel` keeps what is left of a step of the text size.
pub(in crate::app) fn collect(
    ctx: &Context,
    (view, right_to_left): (View, bool),
    wheel: &mut f32,
    commands: &mut Vec<Command>,
) {
    let is_writing = is_writing(ctx);
    let is_mac = ctx.os().is_mac();
    ctx.input_mut(|input| {
        for command in UiCommand::ALL {
            let steps_words = matches!(command, UiCommand::GoBack | UiCommand::GoForward);
            if let Some(shortcut) = command.shortcut()
                // There, these keys go from word to word.
                && !(is_mac && is_writing && steps_words)
                && input.consume_shortcut(&shortcut)
            {
                commands.push(Command::Ui(command.mirrored(right_to_left)));
            }
        }
        // On many layouts + is Shift and =.
        if input.consume_key(Modifiers::COMMAND | Modifiers::ALT, Key::Equals) {
            commands.push(Command::Ui(UiCommand::LargerInterface));
        }
        if input.consume_key(Modifiers::COMMAND, Key::Equals) {
            commands.push(Command::Ui(UiCommand::LargerText));
        }
        for event in &input.events {
            if let Event::MouseWheel {
                unit,
                delta,
                modifiers,
                ..
            } = event
                && modifiers.command
            {
                // A notch of a wheel is a line; touchpads tell points, of
                // which nothing is left over when a wheel is turned.
                *wheel = match unit {
                    MouseWheelUnit::Point => *wheel + delta.y / POINTS_PER_STEP,
                    MouseWheelUnit::Line | MouseWheelUnit::Page => wheel.trunc() + delta.y.signum(),
                };
            }
        }
        while wheel.abs() >= 1.0 {
            let command = if *wheel > 0.0 {
                UiCommand::LargerText
            } else {
                UiCommand::SmallerText
            };
            commands.push(Command::Ui(command));
            *wheel -= wheel.signum();
        }
    });
    if is_writing {
        return;
    }
    ctx.input_mut(|input| {
        // Redo first: its keys are those of undo with Shift.
        take(
            &[UiCommand::RedoRepair, UiCommand::UndoRepair],
            input,
            commands,
        );
        if input.consume_key(Modifiers::COMMAND, Key::Y) {
            commands.push(Command::Ui(UiCommand::RedoRepair));
        }
    });
    // Letters act only where an article is read and no text is being written.
    if view != View::Reading || is_in_menu(ctx) {
        return;
    }
    ctx.input_mut(|input| {
        let letters = [
            UiCommand::Repair,
            UiCommand::NextMention,
            UiCommand::PreviousMention,
        ];
        take(&letters, input, commands);
        for (modifiers, key) in [(Modifiers::NONE, Key::Menu), (Modifiers::SHIFT, Key::F10)] {
            if input.consume_key(modifiers, key) {
                commands.push(Command::Ui(UiCommand::ContextMenu));
            }
        }
    });
}

/// Whether something is open that takes keys otherwise.
fn is_in_menu(ctx: &Context) -> bool {
    let focused = ctx.memory(egui::Memory::focused);
    MENUS.iter().any(|name| focused == Some(Id::unique(*name)))
}

/// Closes with Escape, where nothing else has taken it, what is open: the last
/// message, the window that shows only the text, the problems, the name looked
/// at, and at last the search.
pub(in crate::app) fn escape(ctx: &Context, state: &AppState, commands: &mut Vec<Command>) {
    if !ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        return;
    }
    commands.push(if state.repairs.has_message() {
        Command::dismiss_repair()
    } else if state.only_text {
        Command::Ui(UiCommand::OnlyText)
    } else if state.problems_open {
        Command::Ui(UiCommand::ShowProblems)
    } else if state.card.is_some() || state.current_mention().is_some() {
        Command::LookAt(None)
    } else if !state.search.text.is_empty() {
        Command::Ui(UiCommand::ClearSearch)
    } else {
        return;
    });
}

/// Takes the keys of `wanted` out of the input and sends their commands.
fn take(wanted: &[UiCommand], input: &mut InputState, commands: &mut Vec<Command>) {
    for command in wanted {
        if command
            .keys()
            .is_some_and(|keys| input.consume_shortcut(&keys))
        {
            commands.push(Command::Ui(*command));
        }
    }
}
