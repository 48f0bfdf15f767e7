//! A set of articles of one corpus, such as those that a filter shows.

use crate::base::ArticleId;
use std::ops::Range;

/// A set of articles: a bit for each article of the corpus.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ArticleSet {
    /// Bit `n % 64` of word `n / 64` stands for article `n`. Bits past the
    /// last article are 0.
    words: Vec<u64>,
    n_articles: usize,
}

impl ArticleSet {
    /// The empty set, for a corpus of `n_articles`.
    #[must_use]
    pub fn none(n_articles: usize) -> Self {
        Self {
            words: vec![0; n_articles.div_ceil(64)],
            n_articles,
        }
    }

    /// The set of all articles of a corpus of `n_articles`.
    #[must_use]
    pub fn all(n_articles: usize) -> Self {
        let mut set = Self {
            words: vec![u64::MAX; n_articles.div_ceil(64)],
            n_articles,
        };
        set.trim();
        set
    }

    /// The articles for which `belongs` holds, of a corpus of `n_articles`.
    #[must_use]
    pub fn from_fn(n_articles: usize, mut belongs: impl FnMut(ArticleId) -> bool) -> Self {
        let mut set = Self::none(n_articles);
        for id in (0_u32..).take(n_articles).map(ArticleId) {
            if belongs(id) {
                set.insert(id);
            }
        }
        set
    }

    /// Adds an article; one that the corpus does not have is not added.
    pub fn insert(&mut self, id: ArticleId) {
        if id.index() < self.n_articles {
            self.words[id.index() / 64] |= 1 << (id.index() % 64);
        }
    }

    /// Whether `id` is inside.
    #[must_use]
    pub fn contains(&self, id: ArticleId) -> bool {
        let word = self.words.get(id.index() / 64).copied().unwrap_or(0);
        word >> (id.index() % 64) & 1 == 1
    }

    /// How many articles are inside.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.iter().map(|w| w.count_ones() as usize).sum()
    }

    /// Whether no article is inside.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Whether every article of the corpus is inside.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.len() == self.n_articles
    }

    /// How many articles the corpus has.
    #[must_use]
    pub fn n_articles(&self) -> usize {
        self.n_articles
    }

    /// The articles inside, ascending.
    pub fn iter(&self) -> impl Iterator<Item = ArticleId> + '_ {
        (0_u32..).zip(&self.words).flat_map(|(place, &word)| {
            let mut rest = word;
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros())?;
                rest &= rest - 1;
                Some(ArticleId(place * 64 + bit))
            })
        })
    }

    /// Keeps the articles for which `stays` holds.
    pub(super) fn retain(&mut self, mut stays: impl FnMut(ArticleId) -> bool) {
        for (place, word) in (0_u32..).zip(&mut self.words) {
            let mut rest = *word;
            while rest != 0 {
                let bit = rest.trailing_zeros();
                rest &= rest - 1;
                if !stays(ArticleId(place * 64 + bit)) {
                    *word &= !(1 << bit);
                }
            }
        }
    }

    /// Keeps what `other`, a set of the same corpus, has as well.
    pub fn intersect(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Adds what `other`, a set of the same corpus, has.
    pub fn unite(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// Takes out what is inside and puts in what is not.
    pub fn complement(&mut self) {
        for word in &mut self.words {
            *word = !*word;
        }
        self.trim();
    }

    /// The articles `range` as a set of their own, the first of them as article
    /// 0. `range` starts at a multiple of [`Self::STEP`].
    #[must_use]
    pub(super) fn part(&self, range: Range<usize>) -> Self {
        let words = range.start / Self::STEP..range.end.div_ceil(Self::STEP);
        let mut part = Self {
            words: self.words.get(words).unwrap_or_default().to_vec(),
            n_articles: range.len(),
        };
        part.trim();
        part
    }

    /// Adds the articles of `next` after those of this set, whose number is a
    /// multiple of [`Self::STEP`].
    pub(super) fn append(&mut self, next: &Self) {
        self.words.extend_from_slice(&next.words);
        self.n_articles += next.n_articles;
    }

    /// Articles whose bits lie together: sets are cut and joined between them.
    pub(super) const STEP: usize = 64;

    fn trim(&mut self) {
        let n_used = self.n_articles % 64;
        if n_used > 0
            && let Some(last) = self.words.last_mut()
        {
            *last &= (1 << n_used) - 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_behave_like_sets() {
        let even = ArticleSet::from_fn(130, |id| id.0 % 2 == 0);
        let mut odd = even.clone();
        odd.complement();
        assert_eq!((even.len(), odd.len()), (65, 65));
        assert!(odd.contains(ArticleId(129)) && !odd.contains(ArticleId(130)));
        assert_eq!(
            odd.iter().take(3).collect::<Vec<_>>(),
            [1, 3, 5].map(ArticleId)
        );
        let mut both = even.clone();
        both.intersect(&odd);
        assert!(both.is_empty());
        both.unite(&even);
        both.unite(&odd);
        assert!(both.is_all() && both == ArticleSet::all(130));
    }

    #[test]
    fn parts_join_to_the_whole() {
        let set = ArticleSet::from_fn(150, |id| id.0 % 3 == 1);
        let mut joined = ArticleSet::default();
        for part in [0..64, 64..128, 128..150] {
            let part = set.part(part);
            assert!(part.len() <= part.n_articles());
            joined.append(&part);
        }
        assert_eq!(joined, set);
        assert_eq!(set.part(64..70).iter().next(), Some(ArticleId(0)));
    }

    #[test]
    fn an_article_of_no_corpus_is_not_added() {
        let mut set = ArticleSet::none(3);
        set.insert(ArticleId(3));
        assert!(set.is_empty());
        assert!(ArticleSet::all(0).is_empty());
    }
}
