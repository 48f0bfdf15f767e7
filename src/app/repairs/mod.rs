//! What does a repair of names change, and what was done before?
//!
//! `effect` counts what a repair would change before it is done, in the articles
//! that `touched` says it can be felt in; `marked_words` are the words that it is
//! about. Knows definition files and mentions; no state, no panel.

mod effect;
mod finding;
mod marked_words;
mod touched;

pub(in crate::app) use effect::{ChangedPlace, Effect, Ground, Named, RepairStep, StepFault};
pub use finding::Finder;
pub(in crate::app) use finding::{FindKey, Finding};
pub(in crate::app) use marked_words::{MarkedWords, SpanEdge};

use crate::app::storage::{DefinitionFault, Layers, RepairsStore, SavedRepairs, StoredRepairs};
use crate::entity::repair::{History, Key, MergeConflict, NamesFile, Repair};
use crate::entity::{Annotations, Proposal};
use crate::jobs::{Derived, Same};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What the reader asks of repairs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RepairCommand {
    /// Shows what a repair changes; one at a single place is done at once.
    Ask(Box<Repair>),
    /// Does what is shown.
    Do,
    /// Leaves what is shown undone.
    GiveUp,
    /// Takes the message about the last repair away.
    Dismiss,
    /// Tries again to save.
    Save,
    /// Opens the editor of the entity looked at, or closes it.
    Edit(bool),
    /// Looks for the entities that are called so.
    Find(Finder, String),
}

/// The repairs of the corpus that is open.
#[derive(Default)]
pub(super) struct Repairs {
    pub(super) store: RepairsStore,
    pub(super) layers: Layers,
    pub(super) history: History,
    /// What is to be done next.
    pub(super) waiting: VecDeque<Asked>,
    pub(super) asked: Option<Asked>,
    /// What was done last.
    pub(super) done: Option<Done>,
    /// Where repairs are kept; the task that saves has it, too.
    pub(super) kept: Option<Arc<Mutex<StoredRepairs>>>,
    /// Counts what there was to save, or to take over, and which of it is on
    /// disk.
    pub(super) to_save: u64,
    pub(super) on_disk: u64,
    pub(super) saving: Derived<u64, KeptNow>,
    /// What the file said as it was last read or written.
    pub(super) saved: Arc<NamesFile>,
    /// Why the last repairs are not saved.
    pub(super) fault: Option<DefinitionFault>,
    /// That they go to the data folder, while the reader is to be told, and
    /// entries taken out that the folder's file still has.
    pub(super) aside: Option<(DefinitionFault, Vec<Key>)>,
    /// Whether the reader was told.
    pub(super) aside_told: bool,
    /// What others changed otherwise at the same time.
    pub(super) conflicts: Vec<MergeConflict>,
    /// Whether entities that may be the same are known of these names, which
    /// keep them.
    pub(super) proposing: Derived<Same<Annotations>, ()>,
    /// Whether the entity looked at is being edited.
    pub(super) editing: bool,
    /// What each [`Finder`] looks for.
    pub(super) finding: [Finding; 2],
}

/// What became of saving.
pub(super) struct KeptNow {
    /// What was to be saved.
    pub(super) ours: Arc<NamesFile>,
    pub(super) saved: Result<SavedRepairs, DefinitionFault>,
}

/// A step that is asked for.
pub(super) struct Asked {
    pub(super) step: RepairStep,
    /// Whether it is done without being shown first.
    pub(super) at_once: bool,
    /// Whether the reader has seen what it changes and wants it so.
    pub(super) is_confirmed: bool,
    /// What it changes, of the names and the file that it is found on.
    pub(super) effect: Derived<(Same<Annotations>, Same<NamesFile>), Result<Effect, StepFault>>,
}

/// What was done, for the message about it.
pub(super) struct Done {
    pub(super) what: HowDone,
    pub(super) repair: Option<Repair>,
    pub(super) n_mentions: usize,
    pub(super) n_articles: usize,
}

/// How it came about.
#[derive(Debug, Clone)]
pub(super) enum HowDone {
    Did,
    Undid,
    Redid,
    /// Others did it.
    TookOver,
    /// It could not be done.
    Failed(StepFault),
}

impl Asked {
    pub(super) fn new(step: RepairStep, at_once: bool) -> Self {
        Self {
            step,
            at_once,
            is_confirmed: false,
            effect: Derived::default(),
        }
    }

    /// The repair, where that is what is asked for.
    pub(super) fn repair(&self) -> Option<&Repair> {
        match &self.step {
            RepairStep::Do(repair) => Some(repair),
            RepairStep::Undo | RepairStep::Redo | RepairStep::TakeOver(_) => None,
        }
    }
}

impl Repairs {
    /// What is shown before it is done.
    pub(super) fn shown(&self) -> Option<&Asked> {
        self.asked.as_ref().filter(|asked| !asked.at_once)
    }

    /// Whether there is a message about the last repair, or about saving.
    pub(super) const fn has_message(&self) -> bool {
        self.done.is_some()
            || self.fault.is_some()
            || !self.conflicts.is_empty()
            || self.aside.is_some()
    }

    /// Counts something that is to be saved, or taken over.
    pub(super) const fn must_save(&mut self) {
        self.to_save += 1;
    }

    /// Whether everything is on disk.
    pub(super) const fn is_saved(&self) -> bool {
        self.on_disk == self.to_save
    }

    /// What keeps the repairs, for a moment: who saves holds it for longer.
    pub(super) fn kept(&self) -> Option<MutexGuard<'_, StoredRepairs>> {
        let kept = self.kept.as_ref()?;
        Some(kept.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Entities that may be the same among `names`; none until they are looked
    /// for.
    pub(super) fn proposed_for<'a>(&self, names: Option<&'a Arc<Annotations>>) -> &'a [Proposal] {
        let names = names.filter(|names| self.proposing.of(&Same::of(names)).is_some());
        names.map_or(&[], |names| names.proposals())
    }

    /// Whether repairs go to the file of the folder that is open.
    pub(super) const fn follows_folder(&self) -> bool {
        self.layers.below.is_none() && self.kept.is_some()
    }
}
