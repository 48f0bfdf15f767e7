//! Texts as lists of words, and the counts that follow from reading them.

use proptest::prelude::*;
use warraq::analysis::ArticleSet;
use warraq::analysis::index::{Index, TypeId};
use warraq::analysis::statistics::{Counted, Unit};
use warraq::arabic::{TokenKind, fold, stem_into, tokens};
use warraq::base::{ByteSpan, CancelToken, Progress};

/// A token of a text.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub(crate) form: String,
    pub(crate) kind: TokenKind,
    pub(crate) span: ByteSpan,
}

/// What counts as the same word; sorts as rows do.
pub(crate) type Key = (String, String);

pub(crate) fn key(form: &str, unit: Unit) -> Key {
    let folded = fold(form);
    match unit {
        Unit::Type => (folded, form.to_owned()),
        Unit::Fold => (folded, String::new()),
        Unit::Stem => {
            let mut stem = String::new();
            stem_into(&folded, &mut stem);
            (stem, String::new())
        }
    }
}

impl Word {
    pub(crate) fn is_counted(&self, counted: Counted) -> bool {
        counted == Counted::WordsAndNumbers || self.kind == TokenKind::Word
    }
}

pub(crate) fn read(text: &str) -> Vec<Word> {
    tokens(text)
        .map(|token| Word {
            form: token.span.slice(text).to_owned(),
            kind: token.kind,
            span: token.span,
        })
        .collect()
}

pub(crate) fn build(texts: &[String]) -> Index {
    let texts = texts.iter().map(String::as_str);
    Index::build(texts, &Progress::default(), &CancelToken::default()).unwrap()
}

/// The key of a type of `index`.
pub(crate) fn key_of(index: &Index, id: TypeId, unit: Unit) -> Key {
    key(index.form(id), unit)
}

/// Articles by the bits of a number.
pub(crate) fn set(index: &Index, bits: u64) -> ArticleSet {
    ArticleSet::from_fn(index.n_articles(), |id| bits >> (id.0 % 64) & 1 == 1)
}

/// Runs `work` on that many threads.
pub(crate) fn with_threads<T: Send>(n: usize, work: impl FnOnce() -> T + Send) -> T {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(n);
    pool.build().unwrap().install(work)
}

/// Few words, so that they often meet: spellings of one word, clitics, numbers,
/// ends of sentences.
pub(crate) fn texts() -> impl Strategy<Value = Vec<String>> {
    let word = prop::sample::select(vec![
        "أرمينيا",
        "ارمينيا",
        "وأرمينيا",
        "باكو",
        "وزارة",
        "وزاره",
        "الوزارة",
        "2020",
        "٢٠٢٠",
        "على",
        "علي",
        "قال",
        "قال",
        "قال",
        "،",
        ".",
        "؟",
        "U.S",
        "\n",
    ]);
    let text = prop::collection::vec(word, 0..30).prop_map(|words| words.join(" "));
    prop::collection::vec(text, 0..9)
}

pub(crate) fn unit() -> impl Strategy<Value = Unit> {
    prop::sample::select(vec![Unit::Type, Unit::Fold, Unit::Stem])
}

pub(crate) fn counted() -> impl Strategy<Value = Counted> {
    prop::sample::select(vec![Counted::Words, Counted::WordsAndNumbers])
}
