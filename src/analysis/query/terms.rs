//! The words of a stretch of a query.

use super::Typing;
use super::ast::{Node, Term};
use crate::arabic::{fold, tokens};
use std::borrow::Cow;

/// The terms of `text`, which has no operators. The last one is a beginning if
/// `typing` says so, nothing follows it, and it has two letters.
pub(super) fn terms_in(text: &str, typing: Typing) -> Vec<Term> {
    let (text, outline) = outline(text);
    tokens(&outline)
        .map(|token| {
            let word = token.span.slice(&text);
            if !word.contains(['*', '?']) {
                let is_open = typing == Typing::Open
                    && token.span.end as usize == text.len()
                    && fold(word).chars().nth(1).is_some();
                return if is_open {
                    Term::Prefix(word.into())
                } else {
                    Term::Word(word.into())
                };
            }
            if word.bytes().all(|byte| byte == b'*') {
                Term::Any
            } else {
                Term::Glob(word.into())
            }
        })
        .collect()
}

/// `text` with all wildcards as `*` and `?`, and the same text with a letter or
/// a digit for each wildcard, by which its tokens are found.
fn outline(text: &str) -> (Cow<'_, str>, Cow<'_, str>) {
    if !text.contains(['*', '?', '؟']) {
        return (Cow::Borrowed(text), Cow::Borrowed(text));
    }
    let text = text.replace('؟', "?");
    let mut outline = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut before = None;
    while let Some(c) = chars.next() {
        let c = match c {
            '*' | '?' => {
                let neighbour = before
                    .filter(|c: &char| c.is_alphanumeric())
                    .or_else(|| chars.clone().find(|c| !matches!(c, '*' | '?')));
                match neighbour {
                    Some(c) if c.is_numeric() => '0',
                    _ => 'x',
                }
            }
            c => c,
        };
        outline.push(c);
        before = Some(c);
    }
    (Cow::Owned(text), Cow::Owned(outline))
}

/// One term as a word, several as a phrase, none as nothing.
///
/// # Errors
/// If every term is any token.
pub(super) fn phrase_of(mut terms: Vec<Term>) -> Result<Option<Node>, ()> {
    if !terms.is_empty() && terms.iter().all(|term| *term == Term::Any) {
        return Err(());
    }
    match terms.len() {
        0 | 1 => Ok(terms.pop().map(Node::Word)),
        _ => Ok(Some(Node::Phrase(terms))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<String> {
        terms_in(text, Typing::Done)
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn wildcards_belong_to_their_words() {
        assert_eq!(terms("وزار* ؟زارة"), ["وزار*", "?زارة"]);
        assert_eq!(terms("20* *19 2?2?"), ["20*", "*19", "2?2?"]);
        assert_eq!(terms("كوفيد-1*"), ["كوفيد", "1*"]);
        assert_eq!(terms("don*t G2*"), ["don*t", "G2*"]);
        assert_eq!(terms("وزارة * الدفاع ."), ["وزارة", "*", "الدفاع"]);
    }

    #[test]
    fn a_word_being_typed_is_a_beginning() {
        let last = |text| terms_in(text, Typing::Open).pop();
        assert_eq!(last("في كارا"), Some(Term::Prefix("كارا".into())));
        assert_eq!(last("كارا "), Some(Term::Word("كارا".into())));
        assert_eq!(last("ك"), Some(Term::Word("ك".into())));
    }
}
