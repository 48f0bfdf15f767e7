//! Linking in one article: a family name alone is the person whose full name
//! the article gives.
//!
//! Newspapers name a person in full once and by family name after that; the
//! headline may use the family name before. So the whole article is asked.
//! Two persons of one family name in one article leave the name alone.

use super::key::{NameKey, NameWords};
use super::known::KnownNames;
use crate::base::EntityId;
use crate::entity::basis::{Basis, Rule};
use crate::entity::gazetteer::Gazetteer;
use crate::entity::kind::EntityType;
use crate::entity::lexicon::{Lexicon, WordClass};
use crate::entity::spotted::Spotted;

/// Whom a spotted name names.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// A name of the article with its words.
struct Read {
    words: NameWords,
    /// Whether it is a person's name of at least two words.
    is_full: bool,
}

impl<'g> Linker<'g> {
    /// A linker of names over `gazetteer`, whose keys are `known`.
    pub(in crate::entity) const fn new(
        gazetteer: &'g Gazetteer,
        lexicon: &'g Lexicon,
        known: &'g KnownNames,
    ) -> Self {
        Self {
            gazetteer,
            lexicon,
            known,
        }
    }

    /// Links `spots`, the names of `text` in order of their place.
    pub(in crate::entity) fn link(&self, text: &str, spots: &[Spotted]) -> Vec<LinkedSpot> {
        let mut linked: Vec<LinkedSpot> = spots
            .iter()
            .map(|spotted| self.alone(text, *spotted))
            .collect();
        self.link_parts(text, &mut linked, EntityType::Per);
        self.link_parts(text, &mut linked, EntityType::Org);
        linked
    }

    /// What a name is without looking at its neighbours.
    fn alone(&self, text: &str, spotted: Spotted) -> LinkedSpot {
        let name = if let Some(entity) = spotted.entity {
            LinkedName::Known(entity)
        } else {
            let key = words_of(text, spotted).key(spotted.kind, self.lexicon);
            match self.known.get(&key) {
                Some(entity) if self.fits(entity, spotted.kind) => LinkedName::Known(entity),
                _ => LinkedName::Unlisted(key),
            }
        };
        LinkedSpot { spotted, name }
    }

    /// Whether a name of type `kind` may be `entity`: places are one type here.
    fn fits(&self, entity: EntityId, kind: EntityType) -> bool {
        let is_place = |kind| matches!(kind, EntityType::Gpe | EntityType::Loc);
        let known = self.gazetteer.entity(entity).kind;
        known == kind || (is_place(known) && is_place(kind))
    }

    /// Gives parts of names of `kind` the entity of the whole, where the
    /// article has exactly one whole.
    fn link_parts(&self, text: &str, linked: &mut [LinkedSpot], kind: EntityType) {
        let is_asked = |spot: &LinkedSpot| spot.spotted.kind == kind;
        if !linked.iter().any(|spot| {
            is_asked(spot) && (spot.spotted.entity.is_none() || kind == EntityType::Per)
        }) {
            return;
        }
        let reads: Vec<Option<Read>> = linked
            .iter()
            .map(|spot| {
                is_asked(spot).then(|| {
                    let words = words_of(text, spot.spotted);
                    let is_full = words.n_names(self.lexicon) > 1;
                    Read { words, is_full }
                })
            })
            .collect();
        let mut changes = Vec::new();
        for (at, (spot, read)) in linked.iter().zip(&reads).enumerate() {
            let Some(part) = read else { continue };
            if part.is_full && kind == EntityType::Per {
                continue;
            }
            if let Some(whole) = self.whole_of(part, spot, linked, &reads) {
                changes.push((at, whole));
            }
        }
        for (at, name) in changes {
            if let Some(spot) = linked.get_mut(at) {
                if spot.spotted.entity.is_some() {
                    // The list knew another bearer of the name.
                    spot.spotted.basis = Basis::Rule(Rule::FamilyName);
                }
                if let LinkedName::Known(entity) = name {
                    spot.spotted.entity = Some(entity);
                } else {
                    spot.spotted.entity = None;
                }
                spot.name = name;
            }
        }
    }

    /// The entity of the only whole name of which `part` is a part, if it is
    /// another than that of `spot`.
    fn whole_of(
        &self,
        part: &Read,
        spot: &LinkedSpot,
        linked: &[LinkedSpot],
        reads: &[Option<Read>],
    ) -> Option<LinkedName> {
        let mut whole: Option<&LinkedName> = None;
        for (other, read) in linked.iter().zip(reads) {
            let Some(read) = read else { continue };
            if !self.is_part(part, read, spot.spotted.kind) {
                continue;
            }
            if other.name == spot.name {
                // Its own entity stands in the article in full.
                return None;
            }
            match whole {
                Some(known) if *known != other.name => return None,
                _ => whole = Some(&other.name),
            }
        }
        whole.cloned()
    }

    /// Whether `part` is the family name of `whole`, or the name of the
    /// organisation `whole` without its head.
    fn is_part(&self, part: &Read, whole: &Read, kind: EntityType) -> bool {
        let (n_part, n_whole) = (part.words.iter().count(), whole.words.iter().count());
        if n_part == 0 || n_part >= n_whole {
            return false;
        }
        let ends_equal = part
            .words
            .iter()
            .rev()
            .zip(whole.words.iter().rev())
            .all(|(a, b)| a == b || is_article_apart(a, b));
        if !ends_equal {
            return false;
        }
        match kind {
            EntityType::Per => {
                // عبد الله is no family name of محمد عبد الله's brother: the
                // word before the part must not belong to it.
                let before = whole.words.iter().rev().nth(n_part);
                let joined =
                    before.is_some_and(|word| self.lexicon.classes(word).has(WordClass::Particle));
                whole.is_full && !joined
            }
            EntityType::Org => {
                let head = whole.words.iter().next().unwrap_or_default();
                n_part + 1 == n_whole && self.lexicon.classes(head).has(WordClass::OrgHead)
            }
            _ => false,
        }
    }
}

/// Whether two words differ by the article alone: الأسد, أسد.
fn is_article_apart(a: &str, b: &str) -> bool {
    a.strip_prefix("ال") == Some(b) || b.strip_prefix("ال") == Some(a)
}

fn words_of(text: &str, spotted: Spotted) -> NameWords {
    let name = text.get(spotted.span.range()).unwrap_or_default();
    NameWords::new(name, spotted.article_elided)
}
