//! Finds the expressions of one text after another.

use super::casualties;
use super::dates::Calendar;
use super::forms::{ExpressionForm, ExpressionForms, forms};
use super::grammar::{FormToken, Grammar};
use super::lexicon::Begins;
use super::value::{Expression, ExpressionValue};
use crate::arabic::{TokenKind, tokens};
use crate::base::{ByteSpan, CancelToken, Cancelled, Checkpoint};
use crate::corpus::PartialDate;

/// Finds dates, clock times and counts of casualties. Keeps what it learns of
/// word forms, so that a form costs its analysis once; make one for each thread.
#[derive(Debug)]
pub struct ExpressionFinder {
    forms: ExpressionForms,
    tokens: Vec<FormToken>,
    marks: Marks,
}

/// The tokens of a text that may begin something; nearly all words do not.
#[derive(Debug, Default)]
struct Marks {
    /// Dates and clock times.
    times: Vec<usize>,
    /// Quantity phrases.
    counts: Vec<usize>,
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
            forms: forms(),
            tokens: Vec::new(),
            marks: Marks::default(),
        }
    }

    /// Appends the expressions of `text` to `out`, sorted, not overlapping.
    /// `published` is the date of the article, from which relative expressions
    /// are told. `text` is shorter than 4 GiB.
    pub fn find(&mut self, text: &str, published: Option<PartialDate>, out: &mut Vec<Expression>) {
        // A token that nobody holds is never cancelled.
        let _ = self.find_until(text, published, out, &CancelToken::default());
    }

    /// As [`Self::find`], until `cancel` asks for a stop, which is heard every
    /// few thousand tokens. The time is linear in the length of the text.
    ///
    /// # Errors
    /// [`Cancelled`]; `out` then holds some of the expressions, in no order.
    pub fn find_until(
        &mut self,
        text: &str,
        published: Option<PartialDate>,
        out: &mut Vec<Expression>,
        cancel: &CancelToken,
    ) -> Result<(), Cancelled> {
        let first = out.len();
        let grammar = read(
            &mut self.forms,
            &mut self.tokens,
            &mut self.marks,
            text,
            cancel,
        )?;
        times(&grammar, &self.marks.times, published, out, cancel)?;
        let n_times = out.len();
        casualties::find(&grammar, &self.marks.counts, out, first..n_times, cancel)?;
        if let Some(found) = out.get_mut(first..) {
            found.sort_unstable_by_key(|expression| expression.span);
        }
        Ok(())
    }
}

/// Cuts `text` into tokens and learns their forms.
fn read<'s>(
    forms: &'s mut ExpressionForms,
    found: &'s mut Vec<FormToken>,
    marks: &mut Marks,
    text: &'s str,
    cancel: &CancelToken,
) -> Result<Grammar<'s>, Cancelled> {
    forms.make_room();
    found.clear();
    marks.times.clear();
    marks.counts.clear();
    let mut checkpoint = Checkpoint::new(cancel);
    for (at, token) in tokens(text).enumerate() {
        checkpoint.step()?;
        let form = (token.kind != TokenKind::Number)
            .then(|| forms.id_of(token.span.slice(text), ExpressionForm::new));
        let digits = Begins {
            time: true,
            count: true,
        };
        let begins = form.map_or(digits, |form| forms.get(form).begins);
        if begins.time {
            marks.times.push(at);
        }
        if begins.count {
            marks.counts.push(at);
        }
        found.push(FormToken {
            span: token.span,
            form,
        });
    }
    Ok(Grammar {
        text,
        tokens: found,
        forms,
    })
}

/// Appends the dates and clock times.
fn times(
    grammar: &Grammar<'_>,
    marked: &[usize],
    published: Option<PartialDate>,
    out: &mut Vec<Expression>,
    cancel: &CancelToken,
) -> Result<(), Cancelled> {
    let mut calendar = Calendar::new(published);
    let mut next = 0;
    let mut checkpoint = Checkpoint::new(cancel);
    for &at in marked {
        checkpoint.step()?;
        if at < next {
            continue;
        }
        if let Some(clock) = grammar.clock(at) {
            next = clock.end.token;
            out.push(Expression {
                span: ByteSpan::new(clock.start, clock.end.byte),
                value: ExpressionValue::Time(clock.value),
            });
        } else if let Some(draft) = grammar.date(at) {
            next = draft.end.token;
            let draft = grammar.beside_year(draft);
            let value = calendar.resolve(&draft.when, || grammar.looks_ahead(at));
            out.push(Expression {
                span: ByteSpan::new(draft.start, draft.end.byte),
                value: ExpressionValue::Date(value),
            });
        }
    }
    Ok(())
}

/// Appends the expressions of `text` to `out`, as [`ExpressionFinder::find`]
/// does, for one text alone.
pub fn find_expressions(text: &str, published: Option<PartialDate>, out: &mut Vec<Expression>) {
    ExpressionFinder::new().find(text, published, out);
}
