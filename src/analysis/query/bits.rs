//! The positions of a block as bits: where hits lie thick, setting and testing
//! bits is quicker than comparing lists.

use super::block::ArticleBlock;
use std::ops::Range;

/// A set of positions of a block.
#[derive(Debug)]
pub(super) struct Bits {
    /// The first position of the block.
    start: u32,
    /// Bit `n % 64` of word `n / 64` stands for position `start + n`. One word
    /// more than needed, so that every word has a next.
    words: Vec<u64>,
}

/// Positions of a block for which one hit makes the hits thick.
const THICK: usize = 512;

/// So few hits are no matter for a bitmap.
const FEW: usize = 16;

impl Bits {
    /// The empty set.
    pub(super) fn none(block: &ArticleBlock<'_>) -> Self {
        Self {
            start: block.positions.start,
            words: vec![0; block.positions.len() / 64 + 2],
        }
    }

    /// Whether bits are quicker than lists for `n_hits` hits in `block`.
    pub(super) fn pay(n_hits: usize, block: &ArticleBlock<'_>) -> bool {
        n_hits > FEW && n_hits > block.positions.len() / THICK
    }

    /// Adds `positions`, which lie in the block.
    pub(super) fn insert_all(&mut self, positions: &[u32]) {
        for position in positions {
            let n = position.wrapping_sub(self.start) as usize;
            if let Some(word) = self.words.get_mut(n / 64) {
                *word |= 1 << (n % 64);
            }
        }
    }

    /// Adds what `other`, a set of the same block, has.
    pub(super) fn unite(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    pub(super) fn has(&self, position: u32) -> bool {
        let n = position.wrapping_sub(self.start) as usize;
        let word = self.words.get(n / 64).copied().unwrap_or(0);
        word >> (n % 64) & 1 == 1
    }

    /// The bits of `range`, at most 64 positions of the block, the first as the
    /// lowest bit.
    pub(super) fn window(&self, range: Range<u32>) -> u64 {
        if range.is_empty() {
            return 0;
        }
        let n = (range.start - self.start) as usize;
        let word = |n: usize| self.words.get(n).copied().unwrap_or(0);
        // Two steps, for a shift by 64 is none.
        let high = word(n / 64 + 1) << 1 << (63 - n % 64);
        let bits = word(n / 64) >> (n % 64) | high;
        bits & (u64::MAX >> (64 - range.len().min(64)))
    }

    /// Whether a position of `range`, which lies in the block, is inside.
    pub(super) fn has_in(&self, range: Range<u32>) -> bool {
        self.words_in(range).any(|(_, word)| word != 0)
    }

    /// Calls `see` with the positions of `range`, which lies in the block, that
    /// are inside; ascending.
    pub(super) fn each_in(&self, range: Range<u32>, mut see: impl FnMut(u32)) {
        for (n, mut word) in self.words_in(range) {
            while word != 0 {
                see(self.start + n * 64 + word.trailing_zeros());
                word &= word - 1;
            }
        }
    }

    /// The words with bits of `range` and their numbers; bits of other
    /// positions are 0.
    fn words_in(&self, range: Range<u32>) -> impl Iterator<Item = (u32, u64)> + '_ {
        let start = range.start.saturating_sub(self.start);
        let end = range.end.saturating_sub(self.start).max(start);
        let (first, last) = (start / 64, end / 64);
        let words = self.words.get(first as usize..=last as usize);
        (first..)
            .zip(words.unwrap_or_default())
            .map(move |(n, &word)| {
                let mut word = word;
                if n == first {
                    word &= u64::MAX << (start % 64);
                }
                if n == last {
                    word &= !(u64::MAX << (end % 64));
                }
                (n, word)
            })
    }
}
