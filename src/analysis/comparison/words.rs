//! The words of both sides.

use super::{ComparedArticles, is_function_word};
use crate::analysis::Facets;
use crate::analysis::index::{Index, TypeId};
use crate::analysis::statistics::Units;
use crate::base::ArticleId;
use crate::statistics::comparison::{Distributions, Sides, TextRun};

/// A row for each unit of a corpus, whether it occurs or not. Nothing is kept:
/// where a word stands is read off the index.
#[derive(Debug, Clone, Copy)]
pub struct ComparedWords<'a> {
    index: &'a Index,
    units: &'a Units,
    articles: &'a ComparedArticles,
}

impl<'a> ComparedWords<'a> {
    /// The words of `articles`; `units` are those of `index`.
    #[must_use]
    pub const fn new(index: &'a Index, units: &'a Units, articles: &'a ComparedArticles) -> Self {
        Self {
            index,
            units,
            articles,
        }
    }

    /// The sides, in counted tokens.
    #[must_use]
    pub fn sides(&self, facets: &Facets) -> Sides {
        let sizes = self.units.sizes();
        let length = |id: ArticleId| sizes.get(id.index()).copied().unwrap_or(0);
        self.articles.sides(facets, length)
    }

    /// The form that stands for a row: its most frequent type on both sides, the
    /// first of equals. `None` for a word that does not occur.
    #[must_use]
    pub fn shown(&self, row: u32) -> Option<&'a str> {
        let mut most = (0, None);
        for &n in self.units.types_of(row) {
            let mut freq = 0;
            self.each_run(n, |run| freq += run.count);
            if freq > most.0 {
                most = (freq, Some(TypeId(n)));
            }
        }
        most.1.map(|id| self.index.form(id))
    }

    /// Whether a row is a function word.
    #[must_use]
    pub fn is_function_word(&self, row: u32) -> bool {
        let first = self.units.types_of(row).first();
        first.is_some_and(|n| is_function_word(self.index.form(TypeId(*n))))
    }

    fn each_run(&self, type_id: u32, mut each: impl FnMut(TextRun)) {
        let found = |article, count| {
            if let Some(text) = self.articles.text_of(ArticleId(article)) {
                each(TextRun { text, count });
            }
        };
        self.units.each_run(self.index, TypeId(type_id), found);
    }
}

impl Distributions for ComparedWords<'_> {
    fn n_rows(&self) -> u32 {
        self.units.n_units()
    }

    fn push_runs(&self, row: u32, runs: &mut Vec<TextRun>) {
        let start = runs.len();
        let types = self.units.types_of(row);
        for &n in types {
            self.each_run(n, |run| runs.push(run));
        }
        if types.len() > 1 {
            unite(runs, start);
        }
    }
}

/// Makes one run of those of one text, from the place `start` on.
fn unite(runs: &mut Vec<TextRun>, start: usize) {
    let Some(new) = runs.get_mut(start..) else {
        return;
    };
    new.sort_unstable();
    let mut end: usize = 0;
    for place in 0..new.len() {
        let run = new[place];
        match end.checked_sub(1).map(|last| &mut new[last]) {
            Some(last) if last.text == run.text => last.count += run.count,
            _ => {
                new[end] = run;
                end += 1;
            }
        }
    }
    runs.truncate(start + end);
}
