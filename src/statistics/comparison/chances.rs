//! How likely a difference is if the labels of the texts mean nothing.

use super::arrangements::Arrangements;
use super::shuffles::Shuffles;
use super::statistic::Statistic;
use super::vertical::VerticalCounts;
use super::{Distributions, Sides, TextRun};
use crate::base::{CancelToken, Cancelled, fits};
use crate::statistics::rate::real;
use rayon::prelude::*;

/// The chances of the rows of a comparison, by relabelling the texts.
///
/// The statistic is the Log Ratio of the pooled sides; p is twice the smaller of
/// the shares of arrangements in which it is at least, and at most, as high as
/// observed, 1 if that is more. All arrangements are looked at where there are
/// at most 20,000, the observed one among them; so p is exact (Fisher 1935,
/// Pitman 1937). Otherwise texts are shuffled at random in blocks that all rows
/// share, and p is (as extreme + 1) / (m + 1) of m shuffles (Phipson and Smyth
/// 2010). A row that has met 50 as extreme is known well enough and stops
/// (Besag and Clifford 1991); the others go on to 32,768 shuffles.
///
/// The work is done in steps, so that rows can be shown before all are exact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chances {
    seed: u64,
    /// Blocks of shuffles that are done.
    n_blocks: u64,
    is_exact: bool,
    /// The row of each, ascending.
    rows: Vec<u32>,
    seen: Vec<Seen>,
}

/// What relabelling has shown of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Seen {
    n: u32,
    n_high: u32,
    n_low: u32,
}

impl Seen {
    fn is_known(self) -> bool {
        self.n_high.min(self.n_low) >= ENOUGH
    }
}

/// As extreme as observed: p is then known to a seventh (its deviation).
const ENOUGH: u32 = 50;
/// The most blocks of shuffles.
const MOST_BLOCKS: u64 = 32;

impl Chances {
    /// Nothing is known yet of `rows`. The same seed gives the same shuffles.
    #[must_use]
    pub fn new(rows: Vec<u32>, seed: u64) -> Self {
        Self {
            seed,
            n_blocks: 0,
            is_exact: false,
            seen: vec![Seen::default(); rows.len()],
            rows,
        }
    }

    /// The chances of all `rows`, to the end.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it; looked at before each row.
    pub fn of(
        rows: Vec<u32>,
        seed: u64,
        sides: &Sides,
        distributions: &dyn Distributions,
        cancel: &CancelToken,
    ) -> Result<Self, Cancelled> {
        let mut chances = Self::new(rows, seed);
        while chances.step(sides, distributions, cancel)? {}
        Ok(chances)
    }

    /// Does a step: all arrangements, or a block of shuffles. Whether there is
    /// more to do. `sides` and `distributions` are the same at every step.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it; the step is then as if it had not
    /// begun.
    pub fn step(
        &mut self,
        sides: &Sides,
        distributions: &dyn Distributions,
        cancel: &CancelToken,
    ) -> Result<bool, Cancelled> {
        if self.n_blocks == 0
            && let Some(all) = Arrangements::of(sides)
        {
            self.is_exact = true;
            let empty = || (Vec::new(), vec![0; sides.n_texts() as usize]);
            self.seen = self.each(
                sides,
                distributions,
                cancel,
                empty,
                |seen, test, runs, counts| {
                    let [n, n_high, n_low] = all.count(&test, runs, counts).map(fits);
                    *seen = Seen { n, n_high, n_low };
                },
            )?;
            return Ok(false);
        }
        let shuffles = Shuffles::new(sides, self.seed, self.n_blocks);
        let empty = || (Vec::new(), VerticalCounts::new());
        self.seen = self.each(
            sides,
            distributions,
            cancel,
            empty,
            |seen, test, runs, counts| {
                let [n_high, n_low]: [u32; 2] = shuffles.count(&test, runs, counts).map(fits);
                seen.n += fits::<u64, u32>(Shuffles::N);
                seen.n_high += n_high;
                seen.n_low += n_low;
            },
        )?;
        self.n_blocks += 1;
        let is_open = |seen: &Seen| seen.n > 0 && !seen.is_known();
        Ok(self.n_blocks < MOST_BLOCKS && self.seen.iter().any(is_open))
    }

    fn each<S>(
        &self,
        sides: &Sides,
        distributions: &dyn Distributions,
        cancel: &CancelToken,
        empty: impl Fn() -> (Vec<TextRun>, S) + Sync + Send,
        count: impl Fn(&mut Seen, Statistic, &[TextRun], &mut S) + Sync,
    ) -> Result<Vec<Seen>, Cancelled> {
        let rows = self.rows.par_iter().zip(&self.seen);
        rows.map_init(empty, |(runs, scratch), (row, seen)| {
            let mut seen = *seen;
            if seen.is_known() {
                return Ok(seen);
            }
            cancel.check()?;
            runs.clear();
            distributions.push_runs(*row, runs);
            let sum = |runs: &mut dyn Iterator<Item = &TextRun>| {
                runs.map(|run| u64::from(run.count)).sum()
            };
            let all: u64 = sum(&mut runs.iter());
            let a = sum(&mut runs.iter().filter(|run| sides.is_a(run.text)));
            if let Some(test) = Statistic::new(sides, a, all).filter(|_| all > 0) {
                count(&mut seen, test, runs, scratch);
            }
            Ok(seen)
        })
        .collect()
    }

    /// The p of a row; `None` if it was not asked for or nothing is known yet.
    #[must_use]
    pub fn p(&self, row: u32) -> Option<f64> {
        let place = self.rows.binary_search(&row).ok()?;
        let seen = self.seen.get(place).filter(|seen| seen.n > 0)?;
        let extreme = u64::from(seen.n_high.min(seen.n_low));
        let n = u64::from(seen.n);
        let share = if self.is_exact {
            real(extreme) / real(n)
        } else {
            real(extreme + 1) / real(n + 1)
        };
        Some((2.0 * share).min(1.0))
    }

    /// Whether all arrangements were listed.
    #[must_use]
    pub const fn is_exact(&self) -> bool {
        self.is_exact
    }
}
