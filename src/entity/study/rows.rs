//! A table of all entities by period.

use super::kinds::Kinds;
use super::scope::{ScopedArticle, StudyScope};
use super::tally::Tally;
use crate::base::{CancelToken, Cancelled, EntityId};
use crate::corpus::Facet;
use crate::entity::model::EntityType;
use crate::statistics::{Keyness, per_million, percent, real};

/// A row for every entity that the scope names: its mentions, and the articles
/// with them, in each period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityRows {
    periods: Vec<Option<Facet>>,
    /// For each period the scope's articles, words, and mentions of anything.
    sizes: Vec<[u64; 3]>,
    /// Ascending.
    entities: Vec<EntityId>,
    kinds: Vec<EntityType>,
    /// Row by row, a count for each period.
    mentions: Vec<u32>,
    articles: Vec<u32>,
}

/// One row of [`EntityRows`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntityRow<'a> {
    /// The entity.
    pub entity: EntityId,
    /// Its type, as most of its mentions have it.
    pub kind: EntityType,
    /// Its mentions in each period.
    pub mentions: &'a [u32],
    /// The articles that name it in each period.
    pub articles: &'a [u32],
}

/// What a share is a share of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Base {
    /// The words of the articles.
    #[default]
    Words,
    /// The mentions of anything: independent of how much else is written.
    Mentions,
}

/// An order of rows; each with the largest first, and of equal rows that with
/// more mentions, then that of the smaller id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowOrder {
    /// By mentions, in one period (its column) or in all.
    Mentions(Option<usize>),
    /// By articles, in one period or in all.
    Articles(Option<usize>),
    /// By the surprise of the change between two periods: what has become more
    /// frequent first, what has become rarer last.
    Change(usize, usize, Base),
    /// By the size of that change, whatever its surprise.
    Ratio(usize, usize, Base),
}

impl EntityRows {
    /// Counts the names of `scope`.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it.
    pub fn new(scope: &StudyScope<'_>, cancel: &CancelToken) -> Result<Self, Cancelled> {
        let n_periods = scope.periods().len();
        let counts = scope.sum(
            cancel,
            || RowCounts::new(n_periods),
            |counts, shown| counts.add(shown),
            |counts, more| counts.join(&more),
        )?;
        let rows = counts.tally.rows();
        let mut order: Vec<usize> = (0..rows.len()).collect();
        order.sort_unstable_by_key(|row| rows[*row].entity);
        let in_order = |cells: &[u32]| -> Vec<u32> {
            let row = |row: &usize| &cells[row * n_periods..(row + 1) * n_periods];
            order.iter().flat_map(row).copied().collect()
        };
        Ok(Self {
            periods: scope.periods().to_vec(),
            sizes: counts.sizes.clone(),
            entities: order.iter().map(|row| rows[*row].entity).collect(),
            kinds: order.iter().map(|row| rows[*row].kinds.most()).collect(),
            mentions: in_order(&counts.mentions),
            articles: in_order(&counts.articles),
        })
    }

    /// The columns: the periods sorted by label, undated last.
    #[must_use]
    pub fn periods(&self) -> &[Option<Facet>] {
        &self.periods
    }

    /// How many entities there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.entities.len()
    }

    /// Whether nothing is named.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.entities.is_empty()
    }

    /// Row `row`, of fewer than [`Self::len`]; the rows ascend by entity.
    #[must_use]
    pub fn row(&self, row: usize) -> Option<EntityRow<'_>> {
        let cells = row * self.periods.len()..(row + 1) * self.periods.len();
        Some(EntityRow {
            entity: *self.entities.get(row)?,
            kind: *self.kinds.get(row)?,
            mentions: self.mentions.get(cells.clone())?,
            articles: self.articles.get(cells)?,
        })
    }

    /// The number of the row of `entity`, if it is named.
    #[must_use]
    pub fn find(&self, entity: EntityId) -> Option<usize> {
        self.entities.binary_search(&entity).ok()
    }

    /// The articles of the scope in the period of `column`, or in all.
    #[must_use]
    pub fn n_articles(&self, column: Option<usize>) -> u64 {
        self.size(column, 0)
    }

    /// The size of the period of `column`, or of all, that shares are taken of.
    #[must_use]
    pub fn base(&self, column: Option<usize>, base: Base) -> u64 {
        match base {
            Base::Words => self.size(column, 1),
            Base::Mentions => self.size(column, 2),
        }
    }

    /// The share of the mentions of `row` in one period or in all: per million
    /// words, or per 100 mentions. `None` where the period is empty.
    #[must_use]
    pub fn share(&self, row: usize, column: Option<usize>, base: Base) -> Option<f64> {
        let mentions = pick(self.row(row)?.mentions, column);
        let size = self.base(column, base);
        match base {
            Base::Words => per_million(mentions, size),
            Base::Mentions => percent(mentions, size),
        }
    }

    /// How the mentions of `row` change from the period of column `before` to
    /// that of `after`, which is the first of the two. `None` if there is no
    /// such row or column.
    #[must_use]
    pub fn change(&self, row: usize, before: usize, after: usize, base: Base) -> Option<Keyness> {
        let mentions = self.row(row)?.mentions;
        Some(Keyness {
            first: u64::from(*mentions.get(after)?),
            first_size: self.base(Some(after), base),
            second: u64::from(*mentions.get(before)?),
            second_size: self.base(Some(before), base),
        })
    }

    /// The numbers of the rows of these `kinds`, in this order.
    #[must_use]
    pub fn ordered(&self, order: RowOrder, kinds: Kinds) -> Vec<usize> {
        let key = |row: usize| -> f64 {
            let cells = |column, cells: &[u32]| real(pick(cells, column));
            let change = |a, b, base| self.change(row, a, b, base);
            let key = match (order, self.row(row)) {
                (RowOrder::Mentions(column), Some(row)) => Some(cells(column, row.mentions)),
                (RowOrder::Articles(column), Some(row)) => Some(cells(column, row.articles)),
                (RowOrder::Change(a, b, base), _) => {
                    change(a, b, base).and_then(Keyness::log_likelihood)
                }
                (RowOrder::Ratio(a, b, base), _) => change(a, b, base).and_then(Keyness::log_ratio),
                (_, None) => None,
            };
            key.unwrap_or(f64::NEG_INFINITY)
        };
        let total = |row: usize| self.row(row).map_or(0, |row| pick(row.mentions, None));
        let rows = (0..self.len()).filter(|row| kinds.contains(self.kinds[*row]));
        let mut keyed: Vec<(f64, u64, usize)> =
            rows.map(|row| (key(row), total(row), row)).collect();
        keyed.sort_unstable_by(|a, b| {
            let sizes = b.0.total_cmp(&a.0).then(b.1.cmp(&a.1));
            sizes.then(a.2.cmp(&b.2))
        });
        keyed.into_iter().map(|(_, _, row)| row).collect()
    }

    fn size(&self, column: Option<usize>, which: usize) -> u64 {
        let sizes = self.sizes.iter().map(|sizes| sizes[which]);
        match column {
            Some(column) => self.sizes.get(column).map_or(0, |sizes| sizes[which]),
            None => sizes.sum(),
        }
    }
}

/// The count of one column, or of all.
fn pick(cells: &[u32], column: Option<usize>) -> u64 {
    match column {
        Some(column) => cells.get(column).copied().map_or(0, u64::from),
        None => cells.iter().copied().map(u64::from).sum(),
    }
}

/// A table in the making.
struct RowCounts {
    n_periods: usize,
    tally: Tally,
    sizes: Vec<[u64; 3]>,
    mentions: Vec<u32>,
    articles: Vec<u32>,
}

impl RowCounts {
    fn new(n_periods: usize) -> Self {
        Self {
            n_periods,
            tally: Tally::default(),
            sizes: vec![[0; 3]; n_periods],
            mentions: Vec::new(),
            articles: Vec::new(),
        }
    }

    fn add(&mut self, shown: &ScopedArticle<'_>) {
        if let Some(sizes) = self.sizes.get_mut(shown.period) {
            sizes[0] += 1;
            sizes[1] += u64::from(shown.article.n_words);
            sizes[2] += shown.mentions.len() as u64;
        }
        self.tally.next_unit();
        for mention in shown.mentions {
            let (row, is_first) = self.tally.add(mention);
            let cell = row * self.n_periods + shown.period;
            self.grow();
            self.mentions[cell] += 1;
            self.articles[cell] += u32::from(is_first);
        }
    }

    fn join(&mut self, other: &Self) {
        for (sizes, more) in self.sizes.iter_mut().zip(&other.sizes) {
            for (size, more) in sizes.iter_mut().zip(more) {
                *size += more;
            }
        }
        let mut moves = Vec::with_capacity(other.tally.rows().len());
        self.tally
            .join(&other.tally, |to, from| moves.push((to, from)));
        self.grow();
        for (to, from) in moves {
            for column in 0..self.n_periods {
                let (to, from) = (to * self.n_periods + column, from * self.n_periods + column);
                self.mentions[to] += other.mentions[from];
                self.articles[to] += other.articles[from];
            }
        }
    }

    /// Makes room for the rows that the tally has.
    fn grow(&mut self) {
        let n_cells = self.tally.rows().len() * self.n_periods;
        if self.mentions.len() < n_cells {
            self.mentions.resize(n_cells, 0);
            self.articles.resize(n_cells, 0);
        }
    }
}
