//! What a repair of names changes, found before it is done.

use super::touched::{ToRead, Touched};
use crate::analysis::IndexedCorpus;
use crate::app::storage::Layers;
use crate::base::{ArticleId, ByteSpan, CancelToken, Cancelled, CharIndex, Progress};
use crate::corpus::{Article, Corpus, Problem};
use crate::entity::repair::{Conflict, History, NamesFile, Repair, RepairFault};
use crate::entity::{Annotations, EntityTable, EntityType, Gazetteer, Mention};
use std::sync::Arc;

/// Changed places that are shown.
const MOST_PLACES: usize = 6;
/// Scalar values of the text shown on each side of a changed place.
const CONTEXT: usize = 36;

/// What is to be done to the names.
#[derive(Debug, Clone)]
pub(in crate::app) enum RepairStep {
    /// A repair.
    Do(Repair),
    /// The last repair taken back.
    Undo,
    /// The repair taken back last, done again.
    Redo,
    /// What others wrote, joined with what the reader did.
    TakeOver(NamesFile),
}

/// Why a step cannot be done.
#[derive(Debug, Clone)]
pub(in crate::app) enum StepFault {
    /// The repair makes no sense.
    Repair(RepairFault),
    /// Others changed the same entries since.
    Conflict(Conflict),
    /// There is nothing to take back, or to do again.
    Nothing,
    /// All is so already.
    Already,
}

/// What a step is done on.
#[derive(Clone)]
pub(in crate::app) struct Ground {
    pub(in crate::app) corpus: Arc<Corpus>,
    pub(in crate::app) indexed: Option<Arc<IndexedCorpus>>,
    pub(in crate::app) annotations: Arc<Annotations>,
    pub(in crate::app) layers: Layers,
    pub(in crate::app) history: History,
    /// The article whose changes are shown first.
    pub(in crate::app) open: Option<ArticleId>,
}

/// What a name is, for those who compare.
#[derive(Debug, Clone)]
pub(in crate::app) struct Named {
    pub(in crate::app) kind: EntityType,
    /// The Arabic name shown.
    pub(in crate::app) ar: Box<str>,
    /// The canonical name, which tells two of one Arabic name apart.
    pub(in crate::app) id: Box<str>,
    /// Whether a list knows the entity.
    pub(in crate::app) is_listed: bool,
}

/// A place that changes.
#[derive(Debug, Clone)]
pub(in crate::app) struct ChangedPlace {
    pub(in crate::app) before: String,
    pub(in crate::app) words: String,
    pub(in crate::app) after: String,
    pub(in crate::app) file: Box<str>,
    /// What the words were; nothing, where they were no name.
    pub(in crate::app) old: Option<Named>,
    pub(in crate::app) new: Option<Named>,
}

/// What changes, and everything as it then is.
pub(in crate::app) struct Effect {
    pub(in crate::app) layers: Layers,
    pub(in crate::app) history: History,
    pub(in crate::app) annotations: Annotations,
    pub(in crate::app) problems: Vec<Problem>,
    /// What was or will be done, as it is told ([`Repair::in_full`]); nothing
    /// for what others did.
    pub(in crate::app) repair: Option<Repair>,
    pub(in crate::app) n_mentions: usize,
    pub(in crate::app) n_articles: usize,
    pub(in crate::app) places: Vec<ChangedPlace>,
    /// The words of a longer name that holds those which become no name, and
    /// stays; and how many such mentions there are.
    pub(in crate::app) longer: Option<(String, usize)>,
}

impl Effect {
    /// Finds what `step` changes on `ground`. Reads again only the articles
    /// that can change.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it.
    pub(in crate::app) fn of(
        step: RepairStep,
        ground: &Ground,
        progress: &Progress,
        cancel: &CancelToken,
    ) -> Result<Result<Self, StepFault>, Cancelled> {
        let table = ground.annotations.table();
        let mut history = ground.history.clone();
        let (own, repair) = match done(step, &ground.layers.own, &mut history, table) {
            Ok(done) => done,
            Err(fault) => return Ok(Err(fault)),
        };
        let touched = Touched::by(&ground.layers.own, &own);
        let read = touched.articles(ground, cancel)?;
        let layers = ground.layers.with(Arc::new(own));
        let gazetteer: Arc<Gazetteer> = Arc::new(layers.gazetteer());
        cancel.check()?;
        let kept = |id: ArticleId| (!read.has(id)).then_some(id);
        let corpus = &ground.corpus;
        let annotations = ground
            .annotations
            .renewed(corpus, &gazetteer, &kept, progress, cancel)?;
        let mut effect = Self {
            problems: layers.problems(corpus),
            layers,
            history,
            repair,
            n_mentions: 0,
            n_articles: 0,
            places: Vec::new(),
            longer: None,
            annotations,
        };
        effect.compare(ground, cancel)?;
        effect.find_longer(ground, &read);
        let repair = effect.repair.take();
        effect.repair = repair.map(|repair| {
            let both = [&*ground.annotations, &effect.annotations];
            repair.in_full(|file, start| is_cut(corpus, both, file, start))
        });
        Ok(Ok(effect))
    }

    /// Counts the mentions that are otherwise than before.
    fn compare(&mut self, ground: &Ground, cancel: &CancelToken) -> Result<(), Cancelled> {
        let (old, new) = (&ground.annotations, &self.annotations);
        let open = ground.open.and_then(|id| ground.corpus.article(id));
        let others = ground.corpus.articles.iter();
        let others = others.filter(|article| Some(article.id) != ground.open);
        for article in open.into_iter().chain(others) {
            cancel.check()?;
            let mut n = 0;
            pairs(old.of(article.id), new.of(article.id), |a, b| {
                let was = a.and_then(|mention| Named::of(mention, old.table()));
                let is = b.and_then(|mention| Named::of(mention, new.table()));
                let same_span = a.map(|m| m.span) == b.map(|m| m.span);
                if same_span && was == is {
                    return;
                }
                n += 1;
                let span = b.or(a).map(|mention| mention.span);
                if let Some(span) = span.filter(|_| self.places.len() < MOST_PLACES) {
                    self.places.push(ChangedPlace::new(article, span, was, is));
                }
            });
            self.n_mentions += n;
            self.n_articles += usize::from(n > 0);
        }
        Ok(())
    }
}

impl Effect {
    /// Finds the longer names that stay as they are, in the articles `read`:
    /// no other holds the words.
    fn find_longer(&mut self, ground: &Ground, read: &ToRead) {
        let Some(repair) = &self.repair else { return };
        let articles = ground.corpus.articles.iter();
        for article in articles.filter(|article| read.has(article.id)) {
            if !repair.is_about(&article.file) {
                continue;
            }
            for mention in self.annotations.of(article.id) {
                let words = mention.span.slice(&article.text);
                if repair.leaves(words) {
                    let first = || (words.replace('\n', " "), 0);
                    self.longer.get_or_insert_with(first).1 += 1;
                }
            }
        }
    }
}

/// Whether a preposition has taken the alef of a name that starts at scalar
/// value `start` of `file`, before a repair or after it.
fn is_cut(corpus: &Corpus, names: [&Annotations; 2], file: &str, start: u32) -> bool {
    // Articles are sorted by file.
    let place = corpus
        .articles
        .binary_search_by(|article| (*article.file).cmp(file));
    let Some(article) = place.ok().and_then(|place| corpus.articles.get(place)) else {
        return false;
    };
    let mentions = names.into_iter().flat_map(|names| names.of(article.id));
    mentions.filter(|mention| mention.article_elided).any(|m| {
        let at = CharIndex::new(&article.text).char_of(m.span.start as usize);
        at == start as usize
    })
}

/// The reader's names after `step`, and the repair that it is about.
fn done(
    step: RepairStep,
    own: &NamesFile,
    history: &mut History,
    table: &EntityTable,
) -> Result<(NamesFile, Option<Repair>), StepFault> {
    match step {
        RepairStep::Do(repair) => {
            let after = history.act(own, repair.clone(), table);
            let after = after.map_err(StepFault::Repair)?;
            if after == *own {
                return Err(StepFault::Already);
            }
            Ok((after, Some(repair)))
        }
        RepairStep::Undo => {
            let repair = history.to_undo().cloned();
            let after = history.undo(own).map_err(StepFault::Conflict)?;
            Ok((after.ok_or(StepFault::Nothing)?, repair))
        }
        RepairStep::Redo => {
            let repair = history.to_redo().cloned();
            let after = history.redo(own).map_err(StepFault::Conflict)?;
            Ok((after.ok_or(StepFault::Nothing)?, repair))
        }
        RepairStep::TakeOver(names) => Ok((names, None)),
    }
}

impl PartialEq for Named {
    fn eq(&self, other: &Self) -> bool {
        (self.kind, &self.ar, &self.id) == (other.kind, &other.ar, &other.id)
    }
}

impl Named {
    fn of(mention: &Mention, table: &EntityTable) -> Option<Self> {
        let entity = table.get(mention.entity)?;
        Some(Self {
            kind: mention.kind,
            ar: entity.ar.clone(),
            id: entity.id.clone(),
            is_listed: table.is_listed(mention.entity),
        })
    }
}

impl ChangedPlace {
    fn new(article: &Article, span: ByteSpan, old: Option<Named>, new: Option<Named>) -> Self {
        let text: &str = &article.text;
        let line = |text: &str| text.replace('\n', " ");
        let before = text.get(..span.start as usize).unwrap_or_default();
        let start = before.char_indices().rev().take(CONTEXT).last();
        let before = before.get(start.map_or(0, |(at, _)| at)..);
        let after = text.get(span.end as usize..).unwrap_or_default();
        let end = after.char_indices().nth(CONTEXT);
        let after = after.get(..end.map_or(after.len(), |(at, _)| at));
        // Cut at a space, so that no half word stands at the edge.
        let before = line(before.unwrap_or_default());
        let before = match (start, before.split_once(' ')) {
            (Some((at, _)), Some((_, whole))) if at > 0 => format!("…{whole}"),
            _ => before,
        };
        let after = line(after.unwrap_or_default());
        let after = match (end, after.rsplit_once(' ')) {
            (Some(_), Some((whole, _))) => format!("{whole}…"),
            _ => after,
        };
        Self {
            before,
            words: line(span.slice(text)),
            after,
            file: (&*article.file).into(),
            old,
            new,
        }
    }
}

/// Goes through two sorted lists of mentions at once: those that share words
/// are one pair.
fn pairs(
    old: &[Mention],
    new: &[Mention],
    mut pair: impl FnMut(Option<&Mention>, Option<&Mention>),
) {
    let (mut old, mut new) = (old.iter().peekable(), new.iter().peekable());
    loop {
        match (old.peek(), new.peek()) {
            (None, None) => return,
            (Some(a), Some(b)) if a.span.overlaps(b.span) => pair(old.next(), new.next()),
            (Some(a), Some(b)) if a.span.start < b.span.start => pair(old.next(), None),
            (Some(_), None) => pair(old.next(), None),
            (_, Some(_)) => pair(None, new.next()),
        }
    }
}
