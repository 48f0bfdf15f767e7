//! Text as XML holds it.

use std::fmt::{self, Write as _};

/// What stands for a character that XML cannot hold.
const STAND_IN: char = '\u{FFFD}';

/// Whether XML can hold `c` (XML 1.0, production 2).
const fn is_xml(c: char) -> bool {
    matches!(c,
        '\t' | '\n' | '\r'
        | '\u{20}'..='\u{D7FF}'
        | '\u{E000}'..='\u{FFFD}'
        | '\u{10000}'..)
}

/// The value of an attribute: what XML cannot hold is U+FFFD.
pub(super) struct AttributeValue<'a>(pub(super) &'a str);

impl fmt::Display for AttributeValue<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_special =
            |c: char| matches!(c, '&' | '<' | '>' | '"' | '\t' | '\n' | '\r') || !is_xml(c);
        pieces(self.0, is_special, f, |c, f| match c {
            '\t' | '\n' | '\r' => write!(f, "&#{};", u32::from(c)),
            c if is_xml(c) => entity(c, f),
            _ => write!(f, "{STAND_IN}"),
        })
    }
}

/// The content of an element: line ends and tabs stay, and what XML cannot hold
/// is told in an element of its own.
pub(super) struct Running<'a>(pub(super) &'a str);

impl fmt::Display for Running<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A parser reads a raw carriage return as a line feed.
        let is_special = |c: char| matches!(c, '&' | '<' | '>' | '\r') || !is_xml(c);
        pieces(self.0, is_special, f, |c, f| match c {
            '\r' => f.write_str("&#13;"),
            c if is_xml(c) => entity(c, f),
            _ => write!(f, "<g n=\"U+{:04X}\">{STAND_IN}</g>", u32::from(c)),
        })
    }
}

/// Writes `text` with every special character as `write` writes it.
fn pieces(
    text: &str,
    is_special: impl Fn(char) -> bool,
    f: &mut fmt::Formatter<'_>,
    write: impl Fn(char, &mut fmt::Formatter<'_>) -> fmt::Result,
) -> fmt::Result {
    for piece in text.split_inclusive(&is_special) {
        let last = piece.chars().next_back().filter(|c| is_special(*c));
        let plain = last.and_then(|last| piece.strip_suffix(last));
        f.write_str(plain.unwrap_or(piece))?;
        if let Some(last) = last {
            write(last, f)?;
        }
    }
    Ok(())
}

fn entity(c: char, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(match c {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        _ => "&quot;",
    })
}

/// Attributes as they stand in a start tag, each with a space before it.
#[derive(Default)]
pub(super) struct Attributes(String);

impl Attributes {
    /// Adds one with its value, not yet escaped.
    pub(super) fn add(&mut self, name: &str, value: &str) {
        // A String takes all that is written.
        let _ = write!(self.0, " {name}=\"{}\"", AttributeValue(value));
    }
}

impl fmt::Display for Attributes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
