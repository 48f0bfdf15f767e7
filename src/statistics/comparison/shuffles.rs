//! Random choices of the texts of A, many at once.

use super::statistic::Statistic;
use super::vertical::VerticalCounts;
use super::{Sides, TextRun};
use rayon::prelude::*;
use std::cmp::Ordering;

/// 1,024 random choices of as many texts as A has, shared by all rows.
pub(super) struct Shuffles {
    columns: Vec<Column>,
}

/// 64 choices.
struct Column {
    /// For each text the choices in which it is of A.
    lanes: Vec<u64>,
    /// Units of A in each choice.
    sizes: [u64; 64],
}

impl Shuffles {
    /// Choices in a block.
    pub(super) const N: u64 = 64 * N_COLUMNS;

    /// Block `number` of the choices that `seed` gives: the same on any number
    /// of threads.
    pub(super) fn new(sides: &Sides, seed: u64, number: u64) -> Self {
        let columns = (0..N_COLUMNS).into_par_iter().map(|column| {
            let stream = number * N_COLUMNS + column;
            Column::new(sides, SplitMix(mixed(seed ^ mixed(stream))))
        });
        Self {
            columns: columns.collect(),
        }
    }

    /// In how many choices the Log Ratio is at least, and at most, as high as
    /// observed.
    pub(super) fn count(
        &self,
        statistic: &Statistic,
        runs: &[TextRun],
        counts: &mut VerticalCounts,
    ) -> [u64; 2] {
        let (mut n_high, mut n_low) = (0, 0);
        for column in &self.columns {
            for run in runs {
                counts.add(run.count, column.lanes[run.text as usize]);
            }
            for (count, size) in counts.take().into_iter().zip(column.sizes) {
                let order = statistic.compare(u64::from(count), size);
                n_high += u64::from(order != Ordering::Less);
                n_low += u64::from(order != Ordering::Greater);
            }
        }
        [n_high, n_low]
    }
}

const N_COLUMNS: u64 = 16;

impl Column {
    /// 64 choices by selection sampling (Knuth, TAOCP 2, algorithm 3.4.2 S): a
    /// text is taken with the chance of those still wanted among those left. A
    /// draw of 32 bits is even to 2^-32 of the texts.
    fn new(sides: &Sides, mut random: SplitMix) -> Self {
        let mut wanted = [sides.n_a(); 64];
        let mut sizes = [0; 64];
        let texts = (0..sides.n_texts()).zip(sides.lengths());
        let lanes = texts.map(|(text, length)| {
            let n_left = u64::from(sides.n_texts() - text);
            let mut lanes = 0;
            for pair in 0..32 {
                let bits = random.next();
                for (lane, draw) in [(2 * pair, bits >> 32), (2 * pair + 1, bits & 0xFFFF_FFFF)] {
                    let is_taken = (draw * n_left) >> 32 < u64::from(wanted[lane]);
                    lanes |= u64::from(is_taken) << lane;
                    wanted[lane] -= u32::from(is_taken);
                    sizes[lane] += u64::from(*length) * u64::from(is_taken);
                }
            }
            lanes
        });
        Self {
            lanes: lanes.collect(),
            sizes,
        }
    }
}

/// The generator of Steele, Lea and Flood (2014), "Fast splittable
/// pseudorandom number generators".
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mixed(self.0)
    }
}

/// Its finisher: bits that look like chance, another for every number.
const fn mixed(number: u64) -> u64 {
    let n = (number ^ number >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let n = (n ^ n >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    n ^ n >> 31
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_is_that_of_its_authors() {
        // The first numbers of SplittableRandom from 1234567.
        let mut random = SplitMix(1_234_567);
        let found: [u64; 3] = std::array::from_fn(|_| random.next());
        assert_eq!(
            found,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423
            ]
        );
    }

    #[test]
    fn every_choice_has_as_many_texts_as_a_and_each_text_is_as_likely() {
        let lengths: Vec<(u32, Option<u32>)> = (1..=30).map(|n| (n * n, None)).collect();
        let (a, b) = lengths.split_at(11);
        let sides = Sides::new(a, b);
        let shuffles = Shuffles::new(&sides, 5, 2);
        let mut often = vec![0; 30];
        for column in &shuffles.columns {
            for lane in 0..64 {
                let chosen = (0..30).filter(|text: &usize| column.lanes[*text] >> lane & 1 == 1);
                let chosen: Vec<usize> = chosen.collect();
                assert_eq!(chosen.len(), 11);
                let size = chosen
                    .iter()
                    .map(|text| u64::from(lengths[*text].0))
                    .sum::<u64>();
                assert_eq!(size, column.sizes[lane]);
                for text in chosen {
                    often[text] += 1;
                }
            }
        }
        // 1024 · 11/30 = 375, with a deviation of 15.4; none is five away.
        assert!(often.iter().all(|n| (298..453).contains(n)), "{often:?}");
        let other = Shuffles::new(&sides, 5, 3);
        assert_ne!(other.columns[0].lanes, shuffles.columns[0].lanes);
    }
}
