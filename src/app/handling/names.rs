//! Counting for the view of names, and what the reader does in it.

use crate::analysis::ArticleSet;
use crate::analysis::query::{
    Column, Level, Near, Node, Place, Restriction, RestrictionValue, Term, Wanted,
};
use crate::analysis::statistics::Window;
use crate::app::command::View;
use crate::app::command::names::{NamesCommand, NamesPart};
use crate::app::state::AppState;
use crate::app::state::looked_at::Spelt;
use crate::app::state::names::{Figures, FiguresKey, NamesArrangement, NamesContent, NamesTask};
use crate::jobs::{Derived, Same, Slot as _};
use std::sync::Arc;

impl AppState {
    pub(super) fn handle_names(&mut self, command: NamesCommand) {
        let view = &mut self.names_view;
        match command {
            NamesCommand::Show(part) => view.part = part,
            NamesCommand::Choose(entity) => view.entity = Some(entity),
            NamesCommand::Open(entity) => {
                view.entity = Some(entity);
                view.part = NamesPart::Entity;
                self.show(View::Names);
            }
            NamesCommand::Compare(entity) => {
                view.entity = Some(entity);
                view.part = NamesPart::Naming;
            }
            NamesCommand::Count(options) => view.options = options,
            NamesCommand::Look(look) => view.look = look,
            NamesCommand::Order(order) => view.order = order,
            NamesCommand::Find(text) => view.search = text,
            NamesCommand::Copy(place) => self.copy_name(place),
            NamesCommand::Concordance(entity) => self.spell(entity, None),
            NamesCommand::SearchNear(word) => {
                let shown = self.shown_names();
                let id = shown.and_then(|shown| Some(shown.entity(shown.of_one()?).id.clone()));
                if let Some(id) = id {
                    self.spell(id, Some(word.into()));
                }
            }
            NamesCommand::OpenArticle(file) => self.open_at_entity(&file),
        }
    }

    /// Finds the articles that the list shows, by period and search; `None` for
    /// all. It looks at every article: a task does it.
    pub(super) fn articles_of_names(&self) -> impl Fn() -> Option<ArticleSet> + use<> {
        let (corpus, filter) = (Arc::clone(&self.corpus), self.filter.clone());
        let found = self.search.found().cloned();
        move || {
            let mut articles = filter.articles(&corpus);
            if let Some(found) = &found {
                match &mut articles {
                    Some(articles) => articles.intersect(&found.answer.articles),
                    None => articles = Some(found.answer.articles.clone()),
                }
            }
            articles
        }
    }

    /// Counts what is wanted, off the window's thread, if it is looked at, and
    /// arranges the table.
    pub(super) fn refresh_names_view(&mut self) -> bool {
        if self.view == View::Names && self.search.answer.is_idle() {
            self.want_names();
        }
        let mut came = false;
        for slot in &mut self.names_view.slots {
            came |= slot.poll();
        }
        let wanted = self.names_arrangement();
        let view = &mut self.names_view;
        let slot = &view.slots[NamesPart::Table as usize];
        let Some(made) = slot.shown() else {
            return came;
        };
        let of = Same::of(&made.figures);
        if view
            .arranged
            .last()
            .is_none_or(|((known, _), _)| *known != of)
        {
            let key = (of.clone(), made.arrangement.clone());
            view.arranged.put(key, Arc::clone(&made.rows));
        }
        // What is looked at otherwise while it is not seen can wait.
        if self.view == View::Names && slot.is_idle() {
            let (key, shown) = ((of, wanted.clone()), Arc::clone(&made.figures));
            view.arranged
                .want(&self.executor, "arrange-names", key, || {
                    move |_: &_, _: &_| {
                        Ok(match &shown.what {
                            NamesContent::Table(table) => shown.arranged(table, &wanted),
                            _ => Vec::new(),
                        })
                    }
                });
        }
        view.arranged.poll() || came
    }

    fn want_names(&mut self) {
        let Some(names) = self.annotations().cloned() else {
            return;
        };
        let part = self.names_view.part;
        let entity = self.names_view.entity.clone();
        let key = FiguresKey {
            generation: self.generation,
            names: Same(names),
            filter: self.filter.clone(),
            found: self.search.found().map(Same::of),
            has_index: self.indexed().is_some(),
            part,
            entity: entity.clone().filter(|_| part.is_of_one()),
            options: self.names_view.options,
            classes: (part == NamesPart::Network).then_some(self.shown),
        };
        let articles = self.articles_of_names();
        let arrangement = self.names_arrangement();
        let indexed = self.indexed().cloned();
        for (other, slot) in self.names_view.slots.iter_mut().enumerate() {
            if other != part as usize {
                slot.stop();
            }
        }
        let view = &mut self.names_view;
        let names = Arc::clone(&key.names.0);
        view.slots[part as usize].want(&self.executor, "names", key, || {
            let (corpus, options) = (Arc::clone(&self.corpus), view.options);
            move |progress: &_, cancel: &_| {
                let work = NamesTask {
                    corpus,
                    names,
                    indexed,
                    articles: articles(),
                    part,
                    entity,
                    options,
                    arrangement,
                };
                work.run(progress, cancel)
            }
        });
    }

    fn names_arrangement(&self) -> NamesArrangement {
        let view = &self.names_view;
        NamesArrangement {
            order: view.order.clone(),
            look: view.look.clone(),
            search: view.search.clone(),
            classes: self.shown,
            language: self.language,
        }
    }

    fn copy_name(&mut self, place: usize) {
        let row = self.names_view.rows().get(place).copied();
        let shown = self.names_view.shown(NamesPart::Table);
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

    /// Searches for every spelling of an entity and shows the lines: in the
    /// articles that mention it, or near a word.
    fn spell(&mut self, id: Box<str>, near: Option<Box<str>>) {
        let query = Derived::default();
        self.spelt = Some(Spelt { id, near, query });
    }

    pub(super) fn refresh_spelt(&mut self) -> bool {
        let Some(names) = self.annotations().cloned() else {
            return false;
        };
        let Some(spelt) = &mut self.spelt else {
            return false;
        };
        let id = &spelt.id;
        spelt.query.want(&self.executor, "spell", (), || {
            let (corpus, id) = (Arc::clone(&self.corpus), id.clone());
            move |_: &_, cancel: &_| Spelt::node(&corpus, &names, &id, cancel)
        });
        spelt.query.poll();
        let Some(((), spellings)) = spelt.query.take() else {
            return false;
        };
        let Some((spelt, spellings)) = self.spelt.take().zip(spellings) else {
            return true;
        };
        // Names stand behind conjunctions and prepositions, too.
        self.search.matching.level = Level::Clitics;
        self.show_lines_of(if let Some(word) = spelt.near {
            let window = Window::default();
            Node::Near(Box::new(Near {
                node: spellings,
                distance: window.before.max(window.after),
                other: Node::Word(Term::Word(word)),
            }))
        } else {
            let named = Restriction {
                column: Column::Entity,
                values: vec![RestrictionValue {
                    wanted: Wanted::Text(spelt.id),
                    at: Place::default(),
                }],
            };
            Node::All(vec![spellings, Node::Where(named)])
        });
        true
    }

    /// Opens the article of `file`, the first mention of the entity in view.
    fn open_at_entity(&mut self, file: &str) {
        let shown = self.shown_names();
        let id = shown.and_then(|shown| Some(shown.entity(shown.of_one()?).id.clone()));
        let Some(article) = self.article_of_file(file) else {
            return;
        };
        self.show(View::Reading);
        self.select_article(article);
        let Some((id, names)) = id.zip(self.annotations()) else {
            return;
        };
        let Some(entity) = names.table().find(&id) else {
            return;
        };
        let mut mentions = names.of(article).iter();
        let span = mentions.find(|m| m.entity == entity).map(|m| m.span);
        self.look_at(Some(id));
        if let Some(span) = span {
            self.mention = Some(span);
            self.requests.reveal_byte = Some(span.start);
        }
    }

    /// What the view of names shows now.
    pub(super) fn shown_names(&self) -> Option<Arc<Figures>> {
        self.names_view.shown(self.names_view.part).cloned()
    }
}
