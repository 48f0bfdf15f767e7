//! One article and what is known of it.

use serde::{Deserialize, Serialize};

use super::{Facet, PartialDate, Text, TextEncoding};
use crate::base::{ArticleId, ByteSpan};

/// How the date of an article is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DatedBy {
    /// `INDEX.md` gives it.
    Index,
    /// A full date stands as a line of its own near the top of the text.
    Text,
}

impl DatedBy {
    /// The word that reports use: `index` or `text`.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Index => "index",
            Self::Text => "text",
        }
    }
}

/// One article of a corpus: its text and its metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// The position in the corpus.
    pub id: ArticleId,
    /// The path inside the corpus folder, with `/` between parts.
    pub file: Box<str>,
    /// The title shown; never empty.
    pub title: Box<str>,
    /// Where the title stands in the text, when it is a line of its own there,
    /// so that the reading pane need not show it twice.
    pub title_span: Option<ByteSpan>,
    /// The decoded text, line ends normalised to `\n`, byte order mark removed.
    pub text: Text,
    /// The date as precisely as it is known.
    pub date: Option<PartialDate>,
    /// How the date is known; `None` without a date.
    pub dated_by: Option<DatedBy>,
    /// The label of the period, such as `2020`; `None` for undated articles.
    pub period: Option<Facet>,
    /// The outlet.
    pub source: Option<Facet>,
    /// An address; never opened by itself.
    pub url: Option<Box<str>>,
    /// Every other column of the index, header and value, in its order.
    pub extra: Vec<(Facet, Box<str>)>,
    /// Words of the text as [`crate::arabic::count_words`] counts them.
    pub n_words: u32,
    /// The encoding of the file.
    pub encoding: TextEncoding,
}

impl Article {
    /// Whether everything but the position in the corpus is the same.
    #[must_use]
    pub fn has_same_content(&self, other: &Self) -> bool {
        let moved = Self {
            id: other.id,
            ..self.clone()
        };
        moved == *other
    }
}
