//! Who was killed, wounded or captured, and how many?
//!
//! Every quantity phrase is looked at in turn. It counts casualties if its
//! noun says so (قتلى), if a trigger stands next to it (مقتل, قتلوا), if it is
//! part of a figure just given (بينهم) or goes on with it (و5 مدنيين), or if
//! its clause has a trigger and it counts people.
//!
//! Knows the tokens of one text; no name.

mod cause;
mod noun;
mod quantity;
mod reach;

use std::ops::Range;

use self::cause::{Cause, LEAST_FLIGHT};
use self::quantity::{Noun, Quantity};
use super::grammar::{Gap, Grammar};
use super::markers::Marker;
use super::sense::Sense;
use super::value::{CasualtyKind, CasualtyValue, Comparison, Expression, ExpressionValue};
use crate::base::{ByteSpan, CancelToken, Cancelled, Checkpoint};

/// How many tokens may stand between a figure and what is part of it.
const REACH_OF_SUBSET: usize = 14;
/// How many tokens off a disease may be named.
const REACH_OF_DISEASE: usize = 10;
/// How many tokens may stand between counts that share a trigger.
const REACH_OF_LIST: usize = 3;

/// A count found before.
#[derive(Debug, Clone, Copy)]
struct Previous {
    kind: CasualtyKind,
    subset: bool,
    /// First token after it.
    end: usize,
}

/// Appends the counts of casualties of `grammar` to `out`, outside the `times`
/// that are there.
///
/// # Errors
/// [`Cancelled`], heard from `cancel`.
pub(super) fn find(
    grammar: &Grammar<'_>,
    marked: &[usize],
    out: &mut Vec<Expression>,
    times: Range<usize>,
    cancel: &CancelToken,
) -> Result<(), Cancelled> {
    let mut next = 0;
    let mut next_time = times.start;
    let mut previous: Option<Previous> = None;
    let mut checkpoint = Checkpoint::new(cancel);
    for &at in marked {
        checkpoint.step()?;
        if at < next {
            continue;
        }
        let Some(quantity) = grammar.quantity(at) else {
            continue;
        };
        let is_time = |at: usize| {
            out.get(at)
                .filter(|_| at < times.end)
                .map(|expression: &Expression| expression.span)
        };
        while is_time(next_time).is_some_and(|span| span.end <= quantity.start) {
            next_time += 1;
        }
        let Some((cause, subset)) = grammar.what_happened(&quantity, previous) else {
            // What is said of others next is not said of those before.
            let others = matches!(quantity.noun, Noun::People | Noun::Victims(_));
            if others && !grammar.is_whole(quantity.first) {
                previous = None;
            }
            continue;
        };
        let end = cause.end.unwrap_or(quantity.end);
        let span = ByteSpan::new(cause.start.unwrap_or(quantity.start), end.byte);
        // A trigger may belong to the count before; and a date is no count.
        let taken = is_time(next_time).is_some_and(|time| time.overlaps(span))
            || out
                .get(times.end..)
                .and_then(<[_]>::last)
                .is_some_and(|last| last.span.overlaps(span));
        if taken {
            continue;
        }
        out.push(Expression {
            span,
            value: ExpressionValue::Casualty(CasualtyValue {
                value: quantity.value,
                kind: cause.kind,
                cmp: quantity.cmp,
                who: quantity.who,
                subset,
                cumulative: grammar.total_before(quantity.first),
                vague: quantity.vague,
            }),
        });
        next = end.token;
        previous = Some(Previous {
            kind: cause.kind,
            subset,
            end: end.token,
        });
    }
    Ok(())
}

impl Grammar<'_> {
    /// What happened to those whom `quantity` counts, and whether they are part
    /// of the figure before.
    fn what_happened(
        &self,
        quantity: &Quantity,
        previous: Option<Previous>,
    ) -> Option<(Cause, bool)> {
        let near = self.near_cause(quantity);
        let previous = previous.filter(|previous| self.same_sentence(previous.end, quantity.first));
        let subset = self.is_subset(quantity, previous);
        let cause = match (quantity.noun, near) {
            (Noun::Things, _) => return None,
            (Noun::OfThem, _) => Cause::apart(previous?.kind),
            // وفاة 5 مصابين
            (Noun::Victims(_), Some(near))
                if near.kind == CasualtyKind::Killed && near.start.is_some() =>
            {
                near
            }
            (Noun::Victims(kind), near) => Cause {
                kind,
                ..near
                    .filter(|near| near.kind == kind || near.end.is_some())
                    .unwrap_or(Cause::apart(kind))
            },
            (_, Some(near)) => near,
            _ if subset => Cause::apart(previous?.kind),
            _ => {
                if let Some(previous) = self.shared_trigger(quantity, previous) {
                    return Some((Cause::apart(previous.kind), previous.subset));
                }
                let kind = self.far_cause(quantity)?;
                // A few who flee are not driven from home.
                let few = kind == CasualtyKind::Displaced && quantity.value < LEAST_FLIGHT;
                Cause::apart((!few).then_some(kind)?)
            }
        };
        let falls_ill = cause.kind == CasualtyKind::Wounded && self.falls_ill(quantity);
        (!falls_ill).then_some((cause, subset || quantity.noun == Noun::OfThem))
    }

    /// Whether those whom `quantity` counts are ill and not wounded: a disease
    /// is named in the sentence, or cases are registered.
    fn falls_ill(&self, quantity: &Quantity) -> bool {
        let stops = |at: usize| matches!(self.gap(at), Gap::Break | Gap::Point | Gap::Other);
        let before = (0..REACH_OF_DISEASE)
            .map_while(|back| quantity.first.checked_sub(back).filter(|at| !stops(*at)))
            .filter_map(|at| at.checked_sub(1));
        let after = (quantity.end.token..quantity.end.token + REACH_OF_DISEASE)
            .take_while(|at| !stops(*at));
        let mut around = before.chain(after);
        let is_case = self.marks(quantity.end.token - 1, Marker::Case);
        is_case && self.marks(quantity.end.token, Marker::NewCase)
            || around.any(|at| {
                self.has(at, Sense::Disease) || is_case && self.marks(at, Marker::Registers)
            })
    }

    /// Whether token `first` counts the whole that a figure is part of: من أصل
    /// 40 راكبا.
    fn is_whole(&self, first: usize) -> bool {
        first
            .checked_sub(1)
            .is_some_and(|before| self.marks(before, Marker::Whole))
    }

    /// Whether no sentence ends between tokens `from` and `to`.
    fn same_sentence(&self, from: usize, to: usize) -> bool {
        to < from + REACH_OF_SUBSET
            && (from..=to).all(|at| !matches!(self.gap(at), Gap::Break | Gap::Point))
    }

    /// Whether بينهم or the like stands before `quantity`.
    fn is_subset(&self, quantity: &Quantity, previous: Option<Previous>) -> bool {
        let Some(before) = quantity.first.checked_sub(1) else {
            return false;
        };
        let names_parts = self.has(before, Sense::Among)
            || (self.marks(before, Marker::They) && self.gap(before) == Gap::Comma);
        previous.is_some() && self.joins(quantity.first) && names_parts
    }

    /// The count before, if `quantity` shares its trigger: مقتل 3 جنود و5
    /// مدنيين.
    fn shared_trigger(&self, quantity: &Quantity, previous: Option<Previous>) -> Option<Previous> {
        let is_people = matches!(quantity.noun, Noun::People | Noun::Others);
        let previous =
            previous.filter(|previous| quantity.first <= previous.end + REACH_OF_LIST)?;
        let listed = quantity.joined || self.gap(quantity.first) == Gap::Comma;
        (is_people && listed).then_some(previous)
    }
}
