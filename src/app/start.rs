//! The state of a window that has just been opened.

use super::article_marks::ArticleMarks;
use super::entity_view::NamesView;
use super::lines::Lines;
use super::repairs::Repairs;
use super::search::Search;
use super::settings::Settings;
use super::state::{AppState, Requests, places};
use super::statistics::Statistics;
use super::{Source, View};
use crate::analysis::PeriodFilter;
use crate::corpus::{Corpus, Periods};
use crate::jobs::{Derived, Executor};
use crate::ui::reading::ShownClasses;
use crate::ui::texts::Language;
use crate::ui::theme::Theme;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How the window looks at first.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) theme: Theme,
    pub(super) language: Language,
}

impl AppState {
    /// The state before anything is read. With `keeps`, caches and marks are
    /// kept for the next start.
    pub(super) fn new(
        executor: Executor,
        settings: &Settings,
        source: Source,
        look: Look,
        keeps: bool,
    ) -> Self {
        let (cache, marks_store, store) = places(keeps);
        Self {
            executor,
            corpus: Arc::new(Corpus::default()),
            source,
            periods: Periods::default(),
            n_words: 0,
            generation: 0,
            opened: 0,
            loading: None,
            failure: None,
            encodings: BTreeMap::new(),
            problems: Arc::default(),
            name_problems: Vec::new(),
            naming: Derived::new("know-names"),
            names: None,
            names_cache: None,
            names_to_keep: 0,
            keeping_names: Derived::new("keep-names"),
            annotating: Derived::new("find-names"),
            entities: Derived::new("list-entities"),
            entities_of_corpus: true,
            card: None,
            hovered: None,
            card_shown: Derived::new("card"),
            hover_shown: Derived::new("hover-card"),
            spelt: None,
            repairs: Repairs::new(store),
            view: View::default(),
            marks_store,
            cache,
            caching: Derived::new("cache"),
            must_save: false,
            watching: Derived::new("watch"),
            changes: 0,
            changes_read: 0,
            renewing: Derived::new("renew"),
            plan: None,
            indexing: Derived::new("index"),
            search: Search::default(),
            lines: Lines::default(),
            statistics: Statistics::default(),
            names_view: NamesView::default(),
            filter: PeriodFilter::default(),
            sort: settings.sort,
            ordering: Derived::new("sort"),
            list: Derived::new("list"),
            keeps_list: false,
            article: None,
            article_revision: 0,
            opens_first: false,
            marks: ArticleMarks::default(),
            mention: None,
            shown: ShownClasses::default(),
            requests: Requests::default(),
            to_save: None,
            saving: None,
            saved: None,
            theme: look.theme,
            theme_chosen: false,
            language: look.language,
            language_chosen: false,
            text_scale: settings.text_scale,
            reading_family: settings.reading_family.clone(),
            wants_fonts: false,
            fonts: Derived::new("list-fonts"),
            problems_open: false,
            palette_open: false,
        }
    }
}
