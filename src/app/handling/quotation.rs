//! Words of an article with the place they come from, as a report takes them.

use crate::base::{ByteSpan, CharIndex};
use crate::corpus::Article;
use crate::texts::Texts;
use std::fmt::Write as _;

/// A quotation in its two forms.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Quotation {
    /// Plain text that Markdown reads as a quotation.
    pub(super) text: String,
    /// A fragment of HTML.
    pub(super) html: String,
}

/// The words `span` of `article`, with title, outlet, date, file and range.
///
/// The range is the fragment that RFC 5147 gives a text: Unicode scalar values
/// of the article's text, half-open, as in `2020/04.txt#char=120,245`.
pub(super) fn quotation(texts: &Texts, article: &Article, span: ByteSpan) -> Quotation {
    let words = span.slice(&article.text);
    let mut index = CharIndex::new(&article.text);
    let (start, end) = (
        index.char_of(span.start as usize),
        index.char_of(span.end as usize),
    );
    let place = format!("{}#char={start},{end}", article.file);
    let date = article.date;
    let date = date.map(|date| texts.date(date.year(), date.month(), date.day()));
    let outlet = article.source.as_ref().map(ToString::to_string);
    let about: Vec<String> = outlet.into_iter().chain(date).collect();

    let mut text = String::with_capacity(words.len() + 200);
    for line in words.lines() {
        text.push('>');
        if !line.trim().is_empty() {
            text.push(' ');
            text.push_str(line);
        }
        text.push('\n');
    }
    let mut html = String::with_capacity(words.len() + 400);
    html.push_str("<blockquote lang=\"ar\" dir=\"rtl\">");
    for line in words.lines().filter(|line| !line.trim().is_empty()) {
        html.push_str("<p>");
        push_escaped(&mut html, line);
        html.push_str("</p>");
    }
    html.push_str("</blockquote>\n");
    let direction = if texts.language().right_to_left() {
        "rtl"
    } else {
        "ltr"
    };
    let _ = write!(html, "<p dir=\"{direction}\">— <cite><bdi>");
    push_escaped(&mut html, &article.title);
    html.push_str("</bdi></cite>");
    let _ = write!(text, "\n— {}", article.title);
    for part in about {
        let _ = write!(text, " · {part}");
        html.push_str(" · <bdi>");
        push_escaped(&mut html, &part);
        html.push_str("</bdi>");
    }
    let _ = writeln!(text, " · `{place}`");
    html.push_str(" · <code dir=\"ltr\">");
    push_escaped(&mut html, &place);
    html.push_str("</code></p>\n");
    Quotation { text, html }
}

/// Appends `text` so that HTML reads it as it stands.
fn push_escaped(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}
