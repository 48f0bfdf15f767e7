//! Warraq: its index, its queries, and lines of its concordance.

use super::question::{NEAR, Question};
use super::{Engine, SCREEN};
use anyhow::Context as _;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use warraq::analysis::IndexedCorpus;
use warraq::analysis::cache::{CachePlace, OpenedFrom, open_indexed, save};
use warraq::analysis::concordance::{Indexed, KwicLine, Width};
use warraq::analysis::query::{Options, Query, Searchable, Typing};
use warraq::base::{CancelToken, Cancelled, Progress};
use warraq::corpus::{Corpus, LoadOptions, open_folder};

/// A corpus and its indices.
pub(crate) struct WarraqIndex(pub(crate) IndexedCorpus);

/// Reads the corpus in `folder`, its texts kept in memory.
pub(crate) fn read(folder: &Path) -> anyhow::Result<Corpus> {
    let (progress, cancel) = (Progress::default(), CancelToken::default());
    let options = LoadOptions::default();
    Ok(open_folder(folder, &options, &progress, &cancel)?)
}

impl WarraqIndex {
    /// Indexes `corpus` on all cores.
    pub(crate) fn build(corpus: Corpus) -> anyhow::Result<Self> {
        let (progress, cancel) = (Progress::default(), CancelToken::default());
        let indexed = IndexedCorpus::build(Arc::new(corpus), &progress, &cancel)?;
        Ok(Self(indexed))
    }

    /// Writes the cache into `place`; returns its bytes, texts included.
    pub(crate) fn save(&self, place: &CachePlace) -> anyhow::Result<u64> {
        let cancel = CancelToken::default();
        Ok(save(place, &self.0.corpus, &self.0.index, &cancel)?.n_bytes)
    }

    /// Opens the corpus in `folder` by its cache in `place`, to a list and an
    /// index that answers.
    pub(crate) fn open(folder: &Path, place: &CachePlace) -> anyhow::Result<Self> {
        let (progress, cancel) = (Progress::default(), CancelToken::default());
        let options = LoadOptions::default();
        let opened = open_indexed(folder, &options, place, &progress, &cancel)?;
        anyhow::ensure!(opened.origin == OpenedFrom::Cache, "{:?}", opened.fault);
        let (corpus, index) = (Arc::new(opened.corpus), Arc::new(opened.index));
        Ok(Self(IndexedCorpus::new(corpus, index, &cancel)?))
    }

    /// Bytes of the columns that are kept on disk.
    pub(crate) fn size(&self) -> u64 {
        let indices = [&*self.0.index, &self.0.titles];
        let sections = indices.into_iter().flat_map(|index| index.sections());
        sections.map(|(_, bytes)| bytes.len() as u64).sum()
    }

    /// The number of articles with a hit, and all that the list and the
    /// concordance need: every hit.
    pub(crate) fn search(&self, question: &Question) -> anyhow::Result<u64> {
        let (progress, cancel) = (Progress::default(), CancelToken::default());
        self.ask(question, |query, searchable, options| {
            let index = &self.0.index;
            let answer = query.search(index, searchable, options, &progress, &cancel)?;
            Ok(answer.articles.len() as u64)
        })
    }

    fn ask<T>(
        &self,
        question: &Question,
        answer: impl FnOnce(&Query, &Searchable<'_>, &Options<'_>) -> Result<T, Cancelled>,
    ) -> anyhow::Result<T> {
        let query = Query::parse(&written(question), Typing::Done).query;
        let query = query.context("a question that is no query")?;
        let searchable = Searchable {
            facets: &self.0.facets,
            entity: &|_| None,
            // The peers know texts only.
            titles: None,
        };
        let found = answer(&query, &searchable, &Options::default());
        found.map_err(|_| anyhow::anyhow!("cancelled"))
    }
}

impl Engine for WarraqIndex {
    /// Hits, not articles.
    fn count(&self, question: &Question) -> anyhow::Result<Option<u64>> {
        let count = self.ask(question, |query, searchable, options| {
            query.count(&self.0.index, searchable, options, &CancelToken::default())
        })?;
        Ok(Some(count as u64))
    }

    /// Lines of the concordance, with the text on both sides.
    fn first_screen(&self, question: &Question) -> anyhow::Result<Option<u64>> {
        let hits = self.ask(question, |query, searchable, options| {
            query.first(
                SCREEN,
                &self.0.index,
                searchable,
                options,
                &CancelToken::default(),
            )
        })?;
        let indexed = Indexed {
            corpus: &self.0.corpus,
            index: &self.0.index,
        };
        let lines = hits
            .into_iter()
            .filter_map(|hit| KwicLine::new(indexed, hit, Width::default()));
        Ok(Some(black_box(lines.collect::<Vec<_>>()).len() as u64))
    }
}

/// The question in the language of Warraq.
fn written(question: &Question) -> String {
    match question {
        Question::Word(word) => word.clone(),
        Question::Phrase(words) => format!("\"{}\"", words.join(" ")),
        Question::Prefix(prefix) => format!("{prefix}*"),
        // With so many words between, the second is one further.
        Question::Near(a, b) => format!("{a} NEAR/{} {b}", NEAR + 1),
    }
}
