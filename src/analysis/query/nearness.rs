//! Hits near other hits.

use super::super::ArticleSet;
use super::Hit;
use super::bits::Bits;
use super::block::ArticleBlock;
use super::cursor::{Cursor, gallop};
use super::places::TypePlaces;
use super::plan::Plan;
use super::span::one;
use super::types::Member;
use crate::base::fits;
use std::ops::Range;

/// The hits of one part of a query near those of another, found from those of
/// the rarer part where that is possible.
#[derive(Debug)]
pub(super) struct Nearness<'a> {
    pub(super) way: Way<'a>,
    /// The greatest distance, in tokens.
    pub(super) distance: u32,
}

/// Which side is gone through, and how the other is looked up.
#[derive(Debug)]
pub(super) enum Way<'a> {
    /// The hits of the node, each with a look around it for a word.
    FromNode(Plan<'a>, WordLookup<'a>),
    /// The hits of the other part, each with a look around it for the node,
    /// which is a word.
    FromOther(WordLookup<'a>, Plan<'a>),
    /// The hits of both: node, other.
    Both(Plan<'a>, Plan<'a>),
}

/// How a word is looked up.
#[derive(Debug)]
pub(super) enum WordLookup<'a> {
    /// In its positions, which are read in order.
    Places(TypePlaces<'a>),
    /// Among the tokens.
    Tokens(Member),
}

impl Nearness<'_> {
    /// About how many positions are looked at.
    pub(super) fn cost(&self) -> usize {
        match &self.way {
            // A window costs as much as some positions.
            Way::FromNode(driver, _) | Way::FromOther(_, driver) => driver.cost() * 2,
            Way::Both(node, other) => node.cost() + other.cost(),
        }
    }

    /// The hits in `block`, ascending; only those in `among`, if there is one.
    pub(super) fn hits(&self, block: &ArticleBlock<'_>, among: Option<&ArticleSet>) -> Vec<Hit> {
        let around = Around {
            block,
            distance: self.distance,
        };
        match &self.way {
            Way::FromNode(node, word) => {
                let mut hits = node.hits(block, among);
                around.keep_near(&mut hits, word);
                hits
            }
            Way::FromOther(word, other) => around.words_near(&other.hits(block, among), word),
            Way::Both(node, other) => {
                let mut hits = node.hits(block, among);
                if !hits.is_empty() {
                    around.keep_near_hits(&mut hits, &other.hits(block, among));
                }
                hits
            }
        }
    }
}

/// What is around hits of a block.
struct Around<'a> {
    block: &'a ArticleBlock<'a>,
    distance: u32,
}

impl Around<'_> {
    /// Whether there are so few tokens between two hits; none between
    /// neighbours, which are one token away.
    fn is_near(&self, n_between: u32) -> bool {
        n_between < self.distance
    }

    /// Keeps the hits that a token of `word` is near.
    fn keep_near(&self, hits: &mut Vec<Hit>, word: &WordLookup<'_>) {
        match word {
            WordLookup::Places(places) if self.is_thick(hits) => {
                let bits = places.bits(self.block);
                let mut cursor = self.block.cursor();
                hits.retain(|hit| {
                    let (before, after) = self.ranges(*hit);
                    if bits.window(before.clone()) == 0 && bits.window(after.clone()) == 0 {
                        return false;
                    }
                    cursor.article_of(hit.start);
                    let before = before.start.max(cursor.start())..before.end;
                    let after = after.start..after.end.min(cursor.end());
                    bits.window(before) != 0 || bits.window(after) != 0
                });
            }
            WordLookup::Places(places) => {
                let positions = places.within(self.block);
                let as_hits = |position: &u32| (*position, position + 1);
                self.keep_between(hits, &positions, &positions, as_hits);
            }
            WordLookup::Tokens(member) => {
                let mut cursor = self.block.cursor();
                hits.retain(|hit| {
                    let (before, after) = self.windows(*hit);
                    let has = |token: &&u32| member.has(**token);
                    // The nearest decides: if it is in another article, so are
                    // those beyond it.
                    let n_before = before.iter().rev().take_while(|t| !has(t)).count();
                    let n_after = after.iter().take_while(|t| !has(t)).count();
                    if n_before == before.len() && n_after == after.len() {
                        return false;
                    }
                    cursor.article_of(hit.start);
                    let (before, after) = (n_before < before.len(), n_after < after.len());
                    let (n_before, n_after): (u32, u32) = (fits(n_before), fits(n_after));
                    (before && hit.start - n_before > cursor.start())
                        || (after && hit.end + n_after < cursor.end())
                });
            }
        }
    }

    /// The tokens of `word` near `hits`.
    fn words_near(&self, hits: &[Hit], word: &WordLookup<'_>) -> Vec<Hit> {
        let mut found = Vec::new();
        let mut cursor = self.block.cursor();
        let mut add = |hit: &Hit, position: u32| {
            cursor.article_of(hit.start);
            if (cursor.start()..cursor.end()).contains(&position) {
                found.push(one(position));
            }
        };
        match word {
            WordLookup::Places(places) if self.is_thick(hits) => {
                let bits = places.bits(self.block);
                for hit in hits {
                    let (before, after) = self.ranges(*hit);
                    for range in [before, after] {
                        let first = range.start;
                        let mut window = bits.window(range);
                        while window != 0 {
                            add(hit, first + window.trailing_zeros());
                            window &= window - 1;
                        }
                    }
                }
            }
            WordLookup::Places(places) => {
                let positions = places.within(self.block);
                let mut next = 0;
                for hit in hits {
                    let first = hit.start.saturating_sub(self.distance);
                    next = gallop(&positions, next, |position| *position < first);
                    let rest = positions.get(next..).unwrap_or_default().iter();
                    let near = rest.take_while(|p| **p < hit.end || self.is_near(*p - hit.end));
                    for position in near.filter(|p| !(hit.start..hit.end).contains(p)) {
                        add(hit, *position);
                    }
                }
            }
            WordLookup::Tokens(member) => {
                for hit in hits {
                    let (before, after) = self.windows(*hit);
                    let first = hit.start - fits::<_, u32>(before.len());
                    let before = (first..).zip(before);
                    for (position, token) in before.chain((hit.end..).zip(after)) {
                        if member.has(*token) {
                            add(hit, position);
                        }
                    }
                }
            }
        }
        // Windows may overlap.
        if !found.is_sorted_by(|a, b| a < b) {
            found.sort();
            found.dedup();
        }
        found
    }

    /// Keeps the hits that one of `others`, ascending, is near.
    fn keep_near_hits(&self, hits: &mut Vec<Hit>, others: &[Hit]) {
        // Hits ascend by their starts, but a long one ends after others that
        // start later.
        let mut by_end = others.to_vec();
        if !by_end.is_sorted_by_key(|hit| hit.end) {
            by_end.sort_unstable_by_key(|hit| hit.end);
        }
        self.keep_between(hits, others, &by_end, |hit| (hit.start, hit.end));
    }

    /// Keeps the hits that one of `by_start`, the others ascending by their
    /// starts, or of `by_end`, the same ascending by their ends, is near.
    fn keep_between<T>(
        &self,
        hits: &mut Vec<Hit>,
        by_start: &[T],
        by_end: &[T],
        bounds: impl Fn(&T) -> (u32, u32),
    ) {
        let mut cursor: Cursor<'_> = self.block.cursor();
        let (mut n_ended, mut n_started) = (0, 0);
        hits.retain(|hit| {
            n_ended = gallop(by_end, n_ended, |other| bounds(other).1 <= hit.start);
            let before = n_ended.checked_sub(1).and_then(|n| by_end.get(n));
            let before = before.map(|other| bounds(other).1);
            let before = before.filter(|end| self.is_near(hit.start - end));
            if before.is_some_and(|end| {
                cursor.article_of(hit.start);
                end > cursor.start()
            }) {
                return true;
            }
            n_started = gallop(by_start, n_started, |other| bounds(other).0 < hit.start);
            let rest = by_start.get(n_started..).unwrap_or_default();
            let mut after = rest.iter().map(|other| bounds(other).0);
            let after = after.find(|start| *start >= hit.end);
            let after = after.filter(|start| self.is_near(start - hit.end));
            after.is_some_and(|start| {
                cursor.article_of(hit.start);
                start < cursor.end()
            })
        });
    }

    /// Whether bits are the way to look around `hits`.
    fn is_thick(&self, hits: &[Hit]) -> bool {
        self.distance <= 64 && Bits::pay(hits.len(), self.block)
    }

    /// The positions near a hit before and after it, in this block.
    fn ranges(&self, hit: Hit) -> (Range<u32>, Range<u32>) {
        let Range { start, end } = self.block.positions;
        let first = hit.start.saturating_sub(self.distance).max(start);
        let last = hit.end.saturating_add(self.distance).min(end);
        (first..hit.start, hit.end..last)
    }

    /// The tokens near a hit before and after it, in this block.
    fn windows(&self, hit: Hit) -> (&[u32], &[u32]) {
        let tokens = self.block.index.tokens();
        let slice = |range: Range<u32>| {
            let tokens = tokens.get(range.start as usize..range.end as usize);
            tokens.unwrap_or_default()
        };
        let (before, after) = self.ranges(hit);
        (slice(before), slice(after))
    }
}
