//! One piece of work and where it stands.

use crate::base::{CancelToken, Cancelled, Progress};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Tells the window that there is something to collect.
pub type Waker = Arc<dyn Fn() + Send + Sync>;

/// Where work runs.
#[derive(Clone, Default)]
pub enum Executor {
    /// Each task on a thread of its own; the waker is called at its end.
    Threads(Waker),
    /// At once, in the caller: for pictures and tests.
    #[default]
    Inline,
    /// At once, but for the tasks that a test wants to go another way.
    Staged(Stage),
}

impl Executor {
    /// What wakes the window when something has changed; without one nobody
    /// would look.
    #[must_use]
    pub fn waker(&self) -> Option<Waker> {
        match self {
            Self::Threads(waker) => Some(Arc::clone(waker)),
            Self::Inline => None,
            Self::Staged(_) => Some(Arc::new(|| {})),
        }
    }

    /// The same, without a thread where there would be one: for what costs too
    /// little to wait for.
    #[must_use]
    pub fn at_once(&self) -> Self {
        match self {
            Self::Threads(_) | Self::Inline => Self::Inline,
            Self::Staged(stage) => Self::Staged(stage.clone()),
        }
    }

    fn run(&self, name: &str, run: Run) {
        match self {
            Self::Inline => run(),
            Self::Staged(stage) => stage.run(name, run),
            Self::Threads(waker) => {
                let waker = Arc::clone(waker);
                let spawned = std::thread::Builder::new()
                    .name(name.to_owned())
                    .spawn(move || {
                        run();
                        waker();
                    });
                // Without a thread nothing will ever be sent, and `poll` says so.
                drop(spawned);
            }
        }
    }
}

/// How the tasks of a test go, by their names. Others run at once.
#[derive(Clone, Default)]
pub struct Stage(Arc<Mutex<BTreeMap<&'static str, Staging>>>);

/// What happens to a task.
enum Staging {
    Panics,
    Held(Vec<Run>),
}

/// What a thread is given to do. The same type for every task, as the channel
/// that tells its end is: threads and channels are then compiled once.
type Run = Box<dyn FnOnce() + Send>;

impl Stage {
    /// From now on, tasks called `name` panic.
    pub fn panic_in(&self, name: &'static str) {
        self.tasks().insert(name, Staging::Panics);
    }

    /// From now on, tasks called `name` do not run.
    pub fn hold(&self, name: &'static str) {
        self.tasks().insert(name, Staging::Held(Vec::new()));
    }

    /// Tasks called `name` run as others do; those that were held run now.
    pub fn lift(&self, name: &'static str) {
        let staging = self.tasks().remove(name);
        if let Some(Staging::Held(held)) = staging {
            for run in held {
                run();
            }
        }
    }

    fn tasks(&self) -> MutexGuard<'_, BTreeMap<&'static str, Staging>> {
        lock(&self.0)
    }

    fn panics_in(&self, name: &str) -> bool {
        matches!(self.tasks().get(name), Some(Staging::Panics))
    }

    fn run(&self, name: &str, run: Run) {
        if let Some(Staging::Held(held)) = self.tasks().get_mut(name) {
            held.push(run);
            return;
        }
        run();
    }
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
    ended: Receiver<()>,
    outcome: Arc<Mutex<Option<Outcome<T>>>>,
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
        let (end, ended) = sync_channel(1);
        let outcome = Arc::new(Mutex::new(None));
        let panics = matches!(executor, Executor::Staged(stage) if stage.panics_in(name));
        let run: Run = {
            let (progress, cancel) = (progress.clone(), cancel.clone());
            let (name, outcome) = (name.to_owned(), Arc::clone(&outcome));
            Box::new(move || {
                let result = catch_unwind(AssertUnwindSafe(|| {
                    if panics {
                        resume_unwind(Box::new(format!("the task {name} was told to panic")));
                    }
                    work(&progress, &cancel)
                }));
                let result = match result {
                    Ok(Ok(done)) => Outcome::Done(done),
                    Ok(Err(Cancelled)) => Outcome::Cancelled,
                    Err(panic) => Outcome::Panicked(message_of(panic.as_ref())),
                };
                *lock(&outcome) = Some(result);
                // The window may have lost interest: then nobody is listening.
                let _ = end.send(());
            })
        };
        executor.run(name, run);
        Self {
            progress,
            cancel,
            ended,
            outcome,
        }
    }

    /// The outcome, once there is one.
    pub fn poll(&mut self) -> Option<Outcome<T>> {
        match self.ended.try_recv() {
            Err(TryRecvError::Empty) => None,
            Ok(()) | Err(TryRecvError::Disconnected) => Some(self.take()),
        }
    }
}

impl<T> Task<T> {
    /// Where the work stands.
    #[must_use]
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Asks the work to stop.
    pub fn cancel(&self) {
        self.cancel.cancel();
    }

    fn take(&mut self) -> Outcome<T> {
        let no_thread = || Outcome::Panicked("the system gave no thread".to_owned());
        lock(&self.outcome).take().unwrap_or_else(no_thread)
    }

    /// The outcome, waited for at most as long as `longest`; none after that.
    /// For the moment when the window closes: a frame never waits.
    pub fn wait(&mut self, longest: Duration) -> Option<Outcome<T>> {
        match self.ended.recv_timeout(longest) {
            Err(RecvTimeoutError::Timeout) => None,
            Ok(()) | Err(RecvTimeoutError::Disconnected) => Some(self.take()),
        }
    }
}

impl<T> Drop for Task<T> {
    fn drop(&mut self) {
        self.cancel.cancel();
    }
}

/// What a mutex guards stays whole when a holder panics: it is replaced at once.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
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
