//! Graphs of entities.

use proptest::prelude::*;
use warraq::base::CancelToken;
use warraq::entity::EntityType;
use warraq::entity::study::{
    CompanionOptions, GraphOptions, Kinds, PairOrder, Stretch, companions, graph,
};
use warraq::statistics::Contingency;

use crate::study::fixture::{corpus, drafts, in_scope};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn edges_are_companions(
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
                let of = CompanionOptions {
                    unit: options.unit, least: 1,};
                let found = companions(scope, &[a.entity], &of, &cancel).unwrap();
                let companion = found.rows.iter().find(|row| row.entity == b.entity);
                prop_assert_eq!(companion.map(|row| row.pair), Some(edge.pair));
                prop_assert!(by_count || edge.pair.lift() > Some(1.0));
            }
            let places = graph.layout(|_| [0.1, 0.02]);
            prop_assert_eq!(places.len(), graph.nodes.len());
            prop_assert!(places.iter().flatten().all(|at| (0.0..=1.0).contains(at)));
            prop_assert_eq!(places, graph.layout(|_| [0.1, 0.02]));
            Ok(())
        })?;
    }
}

#[test]
fn names_that_stand_together_are_joined() {
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
            let ends: Vec<[usize; 2]> = found.edges.iter().map(|edge| edge.nodes).collect();
            assert_eq!((found.nodes.len(), ends), (5, vec![[0, 1], [2, 3]]));
            let edge = found.edges[1].pair;
            assert_eq!(Some(edge), Contingency::new(3, 3, 3, 8));
            assert_eq!(edge.npmi(), Some(1.0));
            let options = GraphOptions {
                kinds: Kinds::from_iter([EntityType::Per]),
                ..GraphOptions::default()
            };
            let people = graph(scope, &options, &cancel).unwrap();
            assert_eq!(people.nodes.len(), 1);
        },
    );
}
