//! The first step of a build: the tokens of every article, each thread with a
//! lexicon of its own.

use super::interner::Interner;
use super::strings::{StringsBuilder, small};
use super::{BuildError, Index, TokenSource};
use crate::arabic::tokens;
use crate::base::{ArticleId, ByteSpan, CancelToken, Progress};
use rayon::prelude::*;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

/// Articles that a thread takes at once.
const BLOCK: usize = 64;

/// What one thread has read.
pub(super) struct Share<'a> {
    /// The forms met, in the order of their first appearance.
    pub(super) forms: StringsBuilder,
    /// The parts of the column of tokens that it has filled, with the numbers
    /// of these forms.
    pub(super) tokens: Vec<&'a mut [u32]>,
}

/// Articles that follow each other, and their room in the columns.
struct Block<'a> {
    articles: Range<usize>,
    tokens: &'a mut [u32],
    starts: &'a mut [u32],
}

/// Reads all articles on all threads into `tokens` and `starts`, columns that
/// have room for what `article_starts` says. `progress` counts articles.
pub(super) fn collect<'a>(
    old: Option<&Index>,
    sources: &[TokenSource<'_>],
    article_starts: &[u32],
    (tokens, starts): (&'a mut [u32], &'a mut [u32]),
    progress: &Progress,
    cancel: &CancelToken,
) -> Result<Vec<Share<'a>>, BuildError> {
    let blocks = Mutex::new(cut(article_starts, tokens, starts).into_iter());
    (0..rayon::current_num_threads())
        .into_par_iter()
        .with_max_len(1)
        .map(|_| {
            let mut reader = Reader::new(old);
            loop {
                let next = blocks.lock().unwrap_or_else(PoisonError::into_inner).next();
                let Some(block) = next else {
                    return Ok(reader.share());
                };
                cancel.check()?;
                let n_articles = block.articles.len() as u64;
                reader.read(block, sources, article_starts);
                progress.advance(n_articles);
            }
        })
        .collect()
}

/// Cuts the columns between articles.
fn cut<'a>(
    article_starts: &[u32],
    mut tokens: &'a mut [u32],
    mut starts: &'a mut [u32],
) -> Vec<Block<'a>> {
    let n_articles = article_starts.len().saturating_sub(1);
    let mut blocks = Vec::with_capacity(n_articles.div_ceil(BLOCK));
    for first in (0..n_articles).step_by(BLOCK) {
        let articles = first..n_articles.min(first + BLOCK);
        let n = (article_starts[articles.end] - article_starts[articles.start]) as usize;
        let (own_tokens, own_starts);
        (own_tokens, tokens) = tokens.split_at_mut(n);
        (own_starts, starts) = starts.split_at_mut(n);
        blocks.push(Block {
            articles,
            tokens: own_tokens,
            starts: own_starts,
        });
    }
    blocks
}

/// What a thread needs to read articles.
struct Reader<'o, 'a> {
    old: Option<&'o Index>,
    /// The number here of each form of the old index; `u32::MAX` for a form
    /// that has not been met.
    old_forms: Vec<u32>,
    interner: Interner,
    tokens: Vec<&'a mut [u32]>,
    /// Space to work in.
    spans: Vec<ByteSpan>,
}

impl<'o, 'a> Reader<'o, 'a> {
    fn new(old: Option<&'o Index>) -> Self {
        Self {
            old,
            old_forms: vec![u32::MAX; old.map_or(0, Index::n_types)],
            interner: Interner::default(),
            tokens: Vec::new(),
            spans: Vec::new(),
        }
    }

    fn read(&mut self, block: Block<'a>, sources: &[TokenSource<'_>], article_starts: &[u32]) {
        let first = block.articles.start;
        let base = article_starts[first];
        for n in block.articles {
            let room = article_starts[n] - base..article_starts[n + 1] - base;
            let room = room.start as usize..room.end as usize;
            let (tokens, starts) = (&mut block.tokens[room.clone()], &mut block.starts[room]);
            match sources[n] {
                TokenSource::Text { text, .. } => self.tokenise(text, tokens, starts),
                TokenSource::Same(id) => self.copy(id, tokens, starts),
            }
        }
        self.tokens.push(block.tokens);
    }

    fn tokenise(&mut self, text: &str, forms: &mut [u32], starts: &mut [u32]) {
        self.spans.clear();
        self.spans.extend(tokens(text).map(|token| token.span));
        // A loop of its own: look-ups that wait for memory overlap.
        for (number, span) in forms.iter_mut().zip(&self.spans) {
            let form = text.as_bytes().get(span.range()).unwrap_or_default();
            *number = self.interner.number_of(form);
        }
        for (start, span) in starts.iter_mut().zip(&self.spans) {
            *start = span.start;
        }
    }

    /// Takes over the tokens of an article of the old index.
    fn copy(&mut self, id: ArticleId, forms: &mut [u32], starts: &mut [u32]) {
        let Some(old) = self.old else {
            return;
        };
        let positions = old.positions_of(id);
        let positions = positions.start as usize..positions.end as usize;
        let old_starts = old.starts().get(positions.clone()).unwrap_or_default();
        starts.copy_from_slice(old_starts);
        let old_tokens = old.tokens().get(positions).unwrap_or_default();
        for (number, &form) in forms.iter_mut().zip(old_tokens) {
            let Some(known) = self.old_forms.get_mut(form as usize) else {
                continue;
            };
            if *known == u32::MAX {
                *known = self.interner.number_of(old.form_bytes(form));
            }
            *number = *known;
        }
    }

    fn share(self) -> Share<'a> {
        Share {
            forms: self.interner.into_forms(),
            tokens: self.tokens,
        }
    }
}

/// Where the positions of each article start, and one more for the end.
pub(super) fn article_starts(
    old: Option<&Index>,
    sources: &[TokenSource<'_>],
) -> Result<Vec<u32>, BuildError> {
    let mut starts = Vec::with_capacity(sources.len() + 1);
    let mut position = 0_u32;
    starts.push(position);
    for source in sources {
        let n_tokens = match *source {
            TokenSource::Text { n_tokens, .. } => n_tokens,
            TokenSource::Same(id) => old.map_or(0, |old| small(old.positions_of(id).len())),
        };
        position = position
            .checked_add(n_tokens)
            .filter(|position| *position < u32::MAX)
            .ok_or(BuildError::TooLarge)?;
        starts.push(position);
    }
    Ok(starts)
}
