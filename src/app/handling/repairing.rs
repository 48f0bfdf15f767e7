//! Repairs of names: asked, counted, done, undone.

use crate::analysis::query::Query;
use crate::app::effect::{Effect, Ground, Step, StepFault};
use crate::app::repairs::{Answer, Asked, Done, RepairCommand, What};
use crate::app::state::AppState;
use crate::entity::Annotations;
use crate::entity::repair::{NamesFile, Reach, Repair, Scope};
use crate::jobs::{Outcome, Task};
use std::sync::Arc;

impl AppState {
    pub(super) fn handle_repair(&mut self, command: RepairCommand) {
        match command {
            RepairCommand::Ask(repair) => {
                let at_once = is_done_at_once(&repair);
                self.ask(Asked::new(Step::Do(*repair), at_once));
            }
            RepairCommand::Do => self.do_asked(),
            RepairCommand::GiveUp => self.repairs.asked = None,
            RepairCommand::Dismiss => {
                self.repairs.done = None;
                self.repairs.conflicts.clear();
                self.repairs.fault = None;
                self.repairs.aside = None;
            }
            RepairCommand::Save => self.repairs.unsaved = true,
            RepairCommand::Edit(editing) => {
                self.repairs.editing = editing;
                self.start_proposing();
            }
        }
    }

    pub(super) fn undo_repair(&mut self) {
        self.ask(Asked::new(Step::Undo, true));
    }

    pub(super) fn redo_repair(&mut self) {
        self.ask(Asked::new(Step::Redo, true));
    }

    /// Asks for a step. What is only shown gives way to it.
    fn ask(&mut self, asked: Asked) {
        if self.repairs.shown().is_some() {
            self.repairs.asked = None;
        }
        self.repairs.waiting.push_back(asked);
    }

    /// Does what is shown, if it is still counted right.
    fn do_asked(&mut self) {
        let Some(mut asked) = self.repairs.asked.take() else {
            return;
        };
        asked.at_once = true;
        self.repairs.asked = Some(asked);
    }

    pub(super) fn collect_repairs(&mut self) {
        self.collect_names_saved();
        while self.go_on_asking() {}
        if let Some(outcome) = self.repairs.proposing.as_mut().and_then(Task::poll) {
            self.repairs.proposing = None;
            if let Outcome::Done(names) = outcome {
                self.repairs.proposed = Some(names);
            }
        }
        self.start_saving_names();
    }

    /// One move of what is asked for; whether there may be another.
    fn go_on_asking(&mut self) -> bool {
        if self.repairs.asked.is_none() {
            self.repairs.asked = self.repairs.waiting.pop_front();
        }
        let Some(mut asked) = self.repairs.asked.take() else {
            return false;
        };
        let (answer, goes_on) = match asked.answer {
            Answer::None => (self.find_effect(&asked.step), true),
            Answer::Under { mut task, of } => match task.poll() {
                None => (Answer::Under { task, of }, false),
                Some(outcome) => (found(outcome, of), true),
            },
            Answer::Found { effect, of } if asked.at_once => {
                if self.is_ground(&of) {
                    let what = match asked.step {
                        Step::Do(_) => What::Did,
                        Step::Undo => What::Undid,
                        Step::Redo => What::Redid,
                        Step::TakeOver(_) => What::TookOver,
                    };
                    self.take_effect(*effect, what);
                    return true;
                }
                (Answer::None, true)
            }
            Answer::Found { effect, of } if !self.is_ground(&of) => {
                drop(effect);
                (Answer::None, true)
            }
            Answer::Found { effect, of } => (Answer::Found { effect, of }, false),
            Answer::Fault(fault) if asked.at_once => {
                self.tell_fault(&asked.step, fault);
                return true;
            }
            Answer::Fault(fault) => (Answer::Fault(fault), false),
        };
        // Without names there is nothing to count yet.
        let goes_on = goes_on && !matches!(answer, Answer::None);
        asked.answer = answer;
        self.repairs.asked = Some(asked);
        goes_on
    }

    /// Whether names and file are still those.
    fn is_ground(&self, (annotations, own): &(Arc<Annotations>, Arc<NamesFile>)) -> bool {
        let is_same = |now: &Arc<_>| Arc::ptr_eq(now, annotations);
        self.annotations.as_ref().is_some_and(is_same) && Arc::ptr_eq(&self.repairs.layers.own, own)
    }

    /// Starts to find what `step` changes, off the window's thread.
    fn find_effect(&self, step: &Step) -> Answer {
        let Some(annotations) = self.annotations.clone() else {
            return Answer::None;
        };
        let of = (
            Arc::clone(&annotations),
            Arc::clone(&self.repairs.layers.own),
        );
        let ground = Ground {
            corpus: Arc::clone(&self.corpus),
            indexed: self.indexed.clone(),
            annotations,
            layers: self.repairs.layers.clone(),
            history: self.repairs.history.clone(),
            open: self.article,
        };
        let step = step.clone();
        let work = move |progress: &_, cancel: &_| Effect::of(step, &ground, progress, cancel);
        let task = Task::start(&self.executor, "repair", work);
        Answer::Under { task, of }
    }

    /// Shows everything as it is after a step.
    fn take_effect(&mut self, effect: Effect, what: What) {
        let span = self
            .mention
            .and_then(|at| self.marks.mentions.get(at))
            .map(|m| m.span);
        let changes_file = *effect.layers.own != *self.repairs.layers.own;
        self.repairs.layers = effect.layers;
        self.repairs.history = effect.history;
        self.name_problems = effect.problems;
        self.gather_problems();
        self.names = Some(Arc::clone(effect.annotations.gazetteer()));
        self.take_annotations(effect.annotations);
        self.mention = span.and_then(|span| {
            let mentions = &self.marks.mentions;
            mentions.iter().position(|m| m.span.overlaps(span))
        });
        if let (What::Did | What::Redid, Some(Repair::Merge { into, .. })) = (&what, &effect.repair)
            && self.card.is_some()
        {
            let into = self.table.as_ref().and_then(|table| table.find(into));
            self.look_at(into);
        }
        if self
            .search
            .query
            .as_ref()
            .is_some_and(Query::names_entities)
        {
            self.start_search();
        }
        // What others did is told only where it changes what is shown.
        let is_told = !matches!(what, What::TookOver) || effect.n_mentions > 0;
        if is_told {
            self.repairs.done = Some(Done {
                what,
                repair: effect.repair,
                n_mentions: effect.n_mentions,
                n_articles: effect.n_articles,
            });
        }
        self.repairs.unsaved |= changes_file;
    }

    fn tell_fault(&mut self, step: &Step, fault: StepFault) {
        let repair = match (step, &fault) {
            (Step::Undo, StepFault::Conflict(_)) => self.repairs.history.keep_last(),
            (Step::Do(repair), _) => Some(repair.clone()),
            _ => None,
        };
        self.repairs.done = Some(Done {
            what: What::Failed(fault),
            repair,
            n_mentions: 0,
            n_articles: 0,
        });
    }

    /// Looks for entities that may be the same, off the window's thread, while
    /// one is being edited.
    pub(super) fn start_proposing(&mut self) {
        let (true, Some(names)) = (self.repairs.editing, self.annotations.clone()) else {
            return;
        };
        let work = move |_: &_, _: &_| {
            let _ = names.proposals();
            Ok(names)
        };
        self.repairs.proposing = Some(Task::start(&self.executor, "propose", work));
    }
}

/// What is known of the effect once its task has ended.
fn found(
    outcome: Outcome<Result<Effect, StepFault>>,
    of: (Arc<Annotations>, Arc<NamesFile>),
) -> Answer {
    match outcome {
        Outcome::Done(Ok(effect)) => {
            let effect = Box::new(effect);
            Answer::Found { effect, of }
        }
        Outcome::Done(Err(fault)) => Answer::Fault(fault),
        Outcome::Cancelled | Outcome::Panicked(_) => Answer::Fault(StepFault::Nothing),
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
        Repair::ChangeSpan { reach, .. } => *reach == Reach::Here,
        Repair::DifferentFrom { .. } | Repair::Rename { .. } | Repair::SetNote { .. } => true,
        Repair::Merge { .. }
        | Repair::Split { .. }
        | Repair::AddSpelling { .. }
        | Repair::RemoveSpelling { .. } => false,
    }
}
