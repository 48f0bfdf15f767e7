//! The quantity phrase: approximator, number, counted noun.

use super::super::forms::Peel;
use super::super::lexicon::LEXICON;
use super::super::scan::{End, Scan};
use super::super::sense::{Count, Sense};
use super::super::value::{CasualtyKind, Comparison, Who};
use crate::arabic::is_mark;
use crate::arabic::numerals::{NumberWord, Vague};

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
    /// آخرون: others of the same.
    Others,
    /// A word that is not known; included in the phrase.
    Unknown,
    /// What is no people.
    Things,
}

/// How much, before the noun.
#[derive(Debug, Clone, Copy)]
struct Amount {
    start: u32,
    end: usize,
    value: u64,
    cmp: Comparison,
    vague: bool,
    joined: bool,
}

/// A counted noun and where its phrase ends.
type Counted = (Noun, Option<Who>, End);

impl Scan<'_> {
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
        let number = self.cardinal(at).filter(|number| number.value > 0)?;
        Some(Amount {
            start: number.start,
            end: number.end,
            value: number.value,
            cmp: Comparison::Exact,
            vague: false,
            joined: number.joined,
        })
    }

    /// A dual, or a singular with one: مدنيان, قتيل واحد.
    fn inflected(&self, at: usize) -> Option<(Amount, Counted)> {
        let (reading, (noun, who, count)) = self.sense(at, |sense| match sense {
            Sense::Person(who, count) => Some((Noun::People, who, count)),
            Sense::Victim(kind, count) => Some((Noun::Victims(kind), None, count)),
            _ => None,
        })?;
        let one = self.next(at + 1, |sense| match sense {
            Sense::Number(NumberWord::Unit(1), _) => Some(()),
            _ => None,
        });
        let (value, end) = match (count, one) {
            (Count::Two, _) if self.is_dual(at) => {
                let two = self.next(at + 1, |sense| match sense {
                    Sense::Number(NumberWord::Unit(2), _) => Some(()),
                    _ => None,
                });
                (2, at + 1 + usize::from(two.is_some()))
            }
            (Count::One, Some(())) => (1, at + 2),
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
        let many = self.sense(at, |sense| match sense {
            Sense::Person(_, Count::Many) | Sense::Victim(_, Count::Many) => Some(()),
            _ => None,
        });
        let mut letters = self.written(at).trim_end_matches(is_mark).strip_suffix('ن');
        letters = letters.and_then(|rest| rest.trim_end_matches(is_mark).strip_suffix('ي'));
        let marks = letters.map(|rest| rest.chars().rev().take_while(|c| is_mark(*c)));
        many.is_none() || marks.is_some_and(|mut marks| marks.any(|mark| mark == FATHA))
    }

    /// The noun that `amount` counts.
    fn counted(&self, amount: Amount) -> Counted {
        let at = amount.end;
        let bare = (Noun::Bare, None, self.end(at));
        if !self.joins(at) {
            return bare;
        }
        if self.is(at, Sense::From) && self.joins(at + 1) {
            return self.partitive(at + 1).unwrap_or(bare);
        }
        if self.written(at) == "في" && matches!(self.written(at + 1), "عداد") {
            return self.people(at + 2).unwrap_or(bare);
        }
        if let Some(found) = self.people(at) {
            return found;
        }
        let other = self.sense(at, |sense| match sense {
            Sense::Thing | Sense::Unit(..) | Sense::Season => Some(Noun::Things),
            _ => None,
        });
        if let Some((_, noun)) = other {
            return (noun, None, self.end(at));
        }
        if self.is_counted_form(at, amount.value) {
            return (Noun::Unknown, None, self.end(at + 1));
        }
        bare
    }

    /// People at token `at`, with what belongs to the noun.
    fn people(&self, at: usize) -> Option<Counted> {
        let (noun, who) = self.whole(at, |sense| match sense {
            Sense::Victim(kind, _) => Some((Noun::Victims(kind), None)),
            Sense::Person(who, _) => Some((Noun::People, who)),
            _ => None,
        })?;
        let (mut noun, mut end) = (noun, at + 1);
        if is_others(self.written(at)) {
            noun = Noun::Others;
        } else if self.joins(end) && belongs(self.written(end)) {
            end += 1;
        }
        // "قتيلا وجريحا" counts both together.
        if let Noun::Victims(CasualtyKind::Killed) = noun
            && self.joins(end)
            && let Some((reading, CasualtyKind::Wounded)) = self.sense(end, |sense| match sense {
                Sense::Victim(kind, Count::One | Count::Many) => Some(kind),
                _ => None,
            })
            && reading.peel == Peel::Conjunction
        {
            noun = Noun::Victims(CasualtyKind::KilledAndWounded);
            end += 1;
        }
        Some((noun, who, self.end(end)))
    }

    /// The people of whom so many are counted: من المدنيين, من ضباط الشرطة.
    fn partitive(&self, at: usize) -> Option<Counted> {
        if let Some((noun, who, end)) = self.people(at) {
            let end = if end.token == at + 1 {
                self.end(self.after_construct(at))
            } else {
                end
            };
            return Some((noun, who, end));
        }
        let is_known = !self.readings(at).is_empty();
        (!is_known).then(|| (Noun::Unknown, None, self.end(self.after_construct(at))))
    }

    /// The token after a noun at token `at` and what it is in construct with:
    /// سكان القرية.
    fn after_construct(&self, at: usize) -> usize {
        let has_article = |at: usize| self.written(at).starts_with("ال");
        let goes_on = !has_article(at) && self.joins(at + 1) && has_article(at + 1);
        at + 1 + usize::from(goes_on)
    }

    /// Whether token `at` has the form of a noun after the number `value`, by
    /// its ending: after 11 to 99 it is an accusative singular.
    fn is_counted_form(&self, at: usize, value: u64) -> bool {
        let token = self.tokens.get(at);
        if token.is_none_or(|token| token.is_number) || !self.readings(at).is_empty() {
            return false;
        }
        let written = self.written(at).trim_end_matches(is_mark);
        if written.starts_with(['ب', 'ل', 'و', 'ف', 'ك']) || written.starts_with("ال") {
            return false;
        }
        match value % 100 {
            11..=99 => written.ends_with(['ا', 'ة', 'ى']),
            _ => !written.ends_with('ا'),
        }
    }
}

/// Whether a word after a noun of people is part of its phrase.
fn belongs(written: &str) -> bool {
    is_others(written) || matches!(written, "شرطة" | "الشرطة")
}

fn is_others(written: &str) -> bool {
    matches!(
        written,
        "آخر" | "آخرين" | "آخرون" | "اخرين" | "اخرون" | "أخرى"
    )
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
