//! All words that expressions are made of, by their folded forms: the tables
//! `expressions.tsv`, `numbers.tsv` and `press.tsv` of `assets/words`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::sense::{Count, Definiteness, Sense};
use super::value::{Comparison, Who};
use crate::arabic::each_word;
use crate::arabic::numerals::{Numeral, numerals};
use crate::base::{TableProblem, asset_table, fits};
use crate::corpus::{month_names, weekday_names};

/// A word of the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct EntryId(u16);

/// Words in a row that say how a number is to be taken.
pub(super) type Phrase = (Comparison, Box<[EntryId]>);

/// What may begin with a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Begins {
    /// A date or a clock time.
    pub(super) time: bool,
    /// A quantity phrase.
    pub(super) count: bool,
}

impl Begins {
    /// What may begin with one or the other.
    pub(super) const fn or(self, other: Self) -> Self {
        Self {
            time: self.time || other.time,
            count: self.count || other.count,
        }
    }
}

/// The words and what they can mean.
#[derive(Debug)]
pub(super) struct ExpressionLexicon {
    ids: FxHashMap<Box<str>, EntryId>,
    senses: Vec<Vec<Sense>>,
    begins: Vec<Begins>,
    /// What may stand before a number.
    pub(super) approximators: Vec<Phrase>,
    /// What may stand after a number and its noun.
    pub(super) afterthoughts: Vec<Phrase>,
}

/// The lexicon, made on first use.
pub(super) static LEXICON: LazyLock<ExpressionLexicon> =
    LazyLock::new(|| ExpressionLexicon::read().0);

/// Endings of the regular nouns for people. -ين is plural or dual.
const ENDINGS: [(Count, &str); 9] = [
    (Count::One, ""),
    (Count::One, "ا"),
    (Count::Many, "ون"),
    (Count::Many, "ين"),
    (Count::Two, "ان"),
    (Count::Two, "ين"),
    (Count::Many, "ات"),
    (Count::Two, "تان"),
    (Count::Two, "تين"),
];

/// What a line of the table says of its words.
#[derive(Debug, Clone, Copy)]
enum Class {
    /// They mean this; without the article, in a pair with.
    Means(Sense, Option<Sense>),
    /// They are stems of nouns for such people.
    Regular(Option<Who>),
    /// They say how a number after them, or before them, is to be taken.
    Before(Comparison),
    After(Comparison),
}

impl ExpressionLexicon {
    /// The lexicon, and the lines of its table that cannot be used or add
    /// nothing.
    fn read() -> (Self, Vec<TableProblem>) {
        let mut lexicon = Self {
            ids: FxHashMap::default(),
            senses: Vec::new(),
            begins: Vec::new(),
            approximators: Vec::new(),
            afterthoughts: Vec::new(),
        };
        for (numeral, word) in numerals() {
            for article in [Definiteness::Without, Definiteness::With] {
                let sense = match *numeral {
                    Numeral::Cardinal(number) => Sense::Number(number, article),
                    Numeral::Ordinal(ordinal) => Sense::Ordinal(ordinal, article),
                    Numeral::Vague(vague) => Sense::Vague(vague),
                };
                lexicon.add_with(word, article, sense);
            }
        }
        let mut problems = Vec::new();
        let table = asset_table!("words/expressions.tsv");
        each_word(table, &mut problems, Class::of, |class, _, word| {
            lexicon.enter(class, word).then_some(())
        });
        // Names of two words are known by their first: تشرين.
        for month in month_names().iter().filter(|m| !m.words.contains(' ')) {
            lexicon.add(&month.words, Sense::Month(month.value, month.ambiguous));
        }
        // أحد is "somebody" and خميس a name; days have the article.
        for day in weekday_names().iter().filter(|day| !day.ambiguous) {
            lexicon.add(&day.words, Sense::Weekday(day.value));
        }
        lexicon.begins = lexicon.beginnings();
        (lexicon, problems)
    }

    /// The word that `folded` is.
    pub(super) fn word(&self, folded: &str) -> Option<EntryId> {
        self.ids.get(folded).copied()
    }

    /// What the word can mean.
    pub(super) fn senses(&self, word: EntryId) -> &[Sense] {
        // Ids come from `word` alone, so they are in the table.
        &self.senses[usize::from(word.0)]
    }

    /// What may begin with the word.
    pub(super) fn begins(&self, word: EntryId) -> Begins {
        self.begins[usize::from(word.0)]
    }

    fn beginnings(&self) -> Vec<Begins> {
        let mut begins: Vec<_> = self
            .senses
            .iter()
            .map(|senses| Begins {
                time: senses.iter().any(|sense| sense.begins_time()),
                count: senses.iter().any(|sense| sense.begins_count()),
            })
            .collect();
        for (_, words) in &self.approximators {
            if let Some(first) = words.first() {
                begins[usize::from(first.0)].count = true;
            }
        }
        begins
    }

    /// Enters a word of the table; whether it says anything new.
    fn enter(&mut self, class: Class, word: &str) -> bool {
        let mut is_new = false;
        match class {
            Class::Means(sense, definite) => {
                is_new |= self.add(word, sense);
                if let Some(definite) = definite {
                    is_new |= self.add_with(word, Definiteness::With, definite);
                }
            }
            Class::Regular(who) => {
                for (count, ending) in ENDINGS {
                    let (word, sense) = (format!("{word}{ending}"), Sense::Person(who, count));
                    is_new |= self.add(&word, sense);
                    is_new |= self.add_with(&word, Definiteness::With, sense);
                }
            }
            Class::Before(cmp) | Class::After(cmp) => {
                let words = word.split(' ').map(|word| self.intern(word)).collect();
                let phrases = match class {
                    Class::Before(_) => &mut self.approximators,
                    _ => &mut self.afterthoughts,
                };
                is_new = phrases.iter().all(|(_, known)| *known != words);
                phrases.push((cmp, words));
            }
        }
        is_new
    }

    /// Gives `word`, folded, the meaning `sense`; `false` if it has it already.
    fn add(&mut self, word: &str, sense: Sense) -> bool {
        let word = self.intern(word);
        let senses = &mut self.senses[usize::from(word.0)];
        let is_new = !senses.contains(&sense);
        if is_new {
            senses.push(sense);
        }
        is_new
    }

    /// The same for `word` with the article or without.
    fn add_with(&mut self, word: &str, article: Definiteness, sense: Sense) -> bool {
        match article {
            Definiteness::Without => self.add(word, sense),
            Definiteness::With => self.add(&format!("ال{word}"), sense),
        }
    }

    fn intern(&mut self, word: &str) -> EntryId {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        // The tables hold some two thousand forms.
        let id = EntryId(fits(self.senses.len()));
        self.senses.push(Vec::new());
        self.ids.insert(word.into(), id);
        id
    }
}

impl Class {
    fn of(class: &str) -> Option<Self> {
        match class.split_once(' ') {
            Some(("regular", "people")) => Some(Self::Regular(None)),
            Some(("regular", who)) => Some(Self::Regular(Some(Who::from_tag(who)?))),
            Some(("before", cmp)) => Comparison::from_tag(cmp).map(Self::Before),
            Some(("after", cmp)) => Comparison::from_tag(cmp).map(Self::After),
            _ => {
                let sense = Sense::of_class(class, Definiteness::Without)?;
                let definite = Sense::of_class(class, Definiteness::With)?;
                Some(Self::Means(
                    sense,
                    sense.takes_article().then_some(definite),
                ))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::fold;

    #[test]
    fn every_line_of_the_table_is_usable_and_says_something_new() {
        let (lexicon, problems) = ExpressionLexicon::read();
        assert_eq!(problems, []);
        let unfolded = lexicon.ids.keys().filter(|form| fold(form) != ***form);
        assert_eq!(unfolded.count(), 0);
        assert!(lexicon.senses.len() < usize::from(u16::MAX));
    }
}
