//! The positions of a set of types, block by block.

use super::super::index::{Index, TypeId};
use super::bits::Bits;
use super::block::ArticleBlock;
use super::types::{Member, Types, in_order};
use std::borrow::Cow;
use std::ops::Range;

/// Where a set of types stands.
#[derive(Debug)]
pub(super) enum TypePlaces<'a> {
    /// Everywhere.
    All,
    /// At these positions, ascending.
    List(Cow<'a, [u32]>),
    /// At the positions of several types, ascending for each.
    Lists(Vec<&'a [u32]>),
    /// Wherever a token is one of these.
    Tokens(Member),
}

/// Lists of more types than this are not looked through for each block.
const MANY_TYPES: usize = 256;

/// More positions than this are put in order by a bitmap, not by sorting.
const MANY_POSITIONS: usize = 1 << 15;

/// Where one of so many tokens is a hit, reading all is quicker.
const THICK: usize = 16;

impl<'a> TypePlaces<'a> {
    pub(super) fn new(types: &Types, index: &'a Index) -> Self {
        let types = match types {
            Types::All => return Self::All,
            Types::These(types) => types,
        };
        let postings = types.iter().map(|&id| index.postings(TypeId(id)));
        match **types {
            [] => return Self::List(Cow::Borrowed(&[])),
            [id] => return Self::List(Cow::Borrowed(index.postings(TypeId(id)))),
            _ if types.len() <= MANY_TYPES => return Self::Lists(postings.collect()),
            _ => {}
        }
        let n_positions: usize = postings.clone().map(<[u32]>::len).sum();
        if n_positions <= index.n_tokens() as usize / THICK {
            let mut positions = Vec::with_capacity(n_positions);
            postings.for_each(|list| positions.extend_from_slice(list));
            if n_positions > MANY_POSITIONS {
                positions = in_order(&positions);
            } else {
                positions.sort_unstable();
            }
            return Self::List(Cow::Owned(positions));
        }
        Self::Tokens(Types::These(types.clone()).member(index))
    }

    /// The positions of `types` if they are one type.
    pub(super) fn of_one(types: &Types, index: &'a Index) -> Option<&'a [u32]> {
        match types {
            Types::These(types) => match **types {
                [id] => Some(index.postings(TypeId(id))),
                _ => None,
            },
            Types::All => None,
        }
    }

    /// The positions in `block`, ascending.
    pub(super) fn within(&self, block: &ArticleBlock<'_>) -> Cow<'_, [u32]> {
        let range = &block.positions;
        match self {
            Self::All => Cow::Owned(range.clone().collect()),
            Self::List(positions) => Cow::Borrowed(part(positions, range)),
            Self::Lists(lists) => {
                let parts: Vec<&[u32]> = lists
                    .iter()
                    .map(|list| part(list, range))
                    .filter(|part| !part.is_empty())
                    .collect();
                let n: usize = parts.iter().map(|part| part.len()).sum();
                let mut positions = Vec::with_capacity(n);
                if parts.len() < 2 || !Bits::pay(n, block) {
                    for part in parts {
                        positions.extend_from_slice(part);
                    }
                    positions.sort_unstable();
                } else {
                    let mut bits = Bits::none(block);
                    for part in parts {
                        bits.insert_all(part);
                    }
                    bits.each_in(range.clone(), |position| positions.push(position));
                }
                Cow::Owned(positions)
            }
            Self::Tokens(member) => {
                let mut positions = Vec::new();
                member.each_in(tokens(block), |n| positions.push(range.start + n));
                Cow::Owned(positions)
            }
        }
    }

    /// The positions in `block` as bits.
    pub(super) fn bits(&self, block: &ArticleBlock<'_>) -> Bits {
        let mut bits = Bits::none(block);
        match self {
            Self::Lists(lists) => {
                for list in lists {
                    bits.insert_all(part(list, &block.positions));
                }
            }
            _ => bits.insert_all(&self.within(block)),
        }
        bits
    }
}

/// The types of the positions of `block`.
fn tokens<'a>(block: &ArticleBlock<'a>) -> &'a [u32] {
    let Range { start, end } = block.positions;
    let tokens = block.index.tokens().get(start as usize..end as usize);
    tokens.unwrap_or_default()
}

/// The part of `positions`, ascending, that lies in `range`.
fn part<'a>(positions: &'a [u32], range: &Range<u32>) -> &'a [u32] {
    let start = match range.start {
        0 => 0,
        start => positions.partition_point(|position| *position < start),
    };
    let rest = positions.get(start..).unwrap_or_default();
    let end = match rest.last() {
        Some(last) if *last >= range.end => rest.partition_point(|position| *position < range.end),
        _ => rest.len(),
    };
    rest.get(..end).unwrap_or_default()
}
