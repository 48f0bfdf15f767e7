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
    /// A linker of names over `gazetteer`.
    pub(in crate::entity) fn new(gazetteer: &'g Gazetteer) -> Self {
        Self {
            gazetteer,
            lexicon: gazetteer.vocabulary.lexicon,
            known: gazetteer.known_names(),
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
            // What the reader says of a name is not for rules to change.
            let is_said = spot.spotted.basis == Basis::Reader;
            if is_said || (part.is_full && kind == EntityType::Per) {
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
                spot.spotted.entity = match name {
                    LinkedName::Known(entity) => Some(entity),
                    LinkedName::Unlisted(_) => None,
                };
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
            let is_denied = matches!(other.name, LinkedName::Known(entity)
                if self.gazetteer.said.denies(entity, &part.words.folded));
            if is_denied {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ByteSpan;
    use crate::entity::{Layer, Origin, parse_definitions};

    const LISTED: &str = r#"
        [[entity]]
        id = "Ilham Aliyev"
        type = "PER"
        ar = "إلهام علييف"
        names = ["علييف"]
        [[entity]]
        id = "Zangilan"
        type = "GPE"
        ar = "زنغيلان"
        names = []
    "#;

    /// The names marked `[…]` in `marked` (with `*` before a listed one), all
    /// of type `kind`, linked; for each its words and whom it names.
    fn linked(marked: &str, kind: EntityType) -> Vec<(String, String)> {
        let (definitions, problems) = parse_definitions("entities.toml", LISTED);
        assert_eq!(problems, []);
        let gazetteer = Gazetteer::build(&[Layer {
            origin: Origin::Folder,
            definitions: &definitions,
        }]);
        let (mut text, mut spots) = (String::new(), Vec::new());
        for piece in marked.split_inclusive(['[', ']']) {
            let start = u32::try_from(text.len()).expect("short");
            if let Some(name) = piece.strip_suffix(']') {
                let bare = name.strip_prefix('*');
                text.push_str(bare.unwrap_or(name));
                let entity = bare.map(|name| gazetteer.named(name)[0]);
                spots.push(Spotted {
                    span: ByteSpan::new(start, u32::try_from(text.len()).expect("short")),
                    kind,
                    entity,
                    article_elided: false,
                    basis: Basis::Model,
                });
            } else {
                text.push_str(piece.trim_end_matches('['));
            }
        }
        let linker = Linker::new(&gazetteer);
        let name = |spot: &LinkedSpot| match &spot.name {
            LinkedName::Known(id) => gazetteer.entity(*id).id.to_string(),
            LinkedName::Unlisted(key) => key.text.to_string(),
        };
        linker
            .link(&text, &spots)
            .iter()
            .map(|spot| (spot.spotted.span.slice(&text).to_owned(), name(spot)))
            .collect()
    }

    fn names(marked: &str, kind: EntityType) -> Vec<String> {
        linked(marked, kind)
            .into_iter()
            .map(|(_, name)| name)
            .collect()
    }

    #[test]
    fn a_family_name_is_the_person_of_the_full_name_before_or_after() {
        let found = names("قال [شوقي طبيب] ثم قال [طبيب]", EntityType::Per);
        assert_eq!(found[0], found[1]);
        let found = names("[طبيب] يرد: قال [شوقي طبيب]", EntityType::Per);
        assert_eq!(found[0], found[1]);
    }

    #[test]
    fn two_bearers_of_a_family_name_stay_two() {
        let found = names(
            "التقى [جوزيف عون] و[ميشال عون]، وقال [عون]",
            EntityType::Per,
        );
        assert_ne!(found[0], found[1]);
        assert!(found[2] != found[0] && found[2] != found[1]);
    }

    #[test]
    fn another_bearer_in_full_takes_the_name_from_the_listed_one() {
        let found = names("[ناتق علييف] وزير، وقال [*علييف]", EntityType::Per);
        assert_eq!(found[0], found[1]);
        let both = names(
            "[ناتق علييف] مع [*إلهام علييف]، وقال [*علييف]",
            EntityType::Per,
        );
        assert_eq!(both[2], "Ilham Aliyev");
    }

    #[test]
    fn a_spelling_that_no_list_has_leads_to_the_listed_entity() {
        assert_eq!(names("في [زانجيلان]", EntityType::Gpe), ["Zangilan"]);
        assert_eq!(
            names("في [إلهام عالييف]", EntityType::Per),
            ["Ilham Aliyev"]
        );
        // But not of another type.
        assert_ne!(names("شركة [زانجيلان]", EntityType::Org), ["Zangilan"]);
    }

    #[test]
    fn the_second_half_of_a_compound_is_no_family_name() {
        let found = names("[محمد عبد الرحمن] و[الرحمن]", EntityType::Per);
        assert_ne!(found[0], found[1]);
    }

    #[test]
    fn an_organisation_without_its_head_is_the_one_of_the_article() {
        let found = names("[حركة النهضة] ثم [النهضة]", EntityType::Org);
        assert_eq!(found[0], found[1]);
        let two = names("[حزب العمل] و[حركة العمل] ثم [العمل]", EntityType::Org);
        assert!(two[2] != two[0] && two[2] != two[1]);
    }
}
