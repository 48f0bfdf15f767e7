//! What did the reader choose, and what is computed of it?
//!
//! `names` and `statistics` are what the two views count, off the window's thread.
//! Knows commands and what is kept; not how anything is drawn, and only `handling`
//! changes it.

pub(in crate::app) mod beside;
pub(in crate::app) mod chosen;
pub(in crate::app) mod concordance;
pub(in crate::app) mod looked_at;
pub(in crate::app) mod names;
mod outside;
pub(in crate::app) mod problem_words;
pub(in crate::app) mod reading;
mod requests;
pub(in crate::app) mod search;
pub(in crate::app) mod start;
pub(in crate::app) mod statistics;
pub(in crate::app) mod stepping;
pub(in crate::app) mod typed_path;

use crate::analysis::cache::{CachePlace, IndexPlan, SaveFault};
use crate::analysis::concordance::Marks;
use crate::analysis::index::BuildError;
use crate::analysis::query::Query;
use crate::analysis::{IndexedCorpus, Listing, Order, PeriodFilter, SortBy};
use crate::app::command::{Export, Source, View};
use crate::app::repairs::Repairs;
use crate::app::storage::{
    DamagedFile, KeptPlace, Layers, MarksStore, MentionsCache, PlaceStore, StoredRepairs, Trail,
};
use crate::base::{ArticleId, ByteSpan, messages};
use crate::corpus::{Corpus, LoadError, Periods, Problem, TextEncoding};
use crate::entity::{Annotations, EntityTable, Gazetteer};
use crate::files::SaveError;
use crate::jobs::{Derived, Executor, Failed, Same, Slot, Watch, WatchFault};
use crate::texts::Language;
use crate::ui::reading::ShownClasses;
use crate::ui::theme::Theme;
use beside::Addition;
use concordance::Lines;
use looked_at::{EntitiesKey, EntityList, LookedAt, LookedAtKey, Spelt};
use names::NamesView;
use reading::ArticleMarks;
use search::{Search, SearchAnswer};
use statistics::Statistics;
use std::any::Any;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use stepping::HitSteps;
use typed_path::TypedPath;

pub(in crate::app) use outside::{Copied, Copier, Copying, Fonts, Saving, Writer};
pub(in crate::app) use requests::Requests;

/// A corpus as it is listed and counted.
pub(super) struct Contents {
    pub(super) corpus: Arc<Corpus>,
    pub(super) order: Order,
    pub(super) list: FilteredList,
    pub(super) periods: Periods,
    pub(super) n_words: u64,
}

/// The articles that a filter shows.
pub(super) type FilteredList = (PeriodFilter, Arc<Listing>);

/// A corpus that was read.
pub(super) struct Read {
    pub(super) contents: Contents,
    /// What its index is made of.
    pub(super) plan: IndexPlan,
    /// What the reader has marked in it before.
    pub(super) marks: (Marks, Option<DamagedFile>),
    /// Where the reader was in it.
    pub(super) place: (KeptPlace, Option<DamagedFile>),
    /// Whether its cache is not what it is now.
    pub(super) must_save: bool,
}

/// A corpus being read.
pub(super) struct Loading {
    pub(super) source: Source,
    /// Whether to keep filter, search and open article, as after a reload.
    pub(super) keeps_place: bool,
    pub(super) read: Derived<(), Result<Read, LoadError>>,
}

/// The folder that is open, read again, and its index.
pub(super) struct Renewed {
    pub(super) contents: Contents,
    pub(super) indexed: Arc<IndexedCorpus>,
    /// The answer to the search, as it was then.
    pub(super) found: Option<(Query, SearchAnswer)>,
    /// Its mentions, where the names are those of before, and those from which
    /// they are renewed.
    pub(super) names: Option<(Arc<Annotations>, Arc<Annotations>)>,
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
    pub(super) kept: Arc<Mutex<StoredRepairs>>,
    pub(super) layers: Layers,
}

/// Everything that the list depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ListKey {
    pub(super) generation: u64,
    /// The order and the answer, by the numbers of their coming.
    pub(super) order: u64,
    pub(super) answer: u64,
    pub(super) filter: PeriodFilter,
}

/// Everything that changes where the reader is but the place in the article,
/// which is kept with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlaceKey {
    pub(super) opened: u64,
    pub(super) article: Option<ArticleId>,
    pub(super) view: View,
    pub(super) filter: PeriodFilter,
    pub(super) search: String,
}

messages! {
    /// Why a corpus could not be opened.
    #[derive(Debug)]
    pub enum Failure {
        /// The folder cannot be read.
        Load(fault: LoadError),
        /// The program failed.
        Defect {
            /// For a report.
            message: String,
        } => Error "defect",
    }
}

/// The state of the window: what the reader chose, and a [`Derived`] for each
/// thing that is computed of it. Only `handling` changes it; panels read it.
#[derive(Default)]
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
    /// Counts the corpora opened; one that is renewed stays the same.
    pub(super) opened: u64,
    pub(super) loading: Option<Loading>,
    pub(super) failure: Option<Failure>,
    /// What could not be opened, and whether that kept its place, for who
    /// tries again.
    pub(super) unopened: Option<(Source, bool)>,
    /// What a panic left before this start.
    pub(super) panic_report: Option<PathBuf>,
    /// Encodings that the reader chose for files of this corpus.
    pub(super) encodings: BTreeMap<String, TextEncoding>,
    /// What is wrong with its names.
    pub(super) name_problems: Arc<Vec<Problem>>,

    /// What was open before, while something made of it is still looked at:
    /// to let go of the articles of a corpus takes long.
    pub(super) retired: Vec<Arc<dyn Any + Send + Sync>>,

    /// What is known of names, for the corpus of that generation.
    pub(super) naming: Derived<u64, Names>,
    pub(super) names: Option<Arc<Gazetteer>>,
    /// Where the names found are kept.
    pub(super) names_cache: Option<MentionsCache>,
    /// Counts the names found that are worth keeping.
    pub(super) names_to_keep: u64,
    pub(super) keeping_names: Derived<u64, ()>,
    /// The names found in the corpus of that generation.
    pub(super) annotating: Derived<u64, Annotations>,
    /// The entities that the panel lists.
    pub(super) entities: Derived<EntitiesKey, EntityList>,
    pub(super) entities_of_corpus: bool,
    /// The id of the entity that the reader looks at, and of the one under the
    /// pointer.
    pub(super) card: Option<Box<str>>,
    pub(super) hovered: Option<Box<str>>,
    pub(super) card_shown: Derived<LookedAtKey, LookedAt>,
    pub(super) hover_shown: Derived<LookedAtKey, LookedAt>,
    /// An entity whose lines are to be shown.
    pub(super) spelt: Option<Spelt>,

    pub(super) repairs: Repairs,

    pub(super) view: View,
    /// Where marks are kept.
    pub(super) marks_store: MarksStore,
    /// That marks or place of this corpus could not be read.
    pub(super) damaged: Option<DamagedFile>,
    /// Where places are kept.
    pub(super) place_store: PlaceStore,
    pub(super) keeping_place: Derived<PlaceKey, ()>,
    /// What was read.
    pub(super) trail: Trail,
    /// Whether the open article stays where it was left, whatever is found in it.
    pub(super) keeps_scroll: bool,
    /// Where indexed corpora are kept.
    pub(super) cache: CachePlace,
    /// Keeps the index of that revision.
    pub(super) caching: Derived<u64, Result<(), SaveFault>>,
    /// Whether the cache must be written once there is an index.
    pub(super) must_save: bool,
    pub(super) watching: Derived<u64, Result<Watch, WatchFault>>,
    /// Counts the changes of the folder, and which of them are read.
    pub(super) changes: u64,
    pub(super) changes_read: u64,
    pub(super) renewing: Derived<u64, Result<Option<Renewed>, LoadError>>,
    /// What the index of the corpus that was opened is made of.
    pub(super) plan: Option<IndexPlan>,
    pub(super) indexing: Derived<u64, Result<Arc<IndexedCorpus>, BuildError>>,
    pub(super) search: Search,
    pub(super) lines: Lines,
    pub(super) statistics: Statistics,
    pub(super) names_view: NamesView,
    pub(super) filter: PeriodFilter,
    pub(super) sort: SortBy,
    pub(super) ordering: Derived<(u64, SortBy), Order>,
    pub(super) list: Derived<ListKey, Listing>,
    /// Whether the next list must not move: those in view stay where they are.
    pub(super) keeps_list: bool,

    pub(super) article: Option<ArticleId>,
    /// Counts the articles opened, and changes of the one that is open.
    pub(super) article_revision: u64,
    /// Whether the first article of the list is to be opened.
    pub(super) opens_first: bool,
    pub(super) marks: ArticleMarks,
    /// The mention stepped to.
    pub(super) mention: Option<ByteSpan>,
    /// The bytes of the open article that are in view, once the pane has said.
    pub(super) place: Option<ByteSpan>,
    pub(super) hits: HitSteps,
    pub(super) shown: ShownClasses,
    /// What the panes must do at the next frame.
    pub(super) requests: Requests,

    /// The path that is asked for in the window.
    pub(super) typed_path: Option<TypedPath>,
    /// Whether the window is told of folders that are dropped on it.
    pub(super) takes_drops: bool,

    /// What is to be saved where the reader says.
    pub(super) to_save: Option<Export>,
    pub(super) saving: Option<Saving>,
    pub(super) copying: Option<Copying>,
    /// What became of the last thing saved.
    pub(super) saved: Option<Result<PathBuf, SaveError>>,

    pub(super) theme: Theme,
    /// Whether the reader chose the theme, so that it does not follow the system.
    pub(super) theme_chosen: bool,
    pub(super) language: Language,
    /// Whether the reader chose the language.
    pub(super) language_chosen: bool,
    pub(super) text_scale: f32,
    /// The size of the whole interface, as a multiple of what the system wants.
    pub(super) interface_scale: f32,
    /// Whether the window shows nothing but the text.
    pub(super) only_text: bool,
    pub(super) reading_family: Option<String>,
    /// Whether the faces of the system are wanted.
    pub(super) wants_fonts: bool,
    pub(super) fonts: Derived<(), Fonts>,
    pub(super) problems_open: bool,
    pub(super) palette_open: bool,
}

/// Every slot of the state, those first whose failure says most.
macro_rules! slots {
    ($state:expr $(, $change:tt)?) => {{
        let state = $state;
        let mut slots: Vec<&$($change)? dyn Slot> = Vec::with_capacity(40);
        if let Some(loading) = &$($change)? state.loading {
            slots.push(&$($change)? loading.read);
        }
        if let Some(saving) = &$($change)? state.saving {
            slots.push(&$($change)? saving.done);
        }
        if let Some(typed) = &$($change)? state.typed_path {
            slots.push(&$($change)? typed.looked);
        }
        if let Some(copying) = &$($change)? state.copying {
            slots.push(&$($change)? copying.made);
        }
        if let Some(asked) = &$($change)? state.repairs.asked {
            slots.push(&$($change)? asked.effect);
        }
        if let Some(spelt) = &$($change)? state.spelt {
            slots.push(&$($change)? spelt.query);
        }
        for finding in &$($change)? state.repairs.finding {
            slots.push(&$($change)? finding.found);
        }
        for counted in &$($change)? state.names_view.slots {
            slots.push(counted);
        }
        slots.extend([
            &$($change)? state.repairs.saving as &$($change)? dyn Slot,
            &$($change)? state.lines.keeping,
            &$($change)? state.search.answer,
            &$($change)? state.search.beside,
            &$($change)? state.indexing,
            &$($change)? state.naming,
            &$($change)? state.annotating,
            &$($change)? state.renewing,
            &$($change)? state.watching,
            &$($change)? state.ordering,
            &$($change)? state.list,
            &$($change)? state.lines.made,
            &$($change)? state.statistics.counted,
            &$($change)? state.statistics.arranged,
            &$($change)? state.statistics.wire.groups,
            &$($change)? state.names_view.arranged,
            &$($change)? state.marks.names,
            &$($change)? state.marks.expressions,
            &$($change)? state.marks.hits,
            &$($change)? state.entities,
            &$($change)? state.card_shown,
            &$($change)? state.hover_shown,
            &$($change)? state.repairs.proposing,
            &$($change)? state.caching,
            &$($change)? state.keeping_names,
            &$($change)? state.keeping_place,
            &$($change)? state.fonts,
        ]);
        slots
    }};
}

/// Nothing to list.
static NO_LIST: Listing = Listing {
    rows: Vec::new(),
    n_articles: 0,
};

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

    /// The corpus that is open with its index, once there is one.
    pub(super) fn indexed(&self) -> Option<&Arc<IndexedCorpus>> {
        let built = self.indexing.of(&self.generation)?;
        built.as_ref().as_ref().ok()
    }

    /// Whether there is no index because it could not be built.
    pub(super) fn is_unindexable(&self) -> bool {
        let built = self.indexing.of(&self.generation);
        built.is_some_and(|built| built.is_err())
    }

    /// The names of the corpus that is open, once they are found.
    pub(super) fn annotations(&self) -> Option<&Arc<Annotations>> {
        self.annotating.of(&self.generation)
    }

    /// The entities known so far. Positions of entities belong to the table
    /// that they came with: here, entities are looked for by their ids.
    pub(super) fn table(&self) -> Option<&Arc<EntityTable>> {
        let of_corpus = self.annotations().map(|names| names.table());
        of_corpus.or_else(|| self.marks.table())
    }

    /// The articles listed: none until those of the corpus that is open are,
    /// or where they could not be.
    pub(super) fn listing(&self) -> &Listing {
        let last = self.list.last().filter(|_| self.list.failed().is_none());
        let listed = last.filter(|(key, _)| key.generation == self.generation);
        listed.map_or(&NO_LIST, |(_, list)| list)
    }

    /// How many problems the corpus and its names have.
    pub(super) fn n_problems(&self) -> usize {
        self.corpus.problems.len() + self.name_problems.len()
    }

    /// The places of all of them, what matters most first; what matters equally
    /// stays as it is found.
    pub(super) fn problems_by_severity(&self) -> Vec<usize> {
        let mut places: Vec<usize> = (0..self.n_problems()).collect();
        places.sort_by_key(|n| self.problem(*n).map(Problem::severity));
        places
    }

    /// One of them: those of the corpus come first.
    pub(super) fn problem(&self, n: usize) -> Option<&Problem> {
        let of_corpus = &self.corpus.problems;
        let of_names = || self.name_problems.get(n.checked_sub(of_corpus.len())?);
        of_corpus.get(n).or_else(of_names)
    }

    /// Whether the cache of the corpus could not be written.
    pub(super) fn is_cache_lost(&self) -> bool {
        self.caching.shown().is_some_and(|kept| kept.is_err())
    }

    /// Why the folder is not watched.
    pub(super) fn watch_fault(&self) -> Option<WatchFault> {
        match &**self.watching.of(&self.opened)? {
            Ok(watch) => watch.fault(),
            Err(fault) => Some(fault.clone()),
        }
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
        let made = [&self.list as &dyn Slot, &self.lines.made, &self.indexing];
        self.search.answer.is_idle() && made.into_iter().all(Slot::is_idle)
    }

    /// What the search that is shown leaves out; nothing until that is known.
    pub(super) fn offers(&self) -> Option<&Vec<Addition>> {
        let (key, offers) = self.search.beside.last()?;
        let found = self.search.found()?;
        (key.found == Same::of(found)).then_some(&**offers)
    }

    /// Whether a search waits until the corpus is indexed.
    pub(super) fn waits_for_index(&self) -> bool {
        self.search.query.is_some() && self.indexed().is_none() && !self.indexing.is_idle()
    }

    /// Whether nothing is under way.
    pub(super) fn is_idle(&self) -> bool {
        slots!(self).into_iter().all(Slot::is_idle)
    }

    /// What was wanted and is not there, because its task panicked.
    pub(super) fn failed(&self) -> Option<&Failed> {
        slots!(self).into_iter().find_map(Slot::failed)
    }

    /// Wants again everything that has failed.
    pub(super) fn retry(&mut self) {
        slots!(self, mut).into_iter().for_each(Slot::retry);
    }
}
