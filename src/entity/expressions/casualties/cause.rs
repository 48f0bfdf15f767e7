//! What says what happened to the people counted: before the count, after it,
//! or further off in its clause.

use super::super::dates::is_bare_year;
use super::super::forms::{Peel, Reading};
use super::super::scan::{End, Gap, Scan};
use super::super::sense::{Count, Sense, Trigger};
use super::super::value::CasualtyKind;
use super::quantity::{Noun, Quantity};

/// How many tokens before a count a trigger may stand.
const REACH_BEFORE: usize = 14;
/// How many tokens after a count a verb may stand.
const REACH_AFTER: usize = 6;
/// How many tokens after "met" their deaths may be named.
const REACH_OF_DEATH: usize = 12;

/// What happened, and how far the words for it reach.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cause {
    pub(super) kind: CasualtyKind,
    /// First byte of the trigger, where it stands directly before the count.
    pub(super) start: Option<u32>,
    /// End of the trigger, where it stands directly after the count.
    pub(super) end: Option<End>,
}

impl Cause {
    /// Something that is said further off.
    pub(super) const fn apart(kind: CasualtyKind) -> Self {
        Self {
            kind,
            start: None,
            end: None,
        }
    }
}

impl Scan<'_> {
    /// What stands next to `quantity` and says what happened.
    pub(super) fn near_cause(&self, quantity: &Quantity) -> Option<Cause> {
        self.cause_before(quantity)
            .or_else(|| self.cause_after(quantity.end.token))
    }

    /// A trigger directly before: مقتل ثلاثة أشخاص.
    fn cause_before(&self, quantity: &Quantity) -> Option<Cause> {
        let at = quantity.first.checked_sub(1)?;
        if !self.joins(quantity.first) || quantity.joined {
            return None;
        }
        let (reading, (kind, trigger)) = self.trigger(at)?;
        if trigger == Trigger::With {
            return Some(Cause::apart(kind));
        }
        let start = self.start_after(at, reading);
        // مقتل وإصابة 30 شخصا: the count is of both.
        if reading.peel == Peel::Conjunction
            && at > 0
            && self.joins(at)
            && let Some((first, (CasualtyKind::Killed, other))) = self.trigger(at - 1)
            && other == trigger
            && !is_plural(self.written(at - 1))
            && kind == CasualtyKind::Wounded
        {
            return Some(Cause {
                kind: CasualtyKind::KilledAndWounded,
                start: Some(self.start_after(at - 1, first)),
                end: None,
            });
        }
        Some(Cause {
            kind,
            start: Some(start),
            end: None,
        })
    }

    /// A verb directly after: 12 شخصا قتلوا.
    fn cause_after(&self, at: usize) -> Option<Cause> {
        if !self.joins(at) {
            return None;
        }
        if self.written(at) == "بين" {
            return self.killed_and_wounded(at);
        }
        let (kind, end) = self.verb_after(at)?;
        Some(Cause {
            kind,
            start: None,
            end: Some(self.end(end)),
        })
    }

    /// بين قتيل وجريح
    fn killed_and_wounded(&self, at: usize) -> Option<Cause> {
        let kind = |at: usize| {
            self.sense(at, |sense| match sense {
                Sense::Victim(kind, _) => Some(kind),
                _ => None,
            })
        };
        let both = matches!(
            (kind(at + 1), kind(at + 2)),
            (
                Some((_, CasualtyKind::Killed)),
                Some((_, CasualtyKind::Wounded))
            )
        );
        (both && self.joins(at + 1) && self.joins(at + 2)).then(|| Cause {
            kind: CasualtyKind::KilledAndWounded,
            start: None,
            end: Some(self.end(at + 3)),
        })
    }

    /// A verb in the plural at token `at`, whose subject stands before it, and
    /// the token after it: قتلوا, لقوا حتفهم.
    fn verb_after(&self, at: usize) -> Option<(CasualtyKind, usize)> {
        let (reading, (kind, trigger)) = self.trigger(at)?;
        if trigger != Trigger::Verb || !is_plural(self.written(at)) || reading.peel != Peel::Whole {
            return None;
        }
        let with_death = self.joins(at + 1) && is_death(self.written(at + 1));
        Some((kind, at + 1 + usize::from(with_death)))
    }

    /// A trigger in the same clause, before `quantity` or after it.
    pub(super) fn far_cause(&self, quantity: &Quantity) -> Option<CasualtyKind> {
        let is_people = quantity.noun == Noun::People || quantity.noun == Noun::Others;
        let is_figure = quantity.noun == Noun::Bare && self.is_figure(quantity);
        if !is_people && !is_figure {
            return None;
        }
        self.verb_further_on(quantity)
            .or_else(|| self.trigger_before(quantity, is_figure))
    }

    /// Whether the number stands as the figure of something named before: بلغ
    /// 43, إلى 43, يزيدون على 400.
    fn is_figure(&self, quantity: &Quantity) -> bool {
        let Some(before) = quantity.first.checked_sub(1) else {
            return false;
        };
        let follows_victims = self
            .sense(before, |sense| {
                matches!(sense, Sense::Victim(..)).then_some(())
            })
            .is_some()
            && self.total_before(before);
        let is_link =
            follows_victims || self.has(before, Sense::Until) || self.has(before, Sense::Total);
        let is_year = quantity.end.token == quantity.first + 1
            && self.year_number(quantity.first).is_some_and(is_bare_year);
        let approximated = quantity.cmp != super::Comparison::Exact && !quantity.vague;
        self.joins(quantity.first) && (is_link || approximated) && !is_year
    }

    fn verb_further_on(&self, quantity: &Quantity) -> Option<CasualtyKind> {
        let from = quantity.end.token;
        for at in from..from + REACH_AFTER {
            match self.gap(at) {
                Gap::Space => {}
                _ => return None,
            }
            if self.tokens.get(at).is_none_or(|token| token.is_number) {
                return None;
            }
            if let Some((kind, _)) = self.verb_after(at) {
                return Some(kind);
            }
        }
        None
    }

    fn trigger_before(&self, quantity: &Quantity, is_figure: bool) -> Option<CasualtyKind> {
        let mut at = quantity.first;
        for _ in 0..REACH_BEFORE {
            if matches!(self.gap(at), Gap::Break | Gap::Point) {
                return None;
            }
            at = at.checked_sub(1)?;
            let victims = self.sense(at, |sense| match sense {
                Sense::Victim(kind, Count::Many) => Some(kind),
                _ => None,
            });
            if let Some((_, kind)) = victims
                && (is_figure || self.total_before(at))
            {
                return Some(kind);
            }
            if let Some((_, (kind, _))) = self.trigger(at) {
                return Some(kind);
            }
        }
        None
    }

    /// Whether a word before token `at` in its clause says that a figure sums
    /// up.
    pub(super) fn total_before(&self, mut at: usize) -> bool {
        for _ in 0..REACH_BEFORE {
            if matches!(self.gap(at), Gap::Break | Gap::Point) || at == 0 {
                return false;
            }
            at -= 1;
            if self.has(at, Sense::Total) {
                return true;
            }
        }
        false
    }

    /// The trigger that token `at` is.
    fn trigger(&self, at: usize) -> Option<(Reading, (CasualtyKind, Trigger))> {
        let found = self.sense(at, |sense| match sense {
            Sense::Trigger(kind, trigger) => Some((kind, trigger)),
            _ => None,
        })?;
        // "met" says nothing without what was met.
        let meets = matches!(
            self.written(at).trim_start_matches(['و', 'ف']),
            "لقي" | "لقى" | "لقوا" | "لقيت"
        );
        let dies = || (at + 1..at + REACH_OF_DEATH).any(|at| is_death(self.written(at)));
        (!meets || dies()).then_some(found)
    }
}

/// Whether a verb has the plural ending of subjects that stand before it.
fn is_plural(verb: &str) -> bool {
    verb.ends_with("وا")
}

fn is_death(written: &str) -> bool {
    written.starts_with("حتف") || written.starts_with("مصرع")
}
