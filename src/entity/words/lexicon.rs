//! Words that say something of the names beside them or in them: the table
//! `assets/gazetteer/words.tsv`.
//!
//! A class holds of a word as it stands, folded, without proclitics; words
//! with the article are listed with it where they differ (الرئيس, رئيس).
//! Given and family names are words of names here, not names of entities.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::arabic::each_word;
use crate::base::{AssetTable, TableProblem, asset_table, tagged};

tagged! {
    /// What a word can be, as far as names ask.
    #[derive(PartialOrd, Ord)]
    #[repr(u8)]
    pub enum WordClass {
        /// A first name: محمد, إلهام, جون.
        GivenName = "given",
        /// A family name that is hardly ever anything else: بوتين, حاجييف.
        FamilyName = "family",
        /// A word inside names of persons: بن, أبو, آل, عبد, فان, دي.
        Particle = "particle",
        /// A title or role before a person's name: الرئيس, وزير, العقيد, النائب.
        Title = "title",
        /// A profession or relation before or after a person's name: الصحفي, شقيقه.
        Profession = "profession",
        /// A verb of saying, in any person: قال, أعلنت, وأضاف without و.
        Speech = "speech",
        /// The head of an organisation's name, inside it: وزارة, شركة, حزب.
        OrgHead = "org-head",
        /// A word that may follow inside an organisation's name: الوطني, للأنباء.
        OrgTail = "org-tail",
        /// The field of a body: الدفاع, الصحة, حقوق.
        Field = "field",
        /// A word before a place's name and outside it: مدينة, محافظة, بلدة.
        PlaceHead = "place-head",
        /// A head inside a place's name: بحر, جبل, مطار, ممر, شارع.
        PlaceInside = "place-inside",
        /// A word after which a place is likely: في, إلى, شمال, ضواحي.
        PlaceCue = "place-cue",
        /// A month.
        Month = "month",
        /// A day of the week.
        Weekday = "weekday",
        /// A grammatical word that is never in a name.
        Function = "function",
        /// A common noun, verb or adjective that is never the whole of a name.
        Common = "common",
        /// A unit, currency or counted thing after a number.
        Unit = "unit",
    }
}

/// The classes of one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Classes(u32);

impl Classes {
    /// Whether the word is of `class`.
    #[must_use]
    pub const fn has(self, class: WordClass) -> bool {
        self.0 & (1 << class as u8) != 0
    }

    /// Whether the word is of no class.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Just these classes.
    #[must_use]
    pub const fn of(classes: &[WordClass]) -> Self {
        let mut all = Self(0);
        let mut at = 0;
        while at < classes.len() {
            all = all.with(classes[at]);
            at += 1;
        }
        all
    }

    /// Whether the word is of one of `others`.
    #[must_use]
    pub const fn meets(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// These and `others`.
    #[must_use]
    pub const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// These and `class`.
    #[must_use]
    pub const fn with(self, class: WordClass) -> Self {
        Self(self.0 | 1 << class as u8)
    }

    /// The classes as bits, by the order of [`WordClass::ALL`].
    #[must_use]
    pub const fn bits(self) -> u32 {
        self.0
    }
}

/// The words of `words.tsv` and their classes.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// By [`key`] of the folded word: a table of numbers loads in a third of
    /// the time of one of strings.
    words: FxHashMap<u64, Classes>,
    /// Words listed with a final ى, which folds to ي: على is not علي.
    with_alef_maqsura: FxHashMap<u64, Classes>,
}

impl Lexicon {
    /// The table that ships with the program, read once.
    #[must_use]
    pub fn shared() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Self::embedded)
    }

    /// The table that ships with the program.
    #[must_use]
    pub fn embedded() -> Self {
        Self::parse(asset_table!("gazetteer/words.tsv")).0
    }

    /// Reads a table; returns the lines that cannot be used, too.
    fn parse(table: AssetTable) -> (Self, Vec<TableProblem>) {
        let mut lexicon = Self::default();
        // A word of the table has some ten bytes.
        lexicon.words.reserve(table.text.len() / 10);
        let mut problems = Vec::new();
        each_word(
            table,
            &mut problems,
            WordClass::from_tag,
            |class, word, folded| {
                let table = if word.ends_with('ى') {
                    &mut lexicon.with_alef_maqsura
                } else {
                    &mut lexicon.words
                };
                let classes = table.entry(key(folded)).or_default();
                *classes = classes.with(class);
                Some(())
            },
        );
        (lexicon, problems)
    }

    /// The classes of `folded`, a word as [`fold`](crate::arabic::fold) leaves it, however its final
    /// ي is written.
    #[must_use]
    #[inline]
    pub fn classes(&self, folded: &str) -> Classes {
        let plain = self.words.get(&key(folded)).copied().unwrap_or_default();
        plain.and(self.maqsura(folded).unwrap_or_default())
    }

    /// The classes of `folded` written with a final ى (`is_maqsura`) or not.
    /// Where only the other spelling is listed, its classes: Egyptian print
    /// writes every final ي as ى.
    #[must_use]
    #[inline]
    pub fn classes_as_written(&self, folded: &str, is_maqsura: bool) -> Classes {
        let plain = self.words.get(&key(folded)).copied();
        let maqsura = if folded.ends_with('ي') {
            self.maqsura(folded)
        } else {
            None
        };
        let (first, second) = if is_maqsura {
            (maqsura, plain)
        } else {
            (plain, maqsura)
        };
        first.or(second).unwrap_or_default()
    }

    fn maqsura(&self, folded: &str) -> Option<Classes> {
        self.with_alef_maqsura.get(&key(folded)).copied()
    }
}

/// A folded word as a number. Two words of one number would share their
/// classes; among a hundred thousand words there are none.
#[inline]
fn key(folded: &str) -> u64 {
    xxhash_rust::xxh3::xxh3_64(folded.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::fold;

    #[test]
    fn every_line_of_the_table_is_usable() {
        let (lexicon, problems) = Lexicon::parse(asset_table!("gazetteer/words.tsv"));
        assert_eq!(problems, []);
        assert!(lexicon.classes(&fold("محمد")).has(WordClass::GivenName));
        assert!(lexicon.classes(&fold("أبو")).has(WordClass::Particle));
        assert!(lexicon.classes("زقزق").is_empty());
    }

    #[test]
    fn a_bad_line_is_told_and_the_rest_loads() {
        let (lexicon, problems) = Lexicon::parse(AssetTable {
            name: "t",
            text: "given\tعلي\nno-class\tكلمة\nfunction\tعلى\n",
        });
        assert_eq!(
            problems,
            [TableProblem {
                table: "t",
                line: 2
            }]
        );
        assert!(lexicon.classes("علي").has(WordClass::GivenName));
        assert!(lexicon.classes("علي").has(WordClass::Function));
        let preposition = lexicon.classes_as_written("علي", true);
        assert!(!preposition.has(WordClass::GivenName));
        assert!(preposition.has(WordClass::Function));
    }
}
