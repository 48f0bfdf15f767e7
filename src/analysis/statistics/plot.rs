//! Where hits lie in each article: the dispersion plot.

use super::small;
use super::subcorpus::Subcorpus;
use crate::analysis::index::Index;
use crate::analysis::query::Hit;
use crate::base::ArticleId;
use crate::corpus::Corpus;

/// The articles of a subcorpus in order of date, and where the hits lie in
/// each of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DispersionPlot {
    /// The articles: by date, of one date by id, the undated at the end. What
    /// is known only to the month comes before the days of that month.
    pub articles: Vec<ArticleId>,
    /// Where the hits of each article start in `places`; one more for the end.
    pub starts: Vec<u32>,
    /// Where each hit starts: its share of the article's tokens, from 0 to
    /// below 1.
    pub places: Vec<f32>,
    /// How many of the articles have a date; they come first.
    pub n_dated: usize,
}

impl DispersionPlot {
    /// Places `hits`, which ascend by their starts; those outside the subcorpus
    /// are left out. `index` is that of `corpus`.
    #[must_use]
    pub fn new(corpus: &Corpus, index: &Index, subcorpus: &Subcorpus, hits: &[Hit]) -> Self {
        let date = |id: ArticleId| corpus.article(id).and_then(|article| article.date);
        let mut articles: Vec<ArticleId> = subcorpus.articles().collect();
        articles.sort_by_cached_key(|id| {
            let date = date(*id);
            (date.is_none(), date, *id)
        });
        let n_dated = articles.partition_point(|id| date(*id).is_some());
        let mut plot = Self {
            starts: vec![0],
            n_dated,
            ..Self::default()
        };
        for &id in &articles {
            let positions = index.positions_of(id);
            let first = hits.partition_point(|hit| hit.start < positions.start);
            let here = hits.get(first..).unwrap_or_default().iter();
            let here = here.take_while(|hit| hit.start < positions.end);
            let n_tokens = f64::from(positions.end - positions.start);
            plot.places.extend(here.map(|hit| {
                #[expect(
                    clippy::cast_possible_truncation,
                    reason = "a share, as precise as it can be drawn"
                )]
                let place = (f64::from(hit.start - positions.start) / n_tokens) as f32;
                place
            }));
            plot.starts.push(small(plot.places.len()));
        }
        plot.articles = articles;
        plot
    }

    /// Where the hits lie in the article at `row`; nothing for no such row.
    #[must_use]
    pub fn places_of(&self, row: usize) -> &[f32] {
        let start = self.starts.get(row);
        let end = self.starts.get(row + 1);
        start.zip(end).map_or(&[], |(start, end)| {
            self.places
                .get(*start as usize..*end as usize)
                .unwrap_or_default()
        })
    }
}
