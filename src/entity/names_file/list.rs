//! Changing the items of a list in place.

use std::ops::Range;

use toml_edit::Array;

use super::render::string;
use super::splice::{Splice, line_end, line_start};

/// An item as it stands in a text.
struct Item<'t> {
    at: Range<usize>,
    /// Its place in the list as it shall be; `None` if it goes.
    becomes: Option<usize>,
    raw: &'t str,
}

/// The splices that make `array`, a list of strings in `text`, say `after`.
/// Items that stay keep their comments and their lines.
pub(super) fn edit(text: &str, array: &Array, after: &[String], eol: &str) -> Vec<Splice> {
    let whole = array.span().unwrap_or_default();
    let items = items(text, array, after);
    let inner = text.get(whole.start + 1..whole.end.saturating_sub(1));
    let inner = inner.unwrap_or_default();
    let kept: Vec<usize> = items.iter().filter_map(|item| item.becomes).collect();
    let over_lines = inner.contains('\n');
    if over_lines && kept.is_sorted() && !items.is_empty() {
        return over_several_lines(text, &whole, &items, after, eol);
    }
    let raw = |at: usize| items.iter().find(|item| item.becomes == Some(at));
    let written = (0..).zip(after).map(|(at, item)| match raw(at) {
        Some(item) => item.raw.to_owned(),
        None => string(item, eol),
    });
    let written = written.collect::<Vec<_>>().join(", ");
    let pad = |part: Option<&str>| part.unwrap_or_default().to_owned();
    let (before, behind) = match (items.first(), items.last()) {
        // A list on one line keeps the space inside its brackets.
        (Some(first), Some(_)) if !over_lines => {
            let before = pad(text.get(whole.start + 1..first.at.start));
            let behind = inner.len() - inner.trim_end().len();
            let behind = pad(inner.get(inner.len() - behind..));
            (before, behind)
        }
        _ => (String::new(), comments_of(inner, eol)),
    };
    let with = format!("[{before}{written}{behind}]");
    vec![Splice { at: whole, with }]
}

/// The comments of an empty list, or of one that is written anew.
fn comments_of(inner: &str, eol: &str) -> String {
    let lines = inner.lines().map(str::trim);
    let comments: Vec<&str> = lines.filter(|line| line.starts_with('#')).collect();
    if comments.is_empty() {
        return String::new();
    }
    let lines = comments.iter().map(|comment| format!("{eol}  {comment}"));
    format!(",{}{eol}", lines.collect::<String>())
}

fn items<'t>(text: &'t str, array: &Array, after: &[String]) -> Vec<Item<'t>> {
    let mut items: Vec<Item<'t>> = Vec::new();
    for value in array {
        let at = value.span().unwrap_or_default();
        let name = value.as_str().unwrap_or_default().trim();
        let becomes = after.iter().position(|item| item == name);
        let is_first = items.iter().all(|item| item.becomes != becomes);
        items.push(Item {
            becomes: becomes.filter(|_| is_first),
            raw: text.get(at.clone()).unwrap_or_default(),
            at,
        });
    }
    items
}

fn over_several_lines(
    text: &str,
    whole: &Range<usize>,
    items: &[Item<'_>],
    after: &[String],
    eol: &str,
) -> Vec<Splice> {
    let mut splices = Vec::new();
    let close = whole.end.saturating_sub(1);
    // What comes before each item that stays, and what comes last.
    let mut done = 0;
    for item in items {
        if let Some(becomes) = item.becomes {
            let new = after.get(done..becomes).unwrap_or_default();
            let mut with = String::new();
            for name in new {
                with.push_str(&string(name, eol));
                with.push_str(", ");
            }
            if !with.is_empty() {
                splices.push(Splice::insert(item.at.start, with));
            }
            done = becomes + 1;
        }
    }
    let new = after.get(done..).unwrap_or_default();
    let mut new: Vec<String> = new.iter().map(|name| string(name, eol)).collect();
    for (index, item) in items.iter().enumerate() {
        let is_last = index + 1 == items.len();
        let next = items.get(index + 1).map_or(close, |next| next.at.start);
        let gap = text.get(item.at.end..next).unwrap_or_default();
        let comma = comma(gap).map(|at| item.at.end + at);
        if item.becomes.is_none() {
            if is_last && !new.is_empty() {
                let with = std::mem::take(&mut new).join(", ");
                splices.push(Splice {
                    at: item.at.clone(),
                    with,
                });
            } else {
                let end = comma.map_or(item.at.end, |comma| comma + 1);
                splices.push(Splice::remove(with_blank(text, item.at.start..end)));
            }
        } else if is_last && !new.is_empty() && comma.is_none() {
            splices.push(Splice::insert(item.at.end, ",".to_owned()));
        }
    }
    if let (Some(last), false) = (items.last(), new.is_empty()) {
        let behind = text.get(last.at.end..close).unwrap_or_default();
        let at = last.at.end + behind.trim_end().len();
        let line = line_start(text, last.at.start);
        let indent = text.get(line..last.at.start).unwrap_or_default();
        let indent: String = indent.chars().take_while(|c| c.is_whitespace()).collect();
        let indent = if line <= whole.start { "  " } else { &indent };
        let lines = new.iter().map(|item| format!("{eol}{indent}{item},"));
        let mut with: String = lines.collect();
        if !text.get(at..close).unwrap_or_default().contains('\n') {
            with.push_str(eol);
        }
        splices.push(Splice::insert(at, with));
    }
    splices
}

/// The byte of the comma in `gap`, what stands between two items.
fn comma(gap: &str) -> Option<usize> {
    let mut in_comment = false;
    gap.bytes().position(|byte| {
        match byte {
            b'#' => in_comment = true,
            b'\n' => in_comment = false,
            _ => {}
        }
        byte == b',' && !in_comment
    })
}

/// `range` with the space after it; with its whole line if nothing else is on it.
fn with_blank(text: &str, range: Range<usize>) -> Range<usize> {
    let (start, end) = (line_start(text, range.start), line_end(text, range.end));
    let before = text.get(start..range.start).unwrap_or_default();
    let behind = text.get(range.end..end).unwrap_or_default();
    if before.trim().is_empty() && behind.trim().is_empty() {
        return start..end;
    }
    let space = behind.len() - behind.trim_start_matches([' ', '\t']).len();
    range.start..range.end + space
}
