//! Counts what the view of names shows, off the window's thread.

use super::figures::{
    Figures, FoldedName, NamedOne, NamesContent, NamingFigures, NearWord, TableFigures,
};
use super::order::{NamesArrangement, kinds_of};
use crate::analysis::query::Hit;
use crate::analysis::statistics::{
    CollocateOptions, Collocates, Counted, Measure, Subcorpus, Table, TableOrder, TypeCounts, Unit,
    Units, Window, all_rows, sorted,
};
use crate::analysis::{ArticleSet, IndexedCorpus};
use crate::app::command::names::{NamesOptions, NamesPart};
use crate::arabic::fold;
use crate::base::{ArticleId, ByteSpan, CancelToken, Cancelled, EntityId, Progress};
use crate::corpus::Corpus;
use crate::entity::Annotations;
use crate::entity::study::{
    CompanionOptions, Edge, EntityRows, Graph, GraphOptions, Kinds, RowOrder, StudyScope,
    companions, graph, naming, occurrences, profile,
};
use crate::statistics::log_dice;
use crate::ui::reading::MarkClass;
use std::sync::Arc;

/// The most words near an entity that are listed.
const MOST_NEAR: usize = 200;
/// The fewest occurrences near it.
const LEAST_NEAR: u32 = 2;
/// The mutual information, in bits, of a word that is listed: one is twice as
/// often as chance, and leaves out the words that stand everywhere.
const ATTRACTED: f64 = 1.0;
/// The edges of a network for each of its nodes.
const EDGES: usize = 2;

/// What a task brings.
pub(in crate::app) struct NamesRows {
    pub(in crate::app) figures: Arc<Figures>,
    /// The rows of the table of names; none of another part.
    pub(in crate::app) rows: Arc<Vec<u32>>,
    /// How `rows` are arranged.
    pub(in crate::app) arrangement: NamesArrangement,
}

/// Something to count.
pub(in crate::app) struct NamesTask {
    pub(in crate::app) corpus: Arc<Corpus>,
    pub(in crate::app) names: Arc<Annotations>,
    /// The index of `corpus`, if there is one.
    pub(in crate::app) indexed: Option<Arc<IndexedCorpus>>,
    /// The articles that are counted; `None` for all.
    pub(in crate::app) articles: Option<ArticleSet>,
    pub(in crate::app) part: NamesPart,
    /// The canonical id of the entity in question.
    pub(in crate::app) entity: Option<Box<str>>,
    pub(in crate::app) options: NamesOptions,
    pub(in crate::app) arrangement: NamesArrangement,
}

impl NamesTask {
    /// Counts. `progress` tells of the steps of a part.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it.
    pub(in crate::app) fn run(
        self,
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<NamesRows, Cancelled> {
        let figures = self.figures(progress, cancel)?;
        cancel.check()?;
        let rows = match &figures.what {
            NamesContent::Table(table) => figures.arranged(table, &self.arrangement),
            _ => Vec::new(),
        };
        Ok(NamesRows {
            figures: Arc::new(figures),
            rows: Arc::new(rows),
            arrangement: self.arrangement,
        })
    }

    fn figures(&self, progress: &Progress, cancel: &CancelToken) -> Result<Figures, Cancelled> {
        let (corpus, names) = (&self.corpus, &self.names);
        let articles = self.articles.as_ref();
        let shows = |id: ArticleId| articles.is_none_or(|articles| articles.contains(id));
        let scope = StudyScope::new(corpus, names, shows);
        let mut figures = self.empty(&scope);
        progress.set_total(4);
        figures.what = match self.part {
            NamesPart::Table => self.table(&scope, cancel)?,
            NamesPart::Network => {
                let options = GraphOptions {
                    nodes: self.options.nodes,
                    edges: self.options.nodes * EDGES,
                    order: self.options.edges,
                    unit: self.options.unit,
                    kinds: kinds_of(self.arrangement.classes),
                    ..GraphOptions::default()
                };
                let (graph, n_alone) = connected(&graph(&scope, &options, cancel)?);
                NamesContent::Network(graph, n_alone)
            }
            NamesPart::Entity | NamesPart::Naming => match self.wanted(&scope, cancel)? {
                None => NamesContent::Nothing,
                Some(entity) if self.part == NamesPart::Naming => {
                    let naming = naming(&scope, &[entity], self.options.spellings, cancel)?;
                    NamesContent::Naming(NamingFigures { entity, naming })
                }
                Some(entity) => {
                    NamesContent::Entity(Box::new(self.one(&scope, entity, progress, cancel)?))
                }
            },
        };
        Ok(figures)
    }

    fn empty(&self, scope: &StudyScope<'_>) -> Figures {
        let periods = scope.periods().to_vec();
        let mut sizes = vec![0; periods.len()];
        let undated = periods.len().saturating_sub(1);
        let (mut n_words, mut n_mentions) = (0, 0);
        for article in &self.corpus.articles {
            let among = self.articles.as_ref();
            if among.is_some_and(|articles| !articles.contains(article.id)) {
                continue;
            }
            n_words += u64::from(article.n_words);
            n_mentions += self.names.of(article.id).len() as u64;
            let column = periods.iter().position(|period| *period == article.period);
            if let Some(size) = sizes.get_mut(column.unwrap_or(undated)) {
                *size += 1;
            }
        }
        Figures {
            corpus: Arc::clone(&self.corpus),
            names: Arc::clone(&self.names),
            n_articles: scope.n_articles(),
            n_words,
            n_mentions,
            periods,
            sizes,
            what: NamesContent::Nothing,
        }
    }

    fn table(
        &self,
        scope: &StudyScope<'_>,
        cancel: &CancelToken,
    ) -> Result<NamesContent, Cancelled> {
        let rows = EntityRows::new(scope, cancel)?;
        if rows.is_empty() {
            return Ok(NamesContent::Nothing);
        }
        let table = self.names.table();
        let entities = (0..rows.len()).filter_map(|row| rows.row(row));
        let (mut folded, mut most) = (Vec::with_capacity(rows.len()), 0);
        let mut by_class = [0; 4];
        for row in entities {
            let name = table.get(row.entity).map(|entity| FoldedName {
                arabic: fold(&entity.ar).into(),
                english: entity.english().map(|name| fold(name).into()),
            });
            folded.push(name.unwrap_or_default());
            most = most.max(row.mentions.iter().sum());
            by_class[MarkClass::of(row.kind) as usize] += 1;
        }
        Ok(NamesContent::Table(TableFigures {
            rows,
            folded,
            most,
            by_class,
        }))
    }

    /// The entity in question; where none is chosen, the one that is named
    /// most.
    fn wanted(
        &self,
        scope: &StudyScope<'_>,
        cancel: &CancelToken,
    ) -> Result<Option<EntityId>, Cancelled> {
        let chosen = self.entity.as_ref();
        if let Some(entity) = chosen.and_then(|id| self.names.table().find(id)) {
            return Ok(Some(entity));
        }
        let rows = EntityRows::new(scope, cancel)?;
        let order = rows.ordered(RowOrder::Mentions(None), Kinds::ALL);
        let first = order.first().and_then(|row| rows.row(*row));
        Ok(first.map(|row| row.entity))
    }

    fn one(
        &self,
        scope: &StudyScope<'_>,
        entity: EntityId,
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<NamedOne, Cancelled> {
        let entities = [entity];
        let profile = profile(scope, &entities, None, cancel)?;
        progress.advance(1);
        // In a handful of articles, two that name both is already something.
        let wanted = CompanionOptions {
            unit: self.options.unit,
            least: if profile.articles.len() < 30 { 1 } else { 3 },
        };
        let companions = companions(scope, &entities, &wanted, cancel)?;
        progress.advance(1);
        let near = match &self.indexed {
            Some(indexed) => {
                let found = occurrences(scope, &entities, cancel)?;
                let places = found.by_article();
                let hits = places.flat_map(|(id, spans)| hits_of(indexed, id, spans));
                Some(self.near(indexed, &hits.collect::<Vec<_>>(), cancel)?)
            }
            None => None,
        };
        progress.advance(2);
        Ok(NamedOne {
            entity,
            profile,
            companions,
            near,
        })
    }

    /// The words near `hits`, the most exclusive first.
    fn near(
        &self,
        indexed: &IndexedCorpus,
        hits: &[Hit],
        cancel: &CancelToken,
    ) -> Result<Vec<NearWord>, Cancelled> {
        let index = &indexed.index;
        let units = Units::new(index, Unit::Fold, Counted::Words);
        cancel.check()?;
        let subcorpus = Subcorpus::new(index, self.articles.as_ref(), &[]);
        let counts = TypeCounts::new(index, &subcorpus);
        let options = CollocateOptions {
            window: Window::default(),
            min_freq: LEAST_NEAR,
        };
        let table = Collocates::new(index, &units, (&subcorpus, &counts), hits, options, cancel)?;
        let order = TableOrder::Descending(Measure::LogDice);
        let rows = sorted(&table, order, &all_rows(&table));
        let attracted = rows.into_iter().filter_map(|row| {
            let cells = table.contingency(row)?;
            (cells.mutual_information()? >= ATTRACTED).then_some((row, cells))
        });
        let words = attracted.take(MOST_NEAR).map(|(row, cells)| {
            let mut word = String::new();
            table.push_shown(index, row, &mut word);
            NearWord {
                word,
                observed: cells.observed(),
                expected: cells.expected(),
                log_dice: log_dice(cells.observed(), table.n_hits, cells.column()),
            }
        });
        Ok(words.collect())
    }
}

/// `graph` without the nodes that have no edge, and how many these are.
fn connected(graph: &Graph) -> (Graph, usize) {
    let mut ends: Vec<usize> = graph.edges.iter().flat_map(|edge| edge.nodes).collect();
    ends.sort_unstable();
    ends.dedup();
    let n_alone = graph.nodes.len() - ends.len();
    let number = |node: usize| ends.binary_search(&node).unwrap_or_default();
    let edges = graph.edges.iter().map(|edge| Edge {
        nodes: edge.nodes.map(number),
        pair: edge.pair,
    });
    let connected = Graph {
        edges: edges.collect(),
        nodes: ends
            .iter()
            .filter_map(|node| graph.nodes.get(*node))
            .copied()
            .collect(),
    };
    (connected, n_alone)
}

/// The positions of mentions in the index. A token that a mention begins or
/// ends inside of, as after a conjunction, is part of the hit.
fn hits_of(indexed: &IndexedCorpus, article: ArticleId, spans: &[ByteSpan]) -> Vec<Hit> {
    let index = &indexed.index;
    let positions = index.positions_of(article);
    let mut start = positions.start;
    let mut hits = Vec::with_capacity(spans.len());
    for span in spans {
        while start < positions.end && index.span(start).end <= span.start {
            start += 1;
        }
        let mut end = start;
        while end < positions.end && index.span(end).start < span.end {
            end += 1;
        }
        if end > start {
            hits.push(Hit { start, end });
        }
    }
    hits
}
