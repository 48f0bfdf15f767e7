//! What the words before and after a name say of it.

use super::rules::{Left, RuleWord};
use super::scan::Scan;
use crate::entity::gazetteer::{Agreement, Gender, StateId};
use crate::entity::model::EntityType;
use crate::entity::words::{Juncture, NameForm, Peel, Shape, type_bit};

/// The place of a name in its text. Looked at only where a name needs it, so
/// that most names cost nothing.
#[derive(Clone, Copy)]
pub(super) struct NameContext<'s> {
    scan: &'s Scan<'s>,
    at: usize,
    peel: Peel,
    left: Left,
}

impl<'s> NameContext<'s> {
    /// The context of a name that begins in token `at`, after `peel`.
    pub(super) const fn new(scan: &'s Scan<'s>, at: usize, peel: Peel, left: Left) -> Self {
        Self {
            scan,
            at,
            peel,
            left,
        }
    }

    /// The word before, if nothing but space stands between.
    fn previous(&self) -> Option<&'s NameForm> {
        self.scan.form_before(self.at)
    }

    /// Whether the word before is a noun that an adjective of this form can
    /// follow: both with the article or both without, and feminine with
    /// feminine. Plurals of things in -ات are feminine.
    pub(super) fn agrees(&self, adjective: Agreement) -> bool {
        let Some(noun) = self.previous() else {
            return false;
        };
        let shape = noun.whole().shape;
        let feminine = shape.has(Shape::FEMININE);
        let one_of_two = match self.peel {
            Peel::Whole => true,
            // روسية وسورية: an adjective after another, not a state after one.
            Peel::Conjunction => feminine && shape.has(Shape::NISBA) && !self.follows_a_state(),
            Peel::Preposition => false,
        };
        one_of_two
            && is_definite(noun) == adjective.definite
            && feminine == (adjective.gender == Gender::Feminine)
            && (feminine || adjective.definite)
    }

    /// Whether the word before is the name of a state or city.
    fn follows_a_state(&self) -> bool {
        let mut is_state = false;
        if let Some(before) = self.at.checked_sub(1) {
            self.scan.each_whole_end(before, |_, value| {
                is_state |= value
                    .senses
                    .iter()
                    .any(|sense| sense.kind == EntityType::Gpe);
            });
        }
        is_state
    }

    /// Whether the word before, or the two before (لقاء مع), make a name of
    /// type `kind` likely, or another name of this type before it (قطر وعمان).
    pub(super) fn supports(&self, kind: EntityType) -> bool {
        match self.peel {
            Peel::Whole => {}
            Peel::Conjunction => return self.left.is_joined_to(kind, self.at),
            Peel::Preposition => return false,
        }
        let Some(word) = self.previous() else {
            return false;
        };
        let pair = || {
            let first = self.scan.form_before(self.at.checked_sub(1)?)?;
            let vocabulary = &self.scan.gazetteer.vocabulary;
            Some(first.cuts().fold(0, |bits, cut| {
                bits | vocabulary.support_of_pair(cut.key, word.whole().key)
            }))
        };
        (word.supports | pair().unwrap_or_default()) & type_bit(kind) != 0
    }

    /// Whether the word before or after tokens `at..end` is a group word or a
    /// name of this state: العاصمة الأردنية عمان.
    pub(super) fn names_state(&self, state: StateId, at: usize, end: usize) -> bool {
        let beside = [
            at.checked_sub(1)
                .filter(|_| self.scan.gap(at) == Juncture::Joins),
            Some(end).filter(|_| self.scan.gap(end) == Juncture::Joins),
        ];
        let mut named = false;
        for token in beside.into_iter().flatten() {
            self.scan.each_whole_end(token, |_, value| {
                named |= value.senses.iter().any(|sense| {
                    sense.state == Some(state)
                        && sense.agreement.is_some_and(|found| found.definite)
                });
            });
        }
        named
    }

    /// Whether the word before is a definite noun or a form of وزير, so that
    /// الخارجية after it is no ministry (السياسة الخارجية, وزيرة الخارجية).
    pub(super) fn follows_a_noun(&self) -> bool {
        let Some(word) = self.previous() else {
            return false;
        };
        is_definite(word) || word.cuts().any(|cut| cut.key.is(RuleWord::Minister))
    }
}

/// Whether `word` has the article, proclitics before it or not.
fn is_definite(word: &NameForm) -> bool {
    word.cuts().any(|cut| cut.is_definite())
}
