//! Which names do the words in them and beside them give away?
//!
//! No list has to hold them.
//!
//! Each rule looks only where a trigger of the form at hand, or of what stands
//! before it ([`Left`]), asks for it, and offers a [`Candidate`].
//!
//! Knows words by their classes; no list of names, no corpus.

mod left;
mod memory;
mod organisation;
mod person;
mod place;
mod words;

pub(super) use left::Left;
pub(super) use memory::Memory;
pub(super) use words::RuleWord;

use super::scan::{Hit, ListedName, Scan};
use crate::base::{ByteSpan, EntityId};
use crate::entity::model::{Basis, EntityType, Rule, Spotted};
use crate::entity::words::{Cut, Trigger};

/// A name that a rule offers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    /// How the first token is cut.
    pub(super) cut: Cut,
    /// The first token after the name.
    pub(super) end: usize,
    /// The first byte after the name.
    pub(super) end_byte: u32,
    pub(super) kind: EntityType,
    pub(super) rule: Rule,
    /// The entity, where a listed name is the heart of it.
    pub(super) entity: Option<EntityId>,
}

impl Candidate {
    pub(super) fn hit(&self, scan: &Scan<'_>, at: usize) -> Hit {
        let start = scan.tokens.get(at).map_or(0, |token| token.span.start);
        Hit {
            at,
            end: self.end,
            name: Spotted {
                span: ByteSpan::new(start + u32::from(self.cut.skip), self.end_byte),
                kind: self.kind,
                entity: self.entity,
                article_elided: self.cut.elided,
                basis: Basis::Rule(self.rule),
            },
        }
    }
}

impl Scan<'_> {
    /// The best name that rules offer at token `at`, better than the listed.
    pub(super) fn ruled(
        &self,
        at: usize,
        left: Left,
        listed: Option<ListedName>,
    ) -> Option<Candidate> {
        let form = self.form(at)?;
        let longer = |proposal: &Candidate| listed.is_none_or(|found| proposal.end > found.end);
        if form.triggers.has(Trigger::ORG)
            && let Some(proposal) = self.organisation(at).filter(longer)
        {
            return Some(proposal);
        }
        if form.triggers.has(Trigger::INSIDE)
            && let Some(proposal) = self.place_with_head(at).filter(longer)
        {
            return Some(proposal);
        }
        let after_place = self
            .form_before(at)
            .is_some_and(|form| form.triggers.has(Trigger::PLACE));
        if listed.is_none()
            && after_place
            && !form.triggers.has(Trigger::NAME)
            && !form.triggers.has(Trigger::ORDINARY)
            && let Some(place) = self.place_after(at, left)
        {
            return Some(place);
        }
        let person = self.person(at, left, listed).filter(longer);
        if person.is_some() {
            return person;
        }
        if listed.is_none() && !form.triggers.has(Trigger::ORDINARY) {
            return self.place_after(at, left);
        }
        None
    }
}
