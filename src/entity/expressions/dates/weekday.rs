//! Days of the week and days from today: اليوم الأربعاء, السبت الماضي, أمس.

use super::super::grammar::{End, Grammar, Separator};
use super::super::markers::Marker;
use super::super::sense::{Count, Definiteness, Lean, Sense, TimeUnit};
use super::super::value::DateKind;
use super::{DateDraft, DateForm, MonthRef, YearRef, longest};
use crate::arabic::numerals::NumberWord;

impl Grammar<'_> {
    /// Days of the week, with أمس or the like before them and a date after.
    pub(super) fn weekday_date(&self, at: usize) -> Option<DateDraft> {
        let is_dual = Sense::Unit(TimeUnit::Day, Count::Two, Definiteness::Without);
        let dual = self.reading(at, |sense| sense == is_dual);
        let day = self.day_shift(at);
        let (start, shift, first) = match (dual, day) {
            (_, Some((start, shift, end))) => (Some(start), Some(shift), end),
            (Some(reading), _) => (Some(self.start_after(at, reading)), None, at + 1),
            _ => (None, None, at),
        };
        let opens = first > at && self.gap(first) == Separator::Open;
        if first > at && !(opens || matches!(self.gap(first), Separator::Space | Separator::Comma))
        {
            return None;
        }
        let (name_start, weekday) = self.weekday(first)?;
        // "اليوم وأمس الأربعاء": the day must stand at once after the first.
        if first > at && name_start != self.start(first) {
            return None;
        }
        // "the eleven" is الأحد عشر.
        let is_ten = |sense| matches!(sense, Sense::Number(NumberWord::Unit(10), _));
        let is_eleven = self.joins(first + 1) && self.reading(first + 1, is_ten).is_some();
        if is_eleven || first == at && self.follows(at, Sense::NotDay) {
            return None;
        }
        let mut days = vec![weekday];
        let mut end = self.end(first + 1);
        if opens {
            end = self
                .closes(first + 1)
                .then(|| self.end_after_bracket(first + 1))?;
        } else if shift.is_none() {
            end = self.more_weekdays(&mut days, dual.is_some(), end);
            if dual.is_some() && days.len() < 2 {
                return None;
            }
        }
        let lean = self.lean(end.token).filter(|_| self.joins(end.token));
        end.token += usize::from(lean.is_some());
        if lean.is_some() {
            end = self.end(end.token);
        }
        let start = start.unwrap_or(name_start);
        let alone = DateDraft {
            start,
            end,
            when: DateForm::Weekdays { days, shift, lean },
        };
        Some(self.dated(&alone).unwrap_or(alone))
    }

    /// The weekdays that follow, joined to the one that ends at `end`.
    fn more_weekdays(&self, days: &mut Vec<u8>, is_pair: bool, mut end: End) -> End {
        loop {
            let at = end.token;
            let Some((start, weekday)) = self.weekday(at) else {
                return end;
            };
            let joined = match self.gap(at) {
                Separator::Dash | Separator::Slash => true,
                // "ليل السبت الأحد", and "يومي السبت والأحد".
                Separator::Space => (is_pair && start > self.start(at)) || start == self.start(at),
                _ => false,
            };
            if !joined || days.contains(&weekday) {
                return end;
            }
            days.push(weekday);
            end = self.end(at + 1);
        }
    }

    fn weekday(&self, at: usize) -> Option<(u32, u8)> {
        let (reading, day) = self.sense(at, |sense| match sense {
            Sense::Weekday(day) => Some(day),
            _ => None,
        })?;
        Some((self.start_after(at, reading), day))
    }

    /// The weekday of `draft` with the date that follows it.
    fn dated(&self, draft: &DateDraft) -> Option<DateDraft> {
        let at = draft.end.token;
        let gap = self.gap(at);
        let being = self.is(at, Sense::Being) && self.joins(at);
        let date_at = at + usize::from(being);
        if !matches!(gap, Separator::Space | Separator::Comma | Separator::Open)
            || (being && !self.joins(date_at))
        {
            return None;
        }
        let date = longest([self.numeric(date_at), self.day_month(date_at)])?;
        if date.start != self.start(date_at) {
            return None;
        }
        let end = match gap {
            Separator::Open if self.closes(date.end.token) => {
                self.end_after_bracket(date.end.token)
            }
            Separator::Open => return None,
            _ => date.end,
        };
        let when = match date.when {
            DateForm::Month {
                days, month, year, ..
            } => DateForm::Month {
                days,
                month,
                year,
                weekday: true,
            },
            DateForm::Exact(exact) => DateForm::Month {
                days: exact.day().into_iter().collect(),
                month: MonthRef::Named(exact.month()?),
                year: YearRef::Named(exact.year()),
                weekday: true,
            },
            other => other,
        };
        Some(DateDraft {
            start: draft.start,
            end,
            when,
        })
    }

    /// أمس, غدا, أول من أمس, بعد غد: first byte, days, token after.
    fn day_shift(&self, at: usize) -> Option<(u32, i8, usize)> {
        let shift_of = |at: usize| {
            self.sense(at, |sense| match sense {
                Sense::Day(shift) => Some(shift),
                _ => None,
            })
        };
        if let Some((reading, shift)) = shift_of(at) {
            // أمس الأول is the day before yesterday.
            let is_second = shift == -1
                && self.joins(at + 1)
                && self.is(at + 1, Sense::Ordinal(1, Definiteness::With));
            let (shift, end) = if is_second {
                (-2, at + 2)
            } else {
                (shift, at + 1)
            };
            return Some((self.start_after(at, reading), shift, end));
        }
        let is_first = Sense::Ordinal(1, Definiteness::Without);
        if let Some(reading) = self.reading(at, |sense| sense == is_first)
            && self.joins(at + 1)
        {
            let day_at = at + 1 + usize::from(self.is(at + 1, Sense::From));
            let before = self.joins(day_at) && self.is(day_at, Sense::Day(-1));
            return before.then(|| (self.start_after(at, reading), -2, day_at + 1));
        }
        let reading = self.reading(at, |sense| sense == Sense::Following)?;
        (self.joins(at + 1) && self.is(at + 1, Sense::Day(1)))
            .then(|| (self.start_after(at, reading), 2, at + 2))
    }

    /// A day told from today, or the day just named: أمس, اليوم نفسه.
    pub(super) fn relative_day(&self, at: usize) -> Option<DateDraft> {
        let pointing = self.sense(at, |sense| match sense {
            Sense::Pointing(lean) => Some(lean),
            _ => None,
        });
        if let Some((reading, lean)) = pointing {
            let is_day = self.joins(at + 1) && self.is(at + 1, Sense::Day(0));
            let when = match lean {
                Lean::Same => DateForm::SameDay(0),
                _ => DateForm::Day(0),
            };
            return is_day.then(|| DateDraft {
                start: self.start_after(at, reading),
                end: self.end(at + 2),
                when,
            });
        }
        let (start, shift, end) = self.day_shift(at)?;
        let draft = |when, end| {
            Some(DateDraft {
                start,
                end: self.end(end),
                when,
            })
        };
        if !self.joins(end) {
            return draft(DateForm::Day(shift), end).filter(|_| !self.is_title(at, shift));
        }
        match self.lean(end) {
            Some(Lean::Same) => return draft(DateForm::SameDay(0), end + 1),
            Some(Lean::After) => return draft(DateForm::SameDay(1), end + 1),
            Some(Lean::Past) if shift == 0 => return draft(DateForm::Day(-1), end + 1),
            Some(_) => return None,
            None => {}
        }
        // "the seventh day", "the world's day of".
        let other = self.is(end, Sense::NotToday)
            || (shift == 0
                && self
                    .ordinal(end)
                    .is_some_and(|(s, ..)| s == self.start(end)));
        draft(DateForm::Day(shift), end).filter(|_| !other && !self.is_title(at, shift))
    }

    /// Whether اليوم at token `at` is the end of a name: روسيا اليوم.
    fn is_title(&self, at: usize, shift: i8) -> bool {
        shift == 0 && self.follows(at, Sense::Title)
    }

    /// نهاية الأسبوع الماضي, without its first word.
    pub(super) fn weekend(&self, at: usize) -> Option<DateDraft> {
        let is_end = at > 0 && self.marks(at - 1, Marker::EndOf);
        let week = self.leaning_unit(at, TimeUnit::Week);
        let (lean, end) = match week {
            Some(found) => found,
            None => (Lean::Now, self.bare_unit(at)?.end.token),
        };
        let is_week = self.reading(end - 1, |s| matches!(s, Sense::Unit(TimeUnit::Week, ..)));
        (is_end && (week.is_some() || is_week.is_some())).then(|| DateDraft {
            start: self.start(at),
            end: self.end(end),
            when: DateForm::Weekend(lean),
        })
    }
}

impl DateForm {
    /// The kind of expression that says this.
    pub(super) const fn kind(&self) -> DateKind {
        match self {
            Self::Month { weekday: true, .. } | Self::Weekdays { .. } => DateKind::Weekday,
            Self::Month { .. } | Self::Years(_) | Self::Exact(_) => DateKind::Calendar,
            Self::Day(_) | Self::SameDay(_) | Self::Period(..) | Self::Weekend(_) => {
                DateKind::Relative
            }
            Self::Nameless(kind) => *kind,
        }
    }
}
