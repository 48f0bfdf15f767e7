//! Counting for the statistics, and what the reader does with the numbers.

use crate::analysis::WireGroups;
use crate::analysis::query::{
    Column, Level, Near, Node, Place, Query, Restriction, Term, Value, Wanted,
};
use crate::analysis::statistics::{TimeKey, Unit};
use crate::app::chosen::Chosen;
use crate::app::command::{StatisticsCommand, View};
use crate::app::state::AppState;
use crate::app::views::statistics::{Counted, TableOrPlot, Work};
use crate::app::views::statistics::{MadeOf, Scope, StatisticsKind};
use crate::corpus::PartialDate;
use crate::jobs::{Outcome, Task};
use std::sync::Arc;

impl AppState {
    pub(super) fn handle_statistics(&mut self, command: StatisticsCommand) {
        match command {
            StatisticsCommand::Show(kind) => self.show_kind(kind),
            StatisticsCommand::Count(options) => {
                self.statistics.options = options;
                self.start_statistics();
            }
            StatisticsCommand::CountOnce(once) => {
                self.statistics.wire.counts_once = once;
                self.start_wire();
                self.relines();
                self.start_statistics();
            }
            StatisticsCommand::Order(order) => {
                self.statistics.arrangement.order = order;
                self.arrange();
            }
            StatisticsCommand::Find(text) => {
                self.statistics.arrangement.search = text;
                self.arrange();
            }
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
            self.start_statistics();
        }
    }

    /// The articles that the reader looks at.
    pub(super) fn chosen(&self) -> Chosen {
        let groups = self.statistics.groups(self.generation);
        Chosen {
            filter: self.filter.clone(),
            once: groups
                .filter(|_| self.statistics.wire.counts_once)
                .map(Arc::clone),
        }
    }

    /// Finds near-identical articles, off the window's thread, if they are not
    /// known.
    pub(super) fn start_wire(&mut self) {
        let Some(indexed) = self.indexed.clone() else {
            return;
        };
        let wire = &mut self.statistics.wire;
        let is_known = wire.groups.as_ref().is_some_and(|g| g.0 == self.generation);
        let is_sought = wire.task.as_ref().is_some_and(|t| t.0 == self.generation);
        if is_known || is_sought {
            return;
        }
        let work =
            move |progress: &_, cancel: &_| WireGroups::of_index(&indexed.index, progress, cancel);
        let task = Task::start(&self.executor, "near-copies", work);
        wire.task = Some((self.generation, task));
    }

    pub(super) fn collect_wire(&mut self) {
        let wire = &mut self.statistics.wire;
        let Some((generation, task)) = &mut wire.task else {
            return;
        };
        let Some(outcome) = task.poll() else {
            return;
        };
        let generation = *generation;
        wire.task = None;
        if let Outcome::Done(groups) = outcome {
            wire.groups = Some((generation, Arc::new(groups)));
            if wire.counts_once {
                self.relines();
                self.start_statistics();
            }
        }
    }

    /// Counts what is wanted, off the window's thread, if it is looked at and
    /// not there already.
    pub(super) fn start_statistics(&mut self) {
        let Some(indexed) = self.indexed.clone() else {
            return;
        };
        if self.view != View::Statistics {
            return;
        }
        let (kind, options) = (self.statistics.kind, self.statistics.options);
        let needs_answer = kind.needs_hits() || options.scope == Scope::Found;
        let found = self.search.found.clone().filter(|_| needs_answer);
        let is_awaited = self.search.task.is_some();
        // Hits are places in the index that was searched.
        let indexed = found.as_ref().map_or(indexed, |f| Arc::clone(&f.indexed));
        self.start_wire();
        let counts_once = self.statistics.wire.counts_once;
        let lacks_groups = counts_once && self.statistics.groups(self.generation).is_none();
        // What is awaited calls again when it has come.
        if (needs_answer && is_awaited) || lacks_groups {
            return;
        }
        let wanted = MadeOf {
            generation: self.generation,
            kind,
            options,
            filter: self.filter.clone(),
            counts_once,
            answer: needs_answer.then_some(self.search.revision),
        };
        if self.statistics.made_of.as_ref() == Some(&wanted) {
            return;
        }
        self.statistics.made_of = Some(wanted);
        self.statistics.arranging = None;
        if kind.needs_hits() && found.is_none() {
            self.statistics.task = None;
            self.show_counted(None, Vec::new());
            return;
        }
        let work = Work {
            kind,
            options,
            indexed,
            found,
            query: self.search.text.trim().to_owned(),
            chosen: self.chosen(),
            arrangement: self.statistics.arrangement.clone(),
            kept: self.statistics.kept.clone(),
        };
        let work = move |progress: &_, cancel: &_| work.run(progress, cancel);
        self.statistics.task = Some(Task::start(&self.executor, "statistics", work));
    }

    pub(super) fn collect_statistics(&mut self) {
        if let Some(outcome) = self.statistics.task.as_mut().and_then(Task::poll) {
            self.statistics.task = None;
            match outcome {
                Outcome::Done(made) => {
                    self.statistics.kept = made.kept;
                    self.show_counted(Some(made.counted), made.rows);
                    if made.arrangement != self.statistics.arrangement {
                        self.arrange();
                    }
                }
                // There is nothing to show of what failed.
                Outcome::Cancelled | Outcome::Panicked(_) => self.show_counted(None, Vec::new()),
            }
        }
        let arranged = self.statistics.arranging.as_mut().and_then(Task::poll);
        if let Some(outcome) = arranged {
            self.statistics.arranging = None;
            if let Outcome::Done(rows) = outcome {
                self.show_rows(rows);
            }
        }
    }

    fn show_counted(&mut self, counted: Option<Counted>, rows: Vec<u32>) {
        self.statistics.shown = counted.map(Arc::new);
        self.show_rows(rows);
    }

    fn show_rows(&mut self, rows: Vec<u32>) {
        self.statistics.rows = Arc::new(rows);
        self.statistics.selected = None;
        self.statistics.revision += 1;
    }

    /// Arranges the rows that are shown, off the window's thread.
    fn arrange(&mut self) {
        // A table that is being counted is arranged when it has come.
        let Some(shown) = self.statistics.shown.clone() else {
            return;
        };
        if self.statistics.task.is_some() {
            return;
        }
        let arrangement = self.statistics.arrangement.clone();
        let work = move |_: &_, _: &_| Ok(shown.arranged(&arrangement));
        self.statistics.arranging = Some(Task::start(&self.executor, "arrange", work));
    }

    /// Searches for the words of a row; for a collocate, for the hits near it.
    fn search_for_row(&mut self, place: usize) {
        self.statistics.selected = Some(place);
        let row = self.statistics.rows.get(place).copied();
        let Some((row, shown)) = row.zip(self.statistics.shown.clone()) else {
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
        let row = self.statistics.rows.get(place).copied();
        if let Some((row, shown)) = row.zip(self.statistics.shown.as_ref()) {
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
            values: vec![Value { wanted, at }],
        });
        self.show_lines_of(Node::All(vec![query.root().clone(), step]));
    }

    /// Searches for `node` and shows the lines.
    pub(super) fn show_lines_of(&mut self, node: Node) {
        let text = Query::new(node).to_string();
        self.requests.search_text = Some(text.clone());
        self.view = View::Concordance;
        // The level may be another one, even if the words are not.
        self.search.query = None;
        self.set_query(text);
    }

    /// Opens an article of the plot, the hit in view.
    fn open_in_plot(&mut self, row: usize, hit: Option<usize>) {
        let Some(shown) = self.statistics.shown.clone() else {
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
