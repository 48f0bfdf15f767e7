//! How formats write, whichever they are.

use super::input::ExportedArticle;
use crate::base::TakeFile;
use std::io::{self, Write};

/// How a format of one file writes.
pub(super) trait StreamLayout {
    /// What stands before the articles.
    fn start(&mut self, out: &mut dyn Write) -> io::Result<()>;
    /// One article.
    fn article(&mut self, article: &ExportedArticle<'_>, out: &mut dyn Write) -> io::Result<()>;
    /// What stands after the articles.
    fn end(&mut self, out: &mut dyn Write) -> io::Result<()>;
}

/// How a format of many files writes.
pub(super) trait FilesLayout {
    /// The files of one article.
    fn article(&mut self, article: &ExportedArticle<'_>, file: &mut TakeFile<'_>)
    -> io::Result<()>;
    /// The files of the whole export.
    fn end(&mut self, file: &mut TakeFile<'_>) -> io::Result<()>;
}
