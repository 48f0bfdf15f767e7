//! Clock times: الساعة 14:00, الثالثة والنصف عصرا.

use super::grammar::{End, Grammar};
use super::sense::{DayPart, Definiteness, Sense};
use super::value::TimeValue;
use crate::arabic::Peel;
use crate::arabic::numerals::NumberWord;

/// A clock time and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) start: u32,
    pub(super) end: End,
    pub(super) value: TimeValue,
}

/// Hour and minute as the words say, 12 hours or 24.
#[derive(Debug, Clone, Copy)]
struct Hour {
    of_day: u8,
    minute: u8,
    /// Whether the form tells morning from evening: 22:30.
    certain: bool,
    /// First token after it.
    end: usize,
}

impl Grammar<'_> {
    /// The clock time that begins in token `at`: with the word for hour, with
    /// a colon, or an hour with the part of the day after it.
    pub(super) fn clock(&self, at: usize) -> Option<Clock> {
        let head = self.reading(at, |sense| sense == Sense::Clock);
        let hour_at = at + usize::from(head.is_some());
        if head.is_some() && !self.joins(hour_at) {
            return None;
        }
        let hour = self.colon_hour(hour_at).or_else(|| {
            self.spelt_hour(hour_at)
                .or_else(|| self.digit_hour(hour_at).filter(|_| head.is_some()))
        })?;
        let part = self.next(hour.end, |sense| match sense {
            Sense::DayPart(part) => Some(part),
            _ => None,
        });
        // "صباحا" is part of the time, "صباح الأحد" of the date after it.
        let is_inside = part.is_some() && self.folded(hour.end).ends_with(['ا', 'ء']);
        let from = usize::from(part.is_none() && self.is(hour.end, Sense::From));
        let loose = part.or_else(|| {
            self.next(hour.end + from, |sense| match sense {
                Sense::DayPart(part) => Some(part),
                _ => None,
            })
        });
        if head.is_none() && !self.is_digits(hour_at) && !is_inside {
            return None;
        }
        let reading = match head {
            Some(reading) => reading,
            None if self.is_digits(at) => {
                return Some(self.clock_of(self.start(at), hour, is_inside, loose));
            }
            None => *self.readings(at).first()?,
        };
        Some(self.clock_of(self.start_after(at, reading), hour, is_inside, loose))
    }

    fn clock_of(&self, start: u32, hour: Hour, has_part: bool, part: Option<DayPart>) -> Clock {
        Clock {
            start,
            end: self.end(hour.end + usize::from(has_part)),
            value: TimeValue {
                clock: hour.on_day(part),
            },
        }
    }

    /// 22:30
    fn colon_hour(&self, at: usize) -> Option<Hour> {
        if !self.is_digits(at) {
            return None;
        }
        let folded = crate::arabic::fold(self.written(at));
        let (hour, minute) = folded.split_once(':')?;
        if minute.len() != 2 || hour.len() > 2 {
            return None;
        }
        let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
        (hour < 24 && minute < 60).then_some(Hour {
            of_day: hour,
            minute,
            certain: true,
            end: at + 1,
        })
    }

    /// الساعة 6
    fn digit_hour(&self, at: usize) -> Option<Hour> {
        let digits = self.plain_digits(at)?;
        let hour = u8::try_from(digits.whole()?)
            .ok()
            .filter(|hour| *hour < 25)?;
        let (minute, end) = self.fraction(at + 1);
        Some(Hour {
            of_day: hour % 24,
            minute,
            certain: hour > 12,
            end,
        })
    }

    /// الثالثة والنصف
    fn spelt_hour(&self, at: usize) -> Option<Hour> {
        if !self.folded(at).ends_with('ه') {
            return None;
        }
        let (reading, unit) = self.sense(at, |sense| match sense {
            Sense::Ordinal(unit, Definiteness::With) => Some(unit),
            _ => None,
        })?;
        if reading.peel == Peel::Preposition && reading.skip == 0 {
            return None;
        }
        let is_ten = |sense| matches!(sense, Sense::Number(NumberWord::Unit(10), _));
        let teen = unit < 3
            && self
                .next(at + 1, |sense| is_ten(sense).then_some(()))
                .is_some();
        let (minute, end) = self.fraction(at + 1 + usize::from(teen));
        Some(Hour {
            of_day: unit + if teen { 10 } else { 0 },
            minute,
            certain: false,
            end,
        })
    }

    /// والنصف, إلا الربع after an hour: minutes from the hour on, where 45 to
    /// 55 belong to the hour before; and the token after.
    fn fraction(&self, at: usize) -> (u8, usize) {
        let fraction = |at: usize| {
            self.sense(at, |sense| match sense {
                Sense::Fraction(minutes) => Some(minutes),
                _ => None,
            })
            .filter(|_| self.joins(at))
        };
        if self.joins(at)
            && self.is(at, Sense::Less)
            && let Some((_, minutes)) = fraction(at + 1)
        {
            return (60 - minutes, at + 2);
        }
        match fraction(at) {
            Some((reading, minutes)) if reading.peel == Peel::Conjunction => (minutes, at + 1),
            _ => (0, at),
        }
    }
}

impl Hour {
    /// The hour of 24, if the part of the day or the form tells it.
    fn on_day(self, part: Option<DayPart>) -> Option<(u8, u8)> {
        let before = u8::from(!self.certain && self.minute > 30);
        let hour = match (part, self.of_day) {
            (Some(DayPart::Morning | DayPart::Night), 12) => 0,
            (Some(DayPart::Morning), hour) => hour,
            (Some(DayPart::Noon), hour @ 1..=3)
            | (Some(DayPart::Evening), hour @ 1..=11)
            | (Some(DayPart::Night), hour @ 6..=11) => hour + 12,
            (_, hour) if self.certain || part.is_some() => hour,
            _ => return None,
        };
        Some(((hour + 24 - before) % 24, self.minute))
    }
}
