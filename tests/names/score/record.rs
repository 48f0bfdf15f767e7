//! Annotated mentions as `mentions.jsonl` holds them.

use serde::Deserialize;

/// One annotated mention. Offsets count Unicode scalar values.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Gold {
    /// Path of the article in its corpus.
    pub(crate) file: String,
    /// First scalar value inside.
    pub(crate) start: usize,
    /// First scalar value after.
    pub(crate) end: usize,
    /// The words of the text.
    #[serde(default)]
    pub(crate) text: String,
    /// The tag of the type: PER GPE LOC ORG NORP DATE TIME `NUM_CASUALTY`.
    pub(crate) r#type: String,
    /// The canonical id of the entity; of a DATE its iso value.
    #[serde(default)]
    pub(crate) entity: String,
    /// Whether it counts neither as hit nor as miss.
    #[serde(default)]
    pub(crate) opt: bool,
    /// Other readings accepted as right.
    #[serde(default)]
    pub(crate) alt: Vec<Alternative>,
    /// The number of a casualty count.
    #[serde(default)]
    pub(crate) value: Option<u64>,
}

/// Another reading of a mention.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Alternative {
    /// First scalar value inside.
    pub(crate) start: usize,
    /// First scalar value after.
    pub(crate) end: usize,
    /// Its type; that of the mention where it is left out.
    #[serde(default)]
    pub(crate) r#type: Option<String>,
}

/// Reads `text`, one JSON object a line; returns the lines, counted from 1,
/// that cannot be used, too.
pub(crate) fn parse_gold(text: &str) -> (Vec<Gold>, Vec<usize>) {
    let mut gold = Vec::new();
    let mut bad_lines = Vec::new();
    let lines = (1..).zip(text.lines());
    for (number, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str(line) {
            Ok(record) => gold.push(record),
            Err(_) => bad_lines.push(number),
        }
    }
    (gold, bad_lines)
}
