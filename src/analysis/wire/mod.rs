//! Which articles are, in the main, the same text?
//!
//! They are wire copy: near-duplicates of one another.
//!
//! A text is compared by its *shingles*, the runs of [`SHINGLE_LEN`] words
//! that it has. Of two articles, the one is a copy of the other when at least
//! four fifths of the shingles of the shorter stand in the longer:
//!
//! > containment(A, B) = |S(A) ∩ S(B)| / |S(A)|, where |S(A)| ≤ |S(B)|
//!
//! (Broder 1997, *On the resemblance and containment of documents*). So a
//! shortened copy counts, and one with another headline or dateline. What is
//! a copy of a copy is of the same group.
//!
//! Pairs to compare are found by Broder's sketches "0 mod m": of all shingles
//! only those are kept whose hash divides by [`SAMPLED`]. Unlike the bands of
//! a `MinHash` table, which find texts of about the same length, the share of
//! a short sketch that stands in a long one estimates containment itself.
//! Every pair so found is then compared by all its shingles.
//!
//! Two guards: a text with few shingles is grouped only with equal ones, and
//! one that consists mainly of what stands in a great many articles (a footer,
//! a standing notice) only with texts up to twice as long. So articles that
//! share a footer are not one group, and no input takes quadratic time: in the
//! list of articles with a shingle, each is paired with the next
//! [`NEIGHBOURS`] only, and copies beyond meet through those between.
//!
//! Knows no query, no name and no window.

mod candidates;
mod groups;
mod shingles;

#[cfg(test)]
mod tests;

pub use groups::{WireGroupId, WireGroups};

use super::index::Index;
use crate::base::{ArticleId, CancelToken, Cancelled, Progress, fits};
use candidates::Candidates;
use rayon::prelude::*;
use shingles::ShingleSet;
use xxhash_rust::xxh3::xxh3_128;

/// Words of a shingle.
const SHINGLE_LEN: u32 = 5;
/// A text of fewer different shingles is only grouped with equal texts. Twenty
/// words without repetition have sixteen.
const MIN_SHINGLES: usize = 16;
/// One shingle in so many is in the sketch of a text. Chance then misses two
/// texts that share nine tenths once in forty times at 20 words, once in 2,500
/// at 40, once in 100,000 at 60 and once in 10⁸ at 100 (binomial, with the
/// share of the sketch that [`Candidates::after`] asks for).
const SAMPLED: u64 = 4;
/// How many of the next articles with a shingle each article is paired with.
const NEIGHBOURS: usize = 8;

/// What the first pass keeps of an article.
struct Sketch {
    /// Hash of all its words; equal texts have equal ones. Two of a million
    /// different texts share 128 bits with a probability below 10⁻²⁶.
    text: u128,
    has_words: bool,
    /// Sampled shingles, each once.
    samples: Vec<u32>,
}

impl WireGroups {
    /// The groups of the articles of `index`; words are equal whose folded
    /// forms are. `progress` counts every article twice.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it; looked at before each article.
    pub fn of_index(
        index: &Index,
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Self, Cancelled> {
        let n_articles = fits(index.n_articles());
        let folds = index.folds();
        let words_of = |article: ArticleId, words: &mut Vec<u32>| {
            let positions = index.positions_of(article);
            let types = index
                .tokens()
                .get(positions.start as usize..positions.end as usize);
            words.extend(types.unwrap_or_default().iter().map(|n| folds[*n as usize]));
        };
        find(n_articles, words_of, progress, cancel)
    }
}

/// Groups the articles `0..n_articles` of which one is a near copy of another.
///
/// `words_of` puts the words of an article, in order, into an empty buffer, as
/// numbers that are equal when the words count as equal. The answer does not
/// depend on the number of threads.
fn find(
    n_articles: u32,
    words_of: impl Fn(ArticleId, &mut Vec<u32>) + Sync,
    progress: &Progress,
    cancel: &CancelToken,
) -> Result<WireGroups, Cancelled> {
    progress.set_total(2 * u64::from(n_articles));
    let mut sketches: Vec<Sketch> = (0..n_articles)
        .into_par_iter()
        .map_init(
            || (Vec::new(), Vec::new()),
            |(words, samples), article| {
                cancel.check()?;
                words.clear();
                words_of(ArticleId(article), words);
                shingles::sample(words, samples);
                progress.advance(1);
                Ok(Sketch {
                    text: xxh3_128(bytemuck::cast_slice(words)),
                    has_words: !words.is_empty(),
                    samples: samples.clone(),
                })
            },
        )
        .collect::<Result<_, Cancelled>>()?;

    let mut links = equal_texts(&sketches);
    for &(_, copy) in &links {
        if let Some(sketch) = sketches.get_mut(copy as usize) {
            sketch.samples.clear();
        }
    }
    let candidates = Candidates::new(sketches.into_iter().map(|sketch| sketch.samples));
    cancel.check()?;
    let copies: Vec<Vec<(u32, u32)>> = (0..n_articles)
        .into_par_iter()
        .map_init(Comparison::default, |comparison, article| {
            cancel.check()?;
            let copies = comparison.copies_of(article, &candidates, &words_of);
            progress.advance(1);
            Ok(copies)
        })
        .collect::<Result<_, Cancelled>>()?;
    links.extend(copies.into_iter().flatten());
    Ok(WireGroups::new(n_articles, &links))
}

/// Every article whose words are those of an earlier one, with the first such.
fn equal_texts(sketches: &[Sketch]) -> Vec<(u32, u32)> {
    let mut texts: Vec<(u128, u32)> = (0..)
        .zip(sketches)
        .filter(|(_, sketch)| sketch.has_words)
        .map(|(article, sketch)| (sketch.text, article))
        .collect();
    texts.par_sort_unstable();
    let mut links = Vec::new();
    for equal in texts.chunk_by(|a, b| a.0 == b.0) {
        if let [(_, first), others @ ..] = equal {
            links.extend(others.iter().map(|(_, other)| (*first, *other)));
        }
    }
    links
}

/// The buffers of comparing texts, kept from one article to the next.
#[derive(Default)]
struct Comparison {
    words: Vec<u32>,
    near: Vec<u32>,
    this: ShingleSet,
    other: ShingleSet,
}

impl Comparison {
    /// The candidates after `article` that are copies of it, or it of them.
    fn copies_of(
        &mut self,
        article: u32,
        candidates: &Candidates,
        words_of: &(impl Fn(ArticleId, &mut Vec<u32>) + Sync),
    ) -> Vec<(u32, u32)> {
        candidates.after(article, &mut self.near);
        if self.near.is_empty() {
            return Vec::new();
        }
        let mut fill = |set: &mut ShingleSet, article: u32| {
            self.words.clear();
            words_of(ArticleId(article), &mut self.words);
            set.fill(&self.words);
        };
        fill(&mut self.this, article);
        let mut copies = Vec::new();
        for &other in &self.near {
            fill(&mut self.other, other);
            let (shorter, longer, is_common) = if self.this.len() <= self.other.len() {
                (&self.this, &self.other, candidates.is_common(article))
            } else {
                (&self.other, &self.this, candidates.is_common(other))
            };
            let may_differ_in_length = !is_common || longer.len() <= 2 * shorter.len();
            let n_shared = shorter.n_shared(longer);
            if shorter.len() >= MIN_SHINGLES
                && may_differ_in_length
                // Four fifths.
                && n_shared * 5 >= shorter.len() * 4
            {
                copies.push((article, other));
            }
        }
        copies
    }
}
