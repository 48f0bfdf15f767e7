//! Words with little words attached: proclitics and the article before,
//! pronouns after.
//!
//! A written word stands for a *base* if taking off proclitics (see
//! [`proclitic_splits`]), then the article or a pronoun, leaves it:
//!
//! - وللدفاع is و + ل + الدفاع: it stands for الدفاع and for دفاع;
//! - وبوزارتها is و + ب + وزارة + ها: it stands for وزارة, since ة is written ت
//!   before a pronoun.
//!
//! Pronouns: ه ها هم هن هما ك كم كن كما ي ني نا (Ryding 2005, ch. 12.2). At least two
//! letters remain, a word with the article takes no pronoun, and a written ة
//! is no pronoun ه. Nothing says that a reading is right: علمه may be
//! علم + ه, and حربي is not حرب + ي. The reader sees all forms that were found.

use super::clitics::{ArticleForm, proclitic_splits};
use super::{is_format_control, is_mark};

const PRONOUNS: [&str; 12] = [
    "ه", "ها", "هم", "هن", "هما", "ك", "كم", "كن", "كما", "ي", "ني", "نا",
];

const CONJUNCTIONS: [&str; 3] = ["", "و", "ف"];
const PREPOSITIONS: [&str; 5] = ["", "ب", "ل", "ك", "س"];
/// Those that the article follows in full.
const BEFORE_ARTICLE: [&str; 3] = ["", "ب", "ك"];

/// The fewest letters that may remain.
const MIN_LETTERS: usize = 2;

/// Whether the last letter of `form`, a word as it is written, is a ة.
#[must_use]
pub fn ends_in_teh_marbuta(form: &str) -> bool {
    let is_sign = |c: &char| is_mark(*c) || is_format_control(*c);
    form.chars()
        .rev()
        .find(|c| !is_sign(c))
        .is_some_and(|c| matches!(c, 'ة' | '\u{06C3}' | '\u{FE93}' | '\u{FE94}'))
}

/// Calls `emit` with every base that a word stands for, itself first; some may
/// come twice. `folded` is its folded form, and `is_teh` says whether it is
/// written with a final ة.
pub fn bases(folded: &str, is_teh: bool, emit: &mut impl FnMut(&str)) {
    emit(folded);
    let mut made = String::new();
    for split in proclitic_splits(folded) {
        emit(split.stem);
        if split.article != ArticleForm::None {
            made.clear();
            made.push_str("ال");
            made.push_str(split.stem);
            emit(&made);
            continue;
        }
        for pronoun in PRONOUNS {
            let Some(base) = split.stem.strip_suffix(pronoun) else {
                continue;
            };
            if !takes_pronoun(base) || (is_teh && pronoun == "ه") {
                continue;
            }
            emit(base);
            if let Some(stem) = base.strip_suffix('ت') {
                made.clear();
                made.push_str(stem);
                made.push('ه');
                emit(&made);
            }
        }
    }
}

/// Calls `emit` with every folded form that stands for `base`, a folded word,
/// itself first; some may come twice. With each goes whether it ends in the
/// pronoun ه, so that it must not be written with a final ة.
pub fn attached_forms(base: &str, emit: &mut impl FnMut(&str, bool)) {
    emit(base, false);
    let mut form = String::with_capacity(base.len() + 16);
    if has_letters(base) {
        with_particles(&mut form, &PREPOSITIONS, "", base, &mut |form| {
            emit(form, false);
        });
        with_particles(&mut form, &BEFORE_ARTICLE, "ال", base, &mut |form| {
            emit(form, false);
        });
        with_particles(&mut form, &["لل"], "", base, &mut |form| {
            emit(form, false);
        });
    }
    if let Some(bare) = base.strip_prefix("ال").filter(|bare| has_letters(bare)) {
        with_particles(&mut form, &["لل"], "", bare, &mut |form| {
            emit(form, false);
        });
        if bare.starts_with('ل') {
            with_particles(&mut form, &["ل"], "", bare, &mut |form| emit(form, false));
        }
    }
    let open = base.strip_suffix('ه').map(|stem| format!("{stem}ت"));
    let mut stem = String::with_capacity(base.len() + 6);
    for base in std::iter::once(base).chain(open.as_deref()) {
        if !takes_pronoun(base) {
            continue;
        }
        for pronoun in PRONOUNS {
            stem.clear();
            stem.push_str(base);
            stem.push_str(pronoun);
            with_particles(&mut form, &PREPOSITIONS, "", &stem, &mut |form| {
                emit(form, pronoun == "ه");
            });
        }
    }
}

/// Calls `emit` with the folded forms of `base`, a folded word, behind
/// conjunctions and prepositions, itself first; with no article more, and
/// without pronouns.
pub fn proclitic_forms(base: &str, emit: &mut impl FnMut(&str)) {
    if !has_letters(base) {
        return emit(base);
    }
    let mut form = String::with_capacity(base.len() + 8);
    with_particles(&mut form, &PREPOSITIONS, "", base, emit);
    if let Some(bare) = base.strip_prefix("ال").filter(|bare| has_letters(bare)) {
        with_particles(&mut form, &["لل"], "", bare, emit);
    }
}

/// Calls `emit` with the beginnings of all folded forms that may stand for a
/// base that begins with `start`: each such form has one of them.
pub fn attached_prefixes(start: &str, emit: &mut impl FnMut(&str)) {
    let mut form = String::with_capacity(start.len() + 16);
    with_particles(&mut form, &PREPOSITIONS, "", start, emit);
    with_particles(&mut form, &BEFORE_ARTICLE, "ال", start, emit);
    with_particles(&mut form, &["لل"], "", start, emit);
    if let Some(bare) = start.strip_prefix("ال") {
        with_particles(&mut form, &["لل"], "", bare, emit);
        if bare.starts_with('ل') {
            with_particles(&mut form, &["ل"], "", bare, emit);
        }
    }
}

/// Whether a word stands for a base that begins with `start`; `folded` is the
/// folded form of the word. Pronouns change no beginning.
#[must_use]
pub fn has_base_with_start(folded: &str, start: &str) -> bool {
    folded.starts_with(start)
        || proclitic_splits(folded).any(|split| {
            let with_article = || {
                let bare = start.strip_prefix("ال")?;
                (split.article != ArticleForm::None && split.stem.starts_with(bare)).then_some(())
            };
            split.stem.starts_with(start) || with_article().is_some()
        })
}

/// Calls `emit` with `middle` and `word` behind each conjunction and each of
/// `prepositions`; writes into `form`.
fn with_particles(
    form: &mut String,
    prepositions: &[&str],
    middle: &str,
    word: &str,
    emit: &mut impl FnMut(&str),
) {
    for conjunction in CONJUNCTIONS {
        for preposition in prepositions {
            form.clear();
            for part in [conjunction, preposition, middle, word] {
                form.push_str(part);
            }
            emit(form);
        }
    }
}

fn has_letters(word: &str) -> bool {
    word.chars().nth(MIN_LETTERS - 1).is_some()
}

/// Whether a pronoun may follow `base`: it has two letters and no article.
fn takes_pronoun(base: &str) -> bool {
    has_letters(base) && !base.strip_prefix("ال").is_some_and(has_letters)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::fold;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn stands_for(form: &str, base: &str) -> bool {
        let mut is_found = false;
        bases(&fold(form), ends_in_teh_marbuta(form), &mut |found| {
            is_found |= found == fold(base);
        });
        is_found
    }

    /// The forms that `base` can take, each with whether its last letter can only
    /// be a heh.
    fn generated(base: &str) -> BTreeSet<(String, bool)> {
        let mut forms = BTreeSet::new();
        attached_forms(&fold(base), &mut |form, is_heh| {
            forms.insert((form.to_owned(), is_heh));
        });
        forms
    }

    fn is_among(generated: &BTreeSet<(String, bool)>, form: &str) -> bool {
        let folded = fold(form);
        generated.contains(&(folded.clone(), false))
            || !ends_in_teh_marbuta(form) && generated.contains(&(folded, true))
    }

    fn is_generated(form: &str, base: &str) -> bool {
        is_among(&generated(base), form)
    }

    #[track_caller]
    fn check(form: &str, base: &str, expected: bool) {
        assert_eq!(stands_for(form, base), expected, "{form} for {base}");
        assert_eq!(is_generated(form, base), expected, "{base} gives {form}");
    }

    #[test]
    fn the_article_and_proclitics_come_off() {
        for form in ["الدفاع", "والدفاع", "للدفاع", "وبالدفاع"] {
            check(form, "الدفاع", true);
            check(form, "دفاع", true);
        }
        check("دفاع", "الدفاع", false);
        check("لدفاع", "الدفاع", false);
        check("للغة", "اللغة", true);
        check("للغة", "لغة", true);
        check("سالدفاع", "دفاع", false);
    }

    #[test]
    fn pronouns_come_off() {
        check("وزارته", "وزارة", true);
        check("وبوزارتهما", "وزارة", true);
        check("دفاعنا", "دفاع", true);
        check("إليها", "إلى", true);
        check("الدفاعه", "دفاع", false);
        check("كاتبة", "كاتب", false);
        check("كاتبه", "كاتب", true);
        check("وزارة", "وزار", false);
        check("به", "ب", false);
    }

    /// Short words of the letters that matter.
    fn word() -> impl Strategy<Value = String> {
        let letter = prop::sample::select(vec![
            "ا", "ل", "ال", "لل", "و", "ف", "ب", "ك", "س", "ه", "ة", "ت", "ي", "ن", "م", "ها", "د",
        ]);
        prop::collection::vec(letter, 1..7).prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn what_is_generated_is_what_is_analysed(form in word(), other in word()) {
            let is_teh = ends_in_teh_marbuta(&form);
            let mut all = vec![other.clone()];
            bases(&fold(&form), is_teh, &mut |base| all.push(base.to_owned()));
            for base in &all {
                prop_assert_eq!(stands_for(&form, base), is_generated(&form, base), "{} {}", form, base);
            }
            let generated = generated(&other);
            all.extend(generated.iter().map(|(made, _)| made.clone()));
            for made in &all {
                prop_assert_eq!(stands_for(made, &other), is_among(&generated, made), "{} {}", made, other);
            }
        }

        #[test]
        fn beginnings_are_all_generated(form in word(), other in word()) {
            let form = fold(&form);
            let mut starts = vec![fold(&other)];
            bases(&form, false, &mut |base| {
                starts.extend((1..=base.len()).filter_map(|n| base.get(..n)).map(str::to_owned));
            });
            for start in starts {
                let mut is_generated = false;
                attached_prefixes(&start, &mut |prefix| is_generated |= form.starts_with(prefix));
                if has_base_with_start(&form, &start) {
                    prop_assert!(is_generated, "{} {}", form, start);
                }
            }
        }
    }
}
