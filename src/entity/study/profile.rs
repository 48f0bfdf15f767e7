//! One entity in figures.

use super::naming::{Naming, mentions_by_spelling};
use super::occurrences::occurrences;
use super::scope::StudyScope;
use super::timeline::{MentionTimeline, Step};
use crate::base::{ArticleId, CancelToken, Cancelled, EntityId, fits};
use crate::corpus::PartialDate;

/// What is known of an entity in a scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Its mentions.
    pub mentions: u32,
    /// The articles that name it, in the order of their ids.
    pub articles: Vec<ArticleCount>,
    /// The spellings of its mentions, each with its own row.
    pub spellings: Naming,
    /// Its mentions over time.
    pub timeline: MentionTimeline,
    /// The first dated article that names it. A date known to the month or
    /// year comes before the days in it.
    pub first: Option<(PartialDate, ArticleId)>,
    /// The last dated article that names it.
    pub last: Option<(PartialDate, ArticleId)>,
}

/// An article and how often it names an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArticleCount {
    /// The article.
    pub article: ArticleId,
    /// Mentions in it.
    pub mentions: u32,
}

/// The profile of `entities`, the ids of one thing, in `scope`; over time by
/// `step`, or by one that fits the dates of the scope.
///
/// # Errors
/// [`Cancelled`] when `cancel` asks for it.
pub fn profile(
    scope: &StudyScope<'_>,
    entities: &[EntityId],
    step: Option<Step>,
    cancel: &CancelToken,
) -> Result<Profile, Cancelled> {
    let places = occurrences(scope, entities, cancel)?;
    let counts: Vec<(ArticleId, u32)> = places
        .by_article()
        .map(|(id, spans)| (id, fits(spans.len())))
        .collect();
    let shown = scope.articles();
    let dates = || {
        counts.iter().filter_map(|(id, _)| {
            let at = shown.binary_search_by_key(id, |shown| shown.article.id);
            Some((shown.get(at.ok()?)?.article.date?, *id))
        })
    };
    Ok(Profile {
        mentions: counts.iter().map(|(_, mentions)| mentions).sum(),
        spellings: mentions_by_spelling(scope, entities, cancel)?,
        timeline: MentionTimeline::new(scope, &counts, step),
        first: dates().min(),
        last: dates().max(),
        articles: counts
            .iter()
            .map(|(article, mentions)| ArticleCount {
                article: *article,
                mentions: *mentions,
            })
            .collect(),
    })
}
