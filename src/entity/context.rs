//! What the words before and after a name say of it.

use super::demonym::{Agreement, Gender};
use super::form::Peel;
use super::gap::Gap;
use super::gazetteer::StateId;
use super::kind::EntityType;
use super::recognizer::Scan;
use crate::arabic::{ArticleForm, fold, is_mark, proclitic_splits};

/// The place of a name in its text. Looked at only where a name needs it, so
/// that most names cost nothing.
#[derive(Clone, Copy)]
pub(super) struct Context<'s> {
    scan: &'s Scan<'s>,
    at: usize,
    peel: Peel,
}

impl<'s> Context<'s> {
    /// The context of a name that begins in token `at`, after `peel`.
    pub(super) const fn new(scan: &'s Scan<'s>, at: usize, peel: Peel) -> Self {
        Self { scan, at, peel }
    }

    /// The word before, if nothing but space stands between.
    fn previous(&self) -> Option<&'s str> {
        if self.scan.gap(self.at) != Gap::Joins {
            return None;
        }
        let token = self.scan.tokens.get(self.at.checked_sub(1)?)?;
        self.scan.text.get(token.span.range())
    }

    /// Whether the word before is a noun that an adjective of this form can
    /// follow: both with the article or both without, and feminine with
    /// feminine. Plurals of things in -ات are feminine.
    pub(super) fn agrees(&self, adjective: Agreement) -> bool {
        let Some(noun) = self.previous() else {
            return false;
        };
        let letters = noun.trim_end_matches(is_mark);
        let feminine = letters.ends_with('ة') || letters.ends_with("ات");
        let one_of_two = match self.peel {
            Peel::Whole => true,
            // روسية وسورية: an adjective after another, not a state after one.
            Peel::Conjunction => letters.ends_with("ية") && !self.follows_a_state(),
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
    /// type `kind` likely.
    pub(super) fn supports(&self, kind: EntityType) -> bool {
        let Some(word) = self.previous().map(fold) else {
            return false;
        };
        let two = self
            .at
            .checked_sub(1)
            .map(|at| Self { at, ..*self })
            .and_then(|before| before.previous())
            .map(|first| format!("{} {word}", fold(first)));
        let support = &self.scan.gazetteer.support;
        self.peel == Peel::Whole
            && [Some(word), two].iter().flatten().any(|words| {
                proclitic_splits(words)
                    .filter(|split| split.article == ArticleForm::None)
                    .any(|split| support.contains(&(kind, split.stem.into())))
            })
    }

    /// Whether the word before or after tokens `at..end` is a group word or a
    /// name of this state: العاصمة الأردنية عمان.
    pub(super) fn names_state(&self, state: StateId, at: usize, end: usize) -> bool {
        let beside = [
            at.checked_sub(1)
                .filter(|_| self.scan.gap(at) == Gap::Joins),
            Some(end).filter(|_| self.scan.gap(end) == Gap::Joins),
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
        let folded = fold(word);
        is_definite(word)
            || proclitic_splits(&folded)
                .any(|split| matches!(split.stem, "وزير" | "وزيره" | "وزراء" | "وزيري"))
    }
}

/// Whether `word` has the article, proclitics before it or not.
fn is_definite(word: &str) -> bool {
    let folded = fold(word);
    proclitic_splits(&folded).any(|split| match split.article {
        ArticleForm::Written => true,
        ArticleForm::Elided => folded
            .get(split.peeled..)
            .is_some_and(|rest| rest.starts_with('ل')),
        ArticleForm::None => false,
    })
}
