//! How well a tagger finds the names of examples.

use super::example::{Example, Name};
use crate::arabic::Token;
use crate::base::ByteSpan;
use crate::entity::tagger::TaggedSpan;
use crate::entity::tagger::label::TagClass;

/// Names found and names to find, of one class.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Names found that are right.
    pub right: u32,
    /// Names found.
    pub found: u32,
    /// Names to find.
    pub wanted: u32,
}

impl Counts {
    /// The harmonic mean of precision and recall; 0 if nothing is right.
    #[must_use]
    pub fn f1(self) -> f64 {
        f64::from(2 * self.right) / f64::from((self.found + self.wanted).max(1))
    }

    /// The share of names found that are right.
    #[must_use]
    pub fn precision(self) -> f64 {
        f64::from(self.right) / f64::from(self.found.max(1))
    }

    /// The share of names to find that are found.
    #[must_use]
    pub fn recall(self) -> f64 {
        f64::from(self.right) / f64::from(self.wanted.max(1))
    }

    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.found += other.found;
        self.wanted += other.wanted;
    }
}

/// The counts of each class, in the order of [`TagClass::ALL`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Score {
    /// One for each class.
    pub classes: [Counts; 4],
}

impl Score {
    /// Persons, places and organisations together.
    #[must_use]
    pub fn names(&self) -> Counts {
        let mut sum = Counts::default();
        for class in [TagClass::Per, TagClass::Place, TagClass::Org] {
            sum.add(self.classes[class as usize]);
        }
        sum
    }

    /// Adds the counts of `other`.
    pub fn sum(&mut self, other: &Self) {
        for (own, counts) in self.classes.iter_mut().zip(other.classes) {
            own.add(counts);
        }
    }

    /// Adds the outcome for `example`. A name is right if it has the right
    /// class and end, and its beginning is off by proclitics or the article at
    /// most: that is, if it begins in the right token.
    pub(super) fn add(&mut self, example: &Example, tokens: &[Token], found: &[TaggedSpan]) {
        let tokens_of = |name: &Name| {
            let overlaps = |token: &Token| token.span.overlaps(name.span);
            let start = tokens.iter().position(overlaps)?;
            let n = tokens[start..]
                .iter()
                .take_while(|token| overlaps(token))
                .count();
            Some((start, start + n, name.class))
        };
        let wanted: Vec<_> = example.names.iter().filter_map(tokens_of).collect();
        let others: Vec<_> = example.alternatives.iter().filter_map(tokens_of).collect();
        for &(_, _, class) in &wanted {
            self.classes[class as usize].wanted += 1;
        }
        for span in found {
            let own = (span.tokens.start, span.tokens.end, span.class);
            let counts = &mut self.classes[span.class as usize];
            let covered = ByteSpan::new(tokens[own.0].span.start, tokens[own.1 - 1].span.end);
            if wanted.contains(&own) {
                counts.right += 1;
                counts.found += 1;
            } else if !others.contains(&own)
                && !example.open.iter().any(|open| open.overlaps(covered))
            {
                counts.found += 1;
            } else if others.contains(&own) {
                // Another reading of a name: right instead of it.
                let rival = wanted.iter().find(|name| name.0 < own.1 && own.0 < name.1);
                if rival.is_some_and(|name| name.2 == span.class) {
                    counts.right += 1;
                    counts.found += 1;
                }
            }
        }
    }
}
