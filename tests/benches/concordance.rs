//! Concordances of 60,000 articles: sorting, grouping, sampling, lines, export.
#![expect(clippy::print_stdout, reason = "a bench prints its table")]

mod common;

use common::corpus::{self, Plan};
use common::stats::{Samples, ms, table};
use std::sync::Arc;
use std::time::{Duration, Instant};
use warraq::analysis::concordance::export::{Columns, Format, LineExport};
use warraq::analysis::concordance::{
    Concordance, ConcordanceSettings, GroupBy, Hit, Indexed, Marks, Sample, SortKey, SortSpec,
};
use warraq::analysis::index::{Index, TypeId};
use warraq::base::{CancelToken, Progress};
use warraq::corpus::{LoadOptions, open_folder};

/// How often each is repeated.
const ROUNDS: usize = 7;
/// The orders that are measured.
const ORDERS: [&str; 5] = [
    "after1,after2,after3",
    "before1,after1,node",
    "date:desc,outlet,file",
    "after1,after2,after3,after4,after5",
    "after1:desc",
];

fn main() -> anyhow::Result<()> {
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let folder = corpus::folder(Plan::NEWS)?;
    let corpus = open_folder(&folder, &LoadOptions::default(), &progress, &cancel)?;
    let texts = corpus.articles.iter().map(|article| &*article.text);
    let index = Index::build(texts, &progress, &cancel)?;
    let of = Indexed {
        corpus: &corpus,
        index: &index,
    };
    println!(
        "{} articles, {} tokens, {} types; medians and worst of {ROUNDS}\n",
        index.n_articles(),
        index.n_tokens(),
        index.n_types()
    );
    for n_hits in [100_000, 1_000_000] {
        measure(of, &hits(&index, n_hits).into())?;
    }
    Ok(())
}

fn measure(of: Indexed<'_>, hits: &Arc<[Hit]>) -> anyhow::Result<()> {
    let make = |settings: &ConcordanceSettings| {
        Concordance::new(
            of,
            hits.clone(),
            settings.clone(),
            &Marks::default(),
            &CancelToken::default(),
        )
        .map_err(|_| anyhow::anyhow!("cancelled"))
    };
    let mut rows = Vec::new();
    for order in ORDERS {
        let settings = ConcordanceSettings {
            sort: order.parse::<SortSpec>()?,
            ..ConcordanceSettings::default()
        };
        rows.push(row(order, || make(&settings).map(|_| ()))?);
    }
    let grouped = ConcordanceSettings {
        group: Some(GroupBy::from("after1".parse::<SortKey>()?)),
        ..ConcordanceSettings::default()
    };
    rows.push(row("group by after1", || make(&grouped).map(|_| ()))?);
    let sampled = ConcordanceSettings {
        sample: Some(Sample {
            size: 1000,
            seed: 1,
        }),
        ..ConcordanceSettings::default()
    };
    rows.push(row("sample of 1,000", || make(&sampled).map(|_| ()))?);

    let sorted = make(&ConcordanceSettings {
        sort: ORDERS[0].parse()?,
        ..ConcordanceSettings::default()
    })?;
    let mut page = 0;
    rows.push(row("a page of 50 lines", || {
        page += sorted.n_lines() / (ROUNDS + 1);
        let lines = (page..page + 50).filter_map(|n| sorted.line(of, n));
        anyhow::ensure!(lines.count() > 0, "no lines");
        Ok(())
    })?);
    for (name, format) in [
        (
            "export CSV, sorted",
            Format::Csv {
                byte_order_mark: true,
            },
        ),
        ("export JSON Lines, sorted", Format::Jsonl),
        ("export HTML, sorted", Format::Html),
    ] {
        let marks = Marks::default();
        let export = LineExport {
            of,
            concordance: &sorted,
            marks: &marks,
            format,
            head: None,
            columns: Columns::All,
            lines: None,
        };
        rows.push(row(name, || {
            let written = export.write(
                &mut std::io::sink(),
                &Progress::default(),
                &CancelToken::default(),
            );
            written.map_err(|error| anyhow::anyhow!("{error:?}"))
        })?);
    }
    println!(
        "{} hits\n\n{}",
        hits.len(),
        table(["what", "median", "worst"], &rows)
    );
    Ok(())
}

fn row(what: &str, mut work: impl FnMut() -> anyhow::Result<()>) -> anyhow::Result<[String; 3]> {
    let mut times: Vec<Duration> = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let start = Instant::now();
        work()?;
        times.push(start.elapsed());
    }
    let samples = Samples::from_iter(times);
    Ok([what.to_owned(), ms(samples.median()), ms(samples.worst())])
}

/// `n_hits` hits of the most frequent words, spread over the corpus.
fn hits(index: &Index, n_hits: usize) -> Vec<Hit> {
    let mut types: Vec<TypeId> = (0..index.n_types())
        .filter_map(|n| u32::try_from(n).ok().map(TypeId))
        .collect();
    types.sort_by_key(|id| std::cmp::Reverse(index.freq(*id)));
    let mut positions: Vec<u32> = Vec::new();
    for id in types {
        if positions.len() >= n_hits {
            break;
        }
        positions.extend(index.postings(id));
    }
    positions.sort_unstable();
    let all = positions.len();
    let kept = (0..n_hits).filter_map(|n| positions.get(n * all / n_hits));
    kept.map(|start| Hit {
        start: *start,
        end: start + 1,
    })
    .collect()
}
