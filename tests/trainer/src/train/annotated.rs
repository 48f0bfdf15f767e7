//! Annotated articles as examples.

use std::collections::BTreeMap;

use super::example::{Example, Labels, Name};
use crate::record::{Alternative, Gold};
use warraq::base::ByteSpan;
use warraq::entity::EntityType;
use warraq::entity::tagger::TagClass;

/// The articles that `gold` annotates, whose texts `text_of` gives; a token of
/// them counts `weight`. An error names the file that has no text.
pub(super) fn read(
    gold: &[Gold],
    text_of: impl Fn(&str) -> Option<String>,
    weight: f32,
) -> Result<Vec<Example>, &str> {
    let mut by_file: BTreeMap<&str, Vec<&Gold>> = BTreeMap::new();
    for mention in gold {
        by_file.entry(&mention.file).or_default().push(mention);
    }
    by_file
        .into_iter()
        .map(|(file, rows)| Ok(example(&text_of(file).ok_or(file)?, &rows, weight)))
        .collect()
}

fn example(text: &str, rows: &[&Gold], weight: f32) -> Example {
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
        let Some(own) = name(row.start, row.end, &row.r#type) else {
            continue;
        };
        if row.opt {
            open.push(own.span);
        } else {
            names.push(own);
            let readings = row.alt.iter();
            let kind = |r: &Alternative| r.r#type.clone().unwrap_or_else(|| row.r#type.clone());
            alternatives.extend(readings.filter_map(|r| name(r.start, r.end, &kind(r))));
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
