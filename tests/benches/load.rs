//! Reading a folder of 60,000 articles, against `cat` of the same files.
//!
//! Each reading is a process of its own that ends with the corpus in memory:
//! it tells how long that took and how much memory it had at most.
#![expect(clippy::print_stdout, reason = "a bench prints its table")]

mod common;

use anyhow::Context as _;
use common::corpus::{self, Plan};
use common::stats::{Samples, ms, ratio, table};
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use walkdir::WalkDir;
use warraq::base::{CancelToken, Progress};
use warraq::corpus::{Corpus, LoadOptions, open_folder};
use warraq::entity::{Annotations, Gazetteer};

/// How often each is repeated, in turns.
const ROUNDS: usize = 9;
/// The argument that makes a process read a folder and report.
const READ: &str = "--read-folder";
/// The argument that makes it find all mentions as well.
const ANNOTATE: &str = "--annotate-folder";

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [mode, folder] if mode == READ => read(Path::new(folder)).map(|_| ()),
        [mode, folder] if mode == ANNOTATE => annotate(Path::new(folder)),
        _ => compare(),
    }
}

fn compare() -> anyhow::Result<()> {
    let start = Instant::now();
    let folder = corpus::folder(Plan::NEWS)?;
    println!(
        "corpus ready after {} at {}",
        ms(start.elapsed()),
        folder.display()
    );
    let files = text_files(&folder)?;
    let n_bytes = read_all(&files)?;

    let (mut cat, mut by_one, mut load) = (Vec::new(), Vec::new(), Vec::new());
    let (mut names, mut mentions) = (Vec::new(), Vec::new());
    let (mut load_peak, mut annotate_peak) = (Vec::new(), Vec::new());
    let mut found = Report::default();
    for _ in 0..ROUNDS {
        cat.push(shell_cat(&folder)?);
        let start = Instant::now();
        read_all(&files)?;
        by_one.push(start.elapsed());
        let report = child(READ, &folder)?;
        load.push(report.load);
        load_peak.push(report.peak_kib);
        let report = child(ANNOTATE, &folder)?;
        names.push(report.names);
        mentions.push(report.mentions);
        annotate_peak.push(report.peak_kib);
        found = report;
    }
    let median = |durations: Vec<Duration>| Samples::from_iter(durations).median();
    let (cat, by_one, load) = (median(cat), median(by_one), median(load));
    let (load_peak, annotate_peak) = (middle(load_peak), middle(annotate_peak));

    println!(
        "{} files, {:.1} MB, {} words; {} mentions; medians of {ROUNDS} runs in turns\n",
        files.len(),
        mega(n_bytes),
        found.n_words,
        found.n_mentions,
    );
    let rows = [
        row("find … | xargs cat > /dev/null", cat, cat, None, n_bytes),
        row(
            "read() of each file, one thread",
            by_one,
            cat,
            None,
            n_bytes,
        ),
        row(
            "Warraq: open the folder",
            load,
            cat,
            Some(load_peak),
            n_bytes,
        ),
        row(
            "Warraq: build the gazetteer",
            median(names),
            cat,
            None,
            n_bytes,
        ),
        row(
            "Warraq: find all mentions",
            median(mentions),
            cat,
            Some(annotate_peak),
            n_bytes,
        ),
    ];
    let head = [
        "what",
        "time",
        "against cat",
        "peak memory",
        "against the files",
    ];
    println!("{}", table(head, &rows));
    Ok(())
}

fn row(
    what: &str,
    time: Duration,
    cat: Duration,
    peak_kib: Option<u64>,
    n_bytes: u64,
) -> [String; 5] {
    let memory = peak_kib.map(|kib| format!("{:.0} MB", mega(kib * 1024)));
    let share = peak_kib.map(|kib| format!("{:.2}×", mega(kib * 1024) / mega(n_bytes)));
    [
        what.to_owned(),
        ms(time),
        ratio(time, cat),
        memory.unwrap_or_default(),
        share.unwrap_or_default(),
    ]
}

#[expect(clippy::cast_precision_loss, reason = "three digits are printed")]
fn mega(n_bytes: u64) -> f64 {
    n_bytes as f64 / 1e6
}

fn middle(mut numbers: Vec<u64>) -> u64 {
    numbers.sort_unstable();
    numbers.get(numbers.len() / 2).copied().unwrap_or_default()
}

/// The articles below `folder`, sorted by path.
fn text_files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let path = entry?.into_path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            files.push(path);
        }
    }
    Ok(files)
}

/// Reads every file into one buffer; returns the number of bytes.
fn read_all(files: &[PathBuf]) -> anyhow::Result<u64> {
    let mut buffer = Vec::new();
    let mut n_bytes = 0;
    for file in files {
        buffer.clear();
        File::open(file)?.read_to_end(&mut buffer)?;
        n_bytes += buffer.len() as u64;
    }
    Ok(n_bytes)
}

fn shell_cat(folder: &Path) -> anyhow::Result<Duration> {
    let start = Instant::now();
    let status = Command::new("sh")
        .args([
            "-c",
            "find \"$1\" -name '*.txt' -print0 | xargs -0 cat > /dev/null",
            "sh",
        ])
        .arg(folder)
        .status()
        .context("this bench needs find, xargs and cat")?;
    anyhow::ensure!(status.success(), "cat failed");
    Ok(start.elapsed())
}

/// What a process that read the folder tells.
#[derive(Debug, Default)]
struct Report {
    load: Duration,
    names: Duration,
    mentions: Duration,
    peak_kib: u64,
    n_words: u64,
    n_mentions: u64,
}

fn child(mode: &str, folder: &Path) -> anyhow::Result<Report> {
    let output = Command::new(std::env::current_exe()?)
        .arg(mode)
        .arg(folder)
        .stderr(Stdio::inherit())
        .output()?;
    let text = String::from_utf8(output.stdout)?;
    let number = |key: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(key));
        line.and_then(|number| number.trim().parse().ok())
            .unwrap_or(0)
    };
    anyhow::ensure!(number("words") > 0, "reading failed: {text}");
    Ok(Report {
        load: Duration::from_nanos(number("load")),
        names: Duration::from_nanos(number("names")),
        mentions: Duration::from_nanos(number("mentions")),
        peak_kib: number("peak"),
        n_words: number("words"),
        n_mentions: number("found"),
    })
}

fn read(folder: &Path) -> anyhow::Result<Corpus> {
    let start = Instant::now();
    let corpus = open_folder(
        folder,
        &LoadOptions::default(),
        &Progress::default(),
        &CancelToken::default(),
    )?;
    println!("load {}", start.elapsed().as_nanos());
    println!("peak {}", peak_kib()?);
    println!("words {}", corpus.n_words());
    Ok(corpus)
}

fn annotate(folder: &Path) -> anyhow::Result<()> {
    // Its memory includes what reading took before.
    let corpus = open_folder(
        folder,
        &LoadOptions::default(),
        &Progress::default(),
        &CancelToken::default(),
    )?;
    let start = Instant::now();
    let (gazetteer, _) = Gazetteer::for_corpus(&corpus, false);
    println!("names {}", start.elapsed().as_nanos());
    let start = Instant::now();
    let annotations = Annotations::new(
        &corpus,
        &Arc::new(gazetteer),
        &Progress::default(),
        &CancelToken::default(),
    )
    .map_err(|_| anyhow::anyhow!("cancelled"))?;
    println!("mentions {}", start.elapsed().as_nanos());
    println!("peak {}", peak_kib()?);
    println!("words {}", corpus.n_words());
    println!("found {}", annotations.n_mentions());
    Ok(())
}

/// The most memory that this process has had, in KiB, as Linux counts it.
fn peak_kib() -> anyhow::Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")
        .context("peak memory is only known on Linux")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.trim().strip_suffix(" kB"));
    number
        .context("no VmHWM")?
        .trim()
        .parse()
        .context("no number")
}
