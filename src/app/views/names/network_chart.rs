//! The network of names as a chart.

use super::words::kind_key;
use crate::app::panels::entity_name::EntityName;
use crate::app::panels::legend::class_key;
use crate::app::state::names::Figures;
use crate::base::EntityId;
use crate::entity::EntityType;
use crate::entity::study::{Edge, Graph};
use crate::statistics::share;
use crate::texts::Texts;
use crate::ui::chart::{
    Dot, Network, NetworkEdge, NetworkFrame, NetworkKey, NetworkNode, Sheet, network, node_room,
};
use crate::ui::reading::MarkClass;
use crate::ui::theme::Tone;
use egui::Vec2;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The name of a network.
pub(in crate::app) fn network_name(graph: &Graph, texts: &Texts) -> String {
    let nodes = texts.with("count-names", &[("n", graph.nodes.len().into())]);
    let edges = texts.with("count-pairs", &[("n", graph.edges.len().into())]);
    let counts = [("names", (&nodes).into()), ("pairs", (&edges).into())];
    texts.with("names-network-name", &counts)
}

/// What is said of two that are named together.
pub(in crate::app) fn edge_name(
    figures: &Figures,
    graph: &Graph,
    edge: &Edge,
    texts: &Texts,
) -> String {
    let name = |n: usize| {
        let node = graph.nodes.get(n);
        node.map_or_else(Cow::default, |node| {
            EntityName::of(figures.entity(node.entity), texts.language()).line()
        })
    };
    let [a, b] = edge.nodes.map(name);
    let times = edge.pair.lift().map_or_else(String::new, |times| {
        texts.decimal(times, usize::from(times < 100.0))
    });
    let expected = edge.pair.expected();
    let expected = expected.map_or_else(String::new, |n| texts.decimal(n, usize::from(n < 100.0)));
    texts.with(
        "names-pair",
        &[
            ("first", a.as_ref().into()),
            ("second", b.as_ref().into()),
            ("n", edge.pair.observed().into()),
            ("expected", (&expected).into()),
            ("times", (&times).into()),
        ],
    )
}

/// The network of `graph`, under a title if it has one and over what its
/// shapes and lines stand for, what has to do with the node at place `focus` in
/// front. `places` are kept by the caller and found when they are `None`.
pub(in crate::app) fn draw_network(
    sheet: &mut Sheet<'_>,
    figures: &Figures,
    graph: &Graph,
    (texts, title): (&Texts, Option<&str>),
    (places, focus): (&mut Option<Vec<[f64; 2]>>, Option<usize>),
) -> Network {
    let palette = sheet.palette;
    let most = graph.nodes.iter().map(|node| node.mentions).max();
    let most = f64::from(most.unwrap_or(1).max(1));
    let nodes: Vec<NetworkNode> = graph
        .nodes
        .iter()
        .map(|node| {
            let entity = figures.entity(node.entity);
            let named = EntityName::of(entity, texts.language());
            let labels = [Some(named.first), named.second].into_iter().flatten();
            let named = named.line();
            let kind = texts.get(kind_key(node.kind));
            let n = texts.with("count-mentions", &[("n", node.mentions.into())]);
            #[expect(clippy::cast_possible_truncation, reason = "a size on the screen")]
            let size = (f64::from(node.mentions) / most) as f32;
            NetworkNode {
                labels: labels.map(str::to_owned).collect(),
                dot: dot_of(node.kind),
                tone: MarkClass::of(node.kind).tone(palette),
                size,
                name: format!("{named} · {kind} · {n}"),
            }
        })
        .collect();
    let both = || graph.edges.iter().map(|edge| edge.pair.observed());
    let (least, most) = (both().min().unwrap_or(0), both().max().unwrap_or(0));
    let strength =
        |edge: &Edge| share(edge.pair.observed() - least, (most - least).max(1)).unwrap_or(0.0);
    let edges = graph.edges.iter().map(|edge| NetworkEdge {
        nodes: edge.nodes,
        #[expect(clippy::cast_possible_truncation, reason = "a width on the screen")]
        strength: strength(edge) as f32,
        name: edge_name(figures, graph, edge, texts),
    });
    let edges: Vec<NetworkEdge> = edges.collect();
    let key = NetworkKey {
        title: title.unwrap_or_default().to_owned(),
        dots: key_of(graph, sheet, texts),
        note: texts.get("names-network-lines").into_owned(),
    };
    let frame = NetworkFrame::new(sheet, &key);
    let sheet = &mut frame.inside(sheet);
    let places = places.get_or_insert_with(|| {
        let size = sheet.size.max(Vec2::splat(1.0));
        let named = graph.nodes.iter().map(|node| node.entity);
        let rooms: BTreeMap<EntityId, [f64; 2]> = named
            .zip(&nodes)
            .map(|(entity, node)| {
                let room = node_room(sheet, node) / size;
                let [width, height] = [room.x, room.y].map(|side| f64::from(side.min(1.0)));
                (entity, [width, height])
            })
            .collect();
        graph.layout(|node| rooms.get(&node.entity).copied().unwrap_or_default())
    });
    let drawn = network(sheet, &nodes, &edges, places, focus);
    frame.around(sheet, &key, drawn)
}

/// The shapes that `graph` has, and what they stand for.
fn key_of(graph: &Graph, sheet: &Sheet<'_>, texts: &Texts) -> Vec<(Dot, Tone, String)> {
    let mut key: Vec<(Dot, Tone, String)> = Vec::new();
    for node in &graph.nodes {
        let (dot, class) = (dot_of(node.kind), MarkClass::of(node.kind));
        if key.iter().all(|(known, ..)| *known != dot) {
            let name = texts.get(class_key(class)).into_owned();
            key.push((dot, class.tone(sheet.palette), name));
        }
    }
    key
}

/// The shape that stands for a type.
const fn dot_of(kind: EntityType) -> Dot {
    match kind {
        EntityType::Per => Dot::Circle,
        EntityType::Gpe | EntityType::Loc => Dot::Square,
        EntityType::Org => Dot::Diamond,
        EntityType::Norp => Dot::Triangle,
    }
}
