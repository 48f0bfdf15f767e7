//! Annotated articles: texts and their `mentions.jsonl`.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::example::{Example, Labels, Name};
use crate::base::ByteSpan;
use crate::entity::EntityType;
use crate::entity::tagger::label::TagClass;

/// One line of `mentions.jsonl`; offsets in Unicode scalar values.
#[derive(Debug, Deserialize)]
struct Row {
    file: String,
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    opt: bool,
    #[serde(default)]
    alt: Vec<Reading>,
}

#[derive(Debug, Deserialize)]
struct Reading {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
}

/// Reads the articles of `folder` that `mentions.jsonl` names; of texts, those
/// in `texts`. A token of them counts `weight`.
///
/// # Errors
/// If a file cannot be read, or a line is no mention of its text.
pub(super) fn read(mentions: &Path, texts: &Path, weight: f32) -> std::io::Result<Vec<Example>> {
    let mut rows: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for line in std::fs::read_to_string(mentions)?.lines() {
        let row: Row = serde_json::from_str(line)?;
        rows.entry(row.file.clone()).or_default().push(row);
    }
    let mut examples = Vec::new();
    for (file, rows) in rows {
        let text = std::fs::read_to_string(texts.join(file))?;
        examples.push(example(text, &rows, weight));
    }
    Ok(examples)
}

fn example(text: String, rows: &[Row], weight: f32) -> Example {
    let text = text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n");
    let mut offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    offsets.push(text.len());
    let name = |start: usize, end: usize, kind: &str| {
        let byte = |at: usize| u32::try_from(*offsets.get(at)?).ok();
        Some(Name {
            span: ByteSpan::new(byte(start)?, byte(end)?),
            class: TagClass::from(EntityType::from_tag(kind)?),
        })
    };
    let mut names = Vec::new();
    let mut open = Vec::new();
    let mut alternatives = Vec::new();
    for row in rows {
        let Some(own) = name(row.start, row.end, &row.kind) else {
            continue;
        };
        if row.opt {
            open.push(own.span);
        } else {
            names.push(own);
            let readings = row.alt.iter();
            alternatives.extend(readings.filter_map(|r| name(r.start, r.end, &r.kind)));
        }
    }
    Example {
        text,
        names,
        alternatives,
        open,
        elsewhere: Labels::O,
        is_own: true,
        weight,
    }
}
