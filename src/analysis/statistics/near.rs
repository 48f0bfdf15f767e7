//! One pass over all hits, counting what is near them.

use super::collocates::{NO_ROW, rows_of_units};
use super::parts::PartCounts;
use super::subcorpus::Subcorpus;
use super::type_counts::add;
use super::units::{NONE, Units};
use super::windows::{Window, WindowSide, each_stretch};
use crate::analysis::index::Index;
use crate::analysis::query::Hit;
use crate::base::{ArticleId, CancelToken, Cancelled};
use rayon::prelude::*;
use std::ops::Range;

/// Hits that one thread takes up at once.
const STRETCH: usize = 1 << 14;

/// What a pass needs to know.
pub(super) struct Sweep<'a> {
    pub(super) index: &'a Index,
    pub(super) units: &'a Units,
    pub(super) subcorpus: &'a Subcorpus,
    /// By their starts.
    pub(super) hits: &'a [Hit],
    pub(super) window: Window,
    pub(super) cancel: &'a CancelToken,
}

/// What a pass counts; the columns have a row for each unit.
pub(super) struct SweptCounts {
    pub(super) before: Vec<u32>,
    pub(super) after: Vec<u32>,
    /// Articles where the unit is near a node.
    pub(super) range: Vec<u32>,
    /// Occurrences in nodes.
    pub(super) nodes: Vec<u32>,
    /// The last article where it was near a node, plus one.
    last_article: Vec<u32>,
    pub(super) n_hits: u64,
    /// Counted tokens near a node.
    pub(super) near: u64,
    /// Counted tokens in nodes.
    pub(super) in_nodes: u64,
}

impl Sweep<'_> {
    /// Counts for all units.
    pub(super) fn count(&self) -> Result<SweptCounts, Cancelled> {
        let n_units = self.units.n_units() as usize;
        self.stretches()
            .into_par_iter()
            .try_fold(
                || SweptCounts::new(n_units),
                |mut found, hits| {
                    self.cancel.check()?;
                    self.each_article(hits, |article, hits, side, units| {
                        found.add(article, hits, side, units);
                    });
                    Ok(found)
                },
            )
            .try_reduce(|| SweptCounts::new(n_units), |a, b| Ok(a.joined(&b)))
    }

    /// The hits, cut where an article ends, so that each article is seen by
    /// one thread.
    fn stretches(&self) -> Vec<&[Hit]> {
        let mut stretches = Vec::new();
        let mut rest = self.hits;
        while let Some(last) = rest.get(..STRETCH.min(rest.len())).and_then(<[_]>::last) {
            let end = self.article_end(*last);
            let n = rest.partition_point(|hit| hit.start < end);
            let (stretch, others) = rest.split_at(n.max(1));
            stretches.push(stretch);
            rest = others;
        }
        stretches
    }

    /// The last position of the article of a hit, plus one.
    fn article_end(&self, hit: Hit) -> u32 {
        self.positions(self.article_of(hit)).end
    }

    fn positions(&self, article: u32) -> Range<u32> {
        self.index.positions_of(ArticleId(article))
    }

    fn article_of(&self, hit: Hit) -> u32 {
        self.units.article_of(self.index, hit.start)
    }

    /// Calls `each` with the units of every stretch of tokens in or near a
    /// node, in the articles of the subcorpus: once for all tokens of one side
    /// of one node, with the number of hits that were not yet reported.
    fn each_article(&self, hits: &[Hit], mut each: impl FnMut(u32, u64, WindowSide, &[u32])) {
        let unit_of = self.units.units_of_types();
        let mut units = Vec::new();
        let mut rest = hits;
        while let Some(first) = rest.first() {
            let article = self.article_of(*first);
            let positions = self.positions(article);
            let n = rest.partition_point(|hit| hit.start < positions.end);
            let (here, others) = rest.split_at(n.max(1));
            rest = others;
            if !self.subcorpus.contains(ArticleId(article)) {
                continue;
            }
            let mut n_hits = here.len() as u64;
            each_stretch(positions, here, self.window, |side, stretch| {
                let tokens = stretch.start as usize..stretch.end as usize;
                let tokens = self.index.tokens().get(tokens).unwrap_or_default();
                units.clear();
                let counted = tokens.iter().map(|token| unit_of[*token as usize]);
                units.extend(counted.filter(|unit| *unit != NONE));
                each(article, std::mem::take(&mut n_hits), side, &units);
            });
        }
    }
}

impl SweptCounts {
    fn new(n_units: usize) -> Self {
        let column = || vec![0; n_units];
        Self {
            before: column(),
            after: column(),
            range: column(),
            nodes: column(),
            last_article: column(),
            n_hits: 0,
            near: 0,
            in_nodes: 0,
        }
    }

    fn add(&mut self, article: u32, n_hits: u64, side: WindowSide, units: &[u32]) {
        self.n_hits += n_hits;
        let n_units = units.len() as u64;
        let counts = match side {
            WindowSide::Node => {
                self.in_nodes += n_units;
                for unit in units {
                    self.nodes[*unit as usize] += 1;
                }
                return;
            }
            WindowSide::Before => &mut self.before,
            WindowSide::After => &mut self.after,
        };
        self.near += n_units;
        for unit in units.iter().map(|unit| *unit as usize) {
            counts[unit] += 1;
            let is_new = self.last_article[unit] != article + 1;
            self.last_article[unit] = article + 1;
            self.range[unit] += u32::from(is_new);
        }
    }

    /// With what was counted in other articles.
    fn joined(self, other: &Self) -> Self {
        Self {
            before: add(self.before, &other.before),
            after: add(self.after, &other.after),
            range: add(self.range, &other.range),
            nodes: add(self.nodes, &other.nodes),
            last_article: self.last_article,
            n_hits: self.n_hits + other.n_hits,
            near: self.near + other.near,
            in_nodes: self.in_nodes + other.in_nodes,
        }
    }
}

/// How often each of `units` is near a node in each part; the sizes are the
/// counted tokens near a node. A second pass, for these units alone.
pub(super) fn part_counts(sweep: &Sweep<'_>, units: &[u32]) -> Result<PartCounts, Cancelled> {
    let n_parts = sweep.subcorpus.n_parts();
    if n_parts == 0 {
        return Ok(PartCounts::default());
    }
    let row_of = rows_of_units(sweep.units.n_units(), units);
    let n_rows = units.len();
    // The counts of each part, one part after another, and then its size.
    let empty = || (vec![0_u32; n_parts * n_rows], vec![0_u64; n_parts]);
    let (counts, sizes) = sweep
        .stretches()
        .into_par_iter()
        .try_fold(empty, |(mut counts, mut sizes), hits| {
            sweep.cancel.check()?;
            sweep.each_article(hits, |article, _, side, units| {
                if side == WindowSide::Node {
                    return;
                }
                for part in sweep.subcorpus.parts_of(ArticleId(article)) {
                    let part = *part as usize;
                    sizes[part] += units.len() as u64;
                    for unit in units {
                        let row = row_of[*unit as usize];
                        if row != NO_ROW {
                            counts[part * n_rows + row as usize] += 1;
                        }
                    }
                }
            });
            Ok((counts, sizes))
        })
        .try_reduce(empty, |(counts, sizes), (more, other)| {
            let sizes = sizes.iter().zip(other).map(|(a, b)| a + b).collect();
            Ok((add(counts, &more), sizes))
        })?;
    let columns = (0..n_parts).map(|part| {
        let column = counts.get(part * n_rows..(part + 1) * n_rows);
        column.unwrap_or_default().to_vec()
    });
    Ok(PartCounts {
        counts: columns.collect(),
        sizes,
    })
}
