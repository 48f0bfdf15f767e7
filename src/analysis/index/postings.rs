//! The third step of a build: from forms to types, and the postings.

use super::BuildError;
use super::collect::Share;
use super::strings::small;
use crate::base::CancelToken;
use rayon::prelude::*;

/// Gives each token the number of its form in the lexicon: `numbers` has it
/// for each share and each of its forms.
pub(super) fn renumber(shares: Vec<Share<'_>>, numbers: &[Vec<u32>]) {
    shares
        .into_par_iter()
        .zip(numbers)
        .for_each(|(share, numbers)| {
            for token in share.tokens.into_iter().flatten() {
                *token = numbers.get(*token as usize).copied().unwrap_or_default();
            }
        });
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
