//! A sample of hits that stays the same.

use super::Hit;
use super::Indexed;
use super::column::small;
use super::hit::ArticleWalk;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// So many hits, chosen at random.
///
/// Every hit draws a lot, a hash of the seed, its file, its place in the text
/// and its length; the smallest lots are taken (bottom-k sampling: Cohen and
/// Kaplan 2007). So the sample depends on nothing else: not on the order, nor
/// on the number of threads, and when the corpus grows, a hit leaves the sample
/// only for a new one with a smaller lot. A smaller sample of the same seed is
/// part of a larger one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Sample {
    /// How many hits; all, if there are fewer.
    pub size: u32,
    /// Another seed takes another sample.
    pub seed: u64,
}

/// Hits that one thread reads at a time.
const CHUNK: usize = 4096;

impl Sample {
    /// The indices of the hits in the sample, ascending; `hits` ascend.
    pub(super) fn of(self, of: Indexed<'_>, hits: &[Hit]) -> Vec<u32> {
        let size = self.size as usize;
        if hits.len() <= size {
            return (0..small(hits.len())).collect();
        }
        if size == 0 {
            return Vec::new();
        }
        let mut lots: Vec<(u64, u32)> = vec![(0, 0); hits.len()];
        let chunks = lots.par_chunks_mut(CHUNK).zip(hits.par_chunks(CHUNK));
        chunks.enumerate().for_each(|(chunk, (lots, hits))| {
            let mut walk = ArticleWalk::new(of.index);
            let mut of_file = None;
            for ((lot, hit), n) in lots.iter_mut().zip(hits).zip(small(chunk * CHUNK)..) {
                let (article, _) = walk.to(*hit);
                let file = match of_file {
                    Some((id, file)) if id == article => file,
                    _ => {
                        let path = of.corpus.article(article).map_or("", |a| &a.file);
                        xxh3_64_with_seed(path.as_bytes(), self.seed)
                    }
                };
                of_file = Some((article, file));
                let start = of.index.starts().get(hit.start as usize);
                let place = u64::from(start.copied().unwrap_or(0));
                let n_words = u64::from(hit.end - hit.start);
                let bytes = (place << 32 | n_words).to_le_bytes();
                *lot = (xxh3_64_with_seed(&bytes, file), n);
            }
        });
        lots.select_nth_unstable(size - 1);
        lots.truncate(size);
        let mut taken: Vec<u32> = lots.into_iter().map(|(_, n)| n).collect();
        taken.sort_unstable();
        taken
    }
}
