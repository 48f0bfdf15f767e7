//! A small generator of random numbers, the same on every machine.

/// `SplitMix64` (Steele, Lea and Flood 2014): a counter and a mixing function.
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Random {
    /// Another sequence for each pair of numbers.
    pub(crate) fn new(seed: u64, stream: u64) -> Self {
        let mut random = Self(seed ^ stream.wrapping_mul(0xD134_2543_DE82_EF95));
        random.next();
        random
    }

    /// 64 random bits.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`, by multiplication; `n` is not 0.
    pub(crate) fn below(&mut self, n: u64) -> u64 {
        let high = (u128::from(self.next()) * u128::from(n)) >> 64;
        // The high half of a product with a number of 64 bits fits.
        u64::try_from(high).unwrap_or(0)
    }

    /// A place in a list of `n` elements.
    pub(crate) fn index(&mut self, n: usize) -> usize {
        usize::try_from(self.below(n as u64)).unwrap_or(0)
    }

    /// Whether something happens that does so `n` times in a thousand.
    pub(crate) fn per_mille(&mut self, n: u64) -> bool {
        self.below(1000) < n
    }

    /// An element of `list`, which is not empty.
    pub(crate) fn pick<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.index(list.len())]
    }
}
