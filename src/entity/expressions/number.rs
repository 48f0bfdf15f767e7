//! Numbers in a text: 28, الـ 3, ثلاثة عشر, 10 آلاف.

use super::grammar::Grammar;
use super::sense::{Definiteness, Sense};
use crate::arabic::Peel;
use crate::arabic::numerals::{Digits, Joint, NumberBuilder, NumberWord, read_digits};

/// The longest number, in tokens: "5 millions and 5 millions and" goes on as
/// long as it likes.
const MAX_TOKENS: usize = 40;

/// A number and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cardinal {
    /// First byte, after proclitics, with the article.
    pub(super) start: u32,
    /// First token after it.
    pub(super) end: usize,
    pub(super) value: u64,
    /// How many digits it is written with, if with digits alone.
    pub(super) digits: Option<u8>,
    /// Whether و stands before it.
    pub(super) joined: bool,
}

impl Grammar<'_> {
    /// The number that begins at token `at`.
    pub(super) fn cardinal(&self, at: usize) -> Option<Cardinal> {
        if self.has(at, Sense::Article) && self.joins(at + 1) {
            let reading = self.reading(at, |sense| sense == Sense::Article)?;
            let digits = self.plain_digits(at + 1)?;
            return Some(Cardinal {
                start: self.start_after(at, reading),
                joined: reading.peel == Peel::Conjunction,
                ..self.goes_on(at + 1, digits)?
            });
        }
        if let Some(digits) = self.plain_digits(at) {
            return self.goes_on(at, digits);
        }
        let (reading, word) = self.sense(at, |sense| match sense {
            Sense::Number(word, _) => Some(word),
            _ => None,
        })?;
        let mut number = NumberBuilder::default();
        number.word(word, Joint::Plain).then_some(())?;
        Some(Cardinal {
            start: self.start_after(at, reading),
            end: self.extend(&mut number, at + 1),
            value: number.value()?,
            digits: None,
            joined: reading.peel == Peel::Conjunction,
        })
    }

    /// The digits of token `at`, if it is a number.
    pub(super) fn plain_digits(&self, at: usize) -> Option<Digits> {
        let token = self.tokens.get(at)?;
        token
            .form
            .is_none()
            .then(|| read_digits(self.written(at)))?
    }

    /// The number that begins with `digits` at token `at`.
    fn goes_on(&self, at: usize, digits: Digits) -> Option<Cardinal> {
        let mut number = NumberBuilder::default();
        number.digits(digits, Joint::Plain).then_some(())?;
        let end = self.extend(&mut number, at + 1);
        Some(Cardinal {
            start: self.start(at),
            end,
            value: number.value()?,
            digits: digits.plain_len.filter(|_| end == at + 1),
            joined: self.follows(at, Sense::And),
        })
    }

    /// Adds the parts from token `at` on; the first token after them.
    fn extend(&self, number: &mut NumberBuilder, mut at: usize) -> usize {
        let from = at;
        while at < from + MAX_TOKENS && self.joins(at) {
            let joined = self.is(at, Sense::And);
            let part_at = at + usize::from(joined);
            if joined && !self.joins(part_at) {
                break;
            }
            let joint = if joined { Joint::And } else { Joint::Plain };
            let goes_on = match self.plain_digits(part_at) {
                Some(digits) => number.digits(digits, joint),
                None => self
                    .number_part(part_at, joint)
                    .is_some_and(|(word, joint)| number.word(word, joint)),
            };
            if !goes_on {
                break;
            }
            at = part_at + 1;
        }
        at
    }

    /// The number word that token `at` is, and how it is joined.
    fn number_part(&self, at: usize, joint: Joint) -> Option<(NumberWord, Joint)> {
        let (reading, word) = self.sense(at, |sense| match sense {
            Sense::Number(word, _) => Some(word),
            _ => None,
        })?;
        match reading.peel {
            Peel::Whole => Some((word, joint)),
            Peel::Conjunction => Some((word, Joint::And)),
            Peel::Preposition => None,
        }
    }

    /// The ordinal that begins at token `at`: its first byte, its value, the
    /// token after it, and whether و stands before it. With the article:
    /// السابع والعشرين.
    pub(super) fn ordinal(&self, at: usize) -> Option<(u32, u64, usize, bool)> {
        let (reading, unit) = self.sense(at, |sense| match sense {
            Sense::Ordinal(unit, Definiteness::With) => Some(unit),
            Sense::Number(NumberWord::Ten(ten), Definiteness::With) => Some(ten),
            _ => None,
        })?;
        let joined = reading.peel == Peel::Conjunction;
        let start = self.start_after(at, reading);
        let alone = (start, u64::from(unit), at + 1, joined);
        if unit >= 10 || !self.joins(at + 1) {
            return Some(alone);
        }
        let tail = self.sense(at + 1, |sense| match sense {
            Sense::Number(word, article) => Some((word, article)),
            _ => None,
        });
        let more = match tail {
            Some((r, (NumberWord::Unit(10), Definiteness::Without))) if r.peel == Peel::Whole => 10,
            Some((r, (NumberWord::Ten(ten), Definiteness::With)))
                if r.peel == Peel::Conjunction =>
            {
                ten
            }
            _ => return Some(alone),
        };
        Some((start, u64::from(unit + more), at + 2, joined))
    }
}
