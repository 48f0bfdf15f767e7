//! The entities that are named with an entity.

use super::scope::{StudyScope, names};
use super::stretch::Stretch;
use super::tally::Tally;
use crate::base::{CancelToken, Cancelled, EntityId};
use crate::entity::model::EntityType;
use crate::statistics::Contingency;

/// What [`companions`] looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CompanionOptions {
    /// Where two must be named to be named together.
    pub unit: Stretch,
    /// The fewest units that name both.
    pub least: u32,
}

/// Companions in the same article, in three articles at least.
impl Default for CompanionOptions {
    fn default() -> Self {
        Self {
            unit: Stretch::Article,
            least: 3,
        }
    }
}

/// An entity that is named with the one in question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Companion {
    /// The companion.
    pub entity: EntityId,
    /// Its type, as most of its mentions have it.
    pub kind: EntityType,
    /// The units of the entity in question (row), of the companion (column) and
    /// of both. Units that name nothing are not among them: the more captions
    /// and bylines an outlet has, the more would everything else seem to belong
    /// together.
    pub pair: Contingency,
}

/// The companions of an entity.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Companions {
    /// Units that name the entity.
    pub named: u32,
    /// Units that name anything.
    pub units: u32,
    /// The companions, those of the largest log-likelihood first; of equal ones
    /// that with more units that name both, then that of the smaller id.
    pub rows: Vec<Companion>,
}

/// The entities named together with `entities`, few ids of one thing.
///
/// # Errors
/// [`Cancelled`] when `cancel` asks for it.
pub fn companions(
    scope: &StudyScope<'_>,
    entities: &[EntityId],
    options: &CompanionOptions,
    cancel: &CancelToken,
) -> Result<Companions, Cancelled> {
    let counts = scope.sum(
        cancel,
        CompanionCounts::default,
        |counts, shown| {
            let unit = options.unit;
            unit.each(shown.article, shown.mentions, |mentions| {
                counts.tally.next_unit();
                let is_near = mentions.iter().any(|m| names(m, entities));
                counts.named += u32::from(is_near);
                for mention in mentions {
                    let (row, is_first) = counts.tally.add(mention);
                    counts.grow();
                    counts.both[row] += u32::from(is_first && is_near);
                }
            });
        },
        |counts, more| {
            counts.named += more.named;
            let mut moves = Vec::with_capacity(more.both.len());
            let both = &more.both;
            counts
                .tally
                .join(&more.tally, |to, from| moves.push((to, both[from])));
            counts.grow();
            for (to, both) in moves {
                counts.both[to] += both;
            }
        },
    )?;
    let units = counts.tally.n_units();
    let rows = counts.tally.rows().iter().zip(&counts.both);
    let rows = rows
        .filter(|(row, both)| **both >= options.least.max(1) && !entities.contains(&row.entity))
        .filter_map(|(row, both)| {
            let [both, named, of_row, all] = [*both, counts.named, row.units, units].map(u64::from);
            Some(Companion {
                entity: row.entity,
                kind: row.kinds.most(),
                pair: Contingency::new(both, named, of_row, all)?,
            })
        });
    let key = |row: &Companion| row.pair.log_likelihood().unwrap_or(f64::NEG_INFINITY);
    let mut keyed: Vec<(f64, Companion)> = rows.map(|row| (key(&row), row)).collect();
    keyed.sort_unstable_by(|(a, x), (b, y)| {
        let counts = y.pair.observed().cmp(&x.pair.observed());
        b.total_cmp(a).then(counts).then(x.entity.cmp(&y.entity))
    });
    Ok(Companions {
        named: counts.named,
        units,
        rows: keyed.into_iter().map(|(_, row)| row).collect(),
    })
}

#[derive(Default)]
struct CompanionCounts {
    tally: Tally,
    /// For each row of the tally, the units that name it and the entity in
    /// question.
    both: Vec<u32>,
    named: u32,
}

impl CompanionCounts {
    fn grow(&mut self) {
        self.both.resize(self.tally.rows().len(), 0);
    }
}
