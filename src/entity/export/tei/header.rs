//! The head of a document: what is known of the article.

use super::super::input::ExportedArticle;
use super::xml::Running;
use std::fmt::Write as _;

/// The `teiHeader`, with the path of the article in the corpus as an `idno`.
pub(super) fn header(article: &ExportedArticle<'_>) -> String {
    let title = Running(article.title);
    let mut source = format!("<title>{title}</title>");
    // A String takes all that is written.
    if let Some(outlet) = article.source {
        let _ = write!(source, "<publisher>{}</publisher>", Running(outlet));
    }
    if let Some(date) = article.date {
        let _ = write!(source, "<date when=\"{date}\">{date}</date>");
    }
    let file = Running(article.file);
    let _ = write!(source, "<idno type=\"file\">{file}</idno>");
    format!(
        "<teiHeader>\n<fileDesc>\n\
         <titleStmt><title>{title}</title></titleStmt>\n\
         <publicationStmt><p xml:lang=\"en\">Exported by Warraq with its annotations.</p></publicationStmt>\n\
         <sourceDesc><bibl>{source}</bibl></sourceDesc>\n\
         </fileDesc>\n</teiHeader>\n"
    )
}
