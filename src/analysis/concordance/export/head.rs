//! The head of a file: where its lines come from.

use super::super::normal::normal;
use super::super::{Concordance, GroupOrder};
use crate::statistics::per_million;
use serde::Serialize;

/// What only the caller knows of the lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExportOrigin {
    /// The name and version of the program.
    pub program: String,
    /// The name of the corpus.
    pub corpus: String,
    /// The date of the export, as it is to be written.
    pub exported: String,
    /// The query as it was typed.
    pub query: String,
    /// The matching level.
    pub level: String,
    /// The folds that were on.
    pub folds: Vec<String>,
    /// The filter as it is to be written; empty for the whole corpus.
    pub filter: String,
    /// Words of the subcorpus that was searched.
    pub n_words: u64,
}

/// The head of a file: query, settings and counts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Head {
    program: String,
    corpus: String,
    exported: String,
    query: String,
    level: String,
    folds: Vec<String>,
    filter: Option<String>,
    sort: String,
    group: Option<String>,
    sample: Option<u32>,
    seed: Option<u64>,
    only_ticked: bool,
    /// Hits of the query that were not removed.
    hits: usize,
    lines: usize,
    /// Articles that the lines stand in.
    articles: usize,
    words: u64,
    /// Hits for each million words; two decimals.
    per_million: Option<f64>,
}

impl Head {
    /// The head for the lines of `concordance`.
    #[must_use]
    pub fn new(concordance: &Concordance, origin: ExportOrigin) -> Self {
        let settings = concordance.settings();
        let hits = concordance.n_hits();
        let rate = per_million(hits as u64, origin.n_words);
        let sort = settings.sort.to_string();
        let group = settings.group.map(|by| match by.order {
            GroupOrder::Key => by.sort.to_string(),
            GroupOrder::Largest => format!("{}, largest first", by.sort),
        });
        Self {
            program: origin.program,
            corpus: origin.corpus,
            exported: origin.exported,
            query: origin.query,
            level: origin.level,
            folds: origin.folds,
            filter: Some(origin.filter).filter(|filter| !filter.is_empty()),
            sort: if sort.is_empty() {
                "position".to_owned()
            } else {
                sort
            },
            group,
            sample: settings.sample.map(|sample| sample.size),
            seed: settings.sample.map(|sample| sample.seed),
            only_ticked: settings.only_ticked,
            hits,
            lines: concordance.n_lines(),
            articles: concordance.n_articles(),
            words: origin.n_words,
            per_million: rate.map(|rate| (rate * 100.0).round() / 100.0),
        }
    }

    /// The query as it was typed, on one line.
    pub(super) fn query(&self) -> String {
        normal(&self.query)
    }

    /// What is known, as names and values on one line each.
    pub(super) fn entries(&self) -> Vec<(&'static str, String)> {
        let number = |n: usize| Some(n.to_string());
        let entries = [
            ("program", Some(self.program.clone())),
            ("corpus", Some(self.corpus.clone())),
            ("exported", Some(self.exported.clone())),
            ("query", Some(self.query.clone())),
            ("level", Some(self.level.clone())),
            ("folds", Some(self.folds.join(", "))),
            ("filter", self.filter.clone()),
            ("sort", Some(self.sort.clone())),
            ("group", self.group.clone()),
            ("sample", self.sample.map(|n| n.to_string())),
            ("seed", self.seed.map(|n| n.to_string())),
            ("only_ticked", Some(self.only_ticked.to_string())),
            ("hits", number(self.hits)),
            ("lines", number(self.lines)),
            ("articles", number(self.articles)),
            ("words", Some(self.words.to_string())),
            (
                "per_million",
                self.per_million.map(|rate| format!("{rate:.2}")),
            ),
        ];
        let one_line = |value: Option<String>| match normal(&value.unwrap_or_default()) {
            value if value.is_empty() => "none".to_owned(),
            value => value,
        };
        entries.map(|(key, value)| (key, one_line(value))).into()
    }
}
