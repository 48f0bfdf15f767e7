//! From the text of a query to lexemes.

use super::ast::{Column, Node, Place, RestrictionValue, Term, Wanted};
use super::operators::{MaybeOperator, Operator, operator_of, settle};
use super::problem::QueryProblemKind as Kind;
use super::terms::{phrase_of, terms_in};
use super::{QueryProblem, Typing, pattern, values};
use crate::arabic::{fold, is_format_control};
use std::ops::Range;

/// A part of a query, with the bytes where it stands.
#[derive(Debug, Clone)]
pub(super) struct Lexeme {
    pub(super) what: LexemeKind,
    pub(super) at: Range<usize>,
}

/// What a lexeme is.
#[derive(Debug, Clone)]
pub(super) enum LexemeKind {
    /// An opening bracket.
    Open,
    /// A closing bracket; each closes one.
    Close,
    Or,
    And,
    Not,
    /// NEAR with its distance, 1 to 100.
    Near(u32),
    /// A word or phrase.
    Node(Node),
    /// A restriction to one value.
    Where(Column, RestrictionValue),
}

/// The farthest that NEAR looks, in tokens.
const MAX_DISTANCE: u32 = 100;

/// How far NEAR looks when it does not say, as in FTS5.
const DEFAULT_DISTANCE: u32 = 10;

/// The lexemes of `text`, whose brackets never close more than is open.
pub(super) fn lexemes(text: &str, typing: Typing, problems: &mut Vec<QueryProblem>) -> Vec<Lexeme> {
    let mut lexer = Lexer {
        text,
        at: 0,
        typing,
        n_open: 0,
        problems,
        found: Vec::new(),
        candidates: Vec::new(),
    };
    while let Some(c) = lexer.peek() {
        lexer.lexeme(c);
    }
    let Lexer {
        mut found,
        candidates,
        problems,
        ..
    } = lexer;
    for lexeme in settle(&mut found, candidates) {
        let at = found.get(lexeme).map(|lexeme| lexeme.at.clone());
        if let Some((at, word)) = at.and_then(|at| Some((at.clone(), text.get(at)?))) {
            let word = word.to_owned();
            let kind = Kind::OperatorAsWord { word };
            problems.push(QueryProblem { kind, at });
        }
    }
    found
}

/// A quotation mark of the kind of `"`.
pub(super) fn is_double_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201C}'..='\u{201F}' | '\u{FF02}')
}

fn is_guillemet(c: char) -> bool {
    matches!(c, '«' | '»')
}

/// Signs that part a query like spaces do.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '،' | '؛' | ';') || is_format_control(c)
}

struct Lexer<'a, 'p> {
    text: &'a str,
    /// The byte that is read next.
    at: usize,
    typing: Typing,
    n_open: usize,
    problems: &'p mut Vec<QueryProblem>,
    found: Vec<Lexeme>,
    /// Words that may be operators.
    candidates: Vec<MaybeOperator>,
}

impl<'a> Lexer<'a, '_> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn push(&mut self, start: usize, what: LexemeKind) {
        let at = start..self.at;
        self.found.push(Lexeme { what, at });
    }

    fn problem(&mut self, at: Range<usize>, kind: Kind) {
        self.problems.push(QueryProblem { kind, at });
    }

    fn lexeme(&mut self, c: char) {
        let start = self.at;
        let after = start + c.len_utf8();
        let next = self.rest().chars().nth(1);
        match c {
            _ if is_gap(c) => self.at = after,
            '(' => {
                self.at = after;
                self.n_open += 1;
                self.push(start, LexemeKind::Open);
            }
            ')' => {
                self.at = after;
                if self.n_open == 0 {
                    self.problem(start..after, Kind::ExtraBracket);
                } else {
                    self.n_open -= 1;
                    self.push(start, LexemeKind::Close);
                }
            }
            '|' => {
                while self.peek() == Some('|') {
                    self.at += 1;
                }
                self.push(start, LexemeKind::Or);
            }
            '-' => {
                self.at = after;
                if next.is_some_and(|c| !is_gap(c) && !matches!(c, '-' | '|' | ')')) {
                    self.push(start, LexemeKind::Not);
                }
            }
            '/' if next.is_some_and(|c| !is_gap(c)) => self.regex(),
            '/' => self.at = after,
            _ if is_double_quote(c) || is_guillemet(c) => self.phrase(),
            _ => self.chunk(),
        }
    }

    /// What stands between the quotation mark here and the one that closes it,
    /// and whether one does.
    fn quoted(&mut self) -> (&'a str, bool) {
        let mut chars = self.rest().chars();
        let closes = match chars.next() {
            Some(c) if is_guillemet(c) => is_guillemet,
            _ => is_double_quote,
        };
        let inside = chars.as_str();
        self.at = self.text.len() - inside.len();
        let Some(end) = inside.find(closes) else {
            self.at = self.text.len();
            return (inside, false);
        };
        self.at += end;
        self.at += self.peek().map_or(0, char::len_utf8);
        (inside.get(..end).unwrap_or_default(), true)
    }

    fn phrase(&mut self) {
        let start = self.at;
        let (inside, is_closed) = self.quoted();
        let mut after = self.rest().chars();
        if is_closed
            && after.next() == Some(':')
            && after.next().is_some_and(|c| !is_gap(c))
            && !inside.trim().is_empty()
        {
            self.at += 1;
            self.restriction(start, Column::named(inside));
            return;
        }
        if !is_closed {
            let mark = self.text.get(start..).and_then(|t| t.chars().next());
            let end = start + mark.map_or(0, char::len_utf8);
            self.problem(start..end, Kind::OpenQuote);
        }
        let typing = if is_closed { Typing::Done } else { self.typing };
        self.words(start, inside, typing);
    }

    /// The words of `inside` as one word or phrase, from byte `start` to here.
    fn words(&mut self, start: usize, inside: &str, typing: Typing) {
        match phrase_of(terms_in(inside, typing)) {
            Ok(Some(node)) => self.push(start, LexemeKind::Node(node)),
            Ok(None) => {}
            Err(()) => self.problem(start..self.at, Kind::OnlyStars),
        }
    }

    fn regex(&mut self) {
        let start = self.at;
        let inside = self.text.get(start + 1..).unwrap_or_default();
        let mut is_escaped = false;
        let end = inside.find(|c| {
            let is_end = c == '/' && !is_escaped;
            is_escaped = c == '\\' && !is_escaped;
            is_end
        });
        let pattern = if let Some(end) = end {
            self.at = start + 1 + end + 1;
            inside.get(..end).unwrap_or_default()
        } else {
            self.at = self.text.len();
            self.problem(start..start + 1, Kind::OpenRegex);
            inside
        };
        match pattern::check(pattern) {
            Ok(()) => self.push(
                start,
                LexemeKind::Node(Node::Word(Term::Regex(pattern.into()))),
            ),
            Err(reason) => self.problem(start..self.at, Kind::BadRegex { reason }),
        }
    }

    /// Letters and signs up to the next gap, quotation mark, bracket or bar.
    fn chunk(&mut self) {
        let start = self.at;
        let is_end = |c: char| {
            (is_gap(c) && !is_format_control(c))
                || is_double_quote(c)
                || is_guillemet(c)
                || matches!(c, '(' | ')' | '|')
        };
        let rest = self.rest();
        let chunk = rest
            .find(is_end)
            .map_or(rest, |end| rest.get(..end).unwrap_or_default());
        self.at += chunk.len();
        let word = chunk.trim_end_matches(is_format_control);
        match word {
            "OR" => return self.push(start, LexemeKind::Or),
            "AND" => return self.push(start, LexemeKind::And),
            "NOT" => return self.push(start, LexemeKind::Not),
            "NEAR" => return self.push(start, LexemeKind::Near(DEFAULT_DISTANCE)),
            _ => {}
        }
        if let Some(distance) = word.strip_prefix("NEAR/") {
            return self.near(start, distance);
        }
        if let Some((operator, distance)) = operator_of(word) {
            return self.maybe(start, operator, (word, distance));
        }
        if let Some((key, value)) = chunk.split_once(':')
            && key.chars().any(char::is_alphabetic)
            && !key.contains(['*', '?', '؟'])
        {
            let column = Column::named(key);
            let is_known = !matches!(column, Column::Other(_));
            let has_value = !value.is_empty()
                || self
                    .peek()
                    .is_some_and(|c| is_double_quote(c) || is_guillemet(c));
            if is_known || (has_value && !value.starts_with('/')) {
                self.at = start + key.len() + 1;
                return self.restriction(start, column);
            }
        }
        self.words(start, chunk, self.typing_at_end());
    }

    /// Whether the text up to here is all there is and still being typed.
    fn typing_at_end(&self) -> Typing {
        if self.rest().is_empty() {
            self.typing
        } else {
            Typing::Done
        }
    }

    /// A word that may be an operator; NEAR has a `distance`.
    fn maybe(&mut self, start: usize, operator: Operator, (word, distance): (&str, &str)) {
        let read = match operator {
            Operator::Or => LexemeKind::Or,
            Operator::Not => LexemeKind::Not,
            Operator::Near => {
                let value = fold(distance).parse().unwrap_or(MAX_DISTANCE);
                LexemeKind::Near(value.clamp(1, MAX_DISTANCE))
            }
        };
        let terms = terms_in(word, self.typing_at_end());
        if let Ok(Some(node)) = phrase_of(terms) {
            let at = self.found.len();
            self.candidates.push(MaybeOperator { at, operator, read });
            self.push(start, LexemeKind::Node(node));
        }
    }

    fn near(&mut self, start: usize, typed: &str) {
        let folded = fold(typed);
        let value = folded.parse::<u32>().ok();
        let is_number = !folded.is_empty() && folded.bytes().all(|b| b.is_ascii_digit());
        let distance = match value {
            Some(distance) => distance.clamp(1, MAX_DISTANCE),
            None if is_number => MAX_DISTANCE,
            None => DEFAULT_DISTANCE,
        };
        if value != Some(distance) {
            let value = typed.to_owned();
            let used = distance;
            self.problem(start..self.at, Kind::NearDistance { value, used });
        }
        self.push(start, LexemeKind::Near(distance));
    }

    /// The value of `column`, which stands right here; its key starts at byte
    /// `start`.
    fn restriction(&mut self, start: usize, column: Column) {
        let typed = match self.peek() {
            Some(c) if is_double_quote(c) || is_guillemet(c) => {
                let open = self.at;
                let (inside, is_closed) = self.quoted();
                if !is_closed {
                    self.problem(open..open + c.len_utf8(), Kind::OpenQuote);
                }
                inside
            }
            _ => {
                let rest = self.rest();
                let end = rest.find(|c: char| {
                    c.is_whitespace()
                        || matches!(c, '(' | ')' | '|' | '؛' | ';' | '،')
                        || is_double_quote(c)
                        || is_guillemet(c)
                });
                let value = end.map_or(rest, |end| rest.get(..end).unwrap_or_default());
                self.at += value.len();
                value
            }
        };
        let typed = typed.trim_matches(|c: char| c.is_whitespace() || is_format_control(c));
        let at = start..self.at;
        if typed.is_empty() {
            let column = column.key().to_owned();
            return self.problem(at, Kind::MissingValue { column });
        }
        let wanted = match column {
            Column::Date => match values::dates(typed) {
                Ok((wanted, is_reversed)) => {
                    if is_reversed {
                        self.problem(at.clone(), Kind::DatesReversed);
                    }
                    wanted
                }
                Err(value) => return self.problem(at, Kind::BadDate { value }),
            },
            _ => Wanted::Text(typed.into()),
        };
        let value = RestrictionValue {
            wanted,
            at: Place(at),
        };
        self.push(start, LexemeKind::Where(column, value));
    }
}
