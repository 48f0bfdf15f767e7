//! The names of one article: found, corrected by the reader, linked.

use super::gazetteer::Gazetteer;
use super::lexicon::Lexicon;
use super::linking::{KnownNames, LinkedSpot, Linker};
use super::recognizer::Recognizer;
use super::spotted::Spotted;
use crate::corpus::Article;

/// What all annotators of a corpus share.
#[derive(Debug)]
pub(super) struct Knowledge<'g> {
    pub(super) gazetteer: &'g Gazetteer,
    pub(super) lexicon: &'g Lexicon,
    pub(super) known: KnownNames,
}

impl<'g> Knowledge<'g> {
    pub(super) fn new(gazetteer: &'g Gazetteer, lexicon: &'g Lexicon) -> Self {
        Self {
            gazetteer,
            lexicon,
            known: KnownNames::new(gazetteer, lexicon),
        }
    }
}

/// Finds and links the names of one article after another; one for a thread.
#[derive(Debug)]
pub(super) struct Annotator<'k> {
    recognizer: Recognizer<'k>,
    linker: Linker<'k>,
    spots: Vec<Spotted>,
}

impl<'k> Annotator<'k> {
    pub(super) fn new(knowledge: &'k Knowledge<'k>) -> Self {
        Self {
            recognizer: Recognizer::new(knowledge.gazetteer),
            linker: Linker::new(knowledge.gazetteer, knowledge.lexicon, &knowledge.known),
            spots: Vec::new(),
        }
    }

    /// The names of `article` in order of their place, not overlapping.
    pub(super) fn names_of(&mut self, article: &Article) -> Vec<LinkedSpot> {
        self.spots.clear();
        self.recognizer.spot(&article.text, &mut self.spots);
        self.linker.link(&article.text, &self.spots)
    }
}
