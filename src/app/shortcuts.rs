//! Keys that act anywhere in the window.

use super::command::{Command, UiCommand};
use egui::{Context, Key, Modifiers};

/// Takes the shortcuts of this frame out of the input and sends their commands.
pub(super) fn collect(ctx: &Context, commands: &mut Vec<Command>) {
    ctx.input_mut(|input| {
        for command in UiCommand::ALL {
            if let Some(shortcut) = command.shortcut()
                && input.consume_shortcut(&shortcut)
            {
                commands.push(Command::Ui(command));
            }
        }
        // On many layouts + is Shift and =.
        if input.consume_key(Modifiers::COMMAND, Key::Equals) {
            commands.push(Command::Ui(UiCommand::LargerText));
        }
        let zoom = input.zoom_delta();
        let turned = input.smooth_scroll_delta().y;
        if input.modifiers.command && (zoom - 1.0).abs() > 0.001 && turned == 0.0 {
            commands.push(Command::Ui(if zoom > 1.0 {
                UiCommand::LargerText
            } else {
                UiCommand::SmallerText
            }));
        }
    });
    // Letters act only where no text is being written.
    let writes = ctx.memory(|m| m.focused()).is_some_and(|id| {
        ctx.text_edit_focused() || ctx.data(|d| d.get_temp::<bool>(id.with("writes"))) == Some(true)
    });
    if writes {
        return;
    }
    ctx.input_mut(|input| {
        for (key, command) in [
            (Key::N, UiCommand::NextMention),
            (Key::P, UiCommand::PreviousMention),
        ] {
            if input.consume_key(Modifiers::NONE, key) {
                commands.push(Command::Ui(command));
            }
        }
    });
}
