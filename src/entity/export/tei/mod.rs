//! What is an annotated article in TEI P5?
//!
//! Knows one article at a time; not where the document goes.

mod header;
mod kinds;
mod stand_off;
mod text;
mod xml;

use super::file_names::FileNames;
use super::input::ExportedArticle;
use super::layouts::FilesLayout;
use super::placed::PlacedMention;
use crate::base::TakeFile;
use stand_off::StandOff;
use std::io;

/// A document for each article.
///
/// The text of `body`, all its text nodes together, is the text of the
/// article, character for character: paragraphs are lines, and the line ends
/// stand between them. A mention is an element around its words. What is told
/// of it and has no attribute of its own is an `interp` in `standOff` that the
/// mention's `ana` points to; entities are listed there too. Casualties that
/// cross another mention have an anchor at each end and a `span` in `standOff`.
///
/// A character that XML cannot hold is U+FFFD in an element `g` whose `n` says
/// which it was.
#[derive(Default)]
pub(super) struct Tei {
    names: FileNames,
}

impl FilesLayout for Tei {
    fn article(
        &mut self,
        article: &ExportedArticle<'_>,
        file: &mut TakeFile<'_>,
    ) -> io::Result<()> {
        let path = self.names.stem(article.file, &[".xml"]) + ".xml";
        file(&path, document(article).as_bytes())
    }

    fn end(&mut self, _file: &mut TakeFile<'_>) -> io::Result<()> {
        Ok(())
    }
}

fn document(article: &ExportedArticle<'_>) -> String {
    let placed = PlacedMention::of_article(article);
    let (inline, crossing) = split(&placed);
    let mut stand_off = StandOff::default();
    let body = text::body(article.text, &inline, &crossing, &mut stand_off);
    let header = header::header(article);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:lang=\"ar\">\n\
         {header}{stand_off}<text>\n{body}\n</text>\n</TEI>\n"
    )
}

/// The mentions that nest, by start and the outer first, and those that cross
/// others. Names and dates go before casualties.
fn split<'a>(
    placed: &'a [PlacedMention<'a>],
) -> (Vec<&'a PlacedMention<'a>>, Vec<&'a PlacedMention<'a>>) {
    let is_casualties = |placed: &&PlacedMention<'_>| placed.mention.kind.is_casualties();
    let (casualties, names): (Vec<_>, Vec<_>) = placed.iter().partition(is_casualties);
    let mut inline: Vec<&PlacedMention<'_>> = Vec::new();
    let mut crossing = Vec::new();
    let mut open: Vec<&PlacedMention<'_>> = Vec::new();
    for placed in placed {
        while open
            .pop_if(|last| last.bytes.end <= placed.bytes.start)
            .is_some()
        {}
        let crosses_name = || {
            let from = names.partition_point(|name| name.bytes.end <= placed.bytes.start);
            let near = names.get(from..).unwrap_or_default().iter();
            let mut near = near.take_while(|name| name.bytes.start < placed.bytes.end);
            near.any(|name| name.crosses(placed))
        };
        let crosses = open.iter().any(|other| other.crosses(placed))
            || (!casualties.is_empty() && is_casualties(&placed) && crosses_name());
        if crosses {
            crossing.push(placed);
        } else {
            open.push(placed);
            inline.push(placed);
        }
    }
    (inline, crossing)
}
