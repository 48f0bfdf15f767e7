//! Repairs of names: what was done, what is being asked, what is kept.

use super::effect::{Effect, Step, StepFault};
use super::storage::{DefinitionFault, Layers, RepairsStore, SavedRepairs, StoredRepairs};
use crate::entity::repair::{History, Key, MergeConflict, NamesFile, Repair};
use crate::entity::{Annotations, Proposal};
use crate::jobs::Task;
use std::collections::VecDeque;
use std::sync::Arc;

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
}

/// The repairs of the corpus that is open.
#[derive(Default)]
pub(super) struct Repairs {
    pub(super) store: RepairsStore,
    pub(super) layers: Layers,
    pub(super) history: History,
    /// Counts the names shown, so that panels notice new ones.
    pub(super) revision: u64,
    /// What is to be done next.
    pub(super) waiting: VecDeque<Asked>,
    pub(super) asked: Option<Asked>,
    /// What was done last.
    pub(super) done: Option<Done>,
    /// Where repairs are kept; nowhere while they are being saved.
    pub(super) kept: Option<StoredRepairs>,
    pub(super) saving: Option<Saving>,
    /// Whether there is something to save, or to take over.
    pub(super) unsaved: bool,
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
    /// Entities that may be the same being looked for, and the names among
    /// which they were.
    pub(super) proposing: Option<Task<Arc<Annotations>>>,
    pub(super) proposed: Option<Arc<Annotations>>,
    /// Whether the entity looked at is being edited.
    pub(super) editing: bool,
}

/// Repairs being saved.
pub(super) struct Saving {
    pub(super) task: Task<(StoredRepairs, Result<SavedRepairs, DefinitionFault>)>,
    /// What is being saved.
    pub(super) ours: Arc<NamesFile>,
}

/// A step that is asked for.
pub(super) struct Asked {
    pub(super) step: Step,
    /// Whether it is done without being shown first.
    pub(super) at_once: bool,
    pub(super) answer: Answer,
}

/// What is known of a step's effect.
pub(super) enum Answer {
    /// Not looked for yet.
    None,
    /// Being found.
    Under {
        task: Task<Result<Effect, StepFault>>,
        /// The names and the file that it is found on.
        of: (Arc<Annotations>, Arc<NamesFile>),
    },
    Found {
        effect: Box<Effect>,
        of: (Arc<Annotations>, Arc<NamesFile>),
    },
    Fault(StepFault),
}

/// What was done, for the message about it.
pub(super) struct Done {
    pub(super) what: What,
    pub(super) repair: Option<Repair>,
    pub(super) n_mentions: usize,
    pub(super) n_articles: usize,
}

/// How it came about.
#[derive(Debug, Clone)]
pub(super) enum What {
    Did,
    Undid,
    Redid,
    /// Others did it.
    TookOver,
    /// It could not be done.
    Failed(StepFault),
}

impl Asked {
    pub(super) fn new(step: Step, at_once: bool) -> Self {
        Self {
            step,
            at_once,
            answer: Answer::None,
        }
    }

    /// The repair, where that is what is asked for.
    pub(super) fn repair(&self) -> Option<&Repair> {
        match &self.step {
            Step::Do(repair) => Some(repair),
            Step::Undo | Step::Redo | Step::TakeOver(_) => None,
        }
    }
}

impl Repairs {
    /// What is shown before it is done.
    pub(super) fn shown(&self) -> Option<&Asked> {
        self.asked.as_ref().filter(|asked| !asked.at_once)
    }

    /// Whether nothing is under way.
    pub(super) fn is_idle(&self) -> bool {
        let is_asking = match &self.asked {
            None => false,
            Some(asked) => match &asked.answer {
                Answer::Found { .. } | Answer::Fault(_) => asked.at_once,
                Answer::None | Answer::Under { .. } => true,
            },
        };
        !is_asking && self.proposing.is_none() && self.waiting.is_empty() && self.is_saved()
    }

    /// Whether nothing waits to be saved that can be.
    pub(super) fn is_saved(&self) -> bool {
        self.saving.is_none() && (!self.unsaved || self.kept.is_none())
    }

    /// Entities that may be the same among `names`; none until they are looked
    /// for.
    pub(super) fn proposed_for(&self, names: Option<&Arc<Annotations>>) -> &[Proposal] {
        match (&self.proposed, names) {
            (Some(proposed), Some(names)) if Arc::ptr_eq(proposed, names) => proposed.proposals(),
            _ => &[],
        }
    }

    /// Whether repairs go to the file of the folder that is open.
    pub(super) fn follows_folder(&self) -> bool {
        self.layers.below.is_none() && (self.kept.is_some() || self.saving.is_some())
    }
}
