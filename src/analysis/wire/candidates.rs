//! Pairs of articles that may be copies, from their sketches.

use super::NEIGHBOURS;
use crate::base::fits;
use rayon::prelude::*;

/// A shingle stands in a great many articles when in more than this many, and
/// in more than one of every [`COMMON_SHARE`].
const COMMON: usize = 64;
/// See [`COMMON`].
const COMMON_SHARE: usize = 100;

/// All sketches, by shingle and by article.
pub(super) struct Candidates {
    /// Those sampled shingles that several articles have, the shingle in the
    /// upper half and the article in the lower, ascending.
    shared: Vec<u64>,
    /// For each article in turn, the places of its shingles in `shared`.
    places: Vec<u32>,
    /// Where in `places` those of each article end.
    ends: Vec<u32>,
    articles: Vec<Counts>,
}

/// Numbers of sampled shingles of an article.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    all: u32,
    shared: u32,
    common: u32,
}

impl Candidates {
    /// Arranges the sketches of all articles, which are ascending.
    pub(super) fn new(sketches: impl Iterator<Item = Vec<u32>>) -> Self {
        let mut shared: Vec<u64> = Vec::new();
        let mut articles = Vec::new();
        for (article, samples) in (0_u64..).zip(sketches) {
            let entries = samples
                .iter()
                .map(|&shingle| u64::from(shingle) << 32 | article);
            articles.push(Counts {
                all: fits(samples.len()),
                ..Counts::default()
            });
            shared.extend(entries);
        }
        shared.par_sort_unstable();
        keep_shared(&mut shared);
        count_shared(&shared, &mut articles);

        let mut ends: Vec<u32> = Vec::with_capacity(articles.len());
        let mut n_places = 0;
        for counts in &articles {
            // Becomes the end while the places are filled in.
            ends.push(n_places);
            n_places += counts.shared;
        }
        let mut places = vec![0; shared.len()];
        for (place, entry) in (0_u32..).zip(&shared) {
            let next = &mut ends[article_of(*entry) as usize];
            places[*next as usize] = place;
            *next += 1;
        }
        Self {
            shared,
            places,
            ends,
            articles,
        }
    }

    /// Puts into `near` the articles after `article`, ascending, that may be
    /// copies of it: those that share two fifths of the smaller sketch, half
    /// of what copies share, so that chance decides against few.
    pub(super) fn after(&self, article: u32, near: &mut Vec<u32>) {
        near.clear();
        let counts = self.articles[article as usize];
        let end = self.ends[article as usize] as usize;
        let places = &self.places[end - counts.shared as usize..end];
        for &place in places {
            let shingle = shingle_of(self.shared[place as usize]);
            let next = self.shared[place as usize + 1..].iter().take(NEIGHBOURS);
            let same = next.take_while(|entry| shingle_of(**entry) == shingle);
            near.extend(same.map(|entry| article_of(*entry)));
        }
        near.sort_unstable();
        let mut n_kept = 0;
        let mut at = 0;
        while let Some(&other) = near.get(at) {
            let n_shared = near[at..].iter().take_while(|next| **next == other).count();
            at += n_shared;
            let smaller = counts.all.min(self.articles[other as usize].all) as usize;
            if n_shared * 5 >= smaller * 2 {
                near[n_kept] = other;
                n_kept += 1;
            }
        }
        near.truncate(n_kept);
    }

    /// Whether most of an article's shingles stand in a great many articles.
    pub(super) fn is_common(&self, article: u32) -> bool {
        let counts = self.articles[article as usize];
        counts.common * 2 > counts.all
    }
}

/// Drops the shingles of one article only.
fn keep_shared(entries: &mut Vec<u64>) {
    let mut n_kept = 0;
    let mut at = 0;
    while let Some(&first) = entries.get(at) {
        let same = |entry: &&u64| shingle_of(**entry) == shingle_of(first);
        let len = entries[at..].iter().take_while(same).count();
        if len > 1 {
            entries.copy_within(at..at + len, n_kept);
            n_kept += len;
        }
        at += len;
    }
    entries.truncate(n_kept);
    entries.shrink_to_fit();
}

fn count_shared(shared: &[u64], articles: &mut [Counts]) {
    let many = COMMON.max(articles.len() / COMMON_SHARE);
    for list in shared.chunk_by(|a, b| shingle_of(*a) == shingle_of(*b)) {
        let is_common = list.len() > many;
        for entry in list {
            let counts = &mut articles[article_of(*entry) as usize];
            counts.shared += 1;
            counts.common += u32::from(is_common);
        }
    }
}

const fn shingle_of(entry: u64) -> u32 {
    (entry >> 32) as u32
}

#[expect(clippy::cast_possible_truncation, reason = "the lower half")]
const fn article_of(entry: u64) -> u32 {
    entry as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(candidates: &Candidates, article: u32) -> Vec<u32> {
        let mut near = Vec::new();
        candidates.after(article, &mut near);
        near
    }

    #[test]
    fn articles_are_near_by_two_fifths_of_the_smaller_sketch() {
        let sketches = [
            vec![1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
            vec![1, 2, 20, 21, 22],
            vec![1, 30, 31, 32, 33],
            vec![],
            vec![10],
        ];
        let candidates = Candidates::new(sketches.into_iter());
        assert_eq!(after(&candidates, 0), [1, 4]);
        assert!(after(&candidates, 1).is_empty());
        assert!(after(&candidates, 3).is_empty());
    }

    #[test]
    fn a_list_pairs_each_article_with_the_next_ones_only() {
        let candidates = Candidates::new((0..1000).map(|_| vec![5]));
        assert_eq!(after(&candidates, 0), [1, 2, 3, 4, 5, 6, 7, 8]);
        assert_eq!(after(&candidates, 997), [998, 999]);
        assert!(candidates.is_common(0));
    }
}
