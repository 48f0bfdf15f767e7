//! The names of two sets of articles.

use crate::base::{ArticleId, CancelToken, Cancelled, EntityId, fits};
use crate::entity::annotations::Annotations;
use crate::statistics::comparison::{Distributions, StoredRuns, TextRun};
use rayon::prelude::*;

/// A row for each entity that the articles compared name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ComparedNames {
    /// Ascending.
    entities: Vec<EntityId>,
    runs: StoredRuns,
}

impl ComparedNames {
    /// Counts the mentions in `articles`, which are numbered by their places:
    /// those of side A come first.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it; looked at before each article.
    pub fn new(
        annotations: &Annotations,
        articles: &[ArticleId],
        cancel: &CancelToken,
    ) -> Result<Self, Cancelled> {
        let mentions = articles.par_iter().enumerate().map(|(text, article)| {
            cancel.check()?;
            let mentions = annotations.of(*article).iter();
            let mut entities: Vec<EntityId> = mentions.map(|mention| mention.entity).collect();
            entities.sort_unstable();
            let runs = entities.chunk_by(|a, b| a == b).filter_map(|same| {
                let run = TextRun {
                    text: fits(text),
                    count: fits(same.len()),
                };
                Some((*same.first()?, run))
            });
            Ok(runs.collect::<Vec<_>>())
        });
        let found: Vec<Vec<(EntityId, TextRun)>> = mentions.collect::<Result<_, Cancelled>>()?;
        let mut found = found.concat();
        found.par_sort_unstable();
        let mut rows = Self::default();
        for same in found.chunk_by(|a, b| a.0 == b.0) {
            rows.entities
                .extend(same.first().map(|(entity, _)| *entity));
            rows.runs.push(same.iter().map(|(_, run)| *run));
        }
        Ok(rows)
    }

    /// The entity of a row.
    #[must_use]
    pub fn entity(&self, row: u32) -> Option<EntityId> {
        self.entities.get(row as usize).copied()
    }
}

impl Distributions for ComparedNames {
    fn n_rows(&self) -> u32 {
        self.runs.n_rows()
    }

    fn push_runs(&self, row: u32, runs: &mut Vec<TextRun>) {
        self.runs.push_runs(row, runs);
    }
}
