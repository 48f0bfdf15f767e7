//! Patterns over forms: regular expressions and words with wildcards.

use crate::arabic::{Folds, fold_with};
use regex::{Regex, RegexBuilder};

/// The most memory, in bytes, that an expression may take once compiled.
const SIZE_LIMIT: usize = 1 << 20;

/// Whether `pattern` compiles.
///
/// # Errors
/// Why it does not, in one line.
pub(super) fn check(pattern: &str) -> Result<(), String> {
    // Alone first: `a)(b` would compile between brackets.
    let alone = build(pattern).map(|_| ());
    alone
        .and_then(|()| whole(pattern).map(|_| ()))
        .map_err(|error| match error {
            regex::Error::CompiledTooBig(_) => "it is too large".to_owned(),
            // The last line says what is wrong; those before draw the place.
            error => {
                let text = error.to_string();
                let last = text.lines().last().unwrap_or_default();
                last.trim().trim_start_matches("error: ").to_owned()
            }
        })
}

/// The expression `pattern` for whole forms as they are written.
///
/// # Errors
/// If it does not compile.
pub(super) fn whole(pattern: &str) -> Result<Regex, regex::Error> {
    build(&format!("^(?:{pattern})$"))
}

fn build(pattern: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(pattern)
        .size_limit(SIZE_LIMIT)
        .dfa_size_limit(SIZE_LIMIT)
        .build()
}

/// `pattern` for forms folded with `folds`: its literal letters are folded.
/// Escapes such as `\d` or `\p{L}`, the flags and names of groups, and the ends
/// of ranges of letters stay as they are; so do letters of a class that fold to
/// none or several.
pub(super) fn folded(pattern: &str, folds: Folds) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut rest = pattern;
    let mut n_classes = 0_usize;
    while let Some(c) = rest.chars().next() {
        let len = match c {
            '\\' => escape_len(rest),
            '(' if n_classes == 0 && rest.starts_with("(?") => group_head_len(rest),
            _ => c.len_utf8(),
        };
        let (piece, after) = rest.split_at(len);
        let is_in_range = out.ends_with('-') || after.starts_with('-');
        rest = after;
        match c {
            '[' => n_classes += 1,
            ']' => n_classes = n_classes.saturating_sub(1),
            _ => {}
        }
        let is_letter = len == c.len_utf8() && c != '\\';
        if !is_letter || (n_classes > 0 && is_in_range) {
            out.push_str(piece);
            continue;
        }
        let letter = fold_with(piece, folds);
        match letter.chars().count() {
            1 => out.push_str(&letter),
            _ if n_classes > 0 => out.push_str(piece),
            // One group, so that what is said of the letter is said of all.
            _ => {
                out.push_str("(?:");
                out.push_str(&letter);
                out.push(')');
            }
        }
    }
    out
}

/// The bytes of the escape at the start of `rest`, which starts with `\`.
fn escape_len(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    let Some((at, c)) = chars.next() else {
        return 1;
    };
    let end = at + c.len_utf8();
    if matches!(c, 'p' | 'P' | 'x' | 'u' | 'U' | 'b')
        && rest.get(end..).is_some_and(|rest| rest.starts_with('{'))
    {
        return rest.find('}').map_or(rest.len(), |close| close + 1);
    }
    // `\pL`, and the digits of `\x7F`, are letters that fold to themselves or
    // to digits' equals; a class letter must not become small.
    if matches!(c, 'p' | 'P') {
        return chars.next().map_or(end, |(at, c)| at + c.len_utf8());
    }
    end
}

/// The bytes of `(?:`, `(?i)`, `(?P<name>` and the like.
fn group_head_len(rest: &str) -> usize {
    let is_end = |c: char| matches!(c, ':' | ')' | '>');
    rest.find(is_end).map_or(rest.len(), |end| {
        // A closing bracket is read by itself.
        if rest.get(end..).is_some_and(|rest| rest.starts_with(')')) {
            end
        } else {
            end + 1
        }
    })
}

/// A word with wildcards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Glob {
    /// No two stars, and no two stretches of letters, follow each other.
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    /// These letters.
    Letters(String),
    /// One character.
    One,
    /// Any characters or none.
    Star,
}

impl Glob {
    /// Reads `text`; `fold` is applied to its letters.
    pub(super) fn new(text: &str, fold: impl Fn(&str) -> String) -> Self {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let end = match c {
                '*' | '?' => 1,
                _ => rest.find(['*', '?']).unwrap_or(rest.len()),
            };
            let (piece, after) = rest.split_at(end);
            rest = after;
            match c {
                '*' if pieces.last() == Some(&Piece::Star) => {}
                '*' => pieces.push(Piece::Star),
                '?' => pieces.push(Piece::One),
                _ => {
                    let letters = fold(piece);
                    match pieces.last_mut() {
                        _ if letters.is_empty() => {}
                        Some(Piece::Letters(before)) => before.push_str(&letters),
                        _ => pieces.push(Piece::Letters(letters)),
                    }
                }
            }
        }
        // Letters that fold to nothing may have stood between two stars.
        pieces.dedup_by(|a, b| *a == Piece::Star && *b == Piece::Star);
        Self { pieces }
    }

    /// The letters that every match begins with.
    pub(super) fn prefix(&self) -> &str {
        match self.pieces.first() {
            Some(Piece::Letters(letters)) => letters,
            _ => "",
        }
    }

    /// Whether every form that begins with [`prefix`](Self::prefix) matches.
    pub(super) fn is_prefix(&self) -> bool {
        matches!(*self.pieces, [Piece::Letters(_), Piece::Star])
    }

    /// Whether every form that contains [`longest`](Self::longest) matches.
    pub(super) fn is_infix(&self) -> bool {
        matches!(*self.pieces, [Piece::Star, Piece::Letters(_), Piece::Star])
    }

    /// The longest stretch of letters, which every match contains.
    pub(super) fn longest(&self) -> &str {
        let letters = self.pieces.iter().map(|piece| match piece {
            Piece::Letters(letters) => letters.as_str(),
            Piece::One | Piece::Star => "",
        });
        letters.max_by_key(|letters| letters.len()).unwrap_or("")
    }

    /// Whether the whole of `form`, which is UTF-8, matches. Bytes, for asking
    /// them whether they are UTF-8 takes longer than the match.
    pub(super) fn matches(&self, form: &[u8]) -> bool {
        let (mut piece, mut rest) = (0, form);
        // Where to go on with one more character for the last star.
        let mut retry: Option<(usize, &[u8])> = None;
        loop {
            let step = match self.pieces.get(piece) {
                Some(Piece::Star) => {
                    retry = Some((piece + 1, rest));
                    Some(rest)
                }
                Some(Piece::Letters(letters)) => rest.strip_prefix(letters.as_bytes()),
                Some(Piece::One) => without_first(rest),
                None if rest.is_empty() => return true,
                None => None,
            };
            if let Some(after) = step {
                piece += 1;
                rest = after;
                continue;
            }
            let Some((after_star, from)) = retry else {
                return false;
            };
            let Some(from) = without_first(from) else {
                return false;
            };
            retry = Some((after_star, from));
            (piece, rest) = (after_star, from);
        }
    }
}

/// `text` without its first character; none if it is empty.
fn without_first(text: &[u8]) -> Option<&[u8]> {
    let (_, mut rest) = text.split_first()?;
    while let Some((0x80..=0xBF, after)) = rest.split_first() {
        rest = after;
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glob(text: &str) -> Glob {
        Glob::new(text, |letters| fold_with(letters, Folds::ALL))
    }

    #[test]
    fn wildcards_match_whole_forms() {
        assert!(
            glob("وزار*").matches("وزارات".as_bytes()) && glob("وزار*").matches("وزار".as_bytes())
        );
        assert!(!glob("وزار*").matches("الوزارات".as_bytes()));
        assert!(
            glob("?زارة").matches("وزاره".as_bytes()) && !glob("?زارة").matches("زاره".as_bytes())
        );
        assert!(
            glob("*ا*ا*").matches("بالاذان".as_bytes()) && !glob("*ا*ا*").matches("باب".as_bytes())
        );
        assert!(glob("أ*َ*ب").matches("اب".as_bytes()));
        assert!(glob("**?").matches("ا".as_bytes()) && !glob("**?").matches("".as_bytes()));
        assert_eq!(glob("*ار*زارة?").longest(), "زاره");
        assert_eq!(glob("أر*").prefix(), "ار");
    }

    #[test]
    fn letters_of_expressions_are_folded_and_escapes_are_not() {
        let folded = |pattern| folded(pattern, Folds::ALL);
        assert_eq!(folded("وزارة|أمن"), "وزاره|امن");
        assert_eq!(folded(r"\p{Lu}\D\pL[أإ]ة"), r"\p{Lu}\D\pL[اا]ه");
        assert_eq!(folded("(?P<Name>A)(?i)B"), "(?P<Name>a)(?i)b");
        assert_eq!(folded("[أ-ة]"), "[أ-ة]");
        assert_eq!(folded("عَ*م"), "ع(?:)*م");
        assert_eq!(folded("\u{FEFB}+"), "(?:لا)+");
    }

    #[test]
    fn what_is_no_expression_is_refused_in_one_line() {
        for pattern in ["(", "a)(b", "[", "*a", "(?x)a #", r"\", "a{1000}{1000}"] {
            let reason = check(pattern).unwrap_err();
            assert!(!reason.is_empty() && !reason.contains('\n'), "{reason}");
        }
        assert_eq!(check("وز.*ه"), Ok(()));
        assert!(whole("a|bc").unwrap().is_match("bc"));
        assert!(!whole("a|bc").unwrap().is_match("abc"));
    }
}
