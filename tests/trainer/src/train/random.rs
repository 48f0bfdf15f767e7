//! Chance, the same every time.

/// A generator of numbers that look random (`SplitMix64`, Steele, Lea and
/// Flood 2014), with a fixed seed.
#[derive(Debug, Clone)]
pub(super) struct Random {
    state: u64,
}

impl Default for Random {
    fn default() -> Self {
        Self {
            state: 0x2545_F491_4F6C_DD1D,
        }
    }
}

impl Random {
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 up to, not including, 1.
    pub(super) fn share(&mut self) -> f32 {
        let bits = u16::try_from(self.next() >> 48).unwrap_or_default();
        f32::from(bits) / 65_536.0
    }

    /// Puts `order` in another order (Fisher and Yates).
    pub(super) fn shuffle(&mut self, order: &mut [usize]) {
        for end in (1..order.len()).rev() {
            let n = u64::try_from(end).unwrap_or_default() + 1;
            order.swap(end, usize::try_from(self.next() % n).unwrap_or_default());
        }
    }
}
