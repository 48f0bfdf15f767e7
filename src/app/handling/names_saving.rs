//! Repairs of names: saved as the reader works, and what others saved.

use crate::app::effect::Step;
use crate::app::repairs::{Asked, Saving};
use crate::app::state::AppState;
use crate::app::storage::{DefinitionFault, Layers, MentionsCache, SavedRepairs, StoredRepairs};
use crate::entity::repair::{NamesFile, merge};
use crate::jobs::{Outcome, Task};
use std::sync::Arc;
use std::time::Duration;

/// The longest time that closing the window waits for repairs to be saved.
const LONGEST_SAVE: Duration = Duration::from_secs(5);

impl AppState {
    /// Takes over what is kept for a corpus that was opened or read again.
    pub(super) fn take_kept(&mut self, kept: StoredRepairs, layers: Layers) -> Layers {
        let base = Arc::clone(&self.repairs.saved);
        let unsaved = self.repairs.unsaved || self.repairs.saving.is_some();
        self.repairs.saving = None;
        self.repairs.saved = Arc::clone(&layers.own);
        let damaged = kept.damaged();
        self.repairs.aside = damaged.map(|fault| (fault.clone(), Vec::new()));
        self.repairs.kept = Some(kept);
        if unsaved {
            // What the reader did meanwhile is joined with what is there now.
            let ours = &self.repairs.layers.own;
            let joined = merge(&base, ours, &layers.own);
            self.repairs.unsaved = true;
            return layers.with(Arc::new(joined.file));
        }
        layers
    }

    pub(super) fn start_saving_names(&mut self) {
        if !self.repairs.unsaved || self.repairs.saving.is_some() {
            return;
        }
        let Some(mut kept) = self.repairs.kept.take() else {
            return;
        };
        self.repairs.unsaved = false;
        let ours = Arc::clone(&self.repairs.layers.own);
        let names = Arc::clone(&ours);
        let work = move |_: &_, _: &_| {
            let saved = kept.save(&names);
            Ok((kept, saved))
        };
        let task = Task::start(&self.executor, "save-names", work);
        self.repairs.saving = Some(Saving { task, ours });
    }

    pub(super) fn collect_names_saved(&mut self) {
        let Some(saving) = &mut self.repairs.saving else {
            return;
        };
        let Some(outcome) = saving.task.poll() else {
            return;
        };
        self.end_saving(outcome);
    }

    /// Takes over what became of saving.
    fn end_saving(
        &mut self,
        outcome: Outcome<(StoredRepairs, Result<SavedRepairs, DefinitionFault>)>,
    ) {
        let Some(Saving { ours, .. }) = self.repairs.saving.take() else {
            return;
        };
        let Outcome::Done((kept, saved)) = outcome else {
            return;
        };
        match saved {
            Err(fault) => self.repairs.fault = Some(fault),
            Ok(saved) => self.take_saved(&kept, saved, &ours),
        }
        self.repairs.kept = Some(kept);
    }

    /// Goes on from what the file says now.
    fn take_saved(&mut self, kept: &StoredRepairs, saved: SavedRepairs, ours: &Arc<NamesFile>) {
        self.repairs.fault = None;
        if !saved.conflicts.is_empty() {
            self.repairs.conflicts = saved.conflicts;
        }
        let now = Arc::new(saved.names);
        self.repairs.saved = Arc::clone(&now);
        let why = saved.went_aside.as_ref().or(kept.notice());
        if let Some(why) = why.filter(|_| !self.repairs.aside_told) {
            self.repairs.aside_told = true;
            self.repairs.aside = Some((why.clone(), saved.not_taken_out));
        }
        if saved.went_aside.is_some() {
            self.repairs.layers.below = kept.below().cloned().map(Arc::new);
            let mine = merge(ours, &self.repairs.layers.own, &now).file;
            self.repairs.layers.own = Arc::new(mine);
        } else if *now != **ours {
            let joined = merge(ours, &self.repairs.layers.own, &now).file;
            let asked = Asked::new(Step::TakeOver(joined), true);
            self.repairs.waiting.push_back(asked);
        } else if Arc::ptr_eq(&self.repairs.layers.own, ours) {
            // It says the same, and knows its lines.
            self.repairs.layers.own = now;
        }
        if !self.repairs.unsaved && self.repairs.waiting.is_empty() {
            // What is shown is what the files say: it can be kept for them.
            let texts = self.repairs.layers.texts();
            self.names_cache = MentionsCache::of(&self.cache, &self.corpus, &texts);
            self.start_keeping_names();
        }
    }

    /// Waits until repairs are saved: the window is being closed.
    pub(in crate::app) fn finish_saving(&mut self) {
        // What was done while it was saved is saved after it.
        for _ in 0..2 {
            self.start_saving_names();
            let saving = self.repairs.saving.as_mut();
            let Some(outcome) = saving.and_then(|saving| saving.task.wait(LONGEST_SAVE)) else {
                return;
            };
            self.end_saving(outcome);
        }
    }
}
