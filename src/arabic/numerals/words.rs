//! The words of numbers, folded and without the article.

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

/// A count that names an order of magnitude and no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Vague {
    /// بضعة, عدة: more than two, fewer than ten.
    Few,
    /// عشرات
    Tens,
    /// مئات
    Hundreds,
    /// آلاف
    Thousands,
    /// ملايين
    Millions,
}

const THOUSAND: u64 = 1_000;
const MILLION: u64 = 1_000_000;
const MILLIARD: u64 = 1_000_000_000;

use NumberWord::{Hundred, Scale as Times, Ten, Unit};
use Scale::{Many, One, OneOrTwo, Two};

/// Number words: each row the meaning and the folded forms, genders and cases.
pub(crate) const NUMBER_WORDS: &[(NumberWord, &str)] = &[
    (Unit(1), "واحد واحده واحدا احد احدي"),
    (Unit(2), "اثنان اثنين اثنا اثني اثنتان اثنتين اثنتا اثنتي"),
    (Unit(3), "ثلاث ثلاثه ثلاثا"),
    (Unit(4), "اربع اربعه اربعا"),
    (Unit(5), "خمس خمسه خمسا"),
    (Unit(6), "ست سته ستا"),
    (Unit(7), "سبع سبعه سبعا"),
    (Unit(8), "ثمان ثماني ثمانيه ثمانيا"),
    (Unit(9), "تسع تسعه تسعا"),
    (Unit(10), "عشر عشره عشرا"),
    (Ten(20), "عشرون عشرين"),
    (Ten(30), "ثلاثون ثلاثين"),
    (Ten(40), "اربعون اربعين"),
    (Ten(50), "خمسون خمسين"),
    (Ten(60), "ستون ستين"),
    (Ten(70), "سبعون سبعين"),
    (Ten(80), "ثمانون ثمانين"),
    (Ten(90), "تسعون تسعين"),
    (Hundred(100), "مايه ميه"),
    (
        Hundred(200),
        "مايتان مايتين مايتا مايتي ميتان ميتين ميتا ميتي",
    ),
    (Hundred(300), "ثلاثمايه ثلاثميه"),
    (Hundred(400), "اربعمايه اربعميه"),
    (Hundred(500), "خمسمايه خمسميه"),
    (Hundred(600), "ستمايه ستميه"),
    (Hundred(700), "سبعمايه سبعميه"),
    (Hundred(800), "ثمانمايه ثمانميه ثمانيمايه ثمانيميه"),
    (Hundred(900), "تسعمايه تسعميه"),
    (Times(One(THOUSAND)), "الف"),
    (Times(OneOrTwo(THOUSAND)), "الفا"),
    (Times(Two(THOUSAND)), "الفان الفين الفي"),
    (Times(Many(THOUSAND)), "الاف الوف"),
    (Times(One(MILLION)), "مليون"),
    (Times(OneOrTwo(MILLION)), "مليونا"),
    (Times(Two(MILLION)), "مليونان مليونين مليوني"),
    (Times(Many(MILLION)), "ملايين"),
    (Times(One(MILLIARD)), "مليار بليون"),
    (Times(OneOrTwo(MILLIARD)), "مليارا"),
    (Times(Two(MILLIARD)), "ملياران مليارين ملياري"),
    (Times(Many(MILLIARD)), "مليارات"),
];

/// Ordinals from 1 to 10; حادي is first before عشر and tens.
pub(crate) const ORDINAL_WORDS: &[(u8, &str)] = &[
    (1, "اول اولي حادي حاديه واحده"),
    (2, "ثاني ثانيه"),
    (3, "ثالث ثالثه"),
    (4, "رابع رابعه"),
    (5, "خامس خامسه"),
    (6, "سادس سادسه"),
    (7, "سابع سابعه"),
    (8, "ثامن ثامنه"),
    (9, "تاسع تاسعه"),
    (10, "عاشر عاشره"),
];

/// Vague counts.
pub(crate) const VAGUE_WORDS: &[(Vague, &str)] = &[
    (Vague::Few, "بضع بضعه عده"),
    (Vague::Tens, "عشرات"),
    (Vague::Hundreds, "مايات ميات"),
    (Vague::Thousands, "الاف الوف"),
    (Vague::Millions, "ملايين"),
];

/// What the folded `word` is in a number, with or without the article.
#[must_use]
pub fn number_word(word: &str) -> Option<NumberWord> {
    find(word).or_else(|| find(word.strip_prefix("ال")?))
}

fn find(word: &str) -> Option<NumberWord> {
    let row = NUMBER_WORDS
        .iter()
        .find(|(_, forms)| forms.split(' ').any(|form| form == word))?;
    Some(row.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::fold;

    #[test]
    fn the_forms_are_folded_and_each_means_one_thing() {
        let mut seen = std::collections::BTreeSet::new();
        for form in NUMBER_WORDS.iter().flat_map(|(_, forms)| forms.split(' ')) {
            assert_eq!(fold(form), form);
            assert!(seen.insert(form), "{form}");
        }
        for form in ORDINAL_WORDS.iter().flat_map(|(_, forms)| forms.split(' ')) {
            assert_eq!(fold(form), form);
        }
    }

    #[test]
    fn the_article_changes_nothing() {
        assert_eq!(number_word("الثلاثه"), Some(Unit(3)));
        assert_eq!(
            number_word("الف"),
            Some(Times(One(1000))),
            "not the article and ف"
        );
        assert_eq!(number_word("قريه"), None);
    }
}
