//! Articles in groups, and counting each group once.

use crate::base::{ArticleId, fits};

/// A group of near copies: its place in [`WireGroups::iter`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WireGroupId(pub u32);

/// The groups of near copies of a corpus. Each has two members or more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WireGroups {
    /// The group of each article.
    of: Vec<Option<WireGroupId>>,
    /// The members of all groups, group after group.
    members: Vec<ArticleId>,
    /// Where in `members` each group ends.
    ends: Vec<u32>,
}

impl WireGroups {
    /// The groups that `links` between two articles make of the articles
    /// `0..n_articles`.
    pub(super) fn new(n_articles: u32, links: &[(u32, u32)]) -> Self {
        let mut forest = Forest::new(n_articles);
        for &(a, b) in links {
            forest.unite(a, b);
        }
        let roots: Vec<u32> = (0..n_articles).map(|a| forest.root(a)).collect();
        let mut sizes = vec![0_u32; roots.len()];
        for &root in &roots {
            sizes[root as usize] += 1;
        }
        // A root is the first of its tree, so groups come in order of their
        // first members.
        let mut of = vec![None; roots.len()];
        let mut next = Vec::new();
        let mut n_members = 0;
        for (article, &root) in roots.iter().enumerate() {
            if sizes[root as usize] < 2 {
                continue;
            }
            if root as usize == article {
                of[article] = u32::try_from(next.len()).ok().map(WireGroupId);
                next.push(n_members);
                n_members += sizes[article];
            } else {
                of[article] = of[root as usize];
            }
        }
        let mut members = vec![ArticleId(0); n_members as usize];
        for (article, group) in (0..).zip(&of) {
            if let Some(group) = group {
                let place = &mut next[group.0 as usize];
                members[*place as usize] = ArticleId(article);
                *place += 1;
            }
        }
        Self {
            of,
            members,
            ends: next,
        }
    }

    /// The number of groups.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether no article is a copy of another.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The group of `article`; `None` when it is no near copy of any other.
    #[must_use]
    pub fn group_of(&self, article: ArticleId) -> Option<WireGroupId> {
        self.of.get(article.index()).copied().flatten()
    }

    /// The articles of `group`, ascending; empty if there is no such group.
    #[must_use]
    pub fn members(&self, group: WireGroupId) -> &[ArticleId] {
        let place = group.0 as usize;
        let Some(&end) = self.ends.get(place) else {
            return &[];
        };
        let start = match place.checked_sub(1) {
            Some(before) => self.ends[before],
            None => 0,
        };
        &self.members[start as usize..end as usize]
    }

    /// The members of each group, groups in order of their first members.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &[ArticleId]> {
        (0..self.ends.len()).map(|place| {
            let group = fits(place);
            self.members(WireGroupId(group))
        })
    }

    /// The first member of each group, ascending.
    pub fn representatives(&self) -> impl Iterator<Item = ArticleId> {
        self.iter().filter_map(|members| members.first().copied())
    }

    /// Those of `articles` that count when each group counts once: all that
    /// are in no group, and of each group the one that comes first. So with
    /// articles in order of date the earliest counts, and a filter keeps a
    /// group of which it holds any member.
    #[must_use]
    pub fn once(&self, articles: impl IntoIterator<Item = ArticleId>) -> Vec<ArticleId> {
        let mut seen = vec![false; self.ends.len()];
        let counts = |article: &ArticleId| match self.group_of(*article) {
            Some(group) => !std::mem::replace(&mut seen[group.0 as usize], true),
            None => true,
        };
        articles.into_iter().filter(counts).collect()
    }
}

/// Disjoint sets of articles as trees (Tarjan 1975), each with its first
/// article as root.
struct Forest(Vec<u32>);

impl Forest {
    fn new(n_articles: u32) -> Self {
        Self((0..n_articles).collect())
    }

    /// The first article of the set of `article`. Halves the way for the next.
    fn root(&mut self, article: u32) -> u32 {
        let mut at = article as usize;
        while self.0[at] as usize != at {
            let above = self.0[at] as usize;
            self.0[at] = self.0[above];
            at = above;
        }
        self.0[at]
    }

    fn unite(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b) as usize] = a.min(b);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(numbers: &[u32]) -> Vec<ArticleId> {
        numbers.iter().copied().map(ArticleId).collect()
    }

    #[test]
    fn groups_follow_their_first_members() {
        let groups = WireGroups::new(8, &[(6, 7), (5, 1), (7, 3), (2, 5)]);
        let found: Vec<&[ArticleId]> = groups.iter().collect();
        assert_eq!(found, [&ids(&[1, 2, 5])[..], &ids(&[3, 6, 7])[..]]);
        assert_eq!(groups.group_of(ArticleId(7)), Some(WireGroupId(1)));
        assert_eq!(groups.group_of(ArticleId(0)), None);
        assert_eq!(groups.group_of(ArticleId(99)), None);
        assert!(groups.members(WireGroupId(2)).is_empty());
        assert_eq!(groups.representatives().collect::<Vec<_>>(), ids(&[1, 3]));
    }

    #[test]
    fn of_each_group_the_first_that_is_given_counts() {
        let groups = WireGroups::new(6, &[(0, 3), (1, 4)]);
        assert_eq!(groups.once(ids(&[5, 4, 3, 2, 1, 0])), ids(&[5, 4, 3, 2]));
        assert_eq!(groups.once(ids(&[3])), ids(&[3]));
    }

    #[test]
    fn no_links_make_no_groups() {
        assert!(WireGroups::new(3, &[]).is_empty());
        assert_eq!(WireGroups::new(0, &[]).len(), 0);
    }
}
