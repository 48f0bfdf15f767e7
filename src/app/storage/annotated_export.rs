//! Forms in which an annotated corpus leaves the program.

use crate::base::listed;
use crate::entity::export::{CsvCells, FilesFormat, StreamFormat};

listed! {
    /// The form of another program.
    pub enum AnnotatedFormat {
        /// A row for each mention.
        Csv,
        /// An object for each mention, one a line.
        Jsonl,
        /// W3C Web Annotation (JSON-LD).
        WebAnnotation,
        /// Tokens in columns with IOB2 tags (CoNLL-U Plus).
        Conll,
        /// brat standoff: a folder.
        Brat,
        /// TEI P5: a folder.
        Tei,
    }
}

/// One file, or a folder of files.
pub(in crate::app) enum ExportForm {
    /// One file.
    Stream(StreamFormat),
    /// A folder.
    Files(FilesFormat),
}

impl AnnotatedFormat {
    /// Name, ending and key of the text.
    const fn about(self) -> [&'static str; 3] {
        match self {
            Self::Csv => ["csv", ".csv", "export-mentions-csv"],
            Self::Jsonl => ["jsonl", ".jsonl", "export-mentions-jsonl"],
            Self::WebAnnotation => ["web-annotation", ".jsonld", "export-web-annotation"],
            Self::Conll => ["conll", ".conllup", "export-conll"],
            Self::Brat => ["brat", " brat", "export-brat"],
            Self::Tei => ["tei", " tei", "export-tei"],
        }
    }

    /// The stable name, for the command line.
    pub(in crate::app) const fn name(self) -> &'static str {
        self.about()[0]
    }

    /// The ending of the file, or of the name of the folder, with what stands
    /// before it.
    pub(in crate::app) const fn ending(self) -> &'static str {
        self.about()[1]
    }

    /// The key of its name among the interface texts.
    pub(in crate::app) const fn text_key(self) -> &'static str {
        self.about()[2]
    }

    /// How it is written.
    pub(in crate::app) const fn form(self) -> ExportForm {
        match self {
            Self::Csv => ExportForm::Stream(StreamFormat::Csv(CsvCells::Exact)),
            Self::Jsonl => ExportForm::Stream(StreamFormat::JsonLines),
            Self::WebAnnotation => ExportForm::Stream(StreamFormat::WebAnnotation),
            Self::Conll => ExportForm::Stream(StreamFormat::Conll),
            Self::Brat => ExportForm::Files(FilesFormat::Brat),
            Self::Tei => ExportForm::Files(FilesFormat::Tei),
        }
    }
}
