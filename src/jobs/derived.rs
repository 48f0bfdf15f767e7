//! A value that is computed off the window's thread, together with everything
//! that it was computed of.
//!
//! Every computed thing of the window is one of these: what is wanted is said
//! again and again by its key, and work starts only where the key is another
//! one. Nobody starts, collects or clears anything by hand.

use super::task::{Executor, Outcome, Task};
use crate::base::{CancelToken, Cancelled, Progress};
use std::sync::Arc;
use std::time::Duration;

/// A task that ended without a result: a defect of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failed {
    /// The name of the task.
    pub task: &'static str,
    /// What the panic says, for a report.
    pub message: String,
}

/// An input of a computation that counts as the same only if it is the very
/// same value. It keeps the value alive, so that no other can take its place.
#[derive(Debug)]
pub struct Same<T>(pub Arc<T>);

impl<T> Same<T> {
    /// That very value.
    #[must_use]
    pub fn of(value: &Arc<T>) -> Self {
        Self(Arc::clone(value))
    }
}

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self::of(&self.0)
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// A value computed of everything that its key says.
#[derive(Debug)]
pub struct Derived<K, V> {
    under_way: Option<(K, &'static str, Task<V>)>,
    shown: Option<(K, Arc<V>)>,
    failed: Option<(K, Failed)>,
    revision: u64,
}

impl<K, V> Default for Derived<K, V> {
    fn default() -> Self {
        Self {
            under_way: None,
            shown: None,
            failed: None,
            revision: 0,
        }
    }
}

/// What can be asked of a [`Derived`] whatever it computes.
pub trait Slot {
    /// Whether nothing is under way.
    fn is_idle(&self) -> bool;
    /// Why there is nothing of what was wanted last.
    fn failed(&self) -> Option<&Failed>;
    /// Forgets the failure: who wants the same again starts it again.
    fn retry(&mut self);
}

impl<K: PartialEq, V: Send + 'static> Derived<K, V> {
    /// Makes sure that the value of `key` is there, is under way or has
    /// failed. Otherwise what `start` gives is started as a task called `name`,
    /// and what was under way for another key is cancelled. What is shown stays
    /// until the new value has come.
    pub fn want<W>(
        &mut self,
        executor: &Executor,
        name: &'static str,
        key: K,
        start: impl FnOnce() -> W,
    ) where
        W: FnOnce(&Progress, &CancelToken) -> Result<V, Cancelled> + Send + 'static,
    {
        if self.failed.as_ref().is_some_and(|(of, _)| *of == key) {
            return;
        }
        self.retry();
        if self.under_way.as_ref().is_some_and(|(of, ..)| *of == key) {
            return;
        }
        self.stop();
        if self.of(&key).is_none() {
            let task = Task::start(executor, name, start());
            self.under_way = Some((key, name, task));
        }
    }

    /// Takes the outcome of what was under way; whether a value has come. A
    /// panic leaves what is shown with the key that it has.
    pub fn poll(&mut self) -> bool {
        let ended = self.under_way.as_mut().and_then(|(.., task)| task.poll());
        self.end(ended)
    }

    /// As [`Derived::poll`], but waits at most as long as `longest`: for the
    /// moment when the window closes.
    pub fn wait(&mut self, longest: Duration) -> bool {
        let task = self.under_way.as_mut();
        let ended = task.and_then(|(.., task)| task.wait(longest));
        self.end(ended)
    }

    fn end(&mut self, ended: Option<Outcome<V>>) -> bool {
        let ended = ended.and_then(|outcome| Some((outcome, self.under_way.take()?)));
        let Some((outcome, (key, task, _))) = ended else {
            return false;
        };
        let message = match outcome {
            Outcome::Done(value) => {
                self.put(key, Arc::new(value));
                return true;
            }
            Outcome::Panicked(message) => message,
            // Who gives it up drops it; then nobody asks for the outcome.
            Outcome::Cancelled => "cancelled".to_owned(),
        };
        self.failed = Some((key, Failed { task, message }));
        self.revision += 1;
        false
    }

    /// The value of `key`, if it is there.
    pub fn of(&self, key: &K) -> Option<&Arc<V>> {
        let (of, value) = self.shown.as_ref()?;
        (of == key).then_some(value)
    }
}

impl<K, V> Derived<K, V> {
    /// The last value and its key, which need not be what is wanted now.
    pub fn last(&self) -> Option<&(K, Arc<V>)> {
        self.shown.as_ref()
    }

    /// The last value, unless what was wanted since has failed: an old answer
    /// is not to stand for a new question.
    pub fn shown(&self) -> Option<&Arc<V>> {
        let shown = self.shown.as_ref().filter(|_| self.failed.is_none());
        shown.map(|(_, value)| value)
    }

    /// Shows a value that came another way.
    pub fn put(&mut self, key: K, value: Arc<V>) {
        self.under_way = None;
        self.failed = None;
        self.shown = Some((key, value));
        self.revision += 1;
    }

    /// Takes the value out, for what is done once and not shown.
    pub fn take(&mut self) -> Option<(K, V)> {
        let (key, value) = self.shown.take()?;
        Some((key, Arc::into_inner(value)?))
    }

    /// Shows nothing and gives up what is under way.
    pub fn forget(&mut self) {
        self.stop();
        self.retry();
        self.revision += u64::from(self.shown.take().is_some());
    }

    /// Gives up what is under way.
    pub fn stop(&mut self) {
        self.under_way = None;
    }

    /// How far the work is, while there is some.
    pub fn progress(&self) -> Option<&Progress> {
        self.under_way.as_ref().map(|(.., task)| task.progress())
    }

    /// Counts the changes of what there is to be seen: values, their going,
    /// failures.
    #[must_use]
    pub const fn revision(&self) -> u64 {
        self.revision
    }
}

impl<K, V> Slot for Derived<K, V> {
    fn is_idle(&self) -> bool {
        self.under_way.is_none()
    }

    fn failed(&self) -> Option<&Failed> {
        self.failed.as_ref().map(|(_, failed)| failed)
    }

    fn retry(&mut self) {
        self.revision += u64::from(self.failed.take().is_some());
    }
}

#[cfg(test)]
mod tests {
    use super::super::task::Stage;
    use super::*;

    type Doubled = Derived<u32, u32>;

    fn want(slot: &mut Doubled, executor: &Executor, key: u32) -> bool {
        slot.want(executor, "double", key, || move |_: &_, _: &_| Ok(2 * key));
        slot.poll()
    }

    fn shown(slot: &Doubled) -> Option<u32> {
        slot.shown().map(|value| **value)
    }

    #[test]
    fn what_is_there_is_not_computed_again() {
        let mut slot = Doubled::default();
        assert!(want(&mut slot, &Executor::Inline, 4));
        assert_eq!((shown(&slot), slot.revision()), (Some(8), 1));
        slot.want(&Executor::Inline, "double", 4, || -> fn(&_, &_) -> _ {
            panic!("started again")
        });
        assert!(!slot.poll());
        assert!(want(&mut slot, &Executor::Inline, 5));
        assert_eq!((shown(&slot), slot.of(&4)), (Some(10), None));
    }

    #[test]
    fn what_is_shown_stays_until_the_new_value_has_come() {
        let stage = Stage::default();
        let executor = Executor::Staged(stage.clone());
        let mut slot = Doubled::default();
        want(&mut slot, &executor, 1);
        stage.hold("double");
        assert!(!want(&mut slot, &executor, 2));
        assert!(!slot.is_idle());
        assert_eq!(shown(&slot), Some(2), "with its own key");
        assert!(slot.of(&2).is_none());
        stage.lift("double");
        assert!(slot.poll());
        assert_eq!(shown(&slot), Some(4));
    }

    #[test]
    fn who_wants_something_else_cancels_what_was_under_way() {
        let stage = Stage::default();
        let executor = Executor::Staged(stage.clone());
        let mut slot = Doubled::default();
        stage.hold("double");
        want(&mut slot, &executor, 1);
        want(&mut slot, &executor, 2);
        stage.lift("double");
        assert!(slot.poll());
        assert_eq!(shown(&slot), Some(4), "the first outcome is not taken");
        stage.hold("double");
        want(&mut slot, &executor, 3);
        want(&mut slot, &executor, 2);
        assert!(slot.is_idle(), "it is there already");
    }

    #[test]
    fn a_panic_is_kept_with_its_key_and_tried_again_when_asked() {
        let stage = Stage::default();
        let executor = Executor::Staged(stage.clone());
        let mut slot = Doubled::default();
        want(&mut slot, &executor, 1);
        stage.panic_in("double");
        assert!(!want(&mut slot, &executor, 2));
        let failed = slot.failed().expect("a failure").clone();
        assert_eq!(failed.task, "double");
        assert!(failed.message.contains("double"), "{}", failed.message);
        assert_eq!(shown(&slot), None, "an old answer to a new question");
        assert_eq!(slot.last(), Some(&(1, Arc::new(2))), "but it is not lost");
        stage.lift("double");
        assert!(!want(&mut slot, &executor, 2), "not by itself");
        assert!(slot.failed().is_some());
        slot.retry();
        assert!(want(&mut slot, &executor, 2));
        assert_eq!((shown(&slot), slot.failed()), (Some(4), None));
    }

    #[test]
    fn who_goes_back_to_what_is_shown_is_done_with_a_failure() {
        let stage = Stage::default();
        let executor = Executor::Staged(stage.clone());
        let mut slot = Doubled::default();
        want(&mut slot, &executor, 1);
        stage.panic_in("double");
        want(&mut slot, &executor, 2);
        let revision = slot.revision();
        want(&mut slot, &executor, 1);
        assert_eq!((shown(&slot), slot.failed()), (Some(2), None));
        assert!(slot.revision() > revision, "there is something else to see");
    }

    #[test]
    fn what_is_forgotten_is_computed_again() {
        let mut slot = Doubled::default();
        want(&mut slot, &Executor::Inline, 1);
        assert_eq!(slot.take(), Some((1, 2)));
        assert!(want(&mut slot, &Executor::Inline, 1));
        slot.forget();
        assert_eq!(shown(&slot), None);
        assert!(want(&mut slot, &Executor::Inline, 1));
    }
}
