//! Finds the names of a text.
//!
//! From left to right, at every token: of all listed names that may begin
//! there, with or without proclitics before them, the longest wins; of two as
//! long, the one that peels less. Where the token or what stands before it
//! triggers a rule, the rule may offer a name, too (`rules`); a longer one
//! wins over the list. What follows a name starts after it. A second pass
//! finds the names again that the article has taught (`memory.rs`).

use super::combine::{combine, hints_of};
use super::listed::Best;
use super::rules::{Candidate, Left, Memory};
use super::scan::{ListedName, NameHit, Scan};
use crate::arabic::{Token, tokens};
use crate::base::{Beside, ByteSpan, CancelToken, Cancelled, Checkpoint};
use crate::entity::gazetteer::{Gazetteer, Meant};
use crate::entity::model::{Mention, Spotted};
use crate::entity::tagger::{Decoder, Hint, TaggedSpan, Tagger};
use crate::entity::words::{FormId, NameForms, NameStart, form_of, forms};
use std::ops::Range;

/// Finds names in one text after another. Keeps what it learns of word
/// forms, so that a form costs its analysis once; make one for each thread.
#[derive(Debug)]
pub struct Recognizer<'g> {
    words: Tokenizer<'g>,
    hits: Vec<NameHit>,
    /// Tokens that the reader says are no name, in order.
    struck: Vec<Range<usize>>,
    memory: Memory,
    /// Whether names that no list knows are looked for.
    with_rules: bool,
    tagging: Option<Tagging<'g>>,
}

/// Cuts texts into tokens and learns their forms.
#[derive(Debug)]
struct Tokenizer<'g> {
    gazetteer: &'g Gazetteer,
    forms: NameForms,
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

impl<'g> Recognizer<'g> {
    /// A recognizer of the names of `gazetteer`.
    #[must_use]
    pub fn new(gazetteer: &'g Gazetteer) -> Self {
        Self {
            words: Tokenizer {
                gazetteer,
                forms: forms(),
                tokens: Vec::new(),
                ids: Vec::new(),
            },
            hits: Vec::new(),
            struck: Vec::new(),
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
        self.struck.clear();
        let scan = self.words.scan(text, cancel)?;
        scan.first_pass(hits, &mut self.struck, self.with_rules, cancel)?;
        if self.with_rules {
            if let Some(tagging) = &mut self.tagging {
                tagging.add(&scan, hits, cancel)?;
                strike(hits, &self.struck);
            }
            self.memory.learn(&scan, hits, cancel)?;
            self.memory.apply(&scan, hits, cancel)?;
            strike(hits, &self.struck);
        }
        out.extend(hits.iter().map(|hit| hit.name));
        Ok(())
    }
}

impl Tokenizer<'_> {
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
            self.ids.push(self.forms.id_of(written, |written, folded| {
                form_of(written, folded, trie, vocabulary)
            }));
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
        hits: &mut Vec<NameHit>,
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

impl Scan<'_> {
    /// Finds the names that lists know or rules make out.
    fn first_pass(
        &self,
        hits: &mut Vec<NameHit>,
        struck: &mut Vec<Range<usize>>,
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
                (None, Some(Best::Stop { end, reading })) => {
                    if end > at + 1 && self.is_struck(at..end, reading) {
                        struck.push(at..end);
                    }
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

    /// Whether the reader says that these tokens, the first read so, are no
    /// name in any article.
    fn is_struck(&self, words: Range<usize>, reading: NameStart) -> bool {
        let start = self.tokens.get(words.start).map_or(0, |t| t.span.start);
        let end = self.end_byte(words.end);
        let words = ByteSpan::new(start + u32::from(reading.skip), end).slice(self.text);
        let meant = self.gazetteer.said.meant_by(words, reading.elided);
        meant == Some(Meant::NoName)
    }

    /// What a rule offers at token `at` that is better than what is listed.
    fn proposal(&self, at: usize, left: Left, listed: Option<Best>) -> Option<Candidate> {
        if matches!(listed, Some(Best::Stop { .. })) {
            return None;
        }
        let listed = match listed {
            Some(Best::Name(found, reading, _)) => Some(ListedName {
                skip: u32::from(reading.skip),
                ..found
            }),
            _ => None,
        };
        self.ruled(at, left, listed)
    }
}

/// Takes out of `hits` what shares tokens with struck words. Longer names that
/// hold them all stay.
fn strike(hits: &mut Vec<NameHit>, struck: &[Range<usize>]) {
    if struck.is_empty() {
        return;
    }
    let mut struck = Beside::new(struck, Range::clone);
    hits.retain(|hit| {
        let words = struck.meets(hit.at..hit.end);
        words.is_none_or(|words| hit.at <= words.start && words.end <= hit.end)
    });
}

/// The mentions of listed names in one short `text`, sorted, not overlapping.
#[must_use]
pub fn listed_mentions(gazetteer: &Gazetteer, text: &str) -> Vec<Mention> {
    let mut spotted = Vec::new();
    Recognizer::of_listed(gazetteer).spot(text, &mut spotted);
    spotted.iter().filter_map(Mention::of_known).collect()
}
