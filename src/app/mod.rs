//! What does the reader see, do and keep?
//!
//! Rooms, each headed by the question that it answers, and each knowing only
//! those before it: `storage`, `repairs`, `command`, `state`, `panels`,
//! `tables`, `views`, `handling`, `shell`, `cli`. Panels draw the state and
//! answer with commands; `handling` alone carries them out. The test of the
//! architecture holds who knows whom. Must not know how anything is found,
//! counted or set: the layers below do that.

mod cli;
pub mod command;
mod handling;
mod panels;
mod repairs;
mod shell;
mod state;
mod storage;
mod tables;
pub mod views;

pub use cli::run;
pub use command::statistics::{StatisticsKind, StatisticsOptions, StatisticsScope};
pub use command::{
    Ask, Command, Export, LineCommand, PlotFormat, Source, StatisticsCommand, UiCommand, View,
};
pub use repairs::{Finder, RepairCommand};
pub use shell::{App, RichClipboard, screenshot};
pub use storage::{annotated_export, settings};
