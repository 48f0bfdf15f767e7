//! The quantity phrase: approximator, number, counted noun.

use super::super::grammar::{End, Grammar};
use super::super::lexicon::LEXICON;
use super::super::sense::{Count, Sense};
use super::super::value::{CasualtyKind, Comparison, Who};
use crate::arabic::numerals::{NumberWord, Vague};
use crate::arabic::{Peel, is_mark};

/// The mark that tells the dual ـَيْن from the plural ـِين.
const FATHA: char = '\u{064E}';

/// So many of something, perhaps of people.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quantity {
    /// First byte, after proclitics.
    pub(super) start: u32,
    /// First token.
    pub(super) first: usize,
    pub(super) end: End,
    pub(super) value: u64,
    pub(super) cmp: Comparison,
    pub(super) noun: Noun,
    pub(super) who: Option<Who>,
    /// Whether no number is named.
    pub(super) vague: bool,
    /// Whether و stands before it.
    pub(super) joined: bool,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Noun {
    /// No noun follows.
    Bare,
    /// People to whom this happened: قتلى.
    Victims(CasualtyKind),
    /// People.
    People,
    /// منهم: some of those just counted.
    OfThem,
    /// آخرون: others of the same.
    Others,
    /// A word that is not known; included in the phrase.
    Unknown,
    /// What is no people.
    Things,
}

/// How much, before the noun.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amount {
    start: u32,
    pub(super) end: usize,
    pub(super) value: u64,
    cmp: Comparison,
    vague: bool,
    joined: bool,
}

/// A counted noun and where its phrase ends.
pub(super) type CountedNoun = (Noun, Option<Who>, End);

impl Grammar<'_> {
    /// The quantity phrase that begins at token `at`.
    pub(super) fn quantity(&self, at: usize) -> Option<Quantity> {
        let approximator = self.phrase(at, &LEXICON.approximators);
        let amount_at = approximator.map_or(at, |(.., end)| end);
        if approximator.is_some() && !self.joins(amount_at) {
            return None;
        }
        let (amount, (noun, who, mut end)) = match self.amount(amount_at) {
            Some(amount) => (amount, self.counted(amount)),
            None => self.inflected(amount_at)?,
        };
        let mut cmp = approximator.map_or(amount.cmp, |(cmp, ..)| cmp);
        if let Some((after, _, after_end)) = self.phrase(end.token, &LEXICON.afterthoughts)
            && self.joins(end.token)
        {
            cmp = after;
            end = self.end(after_end);
        }
        Some(Quantity {
            start: approximator.map_or(amount.start, |(_, start, _)| start),
            first: at,
            end,
            value: amount.value,
            cmp,
            noun,
            who,
            vague: amount.vague,
            joined: match approximator {
                Some((_, start, _)) => start > self.start(at),
                None => amount.joined,
            },
        })
    }

    fn amount(&self, at: usize) -> Option<Amount> {
        let vague = self.sense(at, |sense| match sense {
            Sense::Vague(vague) => Some(vague),
            _ => None,
        });
        if let Some((reading, vague)) = vague {
            // عشرات الآلاف
            let scale = self.next(at + 1, |sense| match sense {
                Sense::Vague(scale @ (Vague::Thousands | Vague::Millions)) => Some(scale),
                _ => None,
            });
            let (value, mut cmp) = least(vague);
            let times = scale.map_or(1, |scale| least(scale).0);
            if times > 1 {
                cmp = Comparison::Hundreds;
            }
            return Some(Amount {
                start: self.start_after(at, reading),
                end: at + 1 + usize::from(scale.is_some()),
                value: value * times,
                cmp,
                vague: true,
                joined: reading.peel == Peel::Conjunction,
            });
        }
        if let Some(part) = self.part_of_scale(at) {
            return Some(part);
        }
        let number = self
            .cardinal(at)
            .filter(|number| number.value > 0 && !self.is_percentage(number.end))?;
        Some(Amount {
            start: number.start,
            end: number.end,
            value: number.value,
            cmp: Comparison::Exact,
            vague: false,
            joined: number.joined,
        })
        .map(|amount| self.with_part(amount))
    }

    /// نصف مليون
    fn part_of_scale(&self, at: usize) -> Option<Amount> {
        let (reading, parts) = self.sense(at, |sense| match sense {
            Sense::PartOf(parts) => Some(parts),
            _ => None,
        })?;
        let scale = self.scale(at + 1)?;
        Some(Amount {
            start: self.start_after(at, reading),
            end: at + 2,
            value: scale / u64::from(parts),
            cmp: Comparison::Exact,
            vague: false,
            joined: reading.peel == Peel::Conjunction,
        })
    }

    /// مليون ونصف مليون, of which `amount` is the first word or two.
    fn with_part(&self, amount: Amount) -> Amount {
        let scale = [1_000_000_000, 1_000_000, 1000]
            .into_iter()
            .find(|scale| amount.value.is_multiple_of(*scale));
        let part = self.sense(amount.end, |sense| match sense {
            Sense::PartOf(parts) => Some(parts),
            _ => None,
        });
        let (Some(scale), Some((reading, parts))) = (scale, part) else {
            return amount;
        };
        if reading.peel != Peel::Conjunction || !self.joins(amount.end) {
            return amount;
        }
        let named = self.scale(amount.end + 1) == Some(scale);
        Amount {
            end: amount.end + 1 + usize::from(named),
            value: amount.value + scale / u64::from(parts),
            ..amount
        }
    }

    /// مليون, ألف or المليون at token `at`.
    fn scale(&self, at: usize) -> Option<u64> {
        let number = self.joins(at).then(|| self.cardinal(at)).flatten()?;
        let is_scale = matches!(number.value, 1000 | 1_000_000 | 1_000_000_000);
        (is_scale && number.end == at + 1 && number.digits.is_none()).then_some(number.value)
    }

    /// Whether a sign of percent stands before token `at`.
    fn is_percentage(&self, at: usize) -> bool {
        let rest = self.text.get(self.end(at).byte as usize..);
        rest.is_some_and(|rest| rest.trim_start().starts_with(['%', '٪']))
    }

    /// A dual, or a singular with one: مدنيان, قتيل واحد.
    fn inflected(&self, at: usize) -> Option<(Amount, CountedNoun)> {
        let (reading, (noun, who, count)) = self.sense(at, |sense| match sense {
            Sense::Person(who, count @ (Count::One | Count::Two)) => {
                Some((Noun::People, who, count))
            }
            Sense::Victim(kind, count @ (Count::One | Count::Two)) => {
                Some((Noun::Victims(kind), None, count))
            }
            _ => None,
        })?;
        let number = self.next(at + 1, |sense| match sense {
            Sense::Number(NumberWord::Unit(unit @ 1..=2), _) => Some(unit),
            _ => None,
        });
        let (value, end) = match (count, number) {
            (Count::Two, Some(2)) => (2, at + 2),
            (Count::Two, _) if self.is_dual(at) => (2, at + 1),
            (Count::One, Some(1)) => (1, at + 2),
            _ => return None,
        };
        let amount = Amount {
            start: self.start_after(at, reading),
            end,
            value,
            cmp: Comparison::Exact,
            vague: false,
            joined: reading.peel == Peel::Conjunction,
        };
        Some((amount, (noun, who, self.end(end))))
    }

    /// مدنيين is "two civilians" where it is written with its fatha, or where
    /// no plural is spelt alike.
    fn is_dual(&self, at: usize) -> bool {
        let is_many = |s| {
            matches!(
                s,
                Sense::Person(_, Count::Many) | Sense::Victim(_, Count::Many)
            )
        };
        let many = self.reading(at, is_many);
        let mut letters = self.written(at).trim_end_matches(is_mark).strip_suffix('ن');
        letters = letters.and_then(|rest| rest.trim_end_matches(is_mark).strip_suffix('ي'));
        let marks = letters.map(|rest| rest.chars().rev().take_while(|c| is_mark(*c)));
        many.is_none() || marks.is_some_and(|mut marks| marks.any(|mark| mark == FATHA))
    }
}

/// The least number that `vague` stands for, and how it is to be taken.
const fn least(vague: Vague) -> (u64, Comparison) {
    match vague {
        Vague::Few => (3, Comparison::About),
        Vague::Tens => (10, Comparison::Tens),
        Vague::Hundreds => (100, Comparison::Hundreds),
        Vague::Thousands => (1000, Comparison::MoreThan),
        Vague::Millions => (1_000_000, Comparison::MoreThan),
    }
}
