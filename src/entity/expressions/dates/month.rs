//! Names of months: أكتوبر, تشرين الأول, أكتوبر/تشرين الأول, تموز (يوليو).

use super::super::grammar::{End, Grammar, Separator};
use super::super::sense::{Count, Definiteness, Lean, Sense, TimeUnit};
use super::{DateDraft, DateForm, MonthRef, YearRef};
use crate::base::{ByteSpan, fits};

/// How many tokens after a month its year may stand, with words between.
const BESIDE: usize = 5;

/// The name of a month, or its two names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MonthName {
    pub(super) start: u32,
    pub(super) end: End,
    /// 1 to 12.
    pub(super) month: u8,
    /// Whether the name is no other word.
    pub(super) certain: bool,
}

impl Grammar<'_> {
    /// The month named from token `at` on, by one name or two.
    pub(super) fn month_name(&self, at: usize) -> Option<MonthName> {
        let first = self.one_month(at)?;
        let after = first.end.token;
        let second = self
            .one_month(after)
            .filter(|second| second.month == first.month);
        let Some(second) = second else {
            return Some(first);
        };
        let end = match self.gap(after) {
            Separator::Slash | Separator::Dash | Separator::Space => second.end,
            Separator::Open if self.closes(second.end.token) => {
                self.end_after_bracket(second.end.token)
            }
            _ => return Some(first),
        };
        Some(MonthName {
            end,
            certain: true,
            ..first
        })
    }

    /// Whether a bracket closes before token `at`.
    pub(super) fn closes(&self, at: usize) -> bool {
        let last = self.end(at).byte;
        let next = self
            .tokens
            .get(at)
            .map_or(fits(self.text.len()), |token| token.span.start);
        let between = ByteSpan::new(last, next).slice(self.text);
        between.trim_start().starts_with([')', ']'])
    }

    fn one_month(&self, at: usize) -> Option<MonthName> {
        let found = self.sense(at, |sense| match sense {
            Sense::Month(month, ambiguous) => Some((month, month, !ambiguous)),
            Sense::MonthHead(of_first, of_second) => Some((of_first, of_second, true)),
            _ => None,
        });
        let (reading, (month, of_second, certain)) = found?;
        let start = self.start_after(at, reading);
        if month == of_second {
            return Some(MonthName {
                start,
                end: self.end(at + 1),
                month,
                certain,
            });
        }
        let ordinal = self.next(at + 1, |sense| match sense {
            Sense::Ordinal(ordinal @ 1..=2, _) => Some(ordinal),
            _ => None,
        })?;
        Some(MonthName {
            start,
            end: self.end(at + 2),
            month: if ordinal == 1 { month } else { of_second },
            certain: true,
        })
    }

    /// A month without a day, with its year: أكتوبر 2019, ديسمبر الماضي.
    pub(super) fn named_month(&self, at: usize) -> Option<DateDraft> {
        let head = self.sense(at, |sense| match sense {
            Sense::Unit(TimeUnit::Month, _, article) => Some(article),
            _ => None,
        });
        // The word month may stand before its name, and is part of it.
        let name_at = at + usize::from(head.is_some());
        if head.is_some() && !self.joins(name_at) {
            return None;
        }
        let name = self.month_name(name_at)?;
        let (year, end) = self.year_of_month(name.end);
        let certain = name.certain || head.is_some() || end != name.end || self.is_timely(at);
        let draft = DateDraft {
            start: head.map_or(name.start, |(reading, _)| self.start_after(at, reading)),
            end,
            when: DateForm::Month {
                days: Vec::new(),
                month: MonthRef::Named(name.month),
                year,
                weekday: false,
            },
        };
        certain.then_some(draft)
    }

    /// `draft` with the year that stands beside it in the same clause, if it is
    /// a month alone and a year follows: حرب نيسان (تصعيد 2016).
    pub(in super::super) fn beside_year(&self, mut draft: DateDraft) -> DateDraft {
        if let DateForm::Month { days, year, .. } = &mut draft.when
            && days.is_empty()
            && *year == YearRef::Unsaid(None)
        {
            let from = draft.end.token;
            let clause = (from..from + BESIDE).take_while(|at| self.gap(*at) != Separator::Break);
            let beside = clause
                .filter(|at| self.is_digits(*at))
                .map(|at| self.years(at).and(self.year_number(at)))
                .next();
            if let Some(Some(beside)) = beside {
                *year = YearRef::Beside(beside);
            }
        }
        draft
    }

    /// Whether a word stands before token `at` that stands before times.
    pub(super) fn is_timely(&self, at: usize) -> bool {
        self.follows(at, Sense::Timely)
    }

    /// The year that is named after a month that ends at `end`, and where the
    /// whole ends.
    pub(super) fn year_of_month(&self, end: End) -> (YearRef, End) {
        let at = end.token;
        let none = (YearRef::Unsaid(None), end);
        match self.gap(at) {
            Separator::Space | Separator::Close => {}
            Separator::Comma if self.year_number(at).is_some() => {}
            _ => return none,
        }
        if let Some(lean) = self.lean(at) {
            return (YearRef::Unsaid(Some(lean)), self.end(at + 1));
        }
        let after_from = at + usize::from(self.is(at, Sense::From) && self.joins(at + 1));
        if let Some(year) = self.year_number(after_from) {
            return (YearRef::Named(year), self.end_of_year(after_from + 1));
        }
        match self.leaning_unit(after_from, TimeUnit::Year) {
            Some((lean, end)) => return (YearRef::Leaning(lean), self.end(end)),
            None if self.is_year_word(after_from) && self.joins(after_from + 1) => {}
            None => return none,
        }
        match self.year_number(after_from + 1) {
            Some(year) => (YearRef::Named(year), self.end_of_year(after_from + 2)),
            None => none,
        }
    }

    /// What token `at` says of the unit or month before it.
    pub(super) fn lean(&self, at: usize) -> Option<Lean> {
        self.whole(at, |sense| match sense {
            Sense::Lean(lean) => Some(lean),
            _ => None,
        })
    }

    /// A unit that is told apart, from token `at` on: الشهر الجاري, هذا العام,
    /// ذلك العام. What tells it apart, and the token after it.
    pub(super) fn leaning_unit(&self, at: usize, wanted: TimeUnit) -> Option<(Lean, usize)> {
        let unit = Sense::Unit(wanted, Count::One, Definiteness::With);
        let is_unit = |at: usize| self.has(at, unit);
        if is_unit(at) && self.joins(at + 1) {
            return Some((self.lean(at + 1)?, at + 2));
        }
        let (_, lean) = self.sense(at, |sense| match sense {
            Sense::Pointing(lean) => Some(lean),
            _ => None,
        })?;
        (self.joins(at + 1) && is_unit(at + 1)).then_some((lean, at + 2))
    }
}
