//! Folding with some of its parts switched off.

use super::chars::{TATWEEL, is_arabic_mark};
use super::fold::fold_char;
use unicode_normalization::UnicodeNormalization as _;

/// Which spellings count as the same; all of them by default, as in
/// [`fold`](super::fold()). Persian and Urdu letters, presentation forms and
/// invisible controls are always folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch that the reader sees, independent of the others"
)]
pub struct Folds {
    /// Hamza and madda on their seats: أ إ آ ٱ are ا, ؤ is و, ئ is ي.
    pub hamza: bool,
    /// ة is ه.
    pub teh_marbuta: bool,
    /// ى is ي.
    pub alef_maqsura: bool,
    /// Tashkeel, Quranic marks and tatweel are nothing.
    pub marks: bool,
    /// Digits of all systems, and their separators, are the same.
    pub digits: bool,
    /// Capital letters are small letters.
    pub letter_case: bool,
}

impl Folds {
    /// Everything is folded.
    pub const ALL: Self = Self {
        hamza: true,
        teh_marbuta: true,
        alef_maqsura: true,
        marks: true,
        digits: true,
        letter_case: true,
    };

    /// Whether everything is folded.
    #[must_use]
    pub fn is_all(self) -> bool {
        self == Self::ALL
    }

    /// Whether `c`, of a composed text, stays as it is because its fold is off.
    fn keeps(self, c: char) -> bool {
        match c {
            'أ' | 'إ' | 'آ' | 'ٱ' | '\u{0672}' | '\u{0673}' | '\u{0675}' | 'ؤ' | '\u{0676}'
            | 'ئ' | '\u{0678}' => !self.hamza,
            // Hamza and madda above or below a letter that has no composed form.
            '\u{0653}'..='\u{0655}' => !self.hamza || !self.marks,
            'ة' | '\u{06C3}' => !self.teh_marbuta,
            'ى' => !self.alef_maqsura,
            TATWEEL => !self.marks,
            '٠'..='٩' | '۰'..='۹' | '٫' | '٬' => !self.digits,
            _ if is_arabic_mark(c) => !self.marks,
            _ => !self.letter_case && c.to_lowercase().ne([c]),
        }
    }
}

impl Default for Folds {
    fn default() -> Self {
        Self::ALL
    }
}

/// The form of `text` with `folds` applied; with [`Folds::ALL`] it is the
/// [`fold`](super::fold()). It tells apart texts of the same fold; to compare
/// others, compare their folds as well.
#[must_use]
pub fn fold_with(text: &str, folds: Folds) -> String {
    let mut folded = String::with_capacity(text.len());
    if folds.is_all() {
        super::fold_into(text, &mut folded);
        return folded;
    }
    // Composed first, so that a letter and its decomposed form stay equal.
    for c in text.nfc() {
        if folds.keeps(c) {
            folded.push(c);
        } else {
            fold_char(c, &mut |f| folded.push(f));
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::fold;

    #[test]
    fn each_switch_keeps_its_own_letters_apart() {
        let all = Folds::ALL;
        let check = |folds: Folds, different: [&str; 2]| {
            let [a, b] = different;
            assert_eq!(fold(a), fold(b));
            assert_ne!(fold_with(a, folds), fold_with(b, folds), "{a} {b}");
            assert_eq!(fold_with(a, all), fold_with(b, all));
        };
        check(
            Folds {
                hamza: false,
                ..all
            },
            ["أحمد", "احمد"],
        );
        check(
            Folds {
                hamza: false,
                ..all
            },
            ["مسؤول", "مسوول"],
        );
        check(
            Folds {
                teh_marbuta: false,
                ..all
            },
            ["وزارة", "وزاره"],
        );
        check(
            Folds {
                alef_maqsura: false,
                ..all
            },
            ["على", "علي"],
        );
        check(
            Folds {
                marks: false,
                ..all
            },
            ["عَلم", "علم"],
        );
        check(
            Folds {
                marks: false,
                ..all
            },
            ["عـلم", "علم"],
        );
        check(
            Folds {
                digits: false,
                ..all
            },
            ["٢٠٢٠", "2020"],
        );
        check(
            Folds {
                letter_case: false,
                ..all
            },
            ["Reuters", "reuters"],
        );
    }

    #[test]
    fn what_is_not_switched_off_is_folded() {
        let folds = Folds {
            hamza: false,
            ..Folds::ALL
        };
        assert_eq!(fold_with("أَرمينيةٍ", folds), "أرمينيه");
        assert_eq!(
            fold_with("ا\u{0654}حمد", folds),
            fold_with("أحمد", folds),
            "composed and decomposed letters are equal"
        );
    }

    #[test]
    fn all_on_is_the_fold_of_every_character_and_less_is_finer() {
        let off = Folds {
            hamza: false,
            teh_marbuta: false,
            alef_maqsura: false,
            marks: false,
            digits: false,
            letter_case: false,
        };
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            assert_eq!(fold_with(&text, Folds::ALL), fold(&text));
            let composed: String = text.nfc().collect();
            assert_eq!(fold(&fold_with(&text, off)), fold(&composed), "{c:?}");
        }
    }
}
