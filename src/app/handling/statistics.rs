//! Counting for the statistics, and what the reader does with the numbers.

use crate::analysis::WireGroups;
use crate::analysis::query::{
    Column, Level, Near, Node, Place, Query, Restriction, RestrictionValue, Term, Wanted,
};
use crate::analysis::statistics::{TimeKey, Unit};
use crate::app::command::statistics::{StatisticsKind, StatisticsScope};
use crate::app::command::{StatisticsCommand, View};
use crate::app::state::AppState;
use crate::app::state::chosen::Chosen;
use crate::app::state::statistics::{StatisticsKey, StatisticsTask, TableOrPlot};
use crate::corpus::PartialDate;
use crate::jobs::{Same, Slot as _};
use std::sync::Arc;

impl AppState {
    pub(super) fn handle_statistics(&mut self, command: StatisticsCommand) {
        match command {
            StatisticsCommand::Show(kind) => self.show_kind(kind),
            StatisticsCommand::Count(options) => self.statistics.options = options,
            StatisticsCommand::CountOnce(once) => self.statistics.wire.counts_once = once,
            StatisticsCommand::Order(order) => self.statistics.arrangement.order = order,
            StatisticsCommand::Find(text) => self.statistics.arrangement.search = text,
            StatisticsCommand::Select(place) => self.statistics.selected = Some(place),
            StatisticsCommand::Search(place) => self.search_for_row(place),
            StatisticsCommand::Copy(place) => self.copy_row(place),
            StatisticsCommand::OpenStep(step) => self.open_step(step),
            StatisticsCommand::OpenArticle { row, hit } => self.open_in_plot(row, hit),
        }
    }

    fn show_kind(&mut self, kind: StatisticsKind) {
        if self.statistics.kind != kind {
            self.statistics.kind = kind;
            self.statistics.arrangement.order = kind.usual_order();
        }
    }

    /// Finds near-identical articles, off the window's thread, once there is an
    /// index.
    pub(super) fn refresh_wire(&mut self) -> bool {
        if let Some(indexed) = self.indexed().cloned() {
            let groups = &mut self.statistics.wire.groups;
            groups.want(&self.executor, "near-copies", self.generation, || {
                move |progress: &_, cancel: &_| {
                    WireGroups::of_index(&indexed.index, progress, cancel)
                }
            });
        }
        self.statistics.wire.groups.poll()
    }

    /// Counts what is wanted, off the window's thread, if it is looked at, and
    /// arranges the rows.
    pub(super) fn refresh_statistics(&mut self) -> bool {
        if self.view == View::Statistics {
            self.want_statistics();
        }
        let came = self.statistics.counted.poll();
        let statistics = &mut self.statistics;
        let before = statistics.arranged.revision();
        if let Some(made) = statistics.counted.shown() {
            let of = Same::of(&made.counted);
            if statistics
                .arranged
                .last()
                .is_none_or(|((known, _), _)| *known != of)
            {
                statistics.kept = made.kept.clone();
                let key = (of.clone(), made.arrangement.clone());
                statistics.arranged.put(key, Arc::clone(&made.rows));
            }
            // A table that is being counted is arranged when it has come.
            if self.view == View::Statistics && statistics.counted.is_idle() {
                let key = (of, statistics.arrangement.clone());
                statistics
                    .arranged
                    .want(&self.executor, "arrange", key.clone(), || {
                        move |_: &_, _: &_| {
                            let (shown, arrangement) = key;
                            Ok(shown.0.arranged(&arrangement))
                        }
                    });
            }
        }
        let arranged = statistics.arranged.poll();
        if came || statistics.arranged.revision() != before {
            statistics.selected = None;
        }
        came || arranged
    }

    fn want_statistics(&mut self) {
        let Some(indexed) = self.indexed().cloned() else {
            return;
        };
        let statistics = &self.statistics;
        let (kind, options) = (statistics.kind, statistics.options);
        let needs_answer = kind.needs_hits() || options.scope == StatisticsScope::Found;
        let found = self.search.found().filter(|_| needs_answer).cloned();
        let once = statistics.once(self.generation);
        // What is awaited calls again when it has come.
        let is_awaited = needs_answer && !self.search.answer.is_idle();
        if is_awaited || (statistics.wire.counts_once && once.is_none()) {
            return;
        }
        if needs_answer && found.is_none() && (kind.needs_hits() || self.search.query.is_some()) {
            self.statistics.counted.forget();
            return;
        }
        let key = StatisticsKey {
            generation: self.generation,
            kind,
            options,
            filter: self.filter.clone(),
            once: once.map(Same::of),
            found: found.as_ref().map(Same::of),
        };
        let chosen = Chosen {
            filter: self.filter.clone(),
            once: once.cloned(),
        };
        let (arrangement, kept) = (statistics.arrangement.clone(), statistics.kept.clone());
        self.statistics
            .counted
            .want(&self.executor, "statistics", key, || {
                let work = StatisticsTask {
                    kind,
                    options,
                    // Hits are places in the index that was searched.
                    indexed: found.as_ref().map_or(indexed, |f| Arc::clone(&f.indexed)),
                    query: found
                        .as_ref()
                        .map_or_else(String::new, |f| f.text.trim().to_owned()),
                    found,
                    chosen,
                    arrangement,
                    kept,
                };
                move |progress: &_, cancel: &_| work.run(progress, cancel)
            });
    }

    /// Searches for the words of a row; for a collocate, for the hits near it.
    fn search_for_row(&mut self, place: usize) {
        self.statistics.selected = Some(place);
        let row = self.statistics.rows().get(place).copied();
        let Some((row, shown)) = row.zip(self.statistics.shown().cloned()) else {
            return;
        };
        let words = shown.words_of(row);
        let terms = words.split(' ').map(|word| Term::Word(word.into()));
        let mut terms: Vec<Term> = terms.collect();
        let words = match terms.pop() {
            Some(term) if terms.is_empty() => Node::Word(term),
            last => Node::Phrase(terms.into_iter().chain(last).collect()),
        };
        let node =
            if let (TableOrPlot::Collocates(_), Some(query)) = (&shown.what, &self.search.query) {
                let window = shown.options.window;
                Node::Near(Box::new(Near {
                    node: query.root().clone(),
                    distance: window.before.max(window.after),
                    other: words,
                }))
            } else {
                // What is found then is what was counted.
                self.search.matching.level = match shown.options.unit {
                    Unit::Type => Level::Exact,
                    Unit::Fold => Level::Folded,
                    Unit::Stem => Level::Stem,
                };
                words
            };
        self.show_lines_of(node);
    }

    fn copy_row(&mut self, place: usize) {
        let row = self.statistics.rows().get(place).copied();
        if let Some((row, shown)) = row.zip(self.statistics.shown()) {
            self.requests.copy_text = Some(shown.words_of(row));
        }
    }

    /// Shows the hits of a step of time as lines.
    fn open_step(&mut self, step: TimeKey) {
        let Some(query) = &self.search.query else {
            return;
        };
        let date = |year, month| {
            let date = PartialDate::new(year, month, None);
            let wanted = Wanted::Dates {
                from: date,
                to: date,
            };
            (Column::Date, wanted)
        };
        let (column, wanted) = match step {
            TimeKey::Month(year, month) => date(year, Some(month)),
            TimeKey::Year(year) => date(year, None),
            TimeKey::Period(period) => (Column::Period, Wanted::Text(period.as_str().into())),
        };
        let at = Place::default();
        let step = Node::Where(Restriction {
            column,
            values: vec![RestrictionValue { wanted, at }],
        });
        self.show_lines_of(Node::All(vec![query.root().clone(), step]));
    }

    /// Searches for `node` and shows the lines.
    pub(super) fn show_lines_of(&mut self, node: Node) {
        let text = Query::new(node).to_string();
        self.requests.search_text = Some(text.clone());
        self.view = View::Concordance;
        self.set_query(text);
    }

    /// Opens an article of the plot, the hit in view.
    fn open_in_plot(&mut self, row: usize, hit: Option<usize>) {
        let Some(shown) = self.statistics.shown().cloned() else {
            return;
        };
        let (TableOrPlot::Dispersion(plot), Some(found)) = (&shown.what, &shown.found) else {
            return;
        };
        let Some(id) = plot.articles.get(row).copied() else {
            return;
        };
        let hit = found.answer.hits_of(id).get(hit.unwrap_or(0));
        let byte = hit.map(|hit| hit.span(&shown.indexed.index).start);
        // In the corpus as it is now, the article may have another number.
        let file = shown.indexed.corpus.article(id).map(|a| &*a.file);
        let Some(article) = file.and_then(|file| self.article_of_file(file)) else {
            return;
        };
        self.show(View::Reading);
        self.select_article(article);
        self.requests.reveal_byte = byte;
    }
}
