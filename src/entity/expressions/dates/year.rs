//! Years: عام 2016, منذ 2020, عامي 2014 و2015, 2019-2020.

use super::super::grammar::{End, Grammar, Separator};
use super::super::lexicon::LEXICON;
use super::super::sense::{Count, Sense, TimeUnit};
use super::{DateDraft, DateForm};

/// The years that are taken for years where nothing says so.
const BARE_YEARS: std::ops::RangeInclusive<i16> = 1900..=2060;

/// A list of years may not be longer, so that a long list of other numbers is
/// not read again from each of them.
const MAX_YEARS: usize = 32;

/// Whether `year` may stand for a year where nothing says so.
pub(in super::super) fn is_bare_year(year: i16) -> bool {
    BARE_YEARS.contains(&year)
}

/// The years that are taken for years after a month or the word for a year.
/// The early ones have no date here: they may be Hijri.
const YEARS: std::ops::RangeInclusive<u64> = 1000..=2199;

impl Grammar<'_> {
    /// The year that token `at` is, of four digits.
    pub(in super::super) fn year_number(&self, at: usize) -> Option<i16> {
        let digits = self.plain_digits(at).filter(|d| d.plain_len == Some(4))?;
        let year = digits.whole().filter(|year| YEARS.contains(year))?;
        i16::try_from(year).ok()
    }

    /// Where a year ends whose number is the token before `at`: م is part of it.
    pub(super) fn end_of_year(&self, at: usize) -> End {
        self.end(at + usize::from(self.next_is(at, Sense::Gregorian)))
    }

    /// Whether token `at` is the word for a year.
    pub(super) fn is_year_word(&self, at: usize) -> bool {
        self.year_word(at).is_some()
    }

    fn year_word(&self, at: usize) -> Option<(u32, Count)> {
        let (reading, count) = self.sense(at, |sense| match sense {
            Sense::Unit(TimeUnit::Year, count, _) => Some(count),
            _ => None,
        })?;
        Some((self.start_after(at, reading), count))
    }

    /// One year or several, with the word for it, a season, or alone.
    pub(super) fn years(&self, at: usize) -> Option<DateDraft> {
        if let Some((start, count)) = self.year_word(at) {
            return self.years_after(start, at + 1, count == Count::Many);
        }
        if let Some(reading) = self.reading(at, |sense| sense == Sense::Season)
            && self.joins(at + 1)
        {
            let start = self.start_after(at, reading);
            let from = at + 1 + usize::from(self.is(at + 1, Sense::From));
            return match self.year_word(from) {
                Some(_) => self.years_after(start, from + 1, false),
                None => self.years_after(start, from, false),
            };
        }
        let year = self.year_number(at)?;
        // Before the list: what is none is not gone through for each of its years.
        if !BARE_YEARS.contains(&year) || self.follows_sign(at) {
            return None;
        }
        let draft = self.years_after(self.start(at), at, false)?;
        let is_several = matches!(&draft.when, DateForm::Years(years) if years.len() > 1);
        (is_several || self.is_bare_year(at)).then_some(draft)
    }

    /// The years whose numbers begin at token `at`; with commas between them
    /// where `many` are announced.
    fn years_after(&self, start: u32, at: usize, many: bool) -> Option<DateDraft> {
        if self.gap(at) != Separator::Space && self.start(at) != start {
            return None;
        }
        if let Some(year) = self.spelt_year(at) {
            return Some(year.starting(start));
        }
        let mut years = vec![self.year_number(at)?];
        let mut end = self.end_of_year(at + 1);
        while years.len() < MAX_YEARS {
            let mut next = end.token;
            match self.gap(next) {
                Separator::Dash | Separator::Slash => {}
                Separator::Comma if many => {}
                Separator::Space if self.is(next, Sense::And) && self.joins(next + 1) => next += 1,
                _ => break,
            }
            let Some(year) = self.year_number(next) else {
                break;
            };
            years.push(year);
            end = self.end_of_year(next + 1);
        }
        Some(DateDraft {
            start,
            end,
            when: DateForm::Years(years),
        })
    }

    /// A year in words, or one of the Hijri calendar: عام 1441 هجري.
    fn spelt_year(&self, at: usize) -> Option<DateDraft> {
        let number = self.cardinal(at)?;
        if number.digits == Some(4) && self.next_is(number.end, Sense::Hijri) {
            return Some(DateDraft {
                start: number.start,
                end: self.end(number.end + 1),
                when: DateForm::Nameless(super::DateKind::Calendar),
            });
        }
        let year = i16::try_from(number.value).ok()?;
        let spelt = number.digits.is_none() && number.end > at + 1 && BARE_YEARS.contains(&year);
        spelt.then(|| DateDraft {
            start: number.start,
            end: self.end(number.end),
            when: DateForm::Years(vec![year]),
        })
    }

    /// Whether the four digits of token `at`, which stand alone, are a year:
    /// by the words before them, or because no noun follows that they count.
    fn is_bare_year(&self, at: usize) -> bool {
        let is_counted = |sense| {
            matches!(
                sense,
                Sense::Person(..)
                    | Sense::Victim(..)
                    | Sense::Thing
                    | Sense::Unit(..)
                    | Sense::Number(..)
            )
        };
        let counts = self.joins(at + 1) && self.reading(at + 1, is_counted).is_some();
        if counts {
            return false;
        }
        let ends = !self.joins(at + 1)
            || self
                .readings(at + 1)
                .iter()
                .any(|r| LEXICON.senses(r.word).contains(&Sense::Function));
        (self.is_timely(at) && !self.follows(at, Sense::NotYear))
            || (ends && at > 0 && self.joins(at) && !self.is_counting(at))
    }

    /// Whether what stands before token `at` says that a count follows.
    fn is_counting(&self, at: usize) -> bool {
        let says = |s| matches!(s, Sense::Trigger(..) | Sense::Total | Sense::NotYear);
        self.reading(at.wrapping_sub(1), says).is_some()
            || (1..=4).any(|back| {
                at.checked_sub(back).is_some_and(|from| {
                    self.phrase(from, &LEXICON.approximators)
                        .is_some_and(|(_, _, end)| end == at)
                })
            })
    }

    /// Whether a sign stands at token `at` that makes another number of it.
    fn follows_sign(&self, at: usize) -> bool {
        let before = self.text.get(..self.start(at) as usize).unwrap_or_default();
        before.ends_with(['$', '€', '£', '#', '-', '/', '+', '@', '_'])
            || self
                .text
                .get(self.end(at + 1).byte as usize..)
                .is_some_and(|after| after.starts_with(['%', '٪', '$', '_', '@']))
    }
}

impl DateDraft {
    fn starting(self, start: u32) -> Self {
        Self { start, ..self }
    }
}
