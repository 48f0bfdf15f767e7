//! Nothing, and next to nothing.

use crate::statistics::naive::build;
use warraq::analysis::ArticleSet;
use warraq::analysis::index::Index;
use warraq::analysis::statistics::{
    Breaks, CollocateOptions, Collocates, Counted, DispersionPlot, Hit, Measure, NgramLength,
    NgramOptions, Ngrams, Subcorpus, Table, TableOrder, TimeStep, Timeline, TypeCounts, Unit,
    Units, Value, Window, WordList, all_rows, matching, sorted,
};
use warraq::base::{CancelToken, Progress};
use warraq::corpus::Corpus;

/// All tables of a subcorpus; how many rows each has. No number is NaN.
fn rows(index: &Index, filter: Option<&ArticleSet>, hits: &[Hit]) -> [usize; 3] {
    let cancel = CancelToken::default();
    let parts = [
        ArticleSet::none(index.n_articles()),
        ArticleSet::all(index.n_articles()),
    ];
    let subcorpus = Subcorpus::new(index, filter, &parts);
    let units = Units::new(index, Unit::Fold, Counted::Words);
    let words = WordList::new(index, &units, &subcorpus, &cancel).unwrap();
    let options = NgramOptions {
        length: NgramLength::MAX,
        min_freq: 0,
        breaks: None,
    };
    let progress = Progress::default();
    let ngrams = Ngrams::new(index, &units, &subcorpus, options, &progress, &cancel).unwrap();
    let counts = TypeCounts::new(index, &subcorpus);
    let options = CollocateOptions {
        window: Window::default(),
        min_freq: 0,
    };
    let near = Collocates::new(index, &units, (&subcorpus, &counts), hits, options, &cancel);
    let near = near.unwrap();
    let tables: [&dyn Table; 3] = [&words, &ngrams, &near];
    tables.map(|table| {
        let rows = all_rows(table);
        for measure in table.measures() {
            for row in sorted(table, TableOrder::Descending(measure), &rows) {
                if let Value::Real(x) = table.value(row, measure) {
                    assert!(x.is_finite(), "{measure:?}");
                }
            }
            // A row that is not there has no number and no words.
            assert_eq!(table.value(u32::MAX, measure), Value::Missing);
        }
        let mut nothing = String::new();
        table.push_shown(index, u32::MAX, &mut nothing);
        assert_eq!(nothing, "");
        assert_eq!(matching(table, index, " \u{0640} ").len(), rows.len());
        rows.len()
    })
}

#[test]
fn an_empty_corpus_has_empty_tables() {
    assert_eq!(rows(&Index::default(), None, &[]), [0, 0, 0]);
    assert_eq!(rows(&build(&[]), None, &[]), [0, 0, 0]);
    let silent = build(&[String::new(), "، .".to_owned()]);
    assert_eq!(rows(&silent, None, &[]), [0, 0, 0]);
    assert_eq!(
        Breaks::new(&silent, |_| ""),
        Breaks::new(&Index::default(), |_| "")
    );
}

#[test]
fn a_filter_of_no_article_has_empty_tables() {
    let index = build(&["قال الوزير".to_owned(), "قال".to_owned()]);
    let hits = [Hit { start: 0, end: 1 }, Hit { start: 2, end: 3 }];
    let none = ArticleSet::none(2);
    assert_eq!(rows(&index, Some(&none), &hits), [0, 0, 0]);
    let subcorpus = Subcorpus::new(&index, Some(&none), &[]);
    let corpus = Corpus::default();
    let plot = DispersionPlot::new(&corpus, &index, &subcorpus, &hits);
    assert!(plot.articles.is_empty() && plot.places.is_empty());
    let line = Timeline::new(&corpus, &index, &subcorpus, &hits, TimeStep::Month);
    assert_eq!(line, Timeline::default());
}

#[test]
fn one_token_has_a_frequency_and_no_spread() {
    let index = build(&["قال".to_owned()]);
    assert_eq!(rows(&index, None, &[Hit { start: 0, end: 1 }]), [1, 0, 0]);
    let units = Units::new(&index, Unit::Stem, Counted::Words);
    let whole = Subcorpus::whole(&index);
    let table = WordList::new(&index, &units, &whole, &CancelToken::default()).unwrap();
    let values = table
        .measures()
        .into_iter()
        .map(|measure| table.value(0, measure));
    assert_eq!(
        values.collect::<Vec<_>>(),
        [
            Value::Count(1),
            Value::Real(1e6),
            Value::Count(1),
            Value::Real(0.0),
            Value::Missing,
            Value::Missing,
        ]
    );
}

#[test]
fn hits_of_a_longer_corpus_are_harmless() {
    let index = build(&["قال الوزير".to_owned()]);
    let hits = [
        Hit { start: 0, end: 1 },
        Hit { start: 1, end: 9 },
        Hit {
            start: 700,
            end: 701,
        },
    ];
    assert_eq!(rows(&index, None, &hits), [2, 0, 0]);
}

#[test]
fn a_text_of_numbers_has_rows_only_with_numbers() {
    let index = build(&["2020 1,204".to_owned()]);
    assert_eq!(rows(&index, None, &[Hit { start: 0, end: 1 }]), [0, 0, 0]);
    let units = Units::new(&index, Unit::Type, Counted::WordsAndNumbers);
    let whole = Subcorpus::whole(&index);
    let table = WordList::new(&index, &units, &whole, &CancelToken::default()).unwrap();
    assert_eq!((table.n_rows(), table.size), (2, 2));
}

#[test]
fn every_statistic_names_its_source() {
    let counts = [
        Measure::Freq,
        Measure::PerMillion,
        Measure::Range,
        Measure::Before,
        Measure::After,
        Measure::CollocateFreq,
        Measure::PartFreq(0),
        Measure::PartPerMillion(0),
    ];
    assert!(counts.iter().all(|measure| measure.formula().is_none()));
    let statistics = [
        Measure::Dp,
        Measure::DpNorm,
        Measure::JuillandD,
        Measure::Expected,
        Measure::LogDice,
        Measure::MutualInformation,
        Measure::TScore,
        Measure::LogLikelihood,
        Measure::Keyness(1, 0),
        Measure::LogRatio(1, 0),
    ];
    for measure in statistics {
        let formula = measure.formula().unwrap();
        assert!(
            formula.source.contains(|c: char| c.is_ascii_digit()),
            "{measure:?}"
        );
    }
}
