//! How long work reports where it stands, and how it is told to stop.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Asks a piece of work to stop. Clones share one flag.
#[derive(Debug, Clone)]
pub struct CancelToken(Arc<AtomicU64>);

/// Looks at a token that nobody has asked to stop: without end.
const ENDLESS: u64 = u64::MAX;

/// The outcome of work that was asked to stop: neither a result nor an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cancelled;

impl Default for CancelToken {
    fn default() -> Self {
        Self::after(ENDLESS)
    }
}

impl CancelToken {
    /// A token that asks for the stop by itself when it has been looked at
    /// `n_looks` times: work that stops at the same place each time.
    #[must_use]
    pub fn after(n_looks: u64) -> Self {
        Self(Arc::new(AtomicU64::new(n_looks)))
    }

    /// How many looks are left before it stops by itself.
    #[cfg(test)]
    pub(crate) fn looks_left(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    /// Asks for the stop; safe to call from any thread, any number of times.
    pub fn cancel(&self) {
        self.0.store(0, Ordering::Relaxed);
    }

    /// Whether a stop was asked for.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        let order = Ordering::Relaxed;
        let one_less = |left: u64| left.checked_sub(1);
        self.0.load(order) != ENDLESS && self.0.fetch_update(order, order, one_less).is_err()
    }

    /// `Err(Cancelled)` once a stop was asked for.
    ///
    /// # Errors
    /// [`Cancelled`], so that work can leave with `?`.
    pub fn check(&self) -> Result<(), Cancelled> {
        if self.is_cancelled() {
            Err(Cancelled)
        } else {
            Ok(())
        }
    }
}

/// Looks at a token at the first of [`Checkpoint::EVERY`] steps of one long
/// piece of work, so that a step costs next to nothing and a stop is heard soon.
#[derive(Debug)]
pub struct Checkpoint<'c> {
    cancel: &'c CancelToken,
    steps: u32,
}

impl<'c> Checkpoint<'c> {
    /// Steps from one look to the next. A step is the work on one token or one
    /// name: some microseconds.
    pub const EVERY: u32 = 1024;

    /// A checkpoint at the beginning of some work.
    #[must_use]
    pub const fn new(cancel: &'c CancelToken) -> Self {
        Self { cancel, steps: 0 }
    }

    /// Counts a step.
    ///
    /// # Errors
    /// [`Cancelled`], so that work can leave with `?`.
    pub fn step(&mut self) -> Result<(), Cancelled> {
        let is_look = self.steps == 0;
        self.steps = (self.steps + 1) % Self::EVERY;
        if is_look { self.cancel.check() } else { Ok(()) }
    }
}

/// A counter that workers advance and the window reads. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<Counters>);

#[derive(Debug, Default)]
struct Counters {
    done: AtomicU64,
    total: AtomicU64,
}

impl Progress {
    /// Says how many units of work there are in all.
    pub fn set_total(&self, total: u64) {
        self.0.total.store(total, Ordering::Relaxed);
    }

    /// Adds `units` to the work done.
    pub fn advance(&self, units: u64) {
        self.0.done.fetch_add(units, Ordering::Relaxed);
    }

    /// Units done so far.
    #[must_use]
    pub fn done(&self) -> u64 {
        self.0.done.load(Ordering::Relaxed)
    }

    /// Units of work in all; `None` while that is unknown.
    #[must_use]
    pub fn total(&self) -> Option<u64> {
        let total = self.0.total.load(Ordering::Relaxed);
        (total > 0).then_some(total)
    }

    /// The share done, in 0 to 1; `None` while the total is unknown.
    #[must_use]
    pub fn fraction(&self) -> Option<f32> {
        let total = self.0.total.load(Ordering::Relaxed);
        #[expect(clippy::cast_precision_loss, reason = "shown as a percentage")]
        (total > 0).then(|| (self.done() as f32 / total as f32).clamp(0.0, 1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_stops_when_asked_or_after_so_many_looks() {
        let token = CancelToken::default();
        assert!(!token.is_cancelled() && !token.is_cancelled());
        token.clone().cancel();
        assert!(token.is_cancelled() && token.is_cancelled());
        let token = CancelToken::after(2);
        let looks: Vec<bool> = (0..4).map(|_| token.is_cancelled()).collect();
        assert_eq!(looks, [false, false, true, true]);
    }

    #[test]
    fn a_checkpoint_looks_once_in_so_many_steps() {
        let token = CancelToken::after(1);
        let mut checkpoint = Checkpoint::new(&token);
        let heard = (1..9 * Checkpoint::EVERY).find(|_| checkpoint.step().is_err());
        assert_eq!(heard, Some(Checkpoint::EVERY + 1));
    }
}
