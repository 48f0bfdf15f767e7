//! A whole corpus.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::{Article, Facet, FolderState, Problem};
use crate::base::ArticleId;

/// A corpus in memory: its articles and what is wrong with its files.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    /// The name: the first heading of `INDEX.md`, else the folder's name.
    pub name: String,
    /// The paragraphs before the index, with an empty line between two.
    pub description: String,
    /// The folder; `None` for the embedded corpus.
    pub root: Option<PathBuf>,
    /// The articles, sorted by file; an article's id is its place here.
    pub articles: Vec<Article>,
    /// Every trouble met, sorted by file and line.
    pub problems: Vec<Problem>,
    /// The text of `entities.toml`, if the corpus has one.
    pub entities_toml: Option<Box<str>>,
    /// What the folder was like, so that changes are noticed.
    pub state: FolderState,
}

/// Equal corpora say the same; when their files were read does not matter.
impl PartialEq for Corpus {
    fn eq(&self, other: &Self) -> bool {
        let Self {
            name,
            description,
            root,
            articles,
            problems,
            entities_toml,
            state: _,
        } = self;
        *name == other.name
            && *description == other.description
            && *root == other.root
            && *problems == other.problems
            && *entities_toml == other.entities_toml
            && *articles == other.articles
    }
}

impl Eq for Corpus {}

/// A period and the number of its articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodCount {
    /// The label of the period.
    pub period: Facet,
    /// Articles of the period.
    pub n_articles: usize,
    /// Their words.
    pub n_words: u64,
}

/// The periods of a corpus.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Periods {
    /// Each period once, sorted by label.
    pub dated: Vec<PeriodCount>,
    /// Articles of no period.
    pub n_undated: usize,
    /// Their words.
    pub n_undated_words: u64,
}

impl Corpus {
    /// The article of that id, unless it is of another corpus.
    #[must_use]
    pub fn article(&self, id: ArticleId) -> Option<&Article> {
        self.articles.get(id.index())
    }

    /// Words of all articles together.
    #[must_use]
    pub fn n_words(&self) -> u64 {
        self.articles
            .iter()
            .map(|article| u64::from(article.n_words))
            .sum()
    }

    /// The periods with their numbers of articles.
    #[must_use]
    pub fn periods(&self) -> Periods {
        let mut counts = BTreeMap::<&Facet, (usize, u64)>::new();
        let mut undated = (0, 0);
        for article in &self.articles {
            let (n_articles, n_words) = match &article.period {
                Some(period) => counts.entry(period).or_default(),
                None => &mut undated,
            };
            *n_articles += 1;
            *n_words += u64::from(article.n_words);
        }
        let dated = counts
            .into_iter()
            .map(|(period, (n_articles, n_words))| PeriodCount {
                period: period.clone(),
                n_articles,
                n_words,
            })
            .collect();
        let (n_undated, n_undated_words) = undated;
        Periods {
            dated,
            n_undated,
            n_undated_words,
        }
    }
}
