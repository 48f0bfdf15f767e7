//! Which keys act anywhere in the window?
//!
//! They come before those of what has the keyboard: what that needs is left to
//! it. Must not know what a command does, nor what is drawn.

use crate::app::command::{Command, UiCommand, View};
use crate::app::panels::repair::{REPAIR_MENU, REPAIR_PREVIEW};
use crate::app::state::AppState;
use crate::app::views::reading::CONTEXT_MENU;
use crate::ui::is_writing;
use egui::{Context, Event, Id, InputState, Key, Modifiers, MouseWheelUnit};

#[cfg(test)]
mod tests;

/// The names of what takes keys otherwise while it is open.
const MENUS: [&str; 3] = [REPAIR_MENU, REPAIR_PREVIEW, CONTEXT_MENU];
/// Points of a touchpad that change the size of the text by one step.
const POINTS_PER_STEP: f32 = 40.0;

/// What has the keyboard, as far as it decides what keys mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holder {
    /// Something that takes none of the keys here.
    Any,
    /// A caret in the article.
    Caret,
    /// A field that is written in.
    Field,
    /// A menu that has letters of its own.
    Menu,
}

/// Where the keyboard is.
#[derive(Debug, Clone, Copy)]
pub(in crate::app) struct KeysAt {
    view: View,
    right_to_left: bool,
    is_mac: bool,
    holder: Holder,
}

impl KeysAt {
    /// The keyboard in `view`; whether it moves a caret in the article.
    pub(in crate::app) fn new(
        ctx: &Context,
        (view, right_to_left): (View, bool),
        has_caret: bool,
    ) -> Self {
        let holder = if is_writing(ctx) {
            Holder::Field
        } else if is_in_menu(ctx) {
            Holder::Menu
        } else if has_caret {
            Holder::Caret
        } else {
            Holder::Any
        };
        Self {
            view,
            right_to_left,
            is_mac: ctx.os().is_mac(),
            holder,
        }
    }

    /// Whether the keys of `command` move a caret here: on a Mac, Option and an
    /// arrow go by words, and in the article by paragraphs.
    const fn moves_caret(self, command: UiCommand) -> bool {
        let moves = match command {
            UiCommand::GoBack | UiCommand::GoForward => {
                matches!(self.holder, Holder::Caret | Holder::Field)
            }
            UiCommand::NextArticle | UiCommand::PreviousArticle => {
                matches!(self.holder, Holder::Caret)
            }
            _ => false,
        };
        self.is_mac && moves
    }
}

/// Takes the shortcuts of this frame out of the input and sends their
/// commands. `wheel` keeps what is left of a step of the text size.
pub(in crate::app) fn collect(
    ctx: &Context,
    at: KeysAt,
    wheel: &mut f32,
    commands: &mut Vec<Command>,
) {
    ctx.input_mut(|input| {
        take_keys(input, at, commands);
        take_wheel(input, wheel, commands);
    });
}

/// The keys among them.
fn take_keys(input: &mut InputState, at: KeysAt, commands: &mut Vec<Command>) {
    for command in UiCommand::ALL {
        if let Some(shortcut) = command.shortcut()
            && !at.moves_caret(command)
            && input.consume_shortcut(&shortcut)
        {
            commands.push(Command::Ui(command.mirrored(at.right_to_left)));
        }
    }
    // On many layouts + is Shift and =.
    if input.consume_key(Modifiers::COMMAND | Modifiers::ALT, Key::Equals) {
        commands.push(Command::Ui(UiCommand::LargerInterface));
    }
    if input.consume_key(Modifiers::COMMAND, Key::Equals) {
        commands.push(Command::Ui(UiCommand::LargerText));
    }
    if at.holder == Holder::Field {
        return;
    }
    // Redo first: its keys are those of undo with Shift.
    take(
        &[UiCommand::RedoRepair, UiCommand::UndoRepair],
        input,
        commands,
    );
    if input.consume_key(Modifiers::COMMAND, Key::Y) {
        commands.push(Command::Ui(UiCommand::RedoRepair));
    }
    // Letters act only where an article is read and no text is being written.
    if at.view != View::Reading || at.holder == Holder::Menu {
        return;
    }
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
}

/// Turns of the wheel that change the size of the text.
fn take_wheel(input: &InputState, wheel: &mut f32, commands: &mut Vec<Command>) {
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
