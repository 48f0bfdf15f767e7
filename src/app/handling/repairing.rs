//! Repairs of names: asked, counted, done, undone.

use crate::app::repairs::{
    Asked, Done, Effect, FindKey, Ground, HowDone, RepairCommand, RepairStep, StepFault,
};
use crate::app::state::AppState;
use crate::entity::repair::{Repair, RepairReach, Scope};
use crate::jobs::{Same, Slot as _};
use std::sync::Arc;

impl AppState {
    pub(super) fn handle_repair(&mut self, command: RepairCommand) {
        match command {
            RepairCommand::Ask(repair) => {
                let at_once = is_done_at_once(&repair);
                self.ask(Asked::new(RepairStep::Do(*repair), at_once));
            }
            RepairCommand::Do => self.do_asked(),
            RepairCommand::GiveUp => self.repairs.asked = None,
            RepairCommand::Dismiss => {
                self.repairs.done = None;
                self.repairs.conflicts.clear();
                self.repairs.fault = None;
                self.repairs.aside = None;
            }
            RepairCommand::Save => self.repairs.must_save(),
            RepairCommand::Edit(editing) => self.repairs.editing = editing,
            RepairCommand::Find(finder, text) => {
                self.repairs.finding[finder as usize].text = text;
            }
        }
    }

    pub(super) fn undo_repair(&mut self) {
        self.ask(Asked::new(RepairStep::Undo, true));
    }

    pub(super) fn redo_repair(&mut self) {
        self.ask(Asked::new(RepairStep::Redo, true));
    }

    /// Asks for a step. What is only shown, or has failed, gives way to it.
    fn ask(&mut self, asked: Asked) {
        let has_failed = |asked: &Asked| asked.effect.failed().is_some();
        let gives_way = self.repairs.asked.as_ref().is_some_and(has_failed);
        if gives_way || self.repairs.shown().is_some() {
            self.repairs.asked = None;
        }
        self.repairs.waiting.push_back(asked);
    }

    /// Does what is shown, as soon as it is counted right.
    fn do_asked(&mut self) {
        if let Some(asked) = &mut self.repairs.asked {
            asked.at_once = true;
            asked.is_confirmed = true;
        }
    }

    /// Finds what the next step changes, off the window's thread, and does it
    /// unless it is to be looked at first. Names and file may change meanwhile:
    /// then it is found again.
    pub(super) fn refresh_repairs(&mut self) -> bool {
        let proposed = self.refresh_proposals();
        if self.repairs.asked.is_none() {
            self.repairs.asked = self.repairs.waiting.pop_front();
        }
        // Without names there is nothing to count yet.
        let Some(annotations) = self.annotations().cloned() else {
            return proposed;
        };
        let indexed = self.indexed().cloned();
        let repairs = &mut self.repairs;
        let Some(asked) = &mut repairs.asked else {
            return proposed;
        };
        let key = (Same::of(&annotations), Same::of(&repairs.layers.own));
        let step = &asked.step;
        asked
            .effect
            .want(&self.executor, "repair", key.clone(), || {
                let step = step.clone();
                let ground = Ground {
                    corpus: Arc::clone(&self.corpus),
                    indexed,
                    annotations,
                    layers: repairs.layers.clone(),
                    history: repairs.history.clone(),
                    open: self.article,
                };
                move |progress: &_, cancel: &_| Effect::of(step, &ground, progress, cancel)
            });
        let came = asked.effect.poll();
        if !asked.at_once || asked.effect.of(&key).is_none() {
            return came || proposed;
        }
        if let (RepairStep::Do(repair), Some(Ok(effect)), false) = (
            &asked.step,
            asked.effect.shown().map(AsRef::as_ref),
            asked.is_confirmed,
        ) && !does_what_is_expected(repair, effect.n_mentions)
        {
            // It does nothing, or more than was pointed at: that is told first.
            asked.at_once = false;
            return true;
        }
        let done = repairs.asked.take();
        let effect = done.and_then(|mut asked| Some((asked.step, asked.effect.take()?.1)));
        if let Some((step, effect)) = effect {
            match effect {
                Ok(effect) => self.take_effect(effect, &step),
                Err(fault) => self.tell_fault(&step, fault),
            }
        }
        true
    }

    /// Shows everything as it is after a step.
    fn take_effect(&mut self, effect: Effect, step: &RepairStep) {
        let what = match step {
            RepairStep::Do(_) => HowDone::Did,
            RepairStep::Undo => HowDone::Undid,
            RepairStep::Redo => HowDone::Redid,
            RepairStep::TakeOver(_) => HowDone::TookOver,
        };
        if *effect.layers.own != *self.repairs.layers.own {
            self.repairs.must_save();
        }
        self.repairs.layers = effect.layers;
        self.repairs.history = effect.history;
        self.name_problems = Arc::new(effect.problems);
        self.names = Some(Arc::clone(effect.annotations.gazetteer()));
        let before = self.annotations().cloned();
        self.retired.extend(before.map(|names| names as Arc<_>));
        self.annotating
            .put(self.generation, Arc::new(effect.annotations));
        if let (HowDone::Did | HowDone::Redid, Some(Repair::Merge { into, .. })) =
            (&what, &effect.repair)
            && self.card.is_some()
        {
            self.look_at(Some(into.as_str().into()));
        }
        // What others did is told only where it changes what is shown.
        let is_told = !matches!(what, HowDone::TookOver) || effect.n_mentions > 0;
        if is_told {
            self.repairs.done = Some(Done {
                what,
                repair: effect.repair,
                n_mentions: effect.n_mentions,
                n_articles: effect.n_articles,
            });
        }
    }

    fn tell_fault(&mut self, step: &RepairStep, fault: StepFault) {
        let repair = match (step, &fault) {
            (RepairStep::Undo, StepFault::Conflict(_)) => self.repairs.history.keep_last(),
            (RepairStep::Do(repair), _) => Some(repair.clone()),
            _ => None,
        };
        self.repairs.done = Some(Done {
            what: HowDone::Failed(fault),
            repair,
            n_mentions: 0,
            n_articles: 0,
        });
    }

    /// Looks for the entities that the reader names, off the window's thread.
    pub(super) fn refresh_found_entities(&mut self) -> bool {
        let names = self.annotations().cloned();
        let mut came = false;
        for finding in &mut self.repairs.finding {
            if let Some(names) = names.as_ref().filter(|_| !finding.text.is_empty()) {
                let (names, text) = (Same::of(names), finding.text.clone());
                let key = FindKey { names, text };
                let wanted = key.clone();
                finding
                    .found
                    .want(&self.executor, "find-entity", wanted, || {
                        move |_: &_, cancel: &_| key.find(cancel)
                    });
            }
            came |= finding.found.poll();
        }
        came
    }

    /// Looks for entities that may be the same, off the window's thread, while
    /// one is being edited.
    fn refresh_proposals(&mut self) -> bool {
        if let Some(names) = self.annotations().filter(|_| self.repairs.editing).cloned() {
            let key = Same::of(&names);
            self.repairs
                .proposing
                .want(&self.executor, "propose", key, || {
                    move |_: &_, _: &_| {
                        let _ = names.proposals();
                        Ok(())
                    }
                });
        }
        self.repairs.proposing.poll()
    }
}

/// Whether a repair that is done without being shown first changes as many
/// mentions as the reader must think.
const fn does_what_is_expected(repair: &Repair, n_mentions: usize) -> bool {
    match repair {
        Repair::Mark { .. }
        | Repair::NotAName { .. }
        | Repair::ChangeType { .. }
        | Repair::SameAs { .. }
        | Repair::ChangeSpan { .. } => n_mentions == 1,
        // What is noted of an entity changes no mention of it.
        Repair::DifferentFrom { .. } | Repair::SetNote { .. } | Repair::Rename { ar: None, .. } => {
            n_mentions == 0
        }
        Repair::Rename { .. }
        | Repair::Merge { .. }
        | Repair::Split { .. }
        | Repair::AddSpelling { .. }
        | Repair::RemoveSpelling { .. } => true,
    }
}

/// Whether a repair touches so little that it is done without being shown
/// first.
fn is_done_at_once(repair: &Repair) -> bool {
    match repair {
        Repair::Mark { scope, .. }
        | Repair::NotAName { scope, .. }
        | Repair::ChangeType { scope, .. }
        | Repair::SameAs { scope, .. } => matches!(scope, Scope::Here { .. }),
        Repair::ChangeSpan { reach, .. } => *reach == RepairReach::Here,
        Repair::DifferentFrom { .. } | Repair::Rename { .. } | Repair::SetNote { .. } => true,
        Repair::Merge { .. }
        | Repair::Split { .. }
        | Repair::AddSpelling { .. }
        | Repair::RemoveSpelling { .. } => false,
    }
}
