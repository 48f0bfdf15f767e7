//! A place in tables for each entity met.

use super::kinds::KindCounts;
use crate::base::{EntityId, fits};
use crate::entity::model::Mention;

/// Numbers entities in the order they are met, and counts their mentions and
/// the units that name them.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// For each id one more than the place of its row, 0 for none. Ids are
    /// places in a table, so that a plain list is enough, and fast.
    slots: Vec<u32>,
    rows: Vec<TallyRow>,
    /// The units seen so far.
    n_units: u32,
}

/// What is counted of one entity.
#[derive(Debug, Clone, Copy)]
pub(super) struct TallyRow {
    pub(super) entity: EntityId,
    pub(super) kinds: KindCounts,
    pub(super) mentions: u32,
    /// Units that name it.
    pub(super) units: u32,
    /// The last of them.
    last: u32,
}

impl Tally {
    /// Begins with the next unit.
    pub(super) fn next_unit(&mut self) {
        self.n_units += 1;
    }

    /// Counts `mention` of the unit: its entity's row, and whether it is the
    /// first mention of the entity in the unit.
    pub(super) fn add(&mut self, mention: &Mention) -> (usize, bool) {
        let slot = self.slot(mention.entity);
        let n_units = self.n_units;
        let row = &mut self.rows[slot];
        row.kinds.add(mention.kind);
        row.mentions += 1;
        let is_first = row.last != n_units;
        row.last = n_units;
        row.units += u32::from(is_first);
        (slot, is_first)
    }

    /// Adds the counts of `other`, the row `from` of which goes to the row `to`
    /// for each `moved(to, from)`.
    pub(super) fn join(&mut self, other: &Self, mut moved: impl FnMut(usize, usize)) {
        for (from, more) in other.rows.iter().enumerate() {
            let slot = self.slot(more.entity);
            let row = &mut self.rows[slot];
            row.kinds.join(&more.kinds);
            row.mentions += more.mentions;
            row.units += more.units;
            moved(slot, from);
        }
        self.n_units += other.n_units;
    }

    /// The rows, in the order the entities were met.
    pub(super) fn rows(&self) -> &[TallyRow] {
        &self.rows
    }

    /// The row of `entity`, if it was met.
    pub(super) fn row_of(&self, entity: EntityId) -> Option<&TallyRow> {
        let slot = self.slots.get(entity.index())?.checked_sub(1)?;
        self.rows.get(slot as usize)
    }

    /// The units seen.
    pub(super) const fn n_units(&self) -> u32 {
        self.n_units
    }

    fn slot(&mut self, entity: EntityId) -> usize {
        if entity.index() >= self.slots.len() {
            self.slots.resize(entity.index() + 1, 0);
        }
        let slot = &mut self.slots[entity.index()];
        if *slot == 0 {
            *slot = fits(self.rows.len() + 1);
            self.rows.push(TallyRow {
                entity,
                kinds: KindCounts::default(),
                mentions: 0,
                units: 0,
                last: 0,
            });
        }
        (*slot - 1) as usize
    }
}
