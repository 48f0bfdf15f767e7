//! The same questions to Warraq, tantivy and `SQLite` FTS5 over the same
//! 60,000 articles, in process and warm.
//!
//! Each engine is a process of its own that builds its index of the same
//! folded words, then answers: how many hits, and what twenty of them need to
//! be shown. Warraq's first screen is lines with the text on both sides; those
//! of the peers are numbers of articles, whose texts they do not keep.
#![expect(clippy::print_stdout, reason = "a bench prints its table")]

mod shared;

use shared::common::corpus::{self, Plan};
use shared::common::stats::{Samples, table};
use shared::process::{Report, again, tell, tell_time};
use shared::question::{Kind, Question};
use shared::time::short;
use shared::warraq_index::{self, WarraqIndex};
use shared::{Engine, files, fts5, question, tantivy_index, time};
use std::path::Path;
use std::time::Duration;

const WARRAQ: &str = "--warraq";
const TANTIVY: &str = "--tantivy";
const FTS5: &str = "--fts5";
/// The file with the questions, in the folder of the corpus; loading skips
/// hidden files.
const QUESTIONS: &str = ".warraq-bench-questions";

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [mode, folder] if mode == WARRAQ => ask_warraq(Path::new(folder)),
        [mode, folder] if mode == TANTIVY => ask_tantivy(Path::new(folder)),
        [mode, folder] if mode == FTS5 => ask_fts5(Path::new(folder)),
        _ => compare(),
    }
}

/// Chooses the questions, writes them down for the others, and answers.
fn ask_warraq(folder: &Path) -> anyhow::Result<()> {
    let engine = WarraqIndex::build(warraq_index::read(folder)?)?;
    let questions = question::choose(&engine.0.index);
    question::write(&questions, &folder.join(QUESTIONS))?;
    ask(&engine, &questions)?;
    for (n, question) in questions.iter().enumerate() {
        // What the peers count.
        tell(&key(n, "articles"), engine.search(question)?);
        let time = time::of(|| engine.search(question));
        tell_time(&key(n, "search time"), time);
    }
    Ok(())
}

fn ask_tantivy(folder: &Path) -> anyhow::Result<()> {
    let place = files::fresh_folder("peers-index")?;
    let words = tantivy_index::Words::Folded;
    let engine = tantivy_index::build(&files::texts(folder)?, &place, words)?;
    tell("segments", engine.n_segments() as u64);
    let questions = question::read(&folder.join(QUESTIONS))?;
    ask(&engine, &questions)?;
    for (n, question) in questions.iter().enumerate() {
        if engine.first_unranked(question)?.is_some() {
            let time = time::of(|| engine.first_unranked(question));
            tell_time(&key(n, "other time"), time);
        }
    }
    std::fs::remove_dir_all(place)?;
    Ok(())
}

fn ask_fts5(folder: &Path) -> anyhow::Result<()> {
    let place = files::fresh_folder("peers-index")?;
    let database = place.join("articles.sqlite");
    let engine = fts5::build(&files::texts(folder)?, &database, fts5::Text::Folded)?;
    engine.optimize()?;
    let questions = question::read(&folder.join(QUESTIONS))?;
    ask(&engine, &questions)?;
    for (n, question) in questions.iter().enumerate() {
        let time = time::of(|| engine.first_ranked(question));
        tell_time(&key(n, "other time"), time);
    }
    std::fs::remove_dir_all(place)?;
    Ok(())
}

fn ask(engine: &impl Engine, questions: &[Question]) -> anyhow::Result<()> {
    for (n, question) in questions.iter().enumerate() {
        if let Some(count) = engine.count(question)? {
            tell(&key(n, "count"), count);
            tell_time(&key(n, "count time"), time::of(|| engine.count(question)));
        }
        if engine.first_screen(question)?.is_some() {
            let time = time::of(|| engine.first_screen(question));
            tell_time(&key(n, "first time"), time);
        }
    }
    Ok(())
}

/// The name of what is told about question `n`.
fn key(n: usize, what: &str) -> String {
    format!("{n} {what}")
}

fn compare() -> anyhow::Result<()> {
    let folder = corpus::folder(Plan::NEWS)?;
    let warraq = again(WARRAQ, &folder)?;
    let tantivy = again(TANTIVY, &folder)?;
    let fts5 = again(FTS5, &folder)?;
    let questions = question::read(&folder.join(QUESTIONS))?;
    agree(&questions, &warraq, &tantivy, &fts5)?;
    println!(
        "{} questions; tantivy in {} segments; the same numbers of articles everywhere\n",
        questions.len(),
        tantivy.number("segments")?,
    );
    let measured = [
        ("Warraq: count hits", &warraq, "count time"),
        ("Warraq: all hits and articles", &warraq, "search time"),
        ("tantivy: count articles", &tantivy, "count time"),
        ("FTS5: count articles", &fts5, "count time"),
        ("Warraq: 20 lines with text", &warraq, "first time"),
        ("tantivy: 20 articles", &tantivy, "other time"),
        ("tantivy: 20 best articles", &tantivy, "first time"),
        ("FTS5: 20 articles", &fts5, "first time"),
        ("FTS5: 20 best articles", &fts5, "other time"),
    ];
    let mut rows = Vec::new();
    for kind in Kind::ALL {
        for (name, report, what) in measured {
            let times: Samples = questions
                .iter()
                .enumerate()
                .filter(|(_, question)| question.kind() == kind)
                .filter_map(|(n, _)| report.time(&key(n, what)).ok())
                .collect::<Vec<Duration>>()
                .into_iter()
                .collect();
            if times.len() > 0 {
                rows.push([
                    kind.name().to_owned(),
                    name.to_owned(),
                    times.len().to_string(),
                    short(times.median()),
                    short(times.percentile(0.95)),
                    short(times.percentile(0.99)),
                ]);
            }
        }
    }
    let head = ["question", "what", "questions", "median", "95 %", "99 %"];
    println!("{}", table(head, &rows));
    Ok(())
}

/// Holds that all engines find the same articles. Only where both words of a
/// nearness are the same may they differ: FTS5 takes one place for both.
fn agree(
    questions: &[Question],
    warraq: &Report,
    tantivy: &Report,
    fts5: &Report,
) -> anyhow::Result<()> {
    for (n, question) in questions.iter().enumerate() {
        let own = warraq.number(&key(n, "articles"))?;
        for (name, peer) in [("tantivy", tantivy), ("FTS5", fts5)] {
            let Ok(found) = peer.number(&key(n, "count")) else {
                continue;
            };
            let is_pair = matches!(question, Question::Near(a, b) if a == b);
            anyhow::ensure!(
                own == found || is_pair,
                "“{question}”: Warraq finds {own} articles, {name} {found}"
            );
        }
    }
    Ok(())
}
