//! Where the words of a reading stand in an article.

use crate::arabic::{ArticleForm, fold, proclitic_splits, tokens, written_len};
use crate::base::ByteSpan;
use crate::entity::gap::Gap;

/// The folded words of `text`.
pub(super) fn folded_words(text: &str) -> Vec<String> {
    let words = tokens(text).filter_map(|token| text.get(token.span.range()));
    words.map(fold).collect()
}

/// A word of an article.
struct Word<'t> {
    span: ByteSpan,
    written: &'t str,
    folded: String,
}

/// The words of an article, folded, for many searches.
pub(super) struct FoldedArticle<'t> {
    text: &'t str,
    words: Vec<Word<'t>>,
}

impl<'t> FoldedArticle<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let words = tokens(text).map(|token| {
            let written = token.span.slice(text);
            Word {
                span: token.span,
                written,
                folded: fold(written),
            }
        });
        let words = words.collect();
        Self { text, words }
    }

    /// Every place where `name`, folded words, stands; with proclitics before
    /// the first word left outside. In order, not overlapping.
    pub(super) fn occurrences(&self, name: &[String]) -> Vec<ByteSpan> {
        let mut found: Vec<ByteSpan> = Vec::new();
        let Some((first, others)) = name.split_first() else {
            return found;
        };
        for (at, word) in self.words.iter().enumerate() {
            let Some(skip) = skipped(word, first) else {
                continue;
            };
            let Some(rest) = self.words.get(at + 1..=at + others.len()) else {
                break;
            };
            let all = self.words.get(at..=at + others.len()).unwrap_or_default();
            let joined = all.windows(2).all(|pair| match pair {
                [a, b] => {
                    let between = self.text.get(a.span.range().end..b.span.range().start);
                    Gap::of(between.unwrap_or_default()) == Gap::Joins
                }
                _ => false,
            });
            if joined
                && rest
                    .iter()
                    .zip(others)
                    .all(|(word, name)| word.folded == *name)
            {
                let end = rest.last().unwrap_or(word).span.end;
                let span = ByteSpan::new(word.span.start + skip, end);
                if found.last().is_none_or(|last| last.end <= span.start) {
                    found.push(span);
                }
            }
        }
        found
    }
}

/// The bytes of `word` before `name`, its first word; `None` if it is another.
fn skipped(word: &Word<'_>, name: &str) -> Option<u32> {
    if word.folded == name {
        return Some(0);
    }
    if !word
        .folded
        .ends_with(name.strip_prefix('ا').unwrap_or(name))
    {
        return None;
    }
    let stem = name.strip_prefix("ال");
    let split = proclitic_splits(&word.folded).find(|split| match split.article {
        ArticleForm::None => split.stem == name,
        ArticleForm::Written => false,
        ArticleForm::Elided => Some(split.stem) == stem,
    })?;
    let peeled = word.folded.get(..split.peeled)?;
    // The future mark stands before verbs only.
    if peeled.ends_with('س') {
        return None;
    }
    u32::try_from(written_len(word.written, split.peeled)).ok()
}
