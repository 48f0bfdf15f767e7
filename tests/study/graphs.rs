//! Graphs of entities.

use proptest::prelude::*;
use warraq::base::CancelToken;
use warraq::entity::EntityType;
use warraq::entity::study::{
    CompanionOptions, GraphOptions, Kinds, PairOrder, Stretch, companions, graph, graph_of,
};
use warraq::statistics::Contingency;

use crate::fixture::{corpus, drafts, in_scope};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn edges_are_companions_and_components_are_what_they_join(
        drafts in drafts(),
        which in 0..3_usize,
        by_count: bool,
        n_edges in 0..8_usize,
    ) {
        let corpus = corpus(&drafts);
        let cancel = CancelToken::default();
        let options = GraphOptions {
            least: 1,
            unit: Stretch::ALL[which],
            order: if by_count { PairOrder::Count } else { PairOrder::LogLikelihood },
            edges: n_edges,
            ..GraphOptions::default()
        };
        in_scope(&corpus, |_| true, |scope, _| {
            let graph = graph(scope, &options, &cancel).unwrap();
            prop_assert!(graph.edges.len() <= n_edges);
            for edge in &graph.edges {
                let [a, b] = edge.nodes.map(|node| graph.nodes[node]);
                prop_assert_eq!(a.component, b.component);
                let of = CompanionOptions {
                    unit: options.unit, least: 1, ..CompanionOptions::default()
                };
                let found = companions(scope, &[a.entity], &of, &cancel).unwrap();
                let companion = found.rows.iter().find(|row| row.entity == b.entity);
                prop_assert_eq!(companion.map(|row| row.pair), Some(edge.pair));
                prop_assert!(by_count || edge.pair.lift() > Some(1.0));
            }
            // A forest has as many components as nodes without an edge to an
            // earlier one; count them by walking.
            let mut seen = vec![false; graph.nodes.len()];
            let mut n_walks = 0;
            for start in 0..graph.nodes.len() {
                let mut todo = vec![start];
                n_walks += usize::from(!seen[start]);
                while let Some(node) = todo.pop() {
                    if !std::mem::replace(&mut seen[node], true) {
                        let ends = graph.edges.iter().filter(|e| e.nodes.contains(&node));
                        todo.extend(ends.flat_map(|edge| edge.nodes));
                    }
                }
            }
            prop_assert_eq!(graph.n_components, n_walks);
            let places = graph.layout(|_| [0.1, 0.02]);
            prop_assert_eq!(places.len(), graph.nodes.len());
            prop_assert!(places.iter().flatten().all(|at| (0.0..=1.0).contains(at)));
            prop_assert_eq!(places, graph.layout(|_| [0.1, 0.02]));
            Ok(())
        })?;
    }
}

#[test]
fn groups_of_names_are_components() {
    // Karabakh with Baku, and Aliyev with the Kremlin; Lachin alone.
    let mut drafts = vec![(vec![1, 6], 0, 0, 0); 4];
    drafts.extend(vec![(vec![8, 10], 0, 0, 0); 3]);
    drafts.push((vec![12], 0, 0, 0));
    let corpus = corpus(&drafts);
    let cancel = CancelToken::default();
    in_scope(
        &corpus,
        |_| true,
        |scope, _| {
            let found = graph(scope, &GraphOptions::default(), &cancel).unwrap();
            let components: Vec<usize> = found.nodes.iter().map(|node| node.component).collect();
            assert_eq!(
                (components.as_slice(), found.n_components),
                (&[0, 0, 1, 1, 2][..], 3)
            );
            assert_eq!(found.edges.len(), 2);
            let edge = found.edges[1].pair;
            assert_eq!(Some(edge), Contingency::new(3, 3, 3, 8));
            assert_eq!(edge.npmi(), Some(1.0));

            let people = GraphOptions {
                kinds: Kinds::from_iter([EntityType::Per]),
                ..GraphOptions::default()
            };
            let entities: Vec<_> = found.nodes.iter().map(|node| node.entity).collect();
            let people = graph_of(scope, &entities, &people, &cancel).unwrap();
            assert_eq!(people.nodes.len(), 1);
            let few = GraphOptions {
                nodes: 3,
                ..GraphOptions::default()
            };
            let reversed: Vec<_> = entities.iter().rev().copied().collect();
            let few = graph_of(scope, &reversed, &few, &cancel).unwrap();
            assert!(
                few.nodes
                    .iter()
                    .map(|node| node.entity)
                    .eq(reversed[..3].iter().copied())
            );
        },
    );
}
