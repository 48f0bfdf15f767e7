//! Page furniture: lines that a web page left in the text of an article.

use super::press::is_furniture_line;
use crate::arabic::{fold_char, tokens};
use crate::base::{ByteSpan, fits};

/// No line of furniture has more bytes.
const MAX_BYTES: usize = 80;

/// The lines of `text` that are page furniture, in order, without their line
/// ends. A line is one when its words, folded, are on the list; signs around
/// them do not matter.
#[must_use]
pub fn furniture_lines(text: &str) -> Vec<ByteSpan> {
    let mut found = Vec::new();
    let mut start = 0_u32;
    for line in text.split('\n') {
        let end = start.saturating_add(fits(line.len()));
        if is_furniture(line) {
            found.push(ByteSpan::new(start, end));
        }
        start = end.saturating_add(1);
    }
    found
}

/// Whether the line is page furniture.
pub(super) fn is_furniture(line: &str) -> bool {
    if line.is_empty() || line.len() > MAX_BYTES {
        return false;
    }
    let mut words = String::new();
    for token in tokens(line) {
        if !words.is_empty() {
            words.push(' ');
        }
        for c in token.span.slice(line).chars() {
            fold_char(c, &mut |folded| words.push(folded));
        }
    }
    is_furniture_line(&words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_found_with_their_spans() {
        let text = "العنوان\n+ الخط -\n\nشاركها.\nاترك تعليقاً\nExit mobile version";
        let lines: Vec<_> = furniture_lines(text)
            .into_iter()
            .map(|span| span.slice(text))
            .collect();
        assert_eq!(
            lines,
            ["+ الخط -", "شاركها.", "اترك تعليقاً", "Exit mobile version"]
        );
    }

    #[test]
    fn a_sentence_is_no_furniture() {
        assert!(furniture_lines("شاركها الرئيس الرأي.").is_empty());
    }
}
