//! What the window shows, and the tasks that are under way for it.

use super::command::Source;
use crate::analysis::{Listing, Order, PeriodFilter, Query, SearchResult, SortBy};
use crate::base::{ArticleId, ByteSpan, EntityId};
use crate::corpus::{Corpus, LoadError, Periods, Problem, TextEncoding};
use crate::entity::{Annotations, EntityCount, Gazetteer, Mention, Spelling};
use crate::jobs::{Executor, Task};
use crate::ui::reading::ShownClasses;
use crate::ui::texts::Language;
use crate::ui::theme::Theme;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A corpus being read.
pub(super) struct Loading {
    pub(super) source: Source,
    pub(super) task: Task<Result<(Corpus, Order), LoadError>>,
    /// Whether to keep filter, search and open article, as after a reload.
    pub(super) keeps_place: bool,
}

/// The names known for a corpus, and what is wrong with the files of names.
pub(super) struct Names {
    pub(super) gazetteer: Arc<Gazetteer>,
    pub(super) problems: Vec<Problem>,
}

/// What is marked in the open article.
#[derive(Debug, Default)]
pub(super) struct ArticleMarks {
    pub(super) mentions: Vec<Mention>,
    pub(super) hits: Vec<ByteSpan>,
}

/// The entity that the reader looks at.
pub(super) struct EntityCard {
    pub(super) entity: EntityId,
    pub(super) spellings: Vec<Spelling>,
}

/// A corpus that could not be opened.
pub(super) struct Failure {
    pub(super) source: Source,
    pub(super) reason: FailureReason,
}

/// Why a corpus could not be opened.
pub(super) enum FailureReason {
    /// The folder cannot be read.
    Load(LoadError),
    /// The system has no dialog to ask for a folder with.
    NoDialog,
    /// The program failed; the message is for a report.
    Defect(String),
}

/// The state of the window. Only `handling.rs` changes it; panels read it.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own, and none excludes another"
)]
pub(super) struct AppState {
    pub(super) executor: Executor,

    pub(super) corpus: Arc<Corpus>,
    pub(super) source: Source,
    pub(super) periods: Periods,
    /// Words of the whole corpus.
    pub(super) n_words: u64,
    /// Counts the corpora shown, so that panes notice a new one.
    pub(super) generation: u64,
    pub(super) loading: Option<Loading>,
    pub(super) failure: Option<Failure>,
    /// Encodings that the reader chose for files of this corpus.
    pub(super) encodings: BTreeMap<String, TextEncoding>,
    /// Problems of the corpus and of its names, as the list shows them.
    pub(super) problems: Arc<Vec<Problem>>,

    pub(super) naming: Option<Task<Names>>,
    pub(super) names: Option<Arc<Gazetteer>>,
    pub(super) annotating: Option<Task<Annotations>>,
    pub(super) annotations: Option<Arc<Annotations>>,
    /// The entities that the panel lists.
    pub(super) entities: Vec<EntityCount>,
    pub(super) entities_of_corpus: bool,
    pub(super) card: Option<EntityCard>,

    pub(super) query_text: String,
    pub(super) query: Option<Query>,
    pub(super) searching: Option<Task<SearchResult>>,
    pub(super) search: Option<Arc<SearchResult>>,
    pub(super) filter: PeriodFilter,
    pub(super) sort: SortBy,
    pub(super) ordering: Option<Task<Order>>,
    pub(super) order: Order,
    pub(super) listing: Listing,
    /// Counts the listings, so that the list notices a new one.
    pub(super) listing_revision: u64,

    pub(super) article: Option<ArticleId>,
    pub(super) marking: Option<Task<ArticleMarks>>,
    pub(super) marks: ArticleMarks,
    /// Counts the marks, so that the pane notices new ones.
    pub(super) marks_revision: u64,
    pub(super) mention: Option<usize>,
    pub(super) shown: ShownClasses,
    /// What the panes must do at the next frame.
    pub(super) requests: Requests,

    pub(super) theme: Theme,
    /// Whether the reader chose the theme, so that it does not follow the system.
    pub(super) theme_chosen: bool,
    pub(super) language: Language,
    /// Whether the reader chose the language.
    pub(super) language_chosen: bool,
    pub(super) text_scale: f32,
    pub(super) reading_family: Option<String>,
    pub(super) problems_open: bool,
    pub(super) palette_open: bool,
}

/// Things that the handling of commands asks of the widgets.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a request of its own, and none excludes another"
)]
pub(super) struct Requests {
    /// Bring this byte of the open article into view.
    pub(super) reveal_byte: Option<u32>,
    /// Bring the open article into view in the list.
    pub(super) reveal_row: bool,
    /// Put the caret into the search field.
    pub(super) focus_search: bool,
    /// Put this text into the search field.
    pub(super) search_text: Option<String>,
    /// Select the whole article.
    pub(super) select_all: bool,
    /// Copy the selection.
    pub(super) copy: bool,
    /// Ask for a folder.
    pub(super) pick_folder: bool,
    /// Set articles in the family of `reading_family`.
    pub(super) change_family: bool,
    /// Close the window.
    pub(super) quit: bool,
}

impl AppState {
    /// The article in the reading pane.
    pub(super) fn open_article(&self) -> Option<&crate::corpus::Article> {
        self.article.and_then(|id| self.corpus.article(id))
    }

    /// The entities known so far.
    pub(super) fn gazetteer(&self) -> Option<&Arc<Gazetteer>> {
        self.names.as_ref()
    }

    /// The place of `period` among the periods of the corpus: its colour.
    pub(super) fn period_index(&self, period: &crate::corpus::Facet) -> usize {
        self.periods
            .dated
            .iter()
            .position(|count| count.period == *period)
            .unwrap_or(0)
    }

    /// Whether nothing is under way.
    pub(super) fn is_idle(&self) -> bool {
        self.loading.is_none()
            && self.naming.is_none()
            && self.annotating.is_none()
            && self.searching.is_none()
            && self.ordering.is_none()
            && self.marking.is_none()
    }
}
