//! Knowledge of the world: the tables of `assets/gazetteer`.
//!
//! Tab-separated lines, `#` for comments, `|` between names. `?` before a name
//! says that it is also an ordinary word; `=` that its last letter must be
//! written as it is, because with ى it is another word; `!` before a head that
//! it counts only where it is no attribute of the word before.

use super::demonym::Gender;
use crate::base::{AssetTable, TableProblem, asset_table};
use crate::entity::model::EntityType;
use crate::entity::names_file::{Ambiguous, EntityDef};

/// A nationality, ethnic or religious word and how its forms are made.
#[derive(Debug, Clone)]
pub(super) struct Demonym {
    pub(super) id: String,
    pub(super) country: Option<String>,
    /// Masculine singular forms, from which the others follow.
    pub(super) stems: Vec<Name>,
    /// Forms that follow from no rule, without the article.
    pub(super) plurals: Vec<Name>,
}

/// A name of a table, with what its mark says.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub(super) text: String,
    pub(super) mark: NameMark,
}

/// The mark before a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameMark {
    /// None.
    Plain,
    /// `?`
    Ambiguous,
    /// `=`
    Exact,
    /// `!`
    Guarded,
}

/// A kind of body that every state may have: its ministry of defence, its
/// army, its parliament.
#[derive(Debug, Clone)]
pub(super) struct BodyPattern {
    /// The id, `{}` standing for the id of the state.
    pub(super) id: String,
    /// The gender of the head noun, with which the adjective agrees.
    pub(super) gender: Gender,
    /// Heads that an adjective completes: وزارة الدفاع + الروسية.
    pub(super) adjective_heads: Vec<Name>,
    /// Heads that the name of the state completes: حكومة + أرمينيا.
    pub(super) construct_heads: Vec<Name>,
}

/// Words that say what stands next to them.
#[derive(Debug, Clone)]
pub(super) struct Cues {
    pub(super) role: Role,
    pub(super) words: Vec<Name>,
}

/// What a cue says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Before an ambiguous name of this type, it makes a name of it.
    Supports(EntityType),
    /// A head noun of media names.
    MediaHead {
        /// Its gender.
        gender: Gender,
        /// Whether other bodies than media have one, too (موقع, شبكة).
        shared: bool,
    },
    /// An adjective or phrase that may follow a medium's name and is part of it.
    MediaTail,
    /// A word that may stand between a media head and the name.
    MediaFiller,
    /// Words that look like a name and are none: مسقط رأسه.
    Stop,
}

/// The tables, parsed.
#[derive(Debug, Clone, Default)]
pub struct World {
    pub(super) entities: Vec<EntityDef>,
    pub(super) media_ids: Vec<String>,
    pub(super) capital_ids: Vec<String>,
    pub(super) demonyms: Vec<Demonym>,
    pub(super) bodies: Vec<BodyPattern>,
    pub(super) cues: Vec<Cues>,
}

impl World {
    /// The tables that ship with the program, and the lines of them that
    /// cannot be used; a test holds that there are none.
    #[must_use]
    pub fn embedded() -> (Self, Vec<TableProblem>) {
        let mut world = Self::default();
        let mut problems = Vec::new();
        world.countries(asset_table!("gazetteer/countries.tsv"), &mut problems);
        world.cities(asset_table!("gazetteer/cities.tsv"), &mut problems);
        world.named(asset_table!("gazetteer/names.tsv"), &mut problems);
        world.demonyms(asset_table!("gazetteer/demonyms.tsv"), &mut problems);
        world.bodies(asset_table!("gazetteer/body-patterns.tsv"), &mut problems);
        world.cues(asset_table!("gazetteer/cues.tsv"), &mut problems);
        (world, problems)
    }

    /// Forgets the entities that `keep` says no to, so that a tagger can be
    /// trained on names that no list has.
    pub fn retain(&mut self, keep: impl FnMut(&EntityDef) -> bool) {
        self.entities.retain(keep);
    }

    /// What a test lets the gazetteers of its thread know of the world.
    #[cfg(not(test))]
    pub(super) const fn of_test() -> Option<Self> {
        None
    }

    fn countries(&mut self, table: AssetTable, problems: &mut Vec<TableProblem>) {
        table.each_row(problems, |columns, _| {
            let [id, names] = columns else { return None };
            self.entities
                .push(definition(id, EntityType::Gpe, None, names)?);
            Some(())
        });
    }

    fn cities(&mut self, table: AssetTable, problems: &mut Vec<TableProblem>) {
        table.each_row(problems, |columns, _| {
            let [id, country, names, rest @ ..] = columns else {
                return None;
            };
            let country = Some(*country).filter(|c| !c.is_empty());
            self.entities
                .push(definition(id, EntityType::Gpe, country, names)?);
            match rest {
                [] => Some(()),
                ["capital"] => {
                    self.capital_ids.push((*id).to_owned());
                    Some(())
                }
                _ => None,
            }
        });
    }

    fn named(&mut self, table: AssetTable, problems: &mut Vec<TableProblem>) {
        table.each_row(problems, |columns, _| {
            let [tag, id, country, names] = columns else {
                return None;
            };
            let country = Some(*country).filter(|c| !c.is_empty());
            let kind = if *tag == "MEDIA" {
                self.media_ids.push((*id).to_owned());
                EntityType::Org
            } else {
                EntityType::from_tag(tag)?
            };
            self.entities.push(definition(id, kind, country, names)?);
            Some(())
        });
    }

    fn demonyms(&mut self, table: AssetTable, problems: &mut Vec<TableProblem>) {
        table.each_row(problems, |columns, _| {
            let [id, country, forms @ ..] = columns else {
                return None;
            };
            let [stems, plurals] = match forms {
                [stems] => [*stems, ""],
                [stems, plurals] => [*stems, *plurals],
                _ => return None,
            };
            self.demonyms.push(Demonym {
                id: (*id).to_owned(),
                country: Some((*country).to_owned()).filter(|c| !c.is_empty()),
                stems: names(stems),
                plurals: names(plurals),
            });
            Some(())
        });
    }

    fn bodies(&mut self, table: AssetTable, problems: &mut Vec<TableProblem>) {
        table.each_row(problems, |columns, _| {
            let [id, gender, adjective_heads, rest @ ..] = columns else {
                return None;
            };
            let construct_heads = rest.first().copied().unwrap_or_default();
            self.bodies.push(BodyPattern {
                id: Some((*id).to_owned()).filter(|id| id.contains("{}"))?,
                gender: gender_of(gender)?,
                adjective_heads: names(adjective_heads),
                construct_heads: names(construct_heads),
            });
            Some(())
        });
    }

    fn cues(&mut self, table: AssetTable, problems: &mut Vec<TableProblem>) {
        table.each_row(problems, |columns, _| {
            let [role, words] = columns else { return None };
            let role = match *role {
                "media-head-f" => Role::MediaHead {
                    gender: Gender::Feminine,
                    shared: false,
                },
                "media-head-m" => Role::MediaHead {
                    gender: Gender::Masculine,
                    shared: false,
                },
                "shared-head-f" => Role::MediaHead {
                    gender: Gender::Feminine,
                    shared: true,
                },
                "shared-head-m" => Role::MediaHead {
                    gender: Gender::Masculine,
                    shared: true,
                },
                "media-tail" => Role::MediaTail,
                "media-filler" => Role::MediaFiller,
                "stop" => Role::Stop,
                tag => Role::Supports(EntityType::from_tag(tag)?),
            };
            self.cues.push(Cues {
                role,
                words: names(words),
            });
            Some(())
        });
    }
}

fn gender_of(letter: &str) -> Option<Gender> {
    match letter {
        "m" => Some(Gender::Masculine),
        "f" => Some(Gender::Feminine),
        _ => None,
    }
}

fn names(column: &str) -> Vec<Name> {
    column
        .split('|')
        .filter(|name| !name.is_empty())
        .map(|name| {
            let (mark, text) = match name.chars().next() {
                Some('?') => (NameMark::Ambiguous, name.trim_start_matches('?')),
                Some('=') => (NameMark::Exact, name.trim_start_matches('=')),
                Some('!') => (NameMark::Guarded, name.trim_start_matches('!')),
                _ => (NameMark::Plain, name),
            };
            Name {
                text: text.to_owned(),
                mark,
            }
        })
        .collect()
}

fn definition(
    id: &str,
    kind: EntityType,
    country: Option<&str>,
    column: &str,
) -> Option<EntityDef> {
    let names = names(column);
    let ambiguous = names.iter().filter(|name| name.mark == NameMark::Ambiguous);
    Some(EntityDef {
        id: Some(id.to_owned()).filter(|id| !id.is_empty())?,
        kind,
        ar: Some(names.first()?.text.clone()),
        ambiguous: Ambiguous::Only(ambiguous.map(|name| name.text.clone()).collect()),
        names: names.into_iter().map(|name| name.text).collect(),
        country: country.map(str::to_owned),
        ..EntityDef::new(id, kind)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_tables_is_usable() {
        let (world, problems) = World::embedded();
        assert_eq!(problems, []);
        assert!(world.entities.len() > 1000 && world.demonyms.len() > 100);
    }

    #[test]
    fn a_bad_line_is_a_problem_and_the_next_loads() {
        let mut world = World::default();
        let mut problems = Vec::new();
        let text = "# names\nORG\tonly two\nGPE\tBaku\t\tباكو\n";
        let table = "t.tsv";
        world.named(AssetTable { name: table, text }, &mut problems);
        assert_eq!(problems, [TableProblem { table, line: 2 }]);
        assert_eq!(world.entities.len(), 1);
    }
}
