//! Reading `entities.toml`, whole or in parts.

use rustc_hash::FxHashMap;
use toml_edit::{Document, Item, Table};

use super::entry::{Key, Keyed};
use super::file::{NamesFile, Placed};
use super::toml_entry::{self, Fault};
use crate::base::{Word, fits};
use crate::corpus::EntityFault;

/// Cuts a file before every header of an entry. Yields the number of lines
/// before each part, and the part.
fn parts(text: &str) -> Vec<(u32, &str)> {
    let mut parts = Vec::new();
    let (mut start, mut start_line) = (0, 0);
    let (mut at, mut line) = (0, 0);
    for piece in text.split_inclusive('\n') {
        let head = piece.trim_start();
        let is_header = head.starts_with("[[entity]]") || head.starts_with("[[reading]]");
        if is_header && at > start {
            parts.extend(text.get(start..at).map(|part| (start_line, part)));
            (start, start_line) = (at, line);
        }
        at += piece.len();
        line += 1;
    }
    parts.extend(text.get(start..).map(|part| (start_line, part)));
    parts
}

/// Where the lines of a text begin.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(memchr::memchr_iter(b'\n', text.as_bytes()).collect())
    }

    /// The line, counted from 1, that holds byte `at`.
    fn at(&self, at: usize) -> u32 {
        let before = self.0.partition_point(|&line_end| line_end < at);
        fits(before + 1)
    }
}

pub(super) struct Reader {
    file: NamesFile,
    /// The lines of the keys read so far.
    keys: FxHashMap<Key, u32>,
}

impl Reader {
    /// What `text` says; problems name it as `name`.
    pub(super) fn read(name: &str, text: &str) -> NamesFile {
        let mut reader = Self::new(name, text);
        let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        if let Ok(document) = Document::parse(body) {
            reader.document(&document, body, 0);
        } else {
            reader.file.is_toml = false;
            for (lines_before, part) in parts(body) {
                reader.part(part, lines_before);
            }
        }
        reader.file
    }

    fn new(name: &str, text: &str) -> Self {
        let file = NamesFile {
            name: name.into(),
            source: text.into(),
            is_toml: true,
            entities: Vec::new(),
            readings: Vec::new(),
            faults: Vec::new(),
        };
        Self {
            file,
            keys: FxHashMap::default(),
        }
    }

    fn fault(&mut self, line: u32, fault: EntityFault) {
        let problem = self.file.problem(Some(line), fault);
        self.file.faults.push(problem);
    }

    /// Reads one part of a broken file.
    fn part(&mut self, part: &str, lines_before: u32) {
        match Document::parse(part) {
            Ok(document) => self.document(&document, part, lines_before),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                let message = error.message().to_owned();
                let line = lines_before + Lines::of(part).at(at);
                self.fault(line, EntityFault::Syntax { message });
            }
        }
    }

    fn document(&mut self, document: &Document<&str>, text: &str, lines_before: u32) {
        let lines = Lines::of(text);
        let mut each =
            |key, expected, read: &mut dyn FnMut(&mut Self, &Table, u32) -> Option<Fault>| {
                let line = |item: Option<std::ops::Range<usize>>| {
                    lines_before + lines.at(item.map_or(0, |span| span.start))
                };
                let Some(item) = document.get(key) else {
                    return;
                };
                let Some(tables) = item.as_array_of_tables() else {
                    let fault = EntityFault::WrongType { key, expected };
                    return self.fault(line(item.span()), fault);
                };
                for table in tables {
                    if let Some((key, fault)) = read(self, table, line(table.span())) {
                        let at = table.get(key).and_then(Item::span);
                        self.fault(line(at.or_else(|| table.span())), fault);
                    }
                }
            };
        let tables = Word("value-entities");
        each("entity", tables, &mut |reader, table, line| {
            let entry = match toml_entry::entity(table, text) {
                Ok(entry) => entry,
                Err(fault) => return Some(fault),
            };
            match reader.claim(entry.key(), line) {
                None => reader.file.entities.push(placed(line, entry)),
                Some(first_line) => {
                    let id = entry.id;
                    reader.fault(line, EntityFault::IdTaken { id, first_line });
                }
            }
            None
        });
        let tables = Word("value-readings");
        each("reading", tables, &mut |reader, table, line| {
            let reading = match toml_entry::reading(table, text) {
                Ok(reading) => reading,
                Err(fault) => return Some(fault),
            };
            match reader.claim(reading.key(), line) {
                None => reader.file.readings.push(placed(line, reading)),
                Some(first_line) => {
                    let text = reading.text;
                    reader.fault(line, EntityFault::ReadingTaken { text, first_line });
                }
            }
            None
        });
    }

    /// Takes `key` for the entry in `line`, or says the line that has it.
    fn claim(&mut self, key: Key, line: u32) -> Option<u32> {
        let first = *self.keys.entry(key).or_insert(line);
        (first != line).then_some(first)
    }
}

const fn placed<T>(line: u32, value: T) -> Placed<T> {
    Placed {
        line: Some(line),
        value,
    }
}
