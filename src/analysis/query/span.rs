//! Words and phrases in an index.

use super::super::ArticleSet;
use super::super::index::Index;
use super::Hit;
use super::bits::Bits;
use super::block::ArticleBlock;
use super::cursor::positions_in;
use super::places::TypePlaces;
use super::types::{Member, Types};
use crate::base::fits;
use std::borrow::Cow;

/// A word or phrase, looked for around the tokens of its rarest element.
#[derive(Debug)]
pub(super) struct Span<'a> {
    /// Where the rarest element stands.
    places: TypePlaces<'a>,
    /// How often the rarest element occurs.
    n_places: usize,
    /// The place of the rarest element in the phrase.
    place: u32,
    n_elements: u32,
    /// The other elements with their places, the rarest first. One that may be
    /// any token is not among them.
    others: Vec<(u32, Element<'a>)>,
}

/// An element around the rarest.
#[derive(Debug)]
struct Element<'a> {
    /// Its types.
    member: Member,
    /// Where it stands, unless that is in many more places than the rarest.
    places: Option<TypePlaces<'a>>,
}

/// An element that occurs up to this many times as often as the rarest is
/// looked for by its positions where those of the rarest lie thick.
const SIMILAR: usize = 4;

impl<'a> Span<'a> {
    /// The phrase of tokens that have the types of each of `elements`.
    pub(super) fn new(elements: &[Types], index: &'a Index) -> Self {
        let mut counted: Vec<(usize, u32, &Types)> = (0..)
            .zip(elements)
            .map(|(place, types)| (types.n_tokens(index), place, types))
            .collect();
        counted.sort_by_key(|(n_tokens, place, _)| (*n_tokens, *place));
        let n_elements = fits(elements.len());
        let Some((&(n_places, place, rarest), others)) = counted.split_first() else {
            return Self {
                places: TypePlaces::List(Cow::Borrowed(&[])),
                n_places: 0,
                place: 0,
                n_elements,
                others: Vec::new(),
            };
        };
        let element = |n_tokens: usize, types: &Types| Element {
            member: types.member(index),
            places: (n_tokens / SIMILAR <= n_places).then(|| TypePlaces::new(types, index)),
        };
        // A word that does not occur decides alone.
        let others = others.iter().filter(|_| n_places > 0);
        Self {
            places: TypePlaces::new(rarest, index),
            n_places,
            place,
            n_elements,
            others: others
                .filter(|(_, _, types)| **types != Types::All)
                .map(|(n_tokens, place, types)| (*place, element(*n_tokens, types)))
                .collect(),
        }
    }

    /// How many positions are looked at to find all hits.
    pub(super) fn cost(&self) -> usize {
        self.n_places
    }

    /// Whether this is one word.
    pub(super) fn is_word(&self) -> bool {
        self.n_elements == 1
    }

    /// The hits of a word in `block` as bits.
    pub(super) fn bits(&self, block: &ArticleBlock<'_>) -> Bits {
        self.places.bits(block)
    }

    /// The hits in `block`, ascending; only those in `among`, if there is one.
    pub(super) fn hits(&self, block: &ArticleBlock<'_>, among: Option<&ArticleSet>) -> Vec<Hit> {
        let mut positions = self.places.within(block);
        if let Some(among) = among.filter(|among| !among.is_all()) {
            positions = Cow::Owned(positions_in(&positions, among, block));
        }
        if self.n_elements == 1 {
            return positions.iter().map(|&start| one(start)).collect();
        }
        let tokens = block.index.tokens();
        let is_thick = Bits::pay(positions.len(), block);
        let others: Vec<(u32, &Member, Option<Bits>)> = self
            .others
            .iter()
            .map(|(place, element)| {
                let places = element.places.as_ref().filter(|_| is_thick);
                let bits = places.map(|places| places.bits(block));
                (*place, &element.member, bits)
            })
            .collect();
        let mut cursor = block.cursor();
        let mut hits = Vec::new();
        for &position in &*positions {
            let Some(start) = position.checked_sub(self.place) else {
                continue;
            };
            let is_hit = others.iter().all(|(place, member, bits)| {
                let at = start + *place;
                if let Some(bits) = bits {
                    return bits.has(at);
                }
                let token = tokens.get(at as usize);
                token.is_some_and(|token| member.has(*token))
            });
            if !is_hit {
                continue;
            }
            // A phrase lies in one article.
            cursor.article_of(start.max(block.positions.start));
            let end = start + self.n_elements;
            if start >= cursor.start() && end <= cursor.end() {
                hits.push(Hit { start, end });
            }
        }
        hits
    }
}

/// The hit of one token.
pub(super) fn one(start: u32) -> Hit {
    Hit {
        start,
        end: start + 1,
    }
}
