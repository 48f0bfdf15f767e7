//! What of names is chosen, and how far is it counted?
//!
//! `counting` makes `figures`, and `order` is the order of the table of all names.
//! Must not know the other views, nor how a figure looks.

mod counting;
mod figures;
mod order;

pub(in crate::app) use counting::{Made, Work};
pub(in crate::app) use figures::{
    Figures, NamedOne, NamesContent, NamingFigures, NearWord, TableFigures,
};
pub(in crate::app) use order::Arrangement;

use crate::analysis::PeriodFilter;
use crate::app::command::names::{NamesLook, NamesOptions, NamesOrder, NamesPart};
use crate::app::state::search::Found;
use crate::entity::Annotations;
use crate::jobs::{Derived, Same, Slot};
use crate::ui::reading::ShownClasses;
use std::sync::Arc;

/// Everything that figures depend on.
#[derive(Clone, PartialEq)]
pub(in crate::app) struct MadeOf {
    pub(in crate::app) generation: u64,
    pub(in crate::app) names: Same<Annotations>,
    pub(in crate::app) filter: PeriodFilter,
    pub(in crate::app) found: Option<Same<Found>>,
    pub(in crate::app) has_index: bool,
    pub(in crate::app) part: NamesPart,
    /// The entity wanted, where it is about one.
    pub(in crate::app) entity: Option<Box<str>>,
    pub(in crate::app) options: NamesOptions,
    /// The classes shown, where they decide what is counted.
    pub(in crate::app) classes: Option<ShownClasses>,
}

/// The view of names.
#[derive(Default)]
pub(in crate::app) struct NamesView {
    pub(in crate::app) part: NamesPart,
    pub(in crate::app) options: NamesOptions,
    pub(in crate::app) look: NamesLook,
    pub(in crate::app) order: NamesOrder,
    /// What a name of the table must hold.
    pub(in crate::app) search: String,
    /// The canonical id of the entity looked at; without, the one that is
    /// named most.
    pub(in crate::app) entity: Option<Box<str>>,
    /// The parts of the view, each as far as it is counted.
    pub(in crate::app) slots: [Derived<MadeOf, Made>; 4],
    /// The rows of a table in an order, as far as they are searched for.
    pub(in crate::app) arranged: Derived<(Same<Figures>, Arrangement), Vec<u32>>,
}

impl NamesView {
    /// A part of the view.
    pub(in crate::app) const fn slot(&self, part: NamesPart) -> &Derived<MadeOf, Made> {
        &self.slots[part as usize]
    }

    /// What a part shows; nothing where what is wanted now could not be
    /// counted.
    pub(in crate::app) fn shown(&self, part: NamesPart) -> Option<&Arc<Figures>> {
        self.slot(part).shown().map(|made| &made.figures)
    }

    /// Counts what a part has shown, so that panels notice something new.
    pub(in crate::app) fn revision(&self, part: NamesPart) -> u64 {
        let of_rows = u64::from(part == NamesPart::Table) * self.arranged.revision();
        self.slot(part).revision() + of_rows
    }

    /// The rows of the table and their arrangement, which need not yet be the
    /// one wanted.
    fn arranged(&self) -> Option<(&Arc<Vec<u32>>, &Arrangement)> {
        let ((of, arrangement), rows) = self.arranged.last()?;
        let table = self.shown(NamesPart::Table)?;
        Arc::ptr_eq(table, &of.0).then_some((rows, arrangement))
    }

    /// The rows of the table in their order, as far as they are searched for.
    pub(in crate::app) fn rows(&self) -> Arc<Vec<u32>> {
        self.arranged()
            .map_or_else(Arc::default, |(rows, _)| Arc::clone(rows))
    }

    /// The order that the rows have.
    pub(in crate::app) fn rows_order(&self) -> &NamesOrder {
        self.arranged().map_or(&self.order, |(_, of)| &of.order)
    }

    /// Forgets what belongs to the corpus that was open, but not how the reader
    /// looks at names.
    pub(in crate::app) fn clear(&mut self) {
        self.look.compared = None;
        self.order = NamesOrder::default();
        self.search.clear();
        self.entity = None;
        self.slots.iter_mut().for_each(Derived::forget);
        self.arranged.forget();
    }

    /// Whether nothing is under way.
    pub(in crate::app) fn is_idle(&self) -> bool {
        self.slots.iter().all(Slot::is_idle) && self.arranged.is_idle()
    }
}
