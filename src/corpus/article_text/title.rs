//! The title of an article.

use super::dateline::full_date;
use super::furniture::is_furniture;
use crate::arabic::{fold_into, tokens};
use crate::base::ByteSpan;

/// The title of an article and where it stands.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::corpus) struct Title {
    /// The title; not empty.
    pub(in crate::corpus) title: Box<str>,
    /// Its line in the text, if it is one and text follows.
    pub(in crate::corpus) span: Option<ByteSpan>,
}

/// A line of more scalar values is a paragraph, not a title.
const MAX_CHARS: usize = 120;

/// Words taken from a lead that serves as the title.
const LEAD_WORDS: usize = 12;

/// The title of `text`, which is not blank: `given` by the index, else the
/// first line if it is short, else the first words of the lead. Datelines and
/// page furniture above the title are passed over.
pub(in crate::corpus) fn title_of(text: &str, given: Option<&str>) -> Title {
    let line = first_line(text);
    let is_line = line.is_some_and(|line| is_title_line(line.text));
    if let Some(given) = given {
        let same = line.filter(|line| is_line && same_words(line.text, given));
        return Title {
            title: given.into(),
            span: same.and_then(|line| line.span_if_text_follows(text)),
        };
    }
    match line {
        Some(line) if is_line => Title {
            title: line.text.into(),
            span: line.span_if_text_follows(text),
        },
        Some(line) => Title {
            title: first_words(line.text),
            span: None,
        },
        // Nothing but furniture and dates: the text itself.
        None => Title {
            title: first_words(text.trim()),
            span: None,
        },
    }
}

/// A line and where it starts, in bytes, trimmed.
#[derive(Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    start: usize,
}

impl Line<'_> {
    fn span_if_text_follows(self, text: &str) -> Option<ByteSpan> {
        let end = self.start + self.text.len();
        let follows = text.get(end..)?.contains(|c: char| !c.is_whitespace());
        let (start, end) = (u32::try_from(self.start).ok()?, u32::try_from(end).ok()?);
        follows.then_some(ByteSpan::new(start, end))
    }
}

/// The first line with anything to read.
fn first_line(text: &str) -> Option<Line<'_>> {
    let mut start = 0;
    for line in text.split('\n') {
        let trimmed = line.trim();
        if has_words(trimmed) && full_date(trimmed).is_none() && !is_furniture(trimmed) {
            let indent = line.len() - line.trim_start().len();
            return Some(Line {
                text: trimmed,
                start: start + indent,
            });
        }
        start += line.len() + 1;
    }
    None
}

fn has_words(line: &str) -> bool {
    tokens(line).next().is_some()
}

/// Whether a line is short, and not a sentence of the text.
fn is_title_line(line: &str) -> bool {
    line.chars().nth(MAX_CHARS).is_none() && !line.ends_with(['.', '،', '؛', ','])
}

/// Whether two titles have the same letters and digits, whatever the spaces,
/// signs and spellings.
fn same_words(a: &str, b: &str) -> bool {
    let letters = |text: &str| {
        let mut letters = String::with_capacity(text.len());
        for token in tokens(text) {
            fold_into(token.span.slice(text), &mut letters);
        }
        letters
    };
    letters(a) == letters(b)
}

/// The first words of `lead`, with an ellipsis if more follow.
fn first_words(lead: &str) -> Box<str> {
    let mut ends = tokens(lead).map(|token| token.span.end as usize);
    let words = ends.nth(LEAD_WORDS - 1).and_then(|end| lead.get(..end));
    let words = words.unwrap_or(lead);
    // A lead of very long words, or of no words at all.
    let cut = words.char_indices().nth(MAX_CHARS);
    let words = cut.and_then(|(end, _)| words.get(..end)).unwrap_or(words);
    let rest = lead.get(words.len()..).unwrap_or_default();
    let ellipsis = if rest.contains(char::is_alphanumeric) {
        "…"
    } else {
        ""
    };
    format!("{words}{ellipsis}")
        .replace(['\n', '\t'], " ")
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_first_line_is_the_title() {
        let title = title_of("\n14 أكتوبر 2020\n  حراك روسي \nقال لافروف.", None);
        assert_eq!(&*title.title, "حراك روسي");
        let text = "\n14 أكتوبر 2020\n  حراك روسي \nقال لافروف.";
        let span = title.span.expect("span");
        assert_eq!(span.slice(text), "حراك روسي");
    }

    #[test]
    fn a_lead_gives_its_first_words() {
        let lead = "كلمة ".repeat(40);
        let title = title_of(&lead, None);
        assert_eq!(title.title.matches("كلمة").count(), LEAD_WORDS);
        assert!(title.title.ends_with('…'));
        assert_eq!(title.span, None);
    }

    #[test]
    fn a_sentence_is_a_lead() {
        let title = title_of("قال الرئيس كلمة.\nثم مضى.", None);
        assert_eq!(title.span, None);
    }

    #[test]
    fn the_index_title_is_found_in_the_text_despite_spelling() {
        let title = title_of("اذربيجان : مازال\nنص", Some("أذربيجان: ما زال"));
        assert_eq!(&*title.title, "أذربيجان: ما زال");
        assert!(title.span.is_some());
        assert_eq!(title_of("غيره\nنص", Some("عنوان")).span, None);
    }

    #[test]
    fn a_title_alone_stays_in_the_pane() {
        assert_eq!(title_of("عنوان وحيد\n", None).span, None);
    }
}
