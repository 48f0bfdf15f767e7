//! What do the words of a calendar expression say, and which dates do they
//! mean?
//!
//! A *draft* is an expression as it stands, with references still open ("the
//! tenth of the same month"); [`resolve::Calendar`] turns it into dates.
//!
//! Knows the tokens of one text and its date; no name.

mod ahead;
mod civil;
mod day_month;
mod month;
mod period;
mod resolve;
mod weekday;
mod year;

pub(super) use resolve::Calendar;
pub(super) use year::is_bare_year;

use super::grammar::{End, Grammar};
use super::sense::{Lean, Sense, Unit};
use super::value::DateKind;
use crate::corpus::PartialDate;

/// A calendar expression as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    /// First byte.
    pub(super) start: u32,
    /// Where it ends.
    pub(super) end: End,
    /// What it says.
    pub(super) when: When,
}

/// What a calendar expression says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum When {
    /// Days of a month, or a month.
    Month {
        days: Vec<u8>,
        month: MonthRef,
        year: YearRef,
        /// Whether a day of the week is named, too.
        weekday: bool,
    },
    /// Days of the week: أمس الثلاثاء, السبت الماضي.
    Weekdays {
        days: Vec<u8>,
        /// Days from the day of the article, when said.
        shift: Option<i8>,
        lean: Option<Lean>,
    },
    /// So many days from the day of the article.
    Day(i8),
    /// So many days from the day just named.
    SameDay(i8),
    /// هذا الشهر, العام الماضي.
    Period(Unit, Lean),
    /// نهاية الأسبوع الماضي.
    Weekend(Lean),
    /// Years that the words name.
    Years(Vec<i16>),
    /// Dates that the words name.
    Exact(PartialDate),
    /// Nothing that has a date of the Gregorian calendar.
    Nameless(DateKind),
}

/// Which month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MonthRef {
    /// 1 to 12.
    Named(u8),
    /// الشهر الجاري, الشهر نفسه.
    Leaning(Lean),
}

/// Which year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum YearRef {
    Named(i16),
    /// Said nearby: حرب نيسان (تصعيد 2016).
    Beside(i16),
    /// Of the month, if anything: أكتوبر الماضي.
    Unsaid(Option<Lean>),
    /// Of the year: من العام نفسه.
    Leaning(Lean),
}

impl Grammar<'_> {
    /// The calendar expression that begins in token `at`: the longest of all.
    pub(super) fn date(&self, at: usize) -> Option<Draft> {
        if let Some(reading) = self.reading(at, |sense| sense == Sense::Since)
            && self.joins(at + 1)
            && let Some(draft) = self.part_of_date(at + 1)
            // منذ belongs to what follows it at once.
            && draft.start == self.start(at + 1)
        {
            let start = self.start_after(at, reading);
            return Some(Draft { start, ..draft });
        }
        self.part_of_date(at)
    }

    /// A date with the part of it that is meant: أواخر أبريل.
    fn part_of_date(&self, at: usize) -> Option<Draft> {
        if let Some(reading) = self.reading(at, |sense| sense == Sense::Part)
            && self.joins(at + 1)
        {
            let inner = self
                .weekend(at + 1)
                .or_else(|| self.month_or_year(at + 1))
                .or_else(|| self.bare_unit(at + 1));
            if let Some(draft) = inner.filter(|draft| draft.start == self.start(at + 1)) {
                let start = self.start_after(at, reading);
                return Some(Draft { start, ..draft });
            }
        }
        longest([
            self.weekday_date(at),
            self.relative_day(at),
            self.month_or_year(at),
            self.duration(at),
        ])
    }

    /// A day, month, year or other period.
    fn month_or_year(&self, at: usize) -> Option<Draft> {
        longest([
            self.numeric(at),
            self.day_month(at),
            self.named_month(at),
            self.years(at),
            self.period(at),
            self.share(at),
        ])
    }
}

/// The draft that ends last; of several, the first.
fn longest<const N: usize>(drafts: [Option<Draft>; N]) -> Option<Draft> {
    let mut best: Option<Draft> = None;
    for draft in drafts.into_iter().flatten() {
        if best.as_ref().is_none_or(|best| draft.end > best.end) {
            best = Some(draft);
        }
    }
    best
}
