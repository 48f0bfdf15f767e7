//! A corpus without its texts as bytes, to be kept and had back.
//!
//! Texts are kept beside it, one after the other in the articles' order, so
//! that they need not be copied when they are read.

use bytes::Bytes;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::state::FolderState;
use super::{Article, Corpus, DatedBy, Facet, PartialDate, Problem, Text, TextEncoding};
use crate::base::{ArticleId, ByteSpan, fits};

/// Why stored bytes are no corpus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoredFault {
    /// They break off or do not follow the format.
    Format(postcard::Error),
    /// An article has a facet that is not in the table of facets.
    NoSuchFacet,
    /// A title does not stand in its text.
    TitleSpan,
    /// Together the articles are longer or shorter than the texts.
    TextLength,
    /// There are more or fewer files than articles.
    FileCount,
}

#[derive(Serialize, Deserialize)]
struct StoredCorpus<'a> {
    name: &'a str,
    description: &'a str,
    entities_toml: Option<&'a str>,
    /// Values that articles share; articles have places in this table.
    #[serde(borrow)]
    facets: Vec<&'a str>,
    #[serde(borrow)]
    articles: Vec<StoredArticle<'a>>,
}

#[derive(Serialize, Deserialize)]
struct StoredArticle<'a> {
    file: &'a str,
    title: &'a str,
    title_span: Option<(u32, u32)>,
    /// Bytes of the text.
    n_bytes: u32,
    date: Option<PartialDate>,
    dated_by: Option<DatedBy>,
    period: Option<u32>,
    source: Option<u32>,
    url: Option<&'a str>,
    #[serde(borrow)]
    extra: Vec<(u32, &'a str)>,
    n_words: u32,
    encoding: TextEncoding,
}

impl Corpus {
    /// The corpus as bytes, but for its texts and its folder.
    ///
    /// # Errors
    /// When it has problems that are never stored; no corpus that was read
    /// from a folder has.
    pub fn to_stored(&self) -> Result<Vec<u8>, StoredFault> {
        let mut facets = FacetTable::default();
        let articles = self.articles.iter().map(|article| StoredArticle {
            file: &article.file,
            title: &article.title,
            title_span: article.title_span.map(|span| (span.start, span.end)),
            n_bytes: fits(article.text.as_bytes().len()),
            date: article.date,
            dated_by: article.dated_by,
            period: article.period.as_ref().map(|facet| facets.place(facet)),
            source: article.source.as_ref().map(|facet| facets.place(facet)),
            url: article.url.as_deref(),
            extra: article
                .extra
                .iter()
                .map(|(header, value)| (facets.place(header), &**value))
                .collect(),
            n_words: article.n_words,
            encoding: article.encoding,
        });
        let articles = articles.collect();
        let stored = StoredCorpus {
            name: &self.name,
            description: &self.description,
            entities_toml: self.entities_toml.as_deref(),
            facets: facets.values,
            articles,
        };
        postcard::to_stdvec(&(stored, &self.problems, &self.state)).map_err(StoredFault::Format)
    }

    /// The corpus that [`to_stored`](Self::to_stored) gave as `stored`; its
    /// texts are pieces of `texts` and are not looked at.
    ///
    /// # Errors
    /// [`StoredFault`] when the bytes are not of a corpus with these texts.
    pub fn from_stored(stored: &[u8], texts: &Bytes) -> Result<Self, StoredFault> {
        let (stored, problems, state): (StoredCorpus<'_>, Vec<Problem>, FolderState) =
            postcard::from_bytes(stored).map_err(StoredFault::Format)?;
        let facets: Vec<Facet> = stored
            .facets
            .iter()
            .map(|value| Facet::new(value))
            .collect();
        let facet = |place: u32| {
            let facet = facets.get(place as usize).cloned();
            facet.ok_or(StoredFault::NoSuchFacet)
        };
        if state.n_articles() != stored.articles.len() {
            return Err(StoredFault::FileCount);
        }
        let mut end = 0;
        let mut articles = Vec::with_capacity(stored.articles.len());
        for (article, id) in stored.articles.into_iter().zip(0..) {
            let start = end;
            end = usize::checked_add(start, article.n_bytes as usize)
                .filter(|end| *end <= texts.len())
                .ok_or(StoredFault::TextLength)?;
            let title_span = article.title_span.map(|(a, b)| ByteSpan::new(a, b));
            if title_span.is_some_and(|span| span.start > span.end || span.end > article.n_bytes) {
                return Err(StoredFault::TitleSpan);
            }
            let extra = article.extra.into_iter();
            let extra = extra.map(|(header, value)| Ok((facet(header)?, value.into())));
            articles.push(Article {
                id: ArticleId(id),
                file: article.file.into(),
                title: article.title.into(),
                title_span,
                text: Text::from_bytes(texts.slice(start..end)),
                date: article.date,
                dated_by: article.dated_by,
                period: article.period.map(facet).transpose()?,
                source: article.source.map(facet).transpose()?,
                url: article.url.map(Into::into),
                extra: extra.collect::<Result<_, StoredFault>>()?,
                n_words: article.n_words,
                encoding: article.encoding,
            });
        }
        if end != texts.len() {
            return Err(StoredFault::TextLength);
        }
        Ok(Self {
            name: stored.name.to_owned(),
            description: stored.description.to_owned(),
            root: None,
            articles,
            problems,
            entities_toml: stored.entities_toml.map(Into::into),
            state,
        })
    }
}

/// Numbers the values of facets in the order in which they are met.
#[derive(Default)]
struct FacetTable<'a> {
    values: Vec<&'a str>,
    places: FxHashMap<&'a str, u32>,
}

impl<'a> FacetTable<'a> {
    fn place(&mut self, facet: &'a Facet) -> u32 {
        *self.places.entry(facet).or_insert_with(|| {
            self.values.push(facet);
            fits(self.values.len() - 1)
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::corpus::embedded;

    fn texts(corpus: &Corpus) -> Bytes {
        let texts: String = corpus.articles.iter().map(|a| &*a.text).collect();
        texts.into()
    }

    #[test]
    fn a_stored_corpus_is_had_back() {
        let corpus = embedded::open();
        let stored = corpus.to_stored().expect("stored");
        let again = Corpus::from_stored(&stored, &texts(&corpus)).expect("corpus");
        assert_eq!(again, corpus);
        assert_eq!(again.state, corpus.state);
    }

    #[test]
    fn equal_facets_share_one_string() {
        let corpus = embedded::open();
        let stored = corpus.to_stored().expect("stored");
        let again = Corpus::from_stored(&stored, &texts(&corpus)).expect("corpus");
        let mut periods = std::collections::BTreeMap::new();
        for article in &again.articles {
            let period = article.period.as_ref().expect("a period");
            let place = periods.entry(period.as_str()).or_insert(period.as_ptr());
            assert_eq!(*place, period.as_ptr());
        }
    }

    #[test]
    fn broken_bytes_are_a_fault() {
        let corpus = embedded::open();
        let stored = corpus.to_stored().expect("stored");
        let texts = texts(&corpus);
        for end in 0..stored.len() {
            assert!(
                Corpus::from_stored(&stored[..end], &texts).is_err(),
                "{end}"
            );
        }
        let short = texts.slice(1..);
        let fault = Corpus::from_stored(&stored, &short).expect_err("too short");
        assert_eq!(fault, StoredFault::TextLength);
        let long = Bytes::from([&texts[..], b"x"].concat());
        let fault = Corpus::from_stored(&stored, &long).expect_err("too long");
        assert_eq!(fault, StoredFault::TextLength);
    }

    proptest! {
        #[test]
        fn changed_bytes_are_a_fault_or_another_corpus(
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)
        ) {
            let corpus = embedded::open();
            let mut stored = corpus.to_stored().expect("stored");
            for (at, byte) in changes {
                let at = at.index(stored.len());
                stored[at] = byte;
            }
            if let Ok(other) = Corpus::from_stored(&stored, &texts(&corpus)) {
                for article in &other.articles {
                    let title = article.title_span.unwrap_or_default();
                    prop_assert!(title.slice(&article.text).len() <= article.text.len());
                }
                prop_assert!(other.to_stored().is_ok());
            }
        }
    }
}
