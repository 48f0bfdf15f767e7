//! How much the letters of a word speak for a name.
//!
//! Arabic words and names in Arabic letters differ in which letters follow
//! each other: تش and غي are of foreign names, ست at the start is of verbs.
//! `assets/gazetteer/letters.tsv` has a weight for every pair of letters and
//! every length; `make/letters.py` fits it.

use crate::arabic::{is_format_control, is_mark};
use crate::base::{TableProblem, asset_table};

/// Places of the table: letters from U+0621 to U+064A, then start and end.
const N: usize = 44;
const START: usize = 42;
const END: usize = 43;
const MAX_LETTERS: usize = 8;

/// The weights, in sixteenths.
#[derive(Debug, Clone)]
pub(super) struct Letters {
    pairs: Box<[i8]>,
    lengths: [i8; MAX_LETTERS + 1],
    every: i16,
}

impl Letters {
    /// The table that ships with the program.
    pub(super) fn embedded() -> Self {
        Self::parse().0
    }

    /// Reads the table; returns the lines that cannot be used, too.
    fn parse() -> (Self, Vec<TableProblem>) {
        let mut letters = Self {
            pairs: vec![0; N * N].into(),
            lengths: [0; MAX_LETTERS + 1],
            every: 0,
        };
        let mut problems = Vec::new();
        asset_table!("gazetteer/letters.tsv")
            .each_row(&mut problems, |columns, _| letters.row(columns));
        (letters, problems)
    }

    fn row(&mut self, columns: &[&str]) -> Option<()> {
        let [key, weight] = columns else { return None };
        let weight: i8 = weight.parse().ok()?;
        let mut chars = key.chars();
        match (chars.next()?, chars.next(), chars.next()) {
            ('*', None, None) => self.every = weight.into(),
            (digit, None, None) => {
                let length = usize::try_from(digit.to_digit(10)?).ok()?;
                *self.lengths.get_mut(length)? = weight;
            }
            (first, Some(second), None) => {
                let slot = place(first)? * N + place(second)?;
                *self.pairs.get_mut(slot)? = weight;
            }
            _ => return None,
        }
        Some(())
    }

    /// The weight of `word`, as written without proclitics, in sixteenths;
    /// `None` for words with letters outside the table. A word of thousands of
    /// letters weighs as much as can be said.
    pub(super) fn weight(&self, word: &str) -> Option<i16> {
        let mut sum = self.every;
        let mut length = 0;
        let mut before = START;
        for c in word.chars() {
            if is_mark(c) || is_format_control(c) || c == '\u{0640}' {
                continue;
            }
            let here = place(c).filter(|&slot| slot < START)?;
            sum = sum.saturating_add(i16::from(self.pairs[before * N + here]));
            before = here;
            length += 1;
        }
        sum = sum.saturating_add(i16::from(self.pairs[before * N + END]));
        Some(sum.saturating_add(i16::from(self.lengths[length.min(MAX_LETTERS)])))
    }
}

/// The place of a letter in the table, hamza forms of alef and the two final
/// yehs made one.
fn place(c: char) -> Option<usize> {
    match c {
        '^' => Some(START),
        '$' => Some(END),
        'أ' | 'إ' | 'آ' | 'ٱ' => place('ا'),
        'ى' => place('ي'),
        'ڤ' => place('ف'),
        'پ' => place('ب'),
        'گ' | 'ک' => place('ك'),
        'چ' => place('ج'),
        '\u{0621}'..='\u{064A}' => Some(c as usize - 0x0621),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_usable() {
        assert_eq!(Letters::parse().1, []);
    }

    #[test]
    fn foreign_names_weigh_more_than_ordinary_words() {
        let letters = Letters::embedded();
        for name in ["سكوروبادسكي", "فيلاسكيز", "مكغولدريك", "غورونغ", "أودينغا"]
        {
            let name_weight = letters.weight(name).expect("letters");
            for word in ["استقبال", "مؤتمر", "تصريحات", "مواطنين", "يستعد"]
            {
                let weight = letters.weight(word).expect("letters");
                assert!(name_weight > weight, "{name} {name_weight} {word} {weight}");
            }
        }
        assert_eq!(letters.weight("NATO"), None);
    }

    #[test]
    fn a_word_without_end_weighs_no_less_than_a_long_one() {
        let letters = Letters::embedded();
        for letter in ["ب", "س", "غ"] {
            let weight = |n| letters.weight(&letter.repeat(n)).expect("letters");
            let (long, endless) = (weight(30), weight(100_000));
            assert_eq!(long.signum(), endless.signum(), "{letter} {endless}");
            assert!(
                endless.unsigned_abs() >= long.unsigned_abs(),
                "{letter} {endless}"
            );
        }
    }
}
