//! Hits near other hits.

use super::super::index::Index;
use super::Hit;
use super::cursor::{Cursor, gallop};
use rayon::prelude::*;

/// Hits that a thread looks at at once.
const STRETCH: usize = 1 << 14;

/// Those of `hits` that have one of `others`, which shares no token with them,
/// at most `distance` tokens away in the same article. All ascend.
pub(super) fn near_hits(hits: &[Hit], others: &[Hit], distance: u32, index: &Index) -> Vec<Hit> {
    // Hits ascend by their starts, but a long one ends after others that start
    // later.
    let mut ends: Vec<u32> = others.iter().map(|hit| hit.end).collect();
    if !ends.is_sorted() {
        ends.sort_unstable();
    }
    // Neighbours are one token away: between them there is none.
    let is_near = |n_between: u32| n_between < distance;
    let near_among = |hits: &[Hit]| -> Vec<Hit> {
        let mut cursor = Cursor::new(index);
        let (mut n_ended, mut n_started) = (0, 0);
        let has_near = |hit: &&Hit| {
            cursor.article_of(hit.start);
            n_ended = gallop(&ends, n_ended, |end| *end <= hit.start);
            let before = n_ended.checked_sub(1).and_then(|n| ends.get(n));
            if before.is_some_and(|end| *end > cursor.start() && is_near(hit.start - end)) {
                return true;
            }
            n_started = gallop(others, n_started, |other| other.start < hit.start);
            let rest = others.get(n_started..).unwrap_or_default();
            let after = rest.iter().find(|other| other.start >= hit.end);
            after.is_some_and(|after| after.start < cursor.end() && is_near(after.start - hit.end))
        };
        hits.iter().filter(has_near).copied().collect()
    };
    let parts: Vec<Vec<Hit>> = hits.par_chunks(STRETCH).map(near_among).collect();
    parts.concat()
}
