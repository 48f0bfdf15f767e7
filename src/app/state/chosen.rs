//! The articles that the reader has chosen to look at.

use crate::analysis::{ArticleSet, PeriodFilter, WireGroups};
use crate::corpus::Corpus;
use std::sync::Arc;

/// The articles that the reader has chosen to look at.
#[derive(Clone)]
pub(in crate::app) struct Chosen {
    pub(in crate::app) filter: PeriodFilter,
    /// Groups of which only the earliest article counts.
    pub(in crate::app) once: Option<Arc<WireGroups>>,
}

impl Chosen {
    /// The articles chosen among those of `among`, or of all for `None`; `None`
    /// if that is the whole corpus.
    pub(in crate::app) fn articles(
        &self,
        corpus: &Corpus,
        among: Option<&ArticleSet>,
    ) -> Option<ArticleSet> {
        let mut chosen = self.filter.articles(corpus);
        if let Some(among) = among {
            match &mut chosen {
                Some(chosen) => chosen.intersect(among),
                None => chosen = Some(among.clone()),
            }
        }
        let Some(groups) = self.once.as_ref().filter(|groups| !groups.is_empty()) else {
            return chosen;
        };
        let n_articles = corpus.articles.len();
        let all = chosen.unwrap_or_else(|| ArticleSet::all(n_articles));
        let date = |id| corpus.article(id).and_then(|article| article.date);
        let mut by_date: Vec<_> = all.iter().collect();
        by_date.sort_by_cached_key(|id| (date(*id).is_none(), date(*id), *id));
        let mut once = ArticleSet::none(n_articles);
        for id in groups.once(by_date) {
            once.insert(id);
        }
        Some(once)
    }
}
