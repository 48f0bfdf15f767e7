//! The index as bullet lists: `- [title](file.txt), source, 2020-10-14`.

use super::rows::{FacetInterner, IndexRow, InlineCell, date_of, is_blank, period_of};
use crate::corpus::{PartialDate, ProblemKind};

/// The header under which further parts of an item are kept.
const NOTE: &str = "note";

/// The row that an item of a list makes; `None` if it names no text file.
pub(super) fn list_row(
    cell: &InlineCell<'_>,
    line: u32,
    heading: Option<&str>,
    interner: &mut FacetInterner,
    problems: &mut Vec<(u32, ProblemKind)>,
) -> Option<IndexRow> {
    let (path, title, rest) = file_of(cell)?;
    let mut row = IndexRow {
        line,
        paths: vec![path.into()],
        title: title.filter(|title| !is_blank(title)).map(Into::into),
        date: None,
        period: None,
        source: None,
        url: None,
        extra: Vec::new(),
    };
    for part in parts(&rest) {
        if row.date.is_none() && looks_like_date(&part) {
            row.date = date_of(&part, line, problems);
        } else if row.url.is_none() && part.contains("://") {
            row.url = Some(part.into());
        } else if row.source.is_none() {
            row.source = Some(interner.facet(&part));
        } else {
            row.extra.push((interner.facet(NOTE), part.into()));
        }
    }
    row.period = period_of(None, row.date, heading, interner);
    Some(row)
}

/// The file of an item, its title if it has one, and the rest of the item.
fn file_of(cell: &InlineCell<'_>) -> Option<(String, Option<String>, String)> {
    if let Some(target) = &cell.link {
        let (title, rest) = cell.around_link();
        let title = Some(title).filter(|title| !is_text_file(title));
        return is_text_file(target).then(|| (target.clone(), title, rest.to_owned()));
    }
    if let (Some(code), Some(rest)) = (&cell.code, cell.after_code()) {
        return is_text_file(code).then(|| (code.clone(), None, rest.to_owned()));
    }
    let text = cell.text();
    let end = [text.find(SEPARATORS), text.find(" — "), text.find(" – ")];
    let end = end.into_iter().flatten().min().unwrap_or(text.len());
    let (path, rest) = text.split_at(end);
    is_text_file(path).then(|| (path.trim().to_owned(), None, rest.to_owned()))
}

const SEPARATORS: [char; 5] = [',', '،', ';', '؛', '|'];

fn is_text_file(path: &str) -> bool {
    let tail = path.trim().as_bytes().last_chunk::<4>();
    tail.is_some_and(|tail| tail.eq_ignore_ascii_case(b".txt")) && !path.contains("://")
}

/// The parts of an item after its file, without signs around them; a dash with
/// spaces around it parts them too. An English date keeps its comma.
fn parts(rest: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let rest = rest
        .replace(" — ", ", ")
        .replace(" – ", ", ")
        .replace(" - ", ", ");
    for part in rest.split(SEPARATORS) {
        let part = part.trim().trim_start_matches([':', '-', '–', '—', '(']);
        let part = part.trim_end_matches(['.', '-', '–', '—']).trim();
        let part = match part.strip_suffix(')') {
            Some(inside) if !part.contains('(') => inside.trim(),
            _ => part,
        };
        if part.is_empty() {
            continue;
        }
        if let Some(last) = parts.last_mut() {
            let joined = format!("{last}, {part}");
            if PartialDate::parse(last).is_none() && PartialDate::parse(&joined).is_some() {
                *last = joined;
                continue;
            }
        }
        parts.push(part.to_owned());
    }
    parts
}

/// Whether a part of an item stands where only a date makes sense: it is one,
/// or it is digits and signs alone.
fn looks_like_date(part: &str) -> bool {
    PartialDate::parse(part).is_some()
        || part.contains(char::is_numeric) && !part.contains(char::is_alphabetic)
}
