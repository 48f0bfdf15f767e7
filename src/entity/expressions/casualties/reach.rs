//! What is said further off in the clause of a count.

use super::super::dates::is_bare_year;
use super::super::grammar::{Grammar, Separator};
use super::super::markers::{Marker, Markers};
use super::super::sense::{Count, Sense, TriggerPart};
use super::super::value::CasualtyKind;
use super::quantity::{Noun, Quantity};
use crate::arabic::fold;
use crate::base::ByteSpan;

/// How many tokens before a count a trigger may stand.
const REACH_BEFORE: usize = 14;
/// The same for a verb whose subject or object is counted, and for a verbal
/// noun.
const REACH_OF_VERB: usize = 9;
const REACH_OF_NOUN: usize = 5;
/// How many tokens after a count a verb may stand.
const REACH_AFTER: usize = 6;

impl Grammar<'_> {
    /// A trigger in the same clause, before `quantity` or after it.
    pub(super) fn far_cause(&self, quantity: &Quantity) -> Option<CasualtyKind> {
        let is_people = quantity.noun == Noun::People || quantity.noun == Noun::Others;
        let is_figure = (quantity.noun == Noun::Bare || is_people) && self.is_figure(quantity);
        if quantity.noun == Noun::Things {
            return None;
        }
        if let Some(kind) = self.buried(quantity.end.token) {
            return Some(kind);
        }
        if is_figure && let Some(kind) = self.toll_before(quantity) {
            return Some(kind);
        }
        if !is_people {
            return None;
        }
        if let Some(kind) = self.verb_further_on(quantity) {
            return Some(kind);
        }
        let is_subject = !self.is_oblique(quantity) && !self.is_definite(quantity);
        is_subject.then(|| self.trigger_before(quantity)).flatten()
    }

    /// Those counted before token `at` are under something: تحت الأنقاض.
    fn buried(&self, at: usize) -> Option<CasualtyKind> {
        let under = self.joins(at)
            && self.joins(at + 1)
            && self.marks(at, Marker::Under)
            && self.marks(at + 1, Marker::Rubble);
        under.then_some(CasualtyKind::Missing)
    }

    /// Whether the number stands as the figure of something named before: بلغ
    /// 43, إلى 43, يزيدون على 400.
    fn is_figure(&self, quantity: &Quantity) -> bool {
        let Some(before) = quantity.first.checked_sub(1) else {
            return false;
        };
        let is_year = quantity.end.token == quantity.first + 1
            && self.year_number(quantity.first).is_some_and(is_bare_year);
        let victims = self.many_victims(before).is_some();
        if victims && self.has_colon(quantity.first) {
            return true;
        }
        let is_total = victims && (self.total_before(before) || self.ends_item(quantity));
        let is_link = is_total || self.has(before, Sense::Until) || self.has(before, Sense::Total);
        let approximated = quantity.noun == Noun::Bare
            && quantity.cmp != super::Comparison::Exact
            && !quantity.vague
            && !self.is_oblique(quantity);
        self.joins(quantity.first) && (is_link || approximated) && !is_year
    }

    /// Whether `quantity` ends its line or its part of the sentence.
    fn ends_item(&self, quantity: &Quantity) -> bool {
        matches!(
            self.gap(quantity.end.token),
            Separator::Break | Separator::Comma | Separator::Point
        ) || quantity.end.token >= self.tokens.len()
    }

    /// Whether a colon or a rule of a table stands before token `at`.
    fn has_colon(&self, at: usize) -> bool {
        let from = self.end(at).byte as usize;
        let between = self.text.get(from..self.start(at) as usize);
        between.is_some_and(|between| matches!(between.trim(), ":" | "|" | "="))
    }

    /// قتلى, الجرحى
    fn many_victims(&self, at: usize) -> Option<CasualtyKind> {
        self.sense(at, |sense| match sense {
            Sense::Victim(kind, Count::Many) => Some(kind),
            _ => None,
        })
        .map(|(_, kind)| kind)
    }

    /// Whose toll the figure is, by the words before it: ارتفع عدد القتلى إلى.
    fn toll_before(&self, quantity: &Quantity) -> Option<CasualtyKind> {
        if quantity
            .first
            .checked_sub(1)
            .is_some_and(|before| self.many_victims(before).is_some())
        {
            return self.many_victims(quantity.first - 1);
        }
        let mut at = quantity.first;
        for _ in 0..REACH_BEFORE {
            if matches!(self.gap(at), Separator::Break | Separator::Point) {
                return None;
            }
            at = at.checked_sub(1)?;
            if let Some(kind) = self.many_victims(at) {
                return Some(kind);
            }
            // A number of what is no victim.
            if self.marks(at, Marker::NumberOf) && !self.is_counting_victims(at + 1) {
                return None;
            }
            if self.marks(at, Marker::TollOf) && self.has(at + 1, Sense::Disaster)
                || self.marks(at, Marker::Toll)
            {
                return Some(CasualtyKind::Killed);
            }
            if let Some((_, (kind, trigger))) = self.trigger(at)
                && (trigger != TriggerPart::Verb || self.folded(at).ends_with("وا"))
            {
                return Some(kind);
            }
        }
        None
    }

    /// Whether token `at` names those whose number is given.
    fn is_counting_victims(&self, at: usize) -> bool {
        self.many_victims(at).is_some()
            || self.trigger(at).is_some()
            || self.marks(at, Marker::Counting)
    }

    fn verb_further_on(&self, quantity: &Quantity) -> Option<CasualtyKind> {
        let from = quantity.end.token;
        let mut in_parts = false;
        for at in from..from + REACH_AFTER {
            let gap = self.gap(at);
            in_parts |= gap == Separator::Comma && self.has(at, Sense::Among);
            let goes_on = gap == Separator::Space || gap == Separator::Comma && in_parts;
            if !goes_on || self.plain_digits(at).is_some() {
                return None;
            }
            if let Some((kind, _)) = self.verb_after(at) {
                return Some(kind);
            }
            if self.has(at, Sense::Elsewhere) {
                return None;
            }
        }
        None
    }

    /// A verb whose subject or object `quantity` is, with words between.
    fn trigger_before(&self, quantity: &Quantity) -> Option<CasualtyKind> {
        let mut at = quantity.first;
        for distance in 1..=REACH_BEFORE {
            let gap = self.gap(at);
            let is_new_clause =
                gap == Separator::Comma && at != quantity.first && self.begins_clause(at);
            if matches!(gap, Separator::Break | Separator::Point) || is_new_clause {
                return None;
            }
            at = at.checked_sub(1)?;
            if self.has(at, Sense::Elsewhere) {
                return None;
            }
            if self.many_victims(at).is_some() && self.total_before(at) {
                return self.many_victims(at);
            }
            if let Some((_, (kind, trigger))) = self.trigger(at) {
                let reach = match trigger {
                    TriggerPart::Noun => REACH_OF_NOUN,
                    TriggerPart::Verb => REACH_OF_VERB,
                    TriggerPart::With => REACH_BEFORE,
                };
                return (distance <= reach).then_some(kind);
            }
            if self.marks(at, Marker::JoinedVerb) && !self.marks(at, Marker::NoJoinedVerb) {
                return None;
            }
        }
        None
    }

    /// Whether a clause of its own begins at token `at`, after a comma.
    fn begins_clause(&self, at: usize) -> bool {
        let is_joined = self.folded(at).starts_with(['و', 'ف']);
        is_joined && self.trigger(at).is_none() && !self.has(at, Sense::Among)
            || self.marks(at, Marker::Clause)
    }

    /// Whether a preposition stands before `quantity`: who it counts is neither
    /// subject nor object.
    fn is_oblique(&self, quantity: &Quantity) -> bool {
        let attached = quantity.start > self.start(quantity.first) && !quantity.joined;
        let Some(before) = quantity.first.checked_sub(1) else {
            return attached;
        };
        let apart = self.marks(before, Marker::Oblique);
        attached || apart && !self.total_before(before)
    }

    /// Whether `quantity` has the article: those were named before.
    fn is_definite(&self, quantity: &Quantity) -> bool {
        let end = self.end(quantity.first + 1).byte.max(quantity.start);
        has_article(&fold(ByteSpan::new(quantity.start, end).slice(self.text)))
    }

    /// Whether a word before token `at` in its clause says that a figure sums
    /// up.
    pub(super) fn total_before(&self, mut at: usize) -> bool {
        for _ in 0..REACH_BEFORE {
            if matches!(self.gap(at), Separator::Break | Separator::Point) || at == 0 {
                return false;
            }
            at -= 1;
            if self.has(at, Sense::Total) {
                return true;
            }
        }
        false
    }
}

/// Whether `folded` has the article: not إلى, nor ألف.
pub(super) fn has_article(folded: &str) -> bool {
    folded.starts_with("ال") && !Markers::of(folded).has(Marker::NoArticle)
}
