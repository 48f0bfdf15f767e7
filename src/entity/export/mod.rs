//! How does an annotated corpus leave the program for others?
//!
//! Articles come one by one and go out one by one: a corpus is never held in
//! memory. Formats of one file write to a stream, formats of many files hand
//! each file to the caller; nothing here touches the disk. Text is never
//! altered, and every offset that leaves counts Unicode scalar values of the
//! article's text, the end exclusive.
//!
//! What each format holds beyond names and offsets:
//!
//! | format | text of the article | entity | all that is known of a mention |
//! | --- | --- | --- | --- |
//! | CSV | no | column | columns |
//! | JSON Lines | no | key | keys |
//! | Web Annotation | around mentions | body | body |
//! | `CoNLL` | its tokens | column | last column |
//! | brat | whole | note | note |
//! | TEI | whole | `ref` | attributes and `ana` |
//!
//! Knows no file and no repair.

mod annotated;
mod brat;
mod conll;
mod csv;
mod file_names;
mod input;
mod jsonl;
mod layouts;
mod placed;
mod record;
mod tei;
mod web_annotation;

pub use annotated::articles;
pub use csv::CsvCells;
pub use input::{ClockTime, ExportedArticle, ExportedKind, ExportedMention};

use layouts::{FilesLayout, StreamLayout};
use std::io::{self, Write};

/// A format that is one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StreamFormat {
    /// Comma-separated values (RFC 4180) with a byte order mark, a mention a row.
    Csv(CsvCells),
    /// An object for each mention, one a line.
    JsonLines,
    /// W3C Web Annotation: an `AnnotationCollection` in JSON-LD.
    WebAnnotation,
    /// Tokens in columns with IOB2 tags.
    Conll,
}

impl StreamFormat {
    /// The usual ending of a file of this format, without the dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv(_) => "csv",
            Self::JsonLines => "jsonl",
            Self::WebAnnotation => "jsonld",
            Self::Conll => "conllup",
        }
    }

    /// Writes `articles` to `out`. Who wants to stop ends the iterator and
    /// throws away what was written.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn write<'a>(
        self,
        articles: impl IntoIterator<Item = ExportedArticle<'a>>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let mut layout: Box<dyn StreamLayout> = match self {
            Self::Csv(cells) => Box::new(csv::Csv(cells)),
            Self::JsonLines => Box::new(jsonl::JsonLines),
            Self::WebAnnotation => Box::new(web_annotation::WebAnnotation::default()),
            Self::Conll => Box::new(conll::Conll),
        };
        layout.start(out)?;
        for article in articles {
            layout.article(&article, out)?;
        }
        layout.end(out)?;
        out.flush()
    }
}

/// A format that is a folder of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FilesFormat {
    /// brat standoff: for each article its text (`.txt`) and its annotations
    /// (`.ann`); `annotation.conf`, and `files.jsonl` with what is known of
    /// the articles.
    Brat,
    /// TEI P5: a document for each article.
    Tei,
}

impl FilesFormat {
    /// Hands the files of `articles` to `file`: the path in the folder of the
    /// export, with `/` between parts, and the content. No two paths are the
    /// same, in any case, and none leaves the folder.
    ///
    /// # Errors
    /// Those of `file`.
    pub fn write<'a>(
        self,
        articles: impl IntoIterator<Item = ExportedArticle<'a>>,
        file: &mut dyn FnMut(&str, &[u8]) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut layout: Box<dyn FilesLayout> = match self {
            Self::Brat => Box::new(brat::Brat::default()),
            Self::Tei => Box::new(tei::Tei::default()),
        };
        for article in articles {
            layout.article(&article, file)?;
        }
        layout.end(file)
    }
}
