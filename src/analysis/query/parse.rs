//! From lexemes to a tree: OR binds least, then words side by side, then NOT,
//! then NEAR.

use super::ast::{Near, Node, Restriction};
use super::lex::{Lexeme, LexemeKind, lexemes};
use super::problem::QueryProblemKind as Kind;
use super::{Query, QueryProblem, Typing};
use std::iter::Peekable;
use std::ops::Range;

/// What could be read of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// The query, of all that could be understood; `None` if that is nothing.
    pub query: Option<Query>,
    /// What could not be understood, in the order of the text.
    pub problems: Vec<QueryProblem>,
}

/// The bytes of a text that are read.
const MAX_BYTES: usize = 10_000;

/// Brackets, or NEARs, inside each other.
const MAX_DEPTH: usize = 50;

impl Query {
    /// Reads what a reader has typed; never fails as a whole.
    #[must_use]
    pub fn parse(text: &str, typing: Typing) -> Parsed {
        let mut problems = Vec::new();
        let end = text.floor_char_boundary(MAX_BYTES);
        if end < text.len() {
            let kind = Kind::TooLong { n_bytes: MAX_BYTES };
            let at = end..text.len();
            problems.push(QueryProblem { kind, at });
        }
        let text = text.get(..end).unwrap_or_default();
        let lexemes = lexemes(text, typing, &mut problems);
        let mut parser = Parser {
            lexemes: lexemes.into_iter().peekable(),
            problems,
            depth: 0,
        };
        let root = parser.any();
        let mut problems = parser.problems;
        if root.is_none() && problems.is_empty() && !text.trim().is_empty() {
            problems.push(QueryProblem {
                kind: Kind::NothingToFind,
                at: 0..text.len(),
            });
        }
        problems.sort_by_key(|problem| (problem.at.start, problem.at.end));
        Parsed {
            query: root.map(Query::new),
            problems,
        }
    }
}

struct Parser {
    lexemes: Peekable<std::vec::IntoIter<Lexeme>>,
    problems: Vec<QueryProblem>,
    depth: usize,
}

impl Parser {
    fn peek(&mut self) -> Option<&LexemeKind> {
        self.lexemes.peek().map(|lexeme| &lexeme.what)
    }

    fn problem(&mut self, at: Range<usize>, kind: Kind) {
        self.problems.push(QueryProblem { kind, at });
    }

    fn missing(&mut self, at: Range<usize>, operator: &'static str) {
        self.problem(at, Kind::MissingOperand { operator });
    }

    /// Parts with OR between them, up to a closing bracket or the end.
    fn any(&mut self) -> Option<Node> {
        let mut parts = Vec::new();
        // The OR that still waits for what follows.
        let mut waiting = None;
        loop {
            let part = self.all();
            let is_missing = part.is_none();
            parts.extend(part);
            let or = self
                .lexemes
                .next_if(|lexeme| matches!(lexeme.what, LexemeKind::Or));
            if is_missing && let Some(at) = waiting.take().or(or.as_ref().map(|or| or.at.clone())) {
                self.missing(at, "OR");
            }
            let Some(or) = or else {
                break;
            };
            waiting = (!is_missing).then_some(or.at);
        }
        one_or(parts, Node::Any)
    }

    /// Parts side by side.
    fn all(&mut self) -> Option<Node> {
        let mut parts: Vec<Node> = Vec::new();
        // The places in `parts` of restrictions that stand in no brackets.
        let mut open_restrictions: Vec<usize> = Vec::new();
        while let Some(what) = self.peek() {
            match what {
                LexemeKind::Or | LexemeKind::Close => break,
                LexemeKind::And => {
                    let at = self.lexemes.next().map_or(0..0, |lexeme| lexeme.at);
                    let is_last = matches!(
                        self.peek(),
                        None | Some(LexemeKind::Or | LexemeKind::And | LexemeKind::Close)
                    );
                    if is_last || parts.is_empty() {
                        self.missing(at, "AND");
                    }
                }
                LexemeKind::Near(_) => {
                    let at = self.lexemes.next().map_or(0..0, |lexeme| lexeme.at);
                    self.missing(at, "NEAR");
                }
                LexemeKind::Open
                | LexemeKind::Not
                | LexemeKind::Node(_)
                | LexemeKind::Where(..) => {
                    let is_restriction = matches!(what, LexemeKind::Where(..));
                    match self.not() {
                        Some(Node::Where(more)) if is_restriction => {
                            let same = open_restrictions.iter().find_map(|&n| match &parts[n] {
                                Node::Where(have) if have.column.is(&more.column) => Some(n),
                                _ => None,
                            });
                            if let Some(Node::Where(have)) = same.and_then(|n| parts.get_mut(n)) {
                                have.values.extend(more.values);
                            } else {
                                open_restrictions.push(parts.len());
                                parts.push(Node::Where(more));
                            }
                        }
                        part => parts.extend(part),
                    }
                }
            }
        }
        one_or(parts, Node::All)
    }

    /// A part with any number of NOTs before it.
    fn not(&mut self) -> Option<Node> {
        let mut last = None;
        let mut n_nots = 0_usize;
        while let Some(not) = self.lexemes.next_if(|l| matches!(l.what, LexemeKind::Not)) {
            last = Some(not.at);
            n_nots += 1;
        }
        let part = self.near();
        let Some(at) = last else {
            return part;
        };
        let Some(part) = part else {
            self.missing(at, "NOT");
            return None;
        };
        let not = Node::Not(Box::new(part));
        Some(if n_nots.is_multiple_of(2) {
            Node::Not(Box::new(not))
        } else {
            not
        })
    }

    /// A part with NEAR and another part any number of times after it.
    fn near(&mut self) -> Option<Node> {
        let mut node = self.single()?;
        let mut n_nears = 0;
        loop {
            let near = self
                .lexemes
                .next_if(|l| matches!(l.what, LexemeKind::Near(_)));
            let Some(Lexeme {
                what: LexemeKind::Near(distance),
                at,
            }) = near
            else {
                return Some(node);
            };
            if matches!(self.peek(), Some(LexemeKind::Not)) {
                self.problem(at, Kind::NearWithoutWords);
                return Some(node);
            }
            let Some(other) = self.single() else {
                self.missing(at, "NEAR");
                return Some(node);
            };
            n_nears += 1;
            node = if n_nears > MAX_DEPTH {
                self.problem(at, Kind::TooDeep);
                node
            } else if node.brings_hits() && other.brings_hits() {
                Node::Near(Box::new(Near {
                    node,
                    distance,
                    other,
                }))
            } else {
                self.problem(at, Kind::NearWithoutWords);
                Node::All(vec![node, other])
            };
        }
    }

    /// A word, a phrase, a restriction, or what stands in brackets.
    fn single(&mut self) -> Option<Node> {
        let is_single = |what: &LexemeKind| {
            matches!(
                what,
                LexemeKind::Open | LexemeKind::Node(_) | LexemeKind::Where(..)
            )
        };
        let lexeme = self.lexemes.next_if(|lexeme| is_single(&lexeme.what))?;
        match lexeme.what {
            LexemeKind::Node(node) => Some(node),
            LexemeKind::Where(column, value) => Some(Node::Where(Restriction {
                column,
                values: vec![value],
            })),
            _ => self.brackets(lexeme.at),
        }
    }

    /// What stands between the bracket that was opened at `at` and its end.
    fn brackets(&mut self, at: Range<usize>) -> Option<Node> {
        if self.depth == MAX_DEPTH {
            self.problem(at, Kind::TooDeep);
            self.skip_brackets();
            return None;
        }
        self.depth += 1;
        let inside = self.any();
        self.depth -= 1;
        if self.lexemes.next().is_none() {
            self.problem(at, Kind::OpenBracket);
        }
        inside
    }

    /// Goes past the end of brackets that are open.
    fn skip_brackets(&mut self) {
        let mut n_open = 1_usize;
        while n_open > 0 {
            match self.lexemes.next().map(|lexeme| lexeme.what) {
                Some(LexemeKind::Open) => n_open += 1,
                Some(LexemeKind::Close) => n_open -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }
}

/// Several parts as one of `kind`, a single one as itself.
fn one_or(mut parts: Vec<Node>, kind: impl FnOnce(Vec<Node>) -> Node) -> Option<Node> {
    match parts.len() {
        0 | 1 => parts.pop(),
        _ => Some(kind(parts)),
    }
}
