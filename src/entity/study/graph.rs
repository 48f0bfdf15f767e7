//! Who is named with whom.

use rustc_hash::FxHashMap;

use super::companions::PairOrder;
use super::kinds::Kinds;
use super::layout::{Link, layout};
use super::scope::Scope;
use super::stretch::Stretch;
use super::tally::{Tally, TallyRow};
use crate::base::{CancelToken, Cancelled, EntityId};
use crate::entity::kind::EntityType;
use crate::statistics::{Contingency, real};

/// What [`graph`] shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GraphOptions {
    /// The most nodes; above [`Graph::MAX_NODES`] that.
    pub nodes: usize,
    /// The most edges.
    pub edges: usize,
    /// Which edges: those with the largest of it, where it is more than nothing.
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
    /// The entities, those of most units first; or in the order given.
    pub nodes: Vec<Node>,
    /// The edges, the strongest first.
    pub edges: Vec<Edge>,
    /// How many components there are.
    pub n_components: usize,
}

/// A node of a graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// The entity.
    pub entity: EntityId,
    /// Its type, as most of its mentions have it.
    pub kind: EntityType,
    /// Its mentions.
    pub mentions: u32,
    /// The units that name it.
    pub units: u32,
    /// The component that it belongs to: nodes that edges join, directly or
    /// not. The one of most nodes is 0; of equal ones that of the first node.
    pub component: usize,
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
    pub fn layout(&self, room: impl Fn(&Node) -> [f64; 2]) -> Vec<[f64; 2]> {
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
    scope: &Scope<'_>,
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

/// The graph of `entities`, each named once, such as an entity and its
/// companions; those that `scope` does not name, or that are of other types
/// than the options say, are left out.
///
/// # Errors
/// [`Cancelled`] when `cancel` asks for it.
pub fn graph_of(
    scope: &Scope<'_>,
    entities: &[EntityId],
    options: &GraphOptions,
    cancel: &CancelToken,
) -> Result<Graph, Cancelled> {
    let tally = units_of(scope, options.unit, cancel)?;
    let mut nodes: Vec<EntityId> = Vec::new();
    for entity in entities {
        let row = tally.row_of(*entity);
        if row.is_some_and(|row| options.kinds.contains(row.kinds.most()))
            && !nodes.contains(entity)
        {
            nodes.push(*entity);
        }
    }
    nodes.truncate(options.nodes);
    between(scope, &nodes, &tally, options, cancel)
}

fn units_of(scope: &Scope<'_>, unit: Stretch, cancel: &CancelToken) -> Result<Tally, Cancelled> {
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
    scope: &Scope<'_>,
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
            let strength = options.order.of(pair).unwrap_or_default();
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
    let edges: Vec<Edge> = edges
        .into_iter()
        .map(|(_, edge)| edge)
        .take(options.edges)
        .collect();
    let (components, n_components) = components(n, &edges);
    let nodes = rows.iter().zip(components).map(|(row, component)| Node {
        entity: row.entity,
        kind: row.kinds.most(),
        mentions: row.mentions,
        units: row.units,
        component,
    });
    Ok(Graph {
        nodes: nodes.collect(),
        edges,
        n_components,
    })
}

/// The component of each of `n` nodes, and how many there are.
fn components(n: usize, edges: &[Edge]) -> (Vec<usize>, usize) {
    // Each node is marked with the smallest node of its component.
    let mut smallest: Vec<usize> = (0..n).collect();
    for edge in edges {
        let [a, b] = edge.nodes.map(|node| smallest[node]);
        let (kept, gone) = (a.min(b), a.max(b));
        for mark in &mut smallest {
            if *mark == gone {
                *mark = kept;
            }
        }
    }
    let mut sizes: Vec<(usize, usize)> = (0..n).map(|node| (0, node)).collect();
    for mark in &smallest {
        sizes[*mark].0 += 1;
    }
    sizes.retain(|(size, _)| *size > 0);
    sizes.sort_unstable_by_key(|(size, node)| (std::cmp::Reverse(*size), *node));
    let number = |mark: &usize| sizes.iter().position(|(_, node)| node == mark);
    let numbers = smallest.iter().map(|mark| number(mark).unwrap_or_default());
    (numbers.collect(), sizes.len())
}
