//! The forms that a query found.

use super::super::index::{Index, TypeId};
use super::resolve::types_of;
use super::types::Types;
use super::{Answer, Options, Query};
use crate::base::ArticleId;
use std::cmp::Reverse;

/// A form that the words of a query brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatchedForm {
    /// The type.
    pub id: TypeId,
    /// The form as it is written.
    pub text: Box<str>,
    /// Tokens of it inside hits; one that is in several hits counts once.
    pub count: u32,
    /// The same for each group of articles that was asked for.
    pub by_group: Vec<u32>,
}

impl Query {
    /// The forms that the words of the query brought inside the hits of
    /// `answer`, its answer with the same `options`; the most frequent first,
    /// then by their bytes. A `*` that stands for a whole token brings none.
    /// `group_of` says for an article which of `n_groups` groups, such as
    /// periods, it counts for, if for any.
    #[must_use]
    pub fn forms(
        &self,
        index: &Index,
        options: &Options<'_>,
        answer: &Answer,
        n_groups: usize,
        group_of: impl Fn(ArticleId) -> Option<usize>,
    ) -> Vec<MatchedForm> {
        let mut types: Vec<u32> = Vec::new();
        self.root().each_hit_term(&mut |term| {
            if let Types::These(more) = types_of(term, index, options) {
                types.extend(more);
            }
        });
        types.sort_unstable();
        types.dedup();
        // One row of counts for each form: all, then the groups.
        let width = n_groups + 1;
        let mut counts = vec![0_u32; types.len() * width];
        let tokens = index.tokens();
        for found in &answer.matches {
            let group = group_of(found.article).filter(|group| *group < n_groups);
            let first = found.first as usize;
            let hits = answer.hits.get(first..first + found.n_hits as usize);
            let mut next = 0;
            for hit in hits.unwrap_or_default() {
                let inside = hit.start.max(next)..hit.end.max(next);
                next = inside.end;
                let inside = tokens.get(inside.start as usize..inside.end as usize);
                for form in inside.unwrap_or_default() {
                    let Ok(row) = types.binary_search(form) else {
                        continue;
                    };
                    counts[row * width] += 1;
                    if let Some(group) = group {
                        counts[row * width + 1 + group] += 1;
                    }
                }
            }
        }
        let mut forms: Vec<MatchedForm> = types
            .iter()
            .zip(counts.chunks(width))
            .filter(|(_, counts)| counts[0] > 0)
            .map(|(&id, counts)| MatchedForm {
                id: TypeId(id),
                text: index.form(TypeId(id)).into(),
                count: counts[0],
                by_group: counts[1..].to_vec(),
            })
            .collect();
        // Types are in the order of their bytes already.
        forms.sort_by_key(|form| Reverse(form.count));
        forms
    }
}
