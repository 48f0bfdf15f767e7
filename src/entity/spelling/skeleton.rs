//! The skeleton of a foreign name: what its Arabic spellings share.
//!
//! Arabic writes a foreign g as غ, ج, ق or ك, knows t, d, s and z in two
//! qualities each, and shows a short vowel or not. The skeleton has one letter
//! for each such group and no vowels, but for the first letter of the word.
//! Names of Arabic origin differ by just these letters (جمال and كمال, سالم and
//! سليم): for words that are listed as given names only غ and ج are one.

use crate::entity::words::{Lexicon, WordClass};

/// Appends the skeleton of `word`, a folded word, to `out`. Returns how many
/// of its letters are consonants: a measure of how much equality says.
pub(super) fn skeleton_into(word: &str, lexicon: &Lexicon, out: &mut String) -> usize {
    let classes = lexicon.classes(word);
    if classes.has(WordClass::GivenName) || classes.has(WordClass::Particle) {
        out.extend(word.chars().map(|c| if c == 'غ' { 'ج' } else { c }));
        return word.chars().filter(|&c| !is_vowel(c)).count();
    }
    let mut n_consonants = 0;
    let mut last = None;
    let length = word.chars().count();
    for (place, c) in word.chars().enumerate() {
        let is_last = place + 1 == length;
        if place > 0 && (is_vowel(c) || (is_last && c == 'ه')) {
            // A doubled consonant is one, but two with a vowel between are two.
            last = None;
            continue;
        }
        let letter = group(c);
        if last == Some(letter) {
            continue;
        }
        last = Some(letter);
        n_consonants += usize::from(!is_vowel(c));
        out.push(letter);
    }
    n_consonants
}

const fn is_vowel(c: char) -> bool {
    matches!(c, 'ا' | 'و' | 'ي' | 'ء')
}

/// The letter that stands for all of its group.
const fn group(c: char) -> char {
    match c {
        'غ' | 'ج' | 'ق' | 'گ' => 'ك',
        'ط' => 'ت',
        'ض' => 'د',
        'ص' => 'س',
        'ذ' | 'ظ' => 'ز',
        'ڤ' => 'ف',
        'پ' => 'ب',
        'چ' => 'ش',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::fold;

    fn skeleton(word: &str) -> String {
        let mut out = String::new();
        skeleton_into(&fold(word), &Lexicon::embedded(), &mut out);
        out
    }

    #[test]
    fn spellings_of_a_foreign_name_share_a_skeleton() {
        for [a, b] in [
            ["زنغيلان", "زانجيلان"],
            ["هاروتيونيان", "هاروتونيان"],
            ["ستيباناكيرت", "ستيبانكرت"],
            ["كنجة", "غانجا"],
            ["بايراموف", "بيراموف"],
            ["باشينيان", "باشنيان"],
        ] {
            assert_eq!(skeleton(a), skeleton(b), "{a} {b}");
        }
    }

    #[test]
    fn other_names_do_not() {
        for [a, b] in [
            ["أحمد", "محمد"],
            ["حسن", "حسين"],
            ["مولر", "ملير ميلر ملار"],
            ["لافروف", "لافروفا كوفا"],
            ["باكو", "باريس"],
        ] {
            assert_ne!(skeleton(a), skeleton(b), "{a} {b}");
        }
    }
}
