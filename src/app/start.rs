//! The state of a window that has just been opened.

use super::lines::Lines;
use super::repairs::Repairs;
use super::search::Search;
use super::settings::Settings;
use super::state::{AppState, ArticleMarks, Requests};
use super::storage::Places;
use super::views::names::NamesView;
use super::views::statistics::Statistics;
use super::{Source, View};
use crate::analysis::{Listing, Order, PeriodFilter};
use crate::corpus::{Corpus, Periods};
use crate::jobs::Executor;
use crate::texts::Language;
use crate::ui::reading::ShownClasses;
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
        let places = if keeps {
            Places::of_user()
        } else {
            Places::disabled()
        };
        Self {
            executor,
            corpus: Arc::new(Corpus::default()),
            source,
            periods: Periods::default(),
            n_words: 0,
            generation: 0,
            loading: None,
            failure: None,
            encodings: BTreeMap::new(),
            problems: Arc::default(),
            name_problems: Vec::new(),
            naming: None,
            names: None,
            table: None,
            names_cache: None,
            keeping_names: None,
            annotating: None,
            annotations: None,
            entities: Vec::new(),
            entities_of_corpus: true,
            card: None,
            repairs: Repairs {
                store: places.repairs,
                ..Repairs::default()
            },
            article_revision: 0,
            marks_store: places.marks,
            marks_lost: false,
            damaged_marks: None,
            view: View::default(),
            cache: places.cache,
            caching: None,
            cache_fault: None,
            watching: None,
            watch: None,
            watch_fault: None,
            changed: false,
            renewing: None,
            must_save: false,
            indexing: None,
            indexed: None,
            index_failed: false,
            search: Search::default(),
            lines: Lines::default(),
            statistics: Statistics::default(),
            names_view: NamesView::default(),
            filter: PeriodFilter::default(),
            sort: settings.sort,
            ordering: None,
            order: Order::default(),
            listing: Listing::default(),
            listing_revision: 0,
            article: None,
            marking: None,
            dating: None,
            marks: ArticleMarks::default(),
            marks_revision: 0,
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
            problems_open: false,
            palette_open: false,
        }
    }
}
