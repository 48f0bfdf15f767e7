//! What says what happened to the people counted: before the count, after it,
//! or further off in its clause.

use super::super::forms::FormReading;
use super::super::grammar::{End, Grammar};
use super::super::lexicon::LEXICON;
use super::super::markers::Marker;
use super::super::sense::{Count, Sense, TriggerPart};
use super::super::value::CasualtyKind;
use super::quantity::{Noun, Quantity};
use crate::arabic::Peel;

/// Fewer who flee are not driven from home.
pub(super) const LEAST_FLIGHT: u64 = 100;
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

impl Grammar<'_> {
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
        if !self.can_befall(at, kind, quantity) {
            return None;
        }
        if trigger == TriggerPart::With {
            return Some(Cause::apart(kind));
        }
        let start = self.start_after(at, reading);
        // مقتل وإصابة 30 شخصا: the count is of both.
        if reading.peel == Peel::Conjunction
            && at > 0
            && self.joins(at)
            && let Some((first, (CasualtyKind::Killed, other))) = self.trigger(at - 1)
            && other != TriggerPart::With
            && !self.is_plural(at - 1)
            && kind == CasualtyKind::Wounded
        {
            return Some(Cause {
                kind: CasualtyKind::KilledAndWounded,
                start: Some(self.start_after(at - 1, first)),
                end: None,
            });
        }
        // قتل أو أصيب 30 شخصا
        if kind == CasualtyKind::Wounded
            && at > 1
            && self.marks(at - 1, Marker::Or)
            && let Some((first, (CasualtyKind::Killed, _))) = self.trigger(at - 2)
        {
            return Some(Cause {
                kind: CasualtyKind::KilledAndWounded,
                start: Some(self.start_after(at - 2, first)),
                end: None,
            });
        }
        Some(Cause {
            kind,
            start: Some(start),
            end: None,
        })
    }

    /// Whether what the trigger at token `at` says can be said of what is
    /// counted: much else than people is lost, kept or moved.
    fn can_befall(&self, at: usize, kind: CasualtyKind, quantity: &Quantity) -> bool {
        // Some flee who are not driven out.
        if kind == CasualtyKind::Displaced
            && self.marks(at, Marker::FewFlee)
            && quantity.value < LEAST_FLIGHT
        {
            return false;
        }
        match quantity.noun {
            Noun::Unknown => {
                kind == CasualtyKind::Killed && !self.marks(at, Marker::NotThings)
                    || matches!(kind, CasualtyKind::Wounded | CasualtyKind::Displaced)
            }
            _ => true,
        }
    }

    /// A verb directly after: 12 شخصا قتلوا.
    fn cause_after(&self, at: usize) -> Option<Cause> {
        if !self.joins(at) {
            return None;
        }
        if self.marks(at, Marker::Between) {
            return self.killed_and_wounded(at);
        }
        let (kind, end) = self.verb_after(at).or_else(|| self.victims_after(at))?;
        Some(Cause {
            kind,
            start: None,
            end: Some(self.end(end)),
        })
    }

    /// What those counted before token `at` are, and the token after it:
    /// مفقودين, في عداد المفقودين.
    fn victims_after(&self, at: usize) -> Option<(CasualtyKind, usize)> {
        let among = self.marks(at, Marker::In) && self.marks(at + 1, Marker::Ranks);
        let at = if among { at + 2 } else { at };
        let kind = self.next(at, |sense| match sense {
            Sense::Victim(kind, Count::Many) => Some(kind),
            _ => None,
        })?;
        Some((kind, at + 1))
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
    pub(super) fn verb_after(&self, at: usize) -> Option<(CasualtyKind, usize)> {
        let (reading, (kind, trigger)) = self.trigger(at)?;
        if trigger != TriggerPart::Verb || !self.is_plural(at) || reading.peel != Peel::Whole {
            return None;
        }
        if self.marks(at, Marker::Transitive) && self.has_object(at + 1) {
            return None;
        }
        let with_death = self.joins(at + 1) && self.marks(at + 1, Marker::Death);
        Some((kind, at + 1 + usize::from(with_death)))
    }

    /// The trigger that token `at` is.
    pub(super) fn trigger(&self, at: usize) -> Option<(FormReading, (CasualtyKind, TriggerPart))> {
        let found = self.sense(at, |sense| match sense {
            Sense::Trigger(kind, trigger) => Some((kind, trigger)),
            _ => None,
        })?;
        // What a court decides is not done yet.
        let is_verdict = self.marks(at, Marker::Verdict);
        if is_verdict || self.marks(at, Marker::Lives) && !self.takes_lives(at) {
            return None;
        }
        // "met" says nothing without what was met.
        let dies = || (at + 1..at + REACH_OF_DEATH).any(|at| self.marks(at, Marker::Death));
        (!self.marks(at, Marker::Met) || dies()).then_some(found)
    }
}

impl Grammar<'_> {
    /// Whether a verb before token `at` takes the lives named there.
    fn takes_lives(&self, at: usize) -> bool {
        (at.saturating_sub(REACH_OF_DEATH)..at).any(|at| self.marks(at, Marker::TakesLives))
    }

    /// Whether the verb at token `at` has the ending of the plural or dual that
    /// follows its subject.
    fn is_plural(&self, at: usize) -> bool {
        let verb = self.folded(at);
        self.marks(at, Marker::Dual)
            || verb.ends_with("وا")
            || verb.ends_with("ون")
            || verb.chars().count() > 3 && verb.ends_with('ن') && !verb.ends_with("ين")
    }

    /// Whether people stand at token `at` to whom a verb before it does
    /// something.
    fn has_object(&self, at: usize) -> bool {
        let people = || {
            self.whole(at, |sense| match sense {
                Sense::Person(..) | Sense::Victim(..) | Sense::Number(..) | Sense::Vague(_) => {
                    Some(())
                }
                _ => None,
            })
        };
        self.joins(at)
            && (self.plain_digits(at).is_some()
                || people().is_some()
                || self.phrase(at, &LEXICON.approximators).is_some())
    }
}
