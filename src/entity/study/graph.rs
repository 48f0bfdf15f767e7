//! Who is named with whom.

use rustc_hash::FxHashMap;

use super::kinds::Kinds;
use super::layout::{Link, layout};
use super::scope::StudyScope;
use super::stretch::Stretch;
use super::tally::{Tally, TallyRow};
use crate::base::{CancelToken, Cancelled, EntityId};
use crate::entity::model::EntityType;
use crate::statistics::{Contingency, real};

/// Which pairs are edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PairOrder {
    /// Those of the largest log-likelihood, of pairs that are named together
    /// more often than by chance.
    #[default]
    LogLikelihood,
    /// Those of most units that name both.
    Count,
}

/// What [`graph`] shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GraphOptions {
    /// The most nodes; above [`Graph::MAX_NODES`] that.
    pub nodes: usize,
    /// The most edges.
    pub edges: usize,
    /// Which edges.
    pub order: PairOrder,
    /// The fewest units that name both ends of an edge.
    pub least: u32,
    /// Where two must be named to be named together.
    pub unit: Stretch,
    /// The types of nodes.
    pub kinds: Kinds,
}

/// Forty nodes and eighty edges of two units at least, by association.
impl Default for GraphOptions {
    fn default() -> Self {
        Self {
            nodes: 40,
            edges: 80,
            order: PairOrder::LogLikelihood,
            least: 2,
            unit: Stretch::Article,
            kinds: Kinds::ALL,
        }
    }
}

/// A graph of entities.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Graph {
    /// The entities, those of most units first.
    pub nodes: Vec<GraphNode>,
    /// The edges, the strongest first.
    pub edges: Vec<Edge>,
}

/// A node of a graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GraphNode {
    /// The entity.
    pub entity: EntityId,
    /// Its type, as most of its mentions have it.
    pub kind: EntityType,
    /// Its mentions.
    pub mentions: u32,
    /// The units that name it.
    pub units: u32,
}

/// An edge of a graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    /// The numbers of its nodes, the smaller first.
    pub nodes: [usize; 2],
    /// The units that name its ends, apart and together.
    pub pair: Contingency,
}

impl Graph {
    /// The most nodes of a graph. A layout takes time by its square.
    pub const MAX_NODES: usize = 200;

    /// Where the nodes are drawn, in the unit square; `room` is the width and
    /// height of a node's label in parts of the square's side. The same graph
    /// and rooms always give the same places.
    #[must_use]
    pub fn layout(&self, room: impl Fn(&GraphNode) -> [f64; 2]) -> Vec<[f64; 2]> {
        let rooms: Vec<[f64; 2]> = self.nodes.iter().map(room).collect();
        let strongest = self.edges.iter().map(|edge| edge.pair.observed()).max();
        let strongest = real(strongest.unwrap_or(1).max(1));
        let links = self.edges.iter().map(|edge| Link {
            nodes: edge.nodes,
            weight: (real(edge.pair.observed()) / strongest).sqrt(),
        });
        layout(&rooms, &links.collect::<Vec<_>>())
    }
}

/// The graph of the entities that most units of `scope` name.
///
/// # Errors
/// [`Cancelled`] when `cancel` asks for it.
pub fn graph(
    scope: &StudyScope<'_>,
    options: &GraphOptions,
    cancel: &CancelToken,
) -> Result<Graph, Cancelled> {
    let tally = units_of(scope, options.unit, cancel)?;
    let rows = tally.rows().iter();
    let mut rows: Vec<&TallyRow> = rows
        .filter(|row| options.kinds.contains(row.kinds.most()))
        .collect();
    rows.sort_unstable_by_key(|row| {
        let (units, mentions) = (row.units, row.mentions);
        (std::cmp::Reverse((units, mentions)), row.entity)
    });
    let nodes: Vec<EntityId> = rows
        .iter()
        .map(|row| row.entity)
        .take(options.nodes)
        .collect();
    between(scope, &nodes, &tally, options, cancel)
}

fn units_of(
    scope: &StudyScope<'_>,
    unit: Stretch,
    cancel: &CancelToken,
) -> Result<Tally, Cancelled> {
    scope.sum(
        cancel,
        Tally::default,
        |tally, shown| {
            unit.each(shown.article, shown.mentions, |mentions| {
                tally.next_unit();
                for mention in mentions {
                    tally.add(mention);
                }
            });
        },
        |tally, more| tally.join(&more, |_, _| {}),
    )
}

/// The graph of `nodes`, all of them in `tally`.
fn between(
    scope: &StudyScope<'_>,
    nodes: &[EntityId],
    tally: &Tally,
    options: &GraphOptions,
    cancel: &CancelToken,
) -> Result<Graph, Cancelled> {
    let n = nodes.len().min(Graph::MAX_NODES);
    let numbers: FxHashMap<EntityId, usize> = nodes.iter().copied().zip(0..n).collect();
    let both = scope.sum(
        cancel,
        || vec![0_u32; n * n],
        |both, shown| {
            let mut here: Vec<usize> = Vec::new();
            options
                .unit
                .each(shown.article, shown.mentions, |mentions| {
                    here.clear();
                    here.extend(mentions.iter().filter_map(|m| numbers.get(&m.entity)));
                    here.sort_unstable();
                    here.dedup();
                    for (at, a) in here.iter().enumerate() {
                        for b in &here[at + 1..] {
                            both[a * n + b] += 1;
                        }
                    }
                });
        },
        |both, more| super::forms::add_cells(both, &more),
    )?;
    let rows: Vec<&TallyRow> = nodes[..n].iter().filter_map(|e| tally.row_of(*e)).collect();
    let mut edges: Vec<(f64, Edge)> = Vec::new();
    for (a, first) in rows.iter().enumerate() {
        for (b, second) in rows.iter().enumerate().skip(a + 1) {
            let counts = [both[a * n + b], first.units, second.units, tally.n_units()];
            let [both, of_a, of_b, all] = counts.map(u64::from);
            let Some(pair) = Contingency::new(both, of_a, of_b, all) else {
                continue;
            };
            let strength = match options.order {
                PairOrder::LogLikelihood => pair.log_likelihood().unwrap_or_default(),
                PairOrder::Count => real(both),
            };
            if both >= u64::from(options.least.max(1)) && strength > 0.0 {
                let nodes = [a, b];
                edges.push((strength, Edge { nodes, pair }));
            }
        }
    }
    edges.sort_unstable_by(|(a, x), (b, y)| {
        let counts = y.pair.observed().cmp(&x.pair.observed());
        b.total_cmp(a).then(counts).then(x.nodes.cmp(&y.nodes))
    });
    let edges = edges.into_iter().map(|(_, edge)| edge);
    let nodes = rows.iter().map(|row| GraphNode {
        entity: row.entity,
        kind: row.kinds.most(),
        mentions: row.mentions,
        units: row.units,
    });
    Ok(Graph {
        nodes: nodes.collect(),
        edges: edges.take(options.edges).collect(),
    })
}
