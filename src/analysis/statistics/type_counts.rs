//! How often each type occurs in a subcorpus.

use super::places::stretches;
use super::small;
use super::subcorpus::Subcorpus;
use super::units::Units;
use crate::analysis::index::{Index, TypeId};
use crate::base::ArticleId;
use rayon::prelude::*;

/// The occurrences of each type in a subcorpus. Made once for a filter and
/// kept while it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeCounts(Vec<u32>);

/// Ranges of articles for threads to share.
const N_STRETCHES: u32 = 16;

impl TypeCounts {
    /// Counts the tokens of `subcorpus` on all cores.
    #[must_use]
    pub fn new(index: &Index, subcorpus: &Subcorpus) -> Self {
        let n_types = index.n_types();
        if subcorpus.is_whole() {
            let types = (0..small(n_types)).into_par_iter().map(TypeId);
            return Self(types.map(|id| index.freq(id)).collect());
        }
        let counts = stretches(index.article_starts(), N_STRETCHES)
            .into_par_iter()
            .fold(
                || vec![0; n_types],
                |mut counts, articles| {
                    for id in articles.map(ArticleId).filter(|id| subcorpus.contains(*id)) {
                        let positions = index.positions_of(id);
                        let tokens = positions.start as usize..positions.end as usize;
                        for token in index.tokens().get(tokens).unwrap_or_default() {
                            counts[*token as usize] += 1;
                        }
                    }
                    counts
                },
            )
            .reduce(|| vec![0; n_types], |a, b| add(a, &b));
        Self(counts)
    }

    /// The occurrences of a type.
    #[must_use]
    pub fn of(&self, id: TypeId) -> u32 {
        self.0.get(id.0 as usize).copied().unwrap_or(0)
    }

    /// The occurrences of a unit, and its most frequent type, the first of
    /// equals; `None` for a unit that does not occur.
    #[must_use]
    pub fn of_unit(&self, units: &Units, unit: u32) -> Option<(u32, TypeId)> {
        let mut freq = 0;
        let mut shown = None;
        let mut most = 0;
        for id in units.types_of(unit).iter().copied().map(TypeId) {
            let count = self.of(id);
            freq += count;
            if count > most {
                (most, shown) = (count, Some(id));
            }
        }
        shown.map(|id| (freq, id))
    }
}

/// The sums of two columns of the same length.
pub(super) fn add(mut a: Vec<u32>, b: &[u32]) -> Vec<u32> {
    for (sum, count) in a.iter_mut().zip(b) {
        *sum += count;
    }
    a
}
