//! What is done to every byte of a corpus: cutting into words, folding,
//! finding names, indexing. Throughput on 1 MB of made-up news.

mod common;

use common::article::ArticleWriter;
use divan::Bencher;
use divan::counter::BytesCount;
use std::sync::LazyLock;
use warraq::analysis::index::Index;
use warraq::arabic::{count_words, fold, tokens};
use warraq::base::{CancelToken, Progress};
use warraq::corpus::{decode, embedded};
use warraq::entity::{Gazetteer, Recognizer};

static TEXT: LazyLock<String> = LazyLock::new(|| ArticleWriter::new().article_of(7, 1_000_000));
static GAZETTEER: LazyLock<Gazetteer> =
    LazyLock::new(|| Gazetteer::for_corpus(&embedded::open(), true).0);

fn main() {
    LazyLock::force(&TEXT);
    LazyLock::force(&GAZETTEER);
    divan::main();
}

#[divan::bench]
fn decoding(bencher: Bencher) {
    bencher
        .counter(BytesCount::of_str(TEXT.as_str()))
        .bench(|| decode(TEXT.as_bytes(), None));
}

#[divan::bench]
fn cutting_into_tokens(bencher: Bencher) {
    bencher
        .counter(BytesCount::of_str(TEXT.as_str()))
        .bench(|| tokens(&TEXT).count());
}

#[divan::bench]
fn counting_words(bencher: Bencher) {
    bencher
        .counter(BytesCount::of_str(TEXT.as_str()))
        .bench(|| count_words(&TEXT));
}

#[divan::bench]
fn folding(bencher: Bencher) {
    bencher
        .counter(BytesCount::of_str(TEXT.as_str()))
        .bench(|| fold(&TEXT));
}

#[divan::bench]
fn finding_names(bencher: Bencher) {
    let mut recognizer = Recognizer::new(&GAZETTEER);
    let mut mentions = Vec::new();
    bencher
        .counter(BytesCount::of_str(TEXT.as_str()))
        .bench_local(|| {
            mentions.clear();
            recognizer.spot(&TEXT, &mut mentions);
            mentions.len()
        });
}

#[divan::bench]
fn indexing(bencher: Bencher) {
    bencher
        .counter(BytesCount::of_str(TEXT.as_str()))
        .bench(|| {
            let texts = [TEXT.as_str()];
            let index = Index::build(texts, &Progress::default(), &CancelToken::default());
            index.map(|index| index.n_types())
        });
}

#[divan::bench]
fn building_the_gazetteer() -> usize {
    Gazetteer::for_corpus(&embedded::open(), true)
        .0
        .entities()
        .len()
}
