//! A whole `entities.toml` as data.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::entry::{EntityDef, Entry, Key, Reading};
use super::read::Reader;
use crate::corpus::{EntityFault, Problem, ProblemKind};

/// An entry and the line where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed<T> {
    /// The line, from 1; `None` for what is not written yet.
    pub line: Option<u32>,
    /// The entry.
    pub value: T,
}

/// What an `entities.toml` says, and its text.
///
/// Equal ones say the same in the same order; text and lines do not matter.
#[derive(Debug, Clone)]
pub struct NamesFile {
    pub(in crate::entity) name: Arc<str>,
    pub(in crate::entity) source: Arc<str>,
    pub(in crate::entity) is_toml: bool,
    pub(in crate::entity) entities: Vec<Placed<EntityDef>>,
    pub(in crate::entity) readings: Vec<Placed<Reading>>,
    /// What is wrong with single entries; they are not among the above.
    pub(in crate::entity) faults: Vec<Problem>,
}

impl Default for NamesFile {
    fn default() -> Self {
        Self::parse("entities.toml", "")
    }
}

impl PartialEq for NamesFile {
    fn eq(&self, other: &Self) -> bool {
        fn same<T: PartialEq>(a: &[Placed<T>], b: &[Placed<T>]) -> bool {
            a.iter().map(|p| &p.value).eq(b.iter().map(|p| &p.value))
        }
        same(&self.entities, &other.entities) && same(&self.readings, &other.readings)
    }
}

impl Eq for NamesFile {}

impl NamesFile {
    /// Reads `text`; problems name it as `name`. A bad entry is a problem and
    /// the others are read, even when the whole is no TOML. A byte order mark
    /// is passed over.
    #[must_use]
    pub fn parse(name: &str, text: &str) -> Self {
        Reader::read(name, text)
    }

    /// The text as it was read.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether the text as a whole is TOML; only then is it written to.
    #[must_use]
    pub const fn is_toml(&self) -> bool {
        self.is_toml
    }

    /// The entities, in the order of the file.
    #[must_use]
    pub fn entities(&self) -> &[Placed<EntityDef>] {
        &self.entities
    }

    /// The readings, in the order of the file.
    #[must_use]
    pub fn readings(&self) -> &[Placed<Reading>] {
        &self.readings
    }

    /// The entry of that id.
    #[must_use]
    pub fn entity(&self, id: &str) -> Option<&EntityDef> {
        let found = self.entities.iter().find(|entry| entry.value.id == id);
        found.map(|entry| &entry.value)
    }

    /// The entry of that key.
    #[must_use]
    pub fn get(&self, key: &Key) -> Option<Entry> {
        match key {
            Key::Entity(id) => self.entity(id).cloned().map(Entry::Entity),
            Key::Reading { scope, text } => {
                let mut readings = self.readings.iter().map(|r| &r.value);
                let found = readings.find(|r| r.text == *text && r.scope == *scope);
                found.cloned().map(Entry::Reading)
            }
        }
    }

    /// The id of the entity that `id` is, after all merges of this file; in a
    /// circle of merges, `id` itself.
    #[must_use]
    pub fn canonical<'a>(&'a self, id: &'a str) -> &'a str {
        follow(id, &self.merges())
    }

    /// The merges: the id of each entity that is another one, and that one's.
    pub(in crate::entity) fn merges(&self) -> FxHashMap<&str, &str> {
        let entries = self.entities.iter().map(|entry| &entry.value);
        let merges = entries.filter_map(|e| Some((e.id.as_str(), e.same_as.as_deref()?)));
        merges.collect()
    }

    /// What is wrong with single entries, and the circles of merges.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = self.faults.clone();
        let next = self.merges();
        for entry in &self.entities {
            let id = entry.value.id.as_str();
            if in_circle(id, &next) {
                let fault = EntityFault::SameAsCircle { id: id.to_owned() };
                problems.push(self.problem(entry.line, fault));
            }
        }
        problems.sort_by_key(|problem| problem.line);
        problems
    }

    /// A problem of this file.
    pub(in crate::entity) fn problem(&self, line: Option<u32>, fault: EntityFault) -> Problem {
        let kind = ProblemKind::Entity(fault);
        match line {
            Some(line) => Problem::at_line(&self.name, line, kind),
            None => Problem::of_file(&self.name, kind),
        }
    }
}

/// The end of the chain of merges from `id`; `id` itself where it leads into a
/// circle.
pub(in crate::entity) fn follow<'a>(id: &'a str, merges: &FxHashMap<&'a str, &'a str>) -> &'a str {
    let mut at = id;
    for _ in 0..=merges.len() {
        match merges.get(at) {
            Some(next) => at = next,
            None => return at,
        }
    }
    id
}

/// Whether following `next` from `id` leads back to it.
pub(in crate::entity) fn in_circle(id: &str, next: &FxHashMap<&str, &str>) -> bool {
    let mut at = id;
    for _ in 0..next.len() {
        match next.get(at) {
            Some(&to) if to == id => return true,
            Some(&to) => at = to,
            None => return false,
        }
    }
    false
}
