//! Proclitics: the little words written joined to the front of the next one.
//!
//! What is peeled, in this order, each at most once:
//!
//! 1. a conjunction, و or ف;
//! 2. a preposition, ب ل ك, or the future mark س;
//! 3. the article ال, which is reported, not counted as peeled.
//!
//! After ل the article loses its alef: ل + الأرمن is للأرمن. If the noun itself
//! begins with ل, one of three lams is lost too: ل + اللغة is للغة. The future
//! mark never meets the article. At least two letters must remain, since
//! no noun is shorter. Nothing says which split is right: that is for a
//! lexicon or a list of names to decide.

/// How the article stands at the front of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ArticleForm {
    /// No article is taken off.
    None,
    /// Written in full, ال.
    Written,
    /// Written without its alef, after ل.
    Elided,
}

/// One way to take a word apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ProcliticSplit<'a> {
    /// Bytes of the word that are proclitics; 0 when none is peeled.
    pub peeled: usize,
    /// How the article stands after them.
    pub article: ArticleForm,
    /// The word without proclitics and without article.
    pub stem: &'a str,
}

/// What was taken off the front of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Peel {
    /// Nothing.
    #[default]
    Whole,
    /// و or ف alone.
    Conjunction,
    /// A preposition, after a conjunction or not.
    Preposition,
}

impl Peel {
    /// What `peeled`, the proclitics of a folded word, are; `None` if the last
    /// is the future mark, which stands before verbs only.
    #[must_use]
    pub fn of(peeled: &str) -> Option<Self> {
        match peeled.chars().next_back() {
            None => Some(Self::Whole),
            Some('و' | 'ف') => Some(Self::Conjunction),
            Some('س') => None,
            Some(_) => Some(Self::Preposition),
        }
    }
}

/// A word that may be what is left of a folded form without its proclitics.
#[derive(Debug, Clone, Copy)]
pub struct Stem<'a> {
    /// The word; with the article that lost its alef after ل, if it did.
    pub word: &'a str,
    /// Bytes of the folded form that stand before it.
    pub peeled: usize,
    /// What those bytes are.
    pub peel: Peel,
    /// Whether its article lost its alef.
    pub elided: bool,
}

/// Gives `take` the words that the folded `form` may be with proclitics before
/// it, itself first, those that peel less before those that peel more.
pub fn each_stem(form: &str, mut take: impl FnMut(Stem<'_>)) {
    let mut full = String::new();
    for split in proclitic_splits(form) {
        let elided = split.article == ArticleForm::Elided;
        let word = match split.article {
            ArticleForm::None => split.stem,
            // The article with its word: given as written above.
            ArticleForm::Written => continue,
            ArticleForm::Elided => {
                full.clear();
                full.extend(["ال", split.stem]);
                &full
            }
        };
        let peeled = split.peeled;
        if let Some(peel) = form.get(..peeled).and_then(Peel::of) {
            take(Stem {
                word,
                peeled,
                peel,
                elided,
            });
        }
    }
}

/// The fewest letters that may remain.
const MIN_LETTERS: usize = 2;

/// The ways to take `word`, a folded word, apart; the word as it stands comes
/// first, and those that peel less come before those that peel more.
pub fn proclitic_splits(word: &str) -> impl Iterator<Item = ProcliticSplit<'_>> {
    let conjunction = word.strip_prefix(['و', 'ف']);
    let peels = [
        Some((word, None)),
        conjunction.map(|rest| (rest, None)),
        peel_preposition(word),
        conjunction.and_then(peel_preposition),
    ];
    peels
        .into_iter()
        .flatten()
        .flat_map(|(rest, preposition)| with_articles(word, rest, preposition))
        .filter(|split| split.stem.chars().nth(MIN_LETTERS - 1).is_some())
}

/// Takes one preposition or future mark off, and says which.
fn peel_preposition(word: &str) -> Option<(&str, Option<char>)> {
    let mut chars = word.chars();
    let first = chars.next()?;
    matches!(first, 'ب' | 'ل' | 'ك' | 'س').then(|| (chars.as_str(), Some(first)))
}

/// `rest`, what is left of `word` after its proclitics, with and without its
/// article. `preposition` is the last letter peeled, if it is no conjunction.
fn with_articles<'a>(
    word: &str,
    rest: &'a str,
    preposition: Option<char>,
) -> impl Iterator<Item = ProcliticSplit<'a>> {
    let after_lam = preposition == Some('ل');
    let written = rest
        .strip_prefix("ال")
        .filter(|_| !after_lam && preposition != Some('س'));
    let elided = rest.strip_prefix('ل').filter(|_| after_lam);
    let merged = elided.map(|_| rest);
    let peeled = word.len() - rest.len();
    [
        Some((ArticleForm::None, rest)),
        written.map(|stem| (ArticleForm::Written, stem)),
        elided.map(|stem| (ArticleForm::Elided, stem)),
        merged.map(|stem| (ArticleForm::Elided, stem)),
    ]
    .into_iter()
    .flatten()
    .map(move |(article, stem)| ProcliticSplit {
        peeled,
        article,
        stem,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ArticleForm::{Elided, None as Bare, Written};

    fn splits(word: &str) -> Vec<(usize, ArticleForm, &str)> {
        proclitic_splits(word)
            .map(|s| (s.peeled, s.article, s.stem))
            .collect()
    }

    #[test]
    fn prepositions_and_conjunctions_come_off() {
        assert_eq!(
            splits("وباذربيجان"),
            [
                (0, Bare, "وباذربيجان"),
                (2, Bare, "باذربيجان"),
                (4, Bare, "اذربيجان")
            ]
        );
        assert_eq!(splits("ارمينيا"), [(0, Bare, "ارمينيا")]);
    }

    #[test]
    fn the_article_is_found_written_and_elided() {
        assert_eq!(
            splits("والكرملين"),
            [
                (0, Bare, "والكرملين"),
                (2, Bare, "الكرملين"),
                (2, Written, "كرملين")
            ]
        );
        assert_eq!(
            splits("للارمن"),
            [
                (0, Bare, "للارمن"),
                (2, Bare, "لارمن"),
                (2, Elided, "ارمن"),
                (2, Elided, "لارمن")
            ]
        );
        assert!(splits("فللغه").contains(&(4, Elided, "لغه")), "ف ل اللغة");
    }

    #[test]
    fn too_little_never_remains() {
        assert_eq!(splits("بك"), [(0, Bare, "بك")]);
        assert_eq!(splits("و"), []);
        assert_eq!(splits(""), []);
    }
}
