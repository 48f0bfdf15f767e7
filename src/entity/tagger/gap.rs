//! What stands between two tokens, as far as the tagger asks.

use crate::base::listed;

listed! {
    /// What stands between a token and the one before.
    #[repr(u8)]
    pub enum Gap {
        /// Space alone.
        Space,
        /// No space: a hyphen, a point in an abbreviation, nothing.
        Joined,
        /// A comma or semicolon.
        Comma,
        /// A colon.
        Colon,
        /// A dash between spaces, an ellipsis, any other sign.
        Dash,
        /// A quotation mark that opens.
        QuoteOpen,
        /// A quotation mark that closes.
        QuoteClose,
        /// A bracket that opens.
        BracketOpen,
        /// A bracket that closes.
        BracketClose,
        /// One line break.
        Line,
        /// The end of a sentence, a blank line, the edge of the text: nothing on
        /// one side says anything of the other.
        Break,
    }
}

impl Gap {
    /// The number of kinds.
    pub const N: usize = Self::ALL.len();

    /// Whether a name may go on over the gap.
    #[must_use]
    pub const fn joins(self) -> bool {
        matches!(
            self,
            Self::Space | Self::Joined | Self::QuoteOpen | Self::QuoteClose | Self::Line
        )
    }

    /// What `between`, the text between two tokens, is.
    #[must_use]
    pub fn of(between: &str) -> Self {
        if between == " " {
            return Self::Space;
        }
        let mut seen = Seen::default();
        for c in between.chars() {
            seen.read(c);
        }
        seen.gap()
    }
}

/// The signs of one gap.
#[derive(Debug, Default)]
struct Seen {
    has_space: bool,
    n_lines: u32,
    /// A full stop, question or exclamation mark.
    has_stop: bool,
    /// Space, a line break or another mark after the stop.
    stop_ends: bool,
    last: Option<Gap>,
}

impl Seen {
    fn read(&mut self, c: char) {
        if self.has_stop && !c.is_alphanumeric() {
            self.stop_ends = true;
        }
        let gap = match c {
            '\n' => {
                self.n_lines += 1;
                self.has_space = true;
                return;
            }
            _ if c.is_whitespace() => {
                self.has_space = true;
                return;
            }
            '.' | '!' | '?' | '؟' | '۔' => {
                self.has_stop = true;
                return;
            }
            ',' | '،' | ';' | '؛' => Gap::Comma,
            ':' => Gap::Colon,
            '(' | '[' | '{' => Gap::BracketOpen,
            ')' | ']' | '}' => Gap::BracketClose,
            '«' | '“' | '‹' => Gap::QuoteOpen,
            // A straight mark opens after space and closes before it.
            '"' | '\'' | '\u{2018}' | '\u{2019}' => self.straight_quote(),
            '»' | '”' | '›' => Gap::QuoteClose,
            _ => Gap::Dash,
        };
        // What opens says more than what went before it.
        if !matches!(self.last, Some(Gap::QuoteOpen | Gap::BracketOpen)) {
            self.last = Some(gap);
        }
    }

    const fn straight_quote(&self) -> Gap {
        if self.has_space {
            Gap::QuoteOpen
        } else {
            Gap::QuoteClose
        }
    }

    fn gap(&self) -> Gap {
        match self.last {
            _ if self.n_lines > 1 || self.has_stop && (self.stop_ends || self.n_lines > 0) => {
                Gap::Break
            }
            Some(gap) if gap != Gap::Dash || self.has_space => gap,
            None if self.n_lines == 1 => Gap::Line,
            None if self.has_space => Gap::Space,
            Some(_) | None => Gap::Joined,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_told_apart() {
        let cases = [
            (" ", Gap::Space),
            ("\u{A0}", Gap::Space),
            ("", Gap::Joined),
            ("-", Gap::Joined),
            (".", Gap::Joined),
            ("، ", Gap::Comma),
            (": ", Gap::Colon),
            (": \"", Gap::QuoteOpen),
            (" «", Gap::QuoteOpen),
            ("\" ", Gap::QuoteClose),
            ("»، ", Gap::Comma),
            (" (", Gap::BracketOpen),
            (") ", Gap::BracketClose),
            (" - ", Gap::Dash),
            ("\n", Gap::Line),
            (". ", Gap::Break),
            (".\n", Gap::Break),
            ("\".\n\"", Gap::Break),
            ("\n\n", Gap::Break),
            ("؟ ", Gap::Break),
        ];
        for (between, gap) in cases {
            assert_eq!(Gap::of(between), gap, "{between:?}");
        }
    }
}
