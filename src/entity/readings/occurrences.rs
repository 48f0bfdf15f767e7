//! Where the words of a reading stand in an article.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::arabic::{ArticleForm, fold, proclitic_splits, tokens, written_len};
use crate::base::{ByteSpan, fits};
use crate::entity::words::Juncture;

/// The words of an article, folded, for many searches.
pub(super) struct FoldedArticle<'t> {
    text: &'t str,
    /// The words in order: where each stands, and its place among the forms.
    words: Vec<(ByteSpan, usize)>,
    /// Every folded form once, with the words that have it. A search asks each
    /// form, not each word.
    forms: Vec<(Rc<str>, Vec<usize>)>,
}

impl<'t> FoldedArticle<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut known: FxHashMap<Rc<str>, usize> = FxHashMap::default();
        let mut forms: Vec<(Rc<str>, Vec<usize>)> = Vec::new();
        let words = tokens(text).enumerate().map(|(at, token)| {
            let folded: Rc<str> = fold(token.span.slice(text)).into();
            let form = *known.entry(folded.clone()).or_insert_with(|| {
                forms.push((folded, Vec::new()));
                forms.len() - 1
            });
            forms[form].1.push(at);
            (token.span, form)
        });
        let words = words.collect();
        Self { text, words, forms }
    }

    /// Every place where `name`, folded words, stands; with proclitics before
    /// the first word left outside. In order, not overlapping.
    pub(super) fn occurrences(&self, name: &[String]) -> Vec<ByteSpan> {
        let mut found: Vec<ByteSpan> = Vec::new();
        let Some((first, others)) = name.split_first() else {
            return found;
        };
        let begins = self.forms.iter().filter_map(|(form, places)| {
            let peeled = peeled(form, first)?;
            Some(places.iter().map(move |&at| (at, peeled)))
        });
        let mut begins: Vec<(usize, usize)> = begins.flatten().collect();
        begins.sort_unstable();
        for (at, peeled) in begins {
            let Some(words) = self.words.get(at..=at + others.len()) else {
                break;
            };
            let joined = words.windows(2).all(|pair| match pair {
                [(a, _), (b, _)] => {
                    let between = self.text.get(a.range().end..b.range().start);
                    Juncture::of(between.unwrap_or_default()) == Juncture::Joins
                }
                _ => false,
            });
            let goes_on =
                |(word, name): (&(ByteSpan, usize), &String)| *self.forms[word.1].0 == **name;
            if let ([(first, _), rest @ ..], true) = (words, joined)
                && rest.iter().zip(others).all(goes_on)
            {
                let skip = written_len(first.slice(self.text), peeled);
                let start = first.start + fits::<_, u32>(skip);
                let end = rest.last().map_or(first.end, |(last, _)| last.end);
                if found.last().is_none_or(|last| last.end <= start) {
                    found.push(ByteSpan::new(start, end));
                }
            }
        }
        found
    }
}

/// The bytes of `word`, a folded one, before `name`, its first word; `None` if
/// it is another.
fn peeled(word: &str, name: &str) -> Option<usize> {
    if word == name {
        return Some(0);
    }
    if !word.ends_with(name.strip_prefix('ا').unwrap_or(name)) {
        return None;
    }
    let stem = name.strip_prefix("ال");
    let split = proclitic_splits(word).find(|split| match split.article {
        ArticleForm::None => split.stem == name,
        ArticleForm::Written => false,
        ArticleForm::Elided => Some(split.stem) == stem,
    })?;
    // The future mark stands before verbs only.
    let is_future = word.get(..split.peeled)?.ends_with('س');
    (!is_future).then_some(split.peeled)
}
