//! What makes two forms of one entity the same variant.

use crate::arabic::{fold, proclitic_splits, tokens};
use rustc_hash::FxHashMap;

/// The words of a form without what is spelt at will: folded as
/// [`fold`] does (tashkeel, tatweel, alef and hamza, ة and ه, ى and ي, digits),
/// without what stands between words, and each without its article.
///
/// A radical ال goes too (ألمانيا is مانيا). It does no harm, for keys are
/// compared only among the forms of one entity.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct FoldKey(Vec<Box<str>>);

impl FoldKey {
    pub(super) fn of(form: &str) -> Self {
        let folded = fold(form);
        let words = tokens(&folded).map(|token| bare(token.span.slice(&folded)).into());
        Self(words.collect())
    }

    pub(super) fn n_words(&self) -> usize {
        self.0.len()
    }

    /// Whether the words of `other` stand side by side among these.
    pub(super) fn contains(&self, other: &Self) -> bool {
        !other.0.is_empty() && self.0.windows(other.0.len()).any(|words| words == other.0)
    }

    /// The keys that remain when clitics before the first word are taken off.
    fn without_clitics(&self) -> impl Iterator<Item = Self> + '_ {
        let first = self.0.first().into_iter();
        first.flat_map(|first| {
            let splits = proclitic_splits(first).filter(|split| split.peeled > 0);
            splits.map(|split| {
                let mut words = self.0.clone();
                words[0] = split.stem.into();
                Self(words)
            })
        })
    }
}

/// `word` without its article, if at least two letters remain.
fn bare(word: &str) -> &str {
    let rest = word.strip_prefix("ال").unwrap_or_default();
    if rest.chars().nth(1).is_some() {
        rest
    } else {
        word
    }
}

/// The variant of each of `forms`, as a number: forms of the same key, and a
/// form with a clitic that its span should have left outside with the form
/// without it, where there is one. Numbers ascend from 0 in the order of forms.
pub(super) fn variants(forms: &[&str]) -> Vec<usize> {
    let keys: Vec<FoldKey> = forms.iter().map(|form| FoldKey::of(form)).collect();
    let mut known: FxHashMap<&FoldKey, usize> = FxHashMap::default();
    for key in &keys {
        let next = known.len();
        known.entry(key).or_insert(next);
    }
    let found: Vec<usize> = keys
        .iter()
        .map(|key| {
            // It ends, since every step takes a letter off.
            let mut at = key.clone();
            loop {
                let bare = at.without_clitics().find(|bare| known.contains_key(bare));
                let Some(bare) = bare else { break };
                at = bare;
            }
            known.get(&at).copied().unwrap_or_default()
        })
        .collect();
    let mut numbers: FxHashMap<usize, usize> = FxHashMap::default();
    let number = |found: usize| {
        let next = numbers.len();
        *numbers.entry(found).or_insert(next)
    };
    found.into_iter().map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_spelt_at_will_is_one_variant() {
        for (a, b) in [
            ("قره باغ", "قَره\u{200C} باغ"),
            ("قرة باغ", "قره باغ"),
            ("آرتساخ", "ارتساخ"),
            ("إلهام علييف", "الهام عـلييف"),
            ("الكرملين", "كرملين"),
            ("قوات أرمينية", "القوات الأرمينية"),
            ("عيسى", "عيسي"),
            ("قره باغ", "قره-باغ"),
            ("باكو", "وباكو"),
            ("أرمن", "لأرمن"),
            ("باكو", "وبباكو"),
        ] {
            assert_eq!(variants(&[a, b]), [0, 0], "{a} {b}");
            assert_eq!(variants(&[b, a]), [0, 0], "{b} {a}");
        }
    }

    #[test]
    fn other_words_are_other_variants() {
        let forms = [
            "كاراباخ",
            "قره باغ",
            "ناغورني كاراباخ",
            "ناغورنو كاراباخ",
            "آرتساخ",
        ];
        assert_eq!(variants(&forms), [0, 1, 2, 3, 4]);
        assert_eq!(variants(&["وباكو", "لبنان"]), [0, 1], "no bare form");
    }

    #[test]
    fn words_are_found_side_by_side() {
        let long = FoldKey::of("إقليم ناغورني قره باغ");
        assert!(long.contains(&FoldKey::of("قرة باغ")));
        assert!(!long.contains(&FoldKey::of("إقليم باغ")));
        assert!(!long.contains(&FoldKey::of("")));
    }
}
