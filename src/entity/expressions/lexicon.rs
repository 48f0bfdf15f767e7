//! All words that expressions are made of, by their folded forms.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::casualty_words::{AMONG, DISEASES, PEOPLE, THINGS, TOTALS, TRIGGERS, VICTIMS};
use super::people_words::{DISASTERS, ELSEWHERE, ENDINGS, MORE_PEOPLE, REGULAR_PEOPLE, SERVICES};
use super::sense::{Article, Sense};
use super::value::Comparison;
use super::words::{AFTERTHOUGHTS, APPROXIMATORS, DATE_WORDS, FUNCTION_WORDS, UNITS};
use crate::arabic::numerals::{NUMBER_WORDS, ORDINAL_WORDS, VAGUE_WORDS};
use crate::base::fits;
use crate::corpus::{month_names, weekday_names};

/// A word of the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct WordId(u16);

/// Words in a row that say how a number is to be taken.
pub(super) type Phrase = (Comparison, Box<[WordId]>);

/// What may begin with a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Begins {
    /// A date or a clock time.
    pub(super) time: bool,
    /// A quantity phrase.
    pub(super) count: bool,
}

/// The words and what they can mean.
#[derive(Debug)]
pub(super) struct Lexicon {
    ids: FxHashMap<Box<str>, WordId>,
    senses: Vec<Vec<Sense>>,
    begins: Vec<Begins>,
    /// What may stand before a number.
    pub(super) approximators: Vec<Phrase>,
    /// What may stand after a number and its noun.
    pub(super) afterthoughts: Vec<Phrase>,
}

/// The lexicon, made on first use.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

/// Months whose names are also ordinary words, folded: he practised, father,
/// and names of people.
const AMBIGUOUS_MONTHS: &[&str] = &["مارس", "اب", "ماي", "اوت", "جوان", "may", "mar", "march"];

impl Lexicon {
    fn new() -> Self {
        let mut lexicon = Self {
            ids: FxHashMap::default(),
            senses: Vec::new(),
            begins: Vec::new(),
            approximators: Vec::new(),
            afterthoughts: Vec::new(),
        };
        lexicon.numbers();
        lexicon.dates();
        lexicon.people();
        lexicon.approximators = lexicon.phrases(APPROXIMATORS);
        lexicon.afterthoughts = lexicon.phrases(AFTERTHOUGHTS);
        lexicon.begins = lexicon.beginnings();
        lexicon
    }

    /// The word that `folded` is.
    pub(super) fn word(&self, folded: &str) -> Option<WordId> {
        self.ids.get(folded).copied()
    }

    /// What the word can mean.
    pub(super) fn senses(&self, word: WordId) -> &[Sense] {
        // Ids come from `word` alone, so they are in the table.
        &self.senses[usize::from(word.0)]
    }

    /// What may begin with the word.
    pub(super) fn begins(&self, word: WordId) -> Begins {
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

    fn numbers(&mut self) {
        for (word, forms) in NUMBER_WORDS {
            self.twice(forms, |article| Sense::Number(*word, article));
        }
        for (ordinal, forms) in ORDINAL_WORDS {
            self.twice(forms, |article| Sense::Ordinal(*ordinal, article));
        }
        for (vague, forms) in VAGUE_WORDS {
            self.twice(forms, |_| Sense::Vague(*vague));
        }
    }

    fn dates(&mut self) {
        for (sense, forms) in DATE_WORDS {
            self.add(forms, *sense);
        }
        for (unit, count, forms) in UNITS {
            self.twice(forms, |article| Sense::Unit(*unit, *count, article));
        }
        for (month, name) in month_names() {
            // Names of two words are known by their first: تشرين.
            if !name.contains(' ') {
                self.add(name, Sense::Month(month, AMBIGUOUS_MONTHS.contains(&name)));
            }
        }
        for (day, name) in weekday_names() {
            // أحد is "somebody" and خميس a name; days have the article.
            if name.starts_with("ال") || name.is_ascii() {
                self.add(name, Sense::Weekday(day));
            }
        }
        self.add(FUNCTION_WORDS, Sense::Function);
    }

    fn people(&mut self) {
        for (kind, trigger, forms) in TRIGGERS {
            self.add(forms, Sense::Trigger(*kind, *trigger));
        }
        for (kind, count, forms) in VICTIMS {
            self.twice(forms, |_| Sense::Victim(*kind, *count));
        }
        for (who, count, forms) in PEOPLE.iter().chain(MORE_PEOPLE) {
            self.twice(forms, |_| Sense::Person(*who, *count));
        }
        for (who, stems) in REGULAR_PEOPLE {
            for stem in stems.split_ascii_whitespace() {
                for (count, ending) in ENDINGS {
                    self.twice(&format!("{stem}{ending}"), |_| Sense::Person(*who, *count));
                }
            }
        }
        for (parts, form) in [(2, "نصف"), (3, "ثلث"), (4, "ربع")] {
            self.add(form, Sense::PartOf(parts));
        }
        self.twice(SERVICES, |_| Sense::Service);
        self.add(ELSEWHERE, Sense::Elsewhere);
        self.add(DISASTERS, Sense::Disaster);
        self.add(AMONG, Sense::Among);
        self.add(DISEASES, Sense::Disease);
        self.twice(TOTALS, |_| Sense::Total);
        self.twice(THINGS, |_| Sense::Thing);
    }

    /// Adds `forms`, separated by spaces, with the meaning `sense`.
    fn add(&mut self, forms: &str, sense: Sense) {
        for form in forms.split_ascii_whitespace() {
            let word = self.intern(form);
            let senses = &mut self.senses[usize::from(word.0)];
            if !senses.contains(&sense) {
                senses.push(sense);
            }
        }
    }

    /// Adds `forms` without and with the article.
    fn twice(&mut self, forms: &str, sense: impl Fn(Article) -> Sense) {
        self.add(forms, sense(Article::Without));
        for form in forms.split_ascii_whitespace() {
            self.add(&format!("ال{form}"), sense(Article::With));
        }
    }

    fn phrases(&mut self, table: &[(Comparison, &str)]) -> Vec<Phrase> {
        let phrase = |(cmp, words): &(Comparison, &str)| {
            let words = words.split(' ').map(|word| self.intern(word)).collect();
            (*cmp, words)
        };
        table.iter().map(phrase).collect()
    }

    fn intern(&mut self, word: &str) -> WordId {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        // The tables hold some two thousand forms.
        let id = WordId(fits(self.senses.len()));
        self.senses.push(Vec::new());
        self.ids.insert(word.into(), id);
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::fold;

    #[test]
    fn all_forms_are_folded() {
        let unfolded = LEXICON.ids.keys().filter(|form| fold(form) != ***form);
        assert_eq!(unfolded.count(), 0);
        assert!(LEXICON.senses.len() < usize::from(u16::MAX));
    }
}
