//! One text, cut into tokens whose forms are known, and how to look around in
//! it.

use super::forms::{ExpressionForm, ExpressionForms, FormReading};
use super::lexicon::{LEXICON, Phrase};
use super::markers::Marker;
use super::sense::Sense;
use super::value::Comparison;
use crate::arabic::{FormId, Peel};
use crate::base::ByteSpan;

/// One token of the text at hand.
#[derive(Debug, Clone, Copy)]
pub(super) struct FormToken {
    pub(super) span: ByteSpan,
    /// The form of a word; `None` for a number in digits.
    pub(super) form: Option<FormId>,
}

/// One text and its tokens, which the grammars read.
#[derive(Clone, Copy)]
pub(super) struct Grammar<'s> {
    pub(super) text: &'s str,
    pub(super) tokens: &'s [FormToken],
    pub(super) forms: &'s ExpressionForms,
}

/// What stands between two tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Separator {
    /// Nothing or spaces.
    Space,
    Comma,
    Slash,
    Dash,
    Point,
    /// An opening bracket.
    Open,
    /// A closing bracket, with or without a space after it.
    Close,
    /// A line break, or the end of a sentence.
    Break,
    /// Anything else, and the ends of the text.
    Other,
}

/// Where something ends: the first token after it and the first byte after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct End {
    pub(super) token: usize,
    pub(super) byte: u32,
}

impl<'s> Grammar<'s> {
    /// The token `at`, as written: for the digits of numbers and for tashkeel.
    pub(super) fn written(&self, at: usize) -> &'s str {
        self.tokens
            .get(at)
            .map_or("", |token| token.span.slice(self.text))
    }

    fn form(&self, at: usize) -> Option<&'s ExpressionForm> {
        Some(self.forms.get(self.tokens.get(at)?.form?))
    }

    /// The letters of the word at token `at`, folded; nothing for a number.
    pub(super) fn folded(&self, at: usize) -> &'s str {
        self.form(at).map_or("", |form| &form.folded)
    }

    /// Whether a rule that asks for `marker` means token `at`.
    pub(super) fn marks(&self, at: usize, marker: Marker) -> bool {
        self.form(at).is_some_and(|form| form.is(marker))
    }

    /// Whether token `at` is a number in digits.
    pub(super) fn is_digits(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.form.is_none())
    }

    /// The first byte of token `at`.
    pub(super) fn start(&self, at: usize) -> u32 {
        self.tokens.get(at).map_or(0, |token| token.span.start)
    }

    /// The end after the last of the tokens before `end`.
    pub(super) fn end(&self, end: usize) -> End {
        let last = end.checked_sub(1).and_then(|last| self.tokens.get(last));
        End {
            token: end,
            byte: last.map_or(0, |token| token.span.end),
        }
    }

    /// The end after the bracket that closes after token `end - 1`.
    pub(super) fn end_after_bracket(&self, end: usize) -> End {
        let plain = self.end(end);
        let rest = self.text.get(plain.byte as usize..).unwrap_or_default();
        let bracket = rest.char_indices().find(|(_, c)| is_closing(*c));
        let len = bracket.map_or(0, |(at, c)| at + c.len_utf8());
        End {
            token: end,
            byte: plain.byte + u32::try_from(len).unwrap_or_default(),
        }
    }

    /// What stands before token `at`.
    pub(super) fn gap(&self, at: usize) -> Separator {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        let (Some(before), Some(token)) = (before, self.tokens.get(at)) else {
            return Separator::Other;
        };
        gap_of(ByteSpan::new(before.span.end, token.span.start).slice(self.text))
    }

    /// Whether nothing but spaces stands between tokens `at - 1` and `at`.
    pub(super) fn joins(&self, at: usize) -> bool {
        self.gap(at) == Separator::Space
    }

    /// The readings of token `at`.
    pub(super) fn readings(&self, at: usize) -> &'s [FormReading] {
        self.form(at).map_or(&[], |form| &form.readings)
    }

    /// The first meaning of token `at`, with proclitics or without, that
    /// `pick` accepts, and its reading.
    pub(super) fn sense<T>(
        &self,
        at: usize,
        pick: impl Fn(Sense) -> Option<T>,
    ) -> Option<(FormReading, T)> {
        self.readings(at).iter().find_map(|reading| {
            let senses = LEXICON.senses(reading.word);
            let found = senses.iter().find_map(|sense| pick(*sense))?;
            Some((*reading, found))
        })
    }

    /// The first reading of token `at`, with proclitics or without, that has a
    /// meaning which `accepts` accepts.
    pub(super) fn reading(
        &self,
        at: usize,
        accepts: impl Fn(Sense) -> bool,
    ) -> Option<FormReading> {
        let found = self.sense(at, |sense| accepts(sense).then_some(()));
        found.map(|(reading, ())| reading)
    }

    /// As [`Self::sense`], for a token without proclitics.
    pub(super) fn whole<T>(&self, at: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.sense(at, pick)
            .filter(|(reading, _)| reading.peel == Peel::Whole)
            .map(|(_, found)| found)
    }

    /// As [`Self::whole`], for a token joined by spaces to the one before.
    pub(super) fn next<T>(&self, at: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.joins(at).then(|| self.whole(at, pick)).flatten()
    }

    /// Whether token `at`, without proclitics, can mean `sense`.
    pub(super) fn is(&self, at: usize, sense: Sense) -> bool {
        self.whole(at, |other| (other == sense).then_some(()))
            .is_some()
    }

    /// As [`Self::is`], for a token joined by spaces to the one before.
    pub(super) fn next_is(&self, at: usize, sense: Sense) -> bool {
        self.joins(at) && self.is(at, sense)
    }

    /// Whether token `at`, with proclitics or without, can mean `sense`.
    pub(super) fn has(&self, at: usize, sense: Sense) -> bool {
        self.reading(at, |other| other == sense).is_some()
    }

    /// Whether token `at - 1`, joined by spaces to token `at`, can mean `sense`.
    pub(super) fn follows(&self, at: usize, sense: Sense) -> bool {
        at > 0 && self.joins(at) && self.has(at - 1, sense)
    }

    /// The first byte of token `at` after the proclitics of `reading`.
    pub(super) fn start_after(&self, at: usize, reading: FormReading) -> u32 {
        self.start(at) + u32::from(reading.skip)
    }

    /// The longest of `phrases` that begins at token `at`: what it says, the
    /// first byte of it, and the token after it.
    pub(super) fn phrase(&self, at: usize, phrases: &[Phrase]) -> Option<(Comparison, u32, usize)> {
        let readings = self.readings(at);
        let matches = |(cmp, words): &Phrase| {
            let (first, rest) = words.split_first()?;
            let reading = readings.iter().find(|reading| reading.word == *first)?;
            let end = at + words.len();
            let goes_on = (at + 1..end).zip(rest).all(|(at, word)| {
                self.joins(at)
                    && matches!(self.readings(at), [one] if one.word == *word && one.peel == Peel::Whole)
            });
            goes_on.then(|| (*cmp, self.start_after(at, *reading), end))
        };
        if readings.is_empty() {
            return None;
        }
        phrases
            .iter()
            .filter_map(matches)
            .max_by_key(|(_, _, end)| *end)
    }
}

fn is_closing(c: char) -> bool {
    matches!(c, ')' | ']')
}

fn gap_of(between: &str) -> Separator {
    let mut gap = Separator::Space;
    for c in between.chars() {
        let next = match c {
            '\n' | '\r' | '!' | '?' | '؟' | ';' | '؛' => return Separator::Break,
            _ if c.is_whitespace() || crate::arabic::is_format_control(c) => continue,
            '،' | ',' => Separator::Comma,
            '/' | '\\' => Separator::Slash,
            '-' | '\u{2010}'..='\u{2015}' => Separator::Dash,
            '.' => Separator::Point,
            '(' | '[' => Separator::Open,
            _ if is_closing(c) => Separator::Close,
            _ => Separator::Other,
        };
        gap = match gap {
            Separator::Space => next,
            _ => Separator::Other,
        };
    }
    gap
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_told_apart() {
        assert_eq!(gap_of(""), Separator::Space);
        assert_eq!(gap_of(" \u{200F}"), Separator::Space);
        assert_eq!(gap_of(" ("), Separator::Open);
        assert_eq!(gap_of(") "), Separator::Close);
        assert_eq!(gap_of(" / "), Separator::Slash);
        assert_eq!(gap_of("، "), Separator::Comma);
        assert_eq!(gap_of(".\n"), Separator::Break);
        assert_eq!(gap_of(" «"), Separator::Other);
    }
}
