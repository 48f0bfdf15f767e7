//! Entity definitions as a person writes them: the entries of `entities.toml`.
//!
//! A bad entry is a problem with its line; the others load. When the file as a
//! whole is no TOML, every stretch from one `[[entity]]` header to the next is
//! read on its own, so that one slip of the pen costs one entry.

use std::ops::Range;

use rustc_hash::FxHashMap;
use toml_edit::{Document, Item, Table};

use super::kind::EntityType;
use crate::arabic::fold;
use crate::corpus::{EntityFault, Problem, ProblemKind};

/// One entity as a file defines it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityDef {
    /// The canonical English name; unique in its file.
    pub id: String,
    /// The type.
    pub kind: EntityType,
    /// The Arabic name shown; the first of `names` if the file gives none.
    pub ar: String,
    /// Every spelling, `ar` included, as written.
    pub names: Vec<String>,
    /// Those of `names` that are also ordinary words, so that they count only
    /// with support from their neighbours.
    pub ambiguous: Vec<String>,
    /// The id of the state the entity belongs to.
    pub country: Option<String>,
    /// The line of the entry in its file, counted from 1.
    pub line: u32,
}

/// Reads the entries of an entity file; problems name it as `file`. Unknown
/// keys are tolerated.
#[must_use]
pub fn parse_definitions(file: &str, text: &str) -> (Vec<EntityDef>, Vec<Problem>) {
    let mut reader = Reader {
        file,
        definitions: Vec::new(),
        problems: Vec::new(),
        ids: FxHashMap::default(),
        owners: FxHashMap::default(),
    };
    if let Ok(document) = Document::parse(text) {
        reader.document(&document, text, 0);
    } else {
        for (lines_before, part) in parts(text) {
            reader.part(part, lines_before);
        }
    }
    (reader.definitions, reader.problems)
}

/// Cuts a file before every `[[entity]]` header. Yields the number of lines
/// before each part, and the part.
fn parts(text: &str) -> Vec<(u32, &str)> {
    let mut parts = Vec::new();
    let (mut start, mut start_line) = (0, 0);
    let (mut at, mut line) = (0, 0);
    for piece in text.split_inclusive('\n') {
        if piece.trim_start().starts_with("[[entity]]") && at > start {
            parts.extend(text.get(start..at).map(|part| (start_line, part)));
            (start, start_line) = (at, line);
        }
        at += piece.len();
        line += 1;
    }
    parts.extend(text.get(start..).map(|part| (start_line, part)));
    parts
}

/// The line, counted from 1, that holds byte `at` of `text`.
fn line_of(text: &str, at: usize) -> u32 {
    let before = text.as_bytes().iter().take(at).filter(|&&b| b == b'\n');
    u32::try_from(before.count())
        .unwrap_or(u32::MAX)
        .saturating_add(1)
}

struct Reader<'f> {
    file: &'f str,
    definitions: Vec<EntityDef>,
    problems: Vec<Problem>,
    /// Index into `definitions` by id.
    ids: FxHashMap<String, usize>,
    /// Index into `definitions` by folded name.
    owners: FxHashMap<String, usize>,
}

impl Reader<'_> {
    fn problem(&mut self, line: u32, fault: EntityFault) {
        let kind = ProblemKind::Entity(fault);
        self.problems.push(Problem::at_line(self.file, line, kind));
    }

    /// Reads one part of a broken file.
    fn part(&mut self, part: &str, lines_before: u32) {
        match Document::parse(part) {
            Ok(document) => self.document(&document, part, lines_before),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                let message = error.message().to_owned();
                let line = lines_before + line_of(part, at);
                self.problem(line, EntityFault::Syntax { message });
            }
        }
    }

    fn document(&mut self, document: &Document<&str>, text: &str, lines_before: u32) {
        let Some(item) = document.get("entity") else {
            return;
        };
        let line =
            |span: Option<Range<usize>>| lines_before + line_of(text, span.map_or(0, |s| s.start));
        if let Some(tables) = item.as_array_of_tables() {
            for table in tables {
                let read = definition(table, line(table.span()));
                match read {
                    Ok(definition) => self.define(definition),
                    Err((key, fault)) => {
                        let at = table.get(key).and_then(Item::span);
                        self.problem(line(at.or_else(|| table.span())), fault);
                    }
                }
            }
        } else {
            let (key, expected) = ("entity", "a list of tables, [[entity]]");
            self.problem(line(item.span()), EntityFault::WrongType { key, expected });
        }
    }

    fn define(&mut self, definition: EntityDef) {
        let first = self.ids.get(&definition.id);
        if let Some(first) = first.and_then(|&index| self.definitions.get(index)) {
            let first_line = first.line;
            let id = definition.id;
            return self.problem(definition.line, EntityFault::IdTaken { id, first_line });
        }
        let definition = self.claim_names(definition);
        self.ids
            .insert(definition.id.clone(), self.definitions.len());
        self.definitions.push(definition);
    }

    /// Takes out of `definition` the names that other entries already have.
    fn claim_names(&mut self, mut definition: EntityDef) -> EntityDef {
        let index = self.definitions.len();
        let mut kept = Vec::with_capacity(definition.names.len());
        for name in definition.names {
            let owner = *self.owners.entry(fold(&name)).or_insert(index);
            if owner == index {
                kept.push(name);
            } else if let Some(owner) = self.definitions.get(owner) {
                let owner = owner.id.clone();
                self.problem(definition.line, EntityFault::NameTaken { name, owner });
            }
        }
        definition.names = kept;
        definition
    }
}

/// Reads one entry; an error comes with the key it concerns.
fn definition(table: &Table, line: u32) -> Result<EntityDef, (&'static str, EntityFault)> {
    let id = required(table, "id")?;
    let tag = required(table, "type")?;
    let Some(kind) = EntityType::from_tag(&tag) else {
        return Err(("type", EntityFault::UnknownType { value: tag }));
    };
    let mut names =
        names(table, "names")?.ok_or(("names", EntityFault::MissingKey { key: "names" }))?;
    let ambiguous = ambiguous(table, &names)?;
    let ar = string(table, "ar")?;
    if let Some(ar) = &ar
        && !names.contains(ar)
    {
        names.insert(0, ar.clone());
    }
    let ar = ar.or_else(|| names.first().cloned());
    Ok(EntityDef {
        id,
        kind,
        ar: ar.ok_or(("names", EntityFault::MissingKey { key: "names" }))?,
        names,
        ambiguous,
        country: string(table, "country")?,
        line,
    })
}

fn string(table: &Table, key: &'static str) -> Result<Option<String>, (&'static str, EntityFault)> {
    let Some(item) = table.get(key) else {
        return Ok(None);
    };
    let value = item
        .as_str()
        .ok_or((
            key,
            EntityFault::WrongType {
                key,
                expected: "a string",
            },
        ))?
        .trim();
    if value.is_empty() {
        return Err((key, EntityFault::MissingKey { key }));
    }
    Ok(Some(value.to_owned()))
}

fn required(table: &Table, key: &'static str) -> Result<String, (&'static str, EntityFault)> {
    string(table, key)?.ok_or((key, EntityFault::MissingKey { key }))
}

fn names(
    table: &Table,
    key: &'static str,
) -> Result<Option<Vec<String>>, (&'static str, EntityFault)> {
    let Some(item) = table.get(key) else {
        return Ok(None);
    };
    let expected = "a list of strings";
    let wrong = || (key, EntityFault::WrongType { key, expected });
    let mut names: Vec<String> = Vec::new();
    for value in item.as_array().ok_or_else(wrong)? {
        let name = value.as_str().ok_or_else(wrong)?.trim();
        if !name.chars().any(char::is_alphanumeric) {
            return Err((key, EntityFault::EmptyName));
        }
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    Ok(Some(names))
}

/// `ambiguous` is a list of names, or `true` for all of them.
fn ambiguous(table: &Table, all: &[String]) -> Result<Vec<String>, (&'static str, EntityFault)> {
    match table.get("ambiguous").and_then(Item::as_bool) {
        Some(true) => Ok(all.to_vec()),
        Some(false) => Ok(Vec::new()),
        None => Ok(names(table, "ambiguous")?.unwrap_or_default()),
    }
}
