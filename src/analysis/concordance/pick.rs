//! Which hits are lines.

use super::column::small;
use super::{ConcordanceSettings, Hit, Indexed, Marks};

/// The hits that are lines, and how many there were to choose from.
pub(super) struct Sampled {
    /// Indices of hits, ascending.
    pub(super) numbers: Vec<u32>,
    /// Hits that were not removed.
    pub(super) n_hits: usize,
}

/// Takes the sample first and leaves out what was removed after that: removing
/// a line brings no other into the sample.
pub(super) fn pick(
    of: Indexed<'_>,
    hits: &[Hit],
    settings: &ConcordanceSettings,
    marks: &Marks,
) -> Sampled {
    let mut numbers = match settings.sample {
        Some(sample) => sample.of(of, hits),
        None => (0..small(hits.len())).collect(),
    };
    let marked = marks.among(of, hits);
    let mark_of = |n: &u32| {
        let place = marked.binary_search_by_key(n, |(n, _)| *n).ok()?;
        marked.get(place).map(|(_, mark)| *mark)
    };
    let n_removed = marked.iter().filter(|(_, mark)| mark.removed).count();
    if n_removed > 0 {
        numbers.retain(|n| mark_of(n).is_none_or(|mark| !mark.removed));
    }
    if settings.only_ticked {
        numbers.retain(|n| mark_of(n).is_some_and(|mark| mark.ticked));
    }
    Sampled {
        numbers,
        n_hits: hits.len() - n_removed,
    }
}
