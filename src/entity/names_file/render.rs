//! Entries as TOML.

use std::fmt::Write as _;

use toml_edit::{Key as TomlKey, Value};

use super::entry::{Ambiguous, EntityDef, Entry, Reading, Scope, Unknown, Verdict};

/// Columns after which a list is written over several lines, in characters.
const WIDTH: usize = 96;

/// What a key says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum KeyValue {
    Absent,
    Text(String),
    List(Vec<String>),
    Number(u32),
    Flag(bool),
}

impl KeyValue {
    fn of(text: Option<&String>) -> Self {
        text.map_or(Self::Absent, |text| Self::Text(text.clone()))
    }

    fn list(list: &[String]) -> Self {
        if list.is_empty() {
            Self::Absent
        } else {
            Self::List(list.to_vec())
        }
    }

    /// As it stands on the right of an equals sign.
    pub(super) fn render(&self, eol: &str) -> String {
        match self {
            Self::Absent => String::new(),
            Self::Text(text) => string(text, eol),
            Self::List(items) => list(items, eol),
            Self::Number(number) => number.to_string(),
            Self::Flag(flag) => flag.to_string(),
        }
    }
}

/// `text` as a string of TOML.
pub(super) fn string(text: &str, eol: &str) -> String {
    let written = Value::from(text).to_string();
    // A string over several lines would mix two kinds of line ends.
    if eol == "\n" || !written.contains('\n') {
        return written;
    }
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '\\' => escaped.extend(['\\', c]),
            c if c.is_control() => {
                // Writing to a string cannot fail.
                let _ = write!(escaped, "\\u{:04X}", u32::from(c));
            }
            c => escaped.push(c),
        }
    }
    format!("\"{escaped}\"")
}

fn list(items: &[String], eol: &str) -> String {
    let items: Vec<String> = items.iter().map(|item| string(item, eol)).collect();
    let line = format!("[{}]", items.join(", "));
    if line.chars().count() <= WIDTH {
        return line;
    }
    let lines = items.iter().map(|item| format!("  {item},{eol}"));
    format!("[{eol}{}]", lines.collect::<String>())
}

/// The keys of an entry, in their order, with what they say.
pub(super) fn fields(entry: &Entry) -> Vec<(&'static str, KeyValue)> {
    match entry {
        Entry::Entity(entry) => of_entity(entry),
        Entry::Reading(reading) => of_reading(reading),
    }
}

fn of_entity(entry: &EntityDef) -> Vec<(&'static str, KeyValue)> {
    let ambiguous = match &entry.ambiguous {
        Ambiguous::All => KeyValue::Flag(true),
        Ambiguous::Only(names) => KeyValue::list(names),
    };
    vec![
        ("id", KeyValue::Text(entry.id.clone())),
        ("type", KeyValue::Text(entry.kind.tag().to_owned())),
        ("ar", KeyValue::of(entry.ar.as_ref())),
        ("en", KeyValue::of(entry.en.as_ref())),
        ("names", KeyValue::list(&entry.names)),
        ("ambiguous", ambiguous),
        ("country", KeyValue::of(entry.country.as_ref())),
        ("note", KeyValue::of(entry.note.as_ref())),
        ("not", KeyValue::list(&entry.not)),
        ("same_as", KeyValue::of(entry.same_as.as_ref())),
        ("different", KeyValue::list(&entry.different)),
    ]
}

fn of_reading(reading: &Reading) -> Vec<(&'static str, KeyValue)> {
    let start = match reading.scope {
        Scope::Here { start, .. } => KeyValue::Number(start),
        Scope::Everywhere | Scope::Article { .. } => KeyValue::Absent,
    };
    let file = reading.scope.file().map(str::to_owned);
    let kind = match &reading.verdict {
        Verdict::NoName => None,
        Verdict::Names { kind, .. } => *kind,
        Verdict::OfType(kind) | Verdict::Part { kind, .. } => Some(*kind),
    };
    let kind = kind.map(|kind| kind.tag().to_owned());
    let entity = reading.verdict.entity().map(str::to_owned);
    let name = match &reading.verdict {
        Verdict::NoName => KeyValue::Flag(false),
        Verdict::Part { name, .. } => KeyValue::Text(name.clone()),
        Verdict::Names { .. } | Verdict::OfType(_) => KeyValue::Absent,
    };
    vec![
        ("text", KeyValue::Text(reading.text.clone())),
        ("file", KeyValue::of(file.as_ref())),
        ("start", start),
        ("entity", KeyValue::of(entity.as_ref())),
        ("type", KeyValue::of(kind.as_ref())),
        ("name", name),
    ]
}

/// A whole entry with its header and its last line break.
pub(super) fn block(entry: &Entry, eol: &str) -> String {
    let (header, unknown): (&str, &Unknown) = match entry {
        Entry::Entity(entry) => ("[[entity]]", &entry.unknown),
        Entry::Reading(reading) => ("[[reading]]", &reading.unknown),
    };
    let mut block = format!("{header}{eol}");
    for (key, field) in fields(entry) {
        if field != KeyValue::Absent {
            let _ = write!(block, "{key} = {}{eol}", field.render(eol));
        }
    }
    for (key, value) in unknown {
        let key = TomlKey::new(key.as_str());
        let _ = write!(block, "{} = {value}{eol}", key.display_repr());
    }
    block
}
