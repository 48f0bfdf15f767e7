//! Counting for the view of names, and what the reader does in it.

use crate::analysis::ArticleSet;
use crate::analysis::query::{Column, Level, Near, Node, Place, Restriction, Term, Value, Wanted};
use crate::analysis::statistics::Window;
use crate::app::command::View;
use crate::app::state::AppState;
use crate::app::views::names::{
    Arrangement, Figures, MadeOf, NamesCommand, NamesContent, NamesPart, Work,
};
use crate::arabic::{fold, tokens};
use crate::base::{CancelToken, EntityId};
use crate::entity::study::{Scope, SpellingRows, naming};
use crate::jobs::{Outcome, Task};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A concordance is made of so many spellings; more would make a query that
/// nobody reads.
const MOST_SPELLINGS: usize = 24;

impl AppState {
    pub(super) fn handle_names(&mut self, command: NamesCommand) {
        match command {
            NamesCommand::Show(part) => self.show_part(part),
            NamesCommand::Choose(entity) => self.names_view.entity = Some(entity),
            NamesCommand::Open(entity) => {
                self.names_view.entity = Some(entity);
                self.show_part(NamesPart::Entity);
                self.show(View::Names);
            }
            NamesCommand::Compare(entity) => {
                self.names_view.entity = Some(entity);
                self.show_part(NamesPart::Naming);
            }
            NamesCommand::Count(options) => {
                self.names_view.options = options;
                self.start_names();
            }
            NamesCommand::Look(look) => {
                self.names_view.look = look;
                self.arrange_names();
            }
            NamesCommand::Order(order) => {
                self.names_view.order = order;
                self.arrange_names();
            }
            NamesCommand::Find(text) => {
                self.names_view.search = text;
                self.arrange_names();
            }
            NamesCommand::Copy(place) => self.copy_name(place),
            NamesCommand::Concordance(entity) => self.show_lines_of_entity(&entity),
            NamesCommand::SearchNear(word) => self.show_lines_near(word.into()),
            NamesCommand::OpenArticle(file) => self.open_at_entity(&file),
        }
    }

    fn show_part(&mut self, part: NamesPart) {
        self.names_view.part = part;
        self.start_names();
    }

    /// Counts again where the names are others.
    pub(super) fn renew_names(&mut self) {
        self.names_view.names += 1;
        self.start_names();
    }

    /// The articles that the list shows, by period and search; `None` for all.
    pub(super) fn articles_of_names(&self) -> Option<ArticleSet> {
        let mut articles = self.filter.articles(&self.corpus);
        if let Some(found) = &self.search.found {
            match &mut articles {
                Some(articles) => articles.intersect(&found.answer.articles),
                None => articles = Some(found.answer.articles.clone()),
            }
        }
        articles
    }

    /// Counts what is wanted, off the window's thread, if it is looked at and
    /// not there already.
    pub(super) fn start_names(&mut self) {
        if self.view != View::Names {
            return;
        }
        let Some(names) = self.annotations.clone() else {
            return;
        };
        // What is awaited calls again when it has come.
        if self.search.task.is_some() {
            return;
        }
        let part = self.names_view.part;
        let indexed = self.indexed.clone();
        let indexed = indexed.filter(|indexed| Arc::ptr_eq(&indexed.corpus, &self.corpus));
        let found = self.search.found.clone();
        let entity = self.names_view.entity.clone();
        let wanted = MadeOf {
            generation: self.generation,
            names: self.names_view.names,
            filter: self.filter.clone(),
            answer: found.as_ref().map(|_| self.search.revision),
            has_index: indexed.is_some(),
            part,
            entity: entity.clone().filter(|_| part.is_of_one()),
            options: self.names_view.options,
            classes: (part == NamesPart::Network).then_some(self.shown),
        };
        if self.names_view.slot(part).made_of.as_ref() == Some(&wanted) {
            return;
        }
        self.names_view.cancel();
        self.names_view.slot_mut(part).made_of = Some(wanted);
        let articles = self.articles_of_names();
        let work = Work {
            corpus: Arc::clone(&self.corpus),
            names,
            indexed,
            articles,
            part,
            entity,
            options: self.names_view.options,
            arrangement: self.names_arrangement(),
        };
        let work = move |progress: &_, cancel: &_| work.run(progress, cancel);
        let task = Task::start(&self.executor, "names", work);
        self.names_view.task = Some((part, task));
    }

    pub(super) fn collect_names_view(&mut self) {
        let task = self.names_view.task.as_mut();
        if let Some((part, outcome)) = task.and_then(|(part, task)| Some((*part, task.poll()?))) {
            self.names_view.task = None;
            let made = match outcome {
                Outcome::Done(made) => Some(made),
                // There is nothing to show of what failed.
                Outcome::Cancelled | Outcome::Panicked(_) => None,
            };
            let slot = self.names_view.slot_mut(part);
            slot.revision += 1;
            let Some(made) = made else {
                slot.shown = None;
                return;
            };
            slot.shown = Some(Arc::new(made.figures));
            if part == NamesPart::Table {
                self.names_view.rows = Arc::new(made.rows);
                self.names_view.arranging = None;
                if made.arrangement != self.names_arrangement() {
                    self.arrange_names();
                }
            }
        }
        let arranged = self.names_view.arranging.as_mut().and_then(Task::poll);
        if let Some(outcome) = arranged {
            self.names_view.arranging = None;
            if let Outcome::Done(rows) = outcome {
                self.names_view.rows = Arc::new(rows);
                self.names_view.slot_mut(NamesPart::Table).revision += 1;
            }
        }
    }

    fn names_arrangement(&self) -> Arrangement {
        let view = &self.names_view;
        Arrangement {
            order: view.order.clone(),
            look: view.look.clone(),
            search: view.search.clone(),
            classes: self.shown,
        }
    }

    /// Arranges the table of names, off the window's thread.
    pub(super) fn arrange_names(&mut self) {
        let wanted = self.names_arrangement();
        let view = &mut self.names_view;
        let Some(shown) = view.slot(NamesPart::Table).shown.clone() else {
            view.rows = Arc::default();
            return;
        };
        let work = move |_: &_, _: &_| {
            Ok(match &shown.what {
                NamesContent::Table(table) => shown.arranged(table, &wanted),
                _ => Vec::new(),
            })
        };
        view.arranging = Some(Task::start(&self.executor, "arrange", work));
    }

    fn copy_name(&mut self, place: usize) {
        let row = self.names_view.rows.get(place).copied();
        let shown = self.names_view.slot(NamesPart::Table).shown.as_ref();
        let name = shown.zip(row).and_then(|(shown, row)| match &shown.what {
            NamesContent::Table(table) => {
                let row = table.rows.row(row as usize)?;
                Some(shown.entity(row.entity).ar.to_string())
            }
            _ => None,
        });
        if name.is_some() {
            self.requests.copy_text = name;
        }
    }

    fn entity_of(&self, id: &str) -> Option<EntityId> {
        self.annotations.as_ref()?.table().find(id)
    }

    /// Searches for every spelling of an entity, in the articles that mention
    /// it, and shows the lines.
    fn show_lines_of_entity(&mut self, id: &str) {
        let Some(spellings) = self.spellings_of(id) else {
            return;
        };
        let named = Node::Where(Restriction {
            column: Column::Entity,
            values: vec![Value {
                wanted: Wanted::Text(id.into()),
                at: Place::default(),
            }],
        });
        // Names stand behind conjunctions and prepositions, too.
        self.search.matching.level = Level::Clitics;
        self.show_lines_of(Node::All(vec![spellings, named]));
    }

    /// Shows the lines where a word stands near the entity looked at.
    fn show_lines_near(&mut self, word: Box<str>) {
        let shown = self.shown_names();
        let id = shown.and_then(|shown| Some(shown.entity(shown.of_one()?).id.clone()));
        let Some(spellings) = id.and_then(|id| self.spellings_of(&id)) else {
            return;
        };
        let window = Window::default();
        self.search.matching.level = Level::Clitics;
        self.show_lines_of(Node::Near(Box::new(Near {
            node: spellings,
            distance: window.before.max(window.after),
            other: Node::Word(Term::Word(word)),
        })));
    }

    /// The spellings of an entity as a part of a query.
    fn spellings_of(&self, id: &str) -> Option<Node> {
        let (entity, names) = (self.entity_of(id)?, self.annotations.as_ref()?);
        let scope = Scope::new(&self.corpus, names, |_| true);
        let found = naming(
            &scope,
            &[entity],
            SpellingRows::Folded,
            &CancelToken::default(),
        )
        .ok()?;
        let mut known = BTreeSet::new();
        let forms = found.rows.iter().map(|row| row.all.form.as_str());
        let forms = forms.filter(|form| known.insert(fold(form)));
        let mut spellings: Vec<Node> = forms
            .filter_map(|form| {
                let words = tokens(form).map(|token| Term::Word(token.span.slice(form).into()));
                node_of(words.collect())
            })
            .take(MOST_SPELLINGS)
            .collect();
        if spellings.len() > 1 {
            Some(Node::Any(spellings))
        } else {
            spellings.pop()
        }
    }

    /// Opens the article of `file`, the first mention of the entity in view.
    fn open_at_entity(&mut self, file: &str) {
        let chosen = self.names_view.slot(self.names_view.part).shown.as_ref();
        let id = chosen.and_then(|shown| Some(shown.entity(shown.of_one()?).id.clone()));
        let Some(article) = self.article_of_file(file) else {
            return;
        };
        self.show(View::Reading);
        self.select_article(article);
        let Some(entity) = id.and_then(|id| self.entity_of(&id)) else {
            return;
        };
        self.look_at(Some(entity));
        let mentions = self.marks.mentions.iter();
        if let Some((at, mention)) = mentions.enumerate().find(|(_, m)| m.entity == entity) {
            self.mention = Some(at);
            self.requests.reveal_byte = Some(mention.span.start);
        }
    }

    /// What the view of names shows now.
    pub(super) fn shown_names(&self) -> Option<Arc<Figures>> {
        self.names_view.slot(self.names_view.part).shown.clone()
    }
}

/// Words as a part of a query; nothing without words.
fn node_of(mut words: Vec<Term>) -> Option<Node> {
    if words.len() > 1 {
        return Some(Node::Phrase(words));
    }
    words.pop().map(Node::Word)
}
