//! Entity definitions as a person writes them: the entries of `entities.toml`.
//!
//! A bad entry is a problem with its line; the others load. When the file as a
//! whole is no TOML, every stretch from one header to the next is read on its
//! own, so that one slip of the pen costs one entry.

use rustc_hash::FxHashMap;

use super::entry::{Ambiguous, EntityDef};
use super::file::{NamesFile, follow};
use crate::arabic::fold;
use crate::corpus::{EntityFault, Problem};

/// Reads the entries of an entity file; problems name it as `file`. Unknown
/// keys are tolerated.
#[must_use]
pub fn parse_definitions(file: &str, text: &str) -> (Vec<EntityDef>, Vec<Problem>) {
    NamesFile::parse(file, text).definitions()
}

impl NamesFile {
    /// The entities as the gazetteer takes them, each spelling with the first
    /// entry that has it; and all problems of the file, sorted by line.
    #[must_use]
    pub fn definitions(&self) -> (Vec<EntityDef>, Vec<Problem>) {
        let mut problems = self.problems();
        // Index of the entry that has a folded name.
        let mut owners: FxHashMap<String, usize> = FxHashMap::default();
        let mut definitions: Vec<EntityDef> = Vec::new();
        let merges = self.merges();
        for entry in self.entities() {
            let index = definitions.len();
            let mut definition = definition(&entry.value, &merges);
            definition.names.retain(|name| {
                let owner = *owners.entry(fold(name)).or_insert(index);
                if let Some(owner) = definitions.get(owner) {
                    let (name, owner) = (name.clone(), owner.id.clone());
                    let fault = EntityFault::NameTaken { name, owner };
                    problems.push(self.problem(entry.line, fault));
                }
                owner == index
            });
            definitions.push(definition);
        }
        problems.sort_by_key(|problem| problem.line);
        (definitions, problems)
    }
}

/// `entry` as the gazetteer takes it: with `ar` among the names, the ambiguous
/// ones by name, and the end of all merges.
fn definition(entry: &EntityDef, merges: &FxHashMap<&str, &str>) -> EntityDef {
    let mut definition = entry.clone();
    if definition.ambiguous == Ambiguous::All {
        definition.ambiguous = Ambiguous::Only(entry.names.clone());
    }
    if let Some(ar) = &entry.ar
        && !entry.names.contains(ar)
    {
        definition.names.insert(0, ar.clone());
    }
    let root = follow(&entry.id, merges);
    definition.same_as = (*root != entry.id).then(|| root.to_owned());
    definition
}
