//! The rows of a comparison as they are written.

use super::compare::{CompareArguments, TABLES, What};
use crate::analysis::IndexedCorpus;
use crate::analysis::comparison::{
    ComparedArticles, ComparedNgrams, ComparedWords, compared_outlets,
};
use crate::analysis::statistics::{Counted, NgramOptions, Unit, Units};
use crate::base::{CancelToken, Cancelled, Progress};
use crate::entity::Annotations;
use crate::entity::study::ComparedNames;
use crate::statistics::comparison::{Band, Chances, Compared, Distributions, Sides};
use serde::Serialize;
use serde_json::Value as Json;
/// A row as it is written.
#[derive(Debug, Serialize)]
pub(super) struct CompareRow {
    item: String,
    a_articles: u32,
    b_articles: u32,
    a_count: u32,
    b_count: u32,
    a_per_million: Option<f64>,
    b_per_million: Option<f64>,
    log_ratio: Option<f64>,
    /// None where the interval has no end.
    log_ratio_low: Option<f64>,
    log_ratio_high: Option<f64>,
    lrc: Option<f64>,
    p: Option<f64>,
    q: Option<f64>,
    band: Option<&'static str>,
    largest_article: Option<f64>,
    largest_outlet: Option<f64>,
}

/// The columns of [`CompareRow`], in order.
pub(super) const COLUMNS: [&str; 16] = [
    "item",
    "a_articles",
    "b_articles",
    "a_count",
    "b_count",
    "a_per_million",
    "b_per_million",
    "log_ratio",
    "log_ratio_low",
    "log_ratio_high",
    "lrc",
    "p",
    "q",
    "band",
    "largest_article",
    "largest_outlet",
];

/// The rows on their way out.
pub(super) struct CompareTable<'a> {
    pub(super) sides: Sides,
    compared: Compared,
    chances: Chances,
    min_texts: u32,
    /// What a row is called, and whether it is a function word.
    item: Box<dyn Fn(u32) -> (String, bool) + 'a>,
    no_function_words: bool,
}

impl<'a> CompareTable<'a> {
    pub(super) fn new(
        indexed: &'a IndexedCorpus,
        names: Option<&'a Annotations>,
        articles: &'a ComparedArticles,
        arguments: &CompareArguments,
        cancel: &CancelToken,
    ) -> Result<Self, Cancelled> {
        let (index, facets) = (&*indexed.index, &indexed.facets);
        let sides = |length: &dyn Fn(_) -> u32| articles.sides(facets, length);
        let units = || Units::new(index, Unit::Fold, Counted::Words);
        match (arguments.what, names) {
            (What::Words, _) => {
                let units = units();
                let words = ComparedWords::new(index, &units, articles);
                let counted = Self::counted(words.sides(facets), &words, arguments, cancel)?;
                let item = move |row| {
                    let words = ComparedWords::new(index, &units, articles);
                    let shown = words.shown(row).unwrap_or_default().to_owned();
                    (shown, words.is_function_word(row))
                };
                Ok(counted.called(item, arguments))
            }
            (What::Ngrams, _) => {
                let units = units();
                let sizes = ComparedWords::new(index, &units, articles).sides(facets);
                let least = arguments.min_articles.unwrap_or(sizes.usual_min_texts());
                let options = NgramOptions {
                    length: arguments.length,
                    min_freq: 1,
                    breaks: None,
                };
                let options = (options, least.max(1));
                let progress = Progress::default();
                let rows =
                    ComparedNgrams::new(index, &units, articles, options, &progress, cancel)?;
                let counted = Self::counted(sizes, &rows, arguments, cancel)?;
                let item = move |row| (rows.shown(index, row), rows.is_function_words(index, row));
                Ok(counted.called(item, arguments))
            }
            (What::Names, Some(names)) => {
                let corpus = &indexed.corpus;
                let words = |id| corpus.article(id).map_or(0, |article| article.n_words);
                let all = [articles.a(), articles.b()].concat();
                let rows = ComparedNames::new(names, &all, cancel)?;
                let counted = Self::counted(sides(&words), &rows, arguments, cancel)?;
                let item = move |row| {
                    let entity = rows.entity(row).and_then(|id| names.table().get(id));
                    (
                        entity.map_or(String::new(), |entity| entity.ar.to_string()),
                        false,
                    )
                };
                Ok(counted.called(item, arguments))
            }
            (What::Outlets | What::Names, _) => {
                let rows = compared_outlets(facets, articles);
                let counted = Self::counted(sides(&|_| 1), &rows, arguments, cancel)?;
                let item = move |row: u32| {
                    let value = facets.source.values.get(row as usize);
                    (value.map_or("", |value| value.as_str()).to_owned(), false)
                };
                Ok(counted.called(item, arguments))
            }
        }
    }

    fn counted(
        sides: Sides,
        rows: &dyn Distributions,
        arguments: &CompareArguments,
        cancel: &CancelToken,
    ) -> Result<Counts, Cancelled> {
        let min_texts = arguments.min_articles.unwrap_or(sides.usual_min_texts());
        let compared = Compared::new(&sides, rows, min_texts, cancel)?;
        let candidates = compared.candidates().to_vec();
        let chances = Chances::of(candidates, arguments.seed, &sides, rows, cancel)?;
        Ok(Counts {
            sides,
            compared,
            chances,
            min_texts,
        })
    }

    /// The rows in order.
    pub(super) fn rows(
        &self,
        cancel: &CancelToken,
    ) -> Result<impl Iterator<Item = CompareRow>, Cancelled> {
        let rates = self.compared.false_discovery_rates(&self.chances);
        let order = self.compared.ordered(&self.chances, cancel)?;
        let rows = order.into_iter().map(|row| ((self.item)(row), row));
        let rows = rows.filter(|((_, is_function), _)| !(self.no_function_words && *is_function));
        Ok(rows.map(move |((item, _), row)| {
            let candidates = self.compared.candidates();
            let place = candidates.binary_search(&row).ok();
            let q = place.and_then(|place| rates.get(place).copied().flatten());
            self.row(item, row, q)
        }))
    }

    fn row(&self, item: String, row: u32, q: Option<f64>) -> CompareRow {
        let compared = &self.compared;
        let counts = compared.counts(row);
        let (a_per_million, b_per_million) = compared.per_million(row);
        let interval = compared.log_ratio_interval(row);
        let end = |end: Option<f64>| end.filter(|end| end.is_finite());
        CompareRow {
            item,
            a_articles: counts.a_texts,
            b_articles: counts.b_texts,
            a_count: counts.a_count,
            b_count: counts.b_count,
            a_per_million,
            b_per_million,
            log_ratio: compared.change(row).log_ratio(),
            log_ratio_low: end(interval.map(|(low, _)| low)),
            log_ratio_high: end(interval.map(|(_, high)| high)),
            lrc: compared.conservative_log_ratio(row),
            p: self.chances.p(row),
            q,
            band: compared.band(row).map(Band::as_str),
            largest_article: compared.largest_text(row),
            largest_outlet: compared.largest_group(row),
        }
    }

    pub(super) fn head(
        &self,
        indexed: &IndexedCorpus,
        arguments: &CompareArguments,
    ) -> Vec<(&'static str, Json)> {
        let (a_size, b_size) = self.sides.sizes();
        let test = if self.chances.is_exact() {
            "all arrangements of the articles"
        } else {
            "random arrangements of the articles"
        };
        let known = TABLES.into_iter().find(|(_, what)| *what == arguments.what);
        let what = known.map(|(name, _)| name);
        let length = (arguments.what == What::Ngrams).then(|| arguments.length.get());
        vec![
            (
                "program",
                concat!("warraq ", env!("CARGO_PKG_VERSION")).into(),
            ),
            ("corpus", indexed.corpus.name.clone().into()),
            ("exported", crate::corpus::today().into()),
            ("a", arguments.a.clone().into()),
            ("b", arguments.b.clone().into()),
            ("level", arguments.level.as_str().into()),
            ("what", what.into()),
            ("length", length.into()),
            ("a_articles", self.sides.n_a().into()),
            ("b_articles", self.sides.n_b().into()),
            ("a_size", a_size.into()),
            ("b_size", b_size.into()),
            (
                "near_copies",
                if arguments.with_copies { "all" } else { "once" }.into(),
            ),
            ("function_words", (!arguments.no_function_words).into()),
            ("min_articles", self.min_texts.into()),
            ("candidates", self.compared.candidates().len().into()),
            ("test", test.into()),
            ("seed", arguments.seed.into()),
            ("least_p", self.sides.least_chance().into()),
        ]
    }
}

/// What is counted of the rows of one kind.
struct Counts {
    sides: Sides,
    compared: Compared,
    chances: Chances,
    min_texts: u32,
}

impl Counts {
    fn called<'a>(
        self,
        item: impl Fn(u32) -> (String, bool) + 'a,
        arguments: &CompareArguments,
    ) -> CompareTable<'a> {
        CompareTable {
            sides: self.sides,
            compared: self.compared,
            chances: self.chances,
            min_texts: self.min_texts,
            item: Box::new(item),
            no_function_words: arguments.no_function_words,
        }
    }
}
