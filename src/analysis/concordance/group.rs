//! Lines under headings.

use super::column::small;
use super::{Hit, Indexed, Sort, SortKey};
use crate::corpus::{Facet, PartialDate};
use std::cmp::Reverse;
use std::ops::Range;

/// In which order groups stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum GroupOrder {
    /// In the order of what they have in common.
    #[default]
    Key,
    /// The group with most lines first; equal ones in the order of their keys.
    Largest,
}

/// What lines are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct GroupBy {
    /// What the lines of a group have in common, and its direction. No two
    /// lines have their position in common: it makes no groups.
    pub sort: Sort,
    /// In which order groups stand.
    pub order: GroupOrder,
}

impl From<SortKey> for GroupBy {
    fn from(key: SortKey) -> Self {
        Self {
            sort: key.into(),
            order: GroupOrder::Key,
        }
    }
}

/// A group of lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its lines.
    pub lines: Range<usize>,
    /// In how many articles they stand.
    pub n_articles: usize,
    /// Whether only the heading is shown.
    pub is_collapsed: bool,
}

/// What the lines of a group have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GroupValue {
    /// The folded words of the node.
    Node(String),
    /// The folded word at that place; `None` where the article has none.
    Word(Option<String>),
    /// The period; `None` for undated articles.
    Period(Option<Facet>),
    /// The date; `None` for undated articles.
    Date(Option<PartialDate>),
    /// The outlet; `None` where it is not known.
    Outlet(Option<Facet>),
    /// The path of the file.
    File(Box<str>),
}

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// The heading of a group, by number.
    Heading(usize),
    /// A line, by number.
    Line(usize),
}

/// The groups of a concordance, from top to bottom.
#[derive(Debug, Clone, Default)]
pub(super) struct LineGroups(Vec<Entry>);

#[derive(Debug, Clone, Copy)]
struct Entry {
    /// The first line and the first line after.
    start: u32,
    end: u32,
    n_articles: u32,
    is_collapsed: bool,
    /// The row of the heading.
    row: u32,
}

impl Entry {
    fn n_rows(self) -> u32 {
        let n_lines = self.end - self.start;
        1 + if self.is_collapsed { 0 } else { n_lines }
    }
}

impl LineGroups {
    /// Groups `order`, places that `column` and `articles` know. With
    /// [`GroupOrder::Largest`], `order` is changed.
    pub(super) fn new(
        order: &mut Vec<u32>,
        column: &[u32],
        articles: &[u32],
        by: GroupOrder,
    ) -> Self {
        let mut chunks: Vec<&[u32]> = order
            .chunk_by(|a, b| column[*a as usize] == column[*b as usize])
            .collect();
        if by == GroupOrder::Largest {
            chunks.sort_by_key(|chunk| Reverse(chunk.len()));
        }
        let n_articles = articles.iter().max().map_or(0, |max| *max as usize + 1);
        // The last group that was seen in each article, counted from 1.
        let mut seen = vec![0_u32; n_articles];
        let mut start = 0;
        let mut entries = Vec::with_capacity(chunks.len());
        for (number, chunk) in (1..).zip(&chunks) {
            let mut n_articles = 0;
            for place in *chunk {
                let seen = &mut seen[articles[*place as usize] as usize];
                n_articles += u32::from(*seen != number);
                *seen = number;
            }
            let end = start + small(chunk.len());
            entries.push(Entry {
                start,
                end,
                n_articles,
                is_collapsed: false,
                row: 0,
            });
            start = end;
        }
        if by == GroupOrder::Largest {
            *order = chunks.concat();
        }
        let mut groups = Self(entries);
        groups.count_rows();
        groups
    }

    fn count_rows(&mut self) {
        let mut row = 0;
        for entry in &mut self.0 {
            entry.row = row;
            row += entry.n_rows();
        }
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn get(&self, n: usize) -> Option<Group> {
        self.0.get(n).map(|entry| Group {
            lines: entry.start as usize..entry.end as usize,
            n_articles: entry.n_articles as usize,
            is_collapsed: entry.is_collapsed,
        })
    }

    pub(super) fn collapse(&mut self, which: impl Fn(usize) -> bool, is_collapsed: bool) {
        for (n, entry) in self.0.iter_mut().enumerate() {
            if which(n) {
                entry.is_collapsed = is_collapsed;
            }
        }
        self.count_rows();
    }

    pub(super) fn n_rows(&self) -> usize {
        let last = self.0.last();
        last.map_or(0, |entry| (entry.row + entry.n_rows()) as usize)
    }

    pub(super) fn row(&self, row: usize) -> Option<Row> {
        let n = self.0.partition_point(|entry| entry.row as usize <= row);
        let n = n.checked_sub(1)?;
        let entry = self.0.get(n)?;
        let line = match row - entry.row as usize {
            0 => return Some(Row::Heading(n)),
            below => entry.start as usize + below - 1,
        };
        (row < (entry.row + entry.n_rows()) as usize).then_some(Row::Line(line))
    }

    /// The row of a line; that of the heading, if the group is collapsed.
    pub(super) fn row_of(&self, line: usize) -> Option<usize> {
        let n = self.0.partition_point(|entry| entry.end as usize <= line);
        let entry = self.0.get(n)?;
        let below = if entry.is_collapsed {
            0
        } else {
            line - entry.start as usize + 1
        };
        Some(entry.row as usize + below)
    }
}

impl GroupValue {
    /// What `hit` has in common with its group; `None` for the position, which
    /// makes no groups, and for a hit in another corpus.
    pub(super) fn of(of: Indexed<'_>, hit: Hit, key: SortKey) -> Option<Self> {
        let article = of.article(hit)?;
        let positions = of.index.positions_of(article.id);
        let folded = |position: u32| {
            let found = of.index.type_at(position)?;
            Some(of.index.folded(of.index.fold_of(found)))
        };
        let word = |position: Option<u32>| {
            let position = position.filter(|position| positions.contains(position));
            Self::Word(position.and_then(folded).map(str::to_owned))
        };
        Some(match key {
            SortKey::Node => {
                let words: Vec<&str> = (hit.start..hit.end).filter_map(folded).collect();
                Self::Node(words.join(" "))
            }
            SortKey::Before(nth) => word(hit.start.checked_sub(u32::from(nth.get()))),
            SortKey::After(nth) => word(Some(hit.end + u32::from(nth.get()) - 1)),
            SortKey::Period => Self::Period(article.period.clone()),
            SortKey::Date => Self::Date(article.date),
            SortKey::Outlet => Self::Outlet(article.source.clone()),
            SortKey::File => Self::File(article.file.clone()),
            SortKey::Position => return None,
        })
    }
}
