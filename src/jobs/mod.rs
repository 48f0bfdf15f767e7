//! Where does long work run, how does it report, stop and fail?
//!
//! On named threads with progress, cancel and an outcome that the window
//! collects when it is told to look.
//!
//! Knows nothing of egui: the window hands in a [`Waker`].

mod derived;
mod task;
mod watch;

pub use derived::{Derived, Failed, Same, Slot};
pub use task::{Executor, Outcome, Stage, Task, Waker};
pub use watch::{Watch, WatchFault};
