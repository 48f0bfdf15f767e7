//! The third step of a build: the token columns and the postings.

use super::BuildError;
use super::collect::{Block, Share};
use super::strings::small;
use crate::base::CancelToken;
use rayon::prelude::*;

/// The columns over positions and articles.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) tokens: Vec<u32>,
    pub(super) starts: Vec<u32>,
    pub(super) article_starts: Vec<u32>,
}

/// Puts the blocks of all shares in the order of the articles. `numbers` has
/// for each share the number in the lexicon of each of its forms.
pub(super) fn columns(
    shares: Vec<Share>,
    numbers: &[Vec<u32>],
    cancel: &CancelToken,
) -> Result<Columns, BuildError> {
    let mut blocks: Vec<(usize, Block)> = shares
        .into_iter()
        .enumerate()
        .flat_map(|(share, content)| content.blocks.into_iter().map(move |b| (share, b)))
        .collect();
    blocks.sort_unstable_by_key(|(_, block)| block.articles.start);
    let n_tokens: usize = blocks.iter().map(|(_, block)| block.forms.len()).sum();
    if u32::try_from(n_tokens).is_err() || small(n_tokens) == u32::MAX {
        return Err(BuildError::TooLarge);
    }
    let mut article_starts = vec![0];
    let mut position = 0;
    for n in blocks.iter().flat_map(|(_, block)| &block.n_tokens) {
        position += n;
        article_starts.push(position);
    }
    let (mut tokens, mut starts) = (vec![0; n_tokens], vec![0; n_tokens]);
    let mut places = Vec::with_capacity(blocks.len());
    let (mut tokens_left, mut starts_left) = (&mut *tokens, &mut *starts);
    for (share, block) in blocks {
        let n = block.forms.len();
        let (token_place, starts_place);
        (token_place, tokens_left) = tokens_left.split_at_mut(n);
        (starts_place, starts_left) = starts_left.split_at_mut(n);
        places.push((share, block, token_place, starts_place));
    }
    places
        .into_par_iter()
        .try_for_each(|(share, block, tokens, starts)| {
            cancel.check()?;
            let numbers = numbers.get(share).map_or(&[][..], Vec::as_slice);
            for (token, form) in tokens.iter_mut().zip(&block.forms) {
                *token = numbers.get(*form as usize).copied().unwrap_or_default();
            }
            starts.copy_from_slice(&block.starts);
            Ok::<_, BuildError>(())
        })?;
    Ok(Columns {
        tokens,
        starts,
        article_starts,
    })
}

/// The postings of each of `n_types` types one after another, and where those
/// of each type start; one more for the end.
pub(super) fn postings(
    tokens: &[u32],
    n_types: usize,
    cancel: &CancelToken,
) -> Result<(Vec<u32>, Vec<u32>), BuildError> {
    let n_parts = rayon::current_num_threads().max(1);
    let stretch = tokens.len().div_ceil(n_parts).max(1);
    let counts: Vec<Vec<u32>> = tokens
        .par_chunks(stretch)
        .map(|tokens| {
            let mut counts = vec![0_u32; n_types];
            for &token in tokens {
                counts[token as usize] += 1;
            }
            counts
        })
        .collect();
    let mut starts = Vec::with_capacity(n_types + 1);
    let mut sum = 0;
    starts.push(0);
    for n in 0..n_types {
        sum += counts.iter().map(|counts| counts[n]).sum::<u32>();
        starts.push(sum);
    }
    drop(counts);
    cancel.check()?;

    // Each thread looks at all tokens and puts down those of its own types:
    // what it writes is a part of the column that is its alone.
    let mut postings = vec![0; tokens.len()];
    let mut parts = Vec::with_capacity(n_parts);
    let mut left = &mut *postings;
    let mut first = 0;
    for part in 1..=n_parts {
        let target = small(tokens.len() * part / n_parts);
        let end = match part {
            _ if part == n_parts => n_types,
            _ => starts
                .partition_point(|start| *start < target)
                .clamp(first, n_types),
        };
        let n = starts[end] - starts[first];
        let own;
        (own, left) = left.split_at_mut(n as usize);
        parts.push((first..end, own));
        first = end;
    }
    parts.into_par_iter().try_for_each(|(types, own)| {
        let base = starts[types.start];
        let mut next: Vec<u32> = starts[types.clone()].iter().map(|s| s - base).collect();
        let first = small(types.start);
        for (chunk, tokens) in (0_u32..).zip(tokens.chunks(CHUNK)) {
            cancel.check()?;
            for (place, &token) in (chunk * small(CHUNK)..).zip(tokens) {
                // A token of types before wraps around and is past the end.
                if let Some(next) = next.get_mut(token.wrapping_sub(first) as usize) {
                    own[*next as usize] = place;
                    *next += 1;
                }
            }
        }
        Ok::<_, BuildError>(())
    })?;
    Ok((postings, starts))
}

/// Tokens between two looks at the wish to stop.
const CHUNK: usize = 1 << 20;
