//! A query as text, with brackets only where they are needed.

use super::ast::{Column, Node, Restriction, Term, Wanted};
use super::lex::is_double_quote;
use super::operators::is_operator;
use std::fmt::{self, Write as _};

impl Node {
    /// How tightly the part holds together when it is written.
    fn strength(&self) -> u8 {
        match self {
            Self::Any(_) => 0,
            Self::Where(restriction) if restriction.values.len() > 1 => 1,
            Self::All(_) => 1,
            Self::Not(_) => 2,
            Self::Near(_) => 3,
            Self::Word(_) | Self::Phrase(_) | Self::Where(_) => 4,
        }
    }

    /// Writes the part, in brackets if it is weaker than `least`.
    fn write(&self, f: &mut fmt::Formatter<'_>, least: u8) -> fmt::Result {
        if self.strength() < least {
            write!(f, "({self})")
        } else {
            write!(f, "{self}")
        }
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(Term::Word(word)) if is_keyword(word) => write!(f, "\"{word}\""),
            Self::Word(term) => write!(f, "{term}"),
            Self::Phrase(terms) => {
                f.write_char('"')?;
                for (n, term) in terms.iter().enumerate() {
                    write!(f, "{}{term}", if n == 0 { "" } else { " " })?;
                }
                f.write_char('"')
            }
            Self::All(parts) => {
                for (n, part) in parts.iter().enumerate() {
                    if n > 0 {
                        f.write_char(' ')?;
                    }
                    match part {
                        Self::Where(restriction) => {
                            // Beside one of the same column it would mean "or".
                            let is_alone = parts.iter().take(n).all(|other| {
                                !matches!(other, Self::Where(o) if o.column.is(&restriction.column))
                            });
                            part.write(f, if is_alone { 1 } else { 5 })?;
                        }
                        _ => part.write(f, 2)?,
                    }
                }
                Ok(())
            }
            Self::Any(parts) => {
                for (n, part) in parts.iter().enumerate() {
                    f.write_str(if n == 0 { "" } else { " OR " })?;
                    part.write(f, 1)?;
                }
                Ok(())
            }
            Self::Not(part) => {
                f.write_str("NOT ")?;
                part.write(f, 2)
            }
            Self::Near(near) => {
                near.node.write(f, 3)?;
                write!(f, " NEAR/{} ", near.distance)?;
                near.other.write(f, 4)
            }
            Self::Where(restriction) => write!(f, "{restriction}"),
        }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(text) | Self::Prefix(text) | Self::Glob(text) => f.write_str(text),
            Self::Regex(pattern) => write!(f, "/{pattern}/"),
            Self::Any => f.write_char('*'),
        }
    }
}

impl fmt::Display for Restriction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, value) in self.values.iter().enumerate() {
            f.write_str(if n == 0 { "" } else { " " })?;
            match &self.column {
                Column::Other(header) => write!(f, "{}:", Quoted(header))?,
                column => write!(f, "{}:", column.key())?,
            }
            match &value.wanted {
                Wanted::Text(text) => write!(f, "{}", Quoted(text))?,
                Wanted::Dates { from, to } => {
                    if let Some(from) = from {
                        write!(f, "{from}")?;
                    }
                    f.write_str("..")?;
                    if let Some(to) = to {
                        write!(f, "{to}")?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// A value in quotation marks. None that is typed has marks of both kinds.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.contains(is_double_quote) {
            write!(f, "«{}»", self.0)
        } else {
            write!(f, "\"{}\"", self.0)
        }
    }
}

/// Whether a word alone would be read as an operator.
fn is_keyword(word: &str) -> bool {
    matches!(word, "OR" | "AND" | "NOT" | "NEAR") || is_operator(word)
}
