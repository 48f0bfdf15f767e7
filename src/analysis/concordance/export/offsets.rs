//! Offsets that leave the program.

use super::super::column::small;
use super::super::{Hit, Indexed};
use crate::base::{CancelToken, Cancelled, CharIndex};
use rayon::prelude::*;

/// The first Unicode scalar value of each of the hits `written` (indices into
/// `hits`, which ascend) in its article. Each article is read once, in whatever
/// order the hits are written.
pub(super) fn char_starts(
    of: Indexed<'_>,
    hits: &[Hit],
    written: &[u32],
    cancel: &CancelToken,
) -> Result<Vec<u32>, Cancelled> {
    let mut by_hit: Vec<(u32, u32)> = written.iter().copied().zip(0..).collect();
    by_hit.par_sort_unstable();
    cancel.check()?;
    let first = |(n, _): &(u32, u32)| hits.get(*n as usize).map_or(0, |hit| hit.start);
    let runs: Vec<&[(u32, u32)]> = by_hit
        .chunk_by(|a, b| of.index.article_of(first(a)) == of.index.article_of(first(b)))
        .collect();
    let found: Vec<Vec<(u32, u32)>> = runs
        .into_par_iter()
        .map(|run| {
            cancel.check()?;
            let article = run.first().map(|entry| of.index.article_of(first(entry)));
            let article = article.and_then(|id| of.corpus.article(id));
            let mut chars = CharIndex::new(article.map_or("", |article| &article.text));
            let places = run.iter().map(|entry| {
                let start = of.index.span(first(entry)).start;
                (entry.1, small(chars.char_of(start as usize)))
            });
            Ok(places.collect())
        })
        .collect::<Result<_, Cancelled>>()?;
    let mut starts = vec![0; written.len()];
    for (place, start) in found.into_iter().flatten() {
        starts[place as usize] = start;
    }
    Ok(starts)
}
