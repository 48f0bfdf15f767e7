//! tantivy, the full-text engine of the Rust ecosystem.

use super::question::Question;
use super::{Engine, SCREEN};
use rayon::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{EnableScoring, PhraseQuery, Query, RegexQuery, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{
    LowerCaser, SimpleTokenizer, TextAnalyzer, Token, TokenStream, Tokenizer,
};
use tantivy::{DocSet as _, Index, IndexWriter, Searcher, TERMINATED, TantivyDocument, Term};
use warraq::arabic::{Tokens, fold_into, tokens};

/// Memory that a thread of the writer may fill before it writes a segment.
const BYTES_PER_THREAD: usize = 100_000_000;

/// What cuts texts into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Words {
    /// tantivy's own `SimpleTokenizer` and `LowerCaser`.
    Own,
    /// Those of Warraq, folded: the same words in both indexes.
    Folded,
}

/// An index on disk, opened.
pub(crate) struct TantivyIndex {
    searcher: Searcher,
    field: Field,
}

/// Indexes `files` into `folder`, positions included and texts not, with as
/// many threads as Warraq has, and waits until all is merged and written.
pub(crate) fn build(
    files: &[PathBuf],
    folder: &Path,
    words: Words,
) -> anyhow::Result<TantivyIndex> {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("words")
        .set_fieldnorms(true)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let mut schema = Schema::builder();
    let field = schema.add_text_field(
        "text",
        TextOptions::default().set_indexing_options(indexing),
    );
    let index = Index::create_in_dir(folder, schema.build())?;
    let analyzer = match words {
        Words::Own => TextAnalyzer::builder(SimpleTokenizer::default())
            .filter(LowerCaser)
            .build(),
        Words::Folded => TextAnalyzer::builder(FoldedWords::default()).build(),
    };
    index.tokenizers().register("words", analyzer);
    let n_threads = rayon::current_num_threads();
    let mut writer: IndexWriter =
        index.writer_with_num_threads(n_threads, n_threads * BYTES_PER_THREAD)?;
    files.par_iter().try_for_each(|file| {
        let mut document = TantivyDocument::default();
        document.add_text(field, fs::read_to_string(file)?);
        writer.add_document(document)?;
        anyhow::Ok(())
    })?;
    writer.commit()?;
    writer.wait_merging_threads()?;
    let searcher = index.reader()?.searcher();
    Ok(TantivyIndex { searcher, field })
}

impl TantivyIndex {
    /// The number of articles.
    pub(crate) fn n_articles(&self) -> u64 {
        self.searcher.num_docs()
    }

    /// The number of segments that every question looks through.
    pub(crate) fn n_segments(&self) -> usize {
        self.searcher.segment_readers().len()
    }

    fn term(&self, word: &str) -> Term {
        Term::from_field_text(self.field, word)
    }

    /// `None` for nearness: a phrase with slop is another question.
    fn query(&self, question: &Question) -> anyhow::Result<Option<Box<dyn Query>>> {
        Ok(match question {
            Question::Word(word) => {
                let option = IndexRecordOption::WithFreqs;
                Some(Box::new(TermQuery::new(self.term(word), option)))
            }
            Question::Phrase(words) => {
                let terms = words.iter().map(|word| self.term(word)).collect();
                Some(Box::new(PhraseQuery::new(terms)))
            }
            // Letters alone: nothing to escape.
            Question::Prefix(prefix) => Some(Box::new(RegexQuery::from_pattern(
                &format!("{prefix}.*"),
                self.field,
            )?)),
            Question::Near(..) => None,
        })
    }

    /// The first articles in the order of the index, without scores.
    pub(crate) fn first_unranked(&self, question: &Question) -> anyhow::Result<Option<u64>> {
        let Some(query) = self.query(question)? else {
            return Ok(None);
        };
        let scoring = EnableScoring::disabled_from_searcher(&self.searcher);
        let weight = query.weight(scoring)?;
        let mut found = Vec::with_capacity(SCREEN);
        for segment in self.searcher.segment_readers() {
            let mut scorer = weight.scorer(segment, 1.0)?;
            while scorer.doc() != TERMINATED && found.len() < SCREEN {
                found.push(scorer.doc());
                scorer.advance();
            }
        }
        Ok(Some(std::hint::black_box(found).len() as u64))
    }
}

impl Engine for TantivyIndex {
    fn count(&self, question: &Question) -> anyhow::Result<Option<u64>> {
        let Some(query) = self.query(question)? else {
            return Ok(None);
        };
        Ok(Some(self.searcher.search(&*query, &Count)? as u64))
    }

    /// The twenty best by BM25, as every search with tantivy has them.
    fn first_screen(&self, question: &Question) -> anyhow::Result<Option<u64>> {
        let Some(query) = self.query(question)? else {
            return Ok(None);
        };
        let best = TopDocs::with_limit(SCREEN).order_by_score();
        Ok(Some(self.searcher.search(&*query, &best)?.len() as u64))
    }
}

/// The words of Warraq as tantivy asks for them.
#[derive(Clone, Default)]
struct FoldedWords {
    token: Token,
}

struct FoldedStream<'a> {
    text: &'a str,
    tokens: Tokens<'a>,
    token: &'a mut Token,
}

impl Tokenizer for FoldedWords {
    type TokenStream<'a> = FoldedStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> FoldedStream<'a> {
        self.token.reset();
        FoldedStream {
            text,
            tokens: tokens(text),
            token: &mut self.token,
        }
    }
}

impl TokenStream for FoldedStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(token) = self.tokens.next() else {
            return false;
        };
        self.token.position = self.token.position.wrapping_add(1);
        self.token.offset_from = token.span.start as usize;
        self.token.offset_to = token.span.end as usize;
        self.token.text.clear();
        fold_into(token.span.slice(self.text), &mut self.token.text);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
