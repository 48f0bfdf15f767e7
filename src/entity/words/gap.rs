//! What may stand between the words of a name.

use crate::arabic::is_format_control;

/// What stands between two tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::entity) enum Juncture {
    /// Space within a paragraph, a hyphen or the point of an abbreviation.
    Joins,
    /// Anything else.
    Breaks,
}

impl Juncture {
    /// What `between`, the text between two tokens, is.
    #[inline]
    pub(in crate::entity) fn of(between: &str) -> Self {
        if matches!(between, " " | "-" | "." | "\u{2010}" | "\u{2011}") {
            return Self::Joins;
        }
        let mut line_breaks = 0;
        for c in between.chars() {
            line_breaks += usize::from(c == '\n');
            if !c.is_whitespace() && !is_format_control(c) {
                return Self::Breaks;
            }
        }
        // A second line break makes a blank line: a new paragraph. Nothing at
        // all between two tokens is a word that goes on with figures.
        if line_breaks > 1 || between.is_empty() {
            Self::Breaks
        } else {
            Self::Joins
        }
    }
}

pub(in crate::entity) const fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '«' | '»' | '\u{2018}'..='\u{201F}' | '\u{2039}' | '\u{203A}'
    )
}

/// Whether `between` is space and then one quotation mark.
pub(in crate::entity) fn opens_quote(between: &str) -> bool {
    let mut chars = between.chars();
    chars.next_back().is_some_and(is_quote)
        && chars.next().is_some_and(char::is_whitespace)
        && chars.all(char::is_whitespace)
}

/// The length in bytes of the quotation mark that `after` begins with.
pub(in crate::entity) fn closing_quote(after: &str) -> Option<u32> {
    let quote = after.chars().next().filter(|&c| is_quote(c))?;
    u32::try_from(quote.len_utf8()).ok()
}

/// Whether `between` is one quotation mark and then space within a paragraph.
pub(in crate::entity) fn is_quote_and_space(between: &str) -> bool {
    let mut chars = between.chars();
    chars.next().is_some_and(is_quote)
        && between.chars().filter(|&c| c == '\n').count() < 2
        && chars.clone().next().is_some()
        && chars.all(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_on_over_space_hyphens_and_points_within_a_paragraph() {
        for between in [" ", "  ", "\n", "\n ", "-", ".", "\u{a0}", " \u{200F}"] {
            assert_eq!(Juncture::of(between), Juncture::Joins, "{between:?}");
        }
        for between in ["", "\n\n", " \n \n ", ", ", "،", " - ", ". ", "\""] {
            assert_eq!(Juncture::of(between), Juncture::Breaks, "{between:?}");
        }
    }

    #[test]
    fn quotation_marks_open_after_space_and_close_before_it() {
        assert!(opens_quote(" \"") && opens_quote(" «"));
        assert!(!opens_quote("\"") && !opens_quote(" (\"") && !opens_quote("\" "));
        assert_eq!(closing_quote("» قال"), Some(2));
        assert_eq!(closing_quote(" »"), None);
        assert!(is_quote_and_space("\" ") && is_quote_and_space("”\n"));
        assert!(!is_quote_and_space("\"") && !is_quote_and_space("\"\n\n"));
    }
}
