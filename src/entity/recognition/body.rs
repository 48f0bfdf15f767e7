//! The bodies of states: وزارة الدفاع الروسية, جيش أرمينيا.
//!
//! A pattern gives the heads (وزارة الدفاع, جيش); a definite adjective of a
//! state that agrees with the head, or the name of the state, completes it.

use super::context::NameContext;
use super::scan::{ListedName, Scan};
use crate::entity::gazetteer::NameEnd;
use crate::entity::words::Juncture;

impl Scan<'_> {
    /// The body whose head ends before token `end`, with its longest
    /// completion.
    pub(super) fn body(
        &self,
        value: &NameEnd,
        context: NameContext<'_>,
        end: usize,
    ) -> Option<ListedName> {
        if value.heads.is_empty() || self.gap(end) != Juncture::Joins {
            return None;
        }
        let mut best: Option<(usize, usize)> = None;
        for head in &value.heads {
            if head.guarded && context.follows_a_noun() {
                continue;
            }
            self.each_whole_end(end, |after, value| {
                let mut senses = value.senses.iter();
                let state = senses.find_map(|sense| head.completed_by(sense));
                if let Some(state) = state
                    && best.is_none_or(|(_, longest)| after > longest)
                {
                    best = Some((self.gazetteer.body_place(state, *head), after));
                }
            });
        }
        let (place, after) = best?;
        let entity = (*self.gazetteer.bodies.get(place)?)?;
        Some(self.found(after, entity, self.gazetteer.entity(entity)?.kind))
    }
}
