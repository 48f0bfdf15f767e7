//! Finds the mentions of a text.
//!
//! From left to right, at every token: of all names that may begin there, with
//! or without proclitics before them, the longest wins; of two as long, the
//! one that peels less. What follows a mention starts after it.

use super::basis::Basis;
use super::context::Context;
use super::form::{FormId, Forms, Reading};
use super::gap::Gap;
use super::gazetteer::{End, Gazetteer, Sense, When};
use super::kind::EntityType;
use super::spotted::Spotted;
use super::trie::NodeId;
use crate::arabic::tokens;
use crate::base::{ByteSpan, EntityId};

/// Finds mentions in one text after another. Keeps what it learns of word
/// forms, so that a form costs its analysis once; make one for each thread.
#[derive(Debug)]
pub struct Recognizer<'g> {
    gazetteer: &'g Gazetteer,
    forms: Forms,
    tokens: Vec<Token>,
}

/// One token of the text at hand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) span: ByteSpan,
    pub(super) form: FormId,
}

/// A name found at some token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    /// First token after the name.
    pub(super) end: usize,
    /// First byte after the name.
    pub(super) end_byte: u32,
    pub(super) entity: EntityId,
    pub(super) kind: EntityType,
}

impl<'g> Recognizer<'g> {
    /// A recognizer of the names of `gazetteer`.
    #[must_use]
    pub fn new(gazetteer: &'g Gazetteer) -> Self {
        Self {
            gazetteer,
            forms: Forms::new(),
            tokens: Vec::new(),
        }
    }

    /// Appends the names of `text` to `out`, sorted, not overlapping.
    /// `text` is shorter than 4 GiB.
    pub fn spot(&mut self, text: &str, out: &mut Vec<Spotted>) {
        let scan = self.scan(text);
        let mut at = 0;
        while let Some(token) = scan.tokens.get(at) {
            at = match scan.best_at(at) {
                None => at + 1,
                Some(Best::Stop { end }) => end,
                Some(Best::Name(found, reading)) => {
                    let start = token.span.start + u32::from(reading.skip);
                    let origin = scan.gazetteer.entity(found.entity).origin;
                    out.push(Spotted {
                        span: ByteSpan::new(start, found.end_byte),
                        entity: Some(found.entity),
                        kind: found.kind,
                        article_elided: reading.elided,
                        basis: Basis::List(origin),
                    });
                    found.end
                }
            };
        }
    }

    /// Cuts `text` into tokens and learns their forms.
    pub(super) fn scan<'s>(&'s mut self, text: &'s str) -> Scan<'s> {
        self.tokens.clear();
        for token in tokens(text) {
            let written = text.get(token.span.range()).unwrap_or_default();
            self.tokens.push(Token {
                span: token.span,
                form: self.forms.id_of(written, &self.gazetteer.trie),
            });
        }
        Scan {
            gazetteer: self.gazetteer,
            forms: &self.forms,
            tokens: &self.tokens,
            text,
        }
    }
}

/// The outcome at a token.
#[derive(Debug, Clone, Copy)]
enum Best {
    /// A name, and how its first token is read.
    Name(Found, Reading),
    /// Words that look like a name and are none.
    Stop {
        /// First token after them.
        end: usize,
    },
}

/// Which of two outcomes of the same length wins: the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// A rule made the name of its parts.
    Made,
    /// A file lists the name.
    Listed,
    /// A file says that this is no name.
    Stop,
}

/// One text, cut into tokens whose forms are known.
#[derive(Clone, Copy)]
pub(super) struct Scan<'s> {
    pub(super) gazetteer: &'s Gazetteer,
    pub(super) forms: &'s Forms,
    pub(super) tokens: &'s [Token],
    pub(super) text: &'s str,
}

impl<'s> Scan<'s> {
    /// The longest name that begins in token `at`, and how the token is read.
    fn best_at(&self, at: usize) -> Option<Best> {
        let form = self.forms.get(self.tokens.get(at)?.form);
        let mut best: Option<Best> = None;
        let mut best_rank = (at, Rank::Made);
        for &reading in &form.readings {
            let context = Context::new(self, at, reading.peel);
            // A later reading peels more, so it must be longer to win.
            let end_before = best_rank.0;
            let mut offer = |end: usize, rank: Rank, offered: Best| {
                if end > end_before && (end, rank) > best_rank {
                    best = Some(offered);
                    best_rank = (end, rank);
                }
            };
            self.each_end(at, reading.node, |end, value| {
                if value.stop {
                    offer(end, Rank::Stop, Best::Stop { end });
                }
                if let Some(sense) = self.meaning(value, context, at, end) {
                    let found = self.found(end, sense.entity, sense.kind);
                    offer(end, Rank::Listed, Best::Name(found, reading));
                }
                if let Some(found) = self.body(value, context, end) {
                    offer(found.end, Rank::Made, Best::Name(found, reading));
                }
                if let Some(found) = value.media_head.and_then(|head| self.medium(head, end)) {
                    offer(found.end, Rank::Made, Best::Name(found, reading));
                }
            });
        }
        best
    }

    /// Calls `visit` with every node that the words from token `at` on lead
    /// to, `node` being the one after the first, and the token after it.
    pub(super) fn each_end(&self, at: usize, node: NodeId, mut visit: impl FnMut(usize, &'s End)) {
        let trie = &self.gazetteer.trie;
        let (mut node, mut end) = (node, at + 1);
        loop {
            visit(end, trie.value(node));
            let next = self
                .tokens
                .get(end)
                .and_then(|token| self.forms.get(token.form).word)
                .and_then(|word| trie.step(node, word));
            match next {
                Some(next) if self.gap(end) == Gap::Joins => node = next,
                _ => return,
            }
            end += 1;
        }
    }

    /// As [`Self::each_end`], for names that begin with the whole of token `at`.
    pub(super) fn each_whole_end(&self, at: usize, visit: impl FnMut(usize, &'s End)) {
        let node = self
            .tokens
            .get(at)
            .and_then(|token| self.forms.get(token.form).word)
            .and_then(|word| self.gazetteer.trie.step(NodeId::ROOT, word));
        if let Some(node) = node {
            self.each_end(at, node, visit);
        }
    }

    /// What the name that stands in tokens `at..end` means there, if anything.
    fn meaning(
        &self,
        value: &'s End,
        context: Context<'_>,
        at: usize,
        end: usize,
    ) -> Option<Sense> {
        let senses = || {
            value
                .senses
                .iter()
                .filter(|sense| self.spelt_right(sense, end))
        };
        // A state named beside it decides between two ambiguous meanings.
        senses()
            .find(|sense| match sense.when {
                When::Always => true,
                When::Agreeing => sense
                    .agreement
                    .is_some_and(|agreement| context.agrees(agreement)),
                When::Supported => sense.state.is_some_and(|s| context.names_state(s, at, end)),
            })
            .or_else(|| {
                senses().find(|sense| sense.when == When::Supported && context.supports(sense.kind))
            })
            .copied()
    }

    /// Whether the last token before `end` has the final letter of the name,
    /// where that matters.
    fn spelt_right(&self, sense: &Sense, end: usize) -> bool {
        !sense.exact
            || self
                .tokens
                .get(end - 1)
                .is_none_or(|token| !self.forms.get(token.form).alef_maqsura)
    }

    /// A name that ends before token `end`.
    pub(super) fn found(&self, end: usize, entity: EntityId, kind: EntityType) -> Found {
        let end_byte = self.tokens.get(end - 1).map_or(0, |token| token.span.end);
        Found {
            end,
            end_byte,
            entity,
            kind,
        }
    }

    /// The text between token `next - 1` and token `next`.
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

    /// What separates token `next` from the one before.
    pub(super) fn gap(&self, next: usize) -> Gap {
        if next == 0 || next >= self.tokens.len() {
            return Gap::Breaks;
        }
        Gap::of(self.between(next))
    }
}
