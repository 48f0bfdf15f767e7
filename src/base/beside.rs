//! Two lists in order, side by side.

use std::ops::Range;

/// Walks once along a list of what stands in ranges, in order and not
/// overlapping, beside another such list.
pub struct Beside<'l, T, F> {
    ahead: &'l [T],
    range: F,
}

impl<'l, T, F: Fn(&T) -> Range<usize>> Beside<'l, T, F> {
    /// At the beginning of `list`, whose items stand in the range that `range`
    /// says.
    pub const fn new(list: &'l [T], range: F) -> Self {
        Self { ahead: list, range }
    }

    /// The first item that shares something with `other`. The others are asked
    /// for in order.
    pub fn meets(&mut self, other: Range<usize>) -> Option<&'l T> {
        let passed = |item: &&T| (self.range)(item).end <= other.start;
        let n_passed = self.ahead.iter().take_while(passed).count();
        self.ahead = self.ahead.get(n_passed..).unwrap_or_default();
        let first = self.ahead.first();
        first.filter(|item| (self.range)(item).start < other.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Ranges in order, not overlapping.
    fn ranges() -> impl Strategy<Value = Vec<Range<usize>>> {
        prop::collection::vec((0_usize..4, 1_usize..4), 0..30).prop_map(|steps| {
            let mut end = 0;
            let range = |(gap, len)| {
                let start = end + gap;
                end = start + len;
                start..end
            };
            steps.into_iter().map(range).collect()
        })
    }

    proptest! {
        #[test]
        fn one_walk_finds_what_all_pairs_find(list in ranges(), others in ranges()) {
            let mut beside = Beside::new(&list, Clone::clone);
            for other in others {
                let overlaps = |item: &&Range<usize>| item.start < other.end && other.start < item.end;
                let first = list.iter().find(overlaps);
                prop_assert_eq!(beside.meets(other.clone()), first);
            }
        }
    }

    #[test]
    fn a_walk_looks_at_each_item_a_few_times() {
        let list: Vec<Range<usize>> = (0..1_000).map(|at| 3 * at..3 * at + 2).collect();
        let looks = std::cell::Cell::new(0);
        let mut beside = Beside::new(&list, |range: &Range<usize>| {
            looks.set(looks.get() + 1);
            range.clone()
        });
        for other in &list {
            assert_eq!(beside.meets(other.clone()), Some(other));
        }
        assert!(looks.get() <= 3 * list.len(), "{}", looks.get());
    }
}
