//! What the window shows, and the tasks that are under way for it.

use super::command::{Export, Source, View};
use super::lines::Lines;
use super::repairs::Repairs;
use super::search::{Found, Search};
use super::storage::{DamagedMarks, Layers, MarksStore, MentionsCache, StoredRepairs};
use super::views::names::NamesView;
use super::views::statistics::Statistics;
use crate::analysis::cache::{CachePlace, IndexPlan, SaveFault};
use crate::analysis::concordance::Marks;
use crate::analysis::index::BuildError;
use crate::analysis::query::Query;
use crate::analysis::{IndexedCorpus, Listing, Order, PeriodFilter, SortBy};
use crate::base::{ArticleId, ByteSpan, EntityId, messages};
use crate::corpus::{Corpus, LoadError, Periods, Problem, TextEncoding};
use crate::entity::{
    Annotations, EntityCount, EntityTable, Expression, Gazetteer, Mention, Spelling,
};
use crate::files::SaveError;
use crate::jobs::{Executor, Task, Watch, WatchFault};
use crate::texts::Language;
use crate::ui::reading::ShownClasses;
use crate::ui::theme::Theme;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// A corpus that was read.
pub(super) struct Read {
    pub(super) corpus: Corpus,
    pub(super) order: Order,
    /// What its index is made of.
    pub(super) plan: IndexPlan,
    /// What the reader has marked in it before.
    pub(super) marks: (Marks, Option<DamagedMarks>),
    /// Whether its cache is not what it is now.
    pub(super) must_save: bool,
}

/// A corpus being read.
pub(super) struct Loading {
    pub(super) source: Source,
    pub(super) task: Task<Result<Read, LoadError>>,
    /// Whether to keep filter, search and open article, as after a reload.
    pub(super) keeps_place: bool,
}

/// The folder that is open, read again, and its index.
pub(super) struct Renewed {
    pub(super) order: Order,
    pub(super) indexed: Arc<IndexedCorpus>,
    /// The answer to the search, as it was then.
    pub(super) found: Option<(Query, Found)>,
    /// Its mentions, where the names are those of before, and those from which
    /// they are renewed.
    pub(super) names: Option<(Annotations, Arc<Annotations>)>,
    /// Whether others wrote the file that repairs go to.
    pub(super) names_written: bool,
    /// Whether anything that is shown has changed.
    pub(super) is_changed: bool,
}

/// The names known for a corpus, and what is wrong with the files of names.
pub(super) struct Names {
    pub(super) gazetteer: Arc<Gazetteer>,
    /// Where what is found with them is kept.
    pub(super) cache: Option<MentionsCache>,
    pub(super) problems: Vec<Problem>,
    /// Where repairs of them are kept.
    pub(super) kept: StoredRepairs,
    pub(super) layers: Layers,
}

/// What is marked in the open article.
#[derive(Debug, Default)]
pub(super) struct ArticleMarks {
    pub(super) mentions: Vec<Mention>,
    /// Dates, times and casualties.
    pub(super) expressions: Vec<Expression>,
    pub(super) hits: Vec<ByteSpan>,
}

/// The names of the open article, found before those of the others.
pub(super) struct MarkedArticle {
    pub(super) table: Arc<EntityTable>,
    pub(super) mentions: Vec<Mention>,
}

/// The entity that the reader looks at.
pub(super) struct EntityCard {
    pub(super) entity: EntityId,
    pub(super) spellings: Vec<Spelling>,
}

messages! {
    /// Why a corpus could not be opened.
    #[derive(Debug)]
    pub enum Failure {
        /// The folder cannot be read.
        Load(fault: LoadError),
        /// The system has no dialog to ask for a folder with.
        NoDialog => Error "no-dialog",
        /// The program failed.
        Defect {
            /// For a report.
            message: String,
        } => Error "defect",
    }
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
    /// Counts the articles opened, and changes of the one that is open.
    pub(super) article_revision: u64,
    pub(super) loading: Option<Loading>,
    pub(super) failure: Option<Failure>,
    /// Encodings that the reader chose for files of this corpus.
    pub(super) encodings: BTreeMap<String, TextEncoding>,
    /// Problems of the corpus and of its names, as the list shows them.
    pub(super) problems: Arc<Vec<Problem>>,

    /// Those of its names.
    pub(super) name_problems: Vec<Problem>,

    pub(super) naming: Option<Task<Names>>,
    pub(super) names: Option<Arc<Gazetteer>>,
    /// The entities that marks and lists refer to.
    pub(super) table: Option<Arc<EntityTable>>,
    /// Where the names found are kept.
    pub(super) names_cache: Option<MentionsCache>,
    pub(super) keeping_names: Option<Task<()>>,
    pub(super) annotating: Option<Task<Annotations>>,
    pub(super) annotations: Option<Arc<Annotations>>,
    /// The entities that the panel lists.
    pub(super) entities: Vec<EntityCount>,
    pub(super) entities_of_corpus: bool,
    pub(super) card: Option<EntityCard>,

    pub(super) repairs: Repairs,

    pub(super) view: View,
    /// Where marks are kept.
    pub(super) marks_store: MarksStore,
    /// Whether the last marks could not be kept.
    pub(super) marks_lost: bool,
    /// That the marks of this corpus could not be read.
    pub(super) damaged_marks: Option<DamagedMarks>,
    /// Where indexed corpora are kept.
    pub(super) cache: CachePlace,
    pub(super) caching: Option<Task<Result<(), SaveFault>>>,
    /// Why the corpus could not be kept.
    pub(super) cache_fault: Option<SaveFault>,
    pub(super) watching: Option<Task<Result<Watch, WatchFault>>>,
    pub(super) watch: Option<Watch>,
    /// Why the folder is not watched.
    pub(super) watch_fault: Option<WatchFault>,
    /// Whether the folder has changed since it was read.
    pub(super) changed: bool,
    pub(super) renewing: Option<Task<Result<Option<Renewed>, LoadError>>>,
    pub(super) indexing: Option<Task<Result<IndexedCorpus, BuildError>>>,
    /// Whether the cache must be written once there is an index.
    pub(super) must_save: bool,
    pub(super) indexed: Option<Arc<IndexedCorpus>>,
    /// Whether there is no index because it could not be built.
    pub(super) index_failed: bool,
    pub(super) search: Search,
    pub(super) lines: Lines,
    pub(super) statistics: Statistics,
    pub(super) names_view: NamesView,
    pub(super) filter: PeriodFilter,
    pub(super) sort: SortBy,
    pub(super) ordering: Option<Task<Order>>,
    pub(super) order: Order,
    pub(super) listing: Listing,
    /// Counts the listings, so that the list notices a new one.
    pub(super) listing_revision: u64,

    pub(super) article: Option<ArticleId>,
    pub(super) marking: Option<Task<Option<MarkedArticle>>>,
    /// The dates, times and casualties of the open article being found.
    pub(super) dating: Option<Task<Vec<Expression>>>,
    pub(super) marks: ArticleMarks,
    /// Counts the marks, so that the pane notices new ones.
    pub(super) marks_revision: u64,
    pub(super) mention: Option<usize>,
    pub(super) shown: ShownClasses,
    /// What the panes must do at the next frame.
    pub(super) requests: Requests,

    /// What is to be saved where the reader says.
    pub(super) to_save: Option<Export>,
    pub(super) saving: Option<Task<Result<PathBuf, SaveError>>>,
    /// What became of the last thing saved.
    pub(super) saved: Option<Result<PathBuf, SaveError>>,

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
    /// Bring this row of the concordance into view, and select it.
    pub(super) reveal_line: Option<usize>,
    /// Put the caret into the search field.
    pub(super) focus_search: bool,
    /// Put this text into the search field.
    pub(super) search_text: Option<String>,
    /// Select the whole article.
    pub(super) select_all: bool,
    /// Open the menu of what is selected, or of the mention stepped to.
    pub(super) repair: bool,
    /// Copy the selection.
    pub(super) copy: bool,
    /// Ask for a folder.
    pub(super) pick_folder: bool,
    /// Put this on the clipboard.
    pub(super) copy_text: Option<String>,
    /// Ask where to save, and propose this name.
    pub(super) save_as: Option<String>,
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

    /// The other articles whose text is nearly that of `article`.
    pub(super) fn near_copies(&self, article: ArticleId) -> impl Iterator<Item = ArticleId> {
        let groups = self.statistics.groups(self.generation);
        let members = groups
            .and_then(|groups| Some(groups.members(groups.group_of(article)?)))
            .unwrap_or_default();
        members.iter().copied().filter(move |id| *id != article)
    }

    /// The entities known so far.
    pub(super) fn table(&self) -> Option<&Arc<EntityTable>> {
        self.table.as_ref()
    }

    /// The place of `period` among the periods of the corpus: its colour.
    pub(super) fn period_index(&self, period: &crate::corpus::Facet) -> usize {
        self.periods
            .dated
            .iter()
            .position(|count| count.period == *period)
            .unwrap_or(0)
    }

    /// Whether the search, and what is made of it, is there to be seen.
    pub(super) fn is_search_done(&self) -> bool {
        self.search.task.is_none() && self.lines.task.is_none() && self.indexing.is_none()
    }

    /// Whether nothing is under way.
    pub(super) fn is_idle(&self) -> bool {
        self.loading.is_none()
            && self.naming.is_none()
            && self.annotating.is_none()
            && self.keeping_names.is_none()
            && self.repairs.is_idle()
            && self.indexing.is_none()
            && self.renewing.is_none()
            && self.watching.is_none()
            && self.search.task.is_none()
            && self.lines.task.is_none()
            && self.statistics.is_idle()
            && self.names_view.is_idle()
            && self.saving.is_none()
            && self.ordering.is_none()
            && self.marking.is_none()
            && self.dating.is_none()
    }
}
