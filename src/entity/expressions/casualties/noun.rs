//! The noun that a number counts, and what belongs to its phrase.

use super::super::grammar::Grammar;
use super::super::markers::Marker;
use super::super::sense::{Count, Sense, TriggerPart};
use super::super::value::CasualtyKind;
use super::quantity::{Amount, CountedNoun, Noun};
use super::reach::has_article;
use crate::arabic::Peel;

impl Grammar<'_> {
    /// The noun that `amount` counts.
    pub(super) fn counted(&self, amount: Amount) -> CountedNoun {
        let at = amount.end;
        let bare = (Noun::Bare, None, self.end(at));
        if !self.joins(at) {
            return bare;
        }
        if self.is(at, Sense::From) && self.joins(at + 1) {
            return self.partitive(at + 1).unwrap_or(bare);
        }
        if self.marks(at, Marker::In) && self.marks(at + 1, Marker::Ranks) {
            return self.people(at + 2).unwrap_or(bare);
        }
        if self.marks(at, Marker::OfThem) {
            return (Noun::OfThem, None, self.end(at + 1));
        }
        if self.marks(at, Marker::Cases) {
            return self.cases(at);
        }
        if let Some(found) = self.people(at) {
            return found;
        }
        let other = self.sense(at, |sense| match sense {
            Sense::Thing | Sense::Unit(..) | Sense::Season => Some(Noun::Things),
            _ => None,
        });
        if let Some((_, noun)) = other {
            return (noun, None, self.end(at));
        }
        if self.is_counted_form(at, amount.value) {
            return (Noun::Unknown, None, self.end(at + 1));
        }
        bare
    }

    /// 12 حالة, and what they are cases of: وفاة.
    fn cases(&self, at: usize) -> CountedNoun {
        let bare = (Noun::Bare, None, self.end(at + 1));
        if !self.joins(at + 1) {
            return bare;
        }
        let of = self.whole(at + 1, |sense| match sense {
            Sense::Victim(kind, _) | Sense::Trigger(kind, TriggerPart::Noun) => Some(kind),
            _ => None,
        });
        let end = self.end(at + 2);
        match of {
            // Cases of "injury" are of infection.
            Some(CasualtyKind::Wounded) => (Noun::Things, None, end),
            Some(kind) => (Noun::Victims(kind), None, end),
            None if self.is(at + 1, Sense::Function) => bare,
            None => (Noun::Things, None, end),
        }
    }

    /// People at token `at`, with what belongs to the noun.
    pub(super) fn people(&self, at: usize) -> Option<CountedNoun> {
        let (noun, who) = self.whole(at, |sense| match sense {
            Sense::Victim(kind, _) => Some((Noun::Victims(kind), None)),
            Sense::Person(who, _) => Some((Noun::People, who)),
            _ => None,
        })?;
        let (mut noun, mut end) = (noun, at + 1);
        if self.marks(at, Marker::Others) {
            noun = Noun::Others;
        } else if self.joins(end)
            && (self.marks(end, Marker::Others) || self.is(end, Sense::Service))
        {
            end += 1;
        }
        // "قتيلا وجريحا" counts both together.
        if let Noun::Victims(CasualtyKind::Killed) = noun
            && self.joins(end)
            && let Some((reading, CasualtyKind::Wounded)) = self.sense(end, |sense| match sense {
                Sense::Victim(kind, Count::One | Count::Many) => Some(kind),
                _ => None,
            })
            && reading.peel == Peel::Conjunction
        {
            noun = Noun::Victims(CasualtyKind::KilledAndWounded);
            end += 1;
        }
        if noun == Noun::Victims(CasualtyKind::Wounded) {
            end = self.after_injury(end);
        }
        Some((noun, who, self.end(end)))
    }

    /// The token after the injuries named at token `at`: بجروح طفيفة.
    fn after_injury(&self, at: usize) -> usize {
        if !(self.joins(at) && self.marks(at, Marker::Injuries)) {
            return at;
        }
        let grave = self.joins(at + 1)
            && self.readings(at + 1).is_empty()
            && is_feminine(self.folded(at + 1));
        at + 1 + usize::from(grave)
    }

    /// The people of whom so many are counted: من المدنيين, من ضباط الشرطة.
    fn partitive(&self, at: usize) -> Option<CountedNoun> {
        if let Some((noun, who, end)) = self.people(at) {
            let end = if end.token == at + 1 {
                self.end(self.after_construct(at))
            } else {
                end
            };
            return Some((noun, who, end));
        }
        let is_known = !self.readings(at).is_empty();
        (!is_known).then(|| (Noun::Unknown, None, self.end(self.after_construct(at))))
    }

    /// The token after a noun at token `at` and what it is in construct with:
    /// سكان القرية.
    fn after_construct(&self, at: usize) -> usize {
        let has_article = |at: usize| has_article(self.folded(at));
        let goes_on = !has_article(at) && self.joins(at + 1) && has_article(at + 1);
        at + 1 + usize::from(goes_on)
    }

    /// Whether token `at` has the form of a noun after the number `value`, by
    /// its ending: after 11 to 99 it is an accusative singular.
    fn is_counted_form(&self, at: usize, value: u64) -> bool {
        let word = self.folded(at);
        let is_attached = word.starts_with(['ب', 'ل', 'و', 'ف', 'ك']) || has_article(word);
        if word.is_empty() || is_attached || !self.readings(at).is_empty() {
            return false;
        }
        match value % 100 {
            11..=99 => word.ends_with('ا') || is_feminine(word),
            _ => !word.ends_with('ا'),
        }
    }
}

/// Whether `folded` ends as feminine nouns do; after ت it is rather a pronoun.
fn is_feminine(folded: &str) -> bool {
    folded.ends_with('ه') && !folded.ends_with("ته")
}
