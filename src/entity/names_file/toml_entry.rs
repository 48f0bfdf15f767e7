//! From a table of TOML to an entry; a fault comes with the key it concerns.

use toml_edit::{Item, Key as TomlKey, Table, Value};

use super::entry::{Ambiguous, EntityDef, Reading, Scope, Unknown, Verdict, has_letter};
use super::part::holds_more;
use crate::base::Word;
use crate::corpus::EntityFault;
use crate::entity::model::EntityType;

/// The key at fault and what is wrong.
pub(super) type Fault = (&'static str, EntityFault);

/// The keys of an `[[entity]]`, in the order in which they are written.
pub(super) const ENTITY_KEYS: [&str; 11] = [
    "id",
    "type",
    "ar",
    "en",
    "names",
    "ambiguous",
    "country",
    "note",
    "not",
    "same_as",
    "different",
];

/// The keys of a `[[reading]]`, in the order in which they are written.
pub(super) const READING_KEYS: [&str; 6] = ["text", "file", "start", "entity", "type", "name"];

/// Reads an `[[entity]]`, a table of `source`.
pub(super) fn entity(table: &Table, source: &str) -> Result<EntityDef, Fault> {
    let id = required(table, "id")?;
    let kind = kind(table)?.ok_or(("type", EntityFault::MissingKey { key: "type" }))?;
    Ok(EntityDef {
        id,
        kind,
        ar: string(table, "ar")?,
        en: optional(table, "en")?,
        names: names(table, "names")?,
        ambiguous: match table.get("ambiguous").and_then(Item::as_bool) {
            Some(true) => Ambiguous::All,
            Some(false) => Ambiguous::default(),
            None => Ambiguous::Only(names(table, "ambiguous")?),
        },
        country: string(table, "country")?,
        note: optional(table, "note")?,
        not: names(table, "not")?,
        same_as: optional(table, "same_as")?,
        different: strings(table, "different")?,
        unknown: unknown(table, &ENTITY_KEYS, source),
    })
}

/// Reads a `[[reading]]`, a table of `source`.
pub(super) fn reading(table: &Table, source: &str) -> Result<Reading, Fault> {
    // Not trimmed: it is compared with the text of an article.
    let text = plain(table, "text")?.ok_or(("text", EntityFault::MissingKey { key: "text" }))?;
    if !has_letter(text) {
        return Err(("text", EntityFault::EmptyName));
    }
    let file = optional(table, "file")?;
    let scope = match (file, start(table)?) {
        (None, None) => Scope::Everywhere,
        (Some(file), None) => Scope::Article { file },
        (Some(file), Some(start)) => Scope::Here { file, start },
        (None, Some(_)) => return Err(("start", EntityFault::StartWithoutFile)),
    };
    Ok(Reading {
        text: text.to_owned(),
        scope,
        verdict: verdict(table, text)?,
        unknown: unknown(table, &READING_KEYS, source),
    })
}

fn verdict(table: &Table, text: &str) -> Result<Verdict, Fault> {
    if let Some(name) = table.get("name").and_then(Item::as_str) {
        return part(table, text, name.trim());
    }
    let is_name = match table.get("name") {
        None => true,
        Some(item) => item
            .as_bool()
            .ok_or_else(|| wrong("name", Word("value-boolean")))?,
    };
    match (is_name, optional(table, "entity")?, kind(table)?) {
        (true, Some(entity), kind) => Ok(Verdict::Names { entity, kind }),
        (true, None, Some(kind)) => Ok(Verdict::OfType(kind)),
        (true, None, None) => Err(("entity", EntityFault::MissingKey { key: "entity" })),
        (false, None, None) => Ok(Verdict::NoName),
        (false, _, _) => Err(("name", EntityFault::NameAndNoName)),
    }
}

/// A reading that only `name` of its words `text` is a name.
fn part(table: &Table, text: &str, name: &str) -> Result<Verdict, Fault> {
    if table.contains_key("entity") {
        return Err(("name", EntityFault::NameAndNoName));
    }
    if !holds_more(text, name) {
        let (name, text) = (name.to_owned(), text.to_owned());
        return Err(("name", EntityFault::NamePartElsewhere { name, text }));
    }
    let kind = kind(table)?.ok_or(("type", EntityFault::MissingKey { key: "type" }))?;
    let name = name.to_owned();
    Ok(Verdict::Part { name, kind })
}

fn start(table: &Table) -> Result<Option<u32>, Fault> {
    let Some(item) = table.get("start") else {
        return Ok(None);
    };
    let start = item
        .as_integer()
        .and_then(|start| u32::try_from(start).ok());
    let wrong = || wrong("start", Word("value-natural"));
    start.map(Some).ok_or_else(wrong)
}

fn wrong(key: &'static str, expected: Word) -> Fault {
    (key, EntityFault::WrongType { key, expected })
}

fn kind(table: &Table) -> Result<Option<EntityType>, Fault> {
    let Some(value) = string(table, "type")? else {
        return Ok(None);
    };
    match EntityType::from_tag(&value) {
        None => Err(("type", EntityFault::UnknownType { value })),
        kind => Ok(kind),
    }
}

fn plain<'t>(table: &'t Table, key: &'static str) -> Result<Option<&'t str>, Fault> {
    let Some(item) = table.get(key) else {
        return Ok(None);
    };
    item.as_str()
        .map(Some)
        .ok_or_else(|| wrong(key, Word("value-string")))
}

/// A string that may be empty, which is to say nothing.
fn optional(table: &Table, key: &'static str) -> Result<Option<String>, Fault> {
    let value = plain(table, key)?.map(str::trim);
    Ok(value.filter(|v| !v.is_empty()).map(str::to_owned))
}

fn string(table: &Table, key: &'static str) -> Result<Option<String>, Fault> {
    match plain(table, key)?.map(str::trim) {
        Some("") => Err((key, EntityFault::MissingKey { key })),
        value => Ok(value.map(str::to_owned)),
    }
}

fn required(table: &Table, key: &'static str) -> Result<String, Fault> {
    string(table, key)?.ok_or((key, EntityFault::MissingKey { key }))
}

/// A list of strings, each once, trimmed.
fn strings(table: &Table, key: &'static str) -> Result<Vec<String>, Fault> {
    let Some(item) = table.get(key) else {
        return Ok(Vec::new());
    };
    let wrong = || wrong(key, Word("value-strings"));
    let mut strings: Vec<String> = Vec::new();
    let mut known = rustc_hash::FxHashSet::default();
    for value in item.as_array().ok_or_else(wrong)? {
        let value = value.as_str().ok_or_else(wrong)?.trim();
        if known.insert(value) {
            strings.push(value.to_owned());
        }
    }
    Ok(strings)
}

fn names(table: &Table, key: &'static str) -> Result<Vec<String>, Fault> {
    let names = strings(table, key)?;
    if names.iter().all(|name| has_letter(name)) {
        Ok(names)
    } else {
        Err((key, EntityFault::EmptyName))
    }
}

fn unknown(table: &Table, known: &[&str], source: &str) -> Unknown {
    let others = table.iter().filter(|(key, _)| !known.contains(key));
    let others = others.map(|(key, item)| (key.to_owned(), inline(item, source)));
    others.collect()
}

/// `item`, of `source`, as a value on the right of an equals sign.
fn inline(item: &Item, source: &str) -> String {
    match item {
        Item::None => String::new(),
        Item::Value(value) => of_value(value, source),
        Item::Table(table) => of_table(table, source),
        Item::ArrayOfTables(tables) => {
            let tables: Vec<_> = tables.iter().map(|t| of_table(t, source)).collect();
            format!("[{}]", tables.join(", "))
        }
    }
}

fn of_value(value: &Value, source: &str) -> String {
    let written = value.span().and_then(|span| source.get(span));
    written.unwrap_or_default().to_owned()
}

fn of_table(table: &Table, source: &str) -> String {
    let pairs = table.iter().map(|(key, item)| {
        let key = TomlKey::new(key);
        format!("{} = {}", key.display_repr(), inline(item, source))
    });
    format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
}
