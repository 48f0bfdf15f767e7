//! The questions that all engines are asked, and how they are chosen.

use super::common::random::Random;
use anyhow::Context as _;
use std::fmt;
use std::fs;
use std::path::Path;
use warraq::analysis::index::{FoldId, Index};
use warraq::base::ArticleId;

/// Questions of each kind.
const N_QUESTIONS: usize = 50;
/// Words that may stand between the two of a question of nearness.
pub(crate) const NEAR: u32 = 5;

/// A question, in folded words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Question {
    /// A word.
    Word(String),
    /// Two or three words in this order, side by side.
    Phrase(Vec<String>),
    /// Words that begin so.
    Prefix(String),
    /// Two words in any order with at most [`NEAR`] others between.
    Near(String, String),
}

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    Phrase,
    Prefix,
    Near,
}

impl Kind {
    pub(crate) const ALL: [Self; 4] = [Self::Word, Self::Phrase, Self::Prefix, Self::Near];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Phrase => "phrase",
            Self::Prefix => "prefix*",
            Self::Near => "near",
        }
    }
}

impl Question {
    pub(crate) const fn kind(&self) -> Kind {
        match self {
            Self::Word(_) => Kind::Word,
            Self::Phrase(_) => Kind::Phrase,
            Self::Prefix(_) => Kind::Prefix,
            Self::Near(..) => Kind::Near,
        }
    }

    fn parse(line: &str) -> Option<Self> {
        let (kind, words) = line.split_once('\t')?;
        let mut words = words.split(' ').map(str::to_owned);
        Some(match kind {
            "word" => Self::Word(words.next()?),
            "phrase" => Self::Phrase(words.collect()),
            "prefix*" => Self::Prefix(words.next()?),
            "near" => Self::Near(words.next()?, words.next()?),
            _ => return None,
        })
    }
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.kind().name();
        match self {
            Self::Word(word) | Self::Prefix(word) => write!(f, "{name}\t{word}"),
            Self::Phrase(words) => write!(f, "{name}\t{}", words.join(" ")),
            Self::Near(a, b) => write!(f, "{name}\t{a} {b}"),
        }
    }
}

/// Writes the questions to a file, one on each line.
pub(crate) fn write(questions: &[Question], file: &Path) -> anyhow::Result<()> {
    let lines: Vec<String> = questions.iter().map(|q| format!("{q}\n")).collect();
    fs::write(file, lines.concat())?;
    Ok(())
}

/// Reads what [`write`] wrote.
pub(crate) fn read(file: &Path) -> anyhow::Result<Vec<Question>> {
    let text = fs::read_to_string(file)?;
    let questions = text.lines().map(Question::parse).collect::<Option<_>>();
    questions.context("no list of questions")
}

/// Chooses questions about the corpus of `index`, the same ones every time.
///
/// Words are taken at equal steps of the logarithm of their rank, from the
/// most frequent word to those that occur once: so every order of magnitude
/// has its share. Phrases and pairs are what stands around a place of such a
/// word, so that each has a hit. All are letters alone, which every engine
/// takes for one word.
pub(crate) fn choose(index: &Index) -> Vec<Question> {
    let mut ranked: Vec<(u32, u32)> = (0..u32::try_from(index.n_folds()).unwrap_or(u32::MAX))
        .filter(|fold| is_plain(index.folded(FoldId(*fold))))
        .map(|fold| (index.fold_freq(FoldId(fold)), fold))
        .collect();
    ranked.sort_unstable_by_key(|(freq, fold)| (std::cmp::Reverse(*freq), *fold));
    let words: Vec<FoldId> = (0..N_QUESTIONS)
        .filter_map(|n| ranked.get(rank(n, ranked.len())))
        .map(|(_, fold)| FoldId(*fold))
        .collect();
    let mut questions: Vec<Question> = Vec::new();
    let name = |fold: FoldId| index.folded(fold).to_owned();
    questions.extend(words.iter().map(|word| Question::Word(name(*word))));
    let mut random = Random::new(2020, 2023);
    for (n, word) in words.iter().enumerate() {
        let around = Around { index, word: *word };
        let phrase = around.find(&mut random, |at| around.phrase(at, 2 + n % 2));
        questions.extend(phrase.map(Question::Phrase));
    }
    for word in &words {
        let prefix: String = name(*word).chars().take(4).collect();
        questions.push(Question::Prefix(prefix));
    }
    for word in &words {
        let around = Around { index, word: *word };
        let gap = 1 + u32::try_from(random.below(u64::from(NEAR))).unwrap_or(0);
        let other = around.find(&mut random, |at| around.plain_at(at, at.checked_add(gap)?));
        questions.extend(other.map(|other| Question::Near(name(*word), other)));
    }
    questions
}

/// The rank, from 0, of question `n`: a constant factor from one to the next.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a rank below the number of words"
)]
fn rank(n: usize, n_words: usize) -> usize {
    let share = n as f64 / (N_QUESTIONS - 1) as f64;
    ((n_words as f64).powf(share) - 1.0).round() as usize
}

fn is_plain(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_alphabetic)
}

/// What stands around the places of a word.
struct Around<'a> {
    index: &'a Index,
    word: FoldId,
}

impl Around<'_> {
    /// What `look` finds at some place of the word.
    fn find<T>(&self, random: &mut Random, look: impl Fn(u32) -> Option<T>) -> Option<T> {
        let types = self.index.types_of(self.word);
        (0..100).find_map(|_| {
            let form = types.get(random.index(types.len().max(1)))?;
            let places = self.index.postings(warraq::analysis::index::TypeId(*form));
            look(*places.get(random.index(places.len().max(1)))?)
        })
    }

    fn phrase(&self, at: u32, n_words: usize) -> Option<Vec<String>> {
        let end = at.checked_add(u32::try_from(n_words).ok()?)?;
        (at..end).map(|place| self.plain_at(at, place)).collect()
    }

    /// The plain folded word at `place`, if that is in the article of `at`.
    fn plain_at(&self, at: u32, place: u32) -> Option<String> {
        let article: ArticleId = self.index.article_of(at);
        if !self.index.positions_of(article).contains(&place) {
            return None;
        }
        let fold = self.index.fold_of(self.index.type_at(place)?);
        let word = self.index.folded(fold);
        is_plain(word).then(|| word.to_owned())
    }
}
