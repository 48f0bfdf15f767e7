//! The n-grams of both sides.

use super::{ComparedArticles, is_function_word};
use crate::analysis::index::{Index, TypeId};
use crate::analysis::statistics::{NgramOptions, NgramPlaces, Subcorpus, Units};
use crate::base::{ArticleId, CancelToken, Cancelled, Progress, fits};
use crate::statistics::comparison::{Distributions, StoredRuns, TextRun};

/// A row for each n-gram that stands in enough articles, in alphabetical order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ComparedNgrams {
    /// Tokens of an n-gram.
    n: usize,
    /// The position of the first token of an occurrence whose tokens stand for
    /// the row: the first of the most frequent sequence of types.
    shown: Vec<u32>,
    runs: StoredRuns,
}

impl ComparedNgrams {
    /// The n-grams of `articles` that stand in at least `min_texts` of them.
    /// `units` are those of `index`; `progress` counts tokens.
    ///
    /// # Errors
    /// [`Cancelled`] soon after `cancel` asks for it.
    pub fn new(
        index: &Index,
        units: &Units,
        articles: &ComparedArticles,
        (options, min_texts): (NgramOptions<'_>, u32),
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Self, Cancelled> {
        // What stands in so many articles occurs as often.
        let options = NgramOptions {
            min_freq: options.min_freq.max(min_texts),
            ..options
        };
        let subcorpus = Subcorpus::new(index, Some(&articles.all()), &[]);
        let places = NgramPlaces::new(index, units, &subcorpus, options);
        let pieces = places.map(
            |rows: &mut Self, shown, positions| {
                rows.push(index, units, articles, min_texts, shown, positions);
            },
            progress,
            cancel,
        )?;
        let mut all = Self {
            n: usize::from(options.length.get()),
            ..Self::default()
        };
        for piece in pieces {
            all.shown.extend(piece.shown);
            all.runs.append(&piece.runs);
        }
        Ok(all)
    }

    fn push(
        &mut self,
        index: &Index,
        units: &Units,
        articles: &ComparedArticles,
        min_texts: u32,
        shown: u32,
        positions: &mut dyn Iterator<Item = u32>,
    ) {
        let mut runs: Vec<TextRun> = Vec::new();
        for position in positions {
            let article = ArticleId(units.article_of(index, position));
            let Some(text) = articles.text_of(article) else {
                continue;
            };
            match runs.last_mut() {
                Some(run) if run.text == text => run.count += 1,
                _ => runs.push(TextRun { text, count: 1 }),
            }
        }
        if fits::<usize, u32>(runs.len()) >= min_texts {
            self.shown.push(shown);
            self.runs.push(runs);
        }
    }

    /// The types of a row as it is shown.
    pub fn types(&self, index: &Index, row: u32) -> impl Iterator<Item = TypeId> {
        let start = self.shown.get(row as usize).map_or(0, |at| *at as usize);
        let tokens = index.tokens().get(start..start + self.n);
        tokens.unwrap_or_default().iter().copied().map(TypeId)
    }

    /// The words of a row with spaces between them.
    #[must_use]
    pub fn shown(&self, index: &Index, row: u32) -> String {
        let words: Vec<&str> = self.types(index, row).map(|id| index.form(id)).collect();
        words.join(" ")
    }

    /// Whether a row has function words alone.
    #[must_use]
    pub fn is_function_words(&self, index: &Index, row: u32) -> bool {
        self.types(index, row)
            .all(|id| is_function_word(index.form(id)))
    }
}

impl Distributions for ComparedNgrams {
    fn n_rows(&self) -> u32 {
        self.runs.n_rows()
    }

    fn push_runs(&self, row: u32, runs: &mut Vec<TextRun>) {
        self.runs.push_runs(row, runs);
    }
}
