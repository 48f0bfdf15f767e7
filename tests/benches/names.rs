//! How good names, dates and casualties are found, on annotated articles; what
//! one long article costs beside the same bytes in many; how soon a stop is
//! heard in it.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::expect_used,
    reason = "a bench prints its table and fails by a panic"
)]

mod common;
#[path = "../names/score/mod.rs"]
mod score;
#[path = "../names/sets.rs"]
mod sets;

use common::article::ArticleWriter;
use sets::sets;
use std::sync::Arc;
use std::time::{Duration, Instant};
use warraq::base::{ArticleId, CancelToken, Cancelled, Progress};
use warraq::corpus::{Corpus, embedded};
use warraq::entity::{Annotations, Gazetteer};

/// Bytes of the corpora whose cost is compared.
const N_BYTES: usize = 10_000_000;
/// Articles of the one with many.
const N_ARTICLES: usize = 5_000;

fn main() {
    if !std::env::args().any(|argument| argument == "--length") {
        print_scores();
    }
    print_lengths();
}

/// A corpus of `n` articles with `N_BYTES` together.
fn corpus(n: usize) -> Corpus {
    let writer = ArticleWriter::new();
    let mut corpus = embedded::open();
    let template = corpus.articles[0].clone();
    let article = |(id, seed)| {
        let mut article = template.clone();
        article.id = ArticleId(id);
        article.text = writer.article_of(seed, N_BYTES / n).as_str().into();
        article
    };
    corpus.articles = (0..).zip(0..n as u64).map(article).collect();
    corpus
}

/// How long the names of `corpus` take, and whether they were found in the end.
fn named(
    corpus: &Corpus,
    gazetteer: &Arc<Gazetteer>,
    cancel: &CancelToken,
) -> (Duration, Result<Annotations, Cancelled>) {
    let start = Instant::now();
    let names = Annotations::new(corpus, gazetteer, &Progress::default(), cancel);
    (start.elapsed(), names)
}

/// Times on one core: an article has no more than one.
fn print_lengths() {
    let gazetteer = Arc::new(Gazetteer::for_corpus(&embedded::open(), true).0);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    let pool = pool.expect("a thread");
    let (one, many) = (corpus(1), corpus(N_ARTICLES));
    let cancel = CancelToken::default();
    let time = |corpus: &Corpus| pool.install(|| named(corpus, &gazetteer, &cancel).0);
    let (one_article, articles) = (time(&one), time(&many));
    println!(
        "\n{N_BYTES} bytes: {one_article:.1?} in one article, {articles:.1?} in {N_ARTICLES}: {:.2} times",
        one_article.as_secs_f64() / articles.as_secs_f64(),
    );
    let mut slowest = Duration::ZERO;
    for eighth in 1..8 {
        let cancel = CancelToken::default();
        let heard = std::thread::scope(|scope| {
            let work = scope.spawn(|| {
                let names = pool.install(|| named(&one, &gazetteer, &cancel).1);
                (Instant::now(), names.is_err())
            });
            std::thread::sleep(one_article * eighth / 8);
            let asked = Instant::now();
            cancel.cancel();
            let (end, is_stopped) = work.join().expect("no panic");
            is_stopped.then(|| end.duration_since(asked))
        });
        slowest = slowest.max(heard.unwrap_or_default());
    }
    println!("a stop is heard after {slowest:.1?} at most");
}

fn print_scores() {
    let wants_faults = std::env::args().any(|argument| argument == "--faults");
    for set in sets() {
        println!("\n{}", set.name);
        let scores = [
            set.names(),
            set.expressions("DATE"),
            set.expressions("TIME"),
            set.expressions("NUM_CASUALTY"),
        ];
        for score in &scores {
            println!("{}", score.table());
            // What is held out stays unseen.
            if wants_faults && set.name != "held-out" {
                println!("{}", score.fault_lines(|file| set.text_of(file)));
            }
        }
    }
}
