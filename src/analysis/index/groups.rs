//! Words under one head: types of the same folded form, folded forms of the
//! same stem.

use super::strings::{Strings, StringsBuilder, small, sort_prefix};
use crate::base::PlainColumn;
use rayon::prelude::*;
use std::ops::Range;

/// Heads in order, each with its members.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Groups {
    /// The heads, sorted by bytes, each once.
    pub(super) heads: Strings,
    /// The head of each member.
    pub(super) head_of: PlainColumn<u32>,
    /// The members of all heads, one after another; ascending for each head.
    pub(super) members: PlainColumn<u32>,
    /// Where the members of each head start; one more for the end.
    pub(super) starts: PlainColumn<u32>,
}

/// Members whose heads one thread computes at once.
const STRETCH: usize = 4096;

impl Groups {
    /// Groups members 0 to `n_members` by the head that `write_head` appends
    /// to an empty string.
    pub(super) fn new(n_members: usize, write_head: impl Fn(u32, &mut String) + Sync) -> Self {
        let stretches: Vec<Range<usize>> = (0..n_members)
            .step_by(STRETCH)
            .map(|start| start..n_members.min(start + STRETCH))
            .collect();
        let heads: Vec<StringsBuilder> = stretches
            .into_par_iter()
            .map(|stretch| {
                let mut heads = StringsBuilder::with_capacity(stretch.len(), stretch.len() * 12);
                let mut head = String::new();
                for n in stretch {
                    head.clear();
                    write_head(small(n), &mut head);
                    heads.push(head.as_bytes());
                }
                heads
            })
            .collect();
        let head_bytes = |n: u32| {
            let heads = heads.get(n as usize / STRETCH);
            heads.map_or(&[][..], |heads| heads.bytes_of(n % small(STRETCH)))
        };
        let mut sorted: Vec<(u64, u32)> = (0..small(n_members))
            .into_par_iter()
            .map(|n| (sort_prefix(head_bytes(n)), n))
            .collect();
        sorted.par_sort_unstable_by(|a, b| {
            let by_prefix = a.0.cmp(&b.0);
            by_prefix.then_with(|| (head_bytes(a.1), a.1).cmp(&(head_bytes(b.1), b.1)))
        });

        let n_bytes = heads.iter().map(StringsBuilder::n_bytes).sum();
        let mut table = StringsBuilder::with_capacity(n_members, n_bytes);
        let mut head_of = vec![0; n_members];
        let mut members = Vec::with_capacity(n_members);
        let mut starts = Vec::with_capacity(n_members + 1);
        for (place, &(_, member)) in (0_u32..).zip(&sorted) {
            let head = head_bytes(member);
            let is_new = members.last().is_none_or(|last| head_bytes(*last) != head);
            if is_new {
                table.push(head);
                starts.push(place);
            }
            head_of[member as usize] = small(table.len() - 1);
            members.push(member);
        }
        starts.push(small(n_members));
        Self {
            heads: table.into(),
            head_of: head_of.into(),
            members: members.into(),
            starts: starts.into(),
        }
    }

    /// The members of `head`.
    pub(super) fn members_of(&self, head: u32) -> &[u32] {
        let start = self.starts.get(head as usize);
        let end = self.starts.get(head as usize + 1);
        match (start, end) {
            (Some(start), Some(end)) => self
                .members
                .get(*start as usize..*end as usize)
                .unwrap_or_default(),
            _ => &[],
        }
    }

    /// Whether heads and members agree and every one of `n_members` is there.
    pub(super) fn is_sound(&self, n_members: usize) -> bool {
        self.heads.is_sound()
            && self.heads.is_sorted()
            && self.members.len() == n_members
            && self.head_of.len() == n_members
            && is_table_of_starts(&self.starts, self.heads.len(), n_members)
            && (0..small(self.heads.len())).all(|head| {
                let members = self.members_of(head);
                !members.is_empty()
                    && members.is_sorted_by(|a, b| a < b)
                    && members
                        .iter()
                        .all(|m| self.head_of.get(*m as usize) == Some(&head))
            })
    }
}

/// Whether `starts` has a start for each of `n_heads` and an end, which
/// ascend from 0 to `n_members`.
pub(super) fn is_table_of_starts(starts: &[u32], n_heads: usize, n_members: usize) -> bool {
    starts.len() == n_heads + 1
        && starts.first() == Some(&0)
        && starts.last().is_some_and(|end| *end as usize == n_members)
        && starts.is_sorted()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_stand_under_their_heads() {
        let words = ["bc", "ab", "b", "a"];
        let groups = Groups::new(words.len(), |n, head| {
            head.extend(words[n as usize].chars().next());
        });
        assert!(groups.is_sound(words.len()));
        assert_eq!(groups.heads.find("b"), Some(1));
        assert_eq!(groups.members_of(0), [1, 3]);
        assert_eq!(groups.members_of(1), [0, 2]);
        assert_eq!(*groups.head_of, [1, 0, 1, 0]);
        assert!(Groups::new(0, |_, _| {}).is_sound(0));
    }
}
