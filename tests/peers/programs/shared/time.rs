//! The time of work that may take less than a look at the clock.

use super::common::stats::Samples;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// A stretch that the clock measures well.
const STRETCH: Duration = Duration::from_micros(50);
/// How often a question is asked.
const ROUNDS: usize = 9;

/// How long `work` takes when what it needs is warm: the median of [`ROUNDS`]
/// runs after one, each repeated until it fills [`STRETCH`].
pub(crate) fn of<T>(mut work: impl FnMut() -> T) -> Duration {
    black_box(work());
    let start = Instant::now();
    black_box(work());
    let once = start.elapsed().max(Duration::from_nanos(1));
    let n_times = u32::try_from(STRETCH.as_nanos() / once.as_nanos()).unwrap_or(1) + 1;
    let rounds = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        for _ in 0..n_times {
            black_box(work());
        }
        start.elapsed() / n_times
    });
    rounds.collect::<Samples>().median()
}

/// Micro- or milliseconds, as precise as the number deserves.
pub(crate) fn short(duration: Duration) -> String {
    let us = duration.as_secs_f64() * 1e6;
    match us {
        0.0..10.0 => format!("{us:.1} µs"),
        10.0..1000.0 => format!("{us:.0} µs"),
        1000.0..10_000.0 => format!("{:.1} ms", us / 1e3),
        _ => format!("{:.0} ms", us / 1e3),
    }
}
