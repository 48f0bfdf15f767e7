//! What an article teaches: names that it has in full, found again.
//!
//! After سيرغي لافروف the family name لافروف alone is a person; after شركة
//! راكوتن the word راكوتن alone is that company. Two persons of one family
//! name make the name alone a person of unknown identity.

use rustc_hash::FxHashMap;

use super::super::scan::{NameHit, Scan};
use crate::base::{ByteSpan, CancelToken, Cancelled, Checkpoint, EntityId};
use crate::entity::model::{Basis, EntityType, Rule, Spotted};
use crate::entity::words::{Cut, Peel, Shape, Trigger, WordClass, WordKey};

/// What one word means in an article.
#[derive(Debug, Clone, Copy)]
struct Taught {
    kind: EntityType,
    entity: Option<EntityId>,
    rule: Rule,
}

/// The words that mean something in the article at hand.
#[derive(Debug, Default)]
pub(in crate::entity::recognition) struct Memory {
    words: FxHashMap<WordKey, Taught>,
    /// Names found in the second pass.
    more: Vec<NameHit>,
}

impl Memory {
    /// Learns from the names of an article, forgetting the last one.
    pub(in crate::entity::recognition) fn learn(
        &mut self,
        scan: &Scan<'_>,
        hits: &[NameHit],
        cancel: &CancelToken,
    ) -> Result<(), Cancelled> {
        self.words.clear();
        let mut checkpoint = Checkpoint::new(cancel);
        for hit in hits {
            checkpoint.step()?;
            match hit.name.kind {
                EntityType::Per => self.learn_person(scan, hit),
                EntityType::Org | EntityType::Loc | EntityType::Gpe
                    if hit.end == hit.at + 1
                        && matches!(hit.name.basis, Basis::Rule(_) | Basis::Model) =>
                {
                    self.learn_word(scan, hit);
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn learn_person(&mut self, scan: &Scan<'_>, hit: &NameHit) {
        if hit.end < hit.at + 2 {
            let is_listed = match hit.name.basis {
                Basis::Rule(rule) => rule == Rule::Supported,
                Basis::List(_) => true,
                Basis::Model | Basis::Reader => false,
            };
            if !is_listed {
                self.learn_word(scan, hit);
            }
            return;
        }
        let Some(last) = scan.form(hit.end - 1) else {
            return;
        };
        let family = last.whole();
        let follows_particle = scan
            .form(hit.end - 2)
            .is_some_and(|form| form.whole().is(WordClass::Particle));
        if follows_particle || family.shape.has(Shape::LETTER) || is_common(family) {
            return;
        }
        let meaning = Taught {
            kind: EntityType::Per,
            entity: hit.name.entity,
            rule: Rule::FamilyName,
        };
        let known = self.words.entry(family.key).or_insert(meaning);
        if known.entity != meaning.entity {
            known.entity = None;
        }
    }

    fn learn_word(&mut self, scan: &Scan<'_>, hit: &NameHit) {
        let Some(form) = scan.form(hit.at) else {
            return;
        };
        let start = scan.tokens.get(hit.at).map_or(0, |token| token.span.start);
        let skip = hit.name.span.start.saturating_sub(start);
        let cut = form.cuts().find(|cut| u32::from(cut.skip) == skip);
        let Some(cut) = cut.filter(|cut| !cut.is_ordinary() && !cut.is(WordClass::Common)) else {
            return;
        };
        self.words.entry(cut.key).or_insert(Taught {
            kind: hit.name.kind,
            entity: hit.name.entity,
            rule: Rule::SecondMention,
        });
    }

    /// Adds the names that what was learnt makes of other words to `hits`,
    /// which stay sorted.
    pub(in crate::entity::recognition) fn apply(
        &mut self,
        scan: &Scan<'_>,
        hits: &mut Vec<NameHit>,
        cancel: &CancelToken,
    ) -> Result<(), Cancelled> {
        if self.words.is_empty() {
            return Ok(());
        }
        let mut checkpoint = Checkpoint::new(cancel);
        self.more.clear();
        let mut at = 0;
        let mut taken = hits.iter();
        let mut next = taken.next();
        while at < scan.tokens.len() {
            checkpoint.step()?;
            if let Some(hit) = next.filter(|hit| hit.at <= at) {
                at = at.max(hit.end);
                next = taken.next();
                continue;
            }
            self.more.extend(self.hit_at(scan, at));
            at += 1;
        }
        if !self.more.is_empty() {
            hits.append(&mut self.more);
            // A stable sort merges two lists in order in one walk.
            hits.sort_by_key(|hit| hit.at);
        }
        Ok(())
    }

    fn hit_at(&self, scan: &Scan<'_>, at: usize) -> Option<NameHit> {
        let form = scan.form(at)?;
        let token = scan.tokens.get(at)?;
        let (cut, meaning) = form
            .cuts()
            .find_map(|cut| Some((cut, *self.words.get(&cut.key)?)))?;
        if !is_likely(scan, at, cut) {
            return None;
        }
        Some(NameHit {
            at,
            end: at + 1,
            name: Spotted {
                span: ByteSpan::new(token.span.start + u32::from(cut.skip), token.span.end),
                kind: meaning.kind,
                entity: meaning.entity,
                article_elided: cut.elided,
                basis: Basis::Rule(meaning.rule),
            },
        })
    }
}

/// Whether a word that is a name elsewhere is likely one in token `at`: an
/// ordinary word only without proclitics and not after a noun it goes with.
fn is_likely(scan: &Scan<'_>, at: usize, cut: Cut) -> bool {
    if !cut.is_ordinary() {
        return true;
    }
    let follows_noun = scan.joins(at)
        && scan
            .form_before(at)
            .is_some_and(|form| !form.triggers.has(Trigger::SPEECH));
    cut.peel == Peel::Whole && cut.is_definite() && !follows_noun
}

/// Whether a family name is an ordinary word, too.
fn is_common(family: Cut) -> bool {
    family.is(WordClass::Common) && !family.is_definite()
}
