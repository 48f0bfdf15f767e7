//! The statistics as far as they are chosen and counted.

use super::counting::{Arrangement, Counted, Kept, Made};
use super::options::{StatisticsKind, StatisticsOptions};
use crate::analysis::{PeriodFilter, WireGroups};
use crate::jobs::Task;
use std::sync::Arc;

/// The statistics of the window.
#[derive(Default)]
pub(in crate::app) struct Statistics {
    pub(in crate::app) kind: StatisticsKind,
    pub(in crate::app) options: StatisticsOptions,
    /// What of the index is kept from one table to the next.
    pub(in crate::app) kept: Kept,
    pub(in crate::app) task: Option<Task<Made>>,
    pub(in crate::app) shown: Option<Arc<Counted>>,
    /// What `shown`, or what `task` will bring, is made of.
    pub(in crate::app) made_of: Option<MadeOf>,
    /// Counts what was shown, so that panels notice something new.
    pub(in crate::app) revision: u64,
    pub(in crate::app) arranging: Option<Task<Vec<u32>>>,
    pub(in crate::app) arrangement: Arrangement,
    /// The rows of the table in their order, as far as they are searched for.
    pub(in crate::app) rows: Arc<Vec<u32>>,
    /// The place among `rows` that the reader is at.
    pub(in crate::app) selected: Option<usize>,
    pub(in crate::app) wire: Wire,
}

/// Everything that a table or plot depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) struct MadeOf {
    pub(in crate::app) generation: u64,
    pub(in crate::app) kind: StatisticsKind,
    pub(in crate::app) options: StatisticsOptions,
    pub(in crate::app) filter: PeriodFilter,
    pub(in crate::app) counts_once: bool,
    /// The answer, where it matters.
    pub(in crate::app) answer: Option<u64>,
}

/// The near-identical articles of the corpus.
#[derive(Default)]
pub(in crate::app) struct Wire {
    /// Whether the reader wants each group to count once.
    pub(in crate::app) counts_once: bool,
    /// The search for them, and in the corpus of which generation.
    pub(in crate::app) task: Option<(u64, Task<WireGroups>)>,
    /// The groups of the corpus of that generation.
    pub(in crate::app) groups: Option<(u64, Arc<WireGroups>)>,
}

impl Statistics {
    /// Forgets what belongs to the corpus that was open, but not how the reader
    /// wants to count.
    pub(in crate::app) fn clear(&mut self) {
        *self = Self {
            kind: self.kind,
            options: self.options,
            arrangement: Arrangement {
                order: self.arrangement.order,
                search: String::new(),
            },
            revision: self.revision + 1,
            wire: Wire {
                counts_once: self.wire.counts_once,
                ..Wire::default()
            },
            ..Self::default()
        };
    }

    /// Whether nothing is under way.
    pub(in crate::app) fn is_idle(&self) -> bool {
        self.task.is_none() && self.arranging.is_none() && self.wire.task.is_none()
    }

    /// The groups of near-identical articles of the corpus of `generation`.
    pub(in crate::app) fn groups(&self, generation: u64) -> Option<&Arc<WireGroups>> {
        let (of, groups) = self.wire.groups.as_ref()?;
        (*of == generation).then_some(groups)
    }
}
