//! Replacing parts of a text and nothing else.

use std::ops::Range;

/// A part of a text, in bytes, and what takes its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Splice {
    pub(super) at: Range<usize>,
    pub(super) with: String,
}

impl Splice {
    pub(super) const fn insert(at: usize, with: String) -> Self {
        Self { at: at..at, with }
    }

    pub(super) const fn remove(at: Range<usize>) -> Self {
        Self {
            at,
            with: String::new(),
        }
    }
}

/// `text` with all splices made; they do not overlap. Those that insert at one
/// place do so in the order given.
pub(super) fn splice(text: &str, mut splices: Vec<Splice>) -> String {
    splices.sort_by_key(|splice| (splice.at.start, splice.at.end));
    let mut result = String::with_capacity(text.len());
    let mut done = 0;
    for Splice { at, with } in splices {
        result.push_str(text.get(done..at.start).unwrap_or_default());
        result.push_str(&with);
        done = done.max(at.end);
    }
    result.push_str(text.get(done..).unwrap_or_default());
    result
}

/// The byte where the line of byte `at` begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    memchr::memrchr(b'\n', before).map_or(0, |line_end| line_end + 1)
}

/// The byte after the line break of the line of byte `at`; the end of the text
/// if there is none.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let after = text.as_bytes().get(at..).unwrap_or_default();
    memchr::memchr(b'\n', after).map_or(text.len(), |line_end| at + line_end + 1)
}

/// The line break that the text uses: that of its first line.
pub(super) fn line_break(text: &str) -> &'static str {
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    if first.ends_with("\r\n") {
        "\r\n"
    } else {
        "\n"
    }
}

/// Where a comment begins in `gap`, a part of TOML without values.
pub(super) fn comments(gap: &str) -> impl Iterator<Item = &str> {
    let parts = gap.lines().filter_map(|line| line.split_once('#'));
    parts.map(|(_, comment)| comment)
}
