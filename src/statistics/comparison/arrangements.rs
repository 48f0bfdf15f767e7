//! All ways to choose the texts of A.

use super::sides::{MOST_LISTED, n_arrangements};
use super::statistic::Statistic;
use super::{Sides, TextRun};
use std::cmp::Ordering;

/// Every choice of as many texts as A has, the observed one among them; each as
/// the texts of the smaller side.
pub(super) struct Arrangements {
    /// The members of the smaller side, `n_few` for each arrangement.
    members: Vec<u32>,
    /// Units of A in each arrangement.
    sizes: Vec<u64>,
    n_few: usize,
    /// Whether A is the smaller side.
    few_is_a: bool,
}

impl Arrangements {
    /// All of them; `None` if there are more than [`MOST_LISTED`].
    pub(super) fn of(sides: &Sides) -> Option<Self> {
        let (n_a, n_b) = (sides.n_a(), sides.n_b());
        if n_arrangements(n_a, n_b) > MOST_LISTED {
            return None;
        }
        let few_is_a = n_a <= n_b;
        let n_few = n_a.min(n_b) as usize;
        let all = sides.lengths().iter().copied().map(u64::from).sum::<u64>();
        let mut found = Self {
            members: Vec::new(),
            sizes: Vec::new(),
            n_few,
            few_is_a,
        };
        let mut chosen: Vec<u32> = (0..n_a.min(n_b)).collect();
        loop {
            found.members.extend(&chosen);
            let lengths = chosen.iter().map(|text| sides.lengths()[*text as usize]);
            let size = lengths.map(u64::from).sum();
            found.sizes.push(if few_is_a { size } else { all - size });
            // The next in the order of the alphabet: the last member that can
            // move moves on, and those after it follow.
            let n_rest = sides.n_texts() - n_a.min(n_b);
            let movable = |place: &usize| {
                let last = n_rest + crate::base::fits::<usize, u32>(*place);
                chosen.get(*place).is_some_and(|text| *text < last)
            };
            let Some(place) = (0..n_few).rev().find(movable) else {
                return Some(found);
            };
            let next = chosen[place] + 1;
            for (text, member) in (next..).zip(chosen.iter_mut().skip(place)) {
                *member = text;
            }
        }
    }

    /// How many arrangements there are, and in how many of them the Log Ratio
    /// is at least and at most as high as observed. `counts` has a zero for
    /// every text, and is left so.
    pub(super) fn count(
        &self,
        statistic: &Statistic,
        runs: &[TextRun],
        counts: &mut [u64],
    ) -> [u64; 3] {
        let mut all = 0;
        for run in runs {
            counts[run.text as usize] = u64::from(run.count);
            all += u64::from(run.count);
        }
        let (mut n_high, mut n_low) = (0, 0);
        for (n, size) in self.sizes.iter().enumerate() {
            let members = self.members.get(n * self.n_few..(n + 1) * self.n_few);
            let texts = members.unwrap_or_default().iter();
            let few = texts.map(|text| counts[*text as usize]).sum::<u64>();
            let a = if self.few_is_a { few } else { all - few };
            let order = statistic.compare(a, *size);
            n_high += u64::from(order != Ordering::Less);
            n_low += u64::from(order != Ordering::Greater);
        }
        for run in runs {
            counts[run.text as usize] = 0;
        }
        [self.sizes.len() as u64, n_high, n_low]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_choice_is_listed_once() {
        for (a, b, n) in [(3, 2, 10), (2, 3, 10), (1, 6, 7), (6, 6, 924), (0, 4, 1)] {
            let sides = Sides::new(&vec![(7, None); a], &vec![(7, None); b]);
            let found = Arrangements::of(&sides).unwrap();
            assert_eq!(found.sizes, vec![7 * a as u64; n]);
            if found.n_few > 0 {
                let chosen: BTreeSet<&[u32]> = found.members.chunks(found.n_few).collect();
                assert_eq!(chosen.len(), n);
                assert!(
                    chosen
                        .iter()
                        .all(|members| members.is_sorted_by(|x, y| x < y))
                );
            }
        }
        let many = Sides::new(&[(7, None); 9], &[(7, None); 9]);
        assert!(Arrangements::of(&many).is_none());
    }
}
