//! Words and phrases in an index.

use super::super::index::Index;
use super::Hit;
use super::cursor::Cursor;
use super::types::{Member, Types};
use crate::base::{CancelToken, Cancelled};
use rayon::prelude::*;

/// A word or phrase: the types of each of its tokens.
#[derive(Debug)]
pub(super) struct Span {
    pub(super) elements: Vec<Types>,
}

/// Positions that a thread looks at between two looks at the wish to stop.
const STRETCH: usize = 1 << 14;

impl Span {
    /// The hits, ascending.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub(super) fn hits(&self, index: &Index, cancel: &CancelToken) -> Result<Vec<Hit>, Cancelled> {
        if let [types] = &*self.elements {
            let positions = types.positions(index);
            return Ok(positions.iter().map(|&start| one(start)).collect());
        }
        let Some(search) = PhraseSearch::new(self, index) else {
            return Ok(Vec::new());
        };
        let positions = search.rarest.positions(index);
        let parts: Vec<Vec<Hit>> = positions
            .par_chunks(STRETCH)
            .map(|positions| {
                cancel.check()?;
                Ok(search.hits_among(positions).collect())
            })
            .collect::<Result<_, Cancelled>>()?;
        Ok(parts.concat())
    }

    /// How many hits there are.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub(super) fn count(&self, index: &Index, cancel: &CancelToken) -> Result<usize, Cancelled> {
        if let [types] = &*self.elements {
            return Ok(types.n_tokens(index));
        }
        let Some(search) = PhraseSearch::new(self, index) else {
            return Ok(0);
        };
        let positions = search.rarest.positions(index);
        positions
            .par_chunks(STRETCH)
            .map(|positions| {
                cancel.check()?;
                Ok(search.hits_among(positions).count())
            })
            .sum()
    }

    /// The first `n` hits, ascending.
    pub(super) fn first(&self, n: usize, index: &Index) -> Vec<Hit> {
        if let [types] = &*self.elements {
            let positions = types.first_positions(n, index);
            return positions.into_iter().map(one).collect();
        }
        let Some(search) = PhraseSearch::new(self, index) else {
            return Vec::new();
        };
        let positions = search.rarest.positions(index);
        search.hits_among(&positions).take(n).collect()
    }
}

fn one(start: u32) -> Hit {
    Hit {
        start,
        end: start + 1,
    }
}

/// A phrase, looked for around the tokens of its rarest element.
struct PhraseSearch<'a> {
    index: &'a Index,
    rarest: &'a Types,
    /// The place of the rarest element in the phrase.
    place: u32,
    n_elements: u32,
    /// The other elements with their places, the most telling first.
    others: Vec<(u32, Member<'a>)>,
}

impl<'a> PhraseSearch<'a> {
    /// `None` if an element has no types.
    fn new(span: &'a Span, index: &'a Index) -> Option<Self> {
        let mut elements: Vec<(usize, u32, &Types)> = (0..)
            .zip(&span.elements)
            .map(|(place, types)| (types.n_tokens(index), place, types))
            .collect();
        elements.sort_by_key(|(n_tokens, place, _)| (*n_tokens, *place));
        let (&(n_tokens, place, rarest), others) = elements.split_first()?;
        if n_tokens == 0 {
            return None;
        }
        let others = others
            .iter()
            .filter(|(_, _, types)| **types != Types::All)
            .map(|(_, place, types)| (*place, types.member(index)))
            .collect();
        Some(Self {
            index,
            rarest,
            place,
            n_elements: u32::try_from(span.elements.len()).ok()?,
            others,
        })
    }

    /// The hits around `positions`, ascending positions of the rarest element.
    fn hits_among<'b>(&'b self, positions: &'b [u32]) -> impl Iterator<Item = Hit> + 'b {
        let tokens = self.index.tokens();
        let mut cursor = Cursor::new(self.index);
        positions.iter().filter_map(move |&position| {
            let start = position.checked_sub(self.place)?;
            let is_hit = self.others.iter().all(|(place, member)| {
                let token = tokens.get((start + place) as usize);
                token.is_some_and(|token| member.has(*token))
            });
            if !is_hit {
                return None;
            }
            // A phrase does not go on in the next article.
            cursor.article_of(start);
            let end = start + self.n_elements;
            (end <= cursor.end() && end <= self.index.n_tokens()).then_some(Hit { start, end })
        })
    }
}
