//! Indexing 60,000 articles from warm files: Warraq, tantivy and `SQLite`
//! FTS5, with `cat` and ripgrep for scale.
//!
//! Each contender is a process of its own that ends when its index can be
//! asked: it tells how long that took, the most memory it had, and what it
//! left on disk. Contenders take turns.
#![expect(clippy::print_stdout, reason = "a bench prints its table")]

mod shared;

use anyhow::Context as _;
use shared::common::corpus::{self, Plan};
use shared::common::stats::{Samples, ms, ratio, table};
use shared::process::{Report, again, median, mega, tell, tell_peak, tell_time};
use shared::warraq_index::{self, WarraqIndex};
use shared::{files, fts5, tantivy_index};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How often each contender builds, in turns.
const ROUNDS: usize = 3;

/// The contenders: the argument that makes a process one, and its name.
const CONTENDERS: [(&str, &str); 5] = [
    (WARRAQ, "Warraq: read, texts in memory, index"),
    (TANTIVY, "tantivy, the same words"),
    (TANTIVY_OWN, "tantivy, its own words"),
    (FTS5, "SQLite FTS5, unicode61, no texts"),
    (FTS5_FOLDED, "SQLite FTS5, the same words"),
];
const WARRAQ: &str = "--warraq";
const TANTIVY: &str = "--tantivy";
const TANTIVY_OWN: &str = "--tantivy-own";
const FTS5: &str = "--fts5";
const FTS5_FOLDED: &str = "--fts5-folded";

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [mode, folder] if CONTENDERS.iter().any(|(word, _)| word == mode) => {
            contend(mode, Path::new(folder))
        }
        _ => compare(),
    }
}

fn contend(mode: &str, folder: &Path) -> anyhow::Result<()> {
    let index = files::fresh_folder("peers-index")?;
    let start = Instant::now();
    match mode {
        WARRAQ => {
            let corpus = warraq_index::read(folder)?;
            tell_time("read", start.elapsed());
            let built = WarraqIndex::build(corpus)?;
            tell_time("build", start.elapsed());
            let index = &built.0.index;
            tell("disk", built.size());
            tell("articles", index.n_articles() as u64);
            tell("words", u64::from(index.n_tokens()));
            tell("types", index.n_types() as u64);
        }
        TANTIVY | TANTIVY_OWN => {
            let words = match mode {
                TANTIVY => tantivy_index::Words::Folded,
                _ => tantivy_index::Words::Own,
            };
            let built = tantivy_index::build(&files::texts(folder)?, &index, words)?;
            tell_time("build", start.elapsed());
            tell("disk", files::size(&index)?);
            tell("articles", built.n_articles());
        }
        _ => {
            let text = match mode {
                FTS5 => fts5::Text::AsWritten,
                _ => fts5::Text::Folded,
            };
            let files = files::texts(folder)?;
            fts5::build(&files, &index.join("articles.sqlite"), text)?;
            tell_time("build", start.elapsed());
            tell("disk", files::size(&index)?);
            tell("articles", files.len() as u64);
        }
    }
    tell_peak("peak")?;
    std::fs::remove_dir_all(index)?;
    Ok(())
}

fn compare() -> anyhow::Result<()> {
    let folder = corpus::folder(Plan::NEWS)?;
    let texts = files::texts(&folder)?;
    let n_bytes = files::read_all(&texts)?;
    let mut reports: [Vec<Report>; CONTENDERS.len()] = Default::default();
    let (mut cat, mut ripgrep) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        cat.push(shell(
            "find \"$1\" -name '*.txt' -print0 | xargs -0 cat > /dev/null",
            &folder,
        )?);
        ripgrep.push(shell(
            "rg --count-matches --no-filename -w قال \"$1\" -g '*.txt' > /dev/null",
            &folder,
        )?);
        for ((mode, _), reports) in CONTENDERS.iter().zip(&mut reports) {
            reports.push(again(mode, &folder)?);
        }
    }
    let first = reports.first().and_then(|reports| reports.first());
    let warraq = first.context("nothing was built")?;
    println!(
        "{} articles, {:.1} MB, {} words, {} types; {} threads; medians of {ROUNDS} runs in turns\n",
        texts.len(),
        mega(n_bytes),
        warraq.number("words")?,
        warraq.number("types")?,
        rayon::current_num_threads(),
    );
    let own = times(reports.first().map_or(&[], Vec::as_slice), "build")?;
    let mut rows = Vec::new();
    for ((_, name), reports) in CONTENDERS.iter().zip(&reports) {
        let time = times(reports, "build")?;
        let all = |key| reports.iter().map(|report| report.number(key)).collect();
        let (peak, disk): (anyhow::Result<Vec<u64>>, anyhow::Result<Vec<u64>>) =
            (all("peak"), all("disk"));
        for report in reports {
            let n_articles = report.number("articles")?;
            anyhow::ensure!(n_articles == texts.len() as u64, "{name} lost articles");
        }
        let share = |n: u64| format!("{:.0} MB, {:.2}×", mega(n), mega(n) / mega(n_bytes));
        rows.push([
            (*name).to_owned(),
            ms(time),
            ratio(time, own),
            share(median(peak?)),
            share(median(disk?)),
        ]);
    }
    let read = times(reports.first().map_or(&[], Vec::as_slice), "read")?;
    let plain = [
        ("of which Warraq reads", read),
        ("find … | xargs cat > /dev/null", middle(cat)),
        ("ripgrep counts a word", middle(ripgrep)),
    ];
    rows.extend(plain.map(|(name, time)| {
        let (time, share) = (ms(time), ratio(time, own));
        [name.to_owned(), time, share, String::new(), String::new()]
    }));
    let head = [
        "what",
        "time",
        "against Warraq",
        "peak memory, of the files",
        "on disk, of the files",
    ];
    println!("{}", table(head, &rows));
    Ok(())
}

fn times(reports: &[Report], key: &str) -> anyhow::Result<Duration> {
    let times = reports.iter().map(|report| report.time(key));
    Ok(times.collect::<anyhow::Result<Samples>>()?.median())
}

fn middle(times: Vec<Duration>) -> Duration {
    Samples::from_iter(times).median()
}

fn shell(script: &str, folder: &Path) -> anyhow::Result<Duration> {
    let start = Instant::now();
    let status = Command::new("sh")
        .args(["-c", script, "sh"])
        .arg(folder)
        .stderr(Stdio::inherit())
        .status()?;
    anyhow::ensure!(
        status.success(),
        "this bench needs find, xargs, cat and rg (ripgrep)"
    );
    Ok(start.elapsed())
}
