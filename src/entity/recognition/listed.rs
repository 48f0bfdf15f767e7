//! Names that lists know.
//!
//! Of all listed names that may begin in a token, with or without proclitics
//! before them, the longest wins; of two as long, the one that peels less.

use super::context::NameContext;
use super::rules::Left;
use super::scan::{ListedName, NameHit, Scan};
use crate::base::ByteSpan;
use crate::entity::gazetteer::{NameCondition, NameEnd, NameSense};
use crate::entity::model::{Basis, Origin, Rule, Spotted};
use crate::entity::words::NameStart;

/// The outcome at a token.
#[derive(Debug, Clone, Copy)]
pub(super) enum Best {
    /// A name, how its first token is read, and why.
    Name(ListedName, NameStart, Basis),
    /// Words that look like a name and are none.
    Stop {
        /// First token after them.
        end: usize,
        /// How their first token is read.
        reading: NameStart,
    },
}

/// Which of two outcomes of the same length wins: the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// A rule made the name of its parts.
    Made,
    /// A file lists the name.
    Listed,
    /// A file says that this is no name.
    Stop,
}

impl<'s> Scan<'s> {
    /// The longest listed name that begins in token `at`, and how the token is read.
    pub(super) fn best_at(&self, at: usize, left: Left) -> Option<Best> {
        let form = self.form(at)?;
        let mut best: Option<Best> = None;
        let mut best_rank = (at, Rank::Made);
        for &reading in &form.readings {
            let context = NameContext::new(self, at, reading.peel, left);
            // A later reading peels more, so it must be longer to win.
            let end_before = best_rank.0;
            let mut offer = |end: usize, rank: Rank, offered: Best| {
                if end > end_before && (end, rank) > best_rank {
                    best = Some(offered);
                    best_rank = (end, rank);
                }
            };
            self.each_end(at, reading.node, |end, value| {
                if value.stop {
                    offer(end, Rank::Stop, Best::Stop { end, reading });
                }
                if let Some(sense) = self.meaning(value, context, at, end) {
                    let found = self.found(end, sense.entity, sense.kind);
                    let basis = self.basis_of(&sense);
                    offer(end, Rank::Listed, Best::Name(found, reading, basis));
                }
                if let Some(found) = self.body(value, context, end) {
                    let basis = Basis::Rule(Rule::StateBody);
                    offer(found.end, Rank::Made, Best::Name(found, reading, basis));
                }
                if let Some(found) = value.media_head.and_then(|head| self.medium(head, end)) {
                    let basis = Basis::Rule(Rule::Medium);
                    offer(found.end, Rank::Made, Best::Name(found, reading, basis));
                }
            });
        }
        best
    }

    /// Whether a phrase of several words begins in token `at` that looks like a
    /// name and is none.
    pub(super) fn is_phrase(&self, at: usize) -> bool {
        let best = self.best_at(at, Left::default());
        matches!(best, Some(Best::Stop { end, .. }) if end > at + 1)
    }

    /// What the name that stands in tokens `at..end` means there, if anything.
    fn meaning(
        &self,
        value: &'s NameEnd,
        context: NameContext<'_>,
        at: usize,
        end: usize,
    ) -> Option<NameSense> {
        let senses = || {
            value
                .senses
                .iter()
                .filter(|sense| self.spelt_right(sense, end))
        };
        // A state named beside it decides between two ambiguous meanings.
        senses()
            .find(|sense| match sense.when {
                NameCondition::Always => true,
                NameCondition::Agreeing => sense
                    .agreement
                    .is_some_and(|agreement| context.agrees(agreement)),
                NameCondition::Supported => {
                    sense.state.is_some_and(|s| context.names_state(s, at, end))
                }
            })
            .or_else(|| {
                senses().find(|sense| {
                    sense.when == NameCondition::Supported && context.supports(sense.kind)
                })
            })
            .copied()
    }

    /// Whether the last token before `end` has the final letter of the name,
    /// where that matters.
    fn spelt_right(&self, sense: &NameSense, end: usize) -> bool {
        !sense.exact || self.form(end - 1).is_none_or(|form| !form.alef_maqsura)
    }

    /// Why a name of this sense is marked.
    fn basis_of(&self, sense: &NameSense) -> Basis {
        match sense.when {
            NameCondition::Agreeing => Basis::Rule(Rule::GroupWord),
            NameCondition::Supported => Basis::Rule(Rule::Supported),
            NameCondition::Always if sense.agreement.is_some() => Basis::Rule(Rule::GroupWord),
            NameCondition::Always => {
                let entity = self.gazetteer.entity(sense.entity);
                Basis::List(entity.map_or(Origin::Text, |entity| entity.origin))
            }
        }
    }

    pub(super) fn hit_of(
        &self,
        at: usize,
        found: ListedName,
        reading: NameStart,
        basis: Basis,
    ) -> NameHit {
        let start = self.tokens.get(at).map_or(0, |token| token.span.start);
        NameHit {
            at,
            end: found.end,
            name: Spotted {
                span: ByteSpan::new(start + u32::from(reading.skip), found.end_byte),
                kind: found.kind,
                entity: Some(found.entity),
                article_elided: reading.elided,
                basis,
            },
        }
    }
}
