//! Which articles contain the words that a reader types, and where.

use crate::arabic::{fold_into, proclitic_splits, tokens};
use crate::base::{ArticleId, ByteSpan, CancelToken, Cancelled, Progress};
use crate::corpus::{Article, Corpus};
use rayon::prelude::*;

/// The words searched for. A word of a text matches when it is the same after
/// folding (alef and hamza forms, ة and ه, ى and ي, tashkeel, tatweel), as it
/// stands or behind the proclitics و ف ب ل ك س and the article. The last word,
/// while it is being typed, matches beginnings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    words: Vec<QueryWord>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct QueryWord {
    folded: String,
    prefix: bool,
}

/// An article that contains every word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The article.
    pub article: ArticleId,
    /// Hits in its text.
    pub n_hits: u32,
    /// The first hit in the text; `None` when only the title has any.
    pub first: Option<ByteSpan>,
}

/// The answer to a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchResult {
    /// The query.
    pub query: Query,
    /// The articles that match, by their ids in ascending order.
    pub matches: Vec<Match>,
}

impl Query {
    /// The words of `text`; `None` if it has none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut words: Vec<QueryWord> = tokens(text)
            .filter_map(|token| {
                let mut folded = String::new();
                fold_into(text.get(token.span.range())?, &mut folded);
                let is_open = token.span.end as usize == text.len();
                (!folded.is_empty()).then_some(QueryWord {
                    prefix: is_open && folded.chars().nth(1).is_some(),
                    folded,
                })
            })
            .collect();
        words.dedup();
        (!words.is_empty()).then_some(Self { words })
    }

    /// The hits in `text`, in order; empty unless `text` has a hit for at
    /// least one word.
    #[must_use]
    pub fn hits(&self, text: &str) -> Vec<ByteSpan> {
        let mut hits = Vec::new();
        self.scan(text, &mut vec![false; self.words.len()], |span| {
            hits.push(span);
        });
        hits
    }

    /// Searches one article; `None` unless text and title together have every word.
    #[must_use]
    pub fn search_article(&self, article: &Article) -> Option<Match> {
        let mut found = vec![false; self.words.len()];
        let mut n_hits = 0_u32;
        let mut first = None;
        self.scan(&article.text, &mut found, |span| {
            n_hits += 1;
            first.get_or_insert(span);
        });
        if article.title_span.is_none() {
            self.scan(&article.title, &mut found, |_| {});
        }
        found.iter().all(|found| *found).then_some(Match {
            article: article.id,
            n_hits,
            first,
        })
    }

    /// Searches every article of `corpus`, on all cores.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it; looked at before each article.
    pub fn search(
        self,
        corpus: &Corpus,
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<SearchResult, Cancelled> {
        progress.set_total(corpus.articles.len() as u64);
        let matches: Vec<Option<Match>> = corpus
            .articles
            .par_iter()
            .map(|article| {
                cancel.check()?;
                let found = self.search_article(article);
                progress.advance(1);
                Ok(found)
            })
            .collect::<Result<_, Cancelled>>()?;
        Ok(SearchResult {
            query: self,
            matches: matches.into_iter().flatten().collect(),
        })
    }

    /// Calls `hit` with the span of every token of `text` that matches a word
    /// of the query, and notes in `found`, a flag for each word, all that it
    /// matches: one token can stand for several words.
    fn scan(&self, text: &str, found: &mut [bool], mut hit: impl FnMut(ByteSpan)) {
        let mut folded = String::new();
        for token in tokens(text) {
            let Some(word) = text.get(token.span.range()) else {
                continue;
            };
            folded.clear();
            fold_into(word, &mut folded);
            let mut is_hit = false;
            for (query, found) in self.words.iter().zip(&mut *found) {
                if query.matches(&folded) {
                    *found = true;
                    is_hit = true;
                }
            }
            if is_hit {
                hit(token.span);
            }
        }
    }
}

impl QueryWord {
    fn matches(&self, folded: &str) -> bool {
        if !folded.contains(&*self.folded) {
            return false;
        }
        let same = |candidate: &str| {
            if self.prefix {
                candidate.starts_with(&*self.folded)
            } else {
                candidate == self.folded
            }
        };
        same(folded)
            || proclitic_splits(folded)
                .any(|split| same(split.stem) || folded.get(split.peeled..).is_some_and(same))
    }
}

impl SearchResult {
    /// The match of `article`, if it is one.
    #[must_use]
    pub fn of(&self, article: ArticleId) -> Option<&Match> {
        let index = self
            .matches
            .binary_search_by_key(&article, |found| found.article)
            .ok()?;
        self.matches.get(index)
    }

    /// Hits in the texts of all articles.
    #[must_use]
    pub fn n_hits(&self) -> u64 {
        self.matches.iter().map(|m| u64::from(m.n_hits)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(query: &str, text: &str) -> Vec<String> {
        Query::parse(query)
            .unwrap()
            .hits(text)
            .iter()
            .map(|span| text.get(span.range()).unwrap().to_owned())
            .collect()
    }

    #[test]
    fn folding_finds_every_spelling() {
        assert_eq!(
            found("الازمه ", "الأزمة والأَزْمَةُ الازمــة"),
            ["الأزمة", "والأَزْمَةُ", "الازمــة"]
        );
        assert_eq!(found("علييف ", "قال علييف"), ["علييف"]);
    }

    #[test]
    fn proclitics_and_article_stand_before_the_word() {
        let text = "كاراباخ وكاراباخ بكاراباخ لكاراباخ وبكاراباخ الكاراباخ للكاراباخ";
        assert_eq!(found("كاراباخ ", text).len(), 7);
        assert_eq!(found("الكاراباخ ", text).len(), 1);
    }

    #[test]
    fn a_word_does_not_match_inside_another() {
        assert!(found("من ", "الأمن والضمان ثمن").is_empty());
        assert_eq!(found("من ", "من ومن").len(), 2);
    }

    #[test]
    fn the_word_being_typed_matches_beginnings() {
        assert_eq!(
            found("كارا", "في كاراباخ وكاراتيه"),
            ["كاراباخ", "وكاراتيه"]
        );
        assert!(found("كارا ", "في كاراباخ").is_empty());
    }

    #[test]
    fn a_word_said_twice_is_found_like_one_said_once() {
        let corpus = crate::corpus::embedded::open();
        let matches = |query: &str| -> Vec<ArticleId> {
            corpus
                .articles
                .iter()
                .filter_map(|a| Query::parse(query).unwrap().search_article(a))
                .map(|found| found.article)
                .collect()
        };
        let once = matches("باكو الهدنة ");
        assert!(!once.is_empty());
        assert_eq!(matches("باكو الهدنة باكو "), once);
        assert_eq!(matches("باكو الهدنة باك"), once, "one token for two words");
    }

    #[test]
    fn nothing_is_not_a_query() {
        assert_eq!(Query::parse(" ،. "), None);
    }
}
