//! Adding in 64 lanes at once.

/// 64 counters as columns of bits: plane p has bit p of every counter.
///
/// What is added waits beside its plane until a second comes, so that three
/// planes become two by one step (carry-save adders; Harley and Seal's way of
/// counting bits).
#[derive(Debug, Clone)]
pub(super) struct VerticalCounts {
    sums: [u64; PLANES],
    waiting: [u64; PLANES],
    /// Bit p: something waits at plane p.
    is_waiting: u64,
}

/// Counters are below 2^33.
const PLANES: usize = 34;

impl VerticalCounts {
    pub(super) const fn new() -> Self {
        Self {
            sums: [0; PLANES],
            waiting: [0; PLANES],
            is_waiting: 0,
        }
    }

    /// Adds `count` to the counters of `lanes`.
    #[inline]
    pub(super) fn add(&mut self, count: u32, lanes: u64) {
        let mut rest = count;
        while rest != 0 {
            self.push(rest.trailing_zeros() as usize, lanes);
            rest &= rest - 1;
        }
    }

    #[inline]
    fn push(&mut self, plane: usize, lanes: u64) {
        let mut lanes = lanes;
        for plane in plane..PLANES {
            let bit = 1 << plane;
            if self.is_waiting & bit == 0 {
                self.waiting[plane] = lanes;
                self.is_waiting |= bit;
                return;
            }
            self.is_waiting &= !bit;
            let (sum, waiting) = (self.sums[plane], self.waiting[plane]);
            let half = sum ^ waiting;
            self.sums[plane] = half ^ lanes;
            lanes = (sum & waiting) | (half & lanes);
        }
    }

    /// The counters, which begin anew.
    pub(super) fn take(&mut self) -> [u32; 64] {
        for plane in 0..PLANES {
            if self.is_waiting >> plane & 1 == 1 {
                self.is_waiting &= !(1 << plane);
                let (sum, waiting) = (self.sums[plane], self.waiting[plane]);
                self.sums[plane] = sum ^ waiting;
                if sum & waiting != 0 {
                    self.push(plane + 1, sum & waiting);
                }
            }
        }
        let mut counts = [0; 64];
        for (plane, sum) in self.sums.iter_mut().enumerate().take(32) {
            if *sum != 0 {
                for (lane, count) in counts.iter_mut().enumerate() {
                    *count |= u32::from(*sum >> lane & 1 == 1) << plane;
                }
            }
            *sum = 0;
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lanes_count_alone(added in prop::collection::vec((0_u32..5000, any::<u64>()), 0..200)) {
            let mut counts = VerticalCounts::new();
            // What was taken does not come again.
            counts.add(77, u64::MAX);
            counts.take();
            for (count, lanes) in &added {
                counts.add(*count, *lanes);
            }
            let found = counts.take();
            for (lane, found) in found.into_iter().enumerate() {
                let of_lane = added.iter().filter(|(_, lanes)| lanes >> lane & 1 == 1);
                prop_assert_eq!(found, of_lane.map(|(count, _)| count).sum::<u32>());
            }
        }
    }
}
