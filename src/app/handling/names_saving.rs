//! Repairs of names: saved as the reader works, and what others saved.

use super::LONGEST_SAVE;
use crate::app::repairs::{Asked, KeptNow, RepairStep};
use crate::app::state::AppState;
use crate::app::storage::{Layers, MentionsCache, StoredRepairs};
use crate::entity::repair::merge;
use crate::jobs::Slot as _;
use std::sync::{Arc, Mutex, PoisonError};

impl AppState {
    /// Takes over what is kept for a corpus that was opened or read again.
    pub(super) fn take_kept(&mut self, kept: Arc<Mutex<StoredRepairs>>, layers: Layers) -> Layers {
        let repairs = &mut self.repairs;
        let base = Arc::clone(&repairs.saved);
        repairs.saving.forget();
        repairs.saved = Arc::clone(&layers.own);
        if let Some(mut old) = repairs.kept() {
            let mut new = kept.lock().unwrap_or_else(PoisonError::into_inner);
            new.follow(&mut old);
        }
        repairs.kept = Some(kept);
        let damaged = repairs.kept().and_then(|kept| kept.damaged().cloned());
        repairs.aside = damaged.map(|fault| (fault, Vec::new()));
        if repairs.is_saved() {
            return layers;
        }
        // What the reader did meanwhile is joined with what is there now.
        repairs.must_save();
        let joined = merge(&base, &repairs.layers.own, &layers.own);
        layers.with(Arc::new(joined.file))
    }

    /// Saves what is not on disk, off the window's thread, one writing after
    /// the other. What could not be saved is not tried again by itself: the
    /// next repair saves it, too, or the reader asks for it.
    pub(super) fn refresh_names_saved(&mut self) -> bool {
        let repairs = &mut self.repairs;
        if let Some(kept) = &repairs.kept
            && repairs.saving.is_idle()
            && !repairs.is_saved()
        {
            repairs
                .saving
                .want(&self.executor, "save-names", repairs.to_save, || {
                    // The task shares it: should it fail, nothing is lost with it.
                    let (kept, ours) = (Arc::clone(kept), Arc::clone(&repairs.layers.own));
                    move |_: &_, _: &_| {
                        let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                        let saved = kept.save(&ours);
                        Ok(KeptNow { ours, saved })
                    }
                });
        }
        let came = repairs.saving.poll();
        if came {
            self.take_saved();
        }
        came
    }

    /// Goes on from what the file says now.
    fn take_saved(&mut self) {
        let repairs = &mut self.repairs;
        let Some((number, KeptNow { ours, saved })) =
            repairs.saving.last().map(|(number, now)| (*number, &**now))
        else {
            return;
        };
        let saved = match saved {
            Ok(saved) => saved,
            Err(fault) => {
                repairs.fault = Some(fault.clone());
                return;
            }
        };
        repairs.on_disk = number;
        repairs.fault = None;
        if !saved.conflicts.is_empty() {
            repairs.conflicts.clone_from(&saved.conflicts);
        }
        let now = Arc::new(saved.names.clone());
        let (told, below) = repairs.kept().map_or((None, None), |kept| {
            let why = saved.went_aside.as_ref().or(kept.notice());
            (why.cloned(), kept.below().cloned())
        });
        repairs.saved = Arc::clone(&now);
        if let Some(told) = told.filter(|_| !repairs.aside_told) {
            repairs.aside_told = true;
            repairs.aside = Some((told, saved.not_taken_out.clone()));
        }
        let own = &repairs.layers.own;
        if saved.went_aside.is_some() {
            let mine = merge(ours, own, &now).file;
            repairs.layers.below = below.map(Arc::new);
            repairs.layers.own = Arc::new(mine);
        } else if *now != **ours {
            let joined = merge(ours, own, &now).file;
            let asked = Asked::new(RepairStep::TakeOver(joined), true);
            repairs.waiting.push_back(asked);
        } else if Arc::ptr_eq(own, ours) {
            // It says the same, and knows its lines.
            repairs.layers.own = now;
        }
        if repairs.is_saved() && repairs.waiting.is_empty() {
            // What is shown is what the files say: it can be kept for them.
            let texts = repairs.layers.texts();
            self.names_cache = MentionsCache::of(&self.cache, &self.corpus, &texts);
            self.names_to_keep += 1;
        }
    }

    /// Waits until repairs, marks and place are saved: the window is being closed.
    pub(in crate::app) fn finish_saving(&mut self) {
        // What was done while it was saved is saved after it, and what failed
        // is tried once more.
        for _ in 0..2 {
            if self.repairs.saving.is_idle() && !self.repairs.is_saved() {
                self.repairs.must_save();
            }
            self.refresh_names_saved();
            if self.repairs.saving.wait(LONGEST_SAVE) {
                self.take_saved();
            }
        }
        self.finish_keeping_marks();
        self.finish_keeping_place();
    }
}
