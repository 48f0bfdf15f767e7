//! Saves the tables and charts of names.

use crate::analysis::statistics::TableFormat;
use crate::app::command::PlotFormat;
use crate::app::state::AppState;
use crate::app::storage::annotated_export::{AnnotatedFormat, Form};
use crate::app::views::names::{write_names, write_names_chart};
use crate::base::{CancelToken, Cancelled, Progress};
use crate::corpus::Article;
use crate::entity::export::articles;
use crate::files::{Owner, replace, write_folder};
use crate::jobs::Task;
use crate::texts::Texts;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

impl AppState {
    /// What a file of the part that is shown is called, without its ending.
    pub(super) fn names_name(&self) -> String {
        let part = self.names_view.part.name();
        let shown = self.shown_names();
        let one = shown.and_then(|shown| Some(shown.entity(shown.of_one()?).ar.to_string()));
        one.map_or_else(|| part.to_owned(), |one| format!("{one} {part}"))
    }

    pub(super) fn save_names(&mut self, path: PathBuf, format: TableFormat) {
        let Some(shown) = self.shown_names() else {
            return;
        };
        let rows = Arc::clone(&self.names_view.rows);
        let (options, look) = (self.names_view.options, self.names_view.look.clone());
        let head = self.names_head();
        self.start_saving(path, move |out, _, _| {
            write_names(&shown, &rows, (options, &look), head, format, out).map(Ok)
        });
    }

    pub(super) fn save_names_chart(&mut self, path: PathBuf, format: PlotFormat) {
        let Some(shown) = self.shown_names() else {
            return;
        };
        let (language, theme) = (self.language, self.theme);
        let look = self.names_view.look.clone();
        self.start_saving(path, move |out, _, _| {
            let texts = Texts::new(language);
            write_names_chart(&shown, &look, (&texts, theme), format, out).map(Ok)
        });
    }

    /// Saves the listed articles with their names, dates and casualties.
    pub(super) fn save_annotated(&mut self, path: PathBuf, format: AnnotatedFormat) {
        let Some(names) = self.annotations.clone() else {
            return;
        };
        let (corpus, listed) = (Arc::clone(&self.corpus), self.articles_of_names());
        let work = move |progress: &Progress, cancel: &CancelToken| {
            progress.set_total(corpus.articles.len() as u64);
            let shows = |article: &Article| {
                progress.advance(1);
                // Whoever gives up gets no further article; what was written goes.
                !cancel.is_cancelled() && listed.as_ref().is_none_or(|l| l.contains(article.id))
            };
            let articles = articles(&corpus, &names, true, shows);
            let saved = match format.form() {
                Form::Stream(format) => {
                    let write = |out: &mut dyn Write| {
                        format.write(articles, out)?;
                        Ok(cancel.check())
                    };
                    replace(&path, Owner::Reader, write).map(|whole| whole.map(|()| path.clone()))
                }
                Form::Files(format) => write_folder(&path, |file| format.write(articles, file))
                    .map(|()| Ok(path.clone())),
            };
            match saved {
                Ok(Ok(path)) => Ok(Ok(path)),
                Ok(Err(Cancelled)) => Err(Cancelled),
                Err(error) => Ok(Err(error)),
            }
        };
        self.saving = Some(Task::start(&self.executor, "save", work));
    }

    fn names_head(&self) -> Vec<(String, String)> {
        let program = concat!("warraq ", env!("CARGO_PKG_VERSION")).to_owned();
        let mut head = vec![
            ("program", program),
            ("corpus", self.corpus.name.clone()),
            ("exported", crate::corpus::today()),
            ("filter", self.filter_text()),
        ];
        if self.search.found.is_some() {
            head.push(("query", self.search.text.trim().to_owned()));
        }
        let head = head.into_iter();
        head.map(|(name, value)| (name.to_owned(), value)).collect()
    }
}
