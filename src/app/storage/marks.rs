//! Keeps what the reader has ticked, removed and noted, for each corpus.

use super::of_corpus::{CorpusFiles, OfCorpus};
use crate::analysis::concordance::Marks;
use crate::base::Word;

/// Where marks are kept.
pub(in crate::app) type MarksStore = CorpusFiles<Marks>;

impl OfCorpus for Marks {
    const NAME: &'static str = "marks";
    const CALLED: Word = Word("kept-marks");
}
