//! Tables over 60,000 articles: word list, sorting, collocates, n-grams.
#![expect(clippy::print_stdout, reason = "a bench prints its table")]

mod common;

use anyhow::Context as _;
use common::corpus::{self, Plan};
use common::stats::{Samples, ms, table};
use std::cmp::Reverse;
use std::hint::black_box;
use std::time::Instant;
use warraq::analysis::comparison::{ComparedArticles, ComparedWords};
use warraq::analysis::index::{FoldId, Index, TypeId};
use warraq::analysis::query::Hit;
use warraq::analysis::statistics::{
    CollocateOptions, Collocates, Counted, Measure, NgramLength, NgramOptions, Ngrams, Subcorpus,
    TableOrder, TypeCounts, Unit, Units, Window, WordList, all_rows, sorted,
};
use warraq::analysis::{ArticleSet, Facets};
use warraq::base::{CancelToken, Progress};
use warraq::corpus::{LoadOptions, open_folder};
use warraq::statistics::comparison::{Chances, Compared};

/// How often each is repeated.
const ROUNDS: usize = 9;

type Row = [String; 4];

fn main() -> anyhow::Result<()> {
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let folder = corpus::folder(Plan::NEWS)?;
    let corpus = open_folder(&folder, &LoadOptions::default(), &progress, &cancel)?;
    let index = Index::of_corpus(&corpus, &progress, &cancel)?;
    let n_articles = index.n_articles();
    println!(
        "{n_articles} articles, {} tokens, {} types; median and worst of {ROUNDS}\n",
        index.n_tokens(),
        index.n_types()
    );
    let half = ArticleSet::from_fn(n_articles, |id| id.0 % 2 == 0);
    let mut rest = half.clone();
    rest.complement();
    let tenth = ArticleSet::from_fn(n_articles, |id| id.0 % 10 == 3);
    let filters = [
        ("all articles", Subcorpus::whole(&index)),
        ("half of them", Subcorpus::new(&index, Some(&half), &[])),
        ("a tenth", Subcorpus::new(&index, Some(&tenth), &[])),
        ("two periods", Subcorpus::new(&index, None, &[half, rest])),
    ];
    let units = Units::new(&index, Unit::Fold, Counted::Words);
    let mut rows = Vec::new();
    for (name, filter) in &filters {
        rows.push(timed("word list with dispersion", name, || {
            WordList::new(&index, &units, filter, &cancel).is_ok()
        }));
    }
    let words = WordList::new(&index, &units, &filters[3].1, &cancel);
    let words = words.map_err(|_| anyhow::anyhow!("cancelled"))?;
    let all = all_rows(&words);
    for measure in [Measure::Freq, Measure::Keyness(1, 0)] {
        let what = format!("sort {} rows by {}", all.len(), measure.name());
        rows.push(timed(&what, "two periods", || {
            sorted(&words, TableOrder::Descending(measure), &all)
        }));
    }
    let hits = commonest(&index)?;
    let options = CollocateOptions {
        window: Window::default(),
        min_freq: 3,
    };
    for (name, filter) in &filters {
        let counts = TypeCounts::new(&index, filter);
        let what = format!("collocates of {} hits", hits.len());
        rows.push(timed(&what, name, || {
            Collocates::new(&index, &units, (filter, &counts), &hits, options, &cancel).is_ok()
        }));
    }
    for length in [2, 3, 5] {
        let options = NgramOptions {
            length: NgramLength::new(length).context("a length")?,
            min_freq: 2,
            breaks: None,
        };
        let what = format!("{length}-grams that occur twice");
        rows.push(timed(&what, "all articles", || {
            Ngrams::new(&index, &units, &filters[0].1, options, &progress, &cancel).is_ok()
        }));
    }
    rows.extend(compared(&index, &units)?);
    print!("{}", table(["what", "of", "median", "worst"], &rows));
    Ok(())
}

/// Even articles against odd ones: the table, and the chances of its first
/// thousand rows and of all that stand in five articles.
fn compared(index: &Index, units: &Units) -> anyhow::Result<Vec<Row>> {
    let cancel = CancelToken::default();
    let stopped = |_| anyhow::anyhow!("cancelled");
    let a = ArticleSet::from_fn(index.n_articles(), |id| id.0 % 2 == 0);
    let mut b = a.clone();
    b.complement();
    let articles = ComparedArticles::new(&a, &b, None);
    let words = ComparedWords::new(index, units, &articles);
    let sides = words.sides(&Facets::default());
    let whole = Compared::new(&sides, &words, 1, &cancel).map_err(stopped)?;
    let often = Compared::new(&sides, &words, 5, &cancel).map_err(stopped)?;
    let what = format!("compare {} words", whole.candidates().len());
    let table = timed(&what, "two halves", || {
        Compared::new(&sides, &words, 1, &cancel).is_ok()
    });
    let none = Chances::new(Vec::new(), 0);
    let order = often.ordered(&none, &cancel).map_err(stopped)?;
    let what = format!("order {} of them by LRC", order.len());
    let ordered = timed(&what, "two halves", || {
        often.ordered(&none, &cancel).is_ok()
    });
    let mut first: Vec<u32> = order.into_iter().take(1000).collect();
    first.sort_unstable();
    let mut rows = vec![table, ordered];
    for chosen in [first, often.candidates().to_vec()] {
        let what = format!("p and q of {} words", chosen.len());
        let start = Instant::now();
        let chances = Chances::of(chosen, 0, &sides, &words, &cancel).map_err(stopped)?;
        black_box(often.false_discovery_rates(&chances));
        let once = ms(start.elapsed());
        rows.push([what, "two halves, once".to_owned(), once.clone(), once]);
    }
    Ok(rows)
}

/// The places of the commonest folded form, ascending.
fn commonest(index: &Index) -> anyhow::Result<Vec<Hit>> {
    let folds = (0..u32::try_from(index.n_folds())?).map(FoldId);
    let fold = folds.min_by_key(|fold| Reverse(index.fold_freq(*fold)));
    let types = index.types_of(fold.context("a word")?);
    let places = types.iter().flat_map(|n| index.postings(TypeId(*n)));
    let mut hits: Vec<Hit> = places
        .map(|&start| Hit {
            start,
            end: start + 1,
        })
        .collect();
    hits.sort_unstable();
    Ok(hits)
}

fn timed<T>(what: &str, of: &str, mut work: impl FnMut() -> T) -> Row {
    let samples: Samples = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed()
        })
        .collect();
    let (median, worst) = (ms(samples.median()), ms(samples.worst()));
    [what.to_owned(), of.to_owned(), median, worst]
}
