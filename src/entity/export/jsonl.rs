//! JSON Lines: the records of the annotation guidelines.

use super::input::ExportedArticle;
use super::layouts::StreamLayout;
use super::placed::PlacedMention;
use super::record::MentionRecord;
use std::io::{self, Write};

/// An object for each mention, by start; nothing else.
pub(super) struct JsonLines;

impl StreamLayout for JsonLines {
    fn start(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn article(&mut self, article: &ExportedArticle<'_>, out: &mut dyn Write) -> io::Result<()> {
        let mut lines = Vec::new();
        for placed in &PlacedMention::of_article(article) {
            serde_json::to_writer(&mut lines, &MentionRecord::new(article.file, placed))?;
            lines.push(b'\n');
        }
        out.write_all(&lines)
    }

    fn end(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}
