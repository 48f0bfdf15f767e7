//! Saves the tables and charts of names.

use super::saving::{filter_text, program};
use crate::analysis::statistics::TableFormat;
use crate::app::command::PlotFormat;
use crate::app::state::AppState;
use crate::app::state::names::{Figures, FiguresKey};
use crate::app::storage::annotated_export::{AnnotatedFormat, ExportForm};
use crate::app::views::names::{write_names, write_names_chart};
use crate::base::{CancelToken, Cancelled, Progress};
use crate::corpus::Article;
use crate::entity::export::articles;
use crate::files::{Owner, replace, write_folder};
use crate::texts::Texts;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

impl AppState {
    /// What a file of the part that is shown is called, without its ending.
    pub(super) fn names_name(&self) -> String {
        let part = self.names_view.part.as_str();
        let shown = self.shown_names();
        let one = shown.and_then(|shown| Some(shown.entity(shown.of_one()?).ar.to_string()));
        one.map_or_else(|| part.to_owned(), |one| format!("{one} {part}"))
    }

    pub(super) fn save_names(&mut self, path: PathBuf, format: TableFormat) {
        let view = &self.names_view;
        let (Some(shown), Some((key, _))) = (self.shown_names(), view.slot(view.part).last())
        else {
            return;
        };
        let (rows, options, look) = (view.rows(), key.options, view.look.clone());
        let head = names_head(key, &shown);
        self.start_saving(path, move |out, _, _| {
            write_names(&shown, &rows, (options, &look), head.clone(), format, out).map(Ok)
        });
    }

    pub(super) fn save_names_chart(&mut self, path: PathBuf, format: PlotFormat) {
        let Some(shown) = self.shown_names() else {
            return;
        };
        let language = self.language;
        let look = self.names_view.look.clone();
        self.start_saving(path, move |out, _, _| {
            let texts = Texts::new(language);
            write_names_chart(&shown, &look, &texts, format, out).map(Ok)
        });
    }

    /// Saves the listed articles with their names, dates and casualties.
    pub(super) fn save_annotated(&mut self, path: PathBuf, format: AnnotatedFormat) {
        let Some(names) = self.annotations().cloned() else {
            return;
        };
        let (corpus, listed) = (Arc::clone(&self.corpus), self.articles_of_names());
        let work = move |progress: &Progress, cancel: &CancelToken| {
            let listed = listed();
            progress.set_total(corpus.articles.len() as u64);
            let shows = |article: &Article| {
                progress.advance(1);
                // Whoever gives up gets no further article; what was written goes.
                !cancel.is_cancelled() && listed.as_ref().is_none_or(|l| l.contains(article.id))
            };
            let articles = articles(&corpus, &names, cancel, shows);
            let saved = match format.form() {
                ExportForm::Stream(format) => {
                    let write = |out: &mut dyn Write| {
                        format.write(articles, out)?;
                        Ok(cancel.check())
                    };
                    replace(&path, Owner::Reader, write).map(|whole| whole.map(|()| path.clone()))
                }
                ExportForm::Files(format) => {
                    write_folder(&path, |file| format.write(articles, file))
                        .map(|()| Ok(path.clone()))
                }
            };
            match saved {
                Ok(Ok(path)) => Ok(Ok(path)),
                Ok(Err(Cancelled)) => Err(Cancelled),
                Err(error) => Ok(Err(error)),
            }
        };
        self.save_by(Arc::new(work));
    }
}

/// What the figures of names were counted of, for the head of a file.
fn names_head(key: &FiguresKey, shown: &Figures) -> Vec<(String, String)> {
    let found = key.found.as_ref().map(|found| &*found.0);
    let mut head = vec![
        ("program", program()),
        ("corpus", shown.corpus.name.clone()),
        ("exported", crate::corpus::today()),
        ("filter", filter_text(&key.filter, found, None)),
    ];
    if let Some(found) = found {
        head.push(("query", found.text.trim().to_owned()));
    }
    let head = head.into_iter();
    head.map(|(name, value)| (name.to_owned(), value)).collect()
}
