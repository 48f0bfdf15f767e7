//! The articles of A and of B, and what of them counts.

use super::ComparisonNotice;
use crate::analysis::{ArticleSet, Facets, WireGroups};
use crate::base::{ArticleId, fits};
use crate::statistics::comparison::{Sides, TextRun};

/// The articles that are compared, numbered: those of A first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedArticles {
    articles: Vec<ArticleId>,
    n_a: usize,
    /// The number of each article of the corpus, or [`NONE`].
    texts: Vec<u32>,
    /// Articles that are in A and in B, and so in neither.
    n_in_both: usize,
    /// Articles left out because they are near copies of one that counts.
    n_copies: usize,
}

/// The number of an article that is not compared.
const NONE: u32 = u32::MAX;

impl ComparedArticles {
    /// The articles of `a` and those of `b`, sets of one corpus. What is in both
    /// is in neither. With `copies`, of each group of near copies only the first
    /// counts on each side.
    #[must_use]
    pub fn new(a: &ArticleSet, b: &ArticleSet, copies: Option<&WireGroups>) -> Self {
        let once = |set: &ArticleSet, other: &ArticleSet| -> (Vec<ArticleId>, usize) {
            let alone: Vec<ArticleId> = set.iter().filter(|id| !other.contains(*id)).collect();
            let n_all = alone.len();
            let kept = match copies {
                Some(copies) => copies.once(alone),
                None => alone,
            };
            let n_copies = n_all - kept.len();
            (kept, n_copies)
        };
        let (mut articles, copies_in_a) = once(a, b);
        let (of_b, copies_in_b) = once(b, a);
        let n_a = articles.len();
        articles.extend(of_b);
        let mut texts = vec![NONE; a.n_articles().max(b.n_articles())];
        for (text, article) in (0..).zip(&articles) {
            texts[article.index()] = text;
        }
        Self {
            articles,
            n_a,
            texts,
            n_in_both: a.iter().filter(|id| b.contains(*id)).count(),
            n_copies: copies_in_a + copies_in_b,
        }
    }

    /// The articles of A, ascending.
    #[must_use]
    pub fn a(&self) -> &[ArticleId] {
        self.articles.get(..self.n_a).unwrap_or_default()
    }

    /// The articles of B, ascending.
    #[must_use]
    pub fn b(&self) -> &[ArticleId] {
        self.articles.get(self.n_a..).unwrap_or_default()
    }

    /// The articles of both.
    #[must_use]
    pub fn all(&self) -> ArticleSet {
        ArticleSet::from_fn(self.texts.len(), |id| self.text_of(id).is_some())
    }

    /// The number of an article among those compared.
    #[must_use]
    #[inline]
    pub fn text_of(&self, article: ArticleId) -> Option<u32> {
        let text = self.texts.get(article.index()).copied();
        text.filter(|text| *text != NONE)
    }

    /// The article of a run.
    #[must_use]
    pub fn article_of(&self, run: TextRun) -> Option<ArticleId> {
        self.articles.get(run.text as usize).copied()
    }

    /// The sides as numbers: each article with its `length` and its outlet,
    /// the number of a value of [`Facets::source`].
    #[must_use]
    pub fn sides(&self, facets: &Facets, length: impl Fn(ArticleId) -> u32) -> Sides {
        let text = |id: &ArticleId| (length(*id), facets.source.number_of(*id));
        let of = |articles: &[ArticleId]| articles.iter().map(text).collect::<Vec<_>>();
        Sides::new(&of(self.a()), &of(self.b()))
    }

    /// What one must know before one reads the rows: what the sizes can show,
    /// and what misleads.
    #[must_use]
    pub fn notices(&self, sides: &Sides) -> Vec<ComparisonNotice> {
        let (n_a, n_b) = (self.a().len(), self.b().len());
        let mut notices = Vec::new();
        if n_a == 0 || n_b == 0 {
            let side = if n_a == 0 { "A" } else { "B" };
            notices.push(ComparisonNotice::EmptySide { side });
        } else if sides.only_describe() {
            notices.push(ComparisonNotice::OnlyDescribes { n_a, n_b });
        } else {
            notices.push(ComparisonNotice::CanShow {
                n_a,
                n_b,
                least: least(sides.least_chance()),
            });
        }
        if self.n_in_both > 0 {
            notices.push(ComparisonNotice::InBoth { n: self.n_in_both });
        }
        if self.n_copies > 0 {
            notices.push(ComparisonNotice::CopiesLeftOut { n: self.n_copies });
        }
        let (n_outlets, n_one_sided) = sides.one_sided_groups();
        if n_one_sided > 0 && n_one_sided == n_outlets {
            notices.push(ComparisonNotice::NoSharedOutlet);
        } else if n_one_sided > 0 {
            notices.push(ComparisonNotice::OneSidedOutlets {
                n: fits(n_one_sided),
                all: fits(n_outlets),
            });
        }
        notices
    }
}

/// The least p with two digits.
fn least(chance: f64) -> String {
    match chance {
        _ if chance < 0.0001 => "0.0001".to_owned(),
        _ if chance < 0.001 => format!("{chance:.4}"),
        _ => format!("{chance:.3}"),
    }
}
