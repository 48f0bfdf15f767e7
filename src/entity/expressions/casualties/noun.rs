//! The noun that a number counts, and what belongs to its phrase.

use super::super::forms::Peel;
use super::super::scan::Scan;
use super::super::sense::{Count, Sense, Trigger};
use super::super::value::CasualtyKind;
use super::quantity::{Amount, Counted, Noun};
use crate::arabic::is_mark;

impl Scan<'_> {
    /// The noun that `amount` counts.
    pub(super) fn counted(&self, amount: Amount) -> Counted {
        let at = amount.end;
        let bare = (Noun::Bare, None, self.end(at));
        if !self.joins(at) {
            return bare;
        }
        if self.is(at, Sense::From) && self.joins(at + 1) {
            return self.partitive(at + 1).unwrap_or(bare);
        }
        if self.written(at) == "في" && matches!(self.written(at + 1), "عداد") {
            return self.people(at + 2).unwrap_or(bare);
        }
        if matches!(self.written(at), "منهم" | "منهن") {
            return (Noun::OfThem, None, self.end(at + 1));
        }
        if matches!(self.written(at), "حالة" | "حالات") {
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
    fn cases(&self, at: usize) -> Counted {
        let bare = (Noun::Bare, None, self.end(at + 1));
        if !self.joins(at + 1) {
            return bare;
        }
        let of = self.whole(at + 1, |sense| match sense {
            Sense::Victim(kind, _) | Sense::Trigger(kind, Trigger::Noun) => Some(kind),
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
    pub(super) fn people(&self, at: usize) -> Option<Counted> {
        let (noun, who) = self.whole(at, |sense| match sense {
            Sense::Victim(kind, _) => Some((Noun::Victims(kind), None)),
            Sense::Person(who, _) => Some((Noun::People, who)),
            _ => None,
        })?;
        let (mut noun, mut end) = (noun, at + 1);
        if is_others(self.written(at)) {
            noun = Noun::Others;
        } else if self.joins(end) && (is_others(self.written(end)) || self.is(end, Sense::Service))
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
        let injured = self.joins(at)
            && matches!(
                self.written(at),
                "بجروح" | "بحروق" | "بكسور" | "برضوض" | "بإصابات" | "بإصابة" | "بجراح"
            );
        if !injured {
            return at;
        }
        let grave = self.joins(at + 1)
            && self.readings(at + 1).is_empty()
            && self.written(at + 1).ends_with('ة');
        at + 1 + usize::from(grave)
    }

    /// The people of whom so many are counted: من المدنيين, من ضباط الشرطة.
    fn partitive(&self, at: usize) -> Option<Counted> {
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
        let has_article = |at: usize| self.written(at).starts_with("ال");
        let goes_on = !has_article(at) && self.joins(at + 1) && has_article(at + 1);
        at + 1 + usize::from(goes_on)
    }

    /// Whether token `at` has the form of a noun after the number `value`, by
    /// its ending: after 11 to 99 it is an accusative singular.
    fn is_counted_form(&self, at: usize, value: u64) -> bool {
        let token = self.tokens.get(at);
        if token.is_none_or(|token| token.is_number) || !self.readings(at).is_empty() {
            return false;
        }
        let written = self.written(at).trim_end_matches(is_mark);
        if written.starts_with(['ب', 'ل', 'و', 'ف', 'ك']) || written.starts_with("ال") {
            return false;
        }
        match value % 100 {
            11..=99 => written.ends_with(['ا', 'ة', 'ى']),
            _ => !written.ends_with('ا'),
        }
    }
}

fn is_others(written: &str) -> bool {
    matches!(
        written,
        "آخر" | "آخرين" | "آخرون" | "اخرين" | "اخرون" | "أخرى"
    )
}
