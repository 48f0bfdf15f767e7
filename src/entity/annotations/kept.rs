//! Names kept from one run for the next: the mentions of articles by the
//! content of their texts.
//!
//! An article's names depend on its text, its file's name (for repairs), and
//! on what is known: lists, rules, model. The first two make its *print*; the
//! last is one number, the *knowledge*, that the caller computes; kept names
//! of another knowledge are worth nothing. Linking over the corpus is done
//! anew, so an article that came or went changes nothing for the others.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

use super::corpus::{Annotations, FoundNames};
use crate::base::{ArticleId, ByteSpan, CancelToken, Cancelled, EntityId, Progress, fits};
use crate::corpus::{Article, Corpus};
use crate::entity::gazetteer::Gazetteer;
use crate::entity::model::{Basis, EntityType, Mention};
use crate::entity::spelling::NameKey;

/// The first bytes of kept names; the number changes with the form.
const MAGIC: [u8; 8] = *b"warraqn1";
/// Bytes before the body: magic and checksum.
const HEAD: usize = 16;

/// Names that an earlier run found.
#[derive(Debug)]
pub struct KeptNames {
    names: FoundNames,
    /// The articles by print, as positions in `names`.
    prints: FxHashMap<u64, ArticleId>,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    knowledge: u64,
    n_listed: u32,
    keys: Vec<NameKey>,
    articles: Vec<StoredArticle>,
}

#[derive(Serialize, Deserialize)]
struct StoredArticle {
    print: u64,
    mentions: Vec<StoredMention>,
}

/// A mention; its start counts from the end of the one before.
#[derive(Serialize, Deserialize)]
struct StoredMention {
    gap: u32,
    len: u32,
    entity: u32,
    kind: EntityType,
    article_elided: bool,
    basis: Basis,
}

/// What an article's names depend on, but for what is known.
fn print(article: &Article) -> u64 {
    xxh3_64_with_seed(article.text.as_bytes(), xxh3_64(article.file.as_bytes()))
}

impl Annotations {
    /// The names as bytes for [`KeptNames::read`]; `knowledge` stands for
    /// everything that found them.
    ///
    /// # Errors
    /// What the serializer says; no input is known to make it fail.
    pub fn to_kept(&self, corpus: &Corpus, knowledge: u64) -> Result<Vec<u8>, postcard::Error> {
        let found = self.found();
        let articles = corpus.articles.par_iter().zip(&found.articles);
        let articles = articles.map(|(article, mentions)| StoredArticle {
            print: print(article),
            mentions: stored(mentions),
        });
        let stored = Stored {
            knowledge,
            n_listed: fits(found.n_listed),
            keys: found.keys.clone(),
            articles: articles.collect(),
        };
        let mut bytes = MAGIC.to_vec();
        bytes.extend([0; HEAD - MAGIC.len()]);
        let mut bytes = postcard::to_extend(&stored, bytes)?;
        let checksum = xxh3_64(bytes.get(HEAD..).unwrap_or_default());
        if let Some(place) = bytes.get_mut(MAGIC.len()..HEAD) {
            place.copy_from_slice(&checksum.to_le_bytes());
        }
        Ok(bytes)
    }

    /// The names of `corpus`: those kept where they hold, the others found.
    ///
    /// # Errors
    /// As [`Annotations::new`].
    pub fn with_kept(
        corpus: &Corpus,
        gazetteer: &Arc<Gazetteer>,
        kept: &KeptNames,
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Self, Cancelled> {
        if kept.names.n_listed != gazetteer.entities().len() {
            return Self::new(corpus, gazetteer, progress, cancel);
        }
        let known = |id: ArticleId| {
            let article = corpus.article(id)?;
            kept.prints.get(&print(article)).copied()
        };
        Self::restored(corpus, gazetteer, &kept.names, &known, progress, cancel)
    }
}

impl KeptNames {
    /// The names in `bytes`, as [`Annotations::to_kept`] wrote them with the
    /// same `knowledge`; `None` if they are of another, or not whole.
    #[must_use]
    pub fn read(bytes: &[u8], knowledge: u64) -> Option<Self> {
        let checksum = bytes.strip_prefix(&MAGIC)?.first_chunk()?;
        let body = bytes.get(HEAD..)?;
        if u64::from_le_bytes(*checksum) != xxh3_64(body) {
            return None;
        }
        let stored: Stored = postcard::from_bytes(body).ok()?;
        if stored.knowledge != knowledge {
            return None;
        }
        let n_entities = usize::try_from(stored.n_listed).ok()? + stored.keys.len();
        let mut prints = FxHashMap::default();
        let mut articles = Vec::with_capacity(stored.articles.len());
        for (id, article) in (0..).map(ArticleId).zip(stored.articles) {
            prints.insert(article.print, id);
            articles.push(mentions(&article.mentions, n_entities)?);
        }
        let names = FoundNames {
            n_listed: usize::try_from(stored.n_listed).ok()?,
            articles,
            keys: stored.keys,
        };
        Some(Self { names, prints })
    }
}

fn stored(mentions: &[Mention]) -> Vec<StoredMention> {
    let mut last = 0;
    let store = |mention: &Mention| {
        let gap = mention.span.start.saturating_sub(last);
        last = mention.span.end;
        StoredMention {
            gap,
            len: mention.span.len(),
            entity: mention.entity.0,
            kind: mention.kind,
            article_elided: mention.article_elided,
            basis: mention.basis,
        }
    };
    mentions.iter().map(store).collect()
}

/// `None` where a number leads nowhere, which no file that we wrote has.
fn mentions(stored: &[StoredMention], n_entities: usize) -> Option<Box<[Mention]>> {
    let mut last: u32 = 0;
    let mention = |stored: &StoredMention| {
        let start = last.checked_add(stored.gap)?;
        last = start.checked_add(stored.len)?;
        let entity = EntityId(stored.entity);
        (entity.index() < n_entities).then_some(Mention {
            span: ByteSpan::new(start, last),
            entity,
            kind: stored.kind,
            article_elided: stored.article_elided,
            basis: stored.basis,
        })
    };
    stored.iter().map(mention).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::embedded;

    fn named() -> (Corpus, Arc<Gazetteer>, Annotations) {
        let corpus = embedded::open();
        let gazetteer = Arc::new(Gazetteer::for_corpus(&corpus, true).0);
        let (progress, cancel) = (Progress::default(), CancelToken::default());
        let names = Annotations::new(&corpus, &gazetteer, &progress, &cancel).expect("whole");
        (corpus, gazetteer, names)
    }

    fn ids(names: &Annotations, corpus: &Corpus) -> Vec<(u32, ByteSpan, String)> {
        let articles = corpus.articles.iter();
        articles
            .flat_map(|article| names.of(article.id).iter().map(move |m| (article.id, m)))
            .map(|(id, m)| {
                let entity = names.table().get(m.entity).expect("an entity");
                (id.0, m.span, entity.id.to_string())
            })
            .collect()
    }

    #[test]
    fn kept_names_are_those_found_also_of_a_corpus_that_changed() {
        let (mut corpus, gazetteer, names) = named();
        let bytes = names.to_kept(&corpus, 7).expect("bytes");
        let kept = KeptNames::read(&bytes, 7).expect("kept");
        assert_eq!(kept.names, *names.found());
        let first = corpus.articles.remove(0);
        assert!(!names.of(first.id).is_empty());
        for (id, article) in (0..).zip(&mut corpus.articles) {
            article.id = ArticleId(id);
        }
        let (progress, cancel) = (Progress::default(), CancelToken::default());
        let with = Annotations::with_kept(&corpus, &gazetteer, &kept, &progress, &cancel);
        let new = Annotations::new(&corpus, &gazetteer, &progress, &cancel);
        let (with, new) = (with.expect("whole"), new.expect("whole"));
        assert_eq!(ids(&with, &corpus), ids(&new, &corpus));
        assert_eq!(with.entities(), new.entities());
    }

    #[test]
    fn other_knowledge_and_broken_bytes_keep_nothing() {
        let (corpus, _, names) = named();
        let bytes = names.to_kept(&corpus, 7).expect("bytes");
        assert!(KeptNames::read(&bytes, 8).is_none());
        for at in (0..bytes.len()).step_by(97) {
            assert!(KeptNames::read(bytes.get(..at).expect("inside"), 7).is_none());
            let mut wrong = bytes.clone();
            wrong[at] ^= 0x40;
            assert!(KeptNames::read(&wrong, 7).is_none(), "{at}");
        }
    }
}
