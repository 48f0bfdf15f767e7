//! The shingles of a text, as hashes.

use super::{SAMPLED, SHINGLE_LEN};

/// The different shingles of a text, by their hashes in ascending order.
///
/// Two of the shingles of two texts share a hash by chance less than once in
/// 10¹³ pairs of articles of a thousand words.
#[derive(Debug, Default)]
pub(super) struct ShingleSet(Vec<u64>);

impl ShingleSet {
    /// Makes it the set of the shingles of `words`.
    pub(super) fn fill(&mut self, words: &[u32]) {
        self.0.clear();
        each_shingle(words, |hash| self.0.push(hash));
        self.0.sort_unstable();
        self.0.dedup();
    }

    /// The number of different shingles.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The number of shingles that both sets have.
    pub(super) fn n_shared(&self, other: &Self) -> usize {
        let mut others = other.0.as_slice();
        let mut n_shared = 0;
        for hash in &self.0 {
            while let [first, rest @ ..] = others
                && first < hash
            {
                others = rest;
            }
            n_shared += usize::from(others.first() == Some(hash));
        }
        n_shared
    }
}

/// Puts the sketch of `words` into `samples`: the upper halves of those hashes
/// that divide by [`SAMPLED`], ascending, each once.
pub(super) fn sample(words: &[u32], samples: &mut Vec<u32>) {
    samples.clear();
    each_shingle(words, |hash| {
        if hash % SAMPLED == 0 {
            samples.push((hash >> 32) as u32);
        }
    });
    samples.sort_unstable();
    samples.dedup();
}

/// Calls `emit` with the hash of every run of [`SHINGLE_LEN`] words.
///
/// The hash of a run is made of that of the one before it: rotate, take out
/// the first word, put in the next (Cohen 1997; Lemire and Kaser 2010,
/// *Recursive n-gram hashing is pairwise independent, at best*).
fn each_shingle(words: &[u32], mut emit: impl FnMut(u64)) {
    const LEN: usize = SHINGLE_LEN as usize;
    let mut hash = 0_u64;
    for (n, word) in words.iter().enumerate() {
        hash = hash.rotate_left(1) ^ mix(u64::from(*word));
        if let Some(first) = n.checked_sub(LEN) {
            hash ^= mix(u64::from(words[first])).rotate_left(SHINGLE_LEN);
        }
        if n + 1 >= LEN {
            emit(mix(hash));
        }
    }
}

/// Spreads a number over 64 bits: the finaliser of `SplitMix64` (Steele, Lea
/// and Flood 2014).
const fn mix(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hashes(words: &[u32]) -> Vec<u64> {
        let mut hashes = Vec::new();
        each_shingle(words, |hash| hashes.push(hash));
        hashes
    }

    #[test]
    fn a_shingle_has_the_same_hash_wherever_it_stands() {
        let text = [7, 1, 2, 3, 4, 5, 9, 1, 2, 3, 4, 5];
        let found = hashes(&text);
        assert_eq!(found.len(), text.len() - SHINGLE_LEN as usize + 1);
        assert_eq!(found[1], found[7]);
        assert_eq!(hashes(&text[1..6]), [found[1]]);
        let different: std::collections::BTreeSet<u64> = found.iter().copied().collect();
        assert_eq!(different.len(), found.len() - 1);
    }

    #[test]
    fn the_order_of_words_matters() {
        assert_ne!(hashes(&[1, 2, 3, 4, 5]), hashes(&[2, 1, 3, 4, 5]));
        assert_ne!(hashes(&[1, 1, 1, 1, 1]), hashes(&[2, 2, 2, 2, 2]));
    }

    #[test]
    fn a_text_shorter_than_a_shingle_has_none() {
        assert!(hashes(&[1, 2, 3, 4]).is_empty());
    }

    #[test]
    fn shared_shingles_are_counted_once() {
        let (mut a, mut b) = (ShingleSet::default(), ShingleSet::default());
        a.fill(&[1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6]);
        b.fill(&[0, 1, 2, 3, 4, 5, 6, 8]);
        // 1–5 and 2–6; the others of `a` run over its middle.
        assert_eq!((a.n_shared(&b), b.n_shared(&a)), (2, 2));
        assert_eq!((a.len(), b.len()), (6, 4));
    }
}
