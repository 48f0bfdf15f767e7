//! Which statistics are chosen, and how far are they counted?
//!
//! Must not know the other views, nor how a table looks.

mod counting;

pub(in crate::app) use counting::{Arrangement, Counted, Kept, Made, TableOrPlot, Work};

use crate::analysis::statistics::TableOrder;
use crate::analysis::{PeriodFilter, WireGroups};
use crate::app::command::statistics::{StatisticsKind, StatisticsOptions};
use crate::app::state::search::Found;
use crate::jobs::{Derived, Same, Slot as _};
use std::sync::Arc;

/// The statistics of the window.
#[derive(Default)]
pub(in crate::app) struct Statistics {
    pub(in crate::app) kind: StatisticsKind,
    pub(in crate::app) options: StatisticsOptions,
    /// What of the index is kept from one table to the next.
    pub(in crate::app) kept: Kept,
    pub(in crate::app) counted: Derived<MadeOf, Made>,
    /// The rows of a table in an order, as far as they are searched for.
    pub(in crate::app) arranged: Derived<(Same<Counted>, Arrangement), Vec<u32>>,
    pub(in crate::app) arrangement: Arrangement,
    /// The place among the rows that the reader is at.
    pub(in crate::app) selected: Option<usize>,
    pub(in crate::app) wire: Wire,
}

/// Everything that a table or plot depends on.
#[derive(Clone, PartialEq)]
pub(in crate::app) struct MadeOf {
    pub(in crate::app) generation: u64,
    pub(in crate::app) kind: StatisticsKind,
    pub(in crate::app) options: StatisticsOptions,
    pub(in crate::app) filter: PeriodFilter,
    /// Groups of which only the earliest article counts.
    pub(in crate::app) once: Option<Same<WireGroups>>,
    /// The answer, where it matters.
    pub(in crate::app) found: Option<Same<Found>>,
}

/// The near-identical articles of the corpus.
#[derive(Default)]
pub(in crate::app) struct Wire {
    /// Whether the reader wants each group to count once.
    pub(in crate::app) counts_once: bool,
    /// The groups of the corpus of that generation.
    pub(in crate::app) groups: Derived<u64, WireGroups>,
}

impl Statistics {
    /// Forgets what belongs to the corpus that was open, but not how the reader
    /// wants to count.
    pub(in crate::app) fn clear(&mut self) {
        self.kept = Kept::default();
        self.counted.forget();
        self.arranged.forget();
        self.arrangement.search.clear();
        self.selected = None;
        self.wire.groups.forget();
    }

    /// What was counted; nothing where what is wanted now could not be.
    pub(in crate::app) fn shown(&self) -> Option<&Arc<Counted>> {
        self.counted.shown().map(|made| &made.counted)
    }

    /// The rows of the table that is shown and their arrangement, which need
    /// not yet be the one wanted.
    fn arranged(&self) -> Option<(&Arc<Vec<u32>>, &Arrangement)> {
        let ((of, arrangement), rows) = self.arranged.last()?;
        let is_shown = self.shown().is_some_and(|shown| Arc::ptr_eq(shown, &of.0));
        is_shown.then_some((rows, arrangement))
    }

    /// The rows of the table in their order, as far as they are searched for.
    pub(in crate::app) fn rows(&self) -> Arc<Vec<u32>> {
        self.arranged()
            .map_or_else(Arc::default, |(rows, _)| Arc::clone(rows))
    }

    /// The order that the rows have.
    pub(in crate::app) fn order(&self) -> TableOrder {
        let arranged = self.arranged();
        arranged.map_or(&self.arrangement, |(_, of)| of).order
    }

    /// Counts what was shown, so that panels notice something new.
    pub(in crate::app) const fn revision(&self) -> u64 {
        self.counted.revision() + self.arranged.revision()
    }

    /// Whether what is wanted could not be counted.
    pub(in crate::app) fn has_failed(&self) -> bool {
        self.counted.failed().is_some()
    }

    /// Whether nothing is under way.
    pub(in crate::app) fn is_idle(&self) -> bool {
        self.counted.is_idle() && self.arranged.is_idle() && self.wire.groups.is_idle()
    }

    /// The groups of near-identical articles of the corpus of `generation`.
    pub(in crate::app) fn groups(&self, generation: u64) -> Option<&Arc<WireGroups>> {
        self.wire.groups.of(&generation)
    }

    /// The groups that count once each, if that is wanted and they are known.
    pub(in crate::app) fn once(&self, generation: u64) -> Option<&Arc<WireGroups>> {
        self.groups(generation).filter(|_| self.wire.counts_once)
    }
}
