//! What dates an expression means, by the date of its article and the dates
//! named before it.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use super::super::sense::{Lean, TimeUnit};
use super::super::value::{DateValue, Resolution};
use super::civil::{civil, partial};
use super::{DateForm, MonthRef, YearRef};
use crate::corpus::PartialDate;

/// The time that an article's expressions are told from.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Calendar {
    published: Option<PartialDate>,
    /// The date named last.
    last: Option<PartialDate>,
    /// The day named last in the month of publication.
    day: Option<PartialDate>,
}

/// The dates found, and by what.
type Found = Option<(Vec<PartialDate>, Resolution)>;

impl Calendar {
    /// For an article published on `published`.
    pub(in super::super) const fn new(published: Option<PartialDate>) -> Self {
        Self {
            published,
            last: None,
            day: None,
        }
    }

    /// The dates that `when` means; `ahead` says that the sentence tells of
    /// what is to come. Dates told from what was named before depend on the
    /// calls before.
    pub(in super::super) fn resolve(
        &mut self,
        when: &DateForm,
        ahead: impl Fn() -> bool,
    ) -> DateValue {
        let found = match when {
            DateForm::Month {
                days, month, year, ..
            } => self.month(days, *month, *year, ahead),
            DateForm::Weekdays { days, shift, lean } => self.weekdays(days, *shift, *lean, ahead),
            DateForm::Day(shift) => self.day(*shift),
            DateForm::SameDay(shift) => self.last.and_then(|last| {
                let day = civil(last)?.checked_add(i64::from(*shift).days()).ok()?;
                Some((vec![partial(day)?], Resolution::Context))
            }),
            DateForm::Period(unit, lean) => self.period(*unit, *lean),
            DateForm::Weekend(lean) => self.weekend(*lean),
            DateForm::Years(years) => {
                let years = years.iter();
                let dates = years.filter_map(|year| PartialDate::new(*year, None, None));
                Some((dates.collect(), Resolution::Explicit))
            }
            DateForm::Exact(date) => Some((vec![*date], Resolution::Explicit)),
            DateForm::Nameless(_) => None,
        };
        let (iso, resolved) = match found {
            Some((mut iso, resolved)) if !iso.is_empty() => {
                iso.sort_unstable();
                self.last = iso.last().copied();
                self.day = self.last.filter(|day| self.is_of_month(*day)).or(self.day);
                (iso, Some(resolved))
            }
            _ => (Vec::new(), None),
        };
        DateValue {
            iso,
            resolved,
            sub: when.kind(),
        }
    }

    /// What is told from the article's date is resolved by.
    fn by_article(&self) -> Resolution {
        match self.published {
            Some(date) if date.day().is_some() => Resolution::DocumentDate,
            _ => Resolution::Inferred,
        }
    }

    /// The day of the article, or else the day named last in its month.
    fn today(&self) -> Option<Date> {
        civil(self.published?).or_else(|| civil(self.day?))
    }

    /// Whether `day` is known and in the month of publication.
    fn is_of_month(&self, day: PartialDate) -> bool {
        let same = |published: PartialDate| {
            (published.year(), published.month()) == (day.year(), day.month())
        };
        day.day().is_some() && self.published.is_some_and(same)
    }

    fn month(
        &self,
        days: &[u8],
        month: MonthRef,
        year: YearRef,
        ahead: impl Fn() -> bool,
    ) -> Found {
        let (year, month, resolved) = match month {
            MonthRef::Leaning(lean) => {
                let (base, resolved) = self.leaning_month(lean)?;
                (base.year(), base.month()?, resolved)
            }
            MonthRef::Named(month) => {
                let (year, resolved) = match year {
                    YearRef::Named(year) => (year, Resolution::Explicit),
                    YearRef::Beside(year) => (year, Resolution::Context),
                    YearRef::Leaning(Lean::Same) | YearRef::Unsaid(Some(Lean::Same)) => {
                        (self.last?.year(), Resolution::Context)
                    }
                    YearRef::Leaning(lean) => {
                        (self.published?.year() + years_off(lean), self.by_article())
                    }
                    YearRef::Unsaid(lean) => {
                        let day = days.first().copied();
                        (
                            self.nearest_year(month, day, lean, ahead)?,
                            self.by_article(),
                        )
                    }
                };
                (year, month, resolved)
            }
        };
        let dates: Vec<_> = match days {
            [] => PartialDate::new(year, Some(month), None)
                .into_iter()
                .collect(),
            _ => days
                .iter()
                .filter_map(|day| PartialDate::new(year, Some(month), Some(*day)))
                .collect(),
        };
        Some((dates, resolved))
    }

    /// The year of a month, or of a day of it, that is named without one.
    fn nearest_year(
        &self,
        month: u8,
        day: Option<u8>,
        lean: Option<Lean>,
        ahead: impl Fn() -> bool,
    ) -> Option<i16> {
        let published = self.published?;
        let this_month = i16::from(published.month()?);
        let year = published.year();
        let months_ahead = i16::from(month) - this_month;
        let is_later = match (day, published.day()) {
            (Some(day), Some(today)) if months_ahead == 0 => day > today,
            _ => months_ahead > 0,
        };
        let is_earlier = match (day, published.day()) {
            (Some(day), Some(today)) if months_ahead == 0 => day < today,
            _ => months_ahead < 0,
        };
        Some(match lean {
            Some(Lean::Past) if is_earlier => year,
            Some(Lean::Past) => year - 1,
            Some(Lean::Next) if is_later => year,
            Some(Lean::Next) => year + 1,
            // What is told of without a year is within half a year of a day,
            // and a month alone mostly past.
            None if months_ahead < -1 && ahead() => year + 1,
            None if months_ahead > 1 && ahead() => year,
            None if months_ahead > 6 || (day.is_none() && months_ahead > 1) => year - 1,
            None if months_ahead < -9 && day.is_some() => year + 1,
            _ => year,
        })
    }

    /// The month of the article or near it, or the one named last.
    fn leaning_month(&self, lean: Lean) -> Option<(PartialDate, Resolution)> {
        let (base, months, resolved) = match lean {
            Lean::Past | Lean::Recent => (self.published?, -1, self.by_article()),
            Lean::Now => (self.published?, 0, self.by_article()),
            Lean::Next => (self.published?, 1, self.by_article()),
            Lean::Same => (self.last?, 0, Resolution::Context),
            Lean::After => (self.last?, 1, Resolution::Context),
        };
        let first = Date::new(base.year(), i8::try_from(base.month()?).ok()?, 1).ok()?;
        let month = partial(first.checked_add(months.months()).ok()?)?;
        Some((
            PartialDate::new(month.year(), month.month(), None)?,
            resolved,
        ))
    }

    fn weekdays(
        &self,
        days: &[u8],
        shift: Option<i8>,
        lean: Option<Lean>,
        ahead: impl Fn() -> bool,
    ) -> Found {
        let today = self.today()?;
        let is_exact = self.published.is_some_and(|date| date.day().is_some());
        let mut dates = Vec::new();
        for day in days {
            let wanted = Weekday::from_monday_one_offset(i8::try_from(*day).ok()?).ok()?;
            // Days since the last such weekday, today included.
            let back = i64::from(wanted.until(today.weekday()));
            let distance = match (shift, lean) {
                (Some(1..), _) if back == 0 => 7,
                (Some(1..), _) | (_, Some(Lean::Next)) => 7 - back,
                (Some(..0), _) if back == 0 => -7,
                (_, Some(Lean::Past)) if back == 0 && is_exact => -7,
                // Printed the day after it was written, or before.
                (Some(0), _) if back > 3 => 7 - back,
                (None, None) if back > 0 && ahead() => 7 - back,
                _ => -back,
            };
            dates.push(partial(today.checked_add(distance.days()).ok()?)?);
        }
        Some((dates, self.by_article()))
    }

    fn day(&self, shift: i8) -> Found {
        let date = match civil(self.published?) {
            Some(today) => partial(today.checked_add(i64::from(shift).days()).ok()?)?,
            None => self.published?,
        };
        Some((vec![date], self.by_article()))
    }

    fn period(&self, unit: TimeUnit, lean: Lean) -> Found {
        match unit {
            TimeUnit::Week => {
                let (day, resolved) = match lean {
                    Lean::Same | Lean::After => (civil(self.last?)?, Resolution::Context),
                    _ => (civil(self.published?)?, self.by_article()),
                };
                let weeks: i64 = match lean {
                    Lean::Past | Lean::Recent => -1,
                    Lean::Now | Lean::Same => 0,
                    Lean::Next | Lean::After => 1,
                };
                let day = partial(day.checked_add(weeks.weeks()).ok()?)?;
                let month = PartialDate::new(day.year(), day.month(), None)?;
                Some((vec![month], resolved))
            }
            TimeUnit::Month => {
                let (month, resolved) = self.leaning_month(lean)?;
                Some((vec![month], resolved))
            }
            TimeUnit::Year => {
                let (base, resolved) = match lean {
                    Lean::Same | Lean::After => (self.last?, Resolution::Context),
                    _ => (self.published?, self.by_article()),
                };
                let year = PartialDate::new(base.year() + years_off(lean), None, None)?;
                Some((vec![year], resolved))
            }
            _ => None,
        }
    }

    /// The Saturday and Sunday before today's week, of it, or after it.
    fn weekend(&self, lean: Lean) -> Found {
        let today = self.today()?;
        let monday_one = i64::from(today.weekday().to_monday_one_offset());
        let weeks = match lean {
            Lean::Past | Lean::Recent => -7,
            Lean::Now | Lean::Same => 0,
            Lean::Next | Lean::After => 7,
        };
        let days = [6, 7].map(|day: i64| {
            let day = today.checked_add((day - monday_one + weeks).days()).ok()?;
            partial(day)
        });
        Some((days.into_iter().flatten().collect(), self.by_article()))
    }
}

/// How many years from the base year.
const fn years_off(lean: Lean) -> i16 {
    match lean {
        Lean::Past | Lean::Recent => -1,
        Lean::Now | Lean::Same => 0,
        Lean::Next | Lean::After => 1,
    }
}
