//! Days of a month: 14 أكتوبر, الـ 10 والـ 17 من الشهر الجاري, 14/10/2020.

use super::super::grammar::{End, Grammar, Separator};
use super::super::sense::{Count, Lean, Sense, TimeUnit};
use super::super::value::DateKind;
use super::{DateDraft, DateForm, MonthRef, YearRef};
use crate::base::ByteSpan;
use crate::corpus::PartialDate;

/// A list of days may not be longer; what is longer is no list of days.
const MAX_DAYS: usize = 10;

/// Days of a month and where they stand.
struct Days {
    start: u32,
    list: Vec<u8>,
    /// First token after them.
    end: usize,
    /// Whether digits or ordinals name them, and not cardinals in words.
    certain: bool,
}

impl Grammar<'_> {
    /// A date of numbers alone.
    pub(super) fn numeric(&self, at: usize) -> Option<DateDraft> {
        let token = self.tokens.get(at).filter(|token| token.form.is_none())?;
        // "10.10.2020" is one token.
        let end = if self.plain_digits(at).is_some() {
            let sign = self.gap(at + 1);
            let is_sign = matches!(sign, Separator::Slash | Separator::Dash | Separator::Point);
            if !is_sign || self.gap(at + 2) != sign {
                return None;
            }
            at + 3
        } else {
            at + 1
        };
        let span = ByteSpan::new(token.span.start, self.end(end).byte);
        let written = span.slice(self.text);
        let date = PartialDate::parse(written)
            .or_else(|| day_first(written))
            .filter(|date| date.day().is_some())?;
        Some(DateDraft {
            start: span.start,
            end: self.end(end),
            when: DateForm::Exact(date),
        })
    }

    /// Days with their month.
    pub(super) fn day_month(&self, at: usize) -> Option<DateDraft> {
        let days = self.days_head(at)?;
        let from = self.is(days.end, Sense::From) && self.joins(days.end);
        let month_at = days.end + usize::from(from);
        if days.certain && self.next_is(days.end, Sense::OfIt) {
            let end = self.end(days.end + 1);
            return Some(days.of(MonthRef::Leaning(Lean::Same), end));
        }
        if !self.joins(month_at) {
            return None;
        }
        let is_month = |sense| matches!(sense, Sense::Unit(TimeUnit::Month, Count::One, _));
        let head = self.reading(month_at, is_month);
        let name_at = month_at + usize::from(head.is_some() && self.joins(month_at + 1));
        if let Some(name) = self.month_name(name_at)
            && name.start == self.start(name_at)
        {
            let (year, end) = self.year_of_month(name.end);
            return Some(DateDraft {
                start: days.start,
                end,
                when: DateForm::Month {
                    days: days.list,
                    month: MonthRef::Named(name.month),
                    year,
                    weekday: false,
                },
            });
        }
        if let Some(end) = self.hijri_month(name_at) {
            return Some(DateDraft {
                start: days.start,
                end,
                when: DateForm::Nameless(DateKind::Calendar),
            });
        }
        let (lean, end) = self
            .leaning_unit(month_at, TimeUnit::Month)
            .filter(|_| from && days.certain)?;
        Some(days.of(MonthRef::Leaning(lean), self.end(end)))
    }

    /// Where a month of the Hijri calendar and its year end.
    fn hijri_month(&self, at: usize) -> Option<End> {
        let is_month = self.is(at, Sense::HijriMonth);
        let year = self.plain_digits(at + 1).filter(|_| self.joins(at + 1));
        let year = year.is_some_and(|digits| digits.plain_len == Some(4));
        let end = at + 1 + usize::from(year);
        let sign = year && self.next_is(end, Sense::Hijri);
        is_month.then(|| self.end(end + usize::from(sign)))
    }

    /// A list of days, with "the two days" before it or not.
    fn days_head(&self, at: usize) -> Option<Days> {
        let is_days = |sense| {
            matches!(
                sense,
                Sense::Unit(TimeUnit::Day, Count::Two | Count::Many, _)
            )
        };
        let Some(reading) = self.reading(at, is_days).filter(|_| self.joins(at + 1)) else {
            return self.days(at);
        };
        let days = self.days(at + 1).filter(|days| days.list.len() > 1)?;
        Some(Days {
            start: self.start_after(at, reading),
            ..days
        })
    }

    fn days(&self, at: usize) -> Option<Days> {
        let mut all = self.one_day(at, false)?;
        while all.list.len() < MAX_DAYS {
            let next = all.end;
            let (day_at, needs_and) = match self.gap(next) {
                Separator::Space if self.is(next, Sense::And) || self.is(next, Sense::Until) => {
                    (next + 1, false)
                }
                Separator::Space => (next, true),
                Separator::Dash | Separator::Slash | Separator::Comma => (next, false),
                _ => break,
            };
            let last = all.list.last().copied().unwrap_or_default();
            match self.one_day(day_at, needs_and) {
                // Days stand in order; what does not is no list of days.
                Some(day) if day.list[0] > last => {
                    all.list.extend(day.list);
                    all.end = day.end;
                }
                _ => break,
            }
        }
        Some(all)
    }

    /// One day of a month; with و before it where `needs_and`.
    fn one_day(&self, at: usize, needs_and: bool) -> Option<Days> {
        let found = self.ordinal(at).map(|found| (found, true)).or_else(|| {
            let number = self.cardinal(at)?;
            let in_digits = number.digits.is_some();
            let short = number.digits.is_none_or(|digits| digits <= 2);
            let found = (number.start, number.value, number.end, number.joined);
            short.then_some((found, in_digits))
        });
        let ((start, value, end, joined), certain) = found?;
        let day = u8::try_from(value)
            .ok()
            .filter(|day| (1..=31).contains(day))?;
        (joined || !needs_and).then_some(Days {
            start,
            list: vec![day],
            end,
            certain,
        })
    }
}

impl Days {
    fn of(self, month: MonthRef, end: End) -> DateDraft {
        DateDraft {
            start: self.start,
            end,
            when: DateForm::Month {
                days: self.list,
                month,
                year: YearRef::Unsaid(None),
                weekday: false,
            },
        }
    }
}

/// A date with the day before the month where both could be either, as the
/// Arabic press writes it: 5/9/2020. The index of a corpus is stricter.
fn day_first(written: &str) -> Option<PartialDate> {
    let folded = crate::arabic::fold(written);
    let mut parts = folded.split(|c: char| !c.is_ascii_digit());
    let mut next = || parts.next().filter(|part| !part.is_empty());
    let (day, month, year) = (next()?, next()?, next()?);
    let year = Some(year).filter(|year| year.len() == 4)?;
    if next().is_some() {
        return None;
    }
    PartialDate::new(
        year.parse().ok()?,
        Some(month.parse().ok()?),
        Some(day.parse().ok()?),
    )
}
