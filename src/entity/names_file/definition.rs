//! Entity definitions as a person writes them: the entries of `entities.toml`.
//!
//! A bad entry is a problem with its line; the others load. When the file as a
//! whole is no TOML, every stretch from one header to the next is read on its
//! own, so that one slip of the pen costs one entry.

use rustc_hash::FxHashMap;

use super::entry::{Ambiguous, EntityEntry};
use super::file::{NamesFile, Placed, follow};
use crate::arabic::fold;
use crate::corpus::{EntityFault, Problem};
use crate::entity::model::EntityType;

/// One entity as a file defines it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityDef {
    /// The canonical name; unique in its file.
    pub id: String,
    /// The type.
    pub kind: EntityType,
    /// The Arabic name shown, if the file gives one.
    pub ar: Option<String>,
    /// The English name shown; the id if there is none.
    pub en: Option<String>,
    /// Every spelling, `ar` included, as written. None at all where the entry
    /// only amends an entity that a lower layer knows.
    pub names: Vec<String>,
    /// Those of `names` that are also ordinary words, so that they count only
    /// with support from their neighbours.
    pub ambiguous: Vec<String>,
    /// The id of the state the entity belongs to.
    pub country: Option<String>,
    /// The reader's note.
    pub note: Option<String>,
    /// Spellings that are not this entity's, whoever says so.
    pub not: Vec<String>,
    /// The id of the entity that this one is, at the end of all merges of its
    /// file.
    pub same_as: Option<String>,
    /// The ids of entities never to be offered as the same.
    pub different: Vec<String>,
    /// The line of the entry in its file, counted from 1; 0 for one that is not
    /// written yet.
    pub line: u32,
}

impl EntityDef {
    /// A definition that says no more than its type.
    #[must_use]
    pub fn new(id: &str, kind: EntityType) -> Self {
        Self {
            id: id.to_owned(),
            kind,
            ar: None,
            en: None,
            names: Vec::new(),
            ambiguous: Vec::new(),
            country: None,
            note: None,
            not: Vec::new(),
            same_as: None,
            different: Vec::new(),
            line: 0,
        }
    }

    /// The Arabic name that the file has for it: `ar`, else the first spelling.
    /// None where the entry only amends another layer's.
    #[must_use]
    pub fn shown(&self) -> Option<&str> {
        let first = || self.names.first().map(String::as_str);
        self.ar.as_deref().or_else(first)
    }
}

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
            let mut definition = definition(entry, &merges);
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

fn definition(placed: &Placed<EntityEntry>, merges: &FxHashMap<&str, &str>) -> EntityDef {
    let entry = placed.value.clone();
    let mut names = entry.names;
    let ambiguous = match entry.ambiguous {
        Ambiguous::All => names.clone(),
        Ambiguous::Only(some) => some,
    };
    if let Some(ar) = &entry.ar
        && !names.contains(ar)
    {
        names.insert(0, ar.clone());
    }
    let root = follow(&placed.value.id, merges);
    EntityDef {
        ambiguous,
        same_as: Some(root.to_owned()).filter(|root| *root != entry.id),
        id: entry.id,
        kind: entry.kind,
        ar: entry.ar,
        en: entry.en,
        names,
        country: entry.country,
        note: entry.note,
        not: entry.not,
        different: entry.different,
        line: placed.line.unwrap_or_default(),
    }
}
