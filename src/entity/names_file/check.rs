//! What is wrong with a file in the light of the other layers.

use rustc_hash::FxHashSet;

use super::file::NamesFile;
use super::known::Known;
use crate::corpus::{EntityFault, Problem};

impl NamesFile {
    /// The ids that the file uses and nobody knows: an entry that amends
    /// nothing, a merge with nothing, a reading that names nothing. `below`
    /// knows what the layers below this file say.
    #[must_use]
    pub fn unknown_ids(&self, below: &impl Known) -> Vec<Problem> {
        let own: FxHashSet<&str> = self.entities.iter().map(|e| e.value.id.as_str()).collect();
        let is_known = |id: &str| own.contains(id) || below.known(id).is_some();
        let mut problems = Vec::new();
        let mut unknown = |line, id: &str| {
            let id = id.to_owned();
            problems.push(self.problem(line, EntityFault::UnknownEntity { id }));
        };
        for placed in &self.entities {
            let entry = &placed.value;
            let has_name = entry.ar.is_some() || !entry.names.is_empty();
            // A merge needs no name of its own.
            if !has_name && entry.same_as.is_none() && below.known(&entry.id).is_none() {
                unknown(placed.line, &entry.id);
            }
            for id in entry.same_as.iter().chain(&entry.different) {
                if !is_known(id) {
                    unknown(placed.line, id);
                }
            }
        }
        for placed in &self.readings {
            if let Some(id) = placed.value.verdict.entity().filter(|id| !is_known(id)) {
                unknown(placed.line, id);
            }
        }
        problems.sort_by_key(|problem| problem.line);
        problems
    }
}
