//! Whose name is a family name in this article?
//!
//! The name of the person whose full name the article gives.
//!
//! Newspapers name a person in full once and by family name after that; the
//! headline may use the family name before. So the whole article is asked.
//! Two persons of one family name in one article leave the name alone. An
//! index of how the names end makes the cost grow with the length of the
//! article and no faster.
//!
//! Knows no other article.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::{CancelToken, Cancelled, Checkpoint, EntityId};
use crate::entity::gazetteer::{Gazetteer, KnownNames};
use crate::entity::model::{Basis, EntityType, Rule, Spotted};
use crate::entity::spelling::{NameKey, NameWords};
use crate::entity::words::{Lexicon, WordClass};

/// Whom a spotted name names.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(in crate::entity) enum LinkedName {
    /// A listed entity.
    Known(EntityId),
    /// One that only texts name.
    Unlisted(NameKey),
}

/// A spotted name, linked as far as its article goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::entity) struct LinkedSpot {
    /// Where it stands, and why it is marked.
    pub(in crate::entity) spotted: Spotted,
    /// Whom it names.
    pub(in crate::entity) name: LinkedName,
}

/// Links the names of one article after another.
#[derive(Debug)]
pub(in crate::entity) struct Linker<'g> {
    gazetteer: &'g Gazetteer,
    lexicon: &'g Lexicon,
    known: &'g KnownNames,
}

/// A name of the article and its words.
struct WrittenName<'a> {
    spot: &'a LinkedSpot,
    words: Vec<&'a str>,
    /// Whether it is a person's name of at least two words.
    is_full: bool,
}

/// How a name ends that may be the whole of others: the words that such a
/// part must have, and whom the whole names.
type Ending<'a> = (&'a [&'a str], &'a LinkedName);

/// The ends of an article's names, each once, by their words without articles:
/// so that a part meets its wholes without a look at all names.
#[derive(Default)]
struct Endings<'a> {
    by_words: FxHashMap<String, Vec<Ending<'a>>>,
    known: FxHashSet<Ending<'a>>,
}

impl<'a> Endings<'a> {
    fn add(&mut self, words: &'a [&'a str], name: &'a LinkedName) {
        if self.known.insert((words, name)) {
            let endings = self.by_words.entry(without_articles(words));
            endings.or_default().push((words, name));
        }
    }

    /// Whom the names may name whose end is `part`.
    fn wholes_of(&self, part: &[&str]) -> impl Iterator<Item = &'a LinkedName> {
        let like = self.by_words.get(&without_articles(part));
        let is_end = |(words, _): &&Ending<'_>| {
            let mut pairs = part.iter().zip(*words);
            words.len() == part.len() && pairs.all(|(a, b)| a == b || is_article_apart(a, b))
        };
        let like = like.map(Vec::as_slice).unwrap_or_default();
        like.iter().filter(is_end).map(|(_, name)| *name)
    }
}

impl<'g> Linker<'g> {
    /// A linker of names over `gazetteer`.
    pub(in crate::entity) fn new(gazetteer: &'g Gazetteer) -> Self {
        Self {
            gazetteer,
            lexicon: gazetteer.vocabulary.lexicon,
            known: gazetteer.known_names(),
        }
    }

    /// Links `spots`, the names of `text` in order of their place.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it; looked at every few thousand
    /// names.
    pub(in crate::entity) fn link(
        &self,
        text: &str,
        spots: &[Spotted],
        cancel: &CancelToken,
    ) -> Result<Vec<LinkedSpot>, Cancelled> {
        let mut checkpoint = Checkpoint::new(cancel);
        let mut linked = Vec::with_capacity(spots.len());
        for spotted in spots {
            checkpoint.step()?;
            linked.push(self.alone(text, *spotted));
        }
        for kind in [EntityType::Per, EntityType::Org] {
            self.link_parts(text, &mut linked, kind, &mut checkpoint)?;
        }
        Ok(linked)
    }

    /// What a name is without looking at its neighbours.
    fn alone(&self, text: &str, spotted: Spotted) -> LinkedSpot {
        let name = if let Some(entity) = spotted.entity {
            LinkedName::Known(entity)
        } else {
            if let Some(entity) = self.named_by_reader(text, spotted) {
                let name = LinkedName::Known(entity);
                return LinkedSpot { spotted, name };
            }
            let key = words_of(text, spotted).key(spotted.kind, self.lexicon);
            match self.known.get(&key) {
                Some(entity)
                    if self.fits(entity, spotted.kind)
                        && !self.gazetteer.said.denies(entity, spotted.span.slice(text)) =>
                {
                    LinkedName::Known(entity)
                }
                _ => LinkedName::Unlisted(key),
            }
        };
        LinkedSpot { spotted, name }
    }

    /// Whom lists have under words of which the reader says that they are a
    /// name, and not whose: no list was asked of them.
    fn named_by_reader(&self, text: &str, spotted: Spotted) -> Option<EntityId> {
        if spotted.basis != Basis::Reader {
            return None;
        }
        let words = spotted.span.slice(text);
        let sense = if spotted.article_elided {
            self.gazetteer.sense_of(&format!("ا{words}"))
        } else {
            self.gazetteer.sense_of(words)
        };
        let is_meant = |entity: &EntityId| !self.gazetteer.said.denies(*entity, words);
        sense
            .filter(|sense| sense.kind == spotted.kind)
            .map(|sense| sense.entity)
            .filter(is_meant)
    }

    /// Whether a name of type `kind` may be `entity`: places are one type here.
    fn fits(&self, entity: EntityId, kind: EntityType) -> bool {
        let is_place = |kind| matches!(kind, EntityType::Gpe | EntityType::Loc);
        let is_one = |known| known == kind || (is_place(known) && is_place(kind));
        let known = self.gazetteer.entity(entity);
        known.is_some_and(|known| is_one(known.kind))
    }

    /// Gives parts of names of `kind` the entity of the whole, where the
    /// article has exactly one whole.
    fn link_parts(
        &self,
        text: &str,
        linked: &mut [LinkedSpot],
        kind: EntityType,
        checkpoint: &mut Checkpoint<'_>,
    ) -> Result<(), Cancelled> {
        let asked: Vec<usize> = (0..linked.len())
            .filter(|&at| linked[at].spotted.kind == kind)
            .collect();
        let is_open = |&at: &usize| linked[at].spotted.entity.is_none();
        if asked.is_empty() || (kind != EntityType::Per && !asked.iter().any(is_open)) {
            return Ok(());
        }
        let mut names = Vec::with_capacity(asked.len());
        for &at in &asked {
            checkpoint.step()?;
            names.push(words_of(text, linked[at].spotted));
        }
        let reads: Vec<WrittenName<'_>> = asked
            .iter()
            .zip(&names)
            .map(|(&at, name)| WrittenName {
                spot: &linked[at],
                words: name.iter().collect(),
                is_full: name.n_names(self.lexicon) > 1,
            })
            .collect();
        // Whom the reader says that a name names is not for rules to change.
        let is_said =
            |spotted: &Spotted| spotted.basis == Basis::Reader && spotted.entity.is_some();
        let is_part = |read: &WrittenName<'_>| {
            let is_full_person = read.is_full && kind == EntityType::Per;
            !is_full_person && !is_said(&read.spot.spotted)
        };
        let parts = || reads.iter().filter(|read| is_part(read));
        let longest = parts()
            .map(|part| part.words.len())
            .max()
            .unwrap_or_default();
        let mut endings = Endings::default();
        for whole in &reads {
            checkpoint.step()?;
            for part in self.parts_of(whole, kind, longest) {
                endings.add(part, &whole.spot.name);
            }
        }
        let mut changes = Vec::new();
        for ((&at, name), part) in asked.iter().zip(&names).zip(&reads) {
            checkpoint.step()?;
            if is_part(part) {
                let wholes = endings.wholes_of(&part.words);
                let whole = self.only_whole(&name.folded, &part.spot.name, wholes);
                changes.extend(whole.map(|whole| (at, whole.clone())));
            }
        }
        for (at, name) in changes {
            if let Some(spot) = linked.get_mut(at) {
                if spot.spotted.entity.is_some() {
                    // The list knew another bearer of the name.
                    spot.spotted.basis = Basis::Rule(Rule::FamilyName);
                }
                spot.spotted.entity = match name {
                    LinkedName::Known(entity) => Some(entity),
                    LinkedName::Unlisted(_) => None,
                };
                spot.name = name;
            }
        }
        Ok(())
    }

    /// The only one of `wholes`, the names of which `part` is a part, if it is
    /// another than `own`, that of the part.
    fn only_whole<'a>(
        &self,
        part: &str,
        own: &LinkedName,
        wholes: impl Iterator<Item = &'a LinkedName>,
    ) -> Option<&'a LinkedName> {
        let mut only = None;
        for whole in wholes {
            let is_denied = matches!(whole, LinkedName::Known(entity)
                if self.gazetteer.said.denies(*entity, part));
            if is_denied {
                continue;
            }
            // Its own entity stands in the article in full, or there are two.
            if whole == own || only.is_some_and(|only| only != whole) {
                return None;
            }
            only = Some(whole);
        }
        only
    }

    /// The last words of `whole`, at most `longest`, that can stand for it: the
    /// family name of a person, an organisation without its head.
    fn parts_of<'a>(
        &self,
        whole: &'a WrittenName<'a>,
        kind: EntityType,
        longest: usize,
    ) -> impl Iterator<Item = &'a [&'a str]> {
        let is = |word: &str, class| self.lexicon.classes(word).has(class);
        let words = whole.words.as_slice();
        let is_cut = move |at: &usize| match kind {
            // عبد الله is no family name of محمد عبد الله's brother: the word
            // before the part must not belong to it.
            EntityType::Per => whole.is_full && !is(words[at - 1], WordClass::Particle),
            EntityType::Org => *at == 1 && is(words[0], WordClass::OrgHead),
            _ => false,
        };
        let first = words.len().saturating_sub(longest).max(1);
        (first..words.len()).filter(is_cut).map(|at| &words[at..])
    }
}

/// Whether two words differ by the article alone: الأسد, أسد.
fn is_article_apart(a: &str, b: &str) -> bool {
    a.strip_prefix("ال") == Some(b) || b.strip_prefix("ال") == Some(a)
}

/// `words` with a space between two, the articles of each taken off. Words that
/// differ by an article alone are the same so; the opposite does not hold.
fn without_articles(words: &[&str]) -> String {
    let bare = words.iter().map(|word| word.trim_start_matches("ال"));
    bare.collect::<Vec<_>>().join(" ")
}

fn words_of(text: &str, spotted: Spotted) -> NameWords {
    let name = text.get(spotted.span.range()).unwrap_or_default();
    NameWords::new(name, spotted.article_elided)
}

#[cfg(test)]
mod tests;
