//! One article and what is known of it.

use serde::{Deserialize, Serialize};

use super::{Facet, PartialDate, Text, TextEncoding};
use crate::arabic::{Token, fold, tokens};
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
    /// Where the words of `hit`, a stretch of the line of the text that is the
    /// title, stand in [`title`](Self::title), in bytes: the index may write
    /// the same words with other spaces, signs and spellings.
    #[must_use]
    pub fn span_in_title(&self, hit: ByteSpan) -> Option<ByteSpan> {
        let span = self.title_span.filter(|span| span.overlaps(hit))?;
        let line = span.slice(&self.text);
        let letters = |text: &str, token: Token| fold(token.span.slice(text)).len();
        let (mut before, mut inside) = (0, 0);
        for token in tokens(line) {
            let start = span.start + token.span.start;
            if start < hit.start {
                before += letters(line, token);
            } else if start < hit.end {
                inside += letters(line, token);
            }
        }
        let mut found: Option<ByteSpan> = None;
        let mut seen = 0;
        for token in tokens(&self.title) {
            let first = seen;
            seen += letters(&self.title, token);
            if seen > before && first < before + inside {
                let start = found.map_or(token.span.start, |found| found.start);
                found = Some(ByteSpan::new(start, token.span.end));
            }
        }
        found
    }

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::embedded;

    #[test]
    fn a_word_of_the_title_line_is_found_in_the_title() {
        let text = "خبر\n«أذربيجان»  تُؤكّد كوفيد-19\nنص.";
        let line = "«أذربيجان»  تُؤكّد كوفيد-19";
        let start = u32::try_from(text.find(line).unwrap()).unwrap();
        let end = start + u32::try_from(line.len()).unwrap();
        let article = Article {
            title: "اذربيجان: تؤكد كوفيد 19".into(),
            title_span: Some(ByteSpan::new(start, end)),
            text: text.to_owned().into(),
            ..embedded::open().articles.remove(0)
        };
        let in_title = |word: &str| {
            let at = u32::try_from(text.find(word).unwrap()).unwrap();
            let hit = ByteSpan::new(at, at + u32::try_from(word.len()).unwrap());
            let found = article.span_in_title(hit);
            found.map(|found| found.slice(&article.title))
        };
        assert_eq!(in_title("أذربيجان"), Some("اذربيجان"));
        assert_eq!(in_title("تُؤكّد"), Some("تؤكد"));
        assert_eq!(in_title("تُؤكّد كوفيد"), Some("تؤكد كوفيد"));
        assert_eq!(in_title("19"), Some("19"));
        assert_eq!(in_title("نص"), None, "no word of the title");
    }
}
