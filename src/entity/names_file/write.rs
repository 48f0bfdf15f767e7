//! Carrying a patch into the text of `entities.toml`.
//!
//! The text is not written anew: only the bytes of what changes are replaced,
//! so that everything else survives, line ends and byte order mark included.

use std::ops::Range;

use rustc_hash::FxHashMap;
use toml_edit::{Document, Item, Table};

use super::entry::{Entry, Key, Keyed};
use super::fault::WriteFault;
use super::file::{NamesFile, Placed};
use super::list;
use super::patch::{Change, Patch};
use super::render::{KeyValue, block, fields};
use super::spans::{end_of, item_spans, pieces};
use super::splice::{Splice, comments, line_break, line_end, line_start, splice};
use super::toml_entry;
use crate::base::fits;

/// `source` with the changes of `patch`.
///
/// Keys of an entry that the program does not know stay as they are; comments
/// of an entry that is taken out stay where it was.
///
/// # Errors
/// [`WriteFault::NotToml`] when the text as a whole is none, and
/// [`WriteFault::Conflict`] when it does not say what the patch expects.
pub fn write(source: &str, patch: &Patch) -> Result<String, WriteFault> {
    let (mark, body) = match source.strip_prefix('\u{FEFF}') {
        Some(body) => ("\u{FEFF}", body),
        None => ("", source),
    };
    let names = NamesFile::parse("", body);
    let after = patch.apply(&names).map_err(WriteFault::Conflict)?;
    let document = Document::parse(body).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        not_toml(body, at)
    })?;
    let text = Text {
        body,
        eol: line_break(body),
        entities: tables(&document, body, "entity", |table| {
            toml_entry::entity(table, body).ok().map(|e| e.key())
        })?,
        readings: tables(&document, body, "reading", |table| {
            toml_entry::reading(table, body).ok().map(|r| r.key())
        })?,
    };
    let mut splices = Vec::new();
    for change in patch.changes() {
        text.change(change, &mut splices);
    }
    let entity = |e| Entry::Entity(e);
    text.insert(&text.entities, &after.entities, entity, &mut splices);
    let reading = |r| Entry::Reading(r);
    text.insert(&text.readings, &after.readings, reading, &mut splices);
    Ok(format!("{mark}{}", splice(body, splices)))
}

fn not_toml(body: &str, at: usize) -> WriteFault {
    let before = body.as_bytes().get(..at).unwrap_or_default();
    let line = memchr::memchr_iter(b'\n', before).count() + 1;
    let line = fits(line);
    WriteFault::NotToml { line }
}

/// The tables of one kind, in the order of the file.
struct Tables<'d> {
    /// The good ones, by key; of two with one key the first.
    by_key: FxHashMap<Key, &'d Table>,
    /// The end of the last one, good or bad.
    end: Option<usize>,
}

fn tables<'d>(
    document: &'d Document<&str>,
    body: &str,
    name: &str,
    key: impl Fn(&Table) -> Option<Key>,
) -> Result<Tables<'d>, WriteFault> {
    let mut by_key = FxHashMap::default();
    let mut end = None;
    if let Some(item) = document.get(name) {
        let at = item.span().map_or(0, |span| span.start);
        let list = item.as_array_of_tables().ok_or(not_toml(body, at))?;
        for table in list {
            end = Some(end_of(table));
            if let Some(key) = key(table) {
                by_key.entry(key).or_insert(table);
            }
        }
    }
    Ok(Tables { by_key, end })
}

struct Text<'d> {
    body: &'d str,
    eol: &'static str,
    entities: Tables<'d>,
    readings: Tables<'d>,
}

impl Text<'_> {
    fn get(&self, range: Range<usize>) -> &str {
        self.body.get(range).unwrap_or_default()
    }

    fn change(&self, change: &Change, splices: &mut Vec<Splice>) {
        let tables = match change.key {
            Key::Entity(_) => &self.entities,
            Key::Reading { .. } => &self.readings,
        };
        let (Some(table), Some(before)) = (tables.by_key.get(&change.key), &change.before) else {
            return;
        };
        match &change.after {
            Some(after) => self.rewrite(table, before, after, splices),
            None => splices.extend(pieces(table).into_iter().map(|piece| self.removal(piece))),
        }
    }

    /// Changes the keys that say something else after.
    fn rewrite(&self, table: &Table, before: &Entry, after: &Entry, splices: &mut Vec<Splice>) {
        let mut place = table.span().map_or(0, |span| span.end);
        for ((key, before), (_, after)) in fields(before).into_iter().zip(fields(after)) {
            let value = table.get(key).and_then(Item::as_value);
            if let Some(span) = value.and_then(toml_edit::Value::span) {
                place = span.end;
            }
            if before == after {
                continue;
            }
            let span = value.and_then(toml_edit::Value::span);
            let array = value.and_then(toml_edit::Value::as_array);
            match (span, array, &after) {
                (None, _, after) => {
                    let line = format!("{key} = {}{}", after.render(self.eol), self.eol);
                    splices.push(self.new_line(place, line));
                }
                (Some(_), Some(array), KeyValue::List(items)) => {
                    splices.extend(list::edit(self.body, array, items, self.eol));
                }
                // Without spellings an entry says so; comments stay.
                (Some(span), Some(array), KeyValue::Absent)
                    if key == "names" || self.get(span.clone()).contains('#') =>
                {
                    splices.extend(list::edit(self.body, array, &[], self.eol));
                }
                (Some(span), _, KeyValue::Absent) => {
                    let start = table.key(key).and_then(toml_edit::Key::span);
                    let start = start.map_or(span.start, |key| key.start);
                    splices.push(self.without_key(start..span.end));
                }
                (Some(at), _, after) => splices.push(Splice {
                    at,
                    with: after.render(self.eol),
                }),
            }
        }
    }

    /// Inserts `line` after the line of byte `at`.
    fn new_line(&self, at: usize, line: String) -> Splice {
        let end = line_end(self.body, at);
        if self.get(at..end).ends_with('\n') {
            Splice::insert(end, line)
        } else {
            Splice::insert(end, format!("{}{}", self.eol, line.trim_end()))
        }
    }

    /// Takes a key and its value out, and the line unless a comment is on it.
    fn without_key(&self, at: Range<usize>) -> Splice {
        let (start, end) = (line_start(self.body, at.start), line_end(self.body, at.end));
        let rest = self.get(at.end..end);
        if rest.trim().is_empty() {
            Splice::remove(start..end)
        } else {
            let space = rest.len() - rest.trim_start().len();
            Splice::remove(at.start..at.end + space)
        }
    }

    /// Takes out one piece of an entry: its lines, and the empty line before it
    /// if another or the end follows. Comments stay.
    fn removal(&self, piece: Range<usize>) -> Splice {
        let mut start = line_start(self.body, piece.start);
        let end = line_end(self.body, piece.end);
        let comments = self.comments(start..end);
        if comments.is_empty() {
            let behind = self.get(end..line_end(self.body, end));
            let line_before = line_start(self.body, start.saturating_sub(1));
            if behind.trim().is_empty() && self.get(line_before..start).trim().is_empty() {
                start = line_before;
            }
        }
        Splice {
            at: start..end,
            with: comments,
        }
    }

    /// The comments of some lines, each on a line of its own.
    fn comments(&self, lines: Range<usize>) -> String {
        let mut result = String::new();
        let body = self.get(lines);
        // A header or a pair of key and value at a time, so that a # inside a
        // string is not taken for a comment.
        let Ok(document) = Document::parse(body) else {
            return result;
        };
        let mut values = Vec::new();
        for (_, item) in document.iter() {
            item_spans(item, &mut values);
        }
        values.sort_by_key(|span| span.start);
        let mut at = 0;
        for span in values
            .into_iter()
            .chain(std::iter::once(body.len()..body.len()))
        {
            let gap = body.get(at..span.start).unwrap_or_default();
            for comment in comments(gap) {
                result.push('#');
                result.push_str(comment.trim_end());
                result.push_str(self.eol);
            }
            at = span.end.max(at);
        }
        result
    }

    /// Inserts the entries of `after` that the text does not have.
    fn insert<T: Keyed + Clone>(
        &self,
        tables: &Tables<'_>,
        after: &[Placed<T>],
        entry: impl Fn(T) -> Entry,
        splices: &mut Vec<Splice>,
    ) {
        let table = |placed: &Placed<T>| tables.by_key.get(&placed.value.key());
        let last_old = after.iter().rposition(|placed| table(placed).is_some());
        let mut place = None;
        for (at, placed) in after.iter().enumerate() {
            if let Some(table) = table(placed) {
                place = Some(end_of(table));
                continue;
            }
            let block = block(&entry(placed.value.clone()), self.eol);
            let is_behind = last_old.is_none_or(|last| last < at);
            let place = if is_behind { tables.end } else { place };
            splices.push(match place {
                Some(place) => self.block_after(place, &block, splices.last()),
                None if is_behind => self.block_after(self.body.len(), &block, splices.last()),
                None => {
                    let first = after.iter().find_map(table).and_then(|t| t.span());
                    let first = line_start(self.body, first.map_or(0, |span| span.start));
                    Splice::insert(first, format!("{block}{}", self.eol))
                }
            });
        }
    }

    /// Inserts an entry, after an empty line, below the line of byte `at`.
    fn block_after(&self, at: usize, block: &str, last: Option<&Splice>) -> Splice {
        let at = line_end(self.body, at);
        let before = self.get(0..at);
        let eol = self.eol;
        let is_next = last.is_some_and(|last| last.at == (at..at));
        let space = if before.is_empty() && !is_next {
            String::new()
        } else if before.ends_with('\n') || is_next {
            eol.to_owned()
        } else {
            format!("{eol}{eol}")
        };
        Splice::insert(at, format!("{space}{block}"))
    }
}
