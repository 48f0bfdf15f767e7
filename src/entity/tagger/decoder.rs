//! Tags texts.

use std::ops::Range;

use xxhash_rust::xxh3::xxh3_64;

use super::features::{Analyst, Feature};
use super::gap::Gap;
use super::hint::Hint;
use super::label::{Label, N_LABELS, Scores, TagClass};
use super::layout::{HERE, N_OFFSETS, TokenFacts, unary_blocks};
use super::listed::Lists;
use super::sentence::gap_before;
use super::trellis::{Trellis, TrellisStep, add};
use super::weights::{FormScores, Tagger};
use super::word_kind::WordKind;
use crate::arabic::Token;
use crate::base::{CancelToken, Cancelled, Checkpoint};
use crate::entity::gazetteer::Gazetteer;
use crate::entity::words::Lexicon;

/// A name that the model sees.
#[derive(Debug, Clone, PartialEq)]
pub struct TaggedSpan {
    /// Its tokens. Proclitics of the first one are not taken off.
    pub tokens: Range<usize>,
    /// What it is.
    pub class: TagClass,
    /// How sure the model is, in nats: by how much the best reading of the
    /// sentence is more likely than the best one without exactly this name.
    /// Not below zero.
    pub margin: f32,
}

/// Slots of the cache of forms, about 12 MB. The 130,000 most frequent forms
/// are some 97 % of the tokens of a large corpus.
const SLOTS: usize = 1 << 17;

/// How much better O must be than every other label of a token, neighbours
/// left aside, to be taken for sure, in nats. At such tokens the search is cut.
const SURE: f32 = 8.0;

/// A form and what it says.
#[derive(Debug, Clone, Copy)]
struct Slot {
    hash: u64,
    scores: FormScores,
}

/// Tags one text after another, and keeps what it learns of word forms; make
/// one for each thread. Its memory is bounded but for the longest text.
#[derive(Debug)]
pub struct Decoder<'t> {
    tagger: &'t Tagger,
    lists: Lists<'t>,
    slots: Box<[Slot]>,
    /// In units of the model.
    sure: i16,
    analyst: Analyst,
    features: Vec<Feature>,
    /// One for each token of the sentence at hand, with two before it and two
    /// after it that are nothing.
    unary: Vec<Scores>,
    cells: Vec<TokenFacts>,
    steps: Vec<TrellisStep<'t>>,
    trellis: Trellis,
}

impl<'t> Decoder<'t> {
    /// A decoder for `tagger`, which asks these lists. What they know should
    /// be what they knew in training, or more.
    #[must_use]
    pub fn new(tagger: &'t Tagger, gazetteer: &'t Gazetteer, lexicon: &'t Lexicon) -> Self {
        let empty = Slot {
            hash: 0,
            scores: FormScores {
                rows: [[0; N_LABELS]; N_OFFSETS],
                kind: WordKind::Edge,
            },
        };
        #[expect(clippy::cast_possible_truncation, reason = "casts from float saturate")]
        let sure = (SURE / tagger.unit()) as i16;
        Self {
            tagger,
            lists: Lists::new(gazetteer, lexicon),
            slots: vec![empty; SLOTS].into_boxed_slice(),
            sure,
            analyst: Analyst::default(),
            features: Vec::new(),
            unary: Vec::new(),
            cells: Vec::new(),
            steps: Vec::new(),
            trellis: Trellis::default(),
        }
    }

    /// The same, searching whole sentences.
    #[cfg(test)]
    pub(super) fn never_sure(mut self) -> Self {
        self.sure = i16::MAX;
        self
    }

    /// Appends the names of `text` to `out`, in order, not overlapping.
    /// `tokens` are those of [`crate::arabic::tokens`]; `hints` has one for
    /// each, and where it ends the lists say nothing.
    pub fn tag(&mut self, text: &str, tokens: &[Token], hints: &[Hint], out: &mut Vec<TaggedSpan>) {
        // Nobody asks this token to stop.
        let _ = self.tag_until(text, tokens, hints, out, &CancelToken::default());
    }

    /// As [`Self::tag`].
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it; looked at every few thousand
    /// tokens.
    pub fn tag_until(
        &mut self,
        text: &str,
        tokens: &[Token],
        hints: &[Hint],
        out: &mut Vec<TaggedSpan>,
        cancel: &CancelToken,
    ) -> Result<(), Cancelled> {
        let mut checkpoint = Checkpoint::new(cancel);
        let mut start = 0;
        while start < tokens.len() {
            let end = self.read_sentence(text, tokens, hints, start, &mut checkpoint)?;
            self.sum_tables(&mut checkpoint)?;
            self.tag_sentence(start, out);
            start = end;
        }
        Ok(())
    }

    /// Reads the sentence that begins with token `start`: what its forms say
    /// goes to `unary`. Returns the token after it.
    fn read_sentence(
        &mut self,
        text: &str,
        tokens: &[Token],
        hints: &[Hint],
        start: usize,
        checkpoint: &mut Checkpoint<'_>,
    ) -> Result<usize, Cancelled> {
        self.unary.clear();
        self.unary.resize(N_OFFSETS - 1, [0; N_LABELS]);
        self.cells.clear();
        self.cells.extend([TokenFacts::EDGE; HERE]);
        let mut at = start;
        while let Some(token) = tokens.get(at) {
            let gap = if at == start {
                Gap::Break
            } else {
                gap_before(text, tokens, at)
            };
            if gap == Gap::Break && at > start {
                break;
            }
            checkpoint.step()?;
            let scores = form_scores(
                token.span.slice(text),
                self.tagger,
                &self.lists,
                &mut self.slots,
                &mut self.analyst,
                &mut self.features,
            );
            self.unary.push([0; N_LABELS]);
            let reached = self.unary.len() - N_OFFSETS;
            for (row, sum) in scores.rows.iter().zip(&mut self.unary[reached..]) {
                *sum = add(*sum, *row);
            }
            self.cells.push(TokenFacts {
                kind: scores.kind,
                hint: hints.get(at).copied().unwrap_or_default(),
                gap,
            });
            at += 1;
        }
        self.cells.push(TokenFacts::EDGE);
        Ok(at)
    }

    /// Adds what the tables of small classes say.
    fn sum_tables(&mut self, checkpoint: &mut Checkpoint<'_>) -> Result<(), Cancelled> {
        let rows = self.unary.iter_mut().skip(HERE);
        for (row, cells) in rows.zip(self.cells.windows(4)) {
            checkpoint.step()?;
            let &[far, before, here, after] = cells else {
                continue;
            };
            unary_blocks(far, before, here, after, |block| {
                *row = add(*row, *self.tagger.block(block));
            });
        }
        Ok(())
    }

    /// Searches the stretches between sure tokens of the sentence that begins
    /// with token `start` of the text.
    fn tag_sentence(&mut self, start: usize, out: &mut Vec<TaggedSpan>) {
        let n_tokens = self.cells.len() - HERE - 1;
        self.steps.clear();
        for at in 0..n_tokens {
            let unary = self.unary[at + HERE];
            let edge = self.tagger.edge(self.cells[at + HERE]);
            if !is_sure(&unary, self.sure) {
                self.steps.push(TrellisStep { unary, edge });
            } else if !self.steps.is_empty() {
                self.tag_stretch(start + at - self.steps.len(), Some(edge), out);
                self.steps.clear();
            }
        }
        if !self.steps.is_empty() {
            self.tag_stretch(start + n_tokens - self.steps.len(), None, out);
        }
    }

    fn tag_stretch(
        &mut self,
        start: usize,
        after: Option<&[Scores; N_LABELS]>,
        out: &mut Vec<TaggedSpan>,
    ) {
        self.trellis.search(&self.steps, after);
        if self.trellis.labels.iter().all(|&label| label == Label::O) {
            return;
        }
        self.trellis.look_back(&self.steps);
        let labels = &self.trellis.labels;
        let mut at = 0;
        while let Some(&label) = labels.get(at) {
            let first = at;
            at += 1;
            let Some(class) = label.class().filter(|_| label.begins()) else {
                continue;
            };
            while labels
                .get(at)
                .is_some_and(|&next| Some(next) == label.continuation())
            {
                at += 1;
            }
            out.push(TaggedSpan {
                tokens: start + first..start + at,
                class,
                margin: f32::from(self.trellis.margin(first, at)) * self.tagger.unit(),
            });
        }
    }
}

/// Whether O is better than every other label by `sure`.
#[inline]
fn is_sure(unary: &Scores, sure: i16) -> bool {
    let mut best = i16::MIN;
    for &score in &unary[1..] {
        best = best.max(score);
    }
    unary[Label::O.index()].saturating_sub(best) >= sure
}

/// What the form `written` says, from the cache or worked out.
#[inline]
fn form_scores<'s>(
    written: &str,
    tagger: &Tagger,
    lists: &Lists<'_>,
    slots: &'s mut [Slot],
    analyst: &mut Analyst,
    features: &mut Vec<Feature>,
) -> &'s FormScores {
    // Zero marks an empty slot.
    let hash = xxh3_64(written.as_bytes()) | 1;
    let index = usize::try_from(hash >> (64 - SLOTS.trailing_zeros())).unwrap_or_default();
    // Two places for a form: the last one asked for stays in the first.
    let (first, second) = (index, index ^ 1);
    if slots[first].hash != hash {
        slots.swap(first, second);
    }
    let slot = &mut slots[first];
    if slot.hash != hash {
        features.clear();
        let kind = analyst.features(written, lists, features);
        *slot = Slot {
            hash,
            scores: tagger.form_scores(features, kind),
        };
    }
    &slot.scores
}
