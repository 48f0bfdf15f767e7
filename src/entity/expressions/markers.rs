//! Words that rules about dates and counts look for beside their meanings: the
//! table `assets/words/markers.tsv`.
//!
//! A marker holds of a whole form, folded, proclitics included. `*` before or
//! after letters stands for any others; `+` says that و or ف may stand before.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::arabic::each_word;
use crate::base::{TableProblem, asset_table, tagged};

tagged! {
    /// What a rule asks of a word.
    pub(super) enum Marker {
        /// أو: both, not told apart.
        Or = "or",
        /// فر, هروب: of few people it says no flight.
        FewFlee = "few-flee",
        /// غرق, قضى: what is counted may be no people.
        NotThings = "not-things",
        /// بين: both, not told apart.
        Between = "between",
        /// في
        In = "in",
        /// عداد, after في: among.
        Ranks = "ranks",
        /// لقي: says nothing without what was met.
        Met = "met",
        /// حتفهم, مصرعهم: what was met.
        Death = "death",
        /// بحياة, أرواح: says nothing without a verb that takes them.
        Lives = "lives",
        /// أودى, حصد: takes lives.
        TakesLives = "takes-lives",
        /// بإعدام: what a court decides is not done yet.
        Verdict = "verdict",
        /// A verb that in the active voice has an object.
        Transitive = "transitive",
        /// A verb in the dual of subjects that stand before it.
        Dual = "dual",
        /// إصابة: a wound or a case of a disease.
        Case = "case",
        /// جديدة, مؤكدة: of cases of a disease.
        NewCase = "new-case",
        /// سجلت, رصد: of cases of a disease.
        Registers = "registers",
        /// أصل: the whole of which a part was counted.
        Whole = "whole",
        /// هم
        They = "they",
        /// منهم: of those just counted.
        OfThem = "of-them",
        /// حالات: says nothing without what they are cases of.
        Cases = "cases",
        /// بجروح: belongs to the wounded before it.
        Injuries = "injuries",
        /// آخرون
        Others = "others",
        /// تحت
        Under = "under",
        /// الأنقاض, after تحت: those counted are missing.
        Rubble = "rubble",
        /// عدد: of what is named next.
        NumberOf = "number-of",
        /// حصيلة: of the disaster named next.
        TollOf = "toll-of",
        /// الحصيلة: of the dead.
        Toll = "toll",
        /// After a number: those are counted who are named next.
        Counting = "counting",
        /// بينما: begins a clause.
        Clause = "clause",
        /// A preposition, or a noun that governs like one.
        Oblique = "oblique",
        /// A word that has the form of و and a verb.
        JoinedVerb = "joined-verb",
        /// A word that has that form and is none.
        NoJoinedVerb = "no-joined-verb",
        /// سوف, المقرر: tells of the future.
        Future = "future",
        /// A word that looks like a future verb and is none: سياسة, ستين.
        NoFuture = "no-future",
        /// نهاية, before the week.
        EndOf = "end-of",
        /// A word that begins with ال and has no article: إلى, ألف.
        NoArticle = "no-article",
    }
}

/// A set of markers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Markers(u64);

impl Markers {
    /// The markers that hold of the form `folded`.
    pub(super) fn of(folded: &str) -> Self {
        PATTERNS.of(folded)
    }

    pub(super) const fn has(self, marker: Marker) -> bool {
        self.0 & (1 << marker as u8) != 0
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The table, parsed.
#[derive(Debug, Default)]
struct Patterns {
    whole: FxHashMap<Box<str>, Markers>,
    /// Beginnings, ends and middles of words.
    parts: Vec<(Part, Box<str>, Markers)>,
}

/// Where letters stand in a word.
#[derive(Debug, Clone, Copy)]
enum Part {
    Start,
    End,
    Inside,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| Patterns::read().0);

impl Patterns {
    /// The patterns, and the lines of the table that cannot be used or have a
    /// pattern that another of its class makes needless.
    fn read() -> (Self, Vec<TableProblem>) {
        let mut patterns = Self::default();
        let mut problems = Vec::new();
        let table = asset_table!("words/markers.tsv");
        each_word(table, &mut problems, Marker::from_tag, |marker, _, word| {
            let letters = word.trim_matches(['*', '+']);
            let is_new = !letters.is_empty() && !patterns.of(letters).has(marker);
            patterns.add(word, Markers(1 << marker as u8));
            is_new.then_some(())
        });
        (patterns, problems)
    }

    fn add(&mut self, pattern: &str, marker: Markers) {
        if let Some(word) = pattern.strip_prefix('+') {
            for conjunction in ["", "و", "ف"] {
                self.add(&format!("{conjunction}{word}"), marker);
            }
            return;
        }
        let after = pattern.strip_prefix('*');
        let rest = after.unwrap_or(pattern);
        let before = rest.strip_suffix('*');
        let letters = before.unwrap_or(rest);
        let part = match (after, before) {
            (None, None) => {
                let known = self.whole.entry(letters.into()).or_default();
                *known = known.and(marker);
                return;
            }
            (None, Some(_)) => Part::Start,
            (Some(_), None) => Part::End,
            (Some(_), Some(_)) => Part::Inside,
        };
        self.parts.push((part, letters.into(), marker));
    }

    fn of(&self, folded: &str) -> Markers {
        let whole = self.whole.get(folded).copied().unwrap_or_default();
        let holds = |part: Part, letters: &str| match part {
            Part::Start => folded.starts_with(letters),
            Part::End => folded.ends_with(letters),
            Part::Inside => folded.contains(letters),
        };
        let parts = self.parts.iter();
        let parts = parts.filter(|(part, letters, _)| holds(*part, letters));
        parts.fold(whole, |all, (.., marker)| all.and(*marker))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_usable_and_says_something_new() {
        let (patterns, problems) = Patterns::read();
        assert_eq!(problems, []);
        assert!(Marker::ALL.len() <= 64);
        let words = patterns
            .whole
            .values()
            .chain(patterns.parts.iter().map(|(.., m)| m));
        let all = words.fold(Markers::default(), |all, one| all.and(*one));
        for marker in Marker::ALL {
            assert!(all.has(marker), "no word for {marker:?}");
        }
    }

    #[test]
    fn patterns_hold_of_parts_of_words() {
        let has = |word: &str, marker| Markers::of(&crate::arabic::fold(word)).has(marker);
        assert!(has("أو", Marker::Or) && has("او", Marker::Or) && !has("وأو", Marker::Or));
        assert!(has("وتسجيلها", Marker::Registers) && has("لعدد", Marker::NumberOf));
        assert!(has("وأعلن", Marker::JoinedVerb) && has("فأرواح", Marker::Lives));
        assert!(has("والجيش", Marker::NoJoinedVerb) && has("إلى", Marker::NoArticle));
    }
}
