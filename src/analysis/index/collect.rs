//! The first step of a build: the tokens of every article, each thread with a
//! lexicon of its own.

use super::Source;
use super::strings::{StringsBuilder, small};
use super::{BuildError, Index};
use crate::arabic::tokens;
use crate::base::{CancelToken, Progress};
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use rayon::prelude::*;
use std::hash::BuildHasher;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Articles that a thread takes at once.
const BLOCK: usize = 64;

/// What one thread has read.
#[derive(Debug, Default)]
pub(super) struct Share {
    /// The forms met, in the order of their first appearance.
    pub(super) forms: StringsBuilder,
    pub(super) blocks: Vec<Block>,
}

/// The tokens of some articles that follow each other.
#[derive(Debug, Default)]
pub(super) struct Block {
    pub(super) articles: Range<usize>,
    /// Tokens of each article.
    pub(super) n_tokens: Vec<u32>,
    /// For each token, the number of its form in the share.
    pub(super) forms: Vec<u32>,
    /// For each token, its first byte in its article.
    pub(super) starts: Vec<u32>,
}

/// Reads all articles on all threads. `progress` counts articles.
pub(super) fn collect(
    old: Option<&Index>,
    sources: &[Source<'_>],
    progress: &Progress,
    cancel: &CancelToken,
) -> Result<Vec<Share>, BuildError> {
    let next = AtomicUsize::new(0);
    (0..rayon::current_num_threads())
        .into_par_iter()
        .with_max_len(1)
        .map(|_| {
            let mut reader = Reader::new(old);
            loop {
                let first = next.fetch_add(BLOCK, Ordering::Relaxed);
                if first >= sources.len() {
                    return Ok(reader.share());
                }
                cancel.check()?;
                let articles = first..sources.len().min(first + BLOCK);
                let n_articles = articles.len() as u64;
                reader.read(articles, sources);
                progress.advance(n_articles);
            }
        })
        .collect()
}

/// What a thread needs to read articles.
struct Reader<'a> {
    old: Option<&'a Index>,
    /// The number here of each form of the old index; `u32::MAX` for a form
    /// that has not been met.
    old_forms: Vec<u32>,
    interner: Interner,
    blocks: Vec<Block>,
}

impl<'a> Reader<'a> {
    fn new(old: Option<&'a Index>) -> Self {
        Self {
            old,
            old_forms: vec![u32::MAX; old.map_or(0, Index::n_types)],
            interner: Interner::default(),
            blocks: Vec::new(),
        }
    }

    fn read(&mut self, articles: Range<usize>, sources: &[Source<'_>]) {
        let mut block = Block {
            articles: articles.clone(),
            n_tokens: Vec::with_capacity(articles.len()),
            ..Block::default()
        };
        for source in sources.get(articles).unwrap_or_default() {
            let before = block.forms.len();
            match *source {
                Source::Text(text) => self.tokenise(text, &mut block),
                Source::Same(id) => self.copy(id, &mut block),
            }
            block.n_tokens.push(small(block.forms.len() - before));
        }
        block.forms.shrink_to_fit();
        block.starts.shrink_to_fit();
        self.blocks.push(block);
    }

    fn tokenise(&mut self, text: &str, block: &mut Block) {
        for token in tokens(text) {
            let bytes = text.as_bytes().get(token.span.range()).unwrap_or_default();
            block.forms.push(self.interner.number_of(bytes));
            block.starts.push(token.span.start);
        }
    }

    /// Takes over the tokens of an article of the old index.
    fn copy(&mut self, id: crate::base::ArticleId, block: &mut Block) {
        let Some(old) = self.old else {
            return;
        };
        let positions = old.positions_of(id);
        let positions = positions.start as usize..positions.end as usize;
        block
            .starts
            .extend_from_slice(old.starts().get(positions.clone()).unwrap_or_default());
        for &form in old.tokens().get(positions).unwrap_or_default() {
            let Some(number) = self.old_forms.get_mut(form as usize) else {
                continue;
            };
            if *number == u32::MAX {
                *number = self.interner.number_of(old.form_bytes(form));
            }
            block.forms.push(*number);
        }
    }

    fn share(self) -> Share {
        Share {
            forms: self.interner.forms,
            blocks: self.blocks,
        }
    }
}

/// Gives each form a number.
#[derive(Default)]
struct Interner {
    forms: StringsBuilder,
    table: HashTable<(u32, u32)>,
    hasher: rustc_hash::FxBuildHasher,
}

impl Interner {
    #[inline]
    fn number_of(&mut self, form: &[u8]) -> u32 {
        let hash = self.hasher.hash_one(form);
        // The high half tells most forms apart without a look at them.
        let high = (hash >> 32) as u32;
        let forms = &mut self.forms;
        let entry = self.table.entry(
            hash,
            |&(known, n)| known == high && forms.bytes_of(n) == form,
            |&(_, n)| self.hasher.hash_one(forms.bytes_of(n)),
        );
        match entry {
            Entry::Occupied(entry) => entry.get().1,
            Entry::Vacant(entry) => {
                let n = forms.push(form);
                entry.insert((high, n));
                n
            }
        }
    }
}
