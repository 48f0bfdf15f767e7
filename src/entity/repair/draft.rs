//! A names file on which a repair is being done.

use crate::arabic::fold;
use crate::entity::model::EntityType;
use crate::entity::names_file::{
    Ambiguous, EntityDef, Known, KnownEntity, NamesFile, Placed, Reading, RepairFault, Scope,
    Verdict, has_letter,
};

/// The file as it becomes, and what is known besides.
pub(super) struct Draft<'k, K> {
    pub(super) names: NamesFile,
    /// New entries as they were made: they say nothing yet.
    made: Vec<EntityDef>,
    known: &'k K,
}

impl<'k, K: Known> Draft<'k, K> {
    pub(super) fn new(names: &NamesFile, known: &'k K) -> Self {
        let names = names.clone();
        let made = Vec::new();
        Self { names, made, known }
    }

    /// The file. An entry that was made and then had nothing to say is none.
    pub(super) fn finish(mut self) -> NamesFile {
        let made = self.made;
        self.names
            .entities
            .retain(|entry| !made.contains(&entry.value));
        self.names
    }

    /// The type of the entity `id`.
    pub(super) fn kind_of(&self, id: &str) -> Result<EntityType, RepairFault> {
        let own = self.names.entity(id).map(|entry| entry.kind);
        own.or_else(|| self.known.known(id).map(|known| known.kind))
            .ok_or_else(|| unknown_entity(id))
    }

    /// The entry of `id`; a new one that amends what lower layers know, or
    /// that says what so far only the texts have.
    fn entry(&mut self, id: &str) -> Result<&mut EntityDef, RepairFault> {
        if self.names.entity(id).is_none() {
            let known = self.known.known(id).ok_or_else(|| unknown_entity(id))?;
            let value = amending(id, known);
            self.made.push(value.clone());
            self.names.entities.push(Placed { line: None, value });
        }
        self.own(id).ok_or_else(|| unknown_entity(id))
    }

    /// Gives the entity `id` an entry where only the texts or a mark have it, so
    /// that other entries can speak of it.
    pub(super) fn establish(&mut self, id: &str) {
        if self.names.entity(id).is_some() {
            return;
        }
        let is_marked = self.names.readings.iter().any(|r| makes(&r.value, id));
        let known = self.known.known(id);
        if let Some(known) = known.filter(|k| is_marked || k.origin.is_none()) {
            let origin = None;
            let value = amending(id, KnownEntity { origin, ..known });
            self.names.entities.push(Placed { line: None, value });
        }
    }

    fn own(&mut self, id: &str) -> Option<&mut EntityDef> {
        let mut entries = self.names.entities.iter_mut().map(|e| &mut e.value);
        entries.find(|entry| entry.id == id)
    }

    /// Takes back that `text` is not a spelling of `entity`.
    pub(super) fn allow(&mut self, entity: &str, text: &str) {
        if let Some(entry) = self.own(entity) {
            remove(&mut entry.not, text);
        }
    }

    /// Says that `text` is no spelling of `entity`.
    pub(super) fn deny(&mut self, entity: &str, text: &str) -> Result<(), RepairFault> {
        let text = name(text)?;
        let folded = fold(text);
        let mut is_only_marked = false;
        self.names.readings.retain(|placed| {
            let reading = &placed.value;
            let is_same = fold(&reading.text) == folded;
            let makes = makes(reading, entity);
            is_only_marked |= is_same && makes;
            !is_same || (reading.verdict.entity() != Some(entity) && !makes)
        });
        if is_only_marked && self.names.entity(entity).is_none() {
            return Ok(());
        }
        let entry = self.entry(entity)?;
        take_spelling(entry, text);
        add(&mut entry.not, text);
        Ok(())
    }

    pub(super) fn retype(
        &mut self,
        entity: &str,
        text: &str,
        kind: EntityType,
    ) -> Result<(), RepairFault> {
        let folded = fold(text);
        let is_typed = |reading: &Reading| {
            let is_same = reading.scope == Scope::Everywhere && fold(&reading.text) == folded;
            is_same && matches!(reading.verdict, Verdict::OfType(_))
        };
        if self.names.readings.iter().any(|r| is_typed(&r.value)) {
            // The words make the entity, and say of what type it is.
            if let Some(entry) = self.own(entity) {
                entry.kind = kind;
            }
            return self.say(text, &Scope::Everywhere, Verdict::OfType(kind));
        }
        if self.kind_of(entity)? == kind {
            // Only these words were of another type.
            let entity = entity.to_owned();
            let verdict = Verdict::Names { entity, kind: None };
            return self.say(text, &Scope::Everywhere, verdict);
        }
        self.entry(entity)?.kind = kind;
        for placed in &mut self.names.readings {
            if fold(&placed.value.text) == folded
                && let Verdict::Names { entity: id, kind } = &mut placed.value.verdict
                && id == entity
            {
                *kind = None;
            }
        }
        Ok(())
    }

    pub(super) fn rename(
        &mut self,
        entity: &str,
        ar: Option<&str>,
        en: Option<&str>,
    ) -> Result<(), RepairFault> {
        let ar = ar.map(name).transpose()?;
        let entry = self.entry(entity)?;
        if let Some(ar) = ar
            && let Some(old) = entry.ar.replace(ar.to_owned())
            && old != ar
            && !entry.names.contains(&old)
        {
            // The old name stays a spelling.
            entry.names.push(old);
        }
        if let Some(ar) = ar {
            remove(&mut entry.not, ar);
        }
        if let Some(en) = en {
            entry.en = some(en);
        }
        Ok(())
    }

    pub(super) fn note(&mut self, entity: &str, note: &str) -> Result<(), RepairFault> {
        self.entry(entity)?.note = some(note);
        Ok(())
    }

    pub(super) fn merge(&mut self, from: &str, into: &str) -> Result<(), RepairFault> {
        self.kind_of(into)?;
        self.kind_of(from)?;
        // What was merged into `from` before comes along.
        let root = self.names.canonical(from).to_owned();
        let same = |id: &str| RepairFault::SameEntity { id: id.to_owned() };
        if root == into || from == into {
            return Err(same(into));
        }
        if self.names.canonical(into) == root {
            // They are one already, and `into` shall be the one that stays.
            self.entry(into)?.same_as = None;
        }
        self.establish(into);
        self.undivide(from, into);
        self.undivide(&root, into);
        self.entry(&root)?.same_as = Some(into.to_owned());
        Ok(())
    }

    /// Takes back that two entities are never the same.
    fn undivide(&mut self, a: &str, b: &str) {
        for (id, other) in [(a, b), (b, a)] {
            if let Some(entry) = self.own(id) {
                entry.different.retain(|known| known != other);
            }
        }
    }

    /// Says that two entities are never the same.
    pub(super) fn part(&mut self, entity: &str, other: &str) -> Result<(), RepairFault> {
        if entity == other {
            let id = entity.to_owned();
            return Err(RepairFault::SameEntity { id });
        }
        self.kind_of(other)?;
        self.establish(other);
        self.entry(entity)?;
        for (id, other) in [(entity, other), (other, entity)] {
            if let Some(entry) = self.own(id)
                && entry.same_as.as_deref() == Some(other)
            {
                entry.same_as = None;
            }
        }
        let is_said = |e: &EntityDef| e.different.iter().any(|known| known == entity);
        if !self.names.entity(other).is_some_and(is_said) {
            let entry = self.entry(entity)?;
            if !entry.different.iter().any(|known| known == other) {
                entry.different.push(other.to_owned());
            }
        }
        Ok(())
    }

    pub(super) fn split(
        &mut self,
        entity: &str,
        spellings: &[String],
        into: &str,
    ) -> Result<(), RepairFault> {
        let into = name(into)?;
        let mut names: Vec<String> = Vec::new();
        for spelling in spellings {
            add(&mut names, name(spelling)?);
        }
        let Some((ar, others)) = names.split_first() else {
            return Err(RepairFault::EmptyName);
        };
        if self.kind_of(into).is_ok() {
            let id = into.to_owned();
            return Err(RepairFault::IdTaken { id });
        }
        let country = self.known.known(entity).and_then(|known| known.country);
        let entry = self.entry(entity)?;
        let mut new = EntityDef::new(into, entry.kind);
        new.ar = Some(ar.clone());
        new.names = others.to_vec();
        new.country = entry.country.clone().or(country);
        new.different = vec![entity.to_owned()];
        for spelling in &names {
            take_spelling(entry, spelling);
            add(&mut entry.not, spelling);
        }
        let value = new;
        self.names.entities.push(Placed { line: None, value });
        let folded: Vec<String> = names.iter().map(|name| fold(name)).collect();
        for placed in &mut self.names.readings {
            if let Verdict::Names { entity: id, .. } = &mut placed.value.verdict
                && id == entity
                && folded.contains(&fold(&placed.value.text))
            {
                into.clone_into(id);
            }
        }
        Ok(())
    }

    pub(super) fn add_spelling(&mut self, entity: &str, text: &str) -> Result<(), RepairFault> {
        let text = name(text)?;
        let folded = fold(text);
        let shown = |e: &&Placed<EntityDef>| {
            e.value.id != entity && e.value.ar.as_deref().is_some_and(|ar| fold(ar) == folded)
        };
        if let Some(owner) = self.names.entities.iter().find(shown) {
            return Err(RepairFault::SpellingShown {
                spelling: text.to_owned(),
                owner: owner.value.id.clone(),
            });
        }
        let shown = self.known.known(entity).map(|known| known.ar);
        let entry = self.entry(entity)?;
        if entry.shown().is_none() {
            // The first name that a file has is shown: it must not be this one.
            entry.ar = shown.filter(|ar| fold(ar) != folded);
        }
        remove(&mut entry.not, text);
        let is_shown = entry.ar.as_deref().is_some_and(|ar| fold(ar) == folded);
        if !is_shown {
            add(&mut entry.names, text);
        }
        // A spelling has one owner; what it was before is contradicted.
        for placed in &mut self.names.entities {
            if placed.value.id != entity {
                take_spelling(&mut placed.value, text);
            }
        }
        self.names.readings.retain(|placed| {
            let reading = &placed.value;
            reading.scope != Scope::Everywhere
                || fold(&reading.text) != folded
                || reading.verdict.entity() == Some(entity)
        });
        Ok(())
    }
}

fn unknown_entity(id: &str) -> RepairFault {
    RepairFault::UnknownEntity { id: id.to_owned() }
}

/// Whether `reading`, a mark in all articles, makes its words the entity `id`.
fn makes(reading: &Reading, id: &str) -> bool {
    let is_mark = matches!(reading.verdict, Verdict::OfType(_));
    is_mark && reading.scope == Scope::Everywhere && reading.text == id
}

fn amending(id: &str, known: KnownEntity) -> EntityDef {
    let mut entry = EntityDef::new(id, known.kind);
    if known.origin.is_none() {
        // No layer lists it, so the entry must stand by itself.
        entry.ar = some(&known.ar);
        entry.country = known.country;
    }
    entry
}

/// `text` trimmed, with a letter in it.
fn name(text: &str) -> Result<&str, RepairFault> {
    let text = text.trim();
    has_letter(text)
        .then_some(text)
        .ok_or(RepairFault::EmptyName)
}

fn some(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Adds `name` unless the list has it, folded.
fn add(list: &mut Vec<String>, name: &str) {
    let folded = fold(name);
    if !list.iter().any(|known| fold(known) == folded) {
        list.push(name.to_owned());
    }
}

/// Takes out of the list what folds like `name`.
fn remove(list: &mut Vec<String>, name: &str) {
    let folded = fold(name);
    list.retain(|known| fold(known) != folded);
}

fn take_spelling(entry: &mut EntityDef, text: &str) {
    remove(&mut entry.names, text);
    if let Ambiguous::Only(names) = &mut entry.ambiguous {
        remove(names, text);
    }
    entry.ar = entry.ar.take().filter(|ar| fold(ar) != fold(text));
}
