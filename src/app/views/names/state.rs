//! The view of names as far as it is chosen and counted.

use super::counting::Made;
use super::figures::Figures;
use super::options::{NamesLook, NamesOptions, NamesOrder, NamesPart};
use crate::analysis::PeriodFilter;
use crate::jobs::Task;
use crate::ui::reading::ShownClasses;
use std::sync::Arc;

/// Everything that figures depend on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) struct MadeOf {
    pub(in crate::app) generation: u64,
    /// The names, by the number of their coming.
    pub(in crate::app) names: u64,
    pub(in crate::app) filter: PeriodFilter,
    pub(in crate::app) answer: Option<u64>,
    pub(in crate::app) has_index: bool,
    pub(in crate::app) part: NamesPart,
    /// The entity wanted, where it is about one.
    pub(in crate::app) entity: Option<Box<str>>,
    pub(in crate::app) options: NamesOptions,
    /// The classes shown, where they decide what is counted.
    pub(in crate::app) classes: Option<ShownClasses>,
}

/// A part of the view, as far as it is counted.
#[derive(Default)]
pub(in crate::app) struct Slot {
    /// What `shown`, or what is under way, is made of.
    pub(in crate::app) made_of: Option<MadeOf>,
    pub(in crate::app) shown: Option<Arc<Figures>>,
    /// Counts what was shown, so that panels notice something new.
    pub(in crate::app) revision: u64,
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
    /// Counts the names that came.
    pub(in crate::app) names: u64,
    slots: [Slot; 4],
    pub(in crate::app) task: Option<(NamesPart, Task<Made>)>,
    pub(in crate::app) arranging: Option<Task<Vec<u32>>>,
    /// The rows of the table in their order, as far as they are searched for.
    pub(in crate::app) rows: Arc<Vec<u32>>,
}

impl NamesView {
    /// What a part shows.
    pub(in crate::app) const fn slot(&self, part: NamesPart) -> &Slot {
        &self.slots[part as usize]
    }

    pub(in crate::app) const fn slot_mut(&mut self, part: NamesPart) -> &mut Slot {
        &mut self.slots[part as usize]
    }

    /// Gives up what is under way.
    pub(in crate::app) fn cancel(&mut self) {
        if let Some((part, _)) = self.task.take() {
            self.slot_mut(part).made_of = None;
        }
    }

    /// Forgets what belongs to the corpus that was open, but not how the reader
    /// looks at names.
    pub(in crate::app) fn clear(&mut self) {
        let slots = std::mem::take(&mut self.slots);
        *self = Self {
            part: self.part,
            options: self.options,
            look: NamesLook {
                compared: None,
                ..self.look.clone()
            },
            names: self.names,
            slots: slots.map(|slot| Slot {
                revision: slot.revision + 1,
                ..Slot::default()
            }),
            ..Self::default()
        };
    }

    /// Whether nothing is under way.
    pub(in crate::app) const fn is_idle(&self) -> bool {
        self.task.is_none() && self.arranging.is_none()
    }
}
