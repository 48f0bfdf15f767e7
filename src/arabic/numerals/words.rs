//! The words of numbers: the table `assets/words/numbers.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::arabic::word_table::words_of;
use crate::base::{TableProblem, asset_table, tagged};

/// A word that is a part of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NumberWord {
    /// 1 to 10. Ten after a unit makes a teen: ثلاثة عشر.
    Unit(u8),
    /// 20 to 90 by tens.
    Ten(u8),
    /// 100 to 900 by hundreds, written as one word: مئتان, ثلاثمئة.
    Hundred(u16),
    /// 1000 or more, to be multiplied by what stands before it.
    Scale(Scale),
}

/// A thousand, a million or a milliard, in one of its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scale {
    /// One: ألف.
    One(u64),
    /// Two: ألفان.
    Two(u64),
    /// Several: آلاف, which needs a number before it.
    Many(u64),
    /// ألفا: an accusative after a number ("120 ألفا"), else two before a noun
    /// ("ألفا جندي").
    OneOrTwo(u64),
}

tagged! {
    /// A count that names an order of magnitude and no number.
    pub enum Vague {
        /// بضعة, عدة: more than two, fewer than ten.
        Few = "few",
        /// عشرات
        Tens = "tens",
        /// مئات
        Hundreds = "hundreds",
        /// آلاف
        Thousands = "thousands",
        /// ملايين
        Millions = "millions",
    }
}

/// What a word is where numbers are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Numeral {
    /// Part of a cardinal.
    Cardinal(NumberWord),
    /// An ordinal from 1 to 10; حادي is first before عشر and tens.
    Ordinal(u8),
    /// An order of magnitude.
    Vague(Vague),
}

impl Numeral {
    /// The meaning that a line of the table names.
    fn of_class(class: &str) -> Option<Self> {
        let (name, value) = class.split_once(' ')?;
        let small = || value.parse().ok();
        let size = || value.parse().ok();
        Some(Self::Cardinal(match name {
            "unit" => NumberWord::Unit(small()?),
            "ten" => NumberWord::Ten(small()?),
            "hundred" => NumberWord::Hundred(value.parse().ok()?),
            "one" => NumberWord::Scale(Scale::One(size()?)),
            "two" => NumberWord::Scale(Scale::Two(size()?)),
            "many" => NumberWord::Scale(Scale::Many(size()?)),
            "one-or-two" => NumberWord::Scale(Scale::OneOrTwo(size()?)),
            "ordinal" => return Some(Self::Ordinal(small()?)),
            "vague" => return Vague::from_tag(value).map(Self::Vague),
            _ => return None,
        }))
    }
}

/// The words of numbers, folded and without the article.
static NUMERALS: LazyLock<Vec<(Numeral, Box<str>)>> = LazyLock::new(|| read().0);

fn read() -> (Vec<(Numeral, Box<str>)>, Vec<TableProblem>) {
    let mut problems = Vec::new();
    let table = asset_table!("words/numbers.tsv");
    let words = words_of(table, &mut problems, Numeral::of_class);
    (words, problems)
}

/// Every word of numbers, folded and without the article: genders and cases of
/// cardinals, then ordinals and vague counts.
pub(crate) fn numerals() -> &'static [(Numeral, Box<str>)] {
    &NUMERALS
}

/// What the folded `word` is in a number, with or without the article.
#[must_use]
pub fn number_word(word: &str) -> Option<NumberWord> {
    static CARDINALS: LazyLock<FxHashMap<&str, NumberWord>> = LazyLock::new(|| {
        let cardinal = |(numeral, word): &'static (Numeral, Box<str>)| match numeral {
            Numeral::Cardinal(number) => Some((&**word, *number)),
            _ => None,
        };
        numerals().iter().filter_map(cardinal).collect()
    });
    let found = CARDINALS.get(word);
    found
        .or_else(|| CARDINALS.get(word.strip_prefix("ال")?))
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_usable_and_each_cardinal_means_one_thing() {
        let (words, problems) = read();
        assert_eq!(problems, []);
        let cardinals = words
            .iter()
            .filter(|(n, _)| matches!(n, Numeral::Cardinal(_)));
        for (cardinal, word) in cardinals {
            assert_eq!(
                number_word(word).map(Numeral::Cardinal),
                Some(*cardinal),
                "{word}"
            );
        }
    }

    #[test]
    fn the_article_changes_nothing() {
        assert_eq!(number_word("الثلاثه"), Some(NumberWord::Unit(3)));
        assert_eq!(
            number_word("الف"),
            Some(NumberWord::Scale(Scale::One(1000))),
            "not the article and ف"
        );
        assert_eq!(number_word("قريه"), None);
    }
}
