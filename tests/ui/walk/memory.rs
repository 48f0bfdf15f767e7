//! Whether the memory of this process comes to a level.

use std::fmt;
use std::fs;

/// Parts of a walk after the first quarter, in which caches fill.
const PARTS: usize = 4;
/// A part may need so many KiB more than the one before without being counted
/// as growth.
const NOISE: u64 = 4 << 10;

/// Resident memory in KiB, looked at again and again.
#[derive(Default)]
pub(super) struct Memory(Vec<u64>);

/// Resident memory in KiB; `None` where the system does not say it so.
fn resident() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse().ok()
}

impl Memory {
    pub(super) fn note(&mut self) {
        self.0.extend(resident());
    }

    /// The median of each part after the warm-up.
    fn parts(&self) -> Vec<u64> {
        let warm = self.0.get(self.0.len() / 4..).unwrap_or_default();
        let parts = warm.chunks(warm.len().div_ceil(PARTS).max(1));
        parts
            .map(|part| {
                let mut part = part.to_vec();
                part.sort_unstable();
                part[part.len() / 2]
            })
            .collect()
    }

    /// That not every part needs more than the one before.
    pub(super) fn assert_level(&self) {
        let parts = self.parts();
        let keeps_growing = grows(&parts);
        assert!(!keeps_growing, "memory keeps growing: {parts:?} KiB");
    }
}

fn grows(parts: &[u64]) -> bool {
    parts.len() == PARTS && parts.windows(2).all(|pair| pair[1] > pair[0] + NOISE)
}

impl fmt::Display for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "memory in KiB {:?}", self.parts())
    }
}

#[test]
fn growth_is_told_from_a_level() {
    let memory = |of: fn(u64) -> u64| Memory((0..400).map(of).collect());
    assert!(grows(&memory(|n| 100_000 + n * 100).parts()));
    assert!(!grows(&memory(|n| 100_000 + n.min(200) * 100).parts()));
    assert!(!grows(&memory(|n| 100_000 + n * 100 % 7_000).parts()));
}
