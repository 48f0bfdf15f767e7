//! Single words that rules ask for: the table `assets/words/names.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::arabic::each_word;
use crate::base::{TableProblem, asset_table, tagged};
use crate::entity::words::WordKey;

tagged! {
    /// What a rule asks of a word.
    pub(in crate::entity::recognition) enum RuleWord {
        /// A head of bodies that also is a place: the body is meant.
        BodyWithSite = "body-with-site",
        /// A head that any definite noun completes: مجلس النواب.
        Public = "public",
        /// A head after which a word that nothing is known of is the name.
        Named = "named",
        /// A head only with the adjective of a state, or none at all.
        Generic = "generic",
        /// An adjective that makes a name of a definite head alone: المحكمة العليا.
        Telling = "telling",
        /// An adjective or noun that passes, and belongs to no name.
        Passing = "passing",
        /// موقع: also a site on the web.
        Site = "site",
        /// A noun of place in the plural, after which adjectives are likely.
        Places = "places",
        /// A head of places that any definite noun completes: ساحة الدستور.
        AnyNoun = "any-noun",
        /// A particle that may begin a name of a person.
        NameBegins = "name-begins",
        /// عبد: of names with two parts.
        Servant = "servant",
        /// باسم: rather "in the name of" than a first name.
        InTheName = "in-the-name",
        /// A word inside a title.
        InTitle = "in-title",
        /// وزير: a noun after it is no ministry.
        Minister = "minister",
    }
}

type Words = FxHashMap<WordKey, u16>;

static WORDS: LazyLock<Words> = LazyLock::new(|| read().0);

/// The table, and the lines of it that cannot be used or say a word twice.
fn read() -> (Words, Vec<TableProblem>) {
    let mut words = Words::default();
    let mut problems = Vec::new();
    let table = asset_table!("words/names.tsv");
    each_word(
        table,
        &mut problems,
        RuleWord::from_tag,
        |class, _, folded| {
            let classes = words.entry(WordKey::of(folded)).or_default();
            let is_new = *classes & (1 << class as u8) == 0;
            *classes |= 1 << class as u8;
            is_new.then_some(())
        },
    );
    (words, problems)
}

impl WordKey {
    /// Whether a rule that asks for `class` means this word.
    pub(in crate::entity::recognition) fn is(self, class: RuleWord) -> bool {
        WORDS
            .get(&self)
            .is_some_and(|classes| classes & (1 << class as u8) != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_usable() {
        let (words, problems) = read();
        assert_eq!(problems, []);
        let all = words.values().fold(0, |all, classes| all | classes);
        assert_eq!(all.count_ones() as usize, RuleWord::ALL.len());
        assert!(WordKey::of(&crate::arabic::fold("مؤسسة")).is(RuleWord::BodyWithSite));
    }
}
