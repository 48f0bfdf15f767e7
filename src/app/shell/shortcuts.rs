//! Keys that act anywhere in the window.

use super::palette::PALETTE_FIELD;
use super::path_field::PATH_FIELD;
use super::top_bar::SEARCH_FIELD;
use crate::app::command::{Command, UiCommand, View};
use crate::app::panels::repair::{
    CARD_FIELDS, CARD_FINDER, FINDER_FIELD, REPAIR_FIELDS, REPAIR_MENU, REPAIR_PREVIEW,
};
use crate::app::views::reading::{CONTEXT_MENU, NOTE_FIELD};
use crate::app::views::statistics::STATISTICS_FIELD;
use egui::{Context, Event, Id, InputState, Key, Modifiers, MouseWheelUnit};

/// The names of the fields that text is written in.
const TEXT_FIELDS: [&str; 6] = [
    SEARCH_FIELD,
    NOTE_FIELD,
    PALETTE_FIELD,
    PATH_FIELD,
    STATISTICS_FIELD,
    FINDER_FIELD,
    CARD_FINDER,
];
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
    let focused = ctx.memory(egui::Memory::focused);
    let is_at = |name: &&str| focused == Some(Id::unique(*name));
    let mut fields = TEXT_FIELDS.iter().chain(&REPAIR_FIELDS).chain(&CARD_FIELDS);
    let is_writing = fields.any(is_at);
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

/// Whether text is being written.
fn is_writing(ctx: &Context) -> bool {
    let fields = TEXT_FIELDS.iter().chain(&REPAIR_FIELDS).chain(&CARD_FIELDS);
    is_at_one(ctx, fields)
}

/// Whether something is open that takes keys otherwise.
fn is_in_menu(ctx: &Context) -> bool {
    is_at_one(ctx, MENUS.iter())
}

fn is_at_one<'a>(ctx: &Context, mut names: impl Iterator<Item = &'a &'static str>) -> bool {
    let focused = ctx.memory(egui::Memory::focused);
    names.any(|name| focused == Some(Id::unique(*name)))
}

/// Takes Escape, if nothing else has a use for it, and ends what leaves only
/// the text. To be called when all panels have had their keys.
pub(in crate::app) fn end_only_text(ctx: &Context, commands: &mut Vec<Command>) {
    let is_free = !is_writing(ctx) && !is_in_menu(ctx) && !egui::Popup::is_any_open(ctx);
    if is_free && ctx.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape)) {
        commands.push(Command::Ui(UiCommand::OnlyText));
    }
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
