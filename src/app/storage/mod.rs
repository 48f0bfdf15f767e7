//! Where does the program keep what it keeps, and how does it come back?
//!
//! Settings, marks, places, mentions, repairs of names, reports of panics and
//! what the reader saves.
//! Knows no state, no task and no window. Everything is written by
//! [`crate::files`]: whole or not at all, and what is damaged is kept.

pub mod annotated_export;
mod definition_fault;
mod definition_file;
mod layers;
mod marks;
mod mentions_cache;
mod of_corpus;
mod panics;
mod path_look;
mod place;
mod places;
mod repairs;
pub mod settings;

pub(super) use definition_fault::DefinitionFault;
pub(super) use layers::Layers;
pub(super) use marks::MarksStore;
pub(super) use mentions_cache::MentionsCache;
pub(super) use of_corpus::DamagedFile;
pub(super) use panics::{PanicReports, note_step};
pub(super) use path_look::{PathKind, PathLook};
pub(super) use place::{KeptPlace, PlaceStore, Trail};
pub(super) use places::{DataFolders, home_folder, may_have_dialogs, usual_folder};
pub(super) use repairs::{RepairsStore, SavedRepairs, StoredRepairs};
