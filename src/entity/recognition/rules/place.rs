//! Places: with a head noun inside the name (جبل إيفرست), after a generic noun
//! outside it (بلدة سوما), after a preposition or direction of place.

use super::super::rules::{Candidate, Left};
use super::super::scan::Scan;
use super::person::unknown;
use super::words::RuleWord;
use crate::entity::model::{EntityType, Rule};
use crate::entity::words::{Cut, Shape, Trigger, WordClass, opens_quote};

/// Letters that leave little doubt, in points.
const FOREIGN: i8 = 2;

impl Scan<'_> {
    /// The place whose head is token `at`.
    pub(super) fn place_with_head(&self, at: usize) -> Option<Candidate> {
        let cut = self.form(at)?.main();
        if !cut.is(WordClass::PlaceInside)
            || cut.is(WordClass::PlaceHead)
            || cut.is_definite()
            || cut.is(WordClass::Particle)
            || cut.is_given()
            || (cut.is(WordClass::OrgHead) && cut.key.is(RuleWord::BodyWithSite))
        {
            return None;
        }
        let start = at + 1;
        if let Some(reach) = self.quoted(start) {
            return Some(Candidate {
                cut,
                end: reach.end,
                end_byte: reach.end_byte,
                kind: EntityType::Loc,
                rule: Rule::PlaceHead,
                entity: None,
            });
        }
        if !self.joins(start) {
            return None;
        }
        let form = self.form(start)?;
        let word = form.whole();
        let listed = self.listed_whole(start);
        let mut end = if let Some(found) = listed {
            found.end
        } else if word.is_given() || word.is(WordClass::FamilyName) {
            start + 1
        } else if self.is_group_word(start) {
            return None;
        } else if form.triggers.has(Trigger::ORDINARY) {
            if !(word.is_definite() && cut.key.is(RuleWord::AnyNoun) && !is_generic(word)) {
                return None;
            }
            start + 1
        } else if word.is_definite() || unknown(word) >= if is_adjective(word) { 1 } else { -1 } {
            start + 1
        } else {
            return None;
        };
        if word.is_given() || listed.is_none() && !word.is_definite() {
            end = end.max(self.run(start, word, true).end);
        }
        // مطار بنينا الدولي, ملعب القاهرة الدولي
        while self.joins(end)
            && self.form(end).is_some_and(|form| {
                let word = form.whole();
                word.is_definite()
                    && word.is_either(WordClass::OrgTail)
                    && !word.key.is(RuleWord::Passing)
            })
        {
            end += 1;
        }
        Some(Candidate {
            cut,
            end,
            end_byte: self.end_byte(end),
            kind: EntityType::Loc,
            rule: Rule::PlaceHead,
            entity: None,
        })
    }

    /// Whether token `at` is a head noun inside places' names.
    pub(in crate::entity::recognition) fn is_place_head(&self, at: usize) -> bool {
        self.form(at)
            .is_some_and(|form| form.triggers.has(Trigger::INSIDE))
    }

    /// The place in token `at` after a word that asks for one.
    pub(super) fn place_after(&self, at: usize, left: Left) -> Option<Candidate> {
        let form = self.form(at)?;
        let quoted = opens_quote(self.between(at));
        let before = if quoted {
            self.form(at.checked_sub(1)?)
        } else {
            self.form_before(at)
        };
        let whole = form.whole();
        if let Some(before) = before
            && !self.is_group_word(at)
            && !whole.shape.has(Shape::LATIN)
            && !whole.shape.has(Shape::LETTER)
        {
            let head = before.main();
            if head.is(WordClass::PlaceHead) && fits_place_noun(whole, head) {
                return Some(self.place(at, whole, Rule::AfterPlaceNoun));
            }
            if !quoted
                && before.whole().is(WordClass::PlaceCue)
                && !whole.is_definite()
                && whole.is_long(5)
                && unknown(whole) >= FOREIGN
            {
                return Some(self.place(at, whole, Rule::AfterPlaceCue));
            }
        }
        // بوسو وديفا: a word joined to a place.
        let joined = form.after_conjunction()?;
        (left.is_joined_to(EntityType::Gpe, at)
            && self.joins(at)
            && !joined.is_known()
            && !joined.is_definite()
            && unknown(joined) >= 1)
            .then(|| self.place(at, joined, Rule::Coordination))
    }

    /// The place that begins with token `at`, cut like this, and goes on with
    /// words spelt as foreign names are.
    fn place(&self, at: usize, cut: Cut, rule: Rule) -> Candidate {
        let mut end = at + 1;
        while end < at + 3
            && self.joins(end)
            && self.form(end).is_some_and(|form| {
                let word = form.whole();
                !form.triggers.has(Trigger::ORDINARY)
                    && !word.is_definite()
                    && unknown(word) >= FOREIGN
                    && self.listed_whole(end).is_none()
            })
        {
            end += 1;
        }
        Candidate {
            cut,
            end,
            end_byte: self.end_byte(end),
            kind: EntityType::Gpe,
            rule,
            entity: None,
        }
    }
}

/// Whether a noun says what place or body it is, but not which.
fn is_generic(word: Cut) -> bool {
    [
        WordClass::Title,
        WordClass::OrgHead,
        WordClass::PlaceHead,
        WordClass::PlaceInside,
        WordClass::Function,
    ]
    .iter()
    .any(|&class| word.is_either(class))
}

/// Whether a word looks like an adjective of its head.
fn is_adjective(word: Cut) -> bool {
    word.shape.has(Shape::FEMININE) || word.shape.has(Shape::NISBA)
}

/// Whether an unknown word can be the name that a noun of place announces.
fn fits_place_noun(word: Cut, head: Cut) -> bool {
    if word.is_ordinary() {
        return false;
    }
    if word.is_definite() {
        // المدينة القديمة: an adjective.
        return !head.is_definite() && !head.key.is(RuleWord::Places);
    }
    let feminine = word.shape.has(Shape::FEMININE) && head.shape.has(Shape::FEMININE);
    let adjective = feminine || word.shape.has(Shape::NISBA);
    let least = if adjective || head.key.is(RuleWord::Places) {
        1
    } else if word.shape.has(Shape::VERBAL) {
        0
    } else {
        -2
    };
    !word.shape.has(Shape::SUFFIXED) && !head.is_definite() && word.letters >= least
}
