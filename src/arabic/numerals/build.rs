//! Puts the parts of a number together.

use super::digits::{Digits, read_digits};
use super::words::{NumberWord, Scale, number_word};
use crate::arabic::{TokenKind, fold, tokens};

/// How a part stands after the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// It is the first, or follows without a conjunction.
    Plain,
    /// It is joined by و.
    And,
}

/// What the last part was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Unit(u8),
    Teen,
    Ten,
    Hundred,
    Digits,
    Scale(u64),
}

/// Takes the parts of a number in reading order and adds them up.
#[derive(Debug, Clone, Copy)]
pub struct NumberBuilder {
    /// What is finished, in thousandths.
    total: u64,
    /// What a scale may still multiply, in thousandths.
    group: u64,
    last: Last,
}

impl Default for NumberBuilder {
    fn default() -> Self {
        Self {
            total: 0,
            group: 0,
            last: Last::Nothing,
        }
    }
}

impl NumberBuilder {
    /// Adds digits. `false` if the number cannot go on with them.
    pub fn digits(&mut self, digits: Digits, joint: Joint) -> bool {
        let fits = match self.last {
            Last::Nothing => true,
            Last::Scale(scale) => joint == Joint::And && digits.thousandths < scale * 1000,
            _ => false,
        };
        if fits {
            self.group = digits.thousandths;
            self.last = Last::Digits;
        }
        fits
    }

    /// Adds a word. `false`, and nothing changes, if the number cannot go on
    /// with it.
    pub fn word(&mut self, word: NumberWord, joint: Joint) -> bool {
        let next = match word {
            NumberWord::Unit(unit) => self.unit(unit, joint),
            NumberWord::Ten(ten) => self.ten(ten, joint),
            NumberWord::Hundred(hundred) => self.hundred(hundred, joint),
            NumberWord::Scale(scale) => self.scale(scale, joint),
        };
        match next {
            Some(next) => *self = next,
            None => return false,
        }
        true
    }

    /// The value so far, rounded to a whole number; `None` before any part.
    #[must_use]
    pub fn value(&self) -> Option<u64> {
        (self.last != Last::Nothing).then(|| self.total.saturating_add(self.group) / 1000)
    }

    fn with(mut self, more: u64, last: Last) -> Self {
        self.group = self.group.saturating_add(more * 1000);
        self.last = last;
        self
    }

    fn unit(self, unit: u8, joint: Joint) -> Option<Self> {
        let value = u64::from(unit);
        match (self.last, joint) {
            (Last::Unit(1..=9), Joint::Plain) if unit == 10 => Some(self.with(10, Last::Teen)),
            (Last::Nothing, Joint::Plain) | (Last::Hundred | Last::Scale(_), Joint::And) => {
                Some(self.with(value, Last::Unit(unit)))
            }
            _ => None,
        }
    }

    fn ten(self, ten: u8, joint: Joint) -> Option<Self> {
        match (self.last, joint) {
            (Last::Nothing, Joint::Plain)
            | (Last::Unit(1..=9) | Last::Hundred | Last::Scale(_), Joint::And) => {
                Some(self.with(u64::from(ten), Last::Ten))
            }
            _ => None,
        }
    }

    fn hundred(mut self, hundred: u16, joint: Joint) -> Option<Self> {
        match (self.last, joint) {
            // ثلاث مئة in two words.
            (Last::Unit(unit @ 3..=9), Joint::Plain) if hundred == 100 => {
                self.group = self.group.saturating_add(u64::from(unit) * 99_000);
                self.last = Last::Hundred;
                Some(self)
            }
            (Last::Nothing, Joint::Plain) | (Last::Scale(_), Joint::And) => {
                Some(self.with(u64::from(hundred), Last::Hundred))
            }
            _ => None,
        }
    }

    fn scale(mut self, scale: Scale, joint: Joint) -> Option<Self> {
        let (Scale::One(size) | Scale::Two(size) | Scale::Many(size) | Scale::OneOrTwo(size)) =
            scale;
        let starts = match (self.last, joint) {
            (Last::Nothing, Joint::Plain) => true,
            (Last::Scale(larger), Joint::And) => larger > size,
            (Last::Nothing | Last::Scale(_), _) | (_, Joint::And) => false,
            (_, Joint::Plain) => {
                // A number multiplies; only "three millions" are a plural.
                let Scale::Two(_) = scale else {
                    self.total = self.total.saturating_add(self.group.saturating_mul(size));
                    self.group = 0;
                    self.last = Last::Scale(size);
                    return Some(self);
                };
                false
            }
        };
        let times = match scale {
            Scale::One(_) => 1,
            Scale::Two(_) | Scale::OneOrTwo(_) => 2,
            Scale::Many(_) => return None,
        };
        starts.then(|| {
            self.total = self.total.saturating_add(times * size * 1000);
            self.last = Last::Scale(size);
            self
        })
    }
}

/// The number that the whole of `text` is: "مئة وخمسة وعشرون", "10 آلاف".
#[must_use]
pub fn parse_number(text: &str) -> Option<u64> {
    let mut number = NumberBuilder::default();
    let mut joint = Joint::Plain;
    for token in tokens(text) {
        let written = token.span.slice(text);
        if token.kind == TokenKind::Number {
            if !number.digits(read_digits(written)?, joint) {
                return None;
            }
            joint = Joint::Plain;
            continue;
        }
        let folded = fold(written);
        if folded == "و" {
            joint = Joint::And;
            continue;
        }
        let part = match number_word(&folded) {
            Some(word) => (word, joint),
            None => (number_word(folded.strip_prefix('و')?)?, Joint::And),
        };
        if !number.word(part.0, part.1) {
            return None;
        }
        joint = Joint::Plain;
    }
    number.value()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn reads(text: &str, value: u64) {
        assert_eq!(parse_number(text), Some(value), "{text}");
    }

    #[test]
    fn words_of_every_size() {
        reads("ثلاثة", 3);
        reads("اثنان", 2);
        reads("ثلاثة عشر", 13);
        reads("اثنتي عشرة", 12);
        reads("إحدى عشرة", 11);
        reads("خمسة وعشرون", 25);
        reads("مئة", 100);
        reads("مائتين", 200);
        reads("ثلاثمائة", 300);
        reads("ثلاث مئة", 300);
        reads("مئة وخمسة وعشرون", 125);
        reads("ألف", 1000);
        reads("ألفان", 2000);
        reads("عشرة آلاف", 10_000);
        reads("ثلاثة آلاف وخمسمئة", 3500);
        reads("مئة وعشرين ألفًا", 120_000);
        reads("ألف وتسعمائة وثمانية وأربعين", 1948);
        reads("مليون ومئتي ألف", 1_200_000);
        reads("ألفين وعشرين", 2020);
    }

    #[test]
    fn digits_and_words_mixed() {
        reads("10 آلاف", 10_000);
        reads("120 ألفا", 120_000);
        reads("٣٫٥ مليون", 3_500_000);
        reads("1,204", 1204);
        reads("ألف و200", 1200);
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "",
            "آلاف",
            "خمسة ثلاثة",
            "عشرون وثلاثة",
            "قرية",
            "خمسة قتلى",
            "و",
        ] {
            assert_eq!(parse_number(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn digits_read_as_themselves(value in 0_u64..1_000_000_000) {
            prop_assert_eq!(parse_number(&value.to_string()), Some(value));
        }

        #[test]
        fn no_text_panics(text in "[اثنين ثلاثةعشرونمئألفآلافو0-9.,:٣٫ ]{0,40}") {
            let _ = parse_number(&text);
        }
    }
}
