//! What can a reader ask for?
//!
//! Commands, and the choices that they carry: panels, keys and the palette send
//! them. Must not know the state, nor what becomes of a command.

pub mod names;
pub mod statistics;

pub use names::NamesCommand;
pub use statistics::StatisticsCommand;

use crate::analysis::SortBy;
use crate::analysis::concordance::export::Format as LineFormat;
use crate::analysis::concordance::{GroupBy, Sample, SortKey, SortSpec};
use crate::analysis::query::{Hit, Level};
use crate::analysis::statistics::TableFormat;
use crate::app::repairs::RepairCommand;
use crate::app::storage::annotated_export::AnnotatedFormat;
use crate::arabic::Fold;
use crate::base::{ArticleId, listed};
use crate::corpus::{Facet, TextEncoding};
use crate::ui::reading::MarkClass;
use egui::os::OperatingSystem;
use egui::{Key, KeyboardShortcut, ModifierNames, Modifiers};
use std::path::PathBuf;

listed! {
    /// A command without data: it has a name, and most have a shortcut; the
    /// palette lists them all.
    pub enum UiCommand {
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
        /// Opens the next article of the list.
        NextArticle,
        /// Opens the article before.
        PreviousArticle,
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
        /// Copies what is selected.
        Copy,
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
            Self::OpenEmbedded => "command-open-embedded",
            Self::Reload => "command-reload",
            Self::FocusSearch => "command-focus-search",
            Self::ClearSearch => "command-clear-search",
            Self::ClearPeriods => "command-clear-periods",
            Self::NextArticle => "command-next-article",
            Self::PreviousArticle => "command-previous-article",
            Self::NextMention => "command-next-mention",
            Self::PreviousMention => "command-previous-mention",
            Self::Repair => "command-repair",
            Self::UndoRepair => "command-undo-repair",
            Self::RedoRepair => "command-redo-repair",
            Self::Copy => "command-copy",
            Self::SelectAll => "command-select-all",
            Self::ToggleTheme => "command-toggle-theme",
            Self::ToggleLanguage => "command-switch-language",
            Self::LargerText => "command-larger-text",
            Self::SmallerText => "command-smaller-text",
            Self::ResetText => "command-reset-text",
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
            Self::Reload => (Modifiers::NONE, Key::F5),
            Self::FocusSearch => (Modifiers::COMMAND, Key::F),
            Self::ClearSearch => (Modifiers::NONE, Key::Escape),
            Self::NextArticle => (Modifiers::ALT, Key::ArrowDown),
            Self::PreviousArticle => (Modifiers::ALT, Key::ArrowUp),
            Self::NextMention => (Modifiers::NONE, Key::N),
            Self::PreviousMention => (Modifiers::NONE, Key::P),
            Self::Repair => (Modifiers::NONE, Key::M),
            Self::UndoRepair => (Modifiers::COMMAND, Key::Z),
            Self::RedoRepair => (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z),
            Self::Copy => (Modifiers::COMMAND, Key::C),
            Self::SelectAll => (Modifiers::COMMAND, Key::A),
            Self::ToggleTheme => (Modifiers::COMMAND, Key::T),
            Self::ToggleLanguage => (Modifiers::COMMAND, Key::L),
            Self::LargerText => (Modifiers::COMMAND, Key::Plus),
            Self::SmallerText => (Modifiers::COMMAND, Key::Minus),
            Self::ResetText => (Modifiers::COMMAND, Key::Num0),
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
            arrow @ (Key::ArrowDown | Key::ArrowUp) => arrow.name(),
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
    /// Says that the system has no dialog to ask for a folder with.
    NoDialog,
    /// Takes the message of a failed open away.
    DismissFailure,
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

/// What can be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// The lines of the concordance.
    Lines(LineFormat),
    /// The numbers of the statistics.
    Table(TableFormat),
    /// The plot of the statistics.
    Plot(PlotFormat),
    /// The numbers of the view of names.
    Names(TableFormat),
    /// The chart of the view of names.
    NamesChart(PlotFormat),
    /// The annotated articles that are listed.
    Annotated(AnnotatedFormat),
}

/// How a plot is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlotFormat {
    /// Lines and outlines.
    Svg,
    /// Pixels, two in a point.
    Png,
}

/// What a reader asks of the lines of the concordance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineCommand {
    /// Sorts by a key as well, after the others; or no longer.
    ToggleKey(SortKey),
    /// Sorts by these keys.
    SortBy(SortSpec),
    /// Groups the lines, or no longer.
    Group(Option<GroupBy>),
    /// Shows a sample of the lines, or all.
    Sample(Option<Sample>),
    /// Draws another sample of the same size.
    AnotherSample,
    /// Shows ticked lines only, or all.
    OnlyTicked(bool),
    /// Hides the lines of a group, or shows them again.
    Collapse(usize),
    /// Moves to a line.
    Select(Hit),
    /// Opens the article of a line.
    Open(Hit),
    /// Ticks a line, or takes the tick back.
    Tick(Hit),
    /// Takes a line out of the concordance.
    Remove(Hit),
    /// Copies the line that one is at, or all ticked ones.
    Copy,
    /// Puts back all lines that were taken out.
    RestoreAll,
    /// Notes something beside a line.
    Note(Hit, String),
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
            let mut cells = keys.split(['|', ',', '\n']).map(str::trim);
            assert!(text.is_empty() || cells.any(|cell| cell == text), "{text}");
        }
    }
}
