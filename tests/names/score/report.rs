//! A score as text: a table by type, and the faults with a little context.

use std::fmt::Write as _;

use super::matching::{Counts, Fault, Score};

/// Scalar values of context on each side.
const CONTEXT: usize = 30;

impl Score {
    /// A table of precision, recall and F1 by type, in hundredths.
    pub(crate) fn table(&self) -> String {
        let mut out = String::from("type          P      R     F1   hits false missed\n");
        let rows = self
            .by_type
            .iter()
            .map(|(tag, counts)| (tag.as_str(), *counts));
        for (tag, counts) in rows.chain([("PER+PLACE+ORG", self.headline)]) {
            row(&mut out, tag, counts);
        }
        out
    }

    /// One line for each fault; `text_of` gives the text of a file.
    pub(crate) fn fault_lines<'t>(&self, text_of: impl Fn(&str) -> &'t str) -> String {
        let mut out = String::new();
        for (file, fault) in &self.faults {
            let chars: Vec<char> = text_of(file).chars().collect();
            let words = |start: usize, end: usize| -> String {
                let end = end.min(chars.len());
                let part = chars.get(start.min(end)..end).unwrap_or_default();
                part.iter()
                    .map(|&c| if c == '\n' { '⏎' } else { c })
                    .collect()
            };
            let around = |start: usize, end: usize| {
                let before = words(start.saturating_sub(CONTEXT), start);
                format!(
                    "{before}[{}]{}",
                    words(start, end),
                    words(end, end + CONTEXT)
                )
            };
            let line = match fault {
                Fault::Missed(g) => format!("MISS  {:4} {}", g.r#type, around(g.start, g.end)),
                Fault::False(p) => format!("FALSE {:4} {}", p.tag, around(p.start, p.end)),
                Fault::Differs(g, p) => format!(
                    "DIFF  {:4} {} <- {} {}",
                    g.r#type,
                    around(g.start, g.end),
                    p.tag,
                    words(p.start, p.end)
                ),
            };
            let name: String = file.chars().take(8).collect();
            let _ = writeln!(out, "{name:8} {line}");
        }
        out
    }
}

fn row(out: &mut String, tag: &str, counts: Counts) {
    let hundred = |ratio: f64| ratio * 100.0;
    let _ = writeln!(
        out,
        "{tag:13} {:5.1}  {:5.1}  {:5.1}  {:5} {:5} {:6}",
        hundred(counts.precision()),
        hundred(counts.recall()),
        hundred(counts.f1()),
        counts.hits,
        counts.false_alarms,
        counts.misses
    );
}
