//! What the programs share: Warraq and its peers, each behind the same
//! questions, and processes that tell how much memory they had.
#![allow(dead_code, reason = "each program uses a part of it")]

/// The generated corpus and the statistics of the project's own benches.
#[path = "../../../benches/common"]
pub(crate) mod common {
    pub(crate) mod article;
    pub(crate) mod corpus;
    pub(crate) mod random;
    pub(crate) mod stats;
    mod words;
}

pub(crate) mod files;
pub(crate) mod fts5;
pub(crate) mod plot;
pub(crate) mod process;
pub(crate) mod question;
pub(crate) mod tantivy_index;
pub(crate) mod time;
pub(crate) mod warraq_index;

use question::Question;

/// An index in memory that answers questions.
pub(crate) trait Engine {
    /// The number of articles with a hit; `None` where the engine has no such
    /// question.
    fn count(&self, question: &Question) -> anyhow::Result<Option<u64>>;

    /// What it takes to show twenty hits; their number, or `None` as above.
    fn first_screen(&self, question: &Question) -> anyhow::Result<Option<u64>>;
}

/// Hits on a first screen.
pub(crate) const SCREEN: usize = 20;
