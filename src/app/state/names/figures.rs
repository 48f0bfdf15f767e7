//! What was counted of names.

use crate::app::command::names::NamesLook;
use crate::base::EntityId;
use crate::corpus::{Corpus, Facet};
use crate::entity::study::{Companions, EntityRows, Graph, Naming, Profile};
use crate::entity::{Annotations, Entity, EntityType, Origin};
use crate::texts::Language;
use std::sync::{Arc, LazyLock};

/// What figures would say of an entity that their names do not have.
static NOBODY: LazyLock<Entity> = LazyLock::new(|| Entity {
    id: Box::default(),
    kind: EntityType::Loc,
    ar: Box::default(),
    names: Vec::new(),
    en: None,
    country: None,
    note: None,
    different: Vec::new(),
    origin: Origin::Text,
});

/// The figures of one part of the view, and what they are about.
pub(in crate::app) struct Figures {
    pub(in crate::app) corpus: Arc<Corpus>,
    pub(in crate::app) names: Arc<Annotations>,
    pub(in crate::app) n_articles: usize,
    pub(in crate::app) n_words: u64,
    /// Mentions of anything.
    pub(in crate::app) n_mentions: u64,
    /// The columns of counts by period.
    pub(in crate::app) periods: Vec<Option<Facet>>,
    /// The articles of each.
    pub(in crate::app) sizes: Vec<u32>,
    pub(in crate::app) what: NamesContent,
}

/// What a part shows.
pub(in crate::app) enum NamesContent {
    /// No article names anything.
    Nothing,
    Table(TableFigures),
    Entity(Box<NamedOne>),
    Naming(NamingFigures),
    /// The names that are named with others, and how many are not.
    Network(Graph, usize),
}

/// All names.
pub(in crate::app) struct TableFigures {
    pub(in crate::app) rows: EntityRows,
    /// The folded names of each row, for sorting and finding.
    pub(in crate::app) folded: Vec<FoldedName>,
    /// The most mentions that a row has.
    pub(in crate::app) most: u32,
    /// The names of each class.
    pub(in crate::app) by_class: [u32; 4],
}

/// The folded names of an entity.
#[derive(Default)]
pub(in crate::app) struct FoldedName {
    pub(in crate::app) arabic: Box<str>,
    pub(in crate::app) english: Option<Box<str>>,
}

impl FoldedName {
    /// The name that comes first in a window in `language`.
    pub(in crate::app) fn first(&self, language: Language) -> &str {
        match (language, &self.english) {
            (Language::English, Some(english)) => english,
            _ => &self.arabic,
        }
    }

    /// Whether one of them holds `part`, which is folded.
    pub(in crate::app) fn holds(&self, part: &str) -> bool {
        let english = self.english.as_deref();
        self.arabic.contains(part) || english.is_some_and(|name| name.contains(part))
    }
}

/// One entity.
pub(in crate::app) struct NamedOne {
    pub(in crate::app) entity: EntityId,
    pub(in crate::app) profile: Profile,
    pub(in crate::app) companions: Companions,
    /// The words near it, those that belong to it most first; `None` without
    /// an index.
    pub(in crate::app) near: Option<Vec<NearWord>>,
}

/// A word near an entity.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct NearWord {
    pub(in crate::app) word: String,
    /// Occurrences near the entity.
    pub(in crate::app) observed: u64,
    /// What chance would bring.
    pub(in crate::app) expected: Option<f64>,
    pub(in crate::app) log_dice: Option<f64>,
}

/// The spellings of an entity.
pub(in crate::app) struct NamingFigures {
    pub(in crate::app) entity: EntityId,
    pub(in crate::app) naming: Naming,
}

impl Figures {
    /// What is known of an entity of these figures, which hold their positions
    /// of entities together with the names that these belong to.
    pub(in crate::app) fn entity(&self, entity: EntityId) -> &Entity {
        self.names.table().get(entity).unwrap_or(&NOBODY)
    }

    /// The columns of periods with articles: all others are empty.
    pub(in crate::app) fn columns(&self) -> Vec<usize> {
        let columns = self.sizes.iter().enumerate();
        let filled = columns.filter(|(_, n)| **n > 0);
        filled.map(|(column, _)| column).collect()
    }

    /// The two periods that are compared, the earlier first: those that `look`
    /// names, or the first and the last with a date; `None` with fewer than
    /// two.
    pub(in crate::app) fn compared(&self, look: &NamesLook) -> Option<[usize; 2]> {
        let dated: Vec<usize> = self
            .columns()
            .into_iter()
            .filter(|column| self.periods.get(*column).is_some_and(Option::is_some))
            .collect();
        let column = |period: &Facet| {
            let has = |column: &&usize| {
                let known = self.periods.get(**column).and_then(Option::as_ref);
                known == Some(period)
            };
            dated.iter().find(has).copied()
        };
        let [first, last] = [dated.first()?, dated.last()?].map(|column| *column);
        let wanted = look.compared.as_ref();
        let wanted = wanted.and_then(|[a, b]| Some([column(a)?, column(b)?]));
        let [before, after] = wanted.unwrap_or([first, last]);
        (before != after).then_some([before, after])
    }

    /// The entity that they are about, if it is one.
    pub(in crate::app) fn of_one(&self) -> Option<EntityId> {
        match &self.what {
            NamesContent::Entity(one) => Some(one.entity),
            NamesContent::Naming(naming) => Some(naming.entity),
            NamesContent::Nothing | NamesContent::Table(_) | NamesContent::Network(..) => None,
        }
    }

    /// The place of a period among those of the corpus, for its colour; `None`
    /// for undated articles.
    pub(in crate::app) fn place_of(&self, column: usize) -> Option<usize> {
        // Periods stand in the order of their labels, undated last.
        self.periods.get(column)?.as_ref().map(|_| column)
    }
}
