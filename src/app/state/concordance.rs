//! The concordance of the window: how its lines are made, and the lines.

use super::search::SearchAnswer;
use crate::analysis::concordance::{
    Concordance, ConcordanceSettings, HitKey, Indexed, Marks, Nth, Sort, SortKey, SortSpec,
};
use crate::analysis::query::Hit;
use crate::analysis::{PeriodFilter, WireGroups};
use crate::jobs::{Derived, Same};
use crate::statistics::per_million;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

/// The most keys that lines are sorted by in the window: each has a colour.
pub(in crate::app) const MOST_KEYS: usize = 3;

/// The lines of the window.
pub(in crate::app) struct Lines {
    pub(in crate::app) settings: ConcordanceSettings,
    /// What the reader ticked, removed and noted in this corpus.
    pub(in crate::app) marks: Arc<Marks>,
    /// Counts the changes of marks that other lines come of.
    pub(in crate::app) remarked: u64,
    /// The marks that are to be kept, and where.
    pub(in crate::app) to_keep: Option<MarksToKeep>,
    pub(in crate::app) keeping: Derived<u64, io::Result<()>>,
    pub(in crate::app) made: Derived<LinesKey, ShownLines>,
    /// Counts the lines that came.
    pub(in crate::app) number: u64,
    /// Counts these and what is otherwise in them.
    pub(in crate::app) revision: u64,
    /// The line that the reader is at.
    pub(in crate::app) selected: Option<Hit>,
    /// The place of the line to go to when there are new lines.
    pub(in crate::app) restore: Option<HitKey>,
}

/// Everything that lines depend on.
#[derive(Clone, PartialEq)]
pub(in crate::app) struct LinesKey {
    pub(in crate::app) found: Same<SearchAnswer>,
    pub(in crate::app) settings: ConcordanceSettings,
    pub(in crate::app) filter: PeriodFilter,
    /// Groups of which only the earliest article counts.
    pub(in crate::app) once: Option<Same<WireGroups>>,
    pub(in crate::app) remarked: u64,
}

/// Marks as they were at one change of them.
pub(in crate::app) struct MarksToKeep {
    /// The number of the change.
    pub(in crate::app) number: u64,
    /// The folder that they belong to.
    pub(in crate::app) root: Option<PathBuf>,
    pub(in crate::app) marks: Arc<Marks>,
}

/// Lines, and the answer that they are of.
pub(in crate::app) struct ShownLines {
    pub(in crate::app) found: Arc<SearchAnswer>,
    pub(in crate::app) concordance: Concordance,
    /// Words of the articles that the filter shows.
    pub(in crate::app) n_words: u64,
}

impl Default for Lines {
    fn default() -> Self {
        let after = |n| Nth::new(n).map(|nth| Sort::from(SortKey::After(nth)));
        Self {
            settings: ConcordanceSettings {
                sort: SortSpec([after(1), after(2)].into_iter().flatten().collect()),
                ..ConcordanceSettings::default()
            },
            marks: Arc::default(),
            remarked: 0,
            to_keep: None,
            keeping: Derived::default(),
            made: Derived::default(),
            number: 0,
            revision: 0,
            selected: None,
            restore: None,
        }
    }
}

impl Lines {
    /// Sorts by `key` as well, after the other keys; or no longer.
    pub(in crate::app) fn toggle_key(&mut self, key: SortKey) {
        let keys = &mut self.settings.sort.0;
        if let Some(place) = keys.iter().position(|sort| sort.key == key) {
            keys.remove(place);
        } else {
            keys.truncate(MOST_KEYS - 1);
            keys.push(key.into());
        }
    }

    /// Forgets what belongs to the corpus that was open.
    pub(in crate::app) fn clear(&mut self) {
        self.made.forget();
        self.revision += 1;
        self.selected = None;
        self.restore = None;
    }

    /// The lines; none where those that are wanted now could not be made.
    pub(in crate::app) fn shown(&self) -> Option<&Arc<ShownLines>> {
        self.made.shown()
    }

    /// Whether near-identical articles count once in the lines shown.
    pub(in crate::app) fn are_counted_once(&self) -> bool {
        self.made.last().is_some_and(|(key, _)| key.once.is_some())
    }

    /// Whether the last marks could not be kept.
    pub(in crate::app) fn are_marks_lost(&self) -> bool {
        self.keeping.shown().is_some_and(|kept| kept.is_err())
    }
}

impl ShownLines {
    /// What the lines are read from.
    pub(in crate::app) fn of(&self) -> Indexed<'_> {
        Indexed {
            corpus: &self.found.indexed.corpus,
            index: &self.found.indexed.index,
        }
    }

    /// Hits in a million words of the articles that the filter shows.
    pub(in crate::app) fn per_million(&self) -> Option<f64> {
        per_million(self.concordance.n_hits() as u64, self.n_words)
    }
}
