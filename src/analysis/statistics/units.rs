//! What the rows of a table are: types, folded forms or stems.

use super::places::ArticlePlaces;
use super::small;
use crate::analysis::index::{FoldId, Index, StemId, TypeId};
use crate::arabic::TokenKind;
use rayon::prelude::*;

/// What counts as the same word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Unit {
    /// A form exactly as it is written.
    Type,
    /// All types of one folded form.
    #[default]
    Fold,
    /// All folded forms of one stem.
    Stem,
}

/// Which tokens are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Counted {
    /// Words alone. A number still takes up a place: it stands in a window and
    /// ends an n-gram, but it is no row and no part of a total.
    #[default]
    Words,
    /// Words and numbers.
    WordsAndNumbers,
}

/// The unit of a type that is not counted.
pub(super) const NONE: u32 = u32::MAX;

/// The units of a corpus, numbered in alphabetical order: by folded form, and
/// types of one folded form by their bytes; stems by their own letters. So a
/// table whose rows ascend is in alphabetical order.
///
/// Made once for an index and kept: no filter changes it.
#[derive(Debug, Clone)]
pub struct Units {
    unit: Unit,
    counted: Counted,
    /// The unit of each type, or [`NONE`].
    unit_of: Vec<u32>,
    /// The counted types of all units, one after another; ascending in each.
    types: Vec<u32>,
    /// Where the types of each unit start; one more for the end.
    starts: Vec<u32>,
    /// The counted tokens of each article.
    sizes: Vec<u32>,
    places: ArticlePlaces,
}

impl Units {
    /// The units of that kind.
    #[must_use]
    pub fn new(index: &Index, unit: Unit, counted: Counted) -> Self {
        let n_types = small(index.n_types());
        let is_counted: Vec<bool> = (0..n_types)
            .into_par_iter()
            .map(|n| {
                counted == Counted::WordsAndNumbers || index.kind(TypeId(n)) == TokenKind::Word
            })
            .collect();
        let mut units = Self {
            unit,
            counted,
            unit_of: vec![NONE; index.n_types()],
            types: Vec::with_capacity(index.n_types()),
            starts: vec![0],
            sizes: Vec::new(),
            places: ArticlePlaces::new(index.article_starts()),
        };
        let folds = (0..small(index.n_folds())).map(FoldId);
        match unit {
            Unit::Type => {
                for n in folds.flat_map(|fold| index.types_of(fold)) {
                    units.push_unit(&[*n], &is_counted);
                }
            }
            Unit::Fold => folds.for_each(|fold| {
                units.push_unit(index.types_of(fold), &is_counted);
            }),
            Unit::Stem => {
                let mut types = Vec::new();
                for stem in (0..small(index.n_stems())).map(StemId) {
                    let folds = index.folds_of_stem(stem).iter();
                    types.clear();
                    types.extend(folds.flat_map(|fold| index.types_of(FoldId(*fold))));
                    types.sort_unstable();
                    units.push_unit(&types, &is_counted);
                }
            }
        }
        units.sizes = units.count_tokens(index, &is_counted);
        units
    }

    fn push_unit(&mut self, types: &[u32], is_counted: &[bool]) {
        let unit = small(self.starts.len() - 1);
        for &n in types.iter().filter(|n| is_counted[**n as usize]) {
            self.unit_of[n as usize] = unit;
            self.types.push(n);
        }
        self.starts.push(small(self.types.len()));
    }

    fn count_tokens(&self, index: &Index, is_counted: &[bool]) -> Vec<u32> {
        let ends = index.article_starts().windows(2);
        let mut sizes: Vec<u32> = ends.map(|ends| ends[1] - ends[0]).collect();
        let left_out = (0..).zip(is_counted).filter(|(_, counted)| !**counted);
        for (n, _) in left_out {
            for &position in index.postings(TypeId(n)) {
                sizes[self.article_of(index, position) as usize] -= 1;
            }
        }
        sizes
    }

    /// What a unit is.
    #[must_use]
    pub const fn unit(&self) -> Unit {
        self.unit
    }

    /// Which tokens are counted.
    #[must_use]
    pub const fn counted(&self) -> Counted {
        self.counted
    }

    /// The number of units, of which some may have no counted type.
    #[must_use]
    pub fn n_units(&self) -> u32 {
        small(self.starts.len() - 1)
    }

    /// The unit of a type; `None` for one that is not counted.
    #[must_use]
    pub fn unit_of(&self, id: TypeId) -> Option<u32> {
        let unit = self.unit_of.get(id.0 as usize).copied();
        unit.filter(|unit| *unit != NONE)
    }

    /// The unit of each type, or [`NONE`].
    pub(super) fn units_of_types(&self) -> &[u32] {
        &self.unit_of
    }

    /// The counted types of a unit, ascending, as the numbers in a [`TypeId`].
    #[must_use]
    pub fn types_of(&self, unit: u32) -> &[u32] {
        let start = self.starts.get(unit as usize);
        let end = self.starts.get(unit as usize + 1);
        start.zip(end).map_or(&[], |(start, end)| {
            &self.types[*start as usize..*end as usize]
        })
    }

    /// The counted tokens of each article.
    #[must_use]
    pub fn sizes(&self) -> &[u32] {
        &self.sizes
    }

    /// The articles with a type, ascending, and its occurrences in each.
    #[inline]
    pub(in crate::analysis) fn each_run(
        &self,
        index: &Index,
        type_id: TypeId,
        mut each: impl FnMut(u32, u32),
    ) {
        let ends = index.article_starts();
        let mut rest = index.postings(type_id);
        while let Some(first) = rest.first() {
            let article = self.article_of(index, *first);
            let end = ends[article as usize + 1];
            let n_inside = rest.iter().take_while(|position| **position < end).count();
            rest = rest.get(n_inside..).unwrap_or_default();
            each(article, small(n_inside));
        }
    }

    /// The article of a position of `index`, the one that this was made of.
    #[inline]
    pub(in crate::analysis) fn article_of(&self, index: &Index, position: u32) -> u32 {
        self.places.article_of(index.article_starts(), position)
    }
}
