//! The texts of both sides.

use crate::base::fits;
use crate::statistics::Significance;
use crate::statistics::rate::real;

/// Two sets of texts that have no text in common: how long each text is, and
/// of which group (an outlet) it comes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sides {
    /// Units of each text, those of A first.
    lengths: Vec<u32>,
    n_a: u32,
    /// The group of each text.
    groups: Vec<Option<u32>>,
}

impl Sides {
    /// The texts of A and those of B, each with its length and its group.
    #[must_use]
    pub fn new(a: &[(u32, Option<u32>)], b: &[(u32, Option<u32>)]) -> Self {
        let all = || a.iter().chain(b);
        Self {
            lengths: all().map(|(length, _)| *length).collect(),
            n_a: fits(a.len()),
            groups: all().map(|(_, group)| *group).collect(),
        }
    }

    /// The number of texts of A.
    #[must_use]
    pub const fn n_a(&self) -> u32 {
        self.n_a
    }

    /// The number of texts of B.
    #[must_use]
    pub fn n_b(&self) -> u32 {
        self.n_texts() - self.n_a
    }

    /// The number of texts of both.
    #[must_use]
    pub fn n_texts(&self) -> u32 {
        fits(self.lengths.len())
    }

    /// Units of each text, those of A first.
    #[must_use]
    pub fn lengths(&self) -> &[u32] {
        &self.lengths
    }

    /// Units of all texts of A, and of all of B.
    #[must_use]
    pub fn sizes(&self) -> (u64, u64) {
        let (a, b) = self.lengths.split_at(self.n_a as usize);
        let sum = |lengths: &[u32]| lengths.iter().copied().map(u64::from).sum();
        (sum(a), sum(b))
    }

    /// Whether a text is of A.
    #[must_use]
    pub const fn is_a(&self, text: u32) -> bool {
        text < self.n_a
    }

    /// The group of a text.
    #[must_use]
    pub fn group_of(&self, text: u32) -> Option<u32> {
        self.groups.get(text as usize).copied().flatten()
    }

    /// The number of groups, counted to the largest that a text has.
    #[must_use]
    pub fn n_groups(&self) -> u32 {
        let largest = self.groups.iter().flatten().max();
        largest.map_or(0, |group| group + 1)
    }

    /// How many groups there are, and how many of them have all their texts on
    /// one side: what differs between the sides may then be the groups' doing.
    #[must_use]
    pub fn one_sided_groups(&self) -> (u32, u32) {
        let mut seen = vec![[false; 2]; self.n_groups() as usize];
        for (text, group) in (0..).zip(&self.groups) {
            if let Some(group) = group {
                seen[*group as usize][usize::from(self.is_a(text))] = true;
            }
        }
        let count =
            |which: &dyn Fn(&[bool; 2]) -> bool| fits(seen.iter().filter(|s| which(s)).count());
        let n_groups = count(&|sides| sides.contains(&true));
        (n_groups, count(&|[b, a]| a != b))
    }

    /// The sides without the texts of a group, and the new number of each text
    /// that stays.
    #[must_use]
    pub fn without(&self, group: u32) -> (Self, Vec<Option<u32>>) {
        let texts = (0..self.n_texts()).zip(self.lengths.iter().zip(&self.groups));
        let mut sides = Self::default();
        let places = texts.map(|(text, (length, of))| {
            (*of != Some(group)).then(|| {
                sides.lengths.push(*length);
                sides.groups.push(*of);
                sides.n_a += u32::from(self.is_a(text));
                fits(sides.lengths.len() - 1)
            })
        });
        let places = places.collect();
        (sides, places)
    }

    /// The least p that relabelling these texts can give.
    #[must_use]
    pub fn least_chance(&self) -> f64 {
        least_chance(self.n_a(), self.n_b())
    }

    /// In how many texts a row stands at least that one looks at, if nobody says
    /// otherwise: any row where all arrangements can be listed, five texts where
    /// texts are shuffled.
    #[must_use]
    pub fn usual_min_texts(&self) -> u32 {
        if n_arrangements(self.n_a(), self.n_b()) <= MOST_LISTED {
            1
        } else {
            5
        }
    }

    /// Whether no difference between these sides could ever be significant.
    #[must_use]
    pub fn only_describe(&self) -> bool {
        self.least_chance() > Significance::FivePerCent.chance()
    }
}

/// The most arrangements that are listed; of more, some are drawn.
pub(super) const MOST_LISTED: f64 = 20_000.0;

/// The least two-sided p that relabelling `a` and `b` texts can give, 2 of all
/// C(a + b, a) arrangements, at most 1: 0.2 for three against two.
#[must_use]
pub fn least_chance(a: u32, b: u32) -> f64 {
    (2.0 / n_arrangements(a, b)).min(1.0)
}

/// C(a + b, a), the ways to choose the texts of A; infinite where it is larger
/// than any number.
pub(super) fn n_arrangements(a: u32, b: u32) -> f64 {
    let (few, many) = (a.min(b), real(u64::from(a.max(b))));
    let mut n = 1.0;
    for k in 1..=few {
        n = n * (many + f64::from(k)) / f64::from(k);
        if !f64::is_finite(n) {
            break;
        }
    }
    n.round()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn least_chances_by_counting_arrangements() {
        let chance = |a, b| format!("{:.3}", least_chance(a, b));
        assert_eq!(
            [chance(3, 2), chance(3, 3), chance(4, 4)],
            ["0.200", "0.100", "0.029"]
        );
        assert_eq!(
            [chance(1, 1), chance(0, 5), chance(1, 40)],
            ["1.000", "1.000", "0.049"]
        );
        assert!(least_chance(30_000, 30_000) < 1e-300);
        let sides = |a, b| Sides::new(&vec![(9, None); a], &vec![(9, None); b]);
        assert!(sides(3, 3).only_describe() && !sides(4, 4).only_describe());
    }

    #[test]
    fn groups_of_one_side_are_counted() {
        let sides = Sides::new(
            &[(5, Some(0)), (6, Some(1)), (7, None)],
            &[(8, Some(1)), (9, Some(3))],
        );
        assert_eq!((sides.n_a(), sides.n_b(), sides.sizes()), (3, 2, (18, 17)));
        assert_eq!(sides.one_sided_groups(), (3, 2));
        let (rest, places) = sides.without(1);
        assert_eq!((rest.n_a(), rest.n_b(), rest.sizes()), (2, 1, (12, 9)));
        assert_eq!(places, [Some(0), None, Some(1), None, Some(2)]);
    }
}
