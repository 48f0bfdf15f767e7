//! The concordance of the window: how its lines are made, and the lines.

use super::search::Found;
use crate::analysis::concordance::{
    Concordance, HitKey, Indexed, Marks, Nth, Settings, Sort, SortKey, SortSpec,
};
use crate::analysis::query::Hit;
use crate::jobs::Task;
use crate::statistics::per_million;
use std::sync::Arc;

/// The most keys that lines are sorted by in the window: each has a colour.
pub(super) const MOST_KEYS: usize = 3;

/// The lines of the window.
pub(super) struct Lines {
    pub(super) settings: Settings,
    /// What the reader ticked, removed and noted in this corpus.
    pub(super) marks: Arc<Marks>,
    pub(super) task: Option<Task<Shown>>,
    pub(super) shown: Option<Arc<Shown>>,
    /// Which answer, filter and settings the lines shown are of.
    pub(super) made_of: Option<(u64, u64)>,
    /// Counts changes of settings, filter and marks.
    pub(super) wanted: u64,
    /// Counts the lines shown, so that the pane notices new ones.
    pub(super) revision: u64,
    /// The line that the reader is at.
    pub(super) selected: Option<Hit>,
    /// The place of the line to go to when there are new lines.
    pub(super) restore: Option<HitKey>,
}

/// Lines, and the answer that they are of.
pub(super) struct Shown {
    pub(super) found: Arc<Found>,
    pub(super) concordance: Concordance,
    /// Words of the articles that the filter shows.
    pub(super) n_words: u64,
}

impl Default for Lines {
    fn default() -> Self {
        let after = |n| Nth::new(n).map(|nth| Sort::from(SortKey::After(nth)));
        Self {
            settings: Settings {
                sort: SortSpec([after(1), after(2)].into_iter().flatten().collect()),
                ..Settings::default()
            },
            marks: Arc::default(),
            task: None,
            shown: None,
            made_of: None,
            wanted: 0,
            revision: 0,
            selected: None,
            restore: None,
        }
    }
}

impl Lines {
    /// Sorts by `key` as well, after the other keys; or no longer.
    pub(super) fn toggle_key(&mut self, key: SortKey) {
        let keys = &mut self.settings.sort.0;
        if let Some(place) = keys.iter().position(|sort| sort.key == key) {
            keys.remove(place);
        } else {
            keys.truncate(MOST_KEYS - 1);
            keys.push(key.into());
        }
    }

    /// Forgets what belongs to the corpus that was open.
    pub(super) fn clear(&mut self) {
        *self = Self {
            settings: std::mem::take(&mut self.settings),
            revision: self.revision + 1,
            wanted: self.wanted + 1,
            ..Self::default()
        };
    }
}

impl Shown {
    /// What the lines are read from.
    pub(super) fn of(&self) -> Indexed<'_> {
        Indexed {
            corpus: &self.found.indexed.corpus,
            index: &self.found.indexed.index,
        }
    }

    /// Hits in a million words of the articles that the filter shows.
    pub(super) fn per_million(&self) -> Option<f64> {
        per_million(self.concordance.n_hits() as u64, self.n_words)
    }
}
