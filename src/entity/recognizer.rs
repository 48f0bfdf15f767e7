//! Finds the names of a text.
//!
//! From left to right, at every token: of all listed names that may begin
//! there, with or without proclitics before them, the longest wins; of two as
//! long, the one that peels less. Where the token or what stands before it
//! triggers a rule, the rule may offer a name, too (`rules`); a longer one
//! wins over the list. What follows a name starts after it. A second pass
//! finds the names again that the article has taught (`memory.rs`).

use super::basis::{Basis, Rule};
use super::combine::{combine, hints_of};
use super::context::Context;
use super::form::{Form, FormId, Forms, Reading};
use super::gap::Gap;
use super::gazetteer::{End, Gazetteer, Sense, When};
use super::kind::EntityType;
use super::rules::{Left, Memory, Proposal};
use super::spotted::Spotted;
use super::tagger::{Decoder, Hint, TaggedSpan, Tagger};
use super::trie::NodeId;
use crate::arabic::{Token, tokens};
use crate::base::{ByteSpan, CancelToken, Cancelled, Checkpoint, EntityId};

/// Finds names in one text after another. Keeps what it learns of word
/// forms, so that a form costs its analysis once; make one for each thread.
#[derive(Debug)]
pub struct Recognizer<'g> {
    words: Words<'g>,
    hits: Vec<Hit>,
    memory: Memory,
    /// Whether names that no list knows are looked for.
    with_rules: bool,
    tagging: Option<Tagging<'g>>,
}

/// Cuts texts into tokens and learns their forms.
#[derive(Debug)]
struct Words<'g> {
    gazetteer: &'g Gazetteer,
    forms: Forms,
    tokens: Vec<Token>,
    ids: Vec<FormId>,
}

/// The tagger with the room it needs.
#[derive(Debug)]
struct Tagging<'g> {
    decoder: Decoder<'g>,
    hints: Vec<Hint>,
    tagged: Vec<TaggedSpan>,
}

/// A listed name found at some token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
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
pub(super) struct Hit {
    /// The token it begins in.
    pub(super) at: usize,
    /// The first token after it.
    pub(super) end: usize,
    pub(super) name: Spotted,
}

impl<'g> Recognizer<'g> {
    /// A recognizer of the names of `gazetteer`.
    #[must_use]
    pub fn new(gazetteer: &'g Gazetteer) -> Self {
        Self {
            words: Words {
                gazetteer,
                forms: Forms::new(),
                tokens: Vec::new(),
                ids: Vec::new(),
            },
            hits: Vec::new(),
            memory: Memory::default(),
            with_rules: true,
            tagging: None,
        }
    }

    /// A recognizer that asks `tagger`, too.
    #[must_use]
    pub fn with_tagger(gazetteer: &'g Gazetteer, tagger: &'g Tagger) -> Self {
        let lexicon = gazetteer.vocabulary.lexicon;
        Self {
            tagging: Some(Tagging {
                decoder: Decoder::new(tagger, gazetteer, lexicon),
                hints: Vec::new(),
                tagged: Vec::new(),
            }),
            ..Self::new(gazetteer)
        }
    }

    /// A recognizer of the names of `gazetteer` and of nothing else.
    #[must_use]
    pub fn of_listed(gazetteer: &'g Gazetteer) -> Self {
        Self {
            with_rules: false,
            ..Self::new(gazetteer)
        }
    }

    /// Appends the names of `text` to `out`, sorted, not overlapping.
    /// `text` is shorter than 4 GiB.
    pub fn spot(&mut self, text: &str, out: &mut Vec<Spotted>) {
        // Nobody asks this token to stop.
        let _ = self.spot_until(text, out, &CancelToken::default());
    }

    /// As [`Self::spot`], in a time that grows with the length of `text` and
    /// no faster.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it; looked at every few thousand
    /// tokens. Then nothing is appended.
    pub fn spot_until(
        &mut self,
        text: &str,
        out: &mut Vec<Spotted>,
        cancel: &CancelToken,
    ) -> Result<(), Cancelled> {
        let hits = &mut self.hits;
        hits.clear();
        let scan = self.words.scan(text, cancel)?;
        scan.first_pass(hits, self.with_rules, cancel)?;
        if self.with_rules {
            if let Some(tagging) = &mut self.tagging {
                tagging.add(&scan, hits, cancel)?;
            }
            self.memory.learn(&scan, hits, cancel)?;
            self.memory.apply(&scan, hits, cancel)?;
        }
        out.extend(hits.iter().map(|hit| hit.name));
        Ok(())
    }
}

impl Words<'_> {
    fn scan<'s>(&'s mut self, text: &'s str, cancel: &CancelToken) -> Result<Scan<'s>, Cancelled> {
        self.tokens.clear();
        self.ids.clear();
        self.forms.make_room();
        let Gazetteer {
            trie, vocabulary, ..
        } = self.gazetteer;
        let mut checkpoint = Checkpoint::new(cancel);
        for token in tokens(text) {
            checkpoint.step()?;
            let written = token.span.slice(text);
            self.ids.push(self.forms.id_of(written, trie, vocabulary));
            self.tokens.push(token);
        }
        Ok(Scan {
            gazetteer: self.gazetteer,
            forms: &self.forms,
            tokens: &self.tokens,
            ids: &self.ids,
            text,
        })
    }
}

impl Tagging<'_> {
    /// Lets the tagger add to `hits` and take from them.
    fn add(
        &mut self,
        scan: &Scan<'_>,
        hits: &mut Vec<Hit>,
        cancel: &CancelToken,
    ) -> Result<(), Cancelled> {
        hints_of(hits, scan.tokens.len(), &mut self.hints);
        self.tagged.clear();
        self.decoder.tag_until(
            scan.text,
            scan.tokens,
            &self.hints,
            &mut self.tagged,
            cancel,
        )?;
        combine(scan, hits, &self.tagged);
        Ok(())
    }
}

/// The outcome at a token.
#[derive(Debug, Clone, Copy)]
enum Best {
    /// A name, how its first token is read, and why.
    Name(Found, Reading, Basis),
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
    /// The form of each token.
    ids: &'s [FormId],
    pub(super) text: &'s str,
}

impl<'s> Scan<'s> {
    /// Finds the names that lists know or rules make out.
    fn first_pass(
        &self,
        hits: &mut Vec<Hit>,
        with_rules: bool,
        cancel: &CancelToken,
    ) -> Result<(), Cancelled> {
        let mut checkpoint = Checkpoint::new(cancel);
        let mut left = Left::default();
        let mut at = 0;
        while at < self.tokens.len() {
            checkpoint.step()?;
            left.enter(self, at);
            let listed = self.best_at(at, left);
            let proposal = with_rules
                .then(|| self.proposal(at, left, listed))
                .flatten();
            let hit = match (proposal, listed) {
                (Some(proposal), _) => proposal.hit(self, at),
                (None, Some(Best::Name(found, reading, basis))) => {
                    self.hit_of(at, found, reading, basis)
                }
                (None, Some(Best::Stop { end })) => {
                    left.pass(self, at);
                    at = end;
                    continue;
                }
                (None, None) => {
                    left.pass(self, at);
                    at += 1;
                    continue;
                }
            };
            left.name(hit.name.kind, hit.end);
            at = hit.end;
            hits.push(hit);
        }
        Ok(())
    }

    fn hit_of(&self, at: usize, found: Found, reading: Reading, basis: Basis) -> Hit {
        let start = self.tokens.get(at).map_or(0, |token| token.span.start);
        Hit {
            at,
            end: found.end,
            name: Spotted {
                span: ByteSpan::new(start + u32::from(reading.skip), found.end_byte),
                kind: found.kind,
                entity: Some(found.entity),
                article_elided: reading.elided,
                basis,
            },
        }
    }

    /// What a rule offers at token `at` that is better than what is listed.
    fn proposal(&self, at: usize, left: Left, listed: Option<Best>) -> Option<Proposal> {
        if matches!(listed, Some(Best::Stop { .. })) {
            return None;
        }
        let listed = match listed {
            Some(Best::Name(found, reading, _)) => Some(Found {
                skip: u32::from(reading.skip),
                ..found
            }),
            _ => None,
        };
        self.ruled(at, left, listed)
    }

    /// The longest listed name that begins in token `at`, and how the token is read.
    fn best_at(&self, at: usize, left: Left) -> Option<Best> {
        let form = self.form(at)?;
        let mut best: Option<Best> = None;
        let mut best_rank = (at, Rank::Made);
        for &reading in &form.readings {
            let context = Context::new(self, at, reading.peel, left);
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
                    let basis = self.basis_of(&sense);
                    offer(end, Rank::Listed, Best::Name(found, reading, basis));
                }
                if let Some(found) = self.body(value, context, end) {
                    let basis = Basis::Rule(Rule::StateBody);
                    offer(found.end, Rank::Made, Best::Name(found, reading, basis));
                }
                if let Some(found) = value.media_head.and_then(|head| self.medium(head, end)) {
                    let basis = Basis::Rule(Rule::Medium);
                    offer(found.end, Rank::Made, Best::Name(found, reading, basis));
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
            let next = self.form(end).and_then(|form| trie.step(node, form.word?));
            match next {
                Some(next) if self.gap(end) == Gap::Joins => node = next,
                _ => return,
            }
            end += 1;
        }
    }

    /// As [`Self::each_end`], for names that begin with the whole of token `at`.
    pub(super) fn each_whole_end(&self, at: usize, visit: impl FnMut(usize, &'s End)) {
        let word = self.form(at).and_then(|form| form.word);
        if let Some(node) = word.and_then(|word| self.gazetteer.trie.step(NodeId::ROOT, word)) {
            self.each_end(at, node, visit);
        }
    }

    /// Why a name of this sense is marked.
    fn basis_of(&self, sense: &Sense) -> Basis {
        match sense.when {
            When::Agreeing => Basis::Rule(Rule::GroupWord),
            When::Supported => Basis::Rule(Rule::Supported),
            When::Always if sense.agreement.is_some() => Basis::Rule(Rule::GroupWord),
            When::Always => Basis::List(self.gazetteer.entity(sense.entity).origin),
        }
    }

    /// The form of token `at`.
    pub(super) fn form(&self, at: usize) -> Option<&'s Form> {
        Some(self.forms.get(*self.ids.get(at)?))
    }

    /// The form of the token before `at`, if only space stands between.
    pub(super) fn form_before(&self, at: usize) -> Option<&'s Form> {
        if !self.joins(at) {
            return None;
        }
        self.form(at.checked_sub(1)?)
    }

    /// The longest listed name that begins with the whole of token `at`,
    /// certain ones alone; no group word.
    pub(super) fn listed_whole(&self, at: usize) -> Option<Found> {
        let mut best = None;
        self.each_whole_end(at, |end, value| {
            let sense = value
                .senses
                .iter()
                .find(|sense| sense.when == When::Always && sense.agreement.is_none());
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
        !sense.exact || self.form(end - 1).is_none_or(|form| !form.alef_maqsura)
    }

    /// A name that ends before token `end`.
    pub(super) fn found(&self, end: usize, entity: EntityId, kind: EntityType) -> Found {
        let end_byte = self.tokens.get(end - 1).map_or(0, |token| token.span.end);
        Found {
            end,
            end_byte,
            entity,
            kind,
            skip: 0,
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

    /// Whether token `next` stands in one line with the one before, nothing but
    /// space between: rules do not look over the end of a line, where a title
    /// ends without a point.
    pub(super) fn joins(&self, next: usize) -> bool {
        self.gap(next) == Gap::Joins && !self.between(next).contains('\n')
    }

    /// What separates token `next` from the one before.
    pub(super) fn gap(&self, next: usize) -> Gap {
        if next == 0 || next >= self.tokens.len() {
            return Gap::Breaks;
        }
        Gap::of(self.between(next))
    }
}
