//! Finds the expressions of one text after another.

use super::casualties;
use super::dates::Calendar;
use super::forms::{FormId, Forms};
use super::scan::{Scan, Token};
use super::value::{Expression, ExpressionValue};
use crate::arabic::{TokenKind, tokens};
use crate::base::{ByteSpan, fits};
use crate::corpus::PartialDate;

/// Finds dates, clock times and counts of casualties. Keeps what it learns of
/// word forms, so that a form costs its analysis once; make one for each thread.
#[derive(Debug)]
pub struct ExpressionFinder {
    forms: Forms,
    tokens: Vec<Token>,
    marks: Marks,
}

/// The tokens of a text that may begin something; nearly all words do not.
#[derive(Debug, Default)]
struct Marks {
    /// Dates and clock times.
    times: Vec<u32>,
    /// Quantity phrases.
    counts: Vec<u32>,
}

impl Default for ExpressionFinder {
    fn default() -> Self {
        Self::new()
    }
}

impl ExpressionFinder {
    /// A finder that has seen no word.
    #[must_use]
    pub fn new() -> Self {
        Self {
            forms: Forms::new(),
            tokens: Vec::new(),
            marks: Marks::default(),
        }
    }

    /// Appends the expressions of `text` to `out`, sorted, not overlapping.
    /// `published` is the date of the article, from which relative expressions
    /// are told. `text` is shorter than 4 GiB.
    pub fn find(&mut self, text: &str, published: Option<PartialDate>, out: &mut Vec<Expression>) {
        let scan = scan(&mut self.forms, &mut self.tokens, &mut self.marks, text);
        let first = out.len();
        times(&scan, &self.marks.times, published, out);
        let n_times = out.len();
        casualties::find(&scan, &self.marks.counts, out, first..n_times);
        if let Some(found) = out.get_mut(first..) {
            found.sort_unstable_by_key(|expression| expression.span);
        }
    }
}

/// Cuts `text` into tokens and learns their forms.
fn scan<'s>(
    forms: &'s mut Forms,
    found: &'s mut Vec<Token>,
    marks: &mut Marks,
    text: &'s str,
) -> Scan<'s> {
    found.clear();
    marks.times.clear();
    marks.counts.clear();
    for token in tokens(text) {
        let is_number = token.kind == TokenKind::Number;
        let form = match text.get(token.span.range()) {
            Some(written) if !is_number => forms.id_of(written),
            _ => FormId::default(),
        };
        let begins = forms.begins(form);
        let at = fits(found.len());
        if is_number || begins.time {
            marks.times.push(at);
        }
        if is_number || begins.count {
            marks.counts.push(at);
        }
        found.push(Token {
            span: token.span,
            form,
            is_number,
        });
    }
    Scan {
        text,
        tokens: found,
        forms,
    }
}

/// Appends the dates and clock times.
fn times(
    scan: &Scan<'_>,
    marked: &[u32],
    published: Option<PartialDate>,
    out: &mut Vec<Expression>,
) {
    let mut calendar = Calendar::new(published);
    let mut next = 0;
    for at in marked.iter().map(|at| *at as usize) {
        if at < next {
            continue;
        }
        if let Some(clock) = scan.clock(at) {
            next = clock.end.token;
            out.push(Expression {
                span: ByteSpan::new(clock.start, clock.end.byte),
                value: ExpressionValue::Time(clock.value),
            });
        } else if let Some(draft) = scan.date(at) {
            next = draft.end.token;
            let draft = scan.beside_year(draft);
            let value = calendar.resolve(&draft.when, || scan.looks_ahead(at));
            out.push(Expression {
                span: ByteSpan::new(draft.start, draft.end.byte),
                value: ExpressionValue::Date(value),
            });
        }
    }
}

/// Appends the expressions of `text` to `out`, as [`ExpressionFinder::find`]
/// does, for one text alone.
pub fn find_expressions(text: &str, published: Option<PartialDate>, out: &mut Vec<Expression>) {
    ExpressionFinder::new().find(text, published, out);
}
