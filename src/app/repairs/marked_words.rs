//! Which words of an article are to be a name: whole words, proclitics left
//! outside.

use crate::arabic::{ArticleForm, fold, proclitic_splits, tokens, written_len};
use crate::base::{ByteSpan, fits};

/// Words that can be marked, and how far they can reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) struct MarkedWords {
    /// What will be marked.
    pub(in crate::app) span: ByteSpan,
    /// The same with what is written joined to its front; equal to `span`
    /// where that is all of the words.
    pub(in crate::app) whole: ByteSpan,
    /// The same without proclitics; none where nothing at the front can be one.
    pub(in crate::app) bare: Option<ByteSpan>,
}

/// A side of a stretch of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Edge {
    /// Its start.
    Start,
    /// Its end.
    End,
}

impl MarkedWords {
    /// The whole words of `text` that `selected` touches; none without a
    /// letter. Where the selection starts at a word's own start, what looks
    /// like a proclitic is left outside if `is_word` knows what remains.
    pub(in crate::app) fn of(
        text: &str,
        selected: ByteSpan,
        is_word: impl Fn(&str) -> bool,
    ) -> Option<Self> {
        let mut words = tokens(text)
            .map(|token| token.span)
            .skip_while(|span| span.end <= selected.start)
            .take_while(|span| span.start < selected.end);
        let first = words.next()?;
        let end = words.last().unwrap_or(first).end;
        let whole = ByteSpan::new(first.start, end);
        let starts = stem_starts(first.slice(text));
        let at = |start: u32| ByteSpan::new(first.start + start, end);
        let chosen = selected.start.saturating_sub(first.start);
        if chosen > 0 && starts.contains(&chosen) {
            let span = at(chosen);
            return Some(Self {
                span,
                whole,
                bare: Some(span),
            });
        }
        let known = starts.iter().copied().find(|start| {
            let bare = at(*start);
            is_word(bare.slice(text)) && !is_word(whole.slice(text))
        });
        let bare = known.or(starts.first().copied()).map(at);
        Some(Self {
            span: known.map_or(whole, at),
            whole,
            bare,
        })
    }

    /// The words of the mention `span` of `text`.
    pub(in crate::app) fn of_mention(text: &str, span: ByteSpan) -> Self {
        let first = tokens(text)
            .map(|token| token.span)
            .find(|token| token.end > span.start)
            .unwrap_or(span);
        let whole = ByteSpan::new(first.start.min(span.start), span.end);
        let bare = if whole == span {
            let start = stem_starts(first.slice(text)).first().copied();
            start.map(|start| ByteSpan::new(first.start + start, span.end))
        } else {
            Some(span)
        };
        Self { span, whole, bare }
    }

    /// `span` with a word more or less at one edge; none where there is no
    /// such word in the same line.
    pub(in crate::app) fn moved(
        text: &str,
        span: ByteSpan,
        edge: Edge,
        grows: bool,
    ) -> Option<ByteSpan> {
        let start = text
            .get(..span.start as usize)?
            .rfind('\n')
            .map_or(0, |at| at + 1);
        let rest = text.get(span.end as usize..)?;
        let end = span.end as usize + rest.find('\n').unwrap_or(rest.len());
        let shift: u32 = fits(start);
        let words = tokens(text.get(start..end)?)
            .map(|token| ByteSpan::new(token.span.start + shift, token.span.end + shift));
        let words: Vec<ByteSpan> = words.collect();
        match (edge, grows) {
            (Edge::Start, true) => {
                let before = words.iter().rev().find(|w| w.end <= span.start)?;
                Some(ByteSpan::new(before.start, span.end))
            }
            (Edge::End, true) => {
                let after = words.iter().find(|w| w.start >= span.end)?;
                Some(ByteSpan::new(span.start, after.end))
            }
            (Edge::Start, false) => {
                let next = words.iter().find(|w| w.start > span.start)?;
                (next.end <= span.end).then(|| ByteSpan::new(next.start, span.end))
            }
            (Edge::End, false) => {
                let last = words.iter().rev().find(|w| w.end < span.end)?;
                (last.end > span.start).then(|| ByteSpan::new(span.start, last.end))
            }
        }
    }
}

/// The bytes of `word` before which everything can be proclitics, nearest to
/// the front first.
fn stem_starts(word: &str) -> Vec<u32> {
    let folded = fold(word);
    let mut starts: Vec<u32> = proclitic_splits(&folded)
        .filter(|split| split.peeled > 0 && split.article == ArticleForm::None)
        // The future mark stands before verbs only.
        .filter(|split| !folded.get(..split.peeled).is_some_and(|p| p.ends_with('س')))
        .filter_map(|split| u32::try_from(written_len(word, split.peeled)).ok())
        .collect();
    starts.sort_unstable();
    starts.dedup();
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "وصل إلى بباكو وفدٌ من قره باغ الجبلية\nثم عاد";

    fn span(words: &str) -> ByteSpan {
        let at = TEXT.find(words).expect("in the text");
        let offset = |byte: usize| u32::try_from(byte).expect("short");
        ByteSpan::new(offset(at), offset(at + words.len()))
    }

    fn marked(words: &str, known: &[&str]) -> MarkedWords {
        MarkedWords::of(TEXT, span(words), |word| known.contains(&word)).expect("words")
    }

    #[test]
    fn a_selection_grows_to_whole_words() {
        let words = marked("ره با", &[]);
        assert_eq!(words.span.slice(TEXT), "قره باغ");
        assert_eq!(words.bare, None);
        let space = span(" إلى");
        let nothing = ByteSpan::new(space.start, space.start + 1);
        assert_eq!(MarkedWords::of(TEXT, nothing, |_| true), None);
    }

    #[test]
    fn proclitics_stay_outside_where_the_rest_is_known_or_was_selected() {
        let words = marked("بباكو", &["باكو"]);
        assert_eq!(words.span.slice(TEXT), "باكو");
        assert_eq!(words.whole.slice(TEXT), "بباكو");
        assert_eq!(marked("بباكو", &[]).span.slice(TEXT), "بباكو");
        assert_eq!(marked("باكو", &[]).span.slice(TEXT), "باكو", "as selected");
        let names = marked("وفدٌ", &["وفدٌ", "فدٌ"]);
        assert_eq!(names.span.slice(TEXT), "وفدٌ", "the whole is a word itself");
    }

    #[test]
    fn edges_move_by_words_inside_a_line() {
        let name = span("قره باغ");
        let moved = |edge, grows| MarkedWords::moved(TEXT, name, edge, grows);
        let words = |span: Option<ByteSpan>| span.map(|span| span.slice(TEXT));
        assert_eq!(words(moved(Edge::End, true)), Some("قره باغ الجبلية"));
        assert_eq!(words(moved(Edge::Start, true)), Some("من قره باغ"));
        assert_eq!(words(moved(Edge::Start, false)), Some("باغ"));
        assert_eq!(words(moved(Edge::End, false)), Some("قره"));
        let one = span("باغ");
        assert_eq!(MarkedWords::moved(TEXT, one, Edge::End, false), None);
        let last = span("الجبلية");
        assert_eq!(MarkedWords::moved(TEXT, last, Edge::End, true), None);
    }
}
