//! One piece of work and where it stands.

use crate::base::{CancelToken, Cancelled, Progress};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, sync_channel};
use std::time::Duration;

/// Tells the window that there is something to collect.
pub type Waker = Arc<dyn Fn() + Send + Sync>;

/// Where work runs.
#[derive(Clone)]
pub enum Executor {
    /// Each task on a thread of its own; the waker is called at its end.
    Threads(Waker),
    /// At once, in the caller: for pictures and tests.
    Inline,
}

/// How a task ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome<T> {
    /// With a result.
    Done(T),
    /// It was asked to stop.
    Cancelled,
    /// It panicked: a defect of the program, with its message.
    Panicked(String),
}

/// A piece of work under way. Dropping it asks the work to stop.
#[derive(Debug)]
pub struct Task<T> {
    progress: Progress,
    cancel: CancelToken,
    outcome: Receiver<Outcome<T>>,
}

impl<T: Send + 'static> Task<T> {
    /// Starts `work` on a thread called `name`, or at once.
    pub fn start(
        executor: &Executor,
        name: &str,
        work: impl FnOnce(&Progress, &CancelToken) -> Result<T, Cancelled> + Send + 'static,
    ) -> Self {
        let progress = Progress::default();
        let cancel = CancelToken::default();
        let (sender, outcome) = sync_channel(1);
        let run = {
            let (progress, cancel) = (progress.clone(), cancel.clone());
            move || {
                let result = catch_unwind(AssertUnwindSafe(|| work(&progress, &cancel)));
                let outcome = match result {
                    Ok(Ok(done)) => Outcome::Done(done),
                    Ok(Err(Cancelled)) => Outcome::Cancelled,
                    Err(panic) => Outcome::Panicked(message_of(panic.as_ref())),
                };
                // The window may have lost interest: then nobody is listening.
                let _ = sender.send(outcome);
            }
        };
        match executor {
            Executor::Inline => run(),
            Executor::Threads(waker) => {
                let waker = Arc::clone(waker);
                let spawned = std::thread::Builder::new()
                    .name(name.to_owned())
                    .spawn(move || {
                        run();
                        waker();
                    });
                // Without a thread the sender is gone and `poll` reports it.
                drop(spawned);
            }
        }
        Self {
            progress,
            cancel,
            outcome,
        }
    }

    /// Where the work stands.
    #[must_use]
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Asks the work to stop.
    pub fn cancel(&self) {
        self.cancel.cancel();
    }

    /// The outcome, once there is one.
    pub fn poll(&mut self) -> Option<Outcome<T>> {
        match self.outcome.try_recv() {
            Ok(outcome) => Some(outcome),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => {
                Some(Outcome::Panicked("the system gave no thread".to_owned()))
            }
        }
    }
}

impl<T> Task<T> {
    /// The outcome, waited for at most as long as `longest`; none after that.
    /// For the moment when the window closes: a frame never waits.
    pub fn wait(&mut self, longest: Duration) -> Option<Outcome<T>> {
        match self.outcome.recv_timeout(longest) {
            Ok(outcome) => Some(outcome),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Outcome::Cancelled),
        }
    }
}

impl<T> Drop for Task<T> {
    fn drop(&mut self) {
        self.cancel.cancel();
    }
}

fn message_of(panic: &(dyn std::any::Any + Send)) -> String {
    panic
        .downcast_ref::<&str>()
        .map(|message| (*message).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wait<T: Send + 'static>(
        work: impl FnOnce(&Progress, &CancelToken) -> Result<T, Cancelled> + Send + 'static,
        after_start: impl FnOnce(&Task<T>),
    ) -> Outcome<T> {
        let (wake, woken) = sync_channel(1);
        let waker: Waker = Arc::new(move || {
            let _ = wake.send(());
        });
        let mut task = Task::start(&Executor::Threads(waker), "test", work);
        after_start(&task);
        woken.recv().unwrap();
        task.poll().unwrap()
    }

    #[test]
    fn a_result_is_collected_after_the_wake() {
        assert_eq!(wait(|_, _| Ok(7), |_| {}), Outcome::Done(7));
    }

    #[test]
    fn cancelled_is_an_outcome_of_its_own() {
        let endless = |_: &Progress, cancel: &CancelToken| -> Result<(), Cancelled> {
            loop {
                cancel.check()?;
                std::thread::yield_now();
            }
        };
        assert_eq!(wait(endless, Task::cancel), Outcome::Cancelled);
    }

    #[test]
    fn a_panic_does_not_reach_the_window() {
        let outcome = wait::<()>(|_, _| panic!("broken"), |_| {});
        assert_eq!(outcome, Outcome::Panicked("broken".to_owned()));
    }
}
