//! Undoing and redoing.

use super::action::Repair;
use crate::entity::names_file::{Conflict, Known, NamesFile, Patch, RepairFault};

#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
    repair: Repair,
    patch: Patch,
}

/// What the reader did, in order, and what of it is undone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Does `repair`; what was undone can then not be redone. A repair that
    /// changes nothing is not remembered.
    ///
    /// # Errors
    /// [`RepairFault`] when it makes no sense; nothing is changed then.
    pub fn act(
        &mut self,
        names: &NamesFile,
        repair: Repair,
        known: &impl Known,
    ) -> Result<NamesFile, RepairFault> {
        let (after, patch) = repair.done(names, known)?;
        if !patch.is_empty() {
            self.undone.clear();
            self.done.push(Step { repair, patch });
        }
        Ok(after)
    }

    /// The repair that [`undo`](Self::undo) takes back.
    #[must_use]
    pub fn to_undo(&self) -> Option<&Repair> {
        self.done.last().map(|step| &step.repair)
    }

    /// The repair that [`redo`](Self::redo) does again.
    #[must_use]
    pub fn to_redo(&self) -> Option<&Repair> {
        self.undone.last().map(|step| &step.repair)
    }

    /// Takes the last repair back; `None` if there is none.
    ///
    /// # Errors
    /// [`Conflict`] with the entries that are not as the repair left them.
    /// Nothing is changed then, and the repair stays the one to undo.
    pub fn undo(&mut self, names: &NamesFile) -> Result<Option<NamesFile>, Conflict> {
        let Some(step) = self.done.last() else {
            return Ok(None);
        };
        let after = step.patch.inverse().apply(names)?;
        self.undone.extend(self.done.pop());
        Ok(Some(after))
    }

    /// Does the repair undone last again; `None` if there is none.
    ///
    /// # Errors
    /// [`Conflict`] with the entries that are not as the repair found them.
    /// Nothing is changed then, and the repair stays the one to redo.
    pub fn redo(&mut self, names: &NamesFile) -> Result<Option<NamesFile>, Conflict> {
        let Some(step) = self.undone.last() else {
            return Ok(None);
        };
        let after = step.patch.apply(names)?;
        self.done.extend(self.undone.pop());
        Ok(Some(after))
    }

    /// Forgets the repair to undo, so that those before it can be undone when a
    /// [`Conflict`] keeps it from being taken back. It stays done.
    pub fn keep_last(&mut self) -> Option<Repair> {
        self.done.pop().map(|step| step.repair)
    }
}
