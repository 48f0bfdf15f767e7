//! Numbers that look random and are the same in every run.

/// Xorshift (Marsaglia 2003).
pub(crate) struct Dice(u64);

impl Dice {
    /// Another sequence for every seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    /// A number from 0 to below `n`.
    pub(crate) fn below(&mut self, n: u16) -> u16 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u16::try_from(self.0 % u64::from(n)).expect("below")
    }

    /// Once in `n` times.
    pub(crate) fn once_in(&mut self, n: u16) -> bool {
        self.below(n) == 0
    }

    /// One of `all`.
    pub(crate) fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        let n = u16::try_from(all.len()).expect("few");
        &all[usize::from(self.below(n))]
    }
}
