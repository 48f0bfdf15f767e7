//! The names of one article: found, corrected by the reader, linked.

use std::sync::Mutex;

use rustc_hash::FxHashSet;

use crate::base::{Beside, CancelToken, Cancelled};
use crate::corpus::Article;
use crate::entity::gazetteer::{Gazetteer, Meant};
use crate::entity::linking::{LinkedSpot, Linker};
use crate::entity::model::{Basis, EntityType, Spotted};
use crate::entity::names_file::Verdict;
use crate::entity::readings::Applied;
use crate::entity::recognition::Recognizer;
use crate::entity::tagger::Tagger;

/// Annotators that are lent out and come back: to make one takes longer than to
/// read an article, and rayon asks for one more often than it has threads.
#[derive(Debug)]
pub(super) struct Annotators<'k> {
    gazetteer: &'k Gazetteer,
    idle: Mutex<Vec<Annotator<'k>>>,
}

impl<'k> Annotators<'k> {
    pub(super) const fn new(gazetteer: &'k Gazetteer) -> Self {
        Self {
            gazetteer,
            idle: Mutex::new(Vec::new()),
        }
    }

    /// An idle annotator, or a new one.
    pub(super) fn borrow(&self) -> Borrowed<'_, 'k> {
        let idle = self.idle.lock().ok().and_then(|mut idle| idle.pop());
        Borrowed {
            owner: self,
            annotator: Some(idle.unwrap_or_else(|| Annotator::new(self.gazetteer))),
        }
    }
}

/// An annotator that goes back when it is dropped.
pub(super) struct Borrowed<'a, 'k> {
    owner: &'a Annotators<'k>,
    /// Only dropping leaves nothing here.
    annotator: Option<Annotator<'k>>,
}

impl Borrowed<'_, '_> {
    /// As [`Annotator::names_of`].
    pub(super) fn names_of(
        &mut self,
        article: &Article,
        cancel: &CancelToken,
    ) -> Result<Vec<LinkedSpot>, Cancelled> {
        match &mut self.annotator {
            Some(annotator) => annotator.names_of(article, cancel),
            None => Ok(Vec::new()),
        }
    }
}

impl Drop for Borrowed<'_, '_> {
    fn drop(&mut self) {
        if let (Some(annotator), Ok(mut idle)) = (self.annotator.take(), self.owner.idle.lock()) {
            idle.push(annotator);
        }
    }
}

/// Finds and links the names of one article after another; one for a thread.
#[derive(Debug)]
pub(super) struct Annotator<'k> {
    gazetteer: &'k Gazetteer,
    recognizer: Recognizer<'k>,
    linker: Linker<'k>,
    spots: Vec<Spotted>,
}

impl<'k> Annotator<'k> {
    pub(super) fn new(gazetteer: &'k Gazetteer) -> Self {
        Self {
            gazetteer,
            recognizer: match Tagger::shared() {
                Some(tagger) => Recognizer::with_tagger(gazetteer, tagger),
                None => Recognizer::new(gazetteer),
            },
            linker: Linker::new(gazetteer),
            spots: Vec::new(),
        }
    }

    /// The names of `article` in order of their place, not overlapping.
    ///
    /// # Errors
    /// [`Cancelled`] when `cancel` asks for it; looked at every few thousand
    /// tokens and names.
    pub(super) fn names_of(
        &mut self,
        article: &Article,
        cancel: &CancelToken,
    ) -> Result<Vec<LinkedSpot>, Cancelled> {
        self.spots.clear();
        self.recognizer
            .spot_until(&article.text, &mut self.spots, cancel)?;
        self.hear_reader(article);
        self.linker.link(&article.text, &self.spots, cancel)
    }

    /// Lets the reader's word on the names of `article` count above all else.
    fn hear_reader(&mut self, article: &Article) {
        let said = &self.gazetteer.said;
        self.spots
            .retain_mut(|spot| self.gazetteer.hear_everywhere(&article.text, spot));
        let (mut applied, _) = said.readings.of(&article.file, &article.text);
        let mut names = Beside::new(&self.spots, |spot: &Spotted| spot.span.range());
        applied.retain(|reading| {
            let own = reading.span;
            let is_within = names.meets(own.range()).is_some_and(|spot| {
                let other = spot.span;
                other.len() > own.len() && other.start <= own.start && own.end <= other.end
            });
            reading.is_here || !is_within
        });
        if applied.is_empty() {
            return;
        }
        // No other name may share words with what the reader speaks of.
        let mut said = Beside::new(&applied, |reading: &Applied| reading.span.range());
        let elided: FxHashSet<u32> = self
            .spots
            .iter()
            .filter(|spot| spot.article_elided)
            .map(|spot| spot.span.start)
            .collect();
        self.spots
            .retain(|spot| said.meets(spot.span.range()).is_none());
        self.spots.extend(applied.iter().filter_map(|reading| {
            let (entity, kind) = match &reading.verdict {
                Verdict::NoName => return None,
                Verdict::OfType(kind) => (None, *kind),
                Verdict::Part { kind, .. } => {
                    let words = reading.name.slice(&article.text);
                    (None, self.gazetteer.kind_of(words).unwrap_or(*kind))
                }
                Verdict::Names { entity, kind } => {
                    let entity = self.gazetteer.find(entity)?;
                    let usual = self.gazetteer.entity(entity)?.kind;
                    (Some(entity), kind.unwrap_or(usual))
                }
            };
            let mut spot = Spotted {
                span: reading.name,
                kind,
                entity,
                article_elided: elided.contains(&reading.name.start),
                basis: Basis::Reader,
            };
            let is_part = reading.name != reading.span;
            let is_name = !is_part || self.gazetteer.hear_everywhere(&article.text, &mut spot);
            is_name.then_some(spot)
        }));
        self.spots.sort_by_key(|spot| spot.span);
    }
}

impl Gazetteer {
    /// Lets `spot`, a name of `text`, be what the reader says of its words in
    /// every article; whether it is a name still.
    fn hear_everywhere(&self, text: &str, spot: &mut Spotted) -> bool {
        // Of a name that is shortened, what remains may be spoken of again.
        loop {
            let words = spot.span.slice(text);
            match self.said.meant_by(words, spot.article_elided) {
                None => return true,
                Some(Meant::NoName) => return false,
                Some(Meant::Name(entity, kind)) => {
                    (spot.entity, spot.kind) = (Some(entity), kind);
                    spot.basis = Basis::Reader;
                    return true;
                }
                Some(Meant::Part(part, kind)) => {
                    let Some(name) = part.within(text, spot.span) else {
                        return true;
                    };
                    spot.article_elided &= name.start == spot.span.start;
                    spot.kind = self.kind_of(name.slice(text)).unwrap_or(kind);
                    (spot.span, spot.entity, spot.basis) = (name, None, Basis::Reader);
                }
            }
        }
    }

    /// The type that lists have for `words` wherever they stand.
    fn kind_of(&self, words: &str) -> Option<EntityType> {
        self.sense_of(words).map(|sense| sense.kind)
    }
}
