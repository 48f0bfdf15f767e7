//! What can a reader ask for?
//!
//! Commands, and the choices that they carry: panels, keys and the palette send
//! them. Must not know the state, nor what becomes of a command.

mod ask;
mod export;
mod lines;
mod name;
pub mod names;
pub mod statistics;

pub use ask::Ask;
pub use export::{Export, PlotFormat};
pub use lines::LineCommand;
pub use names::NamesCommand;
pub use statistics::StatisticsCommand;

use crate::analysis::SortBy;
use crate::analysis::query::Level;
use crate::app::repairs::RepairCommand;
use crate::arabic::Fold;
use crate::base::{ArticleId, ByteSpan, listed};
use crate::corpus::{Facet, TextEncoding};
use crate::ui::reading::MarkClass;
use egui::os::OperatingSystem;
use egui::{Key, KeyboardShortcut, ModifierNames, Modifiers};
use std::path::PathBuf;

listed! {
    /// A command without data: it has a name, and most have a shortcut; the
    /// palette lists them all.
    pub enum UiCommand {
        // Before those whose keys are the same without Shift or Alt.
        /// Asks for the path of a folder in the window and opens it.
        OpenPath,
        /// Makes the whole interface larger.
        LargerInterface,
        /// Makes it smaller.
        SmallerInterface,
        /// Gives it the size that the system has.
        ResetInterface,
        /// Asks for a folder and opens it.
        OpenFolder,
        /// Opens the corpus that ships with the program.
        OpenEmbedded,
        /// Reads the folder again.
        Reload,
        /// Puts the caret into the search field.
        FocusSearch,
        /// Ends the search.
        ClearSearch,
        /// Shows all periods.
        ClearPeriods,
        /// Goes back to the article that was read before.
        GoBack,
        /// Goes on again.
        GoForward,
        /// Opens the next article of the list.
        NextArticle,
        /// Opens the article before.
        PreviousArticle,
        // Its keys are those of the next one with Shift: it is asked for first.
        /// Goes to the hit before.
        PreviousHit,
        /// Goes to the next hit.
        NextHit,
        /// Goes to the next mention.
        NextMention,
        /// Goes to the mention before.
        PreviousMention,
        /// Opens the menu of what is selected, or of the mention stepped to.
        Repair,
        /// Takes the last repair back.
        UndoRepair,
        /// Does the repair taken back last again.
        RedoRepair,
        /// Opens the menu of what is selected or stands at the caret.
        ContextMenu,
        /// Puts a caret into the text, or takes it away.
        Caret,
        /// Copies what is selected.
        Copy,
        /// Copies what is selected, and where it stands.
        CopyWithSource,
        /// Selects the whole article.
        SelectAll,
        /// Light or dark.
        ToggleTheme,
        /// Arabic or English.
        ToggleLanguage,
        /// Makes the text of articles larger.
        LargerText,
        /// Makes it smaller.
        SmallerText,
        /// Gives it its usual size.
        ResetText,
        /// Leaves only the text in the window, on the whole screen, or ends that.
        OnlyText,
        /// Shows the article.
        ShowReading,
        /// Shows the hits as lines.
        ShowConcordance,
        /// Shows tables and plots.
        ShowStatistics,
        /// Shows the names and what is known of them.
        ShowNames,
        /// Opens or closes the list of problems.
        ShowProblems,
        /// Opens or closes the palette.
        Palette,
        /// Closes the window.
        Quit,
    }
}

impl UiCommand {
    /// The key of its name among the interface texts.
    #[must_use]
    pub const fn text_key(self) -> &'static str {
        match self {
            Self::OpenFolder => "command-open-folder",
            Self::OpenPath => "command-open-path",
            Self::OpenEmbedded => "command-open-embedded",
            Self::Reload => "command-reload",
            Self::FocusSearch => "command-focus-search",
            Self::ClearSearch => "command-clear-search",
            Self::ClearPeriods => "command-clear-periods",
            Self::GoBack => "command-go-back",
            Self::GoForward => "command-go-forward",
            Self::NextArticle => "command-next-article",
            Self::PreviousArticle => "command-previous-article",
            Self::PreviousHit => "command-previous-hit",
            Self::NextHit => "command-next-hit",
            Self::NextMention => "command-next-mention",
            Self::PreviousMention => "command-previous-mention",
            Self::Repair => "command-repair",
            Self::UndoRepair => "command-undo-repair",
            Self::RedoRepair => "command-redo-repair",
            Self::ContextMenu => "command-context-menu",
            Self::Caret => "command-caret",
            Self::Copy => "command-copy",
            Self::CopyWithSource => "command-copy-with-source",
            Self::SelectAll => "command-select-all",
            Self::ToggleTheme => "command-toggle-theme",
            Self::ToggleLanguage => "command-switch-language",
            Self::LargerText => "command-larger-text",
            Self::SmallerText => "command-smaller-text",
            Self::ResetText => "command-reset-text",
            Self::LargerInterface => "command-larger-interface",
            Self::SmallerInterface => "command-smaller-interface",
            Self::ResetInterface => "command-reset-interface",
            Self::OnlyText => "command-only-text",
            Self::ShowReading => "command-show-reading",
            Self::ShowConcordance => "command-show-concordance",
            Self::ShowStatistics => "command-show-statistics",
            Self::ShowNames => "command-show-names",
            Self::ShowProblems => "command-show-problems",
            Self::Palette => "command-show-palette",
            Self::Quit => "command-quit",
        }
    }

    /// The keys that call it.
    #[must_use]
    pub const fn keys(self) -> Option<KeyboardShortcut> {
        let (modifiers, key) = match self {
            Self::OpenFolder => (Modifiers::COMMAND, Key::O),
            Self::OpenPath => (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::O),
            Self::Reload => (Modifiers::NONE, Key::F5),
            Self::FocusSearch => (Modifiers::COMMAND, Key::F),
            Self::ClearSearch => (Modifiers::NONE, Key::Escape),
            Self::GoBack => (Modifiers::ALT, Key::ArrowLeft),
            Self::GoForward => (Modifiers::ALT, Key::ArrowRight),
            Self::NextArticle => (Modifiers::ALT, Key::ArrowDown),
            Self::PreviousArticle => (Modifiers::ALT, Key::ArrowUp),
            Self::PreviousHit => (Modifiers::SHIFT, Key::F3),
            Self::NextHit => (Modifiers::NONE, Key::F3),
            Self::NextMention => (Modifiers::NONE, Key::N),
            Self::PreviousMention => (Modifiers::NONE, Key::P),
            Self::Repair => (Modifiers::NONE, Key::M),
            Self::UndoRepair => (Modifiers::COMMAND, Key::Z),
            Self::RedoRepair => (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z),
            Self::ContextMenu => (Modifiers::SHIFT, Key::F10),
            Self::Caret => (Modifiers::NONE, Key::F7),
            Self::Copy => (Modifiers::COMMAND, Key::C),
            Self::CopyWithSource => (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::C),
            Self::SelectAll => (Modifiers::COMMAND, Key::A),
            Self::ToggleTheme => (Modifiers::COMMAND, Key::T),
            Self::ToggleLanguage => (Modifiers::COMMAND, Key::L),
            Self::LargerText => (Modifiers::COMMAND, Key::Plus),
            Self::SmallerText => (Modifiers::COMMAND, Key::Minus),
            Self::ResetText => (Modifiers::COMMAND, Key::Num0),
            Self::LargerInterface => (Modifiers::COMMAND.plus(Modifiers::ALT), Key::Plus),
            Self::SmallerInterface => (Modifiers::COMMAND.plus(Modifiers::ALT), Key::Minus),
            Self::ResetInterface => (Modifiers::COMMAND.plus(Modifiers::ALT), Key::Num0),
            Self::OnlyText => (Modifiers::NONE, Key::F11),
            Self::ShowReading => (Modifiers::COMMAND, Key::Num1),
            Self::ShowConcordance => (Modifiers::COMMAND, Key::Num2),
            Self::ShowStatistics => (Modifiers::COMMAND, Key::Num3),
            Self::ShowNames => (Modifiers::COMMAND, Key::Num4),
            Self::ShowProblems => (Modifiers::COMMAND, Key::P),
            Self::Palette => (Modifiers::COMMAND, Key::K),
            Self::Quit => (Modifiers::COMMAND, Key::Q),
            Self::OpenEmbedded | Self::ClearPeriods => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }

    /// The command that has these keys in an interface that runs from right to
    /// left: what was read before lies where the text comes from.
    #[must_use]
    pub const fn mirrored(self, right_to_left: bool) -> Self {
        match self {
            Self::GoBack if right_to_left => Self::GoForward,
            Self::GoForward if right_to_left => Self::GoBack,
            _ => self,
        }
    }

    /// The keys, if they call it from anywhere in the window.
    #[must_use]
    pub const fn shortcut(self) -> Option<KeyboardShortcut> {
        match self {
            // Handled where they act: letters and Ctrl Z are for the search
            // field too, and egui turns the clipboard keys into events.
            Self::ClearSearch
            | Self::NextMention
            | Self::PreviousMention
            | Self::Repair
            | Self::UndoRepair
            | Self::RedoRepair
            | Self::ContextMenu
            | Self::Copy
            | Self::SelectAll => None,
            _ => self.keys(),
        }
    }

    /// The keys as a reader at a computer with `os` knows them, such as
    /// `Ctrl O` and `⌘ O`; empty without any.
    #[must_use]
    pub fn keys_text(self, os: OperatingSystem) -> String {
        let Some(keys) = self.keys() else {
            return String::new();
        };
        let names = if os.is_mac() {
            ModifierNames::SYMBOLS
        } else {
            ModifierNames::NAMES
        };
        let names = ModifierNames {
            concat: " ",
            ..names
        };
        let key = match keys.logical_key {
            Key::Escape => "Esc",
            // No bundled face has egui's signs for them.
            arrow @ (Key::ArrowDown | Key::ArrowUp | Key::ArrowLeft | Key::ArrowRight) => {
                arrow.name()
            }
            key => key.symbol_or_name(),
        };
        let modifiers = names.format(&keys.modifiers, os.is_mac());
        format!("{modifiers} {key}").trim_start().to_owned()
    }
}

listed! {
    /// What the middle of the window shows.
    #[derive(Default)]
    pub enum View {
        /// The article list and the open article.
        #[default]
        Reading,
        /// The hits of the search as lines.
        Concordance,
        /// Tables and plots.
        Statistics,
        /// The names and what is known of them.
        Names,
    }
}

impl View {
    /// The command that shows it.
    #[must_use]
    pub const fn command(self) -> UiCommand {
        match self {
            Self::Reading => UiCommand::ShowReading,
            Self::Concordance => UiCommand::ShowConcordance,
            Self::Statistics => UiCommand::ShowStatistics,
            Self::Names => UiCommand::ShowNames,
        }
    }

    /// Its stable name, in what is kept.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Concordance => "concordance",
            Self::Statistics => "statistics",
            Self::Names => "names",
        }
    }

    /// The key of its name among the interface texts.
    #[must_use]
    pub const fn text_key(self) -> &'static str {
        match self {
            Self::Reading => "view-reading",
            Self::Concordance => "view-concordance",
            Self::Statistics => "view-statistics",
            Self::Names => "view-names",
        }
    }
}

/// What to open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Source {
    /// The corpus in the binary.
    #[default]
    Embedded,
    /// A folder.
    Folder(PathBuf),
}

/// A change of the state, with its data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// A command of the palette.
    Ui(UiCommand),
    /// Opens a corpus.
    Open(Source),
    /// Stops what is being read.
    CancelOpen,
    /// Asks in the window, as the system has no dialog to ask with.
    NoDialog(Ask),
    /// Writes another path in the field for it.
    WritePath(String),
    /// Opens the folder that is written there, or saves there.
    TakePath,
    /// Closes that field.
    ClosePath,
    /// Takes the message of a failed open away.
    DismissFailure,
    /// Takes the message about the report of a panic away.
    DismissPanicReport,
    /// Copies the path of that report.
    CopyPanicPath,
    /// Does again what has failed.
    TryAgain,
    /// Opens an article.
    SelectArticle(ArticleId),
    /// Moves in the list by this many articles.
    MoveBy(i32),
    /// Chooses a period, or takes it back; `None` for undated articles.
    TogglePeriod(Option<Facet>),
    /// Searches for other words, which stand in the search field.
    SetQuery(String),
    /// Puts other words into the search field and searches for them.
    SearchFor(String),
    /// Takes words for the same at another level.
    SetLevel(Level),
    /// Tells spellings apart that were folded, or folds them again.
    ToggleFold(Fold),
    /// Leaves a form out of the hits, or takes it in again.
    ToggleForm(Box<str>),
    /// Something about the lines of the concordance.
    Line(LineCommand),
    /// Something about the statistics.
    Statistics(StatisticsCommand),
    /// Something about the names.
    Names(NamesCommand),
    /// Asks where to save something.
    Save(Export),
    /// Saves it there.
    SaveTo(PathBuf),
    /// Copies the list of problems.
    CopyProblems,
    /// Copies these bytes of the open article, and where they stand.
    CopyWithSource(ByteSpan),
    /// Notes something at this byte of the open article, where a word begins.
    NoteAt(u32, String),
    /// Takes the message about what was saved away.
    DismissSaved,
    /// Sorts the list.
    Sort(SortBy),
    /// Shows or hides a class of mentions.
    ToggleClass(MarkClass),
    /// Looks at the entity with that canonical id, or at none.
    LookAt(Option<Box<str>>),
    /// Rests with the pointer on a mention of the entity with that id, or on
    /// none.
    HoverOver(Option<Box<str>>),
    /// Looks at the entity of this mention of the open article.
    LookAtMention(usize),
    /// The pane shows these bytes of the open article.
    ReadAt(ByteSpan),
    /// Something about repairs of names.
    Repair(RepairCommand),
    /// Lists the entities of the corpus (`true`) or of the article.
    EntitiesOfCorpus(bool),
    /// Sets articles in a family of the catalogue; `None` for the bundled one.
    SetReadingFamily(Option<String>),
    /// Reads the open article in another encoding; `None` for the one found.
    SetEncoding(Option<TextEncoding>),
    /// Goes to the article of this file of the corpus.
    GoToFile(Box<str>),
}

impl Command {
    /// Takes the message about the last repair away.
    pub(in crate::app) const fn dismiss_repair() -> Self {
        Self::Repair(RepairCommand::Dismiss)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_their_keys() {
        let keys: Vec<_> = UiCommand::ALL
            .into_iter()
            .filter_map(|command| Some((command, command.keys()?)))
            .collect();
        for (i, (a, keys_of_a)) in keys.iter().enumerate() {
            for (b, keys_of_b) in keys.iter().skip(i + 1) {
                assert_ne!(keys_of_a, keys_of_b, "{a:?} and {b:?}");
            }
        }
        assert!(keys.len() > 20);
    }

    #[test]
    fn keys_are_named_as_the_system_names_them() {
        use OperatingSystem::{Mac, Nix, Windows};
        for (command, elsewhere, on_mac) in [
            (UiCommand::OpenFolder, "Ctrl O", "⌘ O"),
            (UiCommand::Reload, "F5", "F5"),
            (UiCommand::ClearSearch, "Esc", "Esc"),
            (UiCommand::NextArticle, "Alt Down", "⌥ Down"),
            (UiCommand::NextMention, "N", "N"),
            (UiCommand::RedoRepair, "Ctrl Shift Z", "⇧ ⌘ Z"),
            (UiCommand::LargerText, "Ctrl +", "⌘ +"),
            (UiCommand::SmallerText, "Ctrl −", "⌘ −"),
            (UiCommand::ShowNames, "Ctrl 4", "⌘ 4"),
            (UiCommand::ClearPeriods, "", ""),
        ] {
            let named = [Nix, Windows, Mac].map(|os| command.keys_text(os));
            assert_eq!(named, [elsewhere, elsewhere, on_mac]);
        }
    }

    #[test]
    fn the_readme_lists_all_keys() {
        let readme = include_str!("../../../README.md");
        let (_, keys) = readme.split_once("\n## Keys\n").expect("the keys");
        let (keys, _) = keys.split_once("\n## ").expect("what follows them");
        for command in UiCommand::ALL {
            let text = command.keys_text(OperatingSystem::Nix);
            let text = text.replace("Down", "↓").replace("Up", "↑");
            let text = text.replace("Left", "←").replace("Right", "→");
            let mut cells = keys.split(['|', ',', '\n']).map(str::trim);
            assert!(text.is_empty() || cells.any(|cell| cell == text), "{text}");
        }
    }
}
