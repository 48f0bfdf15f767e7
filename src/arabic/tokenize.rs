//! Words and numbers of a text.
//!
//! A *word* is a maximal run of letters with their marks and tatweels. In
//! words of other scripts an apostrophe between two letters, and digits after
//! a letter, belong to the word (don't, G20); a digit after an Arabic letter
//! starts a number, because Arabic joins و and ب to figures (و27). A *number*
//! is a run of digits of any system with single separators inside (1,204,
//! 22:30, ٣٫٥). Format controls are invisible: inside a token they do not
//! split it, at its ends they stay outside. All else separates.
//!
//! One automaton serves the tokens and the count, so they agree.

use super::chars::{TATWEEL, is_arabic_letter, is_arabic_mark, is_format_control, is_mark};
use super::fold::{arabic_char, arabic_slot, fold};
use crate::base::{ByteSpan, fits};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters.
    Word,
    /// Digits.
    Number,
}

/// One word or number of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: ByteSpan,
    /// What it is.
    pub kind: TokenKind,
}

/// The tokens of `text`, in order, disjoint. `text` is shorter than 4 GiB.
#[must_use]
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens {
        text,
        at: 0,
        state: State::OUT,
        open: None,
    }
}

/// The number of tokens of `text`: the length of [`tokens`], counted faster.
#[must_use]
pub fn count_words(text: &str) -> u32 {
    let mut state = State::OUT;
    let mut count = 0_u32;
    let mut at = 0;
    while let Some((class, len)) = class_at(text, at) {
        let step = STEPS[state.0 as usize][class as usize];
        count += u32::from(step.starts);
        state = step.next;
        at += len;
    }
    count
}

/// The tokens of `text`, each folded.
#[must_use]
pub fn folded_words(text: &str) -> Vec<String> {
    let words = tokens(text).map(|token| fold(token.span.slice(text)));
    words.collect()
}

/// Iterator over the tokens of a text; see [`tokens`].
#[derive(Debug, Clone)]
pub struct Tokens<'a> {
    text: &'a str,
    /// Byte offset of the next character to read.
    at: usize,
    state: State,
    /// The token being read, up to its last character so far.
    open: Option<Token>,
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        while let Some((class, len)) = class_at(self.text, self.at) {
            let step = STEPS[self.state.0 as usize][class as usize];
            let here = ByteSpan::new(fits(self.at), fits(self.at + len));
            self.at += len;
            self.state = step.next;
            if step.starts {
                let kind = match class {
                    Class::Digit => TokenKind::Number,
                    _ => TokenKind::Word,
                };
                if let Some(done) = self.open.replace(Token { span: here, kind }) {
                    return Some(done);
                }
            } else if step.next == State::OUT {
                if let Some(done) = self.open.take() {
                    return Some(done);
                }
            } else if step.extends
                && let Some(open) = &mut self.open
            {
                open.span.end = here.end;
            }
        }
        self.open.take()
    }
}

/// What a character means to the automaton.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Class {
    /// Ends every token.
    Separator,
    /// A letter of the Arabic script.
    Arabic,
    /// A letter of another script.
    Letter,
    /// A digit of any system.
    Digit,
    /// A combining mark or a tatweel: goes on with a word, starts none.
    Mark,
    /// Invisible: changes nothing.
    Format,
    /// May stand between two letters of another script.
    Apostrophe,
    /// May stand between two digits.
    Point,
}

const CLASSES: [Class; 8] = [
    Class::Separator,
    Class::Arabic,
    Class::Letter,
    Class::Digit,
    Class::Mark,
    Class::Format,
    Class::Apostrophe,
    Class::Point,
];

/// What the automaton has just read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct State(u8);

impl State {
    /// No token.
    const OUT: Self = Self(0);
    /// A word whose last letter is Arabic.
    const ARABIC: Self = Self(1);
    /// A word whose last letter is of another script.
    const OTHER: Self = Self(2);
    /// A number.
    const NUMBER: Self = Self(3);
    /// A word of another script and an apostrophe.
    const OTHER_APOSTROPHE: Self = Self(4);
    /// A number and a separator.
    const NUMBER_POINT: Self = Self(5);
}

const STATES: [State; 6] = [
    State::OUT,
    State::ARABIC,
    State::OTHER,
    State::NUMBER,
    State::OTHER_APOSTROPHE,
    State::NUMBER_POINT,
];

/// What one character does.
#[derive(Debug, Clone, Copy)]
struct Step {
    next: State,
    /// The character is the first of a token.
    starts: bool,
    /// The character is inside the token, and so is all before it.
    extends: bool,
}

static STEPS: [[Step; CLASSES.len()]; STATES.len()] = {
    let nothing = Step {
        next: State::OUT,
        starts: false,
        extends: false,
    };
    let mut steps = [[nothing; CLASSES.len()]; STATES.len()];
    let mut state = 0;
    while state < STATES.len() {
        let mut class = 0;
        while class < CLASSES.len() {
            steps[state][class] = step(STATES[state], CLASSES[class]);
            class += 1;
        }
        state += 1;
    }
    steps
};

const fn step(state: State, class: Class) -> Step {
    let in_word = matches!(state, State::ARABIC | State::OTHER);
    match class {
        Class::Format => stay(state),
        Class::Arabic if in_word => extend(State::ARABIC),
        Class::Arabic => start(State::ARABIC),
        Class::Letter if in_word => extend(State::OTHER),
        Class::Letter => match state {
            State::OTHER_APOSTROPHE => extend(State::OTHER),
            _ => start(State::OTHER),
        },
        Class::Digit => match state {
            State::OTHER => extend(State::OTHER),
            State::NUMBER | State::NUMBER_POINT => extend(State::NUMBER),
            _ => start(State::NUMBER),
        },
        Class::Mark if in_word => extend(state),
        Class::Mark | Class::Separator => stay(State::OUT),
        Class::Apostrophe => match state {
            State::OTHER => stay(State::OTHER_APOSTROPHE),
            _ => stay(State::OUT),
        },
        Class::Point => match state {
            State::NUMBER => stay(State::NUMBER_POINT),
            _ => stay(State::OUT),
        },
    }
}

const fn stay(next: State) -> Step {
    Step {
        next,
        starts: false,
        extends: false,
    }
}

const fn start(next: State) -> Step {
    Step {
        next,
        starts: true,
        extends: true,
    }
}

const fn extend(next: State) -> Step {
    Step {
        next,
        starts: false,
        extends: true,
    }
}

/// The class of the character at byte `at` and its length in bytes; `None` at
/// the end. ASCII and U+0600 to U+06FF come from tables.
#[inline]
fn class_at(text: &str, at: usize) -> Option<(Class, usize)> {
    let bytes = text.as_bytes();
    let lead = *bytes.get(at)?;
    match lead {
        0x00..=0x7F => Some((ASCII[lead as usize], 1)),
        0xD8..=0xDB => {
            let trail = *bytes.get(at + 1)?;
            Some((ARABIC[arabic_slot(lead, trail)], 2))
        }
        _ => {
            let c = text.get(at..)?.chars().next()?;
            Some((class_of(c), c.len_utf8()))
        }
    }
}

/// The class of a character outside both tables. The signs of the Arabic press
/// come first, because looking up the properties of a character is slow.
#[inline(never)]
fn class_of(c: char) -> Class {
    match c {
        '\u{2019}' | '\u{02BC}' => Class::Apostrophe,
        '\u{00A0}' | '«' | '»' | '\u{2010}'..='\u{2027}' => Class::Separator,
        _ => class_by_properties(c),
    }
}

fn class_by_properties(c: char) -> Class {
    match c {
        _ if is_format_control(c) => Class::Format,
        _ if is_mark(c) => Class::Mark,
        _ if is_arabic_letter(c) => Class::Arabic,
        _ if c.is_alphabetic() => Class::Letter,
        _ if c.is_numeric() => Class::Digit,
        _ => Class::Separator,
    }
}

static ASCII: [Class; 128] = {
    let mut table = [Class::Separator; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b'\'' => Class::Apostrophe,
            b'.' | b',' | b':' => Class::Point,
            _ => Class::Separator,
        };
        byte += 1;
    }
    table
};

/// The classes of U+0600 to U+06FF.
static ARABIC: [Class; 256] = {
    let mut table = [Class::Separator; 256];
    let mut slot = 0;
    while slot < table.len() {
        table[slot] = match arabic_char(slot) {
            '٠'..='٩' | '۰'..='۹' => Class::Digit,
            '٫' | '٬' => Class::Point,
            TATWEEL => Class::Mark,
            c if is_arabic_mark(c) => Class::Mark,
            c if is_format_control(c) => Class::Format,
            '\u{0620}'..='\u{064A}'
            | '\u{066E}'..='\u{06D3}'
            | '\u{06D5}'
            | '\u{06EE}'
            | '\u{06EF}'
            | '\u{06FA}'..='\u{06FC}'
            | '\u{06FF}' => Class::Arabic,
            _ => Class::Separator,
        };
        slot += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_agree_with_the_properties_of_characters() {
        for c in '\u{0600}'..='\u{06FF}' {
            let slow = match c {
                '٫' | '٬' => Class::Point,
                TATWEEL => Class::Mark,
                _ => class_of(c),
            };
            assert_eq!(ARABIC[c as usize - 0x0600], slow, "U+{:04X}", c as u32);
        }
        for c in '\u{0080}'..='\u{2FFF}' {
            if class_of(c) != Class::Apostrophe {
                assert_eq!(class_of(c), class_by_properties(c), "U+{:04X}", c as u32);
            }
        }
    }

    fn words(text: &str) -> Vec<(&str, TokenKind)> {
        tokens(text)
            .map(|token| (token.span.slice(text), token.kind))
            .collect()
    }

    #[test]
    fn controls_at_the_ends_stay_outside() {
        assert_eq!(
            words("\u{200F}باكو\u{200F} می\u{200C}خواهم"),
            [
                ("باكو", TokenKind::Word),
                ("می\u{200C}خواهم", TokenKind::Word)
            ]
        );
    }

    #[test]
    fn pending_separators_stay_outside() {
        assert_eq!(
            words("don't say 'no' 22:30."),
            [
                ("don't", TokenKind::Word),
                ("say", TokenKind::Word),
                ("no", TokenKind::Word),
                ("22:30", TokenKind::Number)
            ]
        );
    }
}
