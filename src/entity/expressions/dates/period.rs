//! Weeks, months, years, decades and centuries told apart by a word, shares of
//! years, and durations.

use super::super::grammar::Grammar;
use super::super::sense::{Count, Definiteness, Lean, Sense, TimeUnit};
use super::super::value::DateKind;
use super::{DateDraft, DateForm};

impl Grammar<'_> {
    /// A unit of time and its first byte.
    fn unit(&self, at: usize) -> Option<(u32, TimeUnit, Count, Definiteness)> {
        let (reading, (unit, count, article)) = self.sense(at, |sense| match sense {
            Sense::Unit(unit, count, article) => Some((unit, count, article)),
            _ => None,
        })?;
        Some((self.start_after(at, reading), unit, count, article))
    }

    /// هذا الشهر, العام الماضي, رمضان الماضي, القرن التاسع عشر, التسعينيات.
    pub(super) fn period(&self, at: usize) -> Option<DateDraft> {
        self.pointed_unit(at)
            .or_else(|| self.leaning_period(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.hijri_period(at))
    }

    /// هذا العام, ذلك الشهر.
    fn pointed_unit(&self, at: usize) -> Option<DateDraft> {
        let (reading, lean) = self.sense(at, |sense| match sense {
            Sense::Pointing(lean) => Some(lean),
            _ => None,
        })?;
        let (_, unit, count, article) = self.unit(at + 1).filter(|_| self.joins(at + 1))?;
        let is_date = count == Count::One
            && article == Definiteness::With
            && matches!(unit, TimeUnit::Week | TimeUnit::Month | TimeUnit::Year);
        is_date.then(|| DateDraft {
            start: self.start_after(at, reading),
            end: self.end(at + 2),
            when: DateForm::Period(unit, lean),
        })
    }

    /// العام الماضي, الأسابيع المقبلة, العقود الثلاثة الماضية.
    fn leaning_period(&self, at: usize) -> Option<DateDraft> {
        let (start, unit, count, article) = self.unit(at)?;
        if article == Definiteness::Without || !self.joins(at + 1) {
            return None;
        }
        if unit == TimeUnit::Century
            && let Some((_, _, end, false)) = self.ordinal(at + 1)
        {
            let era = self.next_is(end, Sense::Gregorian) || self.next_is(end, Sense::Hijri);
            let end = end + usize::from(era);
            return Some(DateDraft {
                start,
                end: self.end(end),
                when: DateForm::Nameless(DateKind::Calendar),
            });
        }
        let number = self
            .cardinal(at + 1)
            .filter(|n| n.start == self.start(at + 1));
        let lean_at = number.map_or(at + 1, |number| number.end);
        let lean = self.lean(lean_at).filter(|_| self.joins(lean_at))?;
        let when = match (unit, count, number) {
            (TimeUnit::Week | TimeUnit::Month | TimeUnit::Year, Count::One, None)
                if lean != Lean::Recent =>
            {
                DateForm::Period(unit, lean)
            }
            (TimeUnit::Century | TimeUnit::Decade, Count::One, None) => {
                DateForm::Nameless(DateKind::Calendar)
            }
            (_, Count::One, None) => return None,
            _ => DateForm::Nameless(DateKind::Duration),
        };
        Some(DateDraft {
            start,
            end: self.end(lean_at + 1),
            when,
        })
    }

    /// الشهر, العام alone, after a part of it: نهاية العام.
    pub(super) fn bare_unit(&self, at: usize) -> Option<DateDraft> {
        let (start, unit, count, article) = self.unit(at)?;
        let is_date = matches!(unit, TimeUnit::Week | TimeUnit::Month | TimeUnit::Year)
            && count == Count::One
            && article == Definiteness::With;
        is_date.then(|| DateDraft {
            start,
            end: self.end(at + 1),
            when: DateForm::Period(unit, Lean::Now),
        })
    }

    /// تسعينيات القرن الماضي.
    fn decade(&self, at: usize) -> Option<DateDraft> {
        let reading = self.reading(at, |sense| sense == Sense::Decade)?;
        let from = usize::from(self.is(at + 1, Sense::From) && self.joins(at + 1));
        let century_at = at + 1 + from;
        let century = self
            .leaning_period(century_at)
            .filter(|_| self.joins(century_at));
        Some(DateDraft {
            start: self.start_after(at, reading),
            end: century.map_or(self.end(at + 1), |century| century.end),
            when: DateForm::Nameless(DateKind::Calendar),
        })
    }

    /// شهر رمضان, رمضان المقبل.
    fn hijri_period(&self, at: usize) -> Option<DateDraft> {
        let head = self
            .unit(at)
            .filter(|(_, unit, ..)| *unit == TimeUnit::Month);
        let name_at = at + usize::from(head.is_some());
        let month = self.reading(name_at, |sense| sense == Sense::HijriMonth)?;
        let lean = self.lean(name_at + 1).filter(|_| self.joins(name_at + 1));
        let joins = head.is_none() || self.joins(name_at);
        (joins && (head.is_some() || lean.is_some())).then(|| DateDraft {
            start: head.map_or(self.start_after(name_at, month), |(start, ..)| start),
            end: self.end(name_at + 1 + usize::from(lean.is_some())),
            when: DateForm::Nameless(DateKind::Calendar),
        })
    }

    /// الربع الأول من العام, النصف الثاني من 2020.
    pub(super) fn share(&self, at: usize) -> Option<DateDraft> {
        let reading = self.reading(at, |sense| sense == Sense::Share)?;
        let (_, _, end, joined) = self
            .ordinal(at + 1)
            .filter(|_| self.joins(at + 1))
            .or_else(|| {
                (self.lean(at + 1) == Some(Lean::Recent)).then_some((0, 0, at + 2, false))
            })?;
        if joined || !self.next_is(end, Sense::From) || !self.joins(end + 1) {
            return None;
        }
        let whole = super::longest([
            self.years(end + 1),
            self.pointed_unit(end + 1),
            self.leaning_period(end + 1),
            self.bare_unit(end + 1),
        ])?;
        (whole.start == self.start(end + 1)).then(|| DateDraft {
            start: self.start_after(at, reading),
            ..whole
        })
    }

    /// 12 يوما, منذ 5 أعوام, أسبوعين: names no date.
    pub(super) fn duration(&self, at: usize) -> Option<DateDraft> {
        let draft = |start, end| DateDraft {
            start,
            end: self.end(end),
            when: DateForm::Nameless(DateKind::Duration),
        };
        if let Some(number) = self.cardinal(at) {
            let (_, _, count, article) =
                self.unit(number.end).filter(|_| self.joins(number.end))?;
            let counts = article == Definiteness::Without && count != Count::Two;
            return counts.then(|| draft(number.start, number.end + 1));
        }
        if let Some(reading) = self.reading(at, |sense| matches!(sense, Sense::Vague(_))) {
            let (_, _, count, _) = self.unit(at + 1).filter(|_| self.joins(at + 1))?;
            return (count == Count::Many).then(|| draft(self.start_after(at, reading), at + 2));
        }
        let (start, _, count, article) = self.unit(at)?;
        let since = self.follows(at, Sense::Since);
        let counts = article == Definiteness::Without
            && (count == Count::Two && !self.folded(at).ends_with('ي') || since);
        counts.then(|| draft(start, at + 1))
    }
}
