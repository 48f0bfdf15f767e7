//! Aligned columns for people.

use super::super::normal::normal;
use super::super::{Hit, Indexed};
use super::{Columns, Head, Layout, LineRecord};
use crate::arabic::{is_format_control, is_mark};
use std::io;

const RIGHT_TO_LEFT_MARK: char = '\u{200F}';
const LEFT_TO_RIGHT_ISOLATE: char = '\u{2066}';
const RIGHT_TO_LEFT_ISOLATE: char = '\u{2067}';
const POP_ISOLATE: char = '\u{2069}';

/// No column of files or nodes is made wider than so many letters; that before
/// the node has twice the room.
const WIDEST: usize = 40;
/// Room for a colon and an offset.
const OFFSET: usize = 7;
/// Room for a period and a date.
const PERIOD_AND_DATE: usize = 16;

/// Columns in a right-to-left paragraph: place, before, node, after. The node
/// column is aligned where every letter has the same width, joined or not, as
/// in a terminal that orders bidirectional text.
pub(super) struct AlignedText {
    columns: Columns,
    /// Widths in letters.
    place: usize,
    before: usize,
    node: usize,
}

impl AlignedText {
    /// The layout for the lines of `hits`, with at most `before` characters
    /// before a node.
    pub(super) fn new(
        of: Indexed<'_>,
        hits: impl Iterator<Item = Hit>,
        before: u32,
        columns: Columns,
    ) -> Self {
        let (mut place, mut node) = (0, 0);
        for hit in hits {
            if let Some(article) = of.article(hit) {
                let text = of.node(hit).slice(&article.text);
                node = node.max(width(&clean(text)));
                place = place.max(width(&article.file));
            }
        }
        let beside = match columns {
            Columns::Short => OFFSET,
            Columns::All => OFFSET + PERIOD_AND_DATE,
        };
        Self {
            columns,
            place: place.min(WIDEST) + beside,
            before: (before as usize).min(2 * WIDEST),
            node: node.min(WIDEST),
        }
    }

    fn place(&self, record: &LineRecord<'_>) -> String {
        let line = &record.line;
        let mut place = format!("{}:{}", line.article.file, record.start);
        if self.columns == Columns::All {
            let period = record.period().unwrap_or_default();
            place = format!("{period} {} {place}", record.date());
        }
        clean(&place)
    }
}

impl Layout for AlignedText {
    fn start(&self, head: Option<&Head>, out: &mut Vec<u8>) -> io::Result<()> {
        for (key, value) in head.map(Head::entries).unwrap_or_default() {
            out.extend_from_slice(format!("# {key}: {}\n", clean(&value)).as_bytes());
        }
        Ok(())
    }

    fn lines(&self, records: &[LineRecord<'_>], out: &mut Vec<u8>) -> io::Result<()> {
        let mut text = String::new();
        for record in records {
            let line = &record.line;
            text.push(RIGHT_TO_LEFT_MARK);
            let place = self.place(record);
            cell(&place, LEFT_TO_RIGHT_ISOLATE, &mut text);
            pad(&place, self.place, &mut text);
            let before = clean(&line.before.text);
            pad(&before, self.before, &mut text);
            cell(&before, RIGHT_TO_LEFT_ISOLATE, &mut text);
            text.push_str("  ");
            let node = clean(&line.node);
            cell(&node, RIGHT_TO_LEFT_ISOLATE, &mut text);
            pad(&node, self.node, &mut text);
            cell(&clean(&line.after.text), RIGHT_TO_LEFT_ISOLATE, &mut text);
            if !record.note().is_empty() {
                text.push_str("  # ");
                cell(&clean(record.note()), RIGHT_TO_LEFT_ISOLATE, &mut text);
            }
            text.push('\n');
        }
        out.extend_from_slice(text.as_bytes());
        Ok(())
    }

    fn end(&self, _out: &mut Vec<u8>) -> io::Result<()> {
        Ok(())
    }
}

/// `text` on one line, without what would move other cells or command a
/// terminal: embeddings, overrides and isolates are dropped, since an unpaired
/// one would break that of its cell; control characters become U+FFFD.
fn clean(text: &str) -> String {
    let is_frame = |c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let mut text = normal(text);
    text.retain(|c| !is_frame(c));
    if text.contains(char::is_control) {
        text = text.replace(char::is_control, "\u{FFFD}");
    }
    text
}

fn cell(text: &str, isolate: char, out: &mut String) {
    out.push(isolate);
    out.push_str(text);
    out.push(POP_ISOLATE);
}

/// Adds the spaces that `text` lacks for `wanted` letters, and two more.
fn pad(text: &str, wanted: usize, out: &mut String) {
    let n = wanted.saturating_sub(width(text)) + 2;
    out.extend(std::iter::repeat_n(' ', n));
}

/// The width of `text` in letters: marks and format controls take no room.
fn width(text: &str) -> usize {
    let is_seen = |c: &char| !is_mark(*c) && !is_format_control(*c);
    text.chars().filter(is_seen).count()
}
