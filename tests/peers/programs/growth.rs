//! How Warraq's time and memory grow from 1,000 articles to a million.
//!
//! `cargo bench --bench growth -- LARGEST` stops at corpora of LARGEST
//! articles. The corpora are generated where they are missing; the largest,
//! which takes gigabytes, is removed after use. Two tables are printed: one to
//! read, and one of tab-separated numbers in base units. `--plot=FILE.svg`
//! draws them.
#![expect(clippy::print_stdout, reason = "a bench prints its table")]

mod shared;

use shared::common::corpus::{self, Plan};
use shared::common::stats::{Samples, ms, table};
use shared::process::{Report, again, median, mega, tell, tell_peak, tell_time};
use shared::question::Kind;
use shared::time::short;
use shared::warraq_index::{self, WarraqIndex};
use shared::{Engine as _, files, question, time};
use std::path::Path;
use std::time::{Duration, Instant};
use warraq::analysis::WireGroups;
use warraq::analysis::cache::CachePlace;
use warraq::base::{CancelToken, Progress};

const BUILD: &str = "--build";
/// Sizes of the corpora, in articles.
const SIZES: [u32; 4] = [1000, 10_000, 100_000, 1_000_000];
/// Corpora larger than this are removed after use, in articles.
const KEPT: u32 = 100_000;

/// How often a corpus up to [`KEPT`] is opened; a larger one is opened once.
const ROUNDS: usize = 3;

/// What is told, in the order of the columns: name, and unit in the TSV.
const COLUMNS: [(&str, &str); 15] = [
    ("articles", "articles"),
    ("text", "bytes"),
    ("words", "tokens"),
    ("types", "types"),
    ("read", "ns"),
    ("index", "ns"),
    ("peak", "bytes"),
    ("disk", "bytes"),
    ("word median", "ns"),
    ("word p99", "ns"),
    ("phrase p99", "ns"),
    ("wire copy", "ns"),
    ("cache", "bytes"),
    ("write", "ns"),
    ("open", "ns"),
];

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [mode, folder] if mode == BUILD => build(Path::new(folder)),
        _ => {
            let largest = arguments.iter().find_map(|word| word.parse().ok());
            grow(largest.unwrap_or(u32::MAX))
        }
    }
}

fn build(folder: &Path) -> anyhow::Result<()> {
    let start = Instant::now();
    let corpus = warraq_index::read(folder)?;
    let read = start.elapsed();
    let engine = WarraqIndex::build(corpus)?;
    tell_time("read", read);
    tell_time("index", start.elapsed().saturating_sub(read));
    tell_peak("peak")?;
    let index = &engine.0.index;
    tell("disk", engine.size());
    tell("articles", index.n_articles() as u64);
    tell("words", u64::from(index.n_tokens()));
    tell("types", index.n_types() as u64);
    let questions = question::choose(index);
    let times = |kind: Kind| -> Samples {
        let questions = questions.iter().filter(|q| q.kind() == kind);
        questions
            .map(|q| time::of(|| (engine.count(q), engine.first_screen(q))))
            .collect()
    };
    let words = times(Kind::Word);
    tell_time("word median", words.median());
    tell_time("word p99", words.percentile(0.99));
    tell_time("phrase p99", times(Kind::Phrase).percentile(0.99));
    let start = Instant::now();
    let copies = WireGroups::of_index(index, &Progress::default(), &CancelToken::default());
    tell_time("wire copy", start.elapsed());
    anyhow::ensure!(copies.is_ok(), "cancelled");
    let place = CachePlace::at(std::env::temp_dir().join("warraq-growth"));
    let start = Instant::now();
    tell("cache", engine.save(&place)?);
    tell_time("write", start.elapsed());
    drop(engine);
    let start = Instant::now();
    let engine = WarraqIndex::open(folder, &place)?;
    tell_time("open", start.elapsed());
    anyhow::ensure!(engine.0.index.n_articles() == engine.0.corpus.articles.len());
    std::fs::remove_dir_all(std::env::temp_dir().join("warraq-growth"))?;
    Ok(())
}

fn grow(largest: u32) -> anyhow::Result<()> {
    let mut reports = Vec::new();
    for n_articles in SIZES.into_iter().filter(|size| *size <= largest) {
        let plan = Plan {
            n_articles,
            ..Plan::NEWS
        };
        let folder = corpus::folder(plan)?;
        let n_bytes = files::read_all(&files::texts(&folder)?)?;
        let n_rounds = if n_articles > KEPT { 1 } else { ROUNDS };
        let rounds = (0..n_rounds).map(|_| again(BUILD, &folder));
        reports.push((n_bytes, rounds.collect::<anyhow::Result<Vec<_>>>()?));
        if n_articles > KEPT {
            std::fs::remove_dir_all(folder)?;
        }
    }
    let rows: Vec<[String; COLUMNS.len()]> = reports
        .iter()
        .map(|(n_bytes, rounds)| row(*n_bytes, rounds))
        .collect::<anyhow::Result<_>>()?;
    println!("{}", table(COLUMNS.map(|(name, _)| name), &rows));
    println!(
        "{}",
        COLUMNS
            .map(|(name, unit)| format!("{name}/{unit}"))
            .join("\t")
    );
    for (n_bytes, rounds) in &reports {
        let numbers = COLUMNS.map(|(name, _)| number(*n_bytes, rounds, name));
        let cells: anyhow::Result<Vec<String>> = numbers
            .into_iter()
            .map(|number| number.map(|number| number.to_string()))
            .collect();
        println!("{}", cells?.join("\t"));
    }
    let plot = std::env::args().find_map(|word| word.strip_prefix("--plot=").map(str::to_owned));
    match plot {
        Some(path) => shared::plot::write(Path::new(&path), &|name| {
            let points = reports.iter().map(|(n_bytes, rounds)| {
                let articles = number(*n_bytes, rounds, "articles")?;
                Ok((articles, number(*n_bytes, rounds, name)?))
            });
            points.collect()
        }),
        None => Ok(()),
    }
}

/// The median of what the rounds tell.
fn number(n_bytes: u64, rounds: &[Report], name: &str) -> anyhow::Result<u64> {
    if name == "text" {
        return Ok(n_bytes);
    }
    let numbers = rounds.iter().map(|report| report.number(name));
    Ok(median(numbers.collect::<anyhow::Result<_>>()?))
}

fn row(n_bytes: u64, rounds: &[Report]) -> anyhow::Result<[String; COLUMNS.len()]> {
    let mut cells: [String; COLUMNS.len()] = Default::default();
    for (cell, (name, unit)) in cells.iter_mut().zip(COLUMNS) {
        let number = number(n_bytes, rounds, name)?;
        *cell = match (name, unit) {
            ("text", _) => format!("{:.1} MB", mega(number)),
            (_, "bytes") => {
                let share = mega(number) / mega(n_bytes);
                format!("{:.1} MB, {share:.2}×", mega(number))
            }
            ("read" | "index" | "wire copy" | "write" | "open", _) => {
                ms(Duration::from_nanos(number))
            }
            (_, "ns") => short(Duration::from_nanos(number)),
            _ => number.to_string(),
        };
    }
    Ok(cells)
}
