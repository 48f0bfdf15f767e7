//! Where an entity is named.

use super::scope::{StudyScope, names};
use crate::base::{ArticleId, ByteSpan, CancelToken, Cancelled, EntityId};

/// The places of mentions, by article: what a concordance or the collocates of
/// an entity are made of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Occurrences {
    /// Each article that has mentions, in the order of ids, and where its first
    /// one stands in `spans`.
    articles: Vec<(ArticleId, usize)>,
    spans: Vec<ByteSpan>,
}

impl Occurrences {
    /// How many mentions there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The articles with mentions, in the order of ids, and the spans of the
    /// mentions in the article's text, in bytes, ascending.
    #[must_use]
    pub fn by_article(&self) -> impl ExactSizeIterator<Item = (ArticleId, &[ByteSpan])> + '_ {
        (0..self.articles.len()).map(|n| {
            let (article, start) = self.articles[n];
            let next = self.articles.get(n + 1);
            let end = next.map_or(self.spans.len(), |(_, start)| *start);
            (article, &self.spans[start..end])
        })
    }
}

/// The mentions of `entities`, few ids of one thing, in `scope`.
///
/// # Errors
/// [`Cancelled`] when `cancel` asks for it.
pub fn occurrences(
    scope: &StudyScope<'_>,
    entities: &[EntityId],
    cancel: &CancelToken,
) -> Result<Occurrences, Cancelled> {
    scope.sum(
        cancel,
        Occurrences::default,
        |found, shown| {
            let start = found.spans.len();
            let own = shown.mentions.iter().filter(|m| names(m, entities));
            found.spans.extend(own.map(|mention| mention.span));
            if found.spans.len() > start {
                found.articles.push((shown.article.id, start));
            }
        },
        |found, more| {
            let before = found.spans.len();
            let moved = more.articles.iter().map(|(id, at)| (*id, at + before));
            found.articles.extend(moved);
            found.spans.extend(more.spans);
        },
    )
}
