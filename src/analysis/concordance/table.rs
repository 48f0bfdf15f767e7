//! The concordance: which hits are lines, in which order.

use super::column::SampledHits;
use super::group::LineGroups;
use super::{
    Group, GroupBy, GroupValue, Hit, HitKey, Indexed, KwicLine, Marks, Passage, Row, Sample,
    SortKey,
};
use super::{SortSpec, Width, order, pick};
use crate::base::{CancelToken, Cancelled};
use std::sync::Arc;

/// How a concordance is made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ConcordanceSettings {
    /// What lines are sorted by, inside their groups.
    pub sort: SortSpec,
    /// What they are grouped by.
    pub group: Option<GroupBy>,
    /// The sample that is taken; `None` for all hits.
    pub sample: Option<Sample>,
    /// Whether only ticked hits are lines.
    pub only_ticked: bool,
    /// How much a line shows beside the node.
    pub width: Width,
}

/// Hits in an order: four bytes a line, beside the hits themselves. Everything
/// else is read when it is asked for, from the corpus that it was made of.
#[derive(Debug, Clone)]
pub struct Concordance {
    /// Ascending.
    hits: Arc<[Hit]>,
    settings: ConcordanceSettings,
    /// The hit of each line.
    order: Arc<[u32]>,
    groups: LineGroups,
    n_hits: usize,
    n_articles: usize,
}

impl Concordance {
    /// Puts `hits` in order. The same for any number of threads.
    ///
    /// # Errors
    /// [`Cancelled`], heard between two steps of a fraction of a second.
    pub fn new(
        of: Indexed<'_>,
        hits: Arc<[Hit]>,
        settings: ConcordanceSettings,
        marks: &Marks,
        cancel: &CancelToken,
    ) -> Result<Self, Cancelled> {
        let hits = ascending(hits);
        let pick = pick::pick(of, &hits, &settings, marks);
        cancel.check()?;
        let lines = SampledHits {
            of,
            hits: &hits,
            numbers: &pick.numbers,
        };
        let group = settings.group.filter(|by| by.sort.key != SortKey::Position);
        // Inside a group its key leaves all lines equal.
        let keys = settings.sort.0.iter();
        let keys = keys.filter(|sort| group.is_none_or(|by| by.sort.key != sort.key));
        let mut columns = Vec::new();
        for sort in group.iter().map(|by| &by.sort).chain(keys) {
            columns.push(lines.column(*sort));
            cancel.check()?;
        }
        let mut places = order::sorted(&columns, pick.numbers.len());
        cancel.check()?;
        let articles = lines.articles();
        let n_articles = articles.chunk_by(|a, b| a == b).count();
        let groups = match (group, columns.first()) {
            (Some(by), Some(column)) => LineGroups::new(&mut places, column, &articles, by.order),
            _ => LineGroups::default(),
        };
        for place in &mut places {
            *place = pick.numbers[*place as usize];
        }
        Ok(Self {
            hits,
            settings,
            order: places.into(),
            groups,
            n_hits: pick.n_hits,
            n_articles,
        })
    }

    /// How it was made.
    #[must_use]
    pub fn settings(&self) -> &ConcordanceSettings {
        &self.settings
    }

    /// Shows more or less beside the nodes; the order stays.
    pub fn set_width(&mut self, width: Width) {
        self.settings.width = width;
    }

    /// How many lines there are.
    #[must_use]
    pub fn n_lines(&self) -> usize {
        self.order.len()
    }

    /// In how many articles the lines stand.
    #[must_use]
    pub fn n_articles(&self) -> usize {
        self.n_articles
    }

    /// How many hits the query has, those removed left out: more than lines, if
    /// a sample is taken or only ticked hits are shown.
    #[must_use]
    pub fn n_hits(&self) -> usize {
        self.n_hits
    }

    /// The hit of line `n`.
    #[must_use]
    pub fn hit(&self, n: usize) -> Option<Hit> {
        self.hits.get(*self.order.get(n)? as usize).copied()
    }

    /// The line of `hit`. Looks through all lines: well below a millisecond for
    /// a million.
    #[must_use]
    pub fn line_of(&self, hit: Hit) -> Option<usize> {
        let number = super::column::small(self.hits.binary_search(&hit).ok()?);
        self.order.iter().position(|n| *n == number)
    }

    /// The line of the hit at `key`; the first, if there are several.
    #[must_use]
    pub fn line_at(&self, of: Indexed<'_>, key: &HitKey) -> Option<usize> {
        let hit = key.first_hit(of, &self.hits)?;
        self.line_of(hit)
    }

    /// Line `n`; `None` past the end.
    #[must_use]
    pub fn line<'a>(&self, of: Indexed<'a>, n: usize) -> Option<KwicLine<'a>> {
        KwicLine::new(of, self.hit(n)?, self.settings.width)
    }

    /// The text of line `n` from `words` words before the node to as many after
    /// it, as it is written.
    #[must_use]
    pub fn wide<'a>(&self, of: Indexed<'a>, n: usize, words: u32) -> Option<Passage<'a>> {
        Passage::new(of, self.hit(n)?, words)
    }

    /// How many rows the list has: headings, and the lines of groups that are
    /// not collapsed.
    #[must_use]
    pub fn n_rows(&self) -> usize {
        if self.is_grouped() {
            self.groups.n_rows()
        } else {
            self.n_lines()
        }
    }

    /// Row `row` of the list; `None` past the end.
    #[must_use]
    pub fn row(&self, row: usize) -> Option<Row> {
        if self.is_grouped() {
            self.groups.row(row)
        } else {
            (row < self.n_lines()).then_some(Row::Line(row))
        }
    }

    /// The row of line `n`; that of its heading, if its group is collapsed.
    #[must_use]
    pub fn row_of(&self, n: usize) -> Option<usize> {
        if self.is_grouped() {
            self.groups.row_of(n)
        } else {
            (n < self.n_lines()).then_some(n)
        }
    }

    /// How many groups there are; 0 if nothing is grouped.
    #[must_use]
    pub fn n_groups(&self) -> usize {
        self.groups.len()
    }

    /// Group `n`, counted from the top.
    #[must_use]
    pub fn group(&self, n: usize) -> Option<Group> {
        self.groups.get(n)
    }

    /// What the lines of group `n` have in common.
    #[must_use]
    pub fn group_value(&self, of: Indexed<'_>, n: usize) -> Option<GroupValue> {
        let hit = self.hit(self.group(n)?.lines.start)?;
        GroupValue::of(of, hit, self.settings.group?.sort.key)
    }

    /// Hides the lines of group `n`, or shows them again.
    pub fn set_collapsed(&mut self, n: usize, is_collapsed: bool) {
        self.groups.collapse(|group| group == n, is_collapsed);
    }

    /// Hides the lines of all groups, or shows them again.
    pub fn set_all_collapsed(&mut self, is_collapsed: bool) {
        self.groups.collapse(|_| true, is_collapsed);
    }

    /// The hits, ascending, and the hit of each line.
    pub(super) fn parts(&self) -> (&[Hit], &[u32]) {
        (&self.hits, &self.order)
    }

    fn is_grouped(&self) -> bool {
        self.groups.len() > 0
    }
}

/// Queries answer in ascending order; hits from elsewhere are put into it.
fn ascending(hits: Arc<[Hit]>) -> Arc<[Hit]> {
    if hits.is_sorted() {
        return hits;
    }
    let mut sorted = hits.to_vec();
    sorted.sort_unstable();
    sorted.into()
}
