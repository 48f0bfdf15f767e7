//! One text, cut into tokens whose forms are known, and how to look around in
//! it.

use crate::arabic::Token;
use crate::base::EntityId;
use crate::entity::gazetteer::{Gazetteer, NameCondition, NameEnd};
use crate::entity::model::{EntityType, Spotted};
use crate::entity::words::{FormId, Juncture, NameForm, NameForms, NodeId};

/// One text, cut into tokens whose forms are known.
#[derive(Clone, Copy)]
pub(super) struct Scan<'s> {
    pub(super) gazetteer: &'s Gazetteer,
    pub(super) forms: &'s NameForms,
    pub(super) tokens: &'s [Token],
    /// The form of each token.
    pub(super) ids: &'s [FormId],
    pub(super) text: &'s str,
}

/// A listed name found at some token.
#[derive(Debug, Clone, Copy)]
pub(super) struct ListedName {
    /// First token after the name.
    pub(super) end: usize,
    /// First byte after the name.
    pub(super) end_byte: u32,
    pub(super) entity: EntityId,
    pub(super) kind: EntityType,
    /// Bytes of proclitics before it.
    pub(super) skip: u32,
}

/// A name with its tokens.
#[derive(Debug, Clone, Copy)]
pub(super) struct NameHit {
    /// The token it begins in.
    pub(super) at: usize,
    /// The first token after it.
    pub(super) end: usize,
    pub(super) name: Spotted,
}

impl<'s> Scan<'s> {
    /// The form of token `at`.
    pub(super) fn form(&self, at: usize) -> Option<&'s NameForm> {
        Some(self.forms.get(*self.ids.get(at)?))
    }

    /// The form of the token before `at`, if only space stands between.
    pub(super) fn form_before(&self, at: usize) -> Option<&'s NameForm> {
        if !self.joins(at) {
            return None;
        }
        self.form(at.checked_sub(1)?)
    }

    /// The longest listed name that begins with the whole of token `at`,
    /// certain ones alone; no group word.
    pub(super) fn listed_whole(&self, at: usize) -> Option<ListedName> {
        let mut best = None;
        self.each_whole_end(at, |end, value| {
            let sense = value
                .senses
                .iter()
                .find(|sense| sense.when == NameCondition::Always && sense.agreement.is_none());
            if let Some(sense) = sense {
                best = Some(self.found(end, sense.entity, sense.kind));
            }
        });
        best
    }

    /// Whether token `at` as a whole is a group word.
    pub(super) fn is_group_word(&self, at: usize) -> bool {
        let mut is_group = false;
        self.each_whole_end(at, |end, value| {
            is_group |= end == at + 1 && value.senses.iter().any(|sense| sense.agreement.is_some());
        });
        is_group
    }

    /// Calls `visit` with every node that the words from token `at` on lead
    /// to, `node` being the one after the first, and the token after it.
    pub(super) fn each_end(
        &self,
        at: usize,
        node: NodeId,
        mut visit: impl FnMut(usize, &'s NameEnd),
    ) {
        let trie = &self.gazetteer.trie;
        let (mut node, mut end) = (node, at + 1);
        loop {
            visit(end, trie.value(node));
            let next = self.form(end).and_then(|form| trie.step(node, form.word?));
            match next {
                Some(next) if self.gap(end) == Juncture::Joins => node = next,
                _ => return,
            }
            end += 1;
        }
    }

    /// As [`Self::each_end`], for names that begin with the whole of token `at`.
    pub(super) fn each_whole_end(&self, at: usize, visit: impl FnMut(usize, &'s NameEnd)) {
        let word = self.form(at).and_then(|form| form.word);
        if let Some(node) = word.and_then(|word| self.gazetteer.trie.step(NodeId::ROOT, word)) {
            self.each_end(at, node, visit);
        }
    }

    /// The first byte after token `end - 1`.
    pub(super) fn end_byte(&self, end: usize) -> u32 {
        let last = end.checked_sub(1).and_then(|last| self.tokens.get(last));
        last.map_or(0, |token| token.span.end)
    }

    /// A name that ends before token `end`.
    pub(super) fn found(&self, end: usize, entity: EntityId, kind: EntityType) -> ListedName {
        let end_byte = self.tokens.get(end - 1).map_or(0, |token| token.span.end);
        ListedName {
            end,
            end_byte,
            entity,
            kind,
            skip: 0,
        }
    }

    /// The text between token `next - 1` and token `next`.
    #[inline]
    pub(super) fn between(&self, next: usize) -> &'s str {
        let before = next.checked_sub(1).and_then(|i| self.tokens.get(i));
        match (before, self.tokens.get(next)) {
            (Some(before), Some(after)) => self
                .text
                .get(before.span.end as usize..after.span.start as usize)
                .unwrap_or_default(),
            _ => "",
        }
    }

    /// Whether token `next` stands in one line with the one before, nothing but
    /// space between: rules do not look over the end of a line, where a title
    /// ends without a point.
    #[inline]
    pub(super) fn joins(&self, next: usize) -> bool {
        self.gap(next) == Juncture::Joins && !self.between(next).contains('\n')
    }

    /// What separates token `next` from the one before.
    #[inline]
    pub(super) fn gap(&self, next: usize) -> Juncture {
        if next == 0 || next >= self.tokens.len() {
            return Juncture::Breaks;
        }
        Juncture::of(self.between(next))
    }
}
