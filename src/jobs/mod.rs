//! Long work off the window's thread: named threads with progress, cancel and
//! an outcome that the window collects when it is told to look.
//!
//! Knows nothing of egui: the window hands in a [`Waker`].

mod task;
mod watch;

pub use task::{Executor, Outcome, Task, Waker};
pub use watch::{Watch, WatchFault};
