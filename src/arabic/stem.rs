//! Light stems: what is left of a word without its affixes.

use snowball_stemmers_rs::{Algorithm, Stemmer};

/// Appends the light stem of `folded`, a folded word, to `out`: that of the
/// Snowball project's Arabic stemmer (Chelli 2018, after Larkey, Ballesteros
/// and Connell 2002). A word of other letters, or a number, is its own stem.
pub fn stem_into(folded: &str, out: &mut String) {
    if folded.chars().next().is_some_and(super::is_arabic_letter) {
        out.push_str(&Stemmer::create(Algorithm::Arabic).stem(folded));
    } else {
        out.push_str(folded);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stem(folded: &str) -> String {
        let mut stem = String::new();
        stem_into(folded, &mut stem);
        stem
    }

    #[test]
    fn affixes_fall() {
        let stems = ["مقاتل", "المقاتل", "المقاتلين", "مقاتلون"].map(stem);
        assert!(stems.iter().all(|s| *s == stems[0]), "{stems:?}");
        assert_eq!(stem("reuters"), "reuters");
        assert_eq!(stem("2020"), "2020");
    }
}
