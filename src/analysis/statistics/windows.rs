//! The tokens near the nodes of an article.

use crate::analysis::query::Hit;
use std::ops::Range;

/// How many tokens before and after a node count as near, numbers included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Window {
    /// Tokens before the node.
    pub before: u32,
    /// Tokens after the node.
    pub after: u32,
}

impl Default for Window {
    /// Five tokens on each side, as Sinclair, Jones and Daley (1970) found
    /// sufficient and most tools have it.
    fn default() -> Self {
        Self {
            before: 5,
            after: 5,
        }
    }
}

/// Where a stretch of tokens stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WindowSide {
    /// In a node.
    Node,
    /// Before a node and near it.
    Before,
    /// After a node and near it.
    After,
}

/// Calls `each` with stretches of positions of one article: its nodes, and what
/// is near them. No position is in two stretches, whatever windows or hits
/// overlap: a token near two nodes belongs to the nearer one; if both are as
/// near, it is after the first. `hits` are those of the article, by their starts.
pub(super) fn each_stretch(
    article: Range<u32>,
    hits: &[Hit],
    window: Window,
    mut each: impl FnMut(WindowSide, Range<u32>),
) {
    // Where the last node ended; none before the first.
    let mut last_end = None;
    let mut rest = hits;
    while let Some((first, others)) = rest.split_first() {
        // Hits that overlap or touch are one node.
        let mut end = first.end;
        let n_joined = others.iter().take_while(|hit| {
            let joins = hit.start <= end;
            if joins {
                end = end.max(hit.end);
            }
            joins
        });
        let n_joined = n_joined.count();
        rest = others.get(n_joined..).unwrap_or_default();
        let node = first.start.max(article.start)..end.min(article.end);
        let gap = last_end.unwrap_or(article.start)..node.start;
        let before = node.start.saturating_sub(window.before).max(gap.start);
        let after = gap.start.saturating_add(window.after).min(gap.end);
        match last_end {
            None => each(WindowSide::Before, before..gap.end),
            Some(_) if before >= after => {
                each(WindowSide::After, gap.start..after);
                each(WindowSide::Before, before..gap.end);
            }
            Some(_) => {
                let middle = gap.start + (gap.end - gap.start).div_ceil(2);
                let split = middle.clamp(before, after);
                each(WindowSide::After, gap.start..split);
                each(WindowSide::Before, split..gap.end);
            }
        }
        each(WindowSide::Node, node.clone());
        last_end = Some(node.end);
    }
    if let Some(end) = last_end {
        let after = end.saturating_add(window.after).min(article.end);
        each(WindowSide::After, end..after);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The side of each position, by asking every hit.
    fn naive(article: Range<u32>, hits: &[Hit], window: Window) -> Vec<Option<WindowSide>> {
        let side = |at: u32| {
            if hits.iter().any(|hit| hit.start <= at && at < hit.end) {
                return Some(WindowSide::Node);
            }
            let before = hits.iter().filter(|hit| at < hit.start);
            let before = before.map(|hit| hit.start - at).min();
            let after = hits.iter().filter(|hit| hit.end <= at);
            let after = after.map(|hit| at - hit.end + 1).min();
            let before = before.filter(|distance| *distance <= window.before);
            let after = after.filter(|distance| *distance <= window.after);
            match (before, after) {
                (None, None) => None,
                (Some(before), Some(after)) if before < after => Some(WindowSide::Before),
                (Some(_), None) => Some(WindowSide::Before),
                (_, Some(_)) => Some(WindowSide::After),
            }
        };
        article.map(side).collect()
    }

    proptest! {
        #[test]
        fn every_position_has_the_side_of_its_nearest_node(
            starts in prop::collection::vec((10_u32..60, 1_u32..4), 0..14),
            before in 0_u32..7,
            after in 0_u32..7,
        ) {
            let article = 10..62;
            let mut hits: Vec<Hit> = starts
                .into_iter()
                .map(|(start, n)| Hit { start, end: (start + n).min(62) })
                .collect();
            hits.sort_unstable();
            let window = Window { before, after };
            let mut found = vec![None; 52];
            each_stretch(article.clone(), &hits, window, |side, stretch| {
                for at in stretch {
                    let place = &mut found[at as usize - 10];
                    assert_eq!(*place, None, "in two stretches");
                    *place = Some(side);
                }
            });
            prop_assert_eq!(found, naive(article, &hits, window));
        }
    }
}
