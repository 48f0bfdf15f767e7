//! What counts as being named together.

use crate::corpus::Article;
use crate::entity::model::Mention;

/// The stretch of text in which two entities are named together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Stretch {
    /// An article.
    #[default]
    Article,
    /// A paragraph: a line of the text. The title is one of its own.
    Paragraph,
    /// A sentence. It ends where a line does, at `!` `?` `؟` `۔` and `…`, and
    /// at a `.` that does not stand between two letters or digits (`U.S`).
    Sentence,
}

impl Stretch {
    /// All of them, the longest first.
    pub const ALL: [Self; 3] = [Self::Article, Self::Paragraph, Self::Sentence];

    /// Calls `found` with the mentions of each unit of `article` that has any.
    /// A mention that runs over the end of a unit belongs to its first one.
    pub(super) fn each<'m>(
        self,
        article: &Article,
        mentions: &'m [Mention],
        mut found: impl FnMut(&'m [Mention]),
    ) {
        let ends: fn(&[u8], usize, usize) -> bool = match self {
            Self::Article => {
                if !mentions.is_empty() {
                    found(mentions);
                }
                return;
            }
            Self::Paragraph => ends_paragraph,
            Self::Sentence => ends_sentence,
        };
        let text = article.text.as_bytes();
        let same = |a: &Mention, b: &Mention| {
            // A title may be followed by less than a line end.
            let is_title_end = article
                .title_span
                .is_some_and(|title| a.span.start < title.end && title.end <= b.span.start);
            !is_title_end && !ends(text, a.span.end as usize, b.span.start as usize)
        };
        mentions.chunk_by(same).for_each(found);
    }
}

fn ends_paragraph(text: &[u8], start: usize, end: usize) -> bool {
    let between = text.get(start..end).unwrap_or_default();
    memchr::memchr(b'\n', between).is_some()
}

/// The bytes that can end a sentence: whole characters, or the last byte of
/// one that is rare as the last byte of others.
const MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    let all = [
        b'\n',
        b'!',
        b'?',
        b'.',
        QUESTION[1],
        FULL_STOP[1],
        ELLIPSIS[2],
    ];
    let mut at = 0;
    while at < all.len() {
        marks[all[at] as usize] = true;
        at += 1;
    }
    marks
};
const QUESTION: [u8; 2] = [0xD8, 0x9F];
const FULL_STOP: [u8; 2] = [0xDB, 0x94];
const ELLIPSIS: [u8; 3] = [0xE2, 0x80, 0xA6];

/// Whether a sentence ends in the bytes `start..end` of `text`.
fn ends_sentence(text: &[u8], start: usize, end: usize) -> bool {
    let between = text.get(start..end).unwrap_or_default();
    let mut places = (start..).zip(between).filter(|(_, b)| MARKS[**b as usize]);
    places.any(|(at, byte)| match byte {
        b'\n' | b'!' | b'?' => true,
        b'.' => !(is_in_word(before(text, at)) && is_in_word(after(text, at + 1))),
        _ => {
            let so_far = text.get(..=at).unwrap_or_default();
            so_far.ends_with(&QUESTION)
                || so_far.ends_with(&FULL_STOP)
                || so_far.ends_with(&ELLIPSIS)
        }
    })
}

/// The character that ends before byte `at`.
fn before(text: &[u8], at: usize) -> Option<char> {
    let near = text.get(at.saturating_sub(4)..at)?;
    // Up to three bytes of it may belong to the character before.
    let whole = (0..near.len()).find_map(|from| std::str::from_utf8(near.get(from..)?).ok());
    whole?.chars().next_back()
}

/// The character that starts at byte `at`.
fn after(text: &[u8], at: usize) -> Option<char> {
    let near = text.get(at..text.len().min(at + 4))?;
    near.utf8_chunks().next()?.valid().chars().next()
}

fn is_in_word(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_alphanumeric() || crate::arabic::is_mark(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(unit: fn(&[u8], usize, usize) -> bool, text: &str) -> bool {
        unit(text.as_bytes(), 0, text.len())
    }

    #[test]
    fn marks_and_lines_end_sentences() {
        for text in [
            "قال. ثم",
            "قال.\nثم",
            "قال\nثم",
            "قال؟ ثم",
            "قال؟ثم",
            "قال! ثم",
            "قال … ثم",
            "قال۔ثم",
            "قال.» ثم",
            "قال (1998). ثم",
            "قال .ثم",
        ] {
            assert!(ends(ends_sentence, text), "{text}");
        }
        for text in [
            "",
            " ",
            "في U.S هنا",
            "بلغ 3.5 هنا",
            "قال، ثم",
            "قال؛ ثم",
            "قال: «ثم",
            "رئيس",
            "ئ\u{0654}",
            "رئـيس",
            "قالَ.ثم",
        ] {
            assert!(!ends(ends_sentence, text), "{text}");
        }
    }

    #[test]
    fn lines_end_paragraphs() {
        assert!(ends(ends_paragraph, "قال.\nثم"));
        assert!(!ends(ends_paragraph, "قال. ثم؟ لا"));
    }
}
